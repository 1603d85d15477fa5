//! A row of a deal: its stage as theirs maps to ours, closed where it is won or lost, with its day.

use super::fields::{fill, keep};
use super::known::{currency, save};
use super::{Became, Work, links};
use crate::action::Desk;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::{Move, Stage, Status, Step};
use crate::import::reading::{Proposal, Reading};
use crate::store::{Fault, Tx};

/// Takes a row of a deal.
pub fn take(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    work: &mut Work,
) -> Result<Became, Fault> {
    let known = tx.by_external::<Opportunity>(&proposal.external_id)?;
    let mut deal = known.unwrap_or_default();
    let old = deal.clone();
    let is_new = deal.head.no == 0;
    deal.currency = currency(proposal, reading, Some(&deal.currency), desk);
    let currency = deal.currency.clone();
    fill(tx, &mut deal, proposal, &currency)?;
    let mut extra = std::mem::take(&mut deal.extra);
    let account = links::account(tx, desk, reading, proposal, &mut extra, work)?;
    keep(&mut extra, proposal);
    deal.extra = extra;
    // An account that the person chose instead stays.
    deal.account = if is_new { account } else { deal.account.or(account) };
    deal.external_id = Some(proposal.external_id.clone());
    let today = desk.stamp.today();
    if is_new {
        birth(&mut deal, proposal, today);
    } else if (deal.stage, deal.status) != (old.stage, old.status) {
        deal.stage_since = Some(today);
    }
    let became = save(tx, &mut deal, work)?;
    if !is_new && (deal.stage, deal.status) != (old.stage, old.status) {
        log(tx, desk, &old, &deal)?;
    }
    Ok(became)
}

/// What a new deal has where the file says nothing of it.
fn birth(deal: &mut Opportunity, proposal: &Proposal, today: chrono::NaiveDate) {
    if proposal.get("stage").is_none() && deal.status == Status::Won {
        // A deal that was won stood at the end of the funnel, whatever its system calls that.
        deal.stage = Stage::Winnable;
    }
    deal.stage_since = deal.stage_since.or(deal.opened_on).or(Some(today));
}

fn log(tx: &mut Tx, desk: &Desk, old: &Opportunity, new: &Opportunity) -> Result<(), Fault> {
    let mut step = Step {
        opportunity: new.head.id,
        act: Move::Import,
        from_stage: Some(old.stage),
        to_stage: new.stage,
        status: new.status,
        on_day: Some(desk.stamp.today()),
        author: Some(desk.stamp.author.clone()),
        ..Step::default()
    };
    tx.save(&mut step)?;
    Ok(())
}
