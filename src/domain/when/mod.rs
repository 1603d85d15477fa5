//! Days in words, English and Chinese. Today is an argument; weeks start on Monday.

mod calendar;
mod chinese;
mod clock;
mod english;
pub mod forms;
mod numeral;
mod working;

use chrono::{NaiveDate, Weekday};

use super::moment::Moment;
use super::text::fold;
use super::workday::Workdays;
use calendar::{Span, coming_date, date, step};
pub(super) use chinese::weekday as chinese_day;
pub use clock::{clock, is_part, moment};

/// The months in English, in their order.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week in English, from Monday.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A weekday's English name.
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// The number that a text begins with, in digits or Chinese numerals below a thousand, and what follows it.
pub fn number(text: &str) -> Option<(i64, &str)> {
    numeral::lead(text)
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotADay {
    /// It is not understood.
    #[error("not understood as a day")]
    Unknown,
    /// It is understood, but the calendar has no such day between the years 1000 and 9999.
    #[error("no such day")]
    Impossible,
}

/// What a form that was recognised means.
type Answer = Result<NaiveDate, NotADay>;

/// The longest text that can be a day, in characters.
const LONGEST: usize = 60;

/// The day that is meant: `2026-11-30`, `11/30`, `+2w`, `next fri`, `end of month`, `nov 30`, `下周五`, `三天后`,
/// `下月底`, `11月30日`, `四季度`. A date without its year is the next one that is not past.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, NotADay> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(NotADay::Unknown);
    }
    let text = fold(text);
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let found = digits(&joined, today)
        .or_else(|| shift(&joined, today))
        .or_else(|| chinese::day(&joined, today))
        .or_else(|| english::day(&text, today));
    found.unwrap_or(Err(NotADay::Unknown))
}

/// What days in words are told from: today, and which days are worked.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    /// Today.
    pub today: NaiveDate,
    /// Which days are worked.
    pub workdays: &'a Workdays,
}

impl Days<'_> {
    /// As [`day`], and also counted in working days: `+3wd`, `in 3 working days`, `3个工作日后`, `下个工作日`.
    pub fn day(&self, text: &str) -> Result<NaiveDate, NotADay> {
        if text.chars().nth(LONGEST).is_some() {
            return Err(NotADay::Unknown);
        }
        working::day(text, self.today, self.workdays).unwrap_or_else(|| day(text, self.today))
    }

    /// As [`moment`], and also counted in working days.
    pub fn moment(&self, text: &str) -> Result<Moment, NotADay> {
        clock::moment_by(text, self.today, &|text| self.day(text))
    }
}

/// `2026-11-30` `2026/11/30` `2026.11.30` `20261130` `11/30/2026` `11/30` `11-30`.
fn digits(text: &str, today: NaiveDate) -> Option<Answer> {
    let number = |part: &str| numeral::plain(part).and_then(|number| u32::try_from(number).ok());
    if text.len() == 8 && text.bytes().all(|digit| digit.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Some(date(year.parse().ok()?, number(month)?, number(day)?));
    }
    let mark = text.chars().find(|sign| matches!(sign, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let year = |part: &str| {
        if part.len() == 4 { number(part).and_then(|year| i32::try_from(year).ok()) } else { None }
    };
    let short = |part: &str| if part.len() <= 2 { number(part) } else { None };
    match (parts.as_slice(), mark) {
        ([one, two, three], '/') if three.len() == 4 => Some(date(year(three)?, short(one)?, short(two)?)),
        ([one, two, three], _) => Some(date(year(one)?, short(two)?, short(three)?)),
        ([one, two], '/' | '-') => Some(coming_date(today, short(one)?, short(two)?)),
        _ => None,
    }
}

/// `+2w` `-1d` `+1q`, also `+3天`; the sign may be missing before an English unit.
fn shift(text: &str, today: NaiveDate) -> Option<Answer> {
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
    use super::*;
    use proptest::prelude::*;

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

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-30",
            "2/30",
            "2026-13-01",
            "0000-01-01",
            "99/99",
            "feb 30",
            "2月30日",
            "32号",
            "0号",
            "13月1日",
            "二月三十日",
            "2027年2月29日",
            "w54",
            "第54周",
            "w0",
            "+999999999999y",
            "2026w53x",
            "30 feb 2027",
            "q5",
            "五季度",
            "下个月32号",
            "11/31",
            "5月0号",
            "9999999天后",
            "in 99999999 years",
        ] {
            assert!(on("2026-11-18", text).is_err(), "{text}");
        }
        assert_eq!(on("2026-11-18", "feb 30"), Err(NotADay::Impossible));
        assert_eq!(on("2026-11-18", "2月30日"), Err(NotADay::Impossible));
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in [
            "",
            " ",
            "foo",
            "the",
            "next",
            "周",
            "下",
            "月",
            "号",
            "3",
            "2026",
            "26-11-30",
            "1.5",
            "11.30",
            "friend",
            "monkey",
            "下周八",
            "周0",
            "+",
            "-",
            "+d",
            "--1d",
            "天后",
            "3月后",
            "3",
            "nov",
            "11月",
            "拜访张平",
            "10:00",
            "in days",
            "张三",
            "一",
            "十",
            "end",
            "of",
            "2026-11-30-1",
            "a",
            "may",
            "sun moon",
            "q",
            "w",
        ] {
            assert_eq!(on("2026-11-18", text), Err(NotADay::Unknown), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_iso_date_is_itself(days in 365_250..3_650_000_i32, now in 0..3_650_000_i32) {
            let wanted = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let today = NaiveDate::from_num_days_from_ce_opt(now).unwrap();
            prop_assert_eq!(day(&wanted.to_string(), today), Ok(wanted));
        }

        #[test]
        fn any_text_is_a_day_or_none(
            text in any::<String>(),
            near in "(下|上|本|这|个|周|星期|月|年|底|末|初|号|日|第|季度|半|两|三|十|[0-9]{1,20}|后|前|[+-]|[dwmqy]|of|end| |next|in|fri|nov|th|w|q){1,8}",
            now in 0..3_700_000_i32,
        ) {
            let today = NaiveDate::from_num_days_from_ce_opt(now).unwrap();
            for text in [text, near] {
                let _ = day(&text, today);
                let _ = (day(&text, NaiveDate::MAX), day(&text, NaiveDate::MIN));
            }
        }
    }
}
