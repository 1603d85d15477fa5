//! Forms over visits: preparing one, and telling what came of it.

use super::{Entry, FieldSpec, Job, Widget, name_links, specs};
use crate::action::visit::{Act, WS, steps};
use crate::action::{Desk, resolve, visit};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::visit::Visit;
use crate::lang::{Lang, cockpit, plan, visit as word};
use crate::store::{Fault, Store};

mod debrief;

pub(super) use debrief::told;

/// What a visit's preparation asks for, in this order.
const PREPARE: &[&str] =
    &["who", "why", "why_measure", "what", "where", "when", "agenda", "steps", "why_kind", "type"];

/// What the plan of a month asks of a visit, in this order.
const DATE: &[&str] = &["when", "success_probability", "who", "why"];

impl Entry {
    /// A form for the day of a visit; nothing where it is not there or over.
    pub fn date(store: &Store, no: i64, lang: Lang) -> Result<Option<Self>, Fault> {
        let Some(found) = open(store, no)? else { return Ok(None) };
        let mut fields = dated(&found, lang);
        name_links(store, lang, &found, &mut fields)?;
        let title = plan::DATE_OF.fill(lang, &[&named(store, &found)?]);
        let account = account_of(store, &found)?;
        Ok(Some(Self::made(fields, Job::Set(Noun::Visit, no.to_string()), account, title)))
    }

    /// A form for the day of a visit that is proposed: what `visit add` would say of it, and its name.
    pub fn accept(store: &Store, words: Vec<String>, name: &str, lang: Lang) -> Result<Self, Fault> {
        let mut fields = dated(&Visit::default(), lang);
        let said = |key: &str| words.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='));
        for spec in &mut fields {
            spec.value = said(&spec.key).unwrap_or_default().to_owned();
            if let (Widget::Links, Ok(no)) = (&spec.kind, spec.value.parse()) {
                spec.shown = store.get::<Person>(no)?.map(|person| person.name).unwrap_or_default();
            }
        }
        let account = said("account").and_then(|no| no.parse().ok());
        let title = plan::DATE_OF.fill(lang, &[&name]);
        Ok(Self::made(fields, Job::Add(Noun::Visit, words), account, title))
    }

    /// A form that prepares a visit, its agenda filled; nothing where it is not there or over.
    pub fn prepare(store: &Store, desk: &Desk, no: i64) -> Result<Option<Self>, Fault> {
        let Some(mut found) = open(store, no)? else { return Ok(None) };
        if found.agenda.as_ref().is_none_or(|text| text.trim().is_empty()) {
            found.agenda = Some(visit::lines(store, desk, &found)?.join("\n"));
        }
        if steps::of(&found).is_empty() {
            found.steps = steps::proposed(store, desk.lang, &found)?;
        }
        let has_steps = found.steps.is_some();
        let asked = |key: &str| PREPARE.contains(&key) && (key != "steps" || has_steps);
        let mut fields = specs(&found, asked, desk.lang);
        fields.sort_by_key(|spec| PREPARE.iter().position(|key| *key == spec.key));
        for spec in fields.iter_mut().filter(|spec| spec.key == "why") {
            word::DOING.text(desk.lang).clone_into(&mut spec.hint);
        }
        name_links(store, desk.lang, &found, &mut fields)?;
        let title = word::PREPARE_OF.fill(desk.lang, &[&named(store, &found)?]);
        let account = account_of(store, &found)?;
        Ok(Some(Self::made(fields, Job::Visit(Act::Prepare, no), account, title)))
    }

    /// What the keys do.
    pub(super) fn hint(&self, lang: Lang) -> &'static str {
        let is_visit = matches!(self.job, Job::Visit(..));
        if is_visit { word::FORM_KEYS.text(lang) } else { cockpit::FORM_KEYS.text(lang) }
    }

    /// The title with how many of the five W's are filled in; nothing for a form without them.
    pub(super) fn counted(&self) -> Option<String> {
        let is_plan = matches!(self.job, Job::Add(Noun::Visit, _) | Job::Visit(Act::Prepare, _));
        let filled = WS.iter().filter(|key| !self.form.value(key).trim().is_empty()).count();
        is_plan.then(|| format!("{} · {filled}/5", self.title))
    }
}

fn dated(visit: &Visit, lang: Lang) -> Vec<FieldSpec> {
    let mut fields = specs(visit, |key| DATE.contains(&key), lang);
    fields.sort_by_key(|spec| DATE.iter().position(|key| *key == spec.key));
    fields
}

fn open(store: &Store, no: i64) -> Result<Option<Visit>, Fault> {
    Ok(store.get::<Visit>(no)?.filter(|visit| !visit.head.gone && visit.is_open()))
}

/// What a visit is called where it stands alone: what for, at whom, for which deal, on which day; its number where none
/// of them is known.
pub fn named(store: &Store, visit: &Visit) -> Result<String, Fault> {
    let sheet = |noun, id: Option<Id>| id.map(|id| store.sheet(noun, id)).transpose().map(Option::flatten);
    let account = sheet(Noun::Account, visit.account)?.map(|sheet| sheet.name);
    let deal = sheet(Noun::Opp, visit.opportunity)?.map(|sheet| sheet.name);
    let what = Some(resolve::name(visit));
    let day = visit.when.map(|when| when.day.to_string());
    let mut parts: Vec<String> = Vec::new();
    for part in [what, account, deal, day].into_iter().flatten() {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    Ok(if parts.is_empty() { visit.head.no.to_string() } else { parts.join(" · ") })
}

fn account_of(store: &Store, visit: &Visit) -> Result<Option<i64>, Fault> {
    let sheet = visit.account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
    Ok(sheet.map(|sheet| sheet.no))
}

/// Puts names for people where a link to several holds ids, and numbers for the grammar.
pub(super) fn name_all(
    store: &Store,
    noun: Noun,
    ids: &str,
    spec: Option<&mut FieldSpec>,
) -> Result<(), Fault> {
    let Some(spec) = spec else { return Ok(()) };
    let (mut numbers, mut names) = (Vec::new(), Vec::new());
    for id in ids.split(',').filter_map(|id| id.parse::<Id>().ok()) {
        if let Some(sheet) = store.sheet(noun, id)? {
            numbers.push(sheet.no.to_string());
            names.push(sheet.name.replace(',', " "));
        }
    }
    spec.value = numbers.join(",");
    spec.shown = names.join(", ");
    Ok(())
}
