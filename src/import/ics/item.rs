//! One event or to-do taken apart: its texts, its times, and what of it has no field.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::alarm;
use super::component::Component;
use super::own::{EXTRA, own_name};
use super::time::written;
use super::zone::{Zone, Zones};
use crate::domain::clean::{clean_line, clean_note};
use crate::domain::moment::Moment;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::import::content_line::{Charset, ContentLine, split, unescape};
use crate::import::key;
use crate::import::reading::{By, Fate, Kept, Link, Proposal};
use crate::import::reason::Reason;

/// What is said of all items of a file.
pub(super) struct Ground<'a> {
    /// The charset of lines that name none.
    pub charset: Charset,
    /// What starts the ids.
    pub source: &'a str,
    /// The zones that the file describes.
    pub zones: Zones,
    /// The reader's zone.
    pub own: Zone,
    /// The days that are wanted.
    pub window: (NaiveDate, NaiveDate),
}

/// A day or a time with its zone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Time {
    /// On the clock of its zone; midnight for a day alone.
    pub at: NaiveDateTime,
    /// Whether it is a day without a time.
    pub is_day: bool,
    /// Its zone.
    pub zone: Zone,
}

impl Time {
    /// The moment in UTC, where it is one everywhere: no day, and not wherever the reader is.
    pub fn instant(&self) -> Option<NaiveDateTime> {
        let is_one = !self.is_day && self.zone != Zone::Floating;
        is_one.then(|| self.zone.to_utc(self.at))
    }

    /// As the reader's clocks show it.
    pub fn moment(&self, own: &Zone) -> Moment {
        let at = self.zone.on(self.at, own);
        if self.is_day { Moment::on(at.date()) } else { Moment::at(at.date(), at.time()) }
    }
}

/// Names that say nothing about the item itself, or change while it stays the same.
const MUTE: [&str; 4] = ["DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "X-MICROSOFT-CDO-APPT-SEQUENCE"];

/// An item on its way to be a record.
pub(super) struct Item<'a> {
    pub component: &'a Component,
    ground: &'a Ground<'a>,
    rest: Vec<&'a ContentLine>,
    pub fields: Vec<(&'static str, String)>,
    pub links: Vec<Link>,
    pub told: Vec<Kept>,
    pub fates: Vec<(String, Fate)>,
}

impl<'a> Item<'a> {
    pub fn new(component: &'a Component, ground: &'a Ground<'a>) -> Self {
        let rest = component.lines.iter().collect();
        let odd = component.odd.iter().map(|(line, text)| {
            let value = clean_line(text).chars().take(60).collect();
            Kept { line: *line, column: None, reason: Reason::NoContentLine { value } }
        });
        let told = odd.collect();
        Self { component, ground, rest, fields: Vec::new(), links: Vec::new(), told, fates: Vec::new() }
    }

    /// The decoded value of a line, still escaped; what its bytes are not is told.
    fn value(&mut self, line: &ContentLine) -> String {
        self.ground.charset.text(line).unwrap_or_else(|text| {
            self.tell(line, Reason::BadText);
            text
        })
    }

    /// Says what is odd about a line.
    pub fn tell(&mut self, line: &ContentLine, reason: Reason) {
        let told = Kept { line: line.line, column: Some(line.name.clone()), reason };
        if !self.told.contains(&told) {
            self.told.push(told);
        }
    }

    /// Takes out the first line of a name; the others are kept.
    pub fn first(&mut self, name: &str) -> Option<&'a ContentLine> {
        let at = self.rest.iter().position(|line| line.name == name)?;
        Some(self.rest.remove(at))
    }

    /// Takes out all lines of a name.
    pub fn all(&mut self, name: &str) -> Vec<&'a ContentLine> {
        let (own, rest) = std::mem::take(&mut self.rest).into_iter().partition(|line| line.name == name);
        self.rest = rest;
        own
    }

    /// Takes out a line that fills a field with one line of text.
    pub fn line(&mut self, name: &str, key: &'static str) {
        self.text(name, key, |text| clean_line(text).into_owned());
    }

    /// Takes out a line that fills a field with text of several lines.
    pub fn note(&mut self, name: &str, key: &'static str) {
        // What our own export writes is text, whatever somebody typed.
        let is_ours = self.is_ours();
        self.text(name, key, |text| {
            let plain = if is_ours { None } else { super::html::plain(text) };
            clean_note(plain.as_deref().unwrap_or(text)).into_owned()
        });
    }

    /// Whether our own export wrote it.
    pub fn is_ours(&self) -> bool {
        self.component.lines.iter().any(|line| line.name.starts_with("X-QD-"))
    }

    fn text(&mut self, name: &str, key: &'static str, clean: impl Fn(&str) -> String) {
        let Some(line) = self.first(name) else { return };
        let text = clean(&unescape(&self.value(line)));
        self.put(name, key, text);
    }

    /// Fills a field.
    pub fn put(&mut self, name: &str, key: &'static str, text: String) {
        if !text.is_empty() {
            self.fates.push((name.to_owned(), Fate::Field(key)));
            self.fields.push((key, text));
        }
    }

    /// The text of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, text)| text.as_str())
    }

    /// Takes off what a field begins with.
    pub fn without(&mut self, key: &str, start: &str) {
        for (_, text) in self.fields.iter_mut().filter(|(name, _)| *name == key) {
            if let Some(rest) = text.strip_prefix(start) {
                *text = rest.trim_start_matches('\n').to_owned();
            }
        }
        self.fields.retain(|(name, text)| *name != key || !text.is_empty());
    }

    /// The text of a line, as several lines.
    pub fn text_of(&mut self, line: &ContentLine) -> String {
        clean_note(&unescape(&self.value(line))).into_owned()
    }

    /// The text of a line, as one line.
    pub fn plain(&mut self, line: &ContentLine) -> String {
        clean_line(&unescape(&self.value(line))).into_owned()
    }

    /// The words of all categories, between commas.
    pub fn tags(&mut self) {
        let mut words: Vec<String> = Vec::new();
        for line in self.all("CATEGORIES") {
            let value = self.value(line);
            let own = split(&value, ',');
            words.extend(
                own.iter().map(|word| clean_line(word).replace(',', " ")).filter(|word| !word.is_empty()),
            );
        }
        self.put("CATEGORIES", "tags", words.join(","));
    }

    /// A time as a line has it; nothing where it is none.
    pub fn time(&mut self, line: &ContentLine) -> Option<Time> {
        let text = self.value(line);
        self.time_of(line, &text)
    }

    /// A time in a zone that a line names; a zone that nobody knows is told, and taken for the reader's.
    pub fn time_of(&mut self, line: &ContentLine, text: &str) -> Option<Time> {
        let one = written(text)?;
        let named = line.all("TZID").next().filter(|_| !one.is_utc && !one.is_day);
        let zone = match named {
            _ if one.is_utc => Zone::Utc,
            None => Zone::Floating,
            Some(name) => self.ground.zones.find(name).unwrap_or_else(|| {
                let value = clean_line(name).chars().take(60).collect();
                self.tell(line, Reason::NoZone { value });
                Zone::Floating
            }),
        };
        Some(Time { at: one.at, is_day: one.is_day, zone })
    }

    /// The times of all lines of a name, each with its length where it says so; what is none is told.
    pub fn times(&mut self, name: &str) -> Vec<(Time, Option<String>)> {
        let mut times = Vec::new();
        for line in self.all(name) {
            let text = self.value(line);
            for part in text.split(',').filter(|part| !part.trim().is_empty()) {
                let (start, end) =
                    part.split_once('/').map_or((part, None), |(start, end)| (start, Some(end)));
                match self.time_of(line, start) {
                    Some(time) => times.push((time, end.map(str::to_owned))),
                    None => self.tell(line, Reason::BadDate { value: part.trim().to_owned() }),
                }
            }
        }
        times
    }

    /// The people who take part: each by mail, or by name.
    pub fn people(&mut self) {
        for line in self.all("ATTENDEE") {
            let value = clean_line(&unescape(&self.value(line))).into_owned();
            let mail = match value.get(..7) {
                Some(start) if start.eq_ignore_ascii_case("mailto:") => {
                    value.get(7..).unwrap_or_default().trim()
                }
                _ => value.as_str(),
            };
            let name = line.all("CN").next().map(|name| clean_line(name).into_owned()).unwrap_or_default();
            let id = value.get(..9).filter(|start| start.eq_ignore_ascii_case("urn:uuid:"));
            let id = id.and_then(|_| value.get(9..)).filter(|_| !name.is_empty());
            let (by, value) = match (mail.contains('@'), name.is_empty()) {
                _ if id.is_some() => (By::ExternalId, key::given(self.ground.source, id.unwrap_or_default())),
                (true, _) => (By::Mail, mail.to_lowercase()),
                (false, false) => (By::Name, name.clone()),
                (false, true) => (By::Name, mail.to_owned()),
            };
            let told = match (name.is_empty(), by) {
                (false, By::Mail) => format!("{name} <{mail}>"),
                (false, _) => name,
                _ => value.clone(),
            };
            if !value.is_empty() {
                self.fates.push(("ATTENDEE".to_owned(), Fate::Field("who")));
                self.links.push(Link { field: "who", by, value, label: told.into() });
            }
        }
    }

    /// The fields and links that our own export writes under names of its own.
    pub fn own<R: Record>(&mut self) {
        let single = |kind: Kind| !matches!(kind, Kind::Links(_) | Kind::Extra);
        for field in R::FIELDS.iter().filter(|field| single(field.kind)) {
            let name = own_name(field.key);
            let Some(line) = self.first(&name) else { continue };
            match field.kind {
                Kind::Link(_) => {
                    let value = key::given(self.ground.source, &self.plain(line));
                    self.fates.push((name.clone(), Fate::Field(field.key)));
                    self.links.push(Link { field: field.key, by: By::ExternalId, value, label: name.into() });
                }
                Kind::Note => {
                    let text = self.text_of(line);
                    self.put(&name, field.key, text);
                }
                _ => {
                    let text = self.plain(line);
                    self.fields.retain(|(key, _)| *key != field.key);
                    self.put(&name, field.key, text);
                }
            }
        }
    }

    /// The record that it proposes, with these columns beside its fields and links.
    pub fn proposal(&mut self, external_id: String, extra: BTreeMap<Arc<str>, String>) -> Proposal {
        Proposal {
            line: self.component.line,
            external_id,
            fields: std::mem::take(&mut self.fields).into_iter().collect(),
            links: std::mem::take(&mut self.links),
            extra: extra.into_iter().collect(),
            person: None,
        }
    }

    /// Which version it is, such that a later one sorts behind: its number, then when it was changed, in UTC.
    pub fn version(&mut self) -> Option<String> {
        let line = self.component.first("SEQUENCE");
        let number = line.map(|line| self.plain(line).parse::<u32>().unwrap_or(0));
        let line = ["LAST-MODIFIED", "DTSTAMP"].iter().find_map(|name| self.component.first(name));
        let changed = line.and_then(|line| self.time(line)).map(|time| time.zone.to_utc(time.at));
        let changed = changed.map(|at| at.format(" %Y%m%dT%H%M%SZ").to_string()).unwrap_or_default();
        let is_said = number.is_some() || !changed.is_empty();
        is_said.then(|| format!("{:010}{changed}", number.unwrap_or(0)))
    }

    /// Everything else, by what it is called.
    pub fn extra(&mut self) -> BTreeMap<Arc<str>, String> {
        let mut extra = BTreeMap::new();
        for line in std::mem::take(&mut self.rest) {
            if MUTE.contains(&line.name.as_str()) {
                self.fates.push((line.name.clone(), Fate::Ignored));
                continue;
            }
            let is_data = line.value.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data:"));
            if line.is_binary() || is_data {
                self.fates.push((line.name.clone(), Fate::Embedded));
                continue;
            }
            let value = self.value(line);
            if line.name == EXTRA
                && let [called, text] = split(&value, ';').as_slice()
            {
                keep(&mut extra, &clean_line(called), clean_note(text).into_owned());
                continue;
            }
            let text = clean_note(&unescape(&value)).into_owned();
            let name = line.all("CN").next().map(clean_line).filter(|name| !name.is_empty());
            let text = name.map_or(text.clone(), |name| format!("{name} <{text}>"));
            self.fates.push((line.name.clone(), Fate::Kept));
            keep(&mut extra, &line.name, text);
        }
        for (_, text) in &self.component.odd {
            keep(&mut extra, "line", clean_line(text).into_owned());
        }
        for part in &self.component.parts {
            self.fates.push((part.name.clone(), Fate::Kept));
            keep(&mut extra, &part.name, alarm::told(part, self.ground.charset));
        }
        extra
    }
}

/// Keeps a text under a name that is free.
pub(super) fn keep(extra: &mut BTreeMap<Arc<str>, String>, called: &str, text: String) {
    if text.is_empty() || called.is_empty() {
        return;
    }
    let mut names =
        std::iter::once(called.to_owned()).chain((2..).map(|count: u32| format!("{called} {count}")));
    if let Some(free) = names.find(|name| !extra.contains_key(name.as_str())) {
        extra.insert(free.into(), text);
    }
}
