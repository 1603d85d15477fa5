//! The book: the only room that speaks SQL. Reading is open to all; writing goes through [`Store::transact`].

use std::cell::Cell as Slot;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::Connection;

pub mod account;
mod again;
mod aside;
pub mod backup;
mod belonging;
mod birth;
mod cadence;
pub mod calendar;
pub mod call_plan;
mod called;
pub mod deals;
mod decide;
mod derive;
pub mod doctor;
mod fault;
mod file;
pub mod find;
pub mod forecast;
pub mod funnel;
pub mod history;
mod journal;
pub mod key_account;
mod manage;
mod moments;
mod named;
mod narrowed;
pub mod opp;
mod past;
pub mod query;
mod refresh;
mod related;
mod replay;
pub mod report;
pub mod review;
mod row;
mod schema;
mod search;
mod stamp;
pub mod stream;
pub mod tally;
pub mod timeline;
mod titles;
pub mod today;
pub mod todo;
mod tx;
mod undo;
mod upgrade;
mod visits;
pub mod week;
mod window;

pub use fault::Fault;
pub use file::create as private_file;
pub use row::Sheet;
pub use stamp::{Origin, Stamp};
pub use tx::{Receipt, Tx};
pub use undo::{Standing, Undone};

use crate::domain::clock::Clock;
use crate::domain::id::Id;
use crate::domain::rules::Rules;

/// An open book.
pub struct Store {
    conn: Connection,
    path: Option<PathBuf>,
    device: i64,
    /// The numbers of the method, as configured.
    pub rules: Rules,
    seen: Slot<i64>,
    created: bool,
    /// The batches of this session: written through this opening since it began.
    own: HashSet<i64>,
    /// The reader's clock, once it is known.
    clock: Option<Clock>,
}

impl Store {
    /// Opens the book at `path`, creating it (folder 0700, file 0600) where there is none.
    ///
    /// An older book is copied, the copy checked by the rules of its own age, and the book then upgraded; a newer or
    /// a damaged one is refused.
    pub fn open(path: &Path, rules: Rules) -> Result<Self, Fault> {
        let created = file::prepare(path)? && Self::make(path, &rules)?;
        let conn = Connection::open(path)?;
        let mut store = Self::over(conn, Some(path.to_owned()), rules)?;
        store.created = created;
        Ok(store)
    }

    /// A book in memory, for tests and the demo.
    pub fn memory(rules: Rules) -> Result<Self, Fault> {
        Self::over(Connection::open_in_memory()?, None, rules)
    }

    /// Makes a whole new book beside its name and then gives it the name, so that nobody ever meets half a book;
    /// false where another process was first.
    fn make(path: &Path, rules: &Rules) -> Result<bool, Fault> {
        let part = file::beside(path, &format!("new-{}", std::process::id()));
        drop(file::create(&part)?);
        let made = Self::over(Connection::open(&part)?, Some(part.clone()), rules.clone());
        let named = made.and_then(|book| {
            drop(book);
            file::name(&part, path)
        });
        let _ = std::fs::remove_file(&part);
        named
    }

    fn over(mut conn: Connection, path: Option<PathBuf>, rules: Rules) -> Result<Self, Fault> {
        schema::configure(&conn)?;
        query::configure(&conn)?;
        upgrade::upgrade(&mut conn, path.as_deref())?;
        // Only now is it sure that the file is ours to change.
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        let device = schema::device(&conn)?;
        let store = Self {
            conn,
            path,
            device,
            rules,
            seen: Slot::new(0),
            created: false,
            own: HashSet::new(),
            clock: None,
        };
        store.heed_rules()?;
        store.heed_names()?;
        store.seen.set(store.version()?);
        Ok(store)
    }

    /// Has every open deal judged again where judging reads other numbers than it did, and works out the rhythm of
    /// every account where those of rhythms are others.
    fn heed_rules(&self) -> Result<(), Fault> {
        let judging = self.rules.judging();
        let (digest, known) = (Id::of(&judging).to_string(), self.meta("rules")?);
        if known.as_ref() != Some(&digest) {
            if known.is_some() || judging != Rules::default().judging() {
                self.set_meta(refresh::REJUDGE, "1")?;
            }
            self.set_meta("rules", &digest)?;
        }
        let digest = Id::of(&self.rules.rhythms()).to_string();
        if self.meta("rhythms")?.as_ref() != Some(&digest) {
            self.settle_rhythms()?;
            self.set_meta("rhythms", &digest)?;
        }
        Ok(())
    }

    /// Where the book lies; nothing for one in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What tells this book from all others, wherever it lies.
    pub fn identity(&self) -> Result<String, Fault> {
        Ok(self.conn.query_row("SELECT id FROM device WHERE device = ?1", [self.device], |row| row.get(0))?)
    }

    /// Whether this opening made the book.
    pub fn is_new(&self) -> bool {
        self.created
    }

    /// Begins a session: what was written until now is not its own work.
    pub fn begin_session(&mut self) {
        self.own.clear();
    }

    /// Whether another process has written since the last call.
    pub fn changed_elsewhere(&self) -> Result<bool, Fault> {
        let version = self.version()?;
        Ok(self.seen.replace(version) != version)
    }

    fn version(&self) -> Result<i64, Fault> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Gives much work more memory (8 MB of pages instead of 4), so that it waits less for the disk, and lets it sort
    /// more than that in nameless files beside the book, where nobody else may look; or takes both back.
    pub fn spread(&self, wide: bool) -> Result<(), Fault> {
        self.conn.pragma_update(None, "cache_size", if wide { -8_000 } else { -4_000 })?;
        let folder = self.path.as_deref().and_then(Path::parent).and_then(Path::to_str);
        let folder = folder.map(|folder| if folder.is_empty() { "." } else { folder });
        let Some(folder) = folder else { return Ok(()) };
        // The engine has one such folder for all its connections; where it may not write there, memory has to do.
        let named = self.conn.pragma_update(None, "temp_store_directory", if wide { folder } else { "" });
        let kept = if wide && named.is_ok() { "FILE" } else { "MEMORY" };
        Ok(self.conn.pragma_update(None, "temp_store", kept)?)
    }

    /// A remembered setting of this book.
    pub fn meta(&self, key: &str) -> Result<Option<String>, Fault> {
        let mut query = self.conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        row::optional(query.query_row([key], |row| row.get(0)))
    }

    /// Remembers a setting that is no record: not undone, not in the journal.
    pub fn set_meta(&self, key: &str, value: &str) -> Result<(), Fault> {
        let mut write =
            self.conn.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
        write.execute([key, value])?;
        Ok(())
    }

    /// Judges again what time alone has changed, `limit` deals at most; the number of deals that were.
    pub fn refresh(&mut self, today: NaiveDate, limit: usize) -> Result<usize, Fault> {
        refresh::refresh(self, today, limit)
    }
}
