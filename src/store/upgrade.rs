//! An older book becomes one of this program's: looked at by its own rules, kept, changed, looked at by the new rules.
//! All of that happens under one lock and in one transaction: whoever meets the book meets the old one or the new one.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::schema::{MIGRATIONS, PATIENCE};
use super::{Fault, backup, doctor, refresh};

/// Marks a file as ours, in the database header.
const APPLICATION: i64 = 0x5144_4543;

/// How long the upgrade of another process is waited for: a large book is read twice and copied once.
const UPGRADING: Duration = Duration::from_secs(120);

/// Makes the schema this program's; a copy of an older book is kept beside `path`, where one is given.
pub fn upgrade(conn: &mut Connection, path: Option<&Path>) -> Result<(), Fault> {
    let found = header(conn)?;
    if found.application != APPLICATION && !is_blank(conn)? {
        return Err(Fault::NotABook(path.unwrap_or(Path::new("")).to_owned()));
    }
    if found.age()? == Age::Current {
        return Ok(());
    }
    conn.busy_timeout(UPGRADING)?;
    let done = rise(conn, path);
    conn.busy_timeout(PATIENCE)?;
    done
}

/// The version of a book's schema; refuses what is no book or a newer one.
pub fn version(conn: &Connection, path: &Path) -> Result<i64, Fault> {
    let found = header(conn)?;
    if found.application != APPLICATION || found.version == 0 {
        return Err(Fault::NotABook(path.to_owned()));
    }
    found.age().map(|_| found.version)
}

/// Whether a book of this version has every table and column that this program reads.
pub fn is_newest(conn: &Connection) -> Result<bool, Fault> {
    Ok(header(conn)?.age()? == Age::Current)
}

struct Header {
    version: i64,
    application: i64,
}

#[derive(PartialEq, Eq)]
enum Age {
    Older,
    Current,
}

impl Header {
    fn age(&self) -> Result<Age, Fault> {
        match self.version.cmp(&i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)) {
            std::cmp::Ordering::Less => Ok(Age::Older),
            std::cmp::Ordering::Equal => Ok(Age::Current),
            std::cmp::Ordering::Greater => Err(Fault::Newer(self.version)),
        }
    }
}

fn header(conn: &Connection) -> Result<Header, Fault> {
    let version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(Header { version, application })
}

fn is_blank(conn: &Connection) -> Result<bool, Fault> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0)
}

fn rise(conn: &mut Connection, path: Option<&Path>) -> Result<(), Fault> {
    let work = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = header(&work)?;
    // Another process may have done it while we waited for the lock.
    if found.age()? == Age::Current {
        return Ok(());
    }
    let kept = match path.filter(|_| found.version > 0) {
        Some(path) => Some(backup::before_upgrade(path, found.version)?),
        None => None,
    };
    let done = migrate(&work, found.version).and_then(|()| Ok(work.commit()?));
    if let (Err(_), Some(kept)) = (&done, kept) {
        // The book is as it was, so that each further try would leave one more copy of it.
        let _ = fs::remove_file(kept);
    }
    done
}

fn migrate(work: &Connection, from: i64) -> Result<(), Fault> {
    let done = usize::try_from(from).unwrap_or_default();
    for migration in MIGRATIONS.iter().skip(done) {
        work.execute_batch(&bare(migration))?;
    }
    work.pragma_update(None, "application_id", APPLICATION)?;
    work.pragma_update(None, "user_version", i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX))?;
    if from == 0 {
        return Ok(());
    }
    // What older rules made of the records is worked out again.
    work.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, '1')", [refresh::REJUDGE])?;
    work.execute("DELETE FROM meta WHERE key = 'rhythms'", [])?;
    let findings = doctor::check(work)?;
    if findings.is_sound() { Ok(()) } else { Err(Fault::Damaged(format!("{findings:?}"))) }
}

/// A migration without remarks and indents, which every book would keep in its schema.
fn bare(migration: &str) -> String {
    let lines = migration.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("--"));
    lines.collect::<Vec<_>>().join("\n")
}
