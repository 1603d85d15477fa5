//! Which days are worked: weekends, public holidays, and the weekend days worked in exchange for them (调休).

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How many working days can be counted at once: some forty years.
const MOST: u64 = 10_000;

/// The days on which the usual week does not hold; weekends are free and other days worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workdays {
    /// Days that are free though the week says otherwise.
    off: BTreeSet<NaiveDate>,
    /// Weekend days that are worked.
    on: BTreeSet<NaiveDate>,
}

/// A stretch of days: the year, the first month and day, how many days.
type Stretch = (i32, u32, u32, u64);

/// Public holidays of the mainland of China, as the General Office of the State Council announced them for 2025
/// (12 November 2024) and 2026 (4 November 2025). Other years have only weekends until a file says more.
const HOLIDAYS: &[Stretch] = &[
    (2025, 1, 1, 1),
    (2025, 1, 28, 8),
    (2025, 4, 4, 3),
    (2025, 5, 1, 5),
    (2025, 5, 31, 3),
    (2025, 10, 1, 8),
    (2026, 1, 1, 3),
    (2026, 2, 15, 9),
    (2026, 4, 4, 3),
    (2026, 5, 1, 5),
    (2026, 6, 19, 3),
    (2026, 9, 25, 3),
    (2026, 10, 1, 7),
];

/// The weekend days worked in exchange, from the same announcements.
const WORKED: &[Stretch] = &[
    (2025, 1, 26, 1),
    (2025, 2, 8, 1),
    (2025, 4, 27, 1),
    (2025, 9, 28, 1),
    (2025, 10, 11, 1),
    (2026, 1, 4, 1),
    (2026, 2, 14, 1),
    (2026, 2, 28, 1),
    (2026, 5, 9, 1),
    (2026, 9, 20, 1),
    (2026, 10, 10, 1),
];

impl Default for Workdays {
    fn default() -> Self {
        let days = |table: &[Stretch]| {
            let found = table.iter().flat_map(|(year, month, day, count)| {
                let first = NaiveDate::from_ymd_opt(*year, *month, *day);
                first.into_iter().flat_map(|first| (0..*count).filter_map(move |more| later(first, more)))
            });
            found.collect()
        };
        Self { off: days(HOLIDAYS), on: days(WORKED) }
    }
}

fn later(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days))
}

/// A text of a table of holidays that is no day and no stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no day such as 2026-10-01 and no stretch such as 2026-10-01..2026-10-07")]
pub struct NoStretch(pub String);

impl Workdays {
    /// Weekends and nothing else.
    pub fn weekends() -> Self {
        Self { off: BTreeSet::new(), on: BTreeSet::new() }
    }

    /// A table of holidays and of worked weekend days, each a day or a stretch `2026-10-01..2026-10-07` of 366 days
    /// at most.
    pub fn of(holidays: &[String], worked: &[String]) -> Result<Self, NoStretch> {
        let days = |texts: &[String]| {
            let stretches: Result<Vec<Vec<NaiveDate>>, NoStretch> =
                texts.iter().map(|text| stretch(text)).collect();
            stretches.map(|days| days.into_iter().flatten().collect())
        };
        Ok(Self { off: days(holidays)?, on: days(worked)? })
    }

    /// Whether any public holidays of a year are known.
    pub fn knows(&self, year: i32) -> bool {
        self.off.iter().any(|day| day.year() == year)
    }

    /// The first year from a day to three months later whose public holidays are not known, though those of other
    /// years are.
    pub fn untold(&self, day: NaiveDate) -> Option<i32> {
        let last = later(day, 92).unwrap_or(day);
        [day.year(), last.year()].into_iter().find(|year| self.is_untold(*year))
    }

    /// Whether nothing is known of a year, though holidays are kept.
    pub fn is_untold(&self, year: i32) -> bool {
        !self.off.is_empty() && !self.knows(year)
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if is_weekend { self.on.contains(&day) } else { !self.off.contains(&day) }
    }

    /// The working day that is so many working days after the day, or before it where the count is negative; the day
    /// itself does not count. Nothing beyond the calendar or more than 10,000 working days off.
    pub fn add(&self, day: NaiveDate, count: i64) -> Option<NaiveDate> {
        let mut left = count.unsigned_abs();
        if left > MOST {
            return None;
        }
        let mut day = day;
        while left > 0 {
            day = if count < 0 { day.pred_opt()? } else { day.succ_opt()? };
            if self.is_working(day) {
                left -= 1;
            }
        }
        Some(day)
    }

    /// The day itself where it is worked, else the next one that is.
    pub fn on_or_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.is_working(day) { Some(day) } else { self.add(day, 1) }
    }
}

fn stretch(text: &str) -> Result<Vec<NaiveDate>, NoStretch> {
    let wrong = || NoStretch(text.to_owned());
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let day = |text: &str| NaiveDate::from_str(text.trim()).map_err(|_| wrong());
    let (first, last) = (day(first)?, day(last)?);
    let days: Vec<NaiveDate> = first.iter_days().take(366).take_while(|day| *day <= last).collect();
    if days.last() == Some(&last) { Ok(days) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_are_free_and_swapped_weekends_are_worked() {
        let china = Workdays::default();
        for (text, worked) in [
            ("2026-10-01", false),
            ("2026-10-05", false),
            ("2026-10-08", true),
            ("2026-10-10", true),
            ("2026-10-11", false),
            ("2026-09-20", true),
            ("2026-02-23", false),
            ("2026-02-28", true),
            ("2025-01-26", true),
            ("2025-10-08", false),
            ("2026-11-23", true),
            ("2026-11-21", false),
            ("2027-10-01", true),
        ] {
            assert_eq!(china.is_working(day(text)), worked, "{text}");
        }
        assert!(Workdays::weekends().is_working(day("2026-10-01")));
    }

    #[test]
    fn working_days_are_counted_over_holidays_and_swaps() {
        let china = Workdays::default();
        for (from, count, wanted) in [
            ("2026-09-30", 1, "2026-10-08"),
            ("2026-09-30", 3, "2026-10-10"),
            ("2026-09-30", 4, "2026-10-12"),
            ("2026-10-12", -2, "2026-10-09"),
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-21", 0, "2026-11-21"),
            ("2026-05-08", 1, "2026-05-09"),
        ] {
            assert_eq!(china.add(day(from), count), Some(day(wanted)), "{count} from {from}");
        }
        assert_eq!(china.add(day("2026-09-30"), 99_999), None);
        assert_eq!(china.on_or_after(day("2026-10-03")), Some(day("2026-10-08")));
    }

    #[test]
    fn a_table_of_ones_own_replaces_the_built_in_one() {
        let own = |text: &str| vec![text.to_owned()];
        let table = Workdays::of(&own("2027-10-01..2027-10-07"), &own("2027-10-09")).unwrap();
        assert!(!table.is_working(day("2027-10-04")) && table.is_working(day("2027-10-09")));
        assert!(table.is_working(day("2026-10-01")));
        for text in ["", "soon", "2027-10-07..2027-10-01", "2027-01-01..2029-01-01", "2027-02-30"] {
            assert_eq!(Workdays::of(&own(text), &[]), Err(NoStretch(text.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn counting_on_and_back_meets(from in 739_000..740_500_i32, count in 1..300_i64) {
            let china = Workdays::default();
            let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
            let there = china.add(from, count).unwrap();
            prop_assert!(china.is_working(there));
            let passed = from.iter_days().skip(1).take_while(|day| *day <= there);
            prop_assert_eq!(passed.filter(|day| china.is_working(*day)).count(), usize::try_from(count).unwrap());
            if china.is_working(from) {
                prop_assert_eq!(china.add(there, -count), Some(from));
            }
        }
    }
}
