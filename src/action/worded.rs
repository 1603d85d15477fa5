//! A field's content as a person reads it: labels for choices, names for links, money with its currency.

use std::collections::BTreeMap;

use super::repeat;
use crate::domain::choice::Choice;
use crate::domain::gate::GateResult;
use crate::domain::hours;
use crate::domain::id::Id;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::value::{Kind, Value};
use crate::lang::{Lang, choice, cockpit, gate, hint};

/// A field's content in words, empty where there is no value; `name` says what a linked record is called.
pub fn value<E>(
    lang: Lang,
    kind: Kind,
    value: &Value,
    currency: &str,
    mut name: impl FnMut(Noun, Id) -> Result<Option<String>, E>,
) -> Result<String, E> {
    let label = |list: &str, code: &str| {
        choice::word(list, code).map_or_else(|| code.to_owned(), |word| word.text(lang).to_owned())
    };
    Ok(match (kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Choice(list, _), Value::Text(code)) => label(list, code),
        (Kind::Set(list, _), Value::Text(codes)) => {
            codes.split(',').map(|code| label(list, code)).collect::<Vec<_>>().join(hint::between(lang))
        }
        (Kind::Money, Value::Int(minor)) => money::full(*minor, currency),
        (Kind::Flag, Value::Int(number)) => {
            (if *number == 0 { cockpit::NO } else { cockpit::YES }).text(lang).to_owned()
        }
        (Kind::Link(noun) | Kind::Links(noun), Value::Text(ids)) => {
            let mut names = Vec::new();
            for id in ids.split(',').filter_map(|id| id.parse::<Id>().ok()) {
                names.extend(name(noun, id)?);
            }
            names.join(hint::between(lang))
        }
        (Kind::Moment, Value::Text(text)) => text.replace('T', " "),
        (Kind::Recur, Value::Text(rule)) => repeat::told(lang, rule),
        (Kind::Hours, Value::Int(minutes)) => hours::show(*minutes),
        (Kind::Extra, Value::Text(text)) => extra(text),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Text(text)) => text.clone(),
    })
}

/// The gates at the moment of a move, as the stage log keeps them, in words.
pub fn gates(lang: Lang, kept: &str) -> String {
    let worded = kept.split(' ').filter_map(|part| {
        let (number, rest) = part.split_once(':')?;
        let (result, score) = rest.split_once('/')?;
        let code = GateResult::from_code(result)?.code();
        Some(cockpit::GATE_THEN.fill(lang, &[&number, &gate::result(lang, code), &score]))
    });
    worded.collect::<Vec<_>>().join(" · ")
}

fn extra(text: &str) -> String {
    let pairs: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    pairs.into_iter().map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn every_kind_is_read_in_words() {
        let text = |text: &str| Value::Text(text.to_owned());
        let (one, other) = (Id::of("one"), Id::of("other"));
        let (stage, aims) = (Kind::Choice("stage", &[]), Kind::Set("aim", &[]));
        for (kind, held, en, zh) in [
            (stage, text("mine"), "My project", "我的项目"),
            (aims, text("rapport,advantage"), "Rapport, Competitive edge", "融洽关系、加强优势"),
            (Kind::Flag, Value::Int(1), "Yes", "是"),
            (Kind::Flag, Value::Int(0), "No", "否"),
            (Kind::Money, Value::Int(120_000_000), "CNY 1,200,000", "CNY 1,200,000"),
            (Kind::Link(Noun::Person), text(&one.to_string()), "zp", "zp"),
            (Kind::Links(Noun::Person), text(&format!("{one},{other}")), "zp, other", "zp、other"),
            (Kind::Moment, text("2026-11-24T10:00"), "2026-11-24 10:00", "2026-11-24 10:00"),
            (Kind::Recur, text("every week on fri"), "every Friday", "每周五"),
            (Kind::Hours, Value::Int(90), "1.5", "1.5"),
            (Kind::Extra, text("{\"a\":\"b\"}"), "a: b", "a: b"),
            (Kind::Percent, Value::Int(40), "40", "40"),
            (Kind::Date, Value::Null, "", ""),
        ] {
            let name = |_, id| Ok::<_, Infallible>(Some(if id == one { "zp" } else { "other" }.to_owned()));
            for (lang, words) in [(Lang::En, en), (Lang::Zh, zh)] {
                assert_eq!(value(lang, kind, &held, "CNY", name), Ok(words.to_owned()), "{held:?}");
            }
        }
        assert_eq!(gates(Lang::En, "1:pass/70 2:open/0"), "gate 1 Passed (70) · gate 2 Pending (0)");
        assert_eq!(gates(Lang::Zh, "1:pass/70"), "闸口1 通过 70分");
    }
}
