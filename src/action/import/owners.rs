//! The owner of a row, written as the book or the file wrote that name first: one colleague, one spelling.

use std::collections::hash_map::Entry;

use super::Work;
use crate::domain::name::Spelling;
use crate::domain::rep::Rep;
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// The proposal with its owner in the known spelling; nothing where it has that already, or no owner.
pub fn spelled(tx: &Tx, proposal: &Proposal, work: &mut Work) -> Result<Option<Proposal>, Fault> {
    let Some(owner) = proposal.get("owner").filter(|owner| !owner.is_empty()) else { return Ok(None) };
    if work.owners.is_empty() {
        let known = tx.every::<Rep>()?.into_iter().map(|rep| rep.name).chain(tx.owners()?);
        for name in known {
            work.owners.entry(Spelling::plain(&name).core).or_insert(name);
        }
    }
    let known = match work.owners.entry(Spelling::plain(owner).core) {
        Entry::Vacant(slot) => slot.insert(owner.to_owned()),
        Entry::Occupied(slot) => slot.into_mut(),
    };
    if known == owner {
        return Ok(None);
    }
    let fields = proposal.fields.with("owner", known);
    Ok(Some(Proposal { fields, ..proposal.clone() }))
}
