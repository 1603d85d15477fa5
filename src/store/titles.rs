//! Titles of new deals on their way into the search index: their keys are made aside, many at a time.

use rusqlite::Connection;

use super::aside::{Aside, Work};
use super::{Fault, search};
use crate::domain::name;
use crate::domain::noun::Noun;

/// How many titles go aside together.
const SOME: usize = 256;

/// Numbers of deals with their titles, then with their search keys.
type Names = Vec<(i64, String)>;

/// The titles that a transaction has still to index.
pub struct Titles {
    waiting: Names,
    keys: Aside<Names, Names>,
}

impl Default for Titles {
    fn default() -> Self {
        Self { waiting: Vec::new(), keys: Aside::new(making) }
    }
}

fn making() -> Work<Names, Names> {
    Box::new(|names| names.into_iter().map(|(no, title)| (no, name::keys(&title))).collect())
}

impl Titles {
    /// Takes the title of a new deal.
    pub fn add(&mut self, conn: &Connection, no: i64, title: &str) -> Result<(), Fault> {
        self.waiting.push((no, title.to_owned()));
        if self.waiting.len() < SOME {
            return Ok(());
        }
        let some = std::mem::take(&mut self.waiting);
        if let Some(keys) = self.keys.give(some)? {
            put(conn, keys)?;
        }
        self.collect(conn, false)
    }

    /// Brings all into the index.
    pub fn settle(mut self, conn: &Connection) -> Result<(), Fault> {
        self.collect(conn, true)?;
        let rest = self.keys.now(self.waiting);
        put(conn, rest)
    }

    fn collect(&mut self, conn: &Connection, all: bool) -> Result<(), Fault> {
        while let Some(keys) = self.keys.take(all)? {
            put(conn, keys)?;
        }
        Ok(())
    }
}

fn put(conn: &Connection, keys: Names) -> Result<(), Fault> {
    keys.into_iter().try_for_each(|(no, keys)| search::put(conn, Noun::Opp, no, &keys, true))
}
