//! Reading a file of settings so that one fault in it costs one setting, and not the program.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue, Deserializer};

/// A fault of the file: where it stands, and what is wrong.
pub(super) type Fault = (Option<Range<usize>>, String);

/// What the file says without what it says wrongly; every fault on the way is told to `fault`.
pub(super) fn read<T: DeserializeOwned, R: Default>(
    text: &str,
    check: impl Fn(T) -> Result<R, Fault>,
    mut fault: impl FnMut(Option<usize>, String),
) -> R {
    let (mut table, broken) = DeTable::parse_recoverable(text);
    // The rest of what is broken mostly follows from the first.
    if let Some(error) = broken.first() {
        fault(error.span().map(|span| span.start), error.message().to_owned());
    }
    loop {
        let read = T::deserialize(Deserializer::from(table.clone()));
        let read = read.map_err(|error| (error.span(), error.message().to_owned())).and_then(&check);
        let (span, what) = match read {
            Ok(read) => return read,
            Err(fault) => fault,
        };
        let at = span.map(|span| span.start);
        fault(at, what);
        // What is wrong as a whole are the rules: they alone are compared with each other.
        let is_cut = match at {
            Some(at) => cut(table.get_mut(), at),
            None => table.get_mut().remove("rules").is_some(),
        };
        if !is_cut {
            return R::default();
        }
    }
}

/// Takes the innermost entry that stands at a byte out of a table.
fn cut(table: &mut DeTable, at: usize) -> bool {
    for (_, value) in &mut *table {
        if let DeValue::Table(inner) = value.get_mut()
            && cut(inner, at)
        {
            return true;
        }
    }
    // What is missing stands at an empty place.
    let is_there = |span: Range<usize>| span.contains(&at) || span.start == at;
    let found = table.iter().find(|(key, value)| is_there(key.span()) || is_there(value.span()));
    let Some(key) = found.map(|(key, _)| key.clone()) else { return false };
    table.remove(&key).is_some()
}
