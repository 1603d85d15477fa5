//! Columns of cards side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Outcome;
use super::motion::{Motion, follow};
use super::text;
use crate::tui::terminal::{Code, Key};
use crate::tui::theme::Theme;

/// Fewest columns of screen for a column of cards; where not all fit, those around the cursor are drawn.
const LEAST: u16 = 18;

/// One card: its first line names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Its lines; every card of a board is given as many as the tallest.
    pub lines: Vec<(String, Style)>,
}

/// One column of a board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lane {
    /// Lines above the cards: name, sums.
    pub head: Vec<String>,
    /// Its cards.
    pub cards: Vec<Card>,
    /// What is told below the last card; empty for nothing.
    pub foot: String,
}

/// Where a board stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    lane: usize,
    cursors: Vec<usize>,
    counts: Vec<usize>,
}

impl Board {
    /// Tells how many cards each column has; the cursors stay where they can.
    pub fn hold(&mut self, counts: &[usize]) {
        self.counts = counts.to_vec();
        self.cursors.resize(counts.len(), 0);
        for (cursor, count) in self.cursors.iter_mut().zip(counts) {
            *cursor = (*cursor).min(count.saturating_sub(1));
        }
        self.lane = self.lane.min(counts.len().saturating_sub(1));
    }

    /// The column the cursor is in.
    pub fn lane(&self) -> usize {
        self.lane
    }

    /// Column and number of the card under the cursor; nothing in an empty column.
    pub fn cursor(&self) -> Option<(usize, usize)> {
        let at = *self.cursors.get(self.lane)?;
        (at < *self.counts.get(self.lane)?).then_some((self.lane, at))
    }

    /// Moves the cursor to a card.
    pub fn set(&mut self, lane: usize, card: usize) {
        self.lane = lane.min(self.counts.len().saturating_sub(1));
        let count = self.counts.get(self.lane).copied().unwrap_or(0);
        if let Some(cursor) = self.cursors.get_mut(self.lane) {
            *cursor = card.min(count.saturating_sub(1));
        }
    }

    /// Goes to the column beside.
    pub fn side(&mut self, forward: bool) {
        let next = if forward { self.lane + 1 } else { self.lane.saturating_sub(1) };
        self.lane = next.min(self.counts.len().saturating_sub(1));
    }

    /// Takes a key: `h` and `l` change the column, Enter accepts a card.
    pub fn press(&mut self, key: Key) -> Outcome {
        let at = self.cursors.get(self.lane).copied().unwrap_or(0);
        match key.code {
            Code::Char('h') | Code::Left if !key.ctrl => self.side(false),
            Code::Char('l') | Code::Right if !key.ctrl => self.side(true),
            Code::Enter if self.cursor().is_some() => return Outcome::Accept,
            _ => {
                let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
                let count = self.counts.get(self.lane).copied().unwrap_or(0);
                self.set(self.lane, motion.from(at, count, 8));
            }
        }
        Outcome::Used
    }

    /// Draws as many columns as fit, the one with the cursor among them.
    pub fn view(&self, area: Rect, buf: &mut Buffer, lanes: &[Lane], theme: &Theme) {
        let area = area.intersection(buf.area);
        let (shown, width) = divided(area.width, lanes.len());
        let first = follow(0, self.lane, shown);
        let high = lanes.iter().flat_map(|lane| &lane.cards).map(|card| card.lines.len()).max().unwrap_or(1);
        for (at, lane) in lanes.iter().enumerate().skip(first).take(shown) {
            let x = u16::try_from(at - first).unwrap_or(0) * width;
            if x + width > area.width + 1 || width < 2 {
                break;
            }
            if at > first {
                for y in 0..area.height {
                    text::put(buf, area, (x - 1, y), theme.glyphs.bar, theme.dim);
                }
            }
            self.lane_view(Rect { x: area.x + x, width: width - 1, ..area }, buf, (at, lane, high), theme);
        }
    }

    fn lane_view(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (at, lane, high): (usize, &Lane, usize),
        theme: &Theme,
    ) {
        let room = usize::from(area.width);
        let head = if at == self.lane { theme.title } else { theme.label };
        for (line, y) in lane.head.iter().zip(0..area.height) {
            text::put(buf, area, (0, y), &text::cut(line, room, theme.glyphs.cut), head);
        }
        let above = u16::try_from(lane.head.len()).unwrap_or(u16::MAX).min(area.height);
        let body = Rect { y: area.y + above, height: area.height - above, ..area };
        let foot =
            if lane.foot.is_empty() { Vec::new() } else { text::wrap(&lane.foot, room.saturating_sub(1)) };
        let high = high.max(1);
        let cursor = self.cursors.get(at).copied().unwrap_or(0);
        let top = follow(0, cursor, usize::from(body.height).saturating_sub(foot.len()) / high);
        for (card, y) in (top..lane.cards.len()).zip((0..body.height).step_by(high)) {
            let under = at == self.lane && card == cursor;
            let card = lane.cards.get(card).map(|card| card.lines.as_slice()).unwrap_or_default();
            card_view(Rect { y: body.y + y, height: body.height - y, ..body }, buf, card, under, theme);
        }
        let below = u16::try_from((lane.cards.len() - top.min(lane.cards.len())) * high).unwrap_or(u16::MAX);
        for (line, y) in foot.iter().zip(below..body.height) {
            text::put(buf, body, (1, y), line, theme.dim);
        }
    }
}

fn card_view(area: Rect, buf: &mut Buffer, lines: &[(String, Style)], under: bool, theme: &Theme) {
    let room = usize::from(area.width).saturating_sub(1);
    if under {
        text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
    }
    for ((number, (line, style)), y) in lines.iter().enumerate().zip(0..area.height) {
        let style = if under && number == 0 { style.patch(theme.under) } else { *style };
        text::put(buf, area, (1, y), &text::cut(line, room, theme.glyphs.cut), style);
    }
}

/// How many of the columns fit, and how far apart they stand.
fn divided(width: u16, lanes: usize) -> (usize, u16) {
    let shown = usize::from((width + 1) / (LEAST + 1)).clamp(1, lanes.max(1));
    (shown, (width + 1) / u16::try_from(shown).unwrap_or(1))
}

/// The cells that a line of a card has on a board of this width with so many columns.
#[must_use]
pub fn room(width: u16, lanes: usize) -> usize {
    usize::from(divided(width, lanes).1.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::super::print::picture;
    use super::*;
    use crate::tui::terminal::keys;
    use proptest::prelude::*;

    fn lanes() -> Vec<Lane> {
        let card = |name: &str| Card {
            lines: vec![(name.into(), Style::new()), ("¥120万 45%".into(), Style::new())],
        };
        let lane = |head: &str, cards: Vec<Card>| Lane {
            head: vec![head.into(), "2 · ¥240万".into()],
            cards,
            foot: String::new(),
        };
        vec![
            lane("潜在商机", vec![card("重庆长安 底盘检测线改造"), card("ABC")]),
            lane("落实项目", Vec::new()),
            lane("我的项目", vec![card("某三甲医院")]),
        ]
    }

    fn board(moves: &str) -> Board {
        let mut board = Board::default();
        board.hold(&[2, 0, 1]);
        for key in keys(moves) {
            board.press(key);
        }
        board
    }

    #[test]
    fn cards_stand_under_their_heads() {
        let draw = |wide, moves| {
            picture(wide, 6, |area, buf| board(moves).view(area, buf, &lanes(), &Theme::default()))
        };
        insta::assert_snapshot!(draw(60, "j"), @r#"
    潜在商机           │落实项目           │我的项目
    2 · ¥240万         │2 · ¥240万         │2 · ¥240万
     重庆长安 底盘检测…│                   │ 某三甲医院
     ¥120万 45%        │                   │ ¥120万 45%
    ▌ABC               │                   │
     ¥120万 45%        │                   │
    "#);
        insta::assert_snapshot!(draw(20, "ll"), @r#"
    我的项目
    2 · ¥240万
    ▌某三甲医院
     ¥120万 45%
    "#);
    }

    #[test]
    fn a_foot_stands_below_the_last_card_as_soon_as_that_is_in_sight() {
        let draw = |moves, high| {
            let mut lanes = lanes();
            lanes[0].foot = "另有1489条，列表中可见全部".into();
            picture(20, high, |area, buf| board(moves).view(area, buf, &lanes, &Theme::default()))
        };
        insta::assert_snapshot!(draw("", 5), @r#"
    潜在商机
    2 · ¥240万
    ▌重庆长安 底盘检测…
     ¥120万 45%
     ABC
    "#);
        insta::assert_snapshot!(draw("j", 6), @r#"
    潜在商机
    2 · ¥240万
    ▌ABC
     ¥120万 45%
     另有1489条，列表中
     可见全部
    "#);
        insta::assert_snapshot!(draw("", 9), @r#"
    潜在商机
    2 · ¥240万
    ▌重庆长安 底盘检测…
     ¥120万 45%
     ABC
     ¥120万 45%
     另有1489条，列表中
     可见全部
    "#);
    }

    #[test]
    fn the_cursor_moves_between_columns_and_remembers() {
        for (moves, expected) in [
            ("", Some((0, 0))),
            ("jjj", Some((0, 1))),
            ("jl", None),
            ("jllhh", Some((0, 1))),
            ("lllk", Some((2, 0))),
        ] {
            assert_eq!(board(moves).cursor(), expected, "{moves}");
        }
    }

    proptest! {
        #[test]
        fn any_size_draws(wide in 0u16..200, high in 0u16..60, moves in "[hjklgG]{0,9}") {
            picture(wide, high, |area, buf| board(&moves).view(area, buf, &lanes(), &Theme::default()));
        }
    }
}
