//! What a filter may name: the fields of a noun, and what is derived from them.

use crate::action::failure::Unfiltered;
use crate::domain::account::Tier;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::lang::{field, filter};

/// What a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// All texts of a record, and what its links are called.
    Text,
    /// The flags of a deal.
    Flags,
    /// A field, or a derived one.
    Field(&'static str, Kind),
}

/// The word that gives an order.
const SORT: &str = "sort";

/// Keys that are derived, with their kinds; no record declares them.
const DERIVED: &[(Noun, &str, Kind)] = &[
    (Noun::Opp, "p_calc", Kind::Percent),
    (Noun::Opp, "qualified", Kind::Flag),
    (Noun::Opp, "tier", Kind::Choice(Tier::LIST, Tier::CODES)),
    (Noun::Account, "open_deals", Kind::Int(0, i64::MAX)),
];

/// The key that is typed: as it is, or as its label in either language.
pub fn key<R: Record>(typed: &str) -> Result<Key, Unfiltered> {
    let keys = R::FIELDS.iter().map(|field| field.key);
    if let Some(found) = field::parse_field(R::NOUN.code(), keys, typed).and_then(R::field) {
        return Ok(Key::Field(found.key, found.kind));
    }
    if filter::is_derived("text", typed) {
        return Ok(Key::Text);
    }
    if filter::is_derived("no", typed) {
        return Ok(Key::Field("no", Kind::Int(0, i64::MAX)));
    }
    if R::NOUN == Noun::Opp && filter::is_derived("flags", typed) {
        return Ok(Key::Flags);
    }
    let derived = DERIVED.iter().find(|(noun, key, _)| *noun == R::NOUN && is_called(key, typed));
    let found = derived.map(|(_, key, kind)| Key::Field(key, *kind));
    found.ok_or_else(|| Unfiltered::NoTerm(R::NOUN, typed.to_owned()))
}

/// A derived key may also be called as the field that it is derived from.
fn is_called(key: &str, typed: &str) -> bool {
    let own = Noun::Account.code();
    filter::is_derived(key, typed) || (key == "tier" && field::parse_field(own, ["tier"], typed).is_some())
}

/// Whether the word that gives an order is typed.
pub fn is_order(typed: &str) -> bool {
    filter::is_derived(SORT, typed)
}

/// Every key that a list of a noun is filtered by, the derived ones first.
pub fn keys(noun: Noun, fields: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    let mut keys = vec!["text", "no"];
    if noun == Noun::Opp {
        keys.extend([SORT, "flags"]);
    }
    keys.extend(DERIVED.iter().filter(|(own, ..)| *own == noun).map(|(_, key, _)| *key));
    keys.extend(fields);
    keys
}

/// The closed lists of a noun with their keys, those of derived fields too.
pub fn choices<R: Record>() -> impl Iterator<Item = (&'static str, Kind)> {
    let own = R::FIELDS.iter().map(|field| (field.key, field.kind));
    let derived = DERIVED.iter().filter(|(noun, ..)| *noun == R::NOUN).map(|(_, key, kind)| (*key, *kind));
    own.chain(derived).filter(|(_, kind)| matches!(kind, Kind::Choice(..) | Kind::Set(..)))
}
