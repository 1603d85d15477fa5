//! Copies of the book that count only once they are checked; nothing is replaced that is not kept first.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{Fault, Store, doctor, file};

impl Store {
    /// Writes a checked copy of the book to `target`, which must not exist.
    pub fn backup(&self, target: &Path) -> Result<(), Fault> {
        copy(&self.conn, target)
    }
}

/// Keeps a copy beside a book that is about to be upgraded.
pub(super) fn before_upgrade(conn: &Connection, path: &Path, version: i64) -> Result<(), Fault> {
    let target = file::beside(path, &format!("before-upgrade-from-{version}"));
    match copy(conn, &target) {
        Err(Fault::Exists(_)) => Ok(()),
        other => other,
    }
}

/// Puts a checked copy of `source` in place of the book at `path`; the book that was there is kept, and where.
pub fn restore(source: &Path, path: &Path) -> Result<Option<PathBuf>, Fault> {
    let from = Connection::open_with_flags(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let version: i64 = from.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version > i64::try_from(super::schema::MIGRATIONS.len()).unwrap_or(0) {
        return Err(Fault::Newer(version));
    }
    if version == 0 {
        return Err(Fault::NotABook(source.to_owned()));
    }
    let fresh = file::beside(path, "restoring");
    let _ = fs::remove_file(&fresh);
    copy(&from, &fresh)?;
    let kept = if path.exists() { Some(set_aside(path)?) } else { None };
    fs::rename(&fresh, path).map_err(Fault::at(path))?;
    Ok(kept)
}

/// Copies through `SQLite`, so that a book in use is copied whole, and checks the copy before it gets its name.
fn copy(conn: &Connection, target: &Path) -> Result<(), Fault> {
    if target.exists() {
        return Err(Fault::Exists(target.to_owned()));
    }
    let part = file::beside(target, "part");
    let _ = fs::remove_file(&part);
    drop(file::create(&part)?);
    let written = write_and_check(conn, &part);
    if let Err(fault) = written {
        let _ = fs::remove_file(&part);
        return Err(fault);
    }
    fs::rename(&part, target).map_err(Fault::at(target))
}

fn write_and_check(conn: &Connection, part: &Path) -> Result<(), Fault> {
    let mut out = Connection::open(part)?;
    rusqlite::backup::Backup::new(conn, &mut out)?.run_to_completion(
        1000,
        std::time::Duration::ZERO,
        None,
    )?;
    out.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    let findings = doctor::check(&out)?;
    if findings.is_sound() { Ok(()) } else { Err(Fault::Damaged(format!("{findings:?}"))) }
}

/// Moves the book and its WAL out of the way, under a name that is free.
fn set_aside(path: &Path) -> Result<PathBuf, Fault> {
    // A last checkpoint, so that the one file holds everything; it fails while anybody else has the book open.
    let mode: Result<String, Fault> = Connection::open(path)
        .and_then(|conn| conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0)))
        .map_err(Fault::from);
    match mode {
        Ok(mode) if mode == "wal" => return Err(Fault::Locked),
        Err(Fault::Locked) => return Err(Fault::Locked),
        // A damaged book is set aside as it is.
        _ => {}
    }
    let free =
        (1..1000).map(|n| file::beside(path, &format!("before-restore-{n}"))).find(|name| !name.exists());
    let kept = free.unwrap_or_else(|| file::beside(path, "before-restore"));
    fs::rename(path, &kept).map_err(Fault::at(&kept))?;
    for end in ["-wal", "-shm"] {
        let side = PathBuf::from(format!("{}{end}", path.display()));
        if side.exists() {
            let _ = fs::rename(&side, format!("{}{end}", kept.display()));
        }
    }
    Ok(kept)
}
