//! What the journal tells: a record's history, a batch's lines, what happened lately.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Row, ToSql, params};

use super::journal::Line;
use super::{Fault, Store};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// One line of a history, with what its batch says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The batch's number.
    pub batch: i64,
    /// The moment.
    pub at: DateTime<FixedOffset>,
    /// The person.
    pub author: String,
    /// `user`, `import`, `undo` or `redo`.
    pub origin: String,
    /// What the batch is called.
    pub name: String,
    /// What changed.
    pub line: Line,
}

pub(super) fn batch_name(conn: &Connection, batch: i64) -> Result<String, Fault> {
    Ok(conn.query_row("SELECT name FROM batch WHERE batch = ?1", [batch], |row| row.get(0))?)
}

pub(super) fn line(row: &Row, from: usize) -> rusqlite::Result<Line> {
    Ok(Line {
        noun: row.get(from)?,
        record: row.get(from + 1)?,
        field: row.get(from + 2)?,
        old: row.get(from + 3)?,
        new: row.get(from + 4)?,
    })
}

/// A batch's lines before a place in the journal, newest first.
pub(super) fn lines_before(
    store: &Store,
    batch: i64,
    before: i64,
    limit: i64,
) -> Result<Vec<(i64, Line)>, Fault> {
    let mut query = store.conn.prepare_cached(
        "SELECT lsn, noun, record, field, old, new FROM journal
         WHERE batch = ?1 AND lsn < ?2 ORDER BY lsn DESC LIMIT ?3",
    )?;
    let rows = query.query_map(params![batch, before, limit], |row| Ok((row.get(0)?, line(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const EVENTS: &str =
    "SELECT b.batch, b.at, b.author, b.origin, b.name, j.noun, j.record, j.field, j.old, j.new
    FROM journal j JOIN batch b ON b.batch = j.batch";

impl Store {
    /// What happened to a record and to what hangs on it, newest first.
    pub fn history(&self, id: Id, limit: i64) -> Result<Vec<Event>, Fault> {
        let sql = format!(
            "{EVENTS} WHERE j.record = ?1 OR j.record IN (
                SELECT id FROM answer WHERE opportunity = ?1 UNION ALL
                SELECT id FROM step WHERE opportunity = ?1 UNION ALL
                SELECT id FROM role WHERE opportunity = ?1) ORDER BY j.lsn DESC LIMIT ?2"
        );
        self.events(&sql, &[&id.to_string(), &limit])
    }

    /// What happened lately to anything, newest first.
    pub fn recent(&self, limit: i64) -> Result<Vec<Event>, Fault> {
        self.events(&format!("{EVENTS} ORDER BY j.lsn DESC LIMIT ?1"), &[&limit])
    }

    /// What an import wrote last into a field of a record; nothing where none did, or where it was taken back.
    pub fn last_imported(&self, id: Id, field: &str) -> Result<Option<Value>, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT CASE WHEN j.field IS NULL THEN json_extract(j.new, '$.' || ?2) ELSE j.new END
             FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.record = ?1 AND (j.field = ?2 OR j.field IS NULL) AND b.origin = 'import'
               AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undo_of = b.batch AND u.batch > b.batch AND NOT EXISTS
                   (SELECT 1 FROM batch r WHERE r.undo_of = u.batch AND r.batch > u.batch))
             ORDER BY j.lsn DESC LIMIT 1",
        )?;
        super::row::optional(query.query_row(params![id.to_string(), field], |row| row.get(0)))
    }

    /// Whether an account had this name before it had the one it has.
    pub fn was_called(&self, account: Id, name: &str) -> Result<bool, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM journal WHERE record = ?1
             AND (field = 'name' AND old = ?2 OR field IS NULL AND json_extract(new, '$.name') = ?2))",
        )?;
        Ok(query.query_row(params![account.to_string(), name], |row| row.get(0))?)
    }

    /// Records whose kept columns hold a label that ends so, those that are gone left out.
    pub fn waiting<R: Record>(&self, mark: &str) -> Result<Vec<R>, Fault> {
        let rest = "WHERE gone = 0 AND instr(extra, ?1) > 0 ORDER BY no";
        super::row::all(&self.conn, rest, &[&format!("{mark}\":")])
    }

    fn events(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<Event>, Fault> {
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query(values)?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let at: String = row.get(1)?;
            events.push(Event {
                batch: row.get(0)?,
                at: DateTime::parse_from_rfc3339(&at).map_err(|_| Fault::Damaged(at))?,
                author: row.get(2)?,
                origin: row.get(3)?,
                name: row.get(4)?,
                line: line(row, 5)?,
            });
        }
        Ok(events)
    }
}
