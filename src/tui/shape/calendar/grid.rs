//! Weeks below each other, a cell for each day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

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
    let room = usize::from(cell.height.saturating_sub(1));
    for (slot, y) in day.slots.iter().take(room).zip(1..) {
        slot_of(Rect { y: cell.y + y, height: 1, ..cell }, buf, (slot, day.outside), theme);
    }
    let more = day.slots.len().saturating_sub(room) + day.more;
    head_of(cell, buf, day, more, style, theme);
}

/// The number and the count: the count stays whole, with a blank on either side; the number is as long as it can be.
fn head_of(cell: Rect, buf: &mut Buffer, day: &Day, more: usize, style: Style, theme: &Theme) {
    let count = if more > 0 { format!("+{more}") } else { String::new() };
    let last = usize::from(cell.width).saturating_sub(text::width(&count));
    let gap = usize::from(more > 0);
    let fitting = |names: &[String], at: usize| {
        let room = at.saturating_sub(1 + gap);
        names.iter().find(|name| text::width(name) <= room).map(|name| (at, name.clone()))
    };
    // Today is known by its brackets: before they go, the count moves up to the next cell.
    let marked: Vec<String> =
        day.numbers.iter().filter(|_| day.today).map(|number| format!("[{number}]")).collect();
    let ways = [&marked, &day.numbers]
        .into_iter()
        .flat_map(|names| [(names, last.saturating_sub(gap)), (names, last)]);
    let found = ways.into_iter().find_map(|(names, at)| fitting(names, at));
    let (at, name) = found.unwrap_or((last, String::new()));
    text::put(buf, cell, (1, 0), &name, style);
    text::put(buf, cell, (u16::try_from(at).unwrap_or(0), 0), &count, theme.label);
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

    #[test]
    fn a_number_gives_way_to_the_count_and_never_touches_it() {
        for (numbers, today, more, wide, expected) in [
            (&["12月1日", "12/1", "1"][..], false, 2, 10, " 12/1  +2"),
            (&["12月1日", "12/1", "1"], true, 2, 10, " [1]   +2"),
            (&["12月1日", "12/1", "1"], false, 0, 10, " 12月1日"),
            (&["12月1日", "12/1", "1"], false, 10, 8, " 1  +10"),
            (&["1 Dec", "1"], false, 3, 8, " 1   +3"),
            (&["1 Dec", "1"], true, 0, 8, " [1 Dec]"),
            (&["30"], true, 10, 8, " 30 +10"),
            (&["3"], true, 10, 8, " [3] +10"),
            (&["30"], true, 9, 8, " [30] +9"),
            (&["30"], false, 1489, 8, "   +1489"),
        ] {
            let numbers = numbers.iter().map(|number| (*number).to_owned()).collect();
            let day = Day { numbers, today, more, ..Day::default() };
            let drawn = picture(wide, 1, |area, buf| cell_of(area, buf, &day, false, &Theme::default()));
            assert_eq!(drawn, expected);
        }
    }
}
