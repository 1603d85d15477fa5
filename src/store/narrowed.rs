//! Sums of the deals that a filter leaves: counted one by one, where those of all deals are kept by the write door.

use super::query::{Condition, Term};
use super::tally::{self, DealSum};
use super::{Fault, Store, derive};
use crate::domain::choice::Choice;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::{Move, Stage};

impl Store {
    /// The sums of the deals that meet the terms, by status, stage and currency.
    pub fn deal_sums_of(&self, terms: &[Term]) -> Result<Vec<DealSum>, Fault> {
        if terms.is_empty() {
            return self.deal_sums();
        }
        let condition = Condition::of::<Opportunity>(terms);
        let mut sums = tally::deals(derive::stored_sums(&self.conn, &condition)?);
        sums.sort_by(|one, other| {
            (one.status, one.stage, &one.currency).cmp(&(other.status, other.stage, &other.currency))
        });
        Ok(sums)
    }

    /// How often the deals that meet the terms left a stage in each way.
    pub fn moves_of(&self, terms: &[Term]) -> Result<Vec<(Stage, Move, i64)>, Fault> {
        if terms.is_empty() {
            return self.moves();
        }
        let condition = Condition::of::<Opportunity>(terms);
        let sql = format!(
            "SELECT from_stage, act, count(*) FROM step WHERE gone = 0 AND from_stage IS NOT NULL
             AND opportunity IN (SELECT id FROM opp WHERE {}) GROUP BY 1, 2",
            condition.sql
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query(condition.params().as_slice())?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (from, act): (String, String) = (row.get(0)?, row.get(1)?);
            if let (Some(from), Some(act)) = (Stage::from_code(&from), Move::from_code(&act)) {
                found.push((from, act, row.get(2)?));
            }
        }
        Ok(found)
    }
}
