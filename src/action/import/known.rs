//! Which record of the book a row is: known by its id there, else by name or mail; new where it is neither.

use super::fields::{fill, keep};
use super::{Became, Work, links};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::rep::Rep;
use crate::import::reading::{Proposal, Reading};
use crate::store::{Fault, Tx};

/// An external id that an import made itself, from a name; a real one takes its place.
fn is_made(external: &str) -> bool {
    external.contains(":~")
}

/// Saves a record that a row stands for, and tells what it became.
pub fn save<R: Record>(tx: &mut Tx, record: &mut R, work: &mut Work) -> Result<Became, Fault> {
    let was_stub = R::NOUN == Noun::Account && work.stubs.remove(&record.head().no);
    let is_new = record.head().no == 0 || record.head().gone || was_stub;
    record.head_mut().gone = false;
    let written = tx.save(record)?;
    work.claimed.insert((R::NOUN, record.head().no));
    Ok(match (is_new, written) {
        (true, _) => Became::Created,
        (false, true) => Became::Updated,
        (false, false) => Became::Unchanged,
    })
}

/// The id by which the next import knows the record: a real id takes the place of a made one.
fn name_it(held: &mut Option<String>, proposal: &Proposal) {
    if held.as_deref().is_none_or(|held| is_made(held) && !is_made(&proposal.external_id)) {
        *held = Some(proposal.external_id.clone());
    }
}

/// A record that another row of this file stands for is no other row's.
fn free<R: Record>(found: Option<R>, work: &Work) -> Option<R> {
    found.filter(|record| !work.claimed.contains(&(R::NOUN, record.head().no)))
}

/// Takes a row of an account.
pub fn account(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    work: &mut Work,
) -> Result<Became, Fault> {
    let name = proposal.get("name").unwrap_or_default();
    let known = match tx.by_external::<Account>(&proposal.external_id)? {
        Some(known) => Some(known),
        None => free(tx.account_named(name)?, work),
    };
    let mut account = known.unwrap_or_default();
    let currency = currency(proposal, reading, account.currency.as_deref(), desk);
    fill(tx, &mut account, proposal, &currency)?;
    keep(&mut account.extra, proposal);
    name_it(&mut account.external_id, proposal);
    if let Some(parent) = links::parent(tx, proposal)? {
        account.parent = Some(parent).filter(|parent| *parent != account.head.id);
    } else if let Some(link) = proposal.link("parent") {
        // The parent is made, so that its own row, later in the file, finds it.
        if let Some(stub) = reading.stub(link) {
            account.parent = Some(self::stub(tx, desk, &stub, work)?.1);
        }
    }
    let became = save(tx, &mut account, work)?;
    if became == Became::Created {
        links::arrived(work);
        for known in [account.external_id.as_deref(), account.domain.as_deref()].into_iter().flatten() {
            work.arrived.insert(known.into(), account.head.id);
        }
    }
    Ok(became)
}

/// An account that only a name tells, made or brought back.
pub fn stub(tx: &mut Tx, desk: &Desk, stub: &Proposal, work: &mut Work) -> Result<(Became, Id), Fault> {
    let known = tx.by_external::<Account>(&stub.external_id)?;
    let mut account = known
        .unwrap_or_else(|| Account { external_id: Some(stub.external_id.clone()), ..Account::default() });
    let is_new = account.head.no == 0 || account.head.gone;
    account.head.gone = false;
    fill(tx, &mut account, stub, &desk.currency)?;
    tx.save(&mut account)?;
    if is_new {
        work.stubs.insert(account.head.no);
    }
    Ok((if is_new { Became::Created } else { Became::Unchanged }, account.head.id))
}

/// Takes a row of a person.
pub fn person(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    work: &mut Work,
) -> Result<Became, Fault> {
    let known = tx.by_external::<Person>(&proposal.external_id)?;
    let mut extra = known.as_ref().map(|person| person.extra.clone()).unwrap_or_default();
    let account = links::account(tx, desk, reading, proposal, &mut extra, work)?;
    let name = proposal.get("name").unwrap_or_default();
    let known = match known {
        Some(known) => Some(known),
        None => free(tx.person_known(proposal.get("email"), name, account)?, work),
    };
    let mut person = known.unwrap_or_default();
    fill(tx, &mut person, proposal, "")?;
    for (label, value) in extra.0 {
        person.extra.0.entry(label).or_insert(value);
    }
    keep(&mut person.extra, proposal);
    name_it(&mut person.external_id, proposal);
    person.account = account.or(person.account);
    if let Some(boss) = links::person(tx, proposal, "reports_to", person.account)? {
        person.reports_to = Some(boss).filter(|boss| *boss != person.head.id);
    }
    save(tx, &mut person, work)
}

/// Takes a row of a colleague.
pub fn rep(tx: &mut Tx, proposal: &Proposal, work: &mut Work) -> Result<Became, Fault> {
    let name = proposal.get("name").unwrap_or_default();
    let known = match tx.by_external::<Rep>(&proposal.external_id)? {
        Some(known) => Some(known),
        None => free(tx.rep_named(name)?, work),
    };
    let mut rep = known.unwrap_or_default();
    fill(tx, &mut rep, proposal, "")?;
    keep(&mut rep.extra, proposal);
    name_it(&mut rep.external_id, proposal);
    save(tx, &mut rep, work)
}

/// The currency of a row's amounts.
pub fn currency(proposal: &Proposal, reading: &Reading, held: Option<&str>, desk: &Desk) -> String {
    let said = proposal.get("currency").or(held.filter(|held| !held.is_empty()));
    let said = said.or_else(|| reading.currencies.first().map(String::as_str));
    said.unwrap_or(&desk.currency).to_owned()
}
