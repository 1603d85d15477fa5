//! Weeks below each other, a cell for each day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::text::{self, Align};
use super::{Day, Slot};
use crate::tui::theme::Theme;

/// Columns of a week's label.
const LABEL: u16 = 4;

/// Columns of a cell from which its slots show their times.
const TIMED: u16 = 18;

/// Draws the names of the weekdays and the weeks, each with its label; `under` is the number of the day under the
/// cursor, counted through all weeks.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    (heads, weeks): (&[String], &[(String, Vec<Day>)]),
    under: usize,
    theme: &Theme,
) {
    let wide = area.width.saturating_sub(LABEL) / 7;
    let place = |at: usize| LABEL.saturating_add(wide.saturating_mul(u16::try_from(at).unwrap_or(0)));
    for (at, name) in heads.iter().enumerate() {
        let name = text::cut(name, usize::from(wide.saturating_sub(1)), "");
        text::put(buf, area, (place(at) + 1, 0), &name, theme.label);
    }
    let count = u16::try_from(weeks.len()).unwrap_or(1).max(1);
    let rows = area.height.saturating_sub(1);
    for (week, (label, days)) in weeks.iter().enumerate() {
        let number = u16::try_from(week).unwrap_or(0);
        // Rows that are left over go to the first weeks.
        let (high, over) = (rows / count, rows % count);
        let y = 1 + number * high + number.min(over);
        let high = high + u16::from(number < over);
        text::put(buf, area, (0, y), label, theme.dim);
        for (at, day) in days.iter().enumerate() {
            let cell = Rect {
                x: area.x.saturating_add(place(at)),
                y: area.y.saturating_add(y),
                width: wide,
                height: high,
            };
            cell_of(cell.intersection(area), buf, day, week * 7 + at == under, theme);
        }
    }
}

/// A cell: the number and how many slots have no line, then a line for each slot as far as there is room.
fn cell_of(cell: Rect, buf: &mut Buffer, day: &Day, under: bool, theme: &Theme) {
    let style = match (under, day.today, day.outside) {
        (true, ..) => theme.on,
        (_, true, _) => theme.title,
        (_, _, true) => theme.dim,
        _ => theme.strong,
    };
    if under {
        for y in 0..cell.height {
            text::put(buf, cell, (0, y), theme.glyphs.gutter, theme.gutter);
        }
    }
    let name = if day.today { format!("[{}]", day.number) } else { day.number.clone() };
    text::put(buf, cell, (1, 0), &name, style);
    let room = usize::from(cell.height.saturating_sub(1));
    for (slot, y) in day.slots.iter().take(room).zip(1..) {
        slot_of(Rect { y: cell.y + y, height: 1, ..cell }, buf, (slot, day.outside), theme);
    }
    let more = day.slots.len().saturating_sub(room) + day.more;
    if more > 0 {
        let count = format!("+{more}");
        let x = cell.width.saturating_sub(u16::try_from(text::width(&count)).unwrap_or(0) + 1);
        text::put(buf, cell, (x, 0), &count, theme.label);
    }
}

fn slot_of(cell: Rect, buf: &mut Buffer, (slot, outside): (&Slot, bool), theme: &Theme) {
    let style = if outside { slot.style.patch(theme.dim) } else { slot.style };
    let mut x = 1;
    if cell.width >= TIMED && slot.from.is_some() {
        let (time, _) = text::split(&slot.time, 5);
        x = text::put(buf, cell, (x, 0), &text::pad(time, 6, Align::Left, ""), theme.dim);
    }
    let x = text::put(buf, cell, (x, 0), slot.mark, style);
    let room = usize::from(cell.width.saturating_sub(x));
    text::put(buf, cell, (x, 0), &text::cut(&slot.short, room, theme.glyphs.cut), style);
}

#[cfg(test)]
mod tests {
    use super::super::super::print::picture;
    use super::super::tests::{at, day};
    use super::*;

    #[test]
    fn a_cell_cuts_between_characters_and_counts_what_it_leaves_out() {
        let mut days: Vec<Day> = (1..=7).map(|number| day(number, Vec::new())).collect();
        days[1].slots = vec![at(540, 60, "重庆长安汽车"), at(600, 60, "b"), at(660, 60, "c")];
        (days[1].today, days[6].outside, days[6].more) = (true, true, 12);
        let heads: Vec<String> = ["周一", "周二", "周三"].map(str::to_owned).to_vec();
        let weeks = [("W1".to_owned(), days)];
        let drawn = picture(81, 3, |area, buf| view(area, buf, (&heads, &weeks), 1, &Theme::default()));
        insta::assert_snapshot!(drawn, @r#"
             周一       周二       周三
        W1   1         ▌[2]    +2  3          4          5          6          7     +12
                       ▌•重庆长安…
        "#);
    }
}
