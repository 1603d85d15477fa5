//! What the calendar allows: every step and every named place in it, or that there is no such day.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::{Answer, NotADay};

/// A length of time, as so many of one or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// Days.
    Days(i64),
    /// Months; a day that the month has not becomes its last.
    Months(i64),
}

/// Which place in a month is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The first day.
    Start,
    /// The fifteenth.
    Middle,
    /// The last day.
    End,
    /// This day.
    Day(u32),
}

/// How many years ahead a date without its year is looked for: a leap day may be eight years off.
const AHEAD: i32 = 8;

/// This day of this year.
pub(super) fn date(year: i32, month: u32, day: u32) -> Answer {
    let found = NaiveDate::from_ymd_opt(year, month, day);
    found.filter(|day| is_sound(*day)).ok_or(NotADay::Impossible)
}

/// The next day with this month and day that is not past.
pub(super) fn coming_date(today: NaiveDate, month: u32, day: u32) -> Answer {
    coming(today, |year| date(year, month, day))
}

/// The next place in this month that is not past.
pub(super) fn coming_place(today: NaiveDate, month: u32, place: Place) -> Answer {
    coming(today, |year| in_month(year, month, place))
}

/// The end of the next quarter of this number that is not past.
pub(super) fn coming_quarter(today: NaiveDate, quarter: u32) -> Answer {
    coming(today, |year| quarter_end(year, quarter))
}

fn coming(today: NaiveDate, of_year: impl Fn(i32) -> Answer) -> Answer {
    let years = today.year()..=today.year().saturating_add(AHEAD);
    years.filter_map(|year| of_year(year).ok()).find(|day| *day >= today).ok_or(NotADay::Impossible)
}

/// The next place in a month, of this month or a later one, that is not past.
pub(super) fn coming_in_month(today: NaiveDate, place: Place) -> Answer {
    let found = (0..=2).filter_map(|months| month_from(today, months, place).ok());
    let mut found = found.filter(|day| *day >= today);
    found.next().ok_or(NotADay::Impossible)
}

/// A place in this month of this year.
pub(super) fn in_month(year: i32, month: u32, place: Place) -> Answer {
    match place {
        Place::Start => date(year, month, 1),
        Place::Middle => date(year, month, 15),
        Place::Day(day) => date(year, month, day),
        Place::End => {
            let next = date(year, month, 1)?.checked_add_months(Months::new(1));
            next.and_then(|first| first.checked_sub_days(Days::new(1))).ok_or(NotADay::Impossible)
        }
    }
}

/// A place in the month that is so many months from this one.
pub(super) fn month_from(today: NaiveDate, months: i64, place: Place) -> Answer {
    let first = today.with_day(1).ok_or(NotADay::Impossible)?;
    let first = step(first, months, Span::Months(1))?;
    in_month(first.year(), first.month(), place)
}

/// The last day of a quarter, 1 to 4.
pub(super) fn quarter_end(year: i32, quarter: u32) -> Answer {
    if !(1..=4).contains(&quarter) {
        return Err(NotADay::Impossible);
    }
    in_month(year, quarter * 3, Place::End)
}

/// The last day of the quarter that is so many quarters from this one.
pub(super) fn quarter_from(today: NaiveDate, quarters: i64) -> Answer {
    let past = i64::from(today.month0() % 3);
    month_from(today, quarters * 3 + 2 - past, Place::End)
}

/// The Monday of this ISO week.
pub(super) fn week(year: i32, week: u32) -> Answer {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).ok_or(NotADay::Impossible)
}

/// The Monday of the next ISO week of this number that is not over.
pub(super) fn coming_week(today: NaiveDate, number: u32) -> Answer {
    let this = in_week(today, 0, Weekday::Mon)?;
    let first = today.iso_week().year();
    let mut found = (first..=first.saturating_add(AHEAD)).filter_map(|year| week(year, number).ok());
    found.find(|monday| *monday >= this).ok_or(NotADay::Impossible)
}

/// This weekday of the week that is so many weeks from this one.
pub(super) fn in_week(today: NaiveDate, weeks: i64, weekday: Weekday) -> Answer {
    let from_monday = |day: Weekday| i64::from(day.num_days_from_monday());
    step(today, weeks * 7 + from_monday(weekday) - from_monday(today.weekday()), Span::Days(1))
}

/// The next such weekday after today.
pub(super) fn coming_weekday(today: NaiveDate, weekday: Weekday) -> Answer {
    let this = in_week(today, 0, weekday)?;
    if this > today { Ok(this) } else { in_week(today, 1, weekday) }
}

/// The Saturday of the week that is so many weeks from this one; on a Sunday, this weekend is today.
pub(super) fn weekend(today: NaiveDate, weeks: i64) -> Answer {
    if weeks == 0 && today.weekday() == Weekday::Sun {
        Ok(today)
    } else {
        in_week(today, weeks, Weekday::Sat)
    }
}

/// So many spans later, or earlier where the count is negative.
pub(super) fn step(today: NaiveDate, count: i64, span: Span) -> Answer {
    let found = match span {
        Span::Days(one) => {
            let days = count.checked_mul(one).and_then(TimeDelta::try_days);
            days.and_then(|days| today.checked_add_signed(days))
        }
        Span::Months(one) => count.checked_mul(one).and_then(|months| {
            let size = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
            if months < 0 { today.checked_sub_months(size) } else { today.checked_add_months(size) }
        }),
    };
    found.filter(|day| is_sound(*day)).ok_or(NotADay::Impossible)
}

/// Whether the day lies in the years that are taken, 1000 to 9999.
pub(super) fn is_sound(day: NaiveDate) -> bool {
    (1000..=9999).contains(&day.year())
}
