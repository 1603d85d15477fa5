//! The contact that a deal's row names: a person with a role in the deal, or a column kept until the person comes.

use super::links;
use crate::domain::id::Id;
use crate::domain::person::Role;
use crate::domain::value::Extra;
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// The person that the row names; one that nobody knows is kept as a column until then.
pub fn contact(
    tx: &Tx,
    proposal: &Proposal,
    account: Option<Id>,
    extra: &mut Extra,
) -> Result<Option<Id>, Fault> {
    let found = links::person(tx, proposal, "person", account)?;
    links::wait(extra, proposal, "person", found.is_some());
    Ok(found)
}

/// Gives the person a role in the deal; true where that is new. One that was taken away comes back only if `revive`.
pub fn put(tx: &mut Tx, deal: Id, person: Id, revive: bool) -> Result<bool, Fault> {
    match tx.role_of(deal, person)? {
        None => tx.save(&mut Role { opportunity: deal, person, ..Role::default() }),
        Some(mut role) if role.head.gone && revive => {
            role.head.gone = false;
            tx.save(&mut role)
        }
        Some(_) => Ok(false),
    }
}
