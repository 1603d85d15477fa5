//! Canonical texts of a proposal into a record's fields; what the file does not say stays as it is.

use crate::domain::money;
use crate::domain::record::Record;
use crate::domain::value::{Extra, Kind, Value};
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// Sets the fields that the proposal names. In a record that the book has, a value that the person changed since
/// stays, unless the file says something else than it said last time.
pub fn fill<R: Record>(tx: &Tx, record: &mut R, proposal: &Proposal, currency: &str) -> Result<(), Fault> {
    let is_known = record.head().no != 0;
    for (key, text) in &proposal.fields {
        let Some(field) = R::field(key) else { continue };
        let Some(value) = value(field.kind, text, currency) else { continue };
        let held = (field.get)(record);
        if held == value || (is_known && !held.is_null() && is_old_news(tx, record, key, &value)?) {
            continue;
        }
        // A value that does not fit is kept out rather than half taken; the reading has judged it already.
        let _ = (field.set)(record, value);
    }
    Ok(())
}

/// Whether an earlier import said the same of this field, so that what stands there now is the person's.
fn is_old_news<R: Record>(tx: &Tx, record: &R, key: &str, value: &Value) -> Result<bool, Fault> {
    Ok(tx.last_imported(record.head().id, key)?.as_ref() == Some(value))
}

/// Columns without a field, merged with those that are kept already.
pub fn keep(extra: &mut Extra, proposal: &Proposal) {
    for (label, value) in &proposal.extra {
        if extra.0.get(label.as_ref()) != Some(value) {
            extra.0.insert(label.to_string(), value.clone());
        }
    }
}

fn value(kind: Kind, text: &str, currency: &str) -> Option<Value> {
    Some(match kind {
        Kind::Int(..) | Kind::Percent => Value::Int(text.parse().ok()?),
        Kind::Money => Value::Int(minor(text, currency)?),
        Kind::Flag => Value::Int(i64::from(text == "1" || text == "true")),
        Kind::Link(_) | Kind::Extra => return None,
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
