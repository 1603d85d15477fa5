//! The four views and the days that each of them shows. Weeks begin on the reader's first day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::tui::shape::motion::Motion;

/// Days of the agenda.
const AGENDA: usize = 35;

/// What the calendar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The weeks of a month.
    #[default]
    Month,
    /// A week.
    Week,
    /// A day by its hours.
    Day,
    /// What happens in the weeks to come.
    Agenda,
}

impl Look {
    /// The view that comes next.
    pub fn next(self) -> Self {
        match self {
            Self::Month => Self::Week,
            Self::Week => Self::Day,
            Self::Day => Self::Agenda,
            Self::Agenda => Self::Month,
        }
    }

    /// The first day and the number of days shown around a day; `from` is where the agenda begins.
    pub fn range(self, day: NaiveDate, from: NaiveDate, week: Weekday) -> (NaiveDate, usize) {
        match self {
            Self::Month => {
                let first = begin(day.with_day(1).unwrap_or(day), week);
                let next = months(day.with_day(1).unwrap_or(day), true);
                let weeks = usize::try_from((next - first).num_days()).unwrap_or(0).div_ceil(7);
                (first, weeks * 7)
            }
            Self::Week => (begin(day, week), 7),
            Self::Day => (day, 1),
            Self::Agenda => (from, AGENDA),
        }
    }

    /// The day a page on or back.
    pub fn page(self, day: NaiveDate, forward: bool) -> NaiveDate {
        match self {
            Self::Month => months(day, forward),
            Self::Week | Self::Day => days(day, forward, 7),
            Self::Agenda => days(day, forward, 35),
        }
    }
}

/// Where the agenda begins so that it shows a day: where it did, else with the day's week.
pub fn first(day: NaiveDate, from: NaiveDate, week: Weekday) -> NaiveDate {
    let shown = from.iter_days().take(AGENDA).any(|one| one == day);
    if shown { from } else { begin(day, week) }
}

/// The first day of a day's week, where weeks begin on `week`.
pub fn begin(day: NaiveDate, week: Weekday) -> NaiveDate {
    days(day, false, u64::from(day.weekday().days_since(week)))
}

/// The day that gives seven days their ISO week: the Thursday among them.
pub fn thursday(first: NaiveDate) -> NaiveDate {
    days(first, true, u64::from(Weekday::Thu.days_since(first.weekday())))
}

/// The day some days on or back.
pub fn days(day: NaiveDate, forward: bool, count: u64) -> NaiveDate {
    let step = Days::new(count);
    let to = if forward { day.checked_add_days(step) } else { day.checked_sub_days(step) };
    to.unwrap_or(day)
}

/// The same day of the next month or the one before, or its last.
fn months(day: NaiveDate, forward: bool) -> NaiveDate {
    let step = Months::new(1);
    let to = if forward { day.checked_add_months(step) } else { day.checked_sub_months(step) };
    to.unwrap_or(day)
}

/// Where a move leads in the month: a week up or down, two weeks, the month's first and last day.
pub fn by(day: NaiveDate, motion: Motion) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    match motion {
        Motion::Up => days(day, false, 7),
        Motion::Down => days(day, true, 7),
        Motion::HalfUp => days(day, false, 14),
        Motion::HalfDown => days(day, true, 14),
        Motion::PageUp => months(day, false),
        Motion::PageDown => months(day, true),
        Motion::First => first,
        Motion::Last => days(months(first, true), false, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_shows_its_whole_weeks() {
        for (at, first, count) in [
            ("2028-02-29", "2028-01-31", 35),
            ("2027-02-10", "2027-02-01", 28),
            ("2026-08-01", "2026-07-27", 42),
            ("2026-12-31", "2026-11-30", 35),
            ("2027-01-01", "2026-12-28", 35),
        ] {
            assert_eq!(Look::Month.range(day(at), day(at), Weekday::Mon), (day(first), count), "{at}");
        }
        for (week, at, first, count, thursday_of) in [
            (Weekday::Sun, "2026-11-23", "2026-11-01", 35, "2026-11-05"),
            (Weekday::Sun, "2026-08-23", "2026-07-26", 42, "2026-07-30"),
            (Weekday::Sat, "2026-11-23", "2026-10-31", 35, "2026-11-05"),
        ] {
            assert_eq!(Look::Month.range(day(at), day(at), week), (day(first), count), "{at}");
            assert_eq!(thursday(day(first)), day(thursday_of));
        }
        assert_eq!(Look::Week.range(day("2026-11-22"), NaiveDate::MIN, Weekday::Sun).0, day("2026-11-22"));
        assert_eq!(Look::Week.range(day("2026-11-22"), NaiveDate::MIN, Weekday::Mon).0, day("2026-11-16"));
        assert_eq!(by(day("2028-02-10"), Motion::Last), day("2028-02-29"));
        assert_eq!(Look::Month.page(day("2027-01-31"), true), day("2027-02-28"));
        assert_eq!(Look::Month.page(day("2026-12-15"), true), day("2027-01-15"));
    }

    proptest! {
        #[test]
        fn every_view_shows_its_day_whatever_it_is(at in -90_000_000..90_000_000_i32, off in -60..60_i64, week in 0..7_u8) {
            let at = NaiveDate::from_num_days_from_ce_opt(at).unwrap_or(NaiveDate::MAX);
            let old = at.checked_add_signed(chrono::Duration::days(off)).unwrap_or(at);
            let week = Weekday::try_from(week).unwrap();
            for look in [Look::Month, Look::Week, Look::Day, Look::Agenda] {
                let (from, count) = look.range(at, first(at, old, week), week);
                prop_assert!(from.iter_days().take(count).any(|one| one == at), "{look:?} {at} {from} {count}");
            }
        }
    }
}
