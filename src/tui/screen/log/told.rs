//! One change of a log in words: what a form calls the field, what was there, what is there now.

use std::collections::BTreeMap;
use std::convert::Infallible;

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::action::{called, worded};
use crate::domain::id::Id;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::domain::visit::Visit;
use crate::lang::{choice, cockpit as word, field, noun};
use crate::store::Fault;
use crate::store::history::Event;
use crate::tui::paint::Paint;
use crate::tui::screen::Sight;
use crate::tui::shape::detail::Entry;

/// A change, with what is needed to word it.
#[derive(Debug, Clone)]
pub struct Told {
    event: Event,
    kind: Option<Kind>,
    /// The currency of an amount.
    currency: String,
    /// What the linked records are called.
    names: BTreeMap<Id, String>,
    /// What the record itself is called, and the day of a visit.
    name: String,
    on: Option<NaiveDate>,
}

impl Told {
    /// Looks up what a change speaks of; a change of the record whose log this is needs no subject.
    pub fn read(sight: &Sight, event: Event, own: Id) -> Result<Self, Fault> {
        let (what, key) = (Noun::from_code(&event.line.noun), event.line.field.as_deref());
        let kind = match (what, key) {
            (Some(what), Some(key)) => for_noun!(what, R => R::field(key).map(|field| field.kind)),
            _ => None,
        };
        let mut told = Self {
            event,
            kind,
            currency: String::new(),
            names: BTreeMap::new(),
            name: String::new(),
            on: None,
        };
        let record = told.event.line.record.parse::<Id>().ok().filter(|id| *id != own);
        if let (Some(what), Some(id)) = (what, record) {
            told.name = sight.store.sheet(what, id)?.map(|sheet| sheet.name).unwrap_or_default();
            if what == Noun::Visit {
                told.on = sight.store.by_id::<Visit>(id)?.and_then(|visit| visit.when).map(|when| when.day);
            }
        }
        match (kind, what) {
            (Some(Kind::Link(noun) | Kind::Links(noun)), _) => told.name(sight, noun)?,
            (Some(Kind::Money), Some(what)) => told.currency = told.paid_in(sight, what)?,
            _ => {}
        }
        Ok(told)
    }

    fn name(&mut self, sight: &Sight, noun: Noun) -> Result<(), Fault> {
        let sides = [&self.event.line.old, &self.event.line.new];
        let ids = sides.into_iter().filter_map(Value::as_text).flat_map(|ids| ids.split(','));
        for id in ids.filter_map(|id| id.parse::<Id>().ok()) {
            self.names.extend(sight.store.sheet(noun, id)?.map(|sheet| (id, sheet.name)));
        }
        Ok(())
    }

    /// The record's own currency, or else the one that is usual here.
    fn paid_in(&self, sight: &Sight, what: Noun) -> Result<String, Fault> {
        let Ok(id) = self.event.line.record.parse::<Id>() else { return Ok(sight.desk.currency.clone()) };
        let own = for_noun!(what, R => sight.store.by_id::<R>(id)?.and_then(|record| {
            R::field("currency").map(|field| (field.get)(&record))
        }));
        let own = own.as_ref().and_then(Value::as_text).filter(|code| !code.is_empty());
        Ok(own.unwrap_or(&sight.desk.currency).to_owned())
    }

    /// The change as label and text.
    pub fn entry(&self, paint: &Paint) -> Entry {
        let line = &self.event.line;
        let what = Noun::from_code(&line.noun).map(Noun::code).unwrap_or_default();
        let subject = self.subject(paint);
        let text = match line.field.as_deref() {
            None => born(what, &line.new, subject.is_some(), paint),
            Some("gone") => {
                let word = if line.new == Value::Int(1) { word::REMOVED } else { word::BROUGHT_BACK };
                word.text(paint.lang).to_owned()
            }
            Some(key) => {
                let label = field::word(what, key).map_or(key, |word| word.text(paint.lang));
                let arrow = paint.theme.glyphs.arrow;
                let change =
                    format!("{} {arrow} {}", self.side(&line.old, paint), self.side(&line.new, paint));
                word::OF.fill(paint.lang, &[&label, &change])
            }
        };
        let text = match subject {
            Some(subject) => word::OF.fill(paint.lang, &[&subject, &text]),
            None => text,
        };
        let way = match self.event.origin.as_str() {
            "undo" => format!(" · {}", word::BY_UNDO.text(paint.lang)),
            "redo" => format!(" · {}", word::BY_REDO.text(paint.lang)),
            "import" => format!(" · {}", word::BY_IMPORT.text(paint.lang)),
            _ => String::new(),
        };
        let text = format!("{text} · {}{way}", self.event.author);
        Entry::Pair(paint.moment(self.event.at), text, Style::new())
    }

    /// Which record a change is about: what hangs on the one whose log this is.
    fn subject(&self, paint: &Paint) -> Option<String> {
        let what = Noun::from_code(&self.event.line.noun)?;
        let name = called(paint.lang, what, &self.name);
        let name = self.on.map_or(name, |on| paint.day(on));
        let noun = noun::name(paint.lang, what.code());
        // An answer's birth names its question itself.
        let says_itself = what == Noun::Answer && self.event.line.field.is_none();
        (!self.name.is_empty() && !says_itself).then(|| word::SUBJECT.fill(paint.lang, &[&noun, &name]))
    }

    /// What was there before or is there now.
    fn side(&self, value: &Value, paint: &Paint) -> String {
        let kind = self.kind.unwrap_or(Kind::Line);
        let name = |_, id| Ok::<_, Infallible>(self.names.get(&id).cloned());
        let Ok(text) = worded::value(paint.lang, kind, value, &self.currency, name);
        if text.is_empty() { "—".to_owned() } else { text }
    }
}

/// A birth: an answer says what it says, everything else what it is.
fn born(what: &'static str, whole: &Value, is_named: bool, paint: &Paint) -> String {
    let known = whole.as_text().and_then(|whole| serde_json::from_str::<serde_json::Value>(whole).ok());
    let text =
        |key: &str| known.as_ref().and_then(|whole| whole.get(key)).and_then(serde_json::Value::as_str);
    let number = known.as_ref().and_then(|whole| whole.get("question")).and_then(serde_json::Value::as_i64);
    match (number, text("verdict")) {
        (Some(number), Some(verdict)) if what == Noun::Answer.code() => {
            let grade = text("grade").and_then(|code| choice::word("grade", code));
            let grade = grade.map(|word| word.text(paint.lang)).unwrap_or_default();
            let said = word::ANSWERED_AS.fill(paint.lang, &[&number, &verdict, &grade]);
            [Some(said.as_str()), text("subject"), text("note")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        (None, Some(verdict)) if what == Noun::Review.code() => {
            let ritual = text("ritual").and_then(|code| choice::word("ritual", code));
            let verdict = choice::word("review_verdict", verdict);
            let named = |word: Option<crate::lang::Word>| word.map(|word| word.text(paint.lang));
            [named(ritual), named(verdict), text("reason"), text("idea")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        _ if is_named => word::BORN.text(paint.lang).to_owned(),
        _ => format!("{} {}", word::BORN.text(paint.lang), noun::name(paint.lang, what)),
    }
}
