//! To-dos as Taskwarrior's JSON: what was kept of an import comes back under its own names.

use chrono::Utc;
use serde_json::{Map, Value as Json, json};

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::terms;
use crate::domain::clock::Clock;
use crate::domain::moment::Moment;
use crate::domain::record::Record;
use crate::domain::recur::{Recur, Repeat};
use crate::domain::todo::{Priority, Todo, TodoState};
use crate::domain::value::Value;
use crate::import::repeat::{of_recur, recur};
use crate::import::todo::{OWN, annotated, parsed, stamped};

/// All to-dos.
pub fn array(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let terms = terms::terms::<Todo>(session.store, &session.desk, said)?;
    let mut mark = "[\n";
    let clock = session.clock();
    session.store.each::<Todo, Trouble>(&terms, |plain| {
        let todo: Todo = plain.record()?;
        let stamp = |batch: i64| -> Result<String, Trouble> {
            let at = session.store.moment(batch)?.map(|at| at.with_timezone(&Utc)).unwrap_or_default();
            Ok(at.format("%Y%m%dT%H%M%SZ").to_string())
        };
        let times = (stamp(todo.head.born)?, stamp(todo.head.touched)?);
        let object = Json::Object(object(&todo, clock, times));
        page.raw(std::mem::replace(&mut mark, ",\n"))?;
        page.part(&object)
    })?;
    page.raw(if mark == "[\n" { "[]\n" } else { "\n]\n" })
}

/// One to-do; `times` are when it was made and when it was changed.
fn object(todo: &Todo, clock: Clock, (born, changed): (String, String)) -> Map<String, Json> {
    let mut out = Map::new();
    for (label, text) in &todo.extra.0 {
        out.insert(label.clone(), parsed(text));
    }
    let id = todo.external_id.as_deref().and_then(|id| id.rsplit_once(':')).map(|(_, id)| id);
    let uuid = id.filter(|id| uuid::Uuid::try_parse(id).is_ok()).map(str::to_owned);
    out.insert("uuid".to_owned(), json!(uuid.unwrap_or_else(|| todo.head.id.to_string())));
    let is_same = |key: &str, held: &str| {
        let text = out.get(key).and_then(Json::as_str)?;
        (held == text.split_whitespace().collect::<Vec<_>>().join(" ")).then_some(())
    };
    if is_same("description", &todo.title).is_none() {
        out.insert("description".to_owned(), json!(todo.title));
    }
    status(&mut out, todo);
    match todo.priority {
        Some(priority) => {
            let letter = match priority {
                Priority::High => "H",
                Priority::Medium => "M",
                Priority::Low => "L",
            };
            out.insert("priority".to_owned(), json!(letter));
        }
        None if out.get("priority").is_some_and(|held| matches!(held.as_str(), Some("H" | "M" | "L"))) => {
            out.remove("priority");
        }
        None => {}
    }
    if let Some(tags) = &todo.tags
        && !out.contains_key("tags")
    {
        out.insert("tags".to_owned(), json!(tags.split(',').collect::<Vec<_>>()));
    }
    let wait = todo.wait_until.map(Moment::on);
    for (key, moment) in [("due", todo.due), ("end", todo.done_at), ("wait", wait)] {
        time(&mut out, key, moment, clock);
    }
    out.entry("entry").or_insert(json!(born));
    out.entry("modified").or_insert(json!(changed));
    repeats(&mut out, todo);
    notes(&mut out, todo, &changed);
    rest(&mut out, todo);
    out
}

fn status(out: &mut Map<String, Json>, todo: &Todo) {
    let word = match todo.state {
        TodoState::Open if out.contains_key("status") => return,
        TodoState::Open => "pending",
        TodoState::Done => "completed",
        TodoState::Dropped => "deleted",
    };
    out.insert("status".to_owned(), json!(word));
}

/// The rule of a to-do.
fn rule(todo: &Todo) -> Option<Repeat> {
    todo.recur.as_deref()?.parse().ok()
}

/// When it comes again: as it came where that means the same.
fn repeats(out: &mut Map<String, Json>, todo: &Todo) {
    match rule(todo) {
        Some(repeat) if said(out) != Some(repeat.rule) => {
            out.insert("recur".to_owned(), json!(recur(repeat.rule)));
        }
        None if !out.contains_key("parent") && todo.state == TodoState::Open => drop(out.remove("recur")),
        Some(_) | None => {}
    }
}

fn said(out: &Map<String, Json>) -> Option<Recur> {
    of_recur(out.get("recur")?.as_str()?)
}

/// A time, as it came where it still means the same.
fn time(out: &mut Map<String, Json>, key: &str, moment: Option<Moment>, clock: Clock) {
    let Some(moment) = moment else { return };
    let now = stamped(moment, clock);
    // Seconds, and the hour of a day, are kept beside the field.
    let is_same = |held: &Json| {
        let held = held.as_str().unwrap_or_default();
        let length = if key == "wait" { 0 } else { 13 };
        held.get(..length).is_some_and(|held| now.get(..length) == Some(held)) && !held.is_empty()
    };
    if !out.get(key).is_some_and(is_same) {
        out.insert(key.to_owned(), json!(now));
    }
}

/// The notes as annotations: those that came, unless the notes were changed since.
fn notes(out: &mut Map<String, Json>, todo: &Todo, changed: &str) {
    let notes = todo.notes.as_deref().unwrap_or_default();
    if out.get("annotations").map(annotated).unwrap_or_default() == notes {
        return;
    }
    let one = json!([{"entry": changed, "description": notes}]);
    out.insert("annotations".to_owned(), if notes.is_empty() { json!([]) } else { one });
}

/// What Taskwarrior has no attribute for.
fn rest(out: &mut Map<String, Json>, todo: &Todo) {
    let blank = Todo::default();
    let written = [
        "title",
        "state",
        "due",
        "instant",
        "version",
        "wait_until",
        "priority",
        "tags",
        "notes",
        "done_at",
        "external_id",
        "extra",
    ];
    for field in Todo::FIELDS.iter().filter(|field| !written.contains(&field.key)) {
        let value = (field.get)(todo);
        let is_said = field.key == "recur" && said(out).map(Repeat::from) == rule(todo);
        if value == (field.get)(&blank) || is_said {
            continue;
        }
        let text = match value {
            Value::Null => continue,
            Value::Int(number) => number.to_string(),
            Value::Text(text) => text,
        };
        out.insert(format!("{OWN}{}", field.key), json!(text));
    }
}
