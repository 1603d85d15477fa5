//! What a line says of when, found in the order in which one part helps to tell the next.

use std::ops::Range;

use chrono::NaiveDate;

use super::token::Line;
use super::{hour, time};
use crate::domain::when::{Days, Hour};

/// What a line says of when.
#[derive(Default)]
pub(super) struct When {
    /// The day.
    pub day: Option<(Range<usize>, NaiveDate)>,
    /// The time.
    pub time: Option<(Range<usize>, Hour)>,
    /// Whether the end is told with the beginning, by the same tokens.
    pub is_stretch: bool,
    /// How long, in minutes.
    pub lasts: Option<(Range<usize>, i64)>,
    /// The last day.
    pub until: Option<(Range<usize>, NaiveDate)>,
    /// What is written as a day that the calendar has not, or as several.
    pub none: Vec<Range<usize>>,
    /// The year for which no public holidays are known, where the day hangs on them.
    pub untold: Option<i32>,
}

impl When {
    /// Finds it, and cuts it out of the line.
    pub fn of(line: &mut Line, days: &Days) -> Self {
        if let Some((range, moment)) = line.cut(hour::ahead(line, days)) {
            let time = moment.time.map(|time| (range.clone(), Hour { time, is_bare: false }));
            return Self { day: Some((range, moment.day)), time, ..Self::default() };
        }
        let stretch = hour::stretch(line, days);
        let is_stretch = stretch.is_some();
        let (time, lasts) = match stretch {
            Some((range, (from, minutes))) => (Some((range.clone(), from)), Some((range, minutes))),
            None => (hour::time(line, days), None),
        };
        let time = time.map(|(range, time)| (time::with_joints(line, &range), time));
        line.cut(time.clone());
        let time::Told { day, none } = time::day(line, days);
        let until = day.as_ref().and_then(|day| day.until.clone());
        let untold = day.as_ref().and_then(|day| days.untold_year(line.slice(&day.range)));
        let day = day.map(|found| (time::with_joints(line, &found.range), found.day));
        line.cut(day.clone());
        line.cut(until.clone());
        let lasts = lasts.or_else(|| hour::length(line));
        line.cut(lasts.clone());
        Self { day, time, is_stretch, lasts, until, none, untold }
    }
}
