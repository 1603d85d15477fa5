//! What tells records apart that are called the same: a deal's stage, amount and close date, a person's post.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::changed::amount;
use super::worded;
use crate::domain::choice::Choice;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::stage::{Stage, Status};
use crate::lang::{Lang, choice};
use crate::store::{Fault, Store};

/// So much of a name is seen where lists are narrow: what is the same up to there looks the same.
const SEEN: usize = 30;

/// What tells a record from others of its name, in a few words; empty where it has nothing of the kind.
///
/// # Errors
/// [`Fault`] where the book can't be read.
pub fn facts(store: &Store, (lang, today): (Lang, NaiveDate), noun: Noun, no: i64) -> Result<String, Fault> {
    if noun == Noun::Opp {
        let deal = store.get::<Opportunity>(no)?;
        return Ok(deal.map(|deal| of_deal(&deal, lang, today)).unwrap_or_default());
    }
    let keys = noun.traits().apart;
    let name = |of: Noun, id| Ok(store.sheet(of, id)?.map(|sheet| sheet.name));
    let told = for_noun!(noun, R => match store.get::<R>(no)? {
        Some(record) => keys
            .iter()
            .filter_map(|key| R::field(key))
            .map(|field| worded::value::<Fault>(lang, field.kind, &(field.get)(&record), "", name))
            .collect::<Result<Vec<String>, Fault>>()?,
        None => Vec::new(),
    });
    Ok(joined(told))
}

/// Which of these look the same as another one of them; each is its noun and what is shown of it.
pub fn alike(shown: &[(Noun, String)]) -> Vec<bool> {
    let seen =
        |(noun, text): &(Noun, String)| (*noun, text.to_lowercase().chars().take(SEEN).collect::<String>());
    let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for one in shown.iter().map(seen) {
        if !once.insert(one.clone()) {
            twice.insert(one);
        }
    }
    shown.iter().map(|one| twice.contains(&seen(one))).collect()
}

/// The end of a closed deal stands in its stage's place.
fn of_deal(deal: &Opportunity, lang: Lang, today: NaiveDate) -> String {
    let state = match deal.status {
        Status::Open => choice::label(lang, Stage::LIST, deal.stage.code()),
        ended => choice::label(lang, Status::LIST, ended.code()),
    };
    let amount = deal.amount.map(|minor| amount(lang, minor, &deal.currency));
    let format = |day: NaiveDate| if day.year() == today.year() { "%m-%d" } else { "%Y-%m-%d" };
    let day = deal.close_on.map(|day| day.format(format(day)).to_string());
    joined([Some(state.to_owned()), amount, day].into_iter().flatten().collect())
}

fn joined(parts: Vec<String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
