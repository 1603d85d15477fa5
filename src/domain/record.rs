//! `record!`: a record is declared once; the typed struct and its field table come from that line.

use super::id::Id;
use super::noun::Noun;
use super::traits::Traits;
use super::value::{Kind, Misfit, Value};

/// What every record has, whatever it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// The small number that people type, local to this book; 0 before the first save.
    pub no: i64,
    /// The identity for machines and merging.
    pub id: Id,
    /// Marked as removed; rows are never deleted.
    pub gone: bool,
    /// The batch that made the record; 0 before the first save.
    pub born: i64,
    /// The batch that changed it last.
    pub touched: i64,
}

/// One field of a record: its name, its kind, and how to reach it.
pub struct Field<R> {
    /// The name in the table, the journal, the arguments and JSON.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Reads it.
    pub get: fn(&R) -> Value,
    /// Writes it; `Misfit` where the value is none of its kind.
    pub set: fn(&mut R, Value) -> Result<(), Misfit>,
}

impl<R: Record> Field<R> {
    /// Whether a record can't be without it: a name, or a link that has no "none".
    pub fn is_required(&self) -> bool {
        matches!(self.kind, Kind::Line | Kind::Link(_)) && !(self.get)(&R::default()).is_null()
    }
}

/// A thing that the book keeps.
pub trait Record: Clone + PartialEq + Default + 'static {
    /// Which noun it is.
    const NOUN: Noun;
    /// All fields, in the order of the declaration.
    const FIELDS: &'static [Field<Self>];
    /// What its kind is beside the fields.
    const TRAITS: &'static Traits;
    /// Number, identity and marks.
    fn head(&self) -> &Head;
    /// Number, identity and marks, to change.
    fn head_mut(&mut self) -> &mut Head;

    /// The field of this name.
    fn field(key: &str) -> Option<&'static Field<Self>> {
        Self::FIELDS.iter().find(|field| field.key == key)
    }
}

/// A field's name without the mark that lets Rust use one of its own words.
pub const fn plain(name: &'static str) -> &'static str {
    if let [b'r', b'#', rest @ ..] = name.as_bytes()
        && let Ok(rest) = std::str::from_utf8(rest)
    {
        return rest;
    }
    name
}

/// Declares a record: `record! { /// doc  Name in Noun { key: Type = Kind, … } trait: value, … }`.
macro_rules! record {
    (
        $(#[$doc:meta])* $name:ident in $noun:ident { $($(#[$fdoc:meta])* $key:ident: $type:ty = $kind:expr),+ $(,)? }
        $($trait:ident: $value:expr),* $(,)?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            /// Number, identity and marks.
            pub head: $crate::domain::record::Head,
            $($(#[$fdoc])* pub $key: $type),+
        }
        impl $crate::domain::record::Record for $name {
            const NOUN: $crate::domain::noun::Noun = $crate::domain::noun::Noun::$noun;
            const FIELDS: &'static [$crate::domain::record::Field<Self>] = &[$($crate::domain::record::Field {
                key: $crate::domain::record::plain(stringify!($key)),
                kind: $kind,
                get: |record| $crate::domain::value::Cell::to_value(&record.$key),
                set: |record, value| {
                    record.$key = $crate::domain::value::Cell::from_value(value)?;
                    Ok(())
                },
            }),+];
            const TRAITS: &'static $crate::domain::traits::Traits = &$crate::domain::traits::Traits {
                $($trait: $value,)*
                ..$crate::domain::traits::Traits::PLAIN
            };
            fn head(&self) -> &$crate::domain::record::Head { &self.head }
            fn head_mut(&mut self) -> &mut $crate::domain::record::Head { &mut self.head }
        }
    };
}
pub(crate) use record;
