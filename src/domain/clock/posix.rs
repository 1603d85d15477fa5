//! Zones as POSIX writes them: `CST-8`, `CET-1CEST,M3.5.0,M10.5.0/3`. West is positive there.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// What summer time goes by where nothing is said.
const USUAL: [Turn; 2] =
    [Turn { month: 3, week: 2, day: 0, at: 7200 }, Turn { month: 11, week: 1, day: 0, at: 7200 }];

/// A distance from UTC, and another in summer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posix {
    standard: FixedOffset,
    summer: Option<(FixedOffset, [Turn; 2])>,
}

/// When the clock changes: `M3.2.0/2`, the second Sunday of March at two o'clock; a fifth is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Turn {
    month: u32,
    week: u8,
    day: u8,
    /// Seconds from midnight by the clock before it.
    at: i64,
}

impl Posix {
    /// Reads a zone; nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (standard, rest) = offset(name(text)?)?;
        if rest.is_empty() {
            return Some(Self { standard, summer: None });
        }
        let (zone, rules) = rest.split_once(',').map_or((rest, None), |(zone, rules)| (zone, Some(rules)));
        let hour = || FixedOffset::east_opt(standard.local_minus_utc() + 3600);
        let summer = match name(zone)? {
            "" => hour()?,
            rest => offset(rest).filter(|(_, rest)| rest.is_empty())?.0,
        };
        let turns = match rules {
            None => USUAL,
            Some(rules) => {
                let (start, end) = rules.split_once(',')?;
                [turn(start)?, turn(end)?]
            }
        };
        Some(Self { standard, summer: Some((summer, turns)) })
    }

    /// The distance from UTC at a moment of UTC.
    pub fn offset_at(&self, utc: NaiveDateTime) -> FixedOffset {
        let Some((summer, [start, end])) = self.summer else { return self.standard };
        let year = utc.checked_add_offset(self.standard).unwrap_or(utc).year();
        let (Some(start), Some(end)) = (start.utc(year, self.standard), end.utc(year, summer)) else {
            return self.standard;
        };
        let is_summer = if start <= end { (start..end).contains(&utc) } else { !(end..start).contains(&utc) };
        if is_summer { summer } else { self.standard }
    }
}

impl Turn {
    /// When it is in a year, in UTC, where the clock before it is so far from that.
    fn utc(self, year: i32, before: FixedOffset) -> Option<NaiveDateTime> {
        let weekday = Weekday::try_from((self.day + 6) % 7).ok()?;
        let on = |week: u8| NaiveDate::from_weekday_of_month_opt(year, self.month, weekday, week);
        let day = on(self.week).or_else(|| on(4))?;
        let midnight = day.and_time(NaiveTime::MIN);
        midnight.checked_add_signed(TimeDelta::try_seconds(self.at)?)?.checked_sub_offset(before)
    }
}

/// What follows the name of a zone: three letters or more, or anything in `<>`.
fn name(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('<') {
        return rest.split_once('>').map(|(_, rest)| rest);
    }
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    (text.len() - rest.len() >= 3).then_some(rest)
}

/// `-8`, `5`, `-5:45` at the start of a text, turned to the east, and what follows.
fn offset(text: &str) -> Option<(FixedOffset, &str)> {
    let (seconds, rest) = clock(text)?;
    let east = i32::try_from(-seconds).ok().filter(|east| east.abs() <= 24 * 3600)?;
    Some((FixedOffset::east_opt(east)?, rest))
}

/// A time `h[:mm[:ss]]` with a sign at the start of a text, in seconds, and what follows.
fn clock(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ':' | '+' | '-')));
    let (time, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let (sign, time) = match time.strip_prefix('-') {
        Some(time) => (-1, time),
        None => (1, time.strip_prefix('+').unwrap_or(time)),
    };
    let parts: Option<Vec<i64>> =
        time.split(':').map(|part| part.parse::<u8>().ok().map(i64::from)).collect();
    let seconds = match parts?.as_slice() {
        [hours] => hours * 3600,
        [hours, minutes] if *minutes < 60 => hours * 3600 + minutes * 60,
        [hours, minutes, seconds] if *minutes < 60 && *seconds < 60 => hours * 3600 + minutes * 60 + seconds,
        _ => return None,
    };
    Some((sign * seconds, rest))
}

/// `M3.2.0`, with `/2` or another hour behind.
fn turn(text: &str) -> Option<Turn> {
    let (day, at) = text.split_once('/').map_or((text, None), |(day, at)| (day, Some(at)));
    let at = match at {
        None => 7200,
        Some(at) => clock(at).filter(|(_, rest)| rest.is_empty())?.0,
    };
    let parts: Option<Vec<u8>> = day.strip_prefix('M')?.split('.').map(|part| part.parse().ok()).collect();
    match parts?.as_slice() {
        [month @ 1..=12, week @ 1..=5, day @ 0..=6] => {
            Some(Turn { month: u32::from(*month), week: *week, day: *day, at })
        }
        _ => None,
    }
}
