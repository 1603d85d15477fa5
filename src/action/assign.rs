//! `field=value`: a word of the grammar becomes a value of the field's kind.

use std::collections::BTreeMap;

use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::record::{Field, Record};
use crate::domain::recur::Repeat;
use crate::domain::text::narrow_sign;
use crate::domain::value::{Cell, Extra, Kind, Value};
use crate::domain::when::Days;
use crate::domain::{clean, hours, money};
use crate::lang;
use crate::store::Store;

use super::failure::{Failure, Mistake, Wanted};
use super::{Desk, resolve};

/// The longest text of one line, in characters.
const LINE: usize = 1_000;
/// The longest text of several lines, in characters.
const NOTE: usize = 100_000;

/// Splits `field=value` at the first `=`, also a full-width one.
pub fn split(word: &str) -> Result<(&str, &str), Mistake> {
    let found = word.split_once(['=', '＝']);
    found.map(|(key, value)| (key.trim(), value.trim())).ok_or_else(|| Mistake::NoAssignment(word.to_owned()))
}

/// The field that a word names, by its key or by its label in either language.
pub fn field<R: Record>(typed: &str) -> Result<&'static Field<R>, Mistake> {
    let keys = R::FIELDS.iter().map(|field| field.key);
    let known = lang::field::parse_field(R::NOUN.code(), keys, typed).and_then(R::field);
    known.ok_or_else(|| Mistake::NoField(R::NOUN, typed.to_owned()))
}

/// Sets a record's field from the words a person typed.
pub fn assign<R: Record>(
    store: &Store,
    desk: &Desk,
    record: &mut R,
    field: &Field<R>,
    text: &str,
) -> Result<(), Failure> {
    let wrong = |wanted| Mistake::Value(R::NOUN, field.key, text.to_owned(), wanted);
    let read = value(store, desk, currency_of(record), field.kind, text);
    let said = read.map_err(|failure| match failure {
        Unfit::Wanted(wanted) => wrong(wanted).into(),
        Unfit::Failure(failure) => failure,
    })?;
    let value = match (field.kind, said.as_text()) {
        (Kind::Extra, Some(said)) => {
            columns((field.get)(record), said).ok_or_else(|| wrong(Wanted::Columns))?
        }
        _ => said,
    };
    (field.set)(record, value).map_err(|_| Mistake::Required(R::NOUN, field.key))?;
    Ok(())
}

/// The columns that a record keeps with those that are said: `null` takes one out, what is not named stays.
fn columns(held: Value, said: &str) -> Option<Value> {
    let mut kept = Extra::from_value(held).ok()?;
    let said: BTreeMap<String, serde_json::Value> = serde_json::from_str(said).ok()?;
    for (label, text) in said {
        match text {
            serde_json::Value::Null => drop(kept.0.remove(&label)),
            serde_json::Value::String(text) => drop(kept.0.insert(label, text)),
            other => drop(kept.0.insert(label, other.to_string())),
        }
    }
    Some(kept.to_value())
}

/// Why a text is no value of a kind.
pub enum Unfit {
    /// Something else was wanted.
    Wanted(Wanted),
    /// Looking it up failed.
    Failure(Failure),
}

impl<E: Into<Failure>> From<E> for Unfit {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}

/// The currency that a record's amounts are in, as far as it says so.
fn currency_of<R: Record>(record: &R) -> Option<String> {
    let value = R::field("currency").map(|field| (field.get)(record))?;
    value.as_text().filter(|code| !code.is_empty()).map(str::to_owned)
}

/// Reads a text as a value of a kind; an empty one is no value.
pub fn value(
    store: &Store,
    desk: &Desk,
    currency: Option<String>,
    kind: Kind,
    text: &str,
) -> Result<Value, Unfit> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    // Under an input method digits are as wide as characters.
    let narrow: String = text.chars().map(narrow_sign).collect();
    let text = if is_told_in_signs(kind) { narrow.trim() } else { text };
    match kind {
        Kind::Line => short(clean::clean_line(text).into_owned(), LINE),
        Kind::Note | Kind::Extra => short(clean::clean_note(text).into_owned(), NOTE),
        Kind::Int(low, high) => number(text, low, high),
        Kind::Percent => number(text.trim_end_matches(['%', '％']).trim(), 0, 100),
        Kind::Money => {
            let currency = currency.unwrap_or_else(|| desk.currency.clone());
            money::parse(text, &currency).map(Value::Int).map_err(|_| Unfit::Wanted(Wanted::Money))
        }
        Kind::Currency => {
            let code = text.to_ascii_uppercase();
            if money::is_currency(&code) {
                Ok(Value::Text(code))
            } else {
                Err(Unfit::Wanted(Wanted::Currency))
            }
        }
        Kind::Date => {
            let day = days(store, desk).day(text).map_err(|_| Unfit::Wanted(Wanted::Date))?;
            Ok(Value::Text(day.format("%Y-%m-%d").to_string()))
        }
        Kind::Choice(list, codes) => choice(list, codes, text).map(|code| Value::Text(code.to_owned())),
        Kind::Set(list, codes) => set(list, codes, text),
        Kind::Link(target) => Ok(Value::Text(resolve::one(store, target, text)?.id.to_string())),
        Kind::Links(target) => links(store, target, text),
        Kind::Moment => {
            let moment = days(store, desk).moment(text).map_err(|_| Unfit::Wanted(Wanted::Moment))?;
            Ok(Value::Text(moment.to_string()))
        }
        Kind::Month => {
            let month = Month::read(text, &days(store, desk)).ok_or(Unfit::Wanted(Wanted::Month))?;
            Ok(Value::Text(month.to_string()))
        }
        Kind::Recur => {
            let rule: Repeat = text.parse().map_err(|_| Unfit::Wanted(Wanted::Recur))?;
            Ok(Value::Text(rule.to_string()))
        }
        Kind::Hours => hours::parse(text).map(Value::Int).ok_or(Unfit::Wanted(Wanted::Hours)),
        Kind::Flag => flag(text),
    }
}

/// Whether a value is a number, a day or a code, whose signs may be wide or narrow; names and texts stay as typed.
fn is_told_in_signs(kind: Kind) -> bool {
    match kind {
        Kind::Int(..)
        | Kind::Percent
        | Kind::Money
        | Kind::Currency
        | Kind::Date
        | Kind::Moment
        | Kind::Month
        | Kind::Recur
        | Kind::Hours => true,
        Kind::Line
        | Kind::Note
        | Kind::Extra
        | Kind::Choice(..)
        | Kind::Set(..)
        | Kind::Link(_)
        | Kind::Links(_)
        | Kind::Flag => false,
    }
}

/// What days in words are told from.
pub fn days<'a>(store: &'a Store, desk: &Desk) -> Days<'a> {
    Days { today: desk.stamp.today(), now: desk.stamp.at.time(), workdays: &store.rules.workdays }
}

fn short(text: String, most: usize) -> Result<Value, Unfit> {
    if text.chars().count() > most {
        Err(Unfit::Wanted(Wanted::Shorter(most)))
    } else {
        Ok(Value::Text(text))
    }
}

fn number(text: &str, low: i64, high: i64) -> Result<Value, Unfit> {
    let plain: String = text.chars().filter(|one| *one != ',').collect();
    let found = plain.parse().ok().filter(|number| (low..=high).contains(number));
    found.map(Value::Int).ok_or(Unfit::Wanted(Wanted::Number(low, high)))
}

fn choice(list: &'static str, codes: &'static [&'static str], text: &str) -> Result<&'static str, Unfit> {
    lang::choice::parse_choice(list, codes, text).ok_or(Unfit::Wanted(Wanted::Choice(list, codes)))
}

fn set(list: &'static str, codes: &'static [&'static str], text: &str) -> Result<Value, Unfit> {
    let mut chosen = Vec::new();
    for word in text.split([',', '，', '、', ' ']).filter(|word| !word.is_empty()) {
        chosen.push(choice(list, codes, word)?);
    }
    let ordered: Vec<&str> = codes.iter().copied().filter(|code| chosen.contains(code)).collect();
    Ok(Value::Text(ordered.join(",")))
}

/// Several records between commas, each once.
fn links(store: &Store, target: Noun, text: &str) -> Result<Value, Unfit> {
    let mut ids: Vec<String> = Vec::new();
    for word in text.split([',', '，', '、', ';', '；']).map(str::trim).filter(|word| !word.is_empty()) {
        let id = resolve::one(store, target, word)?.id.to_string();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(if ids.is_empty() { Value::Null } else { Value::Text(ids.join(",")) })
}

/// Yes or no, in either language.
pub(super) fn flag(text: &str) -> Result<Value, Unfit> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "是" => Ok(Value::Int(1)),
        "no" | "n" | "false" | "0" | "否" => Ok(Value::Int(0)),
        _ => Err(Unfit::Wanted(Wanted::Flag)),
    }
}
