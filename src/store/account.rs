//! Lists of accounts, a window at a time, and what hangs on one.

use rusqlite::params;

use super::deals::Window;
use super::{Fault, Store, row};
use crate::domain::account::{Account, Tier};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::rep::Rep;

/// An account as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its number.
    pub no: i64,
    /// Its name.
    pub name: String,
    /// A, B or C.
    pub tier: Option<Tier>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Its industry.
    pub industry: Option<String>,
    /// Open deals.
    pub open_deals: i64,
    /// Their amounts in `open_currency`, minor units.
    pub open_amount: i64,
    /// The currency of most of its open deals.
    pub open_currency: Option<String>,
    /// Whether there are open deals in other currencies too.
    pub open_mixed: bool,
    /// The last real contact, ISO.
    pub last_contact_on: Option<String>,
}

impl Store {
    /// A window of accounts, those with most open deals first, cut by number; `limit` rows at most.
    pub fn accounts(&self, window: &Window<i64>, limit: i64) -> Result<Vec<AccountRow>, Fault> {
        let backward = matches!(window, Window::Before(_) | Window::Last);
        let key = "(SELECT -open_deals FROM account WHERE no = ?1)";
        let (own, beyond, no) = match window {
            Window::First | Window::Last => (None, String::new(), 0),
            Window::After(no) => (Some(">"), format!("AND -open_deals > {key}"), *no),
            Window::Before(no) => (Some("<"), format!("AND -open_deals < {key}"), *no),
            Window::From(no) => (Some(">="), format!("AND -open_deals > {key}"), *no),
        };
        // What shares the place's key comes first, then what lies beyond: an index finds either at once.
        let mut found = Vec::new();
        if let Some(sign) = own {
            let tie = format!("AND -open_deals = {key} AND no {sign} ?1");
            self.account_rows(&tie, "", backward, (no, limit), &mut found)?;
        }
        let missing = limit - i64::try_from(found.len()).unwrap_or(limit);
        if missing > 0 {
            self.account_rows(&beyond, "-open_deals ?, ", backward, (no, missing), &mut found)?;
        }
        if backward {
            found.reverse();
        }
        Ok(found)
    }

    fn account_rows(
        &self,
        condition: &str,
        by: &str,
        backward: bool,
        (no, limit): (i64, i64),
        found: &mut Vec<AccountRow>,
    ) -> Result<(), Fault> {
        let way = if backward { "DESC" } else { "ASC" };
        let by = by.replace('?', way);
        let sql = format!(
            "SELECT no, name, tier, owner, industry, open_deals, open_amount, open_currency, open_mixed,
             last_contact_on FROM account WHERE gone = 0 AND ?1 = ?1 {condition}
             ORDER BY {by}no {way} LIMIT ?2"
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query(params![no, limit])?;
        while let Some(row) = rows.next()? {
            let tier: Option<String> = row.get(2)?;
            found.push(AccountRow {
                no: row.get(0)?,
                name: row.get(1)?,
                tier: tier.as_deref().and_then(Tier::from_code),
                owner: row.get(3)?,
                industry: row.get(4)?,
                open_deals: row.get(5)?,
                open_amount: row.get(6)?,
                open_currency: row.get(7)?,
                open_mixed: row.get(8)?,
                last_contact_on: row.get(9)?,
            });
        }
        Ok(())
    }

    /// How many accounts there are.
    pub fn count_accounts(&self) -> Result<i64, Fault> {
        Ok(self.conn.query_row("SELECT count(*) FROM account WHERE gone = 0", [], |row| row.get(0))?)
    }

    /// The account with this name, however it is written; the oldest where there are several.
    pub fn account_named(&self, name: &str) -> Result<Option<Account>, Fault> {
        Ok(self.called(name)?.into_iter().next())
    }

    /// The currency of most of an account's open deals; nothing where it has none.
    pub fn open_currency(&self, no: i64) -> Result<Option<String>, Fault> {
        let sql = "SELECT open_currency FROM account WHERE no = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([no], |row| row.get(0))?)
    }

    /// The account with this internet domain; the oldest where there are several.
    pub fn account_at(&self, domain: &str) -> Result<Option<Account>, Fault> {
        let rest = "WHERE domain = lower(?1) AND gone = 0 ORDER BY no LIMIT 1";
        Ok(row::all(&self.conn, rest, &[&domain])?.pop())
    }

    /// An account's people, those who left last.
    pub fn people(&self, account: Id) -> Result<Vec<Person>, Fault> {
        let rest = "WHERE account = ?1 AND gone = 0 ORDER BY left_on IS NOT NULL, no LIMIT 1000";
        row::all(&self.conn, rest, &[&account.to_string()])
    }

    /// An account's deals, the open ones first, `limit` at most.
    pub fn deals_of(&self, account: Id, limit: i64) -> Result<Vec<Opportunity>, Fault> {
        let rest = "WHERE account = ?1 AND gone = 0 ORDER BY status <> 'open', close_on DESC, no LIMIT ?2";
        row::all(&self.conn, rest, &[&account.to_string(), &limit])
    }

    /// The person with this mail address or, failing that, this name at the account.
    pub fn person_known(
        &self,
        email: Option<&str>,
        name: &str,
        account: Option<Id>,
    ) -> Result<Option<Person>, Fault> {
        if let Some(email) = email
            && let Some(found) = self.person_with(email)?
        {
            return Ok(Some(found));
        }
        Ok(self.called::<Person>(name)?.into_iter().find(|person| person.account == account))
    }

    /// The person with this mail address, whatever the case; the oldest where there are several.
    pub fn person_with(&self, email: &str) -> Result<Option<Person>, Fault> {
        // The index holds those with an address only, which SQLite does not see from the comparison.
        let rest = "WHERE lower(email) = lower(?1) AND email IS NOT NULL AND gone = 0 ORDER BY no LIMIT 1";
        Ok(row::all(&self.conn, rest, &[&email])?.pop())
    }

    /// What a person is in a deal, gone or not.
    pub fn role_of(&self, deal: Id, person: Id) -> Result<Option<Role>, Fault> {
        let rest = "WHERE opportunity = ?1 AND person = ?2 ORDER BY gone, no LIMIT 1";
        Ok(row::all(&self.conn, rest, &[&deal.to_string(), &person.to_string()])?.pop())
    }

    /// The colleague with this name, however it is written; the oldest where there are several.
    pub fn rep_named(&self, name: &str) -> Result<Option<Rep>, Fault> {
        Ok(self.called(name)?.into_iter().next())
    }

    /// Computed probability and flag codes of every deal that is not gone, by number.
    pub fn judged(&self) -> Result<std::collections::HashMap<i64, (i64, Vec<String>)>, Fault> {
        let mut query = self.conn.prepare_cached("SELECT no, p_calc, flags FROM opp WHERE gone = 0")?;
        let rows = query.query_map(params![], |row| {
            let flags: Option<String> = row.get(2)?;
            let flags = flags.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
            Ok((row.get(0)?, (row.get(1)?, flags)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
