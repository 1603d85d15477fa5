//! What has no field: kept with the person under what it is called, and told where it is odd.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cards::Card;
use super::own::{self, EXTRA};
use super::person::Work;
use super::property::Property;
use crate::domain::clean::{clean_line, clean_note};
use crate::import::content_line::{split, unescape};
use crate::import::reading::{Fate, Kept};
use crate::import::reason::Reason;

impl Work {
    /// What is odd about a card that is taken.
    pub fn told(&self, card: &Card) -> Vec<Kept> {
        let bad = self.bag.0.iter().filter(|one| one.is_bad);
        let bad =
            bad.map(|one| Kept { line: one.line, column: Some(one.name.clone()), reason: Reason::BadText });
        let odd = card.odd.iter().map(|(line, text)| {
            let value = clean_line(text).chars().take(60).collect();
            Kept { line: *line, column: None, reason: Reason::NoContentLine { value } }
        });
        let kind = self.bag.0.iter().find(|one| one.name == "KIND" || one.name == "X-ABSHOWAS");
        let kind = kind.map(Property::text).filter(|kind| !kind.eq_ignore_ascii_case("individual"));
        let kind =
            kind.map(|value| Kept { line: card.line, column: None, reason: Reason::NoPerson { value } });
        bad.chain(odd).chain(kind).collect()
    }

    /// Everything else, by what it is called.
    pub fn rest(&mut self, card: &Card) -> BTreeMap<Arc<str>, String> {
        let mut extra = BTreeMap::new();
        for one in std::mem::take(&mut self.bag.0) {
            let (called, text) = kept(&one);
            if !text.is_empty() {
                self.fates.push((one.name.clone(), Fate::Kept));
                keep(&mut extra, &called, text);
            }
        }
        for (_, text) in &card.odd {
            keep(&mut extra, "line", clean_line(text).into_owned());
        }
        extra
    }
}

fn kept(one: &Property) -> (String, String) {
    if one.name == EXTRA
        && let [called, text] = split(&one.value, ';').as_slice()
    {
        return (clean_line(called).into_owned(), clean_note(text).into_owned());
    }
    if ["ADR", "ORG", "N", "GENDER"].contains(&one.name.as_str()) {
        let parts = split(&one.value, ';').into_iter().map(|part| clean_note(&part).into_owned());
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        return (one.kept_as(), parts.join(", "));
    }
    let text = clean_note(&unescape(&one.value)).into_owned();
    if ["BDAY", "ANNIVERSARY"].contains(&one.name.as_str()) {
        return (one.kept_as(), own::yearless(&text).unwrap_or(text));
    }
    (one.kept_as(), text)
}

fn keep(extra: &mut BTreeMap<Arc<str>, String>, called: &str, text: String) {
    let mut names =
        std::iter::once(called.to_owned()).chain((2..).map(|count: u32| format!("{called} {count}")));
    if let Some(free) = names.find(|name| !extra.contains_key(name.as_str())) {
        extra.insert(free.into(), text);
    }
}
