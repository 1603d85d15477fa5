//! What belongs to a record: told before it is removed, since it stays behind without it.

use super::{Fault, Store};
use crate::domain::id::Id;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::domain::value::Kind;

/// Kinds that are never told: the log of a deal's stages, a line of a table.
const UNTOLD: &[Noun] = &[Noun::Step, Noun::Fit];

impl Store {
    /// How many records of each noun name this one in a link, those that are gone not counted; none that are nought.
    pub fn belongings(&self, noun: Noun, id: Id) -> Result<Vec<(Noun, usize)>, Fault> {
        let mut found = Vec::new();
        for other in Noun::ALL.into_iter().filter(|other| !UNTOLD.contains(other)) {
            let conditions = for_noun!(other, R => R::FIELDS.iter().filter_map(|field| match field.kind {
                Kind::Link(to) if to == noun => Some(format!("\"{}\" = ?1", field.key)),
                Kind::Links(to) if to == noun => Some(format!("instr(\"{}\", ?1) > 0", field.key)),
                _ => None,
            }).collect::<Vec<_>>());
            if conditions.is_empty() {
                continue;
            }
            let sql = format!(
                "SELECT count(*) FROM {} WHERE gone = 0 AND id <> ?1 AND ({})",
                other.code(),
                conditions.join(" OR ")
            );
            let count: i64 = self.conn.prepare_cached(&sql)?.query_row([id.to_string()], |row| row.get(0))?;
            found.extend(usize::try_from(count).ok().filter(|count| *count > 0).map(|count| (other, count)));
        }
        Ok(found)
    }
}
