//! The reader over real exports, where they are at hand.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::reading::{By, Fate, Proposal, Skip};
use super::reason::Reason;
use super::refusal::Looks;
use super::tests::{options, read_bytes, records};
use super::*;

#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn data(path: &str) -> Option<Vec<u8>> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    if !root.is_dir() {
        eprintln!("skipped: no shared data beside the project");
        return None;
    }
    Some(std::fs::read(root.join(path)).unwrap())
}

fn real(path: &str) -> Option<Reading> {
    data(path)
        .map(|bytes| read_bytes(&bytes, &options()).unwrap_or_else(|refusal| panic!("{path}: {refusal:?}")))
}

/// Cents of an amount.
fn cents(deal: &Proposal) -> i64 {
    let Some(amount) = deal.get("amount") else { return 0 };
    let (whole, rest) = amount.split_once('.').unwrap_or((amount, ""));
    whole.parse::<i64>().unwrap() * 100 + format!("{rest:0<2}").parse::<i64>().unwrap()
}

/// Count and cents of all proposals by what a function says of them, as one line of text.
fn sums(reading: &Reading, by: impl Fn(&Proposal) -> Option<String>) -> String {
    let mut sums: BTreeMap<String, (usize, i64)> = BTreeMap::new();
    for deal in &records(reading) {
        if let Some(group) = by(deal) {
            let slot = sums.entry(group).or_default();
            *slot = (slot.0 + 1, slot.1 + cents(deal));
        }
    }
    sums.iter().fold(String::new(), |mut out, (group, (count, cents))| {
        let _ = write!(out, "{group} {count} {}.{:02}; ", cents / 100, cents % 100);
        out
    })
}

fn their(label: &'static str) -> impl Fn(&Proposal) -> Option<String> {
    move |deal| deal.extra.get(label).cloned()
}

fn won(deal: &Proposal) -> bool {
    deal.get("status") == Some("won")
}

#[test]
fn maven_gives_its_published_sums_in_all_three_spellings() {
    let Some(reading) = real("maven-crm/sales_pipeline.csv") else { return };
    assert_eq!((reading.records.count(), reading.rejected.len()), (8800, 0));
    let stages: Vec<_> = reading.stages.iter().map(|row| (row.label.as_str(), row.count)).collect();
    assert_eq!(stages, [("Won", 4238), ("Engaging", 1589), ("Lost", 2473), ("Prospecting", 500)]);
    let quarter = |deal: &Proposal| {
        let day: NaiveDate = deal.get("close_on")?.parse().ok()?;
        won(deal)
            .then(|| day.format("%Y-Q").to_string() + &(chrono::Datelike::month0(&day) / 3 + 1).to_string())
    };
    assert_eq!(
        sums(&reading, quarter),
        "2017-Q1 531 1134672.00; 2017-Q2 1254 3086111.00; 2017-Q3 1257 2982255.00; 2017-Q4 1196 2802496.00; "
    );
    let owner = |deal: &Proposal| deal.get("owner").filter(|_| won(deal)).map(str::to_owned);
    let owners = sums(&reading, owner);
    for line in
        ["Darcel Schlecht 349 1153214.00;", "Vicki Laflamme 221 478396.00;", "Kary Hendrixson 209 454298.00;"]
    {
        assert!(owners.contains(line), "{line}");
    }
    let account = |deal: &Proposal| deal.link("account").filter(|_| won(deal)).map(|link| link.value.clone());
    let accounts = sums(&reading, account);
    for (name, value) in [("Kan-code", "341455.00"), ("Konex", "269245.00"), ("Condax", "206410.00")] {
        let line = accounts.split("; ").find(|line| line.starts_with(name)).unwrap();
        assert!(line.ends_with(value), "{line}");
    }
    assert_eq!(records(&reading).iter().filter(|deal| deal.link("account").is_none()).count(), 1425);
    assert_eq!(records(&reading).iter().filter(|deal| deal.get("opened_on").is_none()).count(), 500);
    assert_eq!(records(&reading).iter().filter(|deal| deal.get("amount").is_none()).count(), 2089);
    for other in ["maven-crm/sales_pipeline_us_dates.csv", "maven-crm/sales_pipeline_dd-mm-yy.csv"] {
        assert_eq!(records(&real(other).unwrap()), records(&reading), "{other}");
    }
}

#[test]
fn maven_accounts_and_teams_are_read() {
    let Some(accounts) = real("maven-crm/accounts.csv") else { return };
    let parents = records(&accounts).iter().filter(|account| account.link("parent").is_some()).count();
    assert_eq!((accounts.noun, accounts.records.count(), parents), (Noun::Account, 85, 15));
    assert_eq!(
        records(&accounts).iter().filter(|account| account.get("industry") == Some("technolgy")).count(),
        12
    );
    let deals = real("maven-crm/sales_pipeline.csv").unwrap();
    let stub = deals.stub(records(&deals)[0].link("account").unwrap()).unwrap();
    assert!(records(&accounts).iter().any(|account| account.external_id == stub.external_id));
    let teams = real("maven-crm/sales_teams.csv").unwrap();
    assert_eq!((teams.noun, teams.records.count()), (Noun::Rep, 35));
    assert!(records(&teams).iter().all(|rep| rep.get("manager").is_some() && rep.get("region").is_some()));
}

#[test]
fn five_disguises_of_maven_are_the_same_deals() {
    let Some(plain) = real("maven-crm/sales_pipeline.csv") else { return };
    let shape = |deal: &Proposal| {
        let fields = ["title", "owner", "product", "opened_on", "close_on", "amount", "status"];
        (deal.external_id.clone(), fields.map(|key| deal.get(key).map(str::to_owned)))
    };
    let first: Vec<_> = records(&plain).iter().take(300).map(shape).collect();
    for (file, currency) in [
        ("utf16le_tab.csv", "USD"),
        ("semicolon_euro.csv", "EUR"),
        ("usd.csv", "USD"),
        ("zh.gbk.csv", "CNY"),
        ("zh.gb18030.csv", "CNY"),
    ] {
        let reading = real(&format!("csv-difficult/maven300_{file}")).unwrap();
        assert_eq!(records(&reading).iter().map(shape).collect::<Vec<_>>(), first, "{file}");
        let counts: Vec<_> = reading.stages.iter().map(|row| row.count).collect();
        assert_eq!(
            (counts, reading.currencies.as_slice()),
            (vec![212, 41, 47], [currency.to_owned()].as_slice()),
            "{file}"
        );
        let value: i64 = records(&reading).iter().filter(|deal| won(deal)).map(cents).sum();
        assert_eq!(value, 43_093_800, "{file}");
        assert_eq!(records(&reading)[299].external_id, "maven:SQLYCFGV", "{file}");
    }
}

#[test]
fn other_deals_give_their_sums() {
    for (path, label, expected) in [
        (
            "pipeline-2015/sales_pipeline.csv",
            "Sales stage",
            "Identified 355 865640.00; Lost 33 82260.00; Proposal 145 376570.00; Qualified 188 492970.00; \
             Validated 226 597210.00; Won 53 136970.00; ",
        ),
        (
            "salesforce-importer/opportunities.csv",
            "opportunity_stage",
            "demo 134 68805.79; lead 150 74589.92; lost 140 71966.38; negotiation 153 79314.25; \
             presentation 145 69383.26; qualification 149 74288.50; won 129 57041.90; ",
        ),
        (
            "salesforce-portfolio/Opportunities.csv",
            "Stage",
            "Closed Lost 2 18000.00; Closed Won 2 17000.00; Negotiation/Review 2 16000.00; \
             Proposal/Price Quote 2 15000.00; Prospecting 2 19000.00; Qualification 2 14000.00; ",
        ),
        (
            "salesforce-mock/opportunities.csv",
            "StageName",
            "Closed Lost 1 200000.00; Closed Won 1 600000.00; Negotiation 2 1230000.00; Proposal 3 1250000.00; \
             Prospecting 2 350000.00; Qualification 1 150000.00; ",
        ),
        (
            "hubspot-dummy/hubspot_deals.csv",
            "Deal Stage",
            "Appointment Scheduled 70 9335859.60; Closed Lost 69 8719582.46; Closed Won 71 8934361.48; \
             Contract Sent 75 9071267.09; Decision Maker Bought-In 63 7356044.44; \
             Presentation Scheduled 75 9098547.64; Qualified to Buy 77 9984127.46; ",
        ),
        (
            "zh-trade/交易.gbk.csv",
            "阶段",
            "价值建议 1 30000.00; 因竞争丢失关闭 1 1000100.00; 成交 3 500200.00; 确定决策者 1 2530000.00; \
             资质审查 2 172222.00; 需求分析 2 271000.00; ",
        ),
    ] {
        let Some(reading) = real(path) else { return };
        assert_eq!(sums(&reading, their(label)), expected, "{path}");
        assert!(reading.stages.iter().all(|row| row.known), "{path}");
    }
}

#[test]
fn stray_and_odd_cells_of_real_files_are_told() {
    let Some(pipeline) = real("pipeline-2015/sales_pipeline.csv") else { return };
    assert_eq!((pipeline.records.count(), pipeline.read()), (1000, 1001));
    assert_eq!(pipeline.rejected[0].reason, Reason::LoneCell { value: "1".into() });
    assert_eq!((pipeline.rejected[0].line, pipeline.rejected[0].raw.as_str()), (3764, ",,1,,,,,,,,,,"));
    let trade = real("zh-trade/交易.utf8bom.csv").unwrap();
    assert_eq!(records(&trade), records(&real("zh-trade/交易.gbk.csv").unwrap()));
    assert!(trade.kept.is_empty() && pipeline.kept.is_empty());
    let companies = real("crm-import-samples/atomic_companies_sample.csv").unwrap();
    assert_eq!((companies.records.count(), companies.rejected.len()), (1, 1));
}

#[test]
fn accounts_and_people_of_real_files_are_read_and_linked() {
    for (path, noun, count, by) in [
        ("salesforce-importer/accounts.csv", Noun::Account, 12, None),
        ("salesforce-importer/contacts.csv", Noun::Person, 100, Some((By::ExternalId, 100))),
        ("salesforce-importer/opportunities.csv", Noun::Opp, 1000, Some((By::ExternalId, 1000))),
        ("salesforce-portfolio/Accounts.csv", Noun::Account, 10, None),
        ("salesforce-portfolio/Contacts.csv", Noun::Person, 15, Some((By::Name, 15))),
        ("salesforce-portfolio/Leads.csv", Noun::Person, 20, Some((By::Name, 20))),
        ("salesforce-mock/accounts.csv", Noun::Account, 10, None),
        ("salesforce-mock/contacts.csv", Noun::Person, 10, Some((By::ExternalId, 10))),
        ("salesforce-mock/opportunities.csv", Noun::Opp, 10, Some((By::ExternalId, 10))),
        ("hubspot-dummy/hubspot_companies.csv", Noun::Account, 200, None),
        ("hubspot-dummy/hubspot_contacts.csv", Noun::Person, 950, Some((By::Domain, 679))),
        ("hubspot-dummy/hubspot_deals.csv", Noun::Opp, 500, Some((By::Domain, 500))),
        ("crm-import-samples/krayin_persons.csv", Noun::Person, 2, Some((By::ExternalId, 2))),
        ("crm-import-samples/krayin_leads.csv", Noun::Opp, 2, None),
        ("crm-import-samples/atomic_deals_sample.csv", Noun::Opp, 2, Some((By::Name, 2))),
        ("crm-import-samples/erxes_board_item_template.csv", Noun::Opp, 0, None),
        ("zh-trade/客户.gbk.csv", Noun::Account, 8, None),
        ("zh-trade/联系人.utf16le.tsv", Noun::Person, 11, Some((By::Name, 11))),
    ] {
        let Some(reading) = real(path) else { return };
        let links: Vec<By> =
            records(&reading).iter().filter_map(|one| one.link("account")).map(|link| link.by).collect();
        assert_eq!((reading.noun, reading.records.count()), (noun, count), "{path}");
        assert_eq!(links.first().map(|by| (*by, links.len())), by, "{path}");
        assert!(links.iter().all(|by| Some(by) == links.first()) && reading.rejected.is_empty(), "{path}");
    }
}

#[test]
fn chinese_templates_are_read_from_both_kinds_of_file() {
    for path in ["zh-templates/商机导入模板.gbk.csv", "zh-templates/商机导入模板.xlsx"] {
        let Some(reading) = real(path) else { return };
        assert_eq!(reading.skipped, [(2, Skip::Hint)], "{path}");
        assert_eq!(
            sums(&reading, |deal| deal.get("currency").map(str::to_owned)),
            "CNY 4 18300000.00; ",
            "{path}"
        );
        let deals = records(&reading);
        let stages: Vec<_> = deals.iter().map(|deal| deal.get("stage").unwrap()).collect();
        assert_eq!(stages, ["mine", "winnable", "qualified", "potential"], "{path}");
    }
    let csv = real("zh-templates/客户导入模板.gbk.csv").unwrap();
    assert_eq!(records(&csv), records(&real("zh-templates/客户导入模板.xlsx").unwrap()));
    let accounts = records(&csv);
    let people: Vec<_> = accounts.iter().filter_map(|account| account.person.as_deref()).collect();
    assert_eq!((csv.noun, csv.records.count(), people.len()), (Noun::Account, 3, 3));
    assert!(people.iter().all(|person| person.get("mobile").is_some() && person.link("account").is_some()));
}

#[test]
fn tables_of_other_things_are_refused_as_what_they_are() {
    for (path, looks) in [
        ("maven-crm/data_dictionary.csv", Looks::Dictionary),
        ("maven-crm/products.csv", Looks::Products),
        ("salesforce-portfolio/Customer_Interactions.csv", Looks::Activities),
        ("hubspot-dummy/hubspot_activities.csv", Looks::Activities),
        ("zh-trade/阶段历史.gbk.csv", Looks::StageHistory),
        ("zh-templates/流量练习数据.gb18030.csv", Looks::Statistics),
    ] {
        let Some(bytes) = data(path) else { return };
        match read_bytes(&bytes, &options()) {
            Err(Refusal::NotOurs { looks: found, .. }) => assert_eq!(found, looks, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

#[test]
fn every_difficult_file_has_its_outcome() {
    let outcomes = [
        ("csvkit_bad", "unknown"),
        ("csvkit_bad_skip_lines", "unknown"),
        ("csvkit_blanks", "unknown"),
        ("csvkit_empty", "empty"),
        ("csvkit_mac_newlines", "unknown"),
        ("csvkit_optional_quote_characters", "unknown"),
        ("csvkit_test_date_format", "unknown"),
        ("csvkit_test_empty_columns", "unknown"),
        ("csvkit_test_empty_columns_long_row", "unknown"),
        ("csvkit_test_empty_columns_short_row", "unknown"),
        ("csvkit_test_header_newline", "unknown"),
        ("csvkit_test_latin1", "bad-encoding"),
        ("csvkit_test_numeric_date_format", "unknown"),
        ("csvkit_test_skip_lines", "unknown"),
        ("csvkit_test_utf16_big", "unknown"),
        ("csvkit_test_utf16_little", "unknown"),
        ("csvkit_test_utf8_bom", "unknown"),
        ("frictionless_blank-cells", "names"),
        ("frictionless_blank-headers", "unknown"),
        ("frictionless_blank-rows-multiple", "names"),
        ("frictionless_blank-rows-no-fields", "names"),
        ("frictionless_bom", "names"),
        ("frictionless_delimiter", "names"),
        ("frictionless_doublequote", "unknown"),
        ("frictionless_duplicate-column", "unknown"),
        ("frictionless_duplicate-headers", "names"),
        ("frictionless_duplicate-rows", "names"),
        ("frictionless_empty", "empty"),
        ("frictionless_issue-1009-semicolon", "unknown"),
        ("frictionless_latin1", "bad-encoding"),
        ("frictionless_skip-blank-at-the-end", "unknown"),
        ("frictionless_table-infer-iso-8859-7", "bad-encoding"),
        ("frictionless_table-unicode-headers", "unknown"),
    ];
    for (name, outcome) in outcomes {
        let Some(bytes) = data(&format!("csv-difficult/{name}.csv")) else { return };
        let refusal = read_bytes(&bytes, &options()).unwrap_err();
        let found = match &refusal {
            Refusal::NotOurs { looks, .. } => looks.code(),
            other => other.code(),
        };
        assert_eq!(found, outcome, "{name}");
    }
}

#[test]
fn a_bare_list_of_names_is_taken_where_the_user_says_what_it_is() {
    let Some(bytes) = data("csv-difficult/frictionless_duplicate-headers.csv") else { return };
    let reading = read_bytes(&bytes, &Options { as_noun: Some(Noun::Account), ..options() }).unwrap();
    assert_eq!(
        records(&reading).iter().filter_map(|one| one.get("name")).collect::<Vec<_>>(),
        ["John", "Julie"]
    );
    let fates: Vec<_> = reading.columns.iter().map(|column| (column.label.as_str(), column.fate)).collect();
    assert_eq!(fates[2], ("id (2)", Fate::Kept));
}
