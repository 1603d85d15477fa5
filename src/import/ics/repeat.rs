//! The rule of a to-do, or of a visit of our own, as a rule of ours: what recurs is done one at a time here.

use chrono::NaiveDate;

use super::expand::expand;
use super::item::{Item, Time};
use super::rule::{Every, Rule};
use crate::domain::recur::{On, Recur, Repeat, Unit};
use crate::import::content_line::unescape;
use crate::import::reason::Reason;

/// The rule of an item that begins at a time; one that is none, or that we have no rule for, is told and kept.
pub(super) fn repeat(item: &mut Item, start: Option<&Time>) -> Option<Repeat> {
    let line = item.component.first("RRULE")?;
    let text = unescape(&String::from_utf8_lossy(&line.value));
    let parsed = Rule::parse(&text);
    let found = parsed.as_ref().and_then(|rule| {
        let until = match (rule.until, rule.count) {
            (Some(until), _) => Some(until.at.date()),
            (None, Some(count)) => Some(last(rule, count, start?)?),
            (None, None) => None,
        };
        Some(Repeat { rule: ours(rule)?, until })
    });
    if found.is_none() {
        item.tell(line, Reason::BadRule { value: text });
    } else {
        item.all("RRULE");
    }
    found
}

/// The day of the last time that a count leaves.
fn last(rule: &Rule, count: u32, start: &Time) -> Option<NaiveDate> {
    let end = start.at.checked_add_days(chrono::Days::new(100 * 366))?;
    let all = expand(rule, start.at, None, (start.at, end)).times;
    all.into_iter().take(usize::try_from(count).ok()?).next_back().map(|at| at.date())
}

fn ours(rule: &Rule) -> Option<Recur> {
    let is_odd = [&rule.seconds, &rule.minutes, &rule.hours, &rule.year_days, &rule.weeks]
        .iter()
        .any(|list| !list.is_empty());
    if is_odd {
        return None;
    }
    let plain = rule.weekdays.iter().all(|(place, _)| *place == 0);
    let day = |number: i32| u32::try_from(number).ok();
    let lists = (rule.weekdays.as_slice(), rule.month_days.as_slice(), rule.months.as_slice());
    let (unit, on) = match (rule.every, lists, rule.places.as_slice()) {
        (Every::Day, ([], [], []), []) => (Unit::Day, On::Start),
        (Every::Day, (days, [], []), []) if plain && rule.interval == 1 => (Unit::Week, weekdays(days)),
        (Every::Week, ([], [], []), []) => (Unit::Week, On::Start),
        (Every::Week, (days, [], []), []) if plain => (Unit::Week, weekdays(days)),
        (Every::Month, ([], [], []), []) => (Unit::Month, On::Start),
        (Every::Month, ([], [-1], []), []) => (Unit::Month, On::Last),
        (Every::Month, ([], [number], []), []) => (Unit::Month, On::Day(day(*number)?)),
        (Every::Month, ([(place, weekday)], [], []), []) if *place != 0 => {
            (Unit::Month, nth(*place, *weekday)?)
        }
        (Every::Month, ([(0, weekday)], [], []), [place]) => (Unit::Month, nth(*place, *weekday)?),
        (Every::Year, ([], [], []), []) => (Unit::Year, On::Start),
        (Every::Year, ([], [number], [month]), []) => (Unit::Year, On::Date(day(*month)?, day(*number)?)),
        _ => return None,
    };
    // What cannot be kept under its own name is none.
    Recur::Every(rule.interval, unit, on).to_string().parse().ok()
}

fn weekdays(days: &[(i32, chrono::Weekday)]) -> On {
    On::Weekdays(days.iter().map(|(_, day)| *day).collect())
}

fn nth(place: i32, day: chrono::Weekday) -> Option<On> {
    match place {
        -1 => Some(On::LastOf(day)),
        1..=5 => Some(On::Nth(u32::try_from(place).ok()?, day)),
        _ => None,
    }
}
