//! The times of a rule inside a window: a rule without an end costs no more than the window has room for.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::rule::{Every, Rule};

/// Most times of one rule inside a window, and most steps that are tried for them.
const MOST: usize = 40_000;
const STEPS: usize = 400_000;

/// What a rule comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Times {
    /// The times inside the window.
    pub times: Vec<NaiveDateTime>,
    /// Whether there are more than anybody can look at; the rest is left out.
    pub is_cut: bool,
}

/// All times of a rule that begins at `start`, from `from` to `to`, none behind `until`; on the clock of the rule.
pub(super) fn expand(
    rule: &Rule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    (from, to): (NaiveDateTime, NaiveDateTime),
) -> Times {
    if rule.is_too_fine() {
        return Times { times: Vec::new(), is_cut: true };
    }
    let rule = completed(rule, start);
    let last = until.map_or(to, |until| until.min(to));
    let mut found = Times::default();
    let mut left = rule.count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX));
    // Counted rules begin at their beginning; others may begin where the window does.
    let first = if rule.count.is_some() { 0 } else { skipped(&rule, start, from) };
    for step in (first..).take(STEPS) {
        let Some((first, times)) = period(&rule, start, step) else { return found };
        if first > last || left == 0 {
            return found;
        }
        for at in times.into_iter().filter(|at| *at >= start) {
            if at > last || left == 0 {
                return found;
            }
            left -= 1;
            if at >= from {
                found.times.push(at);
            }
        }
        if found.times.len() > MOST {
            break;
        }
    }
    found.is_cut = true;
    found
}

/// The rule with what its start says where it is silent itself.
fn completed(rule: &Rule, start: NaiveDateTime) -> Rule {
    let mut rule = rule.clone();
    let number = |value: u32| i32::try_from(value).unwrap_or(0);
    let is_silent = rule.weeks.is_empty()
        && rule.year_days.is_empty()
        && rule.month_days.is_empty()
        && rule.weekdays.is_empty();
    match rule.every {
        Every::Year if is_silent => {
            if rule.months.is_empty() {
                rule.months = vec![number(start.month())];
            }
            rule.month_days = vec![number(start.day())];
        }
        Every::Month if is_silent => rule.month_days = vec![number(start.day())],
        Every::Week if is_silent => rule.weekdays = vec![(0, start.weekday())],
        _ => {}
    }
    if rule.every < Every::Hour && rule.hours.is_empty() {
        rule.hours = vec![number(start.hour())];
    }
    if rule.every < Every::Minute && rule.minutes.is_empty() {
        rule.minutes = vec![number(start.minute())];
    }
    if rule.every < Every::Second && rule.seconds.is_empty() {
        rule.seconds = vec![number(start.second())];
    }
    rule
}

/// How many periods may be left out before the window begins.
fn skipped(rule: &Rule, start: NaiveDateTime, from: NaiveDateTime) -> i64 {
    let away = from - start;
    let periods = match rule.every {
        Every::Year => i64::from(from.year() - start.year()),
        Every::Month => {
            i64::from(from.year() - start.year()) * 12 + i64::from(from.month()) - i64::from(start.month())
        }
        Every::Week => away.num_weeks() - 1,
        Every::Day => away.num_days(),
        Every::Hour => away.num_hours(),
        Every::Minute => away.num_minutes(),
        Every::Second => away.num_seconds(),
    };
    ((periods - 1) / i64::from(rule.interval)).max(0)
}

/// The first moment of the period that is so many steps after the start, and its times; nothing beyond the calendar.
fn period(rule: &Rule, start: NaiveDateTime, step: i64) -> Option<(NaiveDateTime, Vec<NaiveDateTime>)> {
    let steps = step.checked_mul(i64::from(rule.interval))?;
    let day = start.date();
    let (first, days): (NaiveDate, u64) = match rule.every {
        Every::Year => {
            let first = NaiveDate::from_ymd_opt(day.year().checked_add(i32::try_from(steps).ok()?)?, 1, 1)?;
            (first, if first.leap_year() { 366 } else { 365 })
        }
        Every::Month => {
            let first = day.with_day(1)?.checked_add_months(Months::new(u32::try_from(steps).ok()?))?;
            (first, u64::from(first.num_days_in_month()))
        }
        Every::Week => {
            let behind = u64::from(day.weekday().days_since(rule.week_start));
            let first = day.checked_sub_days(Days::new(behind))?;
            (first.checked_add_days(Days::new(u64::try_from(steps.checked_mul(7)?).ok()?))?, 7)
        }
        Every::Day => (day.checked_add_days(Days::new(u64::try_from(steps).ok()?))?, 1),
        Every::Hour | Every::Minute | Every::Second => return moment(rule, start, steps),
    };
    let fits = |day: &NaiveDate| fits(rule, *day);
    let days = (0..days).filter_map(|more| first.checked_add_days(Days::new(more))).filter(fits);
    let clocks = clocks(&rule.hours, &rule.minutes, &rule.seconds);
    let times: Vec<NaiveDateTime> =
        days.flat_map(|day| clocks.iter().map(move |clock| day.and_time(*clock))).collect();
    Some((first.and_time(NaiveTime::MIN), placed(rule, times)))
}

/// A period shorter than a day.
fn moment(rule: &Rule, start: NaiveDateTime, steps: i64) -> Option<(NaiveDateTime, Vec<NaiveDateTime>)> {
    let at = match rule.every {
        Every::Hour => {
            start.with_minute(0)?.with_second(0)?.checked_add_signed(Duration::try_hours(steps)?)?
        }
        Every::Minute => start.with_second(0)?.checked_add_signed(Duration::try_minutes(steps)?)?,
        _ => start.checked_add_signed(Duration::try_seconds(steps)?)?,
    };
    let is_in =
        |list: &[i32], value: u32| list.is_empty() || list.iter().any(|one| u32::try_from(*one) == Ok(value));
    let is_hour = is_in(&rule.hours, at.hour());
    let is_minute = rule.every == Every::Hour || is_in(&rule.minutes, at.minute());
    let is_second = rule.every != Every::Second || is_in(&rule.seconds, at.second());
    if !(is_hour && is_minute && is_second && fits(rule, at.date())) {
        return Some((at, Vec::new()));
    }
    let own = |value: u32| vec![i32::try_from(value).unwrap_or(0)];
    let minutes = if rule.every == Every::Hour { rule.minutes.clone() } else { own(at.minute()) };
    let seconds = if rule.every == Every::Second { own(at.second()) } else { rule.seconds.clone() };
    let clocks = clocks(&own(at.hour()), &minutes, &seconds);
    let times = clocks.into_iter().map(|clock| at.date().and_time(clock)).collect();
    Some((at, placed(rule, times)))
}

fn clocks(hours: &[i32], minutes: &[i32], seconds: &[i32]) -> Vec<NaiveTime> {
    let unsigned = |value: i32| u32::try_from(value).unwrap_or(0);
    let mut all = Vec::new();
    for hour in hours {
        for minute in minutes {
            // Second 60 is a leap second, which clocks on the wall do not show.
            let own = seconds.iter().filter_map(|second| {
                NaiveTime::from_hms_opt(unsigned(*hour), unsigned(*minute), unsigned(*second).min(59))
            });
            all.extend(own);
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Of the times of a period those at the places that are asked for.
fn placed(rule: &Rule, times: Vec<NaiveDateTime>) -> Vec<NaiveDateTime> {
    if rule.places.is_empty() {
        return times;
    }
    let at = |place: &i32| {
        let index = usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?;
        let index = if *place > 0 { index } else { times.len().checked_sub(index + 1)? };
        times.get(index).copied()
    };
    let mut chosen: Vec<NaiveDateTime> = rule.places.iter().filter_map(at).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Whether a day is one that the rule lets through.
fn fits(rule: &Rule, day: NaiveDate) -> bool {
    let (month, ordinal) = (i32::try_from(day.month()), i32::try_from(day.ordinal()));
    let (Ok(month), Ok(ordinal), Ok(in_month)) = (month, ordinal, i32::try_from(day.day())) else {
        return false;
    };
    let month_days = i32::from(day.num_days_in_month());
    let year_days = if day.leap_year() { 366 } else { 365 };
    let among = |list: &[i32], value: i32, all: i32| {
        list.is_empty() || list.contains(&value) || list.contains(&(value - all - 1))
    };
    (rule.months.is_empty() || rule.months.contains(&month))
        && among(&rule.month_days, in_month, month_days)
        && among(&rule.year_days, ordinal, year_days)
        && (rule.weeks.is_empty() || is_week(rule, day))
        && is_weekday(rule, day, (in_month, month_days), (ordinal, year_days))
}

/// Whether a day is of one of the weekdays, counted in the month, or in the year where no month is said.
fn is_weekday(rule: &Rule, day: NaiveDate, in_month: (i32, i32), in_year: (i32, i32)) -> bool {
    let counted = match rule.every {
        Every::Year if rule.months.is_empty() => Some(in_year),
        Every::Year | Every::Month => Some(in_month),
        _ => None,
    };
    let is = |(place, weekday): &(i32, Weekday)| {
        let Some((at, all)) = counted.filter(|_| *place != 0) else { return day.weekday() == *weekday };
        let (front, back) = ((at - 1) / 7 + 1, (all - at) / 7 + 1);
        day.weekday() == *weekday && (*place == front || -*place == back)
    };
    rule.weekdays.is_empty() || rule.weekdays.iter().any(is)
}

/// Whether a day is in one of the weeks of its year; a week belongs to the year that has most of its days.
fn is_week(rule: &Rule, day: NaiveDate) -> bool {
    let first = |year: i32| {
        let january = NaiveDate::from_ymd_opt(year, 1, 4)?;
        january.checked_sub_days(Days::new(u64::from(january.weekday().days_since(rule.week_start))))
    };
    let week = |year: i32| {
        let (first, next) = (first(year)?, first(year.checked_add(1)?)?);
        let is_own = first <= day && day < next;
        let (at, all) = ((day - first).num_days() / 7 + 1, (next - first).num_days() / 7);
        is_own.then(|| (i32::try_from(at).unwrap_or(0), i32::try_from(all).unwrap_or(0)))
    };
    // Days at the turn of the year are not of the year of the rule's period.
    week(day.year()).is_some_and(|(at, all)| rule.weeks.contains(&at) || rule.weeks.contains(&(at - all - 1)))
}
