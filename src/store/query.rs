//! What a list asks for: terms on fields as SQL, with every value bound and every column known.

use rusqlite::ToSql;

use super::{Fault, Store, row};
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};

/// How a term compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// The same; for text whatever the case; nothing equals nothing.
    Is,
    /// Less, or earlier.
    Below,
    /// More, or later.
    Above,
    /// Holds the text, whatever the case.
    Like,
}

/// One condition of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// A field's key, or one of the derived ones: `p_calc`, `flags`, `tier` of a deal's account.
    pub key: String,
    /// The comparison.
    pub test: Test,
    /// What is compared with; the link's id for a link.
    pub value: Value,
}

/// A condition in SQL and the values for its marks.
#[derive(Debug, Clone, Default)]
pub struct Condition {
    /// Text that follows `WHERE`.
    pub sql: String,
    /// The values of `?1`, `?2` …
    pub values: Vec<Value>,
}

impl Condition {
    /// The condition that all terms hold of a record that is not gone.
    pub fn of<R: Record>(terms: &[Term]) -> Self {
        let mut condition = Self { sql: "gone = 0".to_owned(), values: Vec::new() };
        for term in terms {
            condition.and::<R>(term);
        }
        condition
    }

    /// Adds a text condition that needs no value.
    pub fn and_plain(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    /// Binds a value; its mark.
    pub fn bind(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    /// The values as `SQLite` takes them.
    pub fn params(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql).collect()
    }

    fn and<R: Record>(&mut self, term: &Term) {
        let Some((column, is_text)) = column::<R>(&term.key) else { return };
        let sql = match (term.test, &term.value) {
            (Test::Is, Value::Null) => format!("{column} IS NULL"),
            (Test::Like, value) => {
                let pattern = value.as_text().unwrap_or_default().replace('\\', "\\\\");
                let pattern = pattern.replace('%', "\\%").replace('_', "\\_");
                let mark = self.bind(Value::Text(format!("%{pattern}%")));
                format!("{column} LIKE {mark} ESCAPE '\\'")
            }
            (test, value) => {
                let mark = self.bind(value.clone());
                match test {
                    Test::Is if is_text => format!("lower({column}) = lower({mark})"),
                    Test::Is => format!("{column} = {mark}"),
                    Test::Below => format!("{column} < {mark}"),
                    Test::Above | Test::Like => format!("{column} > {mark}"),
                }
            }
        };
        self.and_plain(&sql);
    }
}

/// The column of a key, and whether its texts compare whatever the case.
fn column<R: Record>(key: &str) -> Option<(String, bool)> {
    if let Some(field) = R::field(key) {
        if field.kind == Kind::Money {
            return Some((hundredths(field.key), false));
        }
        return Some((format!("\"{}\"", field.key), matches!(field.kind, Kind::Line | Kind::Note)));
    }
    match (R::NOUN, key) {
        (_, "no") => Some(("no".to_owned(), false)),
        (Noun::Opp, "p_calc" | "flags" | "flags_high") | (Noun::Account, "open_deals" | "open_amount") => {
            Some((key.to_owned(), false))
        }
        (Noun::Opp, "tier") => {
            Some(("(SELECT tier FROM account WHERE account.id = opp.account)".to_owned(), false))
        }
        _ => None,
    }
}

/// An amount's column in hundredths of its currency's unit, as terms give theirs.
pub(super) fn hundredths(key: &str) -> String {
    let mut sql = String::from("CASE currency");
    for (code, places) in money::unusual() {
        let scaled = match places {
            0 => format!("\"{key}\" * 100"),
            3 => format!("\"{key}\" / 10"),
            _ => format!("\"{key}\" / 100"),
        };
        sql.push_str(&[" WHEN '", code, "' THEN ", &scaled].concat());
    }
    [sql.as_str(), " ELSE \"", key, "\" END"].concat()
}

impl Store {
    /// All records that meet the terms, by number.
    pub fn matching<R: Record>(&self, terms: &[Term]) -> Result<Vec<R>, Fault> {
        let condition = Condition::of::<R>(terms);
        row::all(&self.conn, &format!("WHERE {} ORDER BY no", condition.sql), &condition.params())
    }
}
