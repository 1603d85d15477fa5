//! What the tab reads of a deal, and what follows from it: trees, paths, gaps.

use std::collections::HashMap;

use crate::domain::chart::{self, Spot};
use crate::domain::coverage::{self, Gap};
use crate::domain::decision::Decision;
use crate::domain::id::Id;
use crate::domain::influence::{Influence, Tie};
use crate::domain::noun::Noun;
use crate::domain::path::{self, Chain};
use crate::domain::person::{Person, PoliticalStatus, Role};
use crate::domain::web;
use crate::store::Fault;
use crate::tui::screen::Sight;
use crate::tui::screen::deal::Facts;

/// A deal's politics and process; persons are places in the deal's people.
#[derive(Default)]
pub struct Politics {
    /// The drawn lines.
    pub lines: Vec<Influence>,
    /// The decision steps in order.
    pub steps: Vec<Decision>,
    /// The account's people who have no part yet.
    pub newcomers: Vec<Person>,
    /// The formal tree.
    pub formal: Vec<Spot>,
    /// The tree of who sways whom.
    pub political: Vec<Spot>,
    /// The path to each approver.
    pub chains: Vec<Chain>,
    /// The coverage gaps.
    pub gaps: Vec<Gap>,
    /// What changes need to know, in the order of the people.
    pub seats: Vec<Seat>,
    names: HashMap<Id, String>,
    places: HashMap<Id, usize>,
}

/// What changes need to know of a person in the deal.
pub struct Seat {
    /// The person.
    pub id: Id,
    /// The person's number.
    pub person: i64,
    /// The role's number.
    pub role: i64,
    /// Where the person stands.
    pub circle: Option<PoliticalStatus>,
}

/// How a drawn line stands to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The other sways the person.
    By,
    /// The person sways the other.
    On,
    /// They work against each other.
    Against,
    /// They stand together.
    With,
}

impl Politics {
    /// Reads all of it.
    pub fn read(sight: &Sight, facts: &Facts) -> Result<Self, Fault> {
        let (store, today) = (sight.store, sight.desk.stamp.today());
        let (people, id) = (&facts.people, facts.deal.head.id);
        let lines = store.influences(id)?;
        let steps = store.decisions(id)?;
        let staff = facts.deal.account.map(|account| store.people(account)).transpose()?.unwrap_or_default();
        let places: HashMap<Id, usize> =
            (0..).zip(people).map(|(at, (_, person))| (person.head.id, at)).collect();
        let mut names: HashMap<Id, String> =
            people.iter().map(|(_, person)| (person.head.id, person.name.clone())).collect();
        for person in steps.iter().filter_map(|step| step.person) {
            if let (false, Some(sheet)) = (names.contains_key(&person), store.sheet(Noun::Person, person)?) {
                names.insert(person, sheet.name);
            }
        }
        let pulls = web::pulls(people, &lines, today);
        Ok(Self {
            formal: chart::formal(people, &staff),
            political: chart::political(people, &pulls, today),
            chains: path::paths(people, &lines, &store.rules, today),
            gaps: coverage::gaps(people, &store.rival_names(&facts.deal)?, &store.rules, today),
            newcomers: staff
                .into_iter()
                .filter(|person| !places.contains_key(&person.head.id) && web::is_there(person, today))
                .collect(),
            seats: people.iter().map(|(role, person)| Seat::of(role, person)).collect(),
            lines,
            steps,
            names,
            places,
        })
    }

    /// The person at a place.
    pub fn id(&self, place: usize) -> Option<Id> {
        self.seats.get(place).map(|seat| seat.id)
    }

    /// What a person is called.
    pub fn name(&self, person: Id) -> &str {
        self.names.get(&person).map_or("", String::as_str)
    }

    /// A person's place in the deal's people.
    pub fn place(&self, person: Id) -> Option<usize> {
        self.places.get(&person).copied()
    }

    /// A person's lines with the other person of each, in the order in which they are shown.
    pub fn ties(&self, person: Id) -> Vec<(Side, &Influence, Id)> {
        let own = self.lines.iter().filter(|line| line.from == person || line.to == person);
        let mut ties: Vec<_> = own
            .map(|line| {
                let other = if line.from == person { line.to } else { line.from };
                let side = match line.kind {
                    Tie::Conflicts => Side::Against,
                    Tie::Allied => Side::With,
                    Tie::Influences if line.from == person => Side::On,
                    Tie::Influences => Side::By,
                };
                (side, line, other)
            })
            .collect();
        ties.sort_by_key(|(side, line, _)| (*side, -line.force(), line.head.no));
        ties
    }

    /// The chain to this person, if an approver, else the first.
    pub fn chain(&self, person: Option<Id>) -> Option<&Chain> {
        let place = person.and_then(|person| self.place(person));
        self.chains.iter().find(|chain| Some(chain.approver) == place).or_else(|| self.chains.first())
    }

    /// Whether a person stands on that chain.
    pub fn is_on(chain: Option<&Chain>, place: usize) -> bool {
        chain.is_some_and(|chain| chain.links.iter().any(|link| link.to == place))
    }
}

impl Seat {
    fn of(role: &Role, person: &Person) -> Self {
        let circle = role.political_status;
        Self { id: person.head.id, person: person.head.no, role: role.head.no, circle }
    }
}

/// The person of a deal at a place.
pub fn seat(facts: &Facts, place: usize) -> Option<(&Role, &Person)> {
    facts.people.get(place).map(|(role, person)| (role, person))
}
