//! Is the book sound? `SQLite`'s own check, foreign keys, the journal's chain and its replay, and a recount.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Fault, Store, cadence, replay};
use crate::domain::account::Account;
use crate::domain::cadence::Rhythm;
use crate::domain::choice::Choice;
use crate::domain::opportunity::Opportunity;
use crate::domain::value::Value;

/// What a check found; all empty for a sound book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// What `SQLite`'s integrity check says.
    pub integrity: Vec<String>,
    /// Links that lead nowhere.
    pub links: Vec<String>,
    /// Where the journal's chain breaks or its replay differs from the tables.
    pub journal: Vec<String>,
    /// Sums that a recount gives otherwise; only with a full check.
    pub sums: Vec<String>,
}

impl Findings {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        *self == Self::default()
    }
}

/// Integrity, links and journal of any connection, so that a backup is checked as the book is.
pub(super) fn check(conn: &Connection) -> Result<Findings, Fault> {
    let mut integrity = strings(conn, "PRAGMA integrity_check")?;
    integrity.retain(|line| line != "ok");
    let links = strings(conn, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check")?;
    let journal = replay::differences(conn)?;
    Ok(Findings { integrity, links, journal, sums: Vec::new() })
}

fn strings(conn: &Connection, sql: &str) -> Result<Vec<String>, Fault> {
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Store {
    /// Checks the book; `full` also counts every sum again, on the judgements of `today`.
    pub fn doctor(&mut self, full: bool, today: NaiveDate) -> Result<Findings, Fault> {
        while self.refresh(today, 5000)? == 5000 {}
        let mut findings = check(&self.conn)?;
        if full {
            findings.sums = self.recount()?;
            findings.sums.extend(self.misjudged(today)?);
            findings.sums.extend(self.mistimed()?);
        }
        Ok(findings)
    }

    /// Open deals whose kept judgement is not the one that a new judging gives.
    fn misjudged(&self, today: NaiveDate) -> Result<Vec<String>, Fault> {
        let kept = self.judged()?;
        let mut wrong = Vec::new();
        for deal in self.having::<Opportunity>("status", &Value::Text("open".to_owned()))? {
            let fresh = self.judgement(&deal, today)?;
            let flags = fresh.flags.iter().map(|flag| flag.alarm.code().to_owned()).collect();
            if kept.get(&deal.head.no).is_none_or(|kept| *kept != (fresh.p_calc, fresh.weight.percent, flags))
            {
                wrong.push(format!("opp {}", deal.head.no));
            }
        }
        Ok(wrong)
    }

    /// Accounts whose next contact is due on another day than is kept.
    fn mistimed(&self) -> Result<Vec<String>, Fault> {
        let mut wrong = Vec::new();
        for account in self.every::<Account>()? {
            let met = cadence::met(&self.conn, &account.head.id.to_string())?;
            if self.rhythm(account.head.id)? != Rhythm::of(&account, met, &self.rules) {
                wrong.push(format!("account {}", account.head.no));
            }
        }
        Ok(wrong)
    }

    fn recount(&self) -> Result<Vec<String>, Fault> {
        strings(
            &self.conn,
            "WITH counted AS (
                SELECT 'deal/' || status || '/' || stage || '/' || currency AS key, count(*) AS n,
                       ifnull(sum(amount), 0) AS amount, sum(flags_high > 0) AS high,
                       sum(CASE WHEN status = 'open' THEN ifnull(amount, 0) * weight / 100 ELSE 0 END) AS weighted,
                       sum(status = 'open' AND NOT qualified) AS blank,
                       sum(CASE WHEN status = 'open' AND NOT qualified THEN ifnull(amount, 0) ELSE 0 END)
                FROM opp WHERE gone = 0 GROUP BY 1
                UNION ALL
                SELECT 'move/' || from_stage || '/' || act, count(*), 0, 0, 0, 0, 0
                FROM step WHERE gone = 0 AND from_stage IS NOT NULL GROUP BY 1),
             kept AS (SELECT key, n, amount, high, weighted, blank, blank_amount FROM tally WHERE n <> 0)
             SELECT key FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
             UNION SELECT key FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Tier;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp};

    #[test]
    fn a_full_check_works_out_again_when_an_account_is_due() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        let last_contact_on = "2026-11-02".parse().ok();
        let mut account = Account { tier: Some(Tier::A), last_contact_on, ..Account::default() };
        store.transact(&stamp, "x", |tx| tx.save(&mut account)).unwrap();
        let today = stamp.today();
        assert_eq!(store.doctor(true, today).unwrap(), Findings::default());
        for wrong in ["'2026-12-24'", "NULL", "''"] {
            store.conn.execute(&format!("UPDATE account SET contact_due = {wrong}"), []).unwrap();
            assert_eq!(store.doctor(true, today).unwrap().sums, ["account 1"], "{wrong}");
        }
    }
}
