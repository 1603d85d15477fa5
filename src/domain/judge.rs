//! The judgement of one deal on one day, and how long it holds (`docs/method.md`).

use chrono::NaiveDate;

use super::case::Case;
use super::evidence::{Item, evidence};
use super::flag::{Flag, Level, View, flags, gap};
use super::gate::{GateSheet, gates};
use super::probability::{Part, Weight, parts, sum, weight};
use super::rules::Rules;
use super::spend::{Burden, burden};
use super::stage::Status;
use super::strength::{Given, first_day_older};

/// All that the rules say about a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The three gates.
    pub gates: [GateSheet; 3],
    /// The stage evidence.
    pub evidence: Vec<Item>,
    /// Whether one of the fifteen questions is answered: before that nothing is judged.
    pub qualified: bool,
    /// The computed probability, 0 to 100; nothing for an open deal of which nothing is judged yet.
    pub p_calc: Option<i64>,
    /// The parts that add up to it.
    pub parts: Vec<Part>,
    /// By how much its amount counts in weighted sums.
    pub weight: Weight,
    /// What is wrong, high first.
    pub flags: Vec<Flag>,
    /// What it has cost against what it may bring.
    pub burden: Burden,
    /// The first day on which this may change merely because time passes; nothing where it never will.
    pub until: Option<NaiveDate>,
}

/// Judges a deal on a day; on every later day before `until` the result is the same.
pub fn judge(case: &Case<'_>, rules: &Rules, today: NaiveDate) -> Judgement {
    let opp = case.opp;
    let gates = gates(case.given, rules, today);
    let evidence = evidence(opp, case.given);
    let qualified = case.is_qualified();
    let is_blank = opp.status == Status::Open && !qualified;
    // The chance before flags, or the flag about costs would move what it is measured by.
    let before = (!is_blank).then(|| sum(&parts(opp.stage, opp.status, &gates, &[], rules)));
    let burden = burden(opp, case.spent, weight(opp, before, rules).percent, rules);
    let view = View { case, gates: &gates, evidence: &evidence, burden: &burden, rules, today };
    let mut flags = flags(&view);
    let mut parts = parts(opp.stage, opp.status, &gates, &flags, rules);
    if is_blank {
        parts.clear();
    }
    let p_calc = (!is_blank).then(|| sum(&parts));
    if opp.status == Status::Open {
        flags.extend(p_calc.and_then(|p_calc| gap(p_calc, opp.p_rep, rules)));
    }
    let (weight, until) = (weight(opp, p_calc, rules), until(case, rules, today));
    Judgement { gates, evidence, qualified, p_calc, parts, weight, flags, burden, until }
}

impl Judgement {
    /// How grave a flag is for this deal: while nothing is judged its plain facts are work to do and no alarm.
    pub fn gravity(&self, flag: &Flag) -> Level {
        if self.p_calc.is_some() { flag.level() } else { Level::Info }
    }

    /// How many of its flags are so grave.
    pub fn count(&self, level: Level) -> usize {
        self.flags.iter().filter(|flag| self.gravity(flag) == level).count()
    }
}

/// The first day after today on which an age, a date or a silence limit is passed.
fn until(case: &Case<'_>, rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let known = case.given.iter().filter(|one| one.is_known());
    let turns = known.flat_map(|one| answer_turns(one, rules));
    let open = (case.opp.status == Status::Open).then(|| deal_turns(case, rules));
    turns.chain(open.into_iter().flatten()).filter(|day| *day > today).min()
}

/// The days on which an answer loses strength or counts as old.
fn answer_turns(one: &Given, rules: &Rules) -> impl Iterator<Item = NaiveDate> + use<> {
    let limits = [rules.age.fresh_days, rules.age.ageing_days, rules.limit.answer_days];
    let since = one.known_on();
    limits.into_iter().filter_map(move |days| first_day_older(since, days))
}

/// The days on which a flag of an open deal may come or go.
fn deal_turns(case: &Case<'_>, rules: &Rules) -> impl Iterator<Item = NaiveDate> {
    let opp = case.opp;
    let passed = [opp.close_on, opp.compelling_on, opp.next_on];
    let over = passed.into_iter().flatten().filter_map(|day| day.succ_opt());
    let silent = case.last_activity().and_then(|day| first_day_older(day, rules.silence.of(opp.stage)));
    let visits = case.visits.iter().flat_map(|visit| {
        [visit.on.succ_opt(), first_day_older(visit.on, rules.limit.outcome_days)].into_iter().flatten()
    });
    over.chain(visits).chain(silent).chain(case.people.iter().filter_map(|seat| seat.left_on))
}

#[cfg(test)]
mod tests;
