//! Records that came before what they belong to are linked once it is there.

use super::links::{self, mark};
use super::{Work, seat};
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::name::Spelling;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Extra};
use crate::store::{Fault, Tx};

/// Links what waits for one of the accounts and people that have come.
pub fn link(tx: &mut Tx, work: &Work) -> Result<(), Fault> {
    if !work.arrived.is_empty() {
        let come = |_: &Tx, _: &Person, value: &str| Ok(work.arrived.get(value).copied());
        each(tx, "account", |person| &mut person.extra, come)?;
        let come = |_: &Tx, _: &Opportunity, value: &str| Ok(work.arrived.get(value).copied());
        for deal in each(tx, "account", |deal: &mut Opportunity| &mut deal.extra, come)? {
            seated(tx, deal, |_| true)?;
        }
        let come = |_: &Tx, _: &Account, value: &str| Ok(work.arrived.get(value).copied());
        each(tx, "parent", |account| &mut account.extra, come)?;
    }
    if work.people.is_empty() {
        return Ok(());
    }
    let has_come = |value: &str| work.people.contains(&Spelling::plain(value).core);
    let boss = |tx: &Tx, person: &Person, value: &str| {
        let found = if has_come(value) { links::anyone(tx, value, person.account)? } else { None };
        Ok(found.filter(|boss| *boss != person.head.id))
    };
    each(tx, "reports_to", |person: &mut Person| &mut person.extra, boss)?;
    for deal in tx.waiting::<Opportunity>(mark("person"))? {
        seated(tx, deal, has_come)?;
    }
    Ok(())
}

/// Points a link of all records that wait with it at what `find` finds; those that were linked.
fn each<R: Record>(
    tx: &mut Tx,
    field: &'static str,
    extra: impl Fn(&mut R) -> &mut Extra,
    find: impl Fn(&Tx, &R, &str) -> Result<Option<Id>, Fault>,
) -> Result<Vec<R>, Fault> {
    let Some(slot) = R::field(field) else { return Ok(Vec::new()) };
    let mut linked = Vec::new();
    for mut record in tx.waiting::<R>(mark(field))? {
        let mut found = None;
        for value in links::waiting(extra(&mut record), field) {
            found = found.or(find(tx, &record, &value)?);
        }
        let held = (slot.get)(&record);
        let Some(id) = found.filter(|id| held.is_null() || held == id.to_value()) else { continue };
        (slot.set)(&mut record, id.to_value())?;
        links::settled(extra(&mut record), field);
        tx.save(&mut record)?;
        linked.push(record);
    }
    Ok(linked)
}

/// Seats the contact that a deal waits for.
fn seated(tx: &mut Tx, mut deal: Opportunity, has_come: impl Fn(&str) -> bool) -> Result<(), Fault> {
    for value in links::waiting(&deal.extra, "person") {
        let found = if has_come(&value) { links::anyone(tx, &value, deal.account)? } else { None };
        if let Some(person) = found {
            links::settled(&mut deal.extra, "person");
            tx.save(&mut deal)?;
            seat::put(tx, deal.head.id, person, true)?;
            break;
        }
    }
    Ok(())
}
