//! Key accounts, what is known of them, and the verdicts there were.

use chrono::{Days, NaiveDate};
use rusqlite::params;

use super::{Fault, Store, cadence, row};
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::key_account::Standing;
use crate::domain::review::Review;

/// A key account with what is known of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyAccount {
    /// The account.
    pub account: Account,
    /// Its deals, in numbers.
    pub standing: Standing,
    /// The day of its last real contact: of a visit, or as written down.
    pub met: Option<NaiveDate>,
    /// The days between contacts that its rhythm asks for.
    pub days: Option<u64>,
    /// What its open deals bring, by currency, minor units.
    pub open: Vec<(String, i64)>,
    /// What those brought that were won within a year, by currency, minor units.
    pub won: Vec<(String, i64)>,
    /// The verdicts, newest first.
    pub reviews: Vec<Review>,
}

/// The key accounts, with the same words as the index `account_key` has.
const KEY: &str = "gone = 0 AND (key_since IS NOT NULL OR tier = 'a' OR relation_level = 'strategic')";
/// Their order, as that index has it.
const ORDER: &str = "ORDER BY ifnull(next_review_on, ''), no LIMIT ?1";

impl Store {
    /// The key accounts, those without a day of review first, then by that day; `limit` at most.
    pub fn key_accounts(&self, limit: i64) -> Result<Vec<Account>, Fault> {
        row::all(&self.conn, &format!("WHERE {KEY} {ORDER}"), &[&limit])
    }

    /// How many key accounts there are.
    pub fn count_key_accounts(&self) -> Result<i64, Fault> {
        let sql = format!("SELECT count(*) FROM account WHERE {KEY}");
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// What is known of a key account on a day.
    pub fn key_account(&self, account: Account, today: NaiveDate) -> Result<KeyAccount, Fault> {
        let id = account.head.id.to_string();
        let year = today.checked_sub_days(Days::new(365)).unwrap_or(today).to_string();
        let mut query = self.conn.prepare_cached(
            "SELECT status, currency, count(*), ifnull(sum(amount), 0) FROM opp
             WHERE account = ?1 AND gone = 0 AND (status = 'open' OR status IN ('won', 'lost') AND close_on >= ?2)
             GROUP BY status, currency ORDER BY 3 DESC",
        )?;
        let mut rows = query.query(params![id, year])?;
        let days = self.rules.cadence.days(&account);
        let met = account.last_contact_on.max(cadence::met(&self.conn, &id)?);
        let mut found = KeyAccount { account, met, days, ..KeyAccount::default() };
        while let Some(row) = rows.next()? {
            let (status, sum): (String, (String, i64)) = (row.get(0)?, (row.get(1)?, row.get(3)?));
            let count: i64 = row.get(2)?;
            match status.as_str() {
                "open" => {
                    found.standing.open += count;
                    found.open.push(sum);
                }
                "won" => {
                    found.standing.won += count;
                    found.won.push(sum);
                }
                _ => found.standing.lost += count,
            }
        }
        found.reviews = self.verdicts(found.account.head.id, 10)?;
        Ok(found)
    }

    /// The verdicts on an account, newest first, `limit` at most.
    pub fn verdicts(&self, account: Id, limit: i64) -> Result<Vec<Review>, Fault> {
        let rest = "WHERE account = ?1 AND account IS NOT NULL AND ritual = 'account' AND gone = 0
             ORDER BY on_day DESC, no DESC LIMIT ?2";
        row::all(&self.conn, rest, &[&account.to_string(), &limit])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{RelationLevel, Tier};
    use crate::domain::opportunity::Opportunity;
    use crate::domain::rules::Rules;
    use crate::domain::stage::Status;
    use crate::domain::visit::{Visit, VisitStatus};
    use crate::store::{Origin, Stamp};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_key_account_is_listed_with_its_deals_of_a_year() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        let key = |name: &str, tier, level, next: Option<&str>| Account {
            name: name.to_owned(),
            tier,
            relation_level: level,
            next_review_on: next.map(day),
            ..Account::default()
        };
        let saved = store.transact(&stamp, "x", |tx| {
            let mut account = key("late", Some(Tier::A), None, Some("2026-11-01"));
            tx.save(&mut account)?;
            let owner = Some(account.head.id);
            tx.save(&mut key("new", None, Some(RelationLevel::Strategic), None))?;
            tx.save(&mut key("plain", Some(Tier::B), Some(RelationLevel::Partner), Some("2026-01-01")))?;
            for (status, close_on, amount) in [
                (Status::Open, "2027-01-01", 500),
                (Status::Won, "2026-01-01", 300),
                (Status::Won, "2025-11-01", 900),
                (Status::Lost, "2026-11-01", 100),
            ] {
                let currency = "CNY".to_owned();
                let (close_on, amount) = (Some(day(close_on)), Some(amount));
                let deal = Opportunity {
                    account: owner,
                    status,
                    close_on,
                    amount,
                    currency,
                    ..Opportunity::default()
                };
                tx.save(&mut { deal })?;
            }
            Ok::<_, Fault>(())
        });
        saved.expect("saved");
        let found = store.key_accounts(10).expect("read");
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["new", "late"]);
        let late = store.key_account(found[1].clone(), day("2026-11-23")).expect("read");
        assert_eq!(late.standing, Standing { open: 1, won: 1, lost: 1 });
        assert_eq!((late.open, late.won), (vec![("CNY".into(), 500)], vec![("CNY".into(), 300)]));
        assert_eq!(store.count_key_accounts().expect("read"), 2);
    }

    #[test]
    fn key_accounts_are_read_in_their_order_by_an_index() {
        let store = Store::memory(Rules::default()).expect("a book");
        let sql = row::select::<Account>(&format!("WHERE {KEY} {ORDER}"));
        let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let lines = query.query_map([9], |row| row.get::<_, String>(3)).expect("lines");
        let plan: Vec<String> = lines.map(|line| line.expect("a line")).collect();
        let by_index = |line: &String| line.contains("account_key") && !line.contains("B-TREE");
        assert!(plan.iter().all(by_index), "{plan:?}");
    }

    #[test]
    fn a_visit_is_a_contact_though_none_is_written_down() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        let mut account = Account { tier: Some(Tier::A), ..Account::default() };
        let saved = store.transact(&stamp, "x", |tx| {
            tx.save(&mut account)?;
            let mut visit = Visit {
                account: Some(account.head.id),
                when: "2026-11-20T10:00".parse().ok(),
                status: VisitStatus::Done,
                ..Visit::default()
            };
            tx.save(&mut visit)
        });
        saved.expect("saved");
        let mut met = |written: Option<&str>| {
            account.last_contact_on = written.map(day);
            store.key_account(account.clone(), day("2026-11-23")).expect("read").met
        };
        assert_eq!(met(None), Some(day("2026-11-20")));
        assert_eq!(met(Some("2026-11-01")), Some(day("2026-11-20")));
        assert_eq!(met(Some("2026-11-22")), Some(day("2026-11-22")));
    }
}
