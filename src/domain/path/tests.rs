//! Paths by a worked table, and against every chain there is.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::super::case::sample::day;
use super::super::choice::Choice;
use super::super::influence::Tie;
use super::super::web::sample::{approver, gone, line, person};
use super::*;

/// The numbers of a chain's people with what each link carries.
fn told(people: &[(Role, Person)], lines: &[Influence]) -> Vec<(i64, i64)> {
    let chain = paths(people, lines, &Rules::default(), day(0)).remove(0);
    chain.links.iter().map(|link| (people[link.to].1.head.no, link.carry)).collect()
}

#[test]
fn the_worked_examples_of_the_method() {
    use Coverage::{Brief, InDepth, Multiple};
    use Support::{Enemy, Mentor, Neutral, NonSupporter, Supporter};
    use Tie::{Allied, Conflicts, Influences};
    let boss = |coverage| approver(person(1, Some(Neutral), coverage, 0));
    let one = |number, support, coverage| person(number, Some(support), Some(coverage), 0);
    for (name, people, lines, expected) in [
        ("nobody known", vec![boss(None), person(2, Some(Mentor), None, 1)], vec![], vec![]),
        (
            "in depth is direct",
            vec![boss(Some(InDepth)), one(2, Mentor, InDepth)],
            vec![line(2, 1, Influences, 3)],
            vec![(1, 100)],
        ),
        (
            "through a mentor",
            vec![boss(Some(Brief)), one(2, Mentor, InDepth)],
            vec![line(2, 1, Influences, 2)],
            vec![(2, 100), (1, 70)],
        ),
        (
            "a supporter's voice is cut off",
            vec![boss(None), one(2, Supporter, Multiple)],
            vec![line(2, 1, Influences, 2)],
            vec![(2, 80), (1, 59)],
        ),
        (
            "equal links: fewer steps",
            vec![boss(Some(Brief)), one(2, Neutral, InDepth)],
            vec![line(2, 1, Influences, 3)],
            vec![(1, 40)],
        ),
        (
            "equal steps: the larger sum",
            vec![boss(None), one(2, Mentor, Multiple), one(3, Mentor, InDepth)],
            vec![line(2, 1, Influences, 2), line(3, 1, Influences, 2)],
            vec![(3, 100), (1, 70)],
        ),
        (
            "equal sums: the lower number",
            vec![boss(None), one(3, Mentor, InDepth), one(2, Mentor, InDepth)],
            vec![line(2, 1, Influences, 2), line(3, 1, Influences, 2)],
            vec![(2, 100), (1, 70)],
        ),
        (
            "a report is a weak influence",
            vec![boss(None), person(2, Some(Mentor), Some(InDepth), 1)],
            vec![],
            vec![(2, 100), (1, 40)],
        ),
        (
            "conflicts and enemies carry nothing",
            vec![boss(None), person(2, Some(Mentor), Some(InDepth), 1), one(3, Enemy, InDepth)],
            vec![line(1, 2, Conflicts, 1), line(3, 1, Influences, 3)],
            vec![],
        ),
        (
            "an alliance carries both ways",
            vec![boss(None), one(2, NonSupporter, InDepth)],
            vec![line(1, 2, Allied, 3)],
            vec![(2, 100), (1, 10)],
        ),
        (
            "who left takes us nowhere",
            vec![boss(Some(Brief)), gone(one(2, Mentor, InDepth))],
            vec![line(2, 1, Influences, 3)],
            vec![(1, 40)],
        ),
    ] {
        assert_eq!(told(&people, &lines), expected, "{name}");
    }
}

#[test]
fn the_weakest_link_is_named() {
    let known = |support, coverage, number| person(number, Some(support), Some(coverage), 0);
    let people = [
        approver(known(Support::Neutral, Coverage::None, 1)),
        known(Support::Supporter, Coverage::Multiple, 2),
        known(Support::Mentor, Coverage::InDepth, 3),
    ];
    let lines = [line(3, 2, Tie::Influences, 3), line(2, 1, Tie::Influences, 3)];
    let chain = paths(&people, &lines, &Rules::default(), day(0)).remove(0);
    assert_eq!((chain.approver, chain.carry(), chain.weakest(), chain.from(2)), (0, 85, Some(2), Some(1)));
    assert_eq!(paths(&people[1..], &lines, &Rules::default(), day(0)), []);
}

/// Every chain that ends at `goal`, extended one by one.
fn every(web: &Web, trail: &mut Vec<Link>, goal: usize, found: &mut Vec<Vec<Link>>) {
    let next = trail.last().map_or(web.entries.as_slice(), |link| web.after(link.to)).to_vec();
    for link in next {
        if trail.iter().all(|before| before.to != link.to) {
            trail.push(link);
            if link.to == goal {
                found.push(trail.clone());
            }
            every(web, trail, goal, found);
            trail.pop();
        }
    }
}

proptest! {
    #[test]
    fn the_best_chain_is_the_best_of_all(
        marks in prop::collection::vec((0usize..6, 0usize..6, 0i64..8, any::<bool>()), 1..=7),
        drawn in prop::collection::vec((1i64..8, 1i64..8, 0usize..3, 1i64..4), 0..14),
    ) {
        let mut people: Vec<_> = (1..).zip(&marks).map(|(number, (support, coverage, boss, left))| {
            let made = person(number, Support::ALL.get(*support).copied(), Coverage::ALL.get(*coverage).copied(), *boss);
            if *left && number % 3 == 0 { gone(made) } else { made }
        }).collect();
        people[0] = approver(people[0].clone());
        let lines: Vec<_> = drawn.iter().map(|(from, to, tie, force)| line(*from, *to, Tie::ALL[*tie], *force)).collect();
        let rules = Rules::default();
        let chain = paths(&people, &lines, &rules, day(0)).remove(0);
        let web = Web::of(&people, &lines, rules.path, day(0));
        let mut all = Vec::new();
        every(&web, &mut Vec::new(), 0, &mut all);
        let best = all.into_iter().min_by_key(|links| {
            let carries = || links.iter().map(|link| link.carry);
            let numbers: Vec<i64> = links.iter().map(|link| web.numbers[link.to]).collect();
            (Reverse(carries().min()), links.len(), Reverse(carries().sum::<i64>()), numbers)
        });
        prop_assert_eq!(chain.links, best.unwrap_or_default());
    }
}
