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

/// By when a record is to be dealt with, and whether it still is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The field with the day, or the moment.
    pub day: &'static str,
    /// The field with the state.
    pub state: &'static str,
    /// The states in which there is something left to do.
    pub open: &'static [&'static str],
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
    /// The links by which a record stands in a tab of its parent.
    pub tab_by: &'static [&'static str],
    /// Its day and its open states, for a kind that is due.
    pub due: Option<Due>,
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
        tab_by: &[],
        due: None,
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

    /// The kind's fields in their order: name, what it holds, whether a record can't be without it.
    pub fn fields(self) -> Vec<(&'static str, Kind, bool)> {
        for_noun!(self, R => R::FIELDS.iter().map(|one| (one.key, one.kind, one.is_required())).collect())
    }

    /// The kinds that find finds by their own names, in the order of the register.
    pub fn found() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|noun| noun.traits().is_found())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traits_name_fields_of_their_own_kind() {
        for noun in Noun::ALL {
            let traits = noun.traits();
            let due = traits.due.map(|due| [due.day, due.state]);
            let lists = [
                traits.name.keys(),
                traits.columns,
                traits.form,
                traits.hidden,
                traits.found_by,
                traits.beside,
                traits.phones,
                traits.spelled,
                traits.apart,
                traits.once,
                traits.tab_by,
                traits.today,
                due.as_ref().map_or(&[][..], |due| due),
                traits.above.as_slice(),
            ];
            for key in lists.concat() {
                assert!(noun.kind_of(key).is_some(), "{noun:?} has no {key}");
            }
            assert!(traits.kept.iter().all(|(key, _)| traits.hidden.contains(key)), "{noun:?}");
            assert!(
                traits.form.iter().all(|key| !traits.kept.iter().any(|(kept, _)| kept == key)),
                "{noun:?}"
            );
        }
    }

    #[test]
    fn a_form_asks_for_what_a_record_cannot_be_without() {
        for noun in Noun::ALL.into_iter().filter(|noun| !noun.traits().form.is_empty()) {
            for (key, ..) in noun.fields().into_iter().filter(|(.., is_required)| *is_required) {
                // What hangs on a deal is made on its screen, which says which deal.
                let asked = noun.traits().form.contains(&key) || key == "opportunity";
                assert!(asked, "{noun:?} {key}");
            }
        }
    }
}
