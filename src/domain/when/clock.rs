//! Times of a day in words, English and Chinese: `10:00`, `3pm`, `下午3点半`, `noon`.

use chrono::NaiveTime;

use super::english::count_of;
use super::numeral::{lead, plain};
use crate::domain::text::fold;

/// The parts of a day, with the hours they mean where the hour alone leaves it open.
const PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::Morning),
    ("大清早", Part::Morning),
    ("清早", Part::Morning),
    ("一早", Part::Morning),
    ("今早", Part::Morning),
    ("早上", Part::Morning),
    ("早晨", Part::Morning),
    ("上午", Part::Morning),
    ("中午", Part::Noon),
    ("下午", Part::Evening),
    ("傍晚", Part::Evening),
    ("晚上", Part::Evening),
    ("夜里", Part::Evening),
    ("晌午", Part::Noon),
    ("今晚", Part::Evening),
    ("晚", Part::Evening),
    ("早", Part::Morning),
    ("morning", Part::Morning),
    ("afternoon", Part::Evening),
    ("evening", Part::Evening),
    ("tonight", Part::Evening),
    ("night", Part::Evening),
];

/// The same said behind the hour.
const BEHIND: &[(&str, Part)] = &[
    ("inthemorning", Part::Morning),
    ("intheafternoon", Part::Evening),
    ("intheevening", Part::Evening),
    ("atnight", Part::Evening),
    ("tonight", Part::Evening),
    ("a.m.", Part::Morning),
    ("am", Part::Morning),
    ("p.m.", Part::Evening),
    ("pm", Part::Evening),
];

/// The hours that parts of a day mean by themselves.
const USUAL: &[(&str, u32)] = &[
    ("大清早", 9),
    ("清早", 9),
    ("一早", 9),
    ("今早", 9),
    ("早上", 9),
    ("早晨", 9),
    ("早", 9),
    ("上午", 9),
    ("下午", 14),
    ("傍晚", 18),
    ("晚上", 19),
    ("晌午", 12),
    ("今晚", 19),
    ("晚", 19),
    ("morning", 9),
    ("afternoon", 14),
    ("evening", 18),
    ("eve", 18),
    ("tonight", 19),
    ("night", 19),
    ("noon", 12),
    ("midday", 12),
    ("lunchtime", 12),
    ("中午", 12),
    ("正午", 12),
    ("midnight", 0),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Noon,
    Evening,
}

/// A time of day as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    /// The time.
    pub time: NaiveTime,
    /// Whether nothing but the hours of business told morning from evening.
    pub is_bare: bool,
}

/// Whether a text is a part of a day without an hour, such as `下午` or `afternoon`.
pub fn is_part(text: &str) -> bool {
    USUAL.iter().any(|(name, hour)| *name == text && !matches!(hour, 0 | 12))
}

/// The time that a whole text means; nothing where it is none. An hour that leaves morning and afternoon open is one
/// of business: `3点` and `2 o'clock` are in the afternoon.
pub fn clock(text: &str) -> Option<NaiveTime> {
    hour(text).map(|hour| hour.time)
}

/// As [`clock`], saying whether the hours of business told it.
pub fn hour(text: &str) -> Option<Hour> {
    read(text, false)
}

/// As [`hour`], also of what is a time only behind a day: `fri 4`, `tomorrow 9`, `fri 1630`, `fri 9.30`, `fri am`.
pub fn bare(text: &str) -> Option<Hour> {
    let half = match text {
        "am" => at(9, 0),
        "pm" => at(14, 0),
        _ => return read(text, true).or_else(|| read(&format!("at {text}"), true)),
    };
    half.map(|time| Hour { time, is_bare: false })
}

fn read(text: &str, may_be_bare: bool) -> Option<Hour> {
    let text: String = fold(text).chars().filter(|sign| !sign.is_whitespace()).collect();
    let text = text.strip_prefix("this").filter(|rest| is_part(rest)).unwrap_or(&text);
    // A part of a day without an hour is the hour at which work is done in it.
    let alone = text.strip_prefix("at").unwrap_or(text);
    if let Some((_, hour)) = USUAL.iter().find(|(name, _)| *name == alone) {
        return at(*hour, 0).map(|time| Hour { time, is_bare: false });
    }
    let (part, rest) = led(PARTS, text).map_or((None, text), |(part, rest)| (Some(part), rest));
    let (at_sign, rest) = match rest.strip_prefix("at").or_else(|| rest.strip_prefix('@')) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let behind = BEHIND.iter().find_map(|(name, part)| Some((*part, rest.strip_suffix(name)?)));
    let (part, rest) = behind.map_or((part, rest), |(part, rest)| (Some(part), rest));
    // 早一点 and 晚一点 say sooner and later.
    if matches!(text, "早一点" | "晚一点" | "早一" | "晚一") {
        return None;
    }
    let figures = figures(rest, part.is_some() || at_sign)?;
    if !(figures.is_marked || part.is_some() || at_sign || may_be_bare) {
        return None;
    }
    let is_bare = part.is_none() && !figures.is_full && (1..12).contains(&figures.hour);
    let hour = match part {
        Some(Part::Evening) if (1..12).contains(&figures.hour) => figures.hour + 12,
        Some(Part::Noon) if (1..3).contains(&figures.hour) => figures.hour + 12,
        Some(Part::Morning) if figures.hour == 12 => 0,
        None if is_bare && figures.hour < BUSINESS => figures.hour + 12,
        _ => figures.hour,
    };
    at(hour, figures.minute).map(|time| Hour { time, is_bare })
}

/// The first hour of business: a bare hour before it is in the afternoon.
const BUSINESS: u32 = 7;

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn led<'a>(parts: &[(&str, Part)], text: &'a str) -> Option<(Part, &'a str)> {
    parts.iter().find_map(|(name, part)| Some((*part, text.strip_prefix(name)?)))
}

/// What the figures of a time say.
struct Figures {
    hour: u32,
    minute: u32,
    /// They are plainly a time: `10:00`, `10点`, `2 o'clock`.
    is_marked: bool,
    /// They say it as clocks of 24 hours do: `04:30`, `16h`.
    is_full: bool,
}

/// `10:00` `10点半` `十点一刻` `2 o'clock` `half past 3` `16h30`; `4.30` where it is said to be a time; `4` `1630` `two`.
fn figures(text: &str, is_time: bool) -> Option<Figures> {
    let number = |text: &str| -> Option<u32> {
        let found = plain(text).or_else(|| chinese_number(text)).or_else(|| count_of(text));
        found.filter(|_| !matches!(text, "a" | "an")).and_then(|number| u32::try_from(number).ok())
    };
    let made = |hour: u32, minute: u32| Figures { hour, minute, is_marked: true, is_full: false };
    let told = ["o'clock", "o’clock", "oclock", "uhr", "ish"].iter().find_map(|end| text.strip_suffix(end));
    let (text, is_told) = (told.unwrap_or(text), told.is_some());
    if let Some((hour, minute)) =
        text.split_once(':').or_else(|| text.split_once('.').filter(|_| is_time || is_told))
    {
        let two = minute.len() == 2 && hour.len() <= 2;
        let is_full = hour.len() == 2;
        return Some(Figures { is_full, ..made(number(hour)?, number(minute).filter(|_| two)?) });
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
        return Some(made(number(hour)?, minute));
    }
    let past = [("halfpast", 30), ("quarterpast", 15), ("quarterto", 45)];
    if let Some((minute, hour)) =
        past.iter().find_map(|(name, minute)| Some((*minute, text.strip_prefix(name)?)))
    {
        let hour = number(hour)?;
        return Some(made(
            if minute == 45 { hour.checked_sub(1).filter(|hour| *hour > 0).unwrap_or(12) } else { hour },
            minute,
        ));
    }
    // 2h is how long, 16h is when.
    if let Some((hour, minute)) = text.split_once('h').filter(|(hour, _)| plain(hour).is_some()) {
        let (hour, is_long) = (number(hour)?, minute.is_empty() || minute == "rs");
        let minute = if is_long { 0 } else { number(minute).filter(|_| minute.len() == 2)? };
        return (!is_long || hour >= BUSINESS).then(|| Figures { is_full: true, ..made(hour, minute) });
    }
    if let (4, Some(hours)) = (text.len(), plain(text)) {
        let hours = u32::try_from(hours).ok()?;
        let is_round = hours % 5 == 0;
        return is_round.then(|| Figures {
            is_marked: false,
            is_full: true,
            ..made(hours / 100, hours % 100)
        });
    }
    Some(Figures { is_marked: is_told, ..made(number(text)?, 0) })
}

fn chinese_number(text: &str) -> Option<i64> {
    lead(text).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Timelike;
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
            ("3点", Some("15:00")),
            ("6点半", Some("18:30")),
            ("7点", Some("07:00")),
            ("8点", Some("08:00")),
            ("12点", Some("12:00")),
            ("两点钟", Some("14:00")),
            ("凌晨3点", Some("03:00")),
            ("早上6点", Some("06:00")),
            ("早八点", Some("08:00")),
            ("晚8点", Some("20:00")),
            ("今晚", Some("19:00")),
            ("早一点", None),
            ("晚一点", None),
            ("at 4", Some("16:00")),
            ("at two", Some("14:00")),
            ("at 9", Some("09:00")),
            ("at 4.30", Some("16:30")),
            ("4.30pm", Some("16:30")),
            ("4:30", Some("16:30")),
            ("04:30", Some("04:30")),
            ("2 o'clock", Some("14:00")),
            ("2 o’clock", Some("14:00")),
            ("half past 3", Some("15:30")),
            ("quarter to 4", Some("15:45")),
            ("quarter past nine", Some("09:15")),
            ("15h", Some("15:00")),
            ("15h30", Some("15:30")),
            ("9h", Some("09:00")),
            ("at 1630", Some("16:30")),
            ("3 in the afternoon", Some("15:00")),
            ("this afternoon", Some("14:00")),
            ("tonight", Some("19:00")),
            ("tonight at 8", Some("20:00")),
            ("morning at 10", Some("10:00")),
            ("at an", None),
            ("at a", None),
            ("4.30", None),
            ("2h", None),
            ("1630", None),
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

    proptest! {
        #[test]
        fn any_text_is_a_time_or_none(text in any::<String>(), near in "[0-9点时半分:上下午周一明天 pam-]{0,20}") {
            let _ = (clock(&text), clock(&near), bare(&text), bare(&near));
        }

        #[test]
        fn a_bare_hour_is_one_of_business(hour in 1..13_u32, minute in 0..60_u32) {
            let own = |text: String| clock(&text).unwrap();
            for time in [own(format!("{hour}点{minute}分")), own(format!("at {hour}:{minute:02}"))] {
                prop_assert!((7..19).contains(&time.hour()) && time.minute() == minute, "{}", time);
                prop_assert_eq!(time.hour12().1, hour);
            }
            // Whoever says which half of the day is meant, or writes the hour in full, is taken at the word.
            prop_assert_eq!(own(format!("{hour:02}:{minute:02}")).hour(), hour);
            prop_assert_eq!(own(format!("早上{hour}:{minute:02}")).hour(), hour % 12);
            prop_assert_eq!(own(format!("{hour}:{minute:02} pm")).hour(), hour % 12 + 12);
        }
    }
}
