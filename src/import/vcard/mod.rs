//! Contact cards, vCard 2.1 to 4.0: from the bytes of a file to people.

mod cards;
mod fill;
mod name;
mod own;
mod person;
mod property;
mod rest;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::content_line::Charset;
use super::encoding::{self, Encoding};
use super::reading::{Column, Fate, Kept, Proposal, Reading, Rejected};
use super::reason::Reason;
use super::refusal::Refusal;
use super::{Options, field, source};
use crate::domain::noun::Noun;
use crate::domain::value::Kind;
use cards::{Card, Cards, Piece};
use person::Ground;

pub use own::{EXTRA, NEVER, carded, is_own, own_name};

/// The code of the layout.
pub const LAYOUT: &str = "vcard";

/// How far into a file the first card is looked for.
const HEAD: usize = 64 << 10;

/// Whether a file is one of contact cards: a line among its first says that a card begins.
pub(super) fn is_cards(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    // Without the NULs and marks of UTF-16 the words are there.
    let plain: Vec<u8> = head.iter().copied().filter(|byte| (1..0x7f).contains(byte)).collect();
    let mut lines = plain.split(|byte| matches!(byte, b'\n' | b'\r'));
    lines.any(|line| line.trim_ascii().eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// Reads the cards of a file; refuses it whole where there are too many, or another noun is asked for.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    if let Some(noun) = options.as_noun.filter(|noun| *noun != Noun::Person) {
        return Err(Refusal::CardsUnfit { noun });
    }
    let (bytes, encoding) = encoding::unmarked(bytes)?;
    let charset = Charset::of(&bytes);
    let encoding = if charset == Charset::Gb18030 { Encoding::Gb18030 } else { encoding };
    let name = super::named_source(options, LAYOUT);
    let ground = Ground { charset, source: &name, map: map(options)? };
    let mut taken = Taken::new(&bytes, &ground);
    for (count, piece) in Cards::new(&bytes).enumerate() {
        if count >= source::MAX_ROWS && !options.no_limit {
            return Err(Refusal::TooManyRows { limit: source::MAX_ROWS });
        }
        match piece {
            Piece::Card(card) => taken.take(&card),
            Piece::Broken(line, reason, start, end) => taken.reject(line, None, reason, (start, end)),
        }
    }
    taken.is_mapped(options)?;
    let Taken { proposals, rejected, kept, columns, .. } = taken;
    Ok(Reading {
        noun: Noun::Person,
        layout: Some(LAYOUT),
        source: name,
        encoding,
        columns,
        records: proposals.into(),
        rejected,
        kept,
        ..Reading::bare()
    })
}

/// The fields that the user fills with properties of his choice.
fn map(options: &Options) -> Result<Vec<(&'static str, String)>, Refusal> {
    let one = |(wanted, called): &(String, String)| {
        let fits = |kind| matches!(kind, Kind::Line | Kind::Note);
        let fields = field::of(Noun::Person).into_iter();
        let mut own = fields.filter(|(key, kind)| fits(*kind) || *key == "account").map(|(key, _)| key);
        let found = own.find(|key| key == wanted);
        let unknown = || Refusal::MapField { noun: Noun::Person, field: wanted.clone() };
        found.map(|key| (key, called.trim().to_owned())).ok_or_else(unknown)
    };
    options.map.iter().map(one).collect()
}

/// What the cards of a file came to so far.
struct Taken<'a> {
    bytes: &'a [u8],
    ground: &'a Ground<'a>,
    lines: HashMap<String, u64>,
    proposals: Vec<Proposal>,
    rejected: Vec<Rejected>,
    kept: Vec<Kept>,
    columns: Vec<Column>,
    seen: HashMap<String, usize>,
}

impl<'a> Taken<'a> {
    fn new(bytes: &'a [u8], ground: &'a Ground<'a>) -> Self {
        Self {
            bytes,
            ground,
            lines: HashMap::new(),
            proposals: Vec::new(),
            rejected: Vec::new(),
            kept: Vec::new(),
            columns: Vec::new(),
            seen: HashMap::new(),
        }
    }

    /// Refuses a map of a property that no card has.
    fn is_mapped(&self, options: &Options) -> Result<(), Refusal> {
        let name = |column: &str| column.split(' ').next().unwrap_or_default().to_uppercase();
        let lost = options.map.iter().find(|(_, column)| !self.seen.contains_key(&name(column)));
        let labels = || self.columns.iter().map(|column| column.label.clone()).take(20).collect();
        lost.map_or(Ok(()), |(_, column)| {
            Err(Refusal::MapColumn { column: column.clone(), labels: labels() })
        })
    }

    fn take(&mut self, card: &Card) {
        let made = match person::person(card, self.ground) {
            Ok(made) => made,
            Err((line, column, reason)) => {
                return self.reject(line, column, reason, (card.start, card.end));
            }
        };
        let first = self.lines.get(&made.proposal.external_id).copied();
        if let Some(line) = first {
            return self.reject(card.line, None, Reason::Duplicate { line }, (card.start, card.end));
        }
        self.lines.insert(made.proposal.external_id.clone(), card.line);
        self.kept.extend(made.told);
        for (label, fate) in made.fates {
            self.note(label, fate);
        }
        self.proposals.push(made.proposal);
    }

    /// What becomes of the properties of one name; a field tells more than that some of them are kept.
    fn note(&mut self, label: String, fate: Fate) {
        if let Some(at) = self.seen.get(&label).copied() {
            let column = self.columns.get_mut(at).filter(|column| column.fate == Fate::Kept);
            if let Some(column) = column.filter(|_| matches!(fate, Fate::Field(_))) {
                column.fate = fate;
            }
        } else if self.columns.len() < source::MAX_COLUMNS {
            self.seen.insert(label.clone(), self.columns.len());
            self.columns.push(Column { label, fate });
        }
    }

    fn reject(&mut self, line: u64, column: Option<String>, reason: Reason, (start, end): (usize, usize)) {
        let raw = self.bytes.get(start..end).unwrap_or_default();
        let raw = match self.ground.charset {
            Charset::Gb18030 => encoding_rs::GB18030.decode_without_bom_handling(raw).0,
            _ => String::from_utf8_lossy(raw),
        };
        self.rejected.push(Rejected { line, column, reason, raw: raw.into_owned() });
    }
}
