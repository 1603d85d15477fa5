//! Reports over closed deals: how many and how much, by what they have in common.

use super::query::{Condition, Term};
use super::{Fault, Store};
use crate::domain::choice::Choice;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::Status;
use crate::domain::value::Value;

/// What a report is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The quarter in which they closed, as `2026-Q3`.
    Quarter,
    /// The month, as `2026-07`.
    Month,
    /// The owner.
    Owner,
    /// The account's name.
    Account,
    /// The product.
    Product,
    /// The deal's region, else its owner's.
    Region,
    /// The owner's manager.
    Manager,
    /// Why they ended so.
    Reason,
    /// The rival.
    Rival,
}

impl Group {
    /// The words of the grammar for all groups.
    pub const CODES: [&str; 9] =
        ["quarter", "month", "owner", "account", "product", "region", "manager", "reason", "rival"];

    /// The group of a word of the grammar.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "quarter" => Self::Quarter,
            "month" => Self::Month,
            "owner" => Self::Owner,
            "account" => Self::Account,
            "product" => Self::Product,
            "region" => Self::Region,
            "manager" => Self::Manager,
            "reason" => Self::Reason,
            "rival" => Self::Rival,
            _ => return None,
        })
    }

    /// Whether its keys follow each other in time.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Quarter | Self::Month)
    }

    fn expression(self) -> &'static str {
        match self {
            Self::Quarter => {
                "substr(close_on, 1, 4) || '-Q' || ((CAST(substr(close_on, 6, 2) AS INTEGER) + 2) / 3)"
            }
            Self::Month => "substr(close_on, 1, 7)",
            Self::Owner => "owner",
            Self::Account => "(SELECT name FROM account WHERE account.id = opp.account)",
            Self::Product => "product",
            Self::Reason => "trim(close_reason)",
            Self::Rival => "trim(rival)",
            Self::Region => {
                "ifnull(region, (SELECT region FROM rep WHERE lower(rep.name) = lower(opp.owner)
                AND rep.gone = 0 ORDER BY rep.no LIMIT 1))"
            }
            Self::Manager => {
                "(SELECT manager FROM rep WHERE lower(rep.name) = lower(opp.owner)
                AND rep.gone = 0 ORDER BY rep.no LIMIT 1)"
            }
        }
    }
}

/// One row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What its deals have in common; nothing where it is not known.
    pub key: Option<String>,
    /// How many deals.
    pub count: i64,
    /// What they come to, that of most deals first.
    pub amounts: Vec<Part>,
}

/// The deals of a row in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// ISO 4217.
    pub currency: String,
    /// How many.
    pub count: i64,
    /// Their amounts in minor units.
    pub amount: i64,
}

impl Store {
    /// The deals that ended with a status and meet the terms, grouped; in time, or the group with most deals first.
    pub fn report(&self, status: Status, by: Group, terms: &[Term]) -> Result<Vec<Row>, Fault> {
        let mut condition = Condition::of::<Opportunity>(terms);
        let mark = condition.bind(Value::Text(status.code().to_owned()));
        let sql = format!(
            "SELECT {} AS key, currency, count(*), ifnull(sum(amount), 0) FROM opp
             WHERE status = {mark} AND {} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
            by.expression(),
            condition.sql
        );
        let mut query = self.conn.prepare(&sql)?;
        let mut found = query.query(condition.params().as_slice())?;
        let mut rows: Vec<Row> = Vec::new();
        while let Some(row) = found.next()? {
            let key: Option<String> = row.get(0)?;
            let part = Part { currency: row.get(1)?, count: row.get(2)?, amount: row.get(3)? };
            match rows.last_mut() {
                Some(last) if last.key == key => {
                    last.count += part.count;
                    last.amounts.push(part);
                }
                _ => rows.push(Row { key, count: part.count, amounts: vec![part] }),
            }
        }
        if !by.is_time() {
            rows.sort_by(|one, other| other.count.cmp(&one.count).then(one.key.cmp(&other.key)));
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rep::Rep;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp, Tx};

    fn book() -> Store {
        let mut store = Store::memory(Rules::default()).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        let work = |tx: &mut Tx| {
            let some = |text: &str| Some(text.to_owned());
            tx.save(&mut Rep {
                name: "Ann".into(),
                manager: some("Max"),
                region: some("East"),
                ..Rep::default()
            })?;
            for (owner, region, day, amount, currency, status) in [
                ("ann", None, "2026-01-31", 100, "CNY", Status::Won),
                ("Ann", Some("West"), "2026-04-01", 200, "CNY", Status::Won),
                ("Ann", None, "2026-03-31", 50, "USD", Status::Won),
                ("Bob", None, "2026-02-01", 7, "CNY", Status::Won),
                ("Ann", None, "2026-02-01", 9, "CNY", Status::Lost),
            ] {
                let mut deal =
                    Opportunity { title: "x".into(), status, amount: Some(amount), ..Opportunity::default() };
                (deal.owner, deal.region) = (some(owner), region.map(str::to_owned));
                (deal.currency, deal.close_on) = (currency.to_owned(), day.parse().ok());
                deal.close_reason = some(if status == Status::Won { " Price " } else { "Late" });
                deal.rival = region.map(str::to_owned);
                tx.save(&mut deal)?;
            }
            Ok::<_, Fault>(())
        };
        store.transact(&stamp, "x", work).unwrap();
        store
    }

    #[test]
    fn deals_that_ended_are_grouped_by_time_through_their_owner_and_by_reason_and_rival() {
        let store = book();
        let of = |by| store.report(Status::Won, by, &[]).unwrap();
        let row = |key: &str, count, amounts| Row {
            key: (!key.is_empty()).then(|| key.to_owned()),
            count,
            amounts,
        };
        let cny = |count, amount| Part { currency: "CNY".to_owned(), count, amount };
        let usd = |amount| Part { currency: "USD".to_owned(), count: 1, amount };
        let quarters = [row("2026-Q1", 3, vec![cny(2, 107), usd(50)]), row("2026-Q2", 1, vec![cny(1, 200)])];
        assert_eq!(of(Group::Quarter), quarters);
        let regions = [
            row("East", 2, vec![cny(1, 100), usd(50)]),
            row("", 1, vec![cny(1, 7)]),
            row("West", 1, vec![cny(1, 200)]),
        ];
        assert_eq!(of(Group::Region), regions);
        let managers = [row("Max", 3, vec![cny(2, 300), usd(50)]), row("", 1, vec![cny(1, 7)])];
        assert_eq!(of(Group::Manager), managers);
        assert_eq!(of(Group::Reason), [row("Price", 4, vec![cny(3, 307), usd(50)])]);
        let rivals = [row("", 3, vec![cny(2, 107), usd(50)]), row("West", 1, vec![cny(1, 200)])];
        assert_eq!(of(Group::Rival), rivals);
        let lost = store.report(Status::Lost, Group::Reason, &[]).unwrap();
        assert_eq!(lost, [row("Late", 1, vec![cny(1, 9)])]);
    }
}
