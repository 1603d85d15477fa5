//! The columns of the matrix: which fit, how wide, and what stands in them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::{Known, fit_text};
use crate::domain::choice::Choice;
use crate::domain::factor::FactorClass;
use crate::domain::matrix::{Line, Standing};
use crate::lang::{Lang, compete as word};
use crate::tui::paint::Paint;
use crate::tui::shape::text::{self, Align};

/// Columns before the marks: gutter, rank, a blank.
const LEFT: usize = 7;
/// How we stand, and a blank before it.
const STANDING: usize = 7;
/// Who set it, and what we do about it, each with a blank.
const SETTER: usize = 8;
const TACTIC: usize = 9;
/// The least that is left for a factor's name.
const NAME: usize = 15;
/// Screens narrower than this have no room for setter and tactic.
const NARROW: usize = 72;
/// The least and the most that a vendor takes.
const VENDOR: (usize, usize) = (5, 9);

/// Which columns there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    kinds: usize,
    name: usize,
    all: bool,
    vendor: usize,
    first: usize,
    shown: usize,
}

impl Columns {
    /// The columns for so much room and so many rivals, of whom the one under the cursor is shown.
    pub fn of(width: u16, rivals: usize, at: usize, lang: Lang) -> Self {
        let kinds = 4 * text::width(word::kind(lang, "mandatory")) + 1;
        let all = usize::from(width) >= NARROW;
        let aside = if all { SETTER + TACTIC } else { 0 };
        let free = usize::from(width).saturating_sub(LEFT + kinds + STANDING + aside);
        // Of ample room, names take nearly half.
        let names = NAME.max(free * 9 / 20);
        let vendor =
            free.saturating_sub(names).checked_div(rivals + 1).unwrap_or(0).clamp(VENDOR.0, VENDOR.1);
        let fitting = (free.saturating_sub(NAME) / vendor).saturating_sub(1);
        let shown = rivals.min(fitting.max(1));
        let first = at.saturating_sub(shown).min(rivals - shown);
        let name = free.saturating_sub((shown + 1) * vendor);
        Self { kinds, name, all, vendor, first, shown }
    }

    /// The rivals that are shown where not all are: the first, the last, and how many there are.
    pub fn hidden(&self, rivals: usize) -> Option<(usize, usize, usize)> {
        (self.shown < rivals).then_some((self.first + 1, self.first + self.shown, rivals))
    }

    /// Draws the head.
    pub fn head(&self, area: Rect, buf: &mut Buffer, known: &Known, at: usize, paint: &Paint) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let x = LEFT - 5;
        let x = put(buf, area, x, 5, word::RANK.text(lang), theme.label, paint);
        let x = put(buf, area, x, self.kinds, word::KIND.text(lang), theme.label, paint);
        let mut x = put(buf, area, x, self.name, word::FACTOR.text(lang), theme.label, paint);
        if self.all {
            x = put(buf, area, x, SETTER, word::SET_BY.text(lang), theme.label, paint);
            x = put(buf, area, x, TACTIC, word::TACTIC.text(lang), theme.label, paint);
        }
        let names = known.matrix.rivals.iter().map(|one| one.competitor.name.as_str());
        for (number, name) in self.vendors(std::iter::once(word::US.text(lang)).chain(names)) {
            let style = if number == at { theme.under } else { theme.label };
            let room = self.vendor - 1;
            // A space at the left, so that the names stand over right-aligned numbers.
            let shown = text::pad(&abbreviated(name, room), room, Align::Right, theme.glyphs.cut);
            text::put(buf, area, (column(x), 0), &shown, style);
            x += self.vendor;
        }
    }

    /// Draws a factor; `at` is the vendor under the cursor in the line that has it.
    pub fn line(&self, row: Rect, buf: &mut Buffer, line: &Line, at: Option<usize>, paint: &Paint) {
        let (theme, lang, factor) = (&paint.theme, paint.lang, &line.factor);
        if at.is_some() {
            text::put(buf, row, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        let rank = factor.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
        let counts = if line.counts() { "*" } else { " " };
        text::put(buf, row, (1, 0), &format!("{rank:>4}{counts}"), theme.dim);
        text::put(buf, row, (column(LEFT), 0), &kinds(line, lang), Style::new());
        let style = if at.is_some() { theme.under } else { Style::new() };
        let mut x = put(buf, row, LEFT + self.kinds, self.name, &factor.name, style, paint);
        if self.all {
            let setter = factor.set_by.map_or("", |by| word::setter(lang, by.code()));
            let tactic = factor.tactic.map_or("", |tactic| word::tactic(lang, tactic.code()));
            x = put(buf, row, x, SETTER, setter, theme.dim, paint);
            x = put(buf, row, x, TACTIC, tactic, theme.dim, paint);
        }
        let best = line.theirs.iter().flatten().chain(&line.ours).max();
        for (number, fit) in self.vendors(std::iter::once(line.ours).chain(line.theirs.iter().copied())) {
            let fit_here = fit_text(fit, paint);
            let cell = if at == Some(number) { format!("[{fit_here}]") } else { format!("{fit_here} ") };
            let style = match (at == Some(number), fit.is_some() && fit.as_ref() == best) {
                (true, _) => theme.on,
                (false, true) => theme.strong,
                (false, false) => Style::new(),
            };
            let from = x + self.vendor.saturating_sub(text::width(&cell));
            text::put(buf, row, (column(from), 0), &cell, style);
            x += self.vendor;
        }
        let (standing, style) = standing(line, paint);
        text::put(buf, row, (column(x + 1), 0), standing, style);
    }

    /// Us and the rivals that are shown, each with its number.
    fn vendors<T>(&self, all: impl Iterator<Item = T>) -> impl Iterator<Item = (usize, T)> {
        let (first, last) = (self.first + 1, self.first + self.shown);
        all.enumerate().filter(move |(number, _)| *number == 0 || (first..=last).contains(number))
    }
}

/// A name in so few columns: cut without a mark where a mark would take the room of a letter that tells.
fn abbreviated(name: &str, room: usize) -> String {
    text::split(&text::plain(name), room).0.trim_end().to_owned()
}

/// The marks of a factor, each in its own place.
fn kinds(line: &Line, lang: Lang) -> String {
    let factor = &line.factor;
    let formal = match factor.formal {
        Some(true) => "formal",
        Some(false) => "informal",
        None => "",
    };
    let class = match factor.class {
        FactorClass::TechnicalBusiness => "",
        FactorClass::Personal => "personal",
        FactorClass::Other => "other",
    };
    let mandatory = if factor.mandatory { "mandatory" } else { "" };
    let missed = if factor.missed_by_customer { "missed" } else { "" };
    let width = text::width(word::kind(lang, "mandatory"));
    let mark = |code| text::pad(word::kind(lang, code), width, Align::Left, "");
    [mandatory, formal, class, missed].map(mark).concat()
}

/// How we stand in words; what counts stands out.
fn standing(line: &Line, paint: &Paint) -> (&'static str, Style) {
    let theme = &paint.theme;
    let standing = line.standing();
    let style = match standing {
        Standing::Lead => theme.good,
        Standing::Level => Style::new(),
        Standing::Lag => theme.bad,
        Standing::Open => theme.dim,
    };
    (word::standing(paint.lang, standing.code()), if line.counts() { style } else { theme.dim })
}

/// Puts a text into a column of this width, a blank at its end; gives the column after it.
fn put(
    buf: &mut Buffer,
    area: Rect,
    x: usize,
    width: usize,
    shown: &str,
    style: Style,
    paint: &Paint,
) -> usize {
    let shown = text::cut(shown, width.saturating_sub(1), paint.theme.glyphs.cut);
    text::put(buf, area, (column(x), 0), &shown, style);
    x + width
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn four_rivals_fit_eighty_columns_and_a_fifth_scrolls() {
        for lang in [Lang::En, Lang::Zh] {
            let columns = Columns::of(80, 4, 4, lang);
            assert_eq!((columns.shown, columns.hidden(4)), (4, None), "{lang:?}");
            assert!(columns.all && columns.name >= NAME, "{lang:?} {columns:?}");
            assert_eq!(Columns::of(80, 5, 5, lang).hidden(5), Some((2, 5, 5)), "{lang:?}");
        }
    }

    proptest! {
        #[test]
        fn the_vendor_under_the_cursor_is_in_sight(width in 60u16..200, rivals in 0usize..12, at in 0usize..13) {
            let at = at.min(rivals);
            let columns = Columns::of(width, rivals, at, Lang::Zh);
            let shown: Vec<usize> = columns.vendors(0..=rivals).map(|(number, _)| number).collect();
            prop_assert!(shown.contains(&0) && shown.contains(&at), "{:?}", shown);
            let aside = if columns.all { SETTER + TACTIC } else { 0 };
            let taken = LEFT + columns.kinds + columns.name + aside + shown.len() * columns.vendor + STANDING;
            prop_assert!(taken <= usize::from(width), "{} {:?}", taken, columns);
        }
    }
}
