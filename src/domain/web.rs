//! Who sways whom in a deal: the drawn lines, and the formal ones where nothing else is drawn.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::id::Id;
use super::influence::{Influence, Tie};
use super::person::{Person, Role};

/// Why one person can sway another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// Reports to the other, and nothing else is drawn between them.
    Report,
    /// Stands together with the other.
    Alliance,
    /// Influences the other.
    Influence,
}

impl Bond {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Alliance => "alliance",
            Self::Influence => "influence",
        }
    }
}

/// One person's pull on another; persons are places in the deal's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pull {
    /// Who pulls.
    pub from: usize,
    /// Who is swayed.
    pub to: usize,
    /// Why.
    pub bond: Bond,
    /// 1 weak to 3 strong.
    pub strength: i64,
}

/// Every pull between people who are still there, each pair of a direction once, by `from` and `to`.
pub fn pulls(people: &[(Role, Person)], lines: &[Influence], today: NaiveDate) -> Vec<Pull> {
    let there = people.iter().enumerate().filter(|(_, (_, person))| is_there(person, today));
    let at: HashMap<Id, usize> = there.map(|(at, (_, person))| (person.head.id, at)).collect();
    let mut found: BTreeMap<(usize, usize), Pull> = BTreeMap::new();
    let mut apart = HashSet::new();
    for line in lines {
        let (Some(from), Some(to)) = (at.get(&line.from).copied(), at.get(&line.to).copied()) else {
            continue;
        };
        let bond = match line.kind {
            Tie::Influences => Bond::Influence,
            Tie::Allied => Bond::Alliance,
            Tie::Conflicts => {
                apart.extend([(from, to), (to, from)]);
                continue;
            }
        };
        keep(&mut found, Pull { from, to, bond, strength: line.force() });
        if bond == Bond::Alliance {
            keep(&mut found, Pull { from: to, to: from, bond, strength: line.force() });
        }
    }
    for (id, from) in &at {
        let boss = people.get(*from).and_then(|(_, person)| person.reports_to).filter(|boss| boss != id);
        let Some(to) = boss.and_then(|boss| at.get(&boss).copied()) else { continue };
        if !apart.contains(&(*from, to)) {
            let formal = Pull { from: *from, to, bond: Bond::Report, strength: 1 };
            found.entry((*from, to)).or_insert(formal);
        }
    }
    found.into_values().filter(|pull| pull.from != pull.to).collect()
}

fn keep(found: &mut BTreeMap<(usize, usize), Pull>, pull: Pull) {
    let held = found.entry((pull.from, pull.to)).or_insert(pull);
    if (pull.strength, pull.bond) > (held.strength, held.bond) {
        *held = pull;
    }
}

/// Whether a person is still at the account on a day.
pub fn is_there(person: &Person, today: NaiveDate) -> bool {
    person.left_on.is_none_or(|day| day > today)
}

#[cfg(test)]
pub(super) mod sample {
    //! Deals of a few people for tests; person 1 has number 1 and place 0.

    use super::*;
    use crate::domain::case::sample::day;
    use crate::domain::person::{BuyingRole, Coverage, Support};

    pub fn id(number: i64) -> Id {
        format!("00000000-0000-7000-8000-{number:012}").parse().unwrap()
    }

    /// A person by number; `marks` are support and coverage, `boss` a number or 0.
    pub fn person(
        number: i64,
        support: Option<Support>,
        coverage: Option<Coverage>,
        boss: i64,
    ) -> (Role, Person) {
        let mut person = Person { name: format!("p{number}"), ..Person::default() };
        person.head.id = id(number);
        person.head.no = number;
        person.reports_to = (boss > 0).then(|| id(boss));
        (Role { person: id(number), support, coverage, ..Role::default() }, person)
    }

    pub fn approver(mut one: (Role, Person)) -> (Role, Person) {
        one.0.buying_role = Some(BuyingRole::Approver);
        one
    }

    pub fn gone(mut one: (Role, Person)) -> (Role, Person) {
        one.1.left_on = Some(day(-1));
        one
    }

    pub fn line(from: i64, to: i64, kind: Tie, strength: i64) -> Influence {
        Influence { from: id(from), to: id(to), kind, strength: Some(strength), ..Influence::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::sample::{gone, line, person};
    use super::*;

    fn told(people: &[(Role, Person)], lines: &[Influence]) -> Vec<(usize, usize, Bond, i64)> {
        pulls(people, lines, day(0)).iter().map(|one| (one.from, one.to, one.bond, one.strength)).collect()
    }

    #[test]
    fn a_report_counts_as_a_weak_pull_unless_a_line_says_otherwise() {
        let people = [person(1, None, None, 0), person(2, None, None, 1)];
        for (lines, expected) in [
            (vec![], vec![(1, 0, Bond::Report, 1)]),
            (vec![line(2, 1, Tie::Influences, 3)], vec![(1, 0, Bond::Influence, 3)]),
            (vec![line(1, 2, Tie::Conflicts, 1)], vec![]),
            (vec![line(1, 2, Tie::Influences, 2)], vec![(0, 1, Bond::Influence, 2), (1, 0, Bond::Report, 1)]),
            (vec![line(1, 2, Tie::Allied, 2)], vec![(0, 1, Bond::Alliance, 2), (1, 0, Bond::Alliance, 2)]),
        ] {
            assert_eq!(told(&people, &lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn who_left_pulls_nobody_and_the_stronger_of_two_lines_counts() {
        let people = [person(1, None, None, 0), gone(person(2, None, None, 1)), person(3, None, None, 0)];
        let lines = [
            line(2, 1, Tie::Influences, 3),
            line(3, 1, Tie::Allied, 1),
            line(3, 1, Tie::Influences, 2),
            line(3, 3, Tie::Influences, 3),
        ];
        assert_eq!(told(&people, &lines), [(0, 2, Bond::Alliance, 1), (2, 0, Bond::Influence, 2)]);
    }
}
