//! Deals with what hangs on them, each with the hints that follow.

use super::super::case::sample::{day, seat};
use super::super::matrix::{Contender, Line, Matrix};
use super::super::opportunity::Opportunity;
use super::super::record::Head;
use super::super::rival::{Competitor, Rival};
use super::*;

fn numbered(number: u128) -> Id {
    format!("00000000-0000-7000-8000-{number:012}").parse().unwrap()
}

fn factor(name: &str, change: impl Fn(&mut Factor)) -> Line {
    let mut factor = Factor { name: name.into(), ..Factor::default() };
    change(&mut factor);
    Line { factor, ours: None, theirs: Vec::new() }
}

fn told(people: &[Seat], matrix: &Matrix, lines: &[Influence]) -> Vec<(u8, Clue, Vec<Fact>)> {
    let opp = Opportunity::default();
    let case = Case { people, matrix, ..Case::bare(&opp) };
    let names = people.iter().map(|seat| (seat.role.person, seat.name.clone())).collect();
    let ground = Ground { case: &case, lines, names: &names, today: day(0) };
    hints(&ground).into_iter().map(|one| (one.question, one.clue, one.facts)).collect()
}

fn person(number: u128, name: &str, buying: BuyingRole, support: Support) -> Seat {
    let mut seat = seat(name, buying, support);
    seat.role.person = numbered(number);
    seat
}

fn names(all: &[&str]) -> Vec<Fact> {
    vec![Fact::Names(all.iter().map(|name| (*name).to_owned()).collect())]
}

#[test]
fn a_deal_on_which_nothing_hangs_has_no_hint() {
    assert_eq!(told(&[], &Matrix::default(), &[]), []);
}

#[test]
fn factors_and_rivals_speak_to_questions_6_13_and_14() {
    let lines = vec![
        factor("price", |one| {
            one.formal = Some(true);
            one.mandatory = true;
            one.set_by = Some(SetBy::Competitor);
        }),
        factor("uptime", |one| one.set_by = Some(SetBy::Us)),
        factor("old friends", |one| {
            one.formal = Some(false);
            one.person = vec![numbered(2)];
        }),
        factor("career", |one| one.class = FactorClass::Personal),
    ];
    let contender = |name: &str, incumbent| Contender {
        rival: Rival { incumbent, ..Rival::default() },
        competitor: Competitor { head: Head::default(), name: name.into(), ..Competitor::default() },
    };
    let matrix = Matrix { rivals: vec![contender("Orbiq", true), contender("Vela", false)], lines };
    let mut mo = person(2, "Mo", BuyingRole::User, Support::Neutral);
    mo.left_on = Some(day(0));
    let held = |factor: &str, by: &[&str]| {
        let by = by.iter().map(|name| (*name).to_owned()).collect();
        vec![Fact::Factors(vec![Held { factor: factor.into(), by }])]
    };
    assert_eq!(
        told(&[mo], &matrix, &[]),
        [
            (6, Clue::Factors, [4, 1, 1].map(Fact::Number).to_vec()),
            (6, Clue::Unset, names(&["old friends", "career"])),
            (13, Clue::SetByRival, names(&["price"])),
            (13, Clue::Incumbent, names(&["Orbiq"])),
            (13, Clue::SetByUs, names(&["uptime"])),
            (14, Clue::Personal, held("career", &[])),
            (14, Clue::Informal, held("old friends", &["Mo"])),
        ]
    );
}

#[test]
fn people_and_lines_speak_to_questions_11_12_and_15() {
    let mut people = vec![
        person(1, "Lin", BuyingRole::Approver, Support::Neutral),
        person(2, "Mo", BuyingRole::Evaluator, Support::Mentor),
        person(3, "Wu", BuyingRole::Decider, Support::Supporter),
    ];
    people[1].role.political_status = Some(PoliticalStatus::Outside);
    people[2].role.political_status = None;
    let line = |kind| Influence { from: numbered(1), to: numbered(3), kind, ..Influence::default() };
    let known = |name: &str, support| {
        let known = Known { name: name.into(), support: Some(support), coverage: Some(Coverage::Multiple) };
        vec![Fact::People(vec![known])]
    };
    let found = told(&people, &Matrix::default(), &[line(Tie::Influences), line(Tie::Conflicts)]);
    assert_eq!(
        found,
        [
            (11, Clue::Mentors, names(&["Mo"])),
            (11, Clue::Supporters, names(&["Wu"])),
            (11, Clue::NoKeyAlly, vec![]),
            (12, Clue::Approvers, known("Lin", Support::Neutral)),
            (12, Clue::Deciders, known("Wu", Support::Supporter)),
            (15, Clue::InnerCircle, names(&["Lin"])),
            (15, Clue::Conflicts, vec![Fact::Pairs(vec![("Lin".into(), "Wu".into())])]),
            (15, Clue::Placed, vec![Fact::Number(2), Fact::Number(3)]),
            (15, Clue::Lines, vec![Fact::Number(2)]),
        ]
    );
}

#[test]
fn people_without_marks_are_told_as_such() {
    let mut people = vec![person(1, "Lin", BuyingRole::User, Support::Neutral)];
    people[0].role.political_status = None;
    let found = told(&people, &Matrix::default(), &[]);
    let clues: Vec<Clue> = found.iter().map(|(_, clue, _)| *clue).collect();
    assert_eq!(clues, [Clue::NoAllies, Clue::NoDeciders, Clue::Placed]);
}
