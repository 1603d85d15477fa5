//! What is wrong with an open deal, by itself and without anybody's doing (`docs/method.md`, "Red flags").

use chrono::NaiveDate;

use super::case::Case;
use super::choice::{Choice, choice};
use super::evidence::Item;
use super::gate::GateSheet;
use super::rules::Rules;
use super::spend::Burden;
use super::stage::Status;

mod answers;
mod dates;
mod people;
mod rivals;
mod visits;

choice! {
    /// How bad a flag is. 级别
    Level in "level" {
        /// 高
        High = "high",
        /// 中
        Medium = "medium",
        /// Nothing bad: only something to know. 提示
        Info = "info",
    }
}

choice! {
    /// What a flag says; high ones first. 预警
    Alarm in "flag" {
        /// Nobody is named who approves or decides.
        NoDecider = "no_decider",
        /// Who approves or decides is against us.
        DeciderAgainst = "decider_against",
        /// A critical answer is unfavourable or only guessed.
        CriticalWeak = "critical_weak",
        /// No day by which the customer must act.
        CompellingMissing = "compelling_missing",
        /// That day is over.
        CompellingPassed = "compelling_passed",
        /// The close date is over.
        ClosePassed = "close_passed",
        /// The close date was moved again and again.
        CloseMoved = "close_moved",
        /// No mentor or supporter among the key players.
        NoAlly = "no_ally",
        /// All hangs on one contact.
        SingleThreaded = "single_threaded",
        /// An overridden gate still does not pass.
        Override = "override",
        /// No next step.
        NoNextStep = "no_next_step",
        /// A next step, but no day for it.
        UndatedStep = "no_next_step_date",
        /// Nothing has happened for too long.
        Silence = "silence",
        /// A critical answer is old.
        OldAnswer = "old_answer",
        /// A key player has left.
        KeyPlayerLeft = "key_player_left",
        /// No amount.
        AmountMissing = "amount_missing",
        /// A rival exists, but no opponent is named.
        NoOpponent = "no_opponent",
        /// A rival fits a factor that counts better than we do.
        RivalFits = "rival_fits",
        /// A lead with neither pressure nor value (F4).
        NoCause = "no_cause",
        /// It has cost more than the stop-loss share of what it may bring. 止损
        StopLoss = "stop_loss",
        /// A visit took place and nobody told what came of it.
        VisitUntold = "visit_untold",
        /// The purpose of the next visit is doubtful.
        PurposeWeak = "purpose_weak",
        /// A gate that was passed does not pass any more. 闸口失守
        GateLost = "gate_lost",
        /// The two probabilities lie far apart; costs nothing, since it says nothing about the deal.
        ProbabilityGap = "probability_gap",
        /// Not one of the fifteen questions is answered: nothing is judged yet. 未评估
        Unqualified = "unqualified",
    }
}

impl Alarm {
    /// How bad it is.
    pub fn level(self) -> Level {
        match self {
            Self::Unqualified => Level::Info,
            _ if self <= Self::Override => Level::High,
            _ => Level::Medium,
        }
    }

    /// Whether it is a plain fact of the record, true whether or not anything was ever asked.
    fn is_plain(self) -> bool {
        matches!(
            self,
            Self::ClosePassed | Self::NoNextStep | Self::UndatedStep | Self::Silence | Self::AmountMissing
        )
    }

    /// The code by which scripts know it: a next step without a day counts as none.
    pub fn public_code(self) -> &'static str {
        if self == Self::UndatedStep { Self::NoNextStep.code() } else { self.code() }
    }
}

/// What fills one place of a flag's sentence; no fact changes merely because a day passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// Numbers of questions or gates.
    Numbers(Vec<u8>),
    /// Names of people, rivals or factors.
    Names(Vec<String>),
}

impl Fact {
    /// The fact as texts, one for each thing; the language joins them.
    pub fn items(&self) -> Vec<String> {
        match self {
            Self::Number(number) => vec![number.to_string()],
            Self::Day(day) => vec![day.to_string()],
            Self::Numbers(numbers) => numbers.iter().map(u8::to_string).collect(),
            Self::Names(names) => names.clone(),
        }
    }
}

/// One thing that is wrong with a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// What.
    pub alarm: Alarm,
    /// What fills its sentence, in order.
    pub facts: Vec<Fact>,
}

impl Flag {
    /// How bad it is.
    pub fn level(&self) -> Level {
        self.alarm.level()
    }
}

/// What the flags of a deal are read from.
pub(super) struct View<'a> {
    pub case: &'a Case<'a>,
    pub gates: &'a [GateSheet; 3],
    pub evidence: &'a [Item],
    pub burden: &'a Burden,
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

/// All flags of a deal but the gap between its two probabilities; a closed deal has none.
pub(super) fn flags(view: &View<'_>) -> Vec<Flag> {
    if view.case.opp.status != Status::Open {
        return Vec::new();
    }
    let found = [
        people::flags(view),
        rivals::flags(view),
        answers::flags(view),
        dates::flags(view),
        visits::flags(view),
    ];
    let found = found.into_iter().flatten();
    let mut all: Vec<Flag> = found.flatten().collect();
    if !view.case.is_qualified() {
        all.retain(|flag| flag.alarm.is_plain());
        all.push(raise(Alarm::Unqualified, Vec::new()));
    }
    all.sort_by_key(|flag| flag.alarm);
    all
}

/// The flag that our probability and the rep's lie far apart.
pub(super) fn gap(p_calc: i64, p_rep: Option<i64>, rules: &Rules) -> Option<Flag> {
    let p_rep = p_rep?;
    let apart = p_calc.saturating_sub(p_rep).saturating_abs() >= i64::from(rules.limit.gap);
    apart.then(|| raise(Alarm::ProbabilityGap, vec![Fact::Number(p_calc), Fact::Number(p_rep)]))
}

fn raise(alarm: Alarm, facts: Vec<Fact>) -> Flag {
    Flag { alarm, facts }
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{case, day, sound};
    use super::super::judge::judge;
    use super::super::opportunity::Opportunity;
    use super::super::stage::Stage;
    use super::*;

    #[test]
    fn every_flag_stands_in_the_method_in_both_languages() {
        let method = include_str!("../../docs/method.md");
        for alarm in Alarm::ALL {
            let row = format!("| `{}` | {}", alarm.code(), alarm.level().code());
            assert_eq!(method.matches(&row).count(), 2, "{row}");
        }
    }

    #[test]
    fn a_gap_counts_from_twenty_five_points_on_either_side() {
        let rules = Rules::default();
        for (p_calc, p_rep, flagged) in
            [(30, Some(54), false), (30, Some(55), true), (80, Some(55), true), (30, None, false)]
        {
            assert_eq!(gap(p_calc, p_rep, &rules).is_some(), flagged, "{p_calc} {p_rep:?}");
        }
    }

    #[test]
    fn a_closed_deal_carries_no_flag() {
        let opp = Opportunity { status: Status::Lost, ..sound(Stage::Mine) };
        let judged = judge(&case(&opp, &[], &[]), &Rules::default(), day(0));
        assert_eq!(judged.flags, []);
    }
}
