//! Which sign stands before the decimals of a column, heard from all of its cells.

use super::number::{Mark, narrow};

/// What cells say about the sign before their decimals.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    point: usize,
    comma: usize,
    thousand_points: usize,
    thousand_commas: usize,
}

impl Marks {
    /// Counts one cell in.
    pub fn add(&mut self, cell: &str) {
        let cell: String = cell.chars().map(narrow).collect();
        let Some(at) = cell.rfind(['.', ',']) else { return };
        let (earlier, last) = cell.split_at(at);
        let is_point = last.starts_with('.');
        let decimals = last.chars().skip(1).take_while(char::is_ascii_digit).count();
        let (points, commas) = (earlier.contains('.'), earlier.contains(','));
        let (same, other) = if is_point { (points, commas) } else { (commas, points) };
        match (is_point, same, other || decimals != 3) {
            (true, false, true) | (false, true, _) => self.point += 1,
            (false, false, true) | (true, true, _) => self.comma += 1,
            (true, false, false) => self.thousand_points += 1,
            (false, false, false) => self.thousand_commas += 1,
        }
    }

    /// Whether no cell had decimals that tell the sign before them.
    pub fn is_silent(self) -> bool {
        self.point == 0 && self.comma == 0
    }

    /// The sign, and whether anything spoke for it.
    pub fn mark(self, semicolons: bool) -> (Mark, bool) {
        match (self.point, self.comma) {
            (0, 0) if self.thousand_commas > 0 => (Mark::Point, self.thousand_points == 0),
            (0, 0) if self.thousand_points > 0 => (if semicolons { Mark::Comma } else { Mark::Point }, false),
            (0, 0) => (Mark::Point, true),
            (point, comma) => {
                (if comma > point { Mark::Comma } else { Mark::Point }, point == 0 || comma == 0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_column_tells_its_decimal_mark() {
        for (cells, semicolons, found) in [
            (&["1.054,00 €", "50,00 €"][..], false, (Mark::Comma, true)),
            (&["$1,054.00", "$50.00"], false, (Mark::Point, true)),
            (&["￥1,054", "￥50"], false, (Mark::Point, true)),
            (&["１２，５００", "７，３００"], false, (Mark::Point, true)),
            (&["１２，５０", "７．３００，５"], false, (Mark::Comma, true)),
            (&["1054", "50"], false, (Mark::Point, true)),
            (&["1.054.000", "2"], false, (Mark::Comma, true)),
            (&["1.054", "2.300"], true, (Mark::Comma, false)),
            (&["12,5", "1.054,25"], false, (Mark::Comma, true)),
        ] {
            let mut marks = Marks::default();
            for cell in cells {
                marks.add(cell);
            }
            assert_eq!(marks.mark(semicolons), found, "{cells:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_heard(text in "\\PC{0,24}") {
            let mut marks = Marks::default();
            marks.add(&text);
            let _ = marks.mark(true);
        }
    }
}
