//! Fields that name a record: what is offered while they are typed into, and before a letter is.

use super::{Body, Field, OFFERED};
use crate::tui::shape::Outcome;
use crate::tui::shape::form::Guide;
use crate::tui::shape::line::Line;
use crate::tui::shape::motion::Motion;
use crate::tui::terminal::{Code, Key};

/// No candidate is under the cursor: they are shown before a letter is typed, and Enter takes none.
const NONE: usize = usize::MAX;

impl Field {
    /// Shows what an empty field may be filled with; nothing is taken until the cursor goes there.
    pub(in crate::tui::shape::form) fn greet(&mut self, guide: &dyn Guide) {
        let (Body::Link { line, offered, at, .. } | Body::Links { line, offered, at, .. }) = &mut self.body
        else {
            return;
        };
        if line.text().is_empty() && offered.is_empty() {
            *offered = guide.ahead(&self.spec.key);
            *at = NONE;
        }
    }

    pub(super) fn press_link(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        let Body::Link { line, value, offered, at } = &mut self.body else { return Outcome::Ignored };
        let motion = Motion::beside_text(key).filter(|_| !offered.is_empty());
        if let Some(motion) = motion {
            return moved(at, motion, offered, line.text().is_empty());
        }
        let is_chosen = *at < offered.len();
        match key.code {
            Code::Esc if is_chosen => {
                offered.clear();
                Outcome::Used
            }
            Code::Enter if is_chosen => {
                pick(line, value, offered, *at);
                Outcome::Accept
            }
            _ => {
                let before = line.text().to_owned();
                let used = line.press(key);
                if line.text() != before {
                    value.clear();
                    *at = 0;
                    *offered = offer(line, &self.spec.key, guide);
                }
                Outcome::used(used)
            }
        }
    }

    /// Enter takes the candidate and goes on, a comma takes it and waits for one more.
    pub(super) fn press_links(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        let Body::Links { line, known, offered, at } = &mut self.body else { return Outcome::Ignored };
        if let Some(motion) = Motion::beside_text(key).filter(|_| !offered.is_empty()) {
            return moved(at, motion, offered, line.text().is_empty());
        }
        let is_offered = *at < offered.len();
        match key.code {
            Code::Esc if is_offered => {
                offered.clear();
                Outcome::Used
            }
            Code::Enter if is_offered => {
                pick_last(line, known, offered, *at);
                Outcome::Accept
            }
            Code::Char(',' | '，' | '、') if is_offered => {
                pick_last(line, known, offered, *at);
                line.paste(", ");
                Outcome::Used
            }
            _ => {
                let before = line.text().to_owned();
                let used = line.press(key);
                if line.text() != before {
                    *at = 0;
                    *offered = offer_last(line, &self.spec.key, guide);
                }
                Outcome::used(used)
            }
        }
    }
}

/// The cursor among the candidates; beyond the ends of those that nothing was typed for, the form goes on.
fn moved(at: &mut usize, motion: Motion, offered: &mut Vec<(String, String)>, untyped: bool) -> Outcome {
    let (is_first, is_last) = (*at == 0 || *at == NONE, *at != NONE && *at + 1 >= offered.len());
    let is_over = matches!(motion, Motion::Down) && is_last || matches!(motion, Motion::Up) && is_first;
    if untyped && is_over {
        offered.clear();
        return Outcome::Ignored;
    }
    if *at == NONE && !matches!(motion, Motion::Down) {
        return Outcome::Ignored;
    }
    *at = if *at == NONE { 0 } else { motion.from(*at, offered.len(), OFFERED) };
    Outcome::Used
}

pub(super) fn offer(line: &Line, key: &str, guide: &dyn Guide) -> Vec<(String, String)> {
    if line.text().trim().is_empty() { Vec::new() } else { guide.candidates(key, line.text()) }
}

pub(super) fn pick(line: &mut Line, value: &mut String, offered: &mut Vec<(String, String)>, at: usize) {
    if let Some((code, text)) = offered.get(at) {
        code.clone_into(value);
        *line = Line::new(text);
    }
    offered.clear();
}

/// What stands between commas.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty())
}

/// Where the last of several names begins.
pub(super) fn last_at(text: &str) -> usize {
    let comma = text.char_indices().rev().find(|(_, sign)| matches!(sign, ',' | '，' | '、'));
    comma.map_or(0, |(at, sign)| at + sign.len_utf8())
}

pub(super) fn offer_last(line: &Line, key: &str, guide: &dyn Guide) -> Vec<(String, String)> {
    let last = line.text().get(last_at(line.text())..).unwrap_or_default().trim();
    if last.is_empty() { Vec::new() } else { guide.candidates(key, last) }
}

pub(super) fn pick_last(
    line: &mut Line,
    known: &mut Vec<(String, String)>,
    offered: &mut Vec<(String, String)>,
    at: usize,
) {
    if let Some((code, text)) = offered.get(at) {
        let name = text.replace([',', '，', '、'], " ");
        let before = line.text().get(..last_at(line.text())).unwrap_or_default().trim_end();
        let blank = if before.is_empty() { "" } else { " " };
        let whole = format!("{before}{blank}{name}");
        known.push((code.clone(), name));
        *line = Line::new(&whole);
    }
    offered.clear();
}
