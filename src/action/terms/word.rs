//! Plain words of a filter: one that stands on the screen means that, any other is looked for in the texts.

use super::{Said, known, stage_named, state_named, status_named};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::{Kind, Value};
use crate::lang;
use crate::store::query::{Term, Test};

/// The most words that one name on the screen has.
const MOST: usize = 5;

/// Texts that people neither write nor read.
const MACHINE: &[&str] = &["external_id", "instant", "zone", "series", "week", "recur", "gates", "steps"];

/// Reads the first of some words, and as many more as belong to it; how many those are.
pub fn read<R: Record>(words: &[String]) -> (Option<Said>, usize) {
    for count in (1..=MOST.min(words.len())).rev() {
        let typed = words.get(..count).unwrap_or_default().join(" ");
        if let Some(said) = on_screen::<R>(&typed) {
            return (Some(said), count);
        }
    }
    let first = words.first().map(|word| word.trim()).filter(|word| !word.is_empty());
    (first.map(|word| Said::Term(text::<R>(word))), 1)
}

/// What a name on the screen means.
fn on_screen<R: Record>(typed: &str) -> Option<Said> {
    if matches!(typed, "all" | "全部") {
        return Some(Said::All);
    }
    let own = match R::NOUN {
        Noun::Opp => status_named(typed)
            .map(Said::Status)
            .or_else(|| stage_named(typed).map(Said::Stage))
            .or_else(|| lang::flag::named(Alarm::CODES, typed).map(|code| Said::Term(flagged(&[code])))),
        Noun::Todo => state_named(typed).map(Said::State),
        _ => None,
    };
    own.or_else(|| choice::<R>(typed).map(Said::Term))
}

/// Deals that have one of these flags.
pub fn flagged(codes: &[&str]) -> Term {
    let has = |code: &&str| Term::of("flags", Test::Among, Value::Text((*code).to_owned()));
    Term::Any(codes.iter().map(has).collect())
}

/// What is chosen from a closed list by its name; what only has the word in a text is found too, but by a single
/// letter nothing is.
fn choice<R: Record>(typed: &str) -> Option<Term> {
    let mut any: Vec<Term> = known::choices::<R>()
        .filter_map(|(key, kind)| {
            let (list, codes, test) = match kind {
                Kind::Choice(list, codes) => (list, codes, Test::Is),
                Kind::Set(list, codes) => (list, codes, Test::Among),
                _ => return None,
            };
            let code = lang::choice::named(list, codes, typed)?;
            Some(Term::of(key, test, Value::Text(code.to_owned())))
        })
        .collect();
    if any.is_empty() {
        return None;
    }
    if typed.chars().count() > 1 {
        any.push(text::<R>(typed));
    }
    Some(Term::Any(any))
}

/// The records that have a word in one of their texts, in what a link is called, or as their currency.
pub fn text<R: Record>(word: &str) -> Term {
    let like = |key| Term::of(key, Test::Like, Value::Text(word.to_owned()));
    let is_text = |kind| matches!(kind, Kind::Line | Kind::Note | Kind::Link(_) | Kind::Links(_));
    let fields = R::FIELDS.iter().filter(|field| is_text(field.kind) && !MACHINE.contains(&field.key));
    let mut any: Vec<Term> = fields.map(|field| like(field.key)).collect();
    let code = word.to_ascii_uppercase();
    if R::field("currency").is_some() && money::is_currency(&code) {
        any.push(Term::of("currency", Test::Is, Value::Text(code)));
    }
    Term::Any(any)
}
