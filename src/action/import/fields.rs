//! Canonical texts of a proposal into a record's fields; what the file does not say stays as it is.

use crate::action::{Desk, fixed};
use crate::domain::id::Id;
use crate::domain::money;
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::record::{Field, Record};
use crate::domain::recur::Repeat;
use crate::domain::value::{Cell, Extra, Kind, Value};
use crate::import::reading::{Proposal, Reading};
use crate::store::{Fault, Tx};

/// Sets the fields that the proposal names. In a record that the book has, a value that the person changed since
/// stays, unless the file says something else than it said last time.
pub fn fill<R: Record>(tx: &Tx, record: &mut R, proposal: &Proposal, currency: &str) -> Result<(), Fault> {
    // What currency a deal is in is settled before its amounts are read, the version when all else is.
    let settled = |key: &str| (R::NOUN == Noun::Opp && key == "currency") || key == "version";
    let old = record.clone();
    for (key, text) in proposal.fields.iter().filter(|(key, _)| !settled(key)) {
        let Some(field) = R::field(key) else { continue };
        let Some(value) = value(field.kind, text, currency) else { continue };
        if fixed::stays(tx, record, proposal, key)? {
            continue;
        }
        put(tx, record, field, value)?;
    }
    fixed::let_go(&old, record);
    Ok(())
}

/// Points a link of a record at what the file names, by the same rule.
pub fn point<R: Record>(tx: &Tx, record: &mut R, key: &str, to: Option<Id>) -> Result<(), Fault> {
    match (R::field(key), to) {
        (Some(field), Some(id)) if id != record.head().id => put(tx, record, field, id.to_value()),
        _ => Ok(()),
    }
}

/// Fills a field by the same rule.
pub fn put<R: Record>(tx: &Tx, record: &mut R, field: &Field<R>, value: Value) -> Result<(), Fault> {
    let is_new = record.head().no == 0;
    if is_new || ((field.get)(record) != value && !is_old_news(tx, record, field.key, &value)?) {
        // A value that does not fit is kept out rather than half taken; the reading has judged it already.
        let _ = (field.set)(record, value);
    }
    Ok(())
}

/// The record of the book that an external id of our own making names.
pub fn owned<R: Record>(tx: &Tx, external: &str) -> Result<Option<R>, Fault> {
    own_id(external).map_or(Ok(None), |id| tx.by_id::<R>(id))
}

/// The id in an external id that may be of our own making, as what `qd export` wrote has it.
pub fn own_id(external: &str) -> Option<Id> {
    external.rsplit_once(':').and_then(|(_, id)| id.parse().ok())
}

/// The record that an external id names: as the import of it called it, else as this book does.
pub fn named<R: Record>(tx: &Tx, external: &str) -> Result<Option<R>, Fault> {
    let known = tx.by_external::<R>(external)?;
    if known.is_none() { owned(tx, external) } else { Ok(known) }
}

/// Points a link at the record of the book whose id the file names; one that is not there is left out.
pub fn resolve<R: Record, T: Record>(
    tx: &Tx,
    record: &mut R,
    proposal: &Proposal,
    field: &str,
) -> Result<(), Fault> {
    let Some(link) = proposal.link(field) else { return Ok(()) };
    let found = owned::<T>(tx, &link.value)?.filter(|found| !found.head().gone);
    point(tx, record, field, found.map(|found| found.head().id))
}

/// Whether an earlier import said the same of this field, so that what stands there now is the person's.
fn is_old_news<R: Record>(tx: &Tx, record: &R, key: &str, value: &Value) -> Result<bool, Fault> {
    let no = record.head().no;
    Ok(no != 0 && tx.last_imported::<R>(no, key)?.as_ref() == Some(value))
}

/// The currency of a row's amounts: what the row says, unless that is old news; else the record's, else the file's.
pub fn currency<R: Record>(
    tx: &Tx,
    record: &R,
    proposal: &Proposal,
    reading: &Reading,
    desk: &Desk,
) -> Result<String, Fault> {
    let held = R::field("currency").map(|field| (field.get)(record)).unwrap_or_default();
    let held = held.as_text().filter(|held| !held.is_empty());
    let said = proposal.get("currency");
    if let (Some(said), Some(held)) = (said, held) {
        // The reader's default is no news: the language of the screen must not change a deal.
        let is_default = record.head().no != 0 && said == desk.currency;
        // What stands there already needs no look into the journal, which is long for a book that was imported.
        if said == held || is_default || is_old_news(tx, record, "currency", &Value::Text(said.to_owned()))? {
            return Ok(held.to_owned());
        }
    }
    let said = said.or(held).or_else(|| reading.currencies.first().map(String::as_str));
    Ok(said.unwrap_or(&desk.currency).to_owned())
}

/// Columns without a field, merged with those that are kept already.
pub fn keep(extra: &mut Extra, proposal: &Proposal) {
    for (label, value) in proposal.extra.iter() {
        if extra.0.get(label).map(String::as_str) != Some(value) {
            extra.0.insert(label.to_owned(), value.to_owned());
        }
    }
}

fn value(kind: Kind, text: &str, currency: &str) -> Option<Value> {
    Some(match kind {
        Kind::Int(..) | Kind::Percent | Kind::Hours => Value::Int(text.parse().ok()?),
        // What is no month stays as the file has it.
        Kind::Month => Value::Text(text.parse().map_or(text.to_owned(), |month: Month| month.to_string())),
        // What is no rule is none; the reading has told it.
        Kind::Recur => Value::Text(text.parse::<Repeat>().ok()?.to_string()),
        Kind::Money => Value::Int(minor(text, currency)?),
        Kind::Flag => Value::Int(i64::from(text == "1" || text == "true")),
        Kind::Link(_) | Kind::Links(_) | Kind::Extra => return None,
        _ => Value::Text(text.to_owned()),
    })
}

/// Exact decimal text in minor units, halves away from zero: other systems carry more decimals than a currency has.
fn minor(text: &str, currency: &str) -> Option<i64> {
    let places = usize::try_from(money::decimals(currency)).ok()?;
    let (sign, plain) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits: String =
        whole.chars().chain(part.chars().chain(std::iter::repeat('0')).take(places)).collect();
    let mut minor: i64 = digits.parse().ok()?;
    if part.chars().nth(places).is_some_and(|digit| digit >= '5') {
        minor = minor.checked_add(1)?;
    }
    Some(sign * minor)
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn amounts_are_rounded_to_the_currency() {
        for (text, currency, expected) in [
            ("1200", "USD", Some(120_000)),
            ("1200.5", "USD", Some(120_050)),
            ("0.005", "USD", Some(1)),
            ("0.0049", "USD", Some(0)),
            ("-3.995", "CNY", Some(-400)),
            ("1200.5", "JPY", Some(1201)),
            ("1.2345", "KWD", Some(1235)),
            ("99999999999999999999", "USD", None),
        ] {
            assert_eq!(minor(text, currency), expected, "{text} {currency}");
        }
    }
}
