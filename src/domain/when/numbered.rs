//! Quarters and weeks by their numbers, in English words.

use chrono::NaiveDate;

use super::Answer;
use super::calendar::{coming_quarter, coming_week, in_week, quarter_end, week};
use super::english::{weekday, year_of};
use super::numeral::plain;

/// Quarters and weeks by number: `q4`, `q4 2026`, `2026 w48`, `week 48`.
pub(super) fn english(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let (kind, number, year) = match *words {
        [kind, number] => (kind, number, None),
        [kind, number, year] if year_of(year).is_some() => (kind, number, year_of(year)),
        [year, kind, number] => (kind, number, Some(year_of(year)?)),
        _ => return None,
    };
    let number = plain(number).map(|number| u32::try_from(number).unwrap_or(u32::MAX))?;
    match (kind, year) {
        ("q", None) => Some(coming_quarter(today, number)),
        ("q", Some(year)) => Some(quarter_end(year, number)),
        ("w" | "week" | "wk", None) => Some(coming_week(today, number)),
        ("w" | "week" | "wk", Some(year)) => Some(week(year, number)),
        _ => None,
    }
}

/// A weekday before or behind a week's number: `w48 fri`, `friday of week 48`.
pub(super) fn weekday_of_week(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let behind = || words.split_last().and_then(|(last, rest)| Some((weekday(last)?, rest)));
    let before = || words.split_first().and_then(|(first, rest)| Some((weekday(first)?, rest)));
    let (day, rest) = behind().or_else(before)?;
    if !rest.iter().any(|word| matches!(*word, "w" | "week" | "wk")) {
        return None;
    }
    Some(english(rest, today)?.and_then(|monday| in_week(monday, 0, day)))
}
