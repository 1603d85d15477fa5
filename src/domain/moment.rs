//! A day, or a time of a day, as clocks on the wall show it: it keeps its hour when summer time comes.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::value::{Cell, Misfit, Value};

/// A day with or without a time, to the minute; a whole day comes before its hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The time, in whole minutes; nothing for the whole day.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A whole day.
    pub fn on(day: NaiveDate) -> Self {
        Self { day, time: None }
    }

    /// A time of a day; seconds are dropped.
    pub fn at(day: NaiveDate, time: NaiveTime) -> Self {
        let minutes = time.with_second(0).and_then(|time| time.with_nanosecond(0));
        Self { day, time: Some(minutes.unwrap_or(time)) }
    }

    /// The same time on another day.
    #[must_use]
    pub fn moved_to(self, day: NaiveDate) -> Self {
        Self { day, ..self }
    }

    /// The time as `10:00`; empty for a whole day.
    pub fn clock(&self) -> String {
        self.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    }
}

/// A moment that is the same everywhere, in UTC and to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub NaiveDateTime);

/// `2026-11-26T02:00Z`.
impl fmt::Display for Instant {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.format("%Y-%m-%dT%H:%MZ"))
    }
}

impl FromStr for Instant {
    type Err = NotAMoment;
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%MZ").map(Self).map_err(|_| NotAMoment)
    }
}

impl Cell for Instant {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let parsed = value.as_text().and_then(|text| text.parse().ok());
        parsed.ok_or(Misfit(value))
    }
}

/// `2026-11-26`, or `2026-11-26T10:00`.
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            None => write!(out, "{}", self.day.format("%Y-%m-%d")),
            Some(time) => write!(out, "{}T{}", self.day.format("%Y-%m-%d"), time.format("%H:%M")),
        }
    }
}

/// A text that is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no moment")]
pub struct NotAMoment;

impl FromStr for Moment {
    type Err = NotAMoment;
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| NotAMoment)?;
        let time = time.map(|time| NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| NotAMoment));
        Ok(Self { day, time: time.transpose()? })
    }
}

impl Cell for Moment {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        let parsed = value.as_text().and_then(|text| text.parse().ok());
        parsed.ok_or(Misfit(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_moment_reads_back_and_sorts_like_its_text(a in (700_000..760_000_i32, 0..1441_u32), b in (700_000..760_000_i32, 0..1441_u32)) {
            let made = |(day, minute): (i32, u32)| Moment {
                day: NaiveDate::from_num_days_from_ce_opt(day).unwrap(),
                time: (minute < 1440).then(|| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()),
            };
            let (a, b) = (made(a), made(b));
            prop_assert_eq!(a.to_string().parse(), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }
}
