//! One day along its hours: each slot on a row of its own, with a bar down to its end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::text;
use super::{Day, first, line, slot};
use crate::tui::theme::Theme;

/// The hours that are always shown.
const WORK: (u16, u16) = (8, 18);

/// Columns of bars that are drawn at most.
const LANES: usize = 4;

/// A row: the minute it stands for, its label, and its slot.
struct Row {
    minute: Option<u16>,
    label: String,
    slot: Option<usize>,
}

fn rows(day: &Day) -> Vec<Row> {
    let starts = || day.slots.iter().filter_map(|slot| slot.from);
    let early = starts().min().map_or(WORK.0, |from| (from / 60).min(WORK.0));
    let late = starts().max().map_or(WORK.1, |from| (from / 60).max(WORK.1));
    let of = |hour: Option<u16>| {
        let fits = move |from: Option<u16>| from.map(|minute| minute / 60) == hour;
        day.slots.iter().enumerate().filter(move |(_, slot)| fits(slot.from)).map(|(at, _)| at)
    };
    let mut rows: Vec<Row> =
        of(None).map(|at| Row { minute: None, label: String::new(), slot: Some(at) }).collect();
    for hour in early..=late {
        let found: Vec<usize> = of(Some(hour)).collect();
        let label = |row: usize| if row == 0 { format!("{hour:02}") } else { String::new() };
        for (row, at) in found.iter().enumerate() {
            let minute = day.slots.get(*at).and_then(|slot| slot.from);
            rows.push(Row { minute, label: label(row), slot: Some(*at) });
        }
        if found.is_empty() {
            rows.push(Row { minute: Some(hour * 60), label: label(0), slot: None });
        }
    }
    rows
}

/// Draws the day's hours; `empty` stands beside a day that holds nothing, `clash` beside slots that take place at once.
pub fn view(
    area: Rect,
    buf: &mut Buffer,
    (day, empty): (&Day, &str),
    under: usize,
    clash: &str,
    theme: &Theme,
) {
    let (rows, lanes) = (rows(day), day.lanes());
    let bars = lanes.iter().max().map_or(1, |lane| lane + 1).min(LANES);
    let at = rows.iter().position(|row| row.slot == Some(under)).unwrap_or(0);
    // The last row tells how many are left out.
    let page = area.height.saturating_sub(u16::from(day.more > 0));
    let top = first(at, rows.len(), usize::from(page));
    for (row, y) in rows.iter().skip(top).zip(0..page) {
        let is_under = row.slot == Some(under);
        if is_under {
            text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
        }
        text::put(buf, area, (2, y), &row.label, theme.label);
        for (lane, x) in (0..bars).zip(5..) {
            if let Some(mark) = bar(day, &lanes, (lane, row), theme) {
                text::put(buf, area, (x, y), mark, theme.title);
            }
        }
        let x = 6 + u16::try_from(bars).unwrap_or(0);
        let inside = Rect { x: area.x.saturating_add(x), width: area.width.saturating_sub(x), ..area };
        if let Some((at, one)) = row.slot.and_then(|at| day.slots.get(at).map(|one| (at, one))) {
            slot(inside, buf, y, (one, is_under), day.clashes(at).then_some(clash), theme);
        }
    }
    if day.more > 0 {
        line(area, buf, (2, page), &format!("+{}", day.more), theme.dim, theme);
    }
    if day.slots.is_empty() {
        line(area, buf, (8, 0), empty, theme.dim, theme);
    }
}

/// What a lane shows in a row: that a slot begins, or goes on.
fn bar(day: &Day, lanes: &[usize], (lane, row): (usize, &Row), theme: &Theme) -> Option<&'static str> {
    let minute = row.minute?;
    let own = |at: usize| lanes.get(at) == Some(&lane);
    if row.slot.is_some_and(own) {
        return Some(theme.glyphs.chosen);
    }
    let goes_on = day
        .slots
        .iter()
        .enumerate()
        .filter(|(at, _)| own(*at))
        .any(|(_, slot)| slot.minutes().is_some_and(|(from, to)| from <= minute && minute < to));
    goes_on.then_some(theme.glyphs.bar)
}

#[cfg(test)]
mod tests {
    use super::super::super::print::picture;
    use super::super::Slot;
    use super::super::tests::{at, day};
    use super::*;

    #[test]
    fn slots_at_once_run_down_beside_each_other() {
        let all = Slot { time: "全天".into(), mark: "-", text: "交标书".into(), ..Slot::default() };
        let day = day(
            23,
            vec![all, at(540, 150, "重庆长安汽车 方案演示"), at(600, 60, "Call"), at(630, 30, "Review")],
        );
        let drawn = picture(44, 13, |area, buf| {
            view(area, buf, (&day, ""), 2, "overlaps", &Theme::default());
        });
        insta::assert_snapshot!(drawn, @r#"
                 全天        - 交标书
          08
          09 ●   09:00-11:30 • 重庆长安汽…  overlaps
        ▌ 10 │●  10:00-11:00 • Call         overlaps
             ││● 10:30-11:00 • Review       overlaps
          11 │
          12
          13
          14
          15
          16
          17
          18
        "#);
    }
}
