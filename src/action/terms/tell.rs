//! The words for why a filter is not understood: what there is instead, the likeliest first.

use super::known;
use crate::action::failure::Unfiltered;
use crate::action::tell::{Words, near};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::lang::{Lang, filter, flag, hint, noun, said};

impl Unfiltered {
    /// What is wrong, and what there is instead.
    pub(in crate::action) fn tell(&self, lang: Lang) -> Words {
        let of = |noun: &Noun| noun::name(lang, noun.code());
        let label = |noun: &Noun, key: &'static str| filter::label(lang, noun.code(), key);
        let between = hint::between(lang);
        match self {
            Self::NoTerm(noun, typed) => {
                let keys = for_noun!(*noun, R => known::keys(*noun, R::FIELDS.iter().map(|field| field.key)));
                let shown: Vec<&str> = match lang {
                    Lang::En => keys.clone(),
                    Lang::Zh => keys.iter().map(|key| label(noun, key)).collect(),
                };
                let all = filter::NO_TERM_HINT.fill(lang, &[&shown.join(" ")]);
                let near = near(typed, &keys).or_else(|| near(typed, &shown));
                (filter::NO_TERM.fill(lang, &[&of(noun), typed]), Some(meant(near, &all, lang)))
            }
            Self::NoCompare(noun, key, sign, takes) => {
                let hint = filter::NO_COMPARE_HINT.fill(lang, &[&takes.join(" ")]);
                (filter::NO_COMPARE.fill(lang, &[&label(noun, key), sign]), Some(hint))
            }
            Self::NoValue(noun, key, text, known) => {
                let names: Vec<&str> = known.iter().map(String::as_str).collect();
                let all = if known.is_empty() {
                    filter::NO_VALUE_AT_ALL.text(lang).to_owned()
                } else {
                    filter::NO_VALUE_HINT.fill(lang, &[&known.join(between)])
                };
                let message = filter::NO_VALUE.fill(lang, &[&of(noun), &label(noun, key), text]);
                (message, Some(meant(near(text, &names), &all, lang)))
            }
            Self::Several(noun, key, text, known) => {
                let hint = filter::SEVERAL_HINT.fill(lang, &[&known.join(between), key, text]);
                (filter::SEVERAL.fill(lang, &[&label(noun, key), text]), Some(hint))
            }
            Self::NoFlag(typed) => {
                let shown: Vec<&str> = Alarm::CODES.iter().map(|code| flag::short(lang, code)).collect();
                let all = filter::NO_FLAG_HINT.fill(lang, &[&shown.join(between)]);
                let near = near(typed, &shown).or_else(|| near(typed, Alarm::CODES));
                (filter::NO_FLAG.fill(lang, &[typed]), Some(meant(near, &all, lang)))
            }
        }
    }
}

fn meant(near: Option<&str>, all: &str, lang: Lang) -> String {
    near.map_or_else(|| all.to_owned(), |near| said::DID_YOU_MEAN.fill(lang, &[&near, &all]))
}
