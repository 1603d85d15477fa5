//! Which fields a form asks for, and how each is filled in.

use crate::action::{called, repeat};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::domain::{hours, money};
use crate::lang::{Lang, choice, cockpit as word, field};
use crate::store::{Fault, Store};
use crate::tui::shape::form::{FieldSpec, Kind as Widget};

/// The fields that a form over a record asks for.
pub(super) fn specs<R: Record>(record: &R, keep: impl Fn(&str) -> bool, lang: Lang) -> Vec<FieldSpec> {
    let currency = R::field("currency").map(|field| (field.get)(record));
    let currency = currency.and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default();
    let fields = R::FIELDS.iter().filter(|field| keep(field.key) && field.kind != Kind::Extra);
    fields
        .map(|field| {
            let value = (field.get)(record);
            let text = match (&value, field.kind) {
                (Value::Null, _) => String::new(),
                // A link that must not stay empty, and still is.
                (Value::Text(id), Kind::Link(_)) if id.parse() == Ok(Id::default()) => String::new(),
                (Value::Int(minor), Kind::Money) => money::major(*minor, &currency),
                (Value::Int(minutes), Kind::Hours) => hours::show(*minutes),
                (Value::Int(number), _) => number.to_string(),
                (Value::Text(rule), Kind::Recur) => repeat::told(lang, rule),
                (Value::Text(text), _) => text.clone(),
            };
            FieldSpec {
                key: field.key.to_owned(),
                label: field::label(lang, R::NOUN.code(), field.key).to_owned(),
                // Whoever owns a record is picked by name; a name that nobody knows yet will do.
                kind: if field.key == "owner" { Widget::Link } else { widget(field.kind, lang) },
                value: text,
                shown: String::new(),
                hint: String::new(),
                required: field.is_required(),
            }
        })
        .collect()
}

fn widget(kind: Kind, lang: Lang) -> Widget {
    let labelled = |list: &str, codes: &'static [&'static str]| {
        codes.iter().map(|code| ((*code).to_owned(), choice::label(lang, list, code).to_owned())).collect()
    };
    match kind {
        Kind::Choice(list, codes) => Widget::Choice(labelled(list, codes)),
        Kind::Set(list, codes) => Widget::Set(labelled(list, codes)),
        Kind::Date | Kind::Moment => Widget::Date,
        Kind::Link(_) => Widget::Link,
        Kind::Links(_) => Widget::Links,
        Kind::Flag => Widget::Choice(vec![
            ("1".to_owned(), word::YES.text(lang).to_owned()),
            ("0".to_owned(), word::NO.text(lang).to_owned()),
        ]),
        Kind::Note => Widget::Note,
        Kind::Int(..) | Kind::Percent | Kind::Money | Kind::Currency | Kind::Month | Kind::Hours => {
            Widget::Value
        }
        Kind::Line | Kind::Extra | Kind::Recur => Widget::Text,
    }
}

/// Puts names for people where links hold ids, and numbers for the grammar.
pub(super) fn name_links<R: Record>(
    store: &Store,
    lang: Lang,
    record: &R,
    specs: &mut [FieldSpec],
) -> Result<(), Fault> {
    for field in R::FIELDS {
        let value = (field.get)(record);
        if let (Kind::Links(noun), Value::Text(ids)) = (field.kind, &value) {
            super::visit::name_all(store, noun, ids, specs.iter_mut().find(|spec| spec.key == field.key))?;
        }
        let (Kind::Link(noun), Value::Text(id)) = (field.kind, value) else { continue };
        let Some(spec) = specs.iter_mut().find(|spec| spec.key == field.key) else { continue };
        if let Some(sheet) = id.parse().ok().map(|id| store.sheet(noun, id)).transpose()?.flatten() {
            spec.value = sheet.no.to_string();
            spec.shown = called(lang, noun, &sheet.name);
        }
    }
    Ok(())
}
