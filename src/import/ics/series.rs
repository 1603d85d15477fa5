//! When an event takes place: once, by its rules and dates, without its exceptions.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::component::Component;
use super::expand::expand;
use super::item::{Ground, Item, Time};
use super::repeat::repeat;
use super::rule::Rule;
use super::time::{Written, span};
use super::zone::Zone;
use crate::import::content_line::unescape;
use crate::import::reading::Kept;
use crate::import::reason::Reason;

/// How long it takes; nothing for a moment.
pub(super) type Length = Option<Duration>;

/// All times of an event inside the window.
pub(super) struct Series {
    /// When it begins for the first time.
    pub start: Time,
    /// On the clock of the start, each with its length.
    pub times: BTreeMap<NaiveDateTime, Length>,
    /// How long it takes where nothing else is said.
    pub length: Length,
    /// Whether it may come more than once.
    pub repeats: bool,
    /// Whether all that is said of its times was understood.
    pub is_whole: bool,
}

impl Series {
    /// The times of an event; the reason where it does not say when it begins.
    pub fn of(item: &mut Item, ground: &Ground) -> Result<Self, (u64, Option<String>, Reason)> {
        let component = item.component;
        let Some(line) = item.first("DTSTART") else { return Err((component.line, None, Reason::NoStart)) };
        let Some(start) = item.time(line) else {
            let value = item.plain(line);
            return Err((line.line, Some(line.name.clone()), Reason::BadDate { value }));
        };
        let length = length(item, &start);
        if item.is_ours() {
            // What recurs here comes one at a time.
            if let Some(rule) = repeat(item, Some(&start)) {
                item.put("RRULE", "recur", rule.to_string());
            }
            let times = BTreeMap::from([(start.at, length)]);
            return Ok(Self { start, times, length, repeats: false, is_whole: true });
        }
        let repeats = ["RRULE", "RDATE"].iter().any(|name| component.first(name).is_some());
        let mut times = BTreeMap::from([(start.at, length)]);
        rules(item, &start, length, ground, &mut times);
        for (time, end) in item.times("RDATE") {
            // A period of days begins at midnight; a day alone at the usual time.
            let at = if end.is_some() { time.zone.on(time.at, &start.zone) } else { on_clock(&time, &start) };
            let own = end.and_then(|end| period(item, &time, &end)).or(length);
            times.insert(at, own);
        }
        for (time, _) in item.times("EXDATE") {
            let at = on_clock(&time, &start);
            let is_meant = |own: &NaiveDateTime| *own == at || (time.is_day && own.date() == at.date());
            times.retain(|own, _| !is_meant(own));
        }
        let hides_times =
            |kept: &Kept| matches!(kept.reason.code(), "bad-rule" | "too-fine" | "too-often" | "bad-date");
        let is_whole = !item.told.iter().any(hides_times);
        Ok(Self { start, times, length, repeats, is_whole })
    }
}

/// A time on the clock of the first; of a day alone the day, which takes the clock's time where that has one.
pub(super) fn on_clock(time: &Time, start: &Time) -> NaiveDateTime {
    let at = time.zone.on(time.at, &start.zone);
    match (time.is_day, start.is_day) {
        (true, false) => at.date().and_time(start.at.time()),
        (false, true) => at.date().and_time(NaiveTime::MIN),
        _ => at,
    }
}

/// How long an event takes, by its end or its duration.
pub(super) fn length(item: &mut Item, start: &Time) -> Length {
    let mut found = None;
    if let Some(line) = item.first("DURATION") {
        let text = item.plain(line);
        found = span(&text).filter(|span| *span >= Duration::zero());
        if found.is_none() {
            item.tell(line, Reason::BadLength { value: text });
        }
    }
    if let Some(line) = item.first("DTEND") {
        if let Some(end) = item.time(line) {
            let own = on_clock(&Time { is_day: start.is_day, ..end }, start) - start.at;
            if own < Duration::zero() {
                item.tell(line, Reason::EndsFirst);
            } else {
                found = Some(own);
            }
        } else {
            let value = item.plain(line);
            item.tell(line, Reason::BadDate { value });
        }
    }
    if start.is_day {
        Some(found.map_or(Duration::days(1), |span| span.max(Duration::days(1))))
    } else {
        found
    }
}

/// The length of a period.
fn period(item: &mut Item, start: &Time, end: &str) -> Length {
    if let Some(span) = span(end) {
        return Some(span).filter(|span| *span >= Duration::zero());
    }
    let line = item.component.first("RDATE")?;
    let end = item.time_of(line, end)?;
    let own = end.zone.on(end.at, &start.zone) - start.at;
    (own >= Duration::zero()).then_some(own)
}

/// Adds the times of the rules, takes away those of the rules against; a rule that is none is told and kept.
fn rules(
    item: &mut Item,
    start: &Time,
    length: Length,
    ground: &Ground,
    times: &mut BTreeMap<NaiveDateTime, Length>,
) {
    let component = item.component;
    for (name, is_for) in [("RRULE", true), ("EXRULE", false)] {
        for line in component.all(name) {
            let text = unescape(&String::from_utf8_lossy(&line.value));
            let Some(rule) = Rule::parse(&text) else {
                item.tell(line, Reason::BadRule { value: text });
                continue;
            };
            if rule.is_too_fine() {
                item.tell(line, Reason::TooFine);
                continue;
            }
            let until = rule.until.map(|until| last(until, start));
            if is_for && until.is_some_and(|until| until < start.at) {
                // It ended before it began.
                times.remove(&start.at);
            }
            let found = expand(&rule, start.at, until, wide(start, length, ground));
            if found.is_cut {
                item.tell(line, Reason::TooOften);
            }
            for at in found.times {
                if is_for {
                    times.insert(at, length);
                } else {
                    times.remove(&at);
                }
            }
        }
    }
}

/// The last moment of a rule on the clock of its start.
fn last(until: Written, start: &Time) -> NaiveDateTime {
    let at = if until.is_utc && !start.is_day { Zone::Utc.on(until.at, &start.zone) } else { until.at };
    if until.is_day || start.is_day { at.date().and_time(END) } else { at }
}

const END: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The window on the clock of the start, wide enough for every zone and for what began before it.
fn wide(start: &Time, length: Length, ground: &Ground) -> (NaiveDateTime, NaiveDateTime) {
    let (from, to) = ground.window;
    let before = length.unwrap_or_default() + Duration::days(2);
    let from = from.and_time(NaiveTime::MIN);
    let (first, last) =
        (from.checked_sub_signed(before), to.and_time(END).checked_add_signed(Duration::days(2)));
    (first.unwrap_or(start.at), last.unwrap_or(start.at))
}

/// Whether an exception holds for all later times too.
pub(super) fn is_lasting(component: &Component) -> bool {
    let line = component.first("RECURRENCE-ID");
    line.is_some_and(|line| line.says("RANGE", "THISANDFUTURE"))
}

/// Whether a component stands for one time of a series.
pub(super) fn is_exception(component: &Component) -> bool {
    component.first("RECURRENCE-ID").is_some()
}
