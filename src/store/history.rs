//! What the journal tells: a record's history, a batch's lines, what happened lately.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, ToSql, params};
use serde_json::Value as Json;

use super::journal::{self, LINE, Line};
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

/// A batch's lines before a place in the journal, newest first.
pub(super) fn lines_before(
    store: &Store,
    batch: i64,
    before: i64,
    limit: i64,
) -> Result<Vec<(i64, Line)>, Fault> {
    let mut query = store.conn.prepare_cached(&format!(
        "SELECT j.lsn, {LINE} FROM journal j WHERE j.batch = ?1 AND j.lsn < ?2 ORDER BY j.lsn DESC LIMIT ?3"
    ))?;
    let rows =
        query.query_map(params![batch, before, limit], |row| Ok((row.get(0)?, journal::read(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn events() -> String {
    format!(
        "SELECT b.batch, b.at, b.author, b.origin, b.name, {LINE}
         FROM journal j JOIN batch b ON b.batch = j.batch"
    )
}

/// What a birth's line says of a field.
fn born_as(line: &Line, field: &str) -> Value {
    let whole: Json = serde_json::from_str(line.new.as_text().unwrap_or_default()).unwrap_or_default();
    match whole.get(field) {
        Some(Json::Number(number)) => number.as_i64().map_or(Value::Null, Value::Int),
        Some(Json::String(text)) => Value::Text(text.clone()),
        _ => Value::Null,
    }
}

impl Store {
    /// What happened to a record and to what hangs on it, newest first.
    pub fn history(&self, id: Id, limit: i64) -> Result<Vec<Event>, Fault> {
        let sql = format!(
            "{} WHERE j.record = ?1 OR j.record IN (
                SELECT id FROM answer WHERE opportunity = ?1 UNION ALL
                SELECT id FROM step WHERE opportunity = ?1 UNION ALL
                SELECT id FROM role WHERE opportunity = ?1 UNION ALL
                SELECT id FROM influence WHERE opportunity = ?1 UNION ALL
                SELECT id FROM decision WHERE opportunity = ?1 UNION ALL
                SELECT id FROM factor WHERE opportunity = ?1 UNION ALL
                SELECT id FROM fit WHERE opportunity = ?1 UNION ALL
                SELECT id FROM rival WHERE opportunity = ?1 UNION ALL
                SELECT id FROM cost WHERE opportunity = ?1 UNION ALL
                SELECT id FROM visit WHERE opportunity = ?1 OR account = ?1 UNION ALL
                SELECT id FROM todo WHERE opportunity = ?1) ORDER BY j.lsn DESC LIMIT ?2",
            events()
        );
        self.events(&sql, &[&id.to_string(), &limit])
    }

    /// What happened lately to anything, newest first.
    pub fn recent(&self, limit: i64) -> Result<Vec<Event>, Fault> {
        self.events(&format!("{} ORDER BY j.lsn DESC LIMIT ?1", events()), &[&limit])
    }

    /// What an import wrote last into a field of a record; nothing where none did, or where it was taken back.
    pub fn last_imported(&self, id: Id, field: &str) -> Result<Option<Value>, Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {LINE} FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.record = ?1 AND (j.field = ?2 OR j.field IS NULL) AND b.origin = 'import'
               AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undo_of = b.batch AND u.batch > b.batch AND NOT EXISTS
                   (SELECT 1 FROM batch r WHERE r.undo_of = u.batch AND r.batch > u.batch))
             ORDER BY j.lsn DESC LIMIT 1"
        ))?;
        let found = query.query_row(params![id.to_string(), field], |row| journal::read(row, 0));
        let Some(line) = super::row::optional(found)? else { return Ok(None) };
        if line.field.is_some() {
            return Ok(Some(line.new));
        }
        Ok(Some(born_as(&line, field)))
    }

    /// Whether an account had this name before it had the one it has.
    pub fn was_called(&self, account: Id, name: &str) -> Result<bool, Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {LINE} FROM journal j WHERE j.record = ?1 AND (j.field = 'name' OR j.field IS NULL)"
        ))?;
        let lines = query.query_map([account.to_string()], |row| journal::read(row, 0))?;
        for line in lines {
            let line = line?;
            let was = match &line.field {
                Some(_) => line.old.as_text() == Some(name),
                None => born_as(&line, "name").as_text() == Some(name),
            };
            if was {
                return Ok(true);
            }
        }
        Ok(false)
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
                line: journal::read(row, 5)?,
            });
        }
        Ok(events)
    }
}
