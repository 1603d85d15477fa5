//! What a kind's traits say of names, as SQL: the name of a record, and the words that it is found by.

use super::row::{Made, made, once};
use crate::domain::noun::Noun;
use crate::domain::traits::Name;
use crate::domain::value::Kind;

/// What names a record, as SQL over its table. Codes are put in words by who tells them.
pub fn name(noun: Noun) -> &'static str {
    static MADE: Made = made();
    once(&MADE, noun, || {
        let keys = noun.traits().name.keys();
        let parts: Vec<String> = keys.iter().map(|key| part(noun, key)).collect();
        match (parts.as_slice(), noun.traits().name) {
            ([only], _) if !only.starts_with('(') => only.clone(),
            (parts, Name::First(_)) => format!("coalesce({}, '')", parts.join(", ")),
            (parts, Name::All(_, between)) => format!("concat_ws('{between}', {})", parts.join(", ")),
        }
    })
}

/// A field as its part of a name: a link by the name of what it links.
fn part(noun: Noun, key: &str) -> String {
    match noun.kind_of(key) {
        Some(Kind::Link(target)) => {
            let (own, other) = (noun.code(), target.code());
            format!("(SELECT its.{} FROM {other} its WHERE its.id = {own}.\"{key}\")", name(target))
        }
        _ => format!("\"{key}\""),
    }
}

/// What a record that others link, `its` by name, is called, as SQL: all its names.
pub fn called(noun: Noun) -> String {
    let traits = noun.traits();
    let lists = [traits.spelled, traits.found_by, traits.name.keys()];
    let keys = lists.into_iter().find(|keys| !keys.is_empty()).unwrap_or_default();
    let is_text = |key: &&&str| matches!(noun.kind_of(key), Some(Kind::Line | Kind::Note));
    let columns: Vec<String> = keys.iter().filter(is_text).map(|key| format!("its.\"{key}\"")).collect();
    if columns.is_empty() { "''".to_owned() } else { format!("concat_ws(' ', {})", columns.join(", ")) }
}

/// What parts the names of a record from its other words.
pub const BESIDE: char = '\u{1f}';

/// A record's words, a line for each field, names before other words, and its telephone numbers, as SQL.
pub fn words(noun: Noun) -> String {
    let traits = noun.traits();
    let names = lines(traits.found_by);
    let names = if traits.beside.is_empty() {
        names
    } else {
        format!("{names} || char({}) || {}", u32::from(BESIDE), lines(traits.beside))
    };
    format!("{names}, {}", lines(traits.phones))
}

fn lines(keys: &[&str]) -> String {
    match keys {
        [] => "''".to_owned(),
        keys => {
            let columns: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            format!("concat_ws(char(10), {})", columns.join(", "))
        }
    }
}
