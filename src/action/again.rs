//! What recurs goes on: when a to-do is done, or a visit held or called off, the next one of its series is there.

use std::any::Any;

use chrono::NaiveDate;

use crate::domain::record::Record;
use crate::domain::recur::{self, Again, Repeat};
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::store::Tx;

use super::Desk;
use super::failure::{Failure, Mistake, Wanted};

/// Before a record is saved: its rule is put as everywhere, and what has no day gets its first.
pub(super) fn settle<R: Record>(tx: &Tx, desk: &Desk, record: &mut R) -> Result<(), Failure> {
    let record = record as &mut dyn Any;
    if let Some(visit) = record.downcast_mut::<Visit>() {
        return put(tx, desk, visit);
    }
    record.downcast_mut::<Todo>().map_or(Ok(()), |todo| put(tx, desk, todo))
}

fn put<R: Again>(tx: &Tx, desk: &Desk, record: &mut R) -> Result<(), Failure> {
    let Some(text) = record.seat().recur.take() else { return Ok(()) };
    let rule: Result<Repeat, _> = text.parse();
    let rule = rule.map_err(|_| Mistake::Value(R::NOUN, "recur", text, Wanted::Recur))?;
    *record.seat().recur = Some(rule.to_string());
    recur::begin(record, desk.stamp.today(), &tx.rules.workdays);
    Ok(())
}

/// After a record was saved: where it was just over and recurs, the next one of its series is there; its day.
pub(super) fn renew<R: Record>(
    tx: &mut Tx,
    desk: &Desk,
    old: &R,
    new: &mut R,
) -> Result<Option<NaiveDate>, Failure> {
    let (old, new) = (old as &dyn Any, new as &mut dyn Any);
    if let (Some(old), Some(new)) = (old.downcast_ref::<Visit>(), new.downcast_mut::<Visit>()) {
        return next(tx, desk, old, new);
    }
    match (old.downcast_ref::<Todo>(), new.downcast_mut::<Todo>()) {
        (Some(old), Some(new)) => next(tx, desk, old, new),
        _ => Ok(None),
    }
}

fn next<R: Again>(tx: &mut Tx, desk: &Desk, old: &R, over: &mut R) -> Result<Option<NaiveDate>, Failure> {
    if old.is_over() || !over.is_over() || over.seat().recur.is_none() {
        return Ok(None);
    }
    let today = desk.stamp.today();
    let id = over.head().id.to_string();
    let seat = over.seat();
    let series = seat.series.get_or_insert(id).clone();
    let own = *seat.occurrence.get_or_insert(seat.at.map_or(today, |at| at.day));
    tx.save(over)?;
    if tx.is_ahead::<R>(&series, own)? {
        return Ok(None);
    }
    let first = tx.series_start::<R>(&series)?.unwrap_or(own);
    let Some(mut next) = recur::again(over, first, today, &tx.rules.workdays) else { return Ok(None) };
    let day = *next.seat().occurrence;
    match day.map(|day| tx.occurrence::<R>(&series, day)).transpose()?.flatten() {
        None => drop(tx.save(&mut next)?),
        // It was made before and taken back.
        Some(mut twin) if twin.head().gone => {
            twin.head_mut().gone = false;
            twin.reopen();
            tx.save(&mut twin)?;
        }
        Some(_) => return Ok(None),
    }
    Ok(day)
}
