//! When: the day, the time, how long, until when, and when again.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::token::{Class, Line, State};
use crate::domain::recur::{self, Recur};
use crate::domain::when::{self, Days};
use crate::domain::{hours, text};

/// How many tokens a day in words may have.
const LONGEST: usize = 13;

/// Words that a text about a day does not end with.
const OPEN: &[&str] = &["the", "of", "on", "by", "and", "a", "in", "at"];

/// What stands before a day or a time and belongs to it.
const BEFORE: &[&str] =
    &["on", "by", "before", "due", "at", "from", "until", "till", "截止", "截至", "最迟", "于"];

/// What stands behind a day and belongs to it.
const BEHIND: &[&str] = &["之前", "以前", "前", "截止"];

/// What makes 5号 a house or a line and 两点 a count, where it follows.
const NO_DAY: &[&str] = &[
    "楼", "线", "机", "门", "馆", "厅", "院", "店", "库", "炉", "仓", "位", "会议", "车间", "产线", "文件",
    "厂", "井", "标段", "站", "房", "桌", "人",
];
const NO_CLOCK: &[&str] = &[
    "建议", "意见", "想法", "问题", "要求", "内容", "说明", "好处", "不足", "反馈", "考虑", "原因", "需求",
    "共识", "钱",
];

/// The time that a text means; numbers with a blank between them are two.
fn clock(text: &str) -> Option<NaiveTime> {
    // 10点 半小时 is a time and a length.
    let is_open = ["点 ", "时 "].iter().any(|part| text.contains(part));
    if is_torn(text) || is_open { None } else { when::clock(text) }
}

fn is_torn(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let is_digit = |sign: char| sign.is_ascii_digit();
    std::iter::from_fn(|| Some((words.next()?, words.peek().copied().unwrap_or_default())))
        .any(|(one, next)| one.ends_with(is_digit) && next.starts_with(is_digit))
}

/// When something comes again.
pub(super) fn again(line: &Line) -> Option<(Range<usize>, Recur)> {
    (0..line.len()).filter(|at| line.is_free(*at) && line.begins_word(*at)).find_map(|at| {
        let word = line.word(at);
        let often =
            ["daily", "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "yearly", "annually"];
        let is_often = often.contains(&word.as_str());
        let may = is_often || matches!(word.as_str(), "every" | "each" | "每" | "隔" | "双" | "完" | "做");
        let is_count = word.bytes().all(|digit| digit.is_ascii_digit());
        let windows = line.windows(at, LONGEST).into_iter().filter(|_| may || is_count);
        let mut read = windows.filter_map(|range| Some((recur::read(line.slice(&range))?, range)));
        let found = read.find(|(_, range)| {
            let is_open = OPEN.contains(&line.word(range.end - 1).as_str());
            let goes_on = matches!(line.word(range.end).as_str(), "次" | "点" | "'");
            !is_open && !goes_on && (!is_often || line.is_last(range.end))
        });
        found.map(|(rule, range)| (range, rule))
    })
}

/// From when to when: `10-11点` `10:00-11:30` `2 to 4pm` `下午2点到4点`, as the start and the minutes it lasts.
pub(super) fn stretch(line: &Line) -> Option<(Range<usize>, (NaiveTime, i64))> {
    (0..line.len()).filter(|at| line.is_free(*at) && line.begins_number(*at)).find_map(|at| {
        let mut windows = line.windows(at, 16).into_iter().filter(|range| range.len() > 2);
        windows.find_map(|range| Some((range.clone(), between(line.slice(&range))?)))
    })
}

fn between(text: &str) -> Option<(NaiveTime, i64)> {
    let text = text::fold(text);
    let marks = ["-", "–", "—", "~", "至", "到", " to ", " till ", " until "];
    marks.iter().find_map(|mark| {
        let (left, right) = text.split_once(mark)?;
        let (left, right) = (left.trim(), right.trim());
        let ends = ["am", "pm", "点", "时"].iter().find(|end| right.ends_with(**end));
        let parts = ["凌晨", "早上", "上午", "中午", "下午", "傍晚", "晚上", "今晚", "晚"];
        let part = parts.iter().find(|part| left.starts_with(**part));
        let from = clock(left).or_else(|| clock(&format!("{left}{}", ends?)))?;
        let to = part.and_then(|part| clock(&format!("{part}{right}")));
        let to = to
            .or_else(|| clock(right))
            .or_else(|| clock(&format!("{right}点")).filter(|_| left.ends_with('点')))?;
        let half = TimeDelta::try_hours(12)?;
        // 11-1pm begins before noon, 10点到2点 ends after it.
        let (from, to) = match from < to {
            true => (from, to),
            false if from.overflowing_sub_signed(half).1 == 0 && from.overflowing_sub_signed(half).0 < to => {
                (from.overflowing_sub_signed(half).0, to)
            }
            false => (from, to.overflowing_add_signed(half).0),
        };
        (from < to).then(|| (from, (to - from).num_minutes()))
    })
}

/// The time of day.
pub(super) fn time(line: &Line, days: &Days) -> Option<(Range<usize>, NaiveTime)> {
    let may_begin =
        |at: &usize| line.is_free(*at) && (line.begins_number(*at) || when::is_part(&line.word(*at)));
    (0..line.len()).filter(may_begin).find_map(|at| {
        let range = line.windows(at, 8).into_iter().find(|range| clock(line.slice(range)).is_some())?;
        let follows = |words: &[&str]| words.iter().any(|word| line.starts(range.end, word));
        let bare = !line
            .slice(&range)
            .contains(|sign: char| sign.is_ascii_digit() || "上下中晚早晨午半刻分".contains(sign));
        let is_han = line.class(at) == Some(Class::Han);
        let on_a_day =
            || (at.saturating_sub(LONGEST)..at).any(|from| days.day(line.slice(&(from..at)).trim()).is_ok());
        // A part of a day alone may be anybody's word; behind a day it is its hour.
        let stands = if when::is_part(&line.folded(&range)) {
            on_a_day()
        } else {
            !bare || !is_han || line.begins(at) || on_a_day()
        };
        let found = clock(line.slice(&range))?;
        (stands && !follows(NO_CLOCK)).then_some((range, found))
    })
}

/// How long it lasts, in minutes: `for 2h` `90 min` `1.5小时` `半小时`.
pub(super) fn length(line: &Line) -> Option<(Range<usize>, i64)> {
    (0..line.len()).filter(|at| line.is_free(*at)).find_map(|at| {
        let windows = line.windows(at, 6).into_iter();
        windows
            .filter_map(|range| Some((minutes(&line.folded(&range))?, range)))
            .map(|(minutes, range)| {
                let before =
                    line.before_blank(at).filter(|at| line.word(*at) == "for" || line.word(*at) == "约");
                (before.unwrap_or(range.start)..range.end, minutes)
            })
            .next()
    })
}

fn minutes(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    match text.as_str() {
        "半小时" | "半个小时" => return Some(30),
        "一个半小时" => return Some(90),
        _ => {}
    }
    let (ends, unit) = [
        (&["小时", "个小时", "hours", "hour", "hrs", "hr", "h"][..], "h"),
        (&["分钟", "minutes", "minute", "mins", "min"][..], "m"),
    ]
    .into_iter()
    .find_map(|(ends, unit)| Some((ends.iter().find_map(|end| text.strip_suffix(end))?, unit)))?;
    let count = ends.strip_suffix('个').unwrap_or(ends);
    let count = match when::number(count) {
        Some((number, "")) => number.to_string(),
        _ => count.to_owned(),
    };
    hours::parse(&format!("{count}{unit}")).filter(|minutes| *minutes > 0)
}

/// A day in the line.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its tokens.
    pub range: Range<usize>,
    /// The day.
    pub day: NaiveDate,
    weight: u8,
}

/// The day that is most plainly meant, and whether the line says several.
pub(super) fn day(line: &Line, days: &Days) -> Option<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match day_at(line, days, at) {
            Some(one) => {
                at = one.range.end;
                found.push(one);
            }
            None => at += 1,
        }
    }
    // Of several days in a row, the first is the one that it begins on.
    for one in &mut found {
        if until(line, days, one).is_some() {
            one.weight += 8;
        }
    }
    let is_past = |one: &Found| one.day < days.today;
    let best = found.iter().map(|one| (is_past(one), std::cmp::Reverse(one.weight))).min()?;
    found.into_iter().find(|one| (is_past(one), std::cmp::Reverse(one.weight)) == best)
}

fn day_at(line: &Line, days: &Days, at: usize) -> Option<Found> {
    if !line.is_free(at) || !may_begin(line, at) {
        return None;
    }
    let read = |range: &Range<usize>| {
        let is_open = OPEN.contains(&line.word(range.end - 1).as_str());
        let day = days.day(line.slice(range)).ok().filter(|_| !is_open && is_plain(line, range))?;
        Some((range.clone(), day))
    };
    let own = line.windows(at, LONGEST).iter().find_map(read);
    let (range, day) = own.or_else(|| eve(line, days, at))?;
    let beside =
        line.state(line.after_blank(range.end)) == State::Cut && line.after_blank(range.end) < line.len();
    let follows = line.before_blank(range.start).is_some_and(|before| line.state(before) == State::Cut);
    let is_edge = line.is_first(range.start) || line.is_last(range.end);
    let (begins, ends) = (line.begins(range.start), line.ends(range.end));
    let weight = [(beside || follows, 4), (is_edge, 2), (begins, 2), (ends, 2)];
    let weight = weight.iter().filter(|(holds, _)| *holds).map(|(_, weight)| *weight).sum();
    Some(Found { range, day, weight })
}

/// 明晚 and 明早 say the day with one character.
fn eve(line: &Line, days: &Days, at: usize) -> Option<(Range<usize>, NaiveDate)> {
    let is_part = ["晚", "早"].iter().any(|part| line.word(at + 1) == **part);
    (line.word(at) == "明" && is_part).then_some(())?;
    Some((at..at + 1, days.today.succ_opt()?))
}

fn may_begin(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    match line.class(at) {
        Some(Class::Han) => {
            "今明后大昨前本这当下上周星礼过半月季年去第零〇一二两三四五六七八九十廿卅".contains(&word)
        }
        Some(Class::Sign) => word == "+" && line.begins(at),
        // A Tom is no tomorrow.
        Some(Class::Word) => {
            line.begins_word(at) && !matches!(word.as_str(), "tom" | "tod" | "now" | "m" | "d")
        }
        _ => false,
    }
}

/// Whether a text that could be a day is plainly one.
fn is_plain(line: &Line, range: &Range<usize>) -> bool {
    let text = line.folded(range);
    let is_digit = |sign: char| sign.is_ascii_digit();
    // 两周 is how long more often than which week.
    let is_length =
        text.ends_with('周') && !text.contains('年') && !text.starts_with(['第', '本', '下', '上', '这']);
    if is_length {
        return false;
    }
    if is_torn(&text) && !text.contains(|sign: char| sign.is_ascii_lowercase()) {
        return false;
    }
    let (before, after) = (range.start.checked_sub(1), range.end);
    let joins =
        |at: usize| matches!(line.slice(&(at..at + 1)), "/" | "." | "-" | "%" | ":" | "：" | "," | "$" | "¥");
    if let Some(unit) = text.strip_prefix(is_digit).map(|rest| rest.trim_start_matches(is_digit)) {
        // 5m may be an amount, 3-4 a range, 1/2 a half.
        if matches!(unit, "d" | "w" | "m" | "q" | "y") {
            return false;
        }
        let is_word = |at: usize| line.class(at) == Some(Class::Word);
        let goes_on = is_word(after - 1) && (is_word(after) || (joins(after) && is_word(after + 1)));
        let is_joint = |sign: usize| {
            joins(sign) && (line.slice(&(sign..sign + 1)) != "-" || is_word(sign.wrapping_sub(1)))
        };
        let torn = before.is_some_and(is_joint) || goes_on;
        if torn || NO_DAY.iter().any(|word| line.starts(after, word)) {
            return false;
        }
        if let Some((month, day)) = text.split_once('-').filter(|(_, day)| !day.contains('-')) {
            return month.len() == 2 && day.len() == 2 && line.begins(range.start) && line.ends(after);
        }
        if text.contains('/') {
            let parts = ["day", "days", "hour", "page", "price", "time", "of"];
            if parts.contains(&line.word(line.after_blank(after)).as_str()) {
                return false;
            }
            return before.is_none_or(|before| line.class(before) != Some(Class::Word));
        }
    }
    if text.ends_with('号') && NO_DAY.iter().any(|word| line.starts(after, word)) {
        return false;
    }
    // A quarter names what a review is about as often as the day it is due.
    let is_quarter = text.ends_with("季度")
        || text.ends_with('季')
        || (text.starts_with('q') && text.len() < 8)
        || (text.len() == 7 && text.get(4..).is_some_and(|rest| rest.trim_start().starts_with('q')));
    let is_told = line.is_last(after) || BEHIND.iter().any(|word| line.starts(after, word));
    let by = before
        .and_then(|_| line.before_blank(range.start))
        .is_some_and(|at| BEFORE.contains(&line.word(at).as_str()));
    !is_quarter || is_told || by
}

/// The last day of several: `周四到周五`, `nov 30 - dec 2`.
pub(super) fn until(line: &Line, days: &Days, first: &Found) -> Option<(Range<usize>, NaiveDate)> {
    let mark = line.after_blank(first.range.end);
    let joins = matches!(
        line.word(mark).as_str(),
        "到" | "至" | "-" | "–" | "—" | "~" | "to" | "till" | "until" | "through"
    );
    let from = line.after_blank(mark + 1);
    let from_today = Days { today: first.day, workdays: days.workdays };
    let one =
        day_at(line, &from_today, from).filter(|one| joins && line.is_free(mark) && one.day > first.day)?;
    let near = one.day.signed_duration_since(first.day).num_days() <= 31;
    near.then_some((mark..one.range.end, one.day))
}

/// The tokens with what belongs to them before and behind: `by fri`, `周五前`, `at 10:00`.
pub(super) fn with_joints(line: &Line, range: &Range<usize>) -> Range<usize> {
    let mut range = range.clone();
    if let Some(at) = line.before_blank(range.start)
        && line.is_free(at)
    {
        let two = at.checked_sub(1).map(|from| from..at + 1).filter(|two| BEFORE.contains(&line.slice(two)));
        if let Some(two) = two {
            range.start = two.start;
        } else if BEFORE.contains(&line.word(at).as_str()) || line.word(at) == "@" {
            range.start = at;
        }
    }
    if let Some(word) = BEHIND.iter().find(|word| line.starts(range.end, word)) {
        range.end += word.chars().count();
    }
    range
}

impl Line<'_> {
    /// Whether a number or a part of the day may begin here: nothing of a number is before it.
    fn begins_number(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.class(at) {
            Some(Class::Han) => "凌早上中下傍晚今正零〇一二两三四五六七八九十".contains(&word),
            Some(Class::Word) => {
                let is_joined = at.checked_sub(1).is_some_and(|before| {
                    matches!(self.slice(&(before..before + 1)), "." | "/" | "-" | ":" | "：" | "$" | "¥")
                });
                let begins = word.starts_with(|sign: char| sign.is_ascii_digit());
                (begins && !is_joined) || matches!(word.as_str(), "noon" | "midnight")
            }
            _ => false,
        }
    }
}
