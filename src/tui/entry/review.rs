//! The form of a verdict on a key account.

use super::{Entry, Job, Widget, specs};
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::review::{Review, Ritual, Verdict};
use crate::lang::{Lang, choice, review as word};

impl Entry {
    /// A form that asks why, and for an account that is kept also how the relationship is to be renewed: why it is a
    /// key account stands there already, to be changed where it no longer holds.
    pub fn verdict(verdict: Verdict, (no, name): (i64, &str), why: Option<&str>, lang: Lang) -> Self {
        let asked = |key: &str| key == "reason" || key == "idea" && verdict == Verdict::Keep;
        let mut fields = specs(&Review::default(), asked, lang);
        for field in &mut fields {
            // A line each, so that Enter ends the form.
            (field.kind, field.required) = (Widget::Text, true);
        }
        let why = why.filter(|_| verdict == Verdict::Keep);
        for field in fields.iter_mut().filter(|field| field.key == "reason") {
            why.unwrap_or_default().clone_into(&mut field.value);
        }
        let mut preset = vec![
            format!("ritual={}", Ritual::Account.code()),
            format!("account={no}"),
            format!("verdict={}", verdict.code()),
        ];
        preset.extend(why.map(|why| format!("reason={why}")));
        let title =
            word::VERDICT_OF.fill(lang, &[&choice::label(lang, Verdict::LIST, verdict.code()), &name]);
        let mut entry = Self::made(fields, Job::Add(Noun::Review, preset), None, title);
        if why.is_some() {
            entry.form.go("idea");
        }
        entry
    }
}
