//! Records as JSON: every field, codes for choices, links with number and name, money in major units.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value as Json, json};

use super::page::escaped;
use super::session::Session;
use super::trouble::Trouble;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::{Head, Record};
use crate::domain::value::{Kind, Value};
use crate::store::Sheet;
use crate::store::stream::Plain;

/// A JSON object whose keys are known when the program is built.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(pub Vec<(&'static str, Json)>);

impl Object {
    /// Adds a pair at the end.
    pub fn push(&mut self, key: &'static str, value: impl Into<Json>) {
        self.0.push((key, value.into()));
    }
}

impl Object {
    /// Writes it as JSON, keys and plain values by hand: a long list is mostly keys and nulls.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Trouble> {
        for (place, (key, value)) in self.0.iter().enumerate() {
            out.extend_from_slice(if place == 0 { b"{\"" } else { b",\"" });
            out.extend_from_slice(key.as_bytes());
            out.extend_from_slice(b"\":");
            match value {
                Json::Null => out.extend_from_slice(b"null"),
                Json::String(text) if text.bytes().all(is_plain) => {
                    out.push(b'"');
                    out.extend_from_slice(text.as_bytes());
                    out.push(b'"');
                }
                other => escaped(other, out)?,
            }
        }
        out.extend_from_slice(if self.0.is_empty() { b"{}" } else { b"}" });
        Ok(())
    }
}

/// Whether a byte stands for itself in JSON, on a terminal too.
fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte) && !matches!(byte, b'"' | b'\\')
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object.0.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

/// Minutes as hours.
pub fn hours(minutes: i64) -> Json {
    crate::domain::hours::show(minutes).parse().map_or(Json::Null, Json::Number)
}

/// A link's three sides.
pub fn link(sheet: Option<&Sheet>) -> Json {
    sheet.map_or(Json::Null, |sheet| json!({"no": sheet.no, "id": sheet.id.to_string(), "name": sheet.name}))
}

/// A record's number, id and all its fields.
pub fn fields<R: Record>(session: &Session, plain: Plain) -> Result<Object, Trouble> {
    let mut object = Object(Vec::with_capacity(R::FIELDS.len() + 12));
    object.push("no", plain.head.no);
    object.push("id", plain.head.id.to_string());
    let currency = currency_of::<R>(session, &plain);
    for (field, held) in R::FIELDS.iter().zip(plain.values) {
        object.push(field.key, value(session, field.kind, held, &currency)?);
    }
    Ok(object)
}

/// When a record was made and last changed, and whether it is removed.
pub fn marks(session: &Session, head: &Head, object: &mut Object) -> Result<(), Trouble> {
    object.push("created_at", session.moment(head.born)?);
    object.push("updated_at", session.moment(head.touched)?);
    object.push("removed", head.gone);
    Ok(())
}

/// A whole record of any noun but a deal, whose sheet has more.
pub fn whole<R: Record>(session: &Session, plain: Plain) -> Result<Object, Trouble> {
    let head = plain.head.clone();
    let mut object = fields::<R>(session, plain)?;
    marks(session, &head, &mut object)?;
    Ok(object)
}

/// The same of a record that is at hand.
pub fn record<R: Record>(session: &Session, record: &R) -> Result<Object, Trouble> {
    whole::<R>(session, plain(record))
}

/// A record without its types.
pub fn plain<R: Record>(record: &R) -> Plain {
    let values = R::FIELDS.iter().map(|field| (field.get)(record)).collect();
    Plain { head: record.head().clone(), values }
}

/// The currency of a record's amounts.
pub fn currency<R: Record>(session: &Session, record: &R) -> String {
    let own = R::field("currency").map(|field| (field.get)(record));
    chosen(session, own.as_ref())
}

/// The same of a record without its types.
pub fn currency_of<R: Record>(session: &Session, plain: &Plain) -> String {
    let place = R::FIELDS.iter().position(|field| field.key == "currency");
    chosen(session, place.and_then(|place| plain.values.get(place)))
}

fn chosen(session: &Session, own: Option<&Value>) -> String {
    let own = own.and_then(Value::as_text).filter(|code| !code.is_empty());
    own.unwrap_or(&session.desk.currency).to_owned()
}

/// A field's content as JSON, by its kind.
pub fn value(session: &Session, kind: Kind, value: Value, currency: &str) -> Result<Json, Trouble> {
    Ok(match (kind, value) {
        (Kind::Set(..) | Kind::Links(_), Value::Null) => json!([]),
        (Kind::Extra, Value::Null) => json!({}),
        (_, Value::Null) => Json::Null,
        (Kind::Set(..), Value::Text(codes)) => codes.split(',').collect(),
        (Kind::Extra, Value::Text(text)) => serde_json::from_str(&text)?,
        (Kind::Link(noun), Value::Text(id)) => linked(session, noun, &id)?,
        (Kind::Links(noun), Value::Text(ids)) => {
            Json::Array(ids.split(',').map(|id| linked(session, noun, id)).collect::<Result<_, _>>()?)
        }
        (Kind::Moment, Value::Text(text)) => moment(session, text),
        (Kind::Hours, Value::Int(minutes)) => hours(minutes),
        (Kind::Money, Value::Int(minor)) => Json::Number(money::json(minor, currency)),
        (Kind::Flag, Value::Int(number)) => Json::Bool(number != 0),
        (_, Value::Int(number)) => number.into(),
        (_, Value::Text(text)) => text.into(),
    })
}

/// A day as it is; a time with the offset that our clock has then.
fn moment(session: &Session, text: String) -> Json {
    let known = text.parse::<Moment>().ok().and_then(|moment| Some(moment.day.and_time(moment.time?)));
    match known {
        Some(time) => session.clock().local(time).to_rfc3339().into(),
        None => text.into(),
    }
}

fn linked(session: &Session, noun: Noun, id: &str) -> Result<Json, Trouble> {
    let Ok(id) = id.parse::<Id>() else { return Ok(Json::Null) };
    let sheet = session.sheet(noun, id)?;
    Ok(link(sheet.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_object_reads_back_as_it_was(text in any::<String>(), plain in "[ -~]{0,20}", number: i64) {
            let mut object = Object::default();
            for (key, value) in [("a", json!(text)), ("b", json!(plain)), ("c", json!(number)), ("d", json!(null)),
                ("e", json!({"x": [text]}))] {
                object.push(key, value);
            }
            let mut out = Vec::new();
            object.write(&mut out).unwrap();
            prop_assert_eq!(serde_json::from_slice::<Json>(&out).unwrap(), Json::from(object));
        }
    }
}
