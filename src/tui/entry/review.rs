//! The form of a verdict on a key account.

use super::{Entry, Job, Widget, specs};
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::review::{Review, Ritual, Verdict};
use crate::lang::{Lang, choice, review as word};

impl Entry {
    /// A form that asks why, and for an account that is kept also how the relationship is to be renewed.
    pub fn verdict(verdict: Verdict, (no, name): (i64, &str), lang: Lang) -> Self {
        let asked = |key: &str| key == "reason" || key == "idea" && verdict == Verdict::Keep;
        let mut fields = specs(&Review::default(), asked, lang);
        for field in &mut fields {
            // A line each, so that Enter ends the form.
            (field.kind, field.required) = (Widget::Text, true);
        }
        let preset = [
            format!("ritual={}", Ritual::Account.code()),
            format!("account={no}"),
            format!("verdict={}", verdict.code()),
        ];
        let title =
            word::VERDICT_OF.fill(lang, &[&choice::label(lang, Verdict::LIST, verdict.code()), &name]);
        Self::made(fields, Job::Add(Noun::Review, preset.into()), None, title)
    }
}
