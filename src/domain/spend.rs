//! What a deal has cost so far against what it may bring (R1, N9; `docs/method.md`, "Cost and stop-loss").

use super::money;
use super::opportunity::Opportunity;
use super::rules::Rules;

/// Hours and money spent on a deal, added up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spent {
    /// Time of our people, in minutes.
    pub minutes: i64,
    /// Money in minor units, by currency; each once, none of them nothing.
    pub money: Vec<(String, i64)>,
}

impl Spent {
    /// Adds money and time.
    pub fn add(&mut self, currency: &str, amount: i64, minutes: i64) {
        self.minutes = self.minutes.saturating_add(minutes);
        match self.money.iter_mut().find(|(own, _)| own == currency) {
            Some((_, sum)) => *sum = sum.saturating_add(amount),
            None if amount != 0 => self.money.push((currency.to_owned(), amount)),
            None => {}
        }
    }

    /// Whether nothing was spent.
    pub fn is_nothing(&self) -> bool {
        self.minutes == 0 && self.money.is_empty()
    }

    /// The money of one currency.
    pub fn of(&self, currency: &str) -> i64 {
        self.money.iter().find(|(own, _)| own == currency).map_or(0, |(_, sum)| *sum)
    }
}

/// What a deal has cost against what it may bring; money in minor units of the deal's currency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Burden {
    /// Everything that was spent.
    pub spent: Spent,
    /// What counts: money in the deal's currency, and the hours at their rate.
    pub cost: i64,
    /// What an hour costs; nothing where no rate is set for the currency.
    pub rate: Option<i64>,
    /// The chance by which the margin is weighted, in percent: the probability before flags.
    pub chance: i64,
    /// Amount × margin × chance; nothing where amount or margin is not known.
    pub margin: Option<i64>,
    /// The share of that margin that it may cost, in percent.
    pub line: i64,
    /// What it may cost at most; nothing where the margin is not known.
    pub limit: Option<i64>,
}

impl Burden {
    /// The cost in percent of the weighted margin, rounded up; nothing where there is no margin.
    pub fn share(&self) -> Option<i64> {
        let margin = self.margin.filter(|margin| *margin > 0)?;
        let hundredfold = i128::from(self.cost) * 100;
        let whole = (hundredfold + i128::from(margin) - 1) / i128::from(margin);
        Some(i64::try_from(whole).unwrap_or(i64::MAX))
    }

    /// Whether it costs more than it may.
    pub fn is_beyond(&self) -> bool {
        self.limit.is_some_and(|limit| self.cost > limit)
    }
}

/// The burden of a deal whose chance, before flags, is so many percent.
pub fn burden(opp: &Opportunity, spent: &Spent, chance: i64, rules: &Rules) -> Burden {
    let major = 10_i64.pow(money::decimals(&opp.currency));
    let rate = rules.spend.hour.get(&opp.currency).map(|rate| i64::from(*rate) * major);
    let hours = i128::from(rate.unwrap_or(0)) * i128::from(spent.minutes) / 60;
    let cost = spent.of(&opp.currency).saturating_add(i64::try_from(hours).unwrap_or(i64::MAX));
    let known = opp.amount.zip(opp.margin_pct).filter(|(amount, share)| *amount > 0 && *share > 0);
    let margin = known.map(|(amount, share)| money::weighted(money::weighted(amount, share), chance));
    let margin = margin.filter(|margin| *margin > 0);
    let line = i64::from(rules.spend.stop_loss);
    let limit = margin.map(|margin| money::weighted(margin, line));
    Burden { spent: spent.clone(), cost, rate, chance, margin, line, limit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn deal(currency: &str, amount: Option<i64>, margin_pct: Option<i64>) -> Opportunity {
        Opportunity { currency: currency.into(), amount, margin_pct, ..Opportunity::default() }
    }

    fn spent(minutes: i64, money: &[(&str, i64)]) -> Spent {
        let mut spent = Spent::default();
        spent.add("CNY", 0, minutes);
        for (currency, amount) in money {
            spent.add(currency, *amount, 0);
        }
        spent
    }

    /// A deal of 1,000,000 at 20 % margin and a chance of 50 %: 100,000 to be expected, 30,000 may be spent.
    #[test]
    fn cost_is_own_money_and_hours_against_the_weighted_margin() {
        let (whole, known) = (Some(100_000_000), Some(20));
        for (currency, amount, margin_pct, minutes, money, cost, share, beyond) in [
            ("CNY", whole, known, 0, vec![], 0, Some(0), false),
            ("CNY", whole, known, 60, vec![], 50_000, Some(1), false),
            ("CNY", whole, known, 0, vec![("CNY", 3_000_000)], 3_000_000, Some(30), false),
            ("CNY", whole, known, 0, vec![("CNY", 3_000_001)], 3_000_001, Some(31), true),
            ("CNY", whole, known, 3600, vec![("CNY", 1)], 3_000_001, Some(31), true),
            ("CNY", whole, known, 0, vec![("USD", 9_000_000)], 0, Some(0), false),
            ("SEK", whole, known, 6000, vec![("SEK", 700)], 700, Some(1), false),
            ("CNY", None, known, 6000, vec![], 5_000_000, None, false),
            ("CNY", whole, None, 6000, vec![], 5_000_000, None, false),
            ("CNY", whole, Some(0), 6000, vec![], 5_000_000, None, false),
            ("JPY", Some(1_000_000), known, 90, vec![], 18_000, Some(18), false),
        ] {
            let opp = deal(currency, amount, margin_pct);
            let found = burden(&opp, &spent(minutes, &money), 50, &Rules::default());
            let told = (found.cost, found.share(), found.is_beyond());
            assert_eq!(told, (cost, share, beyond), "{currency} {minutes} {money:?}");
        }
    }

    proptest! {
        #[test]
        fn spending_more_never_heals_and_the_share_tells_the_truth(
            amount in 1i64..1_000_000_000_000, share in 1i64..=100, chance in 1i64..=95,
            minutes in 0i64..1_000_000, money in 0i64..1_000_000_000_000, more in 0i64..1_000_000_000,
        ) {
            let (opp, rules) = (deal("CNY", Some(amount), Some(share)), Rules::default());
            let one = burden(&opp, &spent(minutes, &[("CNY", money)]), chance, &rules);
            let next = burden(&opp, &spent(minutes, &[("CNY", money + more)]), chance, &rules);
            prop_assert!(!one.is_beyond() || next.is_beyond());
            prop_assert!(one.share() <= next.share());
            prop_assert!(!one.is_beyond() || one.share() > Some(0));
            prop_assert!(one.is_beyond() || one.share() <= Some(i64::from(rules.spend.stop_loss)));
        }
    }
}
