//! Flags about the visits of a deal.

use super::super::purpose;
use super::super::strength::is_older;
use super::{Alarm, Fact, Flag, View, raise};

/// All of them, absent ones as nothing.
pub(super) fn flags(view: &View<'_>) -> Vec<Option<Flag>> {
    vec![untold(view), purpose_weak(view)]
}

/// The oldest visit that nobody told about.
fn untold(view: &View<'_>) -> Option<Flag> {
    let oldest = view.case.visits.iter().map(|visit| visit.on).min()?;
    let late = is_older(oldest, view.rules.limit.outcome_days, view.today);
    late.then(|| raise(Alarm::VisitUntold, vec![Fact::Day(oldest)]))
}

/// The next visit, where its purpose is doubtful.
fn purpose_weak(view: &View<'_>) -> Option<Flag> {
    let ahead = view.case.visits.iter().filter(|visit| visit.on >= view.today);
    let next = ahead.min_by_key(|visit| visit.on)?;
    let people = view.case.people.iter().map(|seat| &seat.name);
    let names: Vec<String> = next.names.iter().chain(people).cloned().collect();
    let doubtful = !purpose::lint(&next.why, &next.measure, &names).is_empty();
    doubtful.then(|| raise(Alarm::PurposeWeak, vec![Fact::Day(next.on)]))
}

#[cfg(test)]
mod tests {
    use super::super::super::case::sample::{answers, case, day, sound};
    use super::super::super::case::{Appointment, Case};
    use super::super::super::judge::judge;
    use super::super::super::rules::Rules;
    use super::super::super::stage::Stage;
    use super::*;

    fn visit(on: i64, why: &str) -> Appointment {
        Appointment {
            on: day(on),
            why: why.to_owned(),
            names: vec!["Depot".to_owned()],
            ..Appointment::default()
        }
    }

    #[test]
    fn a_visit_wants_an_outcome_within_days_and_the_next_one_a_purpose() {
        const GOOD: &str = "CFO signs by Friday";
        let opp = sound(Stage::Potential);
        for (visits, on, expected) in [
            (vec![], 0, vec![]),
            (vec![visit(-3, "demo")], 0, vec![]),
            (vec![visit(-4, "demo"), visit(-9, "demo")], 0, vec![(Alarm::VisitUntold, day(-9))]),
            (vec![visit(0, "demo")], 0, vec![(Alarm::PurposeWeak, day(0))]),
            (vec![visit(2, GOOD), visit(9, "demo")], 0, vec![]),
            (vec![visit(2, GOOD), visit(9, "demo")], 3, vec![(Alarm::PurposeWeak, day(9))]),
            (vec![visit(9, "Depot signs 2 orders"), visit(5, "")], 0, vec![(Alarm::PurposeWeak, day(5))]),
        ] {
            let given = answers("+p", 2);
            let case = Case { visits: &visits, ..case(&opp, &given, &[]) };
            let judged = judge(&case, &Rules::default(), day(on));
            let raised: Vec<(Alarm, Vec<Fact>)> = judged
                .flags
                .into_iter()
                .filter(|flag| matches!(flag.alarm, Alarm::VisitUntold | Alarm::PurposeWeak))
                .map(|flag| (flag.alarm, flag.facts))
                .collect();
            let expected: Vec<_> =
                expected.into_iter().map(|(alarm, day)| (alarm, vec![Fact::Day(day)])).collect();
            assert_eq!(raised, expected, "{visits:?} {on}");
        }
    }

    #[test]
    fn a_judgement_runs_out_on_the_day_a_visit_counts_as_untold_or_past() {
        let opp = sound(Stage::Potential);
        for (on, until) in [(0, 1), (-1, 3), (2, 3)] {
            let visits = [visit(on, "CFO signs by Friday")];
            let judged = judge(&Case { visits: &visits, ..case(&opp, &[], &[]) }, &Rules::default(), day(0));
            assert_eq!(judged.until, Some(day(until)), "{on}");
        }
    }
}
