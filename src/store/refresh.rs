//! Judging deals again for no other reason than that days have passed.

use chrono::NaiveDate;
use rusqlite::params;

use super::derive::Dirty;
use super::{Fault, Store};

/// Judges again the open deals whose judgement has run out by `today`; how many were done, `limit` at most.
pub fn refresh(store: &mut Store, today: NaiveDate, limit: usize) -> Result<usize, Fault> {
    let day = today.to_string();
    let judged = store.meta("judged_on")?.unwrap_or_default();
    if judged == day {
        return Ok(0);
    }
    // Looking back: what was judged on a later day says nothing of this one.
    if judged > day {
        store.conn.execute("UPDATE opp SET judged_until = '' WHERE status = 'open' AND gone = 0", [])?;
        store.set_meta("judged_on", "")?;
    }
    let mut query = store.conn.prepare_cached("SELECT no FROM opp WHERE judged_until <= ?1 LIMIT ?2")?;
    let found = query.query_map(params![day, i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?;
    let due: Vec<i64> = found.collect::<Result<_, _>>()?;
    drop(query);
    store.conn.execute_batch("BEGIN IMMEDIATE")?;
    let done = rejudge(store, &due, today).and_then(|()| {
        if due.len() < limit {
            store.set_meta("judged_on", &day)?;
        }
        Ok(store.conn.execute_batch("COMMIT")?)
    });
    if done.is_err() {
        let _ = store.conn.execute_batch("ROLLBACK");
    }
    done.map(|()| due.len())
}

fn rejudge(store: &Store, due: &[i64], today: NaiveDate) -> Result<(), Fault> {
    let mut dirty = Dirty::default();
    for no in due {
        dirty.deal(&store.conn, *no)?;
    }
    dirty.settle(&store.conn, &store.rules, today)
}
