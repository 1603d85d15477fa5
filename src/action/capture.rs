//! One line becomes a visit or a to-do: names are looked up in the book, what is in view is linked.

use std::cell::RefCell;
use std::collections::HashMap;

use super::failure::{Failure, Mistake};
use super::{Desk, Done, Said, assign, generic};
use crate::domain::account::Account;
use crate::domain::capture::{self, Capture, Doubt, Kind, Named, Note};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::todo::Todo;
use crate::domain::visit::{Visit, VisitType};
use crate::lang::{Lang, capture as word, choice};
use crate::store::{Fault, Sheet, Store};

/// What was looked up already, by the word.
pub type Memo = RefCell<HashMap<String, Vec<Named>>>;

/// A line that was read, with what it is linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub capture: Capture,
    /// The account: as named, or of whom or what is named, or in view.
    pub account: Option<Sheet>,
    /// The deal: as named, or in view.
    pub deal: Option<Sheet>,
}

/// Reads a line; `about` is the account or deal in view.
pub fn read(
    store: &Store,
    desk: &Desk,
    line: &str,
    about: Option<(Noun, i64)>,
    memo: &Memo,
) -> Result<Reading, Fault> {
    let (deal, near) = view(store, about)?;
    // The closure can't give a fault back, and a book that can't be read says so right after.
    let lookup = |text: &str| {
        let known = memo.borrow().get(text).cloned();
        known.unwrap_or_else(|| {
            let found = named(store, text).unwrap_or_default();
            memo.borrow_mut().insert(text.to_owned(), found.clone());
            found
        })
    };
    let days = assign::days(store, desk);
    let capture = capture::read(line, &capture::Desk { days, lookup: &lookup, near });
    let own = capture.account.as_ref().map(|one| one.id);
    let of = |one: &Named| one.account;
    let account = own
        .or_else(|| capture.deal.as_ref().and_then(of))
        .or_else(|| capture.people.iter().find_map(of))
        .or(near);
    // A new firm is not the one in view.
    let is_new = capture.fresh.iter().any(|one| one.noun == Noun::Account);
    let account = account.filter(|_| !is_new || own.is_some());
    let deal = match &capture.deal {
        Some(one) => Some(sheet(one)),
        None => deal.filter(|_| account == near),
    };
    let account = account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
    Ok(Reading { capture, account, deal })
}

/// What has to be said of a line before it is taken, in words.
pub fn remark(note: &Note, lang: Lang) -> String {
    match note {
        Note::Past(moment) => word::PAST.fill(lang, &[&moment.to_string().replace('T', " ")]),
        Note::SaidPast(text) => word::SAID_PAST.fill(lang, &[text]),
        Note::NoSuchDay(text) => word::NO_SUCH_DAY.fill(lang, &[text]),
        Note::SeveralDays(text) => word::SEVERAL_DAYS.fill(lang, &[text]),
        Note::NoSuchTime(text) => word::NO_SUCH_TIME.fill(lang, &[text]),
        Note::Untold(year) => word::UNTOLD.fill(lang, &[year]),
        Note::Zone(zone) => word::ZONE.fill(lang, &[zone]),
    }
}

/// The line as one of the other kind: the word for it stands before it, unless the line says it without.
pub fn turned(store: &Store, desk: &Desk, line: &str, about: Option<(Noun, i64)>) -> Result<String, Fault> {
    let memo = Memo::default();
    let wants_visit = !read(store, desk, line, about, &memo)?.capture.is_visit();
    let marks =
        [word::PREFIX_VISIT, word::PREFIX_TODO].map(|mark| [mark.text(Lang::En), mark.text(Lang::Zh)]);
    let bare = marks.iter().flatten().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
    if read(store, desk, bare, about, &memo)?.capture.is_visit() == wants_visit {
        return Ok(bare.to_owned());
    }
    let mark = if wants_visit { word::PREFIX_VISIT } else { word::PREFIX_TODO };
    Ok(format!("{}{bare}", mark.text(desk.lang)))
}

/// The deal in view, and the account.
fn view(store: &Store, about: Option<(Noun, i64)>) -> Result<(Option<Sheet>, Option<Id>), Fault> {
    Ok(match about {
        Some((Noun::Opp, no)) => match store.get::<Opportunity>(no)? {
            Some(deal) => {
                let sheet = Sheet { no, id: deal.head.id, name: deal.title };
                (Some(sheet), deal.account)
            }
            None => (None, None),
        },
        Some((Noun::Account, no)) => (None, store.get::<Account>(no)?.map(|account| account.head.id)),
        _ => (None, None),
    })
}

fn sheet(one: &Named) -> Sheet {
    Sheet { no: one.no, id: one.id, name: one.name.clone() }
}

/// The accounts, people and deals that may be meant by a word.
fn named(store: &Store, text: &str) -> Result<Vec<Named>, Fault> {
    let mut found = Vec::new();
    // A number is no name: it may be an amount or a count.
    if !text.chars().any(char::is_alphabetic) {
        return Ok(found);
    }
    for noun in [Noun::Account, Noun::Person, Noun::Opp] {
        for sheet in store.meant(noun, text)? {
            let mut one =
                Named { noun, no: sheet.no, id: sheet.id, name: sheet.name, also: Vec::new(), account: None };
            match noun {
                Noun::Account => {
                    let account = store.get::<Account>(one.no)?;
                    one.also.extend(
                        account.into_iter().flat_map(|account| [account.short, account.name_en]).flatten(),
                    );
                }
                Noun::Person => one.account = store.get::<Person>(one.no)?.and_then(|person| person.account),
                _ => one.account = store.get::<Opportunity>(one.no)?.and_then(|deal| deal.account),
            }
            found.push(one);
        }
    }
    Ok(found)
}

/// Makes the visit or the to-do that a line says, as one batch; a name that may mean several is a mistake.
pub fn add(store: &mut Store, desk: &Desk, line: &str, about: Option<(Noun, i64)>) -> Result<Done, Failure> {
    let line = crate::domain::clean::clean_line(line);
    let reading = read(store, desk, &line, about, &Memo::default())?;
    if let Some(doubt) = reading.capture.doubts.first() {
        return Err(ambiguous(store, doubt)?.into());
    }
    let name = format!("add {line}");
    let words = words(&reading, desk);
    let mut done = match reading.capture.kind {
        Kind::Visit(_) => generic::add_as::<Visit>(store, desk, &words, &name)?,
        Kind::Todo(_) => generic::add_as::<Todo>(store, desk, &words, &name)?,
    };
    if let Said::Added(_, _, name) = &mut done.said
        && name.is_empty()
    {
        *name = line.into_owned();
    }
    Ok(done)
}

fn ambiguous(store: &Store, doubt: &Doubt) -> Result<Mistake, Fault> {
    let mut sheets = Vec::with_capacity(doubt.candidates.len());
    for one in &doubt.candidates {
        let account = one.account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
        let of = account.map_or_else(String::new, |account| format!(" ({})", account.name));
        sheets.push(Sheet { name: format!("{}{of}", one.name), ..sheet(one) });
    }
    let noun = doubt.candidates.first().map_or(Noun::Person, |one| one.noun);
    Ok(Mistake::Ambiguous(noun, doubt.text.clone(), sheets))
}

/// The form of a visit whose word says no more than its type.
fn form(of: VisitType, desk: &Desk) -> String {
    choice::label(desk.lang, VisitType::LIST, of.code()).to_owned()
}

/// The line as `field=value` words of its record.
fn words(reading: &Reading, desk: &Desk) -> Vec<String> {
    let capture = &reading.capture;
    let id = |sheet: &Option<Sheet>| sheet.as_ref().map(|sheet| sheet.id.to_string());
    let fresh = |noun: Noun| {
        capture
            .fresh
            .iter()
            .filter(move |one| one.noun == noun)
            .map(|one| format!("+{}", one.name.replace(',', " ")))
    };
    let people = || capture.people.iter().map(|one| one.id.to_string());
    let account = fresh(Noun::Account).next().or_else(|| id(&reading.account));
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let when = capture.when.map(|when| when.to_string());
    let is_series = capture.recur.is_some();
    let series = || Id::born_at(u64::try_from(desk.stamp.at.timestamp_millis()).unwrap_or(0)).to_string();
    let mut words = vec![
        ("account", account),
        ("opportunity", id(&reading.deal)),
        ("tags", text(&capture.tags.join(","))),
        ("recur", capture.recur.map(|rule| rule.to_string())),
        ("series", is_series.then(series)),
        ("occurrence", capture.when.filter(|_| is_series).map(|when| when.day.to_string())),
    ];
    match capture.kind {
        Kind::Visit(of) => words.extend([
            ("type", text(of.code())),
            ("who", text(&people().chain(fresh(Noun::Person)).collect::<Vec<_>>().join(","))),
            ("what", Some(capture.what.clone().unwrap_or_else(|| form(of, desk)))),
            ("why", text(&capture.text)),
            ("where", capture.place.clone()),
            ("when", when),
            ("lasts", capture.lasts.map(|minutes| format!("{minutes}m"))),
            ("until", capture.until.map(|day| day.to_string())),
        ]),
        Kind::Todo(kind) => words.extend([
            ("title", text(&capture.text)),
            ("kind", text(kind.code())),
            ("due", when),
            ("person", people().next()),
            ("priority", capture.priority.map(|level| level.code().to_owned())),
            ("waiting_on", capture.waiting_on.clone()),
        ]),
    }
    words.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value?))).collect()
}

#[cfg(test)]
mod tests;
