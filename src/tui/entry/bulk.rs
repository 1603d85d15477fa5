//! A form that changes several records at once.

use super::{Entry, Job, specs};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::todo::Todo;
use crate::lang::{Lang, cockpit as word};

/// What may be said of several deals at once.
const DEALS: &[&str] =
    &["owner", "close_on", "category", "p_rep", "next_step", "next_on", "phase", "region", "tags"];

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
    /// A form that changes several deals or to-dos at once; nothing for records that are changed one by one.
    pub fn bulk(noun: Noun, several: &[i64], lang: Lang) -> Option<Self> {
        let specs = match noun {
            Noun::Opp => specs(&Opportunity::default(), |key| DEALS.contains(&key), lang),
            Noun::Todo => {
                // A new to-do is a task without having been told so: nothing is preset for many.
                let mut specs = specs(&Todo::default(), |key| TODOS.contains(&key), lang);
                for spec in &mut specs {
                    spec.value.clear();
                }
                specs.sort_by_key(|spec| TODOS.iter().position(|key| *key == spec.key));
                specs
            }
            _ => return None,
        };
        let numbers: Vec<String> = several.iter().map(i64::to_string).collect();
        let title = word::BULK_OF.fill(lang, &[&several.len()]);
        Some(Self::made(specs, Job::Set(noun, numbers.join(",")), None, title))
    }
}
