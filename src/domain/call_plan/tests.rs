//! What is proposed and why, in tables; and that nothing is proposed twice.

use proptest::prelude::*;

use super::super::agenda::Lack::{Decayed, Guessed, Unknown};
use super::super::case::sample::{friends, seat};
use super::super::choice::Choice;
use super::super::person::Support;
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn december() -> Month {
    "2026-12".parse().unwrap()
}

const TODAY: &str = "2026-11-23";

fn told(customers: &[Customer]) -> Vec<String> {
    let rules = Rules::default();
    let (all, _) = cut(propose(customers, december(), day(TODAY), &rules), &rules);
    let line = |one: &Proposal| {
        let reasons = one.reasons.iter().map(|reason| format!("{} {}", reason.why.code(), reason.fact));
        let reasons = reasons.map(|text| text.trim().to_owned()).collect::<Vec<_>>().join(", ");
        let deal = one.deal.map(|no| format!("/{no}")).unwrap_or_default();
        format!("{}{deal} {}: {reasons}", one.account, one.need)
    };
    all.iter().map(line).collect()
}

/// Met on a day, to be met again after so many days.
fn due(days: Option<u64>, met: Option<NaiveDate>) -> Rhythm {
    match (days, met) {
        (None, _) => Rhythm::None,
        (_, None) => Rhythm::Never,
        (Some(days), Some(met)) => {
            Rhythm::Due(met.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX))
        }
    }
}

fn customer(no: i64, days: Option<u64>, met: &str) -> Customer {
    Customer { no, rhythm: due(days, met.parse().ok()), ..Customer::default() }
}

fn deal(no: i64, close: &str, lacks: &[(u8, Lack)]) -> Prospect {
    Prospect { no, close_on: close.parse().ok(), lacks: lacks.to_vec() }
}

#[test]
fn a_rhythm_speaks_for_a_visit_when_it_ends_before_the_month_does() {
    let a = |customer: Customer| Customer { tier: Some(Tier::A), ..customer };
    for (customer, expected) in [
        (customer(1, None, "2020-01-01"), None),
        (customer(1, Some(30), ""), Some("1 40: never")),
        (customer(1, Some(30), "2026-10-01"), Some("1 30: overdue 23")),
        (customer(1, Some(30), "2026-10-23"), Some("1 30: overdue 1")),
        (a(customer(1, Some(30), "2026-10-24")), Some("1 35: tier A, due 2026-11-23")),
        (a(customer(1, Some(30), "2026-12-01")), Some("1 35: tier A, due 2026-12-31")),
        // Due alone is less than what is proposed.
        (customer(1, Some(30), "2026-12-01"), None),
        (a(customer(1, Some(30), "2026-12-02")), None),
        (a(Customer { is_planned: true, ..customer(1, Some(30), "2026-01-01") }), None),
        (a(customer(1, Some(u64::MAX), "2026-01-01")), None),
    ] {
        let told = told(std::slice::from_ref(&customer));
        assert_eq!(told.first().map(String::as_str), expected, "{customer:?}");
    }
}

#[test]
fn a_deal_speaks_by_its_close_date_and_by_what_is_not_known() {
    for (deal, expected) in [
        (deal(7, "2026-11-22", &[]), Some("1/7 40: passed 2026-11-22")),
        (deal(7, "2026-11-23", &[]), Some("1/7 40: closing 2026-11-23")),
        (deal(7, "2026-12-31", &[]), Some("1/7 40: closing 2026-12-31")),
        (deal(7, "2027-01-30", &[]), Some("1/7 20: soon 2027-01-30")),
        (deal(7, "2027-01-31", &[]), None),
        (deal(7, "", &[(4, Unknown), (5, Unknown), (1, Unknown)]), Some("1/7 20: questions 3")),
        (deal(7, "", &[(4, Unknown), (1, Guessed), (2, Decayed)]), None),
        (
            deal(7, "2026-12-20", &[(4, Guessed), (2, Decayed)]),
            Some("1/7 45: closing 2026-12-20, questions 2"),
        ),
        (
            deal(7, "2027-01-02", &[(4, Unknown), (5, Unknown), (7, Unknown), (10, Unknown)]),
            Some("1/7 50: questions 4, soon 2027-01-02"),
        ),
    ] {
        let customer = Customer { deals: vec![deal.clone()], ..customer(1, None, "") };
        assert_eq!(told(&[customer]).first().map(String::as_str), expected, "{deal:?}");
    }
}

#[test]
fn the_rhythm_counts_for_the_neediest_deal_once() {
    let deals = vec![deal(7, "2027-01-10", &[]), deal(8, "2026-12-10", &[]), deal(9, "", &[])];
    let mut one = Customer { deals, ..customer(1, Some(30), "2026-09-01") };
    assert_eq!(told(&[one.clone()]), ["1/8 70: closing 2026-12-10, overdue 53", "1/7 20: soon 2027-01-10"]);
    one.deals.remove(1);
    one.is_planned = true;
    assert_eq!(told(&[one]), ["1/7 20: soon 2027-01-10"]);
}

#[test]
fn whoever_counts_and_was_never_met_is_visited_first() {
    let mut people = friends();
    assert_eq!(whom(&people, day(TODAY)).map(|seat| seat.name.as_str()), Some("Lin"));
    let mut new = seat("Qin", BuyingRole::Decider, Support::Neutral);
    new.role.coverage = None;
    people.push(new);
    assert_eq!(whom(&people, day(TODAY)).map(|seat| seat.name.as_str()), Some("Qin"));
    people[2].left_on = Some(day("2026-11-01"));
    assert_eq!(whom(&people, day(TODAY)).map(|seat| seat.name.as_str()), Some("Lin"));
    assert_eq!(
        whom(&[seat("Guo", BuyingRole::User, Support::Neutral)], day(TODAY)).map(|one| one.name.len()),
        Some(3)
    );
    assert_eq!(whom(&[], day(TODAY)), None);
}

#[test]
fn plan_stands_against_what_was_done() {
    use VisitStatus::{Cancelled, Done, Planned, Ready};
    for (plan, when, status, expected) in [
        ("2026-11", "2026-11-25", Planned, Some("planned")),
        ("2026-11", "2026-11-23", Ready, Some("planned")),
        ("2026-11", "2026-11-22", Ready, Some("missed")),
        ("2026-11", "2026-11-02", Done, Some("done")),
        ("2026-11", "", Planned, Some("planned")),
        ("2026-11", "2026-12-05", Planned, Some("planned")),
        ("2026-11", "2026-11-25", Cancelled, Some("missed")),
        ("", "2026-11-02", Done, Some("unplanned")),
        ("2026-10", "2026-11-25", Planned, Some("unplanned")),
        ("", "2026-11-25", Cancelled, None),
        ("", "2026-12-01", Planned, None),
        ("", "", Planned, None),
    ] {
        let visit = Visit {
            plan_month: Some(plan.to_owned()).filter(|text| !text.is_empty()),
            when: when.parse().ok(),
            status,
            ..Visit::default()
        };
        let found = standing(&visit, "2026-11".parse().unwrap(), day(TODAY)).map(Choice::code);
        assert_eq!(found, expected, "{plan} {when} {status:?}");
    }
    let late = Visit { plan_month: Some("2026-10".into()), ..Visit::default() };
    assert_eq!(standing(&late, "2026-10".parse().unwrap(), day(TODAY)), Some(Standing::Missed));
}

prop_compose! {
    fn any_deal()(no in 1..500_i64, ahead in -60..200_i64, questions in 0..16_u8) -> Prospect {
        let close_on = (ahead < 150).then(|| day(TODAY) + chrono::Duration::days(ahead));
        let lacks = (1..=questions).map(|number| (number, Unknown)).collect();
        Prospect { no, close_on, lacks }
    }
}

prop_compose! {
    fn any_customer()(
        tier in proptest::sample::select(vec![None, Some(Tier::A), Some(Tier::C)]),
        days in proptest::option::of(1..90_u64), ago in proptest::option::of(-30..300_i64),
        is_planned in any::<bool>(), deals in proptest::collection::vec(any_deal(), 0..4),
    ) -> Customer {
        let met_on = ago.map(|ago| day(TODAY) - chrono::Duration::days(ago));
        Customer { no: 0, tier, rhythm: due(days, met_on), is_planned, deals }
    }
}

proptest! {
    #[test]
    fn nothing_is_proposed_twice_and_need_falls(mut all in proptest::collection::vec(any_customer(), 0..30)) {
        let mut deals = 0;
        for (no, customer) in (1..).zip(&mut all) {
            customer.no = no;
            for deal in &mut customer.deals {
                deals += 1;
                deal.no = deals;
            }
        }
        let rules = Rules::default();
        let mut asked = propose(&all, december(), day(TODAY), &rules);
        let (found, more) = cut(asked.clone(), &rules);
        prop_assert!(found.len() <= usize::from(rules.plan.most));
        asked.retain(|one| found.iter().all(|shown| shown.account != one.account));
        let left: std::collections::BTreeSet<i64> = asked.iter().map(|one| one.account).collect();
        prop_assert_eq!(left.len(), more);
        let least = found.last().map_or(0, |one| one.need);
        prop_assert!(asked.iter().all(|one| one.need <= least));
        prop_assert!(found.windows(2).all(|pair| pair[0].need >= pair[1].need));
        let rhythm = |one: &Proposal| one.reasons.iter().any(|reason| matches!(reason.why, Why::Never | Why::Overdue | Why::Due));
        for (at, one) in found.iter().enumerate() {
            prop_assert!(one.need >= i64::from(rules.plan.least) && !one.reasons.is_empty());
            for other in &found[at + 1..] {
                prop_assert!((one.account, one.deal) != (other.account, other.deal));
                prop_assert!(one.account != other.account || !(rhythm(one) && rhythm(other)));
            }
        }
    }
}
