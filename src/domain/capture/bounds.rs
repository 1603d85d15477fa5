//! Where words end: what looks like a day inside another word, a fraction or a name is none.

use std::ops::Range;

use super::hour::is_verb;
use super::kind;
use super::token::{Class, Line, State};
use crate::domain::when;

/// Words that end with what a day begins with: `一下周五` is a Friday, not the one of next week.
const INSIDE: &[(&str, &str)] = &[
    ("下", "一"),
    ("上", "晚早马线网路会以船车桌楼海身早"),
    ("本", "样成版基文副笔剧课"),
    ("后", "售之以最今然随"),
    ("明", "证声表发申透"),
    ("中", "手其"),
];

/// Whether a day that seems to begin at a token is the end of another word.
pub(super) fn is_inside(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let Some(before) = at.checked_sub(1).filter(|before| line.class(*before) == Some(Class::Han)) else {
        // The spring festival is 年 only at the beginning of a word.
        return false;
    };
    let sign = line.word(before);
    let is_it = INSIDE.iter().any(|(begin, ends)| *begin == word && ends.contains(&sign));
    // 周一下午 is a Monday: that 一 belongs to the day before it.
    let is_number = before
        .checked_sub(1)
        .is_some_and(|first| "周期拜第十月".contains(&line.word(first)) && !line.word(first).is_empty());
    let is_year = word == "年" && line.is_free(before);
    (is_it && !(sign == "一" && is_number)) || is_year || follows(line, at)
}

/// 明天气 is about the weather, 明年度 about a plan.
fn follows(line: &Line, at: usize) -> bool {
    line.word(at + 1) == "天" && line.word(at + 2) == "气"
}

/// Whether digits with a stroke are a part of something: `1/2 day`, `7/10 leads`, `24/7`.
pub(super) fn is_fraction(line: &Line, text: &str, after: usize) -> bool {
    if text == "24/7" {
        return true;
    }
    let next = line.after_blank(after);
    let word = line.word(next);
    let parts = ["day", "days", "hour", "page", "price", "time", "of", "inch"];
    if parts.contains(&word.as_str()) {
        return true;
    }
    let Some((part, whole)) = text.split_once('/') else { return false };
    let (Ok(part), Ok(whole)) = (part.trim().parse::<u32>(), whole.trim().parse::<u32>()) else {
        return false;
    };
    let is_share = part < whole && matches!(whole, 2..=5 | 8 | 10);
    let is_noun = line.class(next) == Some(Class::Word)
        && line.state(next) == State::Free
        && line.slice(&(next..next + 1)).starts_with(char::is_lowercase)
        && kind::duty(line, next).is_none()
        && !is_verb(&word);
    is_share && is_noun
}

/// Whether a short word that is a day is rather a name: `Sun Hydraulics`, `ask sun`.
pub(super) fn is_name(line: &Line, text: &str, range: &Range<usize>) -> bool {
    if !matches!(text, "sun" | "sat") {
        return false;
    }
    let next = line.after_blank(range.end);
    let is_beside = line.state(next) == State::Cut && next < line.len();
    let is_led =
        line.is_first(range.start) && (kind::duty(line, next).is_some() || is_verb(&line.word(next)));
    let told = ["on", "by", "before", "this", "next", "until", "till", "due"];
    let is_told = line.before_blank(range.start).is_some_and(|at| told.contains(&line.word(at).as_str()));
    !(is_beside || is_led || is_told || line.is_last(range.end))
}

/// Whether a holiday names what the line is about rather than a day: 元旦促销方案, 国庆方案.
pub(super) fn is_theme(line: &Line, text: &str, end: usize) -> bool {
    let leads = [
        "给", "去", "到", "跟", "和", "与", "在", "前", "后", "之前", "之后", "以前", "以后", "当天", "期间",
        "请", "约",
    ];
    let is_deed = kind::duty(line, end).is_some()
        || kind::said(line).iter().any(|verb| verb.range.start == end)
        || leads.iter().any(|word| line.starts(end, word));
    when::is_holiday(text) && !line.ends(end) && !is_deed
}
