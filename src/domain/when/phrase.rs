//! Days in several English words: `end of next week`, `a week from friday`, `cob friday`, `the 15th`, `in march`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Answer;
use super::calendar::{Place, Span, coming_in_month, coming_place, coming_weekday, in_month, in_week, step};
use super::english::{count_of, month, of_words, turn, weekday, year_of};

/// Ends of a working day: they say no more than the day does.
const CLOSES: &[&[&str]] =
    &[&["eod"], &["eob"], &["cob"], &["end", "day"], &["end", "business"], &["close", "business"]];

/// The day that the words mean; nothing where they are no such words.
pub(super) fn day(words: &[&str], today: NaiveDate) -> Option<Answer> {
    closing(words, today)
        .or_else(|| in_a_week(words, today))
        .or_else(|| counted_from(words, today))
        .or_else(|| in_a_month(words, today))
}

/// `eod`, `cob friday`, `end of day tomorrow`, `first thing tomorrow`.
fn closing(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let rest =
        CLOSES.iter().find_map(|close| words.strip_prefix(*close).or_else(|| words.strip_suffix(*close)));
    match rest {
        Some([]) => Some(step(today, 0, Span::Days(1))),
        Some(rest) => of_words(rest, today),
        None => of_words(words.strip_prefix(&["first", "thing"]).filter(|rest| !rest.is_empty())?, today),
    }
}

/// Places in a week: its last working day is its end.
fn in_a_week(words: &[&str], today: NaiveDate) -> Option<Answer> {
    let (place, scope) = match *words {
        ["eow"] => {
            return Some(in_week(today, i64::from(today.weekday().num_days_from_monday() > 4), Weekday::Fri));
        }
        [name, "after", "next"] => return Some(in_week(today, 2, weekday(name)?)),
        [place, ref scope @ .., "week"] => (place, scope),
        _ => return None,
    };
    let weekday = match place {
        "start" | "beginning" | "early" => Weekday::Mon,
        "mid" | "middle" => Weekday::Wed,
        "end" | "late" | "later" => Weekday::Fri,
        _ => return None,
    };
    match *scope {
        [] if weekday == Weekday::Fri => in_a_week(&["eow"], today),
        [] => Some(coming_weekday(today, weekday)),
        [which] => Some(in_week(today, turn(which)?, weekday)),
        _ => None,
    }
}

/// `within 3 days`, `in the next two weeks`, `a fortnight`, `friday week`, `a week from friday`.
fn counted_from(words: &[&str], today: NaiveDate) -> Option<Answer> {
    match *words {
        ["in" | "within", "next", ref rest @ ..] | ["within", ref rest @ ..] => {
            of_words(&[&["in"], rest].concat(), today)
        }
        ["in", "a", "couple", unit] => of_words(&["in", "2", unit], today),
        ["fortnight"] | ["a", "fortnight"] => Some(step(today, 14, Span::Days(1))),
        [name, "week"] => later(name, 1, today),
        ["week", "from", ref rest @ ..] | ["a" | "one", "week", "from" | "after", ref rest @ ..] => {
            later(rest.first().filter(|_| rest.len() == 1)?, 1, today)
        }
        [count, "week" | "weeks", "from" | "after", name] | [count, "week" | "weeks", name] => {
            later(name, count_of(count)?, today)
        }
        _ => None,
    }
}

/// So many weeks after a day that is said in one word.
fn later(name: &str, weeks: i64, today: NaiveDate) -> Option<Answer> {
    let day = match name {
        "today" | "tomorrow" => of_words(&[name], today)?,
        _ => coming_weekday(today, weekday(name)?),
    };
    Some(day.and_then(|day| step(day, weeks, Span::Days(7))))
}

/// `in march`, `march 2027`: as a quarter is meant by its end, so is a month.
fn in_a_month(words: &[&str], today: NaiveDate) -> Option<Answer> {
    match *words {
        ["in", name] => Some(coming_place(today, month(name)?, Place::End)),
        ["in", name, year] | [name, year] if year_of(year).is_some() => {
            Some(in_month(year_of(year)?, month(name)?, Place::End))
        }
        _ => None,
    }
}

/// `the 15th`, `15th`, `on the 1st`; a number alone is no day.
pub(super) fn ordinal(text: &str, today: NaiveDate) -> Option<Answer> {
    let text = text.trim();
    let text = ["on the ", "by the ", "the ", "on ", "by "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let number = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let day = text.strip_suffix(number).and_then(|day| day.parse().ok())?;
    matches!(number, "st" | "nd" | "rd" | "th").then(|| coming_in_month(today, Place::Day(day)))
}

#[cfg(test)]
mod tests {
    use super::super::day;

    #[test]
    fn phrases_mean_their_days() {
        // From Monday, the 30th of November, and from Sunday, the 6th of December 2026.
        for (text, monday, sunday) in [
            ("eod", "2026-11-30", "2026-12-06"),
            ("cob friday", "2026-12-04", "2026-12-11"),
            ("by close of business friday", "2026-12-04", "2026-12-11"),
            ("end of day tomorrow", "2026-12-01", "2026-12-07"),
            ("first thing tomorrow", "2026-12-01", "2026-12-07"),
            ("eow", "2026-12-04", "2026-12-11"),
            ("end of the week", "2026-12-04", "2026-12-11"),
            ("end of next week", "2026-12-11", "2026-12-11"),
            ("mid next week", "2026-12-09", "2026-12-09"),
            ("early next week", "2026-12-07", "2026-12-07"),
            ("later this week", "2026-12-04", "2026-12-04"),
            ("friday after next", "2026-12-18", "2026-12-18"),
            ("a week from friday", "2026-12-11", "2026-12-18"),
            ("a week on friday", "2026-12-11", "2026-12-18"),
            ("friday week", "2026-12-11", "2026-12-18"),
            ("two weeks from tomorrow", "2026-12-15", "2026-12-21"),
            ("a week today", "2026-12-07", "2026-12-13"),
            ("fortnight", "2026-12-14", "2026-12-20"),
            ("in a fortnight", "2026-12-14", "2026-12-20"),
            ("within 3 days", "2026-12-03", "2026-12-09"),
            ("in the next two weeks", "2026-12-14", "2026-12-20"),
            ("the 15th", "2026-12-15", "2026-12-15"),
            ("on the 1st", "2026-12-01", "2027-01-01"),
            ("31st", "2026-12-31", "2026-12-31"),
            ("in march", "2027-03-31", "2027-03-31"),
            ("march 2027", "2027-03-31", "2027-03-31"),
            ("no later than friday", "2026-12-04", "2026-12-11"),
            ("friday at the latest", "2026-12-04", "2026-12-11"),
            ("tonight", "2026-11-30", "2026-12-06"),
        ] {
            for (today, wanted) in [("2026-11-30", monday), ("2026-12-06", sunday)] {
                let found = day(text, today.parse().unwrap()).map(|day| day.to_string());
                assert_eq!(found.as_deref(), Ok(wanted), "{text} on {today}");
            }
        }
        for text in
            ["first thing", "15", "the", "in", "week from", "week", "the 32nd", "1th2", "in a few days"]
        {
            assert!(day(text, "2026-11-30".parse().unwrap()).is_err(), "{text}");
        }
    }
}
