//! Series of a calendar: what a newer version no longer has is taken out of the book, and an older one changes nothing.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{FileReport, version};
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::domain::visit::Visit;
use crate::import::ics::{apart, stamp_day};
use crate::import::reading::{Proposal, Series};
use crate::store::{Fault, Tx};

/// A time of a series: its number, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The number of its visit.
    pub no: i64,
    /// When it was to be.
    pub day: Option<NaiveDate>,
}

/// The series of a file, by their external ids, each with what the book had of it.
pub type Known = HashMap<String, Held>;

/// A series of a file, and the times that the book has of it.
pub struct Held {
    series: Series,
    times: Vec<Visit>,
    is_outdated: bool,
}

/// Looks up what the book has of the series of a file.
pub fn known(tx: &Tx, series: &[Series]) -> Result<Known, Fault> {
    let mut known = Known::new();
    for series in series {
        let times = times_of(tx, &series.external_id)?;
        let is_newer = |visit: &Visit| {
            let versions = series.version.as_ref().zip(visit.version.as_ref());
            versions.is_some_and(|(said, held)| version::is_outdated(said, held))
        };
        let is_outdated = times.iter().any(is_newer);
        known.insert(series.external_id.clone(), Held { series: series.clone(), times, is_outdated });
    }
    Ok(known)
}

/// What the book has of a series, gone or not.
fn times_of(tx: &Tx, series: &str) -> Result<Vec<Visit>, Fault> {
    let mut found = tx.below(series)?;
    found.retain(|visit| visit.external_id.as_deref().is_some_and(|external| apart(external).0 == series));
    Ok(found)
}

/// The series of an external id, and the day of it that the id names.
fn of<'a>(known: &'a mut Known, external: &str) -> Option<(&'a mut Held, Option<NaiveDate>)> {
    let (series, stamp) = apart(external);
    known.get_mut(series).map(|held| (held, stamp.and_then(stamp_day)))
}

/// Whether a row says nothing new: its series is held in a newer version, or is called off and taken out time by time.
pub fn is_old(known: &mut Known, proposal: &Proposal) -> bool {
    let Some((held, _)) = of(known, &proposal.external_id) else { return false };
    let has_times = || held.times.iter().any(|visit| stamp(visit).is_some());
    held.is_outdated || (held.series.is_off && has_times())
}

/// The visit of the same day that goes by another name in the file now: the series begins at another hour, or what came
/// once comes again.
pub fn renamed(known: &mut Known, proposal: &Proposal) -> Option<Visit> {
    let (held, day) = of(known, &proposal.external_id)?;
    let day = day.or_else(|| proposal.get("when")?.get(..10)?.parse().ok());
    let is_free = |visit: &Visit| {
        let id = visit.external_id.as_deref().unwrap_or_default();
        let own = stamp(visit).or(visit.when.map(|when| when.day));
        !visit.head.gone && own == day && !held.series.said.contains(id)
    };
    let at = held.times.iter().position(is_free)?;
    Some(held.times.swap_remove(at))
}

/// The day that a visit has in its series.
fn stamp(visit: &Visit) -> Option<NaiveDate> {
    visit.external_id.as_deref().and_then(|external| apart(external).1).and_then(stamp_day)
}

/// Takes out what the series of a file no longer have, but for what was reported or changed here.
pub fn end(tx: &mut Tx, known: &Known, report: &mut FileReport) -> Result<(), Fault> {
    let mut all: Vec<&Held> = known.values().filter(|held| !held.is_outdated).collect();
    all.sort_by(|one, other| one.series.external_id.cmp(&other.series.external_id));
    for Held { series, .. } in all {
        for mut visit in times_of(tx, &series.external_id)? {
            if visit.head.gone || stands(series, &visit) {
                continue;
            }
            let time = Time { no: visit.head.no, day: visit.when.map(|when| when.day) };
            if is_ours(tx, &visit)? {
                report.left.push(time);
                continue;
            }
            visit.head.gone = true;
            visit.version = series.version.as_ref().map(|version| format!("{version}/"));
            tx.save(&mut visit)?;
            report.ended.push(time);
        }
    }
    Ok(())
}

/// Whether a time of a series is in the file, or may be beyond what was read of it.
fn stands(series: &Series, visit: &Visit) -> bool {
    let id = visit.external_id.as_deref().unwrap_or_default();
    let (from, to) = series.window;
    let is_beyond = visit.when.is_none_or(|when| when.day > to || visit.until.unwrap_or(when.day) < from);
    series.said.contains(id) || if series.is_off { stamp(visit).is_none() } else { is_beyond }
}

/// Whether somebody here told what came of a visit, changed it, or hung something on it.
fn is_ours(tx: &Tx, visit: &Visit) -> Result<bool, Fault> {
    if visit.result.is_some() || !tx.belongings(Noun::Visit, visit.head.id)?.is_empty() {
        return Ok(true);
    }
    for key in tx.changed_by_hand(Noun::Visit, visit.head.no)? {
        let Some(field) = Visit::field(&key) else { continue };
        let said = tx.last_imported::<Visit>(visit.head.no, &key)?.unwrap_or(Value::Null);
        if (field.get)(visit) != said {
            return Ok(true);
        }
    }
    Ok(false)
}
