//! A deal's log: its moves between stages, and every change, newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::deal::Facts;
use super::tab::Tab;
use super::{Obeyed, Order, Sight};
use crate::domain::choice::Choice;
use crate::domain::gate::GateResult;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::phase::{self, Spent};
use crate::domain::stage::{Phase, Status, Step};
use crate::domain::value::Value;
use crate::lang::{choice, cockpit as word, field, gate, noun};
use crate::store::Fault;
use crate::store::history::Event;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::detail::{Detail, Entry};
use crate::tui::terminal::Key;

/// Most changes that are read.
const EVENTS: i64 = 200;

/// What the log tab shows, and where it stands.
#[derive(Debug, Clone, Default)]
pub struct Log {
    detail: Detail,
    steps: Vec<Step>,
    phases: Vec<Spent>,
    events: Vec<Event>,
}

impl Tab for Log {
    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        self.read(sight, facts.deal.head.id)?;
        self.load_phases(sight, &facts.deal)
    }

    fn obey(&mut self, order: Order, _facts: &Facts) -> Obeyed {
        if let Order::Key(key) = order { self.press(key) } else { Obeyed::Ignored }
    }

    fn fit(&mut self, area: Rect, _facts: &Facts) {
        self.size(area);
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _facts: &Facts, paint: &Paint) {
        self.draw(area, buf, paint);
    }
}

impl Log {
    /// Reads the moves of a deal, or of nothing else, and the changes of a record.
    pub fn read(&mut self, sight: &Sight, id: Id) -> Result<(), Fault> {
        self.steps = sight.store.steps(id)?;
        self.events = sight.store.history(id, EVENTS)?;
        Ok(())
    }

    /// Reads the time that a deal spent in each phase; it ends when the deal does.
    pub fn load_phases(&mut self, sight: &Sight, deal: &Opportunity) -> Result<(), Fault> {
        let today = sight.desk.stamp.today();
        let ended = self.steps.last().and_then(|step| step.on_day).or(deal.close_on);
        let end = if deal.status == Status::Open { today } else { ended.unwrap_or(today).min(today) };
        let values = sight.store.values_of::<Opportunity>(deal.head.no, "phase")?;
        let phase = |value: &Value| value.as_text().and_then(Phase::from_code);
        let changes: Vec<_> = values.iter().map(|took| (took.day, phase(&took.value))).collect();
        self.phases = phase::spent(&changes, end);
        Ok(())
    }

    /// Takes a key that scrolls.
    pub fn press(&mut self, key: Key) -> Obeyed {
        if self.detail.press(key) == Outcome::Ignored { Obeyed::Ignored } else { Obeyed::Used }
    }

    /// Takes its size.
    pub fn size(&mut self, area: Rect) {
        let paint = Paint::plain();
        let entries = self.entries(&paint);
        self.detail.fit(area, &entries);
    }

    /// Draws the tab.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        self.detail.view(area, buf, &self.entries(paint), &paint.theme);
    }

    fn entries(&self, paint: &Paint) -> Vec<Entry> {
        let lang = paint.lang;
        let mut entries = vec![Entry::Head(word::STAGE_LOG.text(lang).to_owned())];
        if self.steps.is_empty() {
            entries.push(Entry::Text(word::NO_STEPS.text(lang).to_owned(), paint.theme.dim));
        }
        entries.extend(self.steps.iter().rev().map(|step| step_entry(step, paint)));
        if !self.phases.is_empty() {
            entries.push(Entry::Gap);
            entries.push(Entry::Head(word::PHASES.text(lang).to_owned()));
            entries.extend(self.phases.iter().map(|spent| phase_entry(*spent, paint)));
        }
        entries.push(Entry::Gap);
        entries.push(Entry::Head(word::CHANGES.text(lang).to_owned()));
        entries.extend(self.events.iter().map(|event| event_entry(event, paint)));
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
    for part in [&step.reason, &step.author, &gates(step, paint)].into_iter().flatten() {
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

/// The gates at the moment of a move, in words.
fn gates(step: &Step, paint: &Paint) -> Option<String> {
    let worded = step.gates.as_deref()?.split(' ').filter_map(|part| {
        let (number, rest) = part.split_once(':')?;
        let (result, score) = rest.split_once('/')?;
        let code = GateResult::from_code(result)?.code();
        Some(word::GATE_THEN.fill(paint.lang, &[&number, &gate::result(paint.lang, code), &score]))
    });
    Some(worded.collect::<Vec<_>>().join(" "))
}

/// One change as label and text.
pub fn event_entry(event: &Event, paint: &Paint) -> Entry {
    let local = paint.moment(event.at);
    let line = &event.line;
    let what = Noun::from_code(&line.noun).map(Noun::code).unwrap_or_default();
    let text = match line.field.as_deref() {
        None => born(what, &line.new, paint),
        Some("gone") if line.new == Value::Int(1) => {
            format!("{} {}", word::REMOVED.text(paint.lang), noun::name(paint.lang, what))
        }
        Some("gone") => format!("{} {}", word::BROUGHT_BACK.text(paint.lang), noun::name(paint.lang, what)),
        Some(key) => {
            let label = field::word(what, key).map_or(key, |word| word.text(paint.lang));
            let arrow = paint.theme.glyphs.arrow;
            let change = format!("{} {arrow} {}", value(&line.old, paint), value(&line.new, paint));
            word::OF.fill(paint.lang, &[&label, &change])
        }
    };
    let way = match event.origin.as_str() {
        "undo" => format!(" · {}", word::BY_UNDO.text(paint.lang)),
        "redo" => format!(" · {}", word::BY_REDO.text(paint.lang)),
        "import" => format!(" · {}", word::BY_IMPORT.text(paint.lang)),
        _ => String::new(),
    };
    Entry::Pair(local, format!("{text} · {}{way}", event.author), Style::new())
}

/// A birth: an answer says what it says, everything else what it is.
fn born(what: &'static str, whole: &Value, paint: &Paint) -> String {
    let known = whole.as_text().and_then(|whole| serde_json::from_str::<serde_json::Value>(whole).ok());
    let text =
        |key: &str| known.as_ref().and_then(|whole| whole.get(key)).and_then(serde_json::Value::as_str);
    let number = known.as_ref().and_then(|whole| whole.get("question")).and_then(serde_json::Value::as_i64);
    match (number, text("verdict")) {
        (Some(number), Some(verdict)) if what == Noun::Answer.code() => {
            let grade = text("grade").and_then(|code| choice::word("grade", code));
            let grade = grade.map(|word| word.text(paint.lang)).unwrap_or_default();
            let said = word::ANSWERED_AS.fill(paint.lang, &[&number, &verdict, &grade]);
            [Some(said.as_str()), text("subject"), text("note")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        (None, Some(verdict)) if what == Noun::Review.code() => {
            let ritual = text("ritual").and_then(|code| choice::word("ritual", code));
            let verdict = choice::word("review_verdict", verdict);
            let named = |word: Option<crate::lang::Word>| word.map(|word| word.text(paint.lang));
            [named(ritual), named(verdict), text("reason"), text("idea")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        _ => format!("{} {}", word::BORN.text(paint.lang), noun::name(paint.lang, what)),
    }
}

fn value(value: &Value, paint: &Paint) -> String {
    match value {
        Value::Null => "—".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => {
            let lists = ["stage", "status", "category", "tier", "phase"];
            let label = lists.iter().find_map(|list| choice::word(list, text));
            label.map_or_else(|| text.clone(), |word| word.text(paint.lang).to_owned())
        }
    }
}
