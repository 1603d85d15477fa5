//! Who can take us to the approver, through whom, over which support (N7; `docs/method.md`, "Path to the approver").

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use chrono::NaiveDate;

use super::influence::Influence;
use super::person::{BuyingRole, Coverage, Person, Role, Support};
use super::rules::{Reach, Rules};
use super::web::{Bond, is_there, pulls};

/// One link of a chain; the first one comes from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Whom it leads to: a place in the deal's people.
    pub to: usize,
    /// What it carries, 1 to 100.
    pub carry: i64,
    /// Why it carries; nothing for our own contact.
    pub bond: Option<Bond>,
    /// How strong the bond is, 1 to 3; 0 for our own contact.
    pub strength: i64,
}

/// The best chain from us to one approver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The approver: a place in the deal's people.
    pub approver: usize,
    /// The links in order; none where nobody can take us there.
    pub links: Vec<Link>,
}

impl Chain {
    /// The place of the weakest link, of several the first.
    pub fn weakest(&self) -> Option<usize> {
        (0..self.links.len()).min_by_key(|at| self.links.get(*at).map(|link| link.carry))
    }

    /// What the whole chain carries: its weakest link, 0 where there is none.
    pub fn carry(&self) -> i64 {
        self.links.iter().map(|link| link.carry).min().unwrap_or(0)
    }

    /// Who stands before a link; nothing before the first, which comes from us.
    pub fn from(&self, at: usize) -> Option<usize> {
        self.links.get(at.checked_sub(1)?).map(|link| link.to)
    }
}

/// The best chain to each approver who is still there, in the order of the people.
pub fn paths(people: &[(Role, Person)], drawn: &[Influence], rules: &Rules, today: NaiveDate) -> Vec<Chain> {
    let web = Web::of(people, drawn, rules.path, today);
    let widths = web.widths();
    let signs = |(role, person): &(Role, Person)| {
        role.buying_role == Some(BuyingRole::Approver) && is_there(person, today)
    };
    let chiefs = people.iter().enumerate().filter(|(_, one)| signs(one)).map(|(at, _)| at);
    chiefs
        .map(|approver| {
            let width = widths.get(approver).copied().unwrap_or(0);
            let links = if width > 0 { web.shortest(approver, width) } else { Vec::new() };
            Chain { approver, links }
        })
        .collect()
}

/// What our own contact with a person carries.
fn entry(coverage: Option<Coverage>, reach: Reach) -> i64 {
    i64::from(match coverage {
        Some(Coverage::InDepth) => reach.in_depth,
        Some(Coverage::Multiple) => reach.multiple,
        Some(Coverage::Brief) => reach.brief,
        Some(Coverage::None | Coverage::Unknown) | None => 0,
    })
}

/// How much of a person's weight speaks for us, in percent.
fn voice(support: Option<Support>, reach: Reach) -> i64 {
    i64::from(match support {
        Some(Support::Mentor) => reach.mentor,
        Some(Support::Supporter) => reach.supporter,
        Some(Support::Neutral) => reach.neutral,
        Some(Support::NonSupporter) => reach.non_supporter,
        Some(Support::Enemy) => reach.enemy,
        None => reach.unknown,
    })
}

/// What links lead where, those that carry nothing left out.
struct Web {
    numbers: Vec<i64>,
    entries: Vec<Link>,
    onward: Vec<Vec<Link>>,
}

/// A chain under way: the sum of what its links carry, and the links.
#[derive(Clone)]
struct Trail {
    sum: i64,
    links: Vec<Link>,
}

impl Web {
    fn of(people: &[(Role, Person)], lines: &[Influence], reach: Reach, today: NaiveDate) -> Self {
        let mut onward = vec![Vec::new(); people.len()];
        for pull in pulls(people, lines, today) {
            let strength = match pull.strength {
                3.. => reach.strong,
                2 => reach.medium,
                _ => reach.weak,
            };
            let support = people.get(pull.from).and_then(|(role, _)| role.support);
            let carry = i64::from(strength) * voice(support, reach) / 100;
            if let Some(links) = onward.get_mut(pull.from).filter(|_| carry > 0) {
                links.push(Link { to: pull.to, carry, bond: Some(pull.bond), strength: pull.strength });
            }
        }
        let known = people.iter().enumerate().filter(|(_, (_, person))| is_there(person, today));
        let entries = known.map(|(to, (role, _))| Link {
            to,
            carry: entry(role.coverage, reach),
            bond: None,
            strength: 0,
        });
        Self {
            numbers: people.iter().map(|(_, person)| person.head.no).collect(),
            entries: entries.filter(|link| link.carry > 0).collect(),
            onward,
        }
    }

    fn after(&self, person: usize) -> &[Link] {
        self.onward.get(person).map_or(&[], Vec::as_slice)
    }

    /// The weakest link of the chain to each person that is best by its weakest link.
    fn widths(&self) -> Vec<i64> {
        let mut widths = vec![0; self.numbers.len()];
        let mut open: BinaryHeap<(i64, Reverse<usize>)> = BinaryHeap::new();
        open.extend(self.entries.iter().map(|link| (link.carry, Reverse(link.to))));
        while let Some((width, Reverse(person))) = open.pop() {
            let Some(held) = widths.get_mut(person).filter(|held| **held < width) else { continue };
            *held = width;
            open.extend(self.after(person).iter().map(|link| (width.min(link.carry), Reverse(link.to))));
        }
        widths
    }

    /// Over links that carry at least `width`: the fewest steps, then the larger sum, then the lower numbers.
    fn shortest(&self, goal: usize, width: i64) -> Vec<Link> {
        let mut seen = vec![false; self.numbers.len()];
        let start = Trail { sum: 0, links: Vec::new() };
        let mut layer = self.layer(vec![(start, &self.entries)], &seen, width);
        while !layer.is_empty() {
            if let Some((_, trail)) = layer.iter().find(|(person, _)| *person == goal) {
                return trail.links.clone();
            }
            for (person, _) in &layer {
                if let Some(seen) = seen.get_mut(*person) {
                    *seen = true;
                }
            }
            let steps = layer.into_iter().map(|(person, trail)| (trail, self.after(person))).collect();
            layer = self.layer(steps, &seen, width);
        }
        Vec::new()
    }

    /// The best trail to each person one step further.
    fn layer(&self, steps: Vec<(Trail, &[Link])>, seen: &[bool], width: i64) -> Vec<(usize, Trail)> {
        let mut best: Vec<Option<Trail>> = vec![None; seen.len()];
        for (trail, links) in steps {
            let fresh = |link: &&Link| link.carry >= width && seen.get(link.to) == Some(&false);
            for link in links.iter().filter(fresh) {
                let Some(held) = best.get_mut(link.to) else { continue };
                let mut longer = trail.clone();
                longer.sum += link.carry;
                longer.links.push(*link);
                if held.as_ref().is_none_or(|held| self.is_better(&longer, held)) {
                    *held = Some(longer);
                }
            }
        }
        best.into_iter().enumerate().filter_map(|(person, trail)| Some((person, trail?))).collect()
    }

    fn is_better(&self, one: &Trail, other: &Trail) -> bool {
        let key = |trail: &Trail| {
            let numbers: Vec<i64> =
                trail.links.iter().filter_map(|link| self.numbers.get(link.to).copied()).collect();
            (Reverse(trail.sum), numbers)
        };
        key(one) < key(other)
    }
}

#[cfg(test)]
mod tests;
