//! Whom a month may ask to visit: customers by their rhythm and their tier, open deals by their close dates and by what
//! is not known of them. Everybody is weighed before anybody is left out; what has a visit of the month is left out
//! first of all.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rusqlite::ToSql;

use super::{Offer, row};
use crate::domain::account::Account;
use crate::domain::agenda::lacks;
use crate::domain::cadence::Rhythm;
use crate::domain::call_plan::{Customer, Proposal, Prospect, cut, is_decider, propose, whom};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::visit::Visit;
use crate::store::{Fault, Sheet, Store};

/// So many customers are weighed in full whatever the others may need; from then on, until no other can need more.
const LOOKED: usize = 1000;

/// Whether a visit of the month is to a customer or for a deal, one that was missed aside: ?1 to ?5 are the month, its
/// first day, the first after it, its last day and today.
macro_rules! held {
    ($index:literal, $link:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM visit INDEXED BY ",
            $index,
            " WHERE visit.",
            $link,
            " AND visit.gone = 0 AND visit.status <> 'cancelled' AND CASE WHEN visit.plan_month IS ?1 \
             THEN visit.status = 'done' OR min(ifnull(max(substr(visit.\"when\", 1, 10), \
             ifnull(visit.until, '')), ?4), ?4) >= ?5 \
             ELSE visit.\"when\" >= ?2 AND visit.\"when\" < ?3 END)"
        )
    };
}

macro_rules! free_deal {
    () => {
        // A deal without a customer can't be visited for, and must not take another's place.
        concat!("+account IS NOT NULL AND NOT ", held!("visit_opportunity", "opportunity = opp.id"))
    };
}

/// Customers that may ask for a visit, by the points that may speak for one, with those that surely do: a rhythm that
/// ends by ?4, the tier, the close dates up to ?6 and ?4, and at most ?14 for what is not known of a deal. All of them
/// are weighed before any is left out.
pub(super) const CANDIDATES: &str = concat!(
    "WITH dated AS (SELECT account, min(ifnull(close_on, '9999-12-31')) AS first,
            max(CASE WHEN close_on <= ?4 THEN ?12 WHEN close_on <= ?6 THEN ?13 ELSE 0 END) AS points
        FROM opp INDEXED BY opp_close WHERE status = 'open' AND gone = 0 AND ",
    free_deal!(),
    " GROUP BY account),
    weighed AS (SELECT account.no, ifnull(dated.points + ?14, 0)
            + CASE tier WHEN 'a' THEN ?10 WHEN 'b' THEN ?11 ELSE 0 END
            + CASE WHEN contact_due IS NULL OR contact_due > ?4 OR ",
    held!("visit_account", "account = account.id"),
    " THEN 0 WHEN contact_due = '' THEN ?7 WHEN contact_due < ?5 THEN ?8 ELSE ?9 END AS points, dated.first
        FROM account LEFT JOIN dated ON dated.account = account.id
        WHERE account.gone = 0 AND (contact_due <= ?4 OR dated.account IS NOT NULL))
    SELECT no, points FROM weighed WHERE points >= ?15 ORDER BY points DESC, ifnull(first, '9999-12-31'), no"
);

/// Open deals without a customer that close by ?1 or should have.
pub(super) const LONE: &str = "WHERE gone = 0 AND status = 'open' AND ifnull(close_on, '9999-12-31') <= ?1
    AND +account IS NULL ORDER BY ifnull(close_on, '9999-12-31'), no";

/// Whether a customer has a visit of the month.
pub(super) const HELD: &str = concat!("SELECT ", held!("visit_account", "account = ?6"));

/// Open deals of a customer.
pub(super) const OF_ACCOUNT: &str =
    concat!("INDEXED BY opp_account WHERE account = ?6 AND status = 'open' AND gone = 0 AND ", free_deal!());

/// A visit to a customer that is fixed for a day from ?2 on and before ?3, the last.
pub(super) const FIXED: &str = "WHERE account = ?1 AND gone = 0 AND status IN ('planned', 'ready')
    AND \"when\" >= ?2 AND \"when\" < ?3 ORDER BY \"when\" DESC LIMIT 1";

/// The month and the day as the statements take them.
struct Ask {
    month: Month,
    today: NaiveDate,
    texts: [String; 5],
}

impl Ask {
    fn new(month: Month, today: NaiveDate) -> Self {
        let days = [month.first(), month.end(), month.last(), today].map(|day| day.to_string());
        let [first, end, last, day] = days;
        Self { month, today, texts: [month.to_string(), first, end, last, day] }
    }

    fn with<'a>(&'a self, more: &[&'a dyn ToSql]) -> Vec<&'a dyn ToSql> {
        self.texts.iter().map(|text| text as &dyn ToSql).chain(more.iter().copied()).collect()
    }
}

/// A customer that was weighed, with its open deals.
type Looked = BTreeMap<i64, (Account, BTreeMap<i64, Opportunity>)>;

impl Store {
    /// What is proposed, and how many more customers ask for a visit.
    pub(super) fn offers(&self, month: Month, today: NaiveDate) -> Result<(Vec<Offer>, usize), Fault> {
        let ask = Ask::new(month, today);
        let (mut looked, mut proposed, mut unseen) = (Looked::new(), Vec::new(), 0);
        let candidates = self.candidates(&ask)?;
        for (at, (no, most)) in candidates.iter().enumerate() {
            let needier = || proposed.iter().filter(|one: &&Proposal| one.need >= *most).count();
            if at >= LOOKED && needier() >= usize::from(self.rules.plan.most) {
                unseen = candidates.len() - at;
                break;
            }
            let Some(account) = self.get::<Account>(*no)? else { continue };
            let (customer, open) = self.weighed(&account, &ask)?;
            proposed.extend(propose(&[customer], month, today, &self.rules));
            looked.insert(*no, (account, open));
        }
        let (proposed, more) = cut(proposed, &self.rules);
        let mut offers = Vec::new();
        for proposal in proposed {
            if let Some((account, open)) = looked.get(&proposal.account) {
                let deal = proposal.deal.and_then(|no| open.get(&no));
                offers.push(self.offer(proposal, account, deal, today)?);
            }
        }
        Ok((offers, more + unseen))
    }

    /// Open deals that close by the month's end, or should have, and have no customer to be visited for them.
    pub(super) fn lone_deals(&self, month: Month) -> Result<Vec<Opportunity>, Fault> {
        row::all(&self.conn, LONE, &[&month.last().to_string()])
    }

    /// Customers by number with the points that may speak for a visit, most first.
    fn candidates(&self, ask: &Ask) -> Result<Vec<(i64, i64)>, Fault> {
        let (plan, last) = (&self.rules.plan, ask.month.last());
        let soon = last.checked_add_days(Days::new(u64::from(plan.soon_days))).unwrap_or(last).to_string();
        let points = [
            plan.never,
            plan.overdue,
            plan.due,
            plan.tier_a,
            plan.tier_b,
            plan.closing,
            plan.soon,
            plan.questions,
            plan.least,
        ];
        let more: Vec<&dyn ToSql> =
            std::iter::once(&soon as &dyn ToSql).chain(points.iter().map(|one| one as &dyn ToSql)).collect();
        let mut query = self.conn.prepare_cached(CANDIDATES)?;
        let found = query.query_map(ask.with(&more).as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A customer with its open deals, and those as they are.
    fn weighed(&self, account: &Account, ask: &Ask) -> Result<(Customer, BTreeMap<i64, Opportunity>), Fault> {
        let mut customer = self.customer(account, ask)?;
        let id = account.head.id.to_string();
        let open: Vec<Opportunity> = row::all(&self.conn, OF_ACCOUNT, &ask.with(&[&id]))?;
        let open: BTreeMap<i64, Opportunity> = open.into_iter().map(|deal| (deal.head.no, deal)).collect();
        for deal in open.values() {
            let (given, _) = self.known_of(deal)?;
            let lacks = lacks(deal.stage, &given, &self.rules, ask.today);
            customer.deals.push(Prospect { no: deal.head.no, close_on: deal.close_on, lacks });
        }
        Ok((customer, open))
    }

    /// A visit that is fixed for a day before the month counts as a contact.
    fn customer(&self, account: &Account, ask: &Ask) -> Result<Customer, Fault> {
        let mut rhythm = self.rhythm(account.head.id)?;
        let mut is_planned = false;
        if rhythm != Rhythm::None {
            let (id, from) = (account.head.id.to_string(), ask.today.to_string());
            let mut query = self.conn.prepare_cached(HELD)?;
            is_planned = query.query_row(ask.with(&[&id]).as_slice(), |row| row.get(0))?;
            let first = ask.month.first().to_string();
            let fixed: Vec<Visit> = row::all(&self.conn, FIXED, &[&id, &from, &first])?;
            let fixed = fixed.first().and_then(|visit| visit.when).map(|when: Moment| when.day);
            rhythm = fixed.map_or(rhythm, |day| Rhythm::of(account, Some(day), &self.rules));
        }
        Ok(Customer { no: account.head.no, tier: account.tier, rhythm, is_planned, deals: Vec::new() })
    }

    fn offer(
        &self,
        proposal: Proposal,
        account: &Account,
        deal: Option<&Opportunity>,
        today: NaiveDate,
    ) -> Result<Offer, Fault> {
        let (mut who, mut decides) = (None, false);
        let mut chance = None;
        if let Some(deal) = deal {
            let (_, people) = self.known_of(deal)?;
            if let Some(seat) = whom(&people, today) {
                who = self.link(Noun::Person, Some(seat.role.person))?;
                decides = is_decider(seat);
            }
            let mut query =
                self.conn.prepare_cached("SELECT ifnull(p_rep, weight) FROM opp WHERE no = ?1")?;
            chance = query.query_row([deal.head.no], |row| row.get(0))?;
        }
        if who.is_none() {
            let there = |person: &Person| person.left_on.is_none_or(|day| day > today);
            let person = self.people(account.head.id)?.into_iter().find(there);
            who = person.map(|person| Sheet { no: person.head.no, id: person.head.id, name: person.name });
        }
        let named = |no: i64, id: Id, name: &str| Sheet { no, id, name: name.to_owned() };
        Ok(Offer {
            proposal,
            account: named(account.head.no, account.head.id, &account.name),
            deal: deal.map(|deal| named(deal.head.no, deal.head.id, &deal.title)),
            who,
            decides,
            chance,
        })
    }
}
