//! The index that find looks through: one row for each account, person, deal and colleague.

use rusqlite::{Connection, params};

use super::Fault;
use crate::domain::noun::Noun;

/// Room for 2^40 records of each noun.
const SPAN: i64 = 1 << 40;

/// The index row of a record.
pub fn rowid(noun: Noun, no: i64) -> i64 {
    noun.index() * SPAN + no
}

/// Puts a record's search keys in place of those the index has.
pub fn put(conn: &Connection, noun: Noun, no: i64, keys: &str, is_new: bool) -> Result<(), Fault> {
    if !is_new {
        remove(conn, noun, no)?;
    }
    let mut write = conn.prepare_cached("INSERT INTO search (rowid, keys) VALUES (?1, ?2)")?;
    write.execute(params![rowid(noun, no), keys])?;
    Ok(())
}

/// Takes a record out of the index.
pub fn remove(conn: &Connection, noun: Noun, no: i64) -> Result<(), Fault> {
    conn.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([rowid(noun, no)])?;
    Ok(())
}
