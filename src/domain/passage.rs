//! How a deal moves: on through a gate, back, out of the funnel and in again (`docs/method.md`, "Moving a deal").

use super::choice::Choice;
use super::gate::{GateResult, GateSheet, Missing, gates};
use super::opportunity::Opportunity;
use super::rules::Rules;
use super::stage::{Stage, Status};
use super::strength::Given;

/// Why a deal does not move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The gate does not pass, and no reason for an override was given.
    Gate {
        /// 1 to 3.
        gate: u8,
        /// What it says.
        result: GateResult,
        /// What it misses.
        missing: Vec<Missing>,
    },
    /// There is no stage after the last: the deal closes as won or lost.
    LastStage,
    /// There is no stage before the first.
    FirstStage,
    /// The deal is not open.
    NotOpen {
        /// What it is.
        status: Status,
    },
    /// The deal has that status already.
    Already {
        /// Which.
        status: Status,
    },
    /// Closing takes a reason.
    NoReason,
}

impl Refusal {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Gate { .. } => "gate",
            Self::LastStage => "last_stage",
            Self::FirstStage => "first_stage",
            Self::NotOpen { .. } => "not_open",
            Self::Already { .. } => "already",
            Self::NoReason => "no_reason",
        }
    }
}

/// A move on through a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advance {
    /// The stage it reaches.
    pub to: Stage,
    /// Whether the gate did not pass and the reason stands in for it.
    pub overridden: bool,
}

/// On by one stage: through a gate that passes, or over one that does not with a reason.
pub fn advance(opp: &Opportunity, gates: &[GateSheet; 3], reason: Option<&str>) -> Result<Advance, Refusal> {
    open(opp)?;
    let (Some(to), Some(number)) = (opp.stage.next(), opp.stage.gate()) else {
        return Err(Refusal::LastStage);
    };
    let sheet = gates.iter().find(|sheet| sheet.gate == number).cloned().unwrap_or_default();
    if sheet.result == GateResult::Pass {
        Ok(Advance { to, overridden: false })
    } else if is_said(reason) {
        Ok(Advance { to, overridden: true })
    } else {
        Err(Refusal::Gate { gate: number, result: sheet.result, missing: sheet.missing })
    }
}

/// Back by one stage.
pub fn retreat(opp: &Opportunity) -> Result<Stage, Refusal> {
    open(opp)?;
    opp.stage.previous().ok_or(Refusal::FirstStage)
}

/// Out of the funnel, from any stage, with a reason; what is suspended may still be won, lost or dropped.
pub fn close(opp: &Opportunity, to: Status, reason: Option<&str>) -> Result<Status, Refusal> {
    if opp.status == to || to == Status::Open {
        return Err(Refusal::Already { status: opp.status });
    }
    if !matches!(opp.status, Status::Open | Status::Suspended) {
        return Err(Refusal::NotOpen { status: opp.status });
    }
    if is_said(reason) { Ok(to) } else { Err(Refusal::NoReason) }
}

/// Back into the funnel, at the stage it left.
pub fn reopen(opp: &Opportunity) -> Result<Status, Refusal> {
    if opp.status == Status::Open { Err(Refusal::Already { status: Status::Open }) } else { Ok(Status::Open) }
}

/// The gates behind a deal at this stage that do not pass. 闸口失守
pub fn gates_lost(stage: Stage, gates: &[GateSheet; 3]) -> Vec<u8> {
    let behind = Stage::ALL.iter().filter(|one| **one < stage).filter_map(|one| one.gate());
    let lost =
        |number: &u8| gates.iter().any(|sheet| sheet.gate == *number && sheet.result != GateResult::Pass);
    behind.filter(lost).collect()
}

/// The gates that the answers about a deal ever made pass, told as they were written, the oldest first.
pub fn ever_passed(history: &[Given], rules: &Rules) -> Vec<u8> {
    let mut passed = Vec::new();
    let mut known = Vec::with_capacity(history.len());
    for one in history {
        known.push(*one);
        let sheets = gates(&known, rules, one.written_on);
        let new = sheets.iter().filter(|sheet| sheet.result == GateResult::Pass).map(|sheet| sheet.gate);
        passed.extend(new);
    }
    passed.sort_unstable();
    passed.dedup();
    passed
}

/// Whether an override still stands: it was written, and a gate behind the deal still does not pass.
pub fn override_stands(opp: &Opportunity, gates: &[GateSheet; 3]) -> bool {
    is_said(opp.override_reason.as_deref()) && !gates_lost(opp.stage, gates).is_empty()
}

fn open(opp: &Opportunity) -> Result<(), Refusal> {
    if opp.status == Status::Open { Ok(()) } else { Err(Refusal::NotOpen { status: opp.status }) }
}

fn is_said(reason: Option<&str>) -> bool {
    reason.is_some_and(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::case::sample::{all_proven, answers, day, sound};
    use super::super::gate::gates;
    use super::super::rules::Rules;
    use super::*;

    fn sheets(marks: &str) -> [GateSheet; 3] {
        gates(&answers(marks, 1), &Rules::default(), day(0))
    }

    #[test]
    fn a_gate_with_an_open_question_refuses_and_says_which() {
        let refusal = advance(&sound(Stage::Potential), &sheets("+p +p +p ? +p"), Some("  ")).unwrap_err();
        let missing = vec![Missing::Unanswered { question: 4 }];
        assert_eq!(refusal, Refusal::Gate { gate: 1, result: GateResult::Thin, missing });
    }

    #[test]
    fn a_deal_advances_through_a_gate_that_passes_or_over_one_with_a_reason() {
        let passed = gates(&all_proven(), &Rules::default(), day(0));
        for (stage, reason, expected) in [
            (Stage::Potential, None, Ok(Advance { to: Stage::Qualified, overridden: false })),
            (Stage::Mine, Some("boss"), Ok(Advance { to: Stage::Winnable, overridden: false })),
            (Stage::Winnable, Some("boss"), Err(Refusal::LastStage)),
        ] {
            assert_eq!(advance(&sound(stage), &passed, reason), expected, "{stage:?}");
        }
        let over = advance(&sound(Stage::Qualified), &sheets("+p +p +p +p +p"), Some("tender is out"));
        assert_eq!(over, Ok(Advance { to: Stage::Mine, overridden: true }));
    }

    #[test]
    fn a_deal_goes_back_by_one_stage_but_not_before_the_first() {
        assert_eq!(retreat(&sound(Stage::Mine)), Ok(Stage::Qualified));
        assert_eq!(retreat(&sound(Stage::Potential)), Err(Refusal::FirstStage));
        let won = Opportunity { status: Status::Won, ..sound(Stage::Mine) };
        assert_eq!(retreat(&won), Err(Refusal::NotOpen { status: Status::Won }));
    }

    #[test]
    fn closing_takes_a_reason_and_an_open_or_suspended_deal() {
        use Status::{Dropped, Lost, Open, Suspended, Won};
        for (status, to, reason, expected) in [
            (Open, Won, Some("value"), Ok(Won)),
            (Open, Lost, None, Err(Refusal::NoReason)),
            (Suspended, Dropped, Some("no budget"), Ok(Dropped)),
            (Suspended, Suspended, Some("again"), Err(Refusal::Already { status: Suspended })),
            (Lost, Won, Some("oops"), Err(Refusal::NotOpen { status: Lost })),
        ] {
            let opp = Opportunity { status, ..sound(Stage::Qualified) };
            assert_eq!(close(&opp, to, reason), expected, "{status:?} to {to:?}");
            assert_eq!(reopen(&opp).is_ok(), status != Open);
        }
    }

    #[test]
    fn an_override_stands_until_the_gates_behind_pass() {
        let opp = Opportunity { override_reason: Some("boss".into()), ..sound(Stage::Qualified) };
        assert!(override_stands(&opp, &sheets("+p ? ? ? ?")));
        assert!(!override_stands(&opp, &sheets("+p +p +p +p +p")));
        assert_eq!(gates_lost(Stage::Winnable, &sheets("+p +p +p +p +p")), [2, 3]);
    }
}
