//! The keys, as a table: footer, help, palette and README read it.

use super::command::Place;
use super::terminal::Key;
use crate::lang::{Word, cockpit as word};

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

const fn key(
    place: Option<Place>,
    keys: &'static str,
    line: &'static str,
    word: Word,
    shown: bool,
) -> Binding {
    Binding { place, keys, line, word, shown }
}

const FUNNEL: Option<Place> = Some(Place::Funnel);
const DEAL: Option<Place> = Some(Place::Deal);
const ASSESS: Option<Place> = Some(Place::Assess);
const ACCOUNTS: Option<Place> = Some(Place::Accounts);
const ACCOUNT: Option<Place> = Some(Place::Account);

/// Every key of the cockpit; what a place says comes before what holds everywhere.
pub const BINDINGS: &[Binding] = &[
    key(ASSESS, "+", "opp answer {} {question} + grade={grade}", word::K_FAVOURABLE, true),
    key(ASSESS, "-", "opp answer {} {question} - grade={grade}", word::K_UNFAVOURABLE, true),
    key(ASSESS, "?", "opp answer {} {question} ?", word::K_UNKNOWN, true),
    key(ASSESS, "=", "grade", word::K_GRADE, true),
    key(ASSESS, "<cr>", "open", word::K_EVIDENCE, true),
    key(DEAL, "<tab> l <right>", "tab", word::K_TAB, true),
    key(DEAL, "<s-tab> h <left>", "tab back", word::K_TAB_BACK, false),
    key(DEAL, ">", "opp advance {}", word::K_ADVANCE, true),
    key(DEAL, "<lt>", "opp retreat {}", word::K_RETREAT, true),
    key(DEAL, "e", "edit", word::K_EDIT, true),
    key(DEAL, "c", "close", word::K_CLOSE, true),
    key(DEAL, "A", "its account", word::K_ACCOUNT_OF, false),
    key(DEAL, "m", "note", word::K_NOTE, false),
    key(DEAL, "R", "opp reopen {}", word::K_REOPEN, false),
    key(FUNNEL, "<cr>", "open", word::K_OPEN, true),
    key(FUNNEL, ">", "opp advance {}", word::K_ADVANCE, true),
    key(FUNNEL, "<lt>", "opp retreat {}", word::K_RETREAT, true),
    key(FUNNEL, "n", "new", word::K_NEW, true),
    key(FUNNEL, "e", "edit", word::K_EDIT, true),
    key(FUNNEL, "c", "close", word::K_CLOSE, false),
    key(FUNNEL, "b", "board", word::K_BOARD, true),
    key(FUNNEL, "s", "sort", word::K_SORT, true),
    key(FUNNEL, "f", "filter", word::K_FILTER, true),
    key(FUNNEL, "v", "select", word::K_SELECT, false),
    key(FUNNEL, "<space>", "toggle", word::K_TOGGLE, false),
    key(FUNNEL, "$", "currency", word::K_CURRENCY, false),
    key(FUNNEL, "A", "its account", word::K_ACCOUNT_OF, false),
    key(FUNNEL, "<f2>", "saved 1", word::K_SAVED, false),
    key(FUNNEL, "<f3>", "saved 2", word::K_SAVED, false),
    key(FUNNEL, "<f4>", "saved 3", word::K_SAVED, false),
    key(FUNNEL, "<f5>", "saved 4", word::K_SAVED, false),
    key(FUNNEL, "<f6>", "saved 5", word::K_SAVED, false),
    key(FUNNEL, "R", "opp reopen {}", word::K_REOPEN, false),
    key(ACCOUNTS, "<cr>", "open", word::K_OPEN, true),
    key(ACCOUNTS, "n", "new", word::K_NEW, true),
    key(ACCOUNTS, "e", "edit", word::K_EDIT, true),
    key(ACCOUNT, "<tab> l <right>", "tab", word::K_TAB, true),
    key(ACCOUNT, "<s-tab> h <left>", "tab back", word::K_TAB_BACK, false),
    key(ACCOUNT, "<cr>", "open", word::K_OPEN, true),
    key(ACCOUNT, "n", "new", word::K_NEW_DEAL, true),
    key(ACCOUNT, "P", "new beside", word::K_NEW_PERSON, true),
    key(ACCOUNT, "e", "edit", word::K_EDIT, true),
    key(ACCOUNT, "<space>", "toggle", word::K_FOLD, false),
    key(None, "<esc>", "back", word::K_BACK, false),
    key(None, "a", "capture", crate::lang::capture::K_CAPTURE, false),
    key(None, "/", "find", word::K_FIND, true),
    key(None, ": <c-p>", "palette", word::K_PALETTE, true),
    key(None, "<f1> ?", "help", word::K_HELP, true),
    key(None, "u", "undo", word::K_UNDO, false),
    key(None, "U", "redo", word::K_REDO, false),
    key(None, "1", "today", word::K_GO_TODAY, false),
    key(None, "2", "funnel", word::K_GO_FUNNEL, false),
    key(None, "3", "calendar", word::K_GO_CALENDAR, false),
    key(None, "4", "todo list", word::K_GO_TODOS, false),
    key(None, "5", "accounts", word::K_GO_ACCOUNTS, false),
    key(None, "6", "reports", word::K_GO_REPORTS, false),
    key(None, "L", "language", word::K_LANGUAGE, false),
    key(None, "q <c-c>", "quit", word::K_QUIT, false),
];

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
