//! Several days in a row: `周四到周五`, `nov 30 - dec 2`, `mon-wed`, `dec 8-10`, `12月8-10日`, `8-10 dec`.

use chrono::{Datelike, NaiveDate};

use super::time::{Found, may_begin};
use super::token::{Class, Line};
use crate::domain::when::Days;

/// How many tokens a day may have.
const LONGEST: usize = 9;

/// How many days in a row a visit may take.
const MOST: i64 = 31;

/// What joins the first day and the last.
const JOINTS: &[&str] = &["到", "至", "-", "–", "—", "~", "to", "till", "until", "through", "thru"];

/// What joins two days of which the second is the next one.
const PAIRS: &[&str] = &["、", "和", "and", "&"];

/// The days in a row that begin at a token.
pub(super) fn at(line: &Line, days: &Days, at: usize) -> Option<Found> {
    let begins = line.is_free(at) && may_begin(line, at);
    let windows = line.windows(at, LONGEST).into_iter().filter(|_| begins);
    windows.into_iter().find_map(|range| {
        let mark = line.after_blank(range.end);
        let from = line.after_blank(mark + 1);
        let sign = line.word(mark);
        let most = if PAIRS.contains(&sign.as_str()) { 1 } else { MOST };
        let joins =
            line.is_free(mark) && line.is_free(from) && (most == 1 || JOINTS.contains(&sign.as_str()));
        // Each side is told only where the other stands: a number alone is no day.
        joins.then_some(())?;
        let text = line.slice(&range);
        let (day, last, end) = match days.day(text) {
            Ok(day) if is_whole(text) => last(line, days, day, from).map(|(last, end)| (day, last, end)),
            _ => first(line, days, text, from),
        }?;
        let near = (1..=most).contains(&last.signed_duration_since(day).num_days());
        near.then_some(Found { range, day, until: Some((mark..end, last)), weight: 12 })
    })
}

/// Whether a text is a day by itself rather than a number or a length.
fn is_whole(text: &str) -> bool {
    let is_step =
        text.ends_with(['d', 'w', 'm', 'y']) && text.starts_with(|sign: char| sign.is_ascii_digit());
    let is_length = text.ends_with('周') && !text.starts_with(['第', '本', '下', '上', '这']);
    !is_step && !is_length
}

/// The last day: one of its own, or a number of the month of the first.
fn last(line: &Line, days: &Days, first: NaiveDate, from: usize) -> Option<(NaiveDate, usize)> {
    let from_first = Days { today: first, ..*days };
    let whole = line.windows(from, LONGEST).into_iter().find_map(|range| {
        let day = from_first.day(line.slice(&range)).ok().filter(|_| line.ends(range.end))?;
        Some((day, range.end))
    });
    whole.or_else(|| {
        let day = figure(line.slice(&(from..from + 1)))?;
        let is_marked = matches!(line.word(from + 1).as_str(), "日" | "号") && line.is_free(from + 1);
        let end = if is_marked { from + 2 } else { from + 1 };
        let goes_on = matches!(line.word(end).as_str(), ":" | "点" | "." | "/" | "%");
        first.with_day(day).filter(|_| !goes_on).map(|day| (day, end))
    })
}

/// `8-10 dec`: the first is a number of the month of the last.
fn first(line: &Line, days: &Days, text: &str, from: usize) -> Option<(NaiveDate, NaiveDate, usize)> {
    let day = figure(text)?;
    line.windows(from, 4).into_iter().find_map(|range| {
        let slice = line.slice(&range);
        let is_dated = slice.contains(char::is_alphabetic) && is_whole(slice);
        let last = days.day(slice).ok().filter(|_| is_dated && line.class(from) == Some(Class::Word))?;
        let is_its = figure(slice.split(|sign: char| !sign.is_ascii_digit()).next()?) == Some(last.day());
        Some((last.with_day(day).filter(|_| is_its)?, last, range.end))
    })
}

fn figure(text: &str) -> Option<u32> {
    let is_figure = (1..=2).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
    text.parse().ok().filter(|_| is_figure)
}
