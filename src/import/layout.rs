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

/// Maven's practice data under translated labels: nameless deals with a product, all ids of eight capitals or digits.
pub(super) fn by_ids<'a>(
    noun: Noun,
    targets: &[Option<&str>],
    mut ids: impl Iterator<Item = &'a str>,
) -> Option<&'static str> {
    let has = |name: &str| targets.contains(&Some(name));
    let shape = noun == Noun::Opp
        && !has("title")
        && ["id", "product", "account", "owner", "stage"].iter().all(|t| has(t));
    let plain =
        |id: &str| id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let first = ids.next()?;
    (shape && plain(first) && ids.all(plain)).then_some("maven")
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
        assert_eq!(by_ids(Noun::Opp, &targets, ["1C1I7A6R", "SQLYCFGV"].into_iter()), Some("maven"));
        assert_eq!(by_ids(Noun::Opp, &targets, ["1C1I7A6R", "OPP-1"].into_iter()), None);
        assert_eq!(by_ids(Noun::Opp, &targets, [].into_iter()), None);
    }
}
