//! A date with the name of its weekday beside it: `mon 30 nov`, `30 november (monday)`, `11月30日周一`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Span, step};
use super::{Answer, NotADay, chinese, digits, english, phrase};

/// What stands between a date and its weekday.
const BETWEEN: &[char] = &[' ', ',', '，', '、', '(', ')'];

/// The date; impossible where the calendar has another weekday there. Without its year it is the next one, or the
/// last where that alone has the weekday.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<Answer> {
    let text = ["on ", "by ", "the "]
        .iter()
        .fold(text.trim_matches(BETWEEN), |text, word| text.trim_start_matches(word));
    let (weekday, rest) = english_name(text).or_else(|| chinese_name(text))?;
    let found = date(rest.trim_matches(BETWEEN), today)?;
    Some(found.and_then(|next| {
        let last = step(next, -12, Span::Months(1)).ok().filter(|last| *last < today && next > today);
        let mut both = std::iter::once(next).chain(last);
        both.find(|day| day.weekday() == weekday).ok_or(NotADay::Impossible)
    }))
}

fn english_name(text: &str) -> Option<(Weekday, &str)> {
    let first = text.split_once(BETWEEN).and_then(|(name, rest)| Some((english::weekday(name)?, rest)));
    let last = || text.rsplit_once(BETWEEN).and_then(|(rest, name)| Some((english::weekday(name)?, rest)));
    first.or_else(last)
}

fn chinese_name(text: &str) -> Option<(Weekday, &str)> {
    ["周", "星期", "礼拜"].iter().find_map(|week| {
        let first = || {
            let rest = text.strip_prefix(week)?;
            let (name, rest) = rest.split_at_checked(rest.chars().next()?.len_utf8())?;
            Some((chinese::weekday(name)?, rest))
        };
        let last = || text.rsplit_once(week).and_then(|(rest, name)| Some((chinese::weekday(name)?, rest)));
        first().or_else(last)
    })
}

/// A day that is told by its numbers.
fn date(text: &str, today: NaiveDate) -> Option<Answer> {
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_chinese = joined.contains(['月', '号', '日']);
    digits::day(&joined, today)
        .or_else(|| chinese::day(&joined, today).filter(|_| is_chinese))
        .or_else(|| english::calendar_date(text, today))
        .or_else(|| phrase::ordinal(text, today))
}

#[cfg(test)]
mod tests {
    use super::super::day;
    use super::*;

    #[test]
    fn a_date_has_its_weekday() {
        let today = "2026-11-18".parse().unwrap();
        for (text, found) in [
            ("mon 30 nov", Some("2026-11-30")),
            ("Monday, 30 November 2026", Some("2026-11-30")),
            ("by the mon 30 nov", Some("2026-11-30")),
            ("30 nov (mon)", Some("2026-11-30")),
            ("nov 30th, monday", Some("2026-11-30")),
            ("mon 11/30", Some("2026-11-30")),
            ("2026-11-30 Mon", Some("2026-11-30")),
            ("monday the 30th", Some("2026-11-30")),
            ("11月30日周一", Some("2026-11-30")),
            ("星期一 11月30号", Some("2026-11-30")),
            ("11月30日（星期一）", Some("2026-11-30")),
            ("30号周一", Some("2026-11-30")),
            // It was last week, and is on a Friday next year.
            ("thu 12 nov", Some("2026-11-12")),
            ("fri 30 nov", None),
            ("11月30日周五", None),
            ("mon 31 nov", None),
        ] {
            let wanted = found.map(|day| day.parse().unwrap()).ok_or(NotADay::Impossible);
            assert_eq!(day(text, today), wanted, "{text}");
        }
        for text in ["fri 4", "fri 9:30", "周一周二", "mon tue"] {
            assert_eq!(day(text, today), Err(NotADay::Unknown), "{text}");
        }
    }
}
