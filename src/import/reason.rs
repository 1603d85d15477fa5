//! Why a row is rejected, or a cell only kept as text: codes and facts, no words.

/// Why a row is rejected or a cell could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// More filled cells than the header has columns.
    TooManyCells {
        /// Columns of the header.
        want: usize,
        /// Cells of the row.
        got: usize,
    },
    /// Fewer cells than the header has columns.
    TooFewCells {
        /// Columns of the header.
        want: usize,
        /// Cells of the row.
        got: usize,
    },
    /// A closing quote with text behind it: rows may have run into each other.
    StrayQuote,
    /// No date that exists.
    BadDate {
        /// The cell.
        value: String,
    },
    /// No number.
    BadNumber {
        /// The cell.
        value: String,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// The cell.
        value: String,
    },
    /// A telephone number or an id of which a spreadsheet kept the first digits alone.
    LostDigits {
        /// The cell.
        value: String,
    },
    /// None of the values this field has.
    BadChoice {
        /// The cell.
        value: String,
    },
    /// Nothing gives the record its name.
    NoName,
    /// A single filled cell makes no deal.
    LoneCell {
        /// The cell.
        value: String,
    },
    /// A row of totals, which would count twice.
    Total,
    /// The same record stands on an earlier line.
    Duplicate {
        /// That line.
        line: u64,
    },
    /// A card that does not end before the next one begins or the file ends.
    NoEnd,
    /// Text that stands in no card.
    OutsideCard,
    /// A line of a card that is no content line.
    NoContentLine {
        /// The line.
        value: String,
    },
    /// Bytes that are no text in the charset that is said or seen.
    BadText,
    /// A NUL byte.
    Nul,
    /// A field beyond the limit.
    TooLong,
    /// A card with more lines than a record may have columns.
    TooManyLines,
    /// An item of a calendar that does not end before the next one begins or the file ends.
    NoItemEnd {
        /// What it is.
        value: String,
    },
    /// Text that is no JSON.
    BadJson {
        /// What is wrong.
        value: String,
    },
    /// An event that does not say when it begins.
    NoStart,
    /// A time zone that nobody knows.
    NoZone {
        /// Its name.
        value: String,
    },
    /// No rule of recurrence.
    BadRule {
        /// The rule.
        value: String,
    },
    /// A rule with more times than anybody can look at.
    TooOften,
    /// A rule that comes more often than once an hour.
    TooFine,
    /// No length of time.
    BadLength {
        /// The text.
        value: String,
    },
    /// An end before the beginning.
    EndsFirst,
    /// The card of something else than a person.
    NoPerson {
        /// What the card says that it is.
        value: String,
    },
}

impl Reason {
    /// The stable code, by which the language table knows it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyCells { .. } => "too-many-cells",
            Self::TooFewCells { .. } => "too-few-cells",
            Self::StrayQuote => "stray-quote",
            Self::BadDate { .. } => "bad-date",
            Self::BadNumber { .. } => "bad-number",
            Self::OutOfRange { .. } => "out-of-range",
            Self::LostDigits { .. } => "lost-digits",
            Self::BadChoice { .. } => "bad-choice",
            Self::NoName => "no-name",
            Self::LoneCell { .. } => "lone-cell",
            Self::Total => "total",
            Self::Duplicate { .. } => "duplicate",
            Self::NoEnd => "no-end",
            Self::OutsideCard => "outside-card",
            Self::NoContentLine { .. } => "no-content-line",
            Self::BadText => "bad-text",
            Self::Nul => "nul",
            Self::TooLong => "too-long",
            Self::TooManyLines => "too-many-lines",
            Self::NoPerson { .. } => "no-person",
            Self::NoItemEnd { .. } => "no-item-end",
            Self::BadJson { .. } => "bad-json",
            Self::NoStart => "no-start",
            Self::NoZone { .. } => "no-zone",
            Self::BadRule { .. } => "bad-rule",
            Self::TooOften => "too-often",
            Self::TooFine => "too-fine",
            Self::BadLength { .. } => "bad-length",
            Self::EndsFirst => "ends-first",
        }
    }

    /// The facts in the order in which the language table's sentence fills them in.
    pub fn facts(&self) -> Vec<String> {
        match self {
            Self::TooManyCells { want, got } | Self::TooFewCells { want, got } => {
                vec![want.to_string(), got.to_string()]
            }
            Self::StrayQuote
            | Self::NoName
            | Self::Total
            | Self::NoEnd
            | Self::OutsideCard
            | Self::BadText
            | Self::Nul
            | Self::TooLong
            | Self::NoStart
            | Self::TooOften
            | Self::TooFine
            | Self::EndsFirst
            | Self::TooManyLines => Vec::new(),
            Self::BadDate { value }
            | Self::BadNumber { value }
            | Self::OutOfRange { value }
            | Self::LostDigits { value }
            | Self::BadChoice { value }
            | Self::NoContentLine { value }
            | Self::NoPerson { value }
            | Self::NoItemEnd { value }
            | Self::BadJson { value }
            | Self::NoZone { value }
            | Self::BadRule { value }
            | Self::BadLength { value }
            | Self::LoneCell { value } => vec![value.chars().take(60).collect()],
            Self::Duplicate { line } => vec![line.to_string()],
        }
    }
}
