//! The time of day in a line: an hour, from when to when, how long, so long from now.

use std::ops::Range;

use chrono::{NaiveTime, TimeDelta};

use super::kind;
use super::token::{Class, Line, State};
use super::words::WORDS;
use crate::domain::moment::Moment;
use crate::domain::text;
use crate::domain::when::{self, Days, Hour};

/// How many tokens a day before an hour may have.
const LONGEST: usize = 8;

/// How long it lasts at most where the end is told without its half of the day.
const MOST_OVER_NOON: TimeDelta = TimeDelta::hours(9);

/// What makes 两点 a count, where it follows.
const NO_CLOCK: &[&str] = &[
    "建议", "意见", "想法", "问题", "要求", "内容", "说明", "好处", "不足", "反馈", "考虑", "原因", "需求",
    "共识", "钱",
];

/// Behind these a Chinese number of points is a count: `提3点`, `注意两点`.
const COUNTED: &[&str] =
    &["提", "意", "有", "说", "讲", "共", "这", "那", "几", "以下", "如下", "以上", "前"];

/// What may stand behind a number that is an hour: anything else makes it a count of that.
const FOLLOWS: &[&str] = &[
    "with",
    "w",
    "about",
    "re",
    "regarding",
    "for",
    "on",
    "in",
    "at",
    "to",
    "and",
    "then",
    "they",
    "we",
    "he",
    "she",
    "i",
    "next",
    "this",
    "by",
    "if",
    "when",
    "from",
    "who",
    "if",
    "sharp",
    "local",
];

/// Signs that end a number.
const ENDS: &[&str] = &[",", ";", "(", ")", "@", "–", "—", "!", "?", "。", "、", "\"", "#", "+", "："];

/// From when to when: `10-11点` `10:00-11:30` `2 to 4pm` `下午2点到4点` `fri 2-4` `from 2 to 4`, as the start and the
/// minutes it lasts.
pub(super) fn stretch(line: &Line, days: &Days) -> Option<(Range<usize>, (Hour, i64))> {
    (0..line.len()).filter(|at| line.is_free(*at) && line.begins_number(*at)).find_map(|at| {
        let mut windows = line.windows(at, 16).into_iter().filter(|range| range.len() > 2);
        windows.find_map(|range| {
            let (from, minutes, is_marked) = between(line.slice(&range))?;
            let word = line.before_blank(at).map(|before| line.word(before)).unwrap_or_default();
            let is_told = matches!(word.as_str(), "from" | "between") || is_behind_day(line, days, at);
            (is_marked || (is_told && is_over(line, days, range.end))).then_some((range, (from, minutes)))
        })
    })
}

/// The start, the minutes, and whether one of the ends is plainly a time.
fn between(text: &str) -> Option<(Hour, i64, bool)> {
    let text = text::fold(text);
    let marks = ["-", "–", "—", "~", "至", "到", " to ", " till ", " until ", " and "];
    marks.iter().find_map(|mark| {
        let (left, right) = text.split_once(mark)?;
        let (left, right) = (left.trim(), right.trim());
        let ends = ["am", "pm", "点", "时"].iter().find(|end| right.ends_with(**end));
        let parts = ["凌晨", "早上", "上午", "中午", "下午", "傍晚", "晚上", "今晚", "晚"];
        let part = parts.iter().find(|part| left.starts_with(**part));
        let from = clock(left).or_else(|| clock(&format!("{left}{}", ends?)));
        let to = part.and_then(|part| clock(&format!("{part}{right}"))).or_else(|| clock(right));
        let to = to.or_else(|| clock(&format!("{right}点")).filter(|_| left.ends_with('点')));
        let is_marked = from.is_some() && to.is_some();
        let (start, to) = (from.or_else(|| when::bare(left))?, to.or_else(|| when::bare(right))?.time);
        let half = TimeDelta::try_hours(12)?;
        // 11-1pm begins before noon, 10点到2点 ends after it.
        let earlier = start.time.overflowing_sub_signed(half);
        let (from, to) = match start.time < to {
            true => (start.time, to),
            false if earlier.1 == 0 && earlier.0 < to => (earlier.0, to),
            // 10:30-9:30 ends before it begins.
            false => (
                start.time,
                Some(to.overflowing_add_signed(half).0).filter(|end| *end - start.time <= MOST_OVER_NOON)?,
            ),
        };
        (from < to).then(|| (Hour { time: from, ..start }, (to - from).num_minutes(), is_marked))
    })
}

/// The time that a text means; numbers with a blank between them are two.
fn clock(text: &str) -> Option<Hour> {
    // 10点 半小时 is a time and a length.
    let is_open = ["点 ", "时 "].iter().any(|part| text.contains(part));
    if super::time::is_torn(text) || is_open { None } else { when::hour(text) }
}

/// The time of day.
pub(super) fn time(line: &Line, days: &Days) -> Option<(Range<usize>, Hour)> {
    let begins = |at: &usize| {
        let word = line.word(*at);
        let is_word = matches!(word.as_str(), "at" | "this" | "half" | "quarter") && line.begins_word(*at);
        line.is_free(*at)
            && (line.begins_number(*at) || is_word || when::is_part(&word) || "早晚".contains(&word))
    };
    let told = (0..line.len()).filter(begins).find_map(|at| told_at(line, days, at));
    told.or_else(|| alone(line, days))
}

fn told_at(line: &Line, days: &Days, at: usize) -> Option<(Range<usize>, Hour)> {
    let found = |range: &Range<usize>| clock(line.slice(range));
    let range = line.windows(at, 8).into_iter().find(|range| found(range).is_some())?;
    let text = line.folded(&range);
    let has_figure = text.contains(|sign: char| sign.is_ascii_digit());
    let follows = |words: &[&str]| words.iter().any(|word| line.starts(range.end, word));
    let on_a_day = || is_behind_day(line, days, at);
    let goes_on = line.class(range.end) == Some(Class::Word)
        && line.word(range.end).starts_with(|sign: char| sign.is_ascii_digit());
    let stands = if when::is_part(&text) && goes_on {
        // 今晚24点 is no time, and no evening either.
        false
    } else if when::is_part(&text) {
        // A part of a day alone may be anybody's word; behind a day it is its hour.
        matches!(text.as_str(), "tonight" | "今晚" | "今早")
            || text.starts_with("this ")
            || on_a_day()
            || leads(line, &range)
    } else if let Some(rest) = text.strip_prefix("at ") {
        when::hour(rest).is_some() || is_over(line, days, range.end)
    } else if text.ends_with('h') {
        // 8h is how long as well.
        text.trim_end_matches('h').parse().is_ok_and(|hour: u32| hour > 12) || on_a_day()
    } else if line.class(at) == Some(Class::Han)
        && !has_figure
        && !text.contains(|sign| "上下中晚早晨午半刻分".contains(sign))
    {
        line.begins(at) || on_a_day()
    } else {
        !is_counted(line, at)
    };
    let is_vague = matches!(text.as_str(), "早" | "晚") && follows(&["一点", "点", "些", "于", "会"]);
    let is_count = text.contains('点') && (follows(NO_CLOCK) || is_counted(line, at));
    (stands && !is_count && !is_vague).then(|| found(&range).map(|hour| (range, hour))).flatten()
}

/// Whether a part of the day opens a line, and what is done in it follows: `下午拜访…`.
fn leads(line: &Line, range: &Range<usize>) -> bool {
    let next = line.after_blank(range.end);
    let is_deed =
        kind::duty(line, next).is_some() || kind::said(line).iter().any(|verb| verb.range.start == next);
    line.is_first(range.start) && line.class(range.start) == Some(Class::Han) && is_deed
}

/// Whether what stands before makes a number of points a count.
fn is_counted(line: &Line, at: usize) -> bool {
    let is_before = |word: &str| {
        let length = word.chars().count();
        at.checked_sub(length).is_some_and(|from| line.slice(&(from..at)) == word)
    };
    COUNTED.iter().any(|word| is_before(word))
}

/// What is a time only behind a day: `fri 4`, `tomorrow 9`, `fri 9.30`, `fri am`.
fn alone(line: &Line, days: &Days) -> Option<(Range<usize>, Hour)> {
    let is_digits =
        |at: usize| !line.word(at).is_empty() && line.word(at).bytes().all(|sign| sign.is_ascii_digit());
    (0..line.len()).filter(|at| line.is_free(*at)).find_map(|at| {
        let before = line.before_blank(at);
        let is_half = matches!(line.word(at).as_str(), "am" | "pm") && !before.is_some_and(is_digits);
        let is_figure = is_digits(at) && line.begins_number(at);
        let is_dotted =
            is_figure && line.word(at + 1) == "." && is_digits(at + 2) && line.word(at + 2).len() == 2;
        let range = at..at + if is_dotted { 3 } else { 1 };
        let hour = when::bare(line.slice(&range)).filter(|_| is_figure || is_half)?;
        let stands = is_behind_day(line, days, at)
            && (is_dotted || !is_of_a_day(line, days, at))
            && is_over(line, days, range.end);
        stands.then_some((range, hour))
    })
}

/// Whether a number is one of a day: `dec 5`, `5 dec 2026`.
fn is_of_a_day(line: &Line, days: &Days, at: usize) -> bool {
    let is_day = |range: Range<usize>| days.day(line.slice(&range)).is_ok();
    let is_word = |from: &usize| line.class(*from) != Some(Class::Space);
    (at.saturating_sub(LONGEST)..at).filter(is_word).any(|from| is_day(from..at + 1))
        || line.windows(at, LONGEST).into_iter().any(is_day)
}

/// Whether a day ends right before these tokens, one that an hour may follow.
fn is_behind_day(line: &Line, days: &Days, at: usize) -> bool {
    let Some(end) = line.before_blank(at).map(|before| before + 1) else { return false };
    (end.saturating_sub(LONGEST)..end).any(|from| {
        let text = line.slice(&(from..end));
        let is_word = line.class(from) != Some(Class::Space) && line.begins_word(from);
        let is_eve = matches!(text, "明" | "后" | "昨");
        is_word && (is_eve || (days.day(text).is_ok() && when::takes_hour(text)))
    })
}

/// Whether nothing follows that would make a number a count of it.
fn is_over(line: &Line, days: &Days, end: usize) -> bool {
    let next = line.after_blank(end);
    match line.class(next) {
        None => true,
        _ if line.state(next) == State::Cut => true,
        Some(Class::Sign) => {
            let is_apart = line.class(next + 1) == Some(Class::Space) && next > end;
            ENDS.contains(&line.word(next).as_str()) || (is_apart && line.word(next) == "-")
        }
        Some(Class::Han) => next > end,
        _ => {
            let word = line.word(next);
            FOLLOWS.contains(&word.as_str())
                || kind::duty(line, next).is_some()
                || is_verb(&word)
                || line.windows(next, 6).iter().any(|range| days.day(line.slice(range)).is_ok())
        }
    }
}

/// Whether a word of visits begins so.
pub(super) fn is_verb(word: &str) -> bool {
    WORDS.iter().any(|(verb, ..)| verb.split(' ').next() == Some(word))
}

/// How long it lasts, in minutes: `for 2h` `90 min` `1.5小时` `半小时`.
pub(super) fn length(line: &Line) -> Option<(Range<usize>, i64)> {
    (0..line.len()).filter(|at| line.is_free(*at)).find_map(|at| {
        let mut windows = line.windows(at, 6).into_iter();
        let (minutes, range) = windows.find_map(|range| Some((when::length(line.slice(&range))?, range)))?;
        let before = line.before_blank(at).filter(|at| line.word(*at) == "for" || line.word(*at) == "约");
        Some((before.unwrap_or(range.start)..range.end, minutes))
    })
}

/// So long from now: `in 3 hours`, `半小时后`.
pub(super) fn ahead(line: &Line, days: &Days) -> Option<(Range<usize>, Moment)> {
    let begins = |at: &usize| {
        let word = line.word(*at);
        let is_word = word == "in" || word.starts_with(|sign: char| sign.is_ascii_digit());
        line.is_free(*at) && (is_word || (line.class(*at) == Some(Class::Han) && line.begins_number(*at)))
    };
    let is_han = |at: &usize| "半过".contains(&line.word(*at)) && line.is_free(*at);
    (0..line.len()).filter(|at| begins(at) || is_han(at)).find_map(|at| {
        let mut windows = line.windows(at, 8).into_iter();
        windows.find_map(|range| Some((range.clone(), days.ahead(line.slice(&range))?)))
    })
}

/// How an hour that nobody told morning or evening by is meant at a meal.
pub(super) fn at_a_meal(hour: Hour, what: Option<&str>) -> NaiveTime {
    use chrono::Timelike;

    let what = what.map(text::fold).unwrap_or_default();
    let is_evening =
        ["吃饭", "晚餐", "晚饭", "宴请", "饭局", "dinner", "drinks", "supper"].contains(&what.as_str());
    let is_morning = ["早餐", "breakfast"].contains(&what.as_str());
    let moved = match hour.time.hour() {
        7..10 if hour.is_bare && is_evening => hour.time.with_hour(hour.time.hour() + 12),
        17..19 if hour.is_bare && is_morning => hour.time.with_hour(hour.time.hour() - 12),
        _ => None,
    };
    moved.unwrap_or(hour.time)
}

impl Line<'_> {
    /// Whether a number or a part of the day may begin here: nothing of a number is before it.
    fn begins_number(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.class(at) {
            Some(Class::Han) => "凌早上中下傍晚夜晌今正清大一零〇二两三四五六七八九十".contains(&word),
            Some(Class::Word) => {
                let is_digit = |at: usize| self.word(at).ends_with(|sign: char| sign.is_ascii_digit());
                let is_joined =
                    at.checked_sub(1).is_some_and(|before| match self.slice(&(before..before + 1)) {
                        // 周五：3点 is a day and a time.
                        ":" | "：" => before.checked_sub(1).is_some_and(is_digit),
                        sign => matches!(sign, "." | "/" | "-" | "$" | "¥" | "€" | "£" | "#" | "+"),
                    });
                let begins = word.starts_with(|sign: char| sign.is_ascii_digit());
                (begins && !is_joined)
                    || matches!(word.as_str(), "noon" | "midnight" | "midday" | "lunchtime" | "two" | "three")
            }
            _ => false,
        }
    }
}
