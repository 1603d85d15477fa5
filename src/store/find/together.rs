//! Records whose own name has some of the typed words and whose account has the rest: `重庆 热风`, company and person.

use std::collections::BTreeMap;

use super::Hit;
use crate::domain::name::Asked;
use crate::domain::noun::Noun;
use crate::store::{Fault, Store, search};

/// How many words of a line are tried.
const WORDS: usize = 4;
/// How many accounts are tried for each word, and how many in all.
const ACCOUNTS: i64 = 60;
const TRIED: usize = 12;
/// How many records of one account are looked at.
const RECORDS: i64 = 200;

/// What a line of several words finds through accounts, `limit` at most.
pub fn find(store: &Store, typed: &str, noun: Option<Noun>, limit: usize) -> Result<Vec<Hit>, Fault> {
    let words: Vec<&str> = typed.split_whitespace().take(WORDS).collect();
    if words.len() < 2 {
        return Ok(Vec::new());
    }
    let is_meant = |one: &Noun| noun.is_none_or(|noun| noun == *one) && one.kind_of("account").is_some();
    let nouns: Vec<Noun> = Noun::found().filter(is_meant).collect();
    let mut found = Vec::new();
    for (account, rest) in accounts(store, &words)? {
        let Some(asked) = Asked::anything(&rest) else { continue };
        for one in &nouns {
            for no in search::owned(store, *one, account, &asked, RECORDS)? {
                found.extend(store.hit(*one, no)?);
            }
            if found.len() >= limit {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// The accounts that have some of the words, those with most of them first, each with the words that it lacks.
fn accounts(store: &Store, words: &[&str]) -> Result<Vec<(i64, String)>, Fault> {
    let mut lacking: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for word in words {
        let Some(asked) = Asked::of(word) else { continue };
        for no in search::candidates(store, Noun::Account, &asked, ACCOUNTS)? {
            lacking.entry(no).or_insert_with(|| words.to_vec()).retain(|one| one != word);
        }
    }
    let mut all: Vec<(i64, Vec<&str>)> = lacking.into_iter().filter(|(_, rest)| !rest.is_empty()).collect();
    all.sort_by_key(|(no, rest)| (rest.len(), -no));
    Ok(all.into_iter().take(TRIED).map(|(no, rest)| (no, rest.join(" "))).collect())
}
