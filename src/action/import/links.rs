//! Links of a proposal: found by id, domain, mail or name; an account that only a name tells is made.

use super::{Became, Work, fields, known};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::clean::{clean_kept, clean_line};
use crate::domain::id::Id;
use crate::domain::name::Spelling;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::value::Extra;
use crate::import::reading::{By, Link, Proposal, Reading};
use crate::store::{Fault, Tx};

/// What stands behind the label of a column that waits until its link finds something.
pub fn mark(field: &str) -> &'static str {
    match field {
        "account" => " → account",
        "parent" => " → parent",
        "reports_to" => " → reports_to",
        _ => " → person",
    }
}

/// What a record waits for in a field.
pub fn waiting(extra: &Extra, field: &str) -> Vec<String> {
    let waiting = extra.0.iter().filter(|(label, _)| label.ends_with(mark(field)));
    waiting.map(|(_, value)| value.clone()).collect()
}

/// The record waits no longer.
pub fn settled(extra: &mut Extra, field: &str) {
    extra.0.retain(|label, _| !label.ends_with(mark(field)));
}

/// Keeps the columns of a link that found nothing, drops those of one that did.
pub fn wait(extra: &mut Extra, proposal: &Proposal, field: &str, is_found: bool) {
    for link in proposal.links.iter().filter(|link| link.field == field) {
        let label = format!("{}{}", clean_line(&link.label), mark(field));
        if is_found {
            extra.0.remove(&label);
        } else {
            extra.0.insert(label, clean_kept(&link.value).into_owned());
        }
    }
}

/// The account that the first fitting link finds; one that only a name tells is made, unless the account that the
/// record `held` was called so once. Links that find nothing are kept with the record until their account comes.
pub fn account(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    (held, extra): (Option<Id>, &mut Extra),
    work: &mut Work,
) -> Result<Option<Id>, Fault> {
    let own = || proposal.links.iter().filter(|link| link.field == "account");
    let mut found = None;
    for link in own() {
        found = look(tx, link, work)?;
        if found.is_some() {
            break;
        }
    }
    let named = || own().find_map(|link| Some((link, reading.stub(link)?)));
    if found.is_none()
        && let Some((link, mut stub)) = named()
    {
        found = match held {
            Some(held) => again(tx, held, link, work)?,
            None => None,
        };
        if found.is_none() {
            own().for_each(|other| tell(&mut stub, other));
            found = Some(made(tx, desk, link, &stub, work)?);
        }
    }
    wait(extra, proposal, "account", found.is_some());
    Ok(found)
}

/// The account that the record held, if that once had the name of the link; brought back where it was gone.
fn again(tx: &mut Tx, held: Id, link: &Link, work: &mut Work) -> Result<Option<Id>, Fault> {
    let Some(mut account) = tx.by_id::<Account>(held)? else { return Ok(None) };
    if !tx.was_called(account.head.no, &link.value)? {
        return Ok(None);
    }
    if account.head.gone && !tx.removed_by_hand(Noun::Account, account.head.no)? {
        account.head.gone = false;
        tx.save(&mut account)?;
        work.stubs.insert(account.head.no);
        work.beside += 1;
        arrived(work);
        work.accounts.insert((link.by, fold(link)), held);
    }
    Ok(Some(held))
}

/// What the other links of a row say of an account that is made by its name.
fn tell(stub: &mut Proposal, link: &Link) {
    match link.by {
        By::ExternalId => stub.external_id.clone_from(&link.value),
        By::Domain => stub.fields.push("domain", &link.value),
        By::Name | By::Mail => {}
    }
}

fn look(tx: &Tx, link: &Link, work: &mut Work) -> Result<Option<Id>, Fault> {
    let slot = (link.by, fold(link));
    if let Some(known) = work.accounts.get(&slot) {
        return Ok(Some(*known));
    }
    if work.vain.contains(&slot) {
        return Ok(None);
    }
    let found = match link.by {
        By::ExternalId => tx.by_external::<Account>(&link.value)?,
        By::Domain => tx.account_at(&link.value)?,
        By::Name => tx.account_named(&link.value)?,
        By::Mail => None,
    };
    // An account that a person removed stays so, and is not made a second time.
    let id = match found.map(|account| account.head) {
        Some(head) if !head.gone || tx.removed_by_hand(Noun::Account, head.no)? => Some(head.id),
        _ => None,
    };
    match id {
        Some(id) => drop(work.accounts.insert(slot, id)),
        None => drop(work.vain.insert(slot)),
    }
    Ok(id)
}

fn fold(link: &Link) -> String {
    if link.by == By::Name { Spelling::of(&link.value).whole() } else { link.value.clone() }
}

fn made(tx: &mut Tx, desk: &Desk, link: &Link, stub: &Proposal, work: &mut Work) -> Result<Id, Fault> {
    let (became, id) = known::stub(tx, desk, stub, work)?;
    if became == Became::Created {
        work.beside += 1;
    }
    arrived(work);
    work.accounts.insert((link.by, fold(link)), id);
    Ok(id)
}

/// Forgets what was looked up in vain: an account has come.
pub fn arrived(work: &mut Work) {
    work.vain.clear();
}

/// The account above an account, by name or id.
pub fn parent(tx: &Tx, proposal: &Proposal) -> Result<Option<Id>, Fault> {
    for link in proposal.links.iter().filter(|link| link.field == "parent") {
        let found = match link.by {
            By::ExternalId => tx.by_external::<Account>(&link.value)?,
            _ => tx.account_named(&link.value)?,
        };
        if let Some(account) = found.filter(|account| !account.head.gone) {
            return Ok(Some(account.head.id));
        }
    }
    Ok(None)
}

/// The person that a link names, by mail, id or name.
pub fn person(tx: &Tx, proposal: &Proposal, field: &str, account: Option<Id>) -> Result<Option<Id>, Fault> {
    for link in proposal.links.iter().filter(|link| link.field == field) {
        let found = match link.by {
            By::ExternalId => fields::named::<Person>(tx, &link.value)?.filter(|person| !person.head.gone),
            By::Mail => tx.person_with(&link.value)?,
            _ => tx.person_known(None, &link.value, account)?,
        };
        if let Some(person) = found {
            return Ok(Some(person.head.id));
        }
    }
    Ok(None)
}

/// The person whose id, mail address or name a kept column holds.
pub fn anyone(tx: &Tx, value: &str, account: Option<Id>) -> Result<Option<Id>, Fault> {
    let found = match tx.by_external::<Person>(value)?.filter(|person| !person.head.gone) {
        Some(person) => Some(person),
        None if value.contains('@') => tx.person_with(value)?,
        None => tx.person_known(None, value, account)?,
    };
    Ok(found.map(|person| person.head.id))
}
