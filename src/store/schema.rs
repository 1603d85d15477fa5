//! Opening, upgrading and guarding the schema.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

use super::{Fault, backup};
use crate::domain::id::Id;

/// The migrations in order; the schema's version is how many have run.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_core.sql"),
    include_str!("../../migrations/0002_decision.sql"),
    include_str!("../../migrations/0003_week.sql"),
];

/// Marks a file as ours, in the database header.
const APPLICATION: i64 = 0x5144_4543;

/// `SQLite` 3.51.3 and later have the fix for the loss of commits under WAL.
const OLDEST_ENGINE: i32 = 3_051_003;

/// Sets what every connection needs.
pub fn configure(conn: &Connection) -> Result<(), Fault> {
    if rusqlite::version_number() < OLDEST_ENGINE {
        return Err(Fault::OldEngine(rusqlite::version().to_owned()));
    }
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
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

/// Brings the schema up to this program's, each step in a transaction of its own.
pub fn upgrade(conn: &mut Connection, path: Option<&Path>) -> Result<(), Fault> {
    let (mut version, application) = header(conn)?;
    let newest = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if version > newest && application == APPLICATION {
        return Err(Fault::Newer(version));
    }
    if application != APPLICATION && !is_blank(conn)? {
        return Err(Fault::NotABook(path.unwrap_or(Path::new("")).to_owned()));
    }
    if version > 0
        && version < newest
        && let Some(path) = path
    {
        backup::before_upgrade(conn, path, version)?;
    }
    while let Some(migration) = usize::try_from(version).ok().and_then(|done| MIGRATIONS.get(done)) {
        let step = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have taken this step while we waited for the lock.
        if header(&step)?.0 == version {
            step.execute_batch(&bare(migration))?;
            step.pragma_update(None, "application_id", APPLICATION)?;
            step.pragma_update(None, "user_version", version + 1)?;
        }
        step.commit()?;
        version += 1;
    }
    Ok(())
}

/// A migration without remarks and indents, which every book would keep in its schema.
fn bare(migration: &str) -> String {
    let lines = migration.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("--"));
    lines.collect::<Vec<_>>().join("\n")
}

fn header(conn: &Connection) -> Result<(i64, i64), Fault> {
    let version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok((version, application))
}

fn is_blank(conn: &Connection) -> Result<bool, Fault> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0)
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
