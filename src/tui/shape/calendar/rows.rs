//! Days below each other, a row for each slot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::text;
use super::{Cursor, Day, first, line, slot};
use crate::tui::theme::Theme;

/// A row of the list.
enum Row<'a> {
    /// The head of a day, with its place.
    Head(usize, &'a Day),
    /// A slot, with the day's place and its own.
    Slot(usize, usize, &'a Day),
    /// A day that holds nothing.
    Empty(usize),
    /// So many slots are not shown.
    More(usize),
}

fn rows(days: &[Day]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (at, day) in days.iter().enumerate() {
        rows.push(Row::Head(at, day));
        if day.slots.is_empty() {
            rows.push(Row::Empty(at));
        }
        rows.extend((0..day.slots.len()).map(|slot| Row::Slot(at, slot, day)));
        if day.more > 0 {
            rows.push(Row::More(day.more));
        }
    }
    rows
}

/// Draws the days; `empty` stands in a day under the cursor that holds nothing, `clash` beside slots that take place at once.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    (days, empty): (&[Day], &str),
    cursor: Cursor,
    clash: &str,
    theme: &Theme,
) {
    let rows = rows(days);
    let is_under = |row: &Row| match row {
        Row::Slot(day, slot, _) => (*day, *slot) == (cursor.day, cursor.slot),
        Row::Empty(day) => *day == cursor.day,
        _ => false,
    };
    let under = rows.iter().position(is_under).unwrap_or(0);
    let top = first(under, rows.len(), usize::from(area.height));
    for (row, y) in rows.iter().skip(top).zip(0..area.height) {
        let inside = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
        if is_under(row) {
            text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
        }
        match row {
            Row::Head(at, day) => super::head(area, buf, y, day, *at == cursor.day, theme),
            Row::Slot(_, at, day) => {
                let clash = day.clashes(*at).then_some(clash);
                if let Some(one) = day.slots.get(*at) {
                    slot(inside, buf, y, (one, is_under(row)), clash, theme);
                }
            }
            Row::Empty(_) => {
                let shown = if is_under(row) { empty } else { theme.glyphs.empty };
                line(inside, buf, (0, y), shown, theme.dim, theme);
            }
            Row::More(count) => {
                line(inside, buf, (0, y), &format!("+{count}"), theme.dim, theme);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::print::picture;
    use super::super::tests::{at, day};
    use super::*;

    #[test]
    fn two_slots_at_once_are_both_listed_and_say_so() {
        let mut days = vec![
            day(23, vec![at(600, 60, "重庆长安汽车 方案演示"), at(630, 60, "Call"), at(720, 30, "Lunch")]),
            day(24, Vec::new()),
        ];
        days[0].today = true;
        let cursor = Cursor { day: 0, slot: 1 };
        let drawn = picture(40, 6, |area, buf| {
            view(area, buf, (&days, "nothing"), cursor, "overlaps", &Theme::default());
        });
        insta::assert_snapshot!(drawn, @r#"
         [周一 23]
          10:00-11:00 • 重庆长安汽车 …  overlaps
        ▌ 10:30-11:30 • Call            overlaps
          12:00-12:30 • Lunch
         周一 24
          ·
        "#);
    }
}
