//! Lists of deals, a window at a time: pages are cut by key, so a long list costs what a short one does.

use std::sync::LazyLock;

use rusqlite::Row;

use super::query::{self, Condition, Term, Test};
use super::window::Sorted;
use super::{Fault, Store};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::{Stage, Status};
use crate::domain::value::Value;

/// Amounts by their figures, whatever their currency's decimals; the index `opp_amount` has the same words.
static AMOUNT: LazyLock<String> = LazyLock::new(|| format!("ifnull({}, -1)", query::hundredths("amount")));

/// By what a list of deals is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The close date, soonest first.
    #[default]
    Close,
    /// The amount, largest first.
    Amount,
    /// The flags, worst first.
    Flags,
    /// The account's name.
    Account,
    /// The owner's name.
    Owner,
    /// The title.
    Title,
    /// The number, newest first.
    Newest,
}

impl Order {
    /// All orders, as a key cycles through them.
    pub const ALL: [Self; 7] =
        [Self::Close, Self::Amount, Self::Flags, Self::Account, Self::Owner, Self::Title, Self::Newest];

    pub(super) fn expression(self) -> &'static str {
        match self {
            Self::Close => "ifnull(close_on, '9999-12-31')",
            Self::Amount => &AMOUNT,
            Self::Flags => "severity",
            Self::Account => "ifnull((SELECT lower(name) FROM account WHERE account.id = opp.account), '')",
            Self::Owner => "ifnull(lower(owner), '')",
            Self::Title => "lower(title)",
            Self::Newest => "no",
        }
    }

    pub(super) fn falls(self) -> bool {
        matches!(self, Self::Amount | Self::Flags | Self::Newest)
    }
}

/// Which deals a list holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Of this status, or of any.
    pub status: Option<Status>,
    /// In this stage, or in any.
    pub stage: Option<Stage>,
    /// Meeting these terms.
    pub terms: Vec<Term>,
    /// In this order.
    pub order: Order,
}

/// A place in a list: the order's key and the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The value that the list is ordered by.
    pub key: Value,
    /// The record's number, which breaks ties.
    pub no: i64,
}

/// The columns of a row behind the one that its list is ordered by.
const COLUMNS: &str =
    "no, title, (SELECT name FROM account WHERE account.id = opp.account), owner, stage, status, amount, currency,
     close_on, p_calc, p_rep, next_step, next_on, flags, flags_high, stage_since, category, qualified";

/// Which part of a list to read; a place is whatever the list is cut by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Window<P> {
    /// From the top.
    First,
    /// What follows a place.
    After(P),
    /// What comes before a place.
    Before(P),
    /// A place and what follows.
    From(P),
    /// Up to the end.
    Last,
}

/// A deal as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealRow {
    /// Where it stands in its list.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// Who buys.
    pub account: Option<String>,
    /// Who sells.
    pub owner: Option<String>,
    /// Its stage.
    pub stage: Stage,
    /// Its status.
    pub status: Status,
    /// What it brings, in minor units.
    pub amount: Option<i64>,
    /// Of this currency.
    pub currency: String,
    /// When it closes, ISO.
    pub close_on: Option<String>,
    /// The computed probability; nothing for an open deal that is not qualified yet.
    pub p_calc: Option<i64>,
    /// Whether one of the fifteen questions is answered.
    pub qualified: bool,
    /// The rep's own.
    pub p_rep: Option<i64>,
    /// What is done next.
    pub next_step: Option<String>,
    /// By when, ISO.
    pub next_on: Option<String>,
    /// The codes of its flags.
    pub flags: Vec<String>,
    /// How many of them are high.
    pub high: i64,
    /// Since when it is in its stage, ISO.
    pub stage_since: Option<String>,
    /// The code of the rep's own forecast category.
    pub category: Option<String>,
}

impl DealRow {
    /// Whether it counts as flagged: what is not qualified yet is work to do, whatever plain facts it has.
    pub fn is_flagged(&self) -> bool {
        self.qualified && !self.flags.is_empty()
    }

    /// Its flags, without the one that says that it is not qualified.
    pub fn facts(&self) -> impl Iterator<Item = Alarm> {
        let known = self.flags.iter().filter_map(|code| Alarm::from_code(code));
        known.filter(|alarm| *alarm != Alarm::Unqualified)
    }
}

impl Store {
    /// A window of a list of deals, `limit` rows at most, in the list's order.
    pub fn deals(
        &self,
        selection: &Selection,
        window: &Window<Place>,
        limit: i64,
    ) -> Result<Vec<DealRow>, Fault> {
        let by = selection.by();
        let sorted = Sorted { table: "opp", columns: COLUMNS, by: by.expression(), falls: by.falls() };
        sorted.rows(&self.conn, &selection.condition(), (window, limit), read)
    }

    /// A deal as a list shows it; nothing where it is not there or gone.
    pub(super) fn deal_row(&self, no: i64) -> Result<Option<DealRow>, Fault> {
        let sql = format!("SELECT no, {COLUMNS} FROM opp WHERE no = ?1 AND gone = 0");
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query([no])?;
        rows.next()?.map(read).transpose()
    }

    /// Open deals that are not qualified yet, the largest first.
    pub fn to_qualify(&self, limit: i64) -> Result<Vec<DealRow>, Fault> {
        let sql = format!(
            "SELECT {by}, {COLUMNS} FROM opp WHERE gone = 0 AND status = 'open' AND qualified = 0
             ORDER BY {by} DESC, no DESC LIMIT ?1",
            by = AMOUNT.as_str()
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query([limit])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Who owns open deals, each once, by name.
    pub fn owners(&self) -> Result<Vec<String>, Fault> {
        // From one name to the next, so that the index is not read row by row.
        let sql = "WITH RECURSIVE own (key) AS (
                SELECT min(ifnull(lower(owner), '')) FROM opp WHERE gone = 0 AND status = 'open'
                UNION ALL SELECT (SELECT min(ifnull(lower(owner), '')) FROM opp
                    WHERE gone = 0 AND status = 'open' AND ifnull(lower(owner), '') > key)
                FROM own WHERE key IS NOT NULL)
            SELECT (SELECT owner FROM opp WHERE gone = 0 AND status = 'open' AND ifnull(lower(owner), '') = key
                LIMIT 1) FROM own WHERE key > ''";
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_map([], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many deals a selection holds.
    pub fn count_deals(&self, selection: &Selection) -> Result<i64, Fault> {
        if selection.terms.is_empty() {
            let of = |sum: &super::tally::DealSum| {
                selection.status.is_none_or(|status| status == sum.status)
                    && selection.stage.is_none_or(|stage| stage == sum.stage)
            };
            return Ok(self.deal_sums()?.iter().filter(|sum| of(sum)).map(|sum| sum.sum.n).sum());
        }
        let condition = selection.condition();
        let sql = format!("SELECT count(*) FROM opp WHERE {}", condition.sql);
        Ok(self.conn.prepare_cached(&sql)?.query_row(condition.params().as_slice(), |row| row.get(0))?)
    }
}

impl Selection {
    /// The order that counts: closed deals carry no flags, so that their numbers alone order them.
    pub(super) fn by(&self) -> Order {
        let is_closed = self.status.is_some_and(|status| status != Status::Open);
        if is_closed && self.order == Order::Flags { Order::Newest } else { self.order }
    }

    /// The same as terms alone, for a reading that knows no deals.
    pub fn whole(&self) -> Vec<Term> {
        let is = |key: &str, code: &str| Term::of(key, Test::Is, Value::Text(code.to_owned()));
        let mut terms = self.terms.clone();
        terms.extend(self.status.map(|status| is("status", status.code())));
        terms.extend(self.stage.map(|stage| is("stage", stage.code())));
        terms
    }

    pub(super) fn condition(&self) -> Condition {
        let mut condition = Condition::of::<Opportunity>(&self.terms);
        if let Some(status) = self.status {
            // The newest are read backwards from the last row, not picked out of all of a status.
            let column = if self.by() == Order::Newest { "+status" } else { "status" };
            condition.and_plain(&format!("{column} = '{}'", status.code()));
        }
        if let Some(stage) = self.stage {
            condition.and_plain(&format!("stage = '{}'", stage.code()));
        }
        condition
    }
}

fn read(row: &Row) -> Result<DealRow, Fault> {
    let (stage, status): (String, String) = (row.get(5)?, row.get(6)?);
    let flags: Option<String> = row.get(14)?;
    Ok(DealRow {
        place: Place { key: row.get(0)?, no: row.get(1)? },
        title: row.get(2)?,
        account: row.get(3)?,
        owner: row.get(4)?,
        stage: Stage::from_code(&stage).ok_or(Fault::Damaged(stage))?,
        status: Status::from_code(&status).ok_or(Fault::Damaged(status))?,
        amount: row.get(7)?,
        currency: row.get(8)?,
        close_on: row.get(9)?,
        p_calc: row.get(10)?,
        p_rep: row.get(11)?,
        next_step: row.get(12)?,
        next_on: row.get(13)?,
        flags: flags.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
        high: row.get(15)?,
        stage_since: row.get(16)?,
        category: row.get(17)?,
        qualified: row.get(18)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp};

    fn stamp() -> Stamp {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        Stamp { at, author: "zp".to_owned(), origin: Origin::User }
    }

    #[test]
    fn amounts_are_ordered_by_their_figures_and_the_index_does_it() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let amounts = [
            ("CNY", Some(1_000_000)),
            ("JPY", Some(200_000)),
            ("KRW", Some(9_999)),
            ("KWD", Some(30_000_000)),
            ("USD", None),
        ];
        let written = store.transact(&stamp(), "x", |tx| {
            for (currency, amount) in amounts {
                let (title, currency) = (currency.to_owned(), currency.to_owned());
                tx.save(&mut Opportunity { title, amount, currency, ..Opportunity::default() })?;
            }
            Ok::<_, Fault>(())
        });
        written.expect("saved");
        let selection =
            Selection { status: Some(Status::Open), order: Order::Amount, ..Selection::default() };
        let titles = |window: &Window<Place>| -> Vec<String> {
            let rows = store.deals(&selection, window, 10).expect("read");
            rows.into_iter().map(|row| row.title).collect()
        };
        assert_eq!(titles(&Window::First), ["JPY", "KWD", "CNY", "KRW", "USD"]);
        let second = store.deals(&selection, &Window::First, 2).expect("read").pop().expect("there").place;
        assert_eq!(titles(&Window::After(second.clone())), ["CNY", "KRW", "USD"]);
        assert_eq!(titles(&Window::Before(second)), ["JPY"]);
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT no FROM opp WHERE gone = 0 AND status = 'open' ORDER BY {} DESC, no DESC",
            Order::Amount.expression()
        );
        let plan: String = store.conn.query_row(&sql, [], |row| row.get(3)).expect("a plan");
        assert!(plan.contains("opp_amount"), "{plan}");
    }

    #[test]
    fn each_owner_of_open_deals_is_named_once() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        assert_eq!(store.owners().expect("read"), Vec::<String>::new());
        let owners = [Some("Mei"), None, Some("mei"), Some("Ann"), Some("张平"), Some("")];
        let written = store.transact(&stamp(), "x", |tx| {
            for owner in owners {
                tx.save(&mut Opportunity { owner: owner.map(str::to_owned), ..Opportunity::default() })?;
            }
            let status = Status::Won;
            tx.save(&mut Opportunity { status, owner: Some("Gone".to_owned()), ..Opportunity::default() })
        });
        written.expect("saved");
        assert_eq!(store.owners().expect("read"), ["Ann", "Mei", "张平"]);
    }
}
