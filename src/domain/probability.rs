//! The computed probability with its parts (`docs/method.md`, "Probability"); the rep's own stays untouched.

use super::choice::choice;
use super::flag::{Alarm, Flag, Level};
use super::gate::GateSheet;
use super::opportunity::Opportunity;
use super::rules::Rules;
use super::stage::{Stage, Status};

choice! {
    /// What a part of the probability stands for. 概率构成
    PartKind in "p_part" {
        /// Where the stage starts.
        Base = "base",
        /// What good answers add.
        Lift = "lift",
        /// What high flags take.
        High = "high",
        /// What medium flags take.
        Medium = "medium",
        /// What is given back because flags take no more than so much.
        Cap = "cap",
        /// What brings it within its bounds.
        Clamp = "clamp",
        /// A closed deal: all or nothing.
        Status = "status",
    }
}

/// One part of the probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it stands for.
    pub what: PartKind,
    /// Points it adds, or takes where negative.
    pub points: i64,
}

choice! {
    /// Whose probability a weighted sum takes for a deal. 加权依据
    WeightBy in "weight_by" {
        /// The computed one.
        Computed = "computed",
        /// The rep's own, while nothing is computed.
        Own = "own",
        /// That of the stage, while there is neither.
        Base = "base",
    }
}

/// By how much a deal's amount counts in weighted sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// In percent.
    pub percent: i64,
    /// Whose that is.
    pub by: WeightBy,
}

/// The computed probability where there is one, else the rep's own, else that with which the stage begins.
pub fn weight(opp: &Opportunity, p_calc: Option<i64>, rules: &Rules) -> Weight {
    match (p_calc, opp.p_rep) {
        (Some(percent), _) => Weight { percent, by: WeightBy::Computed },
        (None, Some(percent)) => Weight { percent, by: WeightBy::Own },
        (None, None) => Weight { percent: i64::from(rules.base.of(opp.stage)), by: WeightBy::Base },
    }
}

/// The parts of a deal's probability, in the order they are added; their sum is the probability.
pub fn parts(
    stage: Stage,
    status: Status,
    gates: &[GateSheet; 3],
    flags: &[Flag],
    rules: &Rules,
) -> Vec<Part> {
    let part = |what, points| Part { what, points };
    match status {
        Status::Open => {}
        Status::Won => return vec![part(PartKind::Status, 100)],
        Status::Lost | Status::Suspended | Status::Dropped => return vec![part(PartKind::Status, 0)],
    }
    let high = cost(flags, Level::High, rules.cost.high);
    let medium = cost(flags, Level::Medium, rules.cost.medium);
    let mut all = vec![
        part(PartKind::Base, i64::from(rules.base.of(stage))),
        part(PartKind::Lift, lift(stage, gates, rules)),
        part(PartKind::High, -high),
        part(PartKind::Medium, -medium),
        part(PartKind::Cap, (high + medium - i64::from(rules.cost.most)).max(0)),
    ];
    let raw = sum(&all);
    let (low, top) = (i64::from(rules.bounds.low), i64::from(rules.bounds.high));
    all.push(part(PartKind::Clamp, raw.min(top).max(low) - raw));
    all.retain(|one| one.points != 0 || matches!(one.what, PartKind::Base | PartKind::Lift));
    all
}

/// The probability that parts add up to, in percent.
pub fn sum(parts: &[Part]) -> i64 {
    parts.iter().map(|part| part.points).sum()
}

/// What flags of a level take; the gap between two probabilities takes nothing, or it would move itself.
fn cost(flags: &[Flag], level: Level, each: u16) -> i64 {
    let costly = |flag: &&Flag| flag.level() == level && flag.alarm != Alarm::ProbabilityGap;
    i64::try_from(flags.iter().filter(costly).count()).unwrap_or(0) * i64::from(each)
}

fn lift(stage: Stage, gates: &[GateSheet; 3], rules: &Rules) -> i64 {
    if let Some(number) = stage.gate() {
        let score = gates.iter().find(|sheet| sheet.gate == number).map_or(0, |sheet| sheet.score);
        i64::from(rules.lift.gate) * score.max(0) / 100
    } else {
        let total: i64 = gates.iter().map(|sheet| sheet.score).sum();
        i64::from(rules.lift.winnable) * total.max(0) / 300
    }
}

#[cfg(test)]
mod tests {
    use super::super::choice::Choice;
    use super::*;
    use PartKind::{Base, High, Lift, Medium};
    use proptest::prelude::*;

    fn scored(scores: [i64; 3]) -> [GateSheet; 3] {
        let sheet = |(gate, score)| GateSheet { gate, score, ..GateSheet::default() };
        let [one, two, three] = scores;
        [(1, one), (2, two), (3, three)].map(sheet)
    }

    fn raised(high: usize, medium: usize) -> Vec<Flag> {
        let flag = |alarm| Flag { alarm, facts: Vec::new() };
        let high = std::iter::repeat_n(flag(Alarm::NoDecider), high);
        high.chain(std::iter::repeat_n(flag(Alarm::Silence), medium)).collect()
    }

    #[test]
    fn probability_is_base_plus_lift_minus_flags() {
        for (stage, scores, high, medium, expected) in [
            (Stage::Mine, [0, 0, 20], 1, 2, 30),
            (Stage::Potential, [0, 0, 0], 0, 0, 10),
            (Stage::Potential, [70, 0, 0], 0, 0, 20),
            (Stage::Potential, [-70, 0, 0], 2, 0, 1),
            (Stage::Qualified, [100, -50, 100], 0, 1, 21),
            (Stage::Mine, [0, 0, 100], 9, 9, 20),
            (Stage::Winnable, [70, 70, 70], 0, 0, 79),
            (Stage::Winnable, [100, 100, 50], 0, 0, 81),
            (Stage::Winnable, [100, -100, -100], 4, 0, 25),
            (Stage::Winnable, [100, 100, 100], 0, 0, 85),
        ] {
            let all = parts(stage, Status::Open, &scored(scores), &raised(high, medium), &Rules::default());
            assert_eq!(sum(&all), expected, "{stage:?} {scores:?} {high} {medium}: {all:?}");
        }
    }

    #[test]
    fn the_parts_of_the_worked_example_are_told() {
        let all = parts(Stage::Mine, Status::Open, &scored([0, 0, 20]), &raised(1, 2), &Rules::default());
        let told: Vec<_> = all.iter().map(|part| (part.what, part.points)).collect();
        assert_eq!(told, [(Base, 45), (Lift, 3), (High, -10), (Medium, -8)]);
    }

    #[test]
    fn a_won_deal_is_certain_and_one_that_is_not_worked_on_counts_nothing() {
        for (status, expected) in
            [(Status::Won, 100), (Status::Lost, 0), (Status::Suspended, 0), (Status::Dropped, 0)]
        {
            let all = parts(Stage::Mine, status, &scored([9, 9, 9]), &raised(1, 1), &Rules::default());
            assert_eq!(sum(&all), expected, "{status:?}");
        }
    }

    proptest! {
        #[test]
        fn parts_add_up_within_the_bounds(
            stage in 0usize..4, scores in [-100i64..=100, -100i64..=100, -100i64..=100],
            high in 0usize..12, medium in 0usize..12,
        ) {
            let all = parts(Stage::ALL[stage], Status::Open, &scored(scores), &raised(high, medium), &Rules::default());
            prop_assert!((1..=95).contains(&sum(&all)));
        }
    }
}
