//! Whether a gate lets a deal through, and what exactly is missing (`docs/method.md`, "The three gates").

use chrono::NaiveDate;

use super::answer::{Grade, Verdict};
use super::choice::{Choice, choice};
use super::question::of_gate;
use super::rules::Rules;
use super::strength::{Given, answer_to, exact, freshness};

choice! {
    /// What a gate says. 闸口结果
    GateResult in "gate_result" {
        /// Something is still to be found out. 待查
        Open = "open",
        /// The favourable answers are there, the evidence is not. 证据不足
        Thin = "thin",
        /// 通过
        Pass = "pass",
        /// A critical answer or the whole speaks against us. 未过
        Closed = "closed",
    }
}

/// One thing that keeps a gate from passing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No answer, or unknown.
    Unanswered {
        /// 1 to 15.
        question: u8,
    },
    /// It waits for what we asked our own house for.
    Held {
        /// 1 to 15.
        question: u8,
    },
    /// The answer speaks against us.
    Unfavourable {
        /// 1 to 15.
        question: u8,
    },
    /// Favourable, but only a guess.
    Guessed {
        /// 1 to 15.
        question: u8,
    },
    /// Favourable, but no longer fresh, where the score is short.
    Aged {
        /// 1 to 15.
        question: u8,
        /// The day its age counts from.
        since: NaiveDate,
    },
    /// Too few favourable answers.
    Count {
        /// How many there are.
        found: i64,
        /// How many it takes.
        needed: i64,
    },
    /// The score is too low.
    Score {
        /// What it is, −100 to 100.
        found: i64,
        /// What it takes.
        needed: i64,
    },
}

impl Missing {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unanswered { .. } => "unanswered",
            Self::Held { .. } => "held",
            Self::Unfavourable { .. } => "unfavourable",
            Self::Guessed { .. } => "guessed",
            Self::Aged { .. } => "aged",
            Self::Count { .. } => "count",
            Self::Score { .. } => "score",
        }
    }

    /// The question it is about, or nothing where it is about the whole gate.
    pub fn question(self) -> Option<u8> {
        match self {
            Self::Unanswered { question }
            | Self::Held { question }
            | Self::Unfavourable { question }
            | Self::Guessed { question }
            | Self::Aged { question, .. } => Some(question),
            Self::Count { .. } | Self::Score { .. } => None,
        }
    }

    /// What fills the sentence besides the question: a date, or found and needed.
    pub fn facts(self) -> Vec<String> {
        match self {
            Self::Aged { since, .. } => vec![since.to_string()],
            Self::Count { found, needed } | Self::Score { found, needed } => {
                vec![found.to_string(), needed.to_string()]
            }
            _ => Vec::new(),
        }
    }
}

/// What one gate says about a deal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GateSheet {
    /// 1 to 3.
    pub gate: u8,
    /// What it says.
    pub result: GateResult,
    /// The weighted mean of its answers, −100 to 100.
    pub score: i64,
    /// How many of its five are favourable.
    pub favourable: i64,
    /// What keeps it from passing; empty when it passes.
    pub missing: Vec<Missing>,
}

/// The three gates of a deal on a day.
pub fn gates(given: &[Given], rules: &Rules, today: NaiveDate) -> [GateSheet; 3] {
    [1, 2, 3].map(|number| gate(number, given, rules, today))
}

/// One gate (1 to 3) of a deal on a day.
pub fn gate(number: u8, given: &[Given], rules: &Rules, today: NaiveDate) -> GateSheet {
    let score = score(number, given, rules, today);
    let answers = || of_gate(number).map(|one| (one.number, answer_to(given, one.number)));
    let plus = answers().filter(|(_, answer)| says(*answer, Verdict::Favourable)).count();
    let favourable = i64::try_from(plus).unwrap_or(0);
    let mut criticals = answers().filter(|(question, _)| rules.is_critical(*question));
    let mut sheet = GateSheet { gate: number, score, favourable, ..GateSheet::default() };
    sheet.result = if score < 0 || criticals.clone().any(|(_, answer)| says(answer, Verdict::Unfavourable)) {
        GateResult::Closed
    } else if favourable < i64::from(rules.gate.favourable) || answers().any(|(_, answer)| waits(answer)) {
        GateResult::Open
    } else if score >= i64::from(rules.gate.score) && criticals.all(|(_, answer)| is_sound(answer)) {
        GateResult::Pass
    } else {
        GateResult::Thin
    };
    if sheet.result != GateResult::Pass {
        sheet.missing = missing(&sheet, given, rules, today);
    }
    sheet
}

/// The gates as the stage log keeps them: `1:pass/80 2:open/20 3:open/0`.
pub fn snapshot(gates: &[GateSheet; 3]) -> String {
    gates.each_ref().map(|sheet| format!("{}:{}/{}", sheet.gate, sheet.result.code(), sheet.score)).join(" ")
}

/// The weighted mean of a gate's answers, truncated toward zero.
fn score(number: u8, given: &[Given], rules: &Rules, today: NaiveDate) -> i64 {
    let (mut sum, mut weights) = (0, 0);
    for question in of_gate(number) {
        let weight = rules.weight_of(question.number);
        weights += weight;
        sum += weight * answer_to(given, question.number).map_or(0, |one| exact(one, rules, today));
    }
    sum.checked_div(weights * 100).unwrap_or(0)
}

fn says(answer: Option<&Given>, verdict: Verdict) -> bool {
    answer.is_some_and(|one| one.verdict == verdict)
}

/// Whether a question waits for what we asked our own house for: no gate passes meanwhile.
fn waits(answer: Option<&Given>) -> bool {
    answer.is_some_and(|one| one.held)
}

fn is_sound(answer: Option<&Given>) -> bool {
    says(answer, Verdict::Favourable) && answer.is_some_and(|one| one.grade >= Grade::Told)
}

fn missing(sheet: &GateSheet, given: &[Given], rules: &Rules, today: NaiveDate) -> Vec<Missing> {
    let needed = i64::from(rules.gate.score);
    let short = sheet.score < needed;
    let mut all = Vec::with_capacity(7);
    for question in of_gate(sheet.gate).map(|one| one.number) {
        match answer_to(given, question) {
            Some(one) if one.verdict == Verdict::Unfavourable => {
                all.push(Missing::Unfavourable { question });
            }
            Some(one) if one.verdict == Verdict::Favourable => {
                if one.grade < Grade::Told && (short || rules.is_critical(question)) {
                    all.push(Missing::Guessed { question });
                }
                if short && freshness(one.known_on(), rules, today) < rules.age.fresh {
                    all.push(Missing::Aged { question, since: one.known_on() });
                }
            }
            answer => {
                all.push(Missing::Unanswered { question });
                if waits(answer) {
                    all.push(Missing::Held { question });
                }
            }
        }
    }
    let count = i64::from(rules.gate.favourable);
    if sheet.favourable < count {
        all.push(Missing::Count { found: sheet.favourable, needed: count });
    }
    if short {
        all.push(Missing::Score { found: sheet.score, needed });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{answers, day, given};
    use super::*;
    use proptest::prelude::*;

    fn read(marks: &str, number: u8) -> GateSheet {
        gate(number, &answers(marks, (number - 1) * 5 + 1), &Rules::default(), day(0))
    }

    /// Marks: verdict then grade, g t p, with an age letter: nothing fresh, `a` 61 days, `o` 121 days.
    #[test]
    fn a_gate_says_pass_thin_open_or_closed() {
        use GateResult::{Closed, Open, Pass, Thin};
        for (number, marks, result, score) in [
            (1, "+g +g +g +g +g", Thin, 40),
            (1, "+t +t +t +t +t", Pass, 70),
            (1, "-t +t +t +t +t", Pass, 50),
            (1, "-p +t +t +t +t", Thin, 45),
            (1, "+t +t +t -g +t", Closed, 38),
            (1, "? ? ? ? ?", Open, 0),
            (1, "-t ? ? ? ?", Closed, -10),
            (1, "-t ? ? +t ?", Open, 10),
            (1, "+p +p +p +p +g", Thin, 82),
            (1, "+p +p +p ? +p", Thin, 71),
            (1, "+p ? ? +p +p", Open, 71),
            (1, "? +t +t +t +t", Pass, 60),
            (2, "+ta +ta +ta +ta +ta", Pass, 52),
            (2, "+to +to +to +to +to", Thin, 35),
            (3, "+p +p -p -p -p", Open, 14),
            (3, "+p -p +p +p +p", Closed, 42),
        ] {
            let sheet = read(marks, number);
            assert_eq!((sheet.result, sheet.score), (result, score), "gate {number}: {marks}");
            assert_eq!(sheet.missing.is_empty(), result == Pass, "{marks}");
        }
    }

    #[test]
    fn what_is_missing_is_listed_exactly() {
        use Missing::{Aged, Count, Guessed, Score, Unanswered, Unfavourable};
        let short = |found| Score { found, needed: 50 };
        let guessed = |question| Guessed { question };
        for (marks, expected) in [
            ("+p +p +p +p +g", vec![guessed(5)]),
            ("+g +p +p +p +g", vec![guessed(5)]),
            ("+g +g +g +g +g", vec![guessed(1), guessed(2), guessed(3), guessed(4), guessed(5), short(40)]),
            (
                "-t ? +p +p +po",
                vec![
                    Unfavourable { question: 1 },
                    Unanswered { question: 2 },
                    Aged { question: 5, since: day(-121) },
                    Count { found: 3, needed: 4 },
                    short(47),
                ],
            ),
        ] {
            assert_eq!(read(marks, 1).missing, expected, "{marks}");
        }
    }

    #[test]
    fn a_snapshot_tells_each_gate_with_its_score() {
        let sheets = gates(&answers("+t +t +t +t +t ? +g", 1), &Rules::default(), day(0));
        assert_eq!(snapshot(&sheets), "1:pass/70 2:open/11 3:open/0");
    }

    #[test]
    fn the_rules_decide_what_is_critical() {
        let rules = Rules { critical: vec![1], ..Rules::default() };
        let sheet = gate(1, &answers("-t +t +t +t +t", 1), &rules, day(0));
        assert_eq!((sheet.result, sheet.score), (GateResult::Closed, 23));
    }

    fn any_given() -> impl Strategy<Value = Given> {
        let verdict =
            prop_oneof![Just(Verdict::Unknown), Just(Verdict::Favourable), Just(Verdict::Unfavourable)];
        let grade = prop_oneof![Just(Grade::Guess), Just(Grade::Told), Just(Grade::Proven)];
        (1u8..=15, verdict, grade, -200i64..30).prop_map(|(question, verdict, grade, when)| Given {
            verified_on: Some(day(when)),
            ..given(question, verdict, grade)
        })
    }

    proptest! {
        #[test]
        fn a_score_stays_within_a_hundred(all in prop::collection::vec(any_given(), 0..30)) {
            for sheet in gates(&all, &Rules::default(), day(0)) {
                prop_assert!((-100..=100).contains(&sheet.score));
                prop_assert!((0..=5).contains(&sheet.favourable));
                prop_assert_eq!(sheet.missing.is_empty(), sheet.result == GateResult::Pass);
            }
        }

        #[test]
        fn a_favourable_proven_answer_never_lowers_a_gate(
            mut all in prop::collection::vec(any_given(), 0..30), question in 1u8..=15,
        ) {
            let before = gates(&all, &Rules::default(), day(0));
            all.push(given(question, Verdict::Favourable, Grade::Proven));
            let after = gates(&all, &Rules::default(), day(0));
            for (old, new) in before.iter().zip(&after) {
                prop_assert!(new.score >= old.score);
                prop_assert!(old.result != GateResult::Pass || new.result == GateResult::Pass);
            }
        }
    }
}
