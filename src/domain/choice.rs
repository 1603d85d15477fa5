//! `choice!`: a closed list of codes, declared once; words for people come from the language table.

/// A closed list of values with stable codes.
pub trait Choice: Copy + Eq + Sized + 'static {
    /// All values in their order.
    const ALL: &'static [Self];
    /// Their codes, in the same order.
    const CODES: &'static [&'static str];
    /// The name of the list in the language table.
    const LIST: &'static str;
    /// The stable code.
    fn code(self) -> &'static str;
    /// The value with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// Declares an enum with its codes; the first value is the default.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident in $list:literal { $($(#[$vdoc:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name { #[default] $($(#[$vdoc])* $value),+ }
        impl $crate::domain::choice::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            const CODES: &'static [&'static str] = &[$($code),+];
            const LIST: &'static str = $list;
            fn code(self) -> &'static str { match self { $(Self::$value => $code),+ } }
        }
        impl $crate::domain::value::Cell for $name {
            fn to_value(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Text($crate::domain::choice::Choice::code(*self).to_owned())
            }
            fn from_value(value: $crate::domain::value::Value) -> Result<Self, $crate::domain::value::Misfit> {
                let found = value.as_text().and_then($crate::domain::choice::Choice::from_code);
                found.ok_or($crate::domain::value::Misfit(value))
            }
        }
    };
}
pub(crate) use choice;
