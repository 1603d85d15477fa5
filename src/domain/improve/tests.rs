//! Worked deals with their weak points, and the property that each is told once, worst first.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::case::sample::{all_proven, answers, case, day, friends, given, seat, sound};
use super::super::choice::Choice;
use super::super::factor::Factor;
use super::super::judge::judge;
use super::super::matrix::{Contender, Line, Matrix};
use super::super::opportunity::Opportunity;
use super::super::person::Support;
use super::super::rival::{Competitor, Rival};
use super::super::stage::Stage;
use super::super::strength::Given;
use super::*;

fn found(case: &Case<'_>) -> Vec<Weakness> {
    let rules = Rules::default();
    improve(case, &judge(case, &rules, day(0)), &rules, day(0))
}

fn told(case: &Case<'_>) -> Vec<(Urgency, &'static str, Mend)> {
    found(case).into_iter().map(|one| (one.urgency, one.point.code(), one.mend)).collect()
}

/// A deal at which nothing is left to mend.
fn whole(stage: Stage) -> Opportunity {
    Opportunity { margin_pct: Some(20), ..sound(stage) }
}

#[test]
fn a_sound_deal_has_no_weak_point_and_neither_has_a_closed_one() {
    for stage in Stage::ALL {
        assert_eq!(told(&case(&whole(*stage), &all_proven(), &friends())), [], "{stage:?}");
    }
    let lost = Opportunity { status: Status::Lost, ..sound(Stage::Mine) };
    assert_eq!(told(&case(&lost, &[], &[])), []);
}

#[test]
fn a_flag_and_a_missing_part_about_one_question_are_one_line() {
    use Urgency::{High, Low, Medium};
    let question = |number| Mend::Question(number);
    // Question 12 is critical and guessed: a flag and a missing part of gate 3. Question 1 has aged.
    let mut given = answers("+pa +p +p +p +p +p +p +p +p +p +p +g +p ? -t", 1);
    given.retain(|one| one.question != 14);
    let (opp, people) = (whole(Stage::Mine), friends());
    assert_eq!(
        told(&case(&opp, &given, &people)),
        [
            (High, "guessed", question(12)),
            (Medium, "unfavourable", question(15)),
            (Medium, "unanswered", question(14)),
            (Low, "aged", question(1)),
        ]
    );
}

#[test]
fn a_lost_gate_leads_to_what_it_misses_first() {
    let mut given = all_proven();
    given.retain(|one| one.question != 7);
    let all = told(&case(&whole(Stage::Winnable), &given, &friends()));
    assert!(all.contains(&(Urgency::Medium, "gate_lost", Mend::Question(7))), "{all:?}");
    assert!(all.contains(&(Urgency::Medium, "unanswered", Mend::Question(7))), "{all:?}");
}

#[test]
fn rivals_people_and_empty_fields_are_told_with_where_they_are_mended() {
    let mut people = friends();
    people[0].role.coverage = None;
    people[1].role.support = None;
    people.push(seat("Wu", BuyingRole::User, Support::Enemy));
    let contender = |name: &str| Contender {
        rival: Rival::default(),
        competitor: Competitor { name: name.into(), ..Competitor::default() },
    };
    let factor = Factor { name: "price".into(), mandatory: true, ..Factor::default() };
    let line = Line { factor, ours: Some(0), theirs: vec![Some(2), Some(-1)] };
    let matrix = Matrix { rivals: vec![contender("Orbiq"), contender("Vela")], lines: vec![line] };
    let opp = Opportunity { close_on: None, next_step: None, ..whole(Stage::Mine) };
    let given = all_proven();
    let all = found(&Case { matrix: &matrix, ..case(&opp, &given, &people) });
    let points: Vec<(&Point, Mend)> = all.iter().map(|one| (&one.point, one.mend)).collect();
    assert_eq!(
        points,
        [
            (
                &Point::Behind { factor: "price".into(), rivals: vec!["Orbiq".into()] },
                Mend::Part(Part::Compete)
            ),
            (&Point::Unmet(vec!["Lin".into()]), Mend::Part(Part::Decide)),
            (&Point::Field("close_on"), Mend::Field("close_on")),
            (&Point::Field("next_step"), Mend::Field("next_step")),
            (&Point::Unmarked(vec!["Mo".into()]), Mend::Part(Part::Decide)),
        ]
    );
}

#[test]
fn what_a_flag_tells_no_field_tells_again() {
    let opp = Opportunity { amount: None, next_on: None, next_step: None, ..whole(Stage::Mine) };
    let all = told(&case(&opp, &all_proven(), &friends()));
    let fields: Vec<Mend> = all.iter().map(|one| one.2).collect();
    assert_eq!(fields, [Mend::Field("next_step"), Mend::Field("amount")]);
}

fn any_given() -> impl Strategy<Value = Given> {
    let (verdict, grade) = (prop::sample::select(Verdict::ALL), prop::sample::select(Grade::ALL));
    (1u8..=15, verdict, grade, -200i64..1).prop_map(|(question, verdict, grade, when)| Given {
        verified_on: Some(day(when)),
        ..given(question, verdict, grade)
    })
}

proptest! {
    #[test]
    fn every_weak_point_is_told_once_and_the_worst_first(
        stage in prop::sample::select(Stage::ALL),
        all in prop::collection::vec(any_given(), 0..25),
        next in prop::option::of(-30i64..30),
    ) {
        let opp = Opportunity { next_on: next.map(day), close_on: next.map(day), ..sound(stage) };
        let people = friends();
        let case = case(&opp, &all, &people);
        let weak = found(&case);
        prop_assert!(weak.is_sorted_by_key(|one| one.urgency));
        let mut seen = BTreeSet::new();
        for one in &weak {
            if let Point::Answer(missing) = &one.point {
                prop_assert!(seen.insert(missing.question()), "{missing:?} twice");
            }
        }
        // Whatever keeps the gate shut is in the list; that nothing was asked yet is one line.
        let judged = judge(&case, &Rules::default(), day(0));
        if !judged.qualified {
            prop_assert!(seen.is_empty());
            return Ok(());
        }
        let sheet = judged.gates.iter().find(|sheet| Some(sheet.gate) == stage.gate());
        for missing in sheet.iter().flat_map(|sheet| &sheet.missing).filter_map(|one| one.question()) {
            prop_assert!(seen.contains(&Some(missing)));
        }
    }
}
