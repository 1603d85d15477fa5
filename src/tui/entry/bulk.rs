//! A form that changes several records at once.

use super::{Entry, Job, specs};
use crate::domain::account::Account;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::lang::{Lang, cockpit as word};
use crate::tui::shape::form::FieldSpec;

/// What may be said of several deals at once.
const DEALS: &[&str] =
    &["owner", "amount", "close_on", "category", "p_rep", "next_step", "next_on", "phase", "region", "tags"];

/// What may be said of several accounts at once.
const ACCOUNTS: &[&str] = &[
    "owner",
    "tier",
    "region",
    "industry",
    "relation_level",
    "segment",
    "lifecycle",
    "cadence_days",
    "next_review_on",
    "parent",
    "tags",
];

/// What may be said of several visits at once.
const VISITS: &[&str] = &["when", "owner", "type", "where", "plan_month", "our_team", "tags"];

/// What may be said of several to-dos at once.
const TODOS: &[&str] = &[
    "due",
    "priority",
    "owner",
    "account",
    "opportunity",
    "person",
    "waiting_on",
    "wait_until",
    "kind",
    "tags",
];

impl Entry {
    /// A form that changes several records at once; nothing for those that are changed one by one.
    pub fn bulk(noun: Noun, several: &[i64], lang: Lang) -> Option<Self> {
        let mut specs = match noun {
            Noun::Opp => of::<Opportunity>(DEALS, lang),
            Noun::Todo => of::<Todo>(TODOS, lang),
            Noun::Account => of::<Account>(ACCOUNTS, lang),
            Noun::Visit => of::<Visit>(VISITS, lang),
            _ => return None,
        };
        // A new record is of some kind without having been told so: nothing is preset for many.
        for spec in &mut specs {
            spec.value.clear();
        }
        let numbers: Vec<String> = several.iter().map(i64::to_string).collect();
        let title = word::BULK_OF.fill(lang, &[&several.len()]);
        Some(Self::made(specs, Job::Set(noun, numbers.join(",")), None, title))
    }
}

/// The fields of a noun that may be said of several, in this order.
fn of<R: Record>(keys: &[&str], lang: Lang) -> Vec<FieldSpec> {
    let mut specs = specs(&R::default(), |key| keys.contains(&key), lang);
    specs.sort_by_key(|spec| keys.iter().position(|key| *key == spec.key));
    specs
}
