//! Is the book sound? `SQLite`'s own check, foreign keys, the journal's chain and its replay, and a recount.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Fault, Store, replay};

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
        }
        Ok(findings)
    }

    fn recount(&self) -> Result<Vec<String>, Fault> {
        strings(
            &self.conn,
            "WITH counted AS (
                SELECT 'deal/' || status || '/' || stage || '/' || currency AS key, count(*) AS n,
                       ifnull(sum(amount), 0) AS amount, sum(flags_high > 0) AS high
                FROM opp WHERE gone = 0 GROUP BY 1),
             kept AS (SELECT key, n, amount, high FROM tally WHERE key LIKE 'deal/%' AND n <> 0)
             SELECT key FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
             UNION SELECT key FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)",
        )
    }
}
