//! What comes again, to-dos and visits alike: its first day, and the next one when it is over.

use chrono::NaiveDate;

use super::{Recur, Repeat, occurrence};
use crate::domain::moment::Moment;
use crate::domain::record::{Head, Record};
use crate::domain::workday::Workdays;

/// Where a record stands in its series.
pub struct Seat<'a> {
    /// When it comes again; nothing for once.
    pub recur: &'a mut Option<String>,
    /// The series it belongs to.
    pub series: &'a mut Option<String>,
    /// Its day in the series.
    pub occurrence: &'a mut Option<NaiveDate>,
    /// When it is to be.
    pub at: &'a mut Option<Moment>,
}

/// What may come again.
pub trait Again: Record {
    /// Where it stands in its series.
    fn seat(&mut self) -> Seat<'_>;
    /// Whether it is still to be.
    fn is_open(&self) -> bool;
    /// Whether it is over, so that the next one follows.
    fn is_over(&self) -> bool;
    /// Still to be, though it was over.
    fn reopen(&mut self);
    /// The same on another day, with nothing done about it yet.
    #[must_use]
    fn fresh(&self, day: NaiveDate) -> Self;
}

/// Gives what recurs and has no day the first of its days.
pub fn begin<R: Again>(record: &mut R, today: NaiveDate, worked: &Workdays) {
    let is_open = record.is_open();
    let seat = record.seat();
    let rule = seat.recur.as_deref().filter(|_| is_open && seat.at.is_none());
    let rule = rule.and_then(|text| text.parse::<Repeat>().ok());
    *seat.at = rule.map_or(*seat.at, |rule| rule.first(today, worked).map(Moment::on));
}

/// The next one of a series, which began on `first`, when this one is over on a day; nothing where it does not recur.
/// Days that passed meanwhile are not made up for.
pub fn again<R: Again>(record: &R, first: NaiveDate, over: NaiveDate, worked: &Workdays) -> Option<R> {
    let mut this = record.clone();
    let seat = this.seat();
    let repeat: Repeat = seat.recur.as_deref()?.parse().ok()?;
    let (series, own) = (seat.series.take()?, (*seat.occurrence)?);
    let after = if matches!(repeat.rule, Recur::After(..)) { over } else { own.max(over) };
    let day = repeat.next(first, after, worked)?;
    let mut next = record.fresh(day);
    *next.head_mut() = Head { id: occurrence(&series, day), ..Head::default() };
    let seat = next.seat();
    (*seat.series, *seat.occurrence) = (Some(series), Some(day));
    *seat.at = Some(seat.at.map_or(Moment::on(day), |at| at.moved_to(day)));
    Some(next)
}
