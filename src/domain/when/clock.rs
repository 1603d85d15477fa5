//! Times of a day in words, English and Chinese: `10:00`, `3pm`, `下午3点半`, `noon`.

use chrono::{NaiveDate, NaiveTime};

use super::numeral::{lead, plain};
use super::{LONGEST, NotADay, day};
use crate::domain::moment::Moment;
use crate::domain::text::fold;

/// The parts of a day, with the hours they mean where the hour alone leaves it open.
const PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::Morning),
    ("早上", Part::Morning),
    ("早晨", Part::Morning),
    ("上午", Part::Morning),
    ("中午", Part::Noon),
    ("下午", Part::Evening),
    ("傍晚", Part::Evening),
    ("晚上", Part::Evening),
    ("今晚", Part::Evening),
    ("晚", Part::Evening),
];

/// The hours that parts of a day mean by themselves.
const USUAL: &[(&str, u32)] = &[
    ("早上", 9),
    ("上午", 9),
    ("下午", 14),
    ("傍晚", 18),
    ("晚上", 19),
    ("morning", 9),
    ("afternoon", 14),
    ("evening", 18),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Noon,
    Evening,
}

/// Whether a text is a part of a day without an hour, such as `下午` or `afternoon`.
pub fn is_part(text: &str) -> bool {
    USUAL.iter().any(|(name, _)| *name == text)
}

/// The time that a whole text means; nothing where it is none.
pub fn clock(text: &str) -> Option<NaiveTime> {
    let text: String = fold(text).chars().filter(|sign| !sign.is_whitespace()).collect();
    match text.as_str() {
        "noon" | "中午" | "正午" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    // A part of a day without an hour is the hour at which work is done in it.
    if let Some((_, hour)) = USUAL.iter().find(|(name, _)| *name == text) {
        return NaiveTime::from_hms_opt(*hour, 0, 0);
    }
    let found = PARTS.iter().find_map(|(name, part)| Some((Some(*part), text.strip_prefix(name)?)));
    let (part, rest) = found.unwrap_or((None, text.strip_prefix('@').unwrap_or(&text)));
    let (part, rest) =
        [("am", Part::Morning), ("a.m.", Part::Morning), ("pm", Part::Evening), ("p.m.", Part::Evening)]
            .iter()
            .find_map(|(name, part)| Some((Some(*part), rest.strip_suffix(name)?)))
            .unwrap_or((part, rest));
    let (hour, minute, is_marked) = figures(rest)?;
    // A bare number is no time: it may be anything.
    if !is_marked && part.is_none() {
        return None;
    }
    let hour = match part {
        Some(Part::Evening) if (1..12).contains(&hour) => hour + 12,
        Some(Part::Noon) if (1..3).contains(&hour) => hour + 12,
        Some(Part::Morning) if hour == 12 => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Hour, minute, and whether they are plainly a time: `10:00`, `10点`, `10点半`, `10点15分`, `十点一刻`.
fn figures(text: &str) -> Option<(u32, u32, bool)> {
    let number = |text: &str| -> Option<u32> {
        plain(text).or_else(|| chinese_number(text)).and_then(|number| u32::try_from(number).ok())
    };
    if let Some((hour, minute)) = text.split_once(':') {
        let two = minute.len() == 2 && hour.len() <= 2;
        return Some((number(hour)?, number(minute).filter(|_| two)?, true));
    }
    if let Some((hour, rest)) = text.split_once(['点', '时']) {
        let rest = rest.strip_prefix('钟').unwrap_or(rest);
        let minute = match rest.strip_suffix('分').unwrap_or(rest) {
            "" | "整" => 0,
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            minute => number(minute)?,
        };
        return Some((number(hour)?, minute, true));
    }
    Some((number(text)?, 0, false))
}

fn chinese_number(text: &str) -> Option<i64> {
    lead(text).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}

/// The day or time that is meant: a day in words, a time in words (of today), or both in either order.
pub fn moment(text: &str, today: NaiveDate) -> Result<Moment, NotADay> {
    moment_by(text, today, &|text| day(text, today))
}

/// As [`moment`], where days are read by `day`.
pub(super) fn moment_by(
    text: &str,
    today: NaiveDate,
    day: &dyn Fn(&str) -> Result<NaiveDate, NotADay>,
) -> Result<Moment, NotADay> {
    let text = text.trim();
    if text.chars().nth(LONGEST).is_some() {
        return Err(NotADay::Unknown);
    }
    if let Ok(moment) = text.parse() {
        return Ok(moment);
    }
    let first = match day(text) {
        Ok(day) => return Ok(Moment::on(day)),
        Err(first) => first,
    };
    if let Some(time) = clock(text) {
        return Ok(Moment::at(today, time));
    }
    for (at, _) in text.char_indices().skip(1) {
        let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
        // A number is never torn in two: `11/30 9:00` is not the third of November.
        let is_number = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        if is_number(head.trim_end().chars().last()) && is_number(tail.chars().next()) && !head.ends_with(' ')
        {
            continue;
        }
        for (on, time) in [(head, tail), (tail, head)] {
            if let (Ok(on), Some(time)) = (day(on.trim()), clock(time.trim())) {
                return Ok(Moment::at(on, time));
            }
        }
    }
    Err(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_read_in_both_languages() {
        for (text, found) in [
            ("10:00", Some("10:00")),
            ("9:05", Some("09:05")),
            ("10：30", Some("10:30")),
            ("3pm", Some("15:00")),
            ("3:30 pm", Some("15:30")),
            ("12pm", Some("12:00")),
            ("12am", Some("00:00")),
            ("noon", Some("12:00")),
            ("10点", Some("10:00")),
            ("10点半", Some("10:30")),
            ("十点一刻", Some("10:15")),
            ("下午", Some("14:00")),
            ("afternoon", Some("14:00")),
            ("下午3点", Some("15:00")),
            ("下午三点半", Some("15:30")),
            ("上午9点15分", Some("09:15")),
            ("晚上8点", Some("20:00")),
            ("中午12点", Some("12:00")),
            ("中午1点", Some("13:00")),
            ("14时30分", Some("14:30")),
            ("10", None),
            ("25:00", None),
            ("10:5", None),
            ("10:60", None),
            ("点", None),
            ("", None),
            ("pm", None),
        ] {
            let wanted = found.map(|text| NaiveTime::parse_from_str(text, "%H:%M").unwrap());
            assert_eq!(clock(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_day_and_a_time_go_together_in_either_order() {
        let today = "2026-11-23".parse().unwrap();
        for (text, found) in [
            ("thu 10:00", "2026-11-26T10:00"),
            ("10:00 thu", "2026-11-26T10:00"),
            ("周四10点", "2026-11-26T10:00"),
            ("明天下午3点半", "2026-11-24T15:30"),
            ("2026-12-01 14:00", "2026-12-01T14:00"),
            ("2026-12-01T14:00", "2026-12-01T14:00"),
            ("tomorrow 3pm", "2026-11-24T15:00"),
            ("14:00", "2026-11-23T14:00"),
            ("next fri", "2026-12-04"),
            ("11/30 9:00", "2026-11-30T09:00"),
            ("12月1日上午9点", "2026-12-01T09:00"),
        ] {
            assert_eq!(moment(text, today).map(|moment| moment.to_string()).as_deref(), Ok(found), "{text}");
        }
        assert!(moment("拜访张平", today).is_err() && moment("", today).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_a_moment_or_none(text in any::<String>(), near in "[0-9点时半分:上下午周一明天 pam-]{0,20}") {
            let today = "2026-11-23".parse().unwrap();
            let _ = (moment(&text, today), moment(&near, today), clock(&text), clock(&near));
        }
    }
}
