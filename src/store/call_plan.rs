//! A month's call plan: its visits, how they stand, and what is proposed for it.

use chrono::NaiveDate;
use rusqlite::params;

use super::{Fault, Sheet, Store, row};
use crate::domain::call_plan::{Proposal, Standing, standing};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::review::{Review, Ritual};
use crate::domain::visit::Visit;

mod candidates;

/// The visits on the plan of a month, by day, those without a day last.
const ON_PLAN: &str = "WHERE gone = 0 AND plan_month = ?1 ORDER BY \"when\" IS NULL, \"when\", no LIMIT ?2";

/// The visits of a month's days that are not on its plan.
const OFF_PLAN: &str = "WHERE gone = 0 AND \"when\" >= ?2 AND \"when\" < ?3 AND status <> 'cancelled'
    AND plan_month IS NOT ?1 ORDER BY \"when\", status, no LIMIT ?4";

/// How many visits on the plan of a month are done, missed and still to come, as `standing` has it.
const COUNTED: &str = "SELECT count(*) FILTER (WHERE status = 'done'), count(*) FILTER (WHERE is_missed),
        count(*) FILTER (WHERE status <> 'done' AND NOT is_missed)
    FROM (SELECT status, status <> 'done' AND (status = 'cancelled'
            OR min(ifnull(max(substr(\"when\", 1, 10), ifnull(until, '')), ?2), ?2) < ?3) AS is_missed
        FROM visit WHERE gone = 0 AND plan_month = ?1)";

/// How many visits of a month's days are not on its plan.
const STRAY: &str = "SELECT count(*) FROM visit WHERE gone = 0 AND \"when\" >= ?2 AND \"when\" < ?3
    AND status <> 'cancelled' AND plan_month IS NOT ?1";

/// When the plan of a month was stamped last.
const STAMPED: &str = "WHERE ritual = 'plan' AND gone = 0 AND on_day IS NOT NULL AND period = ?1
    ORDER BY on_day DESC, no DESC LIMIT 1";

/// A visit of the month.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The visit.
    pub visit: Visit,
    /// How it stands against the plan.
    pub standing: Standing,
    /// Whom we visit.
    pub account: Option<Sheet>,
    /// The deal it is for.
    pub deal: Option<Sheet>,
    /// Whom it is aimed at, with their numbers.
    pub who: Vec<(i64, String)>,
}

/// A visit that is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What the rule says.
    pub proposal: Proposal,
    /// Whom we would visit.
    pub account: Sheet,
    /// The deal it would be for.
    pub deal: Option<Sheet>,
    /// At whom it would be aimed.
    pub who: Option<Sheet>,
    /// Whether that is somebody who approves or decides.
    pub decides: bool,
    /// The deal's probability: the rep's own, else that of weighted sums.
    pub chance: Option<i64>,
}

/// A month's call plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CallPlan {
    /// The month.
    pub month: Month,
    /// What is proposed, the neediest first.
    pub offers: Vec<Offer>,
    /// How many more customers ask for a visit than are proposed.
    pub more: usize,
    /// Open deals that close by the month's end, or should have, and have no customer to be visited, by that day.
    pub lone: Vec<Opportunity>,
    /// The month's visits by day, those without a day last; as many as were asked for.
    pub calls: Vec<Call>,
    /// The last day on which the plan was stamped.
    pub stamped_on: Option<NaiveDate>,
    counts: [(Standing, usize); 4],
}

impl CallPlan {
    /// How many of the month's visits stand so, those beyond what was asked for too.
    pub fn count(&self, standing: Standing) -> usize {
        self.counts.iter().filter(|(own, _)| *own == standing).map(|(_, count)| count).sum()
    }

    /// How many visits the month has, those beyond what was asked for too.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

impl Store {
    /// A month's call plan as it stands on a day, with so many of its visits at most: those on the plan first.
    pub fn call_plan(&self, month: Month, today: NaiveDate, most: usize) -> Result<CallPlan, Fault> {
        let mut calls = Vec::new();
        for visit in self.month_visits(month, most)? {
            if let Some(standing) = standing(&visit, month, today) {
                calls.push(self.call(visit, standing)?);
            }
        }
        calls.sort_by_key(|call| {
            (call.visit.when.is_none(), call.visit.when.unwrap_or_default(), call.visit.head.no)
        });
        let over = month.last() < today;
        let (offers, more) = if over { (Vec::new(), 0) } else { self.offers(month, today)? };
        let lone = if over { Vec::new() } else { self.lone_deals(month)? };
        let counts = self.month_counts(month, today)?;
        Ok(CallPlan { month, offers, more, lone, calls, stamped_on: self.stamped(month)?, counts })
    }

    fn stamped(&self, month: Month) -> Result<Option<NaiveDate>, Fault> {
        debug_assert_eq!(Ritual::Plan.code(), "plan");
        let kept: Option<Review> = row::all(&self.conn, STAMPED, &[&month.to_string()])?.pop();
        Ok(kept.and_then(|review| review.on_day))
    }

    /// The visits that are on the month's plan, then those of its days.
    fn month_visits(&self, month: Month, most: usize) -> Result<Vec<Visit>, Fault> {
        let (name, from, end) = (month.to_string(), month.first().to_string(), month.end().to_string());
        let limit = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut found: Vec<Visit> = row::all(&self.conn, ON_PLAN, &[&name, &limit(most)])?;
        let room = limit(most.saturating_sub(found.len()));
        found.extend(row::all::<Visit>(&self.conn, OFF_PLAN, &[&name, &from, &end, &room])?);
        Ok(found)
    }

    fn month_counts(&self, month: Month, today: NaiveDate) -> Result<[(Standing, usize); 4], Fault> {
        let (name, from, end) = (month.to_string(), month.first().to_string(), month.end().to_string());
        let count = |row: &rusqlite::Row, at: usize| {
            row.get(at).map(|count: i64| usize::try_from(count).unwrap_or_default())
        };
        let mut query = self.conn.prepare_cached(COUNTED)?;
        let values = params![name, month.last().to_string(), today.to_string()];
        let (done, missed, planned) =
            query.query_row(values, |row| Ok((count(row, 0)?, count(row, 1)?, count(row, 2)?)))?;
        let mut query = self.conn.prepare_cached(STRAY)?;
        let unplanned = query.query_row(params![name, from, end], |row| count(row, 0))?;
        Ok([
            (Standing::Planned, planned),
            (Standing::Done, done),
            (Standing::Missed, missed),
            (Standing::Unplanned, unplanned),
        ])
    }

    fn call(&self, visit: Visit, standing: Standing) -> Result<Call, Fault> {
        let account = self.link(Noun::Account, visit.account)?;
        let deal = self.link(Noun::Opp, visit.opportunity)?;
        Ok(Call { who: self.names_of(&visit.who)?, visit, standing, account, deal })
    }

    fn link(&self, noun: Noun, id: Option<Id>) -> Result<Option<Sheet>, Fault> {
        Ok(id.map(|id| self.sheet(noun, id)).transpose()?.flatten())
    }
}

#[cfg(test)]
mod tests;
