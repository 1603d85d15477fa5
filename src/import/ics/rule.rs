//! A recurrence rule as it is written (RFC 5545, 3.3.10).

use chrono::Weekday;

use super::time::{Written, written};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Every {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub every: Every,
    pub interval: u32,
    pub count: Option<u32>,
    pub until: Option<Written>,
    pub seconds: Vec<i32>,
    pub minutes: Vec<i32>,
    pub hours: Vec<i32>,
    /// Weekdays, with which of the period's it is; 0 for each.
    pub weekdays: Vec<(i32, Weekday)>,
    pub month_days: Vec<i32>,
    pub year_days: Vec<i32>,
    pub weeks: Vec<i32>,
    pub months: Vec<i32>,
    pub places: Vec<i32>,
    pub week_start: Weekday,
}

impl Rule {
    /// Reads a rule; nothing where it is none that can be kept.
    pub fn parse(text: &str) -> Option<Self> {
        let mut every = None;
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            seconds: Vec::new(),
            minutes: Vec::new(),
            hours: Vec::new(),
            weekdays: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            months: Vec::new(),
            places: Vec::new(),
            week_start: Weekday::Mon,
        };
        for part in text.trim().split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => every = Some(self::every(&value)?),
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|count| (1..100_000).contains(count))?;
                }
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(written(&value)?),
                "BYSECOND" => rule.seconds = numbers(&value, 0, 60)?,
                "BYMINUTE" => rule.minutes = numbers(&value, 0, 59)?,
                "BYHOUR" => rule.hours = numbers(&value, 0, 23)?,
                "BYDAY" | "BYWEEKDAY" => {
                    rule.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?;
                }
                "BYMONTHDAY" => rule.month_days = signed(&value, 31)?,
                "BYYEARDAY" => rule.year_days = signed(&value, 366)?,
                "BYWEEKNO" => rule.weeks = signed(&value, 53)?,
                "BYMONTH" => rule.months = numbers(&value, 1, 12)?,
                "BYSETPOS" => rule.places = signed(&value, 366)?,
                "WKST" => rule.week_start = weekday(&value)?.1,
                key if key.starts_with("X-") => {}
                _ => return None,
            }
        }
        Some(Self { every: every?, ..rule })
    }
}

impl Rule {
    /// Whether it comes more often than once an hour, which no visit and no to-do does: a few bytes of such a rule
    /// are more times than a memory holds.
    pub fn is_too_fine(&self) -> bool {
        let (hours, minutes, seconds) =
            (self.hours.len().max(1), self.minutes.len().max(1), self.seconds.len());
        match self.every {
            Every::Year | Every::Month | Every::Week | Every::Day => hours * minutes * seconds.max(1) > 24,
            Every::Hour => minutes * seconds.max(1) > 1,
            Every::Minute => self.interval < 60 || seconds > 1,
            Every::Second => self.interval < 3_600,
        }
    }
}

fn every(text: &str) -> Option<Every> {
    Some(match text {
        "YEARLY" => Every::Year,
        "MONTHLY" => Every::Month,
        "WEEKLY" => Every::Week,
        "DAILY" => Every::Day,
        "HOURLY" => Every::Hour,
        "MINUTELY" => Every::Minute,
        "SECONDLY" => Every::Second,
        _ => return None,
    })
}

fn numbers(text: &str, low: i32, high: i32) -> Option<Vec<i32>> {
    let one = |part: &str| part.trim().parse::<i32>().ok().filter(|number| (low..=high).contains(number));
    let mut all = text.split(',').map(one).collect::<Option<Vec<i32>>>()?;
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// Numbers from 1, or from the end.
fn signed(text: &str, high: i32) -> Option<Vec<i32>> {
    numbers(text, -high, high).filter(|all| !all.contains(&0))
}

fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let at = text.len().checked_sub(2)?;
    let (place, name) = text.split_at_checked(at)?;
    let place = if place.is_empty() { 0 } else { place.trim().parse().ok()? };
    let day = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    (-53..=53).contains(&place).then_some((place, day))
}
