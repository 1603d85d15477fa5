//! The forecast: what open deals may bring, computed and by the reps' own odds beside each other (N6).

use chrono::NaiveDate;

use super::query::{Condition, Term};
use super::{Fault, Store};
use crate::domain::opportunity::Opportunity;
use crate::domain::value::Value;

/// What a forecast is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Nothing: one line for each currency.
    All,
    /// The month in which they are to close, as `2026-11`.
    Month,
    /// The same, but for what was to close before this day: that is one group, ahead of all months.
    Ahead(NaiveDate),
    /// The rep's own category.
    Category,
}

/// What the deals of a line have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// Their close date has passed.
    Overdue,
    /// A month, or a category by its code.
    Named(String),
    /// They have no close date, or no category.
    Unset,
    /// Nothing but the currency.
    Total,
}

/// One line of a forecast: a group in one currency, amounts in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The group.
    pub group: Group,
    /// The currency.
    pub currency: String,
    /// How many deals.
    pub count: i64,
    /// Their amounts.
    pub amount: i64,
    /// Each amount times its weight: the computed probability, or what stands for it.
    pub computed: i64,
    /// Each amount times the rep's own; nothing where no rep gave any.
    pub own: Option<i64>,
    /// How many of the deals have an own one.
    pub rated: i64,
    /// How many of the deals are not qualified yet.
    pub blank: i64,
    /// The amounts of those.
    pub blank_amount: i64,
}

/// Open deals with a category, as the index `opp_category` has them, among those that meet a condition.
const RATED: &str = "SELECT count(*) FROM opp INDEXED BY opp_category
     WHERE status = 'open' AND category IS NOT NULL AND";

/// The key of what is overdue: it sorts before every month.
const OVERDUE: &str = "";

impl Store {
    /// How many of the open deals that meet the terms have a category.
    pub fn count_categorised(&self, terms: &[Term]) -> Result<i64, Fault> {
        let condition = Condition::of::<Opportunity>(terms);
        let mut query = self.conn.prepare_cached(&format!("{RATED} {}", condition.sql))?;
        Ok(query.query_row(condition.params().as_slice(), |row| row.get(0))?)
    }

    /// The forecast of the open deals that meet the terms, by group, the largest currency first.
    pub fn forecast(&self, by: By, terms: &[Term]) -> Result<Vec<Forecast>, Fault> {
        let mut condition = Condition::of::<Opportunity>(terms);
        let month = "substr(close_on, 1, 7)";
        let key = match by {
            By::All => "NULL".to_owned(),
            By::Month => month.to_owned(),
            By::Ahead(today) => {
                let today = condition.bind(Value::Text(today.to_string()));
                format!("CASE WHEN close_on < {today} THEN '{OVERDUE}' ELSE {month} END")
            }
            By::Category => "category".to_owned(),
        };
        let sql = format!(
            "SELECT {key}, currency, count(*), ifnull(sum(amount), 0), ifnull(sum(amount * weight / 100), 0),
             sum(amount * p_rep / 100), count(p_rep), count(*) FILTER (WHERE NOT qualified),
             ifnull(sum(amount) FILTER (WHERE NOT qualified), 0)
             FROM opp WHERE {} AND status = 'open' GROUP BY 1, 2 ORDER BY {key} IS NULL, 1, 3 DESC, 2",
            condition.sql
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let rows = query.query_map(condition.params().as_slice(), |row| {
            Ok(Forecast {
                group: group(by, row.get(0)?),
                currency: row.get(1)?,
                count: row.get(2)?,
                amount: row.get(3)?,
                computed: row.get(4)?,
                own: row.get(5)?,
                rated: row.get(6)?,
                blank: row.get(7)?,
                blank_amount: row.get(8)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn group(by: By, key: Option<String>) -> Group {
    match (by, key) {
        (By::All, _) => Group::Total,
        (By::Ahead(_), Some(key)) if key == OVERDUE => Group::Overdue,
        (By::Month | By::Ahead(_) | By::Category, Some(key)) => Group::Named(key),
        (By::Month | By::Ahead(_) | By::Category, None) => Group::Unset,
    }
}

/// How many deals of some lines are not qualified yet, with their amounts by currency.
pub fn unqualified(lines: &[Forecast]) -> (i64, Vec<(String, i64)>) {
    let blank = lines.iter().filter(|line| line.blank > 0);
    let sums = blank.map(|line| (line.currency.clone(), line.blank_amount)).collect();
    (lines.iter().map(|line| line.blank).sum(), sums)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::opportunity::Category;
    use crate::domain::rules::Rules;
    use crate::domain::stage::Status;
    use crate::store::{Origin, Stamp, Tx};

    /// Group, currency, count, amount, computed, own, own ones.
    type Told = (Group, String, i64, i64, i64, Option<i64>, i64);

    #[test]
    fn what_open_deals_may_bring_is_summed_by_month_category_and_currency() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
        let work = |tx: &mut Tx| {
            for (close, currency, amount, p_rep, category, status) in [
                ("2026-12-10", "CNY", 1_001, Some(50), Some(Category::Commit), Status::Open),
                ("2026-12-31", "CNY", 2_000, None, Some(Category::Commit), Status::Open),
                ("2026-12-31", "USD", 333, Some(10), None, Status::Open),
                ("2027-01-01", "CNY", 500, None, Some(Category::Pipeline), Status::Open),
                ("", "CNY", 70, None, None, Status::Open),
                ("2026-12-01", "CNY", 9_000, Some(90), Some(Category::Commit), Status::Lost),
            ] {
                let (amount, currency, close_on) = (Some(amount), currency.to_owned(), close.parse().ok());
                let mut deal = Opportunity { status, amount, currency, close_on, ..Opportunity::default() };
                (deal.p_rep, deal.category) = (p_rep, category);
                tx.save(&mut deal)?;
            }
            Ok::<_, Fault>(())
        };
        store.transact(&stamp, "x", work).unwrap();
        // Each amount is weighted and cut off by itself, so the exact sum is that of the deals.
        let mut query = store.conn.prepare("SELECT amount, weight FROM opp ORDER BY no").unwrap();
        let deals = query.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))).unwrap();
        let weighted: Vec<i64> = deals.map(Result::unwrap).map(|(amount, p)| amount * p / 100).collect();
        let told = |by| -> Vec<Told> {
            let line = |one: Forecast| {
                (one.group, one.currency, one.count, one.amount, one.computed, one.own, one.rated)
            };
            store.forecast(by, &[]).unwrap().into_iter().map(line).collect()
        };
        let cny = || "CNY".to_owned();
        let usd = || "USD".to_owned();
        let key = |text: &str| Group::Named(text.to_owned());
        assert_eq!(
            told(By::Month),
            [
                (key("2026-12"), cny(), 2, 3_001, weighted[0] + weighted[1], Some(500), 1),
                (key("2026-12"), usd(), 1, 333, weighted[2], Some(33), 1),
                (key("2027-01"), cny(), 1, 500, weighted[3], None, 0),
                (Group::Unset, cny(), 1, 70, weighted[4], None, 0),
            ]
        );
        let day = "2026-12-31".parse().unwrap();
        assert_eq!(
            told(By::Ahead(day)),
            [
                (Group::Overdue, cny(), 1, 1_001, weighted[0], Some(500), 1),
                (key("2026-12"), cny(), 1, 2_000, weighted[1], None, 0),
                (key("2026-12"), usd(), 1, 333, weighted[2], Some(33), 1),
                (key("2027-01"), cny(), 1, 500, weighted[3], None, 0),
                (Group::Unset, cny(), 1, 70, weighted[4], None, 0),
            ]
        );
        assert_eq!(
            told(By::Category),
            [
                (key("commit"), cny(), 2, 3_001, weighted[0] + weighted[1], Some(500), 1),
                (key("pipeline"), cny(), 1, 500, weighted[3], None, 0),
                (Group::Unset, cny(), 1, 70, weighted[4], None, 0),
                (Group::Unset, usd(), 1, 333, weighted[2], Some(33), 1),
            ]
        );
        assert_eq!(store.count_categorised(&[]).unwrap(), 3);
        let plan: String = store
            .conn
            .query_row(&format!("EXPLAIN QUERY PLAN {RATED} gone = 0"), [], |row| row.get(3))
            .unwrap();
        assert!(plan.contains("INDEX opp_category"), "{plan}");
        let all = weighted[0] + weighted[1] + weighted[3] + weighted[4];
        assert_eq!(
            told(By::All),
            [
                (Group::Total, cny(), 4, 3_571, all, Some(500), 1),
                (Group::Total, usd(), 1, 333, weighted[2], Some(33), 1)
            ]
        );
    }
}
