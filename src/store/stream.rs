//! Records one after another, for lists that are longer than memory should hold.

use chrono::{DateTime, FixedOffset};
use rusqlite::Row;

use super::deals::Selection;
use super::query::{Condition, Term};
use super::{Fault, Store, row};
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::{Head, Record};
use crate::domain::value::{Cell, Value};

/// A record as its table holds it: what only passes it on need not know what its fields mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Number, identity and marks.
    pub head: Head,
    /// The fields in the order of the record's declaration.
    pub values: Vec<Value>,
}

impl Plain {
    /// The record with its types; a fault where a value is none of its field's kind.
    pub fn record<R: Record>(&self) -> Result<R, Fault> {
        let mut record = R::default();
        *record.head_mut() = self.head.clone();
        for (field, value) in R::FIELDS.iter().zip(&self.values) {
            (field.set)(&mut record, value.clone())?;
        }
        Ok(record)
    }

    fn read<R: Record>(row: &Row, at: usize) -> Result<Self, Fault> {
        let id = Id::from_value(row.get(at + 1)?)?;
        let (no, gone) = (row.get(at)?, row.get(at + 2)?);
        let head = Head { no, id, gone, born: row.get(at + 3)?, touched: row.get(at + 4)? };
        let mut values = Vec::with_capacity(R::FIELDS.len());
        for place in 0..R::FIELDS.len() {
            values.push(row.get(at + 5 + place)?);
        }
        Ok(Self { head, values })
    }
}

/// A deal of a list, with what the store derives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The deal.
    pub plain: Plain,
    /// The computed probability, in percent; nothing for an open deal that is not qualified yet.
    pub p_calc: Option<i64>,
    /// Whether one of the fifteen questions is answered.
    pub qualified: bool,
    /// Whether it is open.
    pub is_open: bool,
    /// Whether it is open and has answers or people, on which its judgement hangs.
    pub has_parts: bool,
}

impl Store {
    /// Calls `visit` with every record that meets the terms, by number.
    pub fn each<R: Record, E: From<Fault>>(
        &self,
        terms: &[Term],
        mut visit: impl FnMut(Plain) -> Result<(), E>,
    ) -> Result<(), E> {
        let condition = Condition::of::<R>(terms);
        let sql = row::select::<R>(&format!("WHERE {} ORDER BY no", condition.sql));
        self.rows(&sql, &condition, |row| visit(Plain::read::<R>(row, 0)?))
    }

    /// Calls `visit` with every deal of a selection, in its order.
    pub fn each_deal<E: From<Fault>>(
        &self,
        selection: &Selection,
        mut visit: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let condition = selection.condition();
        let (by, falls) = (selection.by().expression(), selection.by().falls());
        let way = if falls { "DESC" } else { "ASC" };
        let derived = "SELECT p_calc, qualified, status = 'open', status = 'open' AND (
            EXISTS (SELECT 1 FROM answer WHERE opportunity = opp.id)
            OR EXISTS (SELECT 1 FROM role WHERE opportunity = opp.id)
            OR EXISTS (SELECT 1 FROM rival WHERE opportunity = opp.id)
            OR EXISTS (SELECT 1 FROM factor WHERE opportunity = opp.id)
            OR EXISTS (SELECT 1 FROM cost WHERE opportunity = opp.id)), ";
        let order = format!("WHERE {} ORDER BY {by} {way}, no {way}", condition.sql);
        let sql = row::select::<Opportunity>(&order).replacen("SELECT ", derived, 1);
        self.rows(&sql, &condition, |row| {
            let read = |at| row.get(at).map_err(Fault::from);
            let (qualified, is_open, has_parts): (bool, bool, bool) = (read(1)?, read(2)?, read(3)?);
            let p_calc = row.get(0).map_err(Fault::from)?;
            let plain = Plain::read::<Opportunity>(row, 4)?;
            visit(Entry { plain, p_calc, qualified, is_open, has_parts })
        })
    }

    fn rows<E: From<Fault>>(
        &self,
        sql: &str,
        condition: &Condition,
        mut visit: impl FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut query = self.conn.prepare_cached(sql).map_err(Fault::from)?;
        let mut rows = query.query(condition.params().as_slice()).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            visit(row)?;
        }
        Ok(())
    }

    /// When a batch was written; nothing where there is no such batch.
    pub fn moment(&self, batch: i64) -> Result<Option<DateTime<FixedOffset>>, Fault> {
        let mut query = self.conn.prepare_cached("SELECT at FROM batch WHERE batch = ?1")?;
        let found: Option<String> = row::optional(query.query_row([batch], |row| row.get(0)))?;
        let read = |at: String| DateTime::parse_from_rfc3339(&at).map_err(|_| Fault::Damaged(at));
        found.map(read).transpose()
    }
}
