//! What is known already beside a question of the gates, so that nobody types it twice (`docs/method.md`, "Hints").

use std::collections::HashMap;

use chrono::NaiveDate;

use super::case::{Case, Seat};
use super::choice::choice;
use super::factor::{Factor, FactorClass, SetBy};
use super::id::Id;
use super::influence::{Influence, Tie};
use super::person::{BuyingRole, Coverage, PoliticalStatus, Support};

choice! {
    /// What a hint says.
    Clue in "clue" {
        /// Q6: how many factors are listed, how many are formal, how many mandatory.
        Factors = "factors",
        /// Q6: factors of which nobody knows who set them.
        Unset = "unset",
        /// Q8: requests that are still open.
        Held = "held",
        /// Q11: the mentors.
        Mentors = "mentors",
        /// Q11: the supporters.
        Supporters = "supporters",
        /// Q11: the key players among mentors and supporters.
        KeyAllies = "key-allies",
        /// Q11: mentors or supporters are there, and none is a key player.
        NoKeyAlly = "no-key-ally",
        /// Q11: of so many people nobody is for us.
        NoAllies = "no-allies",
        /// Q12: who approves.
        Approvers = "approvers",
        /// Q12: who decides.
        Deciders = "deciders",
        /// Q12: of so many people nobody is marked to approve or decide.
        NoDeciders = "no-deciders",
        /// Q13: factors that a competitor set.
        SetByRival = "set-by-rival",
        /// Q13: rivals that the customer uses today.
        Incumbent = "incumbent",
        /// Q13: factors that we set.
        SetByUs = "set-by-us",
        /// Q14: factors that are not written down, with who holds them.
        Informal = "informal",
        /// Q14: personal factors, with who holds them.
        Personal = "personal",
        /// Q15: of how many people the political status is known.
        Placed = "placed",
        /// Q15: the inner circle.
        InnerCircle = "inner-circle",
        /// Q15: how many lines of influence are drawn.
        Lines = "lines",
        /// Q15: who works against whom.
        Conflicts = "conflicts",
    }
}

/// A person as a hint shows one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The name.
    pub name: String,
    /// Whether the person is for us.
    pub support: Option<Support>,
    /// How well we know the person.
    pub coverage: Option<Coverage>,
}

/// A factor with who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The factor.
    pub factor: String,
    /// The people, by name.
    pub by: Vec<String>,
}

/// What fills one place of a hint's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A count.
    Number(usize),
    /// Names of people, rivals or factors.
    Names(Vec<String>),
    /// People with two of their marks.
    People(Vec<Known>),
    /// Factors with who holds them.
    Factors(Vec<Held>),
    /// Two people each.
    Pairs(Vec<(String, String)>),
}

/// One thing that is known beside a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The question, 1 to 15.
    pub question: u8,
    /// What it says.
    pub clue: Clue,
    /// What fills its sentence, in order.
    pub facts: Vec<Fact>,
}

/// What hints are read from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The deal with what hangs on it.
    pub case: &'a Case<'a>,
    /// The lines of influence between its people.
    pub lines: &'a [Influence],
    /// The names of the people that factors and lines name.
    pub names: &'a HashMap<Id, String>,
    /// The day.
    pub today: NaiveDate,
}

/// All hints of a deal, by question; where nothing is known there is none.
pub fn hints(ground: &Ground<'_>) -> Vec<Hint> {
    [criteria(ground), allies(ground), deciders(ground), leaning(ground), unwritten(ground), politics(ground)]
        .concat()
}

fn hint(question: u8, clue: Clue, facts: Vec<Fact>) -> Hint {
    Hint { question, clue, facts }
}

/// What holds question 8 at unknown: open requests for resources, as `#12 title`; nothing where there is none (R2).
pub fn held(asks: Vec<String>) -> Option<Hint> {
    named(8, Clue::Held, asks)
}

/// A hint of names; none where there is no name.
fn named(question: u8, clue: Clue, names: Vec<String>) -> Option<Hint> {
    (!names.is_empty()).then(|| hint(question, clue, vec![Fact::Names(names)]))
}

impl Ground<'_> {
    fn factors(&self) -> impl Iterator<Item = &Factor> {
        self.case.matrix.lines.iter().map(|line| &line.factor)
    }

    fn factors_where(&self, keep: impl Fn(&Factor) -> bool) -> Vec<String> {
        self.factors().filter(|one| keep(one)).map(|one| one.name.clone()).collect()
    }

    fn people(&self) -> Vec<&Seat> {
        self.case.people.iter().filter(|seat| seat.is_there(self.today)).collect()
    }

    fn name(&self, id: Id) -> Option<String> {
        self.names.get(&id).cloned()
    }
}

fn criteria(ground: &Ground<'_>) -> Vec<Hint> {
    let all = ground.factors().count();
    if all == 0 {
        return Vec::new();
    }
    let formal = ground.factors().filter(|one| one.formal == Some(true)).count();
    let mandatory = ground.factors().filter(|one| one.mandatory).count();
    let counts = [all, formal, mandatory].map(Fact::Number).to_vec();
    let unset = named(6, Clue::Unset, ground.factors_where(|one| one.set_by.is_none()));
    std::iter::once(hint(6, Clue::Factors, counts)).chain(unset).collect()
}

fn allies(ground: &Ground<'_>) -> Vec<Hint> {
    let people = ground.people();
    let of = |support: Support| -> Vec<String> {
        let fits = people.iter().filter(|seat| seat.role.support == Some(support));
        fits.map(|seat| seat.name.clone()).collect()
    };
    let is_ally = |seat: &Seat| matches!(seat.role.support, Some(Support::Mentor | Support::Supporter));
    let (mentors, supporters) = (of(Support::Mentor), of(Support::Supporter));
    if people.is_empty() {
        return Vec::new();
    }
    if mentors.is_empty() && supporters.is_empty() {
        return vec![hint(11, Clue::NoAllies, vec![Fact::Number(people.len())])];
    }
    let key = people.iter().filter(|seat| is_ally(seat) && seat.role.is_key_player());
    let key: Vec<String> = key.map(|seat| seat.name.clone()).collect();
    let key = named(11, Clue::KeyAllies, key).unwrap_or_else(|| hint(11, Clue::NoKeyAlly, Vec::new()));
    let listed = [named(11, Clue::Mentors, mentors), named(11, Clue::Supporters, supporters), Some(key)];
    listed.into_iter().flatten().collect()
}

fn deciders(ground: &Ground<'_>) -> Vec<Hint> {
    let people = ground.people();
    let of = |role: BuyingRole, clue: Clue| {
        let fits = people.iter().filter(|seat| seat.role.buying_role == Some(role));
        let known = |seat: &&Seat| Known {
            name: seat.name.clone(),
            support: seat.role.support,
            coverage: seat.role.coverage,
        };
        let known: Vec<Known> = fits.map(known).collect();
        (!known.is_empty()).then(|| hint(12, clue, vec![Fact::People(known)]))
    };
    let found = [of(BuyingRole::Approver, Clue::Approvers), of(BuyingRole::Decider, Clue::Deciders)];
    let found: Vec<Hint> = found.into_iter().flatten().collect();
    if found.is_empty() && !people.is_empty() {
        return vec![hint(12, Clue::NoDeciders, vec![Fact::Number(people.len())])];
    }
    found
}

fn leaning(ground: &Ground<'_>) -> Vec<Hint> {
    let set_by = |who: SetBy| ground.factors_where(|one| one.set_by == Some(who));
    let incumbents = ground.case.matrix.rivals.iter().filter(|one| one.rival.incumbent);
    let incumbents = incumbents.map(|one| one.competitor.name.clone()).collect();
    let found = [
        named(13, Clue::SetByRival, set_by(SetBy::Competitor)),
        named(13, Clue::Incumbent, incumbents),
        named(13, Clue::SetByUs, set_by(SetBy::Us)),
    ];
    found.into_iter().flatten().collect()
}

fn unwritten(ground: &Ground<'_>) -> Vec<Hint> {
    let held = |keep: fn(&Factor) -> bool, clue: Clue| {
        let held = ground.factors().filter(|one| keep(one)).map(|one| Held {
            factor: one.name.clone(),
            by: one.person.iter().filter_map(|id| ground.name(*id)).collect(),
        });
        let held: Vec<Held> = held.collect();
        (!held.is_empty()).then(|| hint(14, clue, vec![Fact::Factors(held)]))
    };
    let found = [
        held(|one| one.class == FactorClass::Personal, Clue::Personal),
        held(|one| one.class != FactorClass::Personal && one.formal == Some(false), Clue::Informal),
    ];
    found.into_iter().flatten().collect()
}

fn politics(ground: &Ground<'_>) -> Vec<Hint> {
    let people = ground.people();
    let placed = people.iter().filter(|seat| seat.role.political_status.is_some()).count();
    let inner = people
        .iter()
        .filter(|seat| seat.role.political_status == Some(PoliticalStatus::InnerCircle))
        .map(|seat| seat.name.clone())
        .collect();
    let against = ground.lines.iter().filter(|line| line.kind == Tie::Conflicts);
    let pairs = against.filter_map(|line| ground.name(line.from).zip(ground.name(line.to)));
    let pairs: Vec<(String, String)> = pairs.collect();
    let counts = vec![Fact::Number(placed), Fact::Number(people.len())];
    let found = [
        named(15, Clue::InnerCircle, inner),
        (!pairs.is_empty()).then(|| hint(15, Clue::Conflicts, vec![Fact::Pairs(pairs)])),
        (!people.is_empty()).then(|| hint(15, Clue::Placed, counts)),
        (!ground.lines.is_empty()).then(|| hint(15, Clue::Lines, vec![Fact::Number(ground.lines.len())])),
    ];
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
