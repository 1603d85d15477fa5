//! Records that another one names before the book has them, made in the same batch; and whom a visit may be aimed at.

use super::failure::{Failure, Mistake, Refusal};
use super::{Desk, answer, assign, generic, resolve};
use crate::domain::account::Account;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::store::Tx;

/// The signs before the name of somebody new.
const NEW: [char; 2] = ['+', '＋'];
/// What stands between several names.
const BETWEEN: [char; 3] = [',', '，', '、'];

/// Words in which `account=+Name` and `who=+Name` have become numbers: the account, and then its people, are made.
pub fn words<R: Record>(
    tx: &mut Tx,
    desk: &Desk,
    record: &R,
    words: &[String],
) -> Result<Vec<String>, Failure> {
    let mut known = Vec::with_capacity(words.len());
    for word in words {
        let (key, text) = assign::split(word)?;
        let is_account = assign::field::<R>(key).is_ok_and(|field| field.key == "account");
        match text.strip_prefix(NEW).filter(|_| is_account) {
            Some(name) => {
                let account = generic::made(tx, desk, Account::default(), name)?;
                known.push(format!("account={}", account.head.no));
            }
            None => known.push(word.clone()),
        }
    }
    let account = account_of(tx, record, &known)?;
    for word in &mut known {
        let (key, text) = assign::split(word)?;
        let is_who = assign::field::<R>(key).is_ok_and(|field| field.key == "who");
        if is_who && text.split(BETWEEN).any(|part| part.trim().starts_with(NEW)) {
            *word = format!("who={}", guests(tx, desk, account, text)?);
        }
    }
    Ok(known)
}

/// Who comes, by number; those who are new are made at the account.
fn guests(tx: &mut Tx, desk: &Desk, account: Option<Id>, text: &str) -> Result<String, Failure> {
    let mut who = Vec::new();
    for part in text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()) {
        who.push(match part.strip_prefix(NEW) {
            Some(name) => answer::newcomer(tx, desk, account, name)?.head.no.to_string(),
            None => part.to_owned(),
        });
    }
    Ok(who.join(","))
}

/// The account that a record will be at: as the words say, by its deal, else the one it is at.
fn account_of<R: Record>(tx: &Tx, record: &R, words: &[String]) -> Result<Option<Id>, Failure> {
    let mut account = link(record, "account");
    let mut deal = link(record, "opportunity");
    for word in words {
        let (key, text) = assign::split(word)?;
        let key = assign::field::<R>(key).map_or("", |field| field.key);
        if text.trim().is_empty() {
            continue;
        }
        match key {
            "account" => account = Some(resolve::one(tx, Noun::Account, text)?.id),
            "opportunity" => deal = Some(resolve::one(tx, Noun::Opp, text)?.id),
            _ => {}
        }
    }
    let of_deal = || match deal {
        Some(deal) => Ok::<_, Failure>(tx.by_id::<Opportunity>(deal)?.and_then(|deal| deal.account)),
        None => Ok(None),
    };
    account.map_or_else(of_deal, |account| Ok(Some(account)))
}

fn link<R: Record>(record: &R, key: &str) -> Option<Id> {
    let value = R::field(key).map(|field| (field.get)(record))?;
    value.as_text().and_then(|text| text.parse().ok())
}

/// A visit says something, and is aimed at people of its own account (V1); where it names none it is at theirs.
pub fn check<R: Record>(tx: &Tx, old: Option<&R>, record: &mut R) -> Result<(), Failure> {
    if R::NOUN != Noun::Visit {
        return Ok(());
    }
    let held = |record: &R, key: &str| R::field(key).map_or(Value::Null, |field| (field.get)(record));
    let said = ["account", "opportunity", "who", "what", "why", "when", "external_id"];
    if said.iter().all(|key| held(record, key).is_null()) {
        return Err(Mistake::Required(Noun::Visit, "account").into());
    }
    let meant = ["account", "opportunity", "who"];
    if old.is_some_and(|old| meant.iter().all(|key| held(old, key) == held(record, key))) {
        return Ok(());
    }
    let mut account = account_of(tx, record, &[])?;
    let who = held(record, "who");
    for id in who.as_text().unwrap_or_default().split(',').filter_map(|id| id.parse::<Id>().ok()) {
        let Some(person) = tx.by_id::<Person>(id)? else { continue };
        match (account, person.account) {
            (Some(own), Some(theirs)) if own != theirs => {
                let at = tx.by_id::<Account>(own)?.map(|account| account.name).unwrap_or_default();
                return Err(Refusal::Stranger(person.name, at).into());
            }
            (None, theirs) => account = theirs,
            (Some(_), _) => {}
        }
    }
    if let (Some(account), Some(field)) = (account, R::field("account"))
        && held(record, "account").is_null()
    {
        (field.set)(record, Value::Text(account.to_string()))
            .map_err(|_| Mistake::Required(Noun::Visit, "account"))?;
    }
    Ok(())
}
