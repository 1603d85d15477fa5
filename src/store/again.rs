//! The records of a series: to-dos and visits that come again.

use chrono::NaiveDate;

use super::{Fault, Store, row};
use crate::domain::noun::Noun;
use crate::domain::recur::Again;

impl Store {
    /// What a series has on a day, also where it was removed.
    pub fn occurrence<R: Again>(&self, series: &str, day: NaiveDate) -> Result<Option<R>, Fault> {
        let rest = "WHERE series = ?1 AND occurrence = ?2";
        Ok(row::all(&self.conn, rest, &[&series, &day.to_string()])?.pop())
    }

    /// Whether something of a series is still to be on a later day.
    pub fn is_ahead<R: Again>(&self, series: &str, day: NaiveDate) -> Result<bool, Fault> {
        let is_open =
            if R::NOUN == Noun::Visit { "status IN ('planned', 'ready')" } else { "state = 'open'" };
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {} WHERE series = ?1 AND occurrence > ?2 AND {is_open} AND gone = 0)",
            R::NOUN.code()
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([series, &day.to_string()], |row| row.get(0))?)
    }

    /// The day on which a series began.
    pub fn series_start<R: Again>(&self, series: &str) -> Result<Option<NaiveDate>, Fault> {
        let sql = format!("SELECT min(occurrence) FROM {} WHERE series = ?1", R::NOUN.code());
        let day: Option<String> = self.conn.prepare_cached(&sql)?.query_row([series], |row| row.get(0))?;
        Ok(day.and_then(|day| day.parse().ok()))
    }
}
