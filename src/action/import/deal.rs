//! A row of a deal: its stage as theirs maps to ours, closed where it is won or lost, with its day and its contact.

use super::fields::{currency, fill, keep, named, point};
use super::known::{away, name_it, save};
use super::{Became, Work, links, seat};
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
    let known = named::<Opportunity>(tx, &proposal.external_id)?;
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let mut deal = known.unwrap_or_default();
    let old = deal.clone();
    deal.currency = currency(tx, &deal, proposal, reading, desk)?;
    let currency = deal.currency.clone();
    let untitled = (old.head.no != 0 && !reading.has("title")).then(|| without_title(proposal));
    fill(tx, &mut deal, untitled.as_ref().unwrap_or(proposal), &currency)?;
    let account = links::account(tx, desk, reading, proposal, (deal.account, &mut deal.extra), work)?;
    point(tx, &mut deal, "account", account)?;
    let contact = seat::contact(tx, proposal, deal.account, &mut deal.extra)?;
    keep(&mut deal.extra, proposal);
    name_it(&mut deal.external_id, deal.head.id, proposal);
    let today = desk.stamp.today();
    if old.head.no == 0 {
        birth(&mut deal, proposal, today);
    } else {
        follow(&old, &mut deal, today);
    }
    let became = save(tx, &mut deal, work)?;
    if old.head.no != 0 && (deal.stage, deal.status) != (old.stage, old.status) {
        log(tx, desk, &old, &deal)?;
    }
    let seated = match contact {
        Some(person) => seat::put(tx, deal.head.id, person, became == Became::Created)?,
        None => false,
    };
    Ok(if seated && became == Became::Unchanged { Became::Updated } else { became })
}

/// A row without the title that was derived from its other columns: that only names a new deal.
fn without_title(proposal: &Proposal) -> Proposal {
    let fields = proposal.fields.iter().filter(|(key, _)| *key != "title").collect();
    Proposal { fields, ..proposal.clone() }
}

/// What a new deal has where the file says nothing of it.
fn birth(deal: &mut Opportunity, proposal: &Proposal, today: chrono::NaiveDate) {
    if proposal.get("stage").is_none() && deal.status == Status::Won {
        // A deal that was won stood at the end of the funnel, whatever its system calls that.
        deal.stage = Stage::Winnable;
    }
    deal.stage_since = deal.stage_since.or(deal.opened_on).or(Some(today));
}

/// What follows from a change: a new place starts today, a later close date of an open deal is counted.
fn follow(old: &Opportunity, deal: &mut Opportunity, today: chrono::NaiveDate) {
    if (deal.stage, deal.status) != (old.stage, old.status) {
        deal.stage_since = Some(today);
    }
    let is_open = (old.status, deal.status) == (Status::Open, Status::Open);
    if is_open && old.close_on.is_some() && deal.close_on > old.close_on {
        deal.close_moves += 1;
    }
}

fn log(tx: &mut Tx, desk: &Desk, old: &Opportunity, new: &Opportunity) -> Result<(), Fault> {
    let today = desk.stamp.today();
    let mut step = Step {
        opportunity: new.head.id,
        act: Move::Import,
        from_stage: Some(old.stage),
        to_stage: new.stage,
        status: new.status,
        on_day: Some(today),
        author: Some(desk.stamp.author.clone()),
        days: old.stage_since.map(|since| (today - since).num_days().max(0)),
        ..Step::default()
    };
    tx.save(&mut step)?;
    Ok(())
}
