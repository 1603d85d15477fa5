//! When something comes again: the rule as canonical text, and the days that follow from it. Nothing here depends on
//! when or where it is worked out: the same rule and the same first day give the same days and ids everywhere.

mod again;
mod repeat;
mod words;

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::id::Id;
use super::workday::Workdays;
pub use again::{Again, Seat, again, begin};
pub use repeat::Repeat;
pub use words::read;

/// The most that a rule counts by.
pub const MOST: u32 = 999;

/// How many turns are looked through for a day that a rule rarely finds, such as a fifth Friday in February.
const TURNS: u32 = 500;

/// When something comes again, as `every 2 weeks on mon,thu`, `every month on 2nd tue`, `after 3 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recur {
    /// On days that the calendar fixes: every so many units, on which of their days.
    Every(u32, Unit, On),
    /// So many units after it was done.
    After(u32, Unit),
    /// On every day that is worked: holidays are left out, weekend days that are worked for them are not.
    Working,
}

/// What a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks, from Monday on.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// On which day of its unit something comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// On the day that the series began with.
    Start,
    /// On these weekdays.
    Weekdays(Week),
    /// On this day of the month, 1 to 31; in a month that is shorter, on its last.
    Day(u32),
    /// On the last day of the month.
    Last,
    /// On this weekday of the month, the first to the fifth; a month without a fifth is left out.
    Nth(u32, Weekday),
    /// On the last such weekday of the month.
    LastOf(Weekday),
    /// On this month and day of the year; the 29th of February is the 28th in common years.
    Date(u32, u32),
}

/// Some days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week(u8);

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

impl Week {
    /// Monday to Friday.
    pub const WORKED: Self = Self(0b1_1111);

    /// With one more day.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day.num_days_from_monday())
    }

    /// Whether the day is one of them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & 1 << day.num_days_from_monday() != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Weekday> for Week {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        days.into_iter().fold(Self::default(), Self::with)
    }
}

impl Recur {
    /// The first day of a series that is to begin on or after this day.
    pub fn first(self, day: NaiveDate, worked: &Workdays) -> Option<NaiveDate> {
        match self {
            Self::After(..) => Some(day),
            Self::Working => worked.on_or_after(day),
            Self::Every(..) => self.next(day, day.pred_opt()?, worked),
        }
    }

    /// The first day after `after` of a series that began on `first`; for a rule that counts from when it was done,
    /// `after` is the day on which it was done.
    pub fn next(self, first: NaiveDate, after: NaiveDate, worked: &Workdays) -> Option<NaiveDate> {
        let (count, unit, on) = match self {
            Self::After(count, unit) => return step(after, unit, count),
            Self::Working => return worked.add(after.max(first.pred_opt()?), 1),
            Self::Every(count, unit, on) => (count.max(1), unit, on),
        };
        let floor = after.max(first.pred_opt()?);
        let turn = passed(first, floor, unit) / count;
        (turn..turn.saturating_add(TURNS)).find_map(|turn| {
            let base = step(turn_start(first, unit), unit, turn.checked_mul(count)?)?;
            of_turn(base, first, unit, on).into_iter().find(|day| *day > floor)
        })
    }

    /// The days of a series that began on `first`, from one day to another, both included; none for a rule that
    /// counts from when it was done.
    pub fn days(
        self,
        first: NaiveDate,
        (from, until): (NaiveDate, NaiveDate),
        worked: &Workdays,
    ) -> impl Iterator<Item = NaiveDate> {
        let is_fixed = !matches!(self, Self::After(..));
        let start = from.pred_opt().filter(|_| is_fixed).and_then(|before| self.next(first, before, worked));
        let next = move |day: &NaiveDate| self.next(first, *day, worked);
        std::iter::successors(start, next).take_while(move |day| *day <= until)
    }
}

/// The id of a series' occurrence on a day: the same on every machine.
pub fn occurrence(series: &str, day: NaiveDate) -> Id {
    Id::of(&format!("{series} {day}"))
}

/// How many whole units lie between the turns that two days are in.
fn passed(first: NaiveDate, day: NaiveDate, unit: Unit) -> u32 {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let days = |day: NaiveDate| i64::from(day.num_days_from_ce());
    let weeks = |day: NaiveDate| (days(day) - i64::from(day.weekday().num_days_from_monday())) / 7;
    let between = match unit {
        Unit::Day => days(day) - days(first),
        Unit::Week => weeks(day) - weeks(first),
        Unit::Month => months(day) - months(first),
        Unit::Year => i64::from(day.year()) - i64::from(first.year()),
    };
    u32::try_from(between).unwrap_or(0)
}

/// The first day of the unit that a day is in.
fn turn_start(day: NaiveDate, unit: Unit) -> NaiveDate {
    let back = match unit {
        Unit::Day => 0,
        Unit::Week => day.weekday().num_days_from_monday(),
        Unit::Month => day.day0(),
        Unit::Year => day.ordinal0(),
    };
    day.checked_sub_days(Days::new(u64::from(back))).unwrap_or(day)
}

fn step(day: NaiveDate, unit: Unit, count: u32) -> Option<NaiveDate> {
    match unit {
        Unit::Day => day.checked_add_signed(TimeDelta::try_days(i64::from(count))?),
        Unit::Week => day.checked_add_signed(TimeDelta::try_weeks(i64::from(count))?),
        Unit::Month => day.checked_add_months(Months::new(count)),
        Unit::Year => day.checked_add_months(Months::new(count.checked_mul(12)?)),
    }
}

/// The days of one turn, which begins on `base`, in their order.
fn of_turn(base: NaiveDate, first: NaiveDate, unit: Unit, on: On) -> Vec<NaiveDate> {
    match (unit, on) {
        (Unit::Week, _) => {
            let week = if let On::Weekdays(week) = on { week } else { Week::default().with(first.weekday()) };
            base.iter_days().take(7).filter(|day| week.has(day.weekday())).collect()
        }
        (Unit::Day, _) => vec![base],
        (Unit::Month, _) => in_month(base, first, on).into_iter().collect(),
        (Unit::Year, _) => {
            let (month, day) =
                if let On::Date(month, day) = on { (month, day) } else { (first.month(), first.day()) };
            base.with_month(month).and_then(|month| clamped(month, day)).into_iter().collect()
        }
    }
}

fn in_month(month: NaiveDate, first: NaiveDate, on: On) -> Option<NaiveDate> {
    match on {
        On::Day(day) => clamped(month, day),
        On::Last => clamped(month, 31),
        On::Nth(number, weekday) => {
            let number = u8::try_from(number).ok()?;
            NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, number)
        }
        On::LastOf(weekday) => {
            let last = clamped(month, 31)?;
            let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
        On::Start | On::Weekdays(_) | On::Date(..) => clamped(month, first.day()),
    }
}

/// This day of a month, or its last where it is shorter.
fn clamped(month: NaiveDate, day: u32) -> Option<NaiveDate> {
    (1..=day.min(31)).rev().find_map(|day| month.with_day(day))
}

impl fmt::Display for Recur {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, count, unit, on) = match self {
            Self::Every(count, unit, on) => ("every", *count, unit, *on),
            Self::After(count, unit) => ("after", *count, unit, On::Start),
            Self::Working => return write!(out, "every working day"),
        };
        let name = match unit {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        match (word, count) {
            ("every", 1) => write!(out, "every {name}")?,
            (_, 1) => write!(out, "{word} 1 {name}")?,
            _ => write!(out, "{word} {count} {name}s")?,
        }
        let name = |day: Weekday| DAYS.iter().find(|(own, _)| *own == day).map_or("", |(_, name)| name);
        match on {
            On::Start => Ok(()),
            On::Weekdays(week) => {
                let names = DAYS.iter().filter(|(day, _)| week.has(*day)).map(|(_, name)| *name);
                write!(out, " on {}", names.collect::<Vec<_>>().join(","))
            }
            On::Day(day) => write!(out, " on {day}"),
            On::Last => write!(out, " on last"),
            On::Nth(number, day) => {
                let ending = ["st", "nd", "rd"].get((number as usize).wrapping_sub(1)).unwrap_or(&"th");
                write!(out, " on {number}{ending} {}", name(day))
            }
            On::LastOf(day) => write!(out, " on last {}", name(day)),
            On::Date(month, day) => write!(out, " on {month:02}-{day:02}"),
        }
    }
}

/// A text that is no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not understood as a recurrence")]
pub struct NoRecur;

impl FromStr for Recur {
    type Err = NoRecur;
    fn from_str(text: &str) -> Result<Self, NoRecur> {
        read(text).ok_or(NoRecur)
    }
}

#[cfg(test)]
mod tests;
