//! How often an account is to be met, and when the next contact is due (V8).

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::account::{Account, Tier};
use super::rules::Rules;
use super::value::Value;

/// Days between contacts for an account that has no number of its own, by tier; 0 for no rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cadence {
    /// Tier A.
    pub a: u16,
    /// Tier B.
    pub b: u16,
    /// Tier C.
    pub c: u16,
}

impl Default for Cadence {
    fn default() -> Self {
        Self { a: 14, b: 30, c: 90 }
    }
}

impl Cadence {
    /// Days between contacts with an account: its own number, else that of its tier.
    pub fn days(self, account: &Account) -> Option<u64> {
        let own = account.cadence_days.and_then(|days| u64::try_from(days).ok());
        let of_tier = account.tier.map(|tier| match tier {
            Tier::A => self.a,
            Tier::B => self.b,
            Tier::C => self.c,
        });
        own.or(of_tier.map(u64::from)).filter(|days| *days > 0)
    }
}

/// When the next contact with an account is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rhythm {
    /// There is no rhythm.
    #[default]
    None,
    /// There is one, but no contact is known: it is due at once.
    Never,
    /// On this day, which is worked.
    Due(NaiveDate),
}

impl Rhythm {
    /// The rhythm of an account that was met on `met` last, as far as visits know; what the account itself says of
    /// its last contact counts where it is later. A day that is not worked gives way to the next one that is.
    pub fn of(account: &Account, met: Option<NaiveDate>, rules: &Rules) -> Self {
        let Some(days) = rules.cadence.days(account) else { return Self::None };
        let Some(last) = account.last_contact_on.max(met) else { return Self::Never };
        let day = last.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        Self::Due(rules.workdays.on_or_after(day).unwrap_or(day))
    }

    /// As the book keeps it: nothing, an empty text, a day.
    pub fn to_value(self) -> Value {
        match self {
            Self::None => Value::Null,
            Self::Never => Value::Text(String::new()),
            Self::Due(day) => Value::Text(day.to_string()),
        }
    }

    /// What the book keeps, read back.
    pub fn read(kept: Option<&str>) -> Self {
        match kept {
            None => Self::None,
            Some(text) => text.parse().map_or(Self::Never, Self::Due),
        }
    }

    /// The stable code of how it stands on a day.
    pub fn code(self, today: NaiveDate) -> &'static str {
        match self {
            Self::Never => "never_contacted",
            Self::Due(day) if day < today => "contact_overdue",
            Self::Due(_) | Self::None => "contact_due",
        }
    }
}

/// An account whose next contact is due, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// The account.
    pub account: Account,
    /// When.
    pub rhythm: Rhythm,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_contact_is_due_by_the_account_or_its_tier_and_never_on_a_free_day() {
        let rules = Rules::default();
        for (own, tier, last, met, expected) in [
            (None, None, Some("2026-11-02"), None, Rhythm::None),
            (Some(14), None, None, None, Rhythm::Never),
            (None, Some(Tier::A), None, None, Rhythm::Never),
            (Some(14), Some(Tier::C), Some("2026-11-02"), None, Rhythm::Due(day("2026-11-16"))),
            (None, Some(Tier::A), Some("2026-11-02"), None, Rhythm::Due(day("2026-11-16"))),
            (None, Some(Tier::B), Some("2026-11-02"), None, Rhythm::Due(day("2026-12-02"))),
            // What counts is the latest of what is written down and what was visited.
            (Some(14), None, Some("2026-11-02"), Some("2026-11-05"), Rhythm::Due(day("2026-11-19"))),
            (Some(14), None, Some("2026-11-05"), Some("2026-11-02"), Rhythm::Due(day("2026-11-19"))),
            // National holidays last to 7 October; Saturday the 10th is worked in exchange.
            (Some(14), None, Some("2026-09-18"), None, Rhythm::Due(day("2026-10-08"))),
            (Some(14), None, Some("2026-09-26"), None, Rhythm::Due(day("2026-10-10"))),
            (Some(14), None, Some("2026-11-07"), None, Rhythm::Due(day("2026-11-23"))),
        ] {
            let last_contact_on = last.map(day);
            let account = Account { cadence_days: own, tier, last_contact_on, ..Account::default() };
            assert_eq!(Rhythm::of(&account, met.map(day), &rules), expected, "{own:?} {tier:?} {last:?}");
        }
        let mut quiet = Rules::default();
        quiet.cadence.c = 0;
        let account = Account { tier: Some(Tier::C), ..Account::default() };
        assert_eq!(Rhythm::of(&account, None, &quiet), Rhythm::None);
    }

    proptest! {
        #[test]
        fn it_is_never_early_and_comes_back_as_it_was_kept(last in 738_000..760_000_i32, days in 1..3650_i64) {
            let (rules, last) = (Rules::default(), NaiveDate::from_num_days_from_ce_opt(last).unwrap());
            let account =
                Account { cadence_days: Some(days), last_contact_on: Some(last), ..Account::default() };
            let rhythm = Rhythm::of(&account, None, &rules);
            let Rhythm::Due(due) = rhythm else { panic!("{rhythm:?}") };
            prop_assert!((due - last).num_days() >= days && rules.workdays.is_working(due));
            let kept = rhythm.to_value();
            prop_assert_eq!(Rhythm::read(kept.as_text()), rhythm);
        }
    }
}
