//! An account's people as a tree: each below the one they report to.

use ratatui::style::Style;

use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::tui::paint::Paint;
use crate::tui::shape::tree::Node;

/// People in the order of a tree: each below the one they report to, with the depth.
pub fn tree(people: Vec<Person>) -> Vec<(usize, Person)> {
    fn below(boss: Option<Id>, depth: usize, left: &mut Vec<Person>, placed: &mut Vec<(usize, Person)>) {
        let (own, rest): (Vec<Person>, Vec<Person>) =
            std::mem::take(left).into_iter().partition(|person| person.reports_to == boss);
        *left = rest;
        for person in own {
            let id = person.head.id;
            placed.push((depth, person));
            below(Some(id), depth + 1, left, placed);
        }
    }
    let (mut left, mut placed) = (people, Vec::new());
    let known: Vec<Id> = left.iter().map(|person| person.head.id).collect();
    // Who reports to somebody outside this account stands at the top.
    for person in &mut left {
        person.reports_to = person.reports_to.filter(|boss| known.contains(boss));
    }
    below(None, 0, &mut left, &mut placed);
    placed.extend(left.into_iter().map(|person| (0, person)));
    placed
}

/// The people as lines of a tree; who has left is faint.
pub fn nodes(people: &[(usize, Person)], paint: &Paint) -> Vec<Node> {
    let node = |(depth, person): &(usize, Person)| {
        let parts = [
            person.title.as_deref(),
            person.dept.as_deref(),
            person.mobile.as_deref(),
            person.email.as_deref(),
        ];
        let rest: Vec<&str> = parts.into_iter().flatten().collect();
        let style = if person.left_on.is_some() { paint.theme.dim } else { Style::new() };
        Node { depth: *depth, text: format!("{}  {}", person.name, rest.join(" · ")), style }
    };
    people.iter().map(node).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_stand_below_their_boss_and_nobody_is_lost_in_a_circle() {
        let person = |no: u64, boss: Option<u64>| {
            let mut person = Person { name: no.to_string(), ..Person::default() };
            person.head.id = Id::born_at(no);
            (person, boss)
        };
        let mut people: Vec<(Person, Option<u64>)> =
            [(1, Some(9)), (2, Some(3)), (3, Some(1)), (4, Some(5)), (5, Some(4)), (6, None)]
                .map(|(no, boss)| person(no, boss))
                .into();
        let ids: Vec<Id> = people.iter().map(|(person, _)| person.head.id).collect();
        for (person, boss) in &mut people {
            let own = boss.and_then(|no| ids.get(usize::try_from(no).unwrap() - 1).copied());
            person.reports_to = own.or_else(|| boss.map(Id::born_at));
        }
        let placed = tree(people.into_iter().map(|(person, _)| person).collect());
        let shown: Vec<(usize, &str)> =
            placed.iter().map(|(depth, person)| (*depth, person.name.as_str())).collect();
        assert_eq!(shown, [(0, "1"), (1, "3"), (2, "2"), (0, "6"), (0, "4"), (0, "5")]);
    }
}
