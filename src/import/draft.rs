//! One row taken apart by the plan, before it is known what record it makes.

use std::borrow::Cow;
use std::sync::Arc;

use super::cell;
use super::date;
use super::key;
use super::label;
use super::number;
use super::plan::{Plan, Use};
use super::reading::{By, Columns, Kept, Link};
use super::reason::Reason;
use super::row::Row;
use super::stage::{self, Place, Stages};
use crate::domain::stage::Status;

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub fields: Vec<(&'static str, String)>,
    pub links: Vec<Link>,
    pub extra: Columns,
    pub person: Vec<(&'static str, String)>,
    pub id: Option<String>,
    pub external_id: Option<String>,
    pub first: Option<String>,
    pub last: Option<String>,
    pub place: Option<Place>,
    pub status: Option<Status>,
    pub domain: Option<String>,
    pub currency: Option<String>,
    /// The days of `closed_on`, `won_on` and `lost_on`, with their labels.
    pub closed: Vec<(&'static str, String, Arc<str>)>,
    /// Whether a mail, a phone or a web address does not look like one.
    pub odd: bool,
}

/// A fault of a row: the column, and why.
pub(super) type Fault = (Option<String>, Reason);

/// Fields whose unreadable cell makes the row worthless: the rest only keep it as text.
const HARD: [&str; 6] = ["amount", "close_on", "closed_on", "won_on", "lost_on", "opened_on"];

impl Draft {
    /// Takes a row apart; cells that their field cannot take are noted in `kept`.
    pub fn new(row: &Row, plan: &Plan, stages: &mut Stages, kept: &mut Vec<Kept>) -> Result<Self, Fault> {
        let mut draft = Self { fields: Vec::with_capacity(plan.uses.len().min(24)), ..Self::default() };
        for (at, raw) in row.cells.iter().enumerate() {
            let Some(one) = plan.uses.get(at).copied() else { break };
            if raw.is_empty() || one == Use::Ignored {
                continue;
            }
            let Some(label) = plan.label(at) else { break };
            match draft.take(one, raw, label, plan, stages) {
                Ok(()) => {}
                Err((key, reason)) if HARD.contains(&key) => return Err((Some(label.to_string()), reason)),
                Err((_, reason)) => {
                    draft.keep(label, raw);
                    kept.push(Kept { line: row.line, column: Some(label.to_string()), reason });
                }
            }
        }
        Ok(draft)
    }

    fn take(
        &mut self,
        one: Use,
        raw: &str,
        label: &Arc<str>,
        plan: &Plan,
        stages: &mut Stages,
    ) -> Result<(), (&'static str, Reason)> {
        match one {
            Use::Ignored => {}
            Use::Kept => self.keep(label, raw),
            Use::Note(key) => self.fields.extend(cell::note(raw).map(|text| (key, text.into_owned()))),
            Use::Line(key @ ("phone" | "mobile")) => match whole(raw).map_err(|reason| (key, reason))? {
                Some(number) => self.fields.push((key, number)),
                None => self.line(key, label, raw),
            },
            Use::Line(key) => self.line(key, label, raw),
            Use::Person(key) => {
                let key = if key == "phone" && is_mobile(raw) { "mobile" } else { key };
                let number =
                    if key == "email" { None } else { whole(raw).map_err(|reason| (key, reason))? };
                let text = number.or_else(|| cell::text(raw).map(Cow::into_owned));
                self.person.extend(text.map(|text| (key, text)));
            }
            Use::Id => self.id = id(raw)?,
            Use::ExternalId => self.external_id = id(raw)?,
            Use::First => self.first = cell::text(raw).map(Cow::into_owned),
            Use::Last => self.last = cell::text(raw).map(Cow::into_owned),
            Use::Website => {
                self.keep(label, raw);
                self.domain = cell::domain(raw);
                self.odd |= self.domain.is_none();
            }
            Use::Link(field, by) => self.link(field, by, label, raw, plan),
            Use::Stage => self.stage(label, raw, stages),
            Use::Status => {
                self.status = stage::status(raw);
                self.keep(label, raw);
            }
            _ if cell::is_void(raw) => {}
            Use::Date(..) if date::is_stand_in(raw) => {}
            typed => return self.typed(typed, raw, label, plan),
        }
        Ok(())
    }

    fn typed(
        &mut self,
        one: Use,
        raw: &str,
        label: &Arc<str>,
        plan: &Plan,
    ) -> Result<(), (&'static str, Reason)> {
        let at = |key: &'static str| move |reason: Reason| (key, reason);
        match one {
            Use::Date(key @ ("closed_on" | "won_on" | "lost_on"), order) => {
                self.closed.push((
                    key,
                    cell::day(raw, order, (plan.today, &plan.clock)).map_err(at(key))?,
                    label.to_owned(),
                ));
            }
            Use::Date(key, order) => {
                self.fields.push((key, cell::day(raw, order, (plan.today, &plan.clock)).map_err(at(key))?));
            }
            Use::Money(key, power, unit) => {
                let (text, currency) = cell::money(raw, plan.mark, plan.yuan, power).map_err(at(key))?;
                self.fields.push((key, text));
                let currency = currency.or(unit).map(str::to_owned);
                self.currency = self.currency.take().or(currency);
            }
            Use::Percent(key, fraction) => {
                self.fields.push((key, cell::percentage(raw, plan.mark, fraction).map_err(at(key))?));
            }
            Use::Int(key, low, high) => {
                self.fields.push((key, cell::whole(raw, plan.mark, low, high).map_err(at(key))?));
            }
            Use::Choice(key, codes) => {
                self.fields.push((key, cell::choice(raw, codes).map_err(at(key))?.to_owned()));
                self.keep_unless(label, raw, codes);
            }
            Use::Currency => {
                let code = number::currency(raw, plan.yuan);
                self.currency = Some(
                    code.ok_or_else(|| ("currency", Reason::BadChoice { value: raw.trim().to_owned() }))?,
                );
            }
            _ => {}
        }
        Ok(())
    }

    /// A line of text; of a JSON list the first value, with the whole list kept where it has more.
    fn line(&mut self, key: &'static str, label: &Arc<str>, raw: &str) {
        let Some(values) = cell::listed(raw).filter(|_| matches!(key, "email" | "phone" | "mobile")) else {
            if let Some(text) = cell::text(raw) {
                self.odd |= !cell::fits(key, &text);
                self.fields.push((key, text.into_owned()));
            }
            return;
        };
        if values.len() > 1 {
            self.keep(label, raw);
        }
        let first = values.first().and_then(|value| cell::text(value));
        self.fields.extend(first.map(|text| (key, text.into_owned())));
    }

    fn link(&mut self, field: &'static str, by: By, label: &Arc<str>, raw: &str, plan: &Plan) {
        let Some(value) = cell::text(raw) else { return };
        let value = match by {
            By::Name => value.into_owned(),
            By::ExternalId => key::given(&plan.source, &value),
            By::Domain => cell::domain(&value).unwrap_or_else(|| value.to_lowercase()),
            By::Mail => value.to_lowercase(),
        };
        self.links.reserve_exact(1);
        self.links.push(Link { field, by, value, label: label.clone() });
    }

    /// The stage as the file calls it stays with the record, since several of theirs are one of ours.
    fn stage(&mut self, label: &Arc<str>, raw: &str, stages: &mut Stages) {
        let Some(text) = cell::text(raw) else { return };
        let place = stages.place(&text);
        let own = place.stage.map(crate::domain::choice::Choice::code);
        if own != Some(text.as_ref()) {
            self.keep(label, raw);
        }
        self.place = Some(place);
    }

    fn keep(&mut self, label: &Arc<str>, raw: &str) {
        if let Some(text) = cell::note(raw) {
            self.extra.insert(label.clone(), text.into_owned());
        }
    }

    fn keep_unless(&mut self, label: &Arc<str>, raw: &str, codes: &[&str]) {
        let name = label::norm(raw);
        if !codes.iter().any(|code| label::norm(code) == name) {
            self.keep(label, raw);
        }
    }

    /// The text of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value.as_str())
    }

    /// The first link of a field.
    pub fn linked(&self, field: &str) -> Option<&str> {
        self.links.iter().find(|link| link.field == field).map(|link| link.value.as_str())
    }
}

/// The digits of a number that a spreadsheet wrote with an exponent.
fn whole(raw: &str) -> Result<Option<String>, Reason> {
    cell::digits(raw).transpose()
}

/// The text of an id, whole.
fn id(raw: &str) -> Result<Option<String>, (&'static str, Reason)> {
    let number = whole(raw).map_err(|reason| ("id", reason))?;
    Ok(number.or_else(|| cell::text(raw).map(Cow::into_owned)))
}

/// Whether a number is a Chinese mobile's.
pub(super) fn is_mobile(raw: &str) -> bool {
    let digits = raw.trim();
    digits.len() == 11 && digits.starts_with('1') && digits.bytes().all(|byte| byte.is_ascii_digit())
}
