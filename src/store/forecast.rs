//! The forecast: what open deals may bring, computed and by the reps' own odds beside each other (N6).

use super::{Fault, Store};

/// What a forecast is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The month in which they are to close, as `2026-11`.
    Month,
    /// The rep's own category.
    Category,
}

/// One line of a forecast: a group in one currency, amounts in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The group; nothing where the deals have none.
    pub key: Option<String>,
    /// The currency.
    pub currency: String,
    /// How many deals.
    pub count: i64,
    /// Their amounts.
    pub amount: i64,
    /// Each amount times its computed probability.
    pub computed: i64,
    /// Each amount times the rep's own; nothing where no rep gave any.
    pub own: Option<i64>,
}

impl Store {
    /// The forecast of all open deals, by group, the largest currency first.
    pub fn forecast(&self, by: By) -> Result<Vec<Forecast>, Fault> {
        let key = match by {
            By::Month => "substr(close_on, 1, 7)",
            By::Category => "category",
        };
        let sql = format!(
            "SELECT {key}, currency, count(*), ifnull(sum(amount), 0), ifnull(sum(amount * p_calc / 100), 0),
             sum(amount * p_rep / 100) FROM opp WHERE gone = 0 AND status = 'open'
             GROUP BY 1, 2 ORDER BY {key} IS NULL, 1, 3 DESC, 2"
        );
        let mut query = self.conn.prepare_cached(&sql)?;
        let rows = query.query_map([], |row| {
            Ok(Forecast {
                key: row.get(0)?,
                currency: row.get(1)?,
                count: row.get(2)?,
                amount: row.get(3)?,
                computed: row.get(4)?,
                own: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
