//! What can go wrong below: the disk, the lock, the file itself. Words for it are made at the edge.

use std::path::PathBuf;

use crate::domain::value::Misfit;

/// A fault of the machine or of the book's file.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another process holds the book for longer than the patience of five seconds.
    #[error("locked")]
    Locked,
    /// The disk, the quota or the file size limit is full.
    #[error("full")]
    Full,
    /// The book or its folder cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// The file is there but is no book.
    #[error("not a book: {0}")]
    NotABook(PathBuf),
    /// The file is there but holds nothing.
    #[error("empty: {0}")]
    Empty(PathBuf),
    /// The book was written by a newer program; the schema it has.
    #[error("newer: {0}")]
    Newer(i64),
    /// The book does not agree with its journal, or `SQLite` finds it damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The `SQLite` library is older than 3.51.3.
    #[error("old SQLite {0}")]
    OldEngine(String),
    /// A file already stands where one would be written.
    #[error("exists: {0}")]
    Exists(PathBuf),
    /// Reading or writing a file failed.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Anything else that `SQLite` reports.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
}

impl Fault {
    /// A file's fault, for `map_err`.
    pub fn at(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::File { path, error }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked,
            Some(Code::DiskFull) => Self::Full,
            // Writing past a quota or a size limit comes as this.
            Some(Code::SystemIoFailure) if extended(&error) == Some(rusqlite::ffi::SQLITE_IOERR_WRITE) => {
                Self::Full
            }
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly,
            Some(Code::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(Code::NotADatabase) => Self::NotABook(PathBuf::new()),
            _ => Self::Sqlite(error),
        }
    }
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        Self::Damaged(misfit.to_string())
    }
}
