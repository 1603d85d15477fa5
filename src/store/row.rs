//! Rows of the book as records, by the field table.

use std::fmt::Write;
use std::sync::OnceLock;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, Row};

use super::{Fault, Store};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::record::{Head, Record};
use crate::domain::value::{Cell, Value};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Sql::Null),
            Self::Int(number) => ToSqlOutput::Owned(Sql::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(Self::Null),
            ValueRef::Integer(number) => Ok(Self::Int(number)),
            ValueRef::Text(_) => value.as_str().map(|text| Self::Text(text.to_owned())),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(FromSqlError::InvalidType),
        }
    }
}

/// A query's answer, or nothing where it found no row.
pub fn optional<T>(found: rusqlite::Result<T>) -> Result<Option<T>, Fault> {
    match found {
        Ok(value) => Ok(Some(value)),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Statements that are made once, one for each noun.
pub type Made = [OnceLock<String>; Noun::ALL.len()];

/// Room for statements that are not made yet.
pub const fn made() -> Made {
    [const { OnceLock::new() }; Noun::ALL.len()]
}

/// The statement of a noun, made at its first use.
pub fn once(slots: &'static Made, noun: Noun, make: impl FnOnce() -> String) -> &'static str {
    let slot = Noun::ALL.iter().zip(slots).find(|(own, _)| **own == noun).map(|(_, slot)| slot);
    slot.map_or("", |slot| slot.get_or_init(make))
}

/// `SELECT` with all columns of a record, in the order that [`record`] reads them.
pub fn select<R: Record>(rest: &str) -> String {
    static MADE: Made = made();
    let head = once(&MADE, R::NOUN, || {
        let mut sql = String::from("SELECT no, id, gone, born, touched");
        for field in R::FIELDS {
            let _ = write!(sql, ", \"{}\"", field.key);
        }
        let _ = write!(sql, " FROM {} ", R::NOUN.code());
        sql
    });
    [head, rest].concat()
}

/// A record out of a row of [`select`].
pub fn record<R: Record>(row: &Row) -> Result<R, Fault> {
    let mut record = R::default();
    let id = Id::from_value(row.get(1)?)?;
    *record.head_mut() =
        Head { no: row.get(0)?, id, gone: row.get(2)?, born: row.get(3)?, touched: row.get(4)? };
    for (place, field) in R::FIELDS.iter().enumerate() {
        (field.set)(&mut record, row.get(place + 5)?)?;
    }
    Ok(record)
}

/// The records that `rest` selects.
pub fn all<R: Record>(conn: &Connection, rest: &str, values: &[&dyn ToSql]) -> Result<Vec<R>, Fault> {
    let mut query = conn.prepare_cached(&select::<R>(rest))?;
    let mut rows = query.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(record(row)?);
    }
    Ok(found)
}

/// A record's identity and name, for links and pickers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its number.
    pub no: i64,
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
}

impl Store {
    /// The record with this number, gone or not.
    pub fn get<R: Record>(&self, no: i64) -> Result<Option<R>, Fault> {
        Ok(all(&self.conn, "WHERE no = ?1", &[&no])?.pop())
    }

    /// The record with this id, gone or not.
    pub fn by_id<R: Record>(&self, id: Id) -> Result<Option<R>, Fault> {
        Ok(all(&self.conn, "WHERE id = ?1", &[&id.to_value()])?.pop())
    }

    /// The records whose field has this value, those that are gone left out, by number.
    pub fn having<R: Record>(&self, key: &str, value: &Value) -> Result<Vec<R>, Fault> {
        debug_assert!(R::field(key).is_some());
        all(&self.conn, &format!("WHERE \"{key}\" IS ?1 AND gone = 0 ORDER BY no"), &[value])
    }

    /// All records of a noun that are not gone, by number.
    pub fn every<R: Record>(&self) -> Result<Vec<R>, Fault> {
        all(&self.conn, "WHERE gone = 0 ORDER BY no", &[])
    }

    /// The record that an import knows by this id, gone or not.
    pub fn by_external<R: Record>(&self, external: &str) -> Result<Option<R>, Fault> {
        static MADE: Made = made();
        // Most rows of an import are new: that is told by the index alone.
        let sql =
            once(&MADE, R::NOUN, || format!("SELECT no FROM {} WHERE external_id = ?1", R::NOUN.code()));
        let mut query = self.conn.prepare_cached(sql)?;
        let no: Option<i64> = optional(query.query_row([external], |row| row.get(0)))?;
        no.map_or(Ok(None), |no| self.get(no))
    }

    /// Whether an import knows a record of a noun by this id.
    pub fn is_external(&self, noun: Noun, external: &str) -> Result<bool, Fault> {
        let sql = format!("SELECT 1 FROM {} WHERE external_id = ?1", noun.code());
        Ok(self.conn.prepare_cached(&sql)?.exists([external])?)
    }

    /// The sources from which records of a noun came: what stands before the first colon of their external ids.
    pub fn sources<R: Record>(&self) -> Result<Vec<String>, Fault> {
        let source = "substr(external_id, 1, instr(external_id, ':') - 1)";
        let sql = format!("SELECT DISTINCT {source} FROM {} WHERE external_id LIKE '%_:_%'", R::NOUN.code());
        let mut query = self.conn.prepare_cached(&sql)?;
        let found = query.query_map([], |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
