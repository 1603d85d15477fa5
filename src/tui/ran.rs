//! The lines of the grammar that the last keys ran, over the screen: to be read, and copied into a script.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::Outcome;
use super::shape::motion::{Motion, follow};
use super::shape::text;
use super::terminal::{Code, Key, Request};
use crate::lang::ran as word;

/// How many lines are remembered.
const MOST: usize = 20;
/// Columns of the window.
const COLUMNS: u16 = 78;
/// Rows for the whole of the line under the cursor, where it is longer than its row.
const WHOLE: u16 = 4;

/// The lines, the newest last, and where the cursor is.
pub struct Ran {
    lines: Vec<String>,
    at: usize,
}

impl Ran {
    fn of(lines: &[String]) -> Self {
        Self { lines: lines.to_vec(), at: lines.len().saturating_sub(1) }
    }

    /// The line under the cursor.
    fn line(&self) -> Option<&String> {
        self.lines.get(self.at)
    }

    /// Takes a key that moves, or one that closes.
    pub fn press(&mut self, key: Key) -> Outcome {
        if let Code::Esc | Code::Enter | Code::Char('q' | '~') = key.code {
            return Outcome::Cancel;
        }
        let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
        self.at = motion.from(self.at, self.lines.len(), self.lines.len());
        Outcome::Used
    }

    /// Draws the lines in a window, below them the chosen one whole where its row is too short.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let is_long = self.lines.iter().any(|line| text::width(&in_a_row(line)) > usize::from(COLUMNS - 4));
        let whole = if is_long || area.width < COLUMNS { WHOLE } else { 0 };
        let rows = u16::try_from(self.lines.len().max(1)).unwrap_or(u16::MAX).saturating_add(4 + whole);
        let inside = window(area, buf, COLUMNS, rows.min(area.height), word::TITLE.text(lang), paint);
        let last = inside.height.saturating_sub(1);
        text::put(buf, inside, (0, last), word::KEYS.text(lang), theme.dim);
        let Some(line) = self.line() else {
            text::put(buf, inside, (2, 0), word::NONE.text(lang), theme.dim);
            return;
        };
        let room = usize::from(inside.width.saturating_sub(2));
        let below = last.saturating_sub(whole + 1);
        let page = usize::from(below).max(1);
        let top = follow(0, self.at, page);
        for ((at, line), y) in self.lines.iter().enumerate().skip(top).take(page).zip(0..) {
            let style = if at == self.at { theme.under } else { Style::new() };
            if at == self.at {
                text::put(buf, inside, (0, y), theme.glyphs.gutter, theme.gutter);
            }
            text::put(buf, inside, (2, y), &text::cut(&in_a_row(line), room, theme.glyphs.cut), style);
        }
        if text::width(&in_a_row(line)) > room {
            for (part, y) in text::wrap(&in_a_row(line), room).iter().zip(below..last) {
                text::put(buf, inside, (2, y), part, theme.dim);
            }
        }
    }
}

/// A note may hold several lines.
fn in_a_row(line: &str) -> String {
    line.replace('\n', " ")
}

impl Cockpit {
    /// Remembers a line that was run.
    pub(super) fn has_run(&mut self, line: String) {
        self.ran.push(line);
        let over = self.ran.len().saturating_sub(MOST);
        self.ran.drain(..over);
    }

    /// Shows the lines that the last keys ran.
    pub(super) fn show_ran(&mut self) {
        self.overlay = Some(Overlay::Ran(Box::new(Ran::of(&self.ran))));
    }

    /// Copies the chosen line, as the shell takes it; false where no lines are shown.
    pub(super) fn copy_ran(&mut self) -> bool {
        let Some(Overlay::Ran(ran)) = &self.overlay else { return false };
        if let Some(line) = ran.line().map(|line| format!("qd {line}")) {
            self.say(word::COPIED.fill(self.lang(), &[&in_a_row(&line)]));
            self.request = Some(Request::Copy(line));
        }
        true
    }
}
