//! How our own calendars write what no calendar has a property for.

use crate::domain::noun::Noun;
use crate::import::vcard::NEVER;
pub use crate::import::vcard::{EXTRA, own_name};

/// Says that the summary is no more than a name for what has none.
pub const UNNAMED: &str = "X-QD-UNNAMED";

/// The customer, with whose name the summary begins.
pub const LEAD: &str = "X-QD-LEAD";

/// What stands between the customer and what we call it.
pub const JOINT: &str = " · ";

/// What the description begins with before our notes.
pub const ABOUT: &str = "X-QD-ABOUT";

/// Whether a field of a visit or a to-do is written under a name of our own.
pub fn is_own(noun: Noun, key: &str) -> bool {
    let has_property: &[&str] = match noun {
        Noun::Visit => &["what", "where", "when", "lasts", "until", "notes", "tags", "who"],
        _ => &["title", "due", "notes", "tags", "done_at"],
    };
    !has_property.contains(&key) && !NEVER.contains(&key)
}
