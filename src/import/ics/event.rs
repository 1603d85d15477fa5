//! Events: each time of each of them a visit.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::Taken;
use super::component::Component;
use super::item::{Ground, Item, Time};
use super::own::{ABOUT, JOINT, LEAD, UNNAMED};
use super::series::{Length, Series, is_exception, is_lasting, length, on_clock};
use super::stamp::stamp;
use crate::domain::clean::clean_line;
use crate::domain::moment::Instant;
use crate::domain::visit::Visit;
use crate::import::key;
use crate::import::reading::{self as read, Fate, Proposal, Skip};
use crate::import::reason::Reason;

/// All events that are whole.
pub(super) fn all(items: Vec<&Component>, ground: &Ground, taken: &mut Taken) {
    let (apart, items): (Vec<&Component>, Vec<&Component>) =
        items.into_iter().partition(|item| is_exception(item));
    let mut exceptions: HashMap<String, Vec<&Component>> = HashMap::new();
    for item in apart {
        exceptions.entry(uid(item, ground).unwrap_or_default()).or_default().push(item);
    }
    let mut owners: HashMap<String, &Component> = HashMap::new();
    for item in newest(&items, |item| uid(item, ground), taken) {
        let own = uid(item, ground);
        let apart = own.as_ref().and_then(|uid| exceptions.remove(uid)).unwrap_or_default();
        one(item, own.as_deref(), &apart, ground, taken);
        if let Some(uid) = own {
            owners.insert(uid, item);
        }
    }
    // Those whose series is not in the file stand alone.
    let mut left: Vec<(String, Vec<&Component>)> = exceptions.into_iter().collect();
    left.sort_by_key(|(_, items)| items.first().map(|item| item.line));
    for (uid, items) in left {
        let same = |item: &Component| item.first("RECURRENCE-ID").map(|line| text_of(&line.value));
        for item in newest(&items, same, taken) {
            alone(item, Some(&uid).filter(|uid| !uid.is_empty()).map(String::as_str), ground, taken);
        }
    }
}

/// Of several items with one key the one that was changed last, or stands last; the others are rejected.
fn newest<'a>(
    items: &[&'a Component],
    key: impl Fn(&Component) -> Option<String>,
    taken: &mut Taken,
) -> Vec<&'a Component> {
    let change = |item: &Component| {
        let number = item.first("SEQUENCE").and_then(|line| text_of(&line.value).trim().parse::<i64>().ok());
        (number.unwrap_or(0), item.line)
    };
    let mut last: HashMap<String, &Component> = HashMap::new();
    for item in items {
        if let Some(key) = key(item) {
            let held = last.entry(key).or_insert(item);
            if change(item) > change(held) {
                *held = item;
            }
        }
    }
    let mut kept = Vec::new();
    for item in items {
        match key(item).and_then(|key| last.get(&key)).filter(|held| held.line != item.line) {
            Some(held) => taken.reject(item, item.line, None, Reason::Duplicate { line: held.line }),
            None => kept.push(*item),
        }
    }
    kept
}

fn text_of(value: &[u8]) -> String {
    clean_line(&String::from_utf8_lossy(value)).into_owned()
}

/// The id of an event; nothing where it has none.
fn uid(item: &Component, ground: &Ground) -> Option<String> {
    let line = item.first("UID")?;
    let text = ground.charset.text(line).unwrap_or_else(|text| text);
    Some(clean_line(&crate::import::content_line::unescape(&text)).into_owned()).filter(|uid| !uid.is_empty())
}

/// An event with its exceptions.
fn one(component: &Component, uid: Option<&str>, apart: &[&Component], ground: &Ground, taken: &mut Taken) {
    let mut item = Item::new(component, ground);
    let series = match Series::of(&mut item, ground) {
        Ok(series) => series,
        Err((line, column, reason)) => {
            taken.reject(component, line, column, reason);
            return apart.iter().for_each(|item| alone(item, uid, ground, taken));
        }
    };
    let is_off = is_off(&mut item);
    let mut times = series.times.clone();
    let apart = if is_off { &[] } else { apart };
    if is_off {
        // What is called off stands once, where it began.
        times = BTreeMap::from([(series.start.at, series.length)]);
    }
    let mut changed: BTreeMap<NaiveDateTime, &Component> = BTreeMap::new();
    let own = |item: &Component| {
        let line = item.first("RECURRENCE-ID")?;
        Item::new(item, ground).time(line).map(|time| on_clock(&time, &series.start))
    };
    let key = |item: &Component| own(item).map(|at| at.to_string());
    for item in newest(apart, key, taken) {
        match own(item) {
            Some(at) => {
                times.remove(&at);
                changed.insert(at, item);
            }
            None => alone(item, uid, ground, taken),
        }
    }
    // What changes all later times takes them from the series, up to the next that does.
    let mut later: HashMap<NaiveDateTime, Vec<NaiveDateTime>> = HashMap::new();
    let lasts = |component: &Component| is_lasting(component) && begins(component, ground);
    for (at, _) in changed.iter().rev().filter(|(_, component)| lasts(component)) {
        later.insert(*at, times.split_off(at).into_keys().collect());
    }
    let version = item.version();
    let base = base(&mut item, uid, version.as_ref().map(|version| format!("{version}/")), ground);
    let first = taken.proposals.len();
    let mut count = 0;
    for (at, length) in &times {
        let start = Time { at: *at, ..series.start.clone() };
        let id = (!is_off && (series.repeats || !changed.is_empty())).then(|| stamp(*at, &series.start));
        count += usize::from(put(&base, &start, *length, id.as_deref(), ground, taken));
    }
    let is_ours = item.is_ours();
    let external_id = base.proposal.external_id.clone();
    finish(item, &base, count, taken);
    let mut unread = Vec::new();
    for (at, component) in changed {
        if !begins(component, ground) {
            unread.push(format!("{external_id}/{}", stamp(at, &series.start)));
        }
        let of = Of {
            at,
            series: &series,
            version: version.as_deref(),
            later: later.remove(&at).unwrap_or_default(),
        };
        exception(component, uid, Some(&of), ground, taken);
    }
    // Whose times are not all known, or who has no name, may have others still; our own are not followed.
    if uid.is_some() && series.is_whole && !is_ours {
        let own = taken.proposals.get(first..).unwrap_or_default();
        let said = own.iter().map(|one| one.external_id.clone()).chain(unread).collect();
        taken.series.push(read::Series { external_id, version, said, window: ground.window, is_off });
    }
}

/// Whether all of an event is called off, by its calendar or by itself.
fn is_off(item: &mut Item) -> bool {
    let status = item.component.first("STATUS").map(|line| item.plain(line));
    item.component.is_taken_back || status.is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"))
}

/// The series that a time differs from.
struct Of<'a> {
    /// When it would have been.
    at: NaiveDateTime,
    series: &'a Series,
    version: Option<&'a str>,
    /// The times that differ with it.
    later: Vec<NaiveDateTime>,
}

/// Whether it can be told when an event begins; what can't is rejected, and takes nothing with it.
fn begins(component: &Component, ground: &Ground) -> bool {
    let mut item = Item::new(component, ground);
    item.first("DTSTART").is_none_or(|line| item.time(line).is_some())
}

/// One time of a series that is not in the file.
fn alone(component: &Component, uid: Option<&str>, ground: &Ground, taken: &mut Taken) {
    exception(component, uid, None, ground, taken);
}

/// One time that differs from its series, and the later ones that differ with it.
fn exception(component: &Component, uid: Option<&str>, of: Option<&Of>, ground: &Ground, taken: &mut Taken) {
    let mut item = Item::new(component, ground);
    let named = item.first("RECURRENCE-ID").and_then(|line| item.time(line));
    let begun = item.first("DTSTART");
    let start = match begun.map(|line| (line, item.time(line))) {
        Some((_, Some(start))) => start,
        Some((line, None)) => {
            let value = item.plain(line);
            return taken.reject(component, line.line, Some(line.name.clone()), Reason::BadDate { value });
        }
        // It takes place when the series says.
        None => match (of, named.clone()) {
            (Some(of), _) => Time { at: of.at, ..of.series.start.clone() },
            _ => return taken.reject(component, component.line, None, Reason::NoStart),
        },
    };
    let has_end = ["DTEND", "DURATION"].iter().any(|name| component.first(name).is_some());
    let own = length(&mut item, &start);
    let own = if has_end { own } else { of.map_or(own, |of| of.series.length) };
    let id = match (of, named) {
        (Some(of), _) => stamp(of.at, &of.series.start),
        (None, Some(named)) => stamp(named.at, &named),
        (None, None) => stamp(start.at, &start),
    };
    let version = item.version();
    let series = of.and_then(|of| of.version).unwrap_or_default();
    let version = version.map(|own| format!("{series}/{own}"));
    let base = base(&mut item, uid, version, ground);
    let mut count = usize::from(put(&base, &start, own, Some(&id), ground, taken));
    if let Some(of) = of {
        for time in &of.later {
            // As far from this one as in the series, on the clock that holds from now on.
            let at = start.at.checked_add_signed(*time - of.at).unwrap_or(start.at);
            let id = stamp(*time, &of.series.start);
            let start = Time { at, ..start.clone() };
            count += usize::from(put(&base, &start, own, Some(&id), ground, taken));
        }
    }
    finish(item, &base, count, taken);
}

/// What all times of an event have in common.
struct Base {
    proposal: Proposal,
    is_made: bool,
}

fn base(item: &mut Item, uid: Option<&str>, version: Option<String>, ground: &Ground) -> Base {
    if item.first(UNNAMED).is_some() {
        item.first("SUMMARY");
    }
    item.line("SUMMARY", "what");
    item.line("LOCATION", "where");
    text(item);
    item.tags();
    item.people();
    let status = item.component.first("STATUS").map(|line| item.plain(line).to_uppercase());
    match status.as_deref() {
        _ if item.component.is_taken_back => item.put("METHOD", "status", "cancelled".to_owned()),
        Some("CANCELLED") => {
            item.first("STATUS");
            item.put("STATUS", "status", "cancelled".to_owned());
        }
        Some("CONFIRMED") => drop(item.all("STATUS")),
        _ => {}
    }
    item.own::<Visit>();
    item.fields.extend(version.map(|version| ("version", version)));
    for name in ["UID", "RDATE", "EXDATE"] {
        item.all(name);
    }
    let begun = item.component.first("DTSTART").map(|line| text_of(&line.value));
    let ruled = item.component.first("RRULE").map(|line| text_of(&line.value));
    let parts = [item.get("what"), item.get("where"), begun.as_deref(), ruled.as_deref()];
    let external_id = match uid {
        Some(uid) => key::given(ground.source, uid),
        None => key::made(ground.source, &parts.map(Option::unwrap_or_default)),
    };
    let extra = item.extra();
    let proposal = item.proposal(external_id, extra);
    Base { proposal, is_made: uid.is_none() }
}

/// Name and text, without what our own export says before them.
fn text(item: &mut Item) {
    item.note("DESCRIPTION", "notes");
    // The same as a page: for what has no plain text.
    if item.get("notes").is_none() {
        item.note("X-ALT-DESC", "notes");
    }
    if !item.all("X-ALT-DESC").is_empty() {
        item.fates.push(("X-ALT-DESC".to_owned(), Fate::Ignored));
    }
    if let Some(lead) = item.first(LEAD).map(|line| item.plain(line)) {
        item.without("what", &format!("{lead}{JOINT}"));
    }
    if let Some(line) = item.first(ABOUT) {
        let about = item.text_of(line);
        item.without("notes", &about);
    }
}

/// Adds one time of an event, if it is in the window.
fn put(
    base: &Base,
    start: &Time,
    length: Length,
    id: Option<&str>,
    ground: &Ground,
    taken: &mut Taken,
) -> bool {
    let moment = start.moment(&ground.own);
    let begun = start.zone.on(start.at, &ground.own);
    let ended = begun.checked_add_signed(length.unwrap_or_default()).unwrap_or(begun);
    // What ends at midnight is over with the day before.
    let is_over = length.is_some_and(|length| length > Duration::zero()) && ended.time() == NaiveTime::MIN;
    let last = if is_over { ended.date().pred_opt().unwrap_or(ended.date()) } else { ended.date() };
    let (from, to) = ground.window;
    if moment.day > to || last < from {
        return false;
    }
    let mut proposal = base.proposal.clone();
    if let Some(id) = id {
        proposal.external_id = format!("{}/{id}", proposal.external_id);
    }
    let mut field = |key: &'static str, text: String| proposal.fields.push(key, &text);
    field("when", moment.to_string());
    if let Some(instant) = start.instant() {
        field("instant", Instant(instant).to_string());
    }
    let has = |key: &str| base.proposal.get(key).is_some();
    if let Some(length) = length.filter(|length| !start.is_day && length.num_minutes() > 0 && !has("lasts")) {
        field("lasts", length.num_minutes().to_string());
    }
    if last > moment.day && !has("until") {
        field("until", last.to_string());
    }
    if let Some(zone) =
        start.zone.name().filter(|_| !has("zone") && start.zone != ground.own && !start.is_day)
    {
        field("zone", zone.to_owned());
    }
    taken.add(proposal, base.is_made);
    true
}

/// Tells what became of the properties of an event.
fn finish(item: Item, base: &Base, count: usize, taken: &mut Taken) {
    for (label, key) in [("DTSTART", "when"), ("DTEND", "lasts"), ("DURATION", "lasts")] {
        if item.component.first(label).is_some() {
            taken.note(label, Fate::Field(key));
        }
    }
    let mut seen = HashSet::new();
    for (label, fate) in item.fates {
        if seen.insert(label.clone()) || matches!(fate, Fate::Field(_)) {
            taken.note(&label, fate);
        }
    }
    taken.kept.extend(item.told);
    if count == 0 {
        taken.skipped.push((base.proposal.line, Skip::OutsideWindow));
    }
}
