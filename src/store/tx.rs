//! The one door for writes: a transaction that compares, writes, journals and derives, or does nothing at all.

use std::collections::BTreeSet;
use std::ops::Deref;

use rusqlite::{ToSql, params_from_iter};

use super::derive::Dirty;
use super::journal::{self, Batch, Tail};
use super::{Fault, Stamp, Store, schema};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};

/// From how many new deals on it pays to build indexes anew.
const MANY: usize = 1000;

/// What a transaction wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Receipt {
    /// The batch; nothing where nothing changed.
    pub batch: Option<i64>,
    /// The nouns that were written.
    pub touched: BTreeSet<Noun>,
}

/// A transaction that is under way; reads see what it wrote.
pub struct Tx<'a> {
    store: &'a mut Store,
    stamp: Stamp,
    name: String,
    undo_of: Option<i64>,
    open: Option<(Batch, Tail)>,
    touched: BTreeSet<Noun>,
    /// The statement of the last birth: its room is used again for the next.
    sql: String,
    values: Vec<Value>,
    pub(super) dirty: Dirty,
}

impl Deref for Tx<'_> {
    type Target = Store;
    fn deref(&self) -> &Store {
        self.store
    }
}

impl Store {
    /// Runs `work` in one transaction: its records and their journal lines are committed together, or not at all.
    ///
    /// `name` is what undo and the log call it. A `work` that changes nothing leaves no batch.
    pub fn transact<T, E: From<Fault>>(
        &mut self,
        stamp: &Stamp,
        name: &str,
        work: impl FnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<(T, Receipt), E> {
        self.conn.execute_batch("BEGIN IMMEDIATE").map_err(Fault::from)?;
        let (stamp, name) = (stamp.clone(), name.to_owned());
        let mut tx = Tx {
            store: self,
            stamp,
            name,
            undo_of: None,
            open: None,
            touched: BTreeSet::new(),
            sql: String::new(),
            values: Vec::new(),
            dirty: Dirty::default(),
        };
        let done = work(&mut tx).and_then(|out| Ok((out, tx.finish()?)));
        if done.is_err() {
            // The first error is the one to tell; SQLite may have rolled back by itself.
            let _ = self.conn.execute_batch("ROLLBACK");
        }
        done
    }
}

impl Tx<'_> {
    /// Who writes and when.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Makes this transaction the one that takes a batch back, before it writes.
    pub(super) fn takes_back(&mut self, batch: i64, name: &str) {
        self.undo_of = Some(batch);
        name.clone_into(&mut self.name);
    }

    /// Makes ready for many new deals: where they are more than the book has, the indexes that only lists read are
    /// built anew when all are there, which costs a fraction of keeping them up for each.
    pub fn expect_deals(&mut self, many: usize) -> Result<(), Fault> {
        let newest = "SELECT ifnull(max(no), 0) FROM opp";
        let newest: i64 = self.store.conn.query_row(newest, [], |row| row.get(0))?;
        if many >= MANY && usize::try_from(newest).unwrap_or(0) < many && self.dirty.shelved.is_empty() {
            self.dirty.shelved = schema::shelve(&self.store.conn, Noun::Opp.code())?;
        }
        Ok(())
    }

    /// Saves a record: a new one gets number and id, an old one has just its changed fields written.
    ///
    /// True where something was written.
    pub fn save<R: Record>(&mut self, record: &mut R) -> Result<bool, Fault> {
        if record.head().no == 0 {
            self.insert(record)?;
            return Ok(true);
        }
        let Some(old) = self.get::<R>(record.head().no)? else {
            return Err(Fault::Damaged(format!("{} {}", R::NOUN.code(), record.head().no)));
        };
        let mut changes = changes(&old, record);
        if old.head().gone != record.head().gone {
            let mark = |gone: bool| gone.to_value();
            changes.push(("gone", mark(old.head().gone), mark(record.head().gone)));
        }
        if changes.is_empty() {
            return Ok(false);
        }
        self.update(&old, record, changes)?;
        Ok(true)
    }

    fn insert<R: Record>(&mut self, record: &mut R) -> Result<(), Fault> {
        let batch = self.batch()?;
        let head = record.head_mut();
        // What has an id already has the same one in every book.
        let id = if head.id == Id::default() { self.stamp.new_id() } else { head.id };
        (head.id, head.born, head.touched, head.gone) = (id, batch, batch, false);
        let id = id.to_string();
        self.values.clear();
        self.values.extend(R::FIELDS.iter().map(|field| (field.get)(record)));
        let newborn = self.dirty.judge_newborn(record, &self.store.rules, self.stamp.today());
        record.head_mut().no = self.put::<R>(&id, batch, &newborn)?;
        self.dirty.birth(&self.store.conn, record)?;
        self.touched.insert(R::NOUN);
        match &mut self.open {
            Some((batch, tail)) => tail.born(&self.store.conn, batch, record, (&id, &self.values)),
            None => Ok(()),
        }
    }

    /// Writes a new row with those columns that hold something; its number.
    fn put<R: Record>(
        &mut self,
        id: &str,
        batch: i64,
        newborn: &[(&'static str, Value)],
    ) -> Result<i64, Fault> {
        let fields = R::FIELDS.iter().map(|field| field.key).zip(&self.values);
        let derived = newborn.iter().map(|(key, value)| (*key, value));
        let sql = &mut self.sql;
        sql.clear();
        for part in ["INSERT INTO ", R::NOUN.code(), " (id, born, touched"] {
            sql.push_str(part);
        }
        let head: [&dyn ToSql; 3] = [&id, &batch, &batch];
        let mut filled: Vec<&dyn ToSql> = Vec::with_capacity(40);
        filled.extend(head);
        for (key, value) in fields.chain(derived).filter(|(_, value)| !value.is_null()) {
            for part in [", \"", key, "\""] {
                sql.push_str(part);
            }
            filled.push(value);
        }
        sql.push_str(") VALUES (?");
        for _ in filled.iter().skip(1) {
            sql.push_str(", ?");
        }
        sql.push(')');
        self.store.conn.prepare_cached(sql)?.execute(filled.as_slice())?;
        Ok(self.store.conn.last_insert_rowid())
    }

    fn update<R: Record>(
        &mut self,
        old: &R,
        record: &mut R,
        changes: Vec<(&'static str, Value, Value)>,
    ) -> Result<(), Fault> {
        let batch = self.batch()?;
        record.head_mut().touched = batch;
        self.dirty.change(&self.store.conn, old, record)?;
        let set: Vec<String> =
            changes.iter().enumerate().map(|(at, (key, ..))| format!("\"{key}\" = ?{}", at + 3)).collect();
        let sql = format!("UPDATE {} SET touched = ?2, {} WHERE no = ?1", R::NOUN.code(), set.join(", "));
        let no = record.head().no;
        let head: [&dyn ToSql; 2] = [&no, &batch];
        let news = changes.iter().map(|(_, _, new)| new as &dyn ToSql);
        self.store.conn.prepare_cached(&sql)?.execute(params_from_iter(head.into_iter().chain(news)))?;
        self.touched.insert(R::NOUN);
        if let Some((batch, tail)) = &mut self.open {
            for (key, old, new) in changes {
                tail.changed(&self.store.conn, batch, (R::NOUN, no, key), (old, new))?;
            }
        }
        Ok(())
    }

    fn batch(&mut self) -> Result<i64, Fault> {
        if let Some((batch, _)) = &self.open {
            return Ok(batch.no);
        }
        let (conn, device) = (&self.store.conn, self.store.device);
        let tail = journal::tail(conn, device)?;
        let batch = journal::begin(conn, device, &self.stamp, &self.name, self.undo_of)?;
        Ok(self.open.insert((batch, tail)).0.no)
    }

    fn finish(&mut self) -> Result<Receipt, Fault> {
        let dirty = std::mem::take(&mut self.dirty);
        dirty.settle(&self.store.conn, &self.store.rules, self.stamp.today())?;
        let mut batch = None;
        if let Some((open, mut tail)) = self.open.take() {
            tail.flush(&self.store.conn, &open)?;
            batch = Some(open.no);
        }
        self.store.conn.execute_batch(if batch.is_some() { "COMMIT" } else { "ROLLBACK" })?;
        self.store.own.extend(batch);
        Ok(Receipt { batch, touched: std::mem::take(&mut self.touched) })
    }
}

fn changes<R: Record>(old: &R, new: &R) -> Vec<(&'static str, Value, Value)> {
    let pairs = R::FIELDS.iter().map(|field| (field.key, (field.get)(old), (field.get)(new)));
    pairs.filter(|(_, old, new)| old != new).collect()
}
