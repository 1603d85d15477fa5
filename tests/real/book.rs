//! A book in memory that takes files, and the questions asked of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use quarterdeck::action::import::{Report, write};
use quarterdeck::action::{Action, Desk};
use quarterdeck::domain::account::Account;
use quarterdeck::domain::id::Id;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{Person, Role};
use quarterdeck::domain::record::Record;
use quarterdeck::domain::rep::Rep;
use quarterdeck::domain::rules::Rules;
use quarterdeck::domain::stage::Status;
use quarterdeck::domain::value::{Kind, Value};
use quarterdeck::import::{self, Options};
use quarterdeck::lang::Lang;
use quarterdeck::store::report::{Group, Part};
use quarterdeck::store::{Origin, Stamp, Store};

pub fn at_hand() -> bool {
    let there = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")).is_dir();
    if !there {
        eprintln!("skipped: no shared data beside the project");
    }
    there
}

pub fn data(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")).join(path)).unwrap()
}

pub fn desk() -> Desk {
    let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
    Desk {
        stamp: Stamp { at, author: "me".into(), origin: Origin::User },
        currency: "USD".into(),
        lang: Lang::En,
    }
}

pub fn options() -> Options {
    Options {
        as_noun: None,
        from: None,
        map: Vec::new(),
        map_stage: Vec::new(),
        no_limit: false,
        currency: "USD".into(),
        today: desk().stamp.today(),
        ..Options::default()
    }
}

/// A book and what is asked of it.
pub struct Book(pub Store);

impl Book {
    pub fn new() -> Self {
        Self(Store::memory(Rules::default()).unwrap())
    }

    /// A book that took each file with a command of its own.
    pub fn of(paths: &[&str]) -> Self {
        let mut book = Self::new();
        for path in paths {
            book.take(path);
        }
        book
    }

    pub fn take(&mut self, path: &str) -> [usize; 4] {
        self.take_text(path, &data(path))
    }

    pub fn take_text(&mut self, name: &str, bytes: &[u8]) -> [usize; 4] {
        let report = self.write(name, bytes, false);
        let file = &report.files[0];
        [file.created, file.updated, file.unchanged, file.read - file.created - file.updated - file.unchanged]
    }

    pub fn write(&mut self, name: &str, bytes: &[u8], dry_run: bool) -> Report {
        let reading = import::read(Arc::new(bytes.to_vec()), &options())
            .unwrap_or_else(|why| panic!("{name}: {why:?}"));
        write(&mut self.0, &desk(), &[(name.to_owned(), reading)], dry_run, &mut |_| ()).unwrap()
    }

    pub fn act(&mut self, action: &Action) {
        action.apply(&mut self.0, &desk()).unwrap();
    }

    pub fn every<R: Record>(&self) -> Vec<R> {
        self.0.every::<R>().unwrap()
    }

    pub fn count(&self, status: Status) -> (usize, i64) {
        let deals: Vec<Opportunity> = self.every();
        let own = || deals.iter().filter(|deal| deal.status == status);
        (own().count(), own().filter_map(|deal| deal.amount).sum())
    }

    pub fn report(&self, status: Status, by: Group) -> BTreeMap<String, (i64, i64)> {
        let rows = self.0.report(status, by, &[]).unwrap();
        let one = |amounts: Vec<Part>| amounts.into_iter().map(|part| part.amount).sum::<i64>();
        rows.into_iter().map(|row| (row.key.unwrap_or_default(), (row.count, one(row.amounts)))).collect()
    }

    /// Deals and cents by what their kept column says.
    pub fn kept(&self, label: &str) -> BTreeMap<String, (usize, i64)> {
        let mut sums: BTreeMap<String, (usize, i64)> = BTreeMap::new();
        for deal in self.every::<Opportunity>() {
            let slot = sums.entry(deal.extra.0.get(label).cloned().unwrap_or_default()).or_default();
            *slot = (slot.0 + 1, slot.1 + deal.amount.unwrap_or(0));
        }
        sums
    }

    pub fn is_sound(&mut self) {
        let found = self.0.doctor(true, desk().stamp.today()).unwrap();
        assert!(found.is_sound(), "{found:?}");
    }

    /// The whole book, links by name instead of id, without the keys made for records that came without an id.
    pub fn content(&self) -> Vec<String> {
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

    pub fn lines<R: Record>(&self, names: &BTreeMap<Id, String>) -> Vec<String> {
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

pub fn sums(rows: &[(&str, i64, i64)]) -> BTreeMap<String, (i64, i64)> {
    rows.iter().map(|(key, count, value)| ((*key).to_owned(), (*count, *value * 100))).collect()
}

pub fn cents(rows: &[(&str, usize, i64)]) -> BTreeMap<String, (usize, i64)> {
    rows.iter().map(|(key, count, value)| ((*key).to_owned(), (*count, *value))).collect()
}

pub fn assert_same(found: &[String], expected: &[String], order: &[&str]) {
    if found != expected {
        let lost: Vec<_> = expected.iter().filter(|line| !found.contains(line)).take(2).collect();
        let more: Vec<_> = found.iter().filter(|line| !expected.contains(line)).take(2).collect();
        panic!("{order:?}\nlost {lost:#?}\nmore {more:#?}");
    }
}
