//! Flags about the answers, the gates and the reasons of a deal.

use super::super::answer::{Grade, Verdict};
use super::super::evidence::{Evidence, Proof};
use super::super::passage::{gates_lost, override_stands};
use super::super::stage::Stage;
use super::super::strength::{Given, answer_to, is_older};
use super::{Alarm, Fact, Flag, View, raise};

/// All of them, absent ones as nothing.
pub(super) fn flags(view: &View<'_>) -> Vec<Option<Flag>> {
    vec![critical_weak(view), old_answer(view), no_cause(view), lost_gates(view)]
}

fn critical_weak(view: &View<'_>) -> Option<Flag> {
    let weak = |one: &Given| {
        one.verdict == Verdict::Unfavourable
            || (one.verdict == Verdict::Favourable && one.grade == Grade::Guess)
    };
    if view.case.opp.stage < Stage::Mine { None } else { about(view, Alarm::CriticalWeak, weak) }
}

fn old_answer(view: &View<'_>) -> Option<Flag> {
    let days = view.rules.limit.answer_days;
    about(view, Alarm::OldAnswer, |one| one.is_known() && is_older(one.known_on(), days, view.today))
}

/// A flag that names the critical questions whose answers are so.
fn about(view: &View<'_>, alarm: Alarm, is_so: impl Fn(&Given) -> bool) -> Option<Flag> {
    let concerned = |number: &u8| {
        view.rules.is_critical(*number) && answer_to(view.case.given, *number).is_some_and(&is_so)
    };
    let numbers: Vec<u8> = (1..=15).filter(concerned).collect();
    (!numbers.is_empty()).then(|| raise(alarm, vec![Fact::Numbers(numbers)]))
}

fn no_cause(view: &View<'_>) -> Option<Flag> {
    let met = |wanted: Evidence| {
        view.evidence.iter().any(|item| item.evidence == wanted && item.proof == Proof::Met)
    };
    let bare = !met(Evidence::Pressure) && !met(Evidence::VendorValue);
    (view.case.opp.stage == Stage::Potential && bare).then(|| raise(Alarm::NoCause, Vec::new()))
}

/// A standing override says which gates fail, and a lost gate is not told twice; only what was passed can be lost.
fn lost_gates(view: &View<'_>) -> Option<Flag> {
    let mut numbers = gates_lost(view.case.opp.stage, view.gates);
    let overridden = override_stands(view.case.opp, view.gates);
    if !overridden {
        numbers.retain(|gate| view.case.passed.contains(gate));
    }
    let alarm = if overridden { Alarm::Override } else { Alarm::GateLost };
    (!numbers.is_empty()).then(|| raise(alarm, vec![Fact::Numbers(numbers)]))
}
