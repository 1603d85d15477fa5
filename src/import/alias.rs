//! The labels of many systems' columns, by the field they fill; an earlier label goes before a later one.

use crate::domain::noun::Noun;

/// A target and the labels that mean it, as `label::norm` writes them. A target is a field of the record, or one of:
/// `id`, `external_id`, `account`, `account.id`, `account.domain`, `person`, `person.mail`, `person.id`, `parent`,
/// `reports_to`, `first_name`, `last_name`, `closed_on`, `website`, `person.*` for the person in an account's row,
/// and `-` for what carries nothing.
pub(super) type Aliases = &'static [(&'static str, &'static [&'static str])];

/// The labels of a noun that a table can hold.
pub(super) fn of(noun: Noun) -> Option<Aliases> {
    match noun {
        Noun::Opp => Some(OPP),
        Noun::Account => Some(ACCOUNT),
        Noun::Person => Some(PERSON),
        Noun::Rep => Some(REP),
        _ => None,
    }
}

/// The nouns that a table can hold.
pub(super) const NOUNS: [Noun; 4] = [Noun::Opp, Noun::Person, Noun::Rep, Noun::Account];

const IGNORED: &[&str] = &["donotmodifyrowchecksum", "donotmodifymodifiedon"];

const OPP: Aliases = &[
    (
        "id",
        &[
            "opportunityid", "dealid", "dealpipedrivesystemid", "donotmodifyopportunity", "商机编号", "商机id", "交易编号",
            "业务编码", "项目编号", "recordid", "id", "编号",
        ],
    ),
    ("external_id", &["externalid"]),
    (
        "title",
        &[
            "opportunityname", "dealname", "dealtitle", "商机名称", "交易名称", "项目名称", "机会名称", "topic", "opportunity",
            "商机", "title", "name", "名称", "主题",
        ],
    ),
    (
        "account",
        &[
            "accountname", "account", "potentialcustomer", "accountpotentialcustomer", "customername", "customer", "客户名称",
            "客户", "organization", "organisation", "organizationname", "dealorganization", "companyname", "company",
            "associatedcompany", "公司名称", "companiesprimarynames", "clientname", "client", "公司",
        ],
    ),
    ("account.id", &["accountid", "associatedcompanyids", "companyid", "organizationid", "customerid", "客户编号", "客户id"]),
    ("account.domain", &["associatedcompanydomain", "companydomainname", "companydomain"]),
    ("person", &["contactname", "contactperson", "dealcontactperson", "primarycontact", "contact", "personname", "联系人", "客户联系人", "联系人姓名"]),
    ("person.mail", &["associatedcontactemail", "contactemail", "customersprimaryemails", "personemail", "联系人邮箱"]),
    ("person.id", &["contactid", "personid", "associatedcontactids"]),
    (
        "stage",
        &[
            "dealstage", "opportunitystage", "salesstage", "stagename", "stage", "leadpipelinestageid", "商机阶段", "销售阶段",
            "项目阶段", "阶段", "pipelinestage",
        ],
    ),
    ("status", &["dealstatus", "status", "statusid", "商机状态", "状态"]),
    (
        "amount",
        &[
            "dealvalue", "dealsize", "opportunityamount", "dealamount", "closevalue", "amount", "estrevenue",
            "estimatedrevenue", "estimatedvalue", "budgetamount", "leadvalue", "totalvalue", "contractvalue", "value", "商机金额",
            "预计金额", "预计成交金额", "预计销售金额", "金额", "合同金额", "revenue", "expectedrevenue",
        ],
    ),
    (
        "currency",
        &["dealcurrencyofvalue", "currency", "currencyisocode", "amountcurrency", "budgetamountcurrency", "dealcurrency", "transactioncurrency", "币种", "货币"],
    ),
    (
        "close_on",
        &[
            "expectedclosedate", "expectedclosingdate", "dealexpectedclosedate", "estclosedate", "estimatedclosedate",
            "closingdate", "closedate", "closedateexpectedclosedate", "expectedcloseon", "预计成交日期", "预计达成时间",
            "预计成交时间", "预计签约日期", "预计签单日期", "预计结束日期", "结束时间", "结束日期", "成交日期",
        ],
    ),
    ("closed_on", &["actualclosedate", "dealclosedon", "closedat", "closedon", "实际成交日期", "赢单日期", "关闭日期"]),
    ("won_on", &["dealwontime", "wontime", "wonat"]),
    ("lost_on", &["deallosttime", "losttime", "lostat"]),
    (
        "opened_on",
        &[
            "engagedate", "createdate", "createddate", "createdon", "createdtime", "dealcreationdate", "dealdealcreated",
            "creationdate", "createdat", "opendate", "openeddate", "创建日期", "创建时间", "商机创建时间", "立项日期", "reportingdate",
        ],
    ),
    (
        "owner",
        &[
            "opportunityowner", "dealowner", "salesagent", "salesrep", "salesperson", "salesowner", "ownername", "owner",
            "accountexecutive", "负责人", "商机负责人", "所有者", "销售负责人", "销售人员", "销售员", "业务员", "客户经理", "销售", "跟进人",
        ],
    ),
    ("product", &["product", "productname", "products", "产品名称", "产品", "意向产品"]),
    ("source", &["leadsource", "dealsource", "source", "saleschannel", "channel", "商机来源", "来源", "客户来源", "线索来源"]),
    ("region", &["region", "salesregion", "territory", "regionaloffice", "地区", "区域", "大区", "country", "billingcountry", "省份"]),
    ("next_step", &["nextstep", "nextsteps", "nextaction", "nextactivity", "下一步", "下一步计划", "下一步行动"]),
    ("next_on", &["nextstepdate", "nextactivitydate", "dealnextactivitydate", "下次联系时间", "下次跟进时间", "下次联系日期"]),
    ("p_rep", &["probability", "dealprobability", "winprobability", "closeprobability", "可能性", "赢单率", "成交概率", "成功率", "赢率", "把握"]),
    ("margin_pct", &["marginpct", "margin", "grossmargin", "毛利率"]),
    ("category", &["forecastcategory", "forecastcategoryname", "预测类别"]),
    ("close_reason", &["closedlostreason", "lostreason", "deallostreason", "losereason", "closereason", "输单原因", "丢单原因", "失败原因", "关闭原因"]),
    ("rival", &["maincompetitor", "competitor", "competitors", "竞争对手"]),
    ("last_activity_on", &["lastactivitydate", "deallastactivitydate", "lastactivity", "最后跟进时间", "最近跟进时间"]),
    ("tags", &["tags", "deallabel", "categories", "标签", "商机标签"]),
    ("notes", &["description", "notes", "note", "comments", "备注", "描述", "备注信息"]),
    ("-", IGNORED),
];

const ACCOUNT: Aliases = &[
    ("id", &["accountid", "companyid", "organizationid", "organizationpipedrivesystemid", "donotmodifyaccount", "客户编号", "客户id", "recordid", "id", "编号"]),
    ("external_id", &["externalid"]),
    (
        "name",
        &[
            "accountname", "companyname", "organizationname", "customername", "客户名称", "公司名称", "企业名称", "单位名称", "account",
            "company", "organization", "organisation", "customer", "clientname", "client", "客户", "name", "名称",
        ],
    ),
    ("name_en", &["englishname", "英文名称", "英文名"]),
    ("name_zh", &["chinesename", "中文名称", "中文名"]),
    ("short", &["shortname", "简称", "客户简称"]),
    ("person.name", &["contactname", "contactperson", "primarycontact", "contact", "personname", "联系人", "联系人姓名", "主要联系人"]),
    ("person.title", &["contacttitle", "jobtitle", "联系人职务", "职务", "职位"]),
    ("person.chat_id", &["wechat", "微信", "微信号"]),
    ("mobile", &["mobile", "mobilephone", "mobilephonenumber", "手机", "手机号", "手机号码"]),
    ("domain", &["companydomainname", "domain", "domainname", "companydomain", "emaildomain"]),
    ("website", &["website", "websiteurl", "companywebsite", "organizationwebsite", "url", "网站", "网址", "官网"]),
    ("industry", &["industry", "sector", "客户行业", "行业", "所属行业"]),
    ("region", &["region", "salesregion", "territory", "officelocation", "地区", "区域", "省市", "大区", "country", "countryregion", "billingcountry"]),
    ("parent", &["parentaccount", "parentaccountname", "parentcompany", "subsidiaryof", "上级客户", "母公司"]),
    (
        "owner",
        &["accountowner", "companyowner", "organizationowner", "ownername", "owner", "accountmanager", "salesrep", "负责人", "所有者", "客户经理", "业务员"],
    ),
    ("phone", &["phone", "phonenumber", "telephone", "mainphone", "organizationphone", "电话", "公司座机", "座机", "公司电话", "固定电话", "联系电话"]),
    ("email", &["email", "emailaddress", "companyemail", "邮箱", "电子邮件", "电子邮箱"]),
    ("address", &["address", "streetaddress", "organizationaddress", "billingaddress", "billingstreet", "street", "address1", "地址", "公司地址", "详细地址"]),
    ("tier", &["tier", "accounttier", "客户等级", "客户级别"]),
    ("payment_terms", &["paymentterms", "付款方式", "支付方式"]),
    ("last_contact_on", &["lastactivitydate", "lastcontacted", "lastcontactdate", "最后跟进时间", "最近联系时间"]),
    ("tags", &["tags", "organizationlabel", "标签", "客户标签"]),
    ("notes", &["description", "notes", "note", "comments", "备注", "描述", "备注信息"]),
    ("-", IGNORED),
];

const PERSON: Aliases = &[
    ("id", &["contactid", "personid", "personpipedrivesystemid", "leadid", "donotmodifycontact", "联系人编号", "recordid", "id", "编号"]),
    ("external_id", &["externalid"]),
    ("name", &["fullname", "contactname", "personname", "姓名", "联系人姓名", "联系人", "contact", "contactperson", "name"]),
    ("first_name", &["firstname", "personfirstname", "contactfirstname", "givenname", "名"]),
    ("last_name", &["lastname", "personlastname", "contactlastname", "surname", "familyname", "姓"]),
    (
        "account",
        &[
            "accountname", "account", "companyname", "company", "associatedcompany", "organizationname", "organization",
            "organisation", "personorganization", "客户名称", "公司名称", "客户", "公司", "单位", "customer", "customername",
        ],
    ),
    ("account.id", &["accountid", "organizationid", "companyid", "associatedcompanyid", "associatedcompanyids", "客户编号"]),
    ("account.domain", &["associatedcompanydomain", "companydomainname", "companydomain"]),
    ("title", &["jobtitle", "title", "position", "职务", "职位", "头衔", "岗位"]),
    ("dept", &["department", "dept", "部门"]),
    ("reports_to", &["reportsto", "reportstoname", "直属上级", "上级", "汇报给"]),
    ("phone", &["phone", "phonenumber", "telephone", "personphone", "contactnumbers", "businessphone", "电话", "座机", "办公电话", "联系电话"]),
    ("mobile", &["mobile", "mobilephone", "mobilephonenumber", "cellphone", "手机", "手机号", "手机号码"]),
    ("email", &["email", "emailaddress", "personemail", "emails", "邮箱", "电子邮件", "电子邮箱"]),
    ("chat_id", &["wechat", "微信", "微信号", "qq"]),
    ("owner", &["contactowner", "personowner", "leadowner", "ownername", "owner", "负责人", "所有者"]),
    ("last_contact_on", &["lastactivitydate", "lastcontacted", "lastcontactdate", "最后跟进时间", "最近联系时间"]),
    ("tags", &["tags", "personlabel", "标签"]),
    ("notes", &["description", "notes", "note", "comments", "备注", "描述", "备注信息"]),
    ("-", IGNORED),
];

const REP: Aliases = &[
    ("id", &["repid", "userid", "salesrepid", "id", "工号", "编号"]),
    ("external_id", &["externalid"]),
    ("name", &["salesagent", "salesrep", "salesperson", "rep", "repname", "agent", "销售人员", "销售员", "业务员", "销售", "name", "姓名"]),
    ("manager", &["manager", "salesmanager", "managername", "经理", "销售经理", "主管", "上级"]),
    ("region", &["regionaloffice", "region", "office", "territory", "team", "区域", "大区", "团队"]),
    ("email", &["email", "emailaddress", "邮箱"]),
    ("-", IGNORED),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::label::norm;

    #[test]
    fn no_label_of_a_noun_means_two_things_and_all_are_plain() {
        for noun in NOUNS {
            let mut names: Vec<&str> = of(noun).unwrap().iter().flat_map(|(_, names)| names.iter().copied()).collect();
            let all = names.len();
            assert!(names.iter().all(|name| norm(name) == *name), "{noun:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{noun:?}");
        }
    }
}
