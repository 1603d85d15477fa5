//! What a file was taken for and what it proposes: judged, typed by field, and not yet in any book.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::clean::{clean_kept, clean_line};
use crate::domain::noun::Noun;

use super::date::Order;
use super::encoding::Encoding;
use super::key;
use super::number::Mark;
use super::reason::Reason;
use super::records::Records;
use super::stage::StageRow;
use super::vcard;

/// By what a link finds its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// By its name, compared as `key::fold` writes it; what is missing is made by the writer.
    Name,
    /// By its external id, `source:id` as `Proposal::external_id` has it.
    ExternalId,
    /// By its internet domain, in lower case.
    Domain,
    /// By its mail address, in lower case.
    Mail,
}

/// One link of a proposed record to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// `account`, `person`, `parent` or `reports_to`.
    pub field: &'static str,
    /// What `value` is.
    pub by: By,
    /// The name, id, domain or address.
    pub value: String,
    /// The column it came from, under which the writer keeps it while nothing is found.
    pub label: Arc<str>,
}

/// Field keys with their texts, which stand in one piece: a large file has millions of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields {
    text: String,
    ends: Vec<(&'static str, usize)>,
}

impl Fields {
    /// Adds a field.
    pub fn push(&mut self, key: &'static str, text: &str) {
        self.text.push_str(text);
        self.ends.push((key, self.text.len()));
    }

    /// All fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |(key, end)| {
            let text = self.text.get(std::mem::replace(&mut start, *end)..*end);
            (*key, text.unwrap_or_default())
        })
    }
}

impl Fields {
    /// The same fields with another text in one of them.
    #[must_use]
    pub fn with(&self, key: &str, text: &str) -> Self {
        self.iter().map(|(own, held)| (own, if own == key { text } else { held })).collect()
    }
}

impl<T: AsRef<str>> FromIterator<(&'static str, T)> for Fields {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(all: I) -> Self {
        let all: Vec<(&'static str, T)> = all.into_iter().collect();
        let size = all.iter().map(|(_, text)| text.as_ref().len()).sum();
        let mut fields = Self { text: String::with_capacity(size), ends: Vec::with_capacity(all.len()) };
        for (key, text) in &all {
            fields.push(key, text.as_ref());
        }
        fields
    }
}

/// Columns that have no field, by label; a row has few of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns(Vec<(Arc<str>, String)>);

impl Columns {
    /// What stands under a label.
    pub fn get(&self, label: &str) -> Option<&String> {
        self.0.iter().find(|(own, _)| **own == *label).map(|(_, text)| text)
    }

    /// Puts a text under a label, in place of what stands there; neither keeps what a terminal would obey.
    pub fn insert(&mut self, label: Arc<str>, text: String) {
        let (label, text) = safe(label, text);
        self.remove(&label);
        self.0.reserve_exact(1);
        self.0.push((label, text));
    }

    /// Takes a label out.
    pub fn remove(&mut self, label: &str) {
        self.0.retain(|(own, _)| **own != *label);
    }

    /// All labels with their texts.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(label, text)| (&**label, text.as_str()))
    }
}

impl FromIterator<(Arc<str>, String)> for Columns {
    fn from_iter<I: IntoIterator<Item = (Arc<str>, String)>>(all: I) -> Self {
        Self(all.into_iter().map(|(label, text)| safe(label, text)).collect())
    }
}

fn safe(label: Arc<str>, text: String) -> (Arc<str>, String) {
    let label = match clean_line(&label) {
        Cow::Borrowed(same) if same.len() == label.len() => label,
        clean => clean.into(),
    };
    let text = match clean_kept(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(clean) => clean,
    };
    (label, text)
}

/// One record as the file has it; a field that is not here stays as it is in the book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// The line of the row.
    pub line: u64,
    /// `source:id`, by which the next import knows the record again.
    pub external_id: String,
    /// Field keys with canonical text: dates `YYYY-MM-DD`, money as decimal major units, choices as codes.
    pub fields: Fields,
    /// Links to other records; of several for one field the first that finds its record counts.
    pub links: Vec<Link>,
    /// Columns that have no field, by label.
    pub extra: Columns,
    /// The person in the same row as an account.
    pub person: Option<Box<Proposal>>,
}

impl Proposal {
    /// The text of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The first link of a field.
    pub fn link(&self, field: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.field == field)
    }
}

/// A series that a calendar lists: what the book has of it beyond what is said here is taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// `source:id`, which its times have before the slash; that of an event that comes once is its own.
    pub external_id: String,
    /// Which version of it the file has.
    pub version: Option<String>,
    /// The external ids of its times.
    pub said: HashSet<String>,
    /// The days that were looked at.
    pub window: (NaiveDate, NaiveDate),
    /// Whether all of it is called off.
    pub is_off: bool,
}

/// What became of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It fills a field, a link or the record's id.
    Field(&'static str),
    /// It is kept with the record under its label.
    Kept,
    /// It only repeats what a field says, and is left out.
    Derived,
    /// It carries nothing.
    Ignored,
    /// It is a picture, a sound or a key, of which the book keeps none.
    Embedded,
}

/// One column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its label as the file has it; `#7` for the seventh where it has none.
    pub label: String,
    /// What became of it.
    pub fate: Fate,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Its line.
    pub line: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// Why.
    pub reason: Reason,
    /// The row as it came.
    pub raw: String,
}

/// What is odd about a row that was taken: a cell that its field could not take is kept under its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The row's line.
    pub line: u64,
    /// The column, where it is one.
    pub column: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// A row that is none: told, but not counted as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// A title or remark above the header.
    Above,
    /// The header once more.
    Header,
    /// A hint how to fill the column in.
    Hint,
    /// A remark that starts with `#`.
    Remark,
    /// An event that has no day in the window.
    OutsideWindow,
    /// A part of a calendar that is neither an event nor a to-do.
    Foreign,
    /// A section or a project, kept with the tasks below it.
    Group,
    /// What stands for a series, whose own come in.
    Template,
}

/// How a file was understood, and what it proposes.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What its rows are.
    pub noun: Noun,
    /// The code of the system whose layout it has; nothing for a layout of nobody's.
    pub layout: Option<&'static str>,
    /// What stands before the colon of its external ids.
    pub source: String,
    /// Whether that name was read off its columns, so that another list of the same system may have another.
    pub is_source_guessed: bool,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// The sign between cells; nothing for a workbook.
    pub delimiter: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The line of the header; 0 for what has none.
    pub header_line: u64,
    /// The header as it came.
    pub header_raw: String,
    /// Which number of its dates is the day, and whether anything spoke for it; nothing without dates.
    pub date_order: Option<(Order, bool)>,
    /// The sign before its decimals, and whether anything spoke for it; nothing without money.
    pub number_format: Option<(Mark, bool)>,
    /// The currencies of its amounts, the most frequent first.
    pub currencies: Vec<String>,
    /// Whether one of them is the reader's, since rows with an amount name none.
    pub currency_assumed: bool,
    /// Its columns in their order.
    pub columns: Vec<Column>,
    /// What its stages were taken for, in the order of their appearance.
    pub stages: Vec<StageRow>,
    /// The records.
    pub records: Records,
    /// The series that its records belong to.
    pub series: Vec<Series>,
    /// Rows that could not be taken.
    pub rejected: Vec<Rejected>,
    /// Rows that were taken with something odd about them.
    pub kept: Vec<Kept>,
    /// Rows that are none.
    pub skipped: Vec<(u64, Skip)>,
    /// What the file holds of another noun, such as a calendar's to-dos.
    pub beside: Option<Box<Reading>>,
}

impl Reading {
    /// A reading with nothing in it.
    pub(super) fn bare() -> Self {
        Self {
            noun: Noun::Visit,
            layout: None,
            source: String::new(),
            is_source_guessed: false,
            encoding: Encoding::Utf8,
            delimiter: None,
            sheet: None,
            header_line: 0,
            header_raw: String::new(),
            date_order: None,
            number_format: None,
            currencies: Vec::new(),
            currency_assumed: false,
            columns: Vec::new(),
            stages: Vec::new(),
            records: Records::default(),
            series: Vec::new(),
            rejected: Vec::new(),
            kept: Vec::new(),
            skipped: Vec::new(),
            beside: None,
        }
    }

    /// The readings of a file, each of one noun.
    pub fn apart(mut self) -> Vec<Self> {
        let beside = self.beside.take().map(|beside| *beside);
        std::iter::once(self).chain(beside).collect()
    }

    /// Whether it is of contact cards, which are known again by nothing but their ids and keys.
    pub fn is_cards(&self) -> bool {
        self.layout == Some(vcard::LAYOUT)
    }

    /// Whether a column fills a field, which is not derived from others then.
    pub fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|column| matches!(column.fate, Fate::Field(own) if own == field))
    }

    /// Rows that were read: proposed and rejected.
    pub fn read(&self) -> usize {
        self.records.count() + self.rejected.len()
    }

    /// The record that a link by name asks for, where the book has none: its name and the key under which a later
    /// import of the same source knows it.
    pub fn stub(&self, link: &Link) -> Option<Proposal> {
        (link.by == By::Name).then(|| Proposal {
            external_id: key::made(&self.source, &[&link.value]),
            fields: Fields::from_iter([("name", link.value.as_str())]),
            ..Proposal::default()
        })
    }
}
