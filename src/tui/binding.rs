//! The keys, as a table: footer, help, palette and README read it.

use super::command::Place;
use super::terminal::Key;
use crate::lang::Word;

mod table;

pub use table::BINDINGS;

/// One key and what it says.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds; everywhere where nothing is said.
    pub place: Option<Place>,
    /// The keys, in their notation, between blanks.
    pub keys: &'static str,
    /// The command or the line of the grammar.
    pub line: &'static str,
    /// What it does, for people.
    pub word: Word,
    /// Whether the footer shows it.
    pub shown: bool,
}

impl Binding {
    /// Its keys.
    pub fn each_key(&self) -> impl Iterator<Item = Key> + use<> {
        self.keys.split(' ').filter_map(Key::parse)
    }

    /// Its first key as a keyboard has it.
    pub fn label(&self) -> String {
        self.each_key().next().map(Key::label).unwrap_or_default()
    }

    /// Whether it holds in a place.
    pub fn holds(&self, place: Place) -> bool {
        self.place.is_none_or(|own| place.is_in(own))
    }
}

/// What a key says in a place.
pub fn bound(place: Place, key: Key) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.holds(place) && binding.each_key().any(|own| own == key))
}

/// The bindings of a place in the order of the table, each key once.
pub fn of_place(place: Place) -> Vec<&'static Binding> {
    let mut taken = Vec::new();
    let mut found = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.holds(place)) {
        let Some(first) = binding.each_key().next() else { continue };
        if !taken.contains(&first) {
            taken.push(first);
            found.push(binding);
        }
    }
    found
}

/// The keys of a place with what they do, in the order of the table: those that do the same in one, without those
/// that say something else here.
pub fn keys_of(place: Place) -> Vec<(String, Word)> {
    let mut rows: Vec<(String, Word, Option<Place>)> = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.holds(place)) {
        let holds = |key: &Key| bound(place, *key).is_some_and(|found| std::ptr::eq(found, binding));
        let keys: Vec<String> = binding.each_key().filter(holds).map(Key::label).collect();
        match rows.last_mut() {
            _ if keys.is_empty() => {}
            Some((all, word, own)) if (*word, *own) == (binding.word, binding.place) => {
                *all = format!("{all} {}", keys.join(" "));
            }
            _ => rows.push((keys.join(" "), binding.word, binding.place)),
        }
    }
    rows.into_iter().map(|(keys, word, _)| (keys, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command::Command;

    #[test]
    fn every_binding_says_something_that_is_understood() {
        for binding in BINDINGS {
            assert!(Command::is_known(binding.line), "{}", binding.line);
            assert_eq!(binding.each_key().count(), binding.keys.split(' ').count(), "{}", binding.keys);
        }
    }

    #[test]
    fn no_place_binds_a_key_twice() {
        for (at, one) in BINDINGS.iter().enumerate() {
            for other in BINDINGS.iter().skip(at + 1).filter(|other| other.place == one.place) {
                assert!(!one.each_key().any(|key| other.each_key().any(|own| own == key)), "{}", one.keys);
            }
        }
    }
}
