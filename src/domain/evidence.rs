//! What each stage must show, read off the answers and fields; nothing is typed twice (`docs/method.md`, "Stage evidence").

use super::answer::Verdict;
use super::choice::{Choice, choice};
use super::opportunity::Opportunity;
use super::question::QUESTIONS;
use super::stage::Stage;
use super::strength::{Given, answer_to};

choice! {
    /// An item of stage evidence (F2). 阶段证据
    Evidence in "evidence" {
        /// 客户压力驱动
        Pressure = "pressure",
        /// 厂家价值体现
        VendorValue = "vendor-value",
        /// 商机需求
        Need = "need",
        /// 决策过程
        Process = "process",
        /// 实施资源
        Resources = "resources",
        /// 驱动因素
        Drivers = "drivers",
        /// 独特价值
        UniqueValue = "unique-value",
        /// 完备方案
        Solution = "solution",
        /// 实施保障
        Delivery = "delivery",
        /// 客户信任
        Trust = "trust",
        /// 内部支持
        InsideSupport = "inside-support",
        /// 决策认同
        Executives = "executives",
        /// 厂家倾向
        Leaning = "leaning",
        /// 决策关联
        Politics = "politics",
    }
}

choice! {
    /// Whether an item of evidence is there. 证据状态
    Proof in "proof" {
        /// Nobody knows yet. 未知
        Unknown = "unknown",
        /// It is there. 具备
        Met = "met",
        /// It is known not to be there. 不具备
        Unmet = "unmet",
    }
}

/// One item of stage evidence of one deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The stage that must show it.
    pub stage: Stage,
    /// What it is.
    pub evidence: Evidence,
    /// Whether it is there.
    pub proof: Proof,
}

impl Evidence {
    /// The stage that must show it.
    pub fn stage(self) -> Stage {
        match self {
            Self::Pressure | Self::VendorValue => Stage::Potential,
            Self::Need | Self::Process | Self::Resources | Self::Drivers => Stage::Qualified,
            Self::UniqueValue | Self::Solution | Self::Delivery | Self::Trust => Stage::Mine,
            Self::InsideSupport | Self::Executives | Self::Leaning | Self::Politics => Stage::Winnable,
        }
    }
}

/// All fourteen items of a deal, in the order of the stages.
pub fn evidence(opp: &Opportunity, given: &[Given]) -> Vec<Item> {
    let item = |one: &Evidence| Item { stage: one.stage(), evidence: *one, proof: proof(*one, opp, given) };
    Evidence::ALL.iter().map(item).collect()
}

fn proof(item: Evidence, opp: &Opportunity, given: &[Given]) -> Proof {
    let ticked = match item {
        Evidence::Pressure => !opp.pressures.is_empty(),
        Evidence::VendorValue => !opp.values.is_empty(),
        _ => false,
    };
    if ticked { Proof::Met } else { answered(item, given) }
}

/// Met when every question that proves it is favourable, unmet when one is not, else unknown.
fn answered(item: Evidence, given: &[Given]) -> Proof {
    if given.is_empty() {
        return Proof::Unknown;
    }
    let asked = QUESTIONS.iter().filter(|question| question.proves == Some(item));
    let verdicts: Vec<Verdict> = asked
        .map(|question| answer_to(given, question.number).map_or(Verdict::Unknown, |one| one.verdict))
        .collect();
    if verdicts.contains(&Verdict::Unfavourable) {
        Proof::Unmet
    } else if verdicts.is_empty() || verdicts.contains(&Verdict::Unknown) {
        Proof::Unknown
    } else {
        Proof::Met
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Grade::Told;
    use super::super::case::sample::given;
    use super::super::opportunity::{Pressure, Worth};
    use super::*;
    use Verdict::{Favourable, Unfavourable};

    fn proof_of(item: Evidence, opp: &Opportunity, given: &[Given]) -> Proof {
        evidence(opp, given).iter().find(|one| one.evidence == item).unwrap().proof
    }

    #[test]
    fn an_item_is_read_off_its_questions() {
        let opp = Opportunity::default();
        let plus = |number| given(number, Favourable, Told);
        let minus = |number| given(number, Unfavourable, Told);
        for (item, answers, expected) in [
            (Evidence::Need, vec![], Proof::Unknown),
            (Evidence::Need, vec![plus(2)], Proof::Met),
            (Evidence::Resources, vec![minus(4)], Proof::Unmet),
            (Evidence::Politics, vec![plus(14)], Proof::Unknown),
            (Evidence::Politics, vec![plus(14), plus(15)], Proof::Met),
            (Evidence::Politics, vec![plus(14), minus(15)], Proof::Unmet),
            (Evidence::Pressure, vec![plus(1)], Proof::Met),
            (Evidence::VendorValue, vec![plus(10)], Proof::Unknown),
        ] {
            assert_eq!(proof_of(item, &opp, &answers), expected, "{item:?} {answers:?}");
        }
    }

    #[test]
    fn a_ticked_pressure_or_value_counts_without_an_answer() {
        let opp = Opportunity {
            pressures: vec![Pressure::Market],
            values: vec![Worth::Unique],
            ..Opportunity::default()
        };
        assert_eq!(proof_of(Evidence::Pressure, &opp, &[]), Proof::Met);
        assert_eq!(proof_of(Evidence::VendorValue, &opp, &[]), Proof::Met);
    }

    #[test]
    fn the_stages_must_show_two_four_four_and_four() {
        let items = evidence(&Opportunity::default(), &[]);
        let count = |stage| items.iter().filter(|item| item.stage == stage).count();
        assert_eq!(Stage::ALL.iter().map(|stage| count(*stage)).collect::<Vec<_>>(), [2, 4, 4, 4]);
    }
}
