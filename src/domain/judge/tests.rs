//! Worked deals, each with the flags it must carry, and the property that a judgement holds until it says.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::answer::{Grade, Verdict};
use super::super::case::sample::{all_proven, answers, case, day, friends, given, seat, sound};
use super::super::case::{Case, Seat};
use super::super::choice::Choice;
use super::super::flag::{Alarm, Fact, Level};
use super::super::opportunity::Opportunity;
use super::super::passage::ever_passed;
use super::super::person::{BuyingRole, Coverage, PoliticalStatus, Support};
use super::super::rules::{Limit, Rules};
use super::super::spend::Spent;
use super::super::stage::{Stage, Status};
use super::super::strength::Given;
use super::{Judgement, judge};

fn alarms(opp: &Opportunity, given: &[Given], people: &[Seat]) -> Vec<Alarm> {
    let judged = judge(&case(opp, given, people), &Rules::default(), day(0));
    judged.flags.iter().map(|flag| flag.alarm).collect()
}

#[test]
fn a_sound_deal_carries_no_flag_at_any_stage() {
    for stage in Stage::ALL {
        assert_eq!(alarms(&sound(*stage), &all_proven(), &friends()), [], "{stage:?}");
    }
}

#[test]
fn each_fault_of_a_deal_raises_its_flag() {
    type Fault = fn(&mut Opportunity);
    let cases: [(Stage, Fault, &[Alarm]); 17] = [
        (Stage::Potential, |opp| opp.compelling_on = None, &[]),
        (Stage::Qualified, |opp| opp.compelling_on = None, &[Alarm::CompellingMissing]),
        (Stage::Qualified, |opp| opp.compelling_on = Some(day(-1)), &[Alarm::CompellingPassed]),
        (Stage::Potential, |opp| opp.close_on = Some(day(-1)), &[Alarm::ClosePassed]),
        (Stage::Potential, |opp| opp.close_on = Some(day(0)), &[]),
        (Stage::Potential, |opp| opp.close_moves = 2, &[]),
        (Stage::Potential, |opp| opp.close_moves = 3, &[Alarm::CloseMoved]),
        (Stage::Mine, |opp| opp.next_on = None, &[Alarm::UndatedStep]),
        (Stage::Mine, |opp| (opp.next_on, opp.next_step) = (None, Some(" ".into())), &[Alarm::NoNextStep]),
        (Stage::Potential, |opp| opp.amount = None, &[]),
        (Stage::Qualified, |opp| opp.amount = Some(0), &[Alarm::AmountMissing]),
        (Stage::Mine, |opp| opp.rival = Some("Northwind".into()), &[Alarm::NoOpponent]),
        (Stage::Mine, |opp| opp.p_rep = Some(20), &[Alarm::ProbabilityGap]),
        (Stage::Mine, |opp| opp.p_rep = Some(60), &[]),
        (Stage::Potential, |opp| opp.pressures.clear(), &[]),
        (Stage::Mine, |opp| opp.override_reason = Some("boss".into()), &[]),
        (Stage::Mine, |opp| opp.status = Status::Suspended, &[]),
    ];
    for (stage, fault, expected) in cases {
        let mut opp = sound(stage);
        fault(&mut opp);
        assert_eq!(alarms(&opp, &all_proven(), &friends()), expected, "{stage:?}");
    }
}

#[test]
fn a_lead_with_neither_pressure_nor_value_is_flagged_unless_an_answer_shows_the_pressure() {
    let opp = Opportunity { pressures: vec![], values: vec![], ..sound(Stage::Potential) };
    assert_eq!(alarms(&opp, &answers("+t", 3), &[]), [Alarm::NoCause]);
    assert_eq!(alarms(&opp, &answers("+t", 1), &[]), []);
}

#[test]
fn silence_beyond_the_stage_limit_is_flagged_unless_a_step_is_planned() {
    for (stage, days, next, flagged) in [
        (Stage::Potential, 14, Some(-1), false),
        (Stage::Potential, 15, Some(-1), true),
        (Stage::Potential, 15, Some(0), false),
        (Stage::Winnable, 11, Some(-1), true),
        (Stage::Mine, 21, Some(-1), false),
        (Stage::Mine, 22, None, true),
    ] {
        let last = Some(day(-days));
        let opp = Opportunity { last_activity_on: last, next_on: next.map(day), ..sound(stage) };
        let answers: Vec<Given> =
            all_proven().into_iter().map(|one| Given { written_on: day(-90), ..one }).collect();
        let found = alarms(&opp, &answers, &friends());
        assert_eq!(found.contains(&Alarm::Silence), flagged, "{stage:?} {days} {next:?}");
    }
}

#[test]
fn each_fault_among_the_people_raises_its_flag() {
    type Fault = fn(&mut Vec<Seat>);
    let against: Fault = |all| all.push(seat("Wu", BuyingRole::Decider, Support::Enemy));
    let cases: [(Stage, Fault, &[Alarm]); 8] = [
        (Stage::Qualified, Vec::clear, &[]),
        (Stage::Mine, Vec::clear, &[Alarm::NoDecider, Alarm::SingleThreaded]),
        (Stage::Winnable, Vec::clear, &[Alarm::NoDecider, Alarm::NoAlly, Alarm::SingleThreaded]),
        (Stage::Potential, against, &[Alarm::DeciderAgainst]),
        (Stage::Mine, |all| all[0].left_on = Some(day(0)), &[Alarm::SingleThreaded, Alarm::KeyPlayerLeft]),
        (Stage::Mine, |all| all[0].left_on = Some(day(1)), &[]),
        (Stage::Mine, |all| all[0].role.coverage = Some(Coverage::Brief), &[Alarm::SingleThreaded]),
        (
            Stage::Winnable,
            |all| all.iter_mut().for_each(|one| one.role.political_status = Some(PoliticalStatus::Outside)),
            &[Alarm::NoAlly],
        ),
    ];
    for (index, (stage, fault, expected)) in cases.into_iter().enumerate() {
        let mut people = friends();
        fault(&mut people);
        assert_eq!(alarms(&sound(stage), &all_proven(), &people), expected, "case {index}");
    }
}

#[test]
fn a_rival_with_a_known_opponent_is_no_blind_spot() {
    let opp = Opportunity { rival: Some("Northwind".into()), ..sound(Stage::Mine) };
    let mut people = friends();
    people.push(seat("Wu", BuyingRole::User, Support::NonSupporter));
    assert_eq!(alarms(&opp, &all_proven(), &people), []);
}

#[test]
fn a_rival_that_only_answers_name_counts_as_a_rival() {
    let (opp, people, given) = (sound(Stage::Mine), friends(), all_proven());
    let rivals = ["Contoso".to_owned()];
    let judged = judge(&Case { rivals: &rivals, ..case(&opp, &given, &people) }, &Rules::default(), day(0));
    assert_eq!(judged.flags[0].facts, [Fact::Names(rivals.to_vec())]);
}

#[test]
fn weak_old_and_lost_answers_raise_their_flags() {
    use Grade::{Guess, Proven};
    use Verdict::{Favourable, Unfavourable, Unknown};
    let changed = |question, verdict, grade, age: i64| {
        let mut all: Vec<Given> = all_proven();
        all.push(Given { verified_on: Some(day(-age)), ..given(question, verdict, grade) });
        all
    };
    for (stage, answers, expected) in [
        (Stage::Mine, changed(11, Unfavourable, Proven, 0), vec![Alarm::CriticalWeak]),
        (Stage::Mine, changed(12, Favourable, Guess, 0), vec![Alarm::CriticalWeak]),
        (Stage::Mine, changed(12, Unknown, Guess, 0), vec![]),
        (Stage::Mine, changed(13, Unfavourable, Guess, 0), vec![]),
        (Stage::Qualified, changed(11, Unfavourable, Proven, 0), vec![]),
        (Stage::Mine, changed(4, Favourable, Guess, 0), vec![Alarm::CriticalWeak, Alarm::GateLost]),
        (Stage::Potential, changed(4, Favourable, Proven, 120), vec![]),
        (Stage::Potential, changed(4, Favourable, Proven, 121), vec![Alarm::OldAnswer]),
        (Stage::Potential, changed(3, Favourable, Proven, 121), vec![]),
    ] {
        assert_eq!(alarms(&sound(stage), &answers, &friends()), expected, "{stage:?}");
    }
}

#[test]
fn a_standing_override_is_told_once_and_with_its_gates() {
    let opp = Opportunity { override_reason: Some("boss".into()), ..sound(Stage::Mine) };
    let (given, people) = (answers("+p +p +p +p +p", 1), friends());
    let judged = judge(&case(&opp, &given, &people), &Rules::default(), day(0));
    assert_eq!(judged.flags[0].alarm, Alarm::Override);
    assert_eq!(judged.flags[0].facts, [Fact::Numbers(vec![2])]);
    assert_eq!((judged.flags.len(), judged.p_calc), (1, Some(35)));
}

#[test]
fn until_a_question_is_answered_only_plain_facts_are_told() {
    use super::super::probability::WeightBy::{Base, Computed, Own};
    let rules = Rules::default();
    for (at, stage) in Stage::ALL.iter().enumerate() {
        // All flags together take 40 at most; at the first stage there are fewer of them.
        let (base, worst) = [(10, 1), (25, 1), (45, 5), (65, 25)][at];
        // Everything that can be wrong is wrong, and an unknown answer is none.
        let bad = Opportunity {
            stage: *stage,
            close_on: Some(day(-1)),
            close_moves: 9,
            last_activity_on: Some(day(-90)),
            override_reason: Some("boss".into()),
            rival: Some("Northwind".into()),
            ..Opportunity::default()
        };
        for (marks, p_rep, status, qualified, p_calc, weight) in [
            ("? ? ?", None, Status::Open, false, None, (base, Base)),
            ("?", Some(70), Status::Open, false, None, (70, Own)),
            ("? ? ?", None, Status::Lost, false, Some(0), (0, Computed)),
            ("?", Some(70), Status::Won, false, Some(100), (100, Computed)),
            ("-g", Some(70), Status::Open, true, Some(worst), (worst, Computed)),
        ] {
            let opp = Opportunity { status, p_rep, ..bad.clone() };
            let mut known = answers(marks, 1);
            known.push(Given { written_on: day(-80), ..given(9, Verdict::Unknown, Grade::Proven) });
            let judged = judge(&case(&opp, &known, &[]), &rules, day(0));
            assert_eq!(
                (judged.qualified, judged.p_calc),
                (qualified, p_calc),
                "{stage:?} {marks} {status:?}"
            );
            assert_eq!((judged.weight.percent, judged.weight.by), weight, "{stage:?} {marks} {status:?}");
            if status == Status::Open && !qualified {
                let mut told = vec![Alarm::ClosePassed, Alarm::NoNextStep, Alarm::Silence];
                told.extend((*stage > Stage::Potential).then_some(Alarm::AmountMissing));
                told.push(Alarm::Unqualified);
                assert_eq!(judged.flags.iter().map(|one| one.alarm).collect::<Vec<_>>(), told);
                assert_eq!(
                    (judged.parts.len(), judged.count(Level::High), judged.count(Level::Medium)),
                    (0, 0, 0)
                );
            }
            if qualified {
                assert!(judged.count(Level::High) > 0 && !judged.parts.is_empty(), "{stage:?}");
            }
        }
    }
}

#[test]
fn only_a_gate_that_was_passed_can_fail() {
    let (rules, people) = (Rules::default(), friends());
    let mut known = all_proven();
    known.retain(|one| one.question != 4);
    for (passed, expected) in [(&[][..], None), (&[2][..], None), (&[1, 2][..], Some(vec![1]))] {
        let opp = sound(Stage::Mine);
        let judged = judge(&Case { passed, ..case(&opp, &known, &people) }, &rules, day(0));
        let lost = judged.flags.iter().find(|one| one.alarm == Alarm::GateLost);
        assert_eq!(
            lost.map(|one| one.facts.clone()),
            expected.map(|all| vec![Fact::Numbers(all)]),
            "{passed:?}"
        );
    }
    // Told one after the other: gate 1 passes with its fourth good answer, then one turns.
    let mut history = answers("+t +t +t +t +t", 1);
    history.push(given(4, Verdict::Unfavourable, Grade::Told));
    assert_eq!(ever_passed(&history, &rules), [1]);
    assert!(ever_passed(&answers("+t +t ? ? +t", 1), &rules).is_empty());
}

#[test]
fn costs_beyond_the_stop_loss_line_raise_a_flag_that_does_not_move_the_line() {
    // 900,000 at 50 % margin, base 45 and lift 15: 270,000 to be expected, 81,000 may be spent.
    let money = (Some(90_000_000), Some(50));
    for (amount, margin_pct, spent, flagged) in [
        (money.0, money.1, 8_100_000, false),
        (money.0, money.1, 8_100_001, true),
        (money.0, None, 8_100_001, false),
        (None, money.1, 8_100_001, false),
    ] {
        let opp = Opportunity { amount, margin_pct, currency: "CNY".into(), ..sound(Stage::Mine) };
        let spent = Spent { minutes: 0, money: vec![("CNY".into(), spent)] };
        let (given, people) = (all_proven(), friends());
        let judged = judge(&Case { spent: &spent, ..case(&opp, &given, &people) }, &Rules::default(), day(0));
        let raised = judged.flags.iter().find(|flag| flag.alarm == Alarm::StopLoss);
        assert_eq!(raised.is_some(), flagged, "{amount:?} {margin_pct:?}");
        if let Some(flag) = raised {
            assert_eq!(flag.facts, [Fact::Number(31), Fact::Number(30)]);
            assert_eq!((judged.p_calc, judged.burden.chance), (Some(56), 60));
        }
    }
}

#[test]
fn a_judgement_holds_until_the_next_day_that_matters() {
    let (given, people) = (all_proven(), friends());
    let opp = sound(Stage::Winnable);
    let judged = |opp: &Opportunity| judge(&case(opp, &given, &people), &Rules::default(), day(0)).until;
    assert_eq!(judged(&opp), Some(day(6)));
    assert_eq!(judged(&Opportunity { next_on: None, ..opp.clone() }), Some(day(11)));
    assert_eq!(judged(&Opportunity { status: Status::Won, ..opp }), Some(day(61)));
}

fn any_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((-200i64..200).prop_map(day))
}

fn any_given() -> impl Strategy<Value = Given> {
    let verdict = prop::sample::select(Verdict::ALL);
    let grade = prop::sample::select(Grade::ALL);
    (1u8..=15, verdict, grade, any_day(), -200i64..30).prop_map(
        |(question, verdict, grade, verified_on, when)| Given {
            verified_on,
            written_on: day(when),
            ..given(question, verdict, grade)
        },
    )
}

fn any_seat() -> impl Strategy<Value = Seat> {
    let marks = (prop::sample::select(BuyingRole::ALL), prop::sample::select(Support::ALL));
    (marks, prop::sample::select(Coverage::ALL), any_day(), any_day()).prop_map(
        |((buying, support), coverage, left_on, met)| {
            let mut seat = Seat { left_on, ..seat("Lin", buying, support) };
            seat.role.coverage = Some(coverage);
            seat.role.last_contact_on = met;
            seat
        },
    )
}

fn any_opp() -> impl Strategy<Value = Opportunity> {
    let place =
        (prop::sample::select(Stage::ALL), prop::sample::select(Status::ALL), prop::option::of(0i64..=100));
    let days = (any_day(), any_day(), any_day(), any_day(), any_day());
    (place, days).prop_map(|((stage, status, p_rep), (close, compelling, next, last, since))| Opportunity {
        status,
        p_rep,
        close_on: close,
        compelling_on: compelling,
        next_on: next,
        last_activity_on: last,
        stage_since: since,
        opened_on: None,
        ..sound(stage)
    })
}

proptest! {
    #[test]
    fn a_judgement_is_the_same_on_every_day_before_until(
        opp in any_opp(),
        given in prop::collection::vec(any_given(), 0..20),
        people in prop::collection::vec(any_seat(), 0..4),
        start in -100i64..100,
        later in 0i64..400,
        spent in 0i64..40,
    ) {
        let opp = Opportunity { margin_pct: Some(100), currency: "CNY".into(), ..opp };
        let spent = Spent { minutes: 0, money: vec![("CNY".into(), spent)] };
        let limit = Limit { answer_days: 90, ..Limit::default() };
        let rules = Rules { limit, ..Rules::default() };
        let on = |when: i64| -> Judgement {
            judge(&Case { spent: &spent, ..case(&opp, &given, &people) }, &rules, day(when))
        };
        let first = on(start);
        prop_assert!(first.until.is_none_or(|until| until > day(start)));
        let last = first.until.map_or(later, |until| (until - day(start)).num_days() - 1);
        for ahead in [0, last / 2, last.min(later), last] {
            prop_assert_eq!(&on(start + ahead), &first);
        }
        let total: i64 = first.parts.iter().map(|part| part.points).sum();
        prop_assert_eq!(total, first.p_calc.unwrap_or(0));
        let is_open = opp.status == Status::Open;
        let answered = given.iter().any(Given::is_known);
        prop_assert_eq!(first.p_calc.is_none(), is_open && !answered);
        let judged = first.flags.iter().any(|one| one.alarm == Alarm::Unqualified);
        prop_assert_eq!(judged, is_open && !answered);
        prop_assert!((0..=100).contains(&first.weight.percent));
    }
}
