//! Who decides a deal, by what and against whom: what the tabs Compete, Decide and Manage read.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{Fault, Store, opp, row};
use crate::domain::case::Case;
use crate::domain::cost::Cost;
use crate::domain::decision::Decision;
use crate::domain::factor::{Factor, Fit};
use crate::domain::id::Id;
use crate::domain::influence::Influence;
use crate::domain::matrix::{Contender, Matrix};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::rival::{Competitor, Rival};
use crate::domain::spend::Spent;

const OF_DEAL: &str = "WHERE opportunity = ?1 AND gone = 0 ORDER BY no";
const RANKED: &str = "WHERE opportunity = ?1 AND gone = 0 ORDER BY ifnull(rank, 999), no";
const IN_ORDER: &str = "WHERE opportunity = ?1 AND gone = 0 ORDER BY ifnull(seq, 999), due IS NULL, due, no";
const BY_THREAT: &str = "WHERE opportunity = ?1 AND gone = 0 ORDER BY -ifnull(threat, 0), no";

/// A deal's rivals with their names, the greatest threat first.
fn contenders(conn: &Connection, deal: &str) -> Result<Vec<Contender>, Fault> {
    let mut found = Vec::new();
    for rival in row::all::<Rival>(conn, BY_THREAT, &[&deal])? {
        let id = rival.competitor.to_string();
        if let Some(competitor) = row::all::<Competitor>(conn, "WHERE id = ?1 AND gone = 0", &[&id])?.pop() {
            found.push(Contender { rival, competitor });
        }
    }
    Ok(found)
}

/// A deal's factors against us and its rivals.
pub(super) fn matrix(conn: &Connection, deal: &str) -> Result<Matrix, Fault> {
    let factors = row::all::<Factor>(conn, RANKED, &[&deal])?;
    let fits = if factors.is_empty() { Vec::new() } else { row::all::<Fit>(conn, OF_DEAL, &[&deal])? };
    let held: HashMap<(Id, Option<Id>), i64> =
        fits.into_iter().map(|fit| ((fit.factor, fit.competitor), fit.fit)).collect();
    Ok(Matrix::of(factors, contenders(conn, deal)?, |factor, vendor| held.get(&(factor, vendor)).copied()))
}

/// What a deal has cost so far, by currency.
pub(super) fn spent(conn: &Connection, deal: &str) -> Result<Spent, Fault> {
    let mut query = conn.prepare_cached(
        "SELECT currency, ifnull(sum(amount), 0), ifnull(sum(hours), 0) FROM cost
         WHERE opportunity = ?1 AND gone = 0 GROUP BY currency ORDER BY currency",
    )?;
    let mut spent = Spent::default();
    let mut rows = query.query([deal])?;
    while let Some(row) = rows.next()? {
        let (currency, amount, minutes): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        spent.add(&currency, amount, minutes);
    }
    Ok(spent)
}

impl Store {
    /// The records of a noun that hang on a deal, those that are gone among them, by number.
    pub fn hanging<R: Record>(&self, deal: Id) -> Result<Vec<R>, Fault> {
        row::all(&self.conn, "WHERE opportunity = ?1 ORDER BY gone, no", &[&deal.to_string()])
    }

    /// A deal's factors by rank, with the fit of us and of each rival.
    pub fn matrix(&self, deal: Id) -> Result<Matrix, Fault> {
        matrix(&self.conn, &deal.to_string())
    }

    /// A deal's rivals by name, from the deal itself, its competitors and its answers.
    pub fn rival_names(&self, deal: &Opportunity) -> Result<Vec<String>, Fault> {
        let id = deal.head.id.to_string();
        let (rivals, matrix) = (opp::rivals(&self.conn, &id)?, matrix(&self.conn, &id)?);
        Ok(Case { rivals: &rivals, matrix: &matrix, ..Case::bare(deal) }.rival_names())
    }

    /// The lines of influence between a deal's people.
    pub fn influences(&self, deal: Id) -> Result<Vec<Influence>, Fault> {
        row::all(&self.conn, OF_DEAL, &[&deal.to_string()])
    }

    /// The customer's decision process in its order.
    pub fn decisions(&self, deal: Id) -> Result<Vec<Decision>, Fault> {
        row::all(&self.conn, IN_ORDER, &[&deal.to_string()])
    }

    /// What was spent on a deal, in the order it was written down.
    pub fn costs(&self, deal: Id) -> Result<Vec<Cost>, Fault> {
        row::all(&self.conn, OF_DEAL, &[&deal.to_string()])
    }
}
