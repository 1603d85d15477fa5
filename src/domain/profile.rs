//! Why a deal is a key-account deal (F6; `docs/method.md`, "Deal profile").

use super::case::Case;
use super::choice::choice;
use super::rules::Rules;

choice! {
    /// A sign of a key-account deal. 大客户项目特征
    Sign in "sign" {
        /// 项目大
        Large = "large",
        /// 周期长
        Long = "long",
        /// 决策过程复杂
        ManyPeople = "many-people",
        /// 竞争对手强
        Contested = "contested",
    }
}

/// The signs a deal shows.
pub fn signs(case: &Case<'_>, rules: &Rules) -> Vec<Sign> {
    let need = rules.profile;
    let opp = case.opp;
    let amount = opp.amount.and_then(|sum| u64::try_from(sum).ok()).unwrap_or(0);
    let days = opp.opened_on.zip(opp.close_on).map_or(0, |(from, to)| (to - from).num_days());
    let shown = [
        (Sign::Large, amount >= need.amount),
        (Sign::Long, days >= i64::from(need.days)),
        (Sign::ManyPeople, case.people.len() >= usize::from(need.people)),
        (Sign::Contested, !case.rival_names().is_empty()),
    ];
    shown.into_iter().filter(|(_, there)| *there).map(|(sign, _)| sign).collect()
}

/// Whether the signs make it a key-account deal, which gets the full checklist from the start.
pub fn is_key_deal(signs: &[Sign], rules: &Rules) -> bool {
    signs.len() >= usize::from(rules.profile.signs)
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{case, day, friends, sound};
    use super::super::opportunity::Opportunity;
    use super::super::stage::Stage;
    use super::*;

    #[test]
    fn two_signs_make_a_key_account_deal() {
        let rules = Rules::default();
        let small = sound(Stage::Potential);
        let large = Opportunity { amount: Some(100_000_000), ..small.clone() };
        let both = Opportunity { close_on: Some(day(120)), ..large.clone() };
        for (opp, expected) in
            [(small, vec![]), (large, vec![Sign::Large]), (both, vec![Sign::Large, Sign::Long])]
        {
            let found = signs(&case(&opp, &[], &friends()), &rules);
            assert_eq!(is_key_deal(&found, &rules), expected.len() == 2);
            assert_eq!(found, expected);
        }
    }
}
