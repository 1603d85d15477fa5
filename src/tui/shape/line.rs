//! One line that is typed into, with the real cursor in it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::{Input, InputRequest};

use super::text;
use crate::tui::terminal::{Code, Key};

/// A line of text under edit.
#[derive(Debug, Clone, Default)]
pub struct Line {
    input: Input,
}

impl Line {
    /// A line that holds `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text::plain(text)) }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes a key; says whether it meant anything here.
    pub fn press(&mut self, key: Key) -> bool {
        let Some(request) = request(key) else { return false };
        self.input.handle(request);
        true
    }

    /// Types a pasted text, its lines joined.
    pub fn paste(&mut self, pasted: &str) {
        let pasted = text::plain(pasted.trim_end_matches('\n'));
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
        let end = text::put(buf, area, (0, 0), seen, style);
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
}
