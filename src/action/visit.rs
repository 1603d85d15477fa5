//! Visits: prepared from what the deal does not know, made ready by five W's, told in one batch, or called off.

use chrono::NaiveDate;

use crate::domain::agenda::{Entry, agenda};
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::purpose;
use crate::domain::stage::Stage;
use crate::domain::visit::{Visit, VisitResult, VisitStatus};
use crate::lang::{Lang, flag, visit as word};
use crate::store::{Fault, Store, Tx};

use super::failure::{Failure, Mistake, Refusal};
use super::{Desk, Done, Said, again, assign, generic, resolve};

mod debrief;
pub mod steps;

/// What is done with a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Its agenda is filled.
    Prepare,
    /// It is said to be prepared.
    Ready,
    /// What came of it is told.
    Debrief,
    /// It is called off.
    Cancel,
    /// A step of it is ticked off, or the tick is taken back.
    Tick,
    /// A template is laid over it.
    Template,
}

impl Act {
    /// The word of the grammar.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Ready => "ready",
            Self::Debrief => "debrief",
            Self::Cancel => "cancel",
            Self::Tick => "tick",
            Self::Template => "template",
        }
    }
}

/// A visit after an act, and what followed from it.
struct Told {
    visit: Visit,
    /// How many records were written beside it, or how many of its steps are left.
    beside: usize,
    /// The day of the next one of its series.
    next: Option<NaiveDate>,
    onward: Option<Onward>,
}

/// A deal that a debrief moved on to a stage; true where its gate was overridden.
type Onward = (String, Stage, bool);

impl Told {
    fn only(visit: Visit) -> Self {
        Self { visit, beside: 0, next: None, onward: None }
    }

    fn with((visit, beside): (Visit, usize)) -> Self {
        Self { visit, beside, next: None, onward: None }
    }
}

/// The five W's by the names of their fields.
pub const WS: [&str; 5] = ["who", "what", "why", "where", "when"];

/// Does it, in one batch.
pub fn go(store: &mut Store, desk: &Desk, act: Act, which: &str, words: &[String]) -> Result<Done, Failure> {
    let line = format!("visit {} {which} {}", act.code(), words.join(" "));
    let (Told { visit, beside, next, onward }, receipt) =
        store.transact(&desk.stamp, &generic::label(line.trim_end()), |tx| {
            let visit: Visit = resolve::target(tx, which)?;
            // What was done at a visit may be ticked off when it is over.
            if !visit.is_open() && !matches!(act, Act::Tick | Act::Template) {
                return Err(Refusal::Over(visit.head.no, visit.status.code()).into());
            }
            match act {
                Act::Prepare => prepare(tx, desk, visit, words).map(Told::only),
                Act::Ready => ready(tx, visit).map(Told::only),
                Act::Debrief => debrief::debrief(tx, desk, visit, words),
                Act::Cancel => cancel(tx, desk, visit),
                Act::Tick => steps::tick(tx, visit, words).map(Told::with),
                Act::Template => steps::template(tx, desk, visit, words).map(Told::with),
            }
        })?;
    let no = visit.head.no;
    let said = match act {
        _ if receipt.batch.is_none() => Said::Unchanged,
        Act::Prepare => {
            Said::Prepared(no, visit.filled(), visit.agenda.iter().flat_map(|text| text.lines()).count())
        }
        Act::Debrief => Said::Debriefed(no, visit.result.map_or("", Choice::code), beside, next, onward),
        Act::Tick => steps::ticked(&visit, beside),
        Act::Template => Said::Laid(no, steps::title(store, desk, words), steps::of(&visit).len()),
        Act::Cancel if next.is_some() => {
            Said::Debriefed(no, VisitResult::Cancelled.code(), beside, next, onward)
        }
        Act::Ready | Act::Cancel => Said::Changed(Noun::Visit, no, resolve::name(&visit)),
    };
    Ok(Done { said, record: Some((Noun::Visit, no)), touched: receipt.touched })
}

/// The five W's that a visit lacks, by their fields.
pub fn missing(visit: &Visit) -> Vec<&'static str> {
    WS.into_iter().zip(visit.ws()).filter_map(|(key, filled)| (!filled).then_some(key)).collect()
}

fn prepare(tx: &mut Tx, desk: &Desk, mut visit: Visit, words: &[String]) -> Result<Visit, Failure> {
    let mut has_steps = false;
    for word in words {
        let (key, text) = assign::split(word)?;
        let field = assign::field::<Visit>(key)?;
        has_steps |= field.key == "steps";
        if field.key == "status" {
            return Err(Mistake::NoField(Noun::Visit, key.to_owned()).into());
        }
        assign::assign(tx, desk, &mut visit, field, text)?;
    }
    if visit.agenda.as_ref().is_none_or(|text| text.trim().is_empty()) {
        let lines = lines(tx, desk, &visit)?;
        visit.agenda = (!lines.is_empty()).then(|| lines.join("\n"));
    }
    // Who empties the steps wants none.
    if !has_steps {
        steps::fill(tx, desk, &mut visit)?;
    }
    if visit.filled() == WS.len() {
        visit.status = VisitStatus::Ready;
    }
    tx.save(&mut visit)?;
    Ok(visit)
}

fn ready(tx: &mut Tx, mut visit: Visit) -> Result<Visit, Failure> {
    let missing = missing(&visit);
    if !missing.is_empty() {
        return Err(Refusal::NotReady(visit.head.no, missing).into());
    }
    visit.status = VisitStatus::Ready;
    tx.save(&mut visit)?;
    Ok(visit)
}

fn cancel(tx: &mut Tx, desk: &Desk, mut visit: Visit) -> Result<Told, Failure> {
    let planned = visit.clone();
    visit.status = VisitStatus::Cancelled;
    visit.result = Some(VisitResult::Cancelled);
    tx.save(&mut visit)?;
    let next = again::renew(tx, desk, &planned, &mut visit)?;
    Ok(Told { visit, beside: 0, next, onward: None })
}

/// What to ask at a visit, a line each; nothing where it is for no deal.
pub fn lines(store: &Store, desk: &Desk, visit: &Visit) -> Result<Vec<String>, Fault> {
    let entries = entries(store, desk, visit)?;
    Ok(entries.iter().map(|entry| line(desk.lang, entry)).collect())
}

/// The questions that are to be asked at a visit.
pub fn asked(store: &Store, desk: &Desk, visit: &Visit) -> Result<Vec<u8>, Fault> {
    let entries = entries(store, desk, visit)?;
    let number = |entry: &Entry| if let Entry::Ask(number, _) = entry { Some(*number) } else { None };
    Ok(entries.iter().filter_map(number).collect())
}

fn entries(store: &Store, desk: &Desk, visit: &Visit) -> Result<Vec<Entry>, Fault> {
    let Some(deal) = visit.opportunity.map(|id| store.by_id::<Opportunity>(id)).transpose()?.flatten() else {
        return Ok(Vec::new());
    };
    let today = desk.stamp.today();
    let (given, people) = store.known_of(&deal)?;
    let judged = store.judgement(&deal, today)?;
    let case = Case { given: &given, people: &people, ..Case::bare(&deal) };
    Ok(agenda(&case, &judged, &store.rules, today))
}

/// An entry of an agenda in words.
pub fn line(lang: Lang, entry: &Entry) -> String {
    match entry {
        Entry::Ask(number, lack) => word::ask(lang, *number, lack.code()),
        Entry::Mend(raised) => {
            let facts: Vec<Vec<String>> = raised.facts.iter().map(crate::domain::flag::Fact::items).collect();
            flag::sentence(lang, raised.alarm.code(), &facts)
        }
        Entry::Meet(names) => {
            word::MEET.fill(lang, &[&names.join(if lang == Lang::Zh { "、" } else { ", " })])
        }
    }
}

/// What is most doubtful about a purpose; nothing where it is sound. `names` are of the customer's side.
pub fn doubt(lang: Lang, why: &str, measure: &str, names: &[String]) -> Option<String> {
    let doubts = purpose::lint(why, measure, names);
    doubts.first().map(|doubt| word::doubts(lang, &[doubt.code()]))
}

#[cfg(test)]
mod tests;
