//! To-do files of other programs: from their text to to-dos. What has no field is kept under the name it has there.

mod calcurse;
mod taskwarrior;
#[cfg(test)]
mod tests;
pub(super) mod todoist;
mod todotxt;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Options;
use super::encoding::Encoding;
use super::key;
use super::reading::{By, Column, Fate, Kept, Link, Proposal, Reading, Rejected, Skip};
use super::reason::Reason;
use super::refusal::Refusal;
use super::source::{MAX_COLUMNS, MAX_FIELD, MAX_ROWS};
use crate::domain::noun::Noun;

pub use taskwarrior::{annotated, parsed, stamped};
pub use todotxt::{is_disguised, is_mute, is_word, pair, quoted};

/// The start of the names under which our own files write what the format has no name for.
pub const OWN: &str = "qd_";

/// What reads a to-do file of a known kind.
pub(super) type Reader = fn(&str, &Options) -> Tasks;

/// What reads a text that begins like this; nothing where that is no to-do file of a known kind.
pub(super) fn reader(head: &str, options: &Options) -> Option<Reader> {
    if options.as_noun.is_some_and(|noun| noun != Noun::Todo) || !options.map.is_empty() {
        return None;
    }
    if calcurse::is_list(head) {
        Some(calcurse::read)
    } else if taskwarrior::is_export(head) {
        Some(taskwarrior::read)
    } else if todotxt::is_list(head) || (options.as_noun.is_some() && !todoist::begins(head)) {
        Some(todotxt::read)
    } else {
        None
    }
}

/// The to-dos of a file so far.
pub(super) struct Tasks {
    layout: &'static str,
    source: String,
    limit: usize,
    keys: HashMap<String, (u32, u64)>,
    seen: HashMap<String, usize>,
    columns: Vec<Column>,
    proposals: Vec<Proposal>,
    pub rejected: Vec<Rejected>,
    pub kept: Vec<Kept>,
    pub skipped: Vec<(u64, Skip)>,
}

/// One to-do on its way.
#[derive(Default)]
pub(super) struct Task {
    pub line: u64,
    /// Its id in the other program.
    pub id: Option<String>,
    /// What makes its key where it has no id.
    pub parts: Vec<String>,
    pub fields: Vec<(&'static str, String)>,
    pub links: Vec<Link>,
    pub extra: BTreeMap<Arc<str>, String>,
    /// The rule as near as the other program can say it.
    pub near: Option<String>,
}

impl Task {
    /// Fills the rule with what is near it, unless our own name says it.
    pub fn repeat(&mut self) {
        if !self.fields.iter().any(|(key, _)| *key == "recur") {
            let near = self.near.take();
            self.put("recur", near.unwrap_or_default());
        }
    }

    /// Fills a field.
    pub fn put(&mut self, key: &'static str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.fields.push((key, text));
        }
    }

    /// Keeps a text under a name, or the next one that is free.
    pub fn keep(&mut self, called: &str, text: impl Into<String>) {
        let mut names =
            std::iter::once(called.to_owned()).chain((2..).map(|count: u32| format!("{called} {count}")));
        if let Some(free) = names.find(|name| !self.extra.contains_key(name.as_str())) {
            self.extra.insert(free.into(), text.into());
        }
    }

    /// Points a link at the record of the book that has this id.
    pub fn point(&mut self, field: &'static str, id: &str) {
        self.links.push(Link { field, by: By::ExternalId, value: key::given("qd", id), label: field.into() });
    }
}

impl Tasks {
    pub fn new(layout: &'static str, options: &Options) -> Self {
        Self {
            layout,
            source: super::named_source(options, layout),
            limit: if options.no_limit { usize::MAX } else { MAX_ROWS },
            keys: HashMap::new(),
            seen: HashMap::new(),
            columns: Vec::new(),
            proposals: Vec::new(),
            rejected: Vec::new(),
            kept: Vec::new(),
            skipped: Vec::new(),
        }
    }

    /// Whether the list is longer than any may be; the rest of it need not be held to refuse it.
    fn is_full(&self) -> bool {
        self.proposals.len().max(self.rejected.len()) > self.limit
    }

    /// Adds a to-do; one without a title, and one whose id an earlier one has, is rejected with what it came as.
    pub fn add(&mut self, task: Task, raw: impl FnOnce() -> String) {
        if !task.fields.iter().any(|(key, _)| *key == "title") {
            return self.reject(task.line, Reason::NoName, raw());
        }
        if self.is_full() {
            return;
        }
        let texts = task.fields.iter().map(|(_, text)| text).chain(task.extra.values());
        if texts.into_iter().any(|text| text.len() > MAX_FIELD) {
            return self.reject(task.line, Reason::TooLong, String::new());
        }
        let parts: Vec<&str> = task.parts.iter().map(String::as_str).collect();
        let mut external_id = match &task.id {
            Some(id) => key::given(&self.source, id),
            None => key::made(&self.source, &parts),
        };
        let (count, line) = self.keys.entry(external_id.clone()).or_insert((0, task.line));
        *count += 1;
        if *count > 1 {
            if task.id.is_some() {
                let line = *line;
                return self.reject(task.line, Reason::Duplicate { line }, raw());
            }
            external_id = format!("{external_id}#{count}");
        }
        let Task { line, fields, links, extra, .. } = task;
        for (key, _) in &fields {
            self.note(key, Fate::Field(key));
        }
        for label in extra.keys() {
            self.note(label, Fate::Kept);
        }
        self.proposals.push(Proposal {
            line,
            external_id,
            fields: fields.into_iter().collect(),
            links,
            extra: extra.into_iter().collect(),
            person: None,
        });
    }

    pub fn reject(&mut self, line: u64, reason: Reason, raw: String) {
        if self.is_full() {
            return;
        }
        self.rejected.push(Rejected { line, column: None, reason, raw });
    }

    fn note(&mut self, label: &str, fate: Fate) {
        if !self.seen.contains_key(label) && self.columns.len() < MAX_COLUMNS {
            self.seen.insert(label.to_owned(), self.columns.len());
            self.columns.push(Column { label: label.to_owned(), fate });
        }
    }

    pub fn into_reading(self, encoding: Encoding) -> Result<Reading, Refusal> {
        if self.is_full() {
            return Err(Refusal::TooManyRows { limit: MAX_ROWS });
        }
        Ok(Reading {
            noun: Noun::Todo,
            layout: Some(self.layout),
            source: self.source,
            encoding,
            columns: self.columns,
            records: self.proposals.into(),
            rejected: self.rejected,
            kept: self.kept,
            skipped: self.skipped,
            ..Reading::bare()
        })
    }
}

/// The lines of a text with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (u64, &str)> {
    (1..).zip(text.lines())
}
