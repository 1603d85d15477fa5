//! What is fixed in UTC is shown by the reader's clock: where that is another one than it was, the hours are written
//! anew. Nobody did that, so that it stands in no journal; an undo that brings old hours back is put right likewise.

use rusqlite::{Connection, params};

use super::{Fault, Store};
use crate::domain::clock::Clock;
use crate::domain::moment::{Instant, Moment};
use crate::domain::visit;

/// Where the book keeps by which clock its hours were written.
const CLOCK: &str = "clock";

impl Store {
    /// Goes by a clock from now on: visits and to-dos that other programs fixed in UTC keep their moment.
    pub fn go_by(&mut self, clock: &Clock) -> Result<(), Fault> {
        self.clock = Some(*clock);
        let name = clock.to_string();
        if self.meta(CLOCK)?.as_ref() != Some(&name) {
            self.right_hours()?;
            self.set_meta(CLOCK, &name)?;
        }
        Ok(())
    }

    /// Writes the hours of all that is fixed as the clock shows them.
    pub(super) fn right_hours(&mut self) -> Result<(), Fault> {
        let Some(clock) = self.clock else { return Ok(()) };
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let done = visits(&self.conn, &clock).and_then(|()| todos(&self.conn, &clock));
        self.conn.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done
    }
}

/// The moment of a row as the clock shows it.
fn shown(instant: &str, clock: &Clock) -> Result<Moment, Fault> {
    let instant: Instant = instant.parse().map_err(|_| Fault::Damaged(instant.to_owned()))?;
    Ok(clock.moment(&instant.0.and_utc()))
}

fn visits(conn: &Connection, clock: &Clock) -> Result<(), Fault> {
    let mut query =
        conn.prepare("SELECT no, instant, \"when\", lasts FROM visit WHERE instant IS NOT NULL")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let rows: Vec<(i64, String, Option<String>, Option<i64>)> = rows.collect::<Result<_, _>>()?;
    let mut write = conn.prepare("UPDATE visit SET \"when\" = ?2, until = ?3 WHERE no = ?1")?;
    for (no, instant, when, lasts) in rows {
        let moment = shown(&instant, clock)?;
        if when.as_deref() != Some(&moment.to_string()) {
            let until = visit::last_day(moment, lasts).map(|day| day.to_string());
            write.execute(params![no, moment.to_string(), until])?;
        }
    }
    Ok(())
}

fn todos(conn: &Connection, clock: &Clock) -> Result<(), Fault> {
    let mut query = conn.prepare("SELECT no, instant FROM todo WHERE instant IS NOT NULL")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
    let mut write = conn.prepare("UPDATE todo SET due = ?2 WHERE no = ?1")?;
    for (no, instant) in rows {
        write.execute(params![no, shown(&instant, clock)?.to_string()])?;
    }
    Ok(())
}
