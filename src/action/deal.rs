//! Moving a deal: on through its gate, back, and to one of its ends.

use chrono::NaiveDate;

use crate::domain::choice::Choice;
use crate::domain::gate::{GateResult, GateSheet};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::{Move, Stage, Status, Step};
use crate::store::{Store, Tx};

use super::failure::{Failure, Mistake, Refusal};
use super::{Desk, Done, Said, assign, generic, resolve};

/// Moves a deal, with what the words say of it: `reason=…`, `rival=…`, `lesson=…`, `on=…`.
pub fn go(store: &mut Store, desk: &Desk, step: Move, which: &str, words: &[String]) -> Result<Done, Failure> {
    let line = format!("opp {} {which} {}", step.code(), words.join(" "));
    let ((deal, overridden), receipt) = store.transact(&desk.stamp, &generic::label(line.trim_end()), |tx| {
        let deal: Opportunity = resolve::living(tx, which)?;
        let said = read(tx, desk, words)?;
        match step {
            Move::Advance => advance(tx, desk, deal, &said),
            Move::Retreat => retreat(tx, desk, deal, &said),
            Move::Reopen => reopen(tx, desk, deal, &said),
            Move::Win => end(tx, desk, deal, step, Status::Won, said),
            Move::Lose => end(tx, desk, deal, step, Status::Lost, said),
            Move::Suspend => end(tx, desk, deal, step, Status::Suspended, said),
            Move::Drop | Move::Import => end(tx, desk, deal, step, Status::Dropped, said),
        }
    })?;
    let said = Said::Moved(step, deal.title, deal.stage, overridden);
    Ok(Done { said, record: Some((Noun::Opp, deal.head.no)), touched: receipt.touched })
}

/// What the words of a move may say.
#[derive(Default)]
struct Words {
    reason: Option<String>,
    rival: Option<String>,
    lesson: Option<String>,
    day: Option<NaiveDate>,
}

fn read(tx: &Tx, desk: &Desk, words: &[String]) -> Result<Words, Failure> {
    let mut said = Words::default();
    for word in words {
        let (key, text) = assign::split(word)?;
        let key = match key {
            "reason" | "原因" | "理由" => "close_reason",
            "on" | "日期" => "close_on",
            other => other,
        };
        let field = assign::field::<Opportunity>(key)?;
        let mut deal = Opportunity::default();
        assign::assign(tx, desk, &mut deal, field, text)?;
        match field.key {
            "close_reason" => said.reason = deal.close_reason,
            "rival" => said.rival = deal.rival,
            "lesson" => said.lesson = deal.lesson,
            "close_on" => said.day = deal.close_on,
            _ => return Err(Mistake::NoField(Noun::Opp, key.to_owned()).into()),
        }
    }
    Ok(said)
}

type Moved = Result<(Opportunity, bool), Failure>;

fn advance(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    open(&deal)?;
    let (Some(next), Some(gate)) = (deal.stage.next(), deal.stage.gate()) else {
        return Err(Refusal::NoFurther(deal.head.no).into());
    };
    let gates = tx.judgement(&deal, desk.stamp.today())?.gates;
    let overridden = match gates.iter().find(|sheet| sheet.gate == gate) {
        Some(sheet) if sheet.result != GateResult::Pass => match &said.reason {
            None => return Err(Refusal::GateNotPassed(sheet.clone()).into()),
            Some(reason) => {
                deal.override_reason = Some(reason.clone());
                true
            }
        },
        _ => false,
    };
    shift(tx, desk, &mut deal, Move::Advance, next, said, overridden)?;
    Ok((deal, overridden))
}

fn retreat(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    open(&deal)?;
    let back = deal.stage.previous().ok_or(Refusal::NoBack(deal.head.no))?;
    deal.override_reason = None;
    shift(tx, desk, &mut deal, Move::Retreat, back, said, false)?;
    Ok((deal, false))
}

fn reopen(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    if deal.status == Status::Open {
        return Err(Refusal::AlreadyOpen(deal.head.no).into());
    }
    deal.status = Status::Open;
    deal.close_reason = None;
    // The day it closed says nothing of the day it will close.
    deal.close_on = None;
    let stage = deal.stage;
    shift(tx, desk, &mut deal, Move::Reopen, stage, said, false)?;
    Ok((deal, false))
}

fn end(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, step: Move, status: Status, said: Words) -> Moved {
    open(&deal)?;
    let needs_reason = matches!(status, Status::Won | Status::Lost | Status::Dropped);
    if needs_reason && said.reason.is_none() {
        return Err(Refusal::NeedsReason(deal.head.no, status).into());
    }
    deal.status = status;
    if matches!(status, Status::Won | Status::Lost) {
        deal.close_on = Some(said.day.unwrap_or_else(|| desk.stamp.today()));
    }
    deal.close_reason.clone_from(&said.reason);
    deal.rival = said.rival.clone().or(deal.rival);
    deal.lesson = said.lesson.clone().or(deal.lesson);
    let stage = deal.stage;
    shift(tx, desk, &mut deal, step, stage, &said, false)?;
    Ok((deal, false))
}

fn open(deal: &Opportunity) -> Result<(), Refusal> {
    if deal.status == Status::Open { Ok(()) } else { Err(Refusal::NotOpen(deal.head.no, deal.status)) }
}

/// Writes the deal in its new place, and the line of the stage log.
fn shift(
    tx: &mut Tx,
    desk: &Desk,
    deal: &mut Opportunity,
    act: Move,
    to: Stage,
    said: &Words,
    overridden: bool,
) -> Result<(), Failure> {
    let today = desk.stamp.today();
    let gates = tx.judgement(deal, today)?.gates;
    let mut step = Step {
        opportunity: deal.head.id,
        act,
        from_stage: Some(deal.stage),
        to_stage: to,
        status: deal.status,
        on_day: Some(said.day.unwrap_or(today)),
        author: Some(desk.stamp.author.clone()),
        gates: Some(snapshot(&gates)),
        reason: said.reason.clone(),
        overridden,
        days: deal.stage_since.map(|since| (today - since).num_days().max(0)),
        ..Step::default()
    };
    if deal.stage != to || act == Move::Reopen {
        deal.stage = to;
        deal.stage_since = Some(today);
    }
    deal.last_activity_on = Some(today);
    tx.save(deal)?;
    tx.save(&mut step)?;
    Ok(())
}

fn snapshot(gates: &[GateSheet]) -> String {
    let of = |sheet: &GateSheet| format!("{}:{}/{}", sheet.gate, sheet.result.code(), sheet.score);
    gates.iter().map(of).collect::<Vec<_>>().join(" ")
}

/// An override ends once every gate behind the deal has passed after all.
pub fn lift_override(tx: &mut Tx, no: i64, today: NaiveDate) -> Result<(), Failure> {
    let Some(mut deal) = tx.get::<Opportunity>(no)?.filter(|deal| deal.override_reason.is_some()) else {
        return Ok(());
    };
    let behind = usize::from(deal.stage.gate().unwrap_or(4)).saturating_sub(1);
    let gates = tx.judgement(&deal, today)?.gates;
    if gates.iter().take(behind).all(|sheet| sheet.result == GateResult::Pass) {
        deal.override_reason = None;
        tx.save(&mut deal)?;
    }
    Ok(())
}
