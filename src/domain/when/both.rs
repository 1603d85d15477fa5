//! A day and a time of it: `fri 10:00`, `fri 4`, `周五10点`, `明早九点`, `12.8 14:00`, `in 3 hours`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::clock::{bare, clock};
use super::{LONGEST, NotADay, span};
use crate::domain::moment::Moment;
use crate::domain::text::fold;

/// What a moment in words is told from.
pub(super) struct Standpoint<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The time that it is.
    pub now: NaiveTime,
    /// Reads a day in words.
    pub day: &'a dyn Fn(&str) -> Result<NaiveDate, NotADay>,
}

impl Standpoint<'_> {
    /// The day or time that is meant: a day in words, a time in words (of today), or both in either order.
    pub fn moment(&self, text: &str) -> Result<Moment, NotADay> {
        let text = text.trim();
        if text.chars().nth(LONGEST).is_some() {
            return Err(NotADay::Unknown);
        }
        if let Ok(moment) = text.parse() {
            return Ok(moment);
        }
        let text = spelled(text);
        if let Some(time) = clock(&text) {
            return Ok(Moment::at(self.today, time));
        }
        if let Some(moment) = self.ahead(&text) {
            return Ok(moment);
        }
        let first = match (self.day)(&text) {
            Ok(day) => return Ok(Moment::on(day)),
            Err(first) => first,
        };
        self.split(&text).ok_or(first)
    }

    /// So many hours and minutes from now.
    pub fn ahead(&self, text: &str) -> Option<Moment> {
        let minutes = TimeDelta::try_minutes(span::ahead(text)?)?;
        let then = NaiveDateTime::new(self.today, self.now).checked_add_signed(minutes)?;
        Some(Moment::at(then.date(), then.time()))
    }

    fn split(&self, text: &str) -> Option<Moment> {
        text.char_indices().skip(1).find_map(|(at, _)| {
            let (head, tail) = text.split_at_checked(at)?;
            // A number is never torn in two: `11/30 9:00` is not the third of November.
            let is_number = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
            let torn = is_number(head.trim_end().chars().last()) && is_number(tail.chars().next());
            if torn && !head.ends_with(' ') {
                return None;
            }
            let trimmed = |text: &str| text.trim_matches([' ', ',', '，']).to_owned();
            let (head, tail) = (trimmed(head), trimmed(tail));
            let day = |text: &str| (self.day)(text).ok();
            if let (Some(day), Some(time)) = (day(&head), clock(&tail)) {
                return Some(Moment::at(day, time));
            }
            if let (Some(day), Some(time)) = (day(&tail), clock(&head)) {
                return Some(Moment::at(day, time));
            }
            // 2-4 pm is no afternoon of February.
            let is_figure = head.ends_with(|sign: char| sign.is_ascii_digit());
            let is_whole = !(tail.contains(' ') || is_figure && tail.ends_with('m'));
            let alone = bare(&tail).filter(|_| is_whole && takes_hour(&head))?;
            (self.day)(&head).ok().map(|day| Moment::at(day, alone.time))
        })
    }
}

/// Whether a number alone is an hour behind these words: behind a day, and not behind a week or a quarter.
pub fn takes_hour(day: &str) -> bool {
    let day = fold(day);
    let is_long = ["week", "month", "quarter", "year", "周末", "end"].iter().any(|word| day.contains(word));
    // A year may stand before the number of a week or a quarter.
    let without_year =
        day.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ' || sign == '-');
    let is_numbered = |day: &str| {
        let rest = day.strip_prefix(['q', 'w', '第', '+', '-']);
        rest.is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    !is_long && !is_numbered(&day) && !is_numbered(without_year)
}

/// Days that are said with one character, in full: `明早` as `明天早`.
pub fn spelled(text: &str) -> String {
    let mut signs = text.chars();
    let (first, second) = (signs.next(), signs.next());
    match (first, second) {
        (Some(day @ ('明' | '后' | '昨' | '前')), Some(part @ ('早' | '晚'))) => {
            format!("{day}天{part}{}", signs.as_str())
        }
        (Some(day @ ('今' | '明' | '后' | '昨')), Some('儿')) => {
            let rest = signs.as_str().strip_prefix('个').unwrap_or(signs.as_str());
            format!("{day}天{rest}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::day;
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Moment, NotADay> {
        let today = "2026-11-23".parse().unwrap();
        let now = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        Standpoint { today, now, day: &|text| day(text, today) }.moment(text)
    }

    #[test]
    fn a_day_and_a_time_go_together_in_either_order() {
        for (text, found) in [
            ("thu 10:00", "2026-11-26T10:00"),
            ("10:00 thu", "2026-11-26T10:00"),
            ("周四10点", "2026-11-26T10:00"),
            ("明天下午3点半", "2026-11-24T15:30"),
            ("2026-12-01 14:00", "2026-12-01T14:00"),
            ("2026-12-01T14:00", "2026-12-01T14:00"),
            ("tomorrow 3pm", "2026-11-24T15:00"),
            ("14:00", "2026-11-23T14:00"),
            ("next fri", "2026-12-04"),
            ("11/30 9:00", "2026-11-30T09:00"),
            ("12月1日上午9点", "2026-12-01T09:00"),
            ("friday at 4pm", "2026-11-27T16:00"),
            ("friday @ 4pm", "2026-11-27T16:00"),
            ("friday, 4pm", "2026-11-27T16:00"),
            ("fri 4", "2026-11-27T16:00"),
            ("fri 9", "2026-11-27T09:00"),
            ("fri 16", "2026-11-27T16:00"),
            ("fri 1630", "2026-11-27T16:30"),
            ("fri 9.30", "2026-11-27T09:30"),
            ("tomorrow am", "2026-11-24T09:00"),
            ("fri pm", "2026-11-27T14:00"),
            ("thu eve", "2026-11-26T18:00"),
            ("tomorrow 3ish", "2026-11-24T15:00"),
            ("mon 30 nov 10:00", "2026-11-30T10:00"),
            ("11月30日周一10点", "2026-11-30T10:00"),
            ("tomorrow 9", "2026-11-24T09:00"),
            ("tomorrow at 2", "2026-11-24T14:00"),
            ("at 2 tomorrow", "2026-11-24T14:00"),
            ("dec 15 2", "2026-12-15T14:00"),
            ("the 15th at 9:15", "2026-12-15T09:15"),
            ("12.8 14:00", "2026-12-08T14:00"),
            ("12.8下午2点", "2026-12-08T14:00"),
            ("15.12. 9:00", "2026-12-15T09:00"),
            ("tonight", "2026-11-23T19:00"),
            ("tomorrow night", "2026-11-24T19:00"),
            ("tomorrow morning at 10", "2026-11-24T10:00"),
            ("this afternoon", "2026-11-23T14:00"),
            ("今晚", "2026-11-23T19:00"),
            ("今晚8点", "2026-11-23T20:00"),
            ("明早", "2026-11-24T09:00"),
            ("明早九点", "2026-11-24T09:00"),
            ("明晚", "2026-11-24T19:00"),
            ("明儿下午3点", "2026-11-24T15:00"),
            ("周四晚7点", "2026-11-26T19:00"),
            ("周四3点", "2026-11-26T15:00"),
            ("at 4", "2026-11-23T16:00"),
            ("3点", "2026-11-23T15:00"),
            ("in 3 hours", "2026-11-23T13:00"),
            ("in 15 hours", "2026-11-24T01:00"),
            ("三小时后", "2026-11-23T13:00"),
        ] {
            assert_eq!(read(text).map(|moment| moment.to_string()).as_deref(), Ok(found), "{text}");
        }
        // Half of what is said is never taken for the whole.
        for text in [
            "拜访张平",
            "",
            "fri 2-4 pm",
            "2-4 pm",
            "mon-wed",
            "2月30日 9点",
            "q4 3",
            "next week 3",
            "2026-w53 5",
            "2026 q1 5",
            "fri 45",
            "4",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_moment_or_none(text in any::<String>(), near in "[0-9点时半分:上下午周一明天后早晚儿 pamhin.]{0,20}") {
            let _ = (read(&text), read(&near));
        }
    }
}
