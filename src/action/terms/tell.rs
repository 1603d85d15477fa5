//! The words for why a filter is not understood: what there is instead, the likeliest first.

use super::known;
use crate::action::failure::Unfiltered;
use crate::action::nearest::Nearest;
use crate::action::tell::Words;
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::lang::{Lang, filter, flag, hint, noun};

impl Unfiltered {
    /// What is wrong, and what there is instead.
    pub(in crate::action) fn tell(&self, lang: Lang) -> Words {
        let of = |noun: &Noun| noun::name(lang, noun.code());
        let label = |noun: &Noun, key: &'static str| filter::label(lang, noun.code(), key);
        let between = hint::between(lang);
        match self {
            Self::NoTerm(noun, typed) => {
                let keys = for_noun!(*noun, R => known::keys(*noun, R::FIELDS.iter().map(|field| field.key)));
                let found = Nearest::of(
                    typed,
                    keys.into_iter().map(|key| {
                        let shown = if lang == Lang::En { key } else { label(noun, key) };
                        (shown.to_owned(), vec![key, label(noun, key)])
                    }),
                );
                let all = filter::NO_TERM_HINT.fill(lang, &[&found.all.join(" ")]);
                (filter::NO_TERM.fill(lang, &[&of(noun), typed]), Some(found.hint(lang, &all)))
            }
            Self::NoCompare(noun, key, sign, takes) => {
                let hint = filter::NO_COMPARE_HINT.fill(lang, &[&takes.join(" ")]);
                (filter::NO_COMPARE.fill(lang, &[&label(noun, key), sign]), Some(hint))
            }
            Self::NoValue(noun, key, text, known) => {
                let found = Nearest::of(text, known.iter().map(|one| (one.clone(), vec![one.as_str()])));
                let all = if known.is_empty() {
                    filter::NO_VALUE_AT_ALL.text(lang).to_owned()
                } else {
                    filter::NO_VALUE_HINT.fill(lang, &[&found.all.join(between)])
                };
                let message = filter::NO_VALUE.fill(lang, &[&of(noun), &label(noun, key), text]);
                (message, Some(found.hint(lang, &all)))
            }
            Self::Several(noun, key, text, known) => {
                let hint = filter::SEVERAL_HINT.fill(lang, &[&known.join(between), key, text]);
                (filter::SEVERAL.fill(lang, &[&label(noun, key), text]), Some(hint))
            }
            Self::NoFlag(typed) => {
                let names = |code: &&'static str| {
                    let label = flag::short(lang, code);
                    (label.to_owned(), vec![label, *code])
                };
                let found = Nearest::of(typed, Alarm::CODES.iter().map(names));
                let all = filter::NO_FLAG_HINT.fill(lang, &[&found.all.join(between)]);
                (filter::NO_FLAG.fill(lang, &[typed]), Some(found.hint(lang, &all)))
            }
        }
    }
}
