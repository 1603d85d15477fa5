//! Judging deals again for no other reason than that days have passed.

use chrono::NaiveDate;
use rusqlite::params;

use super::derive::Dirty;
use super::{Fault, Store};

/// Set where the method's numbers are others than those by which deals were judged.
pub(super) const REJUDGE: &str = "rejudge";
/// The last day that deals were judged for before somebody looked back; while it is set nothing is kept in `judged`,
/// since what a look back changes happened to no deal.
pub(super) const LOOKED_BACK: &str = "looked_back";

/// Judges again the open deals whose judgement has run out by `today`; how many were done, `limit` at most.
pub fn refresh(store: &mut Store, today: NaiveDate, limit: usize) -> Result<usize, Fault> {
    let set = |key| Ok::<_, Fault>(store.meta(key)?.filter(|value| !value.is_empty()));
    let (judged, rejudge) = (set("judged_on")?.unwrap_or_default(), set(REJUDGE)?.is_some());
    let back = set(LOOKED_BACK)?;
    // The way up again stops at the day from which it went down: from there on, changes are the deals' own.
    let day = back.clone().unwrap_or_default();
    let day = day.parse().ok().filter(|day| *day < today).unwrap_or(today);
    let text = day.to_string();
    if judged == text && !rejudge && day == today {
        return Ok(0);
    }
    if judged > text && back.is_none() {
        store.set_meta(LOOKED_BACK, &judged)?;
    }
    // What was judged on a later day, or by other numbers, says nothing of this one.
    if judged > text || rejudge {
        store.conn.execute("UPDATE opp SET judged_until = '' WHERE status = 'open' AND gone = 0", [])?;
        store.set_meta("judged_on", "")?;
        store.set_meta(REJUDGE, "")?;
    }
    let done = run_out(store, day, limit)?;
    if done < limit && day < today {
        return refresh(store, today, limit);
    }
    Ok(done)
}

/// Judges again for a day, and notes the day where all were done.
fn run_out(store: &Store, today: NaiveDate, limit: usize) -> Result<usize, Fault> {
    let day = today.to_string();
    let mut query = store.conn.prepare_cached("SELECT no FROM opp WHERE judged_until <= ?1 LIMIT ?2")?;
    let found = query.query_map(params![day, i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?;
    let due: Vec<i64> = found.collect::<Result<_, _>>()?;
    store.conn.execute_batch("BEGIN IMMEDIATE")?;
    let done = rejudge(store, &due, today).and_then(|()| {
        if due.len() < limit {
            store.set_meta("judged_on", &day)?;
            let forget = "UPDATE meta SET value = '' WHERE key = ?1 AND value <= ?2";
            store.conn.execute(forget, [LOOKED_BACK, &day])?;
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
