//! How our own cards write what no card has a property for.

use crate::domain::value::Kind;

const OWN: &str = "X-QD-";
/// The property of a kept value whose label is no name of a property: the label, then the value.
pub const EXTRA: &str = "X-QD-EXTRA";

/// Whether a field is one that no card has a property for.
pub fn is_own(key: &str, kind: Kind) -> bool {
    let has_property =
        ["name", "title", "dept", "phone", "mobile", "email", "chat_id", "notes", "tags", "external_id"];
    !has_property.contains(&key) && !matches!(kind, Kind::Link(_) | Kind::Extra)
}

/// The property of such a field, in upper case.
pub fn own_name(key: &str) -> String {
    format!("{OWN}{}", key.replace('_', "-").to_uppercase())
}

/// Fields that stay in their book: what follows from others, and what other programs know it by.
pub const NEVER: [&str; 4] = ["external_id", "instant", "version", "extra"];
