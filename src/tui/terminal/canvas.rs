//! The drawing end of ratatui: cell changes become the fewest bytes, collected into one frame.

use std::convert::Infallible;
use std::fmt::Write;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_normalization::char::decompose_canonical;
use unicode_width::UnicodeWidthStr;

/// Escape codes of what a terminal of sixteen colours can do to text.
const MODIFIERS: &[(Modifier, u8)] = &[
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
];

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Collects the bytes of one frame and knows where it left the terminal's pen.
#[derive(Debug)]
pub(crate) struct Canvas {
    out: String,
    size: Size,
    pen: Option<Position>,
    look: Look,
    cursor: bool,
    ambiguous_wide: bool,
}

impl Canvas {
    /// An empty canvas; `ambiguous_wide` says that the terminal gives ambiguous characters two columns.
    pub(crate) fn new(size: Size, ambiguous_wide: bool) -> Self {
        Self { out: String::new(), size, pen: None, look: Look::default(), cursor: false, ambiguous_wide }
    }

    /// The bytes since the last call.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    fn go(&mut self, to: Position) {
        match self.pen {
            Some(pen) if pen == to => {}
            Some(pen) if to.x == 0 && pen.y == to.y => self.out.push('\r'),
            Some(pen) if to.x == 0 && pen.y.checked_add(1) == Some(to.y) => self.out.push_str("\r\n"),
            Some(pen) if pen.y == to.y && pen.x < to.x => {
                let _ = write!(self.out, "\x1b[{}C", to.x - pen.x);
            }
            _ => {
                let _ = write!(self.out, "\x1b[{};{}H", u32::from(to.y) + 1, u32::from(to.x) + 1);
            }
        }
        self.pen = Some(to);
    }

    fn dress(&mut self, cell: &Cell) {
        let look = Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if look == self.look {
            return;
        }
        let mut codes = Vec::new();
        let mut from = self.look;
        if !look.modifier.contains(from.modifier) || look == Look::default() {
            codes.push(String::new());
            from = Look::default();
        }
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(*modifier) && !from.modifier.contains(*modifier) {
                codes.push(code.to_string());
            }
        }
        if look.fg != from.fg {
            codes.push(colour(look.fg, 30));
        }
        if look.bg != from.bg {
            codes.push(colour(look.bg, 40));
        }
        let _ = write!(self.out, "\x1b[{}m", codes.join(";"));
        self.look = look;
    }

    fn put(&mut self, symbol: &str) {
        if self.ambiguous_wide && !symbol.is_ascii() && symbol.width() == 1 {
            // The next cell would lie on its second half, and erase it.
            symbol.chars().for_each(|letter| narrow(letter, &mut self.out));
        } else {
            self.out.push_str(symbol);
        }
        let width = if symbol.is_ascii() { 1 } else { symbol.width() };
        let known = symbol.is_ascii() || (is_plain_wide(symbol) || (width == 1 && !self.ambiguous_wide));
        let step = u16::try_from(width).unwrap_or(1);
        // In the last column, and after a character terminals disagree on, the pen may be anywhere.
        self.pen = self.pen.and_then(|pen| {
            let x = pen.x.checked_add(step).filter(|x| known && *x < self.size.width)?;
            Some(Position { x, y: pen.y })
        });
    }
}

/// Signs that a terminal may draw in two columns, and what stands for them in one.
const NARROW: &[(char, char)] = &[
    ('·', '･'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('–', '-'),
    ('—', '-'),
    ('…', '.'),
    ('×', 'x'),
    ('→', '>'),
    ('←', '<'),
    ('•', '*'),
];

/// Writes a letter so that it takes one column: one with a mark as the letter and its mark, a sign as its narrow twin.
fn narrow(letter: char, out: &mut String) {
    match NARROW.iter().find(|(wide, _)| *wide == letter) {
        Some((_, twin)) => out.push(*twin),
        None => decompose_canonical(letter, |part| out.push(part)),
    }
}

/// Whether every terminal gives this one character two columns.
fn is_plain_wide(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let wide = letters.next().is_some_and(|letter| {
        matches!(letter, '\u{3000}'..='\u{303e}' | '\u{3041}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff60}')
    });
    wide && letters.next().is_none()
}

fn colour(colour: Color, base: u8) -> String {
    let named = |number: u8, bright: bool| (base + number + if bright { 60 } else { 0 }).to_string();
    match colour {
        Color::Black => named(0, false),
        Color::Red => named(1, false),
        Color::Green => named(2, false),
        Color::Yellow => named(3, false),
        Color::Blue => named(4, false),
        Color::Magenta => named(5, false),
        Color::Cyan => named(6, false),
        Color::Gray => named(7, false),
        Color::DarkGray => named(0, true),
        Color::LightRed => named(1, true),
        Color::LightGreen => named(2, true),
        Color::LightYellow => named(3, true),
        Color::LightBlue => named(4, true),
        Color::LightMagenta => named(5, true),
        Color::LightCyan => named(6, true),
        Color::White => named(7, true),
        // The theme has sixteen colours; anything else is the terminal's own.
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => named(9, false),
    }
}

impl Backend for Canvas {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.go(Position { x, y });
            self.dress(cell);
            self.put(cell.symbol());
        }
        self.dress(&Cell::EMPTY);
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        if std::mem::take(&mut self.cursor) {
            self.out.push_str("\x1b[?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        if !std::mem::replace(&mut self.cursor, true) {
            self.out.push_str("\x1b[?25h");
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.pen.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.go(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.out.push_str("\x1b[m\x1b[2J");
        self.look = Look::default();
        self.pen = None;
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        self.clear()
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Style, Stylize};
    use ratatui::text::Line;
    use ratatui::{Terminal, TerminalOptions, Viewport};

    fn terminal(ambiguous_wide: bool) -> Terminal<Canvas> {
        let size = Size::new(20, 4);
        let viewport = Viewport::Fixed((Position::ORIGIN, size).into());
        Terminal::with_options(Canvas::new(size, ambiguous_wide), TerminalOptions { viewport }).unwrap()
    }

    fn frame(terminal: &mut Terminal<Canvas>, lines: &[Line]) -> String {
        let draw = |frame: &mut ratatui::Frame| {
            for (line, y) in lines.iter().zip(0..) {
                frame.buffer_mut().set_line(0, y, line, 20);
            }
        };
        terminal.draw(draw).unwrap();
        terminal.backend_mut().take()
    }

    #[test]
    fn an_unchanged_frame_is_no_bytes() {
        let mut terminal = terminal(false);
        assert!(!frame(&mut terminal, &["张平 zp".into()]).is_empty());
        assert_eq!(frame(&mut terminal, &["张平 zp".into()]), "");
    }

    #[test]
    fn wide_letters_need_no_cursor_moves_between_them() {
        assert_eq!(frame(&mut terminal(false), &["张平ab".into()]), "\x1b[1;1H张平ab");
    }

    #[test]
    fn where_ambiguous_letters_are_wide_none_is_erased() {
        let mut terminal = terminal(true);
        let bytes = frame(&mut terminal, &["a·b “c” d–e ü".into()]);
        for shown in ["a", "･", "\"", "-", "u\u{308}"] {
            assert!(bytes.contains(shown), "{shown}: {bytes:?}");
        }
        assert!(!bytes.contains(['·', '“', '”', '–', 'ü']), "{bytes:?}");
    }

    #[test]
    fn where_ambiguous_letters_are_wide_the_pen_is_placed_anew() {
        assert_eq!(frame(&mut terminal(true), &["※a".into()]), "\x1b[1;1H※\x1b[1;2Ha");
    }

    #[test]
    fn styles_are_said_once_and_taken_back() {
        let line = Line::from(vec!["a".bold().red(), "b".red(), "c".into(), "d".into()]);
        assert_eq!(frame(&mut terminal(false), &[line]), "\x1b[1;1H\x1b[1;31ma\x1b[;31mb\x1b[mcd");
    }

    #[test]
    fn moving_a_gutter_mark_is_a_few_bytes() {
        let mut terminal = terminal(false);
        let rows = |at: usize| -> Vec<Line> {
            (0..4).map(|row| Line::styled(if row == at { "> 平" } else { "  平" }, Style::new())).collect()
        };
        frame(&mut terminal, &rows(0));
        assert_eq!(frame(&mut terminal, &rows(1)), "\x1b[1;1H \r\n>");
    }
}
