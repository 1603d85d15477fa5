//! What is asked before it is done: a removal, and an undo of what this session did not do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::detail::{Detail, Entry};
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
    /// What is done after that.
    pub then: Option<Action>,
    detail: Detail,
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
        Self::asking(title.text(lang).to_owned(), vec![standing.name.clone(), by], action)
    }

    /// Asks before anything else is done.
    pub fn asking(title: String, lines: Vec<String>, action: Action) -> Self {
        let (prompt, detail) = (word::OTHERS_PROMPT, Detail::default());
        Self { title, lines, prompt, action, then: None, detail }
    }

    /// The same, with what is done after it.
    #[must_use]
    pub fn then(self, then: Option<Action>) -> Self {
        Self { then, ..self }
    }

    /// Asks whether to remove something: what it is, and what belongs to it.
    pub fn removal(title: String, lines: [String; 2], action: Action) -> Self {
        Self { prompt: word::REMOVE_PROMPT, ..Self::asking(title, lines.into(), action) }
    }

    /// Takes a key; what is removed is not so by an Enter too many.
    pub fn press(&mut self, key: Key) -> Outcome {
        let is_removal = matches!(self.action, Action::Remove(..));
        match key.code {
            Code::Char('y') => Outcome::Accept,
            Code::Enter if !is_removal => Outcome::Accept,
            Code::Esc | Code::Char('n' | 'q') => Outcome::Cancel,
            _ => self.detail.press(key),
        }
    }

    /// Draws itself; what has no room is scrolled to.
    pub fn view(&mut self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let style = |at| if at == 0 { paint.theme.strong } else { Style::new() };
        let lines: Vec<Entry> =
            self.lines.iter().enumerate().map(|(at, line)| Entry::Text(line.clone(), style(at))).collect();
        let room = usize::from(area.width.min(76).saturating_sub(3));
        let rows: usize = self.lines.iter().map(|line| text::wrap(line, room).len()).sum();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(4);
        let inside = window(area, buf, 76, rows.min(area.height), &self.title, paint);
        let last = inside.height.saturating_sub(1);
        let body = Rect { height: last.saturating_sub(1), ..inside };
        self.detail.fit(body, &lines);
        self.detail.view(body, buf, &lines, &paint.theme);
        text::put(buf, inside, (0, last), self.prompt.text(paint.lang), paint.theme.dim);
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
