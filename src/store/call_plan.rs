//! A month's call plan: its visits, and what is proposed for it. Reads some tens of rows by indexes, however large
//! the book is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rusqlite::ToSql;

use super::{Fault, Store, row};
use crate::domain::account::Account;
use crate::domain::agenda::lacks;
use crate::domain::cadence::Rhythm;
use crate::domain::call_plan::{Customer, Proposal, Prospect, Standing, propose, standing, whom};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::review::{Review, Ritual};
use crate::domain::visit::Visit;

/// How many visits of a month are read at most.
const VISITS: i64 = 500;
/// How many customers and deals of a kind are looked at.
const MANY: i64 = 40;
/// The same of those that speak less.
const FEW: i64 = 10;
/// How many open deals of a customer past its rhythm are looked at.
const DEALS: i64 = 2;

/// A number with a name.
pub type Named = (i64, String);

/// A visit of the month.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The visit.
    pub visit: Visit,
    /// How it stands against the plan.
    pub standing: Standing,
    /// Whom we visit.
    pub account: Option<Named>,
    /// The deal it is for.
    pub deal: Option<Named>,
    /// Whom it is aimed at.
    pub who: Vec<Named>,
}

/// A visit that is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What the rule says.
    pub proposal: Proposal,
    /// Whom we would visit.
    pub account: Named,
    /// The deal it would be for.
    pub deal: Option<Named>,
    /// At whom it would be aimed.
    pub who: Option<Named>,
    /// The deal's probability: the rep's own, else the computed one.
    pub chance: Option<i64>,
}

/// A month's call plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CallPlan {
    /// The month.
    pub month: Month,
    /// What is proposed, the neediest first.
    pub offers: Vec<Offer>,
    /// The month's visits by day, those without a day last.
    pub calls: Vec<Call>,
    /// The last day on which the plan was stamped.
    pub stamped_on: Option<NaiveDate>,
}

impl CallPlan {
    /// How many of the month's visits stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.calls.iter().filter(|call| call.standing == standing).count()
    }
}

/// Customers with the deals that are looked at.
type Looked = BTreeMap<Id, (Account, BTreeMap<i64, Opportunity>)>;

impl Store {
    /// A month's call plan as it stands on a day.
    pub fn call_plan(&self, month: Month, today: NaiveDate) -> Result<CallPlan, Fault> {
        let mut calls = Vec::new();
        for visit in self.month_visits(month)? {
            if let Some(standing) = standing(&visit, month, today) {
                calls.push(self.call(visit, standing)?);
            }
        }
        calls.sort_by_key(|call| {
            (call.visit.when.is_none(), call.visit.when.unwrap_or_default(), call.visit.head.no)
        });
        let over = month.last() < today;
        let offers = if over { Vec::new() } else { self.offers(month, today, &calls)? };
        Ok(CallPlan { month, offers, calls, stamped_on: self.stamped(month)? })
    }

    fn stamped(&self, month: Month) -> Result<Option<NaiveDate>, Fault> {
        let rest = "WHERE ritual = ?1 AND gone = 0 AND on_day IS NOT NULL AND period = ?2
             ORDER BY on_day DESC, no DESC LIMIT 1";
        let code = crate::domain::choice::Choice::code(Ritual::Plan);
        let kept: Option<Review> = row::all(&self.conn, rest, &[&code, &month.to_string()])?.pop();
        Ok(kept.and_then(|review| review.on_day))
    }

    /// The visits that are on the month's plan, and those of its days.
    fn month_visits(&self, month: Month) -> Result<Vec<Visit>, Fault> {
        let (from, end) = (month.first().to_string(), month.end().to_string());
        let on_plan = "WHERE gone = 0 AND plan_month = ?1 ORDER BY no LIMIT ?2";
        let dated = "WHERE gone = 0 AND status <> 'cancelled' AND \"when\" >= ?1 AND \"when\" < ?2
             ORDER BY \"when\", no LIMIT ?3";
        let mut found: Vec<Visit> = row::all(&self.conn, on_plan, &[&month.to_string(), &VISITS])?;
        let planned: BTreeSet<i64> = found.iter().map(|visit| visit.head.no).collect();
        let dated: Vec<Visit> = row::all(&self.conn, dated, &[&from, &end, &VISITS])?;
        found.extend(dated.into_iter().filter(|visit| !planned.contains(&visit.head.no)));
        Ok(found)
    }

    fn call(&self, visit: Visit, standing: Standing) -> Result<Call, Fault> {
        let account = self.link(Noun::Account, visit.account)?;
        let deal = self.link(Noun::Opp, visit.opportunity)?;
        Ok(Call { who: self.names_of(&visit.who)?, visit, standing, account, deal })
    }

    fn link(&self, noun: Noun, id: Option<Id>) -> Result<Option<Named>, Fault> {
        let sheet = id.map(|id| self.sheet(noun, id)).transpose()?.flatten();
        Ok(sheet.map(|sheet| (sheet.no, sheet.name)))
    }

    fn offers(&self, month: Month, today: NaiveDate, calls: &[Call]) -> Result<Vec<Offer>, Fault> {
        let looked = self.looked(month, today)?;
        let of = |id: fn(&Visit) -> Option<Id>| -> BTreeSet<Id> {
            calls.iter().filter_map(|call| id(&call.visit)).collect()
        };
        let (accounts, deals) = (of(|visit| visit.account), of(|visit| visit.opportunity));
        let mut customers = Vec::new();
        for (id, (account, open)) in &looked {
            let is_planned = accounts.contains(id);
            let mut customer = self.customer(account, month, today)?;
            customer.is_planned = is_planned;
            for deal in open.values() {
                let (given, _) = self.known_of(deal)?;
                customer.deals.push(Prospect {
                    no: deal.head.no,
                    close_on: deal.close_on,
                    lacks: lacks(deal.stage, &given, &self.rules, today),
                    is_planned: deals.contains(&deal.head.id),
                });
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
    fn looked(&self, month: Month, today: NaiveDate) -> Result<Looked, Fault> {
        let (today, last) = (today.to_string(), month.last());
        let soon = last.checked_add_days(Days::new(u64::from(self.rules.plan.soon_days))).unwrap_or(last);
        let mut looked = Looked::new();
        for (range, most) in [("contact_due > '' AND contact_due <= ?1", MANY), ("contact_due = ''", FEW)] {
            let rest = format!(
                "WHERE gone = 0 AND contact_due IS NOT NULL AND {range} ORDER BY contact_due, no LIMIT ?2"
            );
            for account in row::all::<Account>(&self.conn, &rest, &[&last.to_string(), &most])? {
                let rest = "WHERE account = ?1 AND status = 'open' AND gone = 0
                     ORDER BY ifnull(close_on, '9999-12-31'), no LIMIT ?2";
                let open =
                    row::all::<Opportunity>(&self.conn, rest, &[&account.head.id.to_string(), &DEALS])?;
                let open = open.into_iter().map(|deal| (deal.head.no, deal)).collect();
                looked.insert(account.head.id, (account, open));
            }
        }
        let close = "ifnull(close_on, '9999-12-31')";
        let open = "WHERE gone = 0 AND status = 'open' AND";
        let coming = format!("{open} {close} >= ?1 AND {close} <= ?2 ORDER BY {close}, no LIMIT ?3");
        let passed = format!("{open} {close} < ?1 ORDER BY {close} DESC, no LIMIT ?2");
        let ranges: [(&str, &[&dyn ToSql]); 2] =
            [(&coming, &[&today, &soon.to_string(), &MANY]), (&passed, &[&today, &FEW])];
        for (rest, values) in ranges {
            for deal in row::all::<Opportunity>(&self.conn, rest, values)? {
                self.look(deal, &mut looked)?;
            }
        }
        for found in self.in_trouble(FEW)? {
            if let Some(deal) = self.get::<Opportunity>(found.place.no)? {
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
    fn customer(&self, account: &Account, month: Month, today: NaiveDate) -> Result<Customer, Fault> {
        let mut rhythm = self.rhythm(account.head.id)?;
        if rhythm != Rhythm::None {
            let rest = "WHERE account = ?1 AND gone = 0 AND status IN ('planned', 'ready')
                 AND \"when\" >= ?2 AND \"when\" < ?3 ORDER BY \"when\" DESC LIMIT 1";
            let (id, from) = (account.head.id.to_string(), today.to_string());
            let fixed: Vec<Visit> = row::all(&self.conn, rest, &[&id, &from, &month.first().to_string()])?;
            let fixed = fixed.first().and_then(|visit| visit.when).map(|when: Moment| when.day);
            rhythm = fixed.map_or(rhythm, |day| Rhythm::of(account, Some(day), &self.rules));
        }
        let (no, tier) = (account.head.no, account.tier);
        Ok(Customer { no, tier, rhythm, ..Customer::default() })
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
            who = person.map(|person| (person.head.no, person.name));
        }
        let named = |no: i64, name: &str| (no, name.to_owned());
        Ok(Offer {
            proposal,
            account: named(account.head.no, &account.name),
            deal: deal.map(|deal| named(deal.head.no, &deal.title)),
            who,
            chance,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;
    use crate::domain::visit::VisitStatus;
    use crate::store::{Origin, Stamp, Tx};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn book(work: impl FnOnce(&mut Tx) -> Result<(), Fault>) -> Store {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        store.transact(&stamp, "x", work).expect("saved");
        store
    }

    fn month() -> Month {
        "2026-12".parse().expect("a month")
    }

    fn visit(account: &Account, plan: Option<&str>, when: Option<&str>) -> Visit {
        Visit {
            account: Some(account.head.id),
            plan_month: plan.map(str::to_owned),
            when: when.map(|text| text.parse().expect("a moment")),
            ..Visit::default()
        }
    }

    fn account(tx: &mut Tx, name: &str, met: &str) -> Result<Account, Fault> {
        let last_contact_on = Some(day(met));
        let mut account =
            Account { name: name.into(), cadence_days: Some(20), last_contact_on, ..Account::default() };
        tx.save(&mut account)?;
        Ok(account)
    }

    #[test]
    fn a_visit_of_the_month_or_before_it_quiets_what_the_rhythm_proposes() {
        let store = book(|tx| {
            account(tx, "late", "2026-10-01")?;
            let planned = account(tx, "planned", "2026-10-01")?;
            tx.save(&mut visit(&planned, Some("2026-12"), None))?;
            let dated = account(tx, "dated", "2026-10-01")?;
            tx.save(&mut visit(&dated, None, Some("2026-12-08T10:00")))?;
            // Met on the 28th, the next contact is due on the 18th: less than what is proposed.
            let before = account(tx, "before", "2026-10-01")?;
            tx.save(&mut visit(&before, None, Some("2026-11-28")))?;
            let off = account(tx, "called off", "2026-10-01")?;
            tx.save(&mut Visit { status: VisitStatus::Cancelled, ..visit(&off, None, Some("2026-12-08")) })?;
            Ok(())
        });
        let plan = store.call_plan(month(), day("2026-11-23")).expect("read");
        let names: Vec<&str> = plan.offers.iter().map(|offer| offer.account.1.as_str()).collect();
        assert_eq!(names, ["late", "called off"]);
        let stand = |standing| plan.count(standing);
        assert_eq!((stand(Standing::Planned), stand(Standing::Unplanned), plan.calls.len()), (1, 1, 2));
        let over = store.call_plan("2026-10".parse().expect("a month"), day("2026-11-23")).expect("read");
        assert_eq!(over.offers, []);
    }

    #[test]
    fn a_deal_is_proposed_with_who_decides_and_how_likely_it_is() {
        let store = book(|tx| {
            let mut account = Account { name: "Acme".into(), ..Account::default() };
            tx.save(&mut account)?;
            let own = Some(account.head.id);
            let mut person = Person { name: "Lin".into(), account: own, ..Person::default() };
            tx.save(&mut person)?;
            for (title, close_on, p_rep) in [
                ("near", "2026-12-18", Some(70)),
                ("far", "2027-09-01", None),
                ("gone by", "2026-11-01", None),
            ] {
                let (title, close_on) = (title.to_owned(), Some(day(close_on)));
                tx.save(&mut Opportunity { title, account: own, close_on, p_rep, ..Opportunity::default() })?;
            }
            tx.save(&mut Opportunity {
                title: "nobody's".into(),
                close_on: Some(day("2026-12-01")),
                ..Opportunity::default()
            })?;
            Ok(())
        });
        let plan = store.call_plan(month(), day("2026-11-23")).expect("read");
        let told = |offer: &Offer| {
            let deal = offer.deal.as_ref().map(|(_, title)| title.clone());
            (deal.unwrap_or_default(), offer.who.as_ref().map(|(no, _)| *no), offer.chance)
        };
        let told: Vec<_> = plan.offers.iter().map(told).collect();
        assert_eq!(told[0], ("gone by".into(), Some(1), plan.offers[0].chance));
        assert_eq!(told[1], ("near".into(), Some(1), Some(70)));
        assert!(plan.offers[0].proposal.ask == Some(4), "{:?}", plan.offers[0]);
    }

    #[test]
    fn every_part_is_found_by_an_index() {
        let store = book(|_| Ok(()));
        for (sql, index) in [
            ("SELECT * FROM visit WHERE gone = 0 AND plan_month = '2026-12' ORDER BY no LIMIT 9", "visit_plan"),
            (
                "SELECT * FROM opp WHERE gone = 0 AND status = 'open' AND ifnull(close_on, '9999-12-31') < 'x'
                 ORDER BY ifnull(close_on, '9999-12-31') DESC, no LIMIT 9",
                "opp_close",
            ),
            (
                "SELECT * FROM visit WHERE account = 'x' AND gone = 0 AND status IN ('planned', 'ready')
                 AND \"when\" >= 'x' AND \"when\" < 'y' ORDER BY \"when\" DESC LIMIT 1",
                "visit_account",
            ),
        ] {
            let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
            let lines = query.query_map([], |row| row.get::<_, String>(3)).expect("lines");
            let told = lines.map(|line| line.expect("a line")).collect::<Vec<_>>().join("\n");
            assert!(told.contains(index) && !told.contains("FOR ORDER BY"), "{sql}: {told}");
        }
    }
}
