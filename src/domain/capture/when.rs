//! What a line says of when, found in the order in which one part helps to tell the next.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::time;
use super::token::Line;
use crate::domain::when::Days;

/// What a line says of when.
pub(super) struct When {
    /// The day.
    pub day: Option<(Range<usize>, NaiveDate)>,
    /// The time.
    pub time: Option<(Range<usize>, NaiveTime)>,
    /// Whether the end is told with the beginning, by the same tokens.
    pub is_stretch: bool,
    /// How long, in minutes.
    pub lasts: Option<(Range<usize>, i64)>,
    /// The last day.
    pub until: Option<(Range<usize>, NaiveDate)>,
}

impl When {
    /// Finds it, and cuts it out of the line.
    pub fn of(line: &mut Line, days: &Days) -> Self {
        let stretch = time::stretch(line);
        let is_stretch = stretch.is_some();
        let (time, lasts) = match stretch {
            Some((range, (from, minutes))) => (Some((range.clone(), from)), Some((range, minutes))),
            None => (time::time(line, days), None),
        };
        let time = time.map(|(range, time)| (time::with_joints(line, &range), time));
        line.cut(time.clone());
        let day = time::day(line, days);
        let until = day.as_ref().and_then(|day| time::until(line, days, day));
        let day = day.map(|found| (time::with_joints(line, &found.range), found.day));
        line.cut(day.clone());
        line.cut(until.clone());
        let lasts = lasts.or_else(|| time::length(line));
        line.cut(lasts.clone());
        Self { day, time, is_stretch, lasts, until }
    }
}
