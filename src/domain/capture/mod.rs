//! One line, in English or Chinese, and what it means: a visit or a to-do, with whom, when, where. What is not
//! understood stays in its text; nothing that was typed is lost.

mod bounds;
mod draft;
mod hour;
mod kind;
mod level;
mod mark;
mod note;
mod party;
mod several;
mod signs;
mod time;
mod token;
mod when;
mod who;
mod words;

use std::cell::Cell;
use std::ops::Range;

use chrono::NaiveDate;

use super::id::Id;
use super::moment::Moment;
use super::noun::Noun;
use super::recur::Recur;
use super::todo::{Priority, TodoKind};
use super::visit::VisitType;
use super::when::Days;
use draft::Draft;
pub use note::Note;
use signs::Signs;
use token::{Line, State};
use when::When;

/// A record of the book that a line may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What it is: an account, a person or a deal.
    pub noun: Noun,
    /// Its number.
    pub no: i64,
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub also: Vec<String>,
    /// The account it belongs to.
    pub account: Option<Id>,
}

/// A word that may mean several records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The word.
    pub text: String,
    /// The records.
    pub candidates: Vec<Named>,
}

/// Somebody or some firm that a visit names and the book does not know yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// An account or a person.
    pub noun: Noun,
    /// The name.
    pub name: String,
}

/// What a line makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A visit of a type.
    Visit(VisitType),
    /// A to-do.
    Todo(TodoKind),
}

/// What a part of a line was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What it makes.
    Kind,
    /// A person, an account or a deal.
    Who,
    /// The day.
    Day,
    /// The time of day, with the end where it is said.
    Time,
    /// How long it lasts, or its last day.
    Length,
    /// When it comes again.
    Again,
    /// The place.
    Place,
    /// How much it presses.
    Priority,
    /// A tag.
    Tag,
    /// Whom it waits on.
    Waits,
    /// What joins the others: `with`, `by`, 和.
    Joint,
}

/// A line that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// What it makes.
    pub kind: Kind,
    /// In which form a visit is, where the word says more than the type.
    pub what: Option<String>,
    /// Whom it names.
    pub people: Vec<Named>,
    /// The account that it names.
    pub account: Option<Named>,
    /// The deal that it names.
    pub deal: Option<Named>,
    /// When; for a to-do, by when.
    pub when: Option<Moment>,
    /// How long a visit lasts, in minutes.
    pub lasts: Option<i64>,
    /// The last day of a visit that takes several.
    pub until: Option<NaiveDate>,
    /// Where a visit is.
    pub place: Option<String>,
    /// How much a to-do presses.
    pub priority: Option<Priority>,
    /// Its tags.
    pub tags: Vec<String>,
    /// When a to-do comes again.
    pub recur: Option<Recur>,
    /// Whom a to-do waits on.
    pub waiting_on: Option<String>,
    /// What is left: a to-do's title, a visit's purpose.
    pub text: String,
    /// The parts that were understood, by their bytes in the line, in their order.
    pub parts: Vec<(Part, Range<usize>)>,
    /// Words that may mean several records: the line is not to be taken while there are any.
    pub doubts: Vec<Doubt>,
    /// Whom a visit names that the book does not know: they are made with it.
    pub fresh: Vec<Fresh>,
    /// What has to be said of it before it is taken.
    pub notes: Vec<Note>,
}

/// What a line is read by.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Today and the working days.
    pub days: Days<'a>,
    /// The records that the book has for a text, by name, pinyin or initials; more than fit may come.
    pub lookup: &'a dyn Fn(&str) -> Vec<Named>,
    /// The account of what is in view: of several with one name, its own are meant.
    pub near: Option<Id>,
}

/// Reads a line.
pub fn read(text: &str, desk: &Desk) -> Capture {
    let mut line = Line::new(text);
    let told = kind::told(&line);
    if let Some((range, _)) = &told {
        line.set(range, State::Cut);
    }
    let place = line.cut(mark::place(&line));
    let tags = mark::tags(&line);
    for (range, _) in &tags {
        line.set(range, State::Cut);
    }
    let urgent = line.cut(mark::priority(&line));
    let recur = line.cut(time::again(&line));
    let when = When::of(&mut line, &desk.days);
    let place = place.or_else(|| line.cut(mark::apart(&line)));
    let waits = kind::waits(&line);
    let verbs = kind::said(&line);
    let search = who::Search { lookup: desk.lookup, near: desk.near, spent: Cell::new(0) };
    let names = search.names(&mut line, &verbs);
    let fresh = party::newcomers(&line, &verbs, &names);
    let signs = Signs {
        told: told.as_ref().map(|(_, visit)| *visit),
        is_bound: waits.is_some(),
        is_again: recur.is_some(),
        is_pressing: urgent.is_some(),
        has_customer: !names.known.is_empty() || !names.doubts.is_empty() || !fresh.is_empty(),
        is_near: desk.near.is_some(),
        has_place: place.is_some(),
        has_time: when.time.is_some(),
    };
    let kind = signs.kind(&line, &verbs);
    let mut draft = Draft { line, parts: Vec::new(), capture: Capture::blank(kind.0) };
    draft.kind(kind.1, &verbs, told.map(|(range, _)| range));
    draft.when(when, &desk.days);
    draft.marks(place, tags, urgent, recur, &desk.days);
    draft.names(names, waits);
    draft.fresh(fresh);
    draft.finish(text)
}

impl Capture {
    fn blank(kind: Kind) -> Self {
        Self {
            kind,
            what: None,
            people: Vec::new(),
            account: None,
            deal: None,
            when: None,
            lasts: None,
            until: None,
            place: None,
            priority: None,
            tags: Vec::new(),
            recur: None,
            waiting_on: None,
            text: String::new(),
            parts: Vec::new(),
            doubts: Vec::new(),
            fresh: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether it is a visit.
    pub fn is_visit(&self) -> bool {
        matches!(self.kind, Kind::Visit(_))
    }
}

#[cfg(test)]
mod tests;
