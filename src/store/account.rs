//! Lists of accounts, a window at a time, and what hangs on one.

use rusqlite::{Row, params};

use super::deals::{Place, Window};
use super::query::{Condition, Term};
use super::window::Sorted;
use super::{Fault, Store, row};
use crate::domain::account::{Account, Tier};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::rep::Rep;

/// By what a list of accounts is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountOrder {
    /// Those with most open deals first.
    #[default]
    Deals,
    /// The name.
    Name,
    /// The tier, A first, those without one last.
    Tier,
    /// What the open deals may bring, the largest figure first.
    Amount,
    /// The last contact, those never met first, then the longest ago.
    Contact,
    /// The owner's name.
    Owner,
    /// The industry.
    Industry,
    /// The number, newest first.
    Newest,
}

impl AccountOrder {
    /// All orders, as they are offered.
    pub const ALL: [Self; 8] = [
        Self::Deals,
        Self::Name,
        Self::Tier,
        Self::Amount,
        Self::Contact,
        Self::Owner,
        Self::Industry,
        Self::Newest,
    ];

    /// What it sorts by, and whether the largest comes first.
    fn expression(self) -> (&'static str, bool) {
        match self {
            Self::Deals => ("-open_deals", false),
            Self::Name => ("lower(name)", false),
            Self::Tier => ("ifnull(tier, '~')", false),
            Self::Amount => ("open_amount", true),
            Self::Contact => ("ifnull(last_contact_on, '')", false),
            Self::Owner => ("ifnull(lower(owner), '~')", false),
            Self::Industry => ("ifnull(lower(industry), '~')", false),
            Self::Newest => ("no", true),
        }
    }
}

/// Which accounts a list holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountList {
    /// Meeting these terms.
    pub terms: Vec<Term>,
    /// In this order.
    pub order: AccountOrder,
}

/// The columns of a row behind the one that its list is ordered by.
const COLUMNS: &str = "no, name, tier, owner, industry, open_deals, open_amount, open_currency, open_mixed,
     last_contact_on";

/// An account as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Where it stands in its list.
    pub place: Place,
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

/// What is kept of the judgement of a deal: computed probability, weight, codes of flags.
pub type Kept = (Option<i64>, i64, Vec<String>);

fn read(row: &Row) -> Result<AccountRow, Fault> {
    let tier: Option<String> = row.get(3)?;
    Ok(AccountRow {
        place: Place { key: row.get(0)?, no: row.get(1)? },
        name: row.get(2)?,
        tier: tier.as_deref().and_then(Tier::from_code),
        owner: row.get(4)?,
        industry: row.get(5)?,
        open_deals: row.get(6)?,
        open_amount: row.get(7)?,
        open_currency: row.get(8)?,
        open_mixed: row.get(9)?,
        last_contact_on: row.get(10)?,
    })
}

impl Store {
    /// A window of a list of accounts, `limit` rows at most, in its order.
    pub fn accounts(
        &self,
        list: &AccountList,
        window: &Window<Place>,
        limit: i64,
    ) -> Result<Vec<AccountRow>, Fault> {
        let (by, falls) = list.order.expression();
        let sorted = Sorted { table: "account", columns: COLUMNS, by, falls };
        sorted.rows(&self.conn, &Condition::of::<Account>(&list.terms), (window, limit), read)
    }

    /// How many accounts a list has.
    pub fn count_accounts(&self, list: &AccountList) -> Result<i64, Fault> {
        let condition = Condition::of::<Account>(&list.terms);
        let sql = format!("SELECT count(*) FROM account WHERE {}", condition.sql);
        Ok(self.conn.prepare_cached(&sql)?.query_row(condition.params().as_slice(), |row| row.get(0))?)
    }

    /// The account with this name, however it is written; the oldest where there are several.
    pub fn account_named(&self, name: &str) -> Result<Option<Account>, Fault> {
        Ok(self.called(name)?.into_iter().next())
    }

    /// The currency of most of an account's open deals, of two that are as many that of the oldest; nothing where it
    /// has none.
    pub fn open_currency(&self, account: Id) -> Result<Option<String>, Fault> {
        let sql = "SELECT currency FROM opp WHERE account = ?1 AND status = 'open' AND gone = 0
            GROUP BY currency ORDER BY count(*) DESC, min(no) LIMIT 1";
        row::optional(self.conn.prepare_cached(sql)?.query_row([account.to_string()], |row| row.get(0)))
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

    /// Computed probability, weight and flag codes of every deal that is not gone, by number.
    pub fn judged(&self) -> Result<std::collections::HashMap<i64, Kept>, Fault> {
        let mut query =
            self.conn.prepare_cached("SELECT no, p_calc, weight, flags FROM opp WHERE gone = 0")?;
        let rows = query.query_map(params![], |row| {
            let flags: Option<String> = row.get(3)?;
            let flags = flags.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?, flags)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
