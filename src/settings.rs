//! The settings that a person may write into `config.toml`; a missing file means the defaults.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::domain::money;
use crate::domain::rules::Rules;
use crate::lang::{Lang, Word, cli as words};

/// How wide signs count that some terminals draw one cell wide and some two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// The terminal is asked.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// The reasons that are offered when a deal ends; empty lists stand for the language's own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reasons {
    /// For a deal that was won.
    pub won: Vec<String>,
    /// For one that was lost.
    pub lost: Vec<String>,
    /// For one that was given up or put aside.
    pub dropped: Vec<String>,
}

/// What a person has set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language, where it is set.
    pub language: Option<Lang>,
    /// The currency of amounts that name none, where it is set.
    pub currency: Option<String>,
    /// The name to sign with, where it is set.
    pub author: Option<String>,
    /// The time zone by its IANA name; that of the machine where it is not set.
    pub zone: Option<String>,
    /// The width of ambiguous signs.
    pub ambiguous: Ambiguous,
    /// Plain ASCII instead of lines and marks.
    pub ascii: bool,
    /// The reasons for ending a deal.
    pub reasons: Reasons,
    /// Saved filters: the words of a list, by the key that calls them.
    pub filters: BTreeMap<String, String>,
    /// The numbers of the method.
    pub rules: Rules,
}

/// A setting that is none: where it stands and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSetting {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1; nothing where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, in English, as the file's keys are.
    pub what: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    language: Option<toml::Spanned<String>>,
    currency: Option<toml::Spanned<String>>,
    author: Option<String>,
    zone: Option<String>,
    ambiguous: Ambiguous,
    ascii: bool,
    reasons: Reasons,
    filters: BTreeMap<String, String>,
    rules: Rules,
}

impl Settings {
    /// Reads the file; the defaults where there is none.
    pub fn read(path: Option<&Path>) -> Result<Self, BadSetting> {
        let Some(path) = path else { return Ok(Self::default()) };
        match std::fs::read_to_string(path) {
            Ok(text) => {
                Self::parse(&text).map_err(|(line, what)| BadSetting { path: path.to_owned(), line, what })
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(BadSetting { path: path.to_owned(), line: None, what: error.to_string() }),
        }
    }

    fn parse(text: &str) -> Result<Self, (Option<usize>, String)> {
        let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        let raw: Raw = toml::from_str(text)
            .map_err(|error| (error.span().map(|span| line(span.start)), error.message().to_owned()))?;
        let language = raw.language.map(|code| {
            let known = Lang::from_code(code.get_ref());
            known.ok_or_else(|| {
                (Some(line(code.span().start)), format!("language is {}, not en or zh", code.get_ref()))
            })
        });
        let currency = raw.currency.map(|code| {
            let upper = code.get_ref().to_ascii_uppercase();
            let wrong = || {
                (
                    Some(line(code.span().start)),
                    format!("currency is {}, not an ISO 4217 code", code.get_ref()),
                )
            };
            if money::is_currency(&upper) { Ok(upper) } else { Err(wrong()) }
        });
        raw.rules.check().map_err(|unsound| (None, format!("rules.{unsound}")))?;
        Ok(Self {
            language: language.transpose()?,
            currency: currency.transpose()?,
            author: raw.author.filter(|name| !name.trim().is_empty()),
            zone: raw.zone.filter(|name| !name.trim().is_empty()),
            ambiguous: raw.ambiguous,
            ascii: raw.ascii,
            reasons: raw.reasons,
            filters: raw.filters,
            rules: raw.rules,
        })
    }

    /// The currency of amounts that name none.
    pub fn currency(&self, lang: Lang) -> String {
        let own = match lang {
            Lang::En => "USD",
            Lang::Zh => "CNY",
        };
        self.currency.clone().unwrap_or_else(|| own.to_owned())
    }

    /// The reasons offered for a win.
    pub fn won_reasons(&self, lang: Lang) -> Vec<String> {
        offered(&self.reasons.won, words::WON_REASONS, lang)
    }

    /// The reasons offered for a loss.
    pub fn lost_reasons(&self, lang: Lang) -> Vec<String> {
        offered(&self.reasons.lost, words::LOST_REASONS, lang)
    }

    /// The reasons offered for giving up or putting aside.
    pub fn dropped_reasons(&self, lang: Lang) -> Vec<String> {
        offered(&self.reasons.dropped, words::DROPPED_REASONS, lang)
    }
}

fn offered(own: &[String], usual: &[(&str, Word)], lang: Lang) -> Vec<String> {
    if own.is_empty() {
        usual.iter().map(|(_, word)| word.text(lang).to_owned()).collect()
    } else {
        own.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_sets_what_it_names_and_leaves_the_rest() {
        let text = "language = \"zh\"\ncurrency = \"eur\"\n[filters]\n1 = \"flags~silence sort=amount\"\n\
                    [rules.silence]\nmine = 30\n[reasons]\nlost = [\"price\"]\n";
        let settings = Settings::parse(text).unwrap();
        assert_eq!((settings.language, settings.currency(Lang::En).as_str()), (Some(Lang::Zh), "EUR"));
        assert_eq!(settings.filters.get("1").map(String::as_str), Some("flags~silence sort=amount"));
        assert_eq!((settings.rules.silence.mine, settings.rules.silence.potential), (30, 14));
        assert_eq!(settings.lost_reasons(Lang::En), ["price"]);
        assert!(!settings.won_reasons(Lang::Zh).is_empty());
        assert_eq!(Settings::default().currency(Lang::Zh), "CNY");
    }

    #[test]
    fn a_bad_setting_names_its_line() {
        for (text, line, part) in [
            ("ascii = true\ncolour = 1\n", Some(2), "colour"),
            ("\n\ncurrency = \"XXQ\"\n", Some(3), "XXQ"),
            ("language = \"fr\"", Some(1), "fr"),
            ("ambiguous = \"huge\"", Some(1), "huge"),
            ("ascii = ", Some(1), ""),
            ("[rules.bounds]\nlow = 99\nhigh = 1\n", None, "bounds"),
        ] {
            let (found, what) = Settings::parse(text).unwrap_err();
            assert!(found == line && what.contains(part), "{text}: {found:?} {what}");
        }
    }
}
