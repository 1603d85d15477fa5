//! Links of a proposal: found by id, domain, mail or name; an account that only a name tells is made.

use super::{Became, Work, known};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::value::Extra;
use crate::import::key;
use crate::import::reading::{By, Link, Proposal, Reading};
use crate::store::{Fault, Tx};

/// Behind the label of a column that waits for its account.
pub const WAITING: &str = " → account";

/// The account that the first fitting link finds; one that only a name tells is made.
/// A link that finds nothing is kept with the record until its account comes.
pub fn account(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    extra: &mut Extra,
    work: &mut Work,
) -> Result<Option<Id>, Fault> {
    let own = || proposal.links.iter().filter(|link| link.field == "account");
    for link in own() {
        if let Some(found) = look(tx, link, work)? {
            for link in own() {
                extra.0.remove(&format!("{}{WAITING}", link.label));
            }
            return Ok(Some(found));
        }
    }
    for link in own() {
        if let Some(stub) = reading.stub(link) {
            return made(tx, desk, link, &stub, work).map(Some);
        }
        extra.0.insert(format!("{}{WAITING}", link.label), link.value.clone());
    }
    Ok(None)
}

fn look(tx: &Tx, link: &Link, work: &mut Work) -> Result<Option<Id>, Fault> {
    let cache = format!("{:?}/{}", link.by, fold(link));
    if let Some(known) = work.accounts.get(&cache) {
        return Ok(*known);
    }
    let found = match link.by {
        By::ExternalId => tx.by_external::<Account>(&link.value)?,
        By::Domain => tx.account_at(&link.value)?,
        By::Name => tx.account_named(&link.value)?,
        By::Mail => None,
    };
    let id = found.filter(|account| !account.head.gone).map(|account| account.head.id);
    work.accounts.insert(cache, id);
    Ok(id)
}

fn fold(link: &Link) -> String {
    if link.by == By::Name { key::fold(&link.value) } else { link.value.clone() }
}

fn made(tx: &mut Tx, desk: &Desk, link: &Link, stub: &Proposal, work: &mut Work) -> Result<Id, Fault> {
    let (became, id) = known::stub(tx, desk, stub, work)?;
    if became == Became::Created {
        work.beside += 1;
    }
    work.accounts.insert(format!("{:?}/{}", link.by, fold(link)), Some(id));
    Ok(id)
}

/// Forgets what was looked up in vain: an account has come.
pub fn arrived(work: &mut Work) {
    work.accounts.retain(|_, found| found.is_some());
}

/// The account above an account, by name or id.
pub fn parent(tx: &Tx, proposal: &Proposal) -> Result<Option<Id>, Fault> {
    for link in proposal.links.iter().filter(|link| link.field == "parent") {
        let found = match link.by {
            By::ExternalId => tx.by_external::<Account>(&link.value)?,
            _ => tx.account_named(&link.value)?,
        };
        if let Some(account) = found {
            return Ok(Some(account.head.id));
        }
    }
    Ok(None)
}

/// The person that a link names, by mail, id or name.
pub fn person(tx: &Tx, proposal: &Proposal, field: &str, account: Option<Id>) -> Result<Option<Id>, Fault> {
    for link in proposal.links.iter().filter(|link| link.field == field) {
        let found: Option<Person> = match link.by {
            By::ExternalId => tx.by_external(&link.value)?,
            By::Mail => tx.person_known(Some(&link.value), "", account)?,
            _ => tx.person_known(None, &link.value, account)?,
        };
        if let Some(person) = found {
            return Ok(Some(person.head.id));
        }
    }
    Ok(None)
}
