//! Days, times and spans as calendars write them: `20261126`, `20261126T100000Z`, `P1DT2H`.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// A day or a time as it is written, before its zone is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// The day, and the time; midnight for a day alone.
    pub at: NaiveDateTime,
    /// Whether it is a day without a time.
    pub is_day: bool,
    /// Whether it is in UTC.
    pub is_utc: bool,
}

/// A day or a time; nothing where it is none.
pub(super) fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let (day, time) = text.split_once(['T', 't']).map_or((text, None), |(day, time)| (day, Some(time)));
    let day = day_of(day)?;
    let Some(time) = time else {
        return Some(Written { at: day.and_time(NaiveTime::MIN), is_day: true, is_utc: false });
    };
    let bare = time.strip_suffix(['Z', 'z']).unwrap_or(time);
    let at = day.and_time(clock(bare)?);
    Some(Written { at, is_day: false, is_utc: bare.len() < time.len() })
}

fn day_of(text: &str) -> Option<NaiveDate> {
    let digits: String = text.chars().filter(|sign| *sign != '-').collect();
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveDate::parse_from_str(&digits, "%Y%m%d").ok()
}

fn clock(text: &str) -> Option<NaiveTime> {
    let digits: String = text.chars().filter(|sign| *sign != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        4 => NaiveTime::parse_from_str(&digits, "%H%M").ok(),
        6 => NaiveTime::parse_from_str(&digits, "%H%M%S").ok(),
        _ => None,
    }
}

/// A span such as `PT1H30M`, `-P1D`, `P2W`; nothing where it is none.
pub(super) fn span(text: &str) -> Option<Duration> {
    let text = text.trim().to_ascii_uppercase();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut total, mut digits, mut is_time, mut parts) = (0_i64, String::new(), false, 0);
    for one in rest.chars() {
        let unit = match (one, is_time) {
            ('0'..='9', _) => {
                digits.push(one);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                is_time = true;
                continue;
            }
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        let count: i64 = std::mem::take(&mut digits).parse().ok()?;
        total = total.checked_add(count.checked_mul(unit)?)?;
        parts += 1;
    }
    // A century is longer than any appointment.
    let is_sound = parts > 0 && digits.is_empty() && total < 100 * 366 * 86_400;
    is_sound.then(|| Duration::seconds(sign * total))
}

/// An offset from UTC such as `+0800` or `-050000`, in seconds; nothing where it is none.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).and_then(|two| two.parse::<i32>().ok());
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4).unwrap_or(0);
    (seconds < 86_400).then_some(sign * seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (text, told) in [
            ("20261126", Some("2026-11-26T00:00:00 day")),
            (" 2026-11-26 ", Some("2026-11-26T00:00:00 day")),
            ("20261126T100000", Some("2026-11-26T10:00:00")),
            ("20261126T100000Z", Some("2026-11-26T10:00:00 utc")),
            ("20261126T1000", Some("2026-11-26T10:00:00")),
            ("20261126T245959", None),
            ("20260230", None),
            ("1860509T225504*", None),
            ("", None),
        ] {
            let tell = |one: Written| {
                let marks = [(one.is_day, " day"), (one.is_utc, " utc")];
                let marks = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark);
                format!("{:?}{}", one.at, marks.collect::<String>())
            };
            assert_eq!(written(text).map(tell).as_deref(), told, "{text}");
        }
    }

    #[test]
    fn spans_and_offsets_are_read() {
        for (text, seconds) in [
            ("PT1H30M", Some(5400)),
            ("P1DT2H", Some(93_600)),
            ("-P2W", Some(-1_209_600)),
            ("PT0S", Some(0)),
            ("P15DT5H0M20S", Some(1_314_020)),
            ("P", None),
            ("PT", None),
            ("P5", None),
            ("PT5D", None),
            ("P99999999999999999999D", None),
        ] {
            assert_eq!(span(text).map(|span| span.num_seconds()), seconds, "{text}");
        }
        for (text, seconds) in [
            ("+0800", Some(28_800)),
            ("-050000", Some(-18_000)),
            ("0000", Some(0)),
            ("+53", None),
            ("5", None),
        ] {
            assert_eq!(offset(text), seconds, "{text}");
        }
    }
}
