//! Key accounts: who is one, when that is judged again, and what a verdict changes (A7; `docs/method.md`, "Key-account
//! review").

use chrono::{Days, NaiveDate};

use super::account::{Account, RelationLevel, Tier};
use super::review::Verdict;

/// Whether an account is a key account: declared one, of tier A, or strategic; the index `account_key` has the same
/// words.
pub fn is_key(account: &Account) -> bool {
    account.key_since.is_some()
        || account.tier == Some(Tier::A)
        || account.relation_level == Some(RelationLevel::Strategic)
}

/// Gives an account that has just become a key account the day of its first review: so many days after it became one.
pub fn schedule(old: Option<&Account>, account: &mut Account, today: NaiveDate, days: u16) {
    let is_new = is_key(account) && !old.is_some_and(is_key);
    if is_new && account.next_review_on.is_none() {
        account.next_review_on = later(account.key_since.unwrap_or(today), days);
    }
}

/// Changes an account as a verdict of a day says. Kept and lowered accounts are judged again so many days after it; a lowered one
/// goes down by one tier and one level, a removed one is no key account any more.
pub fn settle(account: &mut Account, verdict: Verdict, on: NaiveDate, days: u16) {
    match verdict {
        Verdict::Keep => {}
        Verdict::Lower => {
            account.tier = account.tier.map(lower_tier);
            account.relation_level = account.relation_level.map(lower_level);
        }
        Verdict::Remove => {
            account.tier = account.tier.map(|tier| if tier == Tier::A { Tier::B } else { tier });
            if account.relation_level == Some(RelationLevel::Strategic) {
                account.relation_level = Some(RelationLevel::Partner);
            }
            (account.key_since, account.key_reason, account.next_review_on) = (None, None, None);
            return;
        }
    }
    account.key_since.get_or_insert(on);
    account.next_review_on = later(on, days);
}

fn later(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

fn lower_tier(tier: Tier) -> Tier {
    if tier == Tier::A { Tier::B } else { Tier::C }
}

fn lower_level(level: RelationLevel) -> RelationLevel {
    if level == RelationLevel::Strategic { RelationLevel::Partner } else { RelationLevel::Ordinary }
}

/// What is known of a key account besides its own record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Open deals.
    pub open: i64,
    /// Deals won within a year.
    pub won: i64,
    /// Deals lost within a year.
    pub lost: i64,
}

/// What speaks for or against an account's place; where days are counted, they are counted up to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// So many deals are open.
    Open(i64),
    /// No deal is open.
    NoneOpen,
    /// So many deals were won within a year.
    Won(i64),
    /// None was won within a year.
    NoneWon,
    /// More deals were lost than won within a year: lost, won.
    Lost(i64, i64),
    /// The last contact, so many days ago, is within the agreed rhythm.
    InTouch(i64),
    /// The last contact, so many days ago, is beyond it: days, rhythm.
    Silent(i64, i64),
    /// No contact is known.
    NeverMet,
    /// It is a partner or strategic.
    Close(RelationLevel),
}

impl Point {
    /// Whether it speaks for the account.
    pub fn speaks_for(self) -> bool {
        matches!(self, Self::Open(_) | Self::Won(_) | Self::InTouch(_) | Self::Close(_))
    }
}

/// What speaks for and against an account on a day; `met` is the day of its last real contact, `days` its rhythm of
/// contacts, and without one thirty days count.
pub fn points(
    account: &Account,
    standing: Standing,
    (met, days): (Option<NaiveDate>, Option<u64>),
    today: NaiveDate,
) -> Vec<Point> {
    const RHYTHM: i64 = 30;
    let rhythm = days.and_then(|days| i64::try_from(days).ok()).unwrap_or(RHYTHM);
    let contact = met.map(|day| (today - day).num_days().max(0));
    let touch = match contact {
        None => Point::NeverMet,
        Some(days) if days > rhythm => Point::Silent(days, rhythm),
        Some(days) => Point::InTouch(days),
    };
    let lost = (standing.lost > standing.won).then_some(Point::Lost(standing.lost, standing.won));
    let close = account.relation_level.filter(|level| *level != RelationLevel::Ordinary);
    let mut all = vec![if standing.open > 0 { Point::Open(standing.open) } else { Point::NoneOpen }];
    all.extend(match (standing.won, lost) {
        (1.., _) => Some(Point::Won(standing.won)),
        (_, None) => Some(Point::NoneWon),
        (_, Some(_)) => None,
    });
    all.extend(lost);
    all.push(touch);
    all.extend(close.map(Point::Close));
    all
}

#[cfg(test)]
mod tests {
    use super::super::cadence::Cadence;
    use super::super::case::sample::day;
    use super::super::choice::Choice;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_verdict_changes_what_its_word_says() {
        use RelationLevel::{Ordinary, Partner, Strategic};
        for (verdict, before, after, stays) in [
            (Verdict::Keep, (Some(Tier::A), Some(Strategic)), (Some(Tier::A), Some(Strategic)), true),
            (Verdict::Lower, (Some(Tier::A), Some(Strategic)), (Some(Tier::B), Some(Partner)), true),
            (Verdict::Lower, (Some(Tier::C), None), (Some(Tier::C), None), true),
            (Verdict::Lower, (None, Some(Partner)), (None, Some(Ordinary)), true),
            (Verdict::Remove, (Some(Tier::A), Some(Strategic)), (Some(Tier::B), Some(Partner)), false),
            (Verdict::Remove, (Some(Tier::B), Some(Ordinary)), (Some(Tier::B), Some(Ordinary)), false),
        ] {
            let key_since = Some(day(-400));
            let mut account =
                Account { tier: before.0, relation_level: before.1, key_since, ..Account::default() };
            settle(&mut account, verdict, day(0), 90);
            assert_eq!((account.tier, account.relation_level), after, "{verdict:?} {before:?}");
            assert_eq!((account.key_since, is_key(&account)), (key_since.filter(|_| stays), stays));
            assert_eq!(account.next_review_on, stays.then(|| day(90)));
        }
    }

    #[test]
    fn who_becomes_a_key_account_gets_the_day_of_a_review() {
        let plain = Account::default();
        let tier_a = Account { tier: Some(Tier::A), ..plain.clone() };
        let declared = Account { key_since: Some(day(-100)), ..plain.clone() };
        let dated = Account { next_review_on: Some(day(5)), ..tier_a.clone() };
        for (old, new, expected) in [
            (None, &plain, None),
            (None, &tier_a, Some(day(90))),
            (Some(&plain), &declared, Some(day(-10))),
            (Some(&plain), &dated, Some(day(5))),
            (Some(&declared), &tier_a, None),
        ] {
            let mut account = new.clone();
            schedule(old, &mut account, day(0), 90);
            assert_eq!(account.next_review_on, expected, "{new:?}");
        }
    }

    #[test]
    fn pipeline_orders_and_contacts_speak_for_or_against() {
        let account = |last: Option<i64>, cadence_days| Account {
            last_contact_on: last.map(day),
            cadence_days,
            relation_level: Some(RelationLevel::Partner),
            ..Account::default()
        };
        let close = Point::Close(RelationLevel::Partner);
        for (account, standing, expected) in [
            (
                account(Some(-14), Some(14)),
                Standing { open: 2, won: 1, lost: 1 },
                vec![Point::Open(2), Point::Won(1), Point::InTouch(14), close],
            ),
            (
                account(Some(-31), None),
                Standing { open: 0, won: 0, lost: 1 },
                vec![Point::NoneOpen, Point::Lost(1, 0), Point::Silent(31, 30), close],
            ),
            (
                account(None, None),
                Standing::default(),
                vec![Point::NoneOpen, Point::NoneWon, Point::NeverMet, close],
            ),
        ] {
            let contact = (account.last_contact_on, Cadence::default().days(&account));
            assert_eq!(points(&account, standing, contact, day(0)), expected);
        }
    }

    proptest! {
        #[test]
        fn a_removed_account_is_no_key_account_and_any_other_is(
            tier in proptest::option::of(0..3_usize), level in proptest::option::of(0..3_usize),
            since in proptest::option::of(-900..0_i64), verdict in 0..3_usize,
        ) {
            let mut account = Account {
                tier: tier.map(|at| Tier::ALL[at]),
                relation_level: level.map(|at| RelationLevel::ALL[at]),
                key_since: since.map(day),
                ..Account::default()
            };
            let verdict = Verdict::ALL[verdict];
            settle(&mut account, verdict, day(0), 90);
            prop_assert_eq!(is_key(&account), verdict != Verdict::Remove);
            prop_assert_eq!(account.next_review_on.is_some(), verdict != Verdict::Remove);
        }
    }
}
