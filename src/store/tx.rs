//! The one door for writes: a transaction that compares, writes, journals and derives, or does nothing at all.

use std::collections::BTreeSet;
use std::ops::Deref;

use rusqlite::{ToSql, params_from_iter};

use super::birth::Birth;
use super::derive::{self, Dirty};
use super::journal::{self, Batch, Line, Tail};
use super::{Fault, Stamp, Store, row};
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};

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
        let id = self.stamp.new_id();
        let head = record.head_mut();
        (head.id, head.born, head.touched, head.gone) = (id, batch, batch, false);
        let values: Vec<Value> = R::FIELDS.iter().map(|field| (field.get)(record)).collect();
        let (id_value, batch_value) = (id.to_value(), Value::Int(batch));
        let head_values = [&id_value, &batch_value, &batch_value];
        let newborn = self.dirty.judge_newborn(record, &self.store.rules, self.stamp.today());
        {
            let mut write = self.store.conn.prepare_cached(insert_sql::<R>())?;
            let all = head_values.into_iter().chain(&values).chain(newborn.iter().flatten());
            write.execute(params_from_iter(all))?;
        }
        record.head_mut().no = self.store.conn.last_insert_rowid();
        self.dirty.birth(&self.store.conn, record)?;
        let birth = Birth::of(record, values);
        let whole = birth.whole().map_err(journal::unwritable)?;
        self.line::<R>(id_value, None, (Value::Null, Value::Text(whole)), Some(&birth))
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
        for (key, old, new) in changes {
            self.line::<R>(record.head().id.to_value(), Some(key), (old, new), None)?;
        }
        Ok(())
    }

    fn line<R: Record>(
        &mut self,
        id: Value,
        field: Option<&str>,
        (old, new): (Value, Value),
        birth: Option<&Birth>,
    ) -> Result<(), Fault> {
        self.touched.insert(R::NOUN);
        let Value::Text(record) = id else { return Ok(()) };
        let line =
            Line { noun: R::NOUN.code().to_owned(), record, field: field.map(str::to_owned), old, new };
        let device = self.store.device;
        if let Some((batch, tail)) = &mut self.open {
            journal::append(&self.store.conn, tail, device, batch, &line, birth)?;
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
        let batch = self.open.take().map(|(batch, _)| batch.no);
        self.store.conn.execute_batch(if batch.is_some() { "COMMIT" } else { "ROLLBACK" })?;
        self.store.own.extend(batch);
        Ok(Receipt { batch, touched: std::mem::take(&mut self.touched) })
    }
}

fn changes<R: Record>(old: &R, new: &R) -> Vec<(&'static str, Value, Value)> {
    let pairs = R::FIELDS.iter().map(|field| (field.key, (field.get)(old), (field.get)(new)));
    pairs.filter(|(_, old, new)| old != new).collect()
}

/// The statement of a birth, made once for each noun.
fn insert_sql<R: Record>() -> &'static str {
    static MADE: row::Made = row::made();
    row::once(&MADE, R::NOUN, || {
        let fields = R::FIELDS.iter().map(|field| field.key);
        let derived = if R::NOUN == Noun::Opp { derive::COLUMNS } else { &[] };
        let keys: Vec<String> =
            fields.chain(derived.iter().copied()).map(|key| format!("\"{key}\"")).collect();
        let marks: Vec<String> = (0..keys.len()).map(|at| format!("?{}", at + 4)).collect();
        let (noun, keys, marks) = (R::NOUN.code(), keys.join(", "), marks.join(", "));
        format!("INSERT INTO {noun} (id, born, touched, {keys}) VALUES (?1, ?2, ?3, {marks})")
    })
}
