//! A change to the book: done, told, and the record printed as it is afterwards.

use serde_json::{Value as Json, json};

use super::page::{Page, Style};
use super::session::Session;
use super::show;
use super::trouble::Trouble;
use crate::action::{Action, Done, Said, capture};
use crate::store::Undone;

/// Does a change and prints what came of it.
pub fn change(session: &mut Session, page: &mut Page, action: &Action) -> Result<(), Trouble> {
    let desk = session.desk.clone();
    let remarks = remarks(session, action)?;
    let done = action.apply(session.store, &desk)?;
    if !session.json {
        page.line(&done.tell(session.lang()))?;
        for remark in &remarks {
            page.styled(Style::Faint, remark)?;
        }
        // What a line was taken for is worth a look.
        return match (action, done.record) {
            (Action::Capture(..), Some((noun, no))) => show::show(session, page, noun, &no.to_string()),
            _ => Ok(()),
        };
    }
    match &done.said {
        Said::Undone(undone) | Said::Redone(undone) => page.json(&json!({"undone": taken(session, undone)?})),
        Said::NothingToUndo | Said::NothingToRedo => page.json(&json!({"undone": null})),
        Said::Added(noun, no, _) if matches!(action, Action::Capture(..)) => {
            let mut record = show::after(session, *noun, *no)?;
            record.push("remarks", Json::from(remarks));
            page.json(&record)
        }
        _ => records(session, page, action, &done),
    }
}

/// What has to be said of a line that is captured.
fn remarks(session: &Session, action: &Action) -> Result<Vec<String>, Trouble> {
    let Action::Capture(line, about) = action else { return Ok(Vec::new()) };
    let reading = capture::read(session.store, &session.desk, line, *about, &capture::Memo::default())?;
    Ok(reading.capture.notes.iter().map(|note| capture::remark(note, session.lang())).collect())
}

fn records(session: &Session, page: &mut Page, action: &Action, done: &Done) -> Result<(), Trouble> {
    if let Action::Set(noun, which, _) = action
        && which.contains(',')
        && which.chars().all(|sign| sign.is_ascii_digit() || sign == ',')
    {
        let numbers = which.split(',').filter_map(|number| number.parse().ok());
        let all: Result<Vec<Json>, Trouble> =
            numbers.map(|no| show::after(session, *noun, no).map(Json::from)).collect();
        return page.json(&all?);
    }
    match done.record {
        Some((noun, no)) => page.json(&show::after(session, noun, no)?),
        None => page.json(&Json::Null),
    }
}

fn taken(session: &Session, undone: &Undone) -> Result<Json, Trouble> {
    let mut records = Vec::with_capacity(undone.records.len());
    for (noun, id) in &undone.records {
        let sheet = session.sheet(*noun, *id)?.unwrap_or_default();
        records.push(json!({"noun": noun.code(), "no": sheet.no, "id": id.to_string(), "name": sheet.name}));
    }
    let mut skipped = Vec::with_capacity(undone.skipped.len());
    for (noun, id, field) in &undone.skipped {
        let sheet = session.sheet(*noun, *id)?.unwrap_or_default();
        skipped.push(json!({"noun": noun.code(), "no": sheet.no, "id": id.to_string(), "field": field}));
    }
    Ok(json!({"batch": undone.batch, "name": undone.name, "records": records, "skipped": skipped}))
}
