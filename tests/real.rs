//! Exports of other systems, from the file to the questions asked of the book; skipped where the files are not at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail, and says when it is skipped"
)]

use std::collections::BTreeMap;
use std::path::Path;

use quarterdeck::action::import::{Report, write};
use quarterdeck::action::{Action, Desk};
use quarterdeck::domain::account::Account;
use quarterdeck::domain::id::Id;
use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{Person, Role};
use quarterdeck::domain::record::Record;
use quarterdeck::domain::rep::Rep;
use quarterdeck::domain::rules::Rules;
use quarterdeck::domain::stage::{Move, Stage, Status, Step};
use quarterdeck::domain::value::{Kind, Value};
use quarterdeck::import::{self, Options};
use quarterdeck::lang::Lang;
use quarterdeck::store::report::Group;
use quarterdeck::store::{Origin, Stamp, Store};

fn at_hand() -> bool {
    let there = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")).is_dir();
    if !there {
        eprintln!("skipped: no shared data beside the project");
    }
    there
}

fn data(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")).join(path)).unwrap()
}

fn desk() -> Desk {
    let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
    Desk {
        stamp: Stamp { at, author: "me".into(), origin: Origin::User },
        currency: "USD".into(),
        lang: Lang::En,
    }
}

fn options() -> Options {
    Options {
        as_noun: None,
        from: None,
        map: Vec::new(),
        map_stage: Vec::new(),
        no_limit: false,
        currency: "USD".into(),
        today: desk().stamp.today(),
    }
}

/// A book and what is asked of it.
struct Book(Store);

impl Book {
    fn new() -> Self {
        Self(Store::memory(Rules::default()).unwrap())
    }

    /// A book that took each file with a command of its own.
    fn of(paths: &[&str]) -> Self {
        let mut book = Self::new();
        for path in paths {
            book.take(path);
        }
        book
    }

    fn take(&mut self, path: &str) -> [usize; 4] {
        self.take_text(path, &data(path))
    }

    fn take_text(&mut self, name: &str, bytes: &[u8]) -> [usize; 4] {
        let report = self.write(name, bytes, false);
        let file = &report.files[0];
        [file.created, file.updated, file.unchanged, file.read - file.created - file.updated - file.unchanged]
    }

    fn write(&mut self, name: &str, bytes: &[u8], dry_run: bool) -> Report {
        let reading = import::read(bytes, &options()).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        write(&mut self.0, &desk(), &[(name.to_owned(), reading)], dry_run, &mut |_| ()).unwrap()
    }

    fn act(&mut self, action: &Action) {
        action.apply(&mut self.0, &desk()).unwrap();
    }

    fn every<R: Record>(&self) -> Vec<R> {
        self.0.every::<R>().unwrap()
    }

    fn count(&self, status: Status) -> (usize, i64) {
        let deals: Vec<Opportunity> = self.every();
        let own = || deals.iter().filter(|deal| deal.status == status);
        (own().count(), own().filter_map(|deal| deal.amount).sum())
    }

    fn report(&self, status: Status, by: Group) -> BTreeMap<String, (i64, i64)> {
        let rows = self.0.report(status, by).unwrap();
        let one = |amounts: Vec<(String, i64)>| amounts.into_iter().map(|(_, amount)| amount).sum::<i64>();
        rows.into_iter().map(|row| (row.key.unwrap_or_default(), (row.count, one(row.amounts)))).collect()
    }

    /// Deals and cents by what their kept column says.
    fn kept(&self, label: &str) -> BTreeMap<String, (usize, i64)> {
        let mut sums: BTreeMap<String, (usize, i64)> = BTreeMap::new();
        for deal in self.every::<Opportunity>() {
            let slot = sums.entry(deal.extra.0.get(label).cloned().unwrap_or_default()).or_default();
            *slot = (slot.0 + 1, slot.1 + deal.amount.unwrap_or(0));
        }
        sums
    }

    fn is_sound(&mut self) {
        let found = self.0.doctor(true, desk().stamp.today()).unwrap();
        assert!(found.is_sound(), "{found:?}");
    }

    /// The whole book, links by name instead of id, without the keys made for records that came without an id.
    fn content(&self) -> Vec<String> {
        let mut names = BTreeMap::new();
        for account in self.every::<Account>() {
            names.insert(account.head.id, account.name);
        }
        for person in self.every::<Person>() {
            let mail = person.email.clone().unwrap_or_default();
            names.insert(person.head.id, format!("{} {mail}", person.name));
        }
        for deal in self.every::<Opportunity>() {
            names.insert(deal.head.id, deal.external_id.unwrap_or_default());
        }
        let mut lines = [
            self.lines::<Account>(&names),
            self.lines::<Person>(&names),
            self.lines::<Opportunity>(&names),
            self.lines::<Rep>(&names),
            self.lines::<Role>(&names),
        ]
        .concat();
        lines.sort();
        lines
    }

    fn lines<R: Record>(&self, names: &BTreeMap<Id, String>) -> Vec<String> {
        let text = |record: &R| {
            let cells = R::FIELDS.iter().filter_map(|field| match ((field.get)(record), field.kind) {
                (Value::Null, _) => None,
                (Value::Text(key), _) if field.key == "external_id" && key.contains(":~") => None,
                (Value::Text(id), Kind::Link(_)) => {
                    Some(format!("{}={}", field.key, names[&id.parse::<Id>().unwrap()]))
                }
                (value, _) => Some(format!("{}={value:?}", field.key)),
            });
            format!("{} {}", R::NOUN.code(), cells.collect::<Vec<_>>().join(" "))
        };
        self.every::<R>().iter().map(text).collect()
    }
}

fn sums(rows: &[(&str, i64, i64)]) -> BTreeMap<String, (i64, i64)> {
    rows.iter().map(|(key, count, value)| ((*key).to_owned(), (*count, *value * 100))).collect()
}

fn cents(rows: &[(&str, usize, i64)]) -> BTreeMap<String, (usize, i64)> {
    rows.iter().map(|(key, count, value)| ((*key).to_owned(), (*count, *value))).collect()
}

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
    book.act(&Action::Undo);
    assert!(book.every::<Opportunity>().is_empty());
    assert_eq!(book.every::<Account>().len(), 85);
    book.act(&Action::Redo);
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

/// Every set of files, and what must be linked to an account: deals and people, and how many roles.
const SETS: &[(&[&str], usize, usize, usize)] = &[
    (
        &[
            "salesforce-importer/accounts.csv",
            "salesforce-importer/contacts.csv",
            "salesforce-importer/opportunities.csv",
        ],
        1000,
        100,
        0,
    ),
    (
        &[
            "salesforce-portfolio/Accounts.csv",
            "salesforce-portfolio/Contacts.csv",
            "salesforce-portfolio/Opportunities.csv",
        ],
        12,
        15,
        0,
    ),
    (
        &[
            "salesforce-mock/accounts.csv",
            "salesforce-mock/contacts.csv",
            "salesforce-mock/opportunities.csv",
        ],
        10,
        10,
        0,
    ),
    (
        &[
            "hubspot-dummy/hubspot_companies.csv",
            "hubspot-dummy/hubspot_contacts.csv",
            "hubspot-dummy/hubspot_deals.csv",
        ],
        500,
        679,
        500,
    ),
    // Five deals name a contact of another account: a mere name is not enough for that.
    (&["zh-trade/客户.gbk.csv", "zh-trade/联系人.utf16le.tsv", "zh-trade/交易.utf8bom.csv"], 10, 11, 5),
];

#[test]
fn accounts_people_and_deals_find_each_other_in_any_order() {
    if !at_hand() {
        return;
    }
    for (files, deals, people, roles) in SETS {
        let [a, p, d] = **files else { panic!("three files") };
        let mut book = Book::of(&[a, p, d]);
        let linked = book.every::<Opportunity>().iter().filter(|deal| deal.account.is_some()).count();
        let at_home = book.every::<Person>().iter().filter(|person| person.account.is_some()).count();
        assert_eq!((linked, at_home, book.every::<Role>().len()), (*deals, *people, *roles), "{a}");
        let expected = book.content();
        for path in [a, p, d] {
            assert_eq!(book.take(path)[..2], [0, 0], "{path} again");
        }
        for order in [[d, p, a], [p, d, a], [d, a, p]] {
            let mut other = Book::of(&order);
            assert_same(&other.content(), &expected, &order);
            for path in order {
                assert_eq!(other.take(path)[..2], [0, 0], "{path} again after {order:?}");
            }
        }
        for _ in 0..3 {
            book.act(&Action::Undo);
        }
        assert!(book.content().is_empty(), "{a}");
        for path in [d, p, a] {
            book.take(path);
        }
        assert_same(&book.content(), &expected, &[a]);
        book.is_sound();
    }
}

fn assert_same(found: &[String], expected: &[String], order: &[&str]) {
    if found != expected {
        let lost: Vec<_> = expected.iter().filter(|line| !found.contains(line)).take(2).collect();
        let more: Vec<_> = found.iter().filter(|line| !expected.contains(line)).take(2).collect();
        panic!("{order:?}\nlost {lost:#?}\nmore {more:#?}");
    }
}

#[test]
fn the_sums_of_linked_sets_are_the_published_ones() {
    if !at_hand() {
        return;
    }
    let book = Book::of(SETS[0].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((129, 5_704_190), (140, 7_196_638)));
    assert_eq!(book.every::<Opportunity>().iter().filter_map(|deal| deal.amount).sum::<i64>(), 49_539_000);
    let book = Book::of(SETS[3].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((71, 893_436_148), (69, 871_958_246)));
    let book = Book::of(SETS[4].0);
    assert_eq!((book.count(Status::Won), book.count(Status::Lost)), ((3, 50_020_000), (1, 100_010_000)));
    assert!(book.every::<Opportunity>().iter().all(|deal| deal.currency == "USD" || deal.currency == "CNY"));
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

const DEALS: &str = "Deal ID,Deal Name,Stage,Amount,Close Date,Company,Owner\n\
                     7,Cold store,Qualified,1000,2027-01-31,Acme,Ann\n";

fn deal(book: &Book) -> Opportunity {
    let mut deals: Vec<Opportunity> = book.every();
    assert_eq!(deals.len(), 1);
    deals.remove(0)
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn what_a_person_changed_stays_until_the_file_says_something_new() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    let no = deal(&book).head.no.to_string();
    book.act(&Action::Set(Noun::Opp, no.clone(), words(&["amount=5000", "owner=", "currency=EUR"])));
    book.act(&Action::Set(Noun::Account, "1".into(), words(&["name=Acme Holding"])));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    let held = deal(&book);
    assert_eq!((held.amount, held.owner, held.currency.as_str()), (Some(500_000), None, "EUR"));
    assert_eq!(book.every::<Account>().len(), 1);
    let news = DEALS.replace("1000", "2000").replace("Ann", "");
    assert_eq!(book.take_text("deals", news.as_bytes()), [0, 1, 0, 0]);
    assert_eq!(deal(&book).amount, Some(200_000));
    book.act(&Action::Undo);
    assert_eq!(deal(&book).amount, Some(500_000));
    assert_eq!(book.take_text("deals", news.as_bytes()), [0, 1, 0, 0]);
    assert_eq!(deal(&book).amount, Some(200_000));
    let blank = DEALS.replace("1000", "").replace("2027-01-31", "");
    assert_eq!(book.take_text("deals", blank.as_bytes()), [0, 0, 1, 0]);
    book.is_sound();
}

#[test]
fn an_account_that_a_person_chose_stays_until_the_file_names_another() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    book.act(&Action::Add(Noun::Account, words(&["name=Bolt"])));
    book.act(&Action::Set(Noun::Opp, "1".into(), words(&["account=Bolt"])));
    assert_eq!(book.take_text("deals", DEALS.as_bytes()), [0, 0, 1, 0]);
    let name = |book: &Book| {
        let id = deal(book).account.unwrap();
        book.0.by_id::<Account>(id).unwrap().unwrap().name
    };
    assert_eq!(name(&book), "Bolt");
    assert_eq!(book.take_text("deals", DEALS.replace("Acme", "Core").as_bytes()), [0, 1, 0, 0]);
    assert_eq!(name(&book), "Core");
}

#[test]
fn a_new_stage_of_a_known_deal_is_a_line_of_its_log() {
    let mut book = Book::new();
    book.take_text("deals", DEALS.as_bytes());
    let before = deal(&book).stage;
    let moved = DEALS.replace("Qualified", "Negotiation").replace("2027-01-31", "2027-03-31");
    assert_eq!(book.take_text("deals", moved.as_bytes()), [0, 1, 0, 0]);
    let held = deal(&book);
    assert_eq!((held.close_moves, held.stage != before), (1, true));
    book.take_text("deals", DEALS.replace("Qualified", "Closed Won").as_bytes());
    let steps: Vec<Step> = book.every();
    let told: Vec<(Move, Option<Stage>, Status)> =
        steps.iter().map(|step| (step.act, step.from_stage, step.status)).collect();
    let held = (held.stage, Move::Import);
    assert_eq!(told, [(held.1, Some(before), Status::Open), (held.1, Some(held.0), Status::Won)]);
    book.is_sound();
}

#[test]
fn a_removed_record_comes_back_with_its_file_and_a_removed_contact_stays_away() {
    let people = "First Name,Last Name,Email,Company\nLi,Wei,li@acme.example,Acme\n";
    let deals = "Deal ID,Deal Name,Stage,Amount,Associated Contact Email,Company\n\
                 7,Cold store,Qualified,1000,LI@acme.example,Acme\n";
    let mut book = Book::new();
    assert_eq!(book.take_text("deals", deals.as_bytes()), [1, 0, 0, 0]);
    assert!(book.every::<Role>().is_empty());
    assert_eq!(book.take_text("people", people.as_bytes()), [1, 0, 0, 0]);
    assert_eq!((book.every::<Role>().len(), deal(&book).extra.0.len()), (1, 1));
    book.act(&Action::Remove(Noun::Role, "1".into()));
    assert_eq!(book.take_text("deals", deals.as_bytes()), [0, 0, 1, 0]);
    assert!(book.every::<Role>().is_empty());
    book.act(&Action::Remove(Noun::Opp, "1".into()));
    assert_eq!(book.take_text("deals", deals.as_bytes()), [1, 0, 0, 0]);
    assert_eq!((book.every::<Opportunity>().len(), book.every::<Role>().len()), (1, 1));
    book.is_sound();
}

#[test]
fn a_boss_further_down_the_file_is_found() {
    let people = "Full Name,Title,Email,Company,Reports To\n\
                  Ann,Buyer,ann@acme.example,Acme,Max\nMax,Head,max@acme.example,Acme,\n";
    let mut book = Book::new();
    assert_eq!(book.take_text("people", people.as_bytes()), [2, 0, 0, 0]);
    let all: Vec<Person> = book.every();
    assert_eq!(all[0].reports_to, Some(all[1].head.id));
    assert_eq!(book.take_text("people", people.as_bytes()), [0, 0, 2, 0]);
}
