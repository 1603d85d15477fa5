//! Completion that knows the book: live names for records, keys for fields.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::help;
use super::page::visible;
use super::surroundings::Surroundings;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::domain::rules::Rules;
use crate::lang::{Lang, field};
use crate::settings::Settings;
use crate::store::Store;
use crate::store::deals::{Selection, Window};

/// How many names are offered.
const MOST: usize = 30;

/// The grammar as a shell completes it.
pub fn completing(around: &Surroundings) -> Command {
    let settings = Settings::read(around.settings().as_deref()).0;
    let lang = around.language(None, &settings);
    let book = around.book(None).filter(|path| path.exists());
    let tree = help::localised(lang).no_binary_name(false);
    tree.mut_subcommands(|noun| match Noun::from_code(noun.get_name()) {
        Some(what) => noun.mut_subcommands(|verb| live(verb, what, book.as_ref(), lang)),
        // The one report over a record is over a deal.
        None if noun.get_name() == "report" => live(noun, Noun::Opp, book.as_ref(), lang),
        None => noun,
    })
}

fn live(verb: Command, what: Noun, book: Option<&PathBuf>, lang: Lang) -> Command {
    let names: Vec<String> = verb.get_positionals().map(|arg| arg.get_id().to_string()).collect();
    names.into_iter().fold(verb, |verb, name| match name.as_str() {
        "record" => {
            let book = book.cloned();
            let offer = move |typed: &OsStr| records(book.as_ref(), what, &typed.to_string_lossy());
            verb.mut_arg(name, |arg| arg.add(ArgValueCompleter::new(offer)))
        }
        "fields" | "terms" => {
            let offer = move |typed: &OsStr| keys(what, &typed.to_string_lossy(), lang);
            verb.mut_arg(name, |arg| arg.add(ArgValueCompleter::new(offer)))
        }
        _ => verb,
    })
}

/// Numbers of the records that may be meant, with their names; nothing where the book cannot be read.
fn records(book: Option<&PathBuf>, what: Noun, typed: &str) -> Vec<CompletionCandidate> {
    let store = book.and_then(|path| Store::open(path, Rules::default()).ok());
    let found = store.and_then(|store| {
        if typed.is_empty() && what == Noun::Opp {
            let rows = store.deals(&Selection::default(), &Window::First, 30).ok()?;
            return Some(rows.into_iter().map(|row| (row.place.no, row.title)).collect());
        }
        let hits = store.find(typed, Some(what), MOST).ok()?;
        Some(hits.into_iter().map(|hit| (hit.sheet.no, hit.sheet.name)).collect::<Vec<_>>())
    });
    let offer = |(no, name): (i64, String)| {
        CompletionCandidate::new(no.to_string()).help(Some(visible(&name).into_owned().into()))
    };
    found.unwrap_or_default().into_iter().map(offer).collect()
}

/// The keys of a noun's fields that begin as typed.
fn keys(what: Noun, typed: &str, lang: Lang) -> Vec<CompletionCandidate> {
    let keys = for_noun!(what, R => R::FIELDS.iter().map(|field| field.key).collect::<Vec<_>>());
    let fitting = keys.into_iter().filter(|key| key.starts_with(typed));
    let offer = |key: &'static str| {
        let label = field::label(lang, what.code(), key);
        CompletionCandidate::new(format!("{key}=")).help(Some(label.into()))
    };
    fitting.map(offer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_offered_as_far_as_they_fit() {
        let offered: Vec<_> = keys(Noun::Opp, "close_", Lang::En);
        let values: Vec<_> =
            offered.iter().map(|one| one.get_value().to_string_lossy().into_owned()).collect();
        assert_eq!(values, ["close_on=", "close_moves=", "close_reason="]);
        assert!(records(None, Noun::Opp, "x").is_empty());
    }
}
