//! One line, in English or Chinese, and what it means: a visit or a to-do, with whom, when, where. What is not
//! understood stays in its text; nothing that was typed is lost.

mod kind;
mod mark;
mod time;
mod token;
mod who;

use std::cell::Cell;
use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::id::Id;
use super::moment::Moment;
use super::noun::Noun;
use super::recur::Recur;
use super::todo::{Priority, TodoKind};
use super::visit::VisitType;
use super::when::Days;
use kind::{Said, Weight};
use token::{Line, State};

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
    tags.iter().for_each(|(range, _)| line.set(range, State::Cut));
    let urgent = line.cut(mark::priority(&line));
    let recur = line.cut(time::again(&line));
    let when = When::of(&mut line, &desk.days);
    let waits = kind::waits(&line);
    let verbs = kind::said(&line);
    let search = who::Search { lookup: desk.lookup, near: desk.near, spent: Cell::new(0) };
    let names = search.names(&mut line, &verbs);
    let signs = Signs {
        told: told.as_ref().map(|(_, visit)| *visit),
        is_bound: recur.is_some() || waits.is_some(),
        is_pressing: urgent.is_some(),
        has_customer: !names.known.is_empty() || !names.doubts.is_empty(),
        is_near: desk.near.is_some(),
        has_place: place.is_some(),
        has_time: when.time.is_some(),
    };
    let kind = signs.kind(&line, &verbs);
    let mut draft = Draft { line, parts: Vec::new(), capture: Capture::blank(kind.0) };
    draft.kind(kind.1, &verbs, told.map(|(range, _)| range));
    draft.when(when, desk.days.today);
    draft.marks(place, tags, urgent, recur, desk.days.today);
    draft.names(names, waits);
    draft.finish(text)
}

/// What a line says of when.
struct When {
    day: Option<(Range<usize>, NaiveDate)>,
    time: Option<(Range<usize>, NaiveTime)>,
    /// Whether the end is told with the beginning, by the same tokens.
    is_stretch: bool,
    lasts: Option<(Range<usize>, i64)>,
    until: Option<(Range<usize>, NaiveDate)>,
}

impl When {
    /// Finds it, and cuts it out of the line.
    fn of(line: &mut Line, days: &Days) -> Self {
        let stretch = time::stretch(line);
        let is_stretch = stretch.is_some();
        let (time, lasts) = match stretch {
            Some((range, (from, minutes))) => (Some((range.clone(), from)), Some((range, minutes))),
            None => (time::time(line, days), None),
        };
        let time = time.map(|(range, time)| (time::with_joints(line, &range), time));
        line.cut(time.clone());
        let day = time::day(line, days);
        let until = day.as_ref().and_then(|day| time::until(line, days, day));
        let day = day.map(|found| (time::with_joints(line, &found.range), found.day));
        line.cut(day.clone());
        line.cut(until.clone());
        let lasts = lasts.or_else(|| time::length(line));
        line.cut(lasts.clone());
        Self { day, time, is_stretch, lasts, until }
    }
}

/// What speaks for a visit and what against it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
struct Signs {
    /// What the line says of itself; true for a visit.
    told: Option<bool>,
    /// It comes again or waits on somebody, as only a to-do can.
    is_bound: bool,
    /// It has a priority, as only a to-do can.
    is_pressing: bool,
    has_customer: bool,
    is_near: bool,
    has_place: bool,
    has_time: bool,
}

impl Signs {
    /// What the line makes, with the word that says so.
    fn kind(&self, line: &Line, verbs: &[Said]) -> (Kind, Option<Said>) {
        let is_todo = self.told == Some(false) || self.is_bound;
        let is_visit = self.told == Some(true);
        let task = || {
            let kind = if kind::is_ask(line) { TodoKind::Ask } else { TodoKind::Task };
            (Kind::Todo(kind), None)
        };
        if is_todo || (!is_visit && (kind::is_duty(line, verbs) || kind::is_ask(line))) {
            return task();
        }
        let fits: Vec<&Said> = verbs.iter().filter(|verb| is_visit || self.allow(line, verb)).collect();
        // Whoever meets for lunch has lunch.
        let telling = fits.iter().find(|verb| verb.weight != Weight::Verb);
        match telling.or(fits.first()) {
            Some(verb) => (Kind::Visit(verb.of), Some((*verb).clone())),
            None if is_visit => (Kind::Visit(VisitType::Call), None),
            None => task(),
        }
    }

    fn allow(&self, line: &Line, verb: &Said) -> bool {
        let leads = kind::leads(line, verb.range.start);
        let is_fixed = self.has_time || self.has_place;
        let may = match verb.weight {
            Weight::Plain => leads || is_fixed || self.has_customer,
            Weight::Verb => leads && (is_fixed || self.has_customer),
            Weight::Noun => is_fixed || self.has_customer || (self.is_near && leads),
            Weight::Phone => leads && self.has_time,
        };
        may && (!self.is_pressing || verb.weight == Weight::Plain || self.has_time)
    }
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
        }
    }

    /// Whether it is a visit.
    pub fn is_visit(&self) -> bool {
        matches!(self.kind, Kind::Visit(_))
    }
}

/// A line on its way to what it means: what its kind has no field for goes back into the text.
struct Draft<'a> {
    line: Line<'a>,
    parts: Vec<(Part, Range<usize>)>,
    capture: Capture,
}

/// Something found, with its tokens.
type Found<T> = Option<(Range<usize>, T)>;

impl Draft<'_> {
    fn put<T>(&mut self, part: Part, found: Found<T>) -> Option<T> {
        let (range, value) = found?;
        self.parts.push((part, range));
        Some(value)
    }

    fn release<T>(&mut self, found: Found<T>) {
        if let Some((range, _)) = found {
            self.line.set(&range, State::Free);
        }
    }

    fn kind(&mut self, verb: Option<Said>, verbs: &[Said], told: Option<Range<usize>>) {
        self.parts.extend(told.map(|range| (Part::Kind, range)));
        let Some(verb) = verb else { return };
        for other in verbs.iter().filter(|other| other.weight == Weight::Verb) {
            if kind::leads(&self.line, other.range.start) {
                self.line.set(&other.range, State::Kept);
            }
        }
        self.capture.what = verb.more.then(|| self.line.slice(&verb.range).to_owned());
        self.line.set(&verb.range, State::Kept);
        self.parts.push((Part::Kind, verb.range));
    }

    fn when(&mut self, when: When, today: NaiveDate) {
        let is_visit = self.capture.is_visit();
        let day = match when.day {
            // What was sent three days ago is not due three days ago.
            Some((range, day)) if day < today && !is_visit => {
                self.release(Some((range, ())));
                None
            }
            day => self.put(Part::Day, day),
        };
        if let (true, false, Some((range, _))) = (when.is_stretch, is_visit, &when.time) {
            self.line.set(range, State::Free);
        }
        let time = self.put(Part::Time, when.time);
        self.capture.when = match (day, time) {
            (None, None) => None,
            (day, None) => day.map(Moment::on),
            (day, Some(time)) => Some(Moment::at(day.unwrap_or(today), time)),
        };
        match (is_visit, when.is_stretch) {
            (true, true) => self.capture.lasts = when.lasts.map(|(_, minutes)| minutes),
            (true, false) => self.capture.lasts = self.put(Part::Length, when.lasts),
            (false, true) => {}
            (false, false) => self.release(when.lasts),
        }
        if is_visit {
            self.capture.until = self.put(Part::Length, when.until);
        } else {
            self.release(when.until);
        }
    }

    fn marks(
        &mut self,
        place: Found<String>,
        tags: Vec<(Range<usize>, String)>,
        urgent: Found<Priority>,
        recur: Found<Recur>,
        today: NaiveDate,
    ) {
        if self.capture.is_visit() {
            self.capture.place = self.put(Part::Place, place);
            self.release(urgent);
        } else {
            self.release(place);
            self.capture.priority = self.put(Part::Priority, urgent);
        }
        self.capture.tags = tags.into_iter().filter_map(|tag| self.put(Part::Tag, Some(tag))).collect();
        self.capture.recur = self.put(Part::Again, recur);
        // What comes again is due for the first time on the first of its days.
        if let (Some(rule), false) =
            (self.capture.recur, self.parts.iter().any(|(part, _)| *part == Part::Day))
        {
            let time = self.capture.when.and_then(|when| when.time);
            self.capture.when = rule.first(today).map(|day| Moment { day, time });
        }
    }

    fn names(&mut self, names: who::Names, waits: Option<(Range<usize>, Range<usize>)>) {
        if let Some((word, who)) = waits.filter(|_| !self.capture.is_visit()) {
            let known = names.known.iter().find(|(range, _)| who.contains(&range.start));
            let named = known.map(|(_, one)| one.name.clone());
            self.capture.waiting_on = Some(named.unwrap_or_else(|| self.line.slice(&who).trim().to_owned()));
            self.parts.push((Part::Waits, word.start..who.end));
        }
        for (range, one) in names.known {
            let place = match one.noun {
                Noun::Person if !self.capture.people.contains(&one) => {
                    self.capture.people.push(one);
                    true
                }
                Noun::Account => set(&mut self.capture.account, one),
                Noun::Opp => set(&mut self.capture.deal, one),
                _ => false,
            };
            if place {
                self.parts.push((Part::Who, range));
            } else {
                self.line.set(&range, State::Free);
            }
        }
        self.capture.doubts = names.doubts.into_iter().map(|(_, doubt)| doubt).collect();
    }

    fn finish(self, text: &str) -> Capture {
        let Self { line, mut parts, mut capture } = self;
        parts.sort_by_key(|(part, range)| (range.start, *part));
        capture.parts = parts.into_iter().map(|(part, range)| (part, line.span(&range))).collect();
        let is_visit = capture.is_visit();
        capture.text = tidied(&line.rest(!is_visit), is_visit);
        // A to-do has to be called something: what was typed, where everything in it was understood.
        if capture.text.is_empty() && !is_visit {
            text.trim().clone_into(&mut capture.text);
        }
        capture
    }
}

fn set(held: &mut Option<Named>, one: Named) -> bool {
    let is_free = held.is_none();
    if is_free {
        *held = Some(one);
    }
    is_free
}

/// Signs that join what was cut away.
const JOINTS: &[char] = &[' ', ',', '，', '、', ':', '：', ';', '；', '-', '–', '—', '·', '\u{3000}'];

/// Words that join a purpose to what was cut away before it.
const LEADING: &[&str] = &["re", "about", "with", "to", "for", "at", "on", "and", "the", "in", "关于", "的"];

fn tidied(text: &str, is_visit: bool) -> String {
    let mut text = text.trim_matches(JOINTS);
    if !is_visit {
        return text.to_owned();
    }
    while let Some(rest) = LEADING.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let ends = rest.is_empty() || rest.starts_with(JOINTS) || super::text::is_han(word.chars().next()?);
        ends.then(|| rest.trim_start_matches(JOINTS))
    }) {
        text = rest;
    }
    let line = Line::new(text);
    if kind::leads(&line, line.len()) && !text.contains(['!', '！']) {
        String::new()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests;
