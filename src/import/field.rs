//! The fields a column can fill, out of the records' own tables.

use crate::domain::account::Account;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::rep::Rep;
use crate::domain::value::Kind;

/// All fields of a noun that a table can hold, with their kinds.
pub(super) fn of(noun: Noun) -> Vec<(&'static str, Kind)> {
    fn all<R: Record>() -> Vec<(&'static str, Kind)> {
        R::FIELDS.iter().map(|field| (field.key, field.kind)).collect()
    }
    match noun {
        Noun::Opp => all::<Opportunity>(),
        Noun::Account => all::<Account>(),
        Noun::Person => all::<Person>(),
        Noun::Rep => all::<Rep>(),
        _ => Vec::new(),
    }
}

/// The kind of one field.
pub(super) fn kind(noun: Noun, key: &str) -> Option<Kind> {
    of(noun).into_iter().find(|(name, _)| *name == key).map(|(_, kind)| kind)
}
