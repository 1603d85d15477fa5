//! One line that is typed into, with the real cursor in it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use tui_input::{Input, InputRequest};

use super::text;
use crate::tui::terminal::{Code, Key};

/// A line of text under edit.
#[derive(Debug, Clone, Default)]
pub struct Line {
    input: Input,
    /// Whether the first letter typed takes the place of the text.
    fresh: bool,
}

impl Line {
    /// A line that holds `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text::plain(text)), fresh: false }
    }

    /// Says that the first letter takes the place of the text, until another key begins an edit of it.
    pub fn renew(&mut self, fresh: bool) {
        self.fresh = fresh;
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether the cursor is behind the text, or before it.
    pub fn is_at_end(&self, end: bool) -> bool {
        self.input.cursor() == if end { self.text().chars().count() } else { 0 }
    }

    /// Takes a key; says whether it meant anything here.
    pub fn press(&mut self, key: Key) -> bool {
        let Some(request) = request(key) else { return false };
        if std::mem::take(&mut self.fresh) && key.typed().is_some() {
            self.input = Input::default();
        }
        self.input.handle(request);
        true
    }

    /// Types a pasted text, its lines joined.
    pub fn paste(&mut self, pasted: &str) {
        let pasted = text::plain(pasted.trim_end_matches('\n'));
        if std::mem::take(&mut self.fresh) {
            self.input = Input::default();
        }
        let cursor = self.input.cursor();
        let letters: Vec<char> = self.text().chars().collect();
        let (before, after) = letters.split_at(cursor.min(letters.len()));
        let joined: String =
            before.iter().copied().chain(pasted.chars()).chain(after.iter().copied()).collect();
        self.input = Input::new(joined).with_cursor(cursor + pasted.chars().count());
    }

    /// Draws the part around the cursor into the first row of `area`; gives the cursor's place.
    pub fn view(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let room = usize::from(area.width).checked_sub(1)?;
        if area.height == 0 {
            return None;
        }
        let cursor = self.input.visual_cursor();
        let (mut hidden, mut rest) = (0, self.text());
        while cursor.saturating_sub(hidden) > room {
            let (first, after) = split_first(rest)?;
            hidden += text::width(first);
            rest = after;
        }
        let (seen, _) = text::split(rest, usize::from(area.width));
        let blank = usize::from(area.width).saturating_sub(text::width(seen));
        // What the next letter replaces stands out, as what is marked does elsewhere.
        let ink = if self.fresh { style.add_modifier(Modifier::REVERSED) } else { style };
        let end = text::put(buf, area, (0, 0), seen, ink);
        text::put(buf, area, (end, 0), &" ".repeat(blank), style);
        let x = u16::try_from(cursor.saturating_sub(hidden)).ok()?;
        Some(Position { x: area.x.saturating_add(x), y: area.y })
    }
}

fn split_first(text: &str) -> Option<(&str, &str)> {
    use unicode_segmentation::UnicodeSegmentation;
    let first = text.graphemes(true).next()?;
    text.split_at_checked(first.len())
}

fn request(key: Key) -> Option<InputRequest> {
    if let Some(letter) = key.typed() {
        return Some(InputRequest::InsertChar(letter));
    }
    Some(match (key.code, key.ctrl) {
        (Code::Backspace, false) => InputRequest::DeletePrevChar,
        (Code::Delete, _) | (Code::Char('d'), true) => InputRequest::DeleteNextChar,
        (Code::Left, false) | (Code::Char('b'), true) => InputRequest::GoToPrevChar,
        (Code::Right, false) | (Code::Char('f'), true) => InputRequest::GoToNextChar,
        (Code::Left, true) => InputRequest::GoToPrevWord,
        (Code::Right, true) => InputRequest::GoToNextWord,
        (Code::Home, _) | (Code::Char('a'), true) => InputRequest::GoToStart,
        (Code::End, _) | (Code::Char('e'), true) => InputRequest::GoToEnd,
        (Code::Char('w') | Code::Backspace, true) => InputRequest::DeletePrevWord,
        (Code::Char('u'), true) => InputRequest::DeleteFromStart,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Char('y'), true) => InputRequest::Yank,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;

    #[test]
    fn the_cursor_stays_in_sight_between_wide_letters() {
        let mut line = Line::new("");
        for key in keys("张平abc商机<left><left>") {
            assert!(line.press(key));
        }
        line.paste("重庆\n");
        assert_eq!(line.text(), "张平abc重庆商机");
        let mut cursor = None;
        let drawn = picture(8, 1, |area, buf| cursor = line.view(area, buf, Style::new()));
        assert_eq!((drawn.as_str(), cursor), ("abc重庆", Some(Position { x: 7, y: 0 })));
    }

    #[test]
    fn a_letter_takes_the_place_of_a_fresh_text_and_other_keys_edit_it() {
        for (presses, expected) in [
            ("昨天", "昨天"),
            ("<bs>5", "2026-11-35"),
            ("<left>1", "2026-11-310"),
            ("<home>1", "12026-11-30"),
            ("<end>1", "2026-11-301"),
            ("<c-w>1", "2026-11-1"),
            ("<tab>1", "1"),
            ("", "2026-11-30"),
        ] {
            let mut line = Line::new("2026-11-30");
            line.renew(true);
            for key in keys(presses) {
                line.press(key);
            }
            assert_eq!(line.text(), expected, "{presses}");
        }
        let mut line = Line::new("2026-11-30");
        line.renew(true);
        line.paste("周五\n");
        line.press(keys("!")[0]);
        assert_eq!(line.text(), "周五!");
    }
}
