//! One `field=value` of a filter: what its field holds says which signs it takes and how its value is read.

use super::known::{self, Key};
use super::word;
use crate::action::Desk;
use crate::action::assign::{self, Unfit};
use crate::action::failure::{Failure, Mistake, Unfiltered, Wanted};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::text::narrow_sign;
use crate::domain::value::{Kind, Value};
use crate::lang;
use crate::store::Store;
use crate::store::query::{Term, Test};

/// A sign between a field and a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    test: Test,
    /// Whether the contrary is asked for.
    not: bool,
    /// As it is written.
    written: &'static str,
}

const EQUAL: &[&str] = &["=", "!="];
const PARTS: &[&str] = &["=", "~", "!=", "!~"];
const ORDERED: &[&str] = &["=", "<", ">", "<=", ">=", "!="];
const ALL: &[&str] = &["=", "~", "<", ">", "<=", ">=", "!=", "!~"];
const HOLDS: &[&str] = &["~", "!~"];

/// Fields of text whose values come again and again: one that no record has is a slip, part of one may stand for it.
pub(super) const NAMES: &[&str] = &[
    "owner",
    "manager",
    "author",
    "waiting_on",
    "verified_by",
    "region",
    "industry",
    "product",
    "source",
    "rival",
    "close_reason",
    "credit_grade",
    "dept",
];

/// A word in its parts: the field, the sign, the value; nothing where it has no sign.
pub fn split(word: &str) -> Option<(&str, Sign, &str)> {
    word.char_indices().find_map(|(at, first)| {
        let rest = word.get(at..)?;
        let next = rest.chars().nth(1).map(narrow_sign);
        let (test, not, written, signs) = match (narrow_sign(first), next) {
            ('!', Some('=')) | ('<', Some('>')) => (Test::Is, true, "!=", 2),
            ('!', Some('~')) => (Test::Like, true, "!~", 2),
            ('<', Some('=')) => (Test::AtMost, false, "<=", 2),
            ('>', Some('=')) => (Test::AtLeast, false, ">=", 2),
            ('=', Some('=')) => (Test::Is, false, "=", 2),
            ('=', _) => (Test::Is, false, "=", 1),
            ('~', _) => (Test::Like, false, "~", 1),
            ('<', _) => (Test::Below, false, "<", 1),
            ('>', _) => (Test::Above, false, ">", 1),
            ('≠', _) => (Test::Is, true, "!=", 1),
            ('≤', _) => (Test::AtMost, false, "<=", 1),
            ('≥', _) => (Test::AtLeast, false, ">=", 1),
            _ => return None,
        };
        let end: usize = rest.chars().take(signs).map(char::len_utf8).sum();
        Some((word.get(..at)?.trim(), Sign { test, not, written }, rest.get(end..)?.trim()))
    })
}

/// The term of a word in its parts.
pub fn term<R: Record>(
    store: &Store,
    desk: &Desk,
    (typed, sign, text): (&str, Sign, &str),
) -> Result<Term, Failure> {
    let key = known::key::<R>(typed)?;
    let (name, takes) = match key {
        Key::Text => ("text", PARTS),
        Key::Flags => ("flags", PARTS),
        Key::Field(name, kind) => (name, signs(kind)),
    };
    let is_none = text.is_empty() && sign.test == Test::Is && key != Key::Text;
    if !is_none && (!takes.contains(&sign.written) || text.is_empty()) {
        return Err(Unfiltered::NoCompare(R::NOUN, name, sign.written, takes).into());
    }
    let term = match key {
        _ if is_none => Term::of(name, Test::Is, Value::Null),
        Key::Text => word::text::<R>(text),
        Key::Flags => match lang::flag::holding(Alarm::CODES, text).as_slice() {
            [] => return Err(Unfiltered::NoFlag(text.to_owned()).into()),
            codes => word::flagged(codes),
        },
        Key::Field(name, kind) => field::<R>(store, desk, (name, kind), (sign.test, text))?,
    };
    Ok(if sign.not { Term::Not(Box::new(term)) } else { term })
}

/// The signs that a kind of field takes.
fn signs(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Line | Kind::Date | Kind::Month | Kind::Moment | Kind::Recur => ALL,
        Kind::Note | Kind::Choice(..) | Kind::Set(..) | Kind::Link(_) | Kind::Links(_) | Kind::Currency => {
            PARTS
        }
        Kind::Int(..) | Kind::Percent | Kind::Money | Kind::Hours => ORDERED,
        Kind::Flag => EQUAL,
        Kind::Extra => HOLDS,
    }
}

fn field<R: Record>(
    store: &Store,
    desk: &Desk,
    (key, kind): (&'static str, Kind),
    (test, typed): (Test, &str),
) -> Result<Term, Failure> {
    let like = || Term::of(key, Test::Like, Value::Text(typed.to_owned()));
    let wrong = |wanted| Failure::from(Mistake::Value(R::NOUN, key, typed.to_owned(), wanted));
    let read = || match assign::value(store, desk, None, kind, typed) {
        Ok(value) => Ok(value),
        Err(Unfit::Failure(failure)) => Err(failure),
        Err(Unfit::Wanted(wanted)) => Err(wrong(wanted)),
    };
    Ok(match (kind, test) {
        (Kind::Choice(list, codes) | Kind::Set(list, codes), Test::Like) => {
            let found = lang::choice::holding(list, codes, typed);
            if found.is_empty() {
                return Err(wrong(Wanted::Choice(list, codes)));
            }
            let how = if matches!(kind, Kind::Set(..)) { Test::Among } else { Test::Is };
            Term::Any(
                found.into_iter().map(|code| Term::of(key, how, Value::Text(code.to_owned()))).collect(),
            )
        }
        (Kind::Set(..) | Kind::Links(_), _) if test != Test::Like => all_among(key, &read()?),
        (Kind::Link(target) | Kind::Links(target), Test::Like) => called(store, key, (kind, target), typed)?,
        (Kind::Date | Kind::Month | Kind::Moment, Test::Like) => {
            let is_part = |sign: char| sign.is_ascii_digit() || "-:T".contains(sign);
            if !typed.chars().all(is_part) {
                return Err(wrong(Wanted::PartOfDate));
            }
            like()
        }
        (_, Test::Like) => like(),
        (Kind::Line, Test::Is) if NAMES.contains(&key) => {
            Term::of(key, Test::Is, Value::Text(one_of::<R>(store, key, typed)?))
        }
        (Kind::Money, _) => match read()? {
            Value::Int(minor) => Term::of(key, test, Value::Int(money::hundredths(minor, &desk.currency))),
            other => Term::of(key, test, other),
        },
        _ => Term::of(key, test, read()?),
    })
}

/// Every one of several, between commas, is among those that the field holds.
fn all_among(key: &str, value: &Value) -> Term {
    let parts = value.as_text().unwrap_or_default().split(',').map(str::to_owned);
    let mut terms: Vec<Term> = parts.map(|part| Term::of(key, Test::Among, Value::Text(part))).collect();
    match (terms.pop(), terms.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            let lacks = terms.into_iter().chain(last).map(|term| Term::Not(Box::new(term)));
            Term::Not(Box::new(Term::Any(lacks.collect())))
        }
    }
}

/// A link to something that is called so in part, or that its pinyin means.
fn called(store: &Store, key: &str, (kind, target): (Kind, Noun), part: &str) -> Result<Term, Failure> {
    /// More than so many names of one sound are no filter.
    const MOST: usize = 100;
    if store.is_called(target, part)? {
        return Ok(Term::of(key, Test::Like, Value::Text(part.to_owned())));
    }
    let found = store.find(part, Some(target), MOST)?;
    if found.is_empty() {
        return Err(Mistake::NoSuch(target, part.to_owned()).into());
    }
    let how = if matches!(kind, Kind::Links(_)) { Test::Among } else { Test::Is };
    let to = |hit: crate::store::find::Hit| Term::of(key, how, Value::Text(hit.sheet.id.to_string()));
    Ok(Term::Any(found.into_iter().map(to).collect()))
}

/// The value of a field that is meant: the one that is typed, or the only one that it is part of.
fn one_of<R: Record>(store: &Store, key: &'static str, text: &str) -> Result<String, Failure> {
    /// So many values are shown.
    const SHOWN: usize = 12;
    let found = store.said::<R>(key, text, SHOWN)?;
    if store.is_said::<R>(key, text)? {
        return Ok(text.to_owned());
    }
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => {
            let known = store.said::<R>(key, "", SHOWN)?;
            Err(Unfiltered::NoValue(R::NOUN, key, text.to_owned(), known).into())
        }
        _ => Err(Unfiltered::Several(R::NOUN, key, text.to_owned(), found).into()),
    }
}
