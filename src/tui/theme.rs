//! How things look: sixteen colours or none, on dark and light, with Unicode or ASCII marks.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// The background that text is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light text on dark.
    Dark,
    /// Dark text on light.
    Light,
}

impl Background {
    /// What `COLORFGBG` says, such as `15;0` or `0;default;15`.
    pub fn from_colorfgbg(text: &str) -> Option<Self> {
        match text.rsplit(';').next()?.parse::<u8>().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }
}

/// Marks and lines that take one column each on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether these are the ASCII ones.
    pub ascii: bool,
    /// Lines around a popup.
    pub border: border::Set<'static>,
    /// A horizontal line.
    pub rule: &'static str,
    /// A vertical line between columns.
    pub bar: &'static str,
    /// A filled part of a horizontal bar.
    pub full: &'static str,
    /// The left-over part of a horizontal bar.
    pub empty: &'static str,
    /// What stands where text was cut.
    pub cut: &'static str,
    /// The gutter mark of the row under the cursor.
    pub gutter: &'static str,
    /// A row that is selected.
    pub chosen: &'static str,
    /// A set that holds this member.
    pub ticked: &'static str,
    /// A set that lacks this member.
    pub unticked: &'static str,
    /// A folded branch.
    pub folded: &'static str,
    /// An open branch.
    pub open: &'static str,
    /// An item of a list.
    pub bullet: &'static str,
    /// From here to there.
    pub arrow: &'static str,
    /// More above.
    pub up: &'static str,
    /// More below.
    pub down: &'static str,
    /// More at the left.
    pub left: &'static str,
    /// More at the right.
    pub right: &'static str,
    /// What is done.
    pub done: &'static str,
    /// What comes next.
    pub here: &'static str,
    /// The method's own marks, best first: `※ + = - × ?`.
    pub marks: [&'static str; 6],
}

/// Unicode marks, for terminals that give ambiguous characters one column.
pub const UNICODE: Glyphs = Glyphs {
    ascii: false,
    border: border::PLAIN,
    rule: "─",
    bar: "│",
    full: "█",
    empty: "·",
    cut: "…",
    gutter: "▌",
    chosen: "●",
    ticked: "[x]",
    unticked: "[ ]",
    folded: "▸",
    open: "▾",
    bullet: "•",
    arrow: "→",
    up: "↑",
    down: "↓",
    left: "‹",
    right: "›",
    done: "✓",
    here: "▶",
    marks: ["※", "+", "=", "-", "×", "?"],
};

/// ASCII marks, for terminals that draw ambiguous characters wide or know no Unicode.
pub const ASCII: Glyphs = Glyphs {
    ascii: true,
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    rule: "-",
    bar: "|",
    full: "#",
    empty: ".",
    cut: "~",
    gutter: ">",
    chosen: "*",
    ticked: "[x]",
    unticked: "[ ]",
    folded: "+",
    open: "-",
    bullet: "*",
    arrow: ">",
    up: "^",
    down: "v",
    left: "<",
    right: ">",
    done: "v",
    here: ">",
    marks: ["*", "+", "=", "-", "x", "?"],
};

/// The few styles everything is drawn in. Colour is never the only sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The name of a screen or popup.
    pub title: Style,
    /// A column header or a label.
    pub label: Style,
    /// What matters less.
    pub dim: Style,
    /// What matters more.
    pub strong: Style,
    /// Good news.
    pub good: Style,
    /// Bad news, errors.
    pub bad: Style,
    /// A warning.
    pub warn: Style,
    /// The gutter mark.
    pub gutter: Style,
    /// The name in the row under the cursor.
    pub under: Style,
    /// A key to press.
    pub key: Style,
    /// A field that text is typed into.
    pub field: Style,
    /// The tab, card or choice that is on.
    pub on: Style,
    /// Marks and lines.
    pub glyphs: Glyphs,
}

impl Theme {
    /// A theme with or without `colour`; an unknown background gets colours that read on both.
    #[must_use]
    pub fn new(colour: bool, background: Option<Background>, glyphs: Glyphs) -> Self {
        let ink = |named: Color| if colour { Style::new().fg(named) } else { Style::new() };
        let bold = |style: Style| style.add_modifier(Modifier::BOLD);
        let (warn, key) = match background {
            Some(Background::Dark) => (Color::Yellow, Color::Cyan),
            Some(Background::Light) => (Color::Magenta, Color::Blue),
            None => (Color::Magenta, Color::Cyan),
        };
        let plain = Style::new();
        Self {
            title: bold(plain),
            label: plain.add_modifier(Modifier::DIM),
            dim: plain.add_modifier(Modifier::DIM),
            strong: bold(plain),
            good: ink(Color::Green),
            bad: bold(ink(Color::Red)),
            warn: ink(warn),
            // The same as the name beside it: changing styles costs bytes at every move.
            gutter: bold(plain),
            under: bold(plain),
            key: ink(key),
            field: plain.add_modifier(Modifier::UNDERLINED),
            on: plain.add_modifier(Modifier::REVERSED),
            glyphs,
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(true, None, UNICODE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_no_style_names_one() {
        let theme = Theme::new(false, Some(Background::Dark), ASCII);
        for style in [theme.title, theme.good, theme.bad, theme.warn, theme.gutter, theme.key, theme.on] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn the_environment_tells_the_background() {
        for (text, expected) in [
            ("15;0", Some(Background::Dark)),
            ("0;default;15", Some(Background::Light)),
            ("0;7", Some(Background::Light)),
            ("default", None),
            ("", None),
        ] {
            assert_eq!(Background::from_colorfgbg(text), expected, "{text}");
        }
    }

    #[test]
    fn every_unicode_mark_takes_as_many_columns_as_its_ascii_twin() {
        use unicode_width::UnicodeWidthStr;
        for (wide, plain) in UNICODE.marks.iter().zip(ASCII.marks) {
            assert_eq!((wide.width(), plain.width()), (1, 1));
        }
        for glyph in [
            UNICODE.cut,
            UNICODE.gutter,
            UNICODE.chosen,
            UNICODE.full,
            UNICODE.arrow,
            UNICODE.left,
            UNICODE.right,
            UNICODE.done,
            UNICODE.here,
        ] {
            assert_eq!(glyph.width(), 1, "{glyph}");
        }
    }
}
