//! Whose layout a table has, by labels that only that system's exports have together.

use crate::domain::noun::Noun;

/// The code of a system and labels that must all be there, as `label::norm` writes them.
const LAYOUTS: &[(&str, &[&str])] = &[
    ("dynamics", &["donotmodifyopportunity"]),
    ("dynamics", &["donotmodifyaccount"]),
    ("dynamics", &["donotmodifycontact"]),
    ("dynamics", &["topic", "estrevenue"]),
    ("pipedrive", &["dealtitle"]),
    ("pipedrive", &["organizationname", "personname"]),
    ("maven", &["opportunityid", "salesagent", "dealstage"]),
    ("maven", &["account", "sector", "subsidiaryof"]),
    ("maven", &["salesagent", "manager", "regionaloffice"]),
    ("krayin", &["leadpipelinestageid", "leadvalue"]),
    ("krayin", &["contactnumbers", "organizationid"]),
    ("erxes", &["companiesprimarynames", "stagename"]),
    ("atomic", &["expectedclosingdate", "company", "stage"]),
    ("atomic", &["nbsites", "sector"]),
    ("orocrm", &["opportunityname", "budgetamount"]),
    ("zoho", &["dealname", "closingdate", "stage"]),
    ("hubspot", &["dealname", "dealstage", "pipeline"]),
    ("hubspot", &["recordid", "dealname"]),
    ("hubspot", &["companydomainname", "companyname"]),
    ("hubspot", &["lifecyclestage", "email"]),
    ("salesforce-importer", &["id", "opportunityname", "opportunitystage"]),
    ("salesforce-importer", &["id", "billingstreet", "companyname"]),
    ("salesforce-importer", &["id", "firstname", "lastname", "telephone", "company"]),
    ("salesforce", &["opportunityname", "accountname", "stage"]),
    ("salesforce", &["stagename", "accountid"]),
    ("salesforce", &["stagename", "closedate", "amount"]),
    ("salesforce", &["accountname", "billingcity"]),
    ("salesforce", &["accountid", "accountname"]),
    ("salesforce", &["contactid", "accountid"]),
    ("salesforce", &["firstname", "lastname", "accountname"]),
    ("salesforce", &["firstname", "lastname", "company", "leadsource"]),
    ("insight", &["商机名称", "指标类型"]),
    ("cordys", &["商机名称", "意向产品"]),
    ("cordys", &["客户名称", "线上来源详情"]),
    ("wukong", &["商机名称", "商机金额", "预计成交日期"]),
    ("wukong", &["客户名称", "客户级别"]),
    ("wukong", &["姓名", "是否关键决策人"]),
];

/// The code of the system whose labels these are.
pub(super) fn find(norms: &[&str]) -> Option<&'static str> {
    LAYOUTS.iter().find(|(_, names)| names.iter().all(|name| norms.contains(name))).map(|(code, _)| *code)
}

/// Whether a table may be Maven's practice data under translated labels: nameless deals with a product.
pub(super) fn may_be_maven(noun: Noun, targets: &[Option<&str>]) -> bool {
    let has = |name: &str| targets.contains(&Some(name));
    noun == Noun::Opp
        && !has("title")
        && ["id", "product", "account", "owner", "stage"].iter().all(|t| has(t))
}

/// Whether an id is of Maven's practice data: eight capitals or digits.
pub(super) fn is_maven_id(id: &str) -> bool {
    id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// The codes of all systems.
#[cfg(test)]
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    LAYOUTS.iter().map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_known_by_their_labels() {
        for (norms, code) in [
            (&["dealid", "dealname", "dealstage", "pipeline"][..], Some("hubspot")),
            (&["opportunityname", "accountname", "stage", "amount"], Some("salesforce")),
            (&["dealtitle", "dealvalue", "organization"], Some("pipedrive")),
            (&["name", "amount"], None),
        ] {
            assert_eq!(find(norms), code, "{norms:?}");
        }
        let targets = [Some("id"), Some("product"), Some("account"), Some("owner"), Some("stage")];
        assert!(may_be_maven(Noun::Opp, &targets) && !may_be_maven(Noun::Account, &targets));
        assert!(!may_be_maven(Noun::Opp, &targets[1..]));
        assert!(["1C1I7A6R", "SQLYCFGV"].into_iter().all(is_maven_id) && !is_maven_id("OPP-1"));
    }
}
