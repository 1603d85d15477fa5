//! Days and what they hold: as a grid of weeks, as columns, as a list and along the hours.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text::{self, Align};
use crate::tui::theme::Theme;

pub mod columns;
pub mod grid;
pub mod hours;
pub mod rows;

/// Minutes of a slot that tells no length, for laying it beside others.
const LEAST: u16 = 30;

/// Columns of a slot's times, as `10:00-11:30`.
const TIMES: usize = 11;

/// One thing on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slot {
    /// The minute of the day it begins at; nothing for the whole day.
    pub from: Option<u16>,
    /// How many minutes it takes.
    pub lasts: Option<u16>,
    /// Its times, as they are read.
    pub time: String,
    /// Its mark, one column.
    pub mark: &'static str,
    /// What it is.
    pub text: String,
    /// What it is, for a narrow cell.
    pub short: String,
    /// What the narrow cell leaves out.
    pub rest: String,
    /// What else is told of it where there is room.
    pub aside: String,
    /// How it looks.
    pub style: Style,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// Its number in the grid: the longest way of writing it first.
    pub numbers: Vec<String>,
    /// Its whole name.
    pub name: String,
    /// Whether it is today.
    pub today: bool,
    /// Whether it belongs to another month.
    pub outside: bool,
    /// What it holds, in order.
    pub slots: Vec<Slot>,
    /// How many more it holds.
    pub more: usize,
}

/// What the cursor is on: the day's place among those shown, and the slot's in the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The day.
    pub day: usize,
    /// The slot; also told for a day that holds none.
    pub slot: usize,
}

impl Slot {
    /// The minutes it takes.
    fn minutes(&self) -> Option<(u16, u16)> {
        let from = self.from?;
        Some((from, from.saturating_add(self.lasts.unwrap_or(LEAST).max(1))))
    }

    fn meets(&self, other: &Self) -> bool {
        match (self.minutes(), other.minutes()) {
            (Some((from, to)), Some((other_from, other_to))) => from < other_to && other_from < to,
            _ => false,
        }
    }
}

impl Day {
    /// Whether a slot takes place while another one does.
    pub fn clashes(&self, at: usize) -> bool {
        let one = self.slots.get(at);
        let others = self.slots.iter().enumerate().filter(|(other, _)| *other != at);
        one.is_some_and(|one| others.into_iter().any(|(_, other)| one.meets(other)))
    }

    /// The lane of each slot: slots that meet lie in different lanes.
    fn lanes(&self) -> Vec<usize> {
        let mut lanes: Vec<usize> = Vec::with_capacity(self.slots.len());
        for slot in &self.slots {
            let taken: Vec<usize> = lanes
                .iter()
                .zip(&self.slots)
                .filter(|(_, other)| slot.meets(other))
                .map(|(lane, _)| *lane)
                .collect();
            lanes.push((0..=taken.len()).find(|lane| !taken.contains(lane)).unwrap_or(0));
        }
        lanes
    }
}

/// Writes one line; what does not fit is cut with a mark.
fn line(area: Rect, buf: &mut Buffer, (x, y): (u16, u16), shown: &str, style: Style, theme: &Theme) -> u16 {
    let room = usize::from(area.width.saturating_sub(x));
    text::put(buf, area, (x, y), &text::cut(shown, room, theme.glyphs.cut), style)
}

/// Writes a day's head: its name, marked where it is today.
fn head(area: Rect, buf: &mut Buffer, y: u16, day: &Day, under: bool, theme: &Theme) {
    let style = if under { theme.on } else { theme.label };
    let name = if day.today { format!("[{}]", day.name) } else { day.name.clone() };
    line(area, buf, (1, y), &name, style, theme);
}

/// Writes a slot into a row: times, mark, text, and the rest at the right.
fn slot(
    area: Rect,
    buf: &mut Buffer,
    y: u16,
    (one, under): (&Slot, bool),
    clash: Option<&str>,
    theme: &Theme,
) {
    let x = text::put(buf, area, (0, y), &text::pad(&one.time, TIMES, Align::Left, ""), theme.label);
    let x = text::put(buf, area, (x + 1, y), one.mark, one.style) + 1;
    let room = usize::from(area.width.saturating_sub(x));
    let right = clash.unwrap_or(&one.aside);
    let asked = text::width(right).min(room / 2);
    let aside = text::cut(right, asked, theme.glyphs.cut);
    let taken = if aside.is_empty() { 0 } else { text::width(&aside) + 1 };
    let style = if under { one.style.patch(theme.under) } else { one.style };
    let shown = text::cut(&one.text, room.saturating_sub(taken), theme.glyphs.cut);
    text::put(buf, area, (x, y), &shown, style);
    let from = area.width.saturating_sub(u16::try_from(text::width(&aside)).unwrap_or(0));
    text::put(buf, area, (from, y), &aside, if clash.is_some() { theme.warn } else { theme.dim });
}

/// The first of `count` rows in sight, so that row `at` is: it moves by half pages.
fn first(at: usize, count: usize, page: usize) -> usize {
    let half = (page / 2).max(1);
    let top = if at < page.max(1) { 0 } else { (at / half).saturating_sub(1) * half };
    top.min(count.saturating_sub(page.max(1)))
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    /// A slot from a minute on.
    pub fn at(from: u16, lasts: u16, name: &str) -> Slot {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
        Slot {
            from: Some(from),
            lasts: Some(lasts),
            time: format!("{}-{}", clock(from), clock(from + lasts)),
            mark: "•",
            text: name.to_owned(),
            short: name.to_owned(),
            ..Slot::default()
        }
    }

    /// A day with slots.
    pub fn day(number: u32, slots: Vec<Slot>) -> Day {
        Day { numbers: vec![number.to_string()], name: format!("周一 {number}"), slots, ..Day::default() }
    }

    #[test]
    fn slots_that_meet_lie_in_different_lanes() {
        let day = day(1, vec![at(540, 90, "a"), at(600, 60, "b"), at(615, 10, "c"), at(630, 30, "d")]);
        assert_eq!(day.lanes(), [0, 1, 2, 0]);
        assert!((0..4).all(|slot| day.clashes(slot)));
        let touching = super::tests::day(1, vec![at(540, 60, "a"), at(600, 60, "b"), Slot::default()]);
        assert_eq!((touching.lanes(), touching.clashes(0)), (vec![0, 0, 0], false));
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_fits_and_the_slot_under_the_cursor_is_in_sight(
            names in prop::collection::vec(("[张平商a ]{1,30}", 0u16..1440, 1u16..300), 1..30),
            (wide, high) in (14u16..170, 3u16..50), chosen in 0usize..30,
        ) {
            let mut slots: Vec<Slot> = names.iter().map(|(name, from, lasts)| at(*from, *lasts, name)).collect();
            slots.sort_by_key(|slot| slot.from);
            let chosen = chosen.min(slots.len() - 1);
            slots[chosen].mark = "#";
            let days: Vec<Day> = (1..=7).map(|number| day(number, slots.clone())).collect();
            let cursor = Cursor { day: 3, slot: chosen };
            let theme = Theme::default();
            let weeks = vec![("W1".to_owned(), days.clone()); 5];
            let heads: Vec<String> = days.iter().map(|day| day.name.clone()).collect();
            let drawn = [
                picture(wide, high, |area, buf| grid::view(area, buf, (&heads, &weeks), 17, &theme)),
                picture(wide, high, |area, buf| columns::view(area, buf, &days, cursor, &theme)),
                picture(wide, high, |area, buf| rows::view(area, buf, (&days, ""), cursor, "meets", &theme)),
                picture(wide, high, |area, buf| hours::view(area, buf, (&days[3], ""), chosen, "meets", &theme)),
            ];
            for picture in &drawn {
                prop_assert!(picture.lines().all(|line| line.width() <= usize::from(wide)), "{picture}");
            }
            prop_assert!(drawn[2].contains('#') || wide < 16, "{}", drawn[2]);
            prop_assert!(drawn[3].contains('#') || wide < 30, "{}", drawn[3]);
        }
    }
}
