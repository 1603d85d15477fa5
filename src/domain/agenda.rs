//! What to ask at the next visit: what a deal does not know yet, only guesses or has let grow old (N2).

use chrono::NaiveDate;

use super::answer::{Grade, Verdict};
use super::case::{Case, Seat};
use super::choice::choice;
use super::flag::{Alarm, Flag};
use super::judge::Judgement;
use super::person::{BuyingRole, Coverage};
use super::question::of_gate;
use super::rules::Rules;
use super::stage::Stage;
use super::strength::{Given, answer_to, freshness};

choice! {
    /// Why a question is asked again.
    Lack in "lack" {
        /// Nobody knows.
        Unknown = "unknown",
        /// It is only guessed.
        Guessed = "guessed",
        /// It was true once.
        Decayed = "decayed",
    }
}

/// One thing to ask or to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A question, 1 to 15, with why it is asked.
    Ask(u8, Lack),
    /// A flag that a visit can mend.
    Mend(Flag),
    /// People who count and whom nobody has met.
    Meet(Vec<String>),
}

/// Flags that are mended by asking the customer, in the order in which they are asked about.
const ASKED: [Alarm; 7] = [
    Alarm::CompellingMissing,
    Alarm::CompellingPassed,
    Alarm::ClosePassed,
    Alarm::NoDecider,
    Alarm::DeciderAgainst,
    Alarm::NoOpponent,
    Alarm::NoNextStep,
];

/// What to ask: unknown, guessed and decayed answers of the gates up to the one being worked, the critical first,
/// then what flags ask for, then whom to meet.
pub fn agenda(case: &Case<'_>, judged: &Judgement, rules: &Rules, today: NaiveDate) -> Vec<Entry> {
    let asked = onward(case.opp.stage, case.given, rules, today);
    let mut all: Vec<Entry> = asked.into_iter().map(|(number, lack)| Entry::Ask(number, lack)).collect();
    let raised = |alarm: &Alarm| judged.flags.iter().find(|flag| flag.alarm == *alarm);
    all.extend(ASKED.iter().filter_map(raised).cloned().map(Entry::Mend));
    let unmet: Vec<String> =
        case.people.iter().filter(|seat| is_unmet(seat, today)).map(|seat| seat.name.clone()).collect();
    if !unmet.is_empty() {
        all.push(Entry::Meet(unmet));
    }
    all
}

/// The questions to be asked of the gates up to the one being worked; where these are all answered, of the next gate
/// that has some.
fn onward(stage: Stage, given: &[Given], rules: &Rules, today: NaiveDate) -> Vec<(u8, Lack)> {
    let on = std::iter::successors(Some(stage), |stage| stage.next());
    on.map(|stage| lacks(stage, given, rules, today)).find(|asked| !asked.is_empty()).unwrap_or_default()
}

/// The questions of the gates up to the one being worked that are to be asked, the unknown before the guessed, the
/// critical first.
pub fn lacks(stage: Stage, given: &[Given], rules: &Rules, today: NaiveDate) -> Vec<(u8, Lack)> {
    let last = stage.gate().unwrap_or(3);
    let found = (1..=last).flat_map(of_gate).filter_map(|one| {
        lack(given, one.number, rules, today).map(|lack| (lack, !rules.is_critical(one.number), one.number))
    });
    let mut asked: Vec<(Lack, bool, u8)> = found.collect();
    asked.sort_unstable();
    asked.into_iter().map(|(lack, _, number)| (number, lack)).collect()
}

fn lack(given: &[Given], question: u8, rules: &Rules, today: NaiveDate) -> Option<Lack> {
    match answer_to(given, question) {
        None => Some(Lack::Unknown),
        Some(one) if one.verdict == Verdict::Unknown => Some(Lack::Unknown),
        Some(one) if one.grade == Grade::Guess => Some(Lack::Guessed),
        Some(one) if freshness(one.known_on(), rules, today) < rules.age.fresh => Some(Lack::Decayed),
        Some(_) => None,
    }
}

/// Whether somebody who counts is there and was never met.
pub(super) fn is_unmet(seat: &Seat, today: NaiveDate) -> bool {
    let counts = seat.role.is_key_player()
        || matches!(seat.role.buying_role, Some(BuyingRole::Approver | BuyingRole::Decider));
    let met = !matches!(seat.role.coverage, None | Some(Coverage::None | Coverage::Unknown));
    counts && !met && seat.is_there(today)
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{all_proven, answers, case, day, friends, seat, sound};
    use super::super::judge::judge;
    use super::super::opportunity::Opportunity;
    use super::super::person::Support;
    use super::super::stage::Stage;
    use super::*;
    use Lack::{Decayed, Guessed, Unknown};

    fn told(case: &Case<'_>) -> Vec<Entry> {
        let rules = Rules::default();
        agenda(case, &judge(case, &rules, day(0)), &rules, day(0))
    }

    #[test]
    fn the_unknown_come_first_then_guesses_then_what_has_aged() {
        let asked = |numbers: &[(u8, Lack)]| -> Vec<Entry> {
            numbers.iter().map(|(number, lack)| Entry::Ask(*number, *lack)).collect()
        };
        let opp = sound(Stage::Potential);
        for (marks, expected) in [
            // What the first gate needs is known: the next one's questions follow, its critical ones first.
            (
                "+p +p +p +p +p",
                asked(&[(7, Unknown), (10, Unknown), (6, Unknown), (8, Unknown), (9, Unknown)]),
            ),
            ("? +g +pa ? +p", asked(&[(4, Unknown), (1, Unknown), (2, Guessed), (3, Decayed)])),
            ("-t -g +p +po +p", asked(&[(2, Guessed), (4, Decayed)])),
        ] {
            assert_eq!(told(&case(&opp, &answers(marks, 1), &[])), expected, "{marks}");
        }
    }

    #[test]
    fn only_the_gates_up_to_the_one_being_worked_are_asked_about() {
        for (stage, asked) in
            [(Stage::Potential, 5), (Stage::Qualified, 10), (Stage::Mine, 15), (Stage::Winnable, 15)]
        {
            assert_eq!(told(&case(&sound(stage), &[], &friends())).len(), asked, "{stage:?}");
        }
    }

    #[test]
    fn flags_that_asking_mends_and_people_nobody_met_follow() {
        let opp = Opportunity { compelling_on: None, ..sound(Stage::Mine) };
        let mut people = friends();
        let mut new = seat("Qin", BuyingRole::Approver, Support::Neutral);
        new.role.coverage = None;
        people.push(new);
        let all = told(&case(&opp, &all_proven(), &people));
        let codes = all.iter().filter_map(|one| match one {
            Entry::Mend(flag) => Some(flag.alarm),
            _ => None,
        });
        assert_eq!(codes.collect::<Vec<_>>(), [Alarm::CompellingMissing]);
        assert_eq!(all.last(), Some(&Entry::Meet(vec!["Qin".to_owned()])));
    }
}
