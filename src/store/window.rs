//! Windows of a sorted list: cut by key, so that a page of a long list costs what one of a short list does.

use rusqlite::{Connection, Row};

use super::Fault;
use super::deals::{Place, Window};
use super::query::Condition;
use crate::domain::value::Value;

/// A list in an order.
pub struct Sorted<'a> {
    /// The table.
    pub table: &'a str,
    /// What a row tells behind the key that it is sorted by; the number first.
    pub columns: &'a str,
    /// What it is sorted by; the number breaks ties.
    pub by: &'a str,
    /// Whether the largest comes first.
    pub falls: bool,
}

impl Sorted<'_> {
    /// The rows of a window, `limit` at most, in the list's order; `condition` selects those of the list.
    pub fn rows<T>(
        &self,
        conn: &Connection,
        condition: &Condition,
        (window, limit): (&Window<Place>, i64),
        read: fn(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let backward = matches!(window, Window::Before(_) | Window::Last);
        let mut found = Vec::new();
        for part in self.parts(window) {
            let missing = limit - i64::try_from(found.len()).unwrap_or(limit);
            if missing > 0 {
                self.part(conn, condition.clone(), (&part, backward, missing), read, &mut found)?;
            }
        }
        if backward {
            found.reverse();
        }
        Ok(found)
    }

    fn part<T>(
        &self,
        conn: &Connection,
        mut condition: Condition,
        (part, backward, limit): (&Part, bool, i64),
        read: fn(&Row) -> Result<T, Fault>,
        found: &mut Vec<T>,
    ) -> Result<(), Fault> {
        let Self { table, columns, by, falls } = self;
        for (is_key, sign, value) in part {
            let mark = condition.bind(value.clone());
            condition.and_plain(&format!("{} {sign} {mark}", if *is_key { by } else { "no" }));
        }
        let direction = if *falls == backward { "ASC" } else { "DESC" };
        // Among rows of one key only the number orders; to say more would have them sorted.
        let is_tie = part.len() > 1;
        let order = if is_tie { String::new() } else { format!("{by} {direction}, ") };
        let sql = format!(
            "SELECT {by}, {columns} FROM {table} WHERE {} ORDER BY {order}no {direction} LIMIT {limit}",
            condition.sql
        );
        let mut query = conn.prepare_cached(&sql)?;
        let mut rows = query.query(condition.params().as_slice())?;
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(())
    }

    /// A window in parts, each of which an index finds at once: what shares the place's key, then what lies beyond.
    fn parts(&self, window: &Window<Place>) -> Vec<Part> {
        let (place, backward, own) = match window {
            Window::First | Window::Last => return vec![Vec::new()],
            Window::After(place) => (place, false, false),
            Window::Before(place) => (place, true, false),
            Window::From(place) => (place, false, true),
        };
        let beyond = if self.falls == backward { ">" } else { "<" };
        let tie = match (own, beyond) {
            (false, _) => beyond,
            (true, ">") => ">=",
            (true, _) => "<=",
        };
        let key = || place.key.clone();
        vec![vec![(true, "=", key()), (false, tie, Value::Int(place.no))], vec![(true, beyond, key())]]
    }
}

/// Comparisons that select a part of a list: whether of the key or of the number, a sign, a value.
type Part = Vec<(bool, &'static str, Value)>;
