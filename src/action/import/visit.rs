//! A visit of a calendar: who of its people is known takes part, the others are kept by name.

use chrono::NaiveDate;

use super::fields::{fill, keep, owned, put, resolve};
use super::known::{away, save};
use super::{Became, Work, series, version};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::choice::Choice;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::Cell;
use crate::domain::visit::{Visit, VisitStatus};
use crate::import::reading::{By, Link, Proposal};
use crate::store::{Fault, Tx};

/// Where people who are not known are kept.
const GUESTS: &str = "ATTENDEE";

/// Takes a visit.
pub fn take(tx: &mut Tx, desk: &Desk, proposal: &Proposal, work: &mut Work) -> Result<Became, Fault> {
    let own = owned::<Visit>(tx, &proposal.external_id)?;
    let is_own = own.is_some();
    if series::is_old(&mut work.series, proposal) {
        return Ok(Became::Unchanged);
    }
    let known = tx.by_external::<Visit>(&proposal.external_id)?.or(own);
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let known = known.or_else(|| series::renamed(&mut work.series, proposal));
    let mut visit = known.unwrap_or_default();
    let is_new = visit.head.no == 0;
    if !is_own && version::is_older(&visit, proposal) {
        return Ok(Became::Unchanged);
    }
    let old = visit.clone();
    if visit.currency.is_empty() {
        desk.currency.clone_into(&mut visit.currency);
    }
    let currency = proposal.get("currency").unwrap_or(&visit.currency).to_owned();
    fill(tx, &mut visit, proposal, &currency)?;
    if old.result.is_some() && visit.status == VisitStatus::Cancelled {
        // What was reported here took place, whatever became of the invitation.
        visit.status = old.status;
    }
    if is_on_again(tx, &old, proposal)? {
        visit.status = VisitStatus::Planned;
    }
    resolve::<_, Account>(tx, &mut visit, proposal, "account")?;
    resolve::<_, Opportunity>(tx, &mut visit, proposal, "opportunity")?;
    who(tx, &mut visit, proposal)?;
    keep(&mut visit.extra, proposal);
    if !is_own {
        visit.external_id = Some(proposal.external_id.clone());
    }
    if is_new && proposal.get("status").is_none() && is_past(&visit, desk.stamp.today()) {
        // Nobody is asked to tell a calendar's past once more.
        visit.status = VisitStatus::Done;
    }
    if !is_own {
        version::note(&old, &mut visit, proposal);
    }
    save(tx, &mut visit, work)
}

/// Whether what the calendar had called off stands in it again.
fn is_on_again(tx: &Tx, old: &Visit, proposal: &Proposal) -> Result<bool, Fault> {
    if old.status != VisitStatus::Cancelled || old.result.is_some() || proposal.get("status").is_some() {
        return Ok(false);
    }
    let said = tx.last_imported::<Visit>(old.head.no, "status")?;
    Ok(said.is_some_and(|said| said.as_text() == Some(VisitStatus::Cancelled.code())))
}

fn is_past(visit: &Visit, today: NaiveDate) -> bool {
    visit.until.or(visit.when.map(|when| when.day)).is_some_and(|last| last < today)
}

/// Who takes part; an account that all of them are with is the one that is visited.
fn who(tx: &Tx, visit: &mut Visit, proposal: &Proposal) -> Result<(), Fault> {
    let mut known: Vec<Person> = Vec::new();
    let mut guests = Vec::new();
    for link in proposal.links.iter().filter(|link| link.field == "who") {
        match person(tx, link)? {
            Some(person) if known.iter().any(|one| one.head.id == person.head.id) => {}
            Some(person) => known.push(person),
            None => guests.push(clean_line(&link.label).into_owned()),
        }
    }
    if guests.is_empty() {
        visit.extra.0.remove(GUESTS);
    } else {
        visit.extra.0.insert(GUESTS.to_owned(), guests.join("\n"));
    }
    if known.is_empty() {
        return Ok(());
    }
    let ids: Vec<Id> = known.iter().map(|person| person.head.id).collect();
    if let Some(field) = Visit::field("who") {
        put(tx, visit, field, ids.to_value())?;
    }
    let mut accounts = known.iter().filter_map(|person| person.account);
    let first = accounts.next().filter(|first| accounts.all(|other| other == *first));
    if visit.account.is_none() && visit.head.no == 0 {
        visit.account = first;
    }
    Ok(())
}

fn person(tx: &Tx, link: &Link) -> Result<Option<Person>, Fault> {
    let found = match link.by {
        By::ExternalId => owned::<Person>(tx, &link.value)?,
        By::Mail => tx.person_with(&link.value)?,
        _ => {
            // A name that several people have is nobody's.
            let mut all = tx.called::<Person>(&link.value)?;
            if all.len() == 1 { all.pop() } else { None }
        }
    };
    Ok(found.filter(|person| !person.head.gone))
}
