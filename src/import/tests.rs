//! The reader over hand-written files, over real exports where they are at hand, and over any bytes at all.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use proptest::prelude::*;

use super::reading::{By, Fate, Proposal, Skip};
use super::reason::Reason;
use super::refusal::Looks;
use super::*;

fn options() -> Options {
    Options {
        as_noun: None,
        from: None,
        map: Vec::new(),
        map_stage: Vec::new(),
        no_limit: false,
        currency: "USD".into(),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
    }
}

fn read_text(text: &str) -> Reading {
    read(text.as_bytes(), &options()).unwrap()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_deal_is_read_field_by_field() {
    let reading = read_text(
        "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage (pipeline),Deal - Status,Organization,\
         Contact person,Deal - Expected close date,Deal - Won time,Deal - Probability,Colour\n\
         Line 4,\"1,200.50\",EUR,Negotiations started,Won,Acme,Ann Lee,2026-03-01,2026-02-14 09:00:00,80%,red\n\
         Line 5,,,Proposal Made,Open,Acme,,2026-05-01,,,\n",
    );
    assert_eq!(
        (reading.noun, reading.layout, reading.source.as_str()),
        (Noun::Opp, Some("pipedrive"), "pipedrive")
    );
    let [won, open] = reading.proposals.as_slice() else { panic!("{reading:?}") };
    for (key, value) in [
        ("title", Some("Line 4")),
        ("amount", Some("1200.5")),
        ("currency", Some("EUR")),
        ("stage", Some("winnable")),
        ("status", Some("won")),
        ("close_on", Some("2026-02-14")),
        ("p_rep", Some("80")),
    ] {
        assert_eq!(won.get(key), value, "{key}");
    }
    assert_eq!(won.link("account").map(|link| (link.by, link.value.as_str())), Some((By::Name, "Acme")));
    assert_eq!(won.link("person").map(|link| link.value.as_str()), Some("Ann Lee"));
    assert_eq!(won.extra.get("Colour").map(String::as_str), Some("red"));
    assert_eq!((open.get("stage"), open.get("status")), (Some("mine"), Some("open")));
    assert_eq!((open.get("amount"), open.get("currency"), open.get("p_rep")), (None, None, None));
}

#[test]
fn the_user_overrules_what_is_recognised() {
    let mut options = options();
    options.as_noun = Some(Noun::Opp);
    options.from = Some("legacy".into());
    options.map = pairs(&[("title", "What"), ("amount", "Worth"), ("stage", "Where")]);
    options.map_stage = pairs(&[("Round two", "mine"), ("Done", "won")]);
    let text = "Key,What,Worth,Where\n1,Alpha,10,Round two\n2,Beta,20,Done\n3,Gamma,30,Elsewhere\n";
    let reading = read(text.as_bytes(), &options).unwrap();
    let found: Vec<_> =
        reading.proposals.iter().map(|deal| (deal.get("stage"), deal.get("status"))).collect();
    assert_eq!(found, [(Some("mine"), Some("open")), (None, Some("won")), (Some("potential"), Some("open"))]);
    assert!(reading.proposals.iter().all(|deal| deal.external_id.starts_with("legacy:~")));
    assert_eq!(reading.stages.iter().map(|row| row.known).collect::<Vec<_>>(), [true, true, false]);
    for (map, refusal) in [
        (("nonsense", "What"), Refusal::MapField { noun: Noun::Opp, field: "nonsense".into() }),
        (
            ("title", "Nope"),
            Refusal::MapColumn {
                column: "Nope".into(),
                labels: ["Key", "What", "Worth", "Where"].map(str::to_owned).to_vec(),
            },
        ),
    ] {
        let options = Options { map: pairs(&[map]), ..options.clone() };
        assert_eq!(read(text.as_bytes(), &options), Err(refusal));
    }
    let unfit = Options { as_noun: Some(Noun::Answer), ..options };
    assert_eq!(read(text.as_bytes(), &unfit), Err(Refusal::NounUnfit { noun: Noun::Answer }));
}

#[test]
fn a_bad_row_is_rejected_with_its_reason_and_the_rest_is_taken() {
    let reading = read_text(
        "Opportunity Name,Account Name,Stage,Amount,Close Date,Next Step Date\n\
         Good,Acme,Prospecting,10,2026-01-31,soon\n\
         Bad date,Acme,Prospecting,10,2026-02-31,\n\
         Bad sum,Acme,Prospecting,ten,2026-01-31,\n\
         Too,many,Prospecting,1,2026-01-31,,x\n\
         ,,,7,,\n\
         ,,,,,\n\
         Total,,,27,,\n\
         Good,Acme,Prospecting,11,2026-01-31,\n",
    );
    let reasons: Vec<_> =
        reading.rejected.iter().map(|row| (row.line, row.column.as_deref(), row.reason.code())).collect();
    assert_eq!(
        reasons,
        [
            (3, Some("Close Date"), "bad-date"),
            (4, Some("Amount"), "bad-number"),
            (5, None, "too-many-cells"),
            (6, None, "lone-cell"),
            (8, None, "total"),
        ]
    );
    assert_eq!(reading.rejected[0].raw, "Bad date,Acme,Prospecting,10,2026-02-31,");
    assert_eq!(reading.read(), 7);
    let [first, again] = reading.proposals.as_slice() else { panic!("{reading:?}") };
    assert_eq!(again.external_id, format!("{}#2", first.external_id));
    assert_eq!(reading.kept.len(), 1);
    assert_eq!(reading.kept[0].reason, Reason::BadDate { value: "soon".into() });
    assert_eq!(first.extra.get("Next Step Date").map(String::as_str), Some("soon"));
}

#[test]
fn a_short_row_whose_cells_have_slipped_is_rejected() {
    let reading = read_text(
        "Company Name,Industry,Website,Phone,City\n\
         Acme,Tools,acme.example,555-0100\n\
         Globex,globex.example,555-0111,42 Industrial Road\n",
    );
    let few = Reason::TooFewCells { want: 5, got: 4 };
    assert_eq!(reading.proposals.len(), 1);
    assert_eq!(reading.kept.iter().map(|odd| (odd.line, &odd.reason)).collect::<Vec<_>>(), [(2, &few)]);
    assert_eq!(reading.rejected.iter().map(|row| (row.line, &row.reason)).collect::<Vec<_>>(), [(3, &few)]);
}

#[test]
fn the_same_id_twice_is_one_record() {
    let reading = read_text("Deal ID,Deal Name,Amount,Close Date\n7,A,1,2026-01-01\n7,B,2,2026-01-02\n");
    assert_eq!(reading.proposals.len(), 1);
    assert_eq!(reading.rejected[0].reason, Reason::Duplicate { line: 2 });
}

#[test]
fn what_is_hidden_in_text_is_made_visible() {
    let reading = read_text("Deal Name,Stage,Amount,Note\u{202e}\nA\u{1b}[2J\u{202e}B,\u{7}Won,5,\u{9b}x\n");
    let deal = &reading.proposals[0];
    let all = format!("{deal:?}{:?}{:?}", reading.columns, reading.stages);
    assert_eq!(deal.get("title"), Some("A␛[2JB"));
    assert!(!all.chars().any(|sign| sign.is_control() || ('\u{202a}'..='\u{202e}').contains(&sign)), "{all}");
}

#[test]
fn hostile_files_are_refused_whole() {
    let deep = format!("Deal Name,Stage,Amount\nA,Won,{}\n", "9".repeat(source::MAX_FIELD + 1));
    for (bytes, code) in [
        (Vec::new(), "empty"),
        (b"\xef\xbb\xbf \n".to_vec(), "empty"),
        (b"Deal Name,Stage,Amount\nA,\xc3\x28,1\n".to_vec(), "bad-encoding"),
        (b"Deal Name,Stage,Amount\nA\0,Won,1\n".to_vec(), "nul"),
        (b"Deal Name,Stage,Amount\n\"A,Won,1\nB,Won,2\n".to_vec(), "open-quote"),
        (",".repeat(1_000_000).into_bytes(), "too-many-columns"),
        (deep.into_bytes(), "field-too-large"),
        (vec![b'x'; source::MAX_BYTES + 1], "too-large"),
        (b"PK\x03\x04 not a workbook".to_vec(), "bad-workbook"),
        (b"BEGIN:VCALENDAR\n".to_vec(), "not-ours"),
    ] {
        let refused = read(&bytes, &options()).map_err(|refusal| refusal.code());
        assert_eq!(refused.map(|_| ()), Err(code));
    }
}

#[test]
fn every_code_has_its_words() {
    use crate::lang::import::{HINTS, LAYOUTS, LOOKS, REASONS, REFUSALS, word};
    let value = || "x".to_owned();
    for reason in [
        Reason::TooManyCells { want: 1, got: 2 },
        Reason::TooFewCells { want: 2, got: 1 },
        Reason::StrayQuote,
        Reason::BadDate { value: value() },
        Reason::BadNumber { value: value() },
        Reason::OutOfRange { value: value() },
        Reason::BadChoice { value: value() },
        Reason::NoName,
        Reason::LoneCell { value: value() },
        Reason::Total,
        Reason::Duplicate { line: 2 },
    ] {
        let word = word(REASONS, reason.code()).unwrap();
        for index in 0..3 {
            let named = word.en.contains(&format!("{{{index}}}"));
            assert_eq!(named, index < reason.facts().len(), "{reason:?}");
            assert_eq!(named, word.zh.contains(&format!("{{{index}}}")), "{reason:?}");
        }
    }
    for looks in [
        Looks::Activities,
        Looks::Products,
        Looks::StageHistory,
        Looks::Dictionary,
        Looks::Todos,
        Looks::Calendar,
        Looks::Cards,
        Looks::Json,
        Looks::Statistics,
        Looks::Names,
        Looks::Unknown,
    ] {
        assert!(word(LOOKS, looks.code()).is_some(), "{looks:?}");
    }
    assert!(HINTS.iter().all(|(code, _)| word(REFUSALS, code).is_some()));
    assert!(layout::codes().all(|code| word(LAYOUTS, code).is_some()));
}

fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let head = "Deal ID,Deal Name,Account,Stage,Amount,Close Date,Probability\n";
    let scrap = prop_oneof![
        Just(",".to_owned()),
        Just("\n".to_owned()),
        Just("\"".to_owned()),
        Just("31.12.2026".to_owned()),
        Just("1.054,00 €".to_owned()),
        Just("赢单".to_owned()),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..400),
        proptest::collection::vec(scrap, 0..60)
            .prop_map(move |scraps| (head.to_owned() + &scraps.concat()).into_bytes()),
        proptest::collection::vec(any::<u8>(), 0..200)
            .prop_map(|rest| [b"PK\x03\x04".to_vec(), rest].concat()),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_and_the_same_way_twice(bytes in hostile(), forced in 0_usize..5) {
        let nouns = [None, Some(Noun::Opp), Some(Noun::Account), Some(Noun::Person), Some(Noun::Rep)];
        let options = Options { as_noun: nouns[forced], ..options() };
        prop_assert_eq!(read(&bytes, &options), read(&bytes, &options));
    }
}

// Real exports.

fn data(path: &str) -> Option<Vec<u8>> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    if !root.is_dir() {
        eprintln!("skipped: no shared data beside the project");
        return None;
    }
    Some(std::fs::read(root.join(path)).unwrap())
}

fn real(path: &str) -> Option<Reading> {
    data(path).map(|bytes| read(&bytes, &options()).unwrap_or_else(|refusal| panic!("{path}: {refusal:?}")))
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
    for deal in &reading.proposals {
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
    assert_eq!((reading.proposals.len(), reading.rejected.len()), (8800, 0));
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
    assert!(
        sums(&reading, account).contains("Kan-code 115 341455.00;")
            || sums(&reading, account).contains(" 341455.00;")
    );
    assert_eq!(reading.proposals.iter().filter(|deal| deal.link("account").is_none()).count(), 1425);
    assert_eq!(reading.proposals.iter().filter(|deal| deal.get("opened_on").is_none()).count(), 500);
    assert_eq!(reading.proposals.iter().filter(|deal| deal.get("amount").is_none()).count(), 2089);
    for other in ["maven-crm/sales_pipeline_us_dates.csv", "maven-crm/sales_pipeline_dd-mm-yy.csv"] {
        assert_eq!(real(other).unwrap().proposals, reading.proposals, "{other}");
    }
}

#[test]
fn maven_accounts_and_teams_are_read() {
    let Some(accounts) = real("maven-crm/accounts.csv") else { return };
    let parents = accounts.proposals.iter().filter(|account| account.link("parent").is_some()).count();
    assert_eq!((accounts.noun, accounts.proposals.len(), parents), (Noun::Account, 85, 15));
    assert_eq!(
        accounts.proposals.iter().filter(|account| account.get("industry") == Some("technolgy")).count(),
        12
    );
    let deals = real("maven-crm/sales_pipeline.csv").unwrap();
    let stub = deals.stub(deals.proposals[0].link("account").unwrap()).unwrap();
    assert!(accounts.proposals.iter().any(|account| account.external_id == stub.external_id));
    let teams = real("maven-crm/sales_teams.csv").unwrap();
    assert_eq!((teams.noun, teams.proposals.len()), (Noun::Rep, 35));
    assert!(teams.proposals.iter().all(|rep| rep.get("manager").is_some() && rep.get("region").is_some()));
}

#[test]
fn five_disguises_of_maven_are_the_same_deals() {
    let Some(plain) = real("maven-crm/sales_pipeline.csv") else { return };
    let shape = |deal: &Proposal| {
        let fields = ["title", "owner", "product", "opened_on", "close_on", "amount", "status"];
        (deal.external_id.clone(), fields.map(|key| deal.get(key).map(str::to_owned)))
    };
    let first: Vec<_> = plain.proposals.iter().take(300).map(shape).collect();
    for (file, currency) in [
        ("utf16le_tab.csv", "USD"),
        ("semicolon_euro.csv", "EUR"),
        ("usd.csv", "USD"),
        ("zh.gbk.csv", "CNY"),
        ("zh.gb18030.csv", "CNY"),
    ] {
        let reading = real(&format!("csv-difficult/maven300_{file}")).unwrap();
        assert_eq!(reading.proposals.iter().map(shape).collect::<Vec<_>>(), first, "{file}");
        let counts: Vec<_> = reading.stages.iter().map(|row| row.count).collect();
        assert_eq!(
            (counts, reading.currencies.as_slice()),
            (vec![212, 41, 47], [currency.to_owned()].as_slice()),
            "{file}"
        );
        let value: i64 = reading.proposals.iter().filter(|deal| won(deal)).map(cents).sum();
        assert_eq!(value, 43_093_800, "{file}");
        assert_eq!(reading.proposals[299].external_id, "maven:SQLYCFGV", "{file}");
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
    assert_eq!((pipeline.proposals.len(), pipeline.read()), (1000, 1001));
    assert_eq!(pipeline.rejected[0].reason, Reason::LoneCell { value: "1".into() });
    assert_eq!((pipeline.rejected[0].line, pipeline.rejected[0].raw.as_str()), (3764, ",,1,,,,,,,,,,"));
    let trade = real("zh-trade/交易.utf8bom.csv").unwrap();
    assert_eq!(trade.proposals, real("zh-trade/交易.gbk.csv").unwrap().proposals);
    let odd: Vec<_> =
        trade.kept.iter().map(|kept| (kept.line, kept.column.as_deref(), kept.reason.code())).collect();
    assert_eq!(odd, [(4, Some("下次联系时间"), "bad-date")]);
    let companies = real("crm-import-samples/atomic_companies_sample.csv").unwrap();
    assert_eq!((companies.proposals.len(), companies.rejected.len()), (1, 1));
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
            reading.proposals.iter().filter_map(|one| one.link("account")).map(|link| link.by).collect();
        assert_eq!((reading.noun, reading.proposals.len()), (noun, count), "{path}");
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
        let stages: Vec<_> = reading.proposals.iter().map(|deal| deal.get("stage").unwrap()).collect();
        assert_eq!(stages, ["mine", "winnable", "qualified", "potential"], "{path}");
    }
    let csv = real("zh-templates/客户导入模板.gbk.csv").unwrap();
    assert_eq!(csv.proposals, real("zh-templates/客户导入模板.xlsx").unwrap().proposals);
    let people: Vec<_> = csv.proposals.iter().filter_map(|account| account.person.as_deref()).collect();
    assert_eq!((csv.noun, csv.proposals.len(), people.len()), (Noun::Account, 3, 3));
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
        ("todo-todoist/todoist_template.csv", Looks::Todos),
    ] {
        let Some(bytes) = data(path) else { return };
        match read(&bytes, &options()) {
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
        let refusal = read(&bytes, &options()).unwrap_err();
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
    let reading = read(&bytes, &Options { as_noun: Some(Noun::Account), ..options() }).unwrap();
    assert_eq!(
        reading.proposals.iter().filter_map(|one| one.get("name")).collect::<Vec<_>>(),
        ["John", "Julie"]
    );
    let fates: Vec<_> = reading.columns.iter().map(|column| (column.label.as_str(), column.fate)).collect();
    assert_eq!(fates[2], ("id (2)", Fate::Kept));
}
