//! Days in English words: `next fri`, `end of month`, `in 3 days`, `nov 30`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{
    Place, Span, coming_date, coming_in_month, coming_place, coming_weekday, date, in_month, in_week,
    month_from, quarter_from, step, weekend,
};
use super::numeral::plain;
use super::{Answer, MONTHS, nth, numbered, phrase};

/// What says before a day that it is the last one.
const BY: &[&str] = &["no later than ", "not later than ", "before ", "until ", "till ", "due "];

/// The same behind it.
const LATEST: &[&str] = &[" at the latest", " latest"];

/// Words that mean nothing here.
const FILLERS: &[&str] = &["the", "of", "on", "by", "st", "nd", "rd", "th"];

/// The day that the words mean; nothing where they are no such words.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<Answer> {
    let text = BY.iter().find_map(|word| text.trim_start().strip_prefix(word)).unwrap_or(text);
    let text = LATEST.iter().find_map(|word| text.trim_end().strip_suffix(word)).unwrap_or(text);
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    phrase::ordinal(text, today).or_else(|| of_words(&words, today))
}

/// A month and a day, in either order, with or without the year.
pub(super) fn calendar_date(text: &str, today: NaiveDate) -> Option<Answer> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    dated(&words, today)
}

/// The day that words mean one by one.
pub(super) fn of_words(words: &[&str], today: NaiveDate) -> Option<Answer> {
    near(words, today)
        .or_else(|| in_this_week(words, today))
        .or_else(|| away(words, today))
        .or_else(|| edge(words, today))
        .or_else(|| nth::english(words, today))
        .or_else(|| phrase::day(words, today))
        .or_else(|| dated(words, today))
        .or_else(|| numbered::english(words, today))
        .or_else(|| numbered::weekday_of_week(words, today))
}

/// The words in their order; `nov30` and `30th` are two.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    let mut last = ' ';
    for sign in text.chars() {
        let blank = sign.is_whitespace() || matches!(sign, ',' | '.' | '\'' | '-');
        let edge = sign.is_ascii_digit() != last.is_ascii_digit();
        if blank || edge {
            out.push(String::new());
        }
        if let Some(word) = out.last_mut().filter(|_| !blank) {
            word.push(sign);
        }
        last = sign;
    }
    out.retain(|word| !word.is_empty() && !FILLERS.contains(&word.as_str()));
    out
}

fn near(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let days = match *words {
        ["today" | "tod" | "now" | "tonight"] => 0,
        ["tomorrow" | "tmr" | "tmrw" | "tom"] => 1,
        ["yesterday"] => -1,
        ["day", "after", "tomorrow"] => 2,
        ["day", "before", "yesterday"] => -2,
        _ => return None,
    };
    Some(step(today, days, Span::Days(1)))
}

fn in_this_week(words: &[&str], today: NaiveDate) -> Option<Answer> {
    match *words {
        ["next", "week"] => Some(in_week(today, 1, Weekday::Mon)),
        ["last", "week"] => Some(in_week(today, -1, Weekday::Mon)),
        ["week", "after", "next"] => Some(in_week(today, 2, Weekday::Mon)),
        ["week", "after", "next", name] | [name, "week", "after", "next"] => {
            Some(in_week(today, 2, weekday(name)?))
        }
        ["weekend"] => Some(weekend(today, 0)),
        [which, "weekend"] => Some(weekend(today, turn(which)?)),
        [name] | ["coming", name] => Some(coming_weekday(today, weekday(name)?)),
        [which, name] if weekday(name).is_some() => Some(in_week(today, turn(which)?, weekday(name)?)),
        [name, which, "week"] => Some(in_week(today, turn(which)?, weekday(name)?)),
        _ => None,
    }
}

fn away(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let (count, unit, sign) = match *words {
        ["in", count, unit] | [count, unit, "later"] | [count, unit, "from", "now" | "today"] => {
            (count, unit, 1)
        }
        [count, unit, "ago"] => (count, unit, -1),
        ["next", unit @ ("month" | "year")] => ("1", unit, 1),
        ["last", unit @ ("month" | "year")] => ("1", unit, -1),
        _ => return None,
    };
    Some(step(today, sign * count_of(count)?, self::unit(unit)?))
}

/// The unit of a distance.
pub(super) fn unit(name: &str) -> Option<Span> {
    Some(match name {
        "d" | "day" | "days" => Span::Days(1),
        "w" | "wk" | "wks" | "week" | "weeks" => Span::Days(7),
        "fortnight" | "fortnights" => Span::Days(14),
        "m" | "month" | "months" => Span::Months(1),
        "q" | "quarter" | "quarters" => Span::Months(3),
        "y" | "yr" | "yrs" | "year" | "years" => Span::Months(12),
        _ => return None,
    })
}

/// Starts and ends of months, quarters and years.
fn edge(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let (place, scope) = match *words {
        ["eom"] => (Place::End, &["this", "month"][..]),
        ["eoq"] => (Place::End, &["this", "quarter"][..]),
        ["eoy"] => (Place::End, &["this", "year"][..]),
        ["start" | "beginning" | "first" | "early", ref scope @ ..] => (Place::Start, scope),
        ["mid" | "middle", ref scope @ ..] => (Place::Middle, scope),
        ["end" | "late", ref scope @ ..] | [ref scope @ .., "end"] => (Place::End, scope),
        _ => return None,
    };
    match (place, scope) {
        (Place::End, ["month"]) => Some(month_from(today, 0, place)),
        (_, ["month"]) => Some(coming_in_month(today, place)),
        (_, [which, "month"]) => Some(month_from(today, turn(which)?, place)),
        (Place::End, ["quarter"]) => Some(quarter_from(today, 0)),
        (Place::End, [which, "quarter"]) => Some(quarter_from(today, turn(which)?)),
        (Place::End, ["year"]) => Some(date(today.year(), 12, 31)),
        (Place::End, [which, "year"]) => Some(year_end(today, turn(which)?)),
        (Place::End, ["q", ..]) => numbered::english(scope, today),
        (Place::End, [year]) if year_of(year).is_some() => Some(date(year_of(year)?, 12, 31)),
        (_, [name]) => Some(coming_place(today, month(name)?, place)),
        (_, [name, year]) => Some(in_month(year_of(year)?, month(name)?, place)),
        _ => None,
    }
}

fn year_end(today: NaiveDate, years: i64) -> Answer {
    let then = step(today, years, Span::Months(12))?;
    date(then.year(), 12, 31)
}

/// A month and a day, in either order, with or without the year; or a day of the month.
fn dated(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let number = |text: &str| plain(text).and_then(|number| u32::try_from(number).ok());
    match *words {
        [one, two] => match (month(one), month(two)) {
            (Some(month), None) => Some(coming_date(today, month, number(two)?)),
            (None, Some(month)) => Some(coming_date(today, month, number(one)?)),
            _ => None,
        },
        [one, two, year] => match (month(one), month(two)) {
            (Some(month), None) => Some(date(year_of(year)?, month, number(two)?)),
            (None, Some(month)) => Some(date(year_of(year)?, month, number(one)?)),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn year_of(text: &str) -> Option<i32> {
    if text.len() == 4 { plain(text).and_then(|year| i32::try_from(year).ok()) } else { None }
}

/// How far off `last`, `this` and `next` are.
pub(super) fn turn(word: &str) -> Option<i64> {
    match word {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    }
}

/// A number as a word or in digits.
pub(super) fn count_of(word: &str) -> Option<i64> {
    let names =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" => Some(1),
        _ => match names.iter().position(|name| *name == word) {
            Some(at) => i64::try_from(at).ok().map(|at| at + 1),
            None => plain(word),
        },
    }
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

pub(super) fn month(word: &str) -> Option<u32> {
    let short = if word == "sept" { "sep" } else { word };
    let is_it = |name: &&str| *name == word || (short.len() == 3 && name.starts_with(short));
    let at = MONTHS.iter().position(is_it)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::super::day;

    /// On Wednesday, the 18th of November 2026, in week 47.
    const WEDNESDAY: &[(&str, &str)] = &[
        ("today", "2026-11-18"),
        ("TODAY", "2026-11-18"),
        ("tomorrow", "2026-11-19"),
        ("tmr", "2026-11-19"),
        ("yesterday", "2026-11-17"),
        ("day after tomorrow", "2026-11-20"),
        ("the day after tomorrow", "2026-11-20"),
        ("day before yesterday", "2026-11-16"),
        ("fri", "2026-11-20"),
        ("Friday", "2026-11-20"),
        ("on friday", "2026-11-20"),
        ("wed", "2026-11-25"),
        ("mon", "2026-11-23"),
        ("coming mon", "2026-11-23"),
        ("this fri", "2026-11-20"),
        ("this mon", "2026-11-16"),
        ("next fri", "2026-11-27"),
        ("Next  Monday", "2026-11-23"),
        ("next sunday", "2026-11-29"),
        ("last fri", "2026-11-13"),
        ("fri next week", "2026-11-27"),
        ("next week", "2026-11-23"),
        ("weekend", "2026-11-21"),
        ("this weekend", "2026-11-21"),
        ("next weekend", "2026-11-28"),
        ("in 3 days", "2026-11-21"),
        ("in3days", "2026-11-21"),
        ("in a week", "2026-11-25"),
        ("in two weeks", "2026-12-02"),
        ("in 2 months", "2027-01-18"),
        ("in a quarter", "2027-02-18"),
        ("in one year", "2027-11-18"),
        ("3 days ago", "2026-11-15"),
        ("a week ago", "2026-11-11"),
        ("2 weeks from now", "2026-12-02"),
        ("5 days later", "2026-11-23"),
        ("next month", "2026-12-18"),
        ("end of month", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("eom", "2026-11-30"),
        ("month end", "2026-11-30"),
        ("end of this month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("start of next month", "2026-12-01"),
        ("first of month", "2026-12-01"),
        ("mid december", "2026-12-15"),
        ("end of feb", "2027-02-28"),
        ("end of feb 2028", "2028-02-29"),
        ("end of quarter", "2026-12-31"),
        ("end of next quarter", "2027-03-31"),
        ("year end", "2026-12-31"),
        ("end of year", "2026-12-31"),
        ("eoy", "2026-12-31"),
        ("end of 2027", "2027-12-31"),
        ("end of next year", "2027-12-31"),
        ("Q4", "2026-12-31"),
        ("q3", "2027-09-30"),
        ("q1 2027", "2027-03-31"),
        ("2027 Q2", "2027-06-30"),
        ("end of q4", "2026-12-31"),
        ("w48", "2026-11-23"),
        ("W47", "2026-11-16"),
        ("the week after next", "2026-11-30"),
        ("week after next wed", "2026-12-02"),
        ("wed the week after next", "2026-12-02"),
        ("week 46", "2027-11-15"),
        ("w48 fri", "2026-11-27"),
        ("friday of week 48", "2026-11-27"),
        ("tue w1 2027", "2027-01-05"),
        ("2026-w53", "2026-12-28"),
        ("30 nov", "2026-11-30"),
        ("nov 30", "2026-11-30"),
        ("nov30", "2026-11-30"),
        ("Nov. 30th", "2026-11-30"),
        ("30th of November", "2026-11-30"),
        ("nov 30 2026", "2026-11-30"),
        ("Nov 30, 2027", "2027-11-30"),
        ("30 november 2026", "2026-11-30"),
        ("sept 1", "2027-09-01"),
        ("may 1", "2027-05-01"),
        ("feb 29", "2028-02-29"),
        ("ｎｏｖ　３０", "2026-11-30"),
    ];

    #[test]
    fn phrases_mean_their_days() {
        let today = "2026-11-18".parse().unwrap();
        for (text, found) in WEDNESDAY {
            assert_eq!(day(text, today).map(|day| day.to_string()).as_deref(), Ok(*found), "{text}");
        }
    }

    #[test]
    fn weekdays_are_counted_from_any_day_of_the_week() {
        // From Monday, the 16th, to Sunday, the 22nd of November.
        for (text, found) in [
            ("fri", [20, 20, 20, 20, 27, 27, 27]),
            ("this fri", [20, 20, 20, 20, 20, 20, 20]),
            ("next fri", [27, 27, 27, 27, 27, 27, 27]),
            ("last fri", [13, 13, 13, 13, 13, 13, 13]),
            ("sun", [22, 22, 22, 22, 22, 22, 29]),
            ("next sun", [29, 29, 29, 29, 29, 29, 29]),
            ("mon", [23, 23, 23, 23, 23, 23, 23]),
            ("weekend", [21, 21, 21, 21, 21, 21, 22]),
            ("next week", [23, 23, 23, 23, 23, 23, 23]),
            ("w47", [16, 16, 16, 16, 16, 16, 16]),
        ] {
            for (today, wanted) in (16..).zip(found) {
                let today = format!("2026-11-{today}").parse().unwrap();
                let wanted = format!("2026-11-{wanted}");
                assert_eq!(day(text, today).map(|day| day.to_string()), Ok(wanted), "{text} on {today}");
            }
        }
    }

    #[test]
    fn months_and_years_end_where_they_end() {
        for (today, text, found) in [
            ("2026-11-30", "eom", "2026-11-30"),
            ("2026-11-30", "end of next month", "2026-12-31"),
            ("2027-01-31", "end of next month", "2027-02-28"),
            ("2027-01-31", "next month", "2027-02-28"),
            ("2026-12-31", "tomorrow", "2027-01-01"),
            ("2026-12-31", "q4", "2026-12-31"),
            ("2026-12-31", "q1", "2027-03-31"),
            ("2026-12-31", "year end", "2026-12-31"),
            ("2027-01-01", "year end", "2027-12-31"),
            ("2027-01-01", "end of quarter", "2027-03-31"),
            ("2026-12-31", "next fri", "2027-01-08"),
            ("2027-01-01", "w53", "2026-12-28"),
            ("2027-01-04", "w53", "2032-12-27"),
            ("2026-12-31", "w1", "2027-01-04"),
            ("2026-12-31", "jan 1", "2027-01-01"),
            ("2026-12-31", "dec 31", "2026-12-31"),
            ("2026-12-31", "dec 30", "2027-12-30"),
            ("2028-02-29", "feb 29", "2028-02-29"),
            ("2028-03-01", "feb 29", "2032-02-29"),
        ] {
            let found = Ok(found.to_owned());
            assert_eq!(
                day(text, today.parse().unwrap()).map(|day| day.to_string()),
                found,
                "{text} on {today}"
            );
        }
    }
}
