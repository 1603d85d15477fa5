//! A list that shows a window of many more rows than it holds.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Outcome;
use super::column::widths;
pub use super::column::{Column, Width};
use super::motion::Motion;
use super::text::{self, Align};
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// Columns before the first cell: the gutter mark and the selection mark.
const GUTTER: u16 = 2;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// One row of the window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// Whether it is among those selected.
    pub chosen: bool,
}

/// Rows a list wants to be handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The first rows of all.
    First,
    /// The last rows of all.
    Last,
    /// The rows around and after the row of this number, the last one held.
    After(usize),
    /// The rows around and before the row of this number, the first one held.
    Before(usize),
}

/// Where a list stands. Rows are numbered from 0 through the whole, not through the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    cursor: usize,
    top: usize,
    first: usize,
    held: usize,
    total: usize,
    page: usize,
}

impl List {
    /// The row under the cursor, nothing in an empty list.
    pub fn cursor(&self) -> Option<usize> {
        (self.cursor < self.total).then_some(self.cursor)
    }

    /// The place within the window of the row under the cursor; nothing while it is not held.
    pub fn held(&self) -> Option<usize> {
        self.cursor()?.checked_sub(self.first).filter(|at| *at < self.held)
    }

    /// Tells which rows are held now: `held` of `total`, from the row `first` on. The cursor stays where it can.
    pub fn hold(&mut self, first: usize, held: usize, total: usize) {
        (self.first, self.held, self.total) = (first, held, total);
        self.set(self.cursor);
    }

    /// Tells how many rows fit the area the list is drawn into, its header not counted.
    pub fn fit(&mut self, page: usize) {
        self.page = page;
        self.set(self.cursor);
    }

    /// Moves the cursor to a row.
    pub fn set(&mut self, row: usize) {
        self.cursor = row.min(self.total.saturating_sub(1));
        let highest = self.total.saturating_sub(self.page.max(1));
        let (top, page) = (self.top.min(highest), self.page.max(1));
        // At the edge half a page comes at once: a row at a time would repaint the list at every key.
        self.top = if self.cursor < top || self.cursor >= top + page {
            self.cursor.saturating_sub(page / 2).min(highest)
        } else {
            top
        };
    }

    /// The places within the window of the rows in sight.
    pub fn seen(&self) -> std::ops::Range<usize> {
        let first = self.top.saturating_sub(self.first);
        first..first + self.page.max(1)
    }

    /// Takes a key: moves, or [`Outcome::Accept`] for Enter on a row.
    pub fn press(&mut self, key: Key) -> Outcome {
        if let Some(motion) = Motion::of(key) {
            self.set(motion.from(self.cursor, self.total, self.page));
            return Outcome::Used;
        }
        match key.code {
            Code::Enter if self.held().is_some() => Outcome::Accept,
            _ => Outcome::Ignored,
        }
    }

    /// The rows to be handed next, a page before they come into sight; nothing while enough are held.
    pub fn need(&self) -> Option<Need> {
        let (page, end) = (self.page.max(1), self.first + self.held);
        if self.total == 0 {
            return None;
        }
        if self.held == 0 || self.top + page < self.first || self.top > end {
            // A jump: from the nearer end of the whole.
            let near_first = self.top < self.total / 2;
            return Some(if near_first { Need::First } else { Need::Last });
        }
        if end < self.total && self.top + 2 * page > end {
            return Some(Need::After(end - 1));
        }
        if self.first > 0 && self.top < self.first + page {
            return Some(Need::Before(self.first));
        }
        None
    }

    /// Draws a header and the rows in sight; `rows` is the window told to [`List::hold`], `empty` stands where
    /// there is no row at all.
    pub fn view(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (columns, rows): (&[Column], &[Row]),
        empty: &str,
        theme: &Theme,
    ) {
        let widths = widths(columns, area.width.saturating_sub(GUTTER));
        let mut x = GUTTER;
        for (column, width) in columns.iter().zip(&widths) {
            let head = text::pad(&column.head, usize::from(*width), column.align, theme.glyphs.cut);
            text::put(buf, area, (x, 0), &head, theme.label);
            x = x.saturating_add(width + u16::from(*width > 0));
        }
        if self.total == 0 {
            text::put(
                buf,
                area,
                (GUTTER, 1),
                &text::cut(empty, usize::from(area.width), theme.glyphs.cut),
                theme.dim,
            );
        }
        for y in 1..area.height {
            let number = self.top + usize::from(y) - 1;
            if let Some(row) = number.checked_sub(self.first).and_then(|at| rows.get(at)) {
                self.row(
                    Rect { y: area.y.saturating_add(y), height: 1, ..area },
                    buf,
                    (columns, &widths),
                    (number, row),
                    theme,
                );
            }
        }
    }

    fn row(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (columns, widths): (&[Column], &[u16]),
        (number, row): (usize, &Row),
        theme: &Theme,
    ) {
        let under = number == self.cursor;
        if under {
            text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        if row.chosen {
            text::put(buf, area, (1, 0), theme.glyphs.chosen, theme.gutter);
        }
        let mut x = GUTTER;
        for ((column, width), cell) in columns.iter().zip(widths).zip(&row.cells) {
            let room = usize::from(*width);
            let shown = text::cut(&cell.text, room, theme.glyphs.cut);
            // Only the letters are styled: blanks would cost bytes at every move.
            let blank = u16::try_from(room - text::width(&shown).min(room)).unwrap_or(0);
            let before = match column.align {
                Align::Left => 0,
                Align::Right => blank,
                Align::Centre => blank / 2,
            };
            let style = if under && column.name { cell.style.patch(theme.under) } else { cell.style };
            text::put(buf, area, (x.saturating_add(before), 0), &shown, style);
            x = x.saturating_add(width + u16::from(*width > 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn columns() -> Vec<Column> {
        let column = |head: &str, width, align, name| Column { head: head.into(), width, align, name };
        vec![
            column("客户", Width::Flex { min: 6, share: 2 }, Align::Left, true),
            column("金额", Width::Fixed(7), Align::Right, false),
            column("next step", Width::Flex { min: 8, share: 1 }, Align::Left, false),
        ]
    }

    fn rows(from: usize, to: usize) -> Vec<Row> {
        let cell = |text: String| Cell { text, style: Style::new() };
        let row = |number: usize| Row {
            cells: vec![
                cell(format!("重庆长安{number}")),
                cell(format!("{number}万")),
                cell("call back".into()),
            ],
            chosen: number == 2,
        };
        (from..to).map(row).collect()
    }

    fn draw(list: &List, from: usize, columns_wide: u16) -> String {
        let rows = rows(from, from + 10);
        picture(columns_wide, 5, |area, buf| {
            list.view(area, buf, (&columns(), &rows), "无", &Theme::default());
        })
    }

    #[test]
    fn a_list_shows_its_window() {
        let mut list = List::default();
        list.hold(0, 10, 100);
        list.fit(4);
        for key in keys("jjj") {
            assert_eq!(list.press(key), Outcome::Used);
        }
        insta::assert_snapshot!(draw(&list, 0, 36), @r#"
      客户             金额 next step
      重庆长安0         0万 call back
      重庆长安1         1万 call back
     ●重庆长安2         2万 call back
    ▌ 重庆长安3         3万 call back
    "#);
        insta::assert_snapshot!(draw(&list, 0, 12), @r#"
      客户
      重庆长安0
      重庆长安1
     ●重庆长安2
    ▌ 重庆长安3
    "#);
    }

    #[test]
    fn a_list_asks_for_rows_before_they_are_seen() {
        let mut list = List::default();
        list.fit(4);
        list.hold(0, 0, 100);
        assert_eq!(list.need(), Some(Need::First));
        list.hold(0, 10, 100);
        assert_eq!(list.need(), None);
        for key in keys("<c-d><c-d><c-d>") {
            list.press(key);
        }
        assert_eq!((list.cursor(), list.need()), (Some(6), Some(Need::After(9))));
        list.press(Key::char('G'));
        assert_eq!((list.held(), list.need()), (None, Some(Need::Last)));
        list.hold(90, 10, 100);
        assert_eq!((list.held(), list.need()), (Some(9), None));
        for key in keys("<pageup><pageup>") {
            list.press(key);
        }
        assert_eq!(list.need(), Some(Need::Before(90)));
    }

    #[test]
    fn an_empty_list_says_so() {
        let mut list = List::default();
        assert_eq!(list.press(Key::char('j')), Outcome::Used);
        assert_eq!(list.press(Key::plain(Code::Enter)), Outcome::Ignored);
        assert_eq!((list.cursor(), list.need()), (None, None));
        let drawn =
            picture(10, 2, |area, buf| list.view(area, buf, (&[], &[]), "没有商机", &Theme::default()));
        assert_eq!(drawn, "\n  没有商机");
    }

    #[test]
    fn moving_the_cursor_is_a_few_bytes() {
        use crate::tui::terminal::Canvas;
        use ratatui::{Terminal, TerminalOptions, Viewport};
        for (name, most) in [("Northwind Ltd", 60), ("重庆长安汽车", 90)] {
            let area = Rect::new(0, 0, 120, 40);
            let options = TerminalOptions { viewport: Viewport::Fixed(area) };
            let mut terminal = Terminal::with_options(Canvas::new(area.as_size(), false), options).unwrap();
            let (columns, mut rows, mut list) = (columns(), rows(0, 30), List::default());
            for row in &mut rows {
                row.cells[0].text = name.into();
            }
            list.hold(0, 30, 30);
            list.fit(39);
            let mut bytes = Vec::new();
            for key in keys("jjjjjjjjjj") {
                let view = |frame: &mut ratatui::Frame| {
                    list.view(area, frame.buffer_mut(), (&columns, &rows), "", &Theme::default());
                };
                terminal.draw(view).unwrap();
                bytes.push(terminal.backend_mut().take().len());
                list.press(key);
            }
            assert!(bytes[2..].iter().all(|count| *count <= most), "{name}: {bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_in_sight_and_any_size_draws(
            moves in "[jkgG]{0,20}", page in 0usize..60, total in 0usize..50, wide in 0u16..200, high in 0u16..60,
        ) {
            let mut list = List::default();
            list.hold(0, total, total);
            list.fit(page);
            for key in keys(&moves) {
                list.press(key);
                prop_assert!(total == 0 || (list.top <= list.cursor && list.cursor < list.top + page.max(1)));
            }
            let rows = rows(0, total);
            picture(wide, high, |area, buf| list.view(area, buf, (&columns(), &rows), "无", &Theme::default()));
        }
    }
}
