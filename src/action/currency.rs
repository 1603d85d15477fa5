//! The currency of amounts that name none: that of the deal, else of the account, whatever the reader's language.

use super::assign;
use super::failure::Failure;
use super::resolve;
use crate::domain::account::Account;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::store::{Fault, Tx};

/// The words with a currency, where they name none and the deal or the account that they name has one.
pub fn inherited<R: Record>(tx: &Tx, mut words: Vec<String>) -> Result<Vec<String>, Failure> {
    if R::field("currency").is_none() {
        return Ok(words);
    }
    let (mut deal, mut account) = (None, None);
    for word in &words {
        let (key, text) = assign::split(word)?;
        match assign::field::<R>(key)?.key {
            "currency" => return Ok(words),
            "opportunity" if !text.is_empty() => {
                deal = Some(resolve::living::<Opportunity>(tx, text)?.currency);
            }
            "account" if !text.is_empty() => {
                account = of_account(tx, &resolve::living::<Account>(tx, text)?)?;
            }
            _ => {}
        }
    }
    words.extend(deal.or(account).map(|code| format!("currency={code}")));
    Ok(words)
}

/// The currency of an account: its own, else that of most of its open deals, else of its newest deal.
fn of_account(tx: &Tx, account: &Account) -> Result<Option<String>, Fault> {
    if account.currency.is_some() {
        return Ok(account.currency.clone());
    }
    if let Some(code) = tx.open_currency(account.head.id)? {
        return Ok(Some(code));
    }
    Ok(tx.deals_of(account.head.id, 1)?.pop().map(|deal| deal.currency))
}

/// Whether a record holds an amount, which its currency must not be changed under.
pub fn is_paid<R: Record>(record: &R) -> bool {
    R::FIELDS.iter().any(|field| field.kind == Kind::Money && !(field.get)(record).is_null())
}
