//! The journal played from empty must give the tables, field for field.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::journal::{self, Batch, ENTRY, Entry};
use super::{Fault, birth, upgrade};
use crate::domain::noun::Noun;
use crate::domain::noun::for_noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// A record as the journal has it: its id, whether it is gone, and its fields that hold something.
#[derive(Debug, Default, PartialEq, Eq)]
struct Played {
    id: String,
    gone: bool,
    fields: BTreeMap<String, Value>,
}

/// Records by their noun's index and their number.
type Book = HashMap<(i64, i64), Played>;

/// What the journal and the tables disagree on; empty for a sound book.
pub fn differences(conn: &Connection) -> Result<Vec<String>, Fault> {
    let (mut played, mut wrong) = play(conn)?;
    for noun in Noun::ALL {
        for_noun!(noun, R => compare::<R>(conn, &mut played, &mut wrong))?;
    }
    wrong.extend(played.into_values().map(|record| format!("{}: not in its table", record.id)));
    Ok(wrong)
}

fn play(conn: &Connection) -> Result<(Book, Vec<String>), Fault> {
    let batches = batches(conn)?;
    let (mut played, mut wrong) = (Book::new(), Vec::new());
    let (mut hash, mut expected) = ([0; 32], 1);
    let mut query =
        conn.prepare(&format!("SELECT j.op, j.batch, j.hash, {ENTRY} FROM journal j ORDER BY j.lsn"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (op, batch): (i64, i64) = (row.get(0)?, row.get(1)?);
        let entry = journal::read(row, 3)?;
        let lsn = entry.lsn;
        let stored: Vec<u8> = match row.get_ref(2)? {
            ValueRef::Blob(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        };
        let Some(batch) = batches.get(&batch) else {
            wrong.push(format!("line {lsn}: no batch {batch}"));
            continue;
        };
        hash = journal::chain(&hash, op, batch, &entry);
        if lsn != expected || stored != hash {
            wrong.push(format!("line {lsn}: the chain is broken"));
            return Ok((played, wrong));
        }
        expected += 1;
        let fits =
            if entry.field.is_some() { changed(&mut played, &entry)? } else { born(&mut played, &entry) };
        if fits.is_none() {
            wrong.push(format!("line {lsn}: does not fit what came before"));
        }
    }
    Ok((played, wrong))
}

fn changed(played: &mut Book, entry: &Entry) -> Result<Option<()>, Fault> {
    let new = entry.value()?;
    let (Some(record), Some(key)) = (played.get_mut(&(entry.noun, entry.no)), &entry.field) else {
        return Ok(None);
    };
    match new {
        new if key == "gone" => record.gone = new == Value::Int(1),
        Value::Null => drop(record.fields.remove(key)),
        new => drop(record.fields.insert(key.clone(), new)),
    }
    Ok(Some(()))
}

/// Births that are each of the next number, up to the last.
fn born(played: &mut Book, entry: &Entry) -> Option<()> {
    let mut no = entry.no;
    for whole in birth::unpack(&entry.new)? {
        let told = birth::told(&whole).filter(|told| told.no == no)?;
        let record = Played { id: told.id, gone: false, fields: told.fields.into_iter().collect() };
        if played.insert((entry.noun, no), record).is_some() {
            return None;
        }
        no += 1;
    }
    (entry.last == Some(no - 1)).then_some(())
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

fn compare<R: Record>(conn: &Connection, played: &mut Book, wrong: &mut Vec<String>) -> Result<(), Fault> {
    let told = told::<R>(played);
    let columns = columns(conn, R::NOUN)?;
    // A book of an older program has no place for what that program did not know; one of this program has for all.
    if upgrade::is_newest(conn)? {
        let lacks = |key: &str| !columns.iter().any(|column| column.key == key);
        let lacking = R::FIELDS.iter().filter(|field| lacks(field.key));
        wrong.extend(lacking.map(|field| format!("{}: has no column {}", R::NOUN.code(), field.key)));
    }
    if columns.is_empty() {
        return Ok(());
    }
    // Of a field that a later program no longer keeps only the journal knows.
    let kept: Vec<&Column> = columns.iter().filter(|column| told.contains(&column.key)).collect();
    forget::<R>(played, &kept);
    let mut sql = String::from("SELECT no, id, gone");
    for column in &kept {
        let _ = write!(sql, ", \"{}\"", column.key);
    }
    let _ = write!(sql, " FROM {} ORDER BY no", R::NOUN.code());
    let mut query = conn.prepare(&sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (no, id): (i64, String) = (row.get(0)?, row.get(1)?);
        let mut record = played.remove(&(R::NOUN.index(), no)).unwrap_or_default();
        let mut fields = BTreeMap::new();
        for (place, column) in kept.iter().enumerate() {
            let value: Value = row.get(place + 3)?;
            // A column that came later holds its own first value until the journal tells another.
            if !column.first.is_null() {
                record.fields.entry(column.key.clone()).or_insert_with(|| column.first.clone());
            }
            if !value.is_null() {
                fields.insert(column.key.clone(), value);
            }
        }
        if record != (Played { id, gone: row.get(2)?, fields }) {
            wrong.push(format!("{} {no}: differs from the journal", R::NOUN.code()));
        }
    }
    Ok(())
}

/// A column of a noun's table, and what it holds where nobody said anything.
struct Column {
    key: String,
    first: Value,
}

fn columns(conn: &Connection, noun: Noun) -> Result<Vec<Column>, Fault> {
    let mut query = conn.prepare("SELECT name, dflt_value FROM pragma_table_info(?1)")?;
    let rows = query.query_map([noun.code()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found: Vec<(String, Option<String>)> = rows.collect::<Result<_, _>>()?;
    let first = |default: Option<String>| match default {
        Some(default) => conn.query_row(&format!("SELECT {default}"), [], |row| row.get(0)),
        None => Ok(Value::Null),
    };
    found.into_iter().map(|(key, default)| Ok(Column { key, first: first(default)? })).collect()
}

/// The fields of a noun: this program's, and those that the book's journal tells of.
fn told<R: Record>(played: &Book) -> HashSet<String> {
    let mut told: HashSet<String> = R::FIELDS.iter().map(|field| field.key.to_owned()).collect();
    for (_, record) in played.iter().filter(|((noun, _), _)| *noun == R::NOUN.index()) {
        for key in record.fields.keys() {
            if !told.contains(key) {
                told.insert(key.clone());
            }
        }
    }
    told
}

fn forget<R: Record>(played: &mut Book, kept: &[&Column]) {
    for ((noun, _), record) in played.iter_mut() {
        if *noun == R::NOUN.index() {
            record.fields.retain(|key, _| kept.iter().any(|column| column.key == *key));
        }
    }
}
