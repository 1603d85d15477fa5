//! Why a whole file is refused: codes and facts, no words.

use crate::domain::noun::Noun;

/// What a file that holds no account, person, deal or colleague looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// Calls, meetings, mails.
    Activities,
    /// A price list or catalogue.
    Products,
    /// The moves of deals between stages.
    StageHistory,
    /// Several tables or explanations laid out on one sheet.
    Dictionary,
    /// Tasks.
    Todos,
    /// A calendar.
    Calendar,
    /// JSON.
    Json,
    /// Figures and percentages.
    Statistics,
    /// Names with next to nothing beside them: it could be anything.
    Names,
    /// None of these.
    Unknown,
}

impl Looks {
    /// The stable code, by which the language table knows it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Products => "products",
            Self::StageHistory => "stage-history",
            Self::Dictionary => "dictionary",
            Self::Todos => "todos",
            Self::Calendar => "calendar",
            Self::Json => "json",
            Self::Statistics => "statistics",
            Self::Names => "names",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a file is refused as a whole; nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than the limit.
    TooLarge {
        /// Bytes in the file.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The system stopped giving its bytes.
    Unreadable {
        /// What the system said.
        detail: String,
    },
    /// It became another one while it was read.
    Changed,
    /// Nothing in it.
    Empty,
    /// Bytes of none of the encodings that are read.
    BadEncoding {
        /// The first line that cannot be read.
        line: u64,
    },
    /// A NUL inside text.
    Nul {
        /// The line it stands on.
        line: u64,
    },
    /// A quote that is never closed.
    OpenQuote {
        /// The line of the row in which it opens.
        line: u64,
    },
    /// One cell beyond the limit.
    FieldTooLarge {
        /// The row's line.
        line: u64,
        /// Bytes in the cell.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// One row with more cells than the limit.
    TooManyColumns {
        /// The row's line.
        line: u64,
        /// Columns allowed.
        limit: usize,
    },
    /// More rows than the limit.
    TooManyRows {
        /// Rows allowed without `--no-limit`.
        limit: usize,
    },
    /// A workbook that cannot be opened.
    BadWorkbook {
        /// What the reader said.
        detail: String,
    },
    /// A workbook, in a build without them.
    NoWorkbooks,
    /// A table, but of nothing that the book keeps.
    NotOurs {
        /// What it looks like.
        looks: Looks,
        /// Its first labels.
        labels: Vec<String>,
    },
    /// The noun asked for is none that a table can hold.
    NounUnfit {
        /// The noun.
        noun: Noun,
    },
    /// Contact cards hold people, and not the noun asked for.
    CardsUnfit {
        /// The noun.
        noun: Noun,
    },
    /// Calendars and to-do lists hold visits and to-dos, and not the noun asked for.
    ItemsUnfit {
        /// The noun.
        noun: Noun,
    },
    /// More than one source of the book knows its records, and it does not say which it is.
    SeveralSources {
        /// Their names.
        sources: Vec<String>,
    },
    /// Columns are named of a file that has none.
    NoMap,
    /// No column gives the record its name.
    NoName {
        /// The noun asked for or recognised.
        noun: Noun,
        /// The labels there are.
        labels: Vec<String>,
    },
    /// `--map` names a field that the noun does not have.
    MapField {
        /// The noun.
        noun: Noun,
        /// The field as typed.
        field: String,
    },
    /// `--map` names a column that the file does not have.
    MapColumn {
        /// The column as typed.
        column: String,
        /// The labels there are.
        labels: Vec<String>,
    },
    /// `--map-stage` names a stage that we do not have.
    MapStage {
        /// The stage as typed.
        stage: String,
    },
}

impl Refusal {
    /// The stable code, by which the language table knows it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Unreadable { .. } => "unreadable",
            Self::Changed => "changed",
            Self::Empty => "empty",
            Self::BadEncoding { .. } => "bad-encoding",
            Self::Nul { .. } => "nul",
            Self::OpenQuote { .. } => "open-quote",
            Self::FieldTooLarge { .. } => "field-too-large",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::BadWorkbook { .. } => "bad-workbook",
            Self::NoWorkbooks => "no-workbooks",
            Self::NotOurs { .. } => "not-ours",
            Self::NounUnfit { .. } => "noun-unfit",
            Self::CardsUnfit { .. } => "cards-unfit",
            Self::ItemsUnfit { .. } => "items-unfit",
            Self::SeveralSources { .. } => "several-sources",
            Self::NoMap => "no-map",
            Self::NoName { .. } => "no-name-column",
            Self::MapField { .. } => "map-field",
            Self::MapColumn { .. } => "map-column",
            Self::MapStage { .. } => "map-stage",
        }
    }

    /// The facts in the order in which the language table's sentence fills them in; of `NotOurs` the code of what
    /// it looks like comes first, of a noun its code.
    pub fn facts(&self) -> Vec<String> {
        match self {
            Self::TooLarge { bytes, limit } => vec![mebibytes(*bytes), mebibytes(*limit)],
            Self::Changed | Self::Empty | Self::NoWorkbooks | Self::NoMap => Vec::new(),
            Self::BadEncoding { line } | Self::Nul { line } | Self::OpenQuote { line } => {
                vec![line.to_string()]
            }
            Self::FieldTooLarge { line, bytes, limit } => {
                vec![line.to_string(), mebibytes(*bytes), mebibytes(*limit)]
            }
            Self::TooManyColumns { line, limit } => vec![line.to_string(), limit.to_string()],
            Self::TooManyRows { limit } => vec![limit.to_string()],
            Self::BadWorkbook { detail } | Self::Unreadable { detail } => vec![detail.clone()],
            Self::NotOurs { looks, labels } => vec![looks.code().to_owned(), labels.join(", ")],
            Self::NounUnfit { noun } | Self::CardsUnfit { noun } | Self::ItemsUnfit { noun } => {
                vec![noun.code().to_owned()]
            }
            Self::SeveralSources { sources } => {
                vec![sources.join(", "), sources.first().cloned().unwrap_or_default()]
            }
            Self::NoName { noun, labels } => vec![noun.code().to_owned(), labels.join(", ")],
            Self::MapField { noun, field } => vec![noun.code().to_owned(), field.clone()],
            Self::MapColumn { column, labels } => vec![column.clone(), labels.join(", ")],
            Self::MapStage { stage } => vec![stage.clone()],
        }
    }
}

fn mebibytes(bytes: usize) -> String {
    bytes.div_ceil(1 << 20).to_string()
}
