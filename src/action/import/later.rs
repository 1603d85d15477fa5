//! Deals and people that came before their account are linked once it is there.

use super::Work;
use super::links::WAITING;
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::value::Extra;
use crate::store::{Fault, Tx};

/// Links what waits for one of the accounts that have come.
pub fn link(tx: &mut Tx, work: &Work) -> Result<(), Fault> {
    if work.arrived.is_empty() {
        return Ok(());
    }
    for mut deal in tx.waiting::<Opportunity>(WAITING)? {
        if let Some(account) = found(&mut deal.extra, work) {
            deal.account = Some(account);
            tx.save(&mut deal)?;
        }
    }
    for mut person in tx.waiting::<Person>(WAITING)? {
        if let Some(account) = found(&mut person.extra, work) {
            person.account = Some(account);
            tx.save(&mut person)?;
        }
    }
    Ok(())
}

/// The account that one of the kept columns names; the column is then no longer needed.
fn found(extra: &mut Extra, work: &Work) -> Option<Id> {
    let waiting = extra.0.iter().filter(|(label, _)| label.ends_with(WAITING));
    let mut known = waiting.filter_map(|(_, value)| work.arrived.get(value.as_str()).copied());
    let account = known.next()?;
    extra.0.retain(|label, _| !label.ends_with(WAITING));
    Some(account)
}
