//! The deal under the cursor, beside a list that is wide enough.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Sight;
use super::beside;
use super::deal::Facts;
use super::head;
use crate::store::Fault;
use crate::tui::paint::Paint;
use crate::tui::shape::text;

/// Columns from which a list has room for it.
pub const LEAST: u16 = 140;
/// Its own columns.
const WIDTH: u16 = 56;

/// What is shown of the deal under the cursor.
#[derive(Default)]
pub struct Preview {
    of: Option<i64>,
    facts: Option<Facts>,
    turn: bool,
}

/// The list's area and the preview's.
pub fn divide(area: Rect) -> (Rect, Rect) {
    let left = area.width.saturating_sub(WIDTH + 2);
    (Rect { width: left, ..area }, Rect { x: area.x + left + 2, width: area.width - left - 2, ..area })
}

impl Preview {
    /// Whether another deal is under the cursor than the one shown; the next reading is then the preview's own.
    pub fn wants(&mut self, here: Option<i64>) -> bool {
        self.turn = here != self.of;
        self.turn
    }

    /// Whether this reading is the preview's own.
    pub fn take_turn(&mut self) -> bool {
        std::mem::take(&mut self.turn)
    }

    /// The book has changed: what is shown may be old.
    pub fn forget(&mut self) {
        self.of = None;
    }

    /// Reads the deal.
    pub fn load(&mut self, sight: &Sight, here: Option<i64>) -> Result<(), Fault> {
        self.of = here;
        self.facts = here.map(|no| Facts::read(sight, no)).transpose()?.flatten();
        Ok(())
    }

    /// Draws it.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        for y in 0..area.height {
            text::put(
                buf,
                Rect { x: area.x.saturating_sub(2), ..area },
                (0, y),
                paint.theme.glyphs.bar,
                paint.theme.dim,
            );
        }
        let Some(facts) = &self.facts else { return };
        let room = usize::from(area.width);
        let cut = |words: &str| text::cut(words, room, paint.theme.glyphs.cut);
        text::put(buf, area, (0, 0), &cut(&facts.deal.title), paint.theme.title);
        let account = facts.account.as_ref().map(|account| account.name.as_str()).unwrap_or_default();
        text::put(buf, area, (0, 1), &cut(account), Style::new());
        let mut y = 2;
        for line in text::wrap(&head::money_and_chance(facts, paint), room) {
            text::put(buf, area, (0, y), &line, Style::new());
            y += 1;
        }
        let step = format!("{} {}", paint.theme.glyphs.arrow, head::next_step(facts, paint));
        text::put(buf, area, (0, y), &cut(&step), Style::new());
        let from = (y + 2).min(area.height);
        beside::view(Rect { y: area.y + from, height: area.height - from, ..area }, buf, facts, paint);
    }
}
