//! A form made of typed fields: specifications in, changed values out.

mod cells;
mod choice;
mod field;
mod view;

use crate::tui::terminal::{Code, Key};

use super::Outcome;
use super::motion::Motion;
pub use cells::{Cell, Row, Sign};
use field::{Body, Field};

/// What may be filled into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// One short value, such as a number: what is typed first takes its place.
    Value,
    /// One of several: code and label.
    Choice(Vec<(String, String)>),
    /// One of several, the next field following at once: code and label.
    Quick(Vec<(String, String)>),
    /// Any of several: code and label; the value is the codes joined by commas.
    Set(Vec<(String, String)>),
    /// The same, each also on its number: for forms in which few fields are typed.
    Numbered(Vec<(String, String)>),
    /// A date in words or figures; the guide reads it. What is typed first takes its place.
    Date,
    /// Another record; the guide finds it.
    Link,
    /// Other records between commas; the guide finds the last. The value is their codes between commas.
    Links,
    /// Several lines of text.
    Note,
    /// Cells in a row, each on one key; the value is what each got, between blanks.
    Cells(Row),
}

/// One field as it is before the person fills it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// What the field is called among the values.
    pub key: String,
    /// What the person reads.
    pub label: String,
    /// What may be filled in.
    pub kind: Kind,
    /// The value now; empty for none.
    pub value: String,
    /// The value as the person reads it, for a link.
    pub shown: String,
    /// A short help, seen while the field is filled in.
    pub hint: String,
    /// Whether it may not stay empty.
    pub required: bool,
}

/// Who knows what the form does not: dates in words, records by name, rules of values, words.
pub trait Guide {
    /// The value of a date as typed and how it reads, or why it is none.
    ///
    /// # Errors
    /// A sentence for the person.
    fn date(&self, key: &str, typed: &str) -> Result<(String, String), String>;
    /// Records that match what is typed into a link, best first: value and text.
    fn candidates(&self, key: &str, typed: &str) -> Vec<(String, String)>;
    /// What tells those candidates apart that read the same, one for each; nothing where none do.
    fn apart(&self, _key: &str, _offered: &[(String, String)]) -> Vec<String> {
        Vec::new()
    }
    /// What an empty link may be filled with, before a letter is typed; nothing where that would be too much.
    fn ahead(&self, _key: &str) -> Vec<(String, String)> {
        Vec::new()
    }
    /// What is wrong with a value, if anything.
    fn fault(&self, key: &str, value: &str) -> Option<String>;
    /// What is doubtful about a value though it may stay, where something is; `value` gives any field's value.
    fn warning(&self, _key: &str, _value: &dyn Fn(&str) -> String) -> Option<String> {
        None
    }
    /// What is said of a field that may not stay empty.
    fn missing(&self) -> String;
    /// What is said of a link whose text matches nothing.
    fn unknown(&self) -> String;
}

/// A form under edit.
#[derive(Debug, Clone)]
pub struct Form {
    fields: Vec<Field>,
    at: usize,
    /// Whether the cursor came here over several fields: `Ctrl-u` then leads back and deletes nothing.
    leapt: bool,
}

/// How many fields a page of a long form has.
const PAGE: usize = 8;

impl Form {
    /// A form of these fields, the cursor in the first.
    pub fn new(specs: Vec<FieldSpec>) -> Self {
        let mut fields: Vec<Field> = specs.into_iter().map(Field::new).collect();
        if let Some(first) = fields.first_mut() {
            first.renew(true);
        }
        Self { fields, at: 0, leapt: false }
    }

    /// The key of the field the cursor is in.
    pub fn at(&self) -> Option<&str> {
        self.fields.get(self.at).map(|field| field.spec.key.as_str())
    }

    /// Moves the cursor to a field.
    pub fn go(&mut self, key: &str) {
        self.enter(self.fields.iter().position(|field| field.spec.key == key).unwrap_or(self.at));
    }

    /// Puts the cursor into a field; where it is there already, an edit goes on.
    fn enter(&mut self, at: usize) {
        if at != self.at {
            (self.at, self.leapt) = (at, false);
            for (number, field) in self.fields.iter_mut().enumerate() {
                field.renew(number == at);
            }
        }
    }

    /// Shows what the field under the cursor may be filled with, where it is empty.
    pub fn greet(&mut self, guide: &dyn Guide) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.greet(guide);
        }
    }

    /// Whether the field takes letters as text.
    pub fn typing(&self) -> bool {
        self.fields.get(self.at).is_some_and(Field::typing)
    }

    /// The values that differ from what they were, by key; what a draft keeps.
    pub fn changes(&self) -> Vec<(String, String)> {
        let changed = self.fields.iter().filter(|field| field.value() != field.spec.value);
        changed.map(|field| (field.spec.key.clone(), field.value())).collect()
    }

    /// The value of a field as it stands; empty for an unknown one.
    pub fn value(&self, key: &str) -> String {
        let field = self.fields.iter().find(|field| field.spec.key == key);
        field.map(Field::value).unwrap_or_default()
    }

    /// Sets the value of a field as if it had been filled in; `shown` is its text, for a link.
    pub fn fill(&mut self, key: &str, value: &str, shown: &str) {
        for field in self.fields.iter_mut().filter(|field| field.spec.key == key) {
            field.body = Body::new(&field.spec.kind, value, shown);
        }
    }

    /// Says what is wrong with a field, and moves the cursor there.
    pub fn blame(&mut self, key: &str, fault: &str) {
        self.go(key);
        if let Some(field) = self.fields.get_mut(self.at).filter(|field| field.spec.key == key) {
            field.fault = Some(fault.to_owned());
        }
    }

    /// Takes a key: Tab and Shift-Tab (arrows outside notes) change the field, pages and ends lead through a long form
    /// where the field has no use for them, Enter accepts (Ctrl-s within a note), Esc leaves, Ctrl-e asks for the
    /// person's own editor.
    pub fn press(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        let outcome = self.pressed(key, guide);
        self.warn(guide);
        outcome
    }

    /// Asks the guide what is doubtful.
    pub fn warn(&mut self, guide: &dyn Guide) {
        let value = |key: &str| self.value(key);
        let warnings: Vec<Option<String>> =
            self.fields.iter().map(|field| guide.warning(&field.spec.key, &value)).collect();
        for (field, warning) in self.fields.iter_mut().zip(warnings) {
            field.warning = warning;
        }
    }

    fn pressed(&mut self, key: Key, guide: &dyn Guide) -> Outcome {
        let Some(field) = self.fields.get_mut(self.at) else {
            return if key.code == Code::Esc { Outcome::Cancel } else { Outcome::Ignored };
        };
        match (key.code, key.ctrl) {
            (Code::Char('s'), true) => return self.accept(guide),
            (Code::Char('e'), true) if field.spec.kind == Kind::Note => return Outcome::Edit(field.value()),
            (Code::Tab, _) => return self.turn(!key.shift, guide),
            _ => {}
        }
        let leads_on = Motion::of(key).filter(|_| field.yields(key, self.leapt));
        if let Some(motion) = leads_on {
            return self.jump(motion, guide);
        }
        match field.press(key, guide) {
            Outcome::Ignored => {}
            // What a record is named by is enough to make it, picked as well as typed.
            Outcome::Accept if key.code == Code::Enter && self.at == 0 && self.is_named() => {
                return self.accept(guide);
            }
            Outcome::Accept => return self.turn(true, guide),
            done => {
                self.leapt = false;
                return done;
            }
        }
        match key.code {
            Code::Enter => self.accept(guide),
            Code::Esc => Outcome::Cancel,
            Code::Up => self.turn(false, guide),
            Code::Down => self.turn(true, guide),
            Code::PageUp => self.jump(Motion::PageUp, guide),
            Code::PageDown => self.jump(Motion::PageDown, guide),
            Code::Home => self.jump(Motion::First, guide),
            Code::End => self.jump(Motion::Last, guide),
            _ => Outcome::Ignored,
        }
    }

    /// Whether the field under the cursor is a record that may not be missing.
    fn is_named(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| field.spec.required && field.spec.kind == Kind::Link)
    }

    /// Goes several fields on or back, to the first or to the last.
    fn jump(&mut self, motion: Motion, guide: &dyn Guide) -> Outcome {
        let to = motion.from(self.at, self.fields.len(), PAGE);
        if let Some(field) = self.fields.get_mut(self.at).filter(|_| to != self.at) {
            field.leave(guide);
        }
        self.enter(to);
        self.leapt = true;
        Outcome::Used
    }

    /// Types a pasted text, or what came back from the editor, into the field.
    pub fn paste(&mut self, pasted: &str, guide: &dyn Guide) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(pasted, guide);
        }
    }

    /// Replaces the text of the field, as an editor gives it back.
    pub fn edited(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.body = Body::new(&field.spec.kind, text, text);
            field.fault = None;
        }
    }

    fn turn(&mut self, forward: bool, guide: &dyn Guide) -> Outcome {
        let count = self.fields.len().max(1);
        if let Some(field) = self.fields.get_mut(self.at) {
            field.leave(guide);
        }
        self.enter(if forward { (self.at + 1) % count } else { (self.at + count - 1) % count });
        Outcome::Used
    }

    fn accept(&mut self, guide: &dyn Guide) -> Outcome {
        for field in &mut self.fields {
            field.leave(guide);
            field.check(guide);
        }
        match self.fields.iter().position(|field| field.fault.is_some()) {
            None => Outcome::Accept,
            Some(at) => {
                self.enter(at);
                Outcome::Used
            }
        }
    }
}

#[cfg(test)]
mod tests;
