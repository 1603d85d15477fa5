//! The journal: one line for a birth, one for each changed field, each chained to the one before by its hash.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::row::optional;
use super::{Fault, Stamp};
use crate::domain::value::Value;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The noun's code.
    pub noun: String,
    /// The record's id.
    pub record: String,
    /// The field; nothing for a birth.
    pub field: Option<String>,
    /// What was there; for a birth nothing.
    pub old: Value,
    /// What is there now; for a birth the whole record as JSON.
    pub new: Value,
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

/// The end of the chain while a transaction writes.
#[derive(Debug, Clone, Copy)]
pub struct Tail {
    lsn: i64,
    op: i64,
    hash: [u8; 32],
}

/// Where the chain ends now.
pub fn tail(conn: &Connection, device: i64) -> Result<Tail, Fault> {
    let mut last = conn.prepare_cached("SELECT lsn, hash FROM journal ORDER BY lsn DESC LIMIT 1")?;
    let found = optional(last.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))?;
    let (lsn, hash) = found.unwrap_or((0, [0; 32]));
    let mut own = conn.prepare_cached("SELECT ifnull(max(op), 0) FROM journal WHERE device = ?1")?;
    let op = own.query_row([device], |row| row.get(0))?;
    Ok(Tail { lsn, op, hash })
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

/// Appends a line to the chain.
pub fn append(
    conn: &Connection,
    tail: &mut Tail,
    device: i64,
    batch: &Batch,
    line: &Line,
) -> Result<(), Fault> {
    tail.lsn += 1;
    tail.op += 1;
    tail.hash = chain(&tail.hash, tail.lsn, tail.op, batch, line);
    let mut write = conn.prepare_cached(
        "INSERT INTO journal (lsn, batch, device, op, noun, record, field, old, new, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    write.execute(params![
        tail.lsn,
        batch.no,
        device,
        tail.op,
        line.noun,
        line.record,
        line.field,
        line.old,
        line.new,
        tail.hash.as_slice()
    ])?;
    Ok(())
}

/// The hash of a line: SHA-256 over the hash before it and all that the line and its batch say, each part
/// with its length in front so that no two different lines read alike.
pub fn chain(before: &[u8; 32], lsn: i64, op: i64, batch: &Batch, line: &Line) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(before);
    for number in [lsn, op, batch.no, batch.undo_of.unwrap_or(0)] {
        sum.update(number.to_le_bytes());
    }
    for text in
        [&batch.at, &batch.author, &batch.device, &batch.origin, &batch.name, &line.noun, &line.record]
    {
        feed(&mut sum, text.as_bytes());
    }
    feed(&mut sum, line.field.as_deref().unwrap_or("").as_bytes());
    for value in [&line.old, &line.new] {
        match value {
            Value::Null => sum.update([0]),
            Value::Int(number) => {
                sum.update([1]);
                sum.update(number.to_le_bytes());
            }
            Value::Text(text) => {
                sum.update([2]);
                feed(&mut sum, text.as_bytes());
            }
        }
    }
    sum.finalize().into()
}

fn feed(sum: &mut Sha256, bytes: &[u8]) {
    sum.update((bytes.len() as u64).to_le_bytes());
    sum.update(bytes);
}
