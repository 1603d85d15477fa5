//! What signs say: `@place`, `#tag`, `!!`, `p1`, and the words 重要, 紧急, urgent.

use std::ops::Range;

use super::token::{Class, Line, State};
use crate::domain::todo::Priority;
use crate::domain::when::clock;

/// Words that press; they count only where they stand alone.
const URGENT: &[&str] = &["重要", "紧急", "加急", "特急", "重要紧急", "urgent", "asap", "important"];

/// The place behind an `@`: a word, or several in quotation marks.
pub(super) fn place(line: &Line) -> Option<(Range<usize>, String)> {
    let at = (0..line.len()).find(|at| {
        let is_mail = at.checked_sub(1).is_some_and(|before| line.class(before) == Some(Class::Word))
            && line.class(at + 1) == Some(Class::Word);
        line.word(*at) == "@" && !is_mail && !is_clock(line, at + 1)
    })?;
    let (range, text) = quoted(line, at + 1).or_else(|| word(line, at + 1))?;
    Some((at..range.end, text))
}

/// The place behind an `@` that stands apart, up to what was understood: `@ northwind hq`.
pub(super) fn apart(line: &Line) -> Option<(Range<usize>, String)> {
    let at = (0..line.len())
        .find(|at| line.word(*at) == "@" && line.is_free(*at) && line.class(at + 1) == Some(Class::Space))?;
    let stops = |at: &usize| {
        !matches!(line.class(*at), Some(Class::Space | Class::Word | Class::Han))
            || line.state(*at) == State::Cut
    };
    let end = (at + 1..line.len()).find(stops).unwrap_or(line.len());
    let text = line.slice(&(at + 1..end)).trim();
    (!text.is_empty()).then(|| (at..end, text.to_owned()))
}

/// Whether `@10:00` says a time.
fn is_clock(line: &Line, at: usize) -> bool {
    line.windows(at, 6).iter().any(|range| clock(line.slice(range)).is_some())
}

fn quoted(line: &Line, at: usize) -> Option<(Range<usize>, String)> {
    let close = match line.slice(&(at..at + 1)) {
        "\"" => "\"",
        "“" => "”",
        "「" => "」",
        _ => return None,
    };
    let end = (at + 1..line.len()).find(|end| line.slice(&(*end..end + 1)) == close)?;
    let text = line.slice(&(at + 1..end)).trim();
    (!text.is_empty()).then(|| (at..end + 1, text.to_owned()))
}

/// What stands behind a sign up to the next blank or sign of ours.
fn word(line: &Line, at: usize) -> Option<(Range<usize>, String)> {
    let stops = |at: &usize| {
        line.class(*at) == Some(Class::Space)
            || matches!(
                line.slice(&(*at..at + 1)),
                "@" | "＠" | "#" | "＃" | "!" | "！" | "," | "，" | "。" | ";" | "；" | "、"
            )
    };
    let end = (at..line.len()).find(stops).unwrap_or(line.len());
    (end > at).then(|| (at..end, line.slice(&(at..end)).to_owned()))
}

/// Every `#tag`; a number behind the sign is no tag.
pub(super) fn tags(line: &Line) -> Vec<(Range<usize>, String)> {
    let found = (0..line.len()).filter(|at| line.word(*at) == "#").filter_map(|at| {
        let (range, text) = word(line, at + 1)?;
        let is_number = text.bytes().all(|sign| sign.is_ascii_digit());
        (!is_number).then_some((at..range.end, text))
    });
    found.collect()
}

/// The priority: one to three `!` that stand alone, two or three at the end of a word, `p1` to `p3`, or a word.
pub(super) fn priority(line: &Line) -> Option<(Range<usize>, Priority)> {
    (0..line.len()).filter(|at| line.is_free(*at)).find_map(|at| bangs(line, at).or_else(|| said(line, at)))
}

fn bangs(line: &Line, at: usize) -> Option<(Range<usize>, Priority)> {
    let is_bang = |at: usize| line.word(at) == "!";
    if !is_bang(at) || at.checked_sub(1).is_some_and(is_bang) {
        return None;
    }
    let end = (at..line.len()).find(|at| !is_bang(*at)).unwrap_or(line.len());
    let is_alone = at == 0 || line.class(at - 1) == Some(Class::Space);
    let is_end = end == line.len() || line.class(end) == Some(Class::Space);
    match end - at {
        // As lists show them.
        1 if is_alone && is_end => Some((at..end, Priority::Medium)),
        2 | 3 if is_end => Some((at..end, Priority::High)),
        _ => None,
    }
}

fn said(line: &Line, at: usize) -> Option<(Range<usize>, Priority)> {
    let alone = |range: &Range<usize>| line.begins(range.start) && line.ends(range.end);
    let level = match line.word(at).as_str() {
        "p1" => Some(Priority::High),
        "p2" => Some(Priority::Medium),
        "p3" => Some(Priority::Low),
        _ => None,
    };
    if let Some(level) = level.filter(|_| alone(&(at..at + 1))) {
        return Some((at..at + 1, level));
    }
    let windows = line.windows(at, 4);
    let range =
        windows.into_iter().find(|range| URGENT.contains(&line.folded(range).as_str()) && alone(range))?;
    // An important matter is described by the word where more follows; at the ends of a line it stands for itself.
    (line.is_first(range.start) || line.is_last(range.end)).then_some((range, Priority::High))
}
