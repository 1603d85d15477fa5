//! Who writes, when, and by what way; handed in, never looked up here.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use crate::domain::id::Id;

/// By what way a batch came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A person's gesture.
    User,
    /// An import.
    Import,
    /// Taking a batch back.
    Undo,
    /// Taking an undo back.
    Redo,
}

impl Origin {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Import => "import",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// What every line of the journal carries about its writing.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The moment.
    pub at: DateTime<FixedOffset>,
    /// The person.
    pub author: String,
    /// The way.
    pub origin: Origin,
}

impl Stamp {
    /// The local day of the moment.
    pub fn today(&self) -> NaiveDate {
        self.at.date_naive()
    }

    /// A new identity, born at the moment of this stamp.
    pub fn new_id(&self) -> Id {
        Id::after_all(u64::try_from(self.at.timestamp_millis()).unwrap_or(0))
    }

    /// The moment as the journal keeps it: RFC 3339 with the offset, so that the local day stays known.
    pub fn text(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Millis, true)
    }
}
