//! A field's content as a person reads it: labels for choices, names for links, money with its currency.

use serde_json::{Value as Json, json};

use super::session::Session;
use super::trouble::Trouble;
use crate::action::worded;
use crate::domain::money::{self, Style};
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::lang::Lang;

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

/// Sums of several currencies as JSON.
pub fn amounts(sums: &[(String, i64)]) -> Json {
    let amount = |(code, sum): &(String, i64)| json!({"currency": code, "amount": Json::Number(money::json(*sum, code))});
    sums.iter().map(amount).collect()
}

/// Computed odds as people read them: a dash while nothing is known of a deal.
pub fn percent(p_calc: Option<i64>) -> String {
    p_calc.map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}

/// Sums of several currencies, one beside the other; what nobody put a figure to is no sum of nothing.
pub fn sums<'a>(lang: Lang, amounts: impl IntoIterator<Item = (&'a str, i64)>) -> String {
    let known = amounts.into_iter().filter(|(_, amount)| *amount != 0);
    known.map(|(currency, amount)| short(lang, Some(amount), currency)).collect::<Vec<_>>().join(" + ")
}

/// A record's field as a person reads it; empty where there is no value.
pub fn field<R: Record>(session: &Session, record: &R, key: &str) -> Result<String, Trouble> {
    let Some(field) = R::field(key) else { return Ok(String::new()) };
    let currency = super::json::currency(session, record);
    value(session, field.kind, &(field.get)(record), &currency)
}

/// The same on paper, where nobody types: a linked record by its name alone.
pub fn printed<R: Record>(session: &Session, record: &R, key: &str) -> Result<String, Trouble> {
    let Some(field) = R::field(key) else { return Ok(String::new()) };
    let currency = super::json::currency(session, record);
    worded::value(session.lang(), field.kind, &(field.get)(record), &currency, |noun, id| {
        Ok(session.sheet(noun, id)?.map(|sheet| sheet.name))
    })
}

/// A field's content as a person reads it; a linked record by its name and number.
pub fn value(session: &Session, kind: Kind, value: &Value, currency: &str) -> Result<String, Trouble> {
    worded::value(session.lang(), kind, value, currency, |noun, id| {
        Ok(session.sheet(noun, id)?.map(|sheet| format!("{} ({})", sheet.name, sheet.no)))
    })
}
