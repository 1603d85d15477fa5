//! A deal's people as they report, each with the four cells of the decision-maker card.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::politics::seat;
use crate::domain::chart::Spot;
use crate::domain::choice::Choice;
use crate::domain::person::{Adaptability, BuyingRole, Coverage, Person, PoliticalStatus, Role, Support};
use crate::lang::{choice, cockpit, decide as word};
use crate::tui::paint::Paint;
use crate::tui::screen::deal::Facts;
use crate::tui::shape::motion::follow;
use crate::tui::shape::text::{self, Align};

/// One cell of the card: its field, its list and the codes of the list.
pub struct Cell {
    /// The field of a role.
    pub key: &'static str,
    /// The list of its marks.
    pub list: &'static str,
    /// The codes that have marks.
    pub codes: &'static [&'static str],
}

/// The field of the last cell, which alone has a mark for what is not known.
pub const DEPTH: &str = "coverage";

/// The four cells in their order.
pub const CELLS: [Cell; 4] = [
    Cell { key: "buying_role", list: BuyingRole::LIST, codes: BuyingRole::CODES },
    Cell { key: "adaptability", list: Adaptability::LIST, codes: Adaptability::CODES },
    Cell { key: "support", list: Support::LIST, codes: Support::CODES },
    Cell { key: DEPTH, list: Coverage::LIST, codes: Coverage::CODES },
];

/// Columns of the gutter and the four cells.
const MARKS: u16 = 11;
/// Columns from which people who do not fit in one column stand in two.
const TWO: u16 = 76;

/// What is shown, and where the cursor is.
pub struct View<'a> {
    /// The spots that are not folded away.
    pub shown: &'a [Spot],
    /// The one under the cursor.
    pub at: usize,
    /// The cell under the cursor.
    pub cell: usize,
    /// Whether a spot has people below, and whether they are folded away.
    pub branch: &'a dyn Fn(&Spot) -> Option<bool>,
    /// The deal.
    pub facts: &'a Facts,
    /// The drawing.
    pub paint: &'a Paint,
}

impl View<'_> {
    /// Draws heads and people; where they do not fit in one column but in two, they stand in two.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let rows = usize::from(area.height.saturating_sub(1));
        let two = self.shown.len() > rows && self.shown.len() <= rows * 2 && area.width >= TWO;
        let half = Rect { width: area.width / 2 - 1, ..area };
        let right = Rect { x: area.x + area.width / 2 + 1, ..half };
        let columns = if two { vec![half, right] } else { vec![area] };
        let top = follow(0, self.at, rows * columns.len());
        let wide = self.wide(columns.first().map_or(0, |area| area.width));
        for (column, area) in columns.into_iter().enumerate() {
            self.heads(area, buf, wide);
            let first = top + column * rows;
            for (at, y) in (first..self.shown.len().min(first + rows)).zip(1..area.height) {
                self.row(Rect { y: area.y + y, height: 1, ..area }, buf, at, wide);
            }
        }
    }

    /// Columns of the name with its indent, of the circle, and of rank and contact together.
    fn wide(&self, width: u16) -> (usize, usize, usize) {
        let names = self.shown.iter().take(200).filter_map(|spot| {
            seat(self.facts, spot.person)
                .map(|(_, person)| text::width(&person.name) + spot.depth.min(9) * 2 + 2)
        });
        let longest = names.max().unwrap_or(0).clamp(8, 30);
        let circle = [PoliticalStatus::InnerCircle, PoliticalStatus::Structure, PoliticalStatus::Outside];
        let circle = circle.map(|one| text::width(word::circle(self.paint.lang, one.code())));
        let circle = circle.into_iter().max().unwrap_or(0) + 1;
        let rest = if width >= 60 { 11 } else { 0 };
        let most = usize::from(width).saturating_sub(usize::from(MARKS) + circle + rest + 1);
        (longest.min(most), circle, rest)
    }

    fn heads(&self, area: Rect, buf: &mut Buffer, (name, circle, rest): (usize, usize, usize)) {
        let (lang, style) = (self.paint.lang, self.paint.theme.label);
        for (head, x) in word::HEADS.text(lang).chars().zip((2..).step_by(2)) {
            text::put(buf, area, (x, 0), &head.to_string(), style);
        }
        let left = area.width.saturating_sub(columns(circle + rest));
        text::put(buf, area, (MARKS + 2, 0), &text::cut(word::NAME.text(lang), name, ""), style);
        text::put(buf, area, (left, 0), word::CIRCLE.text(lang), style);
        if rest > 0 {
            let rank = text::pad(word::RANK.text(lang), 3, Align::Right, "");
            let x = area.width.saturating_sub(columns(rest));
            text::put(buf, area, (x, 0), &rank, style);
            let seen = text::pad(word::CONTACT.text(lang), rest - 4, Align::Right, "");
            text::put(buf, area, (x + 4, 0), &seen, style);
        }
    }

    fn row(&self, area: Rect, buf: &mut Buffer, at: usize, (name, circle, rest): (usize, usize, usize)) {
        let (theme, lang) = (&self.paint.theme, self.paint.lang);
        let Some(spot) = self.shown.get(at) else { return };
        let Some((role, person)) = seat(self.facts, spot.person) else { return };
        let here = at == self.at;
        if here {
            text::put(buf, area, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        self.cells(area, buf, role, here);
        let mark = match (self.branch)(spot) {
            Some(true) => theme.glyphs.folded,
            Some(false) => theme.glyphs.open,
            None => " ",
        };
        let indent = " ".repeat(spot.depth.min(9) * 2);
        let x = text::put(buf, area, (MARKS, 0), &format!("{indent}{mark} "), theme.dim);
        let room = (name + usize::from(MARKS)).saturating_sub(usize::from(x));
        let style = style(role, person, self.paint);
        let style = if here { style.patch(theme.under) } else { style };
        text::put(buf, area, (x, 0), &text::cut(&person.name, room, theme.glyphs.cut), style);
        let left = usize::from(area.width).saturating_sub(circle + rest);
        let from = usize::from(MARKS) + name + 1;
        let title = match (person.left_on.filter(|day| *day <= self.paint.today), &person.title) {
            (Some(_), _) => word::LEFT.text(lang),
            (None, title) => title.as_deref().unwrap_or_default(),
        };
        if left > from + 6 {
            let title = text::cut(title, left - from - 1, theme.glyphs.cut);
            text::put(buf, area, (columns(from), 0), &title, theme.dim);
        }
        let status = role.political_status.map_or("", |status| word::circle(lang, status.code()));
        text::put(buf, area, (columns(left), 0), status, style);
        if rest > 0 {
            self.weight(area, buf, (role, person), rest);
        }
    }

    /// Rank and last contact at the right end.
    fn weight(&self, area: Rect, buf: &mut Buffer, (role, person): (&Role, &Person), rest: usize) {
        let style = self.paint.theme.dim;
        let rank = role.rank.map(|rank| rank.to_string()).unwrap_or_default();
        let x = area.width.saturating_sub(columns(rest));
        text::put(buf, area, (x, 0), &text::pad(&rank, 3, Align::Right, ""), style);
        let contact = role.last_contact_on.max(person.last_contact_on);
        let days = contact.map(|day| (self.paint.today - day).num_days().max(0));
        let days = days.map(|days| cockpit::AGE_DAYS.fill(self.paint.lang, &[&days])).unwrap_or_default();
        text::put(buf, area, (x + 4, 0), &text::pad(&days, rest - 4, Align::Right, ""), style);
    }

    /// The four marks; brackets stand around the one under the cursor.
    fn cells(&self, area: Rect, buf: &mut Buffer, role: &Role, here: bool) {
        let marks = crate::tui::screen::head::marks(role, self.paint.theme.glyphs.ascii);
        for ((at, mark), x) in marks.chars().enumerate().zip((2..).step_by(2)) {
            let style = match (at, mark) {
                (2, '※' | '*' | '+') => self.paint.theme.good,
                (2, '-' | '×' | 'x') => self.paint.theme.bad,
                _ => Style::new(),
            };
            let is_on = here && at == self.cell;
            let style = if is_on { self.paint.theme.on } else { style };
            text::put(buf, area, (x, 0), &mark.to_string(), style);
            if is_on {
                text::put(buf, area, (x - 1, 0), "[", self.paint.theme.strong);
                text::put(buf, area, (x + 1, 0), "]", self.paint.theme.strong);
            }
        }
    }
}

/// How a name is written: the inner circle stands out, outsiders and those who left step back.
pub fn style(role: &Role, person: &Person, paint: &Paint) -> Style {
    match role.political_status {
        _ if person.left_on.is_some_and(|day| day <= paint.today) => paint.theme.dim,
        Some(PoliticalStatus::InnerCircle) => paint.theme.strong,
        Some(PoliticalStatus::Structure) => Style::new(),
        Some(PoliticalStatus::Outside) | None => paint.theme.dim,
    }
}

/// What the marks of a cell mean, for the last line.
pub fn legend(cell: usize, paint: &Paint) -> Vec<super::top::Span> {
    let Some(cell) = CELLS.get(cell) else { return Vec::new() };
    let label = crate::lang::field::label(paint.lang, "role", cell.key);
    let mut spans = vec![(format!(" {label}  "), paint.theme.strong)];
    for code in cell.codes {
        let Some((mark, key)) = choice::mark(cell.list, code) else { continue };
        let ascii = mark == key || paint.theme.glyphs.ascii;
        spans.push((if ascii { key.to_owned() } else { format!("{key}{mark}") }, paint.theme.key));
        spans.push((format!(" {}  ", choice::label(paint.lang, cell.list, code)), paint.theme.dim));
    }
    if cell.key != DEPTH {
        spans.push(("?".to_owned(), paint.theme.key));
        spans.push((format!(" {}", word::CLEAR.text(paint.lang)), paint.theme.dim));
    }
    spans
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
