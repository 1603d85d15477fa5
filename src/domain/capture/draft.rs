//! From what was found in a line to what it means: what its kind has no field for goes back into the text.

use std::ops::Range;

use super::kind::{self, Said};
use super::token::{Class, Line, State};
use super::when::When;
use super::words::Weight;
use super::{Capture, Fresh, Named, Note, Part, hour, note, who};
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::recur::Recur;
use crate::domain::todo::Priority;
use crate::domain::when::Days;

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
    pub fn when(&mut self, when: When, days: &Days) {
        let today = days.today;
        self.capture.notes = note::of_when(&self.line, &when, days);
        let is_visit = self.capture.is_visit();
        let first = when.day.clone();
        let day = match when.day {
            // What was sent three days ago is not due three days ago.
            Some((range, day)) if day < today && !is_visit => {
                self.capture.notes.push(Note::SaidPast(self.line.slice(&range).trim().to_owned()));
                self.release(Some((range, ())));
                None
            }
            day => self.put(Part::Day, day),
        };
        if let (true, false, Some((range, _))) = (when.is_stretch, is_visit, &when.time) {
            self.line.set(range, State::Free);
        }
        // An hour of a day that is none is not one of today.
        let is_lost = day.is_none() && !when.none.is_empty();
        let (time, lost) = if is_lost { (None, when.time) } else { (when.time, None) };
        self.release(lost);
        let what = self.capture.what.as_deref();
        let time = time.map(|(range, told)| (range, hour::at_a_meal(told, what)));
        let time = self.put(Part::Time, time);
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
        } else if when.until.is_some() {
            // What is due on several days is called by them: half of `mon-wed` would say something else.
            self.release(when.until);
            self.release(first);
        }
    }

    /// Takes what signs and rules of recurrence say.
    pub fn marks(
        &mut self,
        place: Found<String>,
        tags: Vec<(Range<usize>, String)>,
        urgent: Found<Priority>,
        recur: Found<Recur>,
        days: &Days,
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
            // The first of them is not over yet.
            let first = rule.first(days.today, days.workdays).map(|day| Moment { day, time });
            let over = first.filter(|when| note::is_past(*when, days)).and_then(|_| days.today.succ_opt());
            let later = over.and_then(|next| rule.first(next, days.workdays)).map(|day| Moment { day, time });
            self.capture.when = later.or(first);
        }
        let past = self.capture.when.filter(|when| note::is_past(*when, days));
        self.capture.notes.extend(past.map(Note::Past));
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

    /// Takes whom nobody of the book is; a to-do is called by them anyway.
    pub fn fresh(&mut self, fresh: Vec<(Range<usize>, Fresh)>) {
        let is_visit = self.capture.is_visit();
        for (range, one) in fresh.into_iter().filter(|_| is_visit) {
            who::keep_joint(&mut self.line, range.start);
            self.line.set(&range, State::Kept);
            self.parts.push((Part::Who, range));
            self.capture.fresh.push(one);
        }
    }

    /// What the line means.
    pub fn finish(self, text: &str) -> Capture {
        let Self { mut line, mut parts, mut capture } = self;
        let is_visit = capture.is_visit();
        if is_visit {
            lead_off(&mut line);
        }
        parts.extend(joints(&line, &parts, is_visit));
        parts.sort_by_key(|(part, range)| (range.start, *part));
        capture.parts = parts.into_iter().map(|(part, range)| (part, line.span(&range))).collect();
        line.rest(!is_visit).trim_matches(JOINTS).clone_into(&mut capture.text);
        // A to-do has to be called something: what was typed, where everything in it was understood.
        if capture.text.is_empty() && !is_visit {
            text.trim().clone_into(&mut capture.text);
        }
        capture
    }
}

/// The tokens that neither stay in the text nor belong to a part: what joins the parts.
fn joints(line: &Line, parts: &[(Part, Range<usize>)], is_visit: bool) -> Vec<(Part, Range<usize>)> {
    let stays = |at: usize| match line.state(at) {
        State::Free => true,
        State::Kept => !is_visit,
        State::Cut => false,
    };
    let is_told = |at: usize| parts.iter().any(|(_, range)| range.contains(&at));
    (0..line.len()).filter(|at| !stays(*at) && !is_told(*at)).map(|at| (Part::Joint, at..at + 1)).collect()
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

/// Takes what only joins a purpose to what stood before it; a purpose of nothing but such words is none.
fn lead_off(line: &mut Line) {
    let mut at = 0;
    while at < line.len() {
        let word = line.word(at);
        let is_sign = word.chars().all(|sign| JOINTS.contains(&sign));
        if !line.is_free(at) || is_sign {
            at += 1;
            continue;
        }
        let Some(lead) =
            LEADING.iter().find(|lead| **lead == word || (!word.is_empty() && line.starts(at, lead)))
        else {
            break;
        };
        let end = at + if line.class(at) == Some(Class::Han) { lead.chars().count() } else { 1 };
        line.set(&(at..end), State::Cut);
        at = end;
    }
    if kind::leads(line, line.len()) && (0..line.len()).all(|at| line.word(at) != "!" || !line.is_free(at)) {
        line.set(&(0..line.len()), State::Cut);
    }
}
