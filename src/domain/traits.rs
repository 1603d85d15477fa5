//! What a kind of record is beside its fields: what names it, where it is listed, asked for and found.

use super::noun::{Noun, for_noun};
use super::record::Record;
use super::value::Kind;

/// The fields whose values name a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The first of them that says something.
    First(&'static [&'static str]),
    /// All of them that say something, with this between them.
    All(&'static [&'static str], &'static str),
}

impl Name {
    /// The fields, in their order.
    pub fn keys(self) -> &'static [&'static str] {
        let (Self::First(keys) | Self::All(keys, _)) = self;
        keys
    }
}

/// What the grammar has for a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbs {
    /// The verbs that every kind has: add, set, show, list, remove, restore.
    Plain,
    /// Verbs of its own beside them.
    Own,
    /// None: verbs of other kinds write its records.
    None,
}

/// What `record!` declares behind a kind's fields; what it leaves out is as in [`Traits::PLAIN`].
#[derive(Debug)]
pub struct Traits {
    /// What names a record; a link gives the name of what it links.
    pub name: Name,
    /// The columns of a list, in their order; those that are cut first come last.
    pub columns: &'static [&'static str],
    /// The fields that the form of a new record asks for, in their order; everything else comes later.
    pub form: &'static [&'static str],
    /// The fields that no form shows: verbs change them, or imports.
    pub hidden: &'static [&'static str],
    /// The fields that only a verb of their own changes, each with that verb.
    pub kept: &'static [(&'static str, &'static str)],
    /// The fields in which find looks for names; empty for a kind that is found through another one.
    pub found_by: &'static [&'static str],
    /// The fields in which find looks for other words.
    pub beside: &'static [&'static str],
    /// The fields in which find looks for telephone numbers.
    pub phones: &'static [&'static str],
    /// The fields whose names an import and a command compare, however they are written.
    pub spelled: &'static [&'static str],
    /// Whether those are names of firms, which may end in a legal form.
    pub is_firm: bool,
    /// The fields that tell records of one name apart.
    pub apart: &'static [&'static str],
    /// The fields that together stand only once in the book; empty where anything may stand twice.
    pub once: &'static [&'static str],
    /// The link to a record of the same kind above this one, which must not lead back to it.
    pub above: Option<&'static str>,
    /// The days that are today where nothing is said.
    pub today: &'static [&'static str],
    /// Whether a new record belongs to whoever makes it.
    pub is_owned: bool,
    /// What the grammar has for the kind.
    pub verbs: Verbs,
    /// Whether a new record has a currency, even without amounts.
    pub is_priced: bool,
}

impl Traits {
    /// A kind that is called by its name and has nothing of its own.
    pub const PLAIN: Self = Self {
        name: Name::First(&["name"]),
        columns: &["name"],
        form: &[],
        hidden: &[],
        kept: &[],
        found_by: &[],
        beside: &[],
        phones: &[],
        spelled: &[],
        is_firm: false,
        apart: &[],
        once: &[],
        above: None,
        today: &[],
        is_owned: false,
        verbs: Verbs::Plain,
        is_priced: false,
    };

    /// Whether find finds records of the kind by their own names.
    pub fn is_found(&self) -> bool {
        !self.found_by.is_empty()
    }
}

impl Noun {
    /// What the kind is beside its fields.
    pub fn traits(self) -> &'static Traits {
        for_noun!(self, R => R::TRAITS)
    }

    /// What the field of this name holds; nothing where the kind has no such field.
    pub fn kind_of(self, key: &str) -> Option<Kind> {
        for_noun!(self, R => R::field(key).map(|field| field.kind))
    }

    /// The kinds that find finds by their own names, in the order of the register.
    pub fn found() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|noun| noun.traits().is_found())
    }
}
