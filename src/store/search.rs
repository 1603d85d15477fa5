//! The indexes that find looks through: one for each noun that has a name, so that many deals slow down nothing else.

use rusqlite::{Connection, params};

use super::row::{Made, made, once};
use super::{Fault, Store};
use crate::domain::noun::Noun;

/// The nouns that are found by a name.
pub const NAMED: [Noun; 7] =
    [Noun::Account, Noun::Person, Noun::Opp, Noun::Rep, Noun::Competitor, Noun::Visit, Noun::Todo];

/// Puts a record's search keys in place of those the index has.
pub fn put(conn: &Connection, noun: Noun, no: i64, keys: &str, is_new: bool) -> Result<(), Fault> {
    static MADE: Made = made();
    if !is_new {
        remove(conn, noun, no)?;
    }
    let sql =
        once(&MADE, noun, || format!("INSERT INTO search_{} (rowid, keys) VALUES (?1, ?2)", noun.code()));
    conn.prepare_cached(sql)?.execute(params![no, keys])?;
    Ok(())
}

/// Takes a record out of the index.
pub fn remove(conn: &Connection, noun: Noun, no: i64) -> Result<(), Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || format!("DELETE FROM search_{} WHERE rowid = ?1", noun.code()));
    conn.prepare_cached(sql)?.execute([no])?;
    Ok(())
}

/// The numbers of a noun's records that the index has for an expression, the newest first.
pub fn candidates(store: &Store, noun: Noun, matching: &str, limit: i64) -> Result<Vec<i64>, Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || {
        let code = noun.code();
        format!("SELECT rowid FROM search_{code} WHERE search_{code} MATCH ?1 ORDER BY rowid DESC LIMIT ?2")
    });
    let mut query = store.conn.prepare_cached(sql)?;
    let found = query.query_map(params![matching, limit], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
