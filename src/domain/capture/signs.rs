//! Whether a line is a visit, by all that it says.

use super::Kind;
use super::kind::{self, Said};
use super::token::Line;
use super::words::Weight;
use crate::domain::todo::TodoKind;
use crate::domain::visit::VisitType;

/// What speaks for a visit and what against it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
pub(super) struct Signs {
    /// What the line says of itself; true for a visit.
    pub told: Option<bool>,
    /// It waits on somebody, as only a to-do can.
    pub is_bound: bool,
    /// It comes again: with a customer it may be a visit.
    pub is_again: bool,
    /// It has a priority, as only a to-do can.
    pub is_pressing: bool,
    /// It names somebody of the book.
    pub has_customer: bool,
    /// A customer is in view.
    pub is_near: bool,
    /// It says where.
    pub has_place: bool,
    /// It says at what time.
    pub has_time: bool,
}

impl Signs {
    /// What the line makes, with the word that says so.
    pub fn kind(&self, line: &Line, verbs: &[Said]) -> (Kind, Option<Said>) {
        let is_visit = self.told == Some(true);
        let is_routine = self.is_again && !self.has_customer && !is_visit;
        let is_todo = self.told == Some(false) || self.is_bound || is_routine;
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
            // A telephone call is something to do; whoever sees a visit in it says so.
            Weight::Phone => false,
        };
        may && (!self.is_pressing || verb.weight == Weight::Plain || self.has_time)
    }
}
