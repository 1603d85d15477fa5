//! Deals: what hangs on one, and windows of lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Fault, Store, decide, derive, row};
use crate::domain::answer::Answer;
use crate::domain::background::{RESOURCES, counted};
use crate::domain::case::{Case, Seat};
use crate::domain::choice::Choice;
use crate::domain::gate::gates;
use crate::domain::id::Id;
use crate::domain::judge::Judgement;
use crate::domain::opportunity::Opportunity;
use crate::domain::passage::{ever_passed, gates_lost};
use crate::domain::person::{Person, Role};
use crate::domain::profile::{self, Sign};
use crate::domain::rules::Rules;
use crate::domain::stage::{Move, Step};
use crate::domain::strength::Given;

/// The answers about us that count; an open request for resources holds question 8 at unknown.
pub(super) fn given(conn: &Connection, deal: &str) -> Result<Vec<Given>, Fault> {
    let mut given = Vec::new();
    for answer in latest(conn, deal, None)? {
        let written_on = born_on(conn, answer.head.born)?;
        given.extend(Given::about_us(&answer, written_on));
    }
    // Whether we have the resources is not known while some are asked for (R2).
    if let Some(asked_on) = asked_on(conn, deal)? {
        given.retain(|one| one.question != RESOURCES);
        given.push(Given::held(RESOURCES, asked_on));
    }
    Ok(given)
}

/// The gates that a deal has passed at some time: it moved on through them, or its answers once made them pass. Nothing
/// is looked up while no gate behind it fails.
pub(super) fn passed(
    conn: &Connection,
    deal: &Opportunity,
    given: &[Given],
    (rules, today): (&Rules, NaiveDate),
) -> Result<Vec<u8>, Fault> {
    if given.is_empty() || gates_lost(deal.stage, &gates(given, rules, today)).is_empty() {
        return Ok(Vec::new());
    }
    let id = deal.head.id.to_string();
    let rest = "WHERE opportunity = ?1 AND gone = 0 AND act = ?2 AND overridden = 0";
    let moves = row::all::<Step>(conn, rest, &[&id, &Move::Advance.code()])?;
    let mut passed: Vec<u8> = moves.iter().filter_map(|step| step.from_stage?.gate()).collect();
    let written = "WHERE opportunity = ?1 AND subject IS NULL AND gone = 0 ORDER BY no";
    let mut history = Vec::new();
    for answer in row::all::<Answer>(conn, written, &[&id])? {
        history.extend(Given::about_us(&answer, born_on(conn, answer.head.born)?));
    }
    passed.extend(ever_passed(&history, rules));
    Ok(passed)
}

/// The open requests for resources of a deal: number and title.
pub(super) fn asks(conn: &Connection, deal: &str) -> Result<Vec<(i64, String)>, Fault> {
    let mut query = conn.prepare_cached(
        "SELECT no, title FROM todo
         WHERE opportunity = ?1 AND kind = 'ask' AND state = 'open' AND gone = 0 ORDER BY no",
    )?;
    let found = query.query_map([deal], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The day of a deal's oldest open request for resources.
fn asked_on(conn: &Connection, deal: &str) -> Result<Option<NaiveDate>, Fault> {
    let mut query = conn.prepare_cached(
        "SELECT born FROM todo
         WHERE opportunity = ?1 AND kind = 'ask' AND state = 'open' AND gone = 0 ORDER BY no LIMIT 1",
    )?;
    row::optional(query.query_row([deal], |row| row.get(0)))?.map(|batch| born_on(conn, batch)).transpose()
}

fn born_on(conn: &Connection, batch: i64) -> Result<NaiveDate, Fault> {
    let mut query = conn.prepare_cached("SELECT substr(at, 1, 10) FROM batch WHERE batch = ?1")?;
    let day: String = query.query_row([batch], |row| row.get(0))?;
    day.parse().map_err(|_| Fault::Damaged(format!("batch {batch}")))
}

pub(super) fn seats(conn: &Connection, deal: &str) -> Result<Vec<Seat>, Fault> {
    let roles = row::all::<Role>(
        conn,
        "WHERE opportunity = ?1 AND gone = 0 ORDER BY ifnull(rank, 999), no",
        &[&deal],
    )?;
    let mut known = conn.prepare_cached("SELECT name, left_on, gone FROM person WHERE id = ?1")?;
    let mut seats = Vec::with_capacity(roles.len());
    for role in roles {
        let found = known.query_row([role.person.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, bool>(2)?))
        });
        let Some((name, left_on, false)) = row::optional(found)? else { continue };
        seats.push(Seat { role, name, left_on: left_on.and_then(|day| day.parse().ok()) });
    }
    Ok(seats)
}

/// The answer that counts for each question: the latest.
fn latest(conn: &Connection, deal: &str, subject: Option<&str>) -> Result<Vec<Answer>, Fault> {
    let rest = "WHERE opportunity = ?1 AND subject IS ?2 AND gone = 0 ORDER BY question, no";
    let all = row::all::<Answer>(conn, rest, &[&deal, &subject])?;
    let mut newest = BTreeMap::new();
    for answer in all {
        newest.insert(answer.question, answer);
    }
    Ok(newest.into_values().collect())
}

/// The rivals that answers of a deal are about.
pub(super) fn rivals(conn: &Connection, deal: &str) -> Result<Vec<String>, Fault> {
    let mut query = conn.prepare_cached(
        "SELECT DISTINCT subject FROM answer WHERE opportunity = ?1 AND subject IS NOT NULL AND gone = 0 ORDER BY 1",
    )?;
    let found = query.query_map([deal], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl Store {
    /// The answers that count for a deal, about us or about a rival, by question.
    pub fn answers(&self, deal: Id, subject: Option<&str>) -> Result<Vec<Answer>, Fault> {
        latest(&self.conn, &deal.to_string(), subject)
    }

    /// The answers about us as they count: with the evidence of the background, and unknown where a request for
    /// resources is open.
    pub fn counted(&self, deal: &Opportunity) -> Result<Vec<Answer>, Fault> {
        let id = deal.head.id.to_string();
        let mut answers = latest(&self.conn, &id, None)?;
        counted(deal, &mut answers, asked_on(&self.conn, &id)?.is_some());
        Ok(answers)
    }

    /// Gates, probability and flags of a deal on a day.
    pub fn judgement(&self, deal: &Opportunity, today: NaiveDate) -> Result<Judgement, Fault> {
        derive::weigh(&self.conn, deal, &self.rules, today)
    }

    /// Why a deal is one of a key account, as far as it is (F6).
    pub fn signs(&self, deal: &Opportunity) -> Result<Vec<Sign>, Fault> {
        let id = deal.head.id.to_string();
        let (people, rivals) = (seats(&self.conn, &id)?, rivals(&self.conn, &id)?);
        let matrix = decide::matrix(&self.conn, &id)?;
        let case = Case { people: &people, rivals: &rivals, matrix: &matrix, ..Case::bare(deal) };
        Ok(profile::signs(&case, &self.rules))
    }

    /// A deal's stage log, oldest first.
    pub fn steps(&self, deal: Id) -> Result<Vec<Step>, Fault> {
        row::all(&self.conn, "WHERE opportunity = ?1 AND gone = 0 ORDER BY no", &[&deal.to_string()])
    }

    /// A deal's people with what they are in it, by rank.
    pub fn people_of(&self, deal: Id) -> Result<Vec<(Role, Person)>, Fault> {
        let mut people = Vec::new();
        for seat in seats(&self.conn, &deal.to_string())? {
            if let Some(person) = self.by_id::<Person>(seat.role.person)? {
                people.push((seat.role, person));
            }
        }
        Ok(people)
    }
}
