//! Time spent in each phase of the sales cycle (F5), read off the days on which the phase was set.

use chrono::NaiveDate;

use super::choice::Choice;
use super::stage::Phase;

/// The days spent in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// Which.
    pub phase: Phase,
    /// Whole days, over all stays in it.
    pub days: i64,
    /// Whether the deal is in it at the end.
    pub is_last: bool,
}

/// The days of each phase that the deal was in, in the order of the cycle. `changes` are the days on which the phase
/// became another, or none, oldest first; the last one lasts until `end`.
pub fn spent(changes: &[(NaiveDate, Option<Phase>)], end: NaiveDate) -> Vec<Spent> {
    let until = changes.iter().skip(1).map(|(day, _)| *day).chain([end]);
    let stays: Vec<(Phase, i64)> = changes
        .iter()
        .zip(until)
        .filter_map(|((from, phase), to)| Some(((*phase)?, (to - *from).num_days().max(0))))
        .collect();
    let last = changes.last().and_then(|(_, phase)| *phase);
    let was_in = |phase: Phase| stays.iter().filter(move |(own, _)| *own == phase);
    let known = Phase::ALL.iter().copied().filter(|phase| was_in(*phase).count() > 0);
    known
        .map(|phase| Spent {
            phase,
            days: was_in(phase).map(|(_, days)| days).sum(),
            is_last: last == Some(phase),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(740_000 + number).expect("a day")
    }

    #[test]
    fn a_phase_counts_all_its_stays_and_none_counts_nothing() {
        let (acquired, competing) = (Some(Phase::Acquired), Some(Phase::Competing));
        let changes = [(day(0), competing), (day(4), acquired), (day(9), None), (day(20), competing)];
        let of = |phase, days, is_last| Spent { phase, days, is_last };
        assert_eq!(spent(&changes, day(21)), [of(Phase::Acquired, 5, false), of(Phase::Competing, 5, true)]);
        assert_eq!(spent(&[], day(9)), []);
        assert_eq!(spent(&[(day(3), None)], day(9)), []);
        // A clock that went back spends no time.
        assert_eq!(spent(&[(day(9), acquired)], day(3)), [of(Phase::Acquired, 0, true)]);
    }

    proptest! {
        #[test]
        fn the_days_of_all_phases_are_the_days_since_the_first(
            steps in prop::collection::vec((0..40_i32, 0..Phase::ALL.len()), 1..12), rest in 0..40_i32,
        ) {
            let mut at = 0;
            let changes: Vec<_> = steps.iter().map(|(wait, which)| {
                at += wait;
                (day(at), Some(Phase::ALL[*which]))
            }).collect();
            let sum: i64 = spent(&changes, day(at + rest)).iter().map(|one| one.days).sum();
            prop_assert_eq!(sum, i64::from(at + rest - steps[0].0));
        }
    }
}
