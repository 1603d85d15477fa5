//! The records of a kind that belong to another record.

use super::{Fault, Store, row};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Cell;

impl Store {
    /// How many records of a kind link to a record by a field.
    ///
    /// # Errors
    /// [`Fault`] where the book can't be read.
    pub fn count_related<R: Record>(&self, key: &str, id: Id) -> Result<usize, Fault> {
        let sql = format!("SELECT count(*) FROM {} WHERE \"{key}\" = ?1 AND gone = 0", R::NOUN.code());
        let count: i64 = self.conn.prepare_cached(&sql)?.query_row([id.to_value()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The records of a kind that link to a record by a field, `limit` at most: what is open first, the next one on
    /// top, then what is over, the latest on top; the newest on top in a kind that is never due.
    ///
    /// # Errors
    /// [`Fault`] where the book can't be read.
    pub fn related<R: Record>(&self, key: &str, id: Id, limit: i64) -> Result<Vec<R>, Fault> {
        let order = R::TRAITS.due.map_or_else(String::new, |due| {
            let codes: Vec<String> = due.open.iter().map(|code| format!("'{code}'")).collect();
            let is_open = format!("\"{}\" IN ({})", due.state, codes.join(", "));
            let day = due.day;
            format!("{is_open} DESC, CASE WHEN {is_open} THEN \"{day}\" END NULLS LAST, \"{day}\" DESC, ")
        });
        let rest = format!("WHERE \"{key}\" = ?1 AND gone = 0 ORDER BY {order}no DESC LIMIT ?2");
        row::all(&self.conn, &rest, &[&id.to_value(), &limit])
    }
}
