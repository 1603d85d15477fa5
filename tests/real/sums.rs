//! The sums of exports are those that were published.

use quarterdeck::action::Action;
use quarterdeck::domain::account::Account;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::Person;
use quarterdeck::domain::rep::Rep;
use quarterdeck::domain::stage::Status;
use quarterdeck::store::report::Group;

use crate::book::*;

const MAVEN: [&str; 3] =
    ["maven-crm/accounts.csv", "maven-crm/sales_teams.csv", "maven-crm/sales_pipeline.csv"];

#[test]
fn maven_answers_as_published_and_goes_and_comes_with_one_undo() {
    if !at_hand() {
        return;
    }
    let mut book = Book::of(&MAVEN[..2]);
    assert_eq!(book.take(MAVEN[2]), [8800, 0, 0, 0]);
    assert_eq!(book.count(Status::Won), (4238, 1_000_553_400));
    assert_eq!(book.count(Status::Lost), (2473, 0));
    assert_eq!(book.count(Status::Open), (2089, 0));
    maven_sums(&book);
    let deals: Vec<Opportunity> = book.every();
    assert!(
        deals.iter().all(|deal| deal.currency == "USD" && deal.owner.is_some() && deal.product.is_some())
    );
    assert!(deals.iter().all(|deal| (deal.amount.is_none()) == (deal.status == Status::Open)));
    assert_eq!(deals.iter().filter(|deal| deal.account.is_none()).count(), 1425);
    assert_eq!((book.every::<Account>().len(), book.every::<Rep>().len()), (85, 35));
    assert_eq!(book.every::<Account>().iter().filter(|account| account.parent.is_some()).count(), 15);
    let whole = book.content();
    for (path, count) in MAVEN.iter().zip([85, 35, 8800]) {
        assert_eq!(book.take(path), [0, 0, count, 0], "{path}");
    }
    book.act(&Action::Undo(None));
    assert!(book.every::<Opportunity>().is_empty());
    assert_eq!(book.every::<Account>().len(), 85);
    book.act(&Action::Redo(None));
    assert_eq!(book.content(), whole);
    book.is_sound();
}

fn maven_sums(book: &Book) {
    let quarters = [
        ("2017-Q1", 531, 1_134_672),
        ("2017-Q2", 1254, 3_086_111),
        ("2017-Q3", 1257, 2_982_255),
        ("2017-Q4", 1196, 2_802_496),
    ];
    assert_eq!(book.report(Status::Won, Group::Quarter), sums(&quarters));
    let lost = [("2017-Q1", 116, 0), ("2017-Q2", 778, 0), ("2017-Q3", 790, 0), ("2017-Q4", 789, 0)];
    assert_eq!(book.report(Status::Lost, Group::Quarter), sums(&lost));
    let value = |by, key: &str| book.report(Status::Won, by).get(key).copied();
    for (name, count, amount) in [
        ("Darcel Schlecht", 349, 1_153_214),
        ("Vicki Laflamme", 221, 478_396),
        ("Anna Snelling", 208, 275_056),
        ("Violet Mclelland", 122, 123_431),
    ] {
        assert_eq!(value(Group::Owner, name), Some((count, amount * 100)), "{name}");
    }
    assert_eq!(book.report(Status::Won, Group::Owner).len(), 30);
    for (by, key, amount) in [
        (Group::Region, "Central", 3_346_293),
        (Group::Region, "East", 3_090_594),
        (Group::Region, "West", 3_568_647),
        (Group::Manager, "Melvin Marxen", 2_251_930),
        (Group::Manager, "Summer Sewald", 1_964_750),
        (Group::Manager, "Dustin Brinkmann", 1_094_363),
        (Group::Account, "Kan-code", 341_455),
        (Group::Account, "Konex", 269_245),
        (Group::Account, "Isdom", 164_683),
        (Group::Product, "GTXPro", 3_510_578),
        (Group::Product, "GTK 500", 400_612),
        (Group::Month, "2017-12", 1_131_573),
    ] {
        assert_eq!(value(by, key).map(|(_, amount)| amount), Some(amount * 100), "{key}");
    }
}

/// The first rows of a file, which is enough where only the way of writing differs.
fn head(path: &str, rows: usize) -> Vec<u8> {
    let text = String::from_utf8(data(path)).unwrap();
    text.lines().take(rows + 1).collect::<Vec<_>>().join("\n").into_bytes()
}

#[test]
fn maven_is_the_same_book_in_any_spelling_and_order() {
    if !at_hand() {
        return;
    }
    let of = |order: [&str; 3]| {
        let mut book = Book::new();
        for path in order {
            book.take_text(path, &head(path, 1500));
        }
        book.content()
    };
    let expected = of(MAVEN);
    for order in [
        ["maven-crm/sales_pipeline_us_dates.csv", MAVEN[0], MAVEN[1]],
        [MAVEN[1], "maven-crm/sales_pipeline_dd-mm-yy.csv", MAVEN[0]],
    ] {
        assert_same(&of(order), &expected, &order);
    }
}

#[test]
fn a_dry_run_counts_the_same_and_writes_nothing() {
    if !at_hand() {
        return;
    }
    let mut book = Book::new();
    for path in ["salesforce-mock/accounts.csv", "salesforce-mock/opportunities.csv"] {
        let before = book.content();
        let dry = book.write(path, &data(path), true);
        assert_eq!((dry.batch, book.content()), (None, before), "{path}");
        assert_eq!(book.write(path, &data(path), false).files, dry.files, "{path}");
    }
}

#[test]
fn deals_of_other_systems_keep_their_sums() {
    if !at_hand() {
        return;
    }
    let mut book = Book::of(&[]);
    assert_eq!(book.take("pipeline-2015/sales_pipeline.csv"), [1000, 0, 0, 1]);
    let stages = [
        ("Identified", 355, 86_564_000),
        ("Lost", 33, 8_226_000),
        ("Proposal", 145, 37_657_000),
        ("Qualified", 188, 49_297_000),
        ("Validated", 226, 59_721_000),
        ("Won", 53, 13_697_000),
    ];
    assert_eq!(book.kept("Sales stage"), cents(&stages));
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((53, 13_697_000), (33, 8_226_000)));
    assert_eq!(book.report(Status::Won, Group::Owner)["Angela"], (6, 2_341_000));
    assert_eq!(book.every::<Account>().len(), 1000);
    assert_eq!(book.take("pipeline-2015/sales_pipeline.csv"), [0, 0, 1000, 1]);

    let book = Book::of(&["salesforce-portfolio/Opportunities.csv"]);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((2, 1_700_000), (2, 1_800_000)));
}

#[test]
fn one_table_in_two_files_is_one_book() {
    if !at_hand() {
        return;
    }
    for (one, other) in [
        ("zh-templates/商机导入模板.gbk.csv", "zh-templates/商机导入模板.xlsx"),
        ("zh-templates/客户导入模板.gbk.csv", "zh-templates/客户导入模板.xlsx"),
        ("zh-trade/交易.gbk.csv", "zh-trade/交易.utf8bom.csv"),
    ] {
        let mut book = Book::of(&[one]);
        assert_eq!(book.content(), Book::of(&[other]).content(), "{other}");
        assert_eq!(book.take(other)[..2], [0, 0], "{other} after {one}");
    }
    let templates = Book::of(&["zh-templates/商机导入模板.xlsx"]);
    let deals: Vec<Opportunity> = templates.every();
    assert_eq!(deals.iter().filter_map(|deal| deal.amount).sum::<i64>(), 1_830_000_000);
    assert!(deals.iter().all(|deal| deal.currency == "CNY"));
    let people = Book::of(&["zh-templates/客户导入模板.xlsx"]);
    assert_eq!((people.every::<Account>().len(), people.every::<Person>().len()), (3, 3));
    assert!(people.every::<Person>().iter().all(|person| person.account.is_some()));
}

#[test]
fn five_disguises_of_maven_give_the_same_deals() {
    if !at_hand() {
        return;
    }
    for file in ["utf16le_tab", "semicolon_euro", "usd", "zh.gbk", "zh.gb18030"] {
        let mut book = Book::new();
        let path = format!("csv-difficult/maven300_{file}.csv");
        assert_eq!(book.take(&path), [300, 0, 0, 0], "{file}");
        assert_eq!((book.count(Status::Won), book.count(Status::Lost).0), ((212, 43_093_800), 47), "{file}");
        assert_eq!(book.count(Status::Open).0, 41, "{file}");
        assert_eq!(book.take(&path), [0, 0, 300, 0], "{file}");
        assert_eq!(book.take_text("maven", &head(MAVEN[2], 600))[0], 300, "{file}");
    }
}

#[test]
fn samples_of_small_systems_are_taken_twice_the_same() {
    if !at_hand() {
        return;
    }
    for (path, counts) in [
        ("atomic_companies_sample.csv", [1, 0, 0, 1]),
        ("atomic_deals_sample.csv", [2, 0, 0, 0]),
        ("erxes_board_item_template.csv", [0, 0, 0, 0]),
        ("krayin_leads.csv", [2, 0, 0, 0]),
        ("krayin_persons.csv", [2, 0, 0, 0]),
    ] {
        let (mut book, path) = (Book::new(), format!("crm-import-samples/{path}"));
        assert_eq!(book.take(&path), counts, "{path}");
        assert_eq!(book.take(&path), [0, 0, counts[0], counts[3]], "{path}");
        book.is_sound();
    }
}
