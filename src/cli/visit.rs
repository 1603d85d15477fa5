//! `report visit`: one visit on one page, prepared or told; as text, as Markdown or as JSON.

use serde_json::{Value as Json, json};

use super::brief::{Block, wanted, write};
use super::json::{self, Object};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use super::words;
use crate::action::visit::steps;
use crate::domain::checklist::count;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::purpose;
use crate::domain::visit::Visit;
use crate::lang::{field, noun, template, visit as word};

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
    let status = words::field(session, visit, "status")?;
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
    Ok(blocks)
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
        let text = words::field(session, visit, key)?;
        if !text.is_empty() {
            blocks.push(Block::Item(word::PAIR.fill(lang, &[&field::label(lang, "visit", key), &text])));
        }
    }
    Ok(())
}

/// A text of several lines under its label.
fn note(session: &Session, visit: &Visit, key: &'static str, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let text = words::field(session, visit, key)?;
    if !text.trim().is_empty() {
        blocks.push(Block::Head(field::label(session.lang(), "visit", key).to_owned()));
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        blocks.extend(lines.map(|line| Block::Item(line.to_owned())));
    }
    Ok(())
}
