//! The journal: one line for births in a row, one for each changed field, each chained to the one before by its hash.

use std::collections::BTreeMap;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use super::aside::Aside;
use super::birth::{self, Births, Packed};
use super::row::optional;
use super::{Fault, Stamp};
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// One thing that happened to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The noun's code.
    pub noun: String,
    /// The record's number.
    pub no: i64,
    /// The record's id.
    pub record: String,
    /// The field; nothing for a birth.
    pub field: Option<String>,
    /// What was there; for a birth nothing.
    pub old: Value,
    /// What is there now; for a birth the whole record as JSON.
    pub new: Value,
}

/// A line as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place in the journal.
    pub lsn: i64,
    /// The noun's index.
    pub noun: i64,
    /// The record's number; of births the first.
    pub no: i64,
    /// Of births the number of the last.
    pub last: Option<i64>,
    /// The field; nothing for births.
    pub field: Option<String>,
    /// What was there.
    pub old: Value,
    /// What is there now; for births what [`Births::pack`] made.
    pub new: Sql,
}

/// What a batch says of all its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub no: i64,
    /// The moment, RFC 3339 with the offset of its place.
    pub at: String,
    /// The person.
    pub author: String,
    /// The device's id.
    pub device: String,
    /// The way it came.
    pub origin: String,
    /// The line of grammar, or what it did.
    pub name: String,
    /// The batch that this one takes back.
    pub undo_of: Option<i64>,
}

/// The end of the chain while a transaction writes, and the births that are not written yet.
pub struct Tail {
    device: i64,
    lsn: i64,
    op: i64,
    hash: [u8; 32],
    births: BTreeMap<Noun, Births>,
    press: Aside<Births, Result<Packed, Fault>>,
}

/// Where the chain ends now.
pub fn tail(conn: &Connection, device: i64) -> Result<Tail, Fault> {
    let mut last = conn.prepare_cached("SELECT lsn, hash FROM journal ORDER BY lsn DESC LIMIT 1")?;
    let found = optional(last.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?;
    let (lsn, hash) = found.unwrap_or((0, [0; 32]));
    // A device counts its own lines; its newest line is near the end of the journal.
    let mut own =
        conn.prepare_cached("SELECT op FROM journal WHERE device = ?1 ORDER BY lsn DESC LIMIT 1")?;
    let op = optional(own.query_row([device], |row| row.get(0)))?.unwrap_or(0);
    Ok(Tail { device, lsn, op, hash, births: BTreeMap::new(), press: Aside::new(birth::packing) })
}

/// Writes the batch's own row; its number is the next one.
pub fn begin(
    conn: &Connection,
    device: i64,
    stamp: &Stamp,
    name: &str,
    undo_of: Option<i64>,
) -> Result<Batch, Fault> {
    let id: String = conn.query_row("SELECT id FROM device WHERE device = ?1", [device], |row| row.get(0))?;
    let mut write = conn.prepare_cached(
        "INSERT INTO batch (at, author, device, origin, name, undo_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let (at, origin) = (stamp.text(), stamp.origin.code());
    write.execute(params![at, stamp.author, device, origin, name, undo_of])?;
    Ok(Batch {
        no: conn.last_insert_rowid(),
        at,
        author: stamp.author.clone(),
        device: id,
        origin: origin.to_owned(),
        name: name.to_owned(),
        undo_of,
    })
}

impl Tail {
    /// Tells a birth. It is written together with those of the same noun that follow it, before any change is.
    pub fn born<R: Record>(
        &mut self,
        conn: &Connection,
        batch: &Batch,
        record: &R,
        (id, values): (&str, &[Value]),
    ) -> Result<(), Fault> {
        let no = record.head().no;
        let is_full = self.births.get(&R::NOUN).is_some_and(|births| !births.takes(no));
        if is_full && let Some(full) = self.births.remove(&R::NOUN) {
            if let Some(packed) = self.press.give(full)? {
                self.write(conn, batch, packed?)?;
            }
            self.collect(conn, batch, false)?;
        }
        self.births.entry(R::NOUN).or_insert_with(|| Births::new(R::NOUN, no)).tell(record, id, values)
    }

    /// Appends the change of a field.
    pub fn changed(
        &mut self,
        conn: &Connection,
        batch: &Batch,
        (noun, no, field): (Noun, i64, &str),
        (old, new): (Value, Value),
    ) -> Result<(), Fault> {
        self.flush(conn, batch)?;
        let new = match new {
            Value::Null => Sql::Null,
            Value::Int(number) => Sql::Integer(number),
            Value::Text(text) => Sql::Text(text),
        };
        let field = Some(field.to_owned());
        self.append(conn, batch, Entry { lsn: 0, noun: noun.index(), no, last: None, field, old, new })
    }

    /// Writes the births that are not written yet.
    pub fn flush(&mut self, conn: &Connection, batch: &Batch) -> Result<(), Fault> {
        self.collect(conn, batch, true)?;
        while let Some((_, births)) = self.births.pop_first() {
            let packed = self.press.now(births)?;
            self.write(conn, batch, packed)?;
        }
        Ok(())
    }

    /// Writes the full pieces that are packed, or waits for all.
    fn collect(&mut self, conn: &Connection, batch: &Batch, all: bool) -> Result<(), Fault> {
        while let Some(packed) = self.press.take(all)? {
            self.write(conn, batch, packed?)?;
        }
        Ok(())
    }

    fn write(&mut self, conn: &Connection, batch: &Batch, packed: Packed) -> Result<(), Fault> {
        let Packed { noun, first: no, last, told: new } = packed;
        let (noun, last) = (noun.index(), Some(last));
        self.append(conn, batch, Entry { lsn: 0, noun, no, last, field: None, old: Value::Null, new })
    }

    fn append(&mut self, conn: &Connection, batch: &Batch, mut entry: Entry) -> Result<(), Fault> {
        self.lsn += 1;
        self.op += 1;
        entry.lsn = self.lsn;
        self.hash = chain(&self.hash, self.op, batch, &entry);
        let mut write = conn.prepare_cached(
            "INSERT INTO journal (lsn, batch, device, op, noun, no, last, field, old, hash, new)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?;
        let Entry { lsn, noun, no, last, field, old, new } = entry;
        let hash = self.hash.as_slice();
        write.execute(params![lsn, batch.no, self.device, self.op, noun, no, last, field, old, hash, new])?;
        Ok(())
    }
}

/// The columns of a line, as [`read`] takes them; `j` is the journal.
pub const ENTRY: &str = "j.lsn, j.noun, j.no, j.last, j.field, j.old, j.new";

/// A line out of a row that has the columns of [`ENTRY`] from one place on.
pub fn read(row: &Row, from: usize) -> rusqlite::Result<Entry> {
    Ok(Entry {
        lsn: row.get(from)?,
        noun: row.get(from + 1)?,
        no: row.get(from + 2)?,
        last: row.get(from + 3)?,
        field: row.get(from + 4)?,
        old: row.get(from + 5)?,
        new: row.get(from + 6)?,
    })
}

impl Entry {
    /// What the line says of each of its records, in their order.
    pub fn lines(&self, conn: &Connection) -> Result<Vec<Line>, Fault> {
        let noun = Noun::from_index(self.noun);
        let noun = noun.ok_or_else(|| self.damaged())?;
        let Some(field) = &self.field else { return self.born(noun) };
        let mut query = conn.prepare_cached(&format!("SELECT id FROM {} WHERE no = ?1", noun.code()))?;
        Ok(vec![Line {
            noun: noun.code().to_owned(),
            no: self.no,
            record: query.query_row([self.no], |row| row.get(0))?,
            field: Some(field.clone()),
            old: self.old.clone(),
            new: self.value()?,
        }])
    }

    fn born(&self, noun: Noun) -> Result<Vec<Line>, Fault> {
        let line = |whole: String| {
            let told = birth::told(&whole)?;
            Some(Line {
                noun: noun.code().to_owned(),
                no: told.no,
                record: told.id,
                field: None,
                old: Value::Null,
                new: Value::Text(whole),
            })
        };
        let wholes = birth::unpack(&self.new).ok_or_else(|| self.damaged())?;
        wholes.into_iter().map(line).collect::<Option<_>>().ok_or_else(|| self.damaged())
    }

    /// What the field holds since.
    pub fn value(&self) -> Result<Value, Fault> {
        match &self.new {
            Sql::Null => Ok(Value::Null),
            Sql::Integer(number) => Ok(Value::Int(*number)),
            Sql::Text(text) => Ok(Value::Text(text.clone())),
            Sql::Real(_) | Sql::Blob(_) => Err(self.damaged()),
        }
    }

    fn damaged(&self) -> Fault {
        Fault::Damaged(format!("journal: {}", self.lsn))
    }
}

/// The hash of a line: SHA-256 over the hash before it and all that the line and its batch say, each part
/// with its length in front so that no two different lines read alike.
pub fn chain(before: &[u8; 32], op: i64, batch: &Batch, line: &Entry) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(before);
    let last = line.last.unwrap_or(0);
    for number in [line.lsn, op, batch.no, batch.undo_of.unwrap_or(0), line.noun, line.no, last] {
        sum.update(number.to_le_bytes());
    }
    for text in [&batch.at, &batch.author, &batch.device, &batch.origin, &batch.name] {
        feed(&mut sum, text.as_bytes());
    }
    feed(&mut sum, line.field.as_deref().unwrap_or("").as_bytes());
    match &line.old {
        Value::Null => sum.update([0]),
        Value::Int(number) => number_of(&mut sum, *number),
        Value::Text(text) => bytes_of(&mut sum, 2, text.as_bytes()),
    }
    match &line.new {
        Sql::Null => sum.update([0]),
        Sql::Integer(number) => number_of(&mut sum, *number),
        Sql::Text(text) => bytes_of(&mut sum, 2, text.as_bytes()),
        Sql::Blob(piece) => bytes_of(&mut sum, 3, piece),
        Sql::Real(number) => bytes_of(&mut sum, 4, &number.to_le_bytes()),
    }
    sum.finalize().into()
}

fn number_of(sum: &mut Sha256, number: i64) {
    sum.update([1]);
    sum.update(number.to_le_bytes());
}

fn bytes_of(sum: &mut Sha256, kind: u8, bytes: &[u8]) {
    sum.update([kind]);
    feed(sum, bytes);
}

fn feed(sum: &mut Sha256, bytes: &[u8]) {
    sum.update((bytes.len() as u64).to_le_bytes());
    sum.update(bytes);
}
