//! Taskwarrior's export: JSON, one object a to-do.

use std::collections::HashMap;

use chrono::{NaiveDateTime, NaiveTime};
use serde_json::{Map, Value};

use super::{OWN, Task, Tasks};
use crate::domain::clean::{clean_kept, clean_line, clean_note};
use crate::domain::clock::Clock;
use crate::domain::moment::{Instant, Moment};
use crate::domain::record::Record;
use crate::domain::todo::Todo;
use crate::domain::value::Kind;
use crate::import::Options;
use crate::import::reading::{Kept, Skip};
use crate::import::reason::Reason;
use crate::import::repeat;

/// Whether the first object of a JSON text is one of its to-dos.
pub(super) fn is_export(text: &str) -> bool {
    let Some((_, Ok(Value::Object(first)))) = Objects::of(text).next() else { return false };
    let has = |key: &str| first.get(key).is_some_and(Value::is_string);
    has("description") && (has("uuid") || has("status") || has("entry"))
}

/// The objects of a JSON array, or of one line after another, with the lines on which they begin.
struct Objects<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    is_over: bool,
}

impl<'a> Objects<'a> {
    fn of(text: &'a str) -> Self {
        let body = text.trim_start();
        let start = text.len() - body.len() + usize::from(body.starts_with('['));
        let mut objects = Self { text, at: 0, line: 1, is_over: false };
        objects.step(start);
        objects
    }

    fn step(&mut self, to: usize) {
        let passed = self.text.get(self.at..to).unwrap_or_default();
        self.line += u64::try_from(passed.matches('\n').count()).unwrap_or(0);
        self.at = to;
    }
}

impl Iterator for Objects<'_> {
    type Item = (u64, Result<Value, String>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..)?;
        let body = rest.trim_start_matches([',', ' ', '\t', '\r', '\n']);
        self.step(self.text.len() - body.len());
        if self.is_over || body.is_empty() || body.starts_with(']') {
            return None;
        }
        let mut values = serde_json::Deserializer::from_str(body).into_iter::<Value>();
        let (line, found) = (self.line, values.next()?);
        match found {
            Ok(value) => {
                self.step(self.at + values.byte_offset());
                Some((line, Ok(value)))
            }
            Err(error) => {
                // What stands behind a broken object cannot be told apart.
                self.is_over = true;
                Some((line, Err(error.to_string())))
            }
        }
    }
}

pub(super) fn read(text: &str, options: &Options) -> Tasks {
    let mut tasks = Tasks::new("taskwarrior", options);
    let clock = options.clock;
    let latest = latest(text);
    for (line, value) in Objects::of(text) {
        match value {
            // What stands for the series is done through its own.
            Ok(Value::Object(object)) if latest.contains_key(&attribute(&object, "uuid")) => {
                tasks.skipped.push((line, Skip::Template));
            }
            Ok(Value::Object(object)) => {
                let raw = || Value::Object(object.clone()).to_string();
                let mut task = one(line, &object, clock, &mut tasks);
                repeat_in(&mut task, &object, &latest, &mut tasks);
                tasks.add(task, raw);
            }
            Ok(other) => tasks.reject(line, Reason::NoName, other.to_string()),
            Err(value) => tasks.reject(line, Reason::BadJson { value }, String::new()),
        }
    }
    tasks
}

fn one(line: u64, object: &Map<String, Value>, clock: Clock, tasks: &mut Tasks) -> Task {
    let mut task = Task { line, ..Task::default() };
    for (key, value) in object {
        if !said(&mut task, key, value, clock) {
            task.keep(&clean_line(key), held(value));
            if matches!(key.as_str(), "due" | "wait" | "end") && task.fields.iter().all(|(own, _)| own != key)
            {
                let is_time = value.as_str().and_then(stamp).is_some();
                if !is_time {
                    let (column, reason) = (Some(key.clone()), Reason::BadDate { value: held(value) });
                    tasks.kept.push(Kept { line, column, reason });
                }
            }
        }
    }
    task.parts = vec![attribute(object, "description"), attribute(object, "entry")];
    task
}

fn attribute(object: &Map<String, Value>, key: &str) -> String {
    object.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The series of a list, by the template that stands for each: the last of it that is still to be done.
fn latest(text: &str) -> HashMap<String, (String, String)> {
    let mut latest: HashMap<String, (String, String)> = HashMap::new();
    for object in Objects::of(text).filter_map(|(_, value)| value.ok()) {
        let Some(object) = object.as_object() else { continue };
        let (parent, own) =
            (attribute(object, "parent"), (attribute(object, "due"), attribute(object, "uuid")));
        if parent.is_empty() || !matches!(attribute(object, "status").as_str(), "pending" | "waiting") {
            continue;
        }
        let held = latest.entry(parent).or_insert_with(|| own.clone());
        if own > *held {
            *held = own;
        }
    }
    latest
}

/// The rule goes on from the last of its series; the others are done once.
fn repeat_in(
    task: &mut Task,
    object: &Map<String, Value>,
    latest: &HashMap<String, (String, String)>,
    tasks: &mut Tasks,
) {
    let Some(said) = object.get("recur").and_then(Value::as_str) else { return task.repeat() };
    let parent = attribute(object, "parent");
    let series = latest.get(&parent);
    let is_over =
        !parent.is_empty() && matches!(attribute(object, "status").as_str(), "completed" | "deleted");
    if is_over || series.is_some_and(|(_, uuid)| *uuid != attribute(object, "uuid")) {
        if task.near.take().is_some_and(|_| !task.extra.contains_key("recur")) {
            task.keep("recur", said);
        }
    } else if task.near.is_none() {
        let reason = Reason::BadRule { value: said.to_owned() };
        tasks.kept.push(Kept { line: task.line, column: Some("recur".to_owned()), reason });
    }
    task.repeat();
}

/// Fills the field of an attribute; false where it is to be kept as well, or only.
fn said(task: &mut Task, key: &str, value: &Value, clock: Clock) -> bool {
    let text = value.as_str().unwrap_or_default();
    match key {
        "uuid" if !text.is_empty() => task.id = Some(clean_line(text).into_owned()),
        "description" => {
            let title = clean_line(text);
            task.put("title", title.as_ref());
            return title == text;
        }
        "status" => {
            let state = match text {
                "completed" => "done",
                "deleted" => "dropped",
                _ => "open",
            };
            task.put("state", state);
            return matches!(text, "pending" | "completed" | "deleted");
        }
        "priority" => {
            let priority = match text {
                "H" => "high",
                "M" => "medium",
                "L" => "low",
                _ => return false,
            };
            task.put("priority", priority);
        }
        "recur" => {
            let rule = repeat::of_recur(text);
            task.near = rule.map(|rule| rule.to_string());
            return rule.is_some_and(|rule| repeat::recur(rule) == text);
        }
        "tags" => return tags(task, value),
        "annotations" => {
            task.put("notes", annotated(value));
            return false;
        }
        "due" | "end" | "wait" => {
            let field = match key {
                "due" => "due",
                "end" => "done_at",
                _ => "wait_until",
            };
            let Some(moment) = stamp(text).map(|at| shown(at, clock)) else { return false };
            if key == "due" && moment.time.is_some() {
                task.put("instant", stamp(text).map(|at| Instant(at).to_string()).unwrap_or_default());
            }
            task.put(field, if key == "wait" { moment.day.to_string() } else { moment.to_string() });
            return key == "due" && stamped(moment, clock) == text;
        }
        _ => return own(task, key, text),
    }
    true
}

fn tags(task: &mut Task, value: &Value) -> bool {
    let Some(all) = value.as_array() else { return false };
    let words: Option<Vec<&str>> = all.iter().map(Value::as_str).collect();
    let Some(words) = words else { return false };
    let clean: Vec<String> = words.iter().map(|word| clean_line(word).replace(',', " ")).collect();
    task.put("tags", clean.join(","));
    clean.iter().zip(&words).all(|(clean, word)| clean == word)
}

/// A field that our own export writes under a name of our own.
fn own(task: &mut Task, key: &str, text: &str) -> bool {
    let Some(field) = key.strip_prefix(OWN).and_then(Todo::field) else { return false };
    match field.kind {
        Kind::Link(_) => task.point(field.key, text),
        Kind::Extra => return false,
        _ => task.put(field.key, clean_note(text).as_ref()),
    }
    true
}

/// `20210213T070000Z` as a moment of UTC.
fn stamp(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok()
}

/// A moment of UTC on the reader's clock; midnight is the whole day.
fn shown(at: NaiveDateTime, clock: Clock) -> Moment {
    let at = clock.shown(at);
    if at.time() == NaiveTime::MIN { Moment::on(at.date()) } else { Moment::at(at.date(), at.time()) }
}

/// A moment of the reader as `20210213T070000Z`.
pub fn stamped(moment: Moment, clock: Clock) -> String {
    let at = moment.day.and_time(moment.time.unwrap_or(NaiveTime::MIN));
    clock.meant(at).format("%Y%m%dT%H%M%SZ").to_string()
}

/// Annotations as lines of text.
pub fn annotated(value: &Value) -> String {
    let texts = value.as_array().into_iter().flatten();
    let lines =
        texts.filter_map(|one| one.get("description")?.as_str()).map(|text| clean_note(text).into_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// A value as it is kept: text as it is, unless it would be taken for something else.
fn held(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        other => safe(other).to_string(),
    }
}

/// A value whose texts hold nothing that a terminal would obey: as JSON it would be spelt out, and come back so.
fn safe(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(clean_kept(text).into_owned()),
        Value::Array(all) => Value::Array(all.iter().map(safe).collect()),
        Value::Object(all) => {
            Value::Object(all.iter().map(|(key, one)| (clean_line(key).into_owned(), safe(one))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// What a kept text was.
pub fn parsed(text: &str) -> Value {
    let value = serde_json::from_str(text).ok().filter(|_| !is_plain(text));
    value.unwrap_or_else(|| Value::String(text.to_owned()))
}

/// Whether a text stands for itself: it is no JSON, or such as we never write for a text.
fn is_plain(text: &str) -> bool {
    match serde_json::from_str(text) {
        Ok(Value::String(inner)) => serde_json::from_str::<Value>(&inner).is_err(),
        Ok(_) => false,
        Err(_) => true,
    }
}
