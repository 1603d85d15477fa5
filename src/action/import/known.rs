//! Which record of the book a row is: known by its id there, else by name or mail; new where it is neither.

use super::fields::{currency, fill, keep, named, own_id, point};
use super::{Became, Work, alike, links};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::name::Spelling;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::rep::Rep;
use crate::domain::value::Extra;
use crate::import::reading::{Link, Proposal, Reading};
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
    work.claimed.entry(R::NOUN).or_default().insert(record.head().no);
    Ok(match (is_new, written) {
        (true, _) => Became::Created,
        (false, true) => Became::Updated,
        (false, false) => Became::Unchanged,
    })
}

/// What a row becomes whose record a person removed: nothing, so that it does not come back by itself.
pub fn away<R: Record>(tx: &Tx, known: Option<&R>) -> Result<Option<Became>, Fault> {
    match known.map(Record::head) {
        Some(head) if head.gone && tx.removed_by_hand(R::NOUN, head.no)? => Ok(Some(Became::Away(head.no))),
        _ => Ok(None),
    }
}

/// The id by which the next import knows the record: a real id takes the place of a made one, and its own id is none.
pub fn name_it(held: &mut Option<String>, own: Id, proposal: &Proposal) {
    if own_id(&proposal.external_id) == Some(own) {
        return;
    }
    if held.as_deref().is_none_or(|held| is_made(held) && !is_made(&proposal.external_id)) {
        *held = Some(proposal.external_id.clone());
    }
}

/// A record that another row of this file stands for is no other row's.
fn free<R: Record>(found: Option<R>, work: &Work) -> Option<R> {
    let claimed = work.claimed.get(&R::NOUN);
    found.filter(|record| claimed.is_none_or(|claimed| !claimed.contains(record.head().no)))
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
    let known = named::<Account>(tx, &proposal.external_id)?;
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let known = match known {
        Some(known) => Some(known),
        // Rows without ids that name one account, each in its way, are rows of that account.
        None if is_made(&proposal.external_id) => tx.account_named(name)?,
        None => free(tx.account_named(name)?, work),
    };
    let mut account = known.unwrap_or_default();
    let currency = currency(tx, &account, proposal, reading, desk)?;
    fill(tx, &mut account, proposal, &currency)?;
    keep(&mut account.extra, proposal);
    name_it(&mut account.external_id, account.head.id, proposal);
    let mut parent = links::parent(tx, proposal)?;
    // A parent that only a name tells is made, so that its own row, later in the file, finds it.
    let is_own =
        |link: &Link| Spelling::of(&link.value) == Spelling::of(name) || link.value == proposal.external_id;
    let above = proposal.link("parent").filter(|link| !is_own(link));
    if let (None, Some(stub)) = (parent, above.and_then(|link| reading.stub(link))) {
        parent = Some(self::stub(tx, desk, &stub, work)?.1);
    }
    links::wait(&mut account.extra, proposal, "parent", parent.is_some() || above.is_none());
    let parent = match parent {
        Some(parent) if is_above(tx, account.head.id, parent)? => None,
        other => other,
    };
    point(tx, &mut account, "parent", parent)?;
    let became = save(tx, &mut account, work)?;
    if became != Became::Unchanged {
        links::arrived(work);
        let known = [account.external_id.as_ref(), account.domain.as_ref(), Some(&proposal.external_id)];
        work.arrived.extend(known.into_iter().flatten().map(|known| (known.clone(), account.head.id)));
    }
    Ok(became)
}

/// Whether an account stands above another, over however many others.
fn is_above(tx: &Tx, one: Id, other: Id) -> Result<bool, Fault> {
    let mut at = Some(other);
    for _ in 0..1000 {
        let Some(id) = at.filter(|id| *id != one) else { break };
        at = tx.by_id::<Account>(id)?.and_then(|account| account.parent);
    }
    Ok(at == Some(one))
}

/// An account that only a name tells, made or brought back.
pub fn stub(tx: &mut Tx, desk: &Desk, stub: &Proposal, work: &mut Work) -> Result<(Became, Id), Fault> {
    let known = tx.by_external::<Account>(&stub.external_id)?;
    if let (Some(_), Some(known)) = (away(tx, known.as_ref())?, &known) {
        return Ok((Became::Unchanged, known.head.id));
    }
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
    let known = named::<Person>(tx, &proposal.external_id)?;
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let held = known.as_ref().and_then(|person| person.account);
    let mut waits = Extra::default();
    let account = links::account(tx, desk, reading, proposal, (held, &mut waits), work)?;
    let name = proposal.get("name").unwrap_or_default();
    let known = match known {
        Some(known) => Some(known),
        None if reading.is_cards() => {
            work.likely.extend(alike::find(tx, proposal, account)?);
            None
        }
        None => free(tx.person_known(proposal.get("email"), name, account)?, work),
    };
    let mut person = known.unwrap_or_default();
    fill(tx, &mut person, proposal, "")?;
    point(tx, &mut person, "account", account)?;
    links::wait(&mut person.extra, proposal, "account", account.is_some() || person.account.is_some());
    let boss = links::person(tx, proposal, "reports_to", person.account)?;
    links::wait(&mut person.extra, proposal, "reports_to", boss.is_some());
    point(tx, &mut person, "reports_to", boss)?;
    keep(&mut person.extra, proposal);
    name_it(&mut person.external_id, person.head.id, proposal);
    let became = save(tx, &mut person, work)?;
    if became != Became::Unchanged {
        let known = [Some(&person.name), person.email.as_ref(), person.external_id.as_ref()];
        work.people.extend(known.into_iter().flatten().map(|known| Spelling::plain(known).core));
    }
    Ok(became)
}

/// Takes a row of a colleague.
pub fn rep(tx: &mut Tx, proposal: &Proposal, work: &mut Work) -> Result<Became, Fault> {
    let name = proposal.get("name").unwrap_or_default();
    let known = named::<Rep>(tx, &proposal.external_id)?;
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let known = match known {
        Some(known) => Some(known),
        None => free(tx.rep_named(name)?, work),
    };
    let mut rep = known.unwrap_or_default();
    fill(tx, &mut rep, proposal, "")?;
    keep(&mut rep.extra, proposal);
    name_it(&mut rep.external_id, rep.head.id, proposal);
    save(tx, &mut rep, work)
}
