//! A file that does not say which system wrote it: the source under which the book knows its records already.

use std::collections::BTreeMap;

use super::Halt;
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::name::Spelling;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::rep::Rep;
use crate::domain::value::Value;
use crate::import::key::is_made_up;
use crate::import::reading::{By, Proposal, Reading};
use crate::import::refusal::Refusal;
use crate::store::{Fault, Tx};

/// The source of a file whose name was only guessed, where the book knows its ids under another name; refuses a file
/// that several sources know.
pub fn find(tx: &Tx, reading: &Reading) -> Result<Option<String>, Halt> {
    match reading.noun {
        _ if !reading.is_source_guessed => Ok(None),
        Noun::Account => among::<Account>(tx, reading),
        Noun::Person => among::<Person>(tx, reading),
        Noun::Rep => among::<Rep>(tx, reading),
        Noun::Opp => among::<Opportunity>(tx, reading),
        _ => Ok(None),
    }
}

/// How many records of a file a source knows: by id and name, and by id alone.
#[derive(Default)]
struct Count {
    same: usize,
    other: usize,
}

fn among<R: Record>(tx: &Tx, reading: &Reading) -> Result<Option<String>, Halt> {
    // That two systems which are known by their layouts both count 1, 2, 3 says nothing.
    let may_be =
        |source: &String| *source != reading.source && (is_made_up(source) || is_made_up(&reading.source));
    let sources: Vec<String> = tx.sources::<R>()?.into_iter().filter(may_be).collect();
    if sources.is_empty() {
        return Ok(None);
    }
    let mut counts: BTreeMap<&String, Count> = BTreeMap::new();
    reading.records.each(|proposal| {
        let Some(id) = id_in(&proposal.external_id, &reading.source) else { return Ok(()) };
        if tx.by_external::<R>(&proposal.external_id)?.is_some() {
            return Ok(());
        }
        for source in &sources {
            let Some(record) = tx.by_external::<R>(&format!("{source}:{id}"))? else { continue };
            let count = counts.entry(source).or_default();
            if is_same(tx, reading, &proposal, &record)? { count.same += 1 } else { count.other += 1 }
        }
        Ok::<(), Halt>(())
    })?;
    let mut knowing =
        counts.into_iter().filter(|(_, count)| count.same > count.other).map(|(source, _)| source);
    match (knowing.next(), knowing.next()) {
        (Some(one), Some(other)) => {
            let sources = [one, other].into_iter().chain(knowing).cloned().collect();
            Err(Refusal::SeveralSources { sources }.into())
        }
        (one, _) => Ok(one.cloned()),
    }
}

/// The id behind the name of a source; nothing for a key that was made from a name.
fn id_in<'e>(external: &'e str, source: &str) -> Option<&'e str> {
    let id = external.strip_prefix(source)?.strip_prefix(':')?;
    (!id.starts_with('~')).then_some(id)
}

/// Whether a row and a record with its id have one name, now or when it came in; of a deal one customer as well, which
/// is enough where the file has no titles.
fn is_same<R: Record>(tx: &Tx, reading: &Reading, proposal: &Proposal, record: &R) -> Result<bool, Fault> {
    let is_named = |key: &str, said: &str| -> Result<bool, Fault> {
        let Some(field) = R::field(key) else { return Ok(false) };
        let is_said = |value: &Value| value.as_text().is_some_and(|text| is_spelled(text, said));
        Ok(is_said(&(field.get)(record))
            || tx.last_imported::<R>(record.head().no, key)?.as_ref().is_some_and(is_said))
    };
    if R::NOUN != Noun::Opp {
        return is_named("name", proposal.get("name").unwrap_or_default());
    }
    let link = proposal.links.iter().find(|link| link.field == "account" && link.by == By::Name);
    let account = R::field("account").map(|field| (field.get)(record));
    let account = account.and_then(|value| value.as_text()?.parse::<Id>().ok());
    let account = account.map(|id| tx.by_id::<Account>(id)).transpose()?.flatten();
    let has_account = match (link, account) {
        (Some(link), Some(account)) => {
            Some(is_spelled(&account.name, &link.value) || tx.was_called(account.head.no, &link.value)?)
        }
        _ => None,
    };
    if has_account == Some(false) {
        return Ok(false);
    }
    if reading.has("title") {
        return is_named("title", proposal.get("title").unwrap_or_default());
    }
    match (has_account, proposal.get("product")) {
        (Some(_), _) => Ok(true),
        (None, Some(product)) => is_named("product", product),
        (None, None) => Ok(false),
    }
}

fn is_spelled(one: &str, other: &str) -> bool {
    Spelling::of(one) == Spelling::of(other)
}

/// A row as if its file had named the source: ids that the book knows, and those of new records, are of that source.
pub fn renamed(tx: &Tx, reading: &Reading, proposal: &Proposal, source: &str) -> Result<Proposal, Fault> {
    let under = |noun: Noun, external: &str| -> Result<Option<String>, Fault> {
        let Some(id) = id_in(external, &reading.source) else { return Ok(None) };
        Ok(if tx.is_external(noun, external)? { None } else { Some(format!("{source}:{id}")) })
    };
    let mut proposal = proposal.clone();
    if let Some(external) = under(reading.noun, &proposal.external_id)? {
        proposal.external_id = external;
    }
    for link in proposal.links.iter_mut().filter(|link| link.by == By::ExternalId) {
        let noun = if matches!(link.field, "account" | "parent") { Noun::Account } else { Noun::Person };
        if let Some(external) = under(noun, &link.value)? {
            link.value = external;
        }
    }
    Ok(proposal)
}
