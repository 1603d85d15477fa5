//! Calendars, iCalendar: from the bytes of a file to visits and to-dos.

mod alarm;
mod component;
mod display;
mod event;
mod expand;
mod html;
mod item;
mod own;
mod repeat;
mod rule;
mod series;
mod stamp;
mod task;
#[cfg(test)]
mod tests;
mod time;
mod windows;
mod zone;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::content_line::Charset;
use super::encoding::Encoding;
use super::reading::{Column, Fate, Kept, Proposal, Reading, Rejected, Series, Skip};
use super::reason::Reason;
use super::refusal::Refusal;
use super::{Options, source};
use crate::domain::noun::Noun;
use component::{Component, Found};
use item::Ground;
use zone::{Zone, Zones};

pub use own::{ABOUT, EXTRA, JOINT, LEAD, UNNAMED, is_own, own_name};
pub use stamp::{apart, stamp_day};

/// The code of the layout.
pub const LAYOUT: &str = "ics";

/// How far into a file the first component is looked for.
const HEAD: usize = 64 << 10;

/// Whether a file is a calendar: its first line, or one not far behind, says that a part of one begins.
pub(super) fn is_calendar(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    // Without the NULs and marks of UTF-16 the words are there.
    let plain: Vec<u8> = head.iter().copied().filter(|byte| (1..0x7f).contains(byte)).collect();
    let mut lines = plain.split(|byte| matches!(byte, b'\n' | b'\r'));
    let begun = |line: &[u8]| component::mark(line).filter(|(is_begin, _)| *is_begin).map(|(_, name)| name);
    let first = lines.find(|line| !line.trim_ascii().is_empty());
    first.is_some_and(|line| begun(line).is_some())
        || lines.any(|line| {
            begun(line).is_some_and(|name| matches!(name.as_str(), "VCALENDAR" | "VEVENT" | "VTODO"))
        })
}

/// Reads a calendar: its visits, with its to-dos beside them.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Reading, Refusal> {
    super::is_plain(options)?;
    let (bytes, encoding) = super::encoding::unmarked(bytes)?;
    let charset = Charset::of(&bytes);
    let encoding = if charset == Charset::Gb18030 { Encoding::Gb18030 } else { encoding };
    let found = Found::of(&bytes);
    let name = super::named_source(options, LAYOUT);
    let own = Zone::On(options.clock);
    let window = options.window.unwrap_or_else(|| around(options.today));
    let ground = Ground { charset, source: &name, zones: Zones::of(&found.zones), own, window };
    let limit = if options.no_limit { usize::MAX } else { source::MAX_ROWS };
    let mut events = Taken::new(&bytes, charset, limit);
    let mut tasks = Taken::new(&bytes, charset, limit);
    let (own, other): (Vec<&Component>, Vec<&Component>) =
        found.items.iter().partition(|item| item.name == "VEVENT");
    if events.sound(own, |events, sound| event::all(sound, &ground, events)) {
        return Err(Refusal::TooManyRows { limit });
    }
    if tasks.sound(other, |tasks, sound| task::all(&sound, &ground, tasks)) {
        return Err(Refusal::TooManyRows { limit });
    }
    let reading = |noun: Noun, taken: Taken| taken.into_reading(noun, &name, encoding);
    let is_bare = events.is_empty();
    events.skipped.extend(found.others.iter().map(|line| (*line, Skip::Foreign)));
    Ok(match (is_bare, tasks.is_empty()) {
        (_, true) => reading(Noun::Visit, events),
        (true, false) => {
            tasks.skipped.append(&mut events.skipped);
            reading(Noun::Todo, tasks)
        }
        (false, false) => {
            let beside = Some(Box::new(reading(Noun::Todo, tasks)));
            Reading { beside, ..reading(Noun::Visit, events) }
        }
    })
}

/// A year back and a year ahead.
fn around(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let year = Days::new(366);
    (today.checked_sub_days(year).unwrap_or(today), today.checked_add_days(year).unwrap_or(today))
}

/// What the items of one noun came to so far.
pub(super) struct Taken<'a> {
    bytes: &'a [u8],
    charset: Charset,
    limit: usize,
    proposals: Vec<Proposal>,
    series: Vec<Series>,
    rejected: Vec<Rejected>,
    kept: Vec<Kept>,
    skipped: Vec<(u64, Skip)>,
    columns: Vec<Column>,
    seen: HashMap<String, usize>,
    keys: HashMap<String, u32>,
    is_full: bool,
}

impl<'a> Taken<'a> {
    fn new(bytes: &'a [u8], charset: Charset, limit: usize) -> Self {
        Self {
            bytes,
            charset,
            limit,
            proposals: Vec::new(),
            series: Vec::new(),
            rejected: Vec::new(),
            kept: Vec::new(),
            skipped: Vec::new(),
            columns: Vec::new(),
            seen: HashMap::new(),
            keys: HashMap::new(),
            is_full: false,
        }
    }

    fn is_empty(&self) -> bool {
        self.proposals.is_empty() && self.rejected.is_empty() && self.skipped.is_empty()
    }

    /// Takes the items that are whole, rejects the others; true where there are too many.
    fn sound<'b>(
        &mut self,
        items: Vec<&'b Component>,
        take: impl FnOnce(&mut Self, Vec<&'b Component>),
    ) -> bool {
        let mut sound = Vec::new();
        for item in items {
            match check(item) {
                Ok(()) => sound.push(item),
                Err((line, column, reason)) => self.reject(item, line, column, reason),
            }
        }
        take(self, sound);
        self.rejected.sort_by_key(|row| row.line);
        self.is_full
    }

    /// Adds a record; one whose key was made, and is taken, gets another of its like.
    fn add(&mut self, mut proposal: Proposal, is_made: bool) {
        if self.proposals.len() >= self.limit {
            self.is_full = true;
            return;
        }
        let count = self.keys.entry(proposal.external_id.clone()).or_insert(0);
        *count += 1;
        if is_made && *count > 1 {
            proposal.external_id = format!("{}#{count}", proposal.external_id);
        }
        self.proposals.push(proposal);
    }

    fn reject(&mut self, item: &Component, line: u64, column: Option<String>, reason: Reason) {
        let raw = self.bytes.get(item.start..item.end).unwrap_or_default();
        let raw = match self.charset {
            Charset::Gb18030 => encoding_rs::GB18030.decode_without_bom_handling(raw).0,
            _ => String::from_utf8_lossy(raw),
        };
        self.rejected.push(Rejected { line, column, reason, raw: raw.into_owned() });
    }

    /// What becomes of the properties of one name; a field tells more than that some of them are kept.
    fn note(&mut self, label: &str, fate: Fate) {
        if let Some(at) = self.seen.get(label).copied() {
            let column = self.columns.get_mut(at).filter(|column| !matches!(column.fate, Fate::Field(_)));
            if let Some(column) = column.filter(|_| matches!(fate, Fate::Field(_))) {
                column.fate = fate;
            }
        } else if self.columns.len() < source::MAX_COLUMNS {
            self.seen.insert(label.to_owned(), self.columns.len());
            self.columns.push(Column { label: label.to_owned(), fate });
        }
    }

    fn into_reading(self, noun: Noun, source: &str, encoding: Encoding) -> Reading {
        Reading {
            noun,
            layout: Some(LAYOUT),
            source: source.to_owned(),
            encoding,
            columns: self.columns,
            records: self.proposals.into(),
            series: self.series,
            rejected: self.rejected,
            kept: self.kept,
            skipped: self.skipped,
            ..Reading::bare()
        }
    }
}

/// Refuses an item beyond the limits, one without an end, and one that is no text.
fn check(item: &Component) -> Result<(), (u64, Option<String>, Reason)> {
    if !item.is_whole {
        return Err((item.line, None, Reason::NoItemEnd { value: item.name.clone() }));
    }
    if let Some((line, name)) = &item.long {
        return Err((*line, Some(name.clone()).filter(|name| !name.is_empty()), Reason::TooLong));
    }
    if let Some(line) = item.lines.iter().find(|line| line.value.contains(&0)) {
        return Err((line.line, Some(line.name.clone()), Reason::Nul));
    }
    if item.is_crowded { Err((item.line, None, Reason::TooManyLines)) } else { Ok(()) }
}
