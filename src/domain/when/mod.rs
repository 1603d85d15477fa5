//! Days in words, English and Chinese. Today is an argument; weeks start on Monday.

mod both;
mod calendar;
mod chinese;
mod clock;
mod deadline;
mod digits;
mod english;
mod festival;
pub mod forms;
mod named;
mod nth;
mod numbered;
mod numeral;
mod phrase;
mod span;
mod working;

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::moment::Moment;
use super::text::fold;
use super::workday::Workdays;
use both::Standpoint;
pub use both::{spelled, takes_hour};
pub(super) use chinese::weekday as chinese_day;
pub use clock::{Hour, bare, clock, hour, is_part};
pub use festival::is_holiday;
pub use span::length;

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
    let text = spelled(&fold(text));
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let found = digits::day(&joined, today)
        .or_else(|| digits::shift(&joined, today))
        .or_else(|| chinese::day(&joined, today))
        .or_else(|| english::day(&text, today))
        .or_else(|| deadline::day(&joined, today))
        .or_else(|| named::day(&text, today));
    found.unwrap_or(Err(NotADay::Unknown))
}

/// What days in words are told from: today, and which days are worked.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The time that it is.
    pub now: NaiveTime,
    /// Which days are worked.
    pub workdays: &'a Workdays,
}

impl Days<'_> {
    /// As [`day`], and also counted in working days (`+3wd`, `in 3 working days`, `3个工作日后`) and from public
    /// holidays (`国庆后`, `春节前`, `before christmas`).
    pub fn day(&self, text: &str) -> Result<NaiveDate, NotADay> {
        if text.chars().nth(LONGEST).is_some() {
            return Err(NotADay::Unknown);
        }
        working::day(text, self.today, self.workdays)
            .or_else(|| festival::day(text, self.today, self.workdays).map(|told| told.day))
            .unwrap_or_else(|| day(text, self.today))
    }

    /// A day or a time of a day, as [`Days::day`] reads days.
    pub fn moment(&self, text: &str) -> Result<Moment, NotADay> {
        self.standpoint(&|text| self.day(text)).moment(text)
    }

    /// So many hours and minutes from now: `in 3 hours`, `半小时后`.
    pub fn ahead(&self, text: &str) -> Option<Moment> {
        self.standpoint(&|text| self.day(text)).ahead(text)
    }

    /// The year for which no public holidays are known though the text is told by them: its day is the usual one.
    pub fn untold_year(&self, text: &str) -> Option<i32> {
        festival::day(text, self.today, self.workdays)?.untold
    }

    fn standpoint<'b>(&self, day: &'b dyn Fn(&str) -> Result<NaiveDate, NotADay>) -> Standpoint<'b> {
        Standpoint { today: self.today, now: self.now, day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn on(today: &str, text: &str) -> Result<String, NotADay> {
        day(text, today.parse().unwrap()).map(|day| day.to_string())
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
            "1.5.5",
            "3.2.1",
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
