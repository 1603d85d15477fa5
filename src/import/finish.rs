//! From what a row says to the record that it proposes.

use std::collections::HashMap;

use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::stage::Status;

use super::cell;
use super::draft::{Draft, Fault};
use super::key;
use super::label;
use super::number::{self, Mark};
use super::plan::Plan;
use super::reading::{By, Link, Proposal};
use super::reason::Reason;
use super::row::Row;

/// The keys that are taken, by the line that took them; a key is known by its digest, since a file may have many.
#[derive(Debug, Default)]
pub(super) struct Taken {
    lines: HashMap<u64, u64>,
    repeats: HashMap<u64, usize>,
    /// Whether a record has the reader's currency, since the file names none.
    pub assumed: bool,
}

impl Taken {
    /// Takes a key; refuses one that an earlier line has, unless repeats are records of their own.
    fn take(&mut self, key: String, line: u64, may_repeat: bool) -> Result<String, Fault> {
        let digest = key::digest_of(&key);
        if let Some(first) = self.lines.get(&digest) {
            if !may_repeat {
                return Err((None, Reason::Duplicate { line: *first }));
            }
            let count = self.repeats.entry(digest).or_insert(1);
            *count += 1;
            let key = format!("{key}#{count}");
            self.lines.insert(key::digest_of(&key), line);
            return Ok(key);
        }
        self.lines.insert(digest, line);
        Ok(key)
    }
}

/// The record that a row proposes.
pub(super) fn finish(mut draft: Draft, row: &Row, plan: &Plan, taken: &mut Taken) -> Result<Proposal, Fault> {
    if is_total(row, plan.mark) {
        return Err((None, Reason::Total));
    }
    let is_told = draft.currency.is_some();
    match plan.noun {
        Noun::Opp => opp(&mut draft, row, plan)?,
        Noun::Account => account(&mut draft),
        Noun::Person => person(&mut draft),
        _ => {}
    }
    let named = draft.get(if plan.noun == Noun::Opp { "title" } else { "name" }).map(str::to_owned);
    let name = named.ok_or((None, Reason::NoName))?;
    let account = draft.linked("account").unwrap_or("").to_owned();
    let mail = draft.get("email").unwrap_or("").to_owned();
    let parts: &[&str] = match plan.noun {
        Noun::Opp => &[&name, &account],
        Noun::Person => &[&name, &account, &mail],
        _ => &[&name],
    };
    let made = draft.id.is_none() && draft.external_id.is_none();
    let given = draft.id.take().map(|id| key::given(&plan.source, &id));
    let wanted = draft.external_id.take().or(given).unwrap_or_else(|| key::made(&plan.source, parts));
    let external_id = taken.take(wanted, row.line, made && plan.noun == Noun::Opp)?;
    taken.assumed |= !is_told && draft.get("currency").is_some();
    let contact = contact(&draft, &name, row.line, plan);
    let Draft { fields, links, extra, .. } = draft;
    let fields = fields.into_iter().collect();
    Ok(Proposal { line: row.line, external_id, fields, links, extra, person: contact })
}

fn opp(draft: &mut Draft, row: &Row, plan: &Plan) -> Result<(), Fault> {
    let mut filled = row.filled();
    if let (Some(only), None) = (filled.next(), filled.next())
        && plan.labels.len() > 2
    {
        return Err((None, Reason::LoneCell { value: only.chars().take(200).collect() }));
    }
    close(draft);
    if draft.get("title").is_none() {
        let account = draft.links.iter().find(|link| link.field == "account" && link.by == By::Name);
        let title = match (account.map(|link| link.value.as_str()), draft.get("product")) {
            (Some(account), Some(product)) => Some(format!("{account} – {product}")),
            (account, product) => product.or(account).map(str::to_owned),
        };
        draft.fields.extend(title.map(|title| ("title", title)));
    }
    let has_money = draft.get("amount").is_some();
    let currency = draft.currency.take().or_else(|| has_money.then(|| plan.currency.clone()));
    draft.fields.extend(currency.map(|code| ("currency", code)));
    Ok(())
}

/// The stage, the status and the day: of a closed deal the day it closed, with the expected one kept beside it.
fn close(draft: &mut Draft) {
    let staged = draft.place.map(|place| place.status);
    let status = staged.filter(|status| *status != Status::Open).or(draft.status).or(staged);
    if let Some(stage) = draft.place.and_then(|place| place.stage) {
        draft.fields.push(("stage", stage.code().to_owned()));
    }
    let Some(status) = status else { return keep_days(draft) };
    draft.fields.push(("status", status.code().to_owned()));
    let wanted: &[&str] = match status {
        Status::Open => &[],
        Status::Won => &["closed_on", "won_on"],
        Status::Lost => &["closed_on", "lost_on"],
        Status::Suspended | Status::Dropped => &["closed_on"],
    };
    if let Some(at) = draft.closed.iter().position(|(key, ..)| wanted.contains(key)) {
        let (_, day, _) = draft.closed.swap_remove(at);
        let expected = draft.fields.iter_mut().find(|(key, _)| *key == "close_on");
        match expected {
            Some((_, slot)) => *slot = day,
            None => draft.fields.push(("close_on", day)),
        }
    }
    keep_days(draft);
}

fn keep_days(draft: &mut Draft) {
    for (_, day, label) in std::mem::take(&mut draft.closed) {
        draft.extra.insert(label, day);
    }
}

fn account(draft: &mut Draft) {
    if draft.get("domain").is_none() {
        let domain = draft.domain.take();
        draft.fields.extend(domain.map(|domain| ("domain", domain)));
    }
    if let Some((_, domain)) = draft.fields.iter_mut().find(|(key, _)| *key == "domain")
        && let Some(host) = cell::domain(domain)
    {
        *domain = host;
    }
}

/// A full name out of its halves: the family name first where it is Chinese.
fn person(draft: &mut Draft) {
    if draft.get("name").is_some() {
        return;
    }
    let name = match (draft.first.take(), draft.last.take()) {
        (Some(first), Some(last)) if label::is_chinese(&last) => Some(format!("{last}{first}")),
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        (first, last) => first.or(last),
    };
    draft.fields.extend(name.map(|name| ("name", name)));
}

/// The person named in an account's row.
fn contact(draft: &Draft, account: &str, line: u64, plan: &Plan) -> Option<Box<Proposal>> {
    let find =
        |wanted: &str| draft.person.iter().find(|(key, _)| *key == wanted).map(|(_, value)| value.as_str());
    let name = find("name")?;
    let at = Link { field: "account", by: By::Name, value: account.to_owned(), label: "".into() };
    Some(Box::new(Proposal {
        line,
        external_id: key::made(&plan.source, &[name, account, find("email").unwrap_or("")]),
        fields: draft.person.iter().map(|(key, text)| (*key, text)).collect(),
        links: vec![at],
        ..Proposal::default()
    }))
}

/// A row that only says that it is a total, beside figures.
fn is_total(row: &Row, mark: Mark) -> bool {
    const TOTALS: [&str; 8] = ["total", "totals", "grand total", "subtotal", "合计", "总计", "小计", "总额"];
    let is_one = |cell: &str| {
        let may = cell.len() <= 20 && cell.starts_with(['t', 'T', 'g', 'G', 's', 'S', '合', '总', '小']);
        may && TOTALS.contains(&key::fold(cell.trim_end_matches([':', '：'])).as_str())
    };
    if !row.filled().take(3).any(is_one) {
        return false;
    }
    let mut words = row.filled().filter(|cell| number::figure(cell, mark, true).is_none());
    words.next().is_some_and(is_one) && words.next().is_none()
}
