//! Visits as judgements, agendas, forms and reports read them.

use rusqlite::Connection;

use super::history::STANDS;
use super::{Fault, Store, opp, row};
use crate::domain::account::Account;
use crate::domain::case::{Appointment, Seat};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::strength::Given;
use crate::domain::visit::Visit;

/// The open visits of a deal that have a day, by day.
pub(super) fn ahead(conn: &Connection, deal: &Opportunity) -> Result<Vec<Appointment>, Fault> {
    let rest =
        "WHERE opportunity = ?1 AND gone = 0 AND status IN ('planned', 'ready') AND \"when\" IS NOT NULL
                ORDER BY \"when\", no";
    let mut found = Vec::new();
    for visit in row::all::<Visit>(conn, rest, &[&deal.head.id.to_string()])? {
        let Some(when) = visit.when else { continue };
        found.push(Appointment {
            on: visit.until.map_or(when.day, |until| until.max(when.day)),
            names: named(conn, &visit)?,
            why: visit.why.unwrap_or_default(),
            measure: visit.why_measure.unwrap_or_default(),
        });
    }
    Ok(found)
}

/// The names of whom a visit is aimed at, and of the account.
fn named(conn: &Connection, visit: &Visit) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    for id in &visit.who {
        let found = row::all::<Person>(conn, "WHERE id = ?1", &[&id.to_string()])?;
        names.extend(found.into_iter().map(|person| person.name));
    }
    if let Some(id) = visit.account {
        let found = row::all::<Account>(conn, "WHERE id = ?1", &[&id.to_string()])?;
        names.extend(found.into_iter().flat_map(|account| [Some(account.name), account.short]).flatten());
    }
    Ok(names)
}

impl Store {
    /// What an import knows by this id, or by one that goes on behind it with a slash, gone or not, by number.
    pub fn below(&self, external: &str) -> Result<Vec<Visit>, Fault> {
        // The sign that follows the slash ends what begins with the id and a slash.
        let rest = "WHERE external_id = ?1 OR (external_id > ?2 AND external_id < ?3) ORDER BY no";
        row::all(&self.conn, rest, &[&external, &format!("{external}/"), &format!("{external}0")])
    }

    /// The batch in which it was written what came of a visit; nothing where none stands.
    pub fn debriefed_in(&self, visit: i64) -> Result<Option<i64>, Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT j.batch FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.noun = ?1 AND j.no = ?2 AND j.field IS NOT NULL AND j.field = 'result' AND {STANDS}
             ORDER BY j.lsn DESC LIMIT 1"
        ))?;
        row::optional(query.query_row([Noun::Visit.index(), visit], |row| row.get(0)))
    }

    /// The numbers of the records of a noun that a batch wrote.
    pub fn written_in(&self, batch: i64, noun: Noun) -> Result<Vec<i64>, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT no, ifnull(last, no) FROM journal WHERE batch = ?1 AND noun = ?2",
        )?;
        let mut rows = query.query([batch, noun.index()])?;
        let mut numbers = std::collections::BTreeSet::new();
        while let Some(row) = rows.next()? {
            numbers.extend(row.get::<_, i64>(0)?..=row.get::<_, i64>(1)?);
        }
        Ok(numbers.into_iter().collect())
    }

    /// The answers about us that count for a deal, and its people.
    pub fn known_of(&self, deal: &Opportunity) -> Result<(Vec<Given>, Vec<Seat>), Fault> {
        let id = deal.head.id.to_string();
        Ok((opp::given(&self.conn, &id)?, opp::seats(&self.conn, &id)?))
    }

    /// A deal's visits, the latest first, 200 at most.
    pub fn visits_of(&self, deal: Id) -> Result<Vec<Visit>, Fault> {
        let rest = "WHERE opportunity = ?1 AND gone = 0 ORDER BY \"when\" DESC, no DESC LIMIT 200";
        row::all(&self.conn, rest, &[&deal.to_string()])
    }

    /// Who is on the customer's side of a visit, by name: whom it is aimed at, the account, the people of its deal.
    pub fn sides_of(&self, visit: &Visit) -> Result<Vec<String>, Fault> {
        let mut names = named(&self.conn, visit)?;
        if let Some(deal) = visit.opportunity {
            names.extend(opp::seats(&self.conn, &deal.to_string())?.into_iter().map(|seat| seat.name));
        }
        Ok(names)
    }

    /// The names of people by their ids, in that order; those that are not there are left out.
    pub fn names_of(&self, people: &[Id]) -> Result<Vec<(i64, String)>, Fault> {
        let mut names = Vec::with_capacity(people.len());
        for id in people {
            names.extend(self.sheet(Noun::Person, *id)?.map(|sheet| (sheet.no, sheet.name)));
        }
        Ok(names)
    }
}
