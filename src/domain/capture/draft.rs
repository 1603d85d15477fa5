//! From what was found in a line to what it means: what its kind has no field for goes back into the text.

use std::ops::Range;

use chrono::NaiveDate;

use super::kind::{self, Said};
use super::token::{Line, State};
use super::when::When;
use super::words::Weight;
use super::{Capture, Named, Part, who};
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::recur::Recur;
use crate::domain::text::is_han;
use crate::domain::todo::Priority;

/// A line on its way to what it means.
pub(super) struct Draft<'a> {
    /// The line.
    pub line: Line<'a>,
    /// The parts by their tokens.
    pub parts: Vec<(Part, Range<usize>)>,
    /// What it means so far.
    pub capture: Capture,
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

    /// Takes the word of the kind.
    pub fn kind(&mut self, verb: Option<Said>, verbs: &[Said], told: Option<Range<usize>>) {
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

    /// Takes when it is.
    pub fn when(&mut self, when: When, today: NaiveDate) {
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

    /// Takes what signs and rules of recurrence say.
    pub fn marks(
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

    /// Takes names, and whom it waits on.
    pub fn names(&mut self, names: who::Names, waits: Option<(Range<usize>, Range<usize>)>) {
        if let Some((word, who)) = waits.filter(|_| !self.capture.is_visit()) {
            let known = names.known.iter().find(|(range, _)| who.contains(&range.start));
            let who_is = known.map(|(_, one)| one.name.clone());
            self.capture.waiting_on = Some(who_is.unwrap_or_else(|| self.line.slice(&who).trim().to_owned()));
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

    /// What the line means.
    pub fn finish(self, text: &str) -> Capture {
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
        let ends = rest.is_empty() || rest.starts_with(JOINTS) || is_han(word.chars().next()?);
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
