//! Days in digits: dates in the orders in which they are written, and steps such as `+2w`.

use chrono::NaiveDate;

use super::calendar::{Span, coming_date, coming_week, date, step, week};
use super::{Answer, chinese, english, numeral};

/// `2026-11-30` `2026/11/30` `2026.11.30` `20261130` `11/30/2026` `11/30` `11-30`; the day first where it can't be
/// a month (`15/12`), and where it is written so (`15.12.`, `15.12.2026`).
pub(super) fn day(text: &str, today: NaiveDate) -> Option<Answer> {
    let number = |part: &str| numeral::plain(part).and_then(|number| u32::try_from(number).ok());
    if text.len() == 8 && text.bytes().all(|digit| digit.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Some(date(year.parse().ok()?, number(month)?, number(day)?));
    }
    if let Some(answer) = week_day(text, today) {
        return Some(answer);
    }
    let mark = text.chars().find(|sign| matches!(sign, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let is_month = |part: &str| number(part).is_some_and(|month| month <= 12);
    let year = |part: &str| {
        if part.len() == 4 { number(part).and_then(|year| i32::try_from(year).ok()) } else { None }
    };
    let short = |part: &str| if part.len() <= 2 { number(part) } else { None };
    match (parts.as_slice(), mark) {
        ([one, two, ""], '.') => Some(coming_date(today, short(two)?, short(one)?)),
        ([one, two, three], '.') if three.len() == 4 => Some(date(year(three)?, short(two)?, short(one)?)),
        ([one, two, three], '/') if three.len() == 4 && !is_month(one) => {
            Some(date(year(three)?, short(two)?, short(one)?))
        }
        ([one, two, three], '/') if three.len() == 4 => Some(date(year(three)?, short(one)?, short(two)?)),
        ([one, two, three], _) => Some(date(year(one)?, short(two)?, short(three)?)),
        ([one, two], '/' | '.') if !is_month(one) => Some(coming_date(today, short(two)?, short(one)?)),
        ([one, two], _) => Some(coming_date(today, short(one)?, short(two)?)),
        _ => None,
    }
}

/// `2026-w53-5`, `w53-5`: a day of an ISO week, its Monday being 1.
fn week_day(text: &str, today: NaiveDate) -> Option<Answer> {
    let (before, rest) = text.split_once('w')?;
    let (number, day) = rest.split_once('-')?;
    let number = u32::try_from(numeral::plain(number)?).ok()?;
    let day = numeral::plain(day).filter(|day| (1..=7).contains(day))?;
    let monday = match before.strip_suffix('-').unwrap_or(before) {
        "" => coming_week(today, number),
        year => week(english::year_of(year)?, number),
    };
    Some(monday.and_then(|monday| step(monday, day - 1, Span::Days(1))))
}

/// `+2w` `-1d` `+1q`, also `+3天`; the sign may be missing before an English unit.
pub(super) fn shift(text: &str, today: NaiveDate) -> Option<Answer> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let unit = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let count = numeral::plain(rest.strip_suffix(unit)?)?;
    let span = match unit {
        "d" => Span::Days(1),
        "w" => Span::Days(7),
        "m" => Span::Months(1),
        "q" => Span::Months(3),
        "y" => Span::Months(12),
        _ if rest.len() < text.len() => chinese::unit(unit)?,
        _ => return None,
    };
    Some(step(today, sign * count, span))
}

#[cfg(test)]
mod tests {
    use super::super::{NotADay, day};

    fn on(today: &str, text: &str) -> Result<String, NotADay> {
        day(text, today.parse().unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn dates_in_digits_are_read() {
        for (text, found) in [
            ("2026-11-30", "2026-11-30"),
            ("2026/11/30", "2026-11-30"),
            ("2026.11.30", "2026-11-30"),
            ("2026-1-5", "2026-01-05"),
            ("20261130", "2026-11-30"),
            ("11/30/2026", "2026-11-30"),
            ("11/30", "2026-11-30"),
            ("11-30", "2026-11-30"),
            ("11/18", "2026-11-18"),
            ("11/17", "2027-11-17"),
            ("2/29", "2028-02-29"),
            ("１１／３０", "2026-11-30"),
            (" 2026 - 11 - 30 ", "2026-11-30"),
            ("15/12", "2026-12-15"),
            ("14/6", "2027-06-14"),
            ("15/12/2026", "2026-12-15"),
            ("15.12.", "2026-12-15"),
            ("1.12.", "2026-12-01"),
            ("15.12.2026", "2026-12-15"),
            ("1.12.2026", "2026-12-01"),
            ("12.8", "2026-12-08"),
            ("15.12", "2026-12-15"),
            ("2026-W53-5", "2027-01-01"),
            ("2026w53-1", "2026-12-28"),
            ("w53-7", "2027-01-03"),
            ("+2w", "2026-12-02"),
            ("+ 3 D", "2026-11-21"),
            ("-1d", "2026-11-17"),
            ("+1m", "2026-12-18"),
            ("+1q", "2027-02-18"),
            ("+1y", "2027-11-18"),
            ("2w", "2026-12-02"),
            ("+3天", "2026-11-21"),
            ("+2周", "2026-12-02"),
            ("+0d", "2026-11-18"),
        ] {
            assert_eq!(on("2026-11-18", text).as_deref(), Ok(found), "{text}");
        }
    }

    #[test]
    fn a_month_later_stays_in_the_month() {
        for (today, text, found) in [
            ("2026-01-31", "+1m", "2026-02-28"),
            ("2027-11-30", "+1q", "2028-02-29"),
            ("2028-02-29", "+1y", "2029-02-28"),
            ("2026-12-31", "+1d", "2027-01-01"),
            ("2027-01-01", "-1d", "2026-12-31"),
        ] {
            assert_eq!(on(today, text).as_deref(), Ok(found), "{text} on {today}");
        }
    }
}
