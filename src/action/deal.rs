//! Moving a deal: on through its gate, back, and to one of its ends.

use chrono::NaiveDate;

use crate::domain::choice::Choice;
use crate::domain::gate;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage;
use crate::domain::stage::{Move, Stage, Status, Step};
use crate::store::{Store, Tx};

use super::failure::{Failure, Mistake, Refusal, Wanted};
use super::{Desk, Done, Said, assign, generic, reopen, resolve};

/// Moves a deal, or several between commas, with what the words say of it: `reason=…`, `rival=…`, `lesson=…`, `on=…`.
pub fn go(
    store: &mut Store,
    desk: &Desk,
    step: Move,
    which: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let line = format!("opp {} {which} {}", step.code(), words.join(" "));
    let (moved, receipt) = store.transact(&desk.stamp, &generic::label(line.trim_end()), |tx| {
        let said = read(tx, desk, words)?;
        let deals: Vec<Opportunity> = resolve::several(tx, which)?;
        deals.into_iter().map(|deal| one(tx, desk, step, deal, &said)).collect::<Result<Vec<_>, Failure>>()
    })?;
    let many = moved.len();
    let first = moved.into_iter().next();
    let record = first.as_ref().map(|(deal, _)| (Noun::Opp, deal.head.no));
    let said = match first {
        Some((deal, overridden)) if many == 1 => Said::Moved(step, deal.title, deal.stage, overridden),
        _ => Said::ChangedMany(Noun::Opp, many),
    };
    Ok(Done { said, record, touched: receipt.touched })
}

fn one(tx: &mut Tx, desk: &Desk, step: Move, deal: Opportunity, said: &Words) -> Moved {
    match step {
        Move::Advance => advance(tx, desk, deal, said),
        Move::Retreat => retreat(tx, desk, deal, said),
        Move::Reopen => open_again(tx, desk, deal, said),
        Move::Win => end(tx, desk, deal, step, Status::Won, said),
        Move::Lose => end(tx, desk, deal, step, Status::Lost, said),
        Move::Suspend => end(tx, desk, deal, step, Status::Suspended, said),
        Move::Drop => end(tx, desk, deal, step, Status::Dropped, said),
        Move::Import | Move::Enter => Ok((deal, false)),
    }
}

/// Writes the first line of the stage log of a deal that comes into the book beyond the first stage.
pub fn enter(tx: &mut Tx, desk: &Desk, no: i64) -> Result<(), Failure> {
    let Some(deal) = tx.get::<Opportunity>(no)?.filter(|deal| deal.stage != Stage::Potential) else {
        return Ok(());
    };
    tx.save(&mut Step {
        opportunity: deal.head.id,
        act: Move::Enter,
        to_stage: deal.stage,
        status: deal.status,
        on_day: deal.stage_since,
        author: Some(desk.stamp.author.clone()),
        ..Step::default()
    })?;
    Ok(())
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
        if deal.close_on.is_some_and(|day| day > desk.stamp.today()) {
            return Err(Mistake::Value(Noun::Opp, field.key, text.to_owned(), Wanted::Past).into());
        }
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

/// A deal in its new place; true where its gate was overridden.
pub(super) type Moved = Result<(Opportunity, bool), Failure>;

fn advance(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    let gates = tx.judgement(&deal, desk.stamp.today())?.gates;
    let passed =
        passage::advance(&deal, &gates, said.reason.as_deref()).map_err(|why| refused(&deal, why))?;
    if passed.overridden {
        deal.override_reason.clone_from(&said.reason);
    }
    shift(tx, desk, &mut deal, Move::Advance, passed.to, said, passed.overridden)?;
    Ok((deal, passed.overridden))
}

/// On by one stage, within a batch; a reason goes over a gate that does not pass.
pub(super) fn on(tx: &mut Tx, desk: &Desk, deal: Opportunity, reason: Option<String>) -> Moved {
    advance(tx, desk, deal, &Words { reason, ..Words::default() })
}

fn retreat(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    let back = passage::retreat(&deal).map_err(|why| refused(&deal, why))?;
    deal.override_reason = None;
    shift(tx, desk, &mut deal, Move::Retreat, back, said, false)?;
    Ok((deal, false))
}

fn open_again(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, said: &Words) -> Moved {
    deal.status = passage::reopen(&deal).map_err(|why| refused(&deal, why))?;
    deal.close_reason = None;
    reopen::put_back(tx, &mut deal)?;
    let stage = deal.stage;
    shift(tx, desk, &mut deal, Move::Reopen, stage, said, false)?;
    Ok((deal, false))
}

fn end(tx: &mut Tx, desk: &Desk, mut deal: Opportunity, step: Move, status: Status, said: &Words) -> Moved {
    let closed = passage::close(&deal, status, said.reason.as_deref());
    deal.status = closed.map_err(|why| refused(&deal, why))?;
    if matches!(status, Status::Won | Status::Lost) {
        deal.close_on = Some(said.day.unwrap_or_else(|| desk.stamp.today()));
    }
    deal.close_reason.clone_from(&said.reason);
    deal.rival = said.rival.clone().or(deal.rival);
    if status == Status::Lost && deal.rival.is_none() {
        deal.rival = only_rival(tx, &deal)?;
    }
    deal.lesson = said.lesson.clone().or(deal.lesson);
    let stage = deal.stage;
    shift(tx, desk, &mut deal, step, stage, said, false)?;
    Ok((deal, false))
}

/// The one competitor of a deal, to whom it is lost where nobody says otherwise.
fn only_rival(tx: &Tx, deal: &Opportunity) -> Result<Option<String>, Failure> {
    let mut rivals = tx.matrix(deal.head.id)?.rivals.into_iter();
    Ok(rivals.next().filter(|_| rivals.next().is_none()).map(|one| one.competitor.name))
}

fn refused(deal: &Opportunity, why: passage::Refusal) -> Failure {
    Refusal::Passage(deal.head.no, why).into()
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
        gates: Some(gate::snapshot(&gates)),
        reason: said.reason.clone(),
        overridden,
        days: deal.stage_since.map(|since| (today - since).num_days().max(0)),
        ..Step::default()
    };
    if deal.stage != to {
        deal.stage = to;
        deal.stage_since = step.on_day;
    }
    deal.last_activity_on = Some(today);
    tx.save(deal)?;
    tx.save(&mut step)?;
    Ok(())
}
