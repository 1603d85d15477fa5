//! Everything that changes the book: one value for a line of the shell, the palette and a key.

use std::collections::BTreeSet;

use chrono::NaiveDate;

mod again;
pub mod answer;
pub mod apart;
pub mod assign;
pub mod call_plan;
mod called;
pub mod capture;
pub mod changed;
mod currency;
pub mod deal;
pub mod decide;
pub mod failure;
mod fixed;
pub mod generic;
pub mod grammar;
pub mod import;
pub mod line;
mod named;
pub(crate) mod nearest;
mod newcomer;
pub mod odds;
mod reopen;
pub mod repeat;
pub mod resolve;
mod review;
pub mod sentence;
pub mod tell;
pub mod template;
pub mod terms;
pub mod timeline;
pub mod todo;
pub mod visit;
pub mod worded;

pub use called::called;
pub use failure::{Failure, Mistake, Refusal};

use crate::domain::noun::{Noun, for_noun};
use crate::domain::review::{Ritual, Verdict};
use crate::domain::stage::{Move, Stage};
use crate::lang::Lang;
use crate::store::{Stamp, Store, Undone};
use todo::TodoStep;

/// What the words of an action are read by: the moment, the person, the defaults.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Who and when.
    pub stamp: Stamp,
    /// The currency of amounts that name none.
    pub currency: String,
    /// The language that answers come in.
    pub lang: Lang,
}

impl Desk {
    /// The same on another day, at the same time of day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Self {
        let at = self.stamp.at;
        let moved = day.and_time(at.time()).and_local_timezone(*at.offset()).single();
        Self { stamp: Stamp { at: moved.unwrap_or(at), ..self.stamp.clone() }, ..self.clone() }
    }
}

/// A change to the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A new record of a noun, from `field=value` words.
    Add(Noun, Vec<String>),
    /// Fields of one record, or of several between commas.
    Set(Noun, String, Vec<String>),
    /// Marks a record as gone.
    Remove(Noun, String),
    /// Brings back a record that was removed.
    Restore(Noun, String),
    /// Moves a deal: on, back, or to one of its ends.
    Go(Move, String, Vec<String>),
    /// Answers a question of a deal.
    Answer(String, String, String, Vec<String>),
    /// Sets marks of a person in a deal.
    Mark(String, String, Vec<String>),
    /// Draws a line between two people of a deal.
    Line(String, String, String, Vec<String>),
    /// Says how well a vendor fits a factor.
    Fit(String, String, String, String),
    /// Puts a competitor into a deal.
    Rival(String, String, Vec<String>),
    /// Moves a factor or a decision step among its like.
    Rank(Noun, String, String),
    /// A visit or a to-do from one line, about the account or deal in view.
    Capture(String, Option<(Noun, i64)>),
    /// Does one of the verbs of to-dos, with a day or a name in words.
    Todo(TodoStep, String, Vec<String>),
    /// Prepares a visit, calls it off or tells what came of it.
    Visit(visit::Act, String, Vec<String>),
    /// Takes back the last batch; where one is named, only that one.
    Undo(Option<i64>),
    /// Takes back the last undo; where one is named, only that one.
    Redo(Option<i64>),
}

/// What an action did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What to tell.
    pub said: Said,
    /// The record that was changed, or the first of several.
    pub record: Option<(Noun, i64)>,
    /// The nouns that were written.
    pub touched: BTreeSet<Noun>,
}

/// What there is to tell of an action; the words are made by [`tell`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A record was made: its noun, number and name.
    Added(Noun, i64, String),
    /// A record was changed.
    Changed(Noun, i64, String),
    /// So many records were changed at once.
    ChangedMany(Noun, usize),
    /// Nothing was different.
    Unchanged,
    /// A record was removed; what belongs to it and stays, by noun.
    Removed(Noun, i64, String, Vec<(Noun, usize)>),
    /// So many records were removed at once; what belongs to them and stays, by noun.
    RemovedMany(Noun, usize, Vec<(Noun, usize)>),
    /// A record came back.
    Restored(Noun, i64, String),
    /// A deal moved; true where a gate was overridden.
    Moved(Move, String, Stage, bool),
    /// A question was answered: the deal, the question, what it says.
    Answered(String, i64, &'static str),
    /// A question was answered as before: the deal, the question, what it says, its grade.
    StillTrue(String, i64, &'static str, &'static str),
    /// A to-do was done, deferred and so on: its title, and the day or the name that belongs to it.
    Todo(TodoStep, String, Option<String>),
    /// A visit was prepared: its number, how many of the five W's it has, how many lines its agenda.
    Prepared(i64, usize, usize),
    /// A visit was told: its number, what came of it, how many records were written beside it, the day of the
    /// next one of its series; and where its deal went on, the deal, its new stage, and whether its gate was overridden.
    Debriefed(i64, &'static str, usize, Option<NaiveDate>, Option<(String, Stage, bool)>),
    /// A ritual was stamped, for a period where one is named.
    Stamped(Ritual, Option<String>),
    /// A key account was judged: its name and the verdict.
    Judged(String, Verdict),
    /// A step of a visit was ticked off, or the tick was taken back: the visit's number, the step, whether it is done.
    Ticked(i64, String, bool),
    /// A template was laid over a visit: the visit's number, the template, how many steps it has.
    Laid(i64, String, usize),
    /// A batch was taken back.
    Undone(Undone),
    /// An undo was taken back.
    Redone(Undone),
    /// There is nothing to take back.
    NothingToUndo,
    /// There is no undo to take back.
    NothingToRedo,
}

impl Action {
    /// Does it, in one transaction.
    pub fn apply(&self, store: &mut Store, desk: &Desk) -> Result<Done, Failure> {
        match self {
            Self::Add(noun, words) => for_noun!(*noun, R => generic::add::<R>(store, desk, words)),
            Self::Set(noun, record, words) => {
                for_noun!(*noun, R => generic::set::<R>(store, desk, record, words))
            }
            Self::Remove(noun, record) => {
                for_noun!(*noun, R => generic::mark::<R>(store, desk, record, true))
            }
            Self::Restore(noun, record) => {
                for_noun!(*noun, R => generic::mark::<R>(store, desk, record, false))
            }
            Self::Go(step, record, words) => deal::go(store, desk, *step, record, words),
            Self::Answer(record, question, verdict, words) => {
                answer::answer(store, desk, record, question, verdict, words)
            }
            Self::Mark(record, person, words) => decide::mark(store, desk, record, person, words),
            Self::Line(record, from, to, words) => decide::line(store, desk, record, (from, to), words),
            Self::Fit(record, factor, vendor, fit) => decide::fit(store, desk, record, (factor, vendor), fit),
            Self::Rival(record, competitor, words) => decide::rival(store, desk, record, competitor, words),
            Self::Rank(noun, record, to) => decide::rank(store, desk, *noun, record, to),
            Self::Capture(line, about) => capture::add(store, desk, line, *about),
            Self::Todo(step, record, words) => todo::go(store, desk, *step, record, words),
            Self::Visit(act, record, words) => visit::go(store, desk, *act, record, words),
            Self::Undo(only) => {
                taken(store.undo(&desk.stamp, *only)?, *only, Said::Undone, Said::NothingToUndo)
            }
            Self::Redo(only) => {
                taken(store.redo(&desk.stamp, *only)?, *only, Said::Redone, Said::NothingToRedo)
            }
        }
    }
}

fn taken(
    undone: Option<Undone>,
    only: Option<i64>,
    said: fn(Undone) -> Said,
    nothing: Said,
) -> Result<Done, Failure> {
    match (undone, only) {
        (Some(undone), _) => {
            Ok(Done { touched: undone.receipt.touched.clone(), record: None, said: said(undone) })
        }
        (None, Some(batch)) => Err(Refusal::NotNewest(batch).into()),
        (None, None) => Ok(Done { said: nothing, record: None, touched: BTreeSet::new() }),
    }
}
