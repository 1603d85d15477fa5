//! A row of cells, each of which gets its sign by one key; the cursor goes on by itself.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::Outcome;
use super::super::text;
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// What a cell may get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The keys that say so.
    pub keys: &'static str,
    /// What it is called among the values.
    pub code: &'static str,
    /// How it is drawn, in Unicode and in ASCII.
    pub shown: (&'static str, &'static str),
    /// Whether the grade of the row belongs to it.
    pub is_graded: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What begins its value; where that is a number, typing it leads there.
    pub key: String,
    /// What stands before its sign.
    pub head: String,
    /// What is told right of the row while the cursor is there.
    pub label: String,
    /// What is told below the row while the cursor is there.
    pub hint: String,
    /// What it is now, in Unicode and in ASCII.
    pub now: (&'static str, &'static str),
    /// What it may get.
    pub signs: Vec<Sign>,
    /// Whether the cursor stops there by itself.
    pub is_asked: bool,
}

/// A row of cells, and the grades that signs may have: code and label; the key `=` turns them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// The grades, where there are any.
    pub grades: Vec<(&'static str, &'static str)>,
    /// The grade at the beginning.
    pub grade: usize,
}

/// A row under edit.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    row: Row,
    /// The sign of each cell, and its grade, where the person gave one.
    given: Vec<Option<(usize, usize)>>,
    at: usize,
    grade: usize,
    /// The number under way.
    typed: String,
}

impl Cells {
    /// A row that says `value`: what each cell got, between blanks.
    pub(super) fn new(row: &Row, value: &str) -> Self {
        let at = row.cells.iter().position(|cell| cell.is_asked).unwrap_or(0);
        let given = vec![None; row.cells.len()];
        let mut cells = Self { row: row.clone(), given, at, grade: row.grade, typed: String::new() };
        for word in value.split_whitespace() {
            cells.say(word);
        }
        cells
    }

    fn say(&mut self, word: &str) {
        let fits = self.row.cells.iter().enumerate().filter(|(_, cell)| word.starts_with(&cell.key));
        let Some((at, cell)) = fits.max_by_key(|(_, cell)| cell.key.len()) else { return };
        let rest = word.get(cell.key.len()..).unwrap_or_default();
        let said = cell.signs.iter().enumerate().find_map(|(number, sign)| {
            let grade = rest.strip_prefix(sign.code)?;
            let known = self.row.grades.iter().position(|(code, _)| sign.is_graded && *code == grade);
            (known.is_some() || grade.is_empty()).then_some((number, known.unwrap_or(self.row.grade)))
        });
        if let (Some(said), Some(slot)) = (said, self.given.get_mut(at)) {
            *slot = Some(said);
        }
    }

    /// What each cell got, between blanks.
    pub(super) fn value(&self) -> String {
        let told = self.row.cells.iter().zip(&self.given).filter_map(|(cell, given)| {
            let (sign, grade) = (*given)?;
            let sign = cell.signs.get(sign)?;
            let grade = self.row.grades.get(grade).filter(|_| sign.is_graded).map_or("", |(code, _)| *code);
            Some(format!("{}{}{grade}", cell.key, sign.code))
        });
        told.collect::<Vec<_>>().join(" ")
    }

    /// Takes a key; [`Outcome::Accept`] says that the next field follows.
    pub(super) fn press(&mut self, key: Key) -> Outcome {
        let typed = std::mem::take(&mut self.typed);
        match (key.code, key.typed()) {
            (Code::Right, _) => self.side(true),
            (Code::Left, _) => self.side(false),
            (Code::Backspace | Code::Delete, _) => self.give(None),
            (_, Some(' ')) => return self.step(|_| true),
            (_, Some(digit)) if digit.is_ascii_digit() => return self.jump(&typed, digit),
            (_, Some(sign)) => return self.sign(sign),
            _ => return Outcome::Ignored,
        }
        Outcome::Used
    }

    fn side(&mut self, forward: bool) {
        let count = self.row.cells.len().max(1);
        self.at = if forward { (self.at + 1) % count } else { (self.at + count - 1) % count };
    }

    fn give(&mut self, said: Option<(usize, usize)>) {
        if let Some(slot) = self.given.get_mut(self.at) {
            *slot = said;
        }
    }

    /// To the next cell of a kind; past the last one, to the next field.
    fn step(&mut self, kind: fn(&Cell) -> bool) -> Outcome {
        let mut rest = self.row.cells.iter().enumerate().skip(self.at + 1);
        match rest.find(|(_, cell)| kind(cell)) {
            Some((next, _)) => {
                self.at = next;
                Outcome::Used
            }
            None => Outcome::Accept,
        }
    }

    fn jump(&mut self, typed: &str, digit: char) -> Outcome {
        for number in [format!("{typed}{digit}"), digit.to_string()] {
            if let Some(at) = self.row.cells.iter().position(|cell| cell.key == number) {
                (self.at, self.typed) = (at, number);
                return Outcome::Used;
            }
        }
        Outcome::Ignored
    }

    fn sign(&mut self, typed: char) -> Outcome {
        if typed == '=' && !self.row.grades.is_empty() {
            self.grade = (self.grade + 1) % self.row.grades.len();
            return Outcome::Used;
        }
        let Some(cell) = self.row.cells.get(self.at) else { return Outcome::Ignored };
        let is_asked = cell.is_asked;
        let Some(said) = cell.signs.iter().position(|sign| sign.keys.contains(typed)) else {
            return Outcome::Ignored;
        };
        self.give(Some((said, self.grade)));
        if is_asked {
            return self.step(|cell| cell.is_asked);
        }
        // Who went to a cell by hand stays in the row.
        self.at = (self.at + 1).min(self.row.cells.len().saturating_sub(1));
        Outcome::Used
    }

    /// What is told below the row.
    pub(super) fn hint(&self) -> String {
        let hint = self.row.cells.get(self.at).map(|cell| cell.hint.clone()).unwrap_or_default();
        match self.row.grades.get(self.grade) {
            Some((_, label)) => format!("= {label} · {hint}"),
            None => hint,
        }
    }

    /// Draws the row; brackets stand around the cell under the cursor.
    pub(super) fn view(&self, area: Rect, buf: &mut Buffer, here: bool, theme: &Theme) -> Option<Position> {
        let (mut x, mut cursor) = (0, None);
        for (at, cell) in self.row.cells.iter().enumerate() {
            let is_on = here && at == self.at;
            let given = self.given.get(at).copied().flatten();
            let sign = given.and_then(|(sign, _)| cell.signs.get(sign));
            let (shown, style) = match sign {
                Some(sign) => (sign.shown, theme.strong),
                None => (cell.now, theme.dim),
            };
            let style = if is_on { theme.on } else { style };
            if is_on {
                text::put(buf, area, (x, 0), "[", theme.strong);
            }
            let after = text::put(
                buf,
                area,
                (x + 1, 0),
                &cell.head,
                if sign.is_some() { Style::new() } else { theme.dim },
            );
            cursor = if is_on { Some(Position { x: area.x + after, y: area.y }) } else { cursor };
            x = text::put(buf, area, (after, 0), if theme.glyphs.ascii { shown.1 } else { shown.0 }, style);
            if is_on {
                text::put(buf, area, (x, 0), "]", theme.strong);
            }
        }
        let label = self.row.cells.get(self.at).map_or("", |cell| cell.label.as_str());
        let room = usize::from(area.width).saturating_sub(usize::from(x) + 3);
        if here && room > 8 {
            text::put(buf, area, (x + 3, 0), &text::cut(label, room, theme.glyphs.cut), theme.dim);
        }
        cursor
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::terminal::keys;

    /// Fifteen numbered cells of which the second and the fourth are asked for.
    fn row() -> Row {
        let sign = |keys, is_graded| Sign { keys, code: keys, shown: (keys, keys), is_graded };
        let cell = |number: usize| Cell {
            key: number.to_string(),
            head: number.to_string(),
            label: String::new(),
            hint: String::new(),
            now: ("·", "."),
            signs: vec![sign("+", true), sign("-", true), sign("?", false)],
            is_asked: [2, 4].contains(&number),
        };
        let grades = vec![("guess", "a guess"), ("told", "told")];
        Row { cells: (1..=15).map(cell).collect(), grades, grade: 1 }
    }

    fn pressed(presses: &str) -> (String, Outcome) {
        let mut cells = Cells::new(&row(), "");
        let last = keys(presses).into_iter().map(|key| cells.press(key)).last();
        (cells.value(), last.unwrap_or(Outcome::Ignored))
    }

    #[test]
    fn one_key_fills_a_cell_and_the_cursor_goes_where_it_is_asked_for() {
        for (presses, value, outcome) in [
            ("+", "2+told", Outcome::Used),
            ("+-", "2+told 4-told", Outcome::Accept),
            ("+=-", "2+told 4-guess", Outcome::Accept),
            ("?", "2?", Outcome::Used),
            ("7-+", "7-told 8+told", Outcome::Used),
            ("12+", "12+told", Outcome::Used),
            ("15+", "15+told", Outcome::Used),
            ("9 +", "10+told", Outcome::Used),
            ("15 ", "", Outcome::Accept),
            ("+<left><left><bs>", "", Outcome::Used),
            ("x", "", Outcome::Ignored),
        ] {
            assert_eq!(pressed(presses), (value.to_owned(), outcome), "{presses}");
        }
    }

    proptest! {
        #[test]
        fn what_was_given_comes_back(presses in proptest::sample::subsequence(
            vec!["1+", "2-", "3?", "=", "12-", "1?", "15+", "4+", "="], 0..9)
        ) {
            let (value, _) = pressed(&presses.concat());
            prop_assert_eq!(Cells::new(&row(), &value).value(), value);
        }
    }
}
