//! What became of a deal since a day: moved, slipped, worse or stale (N5; `docs/method.md`, "Funnel review").

use chrono::NaiveDate;

use super::choice::choice;
use super::flag::Alarm;
use super::stage::{Stage, Status};

/// By fewer points the computed probability did not get worse: one answer that ages takes as much.
const FALL: i64 = 5;

choice! {
    /// In which part of a review a deal stands. 回顾分组
    Group in "review_group" {
        /// 推进与变动
        Moved = "moved",
        /// 推迟
        Slipped = "slipped",
        /// 恶化
        Worse = "worse",
        /// 停滞
        Stale = "stale",
    }
}

impl Group {
    /// Whether what stands in it wants to be mended.
    pub fn is_problem(self) -> bool {
        self != Self::Moved
    }
}

/// A deal at one moment, as far as a review compares it; the amount in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its stage.
    pub stage: Stage,
    /// Its status.
    pub status: Status,
    /// What it brings.
    pub amount: Option<i64>,
    /// Of this currency.
    pub currency: String,
    /// When it closes.
    pub close_on: Option<NaiveDate>,
    /// The computed probability.
    pub p_calc: i64,
    /// What was wrong with it.
    pub alarms: Vec<Alarm>,
}

/// One thing that became of a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It came up.
    New(Stage),
    /// It moved on or back.
    Moved(Stage, Stage),
    /// It ended so.
    Ended(Status),
    /// It was opened again.
    Reopened,
    /// Its close date went from one day to a later one.
    Slipped(NaiveDate, NaiveDate),
    /// It brings less, or nobody knows any more how much.
    Amount(i64, Option<i64>),
    /// The computed probability fell.
    Chance(i64, i64),
    /// These questions turned unfavourable.
    Turned(Vec<i64>),
    /// A new flag.
    Raised(Alarm),
    /// A new flag that time alone brought.
    Stale(Alarm),
}

impl Change {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Moved(from, to) if to < from => "back",
            Self::Moved(..) => "forward",
            Self::Ended(Status::Won) => "won",
            Self::Ended(Status::Lost) => "lost",
            Self::Ended(_) => "ended",
            Self::Reopened => "reopened",
            Self::Slipped(..) => "slipped",
            Self::Amount(..) => "amount",
            Self::Chance(..) => "chance",
            Self::Turned(_) => "turned",
            Self::Raised(_) => "flag",
            Self::Stale(_) => "stale",
        }
    }
}

/// Whether a flag comes of silence and passing days alone.
pub fn is_stale(alarm: Alarm) -> bool {
    matches!(
        alarm,
        Alarm::Silence
            | Alarm::OldAnswer
            | Alarm::NoNextStep
            | Alarm::VisitUntold
            | Alarm::ClosePassed
            | Alarm::CompellingPassed
    )
}

/// What became of a deal, the weightiest first; `was` is nothing for one that came up since, `turned` are the
/// questions that turned unfavourable.
pub fn changes(was: Option<&State>, now: &State, turned: &[i64]) -> Vec<Change> {
    let Some(was) = was else {
        let ended = (now.status != Status::Open).then_some(Change::Ended(now.status));
        return vec![ended.unwrap_or(Change::New(now.stage))];
    };
    let mut found = Vec::new();
    if was.status != now.status {
        let reopened = now.status == Status::Open;
        found.push(if reopened { Change::Reopened } else { Change::Ended(now.status) });
    }
    // What has ended has neither a day to come nor odds.
    if now.status != Status::Open {
        return found;
    }
    if was.stage != now.stage {
        found.push(Change::Moved(was.stage, now.stage));
    }
    if let (Some(from), Some(to)) = (was.close_on, now.close_on)
        && to > from
        && was.status == Status::Open
    {
        found.push(Change::Slipped(from, to));
    }
    if let Some(from) = was.amount
        && was.currency == now.currency
        && now.amount.is_none_or(|to| to < from)
    {
        found.push(Change::Amount(from, now.amount));
    }
    if !turned.is_empty() {
        found.push(Change::Turned(turned.to_vec()));
    }
    if was.p_calc - now.p_calc >= FALL && was.status == Status::Open {
        found.push(Change::Chance(was.p_calc, now.p_calc));
    }
    let raised = now.alarms.iter().filter(|alarm| !was.alarms.contains(alarm));
    found.extend(raised.map(
        |alarm| {
            if is_stale(*alarm) { Change::Stale(*alarm) } else { Change::Raised(*alarm) }
        },
    ));
    found
}

/// The part of the review that a deal stands in: the gravest that its changes ask for; nothing without changes.
pub fn group(changes: &[Change]) -> Option<Group> {
    let has = |test: fn(&Change) -> bool| changes.iter().any(test);
    if has(|one| matches!(one, Change::New(_) | Change::Ended(_))) {
        return Some(Group::Moved);
    }
    if has(|one| matches!(one, Change::Slipped(..))) {
        return Some(Group::Slipped);
    }
    if has(|one| matches!(one, Change::Amount(..) | Change::Turned(_) | Change::Raised(_))) {
        return Some(Group::Worse);
    }
    if has(|one| matches!(one, Change::Stale(_))) {
        return Some(Group::Stale);
    }
    // A step back or a fresh start costs odds by itself.
    if has(|one| matches!(one, Change::Moved(..) | Change::Reopened)) {
        return Some(Group::Moved);
    }
    has(|one| matches!(one, Change::Chance(..))).then_some(Group::Worse)
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::day;
    use super::*;
    use proptest::prelude::*;

    fn deal() -> State {
        State {
            stage: Stage::Qualified,
            status: Status::Open,
            amount: Some(1_000),
            currency: "CNY".to_owned(),
            close_on: Some(day(30)),
            p_calc: 40,
            alarms: vec![Alarm::AmountMissing],
        }
    }

    /// A deal now, the questions that turned, the codes of its changes, its place.
    type Told = (State, &'static [i64], &'static [&'static str], Option<Group>);

    fn told(was: Option<&State>, now: &State, turned: &[i64]) -> (Vec<&'static str>, Option<Group>) {
        let found = changes(was, now, turned);
        (found.iter().map(Change::code).collect(), group(&found))
    }

    #[test]
    fn a_deal_stands_where_its_gravest_change_puts_it() {
        let was = deal();
        let alarms = |more: &[Alarm]| [&[Alarm::AmountMissing], more].concat();
        let cases: Vec<Told> = vec![
            (was.clone(), &[], &[], None),
            (State { stage: Stage::Mine, ..was.clone() }, &[], &["forward"], Some(Group::Moved)),
            (
                State { stage: Stage::Potential, p_calc: 10, ..was.clone() },
                &[],
                &["back", "chance"],
                Some(Group::Moved),
            ),
            (
                State { status: Status::Won, close_on: Some(day(90)), p_calc: 0, ..was.clone() },
                &[4],
                &["won"],
                Some(Group::Moved),
            ),
            (State { close_on: Some(day(29)), ..was.clone() }, &[], &[], None),
            (
                State { stage: Stage::Mine, close_on: Some(day(31)), ..was.clone() },
                &[],
                &["forward", "slipped"],
                Some(Group::Slipped),
            ),
            (State { amount: Some(999), ..was.clone() }, &[], &["amount"], Some(Group::Worse)),
            (State { amount: None, ..was.clone() }, &[], &["amount"], Some(Group::Worse)),
            (State { amount: Some(9), currency: "USD".into(), ..was.clone() }, &[], &[], None),
            (State { p_calc: 35, ..was.clone() }, &[], &["chance"], Some(Group::Worse)),
            (State { p_calc: 36, ..was.clone() }, &[], &[], None),
            (was.clone(), &[4], &["turned"], Some(Group::Worse)),
            (
                State { alarms: alarms(&[Alarm::Silence]), p_calc: 35, ..was.clone() },
                &[],
                &["chance", "stale"],
                Some(Group::Stale),
            ),
            (
                State { alarms: alarms(&[Alarm::Silence, Alarm::GateLost]), ..was.clone() },
                &[],
                &["stale", "flag"],
                Some(Group::Worse),
            ),
            (State { alarms: vec![], p_calc: 44, ..was.clone() }, &[], &[], None),
        ];
        for (now, turned, codes, expected) in cases {
            assert_eq!(told(Some(&was), &now, turned), (codes.to_vec(), expected), "{now:?}");
        }
        assert_eq!(told(None, &was, &[]), (vec!["new"], Some(Group::Moved)));
        let won = State { status: Status::Won, ..was.clone() };
        assert_eq!(told(None, &won, &[]), (vec!["won"], Some(Group::Moved)));
        assert_eq!(told(Some(&won), &was, &[]), (vec!["reopened"], Some(Group::Moved)));
    }

    #[test]
    fn every_part_stands_in_the_method_in_both_languages() {
        use super::super::choice::Choice;
        let method = include_str!("../../docs/method.md");
        for group in Group::ALL {
            assert_eq!(method.matches(&format!("| `review.{}` | ", group.code())).count(), 2, "{group:?}");
        }
    }

    proptest! {
        #[test]
        fn what_changed_has_a_place_and_what_did_not_has_none(
            stage in 0..4_usize, status in 0..5_usize, amount in proptest::option::of(0..3_i64),
            close in proptest::option::of(0..3_i64), p_calc in 0..100_i64, turned in 0..3_i64,
        ) {
            use super::super::choice::Choice;
            let now = State {
                stage: Stage::ALL[stage], status: Status::ALL[status], amount, p_calc,
                close_on: close.map(day), ..deal()
            };
            let turned: Vec<i64> = (0..turned).collect();
            let found = changes(Some(&deal()), &now, &turned);
            prop_assert_eq!(found.is_empty(), group(&found).is_none());
            prop_assert!(changes(Some(&now), &now, &[]).is_empty());
        }
    }
}
