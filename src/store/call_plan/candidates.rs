//! Whom a month may ask to visit: customers by their rhythm, and open deals that close or are in trouble. Reads some
//! tens of rows by indexes, however large the book is; what has a visit of the month is left out before it is cut.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rusqlite::ToSql;

use super::{Offer, row};
use crate::domain::account::Account;
use crate::domain::agenda::lacks;
use crate::domain::cadence::Rhythm;
use crate::domain::call_plan::{Customer, Proposal, Prospect, propose, whom};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::visit::Visit;
use crate::store::{Fault, Sheet, Store};

/// How many customers and deals of a kind are looked at.
const MANY: i64 = 40;
/// The same of those that speak less.
const FEW: i64 = 10;
/// How many open deals of a customer past its rhythm are looked at.
const DEALS: i64 = 2;

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

macro_rules! free_account {
    () => {
        concat!("NOT ", held!("visit_account", "account = account.id"))
    };
}

macro_rules! free_deal {
    () => {
        // A deal without a customer can't be visited for, and must not take another's place.
        concat!("+account IS NOT NULL AND NOT ", held!("visit_opportunity", "opportunity = opp.id"))
    };
}

/// Customers whose rhythm ends by ?4.
pub(super) const DUE: &str = concat!(
    "WHERE gone = 0 AND contact_due > '' AND contact_due <= ?4 AND ",
    free_account!(),
    " ORDER BY contact_due, no LIMIT ?6"
);

/// Customers with a rhythm whom nobody ever met.
pub(super) const UNMET: &str = concat!(
    "WHERE gone = 0 AND contact_due = '' AND ",
    free_account!(),
    " ORDER BY contact_due, no LIMIT ?6"
);

/// Customers whose rhythm ends by ?4 and is kept by a visit of the month: another of their deals may ask for one.
pub(super) const KEPT: &str = "WHERE gone = 0 AND contact_due <= ?4 AND id IN (
        SELECT account FROM visit WHERE gone = 0 AND plan_month = ?1 AND status <> 'cancelled'
        UNION ALL SELECT account FROM visit
        WHERE gone = 0 AND \"when\" >= ?2 AND \"when\" < ?3 AND status <> 'cancelled')
    ORDER BY contact_due, no LIMIT ?6";

/// Whether a customer has a visit of the month.
pub(super) const HELD: &str = concat!("SELECT ", held!("visit_account", "account = ?6"));

/// Open deals of a customer, the next to close first: a sort of some few.
pub(super) const OF_ACCOUNT: &str = concat!(
    "INDEXED BY opp_account WHERE account = ?6 AND status = 'open' AND gone = 0 AND ",
    free_deal!(),
    " ORDER BY ifnull(close_on, '9999-12-31'), no LIMIT ?7"
);

/// Open deals that close from today to ?6.
pub(super) const COMING: &str = concat!(
    "WHERE gone = 0 AND status = 'open' AND ifnull(close_on, '9999-12-31') >= ?5
     AND ifnull(close_on, '9999-12-31') <= ?6 AND ",
    free_deal!(),
    " ORDER BY ifnull(close_on, '9999-12-31'), no LIMIT ?7"
);

/// Open deals whose close date has passed, the last first.
pub(super) const PASSED: &str = concat!(
    "WHERE gone = 0 AND status = 'open' AND ifnull(close_on, '9999-12-31') < ?5 AND ",
    free_deal!(),
    " ORDER BY ifnull(close_on, '9999-12-31') DESC, no DESC LIMIT ?6"
);

/// Open deals in trouble, the worst first.
pub(super) const TROUBLED: &str = concat!(
    "WHERE gone = 0 AND status = 'open' AND severity > 0 AND ",
    free_deal!(),
    " ORDER BY severity DESC, no DESC LIMIT ?6"
);

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

/// Customers with the deals that are looked at.
type Looked = BTreeMap<Id, (Account, BTreeMap<i64, Opportunity>)>;

impl Store {
    pub(super) fn offers(&self, month: Month, today: NaiveDate) -> Result<Vec<Offer>, Fault> {
        let ask = Ask::new(month, today);
        let looked = self.looked(&ask)?;
        let mut customers = Vec::new();
        for (account, open) in looked.values() {
            let mut customer = self.customer(account, &ask)?;
            for deal in open.values() {
                let (given, _) = self.known_of(deal)?;
                let lacks = lacks(deal.stage, &given, &self.rules, today);
                customer.deals.push(Prospect { no: deal.head.no, close_on: deal.close_on, lacks });
            }
            customers.push(customer);
        }
        let proposed = propose(&customers, month, today, &self.rules);
        let by_no: BTreeMap<i64, &(Account, _)> =
            looked.values().map(|both| (both.0.head.no, both)).collect();
        let mut offers = Vec::new();
        for proposal in proposed {
            if let Some((account, open)) = by_no.get(&proposal.account) {
                let deal = proposal.deal.and_then(|no| open.get(&no));
                offers.push(self.offer(proposal, account, deal, today)?);
            }
        }
        Ok(offers)
    }

    /// Customers whose rhythm ends before the month does, deals that close about then, and deals in trouble.
    fn looked(&self, ask: &Ask) -> Result<Looked, Fault> {
        let last = ask.month.last();
        let soon = last.checked_add_days(Days::new(u64::from(self.rules.plan.soon_days))).unwrap_or(last);
        let mut due: Vec<Account> = row::all(&self.conn, DUE, &ask.with(&[&MANY]))?;
        due.extend(row::all::<Account>(&self.conn, UNMET, &ask.with(&[&FEW]))?);
        due.extend(row::all::<Account>(&self.conn, KEPT, &ask.with(&[&MANY]))?);
        let mut looked = Looked::new();
        for account in due {
            let id = account.head.id.to_string();
            let open: Vec<Opportunity> = row::all(&self.conn, OF_ACCOUNT, &ask.with(&[&id, &DEALS]))?;
            let open = open.into_iter().map(|deal| (deal.head.no, deal)).collect();
            looked.insert(account.head.id, (account, open));
        }
        let soon = soon.to_string();
        let ranges = [
            (COMING, ask.with(&[&soon, &MANY])),
            (PASSED, ask.with(&[&FEW])),
            (TROUBLED, ask.with(&[&MANY])),
        ];
        for (rest, values) in ranges {
            for deal in row::all::<Opportunity>(&self.conn, rest, &values)? {
                self.look(deal, &mut looked)?;
            }
        }
        Ok(looked)
    }

    /// Puts a deal to its customer; one that has none can't be visited for.
    fn look(&self, deal: Opportunity, looked: &mut Looked) -> Result<(), Fault> {
        let Some(id) = deal.account else { return Ok(()) };
        if let Some((_, deals)) = looked.get_mut(&id) {
            deals.insert(deal.head.no, deal);
        } else if let Some(account) = self.by_id::<Account>(id)?.filter(|account| !account.head.gone) {
            looked.insert(id, (account, BTreeMap::from([(deal.head.no, deal)])));
        }
        Ok(())
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
        let mut who = None;
        let mut chance = None;
        if let Some(deal) = deal {
            let (_, people) = self.known_of(deal)?;
            if let Some(seat) = whom(&people, today) {
                who = self.link(Noun::Person, Some(seat.role.person))?;
            }
            let mut query =
                self.conn.prepare_cached("SELECT ifnull(p_rep, p_calc) FROM opp WHERE no = ?1")?;
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
            chance,
        })
    }
}
