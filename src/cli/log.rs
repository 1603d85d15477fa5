//! What happened: each change with its moment, its author, and what was there before and after.

use serde_json::{Value as Json, json};

use super::json::{self, Object};
use super::list::Array;
use super::page::{Page, Style};
use super::session::Session;
use super::trouble::Trouble;
use super::words;
use crate::action::{resolve, worded};
use crate::domain::id::Id;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::{Field, Record};
use crate::domain::value::Value;
use crate::lang::{cli, field, noun};
use crate::store::history::Event;

/// How many changes are read at most.
const MOST: i64 = 10_000;
/// How many are shown where no record is named.
const LATELY: i64 = 200;

/// `log`, `log RECORD` for a deal, `log NOUN RECORD`.
pub fn log(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let events = match said {
        [] => session.store.recent(LATELY)?,
        [what, rest @ ..] if !rest.is_empty() && Noun::from_code(what).is_some() => {
            let what = Noun::from_code(what).unwrap_or(Noun::Opp);
            history(session, what, &rest.join(" "))?
        }
        whole => history(session, Noun::Opp, &whole.join(" "))?,
    };
    if session.json {
        let mut array = Array::begin(page)?;
        for event in &events {
            array.item(&event_json(session, event)?)?;
        }
        return array.end();
    }
    if events.is_empty() {
        return page.line(cli::LOG_EMPTY.text(session.lang()));
    }
    print(session, page, &events)
}

fn history(session: &Session, what: Noun, which: &str) -> Result<Vec<Event>, Trouble> {
    let sheet = resolve::one(session.store, what, which)?;
    Ok(session.store.history(sheet.id, MOST)?)
}

/// The record of an event: its noun, its sheet and the currency of its amounts.
struct Subject {
    noun: Option<Noun>,
    no: Option<i64>,
    name: String,
    currency: String,
}

fn subject(session: &Session, event: &Event) -> Result<Subject, Trouble> {
    let noun = Noun::from_code(&event.line.noun);
    let id = event.line.record.parse::<Id>().ok();
    let (Some(noun), Some(id)) = (noun, id) else {
        return Ok(Subject { noun, no: None, name: String::new(), currency: session.desk.currency.clone() });
    };
    let no = session.sheet(noun, id)?.map(|sheet| sheet.no);
    let (name, currency) = match noun {
        Noun::Opp => match session.store.by_id::<Opportunity>(id)? {
            Some(deal) => (deal.title.clone(), json::currency(session, &deal)),
            None => Default::default(),
        },
        _ => (session.sheet(noun, id)?.unwrap_or_default().name, session.desk.currency.clone()),
    };
    Ok(Subject { noun: Some(noun), no, name, currency })
}

fn event_json(session: &Session, event: &Event) -> Result<Object, Trouble> {
    let of = subject(session, event)?;
    let mut object = Object::default();
    object.push("at", session.time(event.at));
    object.push("author", event.author.clone());
    object.push("origin", event.origin.clone());
    object.push("batch", event.batch);
    object.push("name", event.name.clone());
    object.push("noun", event.line.noun.clone());
    object.push("no", of.no);
    object.push("id", event.line.record.clone());
    object.push("record", of.name.clone());
    object.push("field", event.line.field.clone());
    object.push("old", side(session, event, &of, &event.line.old)?);
    object.push("new", side(session, event, &of, &event.line.new)?);
    Ok(object)
}

fn side(session: &Session, event: &Event, of: &Subject, value: &Value) -> Result<Json, Trouble> {
    let key = event.line.field.as_deref();
    match (of.noun, key, value) {
        (_, _, Value::Null) => Ok(Json::Null),
        (_, Some("gone"), value) => Ok(json!(*value == Value::Int(1))),
        (Some(noun), Some(key), value) => for_noun!(noun, R => match R::field(key) {
            Some(field) => json::value(session, field.kind, value.clone(), &of.currency),
            None => Ok(Json::Null),
        }),
        (Some(noun), None, Value::Text(whole)) => for_noun!(noun, R => born_json::<R>(session, whole)),
        _ => Ok(Json::Null),
    }
}

/// The fields that a record was born with.
fn born<R: Record>(whole: &str) -> Vec<(&'static Field<R>, Value)> {
    let parsed: serde_json::Map<String, Json> = serde_json::from_str(whole).unwrap_or_default();
    let value = |field: &'static Field<R>| match parsed.get(field.key)? {
        Json::Number(number) => Some((field, Value::Int(number.as_i64()?))),
        Json::String(text) => Some((field, Value::Text(text.clone()))),
        _ => None,
    };
    R::FIELDS.iter().filter_map(value).collect()
}

fn born_currency<R: Record>(session: &Session, fields: &[(&'static Field<R>, Value)]) -> String {
    let own = fields.iter().find(|(field, _)| field.key == "currency").and_then(|(_, value)| value.as_text());
    own.map_or_else(|| session.desk.currency.clone(), str::to_owned)
}

fn born_json<R: Record>(session: &Session, whole: &str) -> Result<Json, Trouble> {
    let fields = born::<R>(whole);
    let currency = born_currency::<R>(session, &fields);
    let mut object = Object::default();
    for (field, value) in fields {
        object.push(field.key, json::value(session, field.kind, value, &currency)?);
    }
    Ok(object.into())
}

fn print(session: &Session, page: &mut Page, events: &[Event]) -> Result<(), Trouble> {
    let lang = session.lang();
    let mut batch = None;
    for event in events {
        if batch.replace(event.batch) != Some(event.batch) {
            let at = session.time(event.at).replace('T', " ");
            let at: String = at.chars().take(16).collect();
            let way = cli::word(cli::ORIGINS, lang, &event.origin);
            page.styled(Style::Head, &format!("{at}  {} · {way} · {}", event.author, event.name))?;
        }
        page.line(&line(session, event)?)?;
    }
    Ok(())
}

fn line(session: &Session, event: &Event) -> Result<String, Trouble> {
    let lang = session.lang();
    let of = subject(session, event)?;
    let noun = of.noun.map_or(event.line.noun.as_str(), |noun| noun::name(lang, noun.code()));
    let no = of.no.map(|no| format!(" {no}")).unwrap_or_default();
    let name = if of.name.is_empty() { String::new() } else { format!(" {}", of.name) };
    let head = format!("  {noun}{no}{name}");
    let told = match (of.noun, event.line.field.as_deref()) {
        (Some(what), None) => {
            let whole = event.line.new.as_text().unwrap_or_default();
            let fields = for_noun!(what, R => born_words::<R>(session, whole))?;
            format!("{}: {fields}", cli::BORN.text(lang))
        }
        (_, Some("gone")) => {
            let word = if event.line.new == Value::Int(1) { cli::GONE } else { cli::BACK };
            word.text(lang).to_owned()
        }
        (Some(what), Some(key)) => for_noun!(what, R => moved::<R>(session, event, &of, key))?,
        (None, _) => String::new(),
    };
    Ok(format!("{head} · {told}"))
}

/// A field's label with what was there and what is there now.
fn moved<R: Record>(session: &Session, event: &Event, of: &Subject, key: &str) -> Result<String, Trouble> {
    let lang = session.lang();
    let Some(one) = R::field(key) else { return Ok(key.to_owned()) };
    let text = |value: &Value| -> Result<String, Trouble> {
        let text = words::value(session, one.kind, value, &of.currency)?;
        Ok(if text.is_empty() { cli::NOTHING_BEFORE.text(lang).to_owned() } else { text })
    };
    let label = field::label(lang, R::NOUN.code(), one.key);
    Ok(format!("{label}: {} → {}", text(&event.line.old)?, text(&event.line.new)?))
}

fn born_words<R: Record>(session: &Session, whole: &str) -> Result<String, Trouble> {
    let lang = session.lang();
    let fields = born::<R>(whole);
    let currency = born_currency::<R>(session, &fields);
    let mut told = Vec::new();
    for (one, value) in fields {
        let text = match value.as_text().filter(|_| (R::NOUN, one.key) == (Noun::Step, "gates")) {
            Some(kept) => worded::gates(lang, kept),
            None => words::value(session, one.kind, &value, &currency)?,
        };
        told.push(format!("{} {text}", field::label(lang, R::NOUN.code(), one.key)));
    }
    Ok(told.join("; "))
}
