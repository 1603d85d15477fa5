//! Which day is meant, and when it comes again.

use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};

use super::token::{Class, Line, State};
use super::{bounds, kind, several};
use crate::domain::recur::{self, Recur};
use crate::domain::when::{Days, NotADay};

/// How many tokens a day in words may have.
const LONGEST: usize = 13;

/// Words that a text about a day does not end with.
const OPEN: &[&str] = &["the", "of", "on", "by", "and", "a", "in", "at"];

/// What stands before a day or a time and belongs to it.
const BEFORE: &[&str] =
    &["on", "by", "before", "due", "at", "from", "between", "until", "till", "截止", "截至", "最迟", "于"];

/// What stands behind a day and belongs to it.
const BEHIND: &[&str] = &["之前", "以前", "前", "截止"];

/// What is done by the day that stands before it.
const DONE: &[&str] = &["交", "提交"];

/// Before these a quarter or a month is when it is done.
const DEEDS: &[&str] = &[
    "续约",
    "续签",
    "签合同",
    "签约",
    "签单",
    "启动",
    "交付",
    "上线",
    "验收",
    "开工",
    "回款",
    "付款",
    "招标",
    "投标",
    "完成",
    "交货",
];

/// What stands between two days of which one is meant, or both.
const OTHER: &[&str] = &["/", "or", "and", "&", "或", "和", "、"];

/// What makes 5号 a house or a line and 两点 a count, where it follows.
const NO_DAY: &[&str] = &[
    "楼", "线", "机", "门", "馆", "厅", "院", "店", "库", "炉", "仓", "位", "会议", "车间", "产线", "文件",
    "厂", "井", "标段", "站", "房", "桌", "人",
];
/// Whether two numbers stand in a text with nothing but a blank between them.
pub(super) fn is_torn(text: &str) -> bool {
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

/// A day in the line.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its tokens.
    pub range: Range<usize>,
    /// The day.
    pub day: NaiveDate,
    /// The last day of several, with the tokens from the joint on.
    pub until: Option<(Range<usize>, NaiveDate)>,
    pub weight: u8,
}

/// What a line says of days.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The day that is most plainly meant.
    pub day: Option<Found>,
    /// What is written as a day that the calendar has not, or as several: it stays in the line whole.
    pub none: Vec<Range<usize>>,
}

/// The day that is most plainly meant.
pub(super) fn day(line: &Line, days: &Days) -> Told {
    let (mut found, mut none, mut at) = (Vec::<Found>::new(), Vec::new(), 0);
    while at < line.len() {
        match several::at(line, days, at).map(Ok).or_else(|| day_at(line, days, at)) {
            Some(Ok(one)) => {
                at = one.until.as_ref().map_or(one.range.end, |(range, _)| range.end);
                found.push(one);
            }
            Some(Err(range)) => {
                at = range.end;
                none.push(range);
            }
            None => at += 1,
        }
    }
    let is_past = |one: &Found| one.day < days.today;
    let best = found.iter().map(|one| (is_past(one), std::cmp::Reverse(one.weight))).min();
    let day = found.into_iter().find(|one| Some((is_past(one), std::cmp::Reverse(one.weight))) == best);
    Told { day, none }
}

/// The day that begins at a token, or the tokens of one that does not exist.
fn day_at(line: &Line, days: &Days, at: usize) -> Option<Result<Found, Range<usize>>> {
    if !line.is_free(at) || line.is_quoted(at) || !may_begin(line, at) {
        return None;
    }
    let read = |range: &Range<usize>| {
        let is_open = OPEN.contains(&line.word(range.end - 1).as_str());
        let day = days.day(line.slice(range));
        // 12.8 may be a version, whatever day it would be.
        let is_version = day.is_err() && line.slice(range).contains('.');
        if day == Err(NotADay::Unknown) || is_version || is_open || !is_plain(line, range) {
            return None;
        }
        Some(day.map(|day| (range.clone(), day)).map_err(|_| range.clone()))
    };
    let own = dotted(line, days, at).map(Ok).or_else(|| line.windows(at, LONGEST).iter().find_map(read));
    match own.or_else(|| eve(line, days, at).map(Ok))? {
        Ok((range, _)) if let Some(end) = other_day(line, days, &range) => Some(Err(range.start..end)),
        Ok((range, day)) => Some(Ok(Found { weight: weight(line, &range), range, day, until: None })),
        Err(range) => Some(Err(range)),
    }
}

/// Where another day ends that stands beside one: `mon/wed`, `周一或周三` are no one day.
fn other_day(line: &Line, days: &Days, range: &Range<usize>) -> Option<usize> {
    let sign = line.after_blank(range.end);
    let is_joint = OTHER.contains(&line.word(sign).as_str());
    let next = if is_joint { line.after_blank(sign + 1) } else { sign };
    let joins =
        line.is_free(sign) && line.is_free(next) && (is_joint || (sign > range.end && may_begin(line, sign)));
    let mut windows = line.windows(next, LONGEST).into_iter().filter(|_| joins);
    windows.find(|other| line.ends(other.end) && days.day(line.slice(other)).is_ok()).map(|other| other.end)
}

/// How plainly tokens are the day that the line is about.
fn weight(line: &Line, range: &Range<usize>) -> u8 {
    let next = line.after_blank(range.end);
    let beside = line.state(next) == State::Cut && next < line.len();
    // A word for the kind may stand before the line; what is cut behind that is a time.
    let follows = line
        .before_blank(range.start)
        .is_some_and(|before| line.state(before) == State::Cut && !line.is_first(before));
    let is_told = kind::duty(line, range.end).is_some()
        || BEHIND.iter().chain(DONE).any(|word| line.starts(range.end, word));
    let is_edge = line.is_first(range.start) || line.is_last(range.end);
    let (begins, ends) = (line.begins(range.start), line.ends(range.end));
    let weight = [(beside || follows, 4), (is_told, 3), (is_edge, 2), (begins, 2), (ends, 2)];
    weight.iter().filter(|(holds, _)| *holds).map(|(_, weight)| *weight).sum()
}

/// `15.12.`, and `12.8` where a time stands beside it: without one it may be a version or a price.
fn dotted(line: &Line, days: &Days, at: usize) -> Option<(Range<usize>, NaiveDate)> {
    let is_figure =
        |at: usize| line.word(at).len() <= 2 && line.word(at).bytes().all(|sign| sign.is_ascii_digit());
    let is_it =
        is_figure(at) && line.word(at + 1) == "." && is_figure(at + 2) && line.class(at + 2).is_some();
    if !is_it || !line.all_free(&(at..at + 3)) {
        return None;
    }
    let is_closed = line.word(at + 3) == "." && line.class(at + 4) != Some(Class::Word);
    let end = if is_closed { at + 4 } else { at + 3 };
    let next = line.after_blank(end);
    let is_timed = next < line.len() && line.state(next) == State::Cut;
    let before = line.before_blank(at).map(|before| line.word(before)).unwrap_or_default();
    let is_version = ["version", "ver", "v", "release", "rev", "本", "版"].contains(&before.as_str());
    let day = days.day(line.slice(&(at..end))).ok().filter(|_| (is_closed || is_timed) && !is_version)?;
    Some((at..end, day))
}

/// 明晚, 后早 and 昨晚 say the day with one character.
fn eve(line: &Line, days: &Days, at: usize) -> Option<(Range<usize>, NaiveDate)> {
    let is_part = ["晚", "早"].iter().any(|part| line.word(at + 1) == **part);
    let away = match line.word(at).as_str() {
        "明" => 1,
        "后" => 2,
        "昨" => -1,
        _ => return None,
    };
    let day = days.today.checked_add_signed(TimeDelta::try_days(away)?)?;
    is_part.then_some((at..at + 1, day))
}

pub(super) fn may_begin(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    match line.class(at) {
        Some(Class::Han) => {
            let signs = "今明后大前昨本这当下上再除正周星礼过半月季年去第元春清端中国圣五劳除平黄零〇一二两三四五六七八九十廿卅";
            signs.contains(&word) && !bounds::is_inside(line, at)
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
    let is_length = text.ends_with('周')
        && !text.contains(['年', '前', '后'])
        && !text.starts_with(['第', '本', '下', '上', '这']);
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
        let is_house = !text.contains('月') && NO_DAY.iter().any(|word| line.starts(after, word));
        let goes_on = text.contains('月') && matches!(line.word(after).as_str(), "日" | "号");
        if torn || is_house || goes_on {
            return false;
        }
        if let Some((month, day)) = text.split_once('-').filter(|(_, day)| !day.contains('-')) {
            return month.len() == 2 && day.len() == 2 && line.begins(range.start) && line.ends(after);
        }
        if text.contains('/') {
            return !bounds::is_fraction(line, &text, after)
                && before.is_none_or(|before| line.class(before) != Some(Class::Word));
        }
        // 12.8 may be a version or a price.
        if text.split('.').count() == 2 && text.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.') {
            return false;
        }
    }
    if bounds::is_name(line, &text, range) || bounds::is_theme(line, &text, range.end) {
        return false;
    }
    // 下月初八 is no start of a month.
    if text.ends_with('月') && line.word(after) == "初" {
        return false;
    }
    if text.ends_with("月初") && "一二三四五六七八九十廿".contains(&line.word(after)) && after < line.len()
    {
        return false;
    }
    if text.ends_with('号') && NO_DAY.iter().any(|word| line.starts(after, word)) {
        return false;
    }
    // A quarter names what a review is about as often as the day it is due.
    let is_quarter = text.ends_with("季度")
        || text.ends_with('季')
        || (text.ends_with('月') && text.contains('年'))
        || (text.starts_with('q') && text.len() < 8)
        || (text.len() == 7 && text.get(4..).is_some_and(|rest| rest.trim_start().starts_with('q')));
    let is_told = line.is_last(after)
        || DEEDS.iter().any(|word| line.starts(after, word))
        || BEHIND.iter().any(|word| line.starts(after, word));
    let by = before
        .and_then(|_| line.before_blank(range.start))
        .is_some_and(|at| BEFORE.contains(&line.word(at).as_str()));
    !is_quarter || is_told || by
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
