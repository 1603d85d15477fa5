//! Records one after another, for lists that are longer than memory should hold.

use chrono::{DateTime, FixedOffset};

use super::deals::Selection;
use super::query::{Condition, Term};
use super::{Fault, Store, row};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;

/// A record as its table holds it, with the two derived columns of a deal.
pub struct Entry<R> {
    /// The record.
    pub record: R,
    /// The computed probability; 0 for what is no deal.
    pub p_calc: i64,
    /// Whether the deal is open and has answers or people, on which its judgement hangs.
    pub has_parts: bool,
}

impl Store {
    /// Calls `visit` with every record that meets the terms, by number.
    pub fn each<R: Record, E: From<Fault>>(
        &self,
        terms: &[Term],
        mut visit: impl FnMut(R) -> Result<(), E>,
    ) -> Result<(), E> {
        let condition = Condition::of::<R>(terms);
        let sql = row::select::<R>(&format!("WHERE {} ORDER BY no", condition.sql));
        let mut query = self.conn.prepare_cached(&sql).map_err(Fault::from)?;
        let mut rows = query.query(condition.params().as_slice()).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            visit(row::record(row)?)?;
        }
        Ok(())
    }

    /// Calls `visit` with every deal of a selection, in its order.
    pub fn each_deal<E: From<Fault>>(
        &self,
        selection: &Selection,
        mut visit: impl FnMut(Entry<Opportunity>) -> Result<(), E>,
    ) -> Result<(), E> {
        let condition = selection.condition();
        let (by, falls) = (selection.order.expression(), selection.order.falls());
        let way = if falls { "DESC" } else { "ASC" };
        let derived =
            "SELECT p_calc, status = 'open' AND (EXISTS (SELECT 1 FROM answer WHERE opportunity = opp.id)
            OR EXISTS (SELECT 1 FROM role WHERE opportunity = opp.id)), ";
        let plain =
            row::select::<Opportunity>(&format!("WHERE {} ORDER BY {by} {way}, no {way}", condition.sql));
        let sql = plain.replacen("SELECT ", derived, 1);
        let mut query = self.conn.prepare_cached(&sql).map_err(Fault::from)?;
        let mut rows = query.query(condition.params().as_slice()).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            let read = |at| row.get(at).map_err(Fault::from);
            let (p_calc, parts) = (read(0)?, read(1)?);
            visit(Entry { record: row::record_from(row, 2)?, p_calc, has_parts: parts != 0 })?;
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
