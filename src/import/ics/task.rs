//! To-dos of a calendar.

use std::collections::HashMap;

use super::Taken;
use super::component::Component;
use super::item::{Ground, Item, Time, keep};
use super::repeat::repeat;
use super::time::span;
use crate::domain::clean::clean_line;
use crate::domain::moment::{Instant, Moment};
use crate::domain::todo::Todo;
use crate::import::key;
use crate::import::reading::Proposal;
use crate::import::reason::Reason;

/// All to-dos that are whole.
pub(super) fn all(items: &[&Component], ground: &Ground, taken: &mut Taken) {
    let mut lines: HashMap<String, u64> = HashMap::new();
    for component in items {
        let mut item = Item::new(component, ground);
        match one(&mut item, ground) {
            Ok((proposal, is_made)) => {
                let first = lines.get(&proposal.external_id).copied().filter(|_| !is_made);
                if let Some(line) = first {
                    taken.reject(component, component.line, None, Reason::Duplicate { line });
                    continue;
                }
                lines.insert(proposal.external_id.clone(), component.line);
                for (label, fate) in item.fates {
                    taken.note(&label, fate);
                }
                taken.kept.extend(item.told);
                taken.add(proposal, is_made);
            }
            Err((line, reason)) => taken.reject(component, line, None, reason),
        }
    }
}

/// One to-do, and whether its key was made.
fn one(item: &mut Item, ground: &Ground) -> Result<(Proposal, bool), (u64, Reason)> {
    item.line("SUMMARY", "title");
    item.note("DESCRIPTION", "notes");
    if item.get("title").is_none() {
        let first = item
            .get("notes")
            .and_then(|notes| notes.lines().next())
            .map(|line| clean_line(line).into_owned());
        item.put("DESCRIPTION", "title", first.unwrap_or_default());
    }
    let Some(title) = item.get("title").map(str::to_owned) else {
        return Err((item.component.line, Reason::NoName));
    };
    item.tags();
    let start = moment(item, "DTSTART");
    due(item, start.as_ref(), ground);
    if let Some(start) = &start {
        item.put("DTSTART", "wait_until", start.moment(&ground.own).day.to_string());
    }
    let begins = item.component.first("DUE").and_then(|line| item.time(line)).or(start.clone());
    if let Some(repeat) = repeat(item, begins.as_ref()) {
        item.put("RRULE", "recur", repeat.to_string());
    }
    state(item, ground);
    priority(item);
    item.own::<Todo>();
    let version = item.version();
    item.fields.extend(version.map(|version| ("version", version)));
    let uid = item.first("UID").map(|line| item.plain(line)).filter(|uid| !uid.is_empty());
    let again = item.first("RECURRENCE-ID").map(|line| item.plain(line));
    let external_id = match (&uid, again) {
        (Some(uid), Some(again)) => key::given(ground.source, &format!("{uid}/{again}")),
        (Some(uid), None) => key::given(ground.source, uid),
        (None, _) => key::made(ground.source, &[&title, item.get("due").unwrap_or_default()]),
    };
    let mut extra = item.extra();
    if let Some(start) = start.filter(|start| !start.is_day) {
        let own = start.moment(&ground.own);
        keep(&mut extra, "DTSTART", own.to_string());
    }
    let proposal = item.proposal(external_id, extra);
    Ok((proposal, uid.is_none()))
}

/// A time of a to-do; what is none is told.
fn moment(item: &mut Item, name: &str) -> Option<Time> {
    let line = item.first(name)?;
    let found = item.time(line);
    if found.is_none() {
        let value = item.plain(line);
        item.tell(line, Reason::BadDate { value });
    }
    found
}

/// By when: as it says, or so long after it begins.
fn due(item: &mut Item, start: Option<&Time>, ground: &Ground) {
    if let Some(due) = moment(item, "DUE") {
        return set_due(item, "DUE", &due, ground);
    }
    let Some(line) = item.first("DURATION") else { return };
    let text = item.plain(line);
    let Some(span) = span(&text) else { return item.tell(line, Reason::BadLength { value: text }) };
    let end = start.and_then(|start| Some(Time { at: start.at.checked_add_signed(span)?, ..start.clone() }));
    if let Some(end) = end {
        set_due(item, "DURATION", &end, ground);
    }
}

fn set_due(item: &mut Item, name: &str, due: &Time, ground: &Ground) {
    item.put(name, "due", due.moment(&ground.own).to_string());
    item.put(name, "instant", due.instant().map(|at| Instant(at).to_string()).unwrap_or_default());
}

/// Whether it is done, and since when.
fn state(item: &mut Item, ground: &Ground) {
    let done: Option<Moment> = moment(item, "COMPLETED").map(|done| done.moment(&ground.own));
    let line = item.component.first("STATUS");
    let status = line.map(|line| item.plain(line).to_uppercase()).unwrap_or_default();
    let state = match status.as_str() {
        _ if item.component.is_taken_back => "dropped",
        "COMPLETED" => "done",
        "CANCELLED" => "dropped",
        "" if done.is_some() => "done",
        _ => "open",
    };
    if matches!(status.as_str(), "COMPLETED" | "CANCELLED" | "NEEDS-ACTION") {
        item.all("STATUS");
    }
    item.put("STATUS", "state", state.to_owned());
    if let Some(done) = done {
        item.put("COMPLETED", "done_at", done.to_string());
    }
}

/// 1 to 4 press most, 6 to 9 least; the number stays with the record where it says more.
fn priority(item: &mut Item) {
    let Some(line) = item.component.first("PRIORITY") else { return };
    let text = item.plain(line);
    let (priority, is_all) = match text.parse::<u32>() {
        Ok(0) => {
            item.first("PRIORITY");
            return;
        }
        Ok(number @ 1..=4) => ("high", number == 1),
        Ok(5) => ("medium", true),
        Ok(number @ 6..=9) => ("low", number == 9),
        _ => return item.tell(line, Reason::OutOfRange { value: text }),
    };
    if is_all {
        item.first("PRIORITY");
    }
    item.put("PRIORITY", "priority", priority.to_owned());
}
