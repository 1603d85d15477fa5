//! Whether a line is a visit, and of which type, or a to-do.

use std::ops::Range;

use super::token::{Class, Line, State};
use super::words::{DUTIES, PAPERS, PARTICLES, WORDS, Weight};
use crate::domain::visit::VisitType;

/// A word of visits in a line.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// Its tokens.
    pub range: Range<usize>,
    /// Which type of visit it tells.
    pub of: VisitType,
    /// How plainly.
    pub weight: Weight,
    /// Whether it says more than the type does.
    pub more: bool,
}

/// The words of visits in a line, in their order.
pub(super) fn said(line: &Line) -> Vec<Said> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < line.len() {
        match word_at(line, at) {
            Some(one) => {
                at = one.range.end;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

fn word_at(line: &Line, at: usize) -> Option<Said> {
    if !line.is_free(at) || (line.class(at) == Some(Class::Word) && !line.begins(at)) {
        return None;
    }
    let (range, (_, of, weight, more)) = line.windows(at, 5).into_iter().find_map(|range| {
        let text = line.folded(&range);
        Some((range, WORDS.iter().find(|(word, ..)| *word == text)?))
    })?;
    if line.is_quoted(range.start) || is_part_of_a_word(line, &range) {
        return None;
    }
    let next = line.after_blank(range.end);
    let is_paper = PAPERS.iter().any(|paper| line.starts(next, paper) || line.word(next) == *paper);
    (!is_paper).then_some(Said { range, of: *of, weight: *weight, more: *more })
}

/// Whether a word of one sign belongs to a longer one: 一会儿 is a while, 机会 a chance, 去年 a year, 约会议室 a duty.
fn is_part_of_a_word(line: &Line, range: &Range<usize>) -> bool {
    let (before, after) =
        (range.start.checked_sub(1).map(|at| line.word(at)).unwrap_or_default(), line.word(range.end));
    let is_in = |signs: &str, sign: &str| !sign.is_empty() && signs.contains(sign);
    match line.slice(range) {
        "会" => {
            is_in("儿不有能让被后员场上前展", &after)
                || is_in("一等待机协不才都就将社大年学工展聚只也过", &before)
        }
        "见" => is_in("附解识效证闻", &after) || is_in("意看听遇", &before),
        "约" => is_in("束定会车", &after) || is_in("大合预节", &before),
        "去" => is_in("年掉除世取", &after) || is_in("过出进回上下失", &before),
        _ => false,
    }
}

/// Whether nothing but names and particles stands before a token.
pub(super) fn leads(line: &Line, at: usize) -> bool {
    (0..at).filter(|before| line.is_free(*before)).all(|before| {
        line.class(before) == Some(Class::Sign) || PARTICLES.contains(&line.word(before).as_str())
    })
}

/// Whether the line begins with something that we do ourselves.
pub(super) fn is_duty(line: &Line, verbs: &[Said]) -> bool {
    let says = |at: &usize| line.is_free(*at) && line.class(*at) != Some(Class::Sign);
    let first = (0..line.len()).filter(says).find(|at| !PARTICLES.contains(&line.word(*at).as_str()));
    let first = first.filter(|at| !verbs.iter().any(|verb| verb.range.start == *at));
    first.is_some_and(|at| duty(line, at).is_some())
}

/// The tokens of a word for something that we do ourselves, where one begins here.
pub(super) fn duty(line: &Line, at: usize) -> Option<Range<usize>> {
    let han = DUTIES.iter().filter(|duty| line.starts(at, duty)).map(|duty| duty.chars().count()).max();
    let word = || DUTIES.contains(&line.word(at).as_str()).then_some(1);
    han.or_else(word).map(|length| at..at + length)
}

/// A kind that a line says of itself: `todo:`, `待办：`, `visit:`. True for a visit.
pub(super) fn told(line: &Line) -> Option<(Range<usize>, bool)> {
    let at = (0..line.len()).find(|at| line.is_free(*at))?;
    let says = |words: &[&str], range: &Range<usize>| words.contains(&line.folded(range).as_str());
    let windows = line.windows(at, 2);
    let marked = windows.iter().find(|range| {
        says(&["todo", "task", "待办", "任务", "visit", "拜访"], range) && line.word(range.end) == ":"
    });
    if let Some(range) = marked {
        return Some((range.start..range.end + 1, says(&["visit", "拜访"], range)));
    }
    // `todo call Bob`, `待办 发报价`; a todo list is none.
    let is_deed = |at: usize| duty(line, line.after_blank(at)).is_some();
    let range = windows.into_iter().find(|range| {
        says(&["todo", "to-do", "待办"], range) || (says(&["task"], range) && is_deed(range.end))
    })?;
    let next = line.after_blank(range.end);
    let is_apart = next > range.end && line.class(next).is_some();
    let is_paper = PAPERS.iter().any(|paper| line.word(next) == *paper || line.starts(next, paper));
    let dash = if line.word(next) == "-" { next + 1 } else { range.end };
    (is_apart && !is_paper).then_some((range.start..dash, false))
}

/// Whether the line asks for somebody's time or money: 申请…, 请…支持, `request …`, `ask … for …`.
pub(super) fn is_ask(line: &Line) -> bool {
    let text = line.rest(true);
    let text = crate::domain::text::fold(text.trim());
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let helps = ["支持", "协助", "配合", "帮忙", "support", "help"].iter().any(|word| text.contains(word));
    starts(&["申请", "请求", "资源请求", "request ", "ask:", "ask for ", "resource request"])
        || (starts(&["请", "需要", "need "]) && helps)
        || (starts(&["ask "]) && text.contains(" for "))
}

/// Whom the line waits on: the tokens of the waiting word, and of what follows up to what that one is to do.
pub(super) fn waits(line: &Line) -> Option<(Range<usize>, Range<usize>)> {
    let at = (0..line.len()).find(|at| line.is_free(*at))?;
    let words = ["等待", "等", "waiting for", "waiting on", "wait for", "wait on"];
    let range = line.windows(at, 3).into_iter().find(|range| words.contains(&line.folded(range).as_str()))?;
    if ["等", "级", "于", "一", "会", "到"].contains(&line.word(range.end).as_str()) {
        return None;
    }
    let from = line.after_blank(range.end);
    let deeds = [
        "回", "审", "批", "确", "签", "反", "盖", "付", "报", "答", "给", "发", "定", "通", "安", "提", "出",
        "的", "对", "做", "把", "交", "to", "re", "about", "on", "for", "before", "until", "with", "by",
    ];
    let stops = |at: &usize| {
        let is_later = *at > from;
        let is_end = line.class(*at) == Some(Class::Sign) || line.state(*at) == State::Cut;
        let is_gap = line.class(*at) == Some(Class::Space) && line.class(at - 1) == Some(Class::Han);
        is_later && (is_end || is_gap || deeds.contains(&line.word(*at).as_str()))
    };
    let end = (from..line.len()).find(stops).unwrap_or(line.len());
    let end = if end > from && line.class(end - 1) == Some(Class::Space) { end - 1 } else { end };
    (end > from && line.is_free(from)).then_some((range, from..end))
}
