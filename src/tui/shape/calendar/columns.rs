//! Days beside each other, a column for each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::text;
use super::{Cursor, Day, first, line};
use crate::tui::theme::Theme;

/// Rows of a slot: its times, what it is, and what else.
const ROWS: usize = 3;

/// Draws the days as columns with their heads; slots that find no room are counted below.
pub fn view(area: Rect, buf: &mut Buffer, days: &[Day], cursor: Cursor, theme: &Theme) {
    let wide = area.width / u16::try_from(days.len()).unwrap_or(1).max(1);
    for (at, day) in days.iter().enumerate() {
        let x = area.x.saturating_add(wide.saturating_mul(u16::try_from(at).unwrap_or(0)));
        let column = Rect { x, width: wide, ..area }.intersection(area);
        let under = (at == cursor.day).then_some(cursor.slot);
        column_of(column, buf, day, under, theme);
    }
}

fn column_of(column: Rect, buf: &mut Buffer, day: &Day, under: Option<usize>, theme: &Theme) {
    // One column stays blank between two days.
    let inside = Rect { width: column.width.saturating_sub(1), ..column };
    super::head(inside, buf, 0, day, under.is_some(), theme);
    let page = usize::from(column.height.saturating_sub(2)) / ROWS;
    let from = first(under.unwrap_or(0), day.slots.len(), page);
    let mut y = 1;
    for (at, slot) in day.slots.iter().enumerate().skip(from).take(page) {
        let is_under = under == Some(at);
        let time = format!("{} {}", slot.mark, slot.time);
        line(inside, buf, (1, y), time.trim_end(), theme.label, theme);
        let style = if is_under { slot.style.patch(theme.under) } else { slot.style };
        line(inside, buf, (1, y + 1), &slot.short, style, theme);
        line(inside, buf, (1, y + 2), &slot.rest, style, theme);
        for row in 0..3 {
            if is_under {
                text::put(buf, inside, (0, y + row), theme.glyphs.gutter, theme.gutter);
            }
        }
        y += 3;
    }
    let hidden = day.slots.len().saturating_sub(page) + day.more;
    if hidden > 0 {
        line(inside, buf, (1, column.height.saturating_sub(1)), &format!("+{hidden}"), theme.dim, theme);
    }
}
