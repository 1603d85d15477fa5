//! Which record is meant: a number, an id, a unique start of an id, or an unambiguous name.

use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::store::{Sheet, Store};

use super::failure::{Failure, Mistake};

/// The one record that a text means; none or several is a mistake.
pub fn one(store: &Store, noun: Noun, text: &str) -> Result<Sheet, Failure> {
    let mut found = store.meant(noun, text)?;
    match found.len() {
        1 => found.pop().ok_or_else(|| Mistake::NoSuch(noun, text.to_owned()).into()),
        0 => Err(Mistake::NoSuch(noun, text.to_owned()).into()),
        _ => Err(Mistake::Ambiguous(noun, text.to_owned(), found).into()),
    }
}

/// The record that a text means, whole.
pub fn record<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    let sheet = one(store, R::NOUN, text)?;
    store.get(sheet.no)?.ok_or_else(|| Mistake::NoSuch(R::NOUN, text.to_owned()).into())
}

/// The record that a text means, unless it was removed.
pub fn living<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    let found: R = record(store, text)?;
    if found.head().gone { Err(Mistake::Gone(R::NOUN, found.head().no).into()) } else { Ok(found) }
}

/// The records of a list of numbers between commas, or the one that a text means.
pub fn several<R: Record>(store: &Store, text: &str) -> Result<Vec<R>, Failure> {
    match numbers(text) {
        Some(numbers) => numbers.into_iter().map(|number| living(store, number)).collect(),
        None => Ok(vec![living(store, text)?]),
    }
}

/// As [`several`], those that were removed among them.
pub fn any_of<R: Record>(store: &Store, text: &str) -> Result<Vec<R>, Failure> {
    match numbers(text) {
        Some(numbers) => numbers.into_iter().map(|number| record(store, number)).collect(),
        None => Ok(vec![record(store, text)?]),
    }
}

/// The numbers of a list between commas, each once; nothing where a text is none.
fn numbers(text: &str) -> Option<Vec<&str>> {
    if !text.contains(',') || !text.chars().all(|one| one.is_ascii_digit() || one == ',') {
        return None;
    }
    let mut seen = std::collections::HashSet::new();
    Some(text.split(',').filter(|number| !number.is_empty() && seen.insert(*number)).collect())
}

/// What a record of any noun is called, by the book: its name, or the names of what it links.
pub fn title<R: Record>(store: &Store, record: &R) -> Result<String, Failure> {
    Ok(store.sheet(R::NOUN, record.head().id)?.map(|sheet| sheet.name).unwrap_or_default())
}

/// What a record is called by its own fields.
pub fn name<R: Record>(record: &R) -> String {
    let text = |key| R::field(key).and_then(|field| (field.get)(record).as_text().map(str::to_owned));
    // A visit without a form is called by its purpose.
    ["name", "title", "what", "why"].into_iter().find_map(text).unwrap_or_default()
}
