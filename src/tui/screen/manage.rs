//! What comes next, what it has cost, and every weak point with the place that mends it (R1, N9).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::deal::Facts;
use super::tab::Tab;
use super::{Chosen, Obeyed, Order, Sight, Target};
use crate::action::sentence;
use crate::domain::decision::Decision;
use crate::domain::improve::{Mend, Part, Urgency, Weakness};
use crate::domain::noun::Noun;
use crate::domain::stage::Status;
use crate::domain::visit::Visit;
use crate::lang::manage as word;
use crate::store::Fault;
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::motion::{Motion, follow};
use crate::tui::shape::text::{self, Align};
use actions::Actions;

mod actions;
mod course;

/// Columns before a weak point: the gutter and the mark of its urgency.
const MARKS: u16 = 5;

/// Where the tab stands.
#[derive(Default)]
pub struct Manage {
    ahead: Vec<Decision>,
    /// The open to-dos of the deal; the cursor goes through them before the weak points.
    todos: Actions,
    visits: Vec<Visit>,
    weak: Vec<Weakness>,
    at: usize,
    top: usize,
    page: usize,
}

impl Tab for Manage {
    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        let today = sight.desk.stamp.today();
        self.ahead = sight.store.decisions(facts.deal.head.id)?;
        self.ahead.retain(Decision::is_ahead);
        self.todos.all = sight.store.todos_of(facts.deal.head.id)?;
        self.visits = sight.store.visits_of(facts.deal.head.id)?;
        self.visits.retain(Visit::is_open);
        self.weak = sight.store.weaknesses(&facts.deal, &facts.judgement, today)?;
        self.set(self.at);
        Ok(())
    }

    fn choose(&self, chosen: &mut Chosen) {
        chosen.fresh = Some(Noun::Cost);
        if let Some(todo) = self.todos.all.get(self.at) {
            chosen.item = Some((Noun::Todo, todo.head.no));
            chosen.blanks.push(("todo", todo.head.no.to_string()));
        }
    }

    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed {
        match order {
            Order::Do(Command::Open) => {
                if let Some(todo) = self.todos.all.get(self.at) {
                    return Obeyed::Open(Target::Edit(Noun::Todo, todo.head.no));
                }
                let Some(weak) = self.weak_at() else { return Obeyed::Ignored };
                match weak.mend {
                    Mend::Question(number) => Obeyed::Turn(Place::Assess, Some(number)),
                    Mend::Part(Part::Compete) => Obeyed::Turn(Place::Compete, None),
                    Mend::Part(Part::Decide) => Obeyed::Turn(Place::Decide, None),
                    Mend::Visit => Obeyed::Open(Target::VisitOf(facts.deal.head.no)),
                    Mend::Field(key) => Obeyed::Open(Target::Field(facts.deal.head.no, key)),
                }
            }
            Order::Made(Noun::Todo, no) => {
                let at = self.todos.all.iter().position(|todo| todo.head.no == no);
                self.set(at.unwrap_or(self.at));
                Obeyed::Used
            }
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.set(motion.from(self.at, self.count(), self.page));
                Obeyed::Used
            }
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect, facts: &Facts) {
        let taken = self.course(area.height, facts, &Paint::plain()).len();
        // Below the list stands the whole sentence of the line under the cursor.
        let todos = self.todos.fit(area.height);
        self.page = usize::from(area.height).saturating_sub(taken + todos + 3);
        self.set(self.at);
    }

    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let course = self.course(area.height, facts, paint);
        let wide = course.iter().map(|line| text::width(line.label)).max().unwrap_or(0) + 2;
        let room = usize::from(area.width).saturating_sub(wide);
        let left = u16::try_from(wide).unwrap_or(0);
        for (line, y) in course.iter().zip(0..area.height) {
            text::put(buf, area, (0, y), line.label, paint.theme.label);
            let shown = text::cut(&line.text, room, paint.theme.glyphs.cut);
            text::put(buf, area, (left, y), &shown, line.style);
        }
        let taken = u16::try_from(course.len()).unwrap_or(0).saturating_add(1).min(area.height);
        let rest = Rect { y: area.y + taken, height: area.height - taken, ..area };
        let taken = self.todos.view(rest, buf, self.at, paint).min(rest.height);
        self.sheet(Rect { y: rest.y + taken, height: rest.height - taken, ..rest }, buf, facts, paint);
    }
}

impl Manage {
    fn set(&mut self, at: usize) {
        self.at = at.min(self.count().saturating_sub(1));
        self.todos.follow(self.at);
        let weak = self.at.saturating_sub(self.todos.all.len());
        self.top = follow(self.top, weak, self.page).min(self.weak.len().saturating_sub(self.page));
    }

    fn count(&self) -> usize {
        self.todos.all.len() + self.weak.len()
    }

    fn weak_at(&self) -> Option<&Weakness> {
        self.weak.get(self.at.checked_sub(self.todos.all.len())?)
    }

    /// The weak points: mark, sentence, and where each is mended.
    fn sheet(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let (theme, lang) = (&paint.theme, paint.lang);
        let title = word::IMPROVE.text(lang);
        if self.weak.is_empty() {
            text::put(buf, area, (0, 0), title, theme.title);
            let open = facts.deal.status == Status::Open;
            let (said, style) = if open { (word::SOUND, theme.good) } else { (word::CLOSED, theme.dim) };
            text::put(buf, area, (2, 1), said.text(lang), style);
            return;
        }
        text::put(buf, area, (0, 0), &word::COUNT.fill(lang, &[&title, &self.weak.len()]), theme.title);
        let places: Vec<String> = self.weak.iter().map(|one| sentence::mend(lang, one.mend)).collect();
        let side = places.iter().map(|place| text::width(place)).max().unwrap_or(0);
        let room = usize::from(area.width).saturating_sub(usize::from(MARKS) + side + 4);
        let right = u16::try_from(usize::from(MARKS) + room + 1).unwrap_or(0);
        let rows = self.weak.iter().zip(&places).enumerate().skip(self.top).take(self.page);
        for ((at, (one, place)), y) in rows.zip(1..area.height) {
            let under = at + self.todos.all.len() == self.at;
            let said = sentence::weakness(lang, one);
            if under {
                text::put(buf, area, (0, y), theme.glyphs.gutter, theme.gutter);
                if text::width(&said) > room {
                    let whole = text::cut(&said, usize::from(area.width) - 2, theme.glyphs.cut);
                    text::put(buf, area, (2, area.height.saturating_sub(1)), &whole, theme.dim);
                }
            }
            let (mark, style) = urgency(one.urgency, paint);
            text::put(buf, area, (2, y), mark, style);
            let shown = text::pad(&said, room, Align::Left, theme.glyphs.cut);
            text::put(
                buf,
                area,
                (MARKS, y),
                shown.trim_end(),
                if under { theme.under } else { Style::new() },
            );
            let x = text::put(buf, area, (right, y), theme.glyphs.arrow, theme.dim);
            text::put(buf, area, (x + 1, y), place, theme.key);
        }
        let last = area.width.saturating_sub(1);
        if self.top > 0 {
            text::put(buf, area, (last, 0), theme.glyphs.up, theme.dim);
        }
        if self.top + self.page < self.weak.len() {
            text::put(buf, area, (last, area.height.saturating_sub(1)), theme.glyphs.down, theme.dim);
        }
    }
}

/// The mark of an urgency, seen without colour too.
fn urgency(urgency: Urgency, paint: &Paint) -> (&'static str, Style) {
    match urgency {
        Urgency::High => ("!!", paint.theme.bad),
        Urgency::Medium => ("! ", paint.theme.warn),
        Urgency::Low => (if paint.theme.glyphs.ascii { "." } else { "·" }, paint.theme.dim),
    }
}
