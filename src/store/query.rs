//! What a list asks for: terms on fields as SQL, with every value bound and every column known.

use std::collections::BTreeSet;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql};

use super::{Fault, Store, named, row};
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::domain::{money, text};

/// How a term compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// The same; for text whatever the case; nothing equals nothing.
    Is,
    /// Less, or earlier.
    Below,
    /// More, or later.
    Above,
    /// Not more.
    AtMost,
    /// Not less.
    AtLeast,
    /// Holds the text, whatever the case; of a link, what it leads to is called so.
    Like,
    /// Is one of the several that the field holds.
    Among,
}

/// One condition of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A field compares so.
    Field {
        /// A field's key, or one of the derived ones: `p_calc`, `qualified`, `flags`, `tier` of a deal's account.
        key: String,
        /// The comparison.
        test: Test,
        /// What is compared with; the link's id for a link.
        value: Value,
    },
    /// One of these holds.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
}

impl Term {
    /// A field compares so.
    pub fn of(key: &str, test: Test, value: Value) -> Self {
        Self::Field { key: key.to_owned(), test, value }
    }
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
        Self::behind::<R>(Vec::new(), terms)
    }

    /// The same, where these values are bound already.
    pub fn behind<R: Record>(values: Vec<Value>, terms: &[Term]) -> Self {
        let mut condition = Self { sql: "gone = 0".to_owned(), values };
        for term in terms {
            let sql = condition.term::<R>(term);
            condition.and_plain(&sql);
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

    fn term<R: Record>(&mut self, term: &Term) -> String {
        match term {
            Term::Field { key, test, value } => self.field::<R>(key, *test, value),
            Term::Any(terms) => {
                let any: Vec<String> = terms.iter().map(|term| self.term::<R>(term)).collect();
                // None of none holds.
                if any.is_empty() { "0".to_owned() } else { format!("({})", any.join(" OR ")) }
            }
            Term::Not(term) => format!("NOT ifnull({}, 0)", self.term::<R>(term)),
        }
    }

    fn field<R: Record>(&mut self, key: &str, test: Test, value: &Value) -> String {
        // What is not known holds of nothing: to leave it out would list everything.
        let Some((column, kind)) = column::<R>(key) else { return "0".to_owned() };
        if value.is_null() {
            return format!("{column} IS NULL");
        }
        match (test, kind) {
            (Test::Like, Kind::Link(target) | Kind::Links(target)) => {
                let mark = self.bind(folded(value));
                let (table, names) = (target.code(), named::called(target));
                // Ids are all of one length, so that none lies across two of a list. The field is that of the list's own
                // table, also where what it links to has one of the same name.
                let own = R::NOUN.code();
                format!(
                    "EXISTS (SELECT 1 FROM {table} AS its WHERE instr({own}.{column}, its.id) > 0
                     AND instr(fold({names}), {mark}) > 0)"
                )
            }
            (Test::Like, _) => {
                let mark = self.bind(folded(value));
                format!("instr(fold({column}), {mark}) > 0")
            }
            (Test::Among, _) => {
                let mark = self.bind(value.clone());
                let sign = if key == FLAGS { ' ' } else { ',' };
                format!("instr('{sign}' || {column} || '{sign}', '{sign}' || {mark} || '{sign}') > 0")
            }
            (Test::Is, Kind::Line | Kind::Note) => {
                let mark = self.bind(folded(value));
                format!("fold({column}) = {mark}")
            }
            (test, _) => {
                // A day is compared with the days of moments.
                let is_day = kind == Kind::Moment && value.as_text().is_some_and(|text| text.len() == DAY);
                let column = if is_day { format!("substr({column}, 1, {DAY})") } else { column };
                let mark = self.bind(value.clone());
                format!("{column} {} {mark}", sign(test))
            }
        }
    }
}

/// The derived field that holds codes between blanks.
const FLAGS: &str = "flags";
/// Signs of a day.
const DAY: usize = 10;

fn sign(test: Test) -> &'static str {
    match test {
        Test::Is | Test::Like | Test::Among => "=",
        Test::Below => "<",
        Test::Above => ">",
        Test::AtMost => "<=",
        Test::AtLeast => ">=",
    }
}

fn folded(value: &Value) -> Value {
    Value::Text(text::fold(value.as_text().unwrap_or_default()))
}

/// Gives a connection the function by which texts are compared.
pub(super) fn configure(conn: &Connection) -> Result<(), Fault> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    Ok(conn.create_scalar_function("fold", 1, flags, |context| {
        Ok(match context.get_raw(0) {
            ValueRef::Text(_) => Some(text::fold(context.get_raw(0).as_str()?)),
            _ => None,
        })
    })?)
}

/// The column of a key, and what it holds.
fn column<R: Record>(key: &str) -> Option<(String, Kind)> {
    if let Some(field) = R::field(key) {
        let column =
            if field.kind == Kind::Money { hundredths(field.key) } else { format!("\"{}\"", field.key) };
        return Some((column, field.kind));
    }
    let number = Kind::Int(i64::MIN, i64::MAX);
    match (R::NOUN, key) {
        (_, "no") => Some(("no".to_owned(), number)),
        (Noun::Opp, "p_calc" | "flags_high") | (Noun::Account, "open_deals" | "open_amount") => {
            Some((key.to_owned(), number))
        }
        (Noun::Opp, "qualified") => Some((key.to_owned(), Kind::Flag)),
        (Noun::Opp, FLAGS) => Some((FLAGS.to_owned(), Kind::Set("flag", &[]))),
        (Noun::Opp, "tier") => Some((
            "(SELECT tier FROM account WHERE account.id = opp.account)".to_owned(),
            Kind::Choice("tier", &[]),
        )),
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

impl Store {
    /// Which of these records, by number, meet the terms.
    pub fn still<R: Record>(&self, numbers: &BTreeSet<i64>, terms: &[Term]) -> Result<BTreeSet<i64>, Fault> {
        self.kept::<R>(numbers, Condition::of::<R>(terms))
    }

    /// Which of these records, by number, meet a condition.
    pub(super) fn kept<R: Record>(
        &self,
        numbers: &BTreeSet<i64>,
        mut condition: Condition,
    ) -> Result<BTreeSet<i64>, Fault> {
        if numbers.is_empty() {
            return Ok(BTreeSet::new());
        }
        let marks: Vec<String> = numbers.iter().map(|no| condition.bind(Value::Int(*no))).collect();
        condition.and_plain(&format!("no IN ({})", marks.join(",")));
        let sql = format!("SELECT no FROM {} WHERE {}", R::NOUN.code(), condition.sql);
        let mut query = self.conn.prepare(&sql)?;
        let found = query.query_map(condition.params().as_slice(), |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// What the records of a noun say in a field of text, each once, whatever the case; `part` narrows them.
    pub fn said<R: Record>(&self, key: &str, part: &str, limit: usize) -> Result<Vec<String>, Fault> {
        let Some(field) = R::field(key) else { return Ok(Vec::new()) };
        let (column, table) = (field.key, R::NOUN.code());
        let sql = format!(
            "SELECT min(\"{column}\") FROM {table} WHERE gone = 0 AND \"{column}\" IS NOT NULL
             AND instr(fold(\"{column}\"), ?1) > 0 GROUP BY fold(\"{column}\") ORDER BY count(*) DESC, 1 LIMIT {limit}"
        );
        let mut query = self.conn.prepare(&sql)?;
        let found = query.query_map([text::fold(part)], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Whether a record of a noun says this in a field of text, whatever the case.
    pub fn is_said<R: Record>(&self, key: &str, text: &str) -> Result<bool, Fault> {
        let term = Term::of(key, Test::Is, Value::Text(text.to_owned()));
        let condition = Condition::of::<R>(&[term]);
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE {})", R::NOUN.code(), condition.sql);
        Ok(self.conn.prepare_cached(&sql)?.query_row(condition.params().as_slice(), |row| row.get(0))?)
    }

    /// Whether a record of a noun is called so, in part.
    pub fn is_called(&self, noun: Noun, part: &str) -> Result<bool, Fault> {
        let (table, names) = (noun.code(), named::called(noun));
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {table} AS its WHERE its.gone = 0 AND instr(fold({names}), ?1) > 0)"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([text::fold(part)], |row| row.get(0))?)
    }
}
