//! `report visit`: one visit on one page, prepared or told; as text, as Markdown or as JSON.

use serde_json::{Value as Json, json};

use super::brief::{Block, wanted, write};
use super::json::{self, Object};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::{show, words};
use crate::action::timeline;
use crate::action::visit::steps;
use crate::domain::answer::Answer;
use crate::domain::checklist::count;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::person::Role;
use crate::domain::purpose;
use crate::domain::timeline::{Entry, Mark, Of, Source, What};
use crate::domain::visit::Visit;
use crate::lang::{Word, cli, cockpit, field, noun, template, visit as word};

/// What was prepared, in the order of the page.
const PLAN: &[&str] =
    &["type", "who", "what", "why", "why_measure", "why_kind", "where", "when", "lasts", "our_team"];
/// What came of it.
const OUTCOME: &[&str] = &["result", "customer_did", "aims_moved", "hours", "cost", "next_step", "next_on"];

/// `report visit RECORD`.
pub fn report(
    session: &Session,
    page: &mut Page,
    which: Option<&str>,
    format: Option<&str>,
) -> Result<(), Trouble> {
    let visit: Visit = wanted(session, which, (word::NO_RECORD, word::NO_RECORD_HINT))?;
    match format {
        Some("json") => page.json(&as_json(session, &visit)?),
        None if session.json => page.json(&as_json(session, &visit)?),
        Some("md") => write::markdown(page, &blocks(session, &visit)?),
        _ => write::text(page, &blocks(session, &visit)?),
    }
}

fn as_json(session: &Session, visit: &Visit) -> Result<Object, Trouble> {
    let mut object = Object::default();
    object.push("as_of", session.today().to_string());
    object.push("visit", Json::from(json::record(session, visit)?));
    let steps = steps::of(visit).into_iter().map(|step| json!({"text": step.text, "done": step.is_done}));
    object.push("steps", steps.collect::<Json>());
    object.push("ws", json!(visit.filled()));
    let doubts: Vec<&str> = doubts(session, visit)?.iter().map(|doubt| doubt.code()).collect();
    object.push("doubts", json!(doubts));
    let mut told = (Vec::new(), Vec::new(), Vec::new());
    if let Some(batch) = session.store.debriefed_in(visit.head.no)? {
        for no in session.store.written_in(batch, Noun::Answer)? {
            told.0.extend(session.store.get::<Answer>(no)?);
        }
        told.1 = marked(session, batch)?;
        for no in session.store.written_in(batch, Noun::Visit)?.into_iter().filter(|no| *no != visit.head.no)
        {
            told.2.extend(session.store.get::<Visit>(no)?);
        }
    }
    object.push("answers", show::every(&told.0, |one| json::record(session, one))?);
    object.push("marks", show::every(&told.1, |one| json::record(session, one))?);
    object.push("next_visits", show::every(&told.2, |one| json::record(session, one))?);
    Ok(object)
}

fn doubts(session: &Session, visit: &Visit) -> Result<Vec<purpose::Doubt>, Trouble> {
    let names = session.store.sides_of(visit)?;
    let (why, measure) = (visit.why.as_deref(), visit.why_measure.as_deref());
    Ok(purpose::lint(why.unwrap_or_default(), measure.unwrap_or_default(), &names))
}

fn blocks(session: &Session, visit: &Visit) -> Result<Vec<Block>, Trouble> {
    let lang = session.lang();
    let account = visit.account.map(|id| session.sheet(Noun::Account, id)).transpose()?.flatten();
    let deal = visit.opportunity.map(|id| session.sheet(Noun::Opp, id)).transpose()?.flatten();
    let number = format!("{} {}", noun::name(lang, "visit"), visit.head.no);
    let status = words::printed(session, visit, "status")?;
    let about: Vec<String> =
        [account, deal].into_iter().flatten().map(|sheet| sheet.name).chain([status]).collect();
    let mut blocks = vec![
        Block::Title(format!("{} · {number}", word::REPORT.text(lang))),
        Block::Line(about.join(" · ")),
        Block::Head(format!("{} {}", word::PLAN.text(lang), word::READY_OF.fill(lang, &[&visit.filled()]))),
    ];
    items(session, visit, PLAN, &mut blocks)?;
    let doubts: Vec<&str> = doubts(session, visit)?.iter().map(|doubt| doubt.code()).collect();
    if visit.is_open() && !doubts.is_empty() {
        let said = word::doubts(lang, &doubts);
        blocks.push(Block::Item(word::PAIR.fill(lang, &[&word::DOUBTS.text(lang), &said])));
    }
    note(session, visit, "agenda", &mut blocks)?;
    let steps = steps::of(visit);
    if !steps.is_empty() {
        let (done, all) = count(&steps);
        let label = field::label(lang, "visit", "steps");
        blocks.push(Block::Head(format!("{label} {}", template::COUNT.fill(lang, &[&done, &all]))));
        blocks.extend(steps.into_iter().map(|step| Block::Check(step.is_done, step.text)));
    }
    blocks.push(Block::Head(word::OUTCOME.text(lang).to_owned()));
    if visit.result.is_none() {
        blocks.push(Block::Line(word::NO_OUTCOME.text(lang).to_owned()));
    }
    items(session, visit, OUTCOME, &mut blocks)?;
    note(session, visit, "notes", &mut blocks)?;
    beside(session, visit, &mut blocks)?;
    Ok(blocks)
}

/// What was written along with the outcome: answers, marks of people, what comes next.
fn beside(session: &Session, visit: &Visit, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let Some(batch) = session.store.debriefed_in(visit.head.no)? else { return Ok(()) };
    let mut told = |head: Word, source: Source, noun: Noun| -> Result<(), Trouble> {
        let entries = written(session, batch, source, noun, visit.head.no)?;
        if !entries.is_empty() {
            blocks.push(Block::Head(head.text(lang).to_owned()));
            let line = |entry: &Entry| {
                let day = if noun == Noun::Answer { String::new() } else { format!("{} ", entry.mark.on) };
                Block::Item(format!("{day}{}", timeline::tell(lang, entry, session.today()).text(lang)))
            };
            blocks.extend(entries.iter().map(line));
        }
        Ok(())
    };
    told(word::ANSWERS, Source::Answer, Noun::Answer)?;
    told(word::NEXT_VISIT, Source::Visit, Noun::Visit)?;
    told(cockpit::TODOS, Source::Todo, Noun::Todo)?;
    let roles = marked(session, batch)?;
    if !roles.is_empty() {
        blocks.push(Block::Head(cli::PEOPLE.text(lang).to_owned()));
    }
    for role in &roles {
        let name = words::printed(session, role, "person")?;
        blocks.push(Block::Item(word::PAIR.fill(lang, &[&name, &show::marks(session, role)])));
    }
    Ok(())
}

/// The entries that a batch wrote of a noun, without the visit itself.
fn written(
    session: &Session,
    batch: i64,
    source: Source,
    noun: Noun,
    own: i64,
) -> Result<Vec<Entry>, Trouble> {
    let (store, today) = (&session.store, session.today());
    let numbers = store.written_in(batch, noun)?.into_iter().filter(|no| noun != Noun::Visit || *no != own);
    let mark = |key| Mark { at: String::new(), on: today, ahead: true, source, key };
    let marks: Vec<Mark> = numbers.map(mark).collect();
    let mut entries = store.entries(Of::Deal(Id::default()), &marks)?;
    for entry in &mut entries {
        let day = match &entry.what {
            What::Visit(visit) => visit.when.map(|when| when.day),
            What::Todo(todo) => todo.due.map(|due| due.day),
            _ => None,
        };
        entry.mark.on = day.unwrap_or(today);
    }
    Ok(entries)
}

/// What the people are whose marks a batch wrote.
fn marked(session: &Session, batch: i64) -> Result<Vec<Role>, Trouble> {
    let mut roles = Vec::new();
    for no in session.store.written_in(batch, Noun::Role)? {
        roles.extend(session.store.get::<Role>(no)?.filter(|role| !role.head.gone));
    }
    Ok(roles)
}

/// Fields that say something, with their labels.
fn items(
    session: &Session,
    visit: &Visit,
    keys: &[&'static str],
    blocks: &mut Vec<Block>,
) -> Result<(), Trouble> {
    let lang = session.lang();
    for key in keys {
        let text = words::printed(session, visit, key)?;
        if !text.is_empty() {
            blocks.push(Block::Item(word::PAIR.fill(lang, &[&field::label(lang, "visit", key), &text])));
        }
    }
    Ok(())
}

/// A text of several lines under its label.
fn note(session: &Session, visit: &Visit, key: &'static str, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let text = words::printed(session, visit, key)?;
    if !text.trim().is_empty() {
        blocks.push(Block::Head(field::label(session.lang(), "visit", key).to_owned()));
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        blocks.extend(lines.map(|line| Block::Item(line.to_owned())));
    }
    Ok(())
}
