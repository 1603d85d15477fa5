//! What is asked before it is done: a removal, and an undo of what this session did not do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::{Outcome, text};
use super::terminal::{Code, Key};
use crate::action::Action;
use crate::lang::{Lang, Word, cli, cockpit as word};
use crate::store::Standing;

/// What is asked before it is done.
pub struct Confirm {
    title: String,
    lines: Vec<String>,
    /// The keys that do it and those that do not, in words.
    prompt: Word,
    /// What is done once it is confirmed.
    pub action: Action,
}

impl Confirm {
    /// Asks whether to take back a batch that was not made in this session.
    fn of(standing: &Standing, is_redo: bool, lang: Lang) -> Self {
        let (title, action) = if is_redo {
            (word::REDO_OTHERS, Action::Redo(Some(standing.batch)))
        } else {
            (word::UNDO_OTHERS, Action::Undo(Some(standing.batch)))
        };
        let origin = cli::word(cli::ORIGINS, lang, &standing.origin);
        let at = standing.at.format("%Y-%m-%d %H:%M");
        let by = word::OTHERS_BY.fill(lang, &[&standing.author, &at, &origin, &standing.records]);
        let lines = vec![standing.name.clone(), by];
        Self { title: title.text(lang).to_owned(), lines, prompt: word::OTHERS_PROMPT, action }
    }

    /// Asks before anything else is done.
    pub fn asking(title: String, lines: Vec<String>, action: Action) -> Self {
        Self { title, lines, prompt: word::OTHERS_PROMPT, action }
    }

    /// Asks whether to remove something: what it is, and what belongs to it.
    pub fn removal(title: String, lines: [String; 2], action: Action) -> Self {
        Self { title, lines: lines.into(), prompt: word::REMOVE_PROMPT, action }
    }

    /// Takes a key; what is removed is not so by an Enter too many.
    pub fn press(&self, key: Key) -> Outcome {
        let is_removal = matches!(self.action, Action::Remove(..));
        match key.code {
            Code::Char('y') => Outcome::Accept,
            Code::Enter if !is_removal => Outcome::Accept,
            Code::Esc | Code::Char('n' | 'q') => Outcome::Cancel,
            _ => Outcome::Ignored,
        }
    }

    /// Draws itself.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let room = usize::from(area.width.min(76).saturating_sub(4));
        let wrapped = self.lines.iter().enumerate().flat_map(|(at, line)| {
            let style = if at == 0 { paint.theme.strong } else { Style::new() };
            text::wrap(line, room).into_iter().map(move |line| (line, style))
        });
        let prompt = self.prompt.text(paint.lang).to_owned();
        let mut shown: Vec<(String, Style)> = wrapped.collect();
        shown.extend([(String::new(), Style::new()), (prompt, paint.theme.dim)]);
        let rows = u16::try_from(shown.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inside = window(area, buf, 76, rows, &self.title, paint);
        for (y, (line, style)) in (0..inside.height).zip(shown) {
            text::put(buf, inside, (0, y), &line, style);
        }
    }
}

impl Cockpit {
    /// Takes back the newest batch: at once where this session wrote it, else after a question.
    pub(super) fn take_back(&mut self, is_redo: bool) {
        let found = if is_redo { self.store.redoable() } else { self.store.undoable() };
        let make = |batch| if is_redo { Action::Redo(batch) } else { Action::Undo(batch) };
        match found {
            Err(fault) => self.fault(fault),
            Ok(Some(standing)) if !standing.is_own => {
                self.overlay = Some(Overlay::Confirm(Box::new(Confirm::of(&standing, is_redo, self.lang()))));
            }
            // The number keeps what another session writes in between from being taken in its place.
            Ok(standing) => {
                self.act(&make(standing.map(|standing| standing.batch)));
            }
        }
    }
}
