//! The form of the sample: `-75 @handle opp add …`, `by NAME` for the author of what follows, `;` for a comment.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::action::Mistake;
use crate::domain::month::Month;

/// One line of the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Days from today; never after it.
    pub day: i64,
    /// Who wrote it.
    pub author: &'a str,
    /// What later lines call the record that it makes.
    pub handle: Option<&'a str>,
    /// The line of the grammar.
    pub text: &'a str,
}

/// The lines of all scripts in the order of their days; those of one day keep the order they are written in.
pub fn read<'a>(scripts: &[&'a str]) -> Result<Vec<Line<'a>>, Mistake> {
    let mut lines = Vec::new();
    let mut author = "";
    for text in scripts.iter().flat_map(|script| script.lines()).map(str::trim) {
        if text.is_empty() || text.starts_with(';') {
            continue;
        }
        if let Some(name) = text.strip_prefix("by ") {
            author = name;
            continue;
        }
        lines.push(line(text, author).ok_or_else(|| Mistake::Line(text.to_owned()))?);
    }
    lines.sort_by_key(|line| line.day);
    Ok(lines)
}

fn line<'a>(text: &'a str, author: &'a str) -> Option<Line<'a>> {
    let (day, rest) = text.split_once(' ')?;
    let day = day.parse().ok().filter(|day| *day < 0)?;
    let (handle, text) = match rest.strip_prefix('@') {
        Some(rest) => rest.split_once(' ').map(|(handle, text)| (Some(handle), text))?,
        None => (None, rest),
    };
    Some(Line { day, author, handle, text })
}

/// The working day so many days from another: one past falls on a Friday for a weekend, one ahead on a Monday.
pub fn days(from: NaiveDate, count: i64) -> Option<NaiveDate> {
    let span = Days::new(count.unsigned_abs());
    if count < 0 {
        let day = from.checked_sub_days(span)?;
        day.checked_sub_days(Days::new(match day.weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        }))
    } else {
        let day = from.checked_add_days(span)?;
        day.checked_add_days(Days::new(match day.weekday() {
            Weekday::Sat => 2,
            Weekday::Sun => 1,
            _ => 0,
        }))
    }
}

/// The next Friday after a day.
fn friday(from: NaiveDate) -> Option<NaiveDate> {
    from.iter_days().skip(1).take(7).find(|day| day.weekday() == Weekday::Fri)
}

/// The next last Friday of a month after a day.
fn last_friday(from: NaiveDate) -> Option<NaiveDate> {
    let fridays = from.iter_days().skip(1).take(62).filter(|day| day.weekday() == Weekday::Fri);
    fridays
        .into_iter()
        .find(|day| day.checked_add_days(Days::new(7)).is_some_and(|next| next.month() != day.month()))
}

/// A line with `{+21}` as the day so many days from today, `{m+21}` as its month, `{fri}` and `{lastfri}` as the next
/// Friday and the next last one of a month, and `@handle` and `=@handle` as their numbers.
pub fn expand(text: &str, today: NaiveDate, numbers: &HashMap<String, i64>) -> Option<String> {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let (before, handle) = word.split_once("=@").unwrap_or(("", word));
        words.push(match (before, handle.strip_prefix('@')) {
            ("", None) => word.to_owned(),
            ("", Some(handle)) => numbers.get(handle)?.to_string(),
            _ => format!("{before}={}", numbers.get(handle)?),
        });
    }
    let line = words.join(" ");
    let mut parts = line.split('{');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (count, rest) = part.split_once('}')?;
        let named = match count {
            "fri" => friday(today),
            "lastfri" => last_friday(today),
            _ => None,
        };
        if let Some(day) = named {
            out.push_str(&day.to_string());
            out.push_str(rest);
            continue;
        }
        let (is_month, count) = count.strip_prefix('m').map_or((false, count), |count| (true, count));
        let day = days(today, count.parse().ok()?)?;
        out.push_str(&if is_month { Month::of(day).to_string() } else { day.to_string() });
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn lines_come_in_the_order_of_their_days_and_keep_their_authors() {
        let read =
            read(&["; people\nby Ann\n-5 @a account add name=A\n-9 rep add name=R", "by Bo\n\n-5 x y"])
                .unwrap();
        let seen: Vec<_> = read.iter().map(|line| (line.day, line.author, line.handle, line.text)).collect();
        let expected = [
            (-9, "Ann", None, "rep add name=R"),
            (-5, "Ann", Some("a"), "account add name=A"),
            (-5, "Bo", None, "x y"),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn fridays_are_the_next_and_the_next_last_of_a_month() {
        for (today, next, last) in [
            ("2026-11-23", "2026-11-27", "2026-11-27"),
            ("2026-11-27", "2026-12-04", "2026-12-25"),
            ("2026-12-31", "2027-01-01", "2027-01-29"),
        ] {
            let found = expand("{fri} {lastfri}", day(today), &HashMap::new());
            assert_eq!(found, Some(format!("{next} {last}")), "{today}");
        }
    }

    #[test]
    fn what_is_no_past_day_with_a_line_is_refused() {
        for text in ["account add", "+3 account add", "0 account add", "-3", "-3 @a"] {
            assert_eq!(super::read(&[text]), Err(Mistake::Line(text.to_owned())));
        }
    }

    #[test]
    fn days_are_working_days_and_never_cross_today() {
        for (today, count, found) in [
            ("2026-11-22", -1, "2026-11-20"),
            ("2026-11-22", 0, "2026-11-23"),
            ("2026-11-18", -3, "2026-11-13"),
            ("2026-11-18", 3, "2026-11-23"),
            ("2028-02-29", 1, "2028-03-01"),
        ] {
            assert_eq!(days(day(today), count), Some(day(found)), "{today} {count}");
        }
    }

    #[test]
    fn handles_and_days_are_put_in_and_mail_addresses_stay() {
        let numbers = HashMap::from([("deal".to_owned(), 7)]);
        let today = day("2026-11-18");
        for (text, found) in [
            ("opp set @deal account=@deal close_on={+1}", Some("opp set 7 account=7 close_on=2026-11-19")),
            (
                "person add email=li@x.example note=\"a  b\"",
                Some("person add email=li@x.example note=\"a  b\""),
            ),
            ("opp set @other", None),
            ("opp set x={+a}", None),
            ("visit set x={m-16}", Some("visit set x=2026-11")),
        ] {
            assert_eq!(expand(text, today, &numbers).as_deref(), found, "{text}");
        }
    }
}
