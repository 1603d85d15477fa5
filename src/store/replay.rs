//! The journal played from empty must give the tables, field for field.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value as Json;

use super::Fault;
use super::journal::{self, Batch, LINE};
use crate::domain::noun::Noun;
use crate::domain::noun::for_noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// A record as the journal has it: its number, whether it is gone, and its fields that hold something.
#[derive(Debug, Default, PartialEq, Eq)]
struct Played {
    no: i64,
    gone: bool,
    fields: BTreeMap<String, Value>,
}

/// What the journal and the tables disagree on; empty for a sound book.
pub fn differences(conn: &Connection) -> Result<Vec<String>, Fault> {
    let (mut played, mut wrong) = play(conn)?;
    for noun in Noun::ALL {
        for_noun!(noun, R => compare::<R>(conn, &mut played, &mut wrong))?;
    }
    wrong.extend(played.into_keys().map(|id| format!("{id}: not in its table")));
    Ok(wrong)
}

fn play(conn: &Connection) -> Result<(HashMap<String, Played>, Vec<String>), Fault> {
    let batches = batches(conn)?;
    let mut played: HashMap<String, Played> = HashMap::new();
    let mut wrong = Vec::new();
    let (mut hash, mut expected) = ([0; 32], 1);
    let mut query =
        conn.prepare(&format!("SELECT j.lsn, j.op, j.batch, j.hash, {LINE} FROM journal j ORDER BY j.lsn"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (lsn, op, batch): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let line = journal::read(row, 4)?;
        let stored: Vec<u8> = match row.get_ref(3)? {
            ValueRef::Blob(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        };
        let Some(batch) = batches.get(&batch) else {
            wrong.push(format!("line {lsn}: no batch {batch}"));
            continue;
        };
        hash = journal::chain(&hash, lsn, op, batch, &line);
        if lsn != expected || stored != hash {
            wrong.push(format!("line {lsn}: the chain is broken"));
            return Ok((played, wrong));
        }
        expected += 1;
        let record = played.entry(line.record).or_default();
        match (line.field.as_deref(), line.new) {
            (None, Value::Text(whole)) => born(record, &whole),
            (Some("gone"), new) => record.gone = new == Value::Int(1),
            (Some(key), Value::Null) => drop(record.fields.remove(key)),
            (Some(key), new) => drop(record.fields.insert(key.to_owned(), new)),
            (None, _) => wrong.push(format!("line {lsn}: a birth without a record")),
        }
    }
    Ok((played, wrong))
}

fn born(record: &mut Played, whole: &str) {
    let Ok(Json::Object(fields)) = serde_json::from_str(whole) else { return };
    for (key, value) in fields {
        match value {
            Json::Number(number) if key == "no" => record.no = number.as_i64().unwrap_or(0),
            Json::Number(number) => drop(record.fields.insert(key, Value::Int(number.as_i64().unwrap_or(0)))),
            Json::String(text) => drop(record.fields.insert(key, Value::Text(text))),
            _ => {}
        }
    }
}

fn batches(conn: &Connection) -> Result<HashMap<i64, Batch>, Fault> {
    let mut query = conn.prepare(
        "SELECT b.batch, b.at, b.author, d.id, b.origin, b.name, b.undo_of
         FROM batch b JOIN device d ON d.device = b.device",
    )?;
    let rows = query.query_map([], |row| {
        Ok(Batch {
            no: row.get(0)?,
            at: row.get(1)?,
            author: row.get(2)?,
            device: row.get(3)?,
            origin: row.get(4)?,
            name: row.get(5)?,
            undo_of: row.get(6)?,
        })
    })?;
    Ok(rows.map(|batch| batch.map(|batch| (batch.no, batch))).collect::<Result<_, _>>()?)
}

fn compare<R: Record>(
    conn: &Connection,
    played: &mut HashMap<String, Played>,
    wrong: &mut Vec<String>,
) -> Result<(), Fault> {
    let mut query = conn.prepare(&super::row::select::<R>("ORDER BY no"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id: String = row.get(1)?;
        let mut fields = BTreeMap::new();
        for (place, field) in R::FIELDS.iter().enumerate() {
            let value: Value = row.get(place + 5)?;
            if !value.is_null() {
                fields.insert(field.key.to_owned(), value);
            }
        }
        let stored = Played { no: row.get(0)?, gone: row.get(2)?, fields };
        if played.remove(&id).as_ref() != Some(&stored) {
            wrong.push(format!("{} {}: differs from the journal", R::NOUN.code(), stored.no));
        }
    }
    Ok(())
}
