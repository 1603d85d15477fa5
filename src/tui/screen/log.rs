//! A deal's log: its timeline, and behind `b` its moves between stages and every change, newest first; an account's
//! history has no moves.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::deal::Facts;
use super::tab::Tab;
use super::timeline::Timeline;
use super::{Chosen, Obeyed, Order, Sight, Target};
use crate::action::worded;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::phase::{self, Spent};
use crate::domain::stage::{Phase, Status, Step};
use crate::domain::timeline::Of;
use crate::domain::value::Value;
use crate::lang::cockpit as word;
use crate::store::Fault;
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::detail::{Detail, Entry};
use crate::tui::terminal::Key;

mod told;

use told::Told;

/// Most changes that are read.
const EVENTS: i64 = 200;

/// What the log tab shows, and where it stands.
#[derive(Debug, Clone, Default)]
pub struct Log {
    timeline: Timeline,
    /// Whether every change is shown, and not the timeline.
    changes: bool,
    is_begun: bool,
    detail: Detail,
    /// The moves of a deal; nothing of an account, which has no gates.
    steps: Option<Vec<Step>>,
    phases: Vec<Spent>,
    told: Vec<Told>,
}

impl Tab for Log {
    fn place(&self) -> Option<Place> {
        Some(if self.changes { Place::Changes } else { Place::Log })
    }

    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        let id = facts.deal.head.id;
        self.read(sight, id, Of::Deal(id))?;
        if self.changes {
            self.steps = Some(sight.store.steps(id)?);
            self.load_phases(sight, &facts.deal)?;
        }
        Ok(())
    }

    fn choose(&self, chosen: &mut Chosen) {
        chosen.item = self.item();
    }

    fn obey(&mut self, order: Order, facts: &Facts) -> Obeyed {
        match self.take(order) {
            // A move lies on the deal that is open: what it hung on are the gates.
            Obeyed::Open(Target::Deal(no)) if no == facts.deal.head.no => Obeyed::Turn(Place::Assess, None),
            obeyed => obeyed,
        }
    }

    fn fit(&mut self, area: Rect, _facts: &Facts) {
        self.size(area);
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _facts: &Facts, paint: &Paint) {
        self.draw(area, buf, paint);
    }
}

impl Log {
    /// Reads the timeline of a record, or the changes of it and of what hangs on it.
    pub fn read(&mut self, sight: &Sight, id: Id, of: Of) -> Result<(), Fault> {
        if !self.changes {
            self.timeline.read(sight, of)?;
            if !self.is_begun {
                self.is_begun = true;
                self.timeline.begin();
                self.timeline.read(sight, of)?;
            }
            return Ok(());
        }
        let events = sight.store.history(id, EVENTS)?;
        self.told = events.into_iter().map(|event| Told::read(sight, event, id)).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Reads the time that a deal spent in each phase; it ends when the deal does.
    pub fn load_phases(&mut self, sight: &Sight, deal: &Opportunity) -> Result<(), Fault> {
        let today = sight.desk.stamp.today();
        let ended = self.steps.iter().flatten().last().and_then(|step| step.on_day).or(deal.close_on);
        let end = if deal.status == Status::Open { today } else { ended.unwrap_or(today).min(today) };
        let values = sight.store.values_of::<Opportunity>(deal.head.no, "phase")?;
        let phase = |value: &Value| value.as_text().and_then(Phase::from_code);
        let changes: Vec<_> = values.iter().map(|took| (took.day, phase(&took.value))).collect();
        self.phases = phase::spent(&changes, end);
        Ok(())
    }

    /// Takes a key that moves or scrolls, Enter, and the key that turns to every change and back.
    pub fn take(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Board) => {
                self.changes = !self.changes;
                Obeyed::Load
            }
            order if !self.changes => self.timeline.obey(order),
            Order::Key(key) => self.press(key),
            _ => Obeyed::Ignored,
        }
    }

    fn press(&mut self, key: Key) -> Obeyed {
        if self.detail.press(key) == Outcome::Ignored { Obeyed::Ignored } else { Obeyed::Used }
    }

    /// Shows the timeline, or every change.
    pub fn turn(&mut self, changes: bool) {
        self.changes = changes;
    }

    /// The record of the entry under the cursor.
    pub fn item(&self) -> Option<(Noun, i64)> {
        let entry = self.timeline.entry().filter(|_| !self.changes)?;
        Some((entry.record.noun, entry.record.no))
    }

    /// Takes its size.
    pub fn size(&mut self, area: Rect) {
        self.timeline.fit(area);
        let paint = Paint::plain();
        let entries = self.entries(&paint);
        self.detail.fit(area, &entries);
    }

    /// Draws the tab.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        if !self.changes {
            return self.timeline.view(area, buf, paint);
        }
        self.detail.view(area, buf, &self.entries(paint), &paint.theme);
    }

    fn entries(&self, paint: &Paint) -> Vec<Entry> {
        let lang = paint.lang;
        let mut entries = Vec::new();
        if let Some(steps) = &self.steps {
            entries.push(Entry::Head(word::STAGE_LOG.text(lang).to_owned()));
            if steps.is_empty() {
                entries.push(Entry::Text(word::NO_STEPS.text(lang).to_owned(), paint.theme.dim));
            }
            entries.extend(steps.iter().rev().map(|step| step_entry(step, paint)));
        }
        if !self.phases.is_empty() {
            entries.push(Entry::Gap);
            entries.push(Entry::Head(word::PHASES.text(lang).to_owned()));
            entries.extend(self.phases.iter().map(|spent| phase_entry(*spent, paint)));
        }
        if !entries.is_empty() {
            entries.push(Entry::Gap);
        }
        entries.push(Entry::Head(word::CHANGES.text(lang).to_owned()));
        entries.extend(self.told.iter().map(|told| told.entry(paint)));
        entries
    }
}

fn phase_entry(spent: Spent, paint: &Paint) -> Entry {
    let mut days = word::AGE_DAYS.fill(paint.lang, &[&spent.days]);
    if spent.is_last {
        days = format!("{days} · {}", word::PHASE_NOW.text(paint.lang));
    }
    let style = if spent.is_last { paint.theme.strong } else { Style::new() };
    Entry::Pair(paint.choice(spent.phase).to_owned(), days, style)
}

fn step_entry(step: &Step, paint: &Paint) -> Entry {
    let act = paint.choice(step.act);
    let to = paint.choice(step.to_stage);
    let way = match step.from_stage.map(|stage| paint.choice(stage)) {
        Some(from) if from != to => format!("{from} {} {to}", paint.theme.glyphs.arrow),
        _ => to.to_owned(),
    };
    let mut text = word::OF.fill(paint.lang, &[&act, &way]);
    let gates = step.gates.as_deref().map(|text| worded::gates(paint.lang, text));
    for part in [&step.reason, &step.author, &gates].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(part);
    }
    if let Some(days) = step.days {
        text.push_str(" · ");
        text.push_str(&word::AGE_DAYS.fill(paint.lang, &[&days]));
    }
    let style = if step.overridden { paint.theme.warn } else { Style::new() };
    Entry::Pair(step.on_day.map(|day| paint.day(day)).unwrap_or_default(), text, style)
}
