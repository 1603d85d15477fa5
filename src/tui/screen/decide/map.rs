//! The political map: each person below whom the person sways on the way to the approver, and one person close up.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::people::style;
use super::politics::{Politics, Side, seat};
use super::{near, top};
use crate::domain::chart::Spot;
use crate::domain::choice::Choice;
use crate::domain::path::Chain;
use crate::domain::person::PoliticalStatus;
use crate::domain::web::Bond;
use crate::lang::{Word, decide as word};
use crate::tui::paint::Paint;
use crate::tui::screen::deal::Facts;
use crate::tui::screen::head;
use crate::tui::shape::motion::follow;
use crate::tui::shape::text::{self, Align};

/// The deepest indent that is drawn.
const DEEP: usize = 8;

/// One row: a heading, or a person.
enum Row<'a> {
    Head(Word),
    Spot(usize, &'a Spot),
}

/// What is shown, and where the cursor is.
pub struct View<'a> {
    /// The person under the cursor, by place among the spots.
    pub at: usize,
    /// The line under the cursor among the person's lines.
    pub line: usize,
    /// Trees, lines, paths.
    pub politics: &'a Politics,
    /// The deal.
    pub facts: &'a Facts,
    /// The drawing.
    pub paint: &'a Paint,
}

impl View<'_> {
    /// Draws the whole on the left and the person under the cursor on the right.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let left = Rect { width: area.width * 56 / 100, ..area };
        let right = Rect { x: area.x + left.width + 2, width: area.width - left.width - 2, ..area };
        self.whole(left, buf);
        for y in 0..area.height {
            text::put(buf, area, (left.width, y), self.paint.theme.glyphs.bar, self.paint.theme.dim);
        }
        let Some(spot) = self.politics.political.get(self.at) else { return };
        near::view(right, buf, spot.person, Some(self.line), (self.politics, self.facts, self.paint));
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        let mut leads = None;
        for (at, spot) in self.politics.political.iter().enumerate() {
            if leads != Some(spot.leads) {
                let head = match (spot.leads, leads) {
                    (true, _) => word::SWAYS,
                    (false, None) => word::NOBODY_APPROVES,
                    (false, _) => word::OTHERS,
                };
                rows.push(Row::Head(head));
                leads = Some(spot.leads);
            }
            rows.push(Row::Spot(at, spot));
        }
        rows
    }

    fn whole(&self, area: Rect, buf: &mut Buffer) {
        let rows = self.rows();
        let under = rows.iter().position(|row| matches!(row, Row::Spot(at, _) if *at == self.at));
        // The heading above the first person stays in sight with it.
        let first = follow(0, under.unwrap_or(0), usize::from(area.height));
        let on = self.politics.political.get(self.at).and_then(|spot| seat(self.facts, spot.person));
        let chain = self.politics.chain(on.map(|(_, person)| person.head.id));
        for (row, y) in rows.iter().skip(first).zip(0..area.height) {
            let area = Rect { y: area.y + y, height: 1, ..area };
            match row {
                Row::Head(head) => {
                    let room = usize::from(area.width);
                    let head = text::cut(head.text(self.paint.lang), room, self.paint.theme.glyphs.cut);
                    text::put(buf, area, (0, 0), &head, self.paint.theme.label);
                }
                Row::Spot(at, spot) => self.person(area, buf, (*at, spot), chain),
            }
        }
    }

    fn person(&self, area: Rect, buf: &mut Buffer, (at, spot): (usize, &Spot), chain: Option<&Chain>) {
        let (theme, glyphs, lang) = (&self.paint.theme, self.paint.theme.glyphs, self.paint.lang);
        let Some((role, person)) = seat(self.facts, spot.person) else { return };
        if at == self.at {
            text::put(buf, area, (0, 0), glyphs.gutter, theme.gutter);
        }
        let x = text::put(buf, area, (1, 0), &head::marks(role, glyphs.ascii), Style::new()) + 1;
        let wide = circle_width(self.paint);
        let status = role.political_status.map_or("", |status| word::circle(lang, status.code()));
        let own = style(role, person, self.paint);
        text::put(buf, area, (x, 0), status, own);
        let x = x + u16::try_from(wide).unwrap_or(0) + 1;
        let indent = " ".repeat(spot.depth.saturating_sub(1).min(DEEP) * 2);
        let pull = spot.pull.map(|pull| {
            let one = match pull.bond {
                Bond::Influence => glyphs.up,
                Bond::Alliance => "=",
                Bond::Report => glyphs.empty,
            };
            text::pad(&one.repeat(usize::try_from(pull.strength).unwrap_or(1)), 4, Align::Left, "")
        });
        let x = text::put(buf, area, (x, 0), &format!("{indent}{}", pull.unwrap_or_default()), theme.dim);
        let mark =
            if Politics::is_on(chain, spot.person) { format!("{} ", glyphs.chosen) } else { String::new() };
        let x = text::put(buf, area, (x, 0), &mark, theme.strong);
        let room = usize::from(area.width.saturating_sub(x));
        let style = if at == self.at { own.patch(theme.under) } else { own };
        let x = text::put(buf, area, (x, 0), &text::cut(&person.name, room, glyphs.cut), style);
        self.beside(area, buf, x + 1, spot);
    }

    /// The lines of a person that the tree does not show.
    fn beside(&self, area: Rect, buf: &mut Buffer, mut x: u16, spot: &Spot) {
        let Some((_, person)) = seat(self.facts, spot.person) else { return };
        let above = spot.pull.and_then(|pull| seat(self.facts, pull.to)).map(|(_, person)| person.head.id);
        let mut ties = self.politics.ties(person.head.id);
        ties.retain(|(side, _, other)| {
            *side == Side::Against || (*side != Side::By && Some(*other) != above)
        });
        ties.sort_by_key(|(side, ..)| *side != Side::Against);
        for (side, line, other) in ties {
            let shown = format!(" {}{}", near::sign(line, self.paint), self.politics.name(other));
            if usize::from(x) + text::width(&shown) > usize::from(area.width) {
                return;
            }
            let theme = &self.paint.theme;
            x = text::put(
                buf,
                area,
                (x, 0),
                &shown,
                if side == Side::Against { theme.bad } else { theme.dim },
            );
        }
    }
}

fn circle_width(paint: &Paint) -> usize {
    let all = [PoliticalStatus::InnerCircle, PoliticalStatus::Structure, PoliticalStatus::Outside];
    all.map(|one| text::width(word::circle(paint.lang, one.code()))).into_iter().max().unwrap_or(0)
}

/// What the signs mean, for the last line.
pub fn legend(paint: &Paint) -> Vec<top::Span> {
    let glyphs = paint.theme.glyphs;
    let [.., against, _] = glyphs.marks;
    let told =
        word::MAP_LEGEND.fill(paint.lang, &[&glyphs.up, &glyphs.empty, &against, &"=", &glyphs.chosen]);
    vec![(format!(" {told}"), paint.theme.dim)]
}
