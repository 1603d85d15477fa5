//! The journal: one line for a birth, one for each changed field, each chained to the one before by its hash.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use super::birth::{self, Birth};
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
#[derive(Debug, Clone)]
pub struct Tail {
    lsn: i64,
    op: i64,
    hash: [u8; 32],
    shapes: HashMap<String, i64>,
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
    Ok(Tail { lsn, op, hash, shapes: HashMap::new() })
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

/// Appends a line to the chain; of a birth, whose `new` is the whole record, only keys and values are kept.
pub fn append(
    conn: &Connection,
    tail: &mut Tail,
    device: i64,
    batch: &Batch,
    line: &Line,
    birth: Option<&Birth>,
) -> Result<(), Fault> {
    tail.lsn += 1;
    tail.op += 1;
    tail.hash = chain(&tail.hash, tail.lsn, tail.op, batch, line);
    let shape = birth.map(|birth| shape(conn, tail, birth.keys())).transpose()?;
    let values = birth.map(Birth::values).transpose().map_err(unwritable)?.map(Value::Text);
    let mut write = conn.prepare_cached(
        "INSERT INTO journal (lsn, batch, device, op, noun, record, field, old, new, shape, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
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
        values.as_ref().unwrap_or(&line.new),
        shape,
        tail.hash.as_slice()
    ])?;
    Ok(())
}

/// The number of a list of keys; a new one gets the next.
fn shape(conn: &Connection, tail: &mut Tail, keys: String) -> Result<i64, Fault> {
    if let Some(known) = tail.shapes.get(&keys) {
        return Ok(*known);
    }
    conn.prepare_cached("INSERT OR IGNORE INTO shape (keys) VALUES (?1)")?.execute([&keys])?;
    let mut query = conn.prepare_cached("SELECT shape FROM shape WHERE keys = ?1")?;
    let shape = query.query_row([&keys], |row| row.get(0))?;
    tail.shapes.insert(keys, shape);
    Ok(shape)
}

/// JSON that could not be written; text and whole numbers always can.
#[expect(clippy::needless_pass_by_value, reason = "the shape of map_err")]
pub fn unwritable(error: serde_json::Error) -> Fault {
    Fault::Damaged(error.to_string())
}

/// The columns of a line, as [`read`] takes them; `j` is the journal.
pub const LINE: &str =
    "j.noun, j.record, j.field, j.old, j.new, (SELECT keys FROM shape WHERE shape = j.shape)";

/// A line out of a row that has the columns of [`LINE`] from one place on. A birth whose keys and values do not go
/// together reads as it is stored, which breaks the chain.
pub fn read(row: &Row, from: usize) -> rusqlite::Result<Line> {
    let mut new: Value = row.get(from + 4)?;
    let keys: Option<String> = row.get(from + 5)?;
    if let (Some(keys), Some(values)) = (keys, new.as_text())
        && let Some(whole) = birth::whole(&keys, values)
    {
        new = Value::Text(whole);
    }
    Ok(Line {
        noun: row.get(from)?,
        record: row.get(from + 1)?,
        field: row.get(from + 2)?,
        old: row.get(from + 3)?,
        new,
    })
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
