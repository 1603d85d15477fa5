//! What a review tells of a deal, case by case.

use super::super::case::sample::day;
use super::*;
use proptest::prelude::*;

fn deal() -> State {
    State {
        stage: Stage::Qualified,
        status: Status::Open,
        amount: Some(1_000),
        currency: "CNY".to_owned(),
        close_on: Some(day(30)),
        p_calc: Some(40),
        alarms: vec![Alarm::AmountMissing],
    }
}

/// A deal now, the questions that turned, the codes of its changes, its place.
type Told = (State, &'static [i64], &'static [&'static str], Option<Group>);

fn told(was: Option<&State>, now: &State, turned: &[i64]) -> (Vec<&'static str>, Option<Group>) {
    let found = changes(was, now, Beside { unfavourable: turned, ..Beside::default() });
    (found.iter().map(Change::code).collect(), group(&found))
}

#[test]
fn a_deal_stands_where_its_gravest_change_puts_it() {
    let was = deal();
    let alarms = |more: &[Alarm]| [&[Alarm::AmountMissing], more].concat();
    let cases: Vec<Told> = vec![
        (was.clone(), &[], &[], None),
        (State { stage: Stage::Mine, ..was.clone() }, &[], &["forward"], Some(Group::Moved)),
        (
            State { stage: Stage::Potential, p_calc: Some(10), ..was.clone() },
            &[],
            &["back", "chance"],
            Some(Group::Moved),
        ),
        (
            State { status: Status::Won, close_on: Some(day(90)), p_calc: Some(0), ..was.clone() },
            &[4],
            &["won"],
            Some(Group::Moved),
        ),
        (State { close_on: Some(day(29)), ..was.clone() }, &[], &["close"], Some(Group::Better)),
        (State { close_on: None, ..was.clone() }, &[], &["close"], Some(Group::Other)),
        (
            State { stage: Stage::Mine, close_on: Some(day(31)), ..was.clone() },
            &[],
            &["forward", "slipped"],
            Some(Group::Slipped),
        ),
        (State { amount: Some(999), ..was.clone() }, &[], &["amount"], Some(Group::Worse)),
        (State { amount: None, ..was.clone() }, &[], &["amount"], Some(Group::Worse)),
        (State { amount: Some(1001), ..was.clone() }, &[], &["amount"], Some(Group::Better)),
        (
            State { amount: Some(9), currency: "USD".into(), ..was.clone() },
            &[],
            &["currency"],
            Some(Group::Other),
        ),
        (State { p_calc: Some(35), ..was.clone() }, &[], &["chance"], Some(Group::Worse)),
        (State { p_calc: Some(36), ..was.clone() }, &[], &[], None),
        (State { p_calc: Some(45), ..was.clone() }, &[], &["chance"], Some(Group::Better)),
        (was.clone(), &[4], &["turned"], Some(Group::Worse)),
        (
            State { alarms: alarms(&[Alarm::Silence]), p_calc: Some(35), ..was.clone() },
            &[],
            &["chance", "stale"],
            Some(Group::Stale),
        ),
        (
            State { alarms: alarms(&[Alarm::Silence, Alarm::GateLost]), ..was.clone() },
            &[],
            &["stale", "flag"],
            Some(Group::Worse),
        ),
        (State { alarms: vec![], p_calc: Some(44), ..was.clone() }, &[], &["cleared"], Some(Group::Better)),
        (
            State { alarms: vec![Alarm::Silence], p_calc: Some(44), ..was.clone() },
            &[],
            &["stale", "cleared"],
            Some(Group::Stale),
        ),
    ];
    for (now, turned, codes, expected) in cases {
        assert_eq!(told(Some(&was), &now, turned), (codes.to_vec(), expected), "{now:?}");
    }
    assert_eq!(told(None, &was, &[]), (vec!["new"], Some(Group::Moved)));
    let won = State { status: Status::Won, ..was.clone() };
    assert_eq!(told(None, &won, &[]), (vec!["won"], Some(Group::Moved)));
    assert_eq!(told(Some(&won), &was, &[]), (vec!["reopened"], Some(Group::Moved)));
}

#[test]
fn what_a_first_answer_brings_to_light_did_not_get_worse() {
    let was = deal();
    let lower = State { p_calc: Some(20), alarms: vec![Alarm::CriticalWeak], ..was.clone() };
    let blank = State { p_calc: None, ..was.clone() };
    let first = Beside { answered: &[4], ..Beside::default() };
    let both = Beside { unfavourable: &[5], answered: &[4], ..Beside::default() };
    let lost = State { alarms: vec![Alarm::GateLost], ..lower.clone() };
    for (was, now, beside, codes, expected) in [
        (&was, &lower, first, &["chance", "flag", "answered", "cleared"][..], Group::Better),
        (&was, &State { p_calc: Some(20), ..was.clone() }, first, &["chance", "answered"], Group::Other),
        (&was, &lost, first, &["chance", "flag", "answered", "cleared"], Group::Worse),
        (&was, &lower, both, &["turned", "chance", "flag", "answered", "cleared"], Group::Worse),
        (&blank, &lower, first, &["qualified", "answered"], Group::Other),
        (&blank, &lower, Beside::default(), &["qualified"], Group::Other),
    ] {
        let found = changes(Some(was), now, beside);
        assert_eq!(found.iter().map(Change::code).collect::<Vec<_>>(), codes, "{now:?}");
        assert_eq!(group(&found), Some(expected), "{now:?}");
    }
}

#[test]
fn every_part_stands_in_the_method_in_both_languages() {
    use super::super::choice::Choice;
    let method = include_str!("../../../docs/method.md");
    for group in Group::ALL {
        assert_eq!(method.matches(&format!("| `review.{}` | ", group.code())).count(), 2, "{group:?}");
    }
}

proptest! {
    #[test]
    fn what_changed_has_a_place_and_what_did_not_has_none(
        stage in 0..4_usize, status in 0..5_usize, amount in proptest::option::of(0..3_i64),
        close in proptest::option::of(0..3_i64), p_calc in 0..100_i64, turned in 0..3_i64,
    ) {
        use super::super::choice::Choice;
        let now = State {
            stage: Stage::ALL[stage], status: Status::ALL[status], amount, p_calc: Some(p_calc),
            close_on: close.map(day), ..deal()
        };
        let turned: Vec<i64> = (0..turned).collect();
        let beside = Beside { unfavourable: &turned, ..Beside::default() };
        let found = changes(Some(&deal()), &now, beside);
        prop_assert_eq!(found.is_empty(), group(&found).is_none());
        prop_assert!(changes(Some(&now), &now, Beside::default()).is_empty());
        // Whatever a person can see to be different is told.
        let seen = |one: &State| (one.status, one.stage, one.amount, one.close_on);
        if now.status == Status::Open && seen(&now) != seen(&deal()) {
            prop_assert!(!found.is_empty() && !changes(Some(&now), &deal(), Beside::default()).is_empty());
        }
    }
}
