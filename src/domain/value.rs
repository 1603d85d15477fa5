//! What a column, a journal line and a cell hold, and what kind of thing a field is.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::choice::Choice;
use super::id::Id;
use super::noun::Noun;

/// The untyped content of one field: what the database, the journal and the table views share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// No value.
    #[default]
    Null,
    /// A whole number: counts, percentages, money in minor units, 0/1 for a flag.
    Int(i64),
    /// Text: words, a choice's code, an ISO date, an id.
    Text(String),
}

impl Value {
    /// The text inside, or nothing for a number or an absent value.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number inside, or nothing.
    pub fn as_int(&self) -> Option<i64> {
        if let Self::Int(number) = self { Some(*number) } else { None }
    }

    /// Whether there is no value.
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }
}

/// What kind of thing a field holds; forms, arguments, JSON and cells read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Note,
    /// A whole number within the bounds.
    Int(i64, i64),
    /// A percentage, 0 to 100.
    Percent,
    /// Money in minor units of the record's `currency` field.
    Money,
    /// An ISO 4217 code.
    Currency,
    /// A plain local date.
    Date,
    /// One of the codes of the list with this name.
    Choice(&'static str, &'static [&'static str]),
    /// Several of the codes of the list with this name.
    Set(&'static str, &'static [&'static str]),
    /// Another record's id.
    Link(Noun),
    /// The ids of several other records.
    Links(Noun),
    /// A month, `2026-12`.
    Month,
    /// When it comes again, `every week on fri`.
    Recur,
    /// A day with or without a time.
    Moment,
    /// A time in minutes, read and shown as hours.
    Hours,
    /// Yes or no.
    Flag,
    /// Columns of an import that have no field, by their label.
    Extra,
}

/// A stored value that does not fit its field: the book is damaged or newer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} does not fit")]
pub struct Misfit(pub Value);

/// A type that a record's field may have.
pub trait Cell: Sized {
    /// The untyped form.
    fn to_value(&self) -> Value;
    /// Back from the untyped form; `Misfit` where it is none of ours.
    fn from_value(value: Value) -> Result<Self, Misfit>;
}

impl Cell for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(Misfit(other)),
        }
    }
}

impl Cell for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        value.as_int().ok_or(Misfit(value))
    }
}

impl Cell for bool {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Int(number @ (0 | 1)) => Ok(number == 1),
            other => Err(Misfit(other)),
        }
    }
}

impl Cell for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let parsed = value.as_text().and_then(|text| text.parse().ok());
        parsed.ok_or(Misfit(value))
    }
}

impl<T: Cell> Cell for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::to_value)
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        if value.is_null() { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

/// Several choices in one field, stored as codes between commas, in the order of the enum.
impl<T: Choice> Cell for Vec<T> {
    fn to_value(&self) -> Value {
        let codes: Vec<&str> = T::ALL.iter().filter(|one| self.contains(one)).map(|one| one.code()).collect();
        if codes.is_empty() { Value::Null } else { Value::Text(codes.join(",")) }
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let Value::Text(text) = &value else {
            return if value.is_null() { Ok(Vec::new()) } else { Err(Misfit(value)) };
        };
        let parsed: Option<Self> = text.split(',').map(T::from_code).collect();
        parsed.ok_or(Misfit(value))
    }
}

/// Several links in one field, stored as ids between commas, each once, in the order they were given.
impl Cell for Vec<Id> {
    fn to_value(&self) -> Value {
        let ids: Vec<String> = self.iter().map(Id::to_string).collect();
        if ids.is_empty() { Value::Null } else { Value::Text(ids.join(",")) }
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let Value::Text(text) = &value else {
            return if value.is_null() { Ok(Vec::new()) } else { Err(Misfit(value)) };
        };
        let parsed: Result<Self, _> = text.split(',').map(str::parse).collect();
        parsed.map_err(|_| Misfit(value))
    }
}

/// Columns of an import that have no field of their own, by label; stored as a JSON object.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extra(pub BTreeMap<String, String>);

impl Cell for Extra {
    fn to_value(&self) -> Value {
        if self.0.is_empty() {
            return Value::Null;
        }
        serde_json::to_string(&self.0).map_or(Value::Null, Value::Text)
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match &value {
            Value::Null => Ok(Self::default()),
            Value::Text(text) => serde_json::from_str(text).map(Self).map_err(|_| Misfit(value)),
            Value::Int(_) => Err(Misfit(value)),
        }
    }
}
