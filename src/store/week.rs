//! A week: its visits, what was done and what is open, and the deals that moved.

use super::{Fault, Store, row};
use crate::domain::stage::Step;
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::domain::week::Week;

/// What a week holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WeekSheet {
    /// Its visits, those that were cancelled left out.
    pub visits: Vec<Visit>,
    /// To-dos that were done in it.
    pub done: Vec<Todo>,
    /// Open to-dos that are due before its end.
    pub open: Vec<Todo>,
    /// The moves of deals.
    pub moves: Vec<Step>,
}

impl Store {
    /// What a week holds; of each part `limit` at most.
    pub fn week(&self, week: Week, limit: i64) -> Result<WeekSheet, Fault> {
        let (from, end) = (week.monday.to_string(), week.end().to_string());
        let visits = "WHERE gone = 0 AND status <> 'cancelled' AND \"when\" >= ?1 AND \"when\" < ?2
             ORDER BY \"when\", no LIMIT ?3";
        let done = "WHERE gone = 0 AND state <> 'open' AND state = 'done' AND done_at >= ?1 AND done_at < ?2
             ORDER BY done_at, no LIMIT ?3";
        let open = "WHERE gone = 0 AND state = 'open' AND ifnull(due, '9999') < ?1
             ORDER BY ifnull(due, '9999'), no LIMIT ?2";
        let moves = "WHERE gone = 0 AND on_day >= ?1 AND on_day < ?2 ORDER BY on_day, no LIMIT ?3";
        Ok(WeekSheet {
            visits: row::all(&self.conn, visits, &[&from, &end, &limit])?,
            done: row::all(&self.conn, done, &[&from, &end, &limit])?,
            open: row::all(&self.conn, open, &[&end, &limit])?,
            moves: row::all(&self.conn, moves, &[&from, &end, &limit])?,
        })
    }

    /// The open to-dos in the order of their days, `limit` at most.
    pub fn open_todos(&self, limit: i64) -> Result<Vec<Todo>, Fault> {
        let rest = "WHERE gone = 0 AND state = 'open' ORDER BY ifnull(due, '9999'), no LIMIT ?1";
        row::all(&self.conn, rest, &[&limit])
    }
}
