//! Labels and values in one or two columns, scrolled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Outcome;
use super::motion::Motion;
use super::text::{self, Align};
use crate::tui::terminal::Key;
use crate::tui::theme::Theme;

/// Fewest columns of screen for which blocks stand in two columns.
const TWO: u16 = 110;

/// Most of the width that labels may take, as a fraction: what they say must leave room for the value.
const LABELS: (usize, usize) = (9, 20);

/// One part of a detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A heading; it begins a block.
    Head(String),
    /// A label with its value, wrapped where it is long.
    Pair(String, String, Style),
    /// A text over the whole width.
    Text(String, Style),
    /// An empty line.
    Gap,
}

/// How far a detail is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Detail {
    top: usize,
    page: usize,
    count: usize,
}

#[derive(Debug, Clone, Default)]
struct Line {
    head: bool,
    label: String,
    value: String,
    style: Style,
}

impl Detail {
    /// Tells what is drawn, and into how much room; keeps the scroll within it.
    pub fn fit(&mut self, area: Rect, entries: &[Entry]) {
        self.count = columns(area, entries, "").iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        self.page = usize::from(area.height);
        self.top = self.top.min(self.count.saturating_sub(self.page));
    }

    /// Takes a key that scrolls.
    pub fn press(&mut self, key: Key) -> Outcome {
        let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
        let tops = (self.count + 1).saturating_sub(self.page).max(1);
        self.top = motion.from(self.top, tops, self.page);
        Outcome::Used
    }

    /// Draws the entries; a mark in the last column says that there is more.
    pub fn view(&self, area: Rect, buf: &mut Buffer, entries: &[Entry], theme: &Theme) {
        for (left, lines) in columns(area, entries, theme.glyphs.cut) {
            for (line, y) in lines.iter().skip(self.top).zip(0..area.height) {
                let x = text::put(buf, area, (left, y), &line.label, theme.label);
                let style = if line.head { theme.title } else { line.style };
                text::put(buf, area, (x, y), &line.value, style);
            }
        }
        let last = area.width.saturating_sub(1);
        if self.top > 0 {
            text::put(buf, area, (last, 0), theme.glyphs.up, theme.dim);
        }
        if self.top + usize::from(area.height) < self.count {
            text::put(buf, area, (last, area.height.saturating_sub(1)), theme.glyphs.down, theme.dim);
        }
    }
}

/// The lines of each column and where it begins; the last column of screen stays free for the marks.
fn columns(area: Rect, entries: &[Entry], cut: &str) -> Vec<(u16, Vec<Line>)> {
    let room = area.width.saturating_sub(1);
    let half = room.saturating_sub(2) / 2;
    if area.width >= TWO
        && let Some((left, right)) = halves(entries, half)
    {
        return vec![(0, lines(left, half, cut)), (half + 2, lines(right, half, cut))];
    }
    vec![(0, lines(entries, room, cut))]
}

/// The entries in two parts of about the same height, broken before a heading.
fn halves(entries: &[Entry], width: u16) -> Option<(&[Entry], &[Entry])> {
    let heads = entries.iter().enumerate().skip(1).filter(|(_, entry)| matches!(entry, Entry::Head(_)));
    let height =
        |(left, right): (&[Entry], &[Entry])| lines(left, width, "").len().max(lines(right, width, "").len());
    heads.filter_map(|(at, _)| entries.split_at_checked(at)).min_by_key(|parts| height(*parts))
}

fn lines(entries: &[Entry], width: u16, cut: &str) -> Vec<Line> {
    let width = usize::from(width);
    let longest = entries.iter().map(|entry| match entry {
        Entry::Pair(label, ..) => text::width(label),
        _ => 0,
    });
    let label = longest.max().unwrap_or(0).min(width * LABELS.0 / LABELS.1);
    entries.iter().flat_map(|entry| laid(entry, width, label, cut)).collect()
}

fn laid(entry: &Entry, width: usize, label: usize, cut: &str) -> Vec<Line> {
    match entry {
        Entry::Gap => vec![Line::default()],
        Entry::Head(head) => {
            let line = |value| Line { head: true, value, ..Line::default() };
            text::wrap(head, width).into_iter().map(line).collect()
        }
        Entry::Text(value, style) => {
            let line = |value| Line { value, style: *style, ..Line::default() };
            text::wrap(value, width).into_iter().map(line).collect()
        }
        Entry::Pair(name, value, style) => {
            let shown = text::wrap(value, width.saturating_sub(label + 1));
            let line = |(at, value)| {
                let name = if at == 0 { name.as_str() } else { "" };
                Line {
                    label: text::pad(name, label, Align::Left, cut) + " ",
                    value,
                    style: *style,
                    ..Line::default()
                }
            };
            shown.into_iter().enumerate().map(line).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn entries() -> Vec<Entry> {
        let pair = |label: &str, value: &str| Entry::Pair(label.into(), value.into(), Style::new());
        vec![
            Entry::Head("商机".into()),
            pair("客户", "重庆长安汽车股份有限公司"),
            pair("Stage", "落实项目"),
            Entry::Gap,
            Entry::Head("Next".into()),
            Entry::Text("客户确认预算批准日期".into(), Style::new()),
        ]
    }

    #[test]
    fn values_wrap_beside_their_labels_and_scroll() {
        let mut detail = Detail::default();
        let area = Rect::new(0, 0, 20, 4);
        let draw = |detail: &Detail| {
            picture(20, 4, |area, buf| detail.view(area, buf, &entries(), &Theme::default()))
        };
        detail.fit(area, &entries());
        insta::assert_snapshot!(draw(&detail), @r#"
    商机
    客户  重庆长安汽车
          股份有限公司
    Stage 落实项目     ↓
    "#);
        for key in keys("G") {
            detail.press(key);
        }
        insta::assert_snapshot!(draw(&detail), @r#"
                       ↑
    Next
    客户确认预算批准日
    期
    "#);
    }

    #[test]
    fn labels_stand_whole_where_they_can_and_are_cut_with_a_sign() {
        let entries = |label: &str| vec![Entry::Pair(label.into(), "确认预算".into(), Style::new())];
        let draw = |label| {
            picture(32, 1, |area, buf| {
                Detail::default().view(area, buf, &entries(label), &Theme::default());
            })
        };
        assert_eq!(draw("Prices, terms"), "Prices, terms 确认预算");
        assert_eq!(draw("Prices and payment"), "Prices and p… 确认预算");
        assert_eq!(draw("支付货款周期长"), "支付货款周期… 确认预算");
        assert_eq!(draw("a支付货款周期"), "a支付货款周期 确认预算");
    }

    #[test]
    fn wide_areas_take_two_columns() {
        let detail = Detail::default();
        let drawn = picture(112, 4, |area, buf| detail.view(area, buf, &entries(), &Theme::default()));
        insta::assert_snapshot!(drawn, @r#"
    商机                                                    Next
    客户  重庆长安汽车股份有限公司                          客户确认预算批准日期
    Stage 落实项目
    "#);
    }

    proptest! {
        #[test]
        fn any_size_draws(wide in 0u16..200, high in 0u16..60, moves in "[jkgG]{0,9}") {
            let mut detail = Detail::default();
            detail.fit(Rect::new(0, 0, wide, high), &entries());
            for key in keys(&moves) { detail.press(key); }
            picture(wide, high, |area, buf| detail.view(area, buf, &entries(), &Theme::default()));
        }
    }
}
