//! Opening, upgrading and guarding the schema.

use std::path::Path;

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
            step.execute_batch(migration)?;
            step.pragma_update(None, "application_id", APPLICATION)?;
            step.pragma_update(None, "user_version", version + 1)?;
        }
        step.commit()?;
        version += 1;
    }
    Ok(())
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
