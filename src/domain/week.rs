//! Weeks by their ISO names, and how long ago the list of to-dos was swept (R4).

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::when;

/// After so many days a sweep no longer counts.
const FRESH: i64 = 7;

/// A week from Monday to Sunday; it belongs to the year of its Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    year: i32,
    number: u32,
    /// Its first day.
    pub monday: NaiveDate,
}

impl Week {
    /// The week that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        let iso = day.iso_week();
        let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
        Self { year: iso.year(), number: iso.week(), monday: day.checked_sub_days(back).unwrap_or(day) }
    }

    /// The week that is meant: this one by no word, `last`, `W48` of this year, `2026-W48`, or that of a day in words.
    pub fn read(text: &str, days: &when::Days) -> Option<Self> {
        let folded = text.trim().to_lowercase();
        let told = match folded.as_str() {
            "" | "this" | "this week" | "本周" | "这周" => "today",
            "last" | "last week" | "上周" | "上个星期" | "上星期" => "-7d",
            "next" | "next week" | "下周" | "下星期" => "+7d",
            other => other,
        };
        Self::named(told, days.today).or_else(|| days.day(told).ok().map(Self::of))
    }

    /// `2026-W48`, or `W48` of the year that a day's week is of.
    fn named(text: &str, today: NaiveDate) -> Option<Self> {
        let (year, number) = text.split_once('w')?;
        let year = match year.trim_end_matches('-') {
            "" => Self::of(today).year,
            year => year.parse().ok()?,
        };
        let monday = NaiveDate::from_isoywd_opt(year, number.parse().ok()?, Weekday::Mon)?;
        Some(Self::of(monday))
    }

    /// The week before it.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.monday.checked_sub_days(Days::new(7)).unwrap_or(self.monday))
    }

    /// The first day after it.
    pub fn end(self) -> NaiveDate {
        self.monday.checked_add_days(Days::new(7)).unwrap_or(self.monday)
    }

    /// The name without its year: `W47`.
    pub fn short(self) -> String {
        format!("W{:02}", self.number)
    }
}

/// `2026-W47`.
impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{}", self.year, self.short())
    }
}

/// How the list of to-dos stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// It was never swept; the week that it is.
    Never(Week),
    /// It was swept within seven days, in this week.
    Fresh(Week),
    /// It was swept last in this week, so many days ago.
    Stale(Week, i64),
}

/// How the list of to-dos stands that was swept last on a day.
pub fn sweep(last: Option<NaiveDate>, today: NaiveDate) -> Sweep {
    let Some(last) = last else { return Sweep::Never(Week::of(today)) };
    match (today - last).num_days() {
        ..=FRESH => Sweep::Fresh(Week::of(last)),
        days => Sweep::Stale(Week::of(last), days),
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
    fn a_week_belongs_to_the_year_of_its_thursday() {
        for (text, name, monday) in [
            ("2026-11-22", "2026-W47", "2026-11-16"),
            ("2026-11-23", "2026-W48", "2026-11-23"),
            ("2026-12-31", "2026-W53", "2026-12-28"),
            ("2027-01-03", "2026-W53", "2026-12-28"),
            ("2027-01-04", "2027-W01", "2027-01-04"),
            ("2024-12-30", "2025-W01", "2024-12-30"),
            ("2021-01-01", "2020-W53", "2020-12-28"),
            ("2023-01-01", "2022-W52", "2022-12-26"),
        ] {
            let week = Week::of(day(text));
            assert_eq!((week.to_string().as_str(), week.monday), (name, day(monday)), "{text}");
        }
    }

    #[test]
    fn a_week_is_read_by_its_name_or_by_a_day_in_it() {
        let workdays = crate::domain::workday::Workdays::default();
        // A Monday: the week that is to be told has just ended.
        let days = when::Days { today: day("2026-11-30"), now: chrono::NaiveTime::MIN, workdays: &workdays };
        for (text, name) in [
            ("", Some("2026-W49")),
            ("last", Some("2026-W48")),
            ("Last week", Some("2026-W48")),
            ("上周", Some("2026-W48")),
            ("本周", Some("2026-W49")),
            ("2026-W47", Some("2026-W47")),
            ("2026-w53", Some("2026-W53")),
            ("2026W47", Some("2026-W47")),
            ("W1", Some("2026-W01")),
            ("2026-11-22", Some("2026-W47")),
            ("yesterday", Some("2026-W48")),
            ("昨天", Some("2026-W48")),
            ("2026-W54", None),
            ("2025-W53", None),
            ("soon", None),
        ] {
            let read = Week::read(text, &days).map(|week| week.to_string());
            assert_eq!(read.as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_sweep_counts_for_seven_days() {
        let week = |text: &str| Week::of(day(text));
        for (last, today, expected) in [
            (None, "2026-11-23", Sweep::Never(week("2026-11-23"))),
            (Some("2026-11-20"), "2026-11-20", Sweep::Fresh(week("2026-11-20"))),
            (Some("2026-11-20"), "2026-11-27", Sweep::Fresh(week("2026-11-20"))),
            (Some("2026-11-20"), "2026-11-28", Sweep::Stale(week("2026-11-20"), 8)),
            (Some("2026-12-31"), "2027-01-09", Sweep::Stale(week("2026-12-31"), 9)),
            (Some("2026-11-25"), "2026-11-23", Sweep::Fresh(week("2026-11-25"))),
        ] {
            assert_eq!(sweep(last.map(day), day(today)), expected, "{last:?} {today}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_in_its_week(number in 700_000..760_000_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            let week = Week::of(day);
            prop_assert!(week.monday <= day && day < week.end());
            prop_assert_eq!(Week::of(week.monday), week);
        }
    }
}
