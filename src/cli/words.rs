//! A field's content as a person reads it: labels for choices, names for links, money with its currency.

use super::session::Session;
use super::trouble::Trouble;
use crate::domain::hours;
use crate::domain::id::Id;
use crate::domain::money::{self, Style};
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::lang::{Lang, choice, cli as words};

/// What the large units of a short amount are called in a language.
pub fn style(lang: Lang) -> Style {
    match lang {
        Lang::En => Style::En,
        Lang::Zh => Style::Zh,
    }
}

/// A rounded amount with its currency, `CNY 1.20M`; empty where there is none.
pub fn short(lang: Lang, amount: Option<i64>, currency: &str) -> String {
    amount.map_or_else(String::new, |amount| {
        format!("{currency} {}", money::short(amount, currency, style(lang)))
    })
}

/// Sums of several currencies, one beside the other.
pub fn sums<'a>(lang: Lang, amounts: impl IntoIterator<Item = (&'a str, i64)>) -> String {
    let shown = amounts.into_iter().map(|(currency, amount)| short(lang, Some(amount), currency));
    shown.collect::<Vec<_>>().join(" + ")
}

/// What stands between the items of a list.
pub fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

/// A record's field as a person reads it; empty where there is no value.
pub fn field<R: Record>(session: &Session, record: &R, key: &str) -> Result<String, Trouble> {
    let Some(field) = R::field(key) else { return Ok(String::new()) };
    let currency = super::json::currency(session, record);
    value(session, field.kind, &(field.get)(record), &currency)
}

/// A field's content as a person reads it.
pub fn value(session: &Session, kind: Kind, value: &Value, currency: &str) -> Result<String, Trouble> {
    let lang = session.lang();
    let label = |list: &str, code: &str| {
        choice::word(list, code).map_or_else(|| code.to_owned(), |word| word.text(lang).to_owned())
    };
    Ok(match (kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Choice(list, _), Value::Text(code)) => label(list, code),
        (Kind::Set(list, _), Value::Text(codes)) => {
            codes.split(',').map(|code| label(list, code)).collect::<Vec<_>>().join(between(lang))
        }
        (Kind::Money, Value::Int(minor)) => money::full(*minor, currency),
        (Kind::Flag, Value::Int(number)) => {
            if *number == 0 {
                words::NO.text(lang).to_owned()
            } else {
                words::YES.text(lang).to_owned()
            }
        }
        (Kind::Link(noun), Value::Text(id)) => match id.parse::<Id>() {
            Ok(id) => session
                .sheet(noun, id)?
                .map_or_else(String::new, |sheet| format!("{} ({})", sheet.name, sheet.no)),
            Err(_) => String::new(),
        },
        (Kind::Links(noun), Value::Text(ids)) => {
            let mut names = Vec::new();
            for id in ids.split(',').filter_map(|id| id.parse::<Id>().ok()) {
                names.extend(session.sheet(noun, id)?.map(|sheet| format!("{} ({})", sheet.name, sheet.no)));
            }
            names.join(between(lang))
        }
        (Kind::Moment, Value::Text(text)) => text.replace('T', " "),
        (Kind::Hours, Value::Int(minutes)) => hours::show(*minutes),
        (Kind::Extra, Value::Text(text)) => extra(text),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Text(text)) => text.clone(),
    })
}

fn extra(text: &str) -> String {
    let pairs: std::collections::BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    pairs.into_iter().map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("; ")
}
