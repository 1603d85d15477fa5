//! One list in sections with heads; the cursor goes over the items only.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Outcome;
use super::motion::{Motion, follow};
use super::text::{self, Align};
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// Columns before an item: the gutter mark and a blank.
const GUTTER: u16 = 2;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The head of a section.
    Head(String),
    /// Something the cursor can be on.
    Item(Item),
}

/// Something the cursor can be on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What stands before it, such as its time.
    pub mark: String,
    /// How that looks.
    pub style: Style,
    /// What it is.
    pub text: String,
    /// What more there is to say of it.
    pub aside: String,
    /// Whether it is dealt with.
    pub dim: bool,
}

/// Where a list in sections stands.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    /// The item under the cursor, counted without heads.
    at: usize,
    top: usize,
    page: usize,
    /// The line of each item.
    lines: Vec<usize>,
    total: usize,
}

impl Sections {
    /// The item under the cursor, counted without heads.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Tells how many items each section has; an empty one has no head.
    pub fn hold(&mut self, counts: &[usize]) {
        self.lines.clear();
        let mut line = 0;
        for count in counts.iter().filter(|count| **count > 0) {
            self.lines.extend(line + 1..=line + count);
            line += count + 1;
        }
        self.total = line;
        self.set(self.at);
    }

    /// Tells how many lines fit.
    pub fn fit(&mut self, page: usize) {
        self.page = page;
        self.set(self.at);
    }

    /// Moves the cursor to an item; what is past the last is the last.
    pub fn set(&mut self, at: usize) {
        self.at = at.min(self.lines.len().saturating_sub(1));
        let line = self.lines.get(self.at).copied().unwrap_or(0);
        // A head comes into sight with its first item.
        let is_first = line > 0 && self.lines.binary_search(&(line - 1)).is_err();
        self.top = follow(self.top, line - usize::from(is_first), self.page);
        self.top = follow(self.top, line, self.page).min(self.total.saturating_sub(self.page.max(1)));
    }

    /// Takes a key that moves the cursor.
    pub fn press(&mut self, key: Key) -> Outcome {
        if let Some(motion) = Motion::of(key) {
            self.set(motion.from(self.at, self.lines.len(), self.page));
            return Outcome::Used;
        }
        match key.code {
            Code::Enter if !self.lines.is_empty() => Outcome::Accept,
            _ => Outcome::Ignored,
        }
    }

    /// Draws the lines in sight; marks take as many columns as the widest of all.
    pub fn view(&self, area: Rect, buf: &mut Buffer, lines: &[Line], theme: &Theme) {
        let items =
            || lines.iter().filter_map(|line| if let Line::Item(item) = line { Some(item) } else { None });
        let marks = items().map(|item| text::width(&item.mark)).max().unwrap_or(0).min(16);
        let room = usize::from(area.width).saturating_sub(marks + usize::from(GUTTER) + 2);
        let asides = items().map(|item| text::width(&item.aside)).max().unwrap_or(0).min(room * 2 / 5);
        let under = self.lines.get(self.at).copied();
        for ((at, line), y) in lines.iter().enumerate().skip(self.top).zip(0..area.height) {
            match line {
                Line::Head(head) => {
                    let head = text::cut(head, usize::from(area.width), theme.glyphs.cut);
                    text::put(buf, area, (0, y), &head, theme.label);
                }
                Line::Item(item) => {
                    let row = Rect { y: area.y + y, height: 1, ..area };
                    item.view(row, buf, (marks, asides, under == Some(at)), theme);
                }
            }
        }
        let last = area.width.saturating_sub(1);
        if self.top > 0 {
            text::put(buf, area, (last, 0), theme.glyphs.up, theme.dim);
        }
        if self.top + usize::from(area.height) < lines.len() {
            text::put(buf, area, (last, area.height.saturating_sub(1)), theme.glyphs.down, theme.dim);
        }
    }
}

impl Item {
    fn view(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (marks, asides, under): (usize, usize, bool),
        theme: &Theme,
    ) {
        let cut = theme.glyphs.cut;
        if under {
            text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        let style = if self.dim { theme.dim } else { self.style };
        let mark = text::pad(&self.mark, marks, Align::Left, cut);
        text::put(buf, area, (GUTTER, 0), mark.trim_end(), style);
        let left = usize::from(GUTTER) + marks + usize::from(marks > 0);
        let aside = text::cut(&self.aside, asides, cut);
        let right = usize::from(area.width).saturating_sub(asides + 1);
        let room = if aside.is_empty() { usize::from(area.width) - 1 } else { right.saturating_sub(1) };
        let shown = text::cut(&self.text, room.saturating_sub(left), cut);
        let plain = if self.dim { theme.dim } else { Style::new() };
        let style = if under { plain.patch(theme.under) } else { plain };
        text::put(buf, area, (u16::try_from(left).unwrap_or(0), 0), &shown, style);
        text::put(buf, area, (u16::try_from(right).unwrap_or(0), 0), &aside, theme.dim);
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn lines() -> Vec<Line> {
        let item = |text: &str| {
            Line::Item(Item {
                mark: "10:00".into(),
                text: text.into(),
                aside: "重庆长安".into(),
                ..Item::default()
            })
        };
        let head = |text: &str| Line::Head(text.into());
        vec![head("一"), item("拜访"), item("a very long visit"), head("二"), item("x")]
    }

    fn draw(keyed: &str, rows: u16) -> String {
        let mut list = Sections::default();
        list.hold(&[2, 0, 1]);
        list.fit(usize::from(rows));
        for key in keys(keyed) {
            assert_eq!(list.press(key), Outcome::Used);
        }
        picture(30, rows, |area, buf| list.view(area, buf, &lines(), &Theme::default()))
    }

    #[test]
    fn the_cursor_goes_over_items_and_heads_stay_in_sight() {
        for (keyed, rows, at, start) in [
            ("", 5, 0, "一"),
            ("j", 5, 2, "▌ 10:00 a "),
            ("G", 3, 1, "二"),
            ("G", 3, 2, "▌ 10:00 x"),
            ("Gg", 3, 0, "一"),
        ] {
            let drawn = draw(keyed, rows);
            assert!(drawn.lines().nth(at).is_some_and(|line| line.starts_with(start)), "{keyed}: {drawn}");
        }
    }

    proptest! {
        #[test]
        fn the_item_under_the_cursor_is_in_sight(
            counts in proptest::collection::vec(0..9_usize, 1..6), page in 2..9_usize, at in 0..40_usize,
        ) {
            let mut list = Sections::default();
            list.fit(page);
            list.hold(&counts);
            list.set(at);
            if let Some(line) = list.lines.get(list.at) {
                prop_assert!((list.top..list.top + page).contains(line));
            }
        }
    }
}
