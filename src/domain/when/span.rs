//! Lengths of time in hours and minutes, and moments so far from now: `90 min`, `1.5小时`, `in 3 hours`, `半小时后`.

use super::english::count_of;
use super::number;
use crate::domain::hours;
use crate::domain::text::fold;

/// Lengths that are called by a name.
const NAMED: &[(&str, i64)] = &[
    ("halfanhour", 30),
    ("halfhour", 30),
    ("ahalfhour", 30),
    ("anhour", 60),
    ("anhourandahalf", 90),
    ("acoupleofhours", 120),
    ("半小时", 30),
    ("半个小时", 30),
    ("半个钟头", 30),
    ("一刻钟", 15),
    ("三刻钟", 45),
];

/// The units, by their names.
const UNITS: &[(&[&str], &str)] = &[
    (&["个小时", "小时", "个钟头", "hours", "hour", "hrs", "hr", "h"], "h"),
    (&["分钟", "minutes", "minute", "mins", "min"], "m"),
];

/// How many minutes a length of time has: `2h` `90 min` `1.5小时` `两个半小时`; nothing for any other text.
pub fn length(text: &str) -> Option<i64> {
    let text: String = fold(text).chars().filter(|sign| !sign.is_whitespace()).collect();
    if let Some((_, minutes)) = NAMED.iter().find(|(name, _)| *name == text) {
        return Some(*minutes);
    }
    if let Some(whole) = text.strip_suffix("个半小时") {
        return number(whole).filter(|(_, rest)| rest.is_empty()).map(|(hours, _)| hours * 60 + 30);
    }
    let (count, unit) = UNITS
        .iter()
        .find_map(|(ends, unit)| Some((ends.iter().find_map(|end| text.strip_suffix(end))?, unit)))?;
    let count = match (number(count), count_of(count)) {
        (Some((number, "")), _) | (_, Some(number)) => number.to_string(),
        _ => count.to_owned(),
    };
    hours::parse(&format!("{count}{unit}")).filter(|minutes| *minutes > 0)
}

/// How many minutes from now a text means: `in 3 hours`, `45 min from now`, `三小时后`, `过半小时`.
pub fn ahead(text: &str) -> Option<i64> {
    let text = fold(text.trim());
    let english = text
        .strip_prefix("in ")
        .or_else(|| ["from now", "later"].iter().find_map(|end| text.strip_suffix(end)).map(str::trim_end));
    let chinese = || {
        ["之后", "以后", "后"]
            .iter()
            .find_map(|end| text.strip_suffix(end))
            .or_else(|| text.strip_prefix('过'))
    };
    length(english.or_else(chinese)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_both_languages() {
        for (text, minutes) in [
            ("2h", Some(120)),
            ("90 min", Some(90)),
            ("1.5 hours", Some(90)),
            ("two hours", Some(120)),
            ("1.5小时", Some(90)),
            ("一个半小时", Some(90)),
            ("两个半小时", Some(150)),
            ("三个小时", Some(180)),
            ("四十五分钟", Some(45)),
            ("一刻钟", Some(15)),
            ("h", None),
            ("小时", None),
            ("3", None),
            ("0h", None),
        ] {
            assert_eq!(length(text), minutes, "{text}");
        }
        for (text, minutes) in [
            ("in 3 hours", Some(180)),
            ("In half an hour", Some(30)),
            ("45 min from now", Some(45)),
            ("三小时后", Some(180)),
            ("半小时以后", Some(30)),
            ("过10分钟", Some(10)),
            ("3 hours", None),
            ("3天后", None),
        ] {
            assert_eq!(ahead(text), minutes, "{text}");
        }
    }
}
