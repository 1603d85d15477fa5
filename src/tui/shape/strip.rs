//! Pieces side by side in one row of which not all may fit: the one that counts stays whole, signs at the ends say
//! that there are more.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text;
use crate::tui::theme::Theme;

/// Draws the pieces that fit around piece `at`, a blank between them; gives the column where piece `at` begins.
pub fn view(area: Rect, buf: &mut Buffer, pieces: &[(String, Style)], at: usize, theme: &Theme) -> u16 {
    let widths: Vec<usize> = pieces.iter().map(|(piece, _)| text::width(piece)).collect();
    let at = at.min(pieces.len().saturating_sub(1));
    let seen = seen(&widths, at, usize::from(area.width));
    let is_last = seen.end == pieces.len();
    let room = area.width.saturating_sub(u16::from(!is_last));
    let (mut x, mut begins) = (0, 0);
    if seen.start > 0 {
        x = text::put(buf, area, (0, 0), theme.glyphs.left, theme.dim);
    }
    for (number, (piece, style)) in pieces.iter().enumerate().take(seen.end).skip(seen.start) {
        x += u16::from(number > seen.start);
        begins = if number == at { x } else { begins };
        let piece = text::cut(piece, usize::from(room.saturating_sub(x)), theme.glyphs.cut);
        x = text::put(buf, area, (x, 0), &piece, *style);
    }
    if !is_last {
        text::put(buf, area, (room, 0), theme.glyphs.right, theme.dim);
    }
    begins
}

/// The pieces around piece `at` that fit whole, as many on either side as can be; a sign takes a column.
fn seen(widths: &[usize], at: usize, room: usize) -> Range<usize> {
    let taken = |seen: &Range<usize>| {
        let whole: usize = widths.get(seen.clone()).unwrap_or_default().iter().sum();
        whole
            + seen.len().saturating_sub(1)
            + usize::from(seen.start > 0)
            + usize::from(seen.end < widths.len())
    };
    let mut seen = at..(at + 1).min(widths.len());
    loop {
        let after = seen.start..(seen.end + 1).min(widths.len());
        let before = seen.start.saturating_sub(1)..seen.end;
        let is_right_next = seen.end <= at + 1 + (at - seen.start);
        let ways = if is_right_next { [after, before] } else { [before, after] };
        match ways.into_iter().find(|way| *way != seen && taken(way) <= room) {
            Some(way) => seen = way,
            None => return seen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::theme::ASCII;
    use proptest::prelude::*;

    fn draw(columns: u16, at: usize, theme: &Theme) -> String {
        let pieces: Vec<_> = [" 发现 ", " engaged ", "[Committing]", " won "]
            .map(|piece| (piece.to_owned(), Style::new()))
            .to_vec();
        picture(columns, 1, |area, buf| {
            view(area, buf, &pieces, at, theme);
        })
    }

    #[test]
    fn what_does_not_fit_is_left_out_whole_and_signs_say_so() {
        let theme = Theme::default();
        for (columns, at, expected) in [
            (35, 2, " 发现   engaged  [Committing]  won"),
            (34, 2, "‹ engaged  [Committing]  won"),
            (34, 0, " 发现   engaged  [Committing]    ›"),
            (20, 2, "‹[Committing]  won"),
            (18, 2, "‹[Committing]    ›"),
            (10, 2, "‹[Commit…›"),
            (10, 3, "‹ won"),
        ] {
            assert_eq!(draw(columns, at, &theme), expected, "{columns} {at}");
        }
        assert_eq!(draw(10, 2, &Theme::new(false, None, ASCII)), "<[Commit~>");
    }

    proptest! {
        #[test]
        fn what_is_seen_fits_and_holds_the_one_that_counts(
            widths in prop::collection::vec(2usize..20, 1..12), at in 0usize..12, room in 0usize..80,
        ) {
            let at = at.min(widths.len() - 1);
            let range = seen(&widths, at, room);
            prop_assert!(range.contains(&at));
            let whole = widths.iter().sum::<usize>() + widths.len() - 1;
            prop_assert!(whole > room || range.len() == widths.len(), "{range:?}");
        }
    }
}
