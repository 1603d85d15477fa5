//! Copies of the book that count only once they are checked; nothing is replaced that is not kept first.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{Fault, Store, doctor, file, upgrade};

impl Store {
    /// Writes a checked copy of the book to `target`, which must not exist.
    pub fn backup(&self, target: &Path) -> Result<(), Fault> {
        copy(&self.conn, target)
    }
}

/// Keeps a copy beside a book that is about to be upgraded, and says where. The connection that upgrades holds the
/// book's lock and may not be read from, so that another one reads.
pub(super) fn before_upgrade(path: &Path, version: i64) -> Result<PathBuf, Fault> {
    let kept = free(path, &format!("before-upgrade-from-{version}"));
    copy(&Connection::open(path)?, &kept)?;
    Ok(kept)
}

/// Puts a checked copy of `source`, upgraded where it is an older one, in place of the book at `path`; the book that
/// was there is kept, and where.
pub fn restore(source: &Path, path: &Path) -> Result<Option<PathBuf>, Fault> {
    let from = Connection::open_with_flags(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    upgrade::version(&from, source)?;
    file::make_room(path)?;
    let fresh = file::beside(path, &format!("restoring-{}", std::process::id()));
    let _ = fs::remove_file(&fresh);
    let put = copy(&from, &fresh).and_then(|()| renew(&fresh)).and_then(|()| put(&fresh, path));
    if put.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    put
}

/// Copies through `SQLite`, so that a book in use is copied whole, and checks the copy before it gets its name.
fn copy(conn: &Connection, target: &Path) -> Result<(), Fault> {
    if target.exists() {
        return Err(Fault::Exists(target.to_owned()));
    }
    // Several processes may copy at once: each has a part of its own.
    let part = file::beside(target, &format!("part-{}", std::process::id()));
    let _ = fs::remove_file(&part);
    drop(file::create(&part)?);
    let named = write_and_check(conn, &part).and_then(|()| file::name(&part, target));
    let _ = fs::remove_file(&part);
    if named? { file::settle(target) } else { Err(Fault::Exists(target.to_owned())) }
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

/// Makes an older copy this program's before it takes a book's place, so that a refusal leaves that book alone.
fn renew(fresh: &Path) -> Result<(), Fault> {
    upgrade::upgrade(&mut Connection::open(fresh)?, None)
}

/// Gives the book's name to `fresh`. At every instant a whole book has that name: the old one gets a second name
/// first, and loses the first one by the very step that gives it away.
fn put(fresh: &Path, path: &Path) -> Result<Option<PathBuf>, Fault> {
    if !path.exists() {
        fs::rename(fresh, path).map_err(Fault::at(path))?;
        file::settle(path)?;
        return Ok(None);
    }
    fold(path)?;
    let kept = free(path, "before-restore-1");
    file::keep(path, &kept)?;
    // What is left of a damaged book's log belongs to that book, and would be played into the new one.
    let sides = ["-wal", "-shm"].map(|end| (file::side(path, end), file::side(&kept, end)));
    for (side, aside) in &sides {
        if side.exists() {
            fs::rename(side, aside).map_err(Fault::at(side))?;
        }
    }
    if let Err(error) = fs::rename(fresh, path) {
        for (side, aside) in &sides {
            let _ = fs::rename(aside, side);
        }
        let _ = fs::remove_file(&kept);
        return Err(Fault::at(path)(error));
    }
    file::settle(path)?;
    Ok(Some(kept))
}

/// A last checkpoint, so that the one file holds everything; it fails while anybody else has the book open.
fn fold(path: &Path) -> Result<(), Fault> {
    let mode: Result<String, Fault> = Connection::open(path)
        .and_then(|conn| conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0)))
        .map_err(Fault::from);
    match mode {
        Ok(mode) if mode == "wal" => Err(Fault::Locked),
        Err(Fault::Locked) => Err(Fault::Locked),
        // A damaged book is set aside as it is.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// A name beside the book that no file has: `what`, or with the next number at its end.
fn free(path: &Path, what: &str) -> PathBuf {
    let (stem, first) =
        what.strip_suffix("-1").map_or((what, what.to_owned()), |stem| (stem, what.to_owned()));
    let names = (2..1000).map(|n| format!("{stem}-{n}"));
    let found = std::iter::once(first).chain(names).map(|name| file::beside(path, &name));
    found.into_iter().find(|name| !name.exists()).unwrap_or_else(|| file::beside(path, stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;

    #[test]
    fn a_book_keeps_its_name_until_another_one_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        let (book, fresh) = (folder.path().join("book.db"), folder.path().join("fresh.db"));
        drop(Store::open(&book, Rules::default()).unwrap());
        fold(&book).unwrap();
        let before = fs::read(&book).unwrap();
        assert!(put(&fresh, &book).is_err(), "there is nothing to take its place");
        assert_eq!(fs::read(&book).unwrap(), before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::write(&fresh, "new").unwrap();
        let kept = put(&fresh, &book).unwrap().unwrap();
        assert_eq!((fs::read(&kept).unwrap(), fs::read(&book).unwrap()), (before, b"new".to_vec()));
    }
}
