//! A month by its name, `2026-12`: what a call plan is made for.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::when;

/// A month of a year; those that are read or stepped to lie between 1900 and 9998, so that what follows one is a day too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Month {
    first: NaiveDate,
}

/// The years that months are of.
const YEARS: RangeInclusive<i32> = 1900..=9998;

/// A text that is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no month")]
pub struct NotAMonth;

impl Month {
    /// The month that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// The month that is to be planned on a day: the next one within so many days of this one's end.
    pub fn to_plan(today: NaiveDate, near_days: u16) -> Self {
        let month = Self::of(today);
        if (month.last() - today).num_days() < i64::from(near_days) { month.next() } else { month }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.end().checked_sub_days(Days::new(1)).unwrap_or(self.first)
    }

    /// The first day after it.
    pub fn end(self) -> NaiveDate {
        self.first.checked_add_months(Months::new(1)).unwrap_or(self.first)
    }

    /// The month after it; the last of all is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self::known(self.end()).unwrap_or(self)
    }

    /// The month before it; the first of all comes after itself.
    #[must_use]
    pub fn before(self) -> Self {
        self.first.checked_sub_months(Months::new(1)).and_then(Self::known).unwrap_or(self)
    }

    /// The month that is meant: by its name, or in words such as `dec`, `next month`, `12月`, `下月`.
    pub fn read(text: &str, days: &when::Days) -> Option<Self> {
        // Every way to name a month has an end, which is a day.
        let ends = [format!("{}底", text.trim()), format!("end of {}", text.trim())];
        let end = || ends.iter().find_map(|end| days.day(end).ok());
        text.parse().ok().or_else(|| end().map(Self::of).and_then(|month| Self::known(month.first)))
    }

    fn known(first: NaiveDate) -> Option<Self> {
        YEARS.contains(&first.year()).then_some(Self { first })
    }

    /// Whether a day is in it.
    pub fn has(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}

/// `2026-12`.
impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.first.format("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let (year, month) = text.trim().split_once(['-', '/', '.', '年']).ok_or(NotAMonth)?;
        let month = month.trim_end_matches('月');
        let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
        if year.len() != 4 || !(1..=2).contains(&month.len()) || !digits(year) || !digits(month) {
            return Err(NotAMonth);
        }
        let first = NaiveDate::from_ymd_opt(
            year.parse().map_err(|_| NotAMonth)?,
            month.parse().map_err(|_| NotAMonth)?,
            1,
        );
        first.and_then(Self::known).ok_or(NotAMonth)
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
    fn a_month_is_read_by_its_name() {
        for (text, found) in [
            ("2026-12", Some("2026-12")),
            (" 2026-7 ", Some("2026-07")),
            ("2026/12", Some("2026-12")),
            ("2026年12月", Some("2026-12")),
            ("2026-13", None),
            ("2026-0", None),
            ("0026-12", None),
            ("1899-12", None),
            ("1900-01", Some("1900-01")),
            ("9998-12", Some("9998-12")),
            ("9999-12", None),
            ("2026", None),
            ("26-12", None),
            ("2026-+1", None),
            ("2026-12-01", None),
            ("", None),
        ] {
            assert_eq!(text.parse::<Month>().ok().map(|month| month.to_string()).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn a_month_is_read_in_words_as_days_are() {
        let workdays = crate::domain::workday::Workdays::default();
        let days = when::Days { today: day("2026-11-30"), now: chrono::NaiveTime::MIN, workdays: &workdays };
        for (text, found) in [
            ("2027-3", Some("2027-03")),
            ("12月", Some("2026-12")),
            ("十二月", Some("2026-12")),
            ("11月", Some("2026-11")),
            ("3月", Some("2027-03")),
            ("明年3月", Some("2027-03")),
            ("2027年3月", Some("2027-03")),
            ("本月", Some("2026-11")),
            ("这个月", Some("2026-11")),
            ("下月", Some("2026-12")),
            ("下个月", Some("2026-12")),
            ("上月", Some("2026-10")),
            ("dec", Some("2026-12")),
            ("December", Some("2026-12")),
            ("dec 2027", Some("2027-12")),
            ("this month", Some("2026-11")),
            ("next month", Some("2026-12")),
            ("last month", Some("2026-10")),
            ("2026-12-24", None),
            ("12/24", None),
            ("fri", None),
            ("13月", None),
            ("soon", None),
            ("", None),
        ] {
            let read = Month::read(text, &days).map(|month| month.to_string());
            assert_eq!(read.as_deref(), found, "{text}");
        }
    }

    #[test]
    fn no_month_is_stepped_to_whose_end_has_no_plain_date() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(month("9998-12").next(), month("9998-12"));
        assert_eq!(month("9998-12").end().to_string(), "9999-01-01");
        assert_eq!(month("1900-01").before(), month("1900-01"));
    }

    #[test]
    fn near_its_end_the_next_month_is_planned() {
        for (today, month) in [
            ("2026-11-01", "2026-11"),
            ("2026-11-20", "2026-11"),
            ("2026-11-21", "2026-12"),
            ("2026-12-31", "2027-01"),
            ("2028-02-19", "2028-02"),
            ("2028-02-20", "2028-03"),
        ] {
            assert_eq!(Month::to_plan(day(today), 10).to_string(), month, "{today}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_in_its_month_and_months_follow_each_other(number in 694_000..1_000_000_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            let month = Month::of(day);
            prop_assert!(month.has(day) && month.first() <= day && day <= month.last() && month.last() < month.end());
            prop_assert_eq!(month.next().before(), month);
            prop_assert_eq!(month.to_string().parse(), Ok(month));
        }
    }
}
