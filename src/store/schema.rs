//! The schema: its migrations, what every connection needs, and its indexes.

use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::Fault;
use crate::domain::id::Id;

/// The migrations in order; the schema's version is how many have run.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_core.sql"),
    include_str!("../../migrations/0002_decision.sql"),
    include_str!("../../migrations/0003_week.sql"),
    include_str!("../../migrations/0004_clock.sql"),
    include_str!("../../migrations/0005_called.sql"),
    include_str!("../../migrations/0006_timeline.sql"),
    include_str!("../../migrations/0007_qualified.sql"),
];

/// How long a lock of somebody else is waited for.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// `SQLite` 3.51.3 and later have the fix for the loss of commits under WAL.
const OLDEST_ENGINE: i32 = 3_051_003;

/// Sets what every connection needs.
pub fn configure(conn: &Connection) -> Result<(), Fault> {
    if rusqlite::version_number() < OLDEST_ENGINE {
        return Err(Fault::OldEngine(rusqlite::version().to_owned()));
    }
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cache_size", -4000)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // A statement is planned once, not again for each value that it is given.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Drops the indexes of a table that keep nothing unique; the statements that make them again, in their order. Those of
/// what few records have stay: they cost less to keep up than to make.
pub fn shelve(conn: &Connection, table: &str) -> Result<Vec<String>, Fault> {
    let mut query = conn.prepare(
        "SELECT name, sql FROM sqlite_schema
         WHERE type = 'index' AND tbl_name = ?1 AND sql LIKE 'CREATE INDEX %' AND sql NOT LIKE '%IS NOT NULL'
         ORDER BY rootpage",
    )?;
    let found = query.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found: Vec<(String, String)> = found.collect::<Result<_, _>>()?;
    drop(query);
    for (name, _) in &found {
        conn.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

/// The small number of this machine's device in this book.
pub fn device(conn: &Connection) -> Result<i64, Fault> {
    let known = conn.query_row("SELECT device FROM device WHERE device = 1", [], |row| row.get(0));
    if let Some(device) = super::row::optional(known)? {
        return Ok(device);
    }
    let id = Id::born_at(0).to_string();
    conn.execute("INSERT OR IGNORE INTO device (device, id) VALUES (1, ?1)", [id])?;
    Ok(1)
}

#[cfg(test)]
mod tests {
    use crate::domain::opportunity::Opportunity;
    use crate::domain::rules::Rules;
    use crate::store::{Fault, Origin, Stamp, Store};

    fn schema(store: &Store) -> Vec<String> {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        let mut query = store.conn.prepare(sql).expect("a query");
        query.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("texts")
    }

    #[test]
    fn a_long_import_leaves_every_index_whether_it_ends_well_or_not() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let before = schema(&store);
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::Import };
        for ends_well in [false, true] {
            let done = store.transact(&stamp, "import", |tx| {
                tx.expect_deals(5000)?;
                assert!(schema(tx).len() < before.len());
                let (title, currency) = ("冷链".to_owned(), "CNY".to_owned());
                tx.save(&mut Opportunity { title, currency, ..Opportunity::default() })?;
                if ends_well { Ok(()) } else { Err(Fault::Full) }
            });
            assert_eq!(done.is_ok(), ends_well);
            assert_eq!(schema(&store), before);
        }
        assert!(store.doctor(true, stamp.today()).expect("checked").is_sound());
    }
}
