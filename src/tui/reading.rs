//! Commands that only read: what the shell prints of them, scrolled over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::Outcome;
use super::shape::detail::{Detail, Entry};
use super::terminal::{Code, Key};
use crate::action::grammar::Command;
use crate::lang::cockpit as word;

/// How wide the text may be where no screen has been drawn yet.
const USUAL: u16 = 80;

/// The lines that are shown; all of them are laid out anew with each picture.
const MOST: usize = 1_000;

/// What a command printed.
pub struct Reading {
    title: String,
    lines: Vec<Entry>,
    detail: Detail,
}

impl Reading {
    /// A text of lines under a title.
    pub fn of(title: String, lines: Vec<String>) -> Self {
        let lines = lines.into_iter().map(entry).collect();
        Self { title, lines, detail: Detail::default() }
    }

    /// Takes a key: those that scroll, and those that close.
    pub fn press(&mut self, key: Key) -> Outcome {
        match key.code {
            Code::Esc | Code::Enter | Code::Char('q') => Outcome::Cancel,
            _ => self.detail.press(key),
        }
    }

    /// Draws the text over the whole screen.
    pub fn view(&mut self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let inside = window(area, buf, area.width, area.height, &self.title, paint);
        self.detail.fit(inside, &self.lines);
        self.detail.view(inside, buf, &self.lines, &paint.theme);
    }
}

fn entry(line: String) -> Entry {
    if line.is_empty() { Entry::Gap } else { Entry::Text(line, Style::new()) }
}

impl Cockpit {
    /// Shows what the shell prints for a command that only reads.
    pub(super) fn read(&mut self, line: &str, command: &Command) {
        // A border on either side, and the column of the marks that there is more.
        let width = usize::from(self.width.unwrap_or(USUAL).saturating_sub(3));
        let Self { session, store, .. } = self;
        match session.shell.print(store, &session.desk, command, width) {
            // A report that went to a file has one line to tell.
            Ok(text)
                if matches!(
                    command,
                    Command::Report { out: Some(_), .. } | Command::Week { out: Some(_), .. }
                ) =>
            {
                self.has_run(line.to_owned());
                self.say(text.trim().to_owned());
            }
            Ok(text) => {
                self.has_run(line.to_owned());
                let mut lines: Vec<Entry> = text.lines().take(MOST).map(str::to_owned).map(entry).collect();
                let rest = text.lines().count().saturating_sub(MOST);
                if rest > 0 {
                    let more = word::READING_MORE.fill(self.lang(), &[&rest]);
                    lines.push(Entry::Text(more, Style::new()));
                }
                let (title, detail) = (line.to_owned(), Detail::default());
                self.overlay = Some(Overlay::Reading(Box::new(Reading { title, lines, detail })));
            }
            Err(told) => self.told(told),
        }
    }
}
