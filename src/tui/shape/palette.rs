//! A line that is typed into over rows that match it: commands, search results, candidates.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Outcome;
use super::line::Line;
use super::motion::{Motion, follow};
use super::text;
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// One row that may match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What is shown.
    pub text: String,
    /// What is shown at the right: a key, an amount.
    pub aside: String,
    /// What else is searched, such as pinyin initials; not shown.
    pub also: String,
}

/// How well a query fits a text; nothing where it does not.
pub type Fits = fn(&str, &str) -> Option<i64>;

/// A typed line and the rows that match it, best first.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    line: Line,
    items: Vec<Item>,
    ranked: Vec<usize>,
    cursor: usize,
    searched: bool,
    /// What offers to make what is typed, `{0}` standing for it, below the rows that match.
    makes: Option<&'static str>,
    /// What tells how well a query fits a text, where it is not that its letters stand there in order.
    fits: Option<Fits>,
}

impl Palette {
    /// A palette that ranks `items` itself.
    pub fn new(items: Vec<Item>) -> Self {
        let mut palette = Self { items, ..Self::default() };
        palette.rank();
        palette
    }

    /// The same, ranked by how well what is typed fits as `fits` tells.
    pub fn fitting(items: Vec<Item>, fits: Fits) -> Self {
        let mut palette = Self { items, fits: Some(fits), ..Self::default() };
        palette.rank();
        palette
    }

    /// A palette whose rows are searched for elsewhere and offered in their order.
    pub fn searched() -> Self {
        Self { searched: true, ..Self::default() }
    }

    /// The same, with an offer to make what is typed and no row is called.
    #[must_use]
    pub fn making(self, offer: &'static str) -> Self {
        Self { makes: Some(offer), ..self }
    }

    /// What is to be made: the cursor is below the rows, on the offer of it.
    pub fn made(&self) -> Option<&str> {
        (self.makes.is_some() && self.cursor == self.ranked.len() && self.is_new())
            .then(|| self.query().trim())
    }

    /// Whether there is no row and nothing is typed.
    pub fn is_bare(&self) -> bool {
        self.ranked.is_empty() && self.query().is_empty()
    }

    /// Whether something is typed that no row is called.
    fn is_new(&self) -> bool {
        let typed = self.query().trim().to_lowercase();
        !typed.is_empty() && self.items.iter().all(|item| item.text.to_lowercase() != typed)
    }

    /// How many rows the cursor goes over.
    fn rows(&self) -> usize {
        self.ranked.len() + usize::from(self.makes.is_some() && self.is_new())
    }

    /// Replaces the rows; the cursor goes back to the first.
    pub fn offer(&mut self, items: Vec<Item>) {
        self.items = items;
        self.rank();
    }

    /// What is typed.
    pub fn query(&self) -> &str {
        self.line.text()
    }

    /// The number, among the items as they were handed in, of the row under the cursor.
    pub fn chosen(&self) -> Option<usize> {
        self.ranked.get(self.cursor).copied()
    }

    /// Takes a key: Enter accepts (also without a row, for a line that is a command), Esc leaves.
    pub fn press(&mut self, key: Key) -> Outcome {
        match key.code {
            Code::Enter => return Outcome::Accept,
            Code::Esc => return Outcome::Cancel,
            _ => {}
        }
        if let Some(motion) = Motion::beside_text(key) {
            self.cursor = motion.from(self.cursor, self.rows(), 10);
            return Outcome::Used;
        }
        let before = self.query().to_owned();
        let used = self.line.press(key);
        if self.query() != before {
            self.rank();
        }
        Outcome::used(used)
    }

    /// Types a pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.line.paste(pasted);
        self.rank();
    }

    /// Draws the line after `prompt`, and the rows below; gives the cursor's place.
    pub fn view(&self, area: Rect, buf: &mut Buffer, prompt: &str, theme: &Theme) -> Option<Position> {
        let area = area.intersection(buf.area);
        let x = text::put(buf, area, (0, 0), prompt, theme.key).min(area.width);
        let line = Rect { x: area.x + x, width: area.width - x, height: area.height.min(1), ..area };
        let page = usize::from(area.height.saturating_sub(1));
        let top = follow(0, self.cursor, page);
        for (at, y) in (top..self.ranked.len()).zip(1..area.height) {
            if let Some(item) = self.ranked.get(at).and_then(|number| self.items.get(*number)) {
                self.row(Rect { y: area.y + y, height: 1, ..area }, buf, (at, item), theme);
            }
        }
        let below = u16::try_from(self.ranked.len().saturating_sub(top) + 1).unwrap_or(u16::MAX);
        if let Some(offer) = self.makes.filter(|_| self.is_new() && below < area.height) {
            let text = offer.replace("{0}", self.query().trim());
            let row = Rect { y: area.y + below, height: 1, ..area };
            self.row(row, buf, (self.ranked.len(), &Item { text, ..Item::default() }), theme);
        }
        self.line.view(line, buf, theme.field)
    }

    fn row(&self, area: Rect, buf: &mut Buffer, (at, item): (usize, &Item), theme: &Theme) {
        let room = usize::from(area.width);
        let aside = text::cut(&item.aside, room * 3 / 5, theme.glyphs.cut);
        let left_over = room.saturating_sub(text::width(&aside));
        let under = at == self.cursor;
        if under {
            text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        let shown = text::cut(&item.text, left_over.saturating_sub(3), theme.glyphs.cut);
        text::put(buf, area, (2, 0), &shown, if under { theme.under } else { ratatui::style::Style::new() });
        text::put(buf, area, (u16::try_from(left_over).unwrap_or(0), 0), &aside, theme.key);
    }

    fn rank(&mut self) {
        self.cursor = 0;
        let query = if self.searched { String::new() } else { self.query().to_lowercase() };
        let scored = self.items.iter().enumerate().filter_map(|(at, item)| {
            let fits = self.fits.unwrap_or(score);
            let best = fits(&query, &item.text).max(fits(&query, &item.also));
            // With nothing typed the rows keep their order.
            best.map(|score| (std::cmp::Reverse(if query.is_empty() { 0 } else { score }), at))
        });
        let mut scored: Vec<_> = scored.collect();
        scored.sort_unstable();
        self.ranked = scored.into_iter().map(|(_, at)| at).collect();
    }
}

/// How well a lower-case query matches a text that holds its letters in order: letters that begin a word or
/// follow each other count more, late starts and long texts a little less.
pub fn score(query: &str, text: &str) -> Option<i64> {
    let (mut score, mut before, mut matched) = (0, None, false);
    let mut wanted = query.chars().filter(|letter| !letter.is_whitespace()).peekable();
    let mut length = 0;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if wanted.peek() == Some(&letter) {
            wanted.next();
            let begins = before.is_none_or(|before: char| !before.is_alphanumeric());
            score += 10 + if matched { 10 } else { 0 } + if begins { 8 } else { 0 };
            matched = true;
        } else {
            matched = false;
        }
        before = Some(letter);
        length += 1;
    }
    wanted.peek().is_none().then_some(score * 16 - length)
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn items() -> Vec<Item> {
        let item = |text: &str, aside: &str, also: &str| Item {
            text: text.into(),
            aside: aside.into(),
            also: also.into(),
        };
        vec![
            item("advance deal", ">", ""),
            item("add visit", "n", ""),
            item("张平 重庆长安", "¥120万", "zp cqca"),
            item("Zeppelin", "", ""),
        ]
    }

    #[test]
    fn the_best_match_comes_first() {
        for (query, expected) in [
            ("ad", Some(1)),
            ("av", Some(1)),
            ("adv", Some(0)),
            ("zp", Some(2)),
            ("长", Some(2)),
            ("x", None),
        ] {
            let mut palette = Palette::new(items());
            for key in keys(query) {
                palette.press(key);
            }
            assert_eq!(palette.chosen(), expected, "{query}");
        }
    }

    #[test]
    fn rows_stand_below_the_line() {
        let mut palette = Palette::new(items());
        for key in keys("z<down>") {
            palette.press(key);
        }
        let mut cursor = None;
        let drawn = picture(24, 3, |area, buf| cursor = palette.view(area, buf, "/", &Theme::default()));
        insta::assert_snapshot!(drawn, @r#"
    /z
      张平 重庆长安   ¥120万
    ▌ Zeppelin
    "#);
        assert_eq!(cursor, Some(Position { x: 2, y: 0 }));
        assert_eq!(palette.press(Key::plain(Code::Enter)), Outcome::Accept);
    }

    proptest! {
        #[test]
        fn any_size_draws(wide in 0u16..200, high in 0u16..60, typed in "[a-z张平]{0,30}") {
            let mut palette = Palette::new(items());
            palette.paste(&typed);
            picture(wide, high, |area, buf| {
            palette.view(area, buf, "查找 ", &Theme::default());
        });
        }
    }
}
