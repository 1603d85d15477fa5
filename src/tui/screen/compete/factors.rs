//! The matrix: factors by rank, us against each rival, and what follows from it in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::{Chosen, Obeyed, Order};
use super::{Known, empty, fit_text, items};
use crate::domain::choice::Choice;
use crate::domain::matrix::Line;
use crate::domain::noun::Noun;
use crate::lang::compete as word;
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::motion::{Motion, follow};
use crate::tui::shape::text;

mod cells;

use cells::Columns;

/// Lines of a factor's detail.
const DETAIL: usize = 7;
/// Lines of the words that stay beside a long table.
const WORDS: usize = 4;

/// Where the matrix stands.
#[derive(Debug, Clone, Default)]
pub struct Factors {
    at: usize,
    held: Option<i64>,
    /// The vendor under the cursor: us, then the rivals.
    vendor: usize,
    top: usize,
    page: usize,
    opened: bool,
}

impl Factors {
    /// Follows the factor under the cursor to where it is now.
    pub fn settle(&mut self, known: &Known) {
        let lines = &known.matrix.lines;
        let moved = lines.iter().position(|line| Some(line.factor.head.no) == self.held);
        self.set(moved.unwrap_or(self.at).min(lines.len().saturating_sub(1)), known);
        self.vendor = self.vendor.min(known.matrix.rivals.len());
    }

    fn set(&mut self, at: usize, known: &Known) {
        self.at = at;
        self.held = self.line(known).map(|line| line.factor.head.no);
        self.top =
            follow(self.top, at, self.page).min(known.matrix.lines.len().saturating_sub(self.page.max(1)));
    }

    fn line<'a>(&self, known: &'a Known) -> Option<&'a Line> {
        known.matrix.lines.get(self.at)
    }

    /// The fit under the cursor.
    fn fit_here(&self, line: &Line) -> Option<i64> {
        match self.vendor.checked_sub(1) {
            None => line.ours,
            Some(rival) => line.theirs.get(rival).copied().flatten(),
        }
    }

    pub fn choose(&self, chosen: &mut Chosen, known: &Known) {
        chosen.fresh = Some(Noun::Factor);
        let Some(line) = self.line(known) else { return };
        let rival = self.vendor.checked_sub(1).and_then(|at| known.matrix.rivals.get(at));
        let vendor = rival.map_or_else(|| "us".to_owned(), |one| one.competitor.head.no.to_string());
        let fit = self.fit_here(line).unwrap_or(0);
        chosen.item = Some((Noun::Factor, line.factor.head.no));
        chosen.blanks = vec![
            ("factor", line.factor.head.no.to_string()),
            ("vendor", vendor),
            ("more", (fit + 1).min(2).to_string()),
            ("less", (fit - 1).max(-2).to_string()),
        ];
    }

    pub fn obey(&mut self, order: Order, known: &Known) -> Obeyed {
        match order {
            Order::Do(Command::Side(true)) if self.vendor < known.matrix.rivals.len() => self.vendor += 1,
            Order::Do(Command::Side(false)) if self.vendor > 0 => self.vendor -= 1,
            Order::Do(Command::Open) if self.held.is_some() => self.opened = !self.opened,
            Order::Do(Command::Back) if self.opened => self.opened = false,
            Order::Made(Noun::Factor, no) => {
                self.held = Some(no);
                self.settle(known);
            }
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.set(motion.from(self.at, known.matrix.lines.len(), self.page), known);
            }
            _ => return Obeyed::Ignored,
        }
        Obeyed::Used
    }

    pub fn fit(&mut self, area: Rect, known: &Known) {
        self.page = self.rows(area.height.saturating_sub(1), known).0;
        self.set(self.at, known);
    }

    /// Lines of the table and of what stands below it; the head and the legend take one each.
    fn rows(&self, height: u16, known: &Known) -> (usize, usize) {
        let room = usize::from(height).saturating_sub(2);
        let (kept, wanted) = if self.opened {
            (DETAIL, room)
        } else {
            (known.findings.len().min(WORDS), known.findings.len())
        };
        let table = known.matrix.lines.len().min(room.saturating_sub(kept).max(1));
        (table, wanted.min(room.saturating_sub(table)))
    }

    /// Draws the matrix; gives what the cell under the cursor says.
    pub fn view(&self, area: Rect, buf: &mut Buffer, known: &Known, paint: &Paint) -> String {
        if known.matrix.lines.is_empty() {
            return empty(area, buf, [word::NO_FACTORS, word::NO_FACTORS_HOW], paint);
        }
        let (table, below) = self.rows(area.height, known);
        let columns = Columns::of(area.width, known.matrix.rivals.len(), self.vendor, paint.lang);
        columns.head(area, buf, known, self.vendor, paint);
        let shown = known.matrix.lines.iter().enumerate().skip(self.top).take(table);
        for ((at, line), y) in shown.zip(1..) {
            let row = Rect { y: area.y + y, height: 1, ..area };
            columns.line(row, buf, line, (at == self.at).then_some(self.vendor), paint);
        }
        self.more(area, buf, table, known, paint);
        let free = usize::from(area.height).saturating_sub(table + below + 2);
        let y = u16::try_from(1 + table + free.min(1)).unwrap_or(u16::MAX);
        let pane = Rect { y: area.y.saturating_add(y), height: u16::try_from(below).unwrap_or(0), ..area };
        match self.line(known).filter(|_| self.opened) {
            Some(line) => detail(pane, buf, line, known, paint),
            None => findings(pane, buf, known, paint),
        }
        let legend =
            text::cut(word::LEGEND.text(paint.lang), usize::from(area.width) - 2, paint.theme.glyphs.cut);
        text::put(buf, area, (2, area.height.saturating_sub(1)), &legend, paint.theme.dim);
        self.cell(known, &columns, paint)
    }

    /// Marks in the gutter that factors lie above or below what is shown.
    fn more(&self, area: Rect, buf: &mut Buffer, table: usize, known: &Known, paint: &Paint) {
        let last = area.width.saturating_sub(1);
        if self.top > 0 {
            text::put(buf, area, (last, 1), paint.theme.glyphs.up, paint.theme.dim);
        }
        if self.top + table < known.matrix.lines.len() {
            let y = u16::try_from(table).unwrap_or(u16::MAX);
            text::put(buf, area, (last, y), paint.theme.glyphs.down, paint.theme.dim);
        }
    }

    /// The cell under the cursor in full: factor, vendor, fit.
    fn cell(&self, known: &Known, columns: &Columns, paint: &Paint) -> String {
        let Some(line) = self.line(known) else { return String::new() };
        let rival = self.vendor.checked_sub(1).and_then(|at| known.matrix.rivals.get(at));
        let vendor = rival.map_or(word::US.text(paint.lang), |one| one.competitor.name.as_str());
        let fit = match self.fit_here(line) {
            None => word::NOT_KNOWN.text(paint.lang).to_owned(),
            fit => fit_text(fit, paint),
        };
        let cell = word::CELL.fill(paint.lang, &[&line.factor.name, &vendor, &fit]);
        match columns.hidden(known.matrix.rivals.len()) {
            Some((first, last, all)) => {
                format!("{} · {cell}", word::HIDDEN.fill(paint.lang, &[&first, &last, &all]))
            }
            None => cell,
        }
    }
}

/// What follows from the matrix, a line each.
fn findings(pane: Rect, buf: &mut Buffer, known: &Known, paint: &Paint) {
    let room = usize::from(pane.width).saturating_sub(4);
    for (one, y) in known.findings.iter().zip(0..pane.height) {
        let said = word::point(paint.lang, one.point.code(), &items(&one.facts));
        text::put(buf, pane, (2, y), paint.theme.glyphs.bullet, paint.theme.dim);
        text::put(buf, pane, (4, y), &text::cut(&said, room, paint.theme.glyphs.cut), Style::new());
    }
}

/// All of a factor that its line has no room for.
fn detail(pane: Rect, buf: &mut Buffer, line: &Line, known: &Known, paint: &Paint) {
    use crate::lang::field::label;
    let (factor, lang) = (&line.factor, paint.lang);
    let of = |key: &'static str| label(lang, Noun::Factor.code(), key);
    let yes = |is: bool| if is { crate::lang::cockpit::YES } else { crate::lang::cockpit::NO }.text(lang);
    let asked = word::NOT_KNOWN.text(lang);
    let traits = [
        paint.choice(factor.class).to_owned(),
        format!("{} {}", of("mandatory"), yes(factor.mandatory)),
        format!("{} {}", of("formal"), factor.formal.map_or(asked, yes)),
        format!("{} {}", of("missed_by_customer"), yes(factor.missed_by_customer)),
    ];
    let people: Vec<&str> =
        factor.person.iter().filter_map(|id| known.names.get(id)).map(String::as_str).collect();
    let people = if people.is_empty() {
        word::NOBODY.text(lang).to_owned()
    } else {
        people.join(word::BETWEEN.text(lang))
    };
    let set_by = factor.set_by.map_or(asked, |by| paint.choice(by));
    let tactic = factor.tactic.map_or(asked, |tactic| paint.choice(tactic));
    let lines = [
        traits.join(" · "),
        format!("{} {set_by} · {} {people}", of("set_by"), word::HELD_BY.text(lang)),
        format!("{} {tactic}", of("tactic")),
        factor.notes.clone().unwrap_or_default(),
    ];
    let room = usize::from(pane.width).saturating_sub(4);
    let wrapped = lines.iter().filter(|line| !line.is_empty()).flat_map(|line| text::wrap(line, room));
    text::put(buf, pane, (2, 0), &text::cut(&factor.name, room, paint.theme.glyphs.cut), paint.theme.title);
    for (line, y) in wrapped.zip(1..pane.height) {
        text::put(buf, pane, (2, y), &line, Style::new());
    }
}
