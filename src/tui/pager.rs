//! Rows of a long list, a window of them at a time.

use super::shape::Outcome;
use super::shape::list::{List, Need};
use super::terminal::Key;
use crate::store::Fault;
use crate::store::deals::Window;

/// Rows read at once.
const BATCH: i64 = 120;
/// Most rows that are held; those farthest from the cursor are let go.
const HELD: usize = 480;

/// The rows that are held, and where they stand in the whole.
#[derive(Debug, Clone)]
pub struct Pager<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// The list's cursor and scroll.
    pub list: List,
    first: usize,
    total: usize,
    fresh: bool,
}

impl<R> Default for Pager<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), list: List::default(), first: 0, total: 0, fresh: true }
    }
}

impl<R> Pager<R> {
    /// The row under the cursor.
    pub fn row(&self) -> Option<&R> {
        self.rows.get(self.list.held()?)
    }

    /// How many rows the whole list has.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Where the cursor is in the whole list, and how long that is; nothing in an empty one.
    pub fn at(&self) -> Option<(usize, usize)> {
        self.list.cursor().map(|at| (at, self.total))
    }

    /// Takes a key that moves the cursor; the rows that it went over, as far as they are held.
    pub fn press(&mut self, key: Key) -> Option<&[R]> {
        let before = self.list.cursor().unwrap_or(0);
        if self.list.press(key) == Outcome::Ignored {
            return None;
        }
        let now = self.list.cursor().unwrap_or(0);
        let held = |at: usize| at.saturating_sub(self.first).min(self.rows.len());
        self.rows.get(held(before.min(now))..held(before.max(now) + 1))
    }

    /// Puts the cursor on the row that `is_it` knows, where that is held.
    pub fn seek(&mut self, is_it: impl Fn(&R) -> bool) {
        if let Some(at) = self.rows.iter().position(is_it) {
            self.list.set(self.first + at);
        }
    }

    /// Forgets the rows: the next reading begins at the top.
    pub fn restart(&mut self) {
        *self = Self { list: List::default(), ..Self::default() };
    }

    /// Reads what the list needs, or what it holds anew; `fetch` reads a window, `place` is what it is cut by.
    pub fn load<P>(
        &mut self,
        total: i64,
        again: bool,
        place: impl Fn(&R) -> P,
        fetch: impl Fn(&Window<P>, i64) -> Result<Vec<R>, Fault>,
    ) -> Result<(), Fault> {
        self.total = usize::try_from(total).unwrap_or(0);
        match self.list.need() {
            _ if self.fresh => self.first_rows(fetch(&Window::First, BATCH)?),
            Some(Need::First) => self.first_rows(fetch(&Window::First, BATCH)?),
            Some(Need::Last) => {
                self.rows = fetch(&Window::Last, BATCH)?;
                self.first = self.total.saturating_sub(self.rows.len());
            }
            Some(Need::After(_)) if !again => {
                if let Some(last) = self.rows.last().map(&place) {
                    self.append(fetch(&Window::After(last), BATCH)?);
                }
            }
            Some(Need::Before(_)) if !again => {
                if let Some(first) = self.rows.first().map(&place) {
                    self.prepend(fetch(&Window::Before(first), BATCH)?);
                }
            }
            _ => {
                let count = i64::try_from(self.rows.len()).unwrap_or(BATCH).max(BATCH);
                let from = self.rows.first().map(&place).filter(|_| self.first > 0);
                self.rows = fetch(&from.map_or(Window::First, Window::From), count)?;
            }
        }
        if self.rows.is_empty() && self.total > 0 {
            self.first_rows(fetch(&Window::First, BATCH)?);
        }
        self.fresh = false;
        self.total = self.total.max(self.first + self.rows.len());
        self.list.hold(self.first, self.rows.len(), self.total);
        Ok(())
    }

    /// Whether rows are in sight that are not held.
    pub fn is_short(&self) -> bool {
        self.list.need().is_some()
    }

    /// Takes rows behind those that are held, and lets the first ones go.
    fn append(&mut self, rows: Vec<R>) {
        self.rows.extend(rows);
        let over = self.rows.len().saturating_sub(HELD);
        self.rows.drain(..over);
        self.first += over;
    }

    /// Takes rows before those that are held, and lets the last ones go.
    fn prepend(&mut self, mut rows: Vec<R>) {
        self.first = self.first.saturating_sub(rows.len());
        rows.append(&mut self.rows);
        rows.truncate(HELD);
        self.rows = rows;
    }

    fn first_rows(&mut self, rows: Vec<R>) {
        (self.rows, self.first) = (rows, 0);
    }
}
