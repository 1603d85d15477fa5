//! The rival's eye (N8): the fifteen questions answered for a rival beside our own answers, differences first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::assess::{meta, verdict};
use super::super::deal::Facts;
use super::super::pen::Pen;
use super::super::{Chosen, Obeyed, Order};
use super::{Known, empty};
use crate::domain::answer::{Answer, Verdict};
use crate::domain::noun::Noun;
use crate::domain::question::QUESTIONS;
use crate::lang::{cockpit, compete as word, question};
use crate::tui::command::Command;
use crate::tui::paint::Paint;
use crate::tui::shape::motion::{Motion, follow};
use crate::tui::shape::text;

/// Columns of our answer, the rival's, who is better off, and how it is known.
const OURS: u16 = 36;
const THEIRS: u16 = 42;
const BETTER: u16 = 52;
const KNOWN: u16 = 63;

/// Where the comparison stands.
#[derive(Debug, Clone, Default)]
pub struct Eye {
    rival: usize,
    /// The rival whose answers `order` was made from.
    sorted: Option<i64>,
    /// The questions, those first that we answer differently.
    order: Vec<i64>,
    differ: usize,
    at: usize,
    top: usize,
    page: usize,
    pen: Pen,
}

/// Who is better off at a question, where both are known and differ: true where we are.
fn better(ours: Option<&Answer>, theirs: Option<&Answer>) -> Option<bool> {
    let known = |one: Option<&Answer>| one.map(|one| one.verdict).filter(|one| *one != Verdict::Unknown);
    let (ours, theirs) = (known(ours)?, known(theirs)?);
    (ours != theirs).then_some(ours == Verdict::Favourable)
}

fn to(answers: &[Answer], question: i64) -> Option<&Answer> {
    answers.iter().find(|answer| answer.question == question)
}

impl Eye {
    /// The rival through whose eye is looked.
    pub fn rival(&self) -> usize {
        self.rival
    }

    /// Looks through the eye of another rival, or again through the same; the answers are sorted anew. While
    /// answering, every question keeps its place.
    pub fn look(&mut self, rival: usize) {
        self.rival = rival;
        self.sorted = None;
        self.at = 0;
    }

    pub fn settle(&mut self, known: &Known, ours: &[Answer]) {
        self.rival = self.rival.min(known.matrix.rivals.len().saturating_sub(1));
        let here = known.matrix.rivals.get(self.rival).map(|one| one.rival.head.no);
        if here.is_some() && here == self.sorted {
            return;
        }
        self.sorted = here;
        let all = QUESTIONS.iter().map(|question| i64::from(question.number));
        let (mut differ, same): (Vec<i64>, Vec<i64>) =
            all.partition(|number| better(to(ours, *number), to(&known.theirs, *number)).is_some());
        // Where the rival is better off comes before where we are.
        differ.sort_by_key(|number| better(to(ours, *number), to(&known.theirs, *number)));
        self.differ = differ.len();
        self.order = differ.into_iter().chain(same).collect();
        self.set(self.at);
    }

    pub fn choose(&self, chosen: &mut Chosen, known: &Known) {
        chosen.fresh = Some(Noun::Rival);
        let Some(one) = known.matrix.rivals.get(self.rival) else { return };
        chosen.item = Some((Noun::Rival, one.rival.head.no));
        chosen.question = self.order.get(self.at).copied();
        chosen.blanks = vec![("rival", one.competitor.head.no.to_string())];
        let held = chosen.question.and_then(|question| to(&known.theirs, question));
        chosen.blanks.extend(self.pen.blanks(chosen.question, held));
    }

    pub fn obey(&mut self, order: Order, known: &Known) -> Obeyed {
        match order {
            Order::Do(Command::Side(true)) if self.rival + 1 < known.matrix.rivals.len() => {
                self.look(self.rival + 1);
                return Obeyed::Load;
            }
            Order::Do(Command::Side(false)) if self.rival > 0 => {
                self.look(self.rival - 1);
                return Obeyed::Load;
            }
            Order::Do(Command::Grade) if known.matrix.rivals.is_empty() => return Obeyed::Ignored,
            Order::Do(Command::Grade) => {
                self.pen.turn(self.order.get(self.at).copied());
            }
            Order::Do(Command::Say(line)) if line.starts_with("opp answer") => self.set(self.at + 1),
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.set(motion.from(self.at, self.order.len(), self.page));
            }
            _ => return Obeyed::Ignored,
        }
        Obeyed::Used
    }

    pub fn fit(&mut self, area: Rect) {
        // The head, the legend with the pen, and the line of the views.
        self.page = usize::from(area.height.saturating_sub(3));
        self.set(self.at);
    }

    fn set(&mut self, at: usize) {
        self.at = at.min(self.order.len().saturating_sub(1));
        let row = self.row(self.at);
        // The heading of the rest stays in sight above its first question.
        let first = if self.differ > 0 && self.at == self.differ { row - 1 } else { row };
        self.top = follow(follow(self.top, first, self.page), row, self.page);
    }

    /// The row of a question; the rest stands below a heading of its own.
    fn row(&self, at: usize) -> usize {
        at + usize::from(self.differ > 0 && at >= self.differ)
    }

    /// Draws the questions; gives what counts as evidence for the one under the cursor.
    pub fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, known: &Known, paint: &Paint) -> String {
        let Some(rival) = known.matrix.rivals.get(self.rival) else {
            return empty(area, buf, [word::NO_RIVALS, word::NO_RIVALS_HOW], paint);
        };
        let (lang, theme) = (paint.lang, &paint.theme);
        let (at, all) = (self.rival + 1, known.matrix.rivals.len());
        let title = if self.differ > 0 { word::DIFFER } else { word::NO_DIFFERENCE };
        let title = title.fill(lang, &[&rival.competitor.name, &at, &all]);
        let title = text::cut(&title, usize::from(OURS) - 3, theme.glyphs.cut);
        text::put(buf, area, (2, 0), &title, theme.title);
        text::put(buf, area, (OURS, 0), word::WE.text(lang), theme.label);
        let name = text::cut(&rival.competitor.name, usize::from(BETTER - THEIRS) - 1, theme.glyphs.cut);
        text::put(buf, area, (THEIRS, 0), &name, theme.label);
        let shown = self.top..self.top + self.page;
        let y = |row: usize| u16::try_from(row - self.top + 1).unwrap_or(u16::MAX);
        let rest = self.row(self.differ).checked_sub(1).filter(|row| self.differ > 0 && shown.contains(row));
        if let Some(row) = rest.filter(|_| self.differ < self.order.len()) {
            text::put(buf, area, (2, y(row)), word::REST.text(lang), theme.title);
        }
        for (at, number) in self.order.iter().enumerate() {
            let row = self.row(at);
            if shown.contains(&row) {
                let line = Rect { y: area.y.saturating_add(y(row)), height: 1, ..area };
                self.line(line, buf, (at, *number), facts, known, paint);
            }
        }
        self.pen(area, buf, paint)
    }

    fn line(
        &self,
        row: Rect,
        buf: &mut Buffer,
        (at, number): (usize, i64),
        facts: &Facts,
        known: &Known,
        paint: &Paint,
    ) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let asked = QUESTIONS.iter().find(|asked| i64::from(asked.number) == number);
        let Some(asked) = asked else { return };
        if at == self.at {
            text::put(buf, row, (0, 0), theme.glyphs.gutter, theme.gutter);
        }
        let critical = if asked.critical { "*" } else { " " };
        text::put(buf, row, (2, 0), &format!("{number:>2}{critical}"), theme.dim);
        let style = if at == self.at { theme.under } else { Style::new() };
        let term = text::cut(question::term(lang, asked.number), usize::from(OURS) - 8, theme.glyphs.cut);
        text::put(buf, row, (6, 0), &term, style);
        let (ours, theirs) = (to(&facts.answers, number), to(&known.theirs, number));
        for (x, answer) in [(OURS, ours), (THEIRS, theirs)] {
            let (mark, style) = verdict(answer, paint);
            // What favours the rival is bad news.
            let style = if x == OURS { style } else { Style::new() };
            text::put(buf, row, (x, 0), mark, style);
        }
        if let Some(lead) = better(ours, theirs) {
            let (word, style) = if lead { (word::BETTER, theme.good) } else { (word::WORSE, theme.bad) };
            text::put(buf, row, (BETTER, 0), word.text(lang), style);
        }
        let note = theirs.and_then(|one| one.note.clone());
        let how = theirs.map(|one| note.unwrap_or_else(|| meta(one, paint))).unwrap_or_default();
        let room = usize::from(row.width.saturating_sub(KNOWN));
        text::put(buf, row, (KNOWN, 0), &text::cut(&how, room, theme.glyphs.cut), theme.dim);
    }

    /// Draws the grade of answers to come; gives what counts as evidence.
    fn pen(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> String {
        let shown = cockpit::PEN.fill(paint.lang, &[&paint.choice(self.pen.grade())]);
        let y = area.height.saturating_sub(1);
        let from = area.width.saturating_sub(u16::try_from(text::width(&shown)).unwrap_or(0) + 2);
        let x = text::put(buf, area, (from, y), "=", paint.theme.key);
        text::put(buf, area, (x + 1, y), &shown, paint.theme.strong);
        let number = self.order.get(self.at).and_then(|number| u8::try_from(*number).ok());
        let help = number.and_then(question::asked).map(|asked| asked.help.text(paint.lang));
        let room = usize::from(from).saturating_sub(4);
        let help = text::cut(help.unwrap_or_default(), room, paint.theme.glyphs.cut);
        text::put(buf, area, (2, y), &help, paint.theme.dim);
        String::new()
    }
}
