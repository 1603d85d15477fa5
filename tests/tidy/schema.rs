//! The schema against the records that are kept in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::record::Record;
use quarterdeck::domain::{
    account, answer, cost, decision, factor, influence, opportunity, person, rep, review, rival, stage, todo,
    visit,
};

use super::{ROOT, tree};

/// Columns that the write door derives; nobody sets them.
const DERIVED: &[(&str, &[&str])] = &[
    ("account", &["open_deals", "open_amount", "open_currency", "open_mixed", "contact_due"]),
    ("opp", &["p_calc", "qualified", "weight", "flags", "flags_high", "severity", "judged_until"]),
];

#[test]
fn every_migration_is_listed() {
    let schema = fs::read_to_string(Path::new(ROOT).join("src/store/schema.rs")).unwrap();
    let mut before = 0;
    for page in tree().iter().filter(|page| page.path.starts_with("migrations/")) {
        let at = schema.find(&page.path).unwrap_or_else(|| panic!("{} is not listed", page.path));
        assert!(at > before, "{} is out of order", page.path);
        before = at;
    }
    assert!(before > 0);
}

fn declared<R: Record>() -> (Noun, Vec<&'static str>) {
    (R::NOUN, R::FIELDS.iter().map(|field| field.key).collect())
}

#[test]
fn a_table_has_the_columns_that_its_record_declares() {
    let book = rusqlite::Connection::open_in_memory().unwrap();
    for page in tree().iter().filter(|page| page.path.starts_with("migrations/")) {
        book.execute_batch(&page.text).unwrap();
    }
    let records = [
        declared::<account::Account>(),
        declared::<person::Person>(),
        declared::<opportunity::Opportunity>(),
        declared::<answer::Answer>(),
        declared::<stage::Step>(),
        declared::<person::Role>(),
        declared::<rep::Rep>(),
        declared::<influence::Influence>(),
        declared::<decision::Decision>(),
        declared::<factor::Factor>(),
        declared::<factor::Fit>(),
        declared::<rival::Competitor>(),
        declared::<rival::Rival>(),
        declared::<cost::Cost>(),
        declared::<visit::Visit>(),
        declared::<todo::Todo>(),
        declared::<review::Review>(),
    ];
    assert_eq!(records.iter().map(|(noun, _)| *noun).collect::<Vec<_>>(), Noun::ALL);
    for (noun, fields) in records {
        let derived = DERIVED.iter().find(|(table, _)| *table == noun.code()).map_or(&[][..], |(_, own)| own);
        let head = ["no", "id", "gone", "born", "touched"];
        let expected: BTreeSet<&str> = [&head[..], &fields, derived].concat().into_iter().collect();
        let mut info = book.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
        let columns: Vec<String> =
            info.query_map([noun.code()], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(columns.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{noun:?}");
    }
}
