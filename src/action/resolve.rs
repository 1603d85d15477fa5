//! Which record is meant: a number, an id, a unique start of an id, or an unambiguous name.

use crate::domain::name;
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

/// The one record that a text surely means, so that it may be changed: by number, id or name, or by the start of its
/// name or of its initials. A word from within a name is a mistake that lists what may be meant.
fn sure(store: &Store, noun: Noun, text: &str) -> Result<Sheet, Failure> {
    let plain = store.surely(noun, text)?;
    let near = if plain.is_empty() { store.meant(noun, text)? } else { Vec::new() };
    let begins = near.iter().filter(|sheet| name::begins(&sheet.name, text)).cloned().collect();
    let mut found: Vec<Sheet> = if plain.is_empty() { begins } else { plain };
    match found.len() {
        1 => found.pop().ok_or_else(|| Mistake::NoSuch(noun, text.to_owned()).into()),
        0 if near.is_empty() => Err(Mistake::NoSuch(noun, text.to_owned()).into()),
        0 => Err(Mistake::Unsure(noun, text.to_owned(), near).into()),
        _ => Err(Mistake::Ambiguous(noun, text.to_owned(), found).into()),
    }
}

/// The record that a text surely means, whole, removed or not.
fn known<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    let sheet = sure(store, R::NOUN, text)?;
    store.get(sheet.no)?.ok_or_else(|| Mistake::NoSuch(R::NOUN, text.to_owned()).into())
}

/// The record that a verb is to change: what a text surely means, unless it was removed.
pub fn target<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    kept(known(store, text)?)
}

/// The record that a text means, whole.
pub fn record<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    let sheet = one(store, R::NOUN, text)?;
    store.get(sheet.no)?.ok_or_else(|| Mistake::NoSuch(R::NOUN, text.to_owned()).into())
}

/// The record that a text means, unless it was removed.
pub fn living<R: Record>(store: &Store, text: &str) -> Result<R, Failure> {
    kept(record(store, text)?)
}

fn kept<R: Record>(found: R) -> Result<R, Failure> {
    if found.head().gone { Err(Mistake::Gone(R::NOUN, found.head().no).into()) } else { Ok(found) }
}

/// The records that a verb is to change: those of a list of numbers between commas, or the one that a text surely means.
pub fn several<R: Record>(store: &Store, text: &str) -> Result<Vec<R>, Failure> {
    match numbers(text) {
        Some(numbers) => numbers.into_iter().map(|number| target(store, number)).collect(),
        None => Ok(vec![target(store, text)?]),
    }
}

/// As [`several`], those that were removed among them.
pub fn any_of<R: Record>(store: &Store, text: &str) -> Result<Vec<R>, Failure> {
    match numbers(text) {
        Some(numbers) => numbers.into_iter().map(|number| known(store, number)).collect(),
        None => Ok(vec![known(store, text)?]),
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
