//! A to-do of another program.

use super::fields::{fill, keep, owned, resolve};
use super::known::{away, save};
use super::{Became, Work, version};
use crate::action::Desk;
use crate::domain::account::Account;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::recur;
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::import::reading::Proposal;
use crate::store::{Fault, Tx};

/// What a list says once more of a to-do that the book has.
const RESTATED: [&str; 8] =
    ["entry", "modified", "end", "wait", "annotations", "status", "recur", "priority"];

/// Takes a to-do.
pub fn take(tx: &mut Tx, desk: &Desk, proposal: &Proposal, work: &mut Work) -> Result<Became, Fault> {
    let own = owned::<Todo>(tx, &proposal.external_id)?;
    let is_own = own.is_some();
    let known = tx.by_external::<Todo>(&proposal.external_id)?.or(own);
    if let Some(away) = away(tx, known.as_ref())? {
        return Ok(away);
    }
    let mut todo = known.unwrap_or_default();
    if !is_own && version::is_older(&todo, proposal) {
        return Ok(Became::Unchanged);
    }
    let old = todo.clone();
    fill(tx, &mut todo, proposal, "")?;
    resolve::<_, Account>(tx, &mut todo, proposal, "account")?;
    resolve::<_, Opportunity>(tx, &mut todo, proposal, "opportunity")?;
    resolve::<_, Person>(tx, &mut todo, proposal, "person")?;
    resolve::<_, Visit>(tx, &mut todo, proposal, "visit")?;
    if is_own {
        let news = proposal.extra.iter().filter(|(label, _)| !RESTATED.contains(label));
        let news: Vec<(String, String)> =
            news.map(|(label, text)| (label.to_owned(), text.to_owned())).collect();
        todo.extra.0.extend(news);
    } else {
        keep(&mut todo.extra, proposal);
    }
    if !is_own {
        todo.external_id = Some(proposal.external_id.clone());
    }
    // What recurs comes for the first time on the first of its days.
    recur::begin(&mut todo, desk.stamp.today(), &tx.rules.workdays);
    if !is_own {
        version::note(&old, &mut todo, proposal);
    }
    save(tx, &mut todo, work)
}
