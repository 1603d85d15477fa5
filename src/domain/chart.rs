//! A deal's people as trees: by whom they report to (D10), and by whom they sway on the way to the approver (D11).

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use chrono::NaiveDate;

use super::id::Id;
use super::person::{BuyingRole, Person, Role};
use super::web::{Bond, Pull, is_there};

/// A person's place in a tree; the people below follow, one deeper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// A place in the deal's people.
    pub person: usize,
    /// How deep it stands, 0 for a root.
    pub depth: usize,
    /// The pull on the person above; nothing for a root, or where the tree is the formal one.
    pub pull: Option<Pull>,
    /// Whether the root is an approver.
    pub leads: bool,
}

/// The formal tree: each below the nearest superior who has a part in the deal; `staff` are the account's people.
pub fn formal(people: &[(Role, Person)], staff: &[Person]) -> Vec<Spot> {
    let at: HashMap<Id, usize> = (0..).zip(people).map(|(at, (_, person))| (person.head.id, at)).collect();
    let bosses: HashMap<Id, Option<Id>> =
        staff.iter().map(|person| (person.head.id, person.reports_to)).collect();
    let above = |person: &Person| {
        let mut boss = person.reports_to;
        // A ring of superiors ends the climb.
        for _ in 0..=staff.len() {
            match at.get(&boss?) {
                Some(found) => return Some(*found),
                None => boss = bosses.get(&boss?).copied().flatten(),
            }
        }
        None
    };
    let parents: Vec<Option<usize>> = people.iter().map(|(_, person)| above(person)).collect();
    let mut tree = Tree::new(people.len());
    for (at, parent) in parents.iter().enumerate() {
        if let Some(below) =
            parent.filter(|parent| *parent != at).and_then(|parent| tree.below.get_mut(parent))
        {
            below.push((at, None));
        }
    }
    let roots = (0..people.len()).filter(|at| parents.get(*at).copied().flatten().is_none_or(|up| up == *at));
    for root in roots.chain(0..people.len()) {
        tree.grow(root, false);
    }
    tree.spots
}

/// The political tree: from each approver down, each below the one whom the person sways most directly on the way
/// there; then the others, below those of them that sway nobody.
pub fn political(people: &[(Role, Person)], pulls: &[Pull], today: NaiveDate) -> Vec<Spot> {
    let signs = |at: &usize| {
        let found = people.get(*at);
        found.is_some_and(|(role, person)| {
            role.buying_role == Some(BuyingRole::Approver) && is_there(person, today)
        })
    };
    let mut incoming: Vec<Vec<Pull>> = vec![Vec::new(); people.len()];
    let mut pulls_any = vec![false; people.len()];
    for pull in pulls {
        if let (Some(into), Some(any)) = (incoming.get_mut(pull.to), pulls_any.get_mut(pull.from)) {
            into.push(*pull);
            *any = true;
        }
    }
    let mut cost: Vec<Option<i64>> = vec![None; people.len()];
    let mut tree = Tree::new(people.len());
    let chiefs: Vec<usize> = (0..people.len()).filter(signs).collect();
    tree.spread(&chiefs, &incoming, &mut cost);
    for root in chiefs {
        tree.grow(root, true);
    }
    let sways_nobody = |at: &usize| pulls_any.get(*at) == Some(&false);
    let ends: Vec<usize> = (0..people.len()).filter(sways_nobody).collect();
    for root in ends.into_iter().chain(0..people.len()) {
        if cost.get(root) == Some(&None) {
            tree.spread(&[root], &incoming, &mut cost);
        }
        tree.grow(root, false);
    }
    tree.spots
}

/// Who stands below whom, and what has been laid out.
struct Tree {
    below: Vec<Vec<(usize, Option<Pull>)>>,
    placed: Vec<bool>,
    spots: Vec<Spot>,
}

impl Tree {
    fn new(count: usize) -> Self {
        Self { below: vec![Vec::new(); count], placed: vec![false; count], spots: Vec::new() }
    }

    /// Lays out a root with all below it, unless it stands somewhere.
    fn grow(&mut self, root: usize, leads: bool) {
        let mut open = vec![Spot { person: root, depth: 0, pull: None, leads }];
        while let Some(spot) = open.pop() {
            let Some(placed) = self.placed.get_mut(spot.person).filter(|placed| !**placed) else { continue };
            *placed = true;
            self.spots.push(spot);
            let below = self.below.get(spot.person).map_or(&[][..], Vec::as_slice);
            let spots = below.iter().rev().map(|(person, pull)| Spot {
                person: *person,
                depth: spot.depth + 1,
                pull: *pull,
                leads,
            });
            open.extend(spots);
        }
    }

    /// Hangs all who can sway one of the roots below whom they sway: strong lines are short ways, reports long ones.
    fn spread(&mut self, roots: &[usize], incoming: &[Vec<Pull>], cost: &mut [Option<i64>]) {
        let mut open: BinaryHeap<(Reverse<i64>, Reverse<usize>)> = BinaryHeap::new();
        let mut above: HashMap<usize, (i64, Pull)> = HashMap::new();
        open.extend(roots.iter().map(|root| (Reverse(0), Reverse(*root))));
        let mut reached = Vec::new();
        while let Some((Reverse(so_far), Reverse(person))) = open.pop() {
            let Some(held) = cost.get_mut(person).filter(|held| held.is_none()) else { continue };
            *held = Some(so_far);
            reached.push(person);
            for pull in incoming.get(person).map_or(&[][..], Vec::as_slice) {
                let next = so_far + length(*pull);
                let is_root = roots.contains(&pull.from);
                let is_new = cost.get(pull.from) == Some(&None);
                if !is_root && is_new && above.get(&pull.from).is_none_or(|(held, _)| next < *held) {
                    above.insert(pull.from, (next, *pull));
                    open.push((Reverse(next), Reverse(pull.from)));
                }
            }
        }
        reached.sort_unstable();
        for person in reached {
            let Some((_, pull)) = above.get(&person) else { continue };
            if let Some(below) = self.below.get_mut(pull.to) {
                below.push((person, Some(*pull)));
            }
        }
    }
}

fn length(pull: Pull) -> i64 {
    match pull.bond {
        Bond::Influence => 4 - pull.strength,
        Bond::Alliance => 5 - pull.strength,
        Bond::Report => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::super::influence::{Influence, Tie};
    use super::super::web::pulls;
    use super::super::web::sample::{approver, id, line, person};
    use super::*;
    use proptest::prelude::*;

    fn plain(number: i64, boss: i64) -> (Role, Person) {
        person(number, None, None, boss)
    }

    /// Places and depths, the numbers of persons beginning with 1.
    fn told(spots: &[Spot]) -> Vec<(usize, usize)> {
        spots.iter().map(|spot| (spot.person + 1, spot.depth)).collect()
    }

    fn map(people: &[(Role, Person)], lines: &[Influence]) -> Vec<Spot> {
        political(people, &pulls(people, lines, day(0)), day(0))
    }

    #[test]
    fn people_stand_below_their_nearest_superior_in_the_deal() {
        let mut absent = plain(9, 1).1;
        let people = [plain(1, 0), plain(2, 3), plain(3, 9), plain(4, 8), plain(5, 6), plain(6, 5)];
        assert_eq!(
            told(&formal(&people, std::slice::from_ref(&absent))),
            [(1, 0), (3, 1), (2, 2), (4, 0), (5, 0), (6, 1)]
        );
        absent.reports_to = Some(id(9));
        assert_eq!(told(&formal(&people, &[absent])), [(1, 0), (3, 0), (2, 1), (4, 0), (5, 0), (6, 1)]);
    }

    #[test]
    fn people_stand_below_whom_they_sway_on_the_way_to_the_approver() {
        let people = [approver(plain(1, 0)), plain(2, 1), plain(3, 1), plain(4, 1), plain(5, 0), plain(6, 0)];
        let lines = [
            line(2, 1, Tie::Influences, 2),
            line(3, 2, Tie::Influences, 3),
            line(4, 3, Tie::Allied, 3),
            line(3, 4, Tie::Conflicts, 3),
            line(5, 6, Tie::Influences, 1),
        ];
        let spots = map(&people, &lines);
        assert_eq!(told(&spots), [(1, 0), (2, 1), (3, 2), (4, 3), (6, 0), (5, 1)]);
        let led: Vec<bool> = spots.iter().map(|spot| spot.leads).collect();
        assert_eq!(led, [true, true, true, true, false, false]);
        assert_eq!(spots[3].pull.map(|pull| (pull.bond, pull.to)), Some((Bond::Alliance, 2)));
    }

    proptest! {
        #[test]
        fn everybody_stands_in_each_tree_once_and_below_somebody_one_higher(
            bosses in prop::collection::vec(0i64..9, 1..8),
            drawn in prop::collection::vec((1i64..8, 1i64..8, 0usize..3), 0..12),
        ) {
            let mut people: Vec<_> = (1..).zip(&bosses).map(|(number, boss)| plain(number, *boss)).collect();
            people[0] = approver(people[0].clone());
            let ties = [Tie::Influences, Tie::Conflicts, Tie::Allied];
            let lines: Vec<_> = drawn.iter().map(|(from, to, tie)| line(*from, *to, ties[*tie], 2)).collect();
            for spots in [formal(&people, &[]), map(&people, &lines)] {
                let mut all: Vec<usize> = spots.iter().map(|spot| spot.person).collect();
                all.sort_unstable();
                prop_assert_eq!(all, (0..people.len()).collect::<Vec<_>>());
                for pair in spots.windows(2) {
                    prop_assert!(pair[1].depth <= pair[0].depth + 1);
                }
            }
        }
    }
}
