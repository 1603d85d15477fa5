//! Why an action did not happen: refused by a rule, a mistake in the input, or a fault of the machine.

use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::passage;
use crate::store::{Fault, Sheet};

/// Why an action did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A rule of the method says no.
    #[error("refused")]
    Refused(Refusal),
    /// The input is wrong.
    #[error("mistake")]
    Mistake(Mistake),
    /// The machine, the disk or the book.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What a rule says no to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A deal, by its number, does not move.
    Passage(i64, passage::Refusal),
    /// A person would report to himself, or an account belong to itself.
    Circle(Noun, i64),
    /// A line of influence would lead from a person, by name, to the same one.
    ToOneself(String),
    /// Somebody who is not with the account that a visit is to, and the name of that.
    Stranger(String, String),
    /// A visit, by its number, lacks these of the five W's.
    NotReady(i64, Vec<&'static str>),
    /// A visit, by its number, was told or called off already; its status.
    Over(i64, &'static str),
    /// A key-account review, by its number, has changed its account: what it decided stands.
    Decided(i64),
    /// A to-do, by its number and title, would be put off to a day that is past, or before the one it is due on; both.
    Earlier(i64, String, Option<Moment>, Moment),
    /// A batch is not the one that would be taken back next.
    NotNewest(i64),
}

/// What is wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// A word is no `field=value`.
    NoAssignment(String),
    /// The noun has no such field.
    NoField(Noun, String),
    /// A filter is not understood.
    Filter(Unfiltered),
    /// A field that a verb of its own changes: the field and the verb.
    Kept(&'static str, &'static str),
    /// A field that must not be empty.
    Required(Noun, &'static str),
    /// A value that does not fit the field: the field, the value, what would fit.
    Value(Noun, &'static str, String, Wanted),
    /// There is no such record.
    NoSuch(Noun, String),
    /// Several records may be meant.
    Ambiguous(Noun, String, Vec<Sheet>),
    /// A text that only stands within names, of records that it may mean.
    Unsure(Noun, String, Vec<Sheet>),
    /// The record was removed.
    Gone(Noun, i64),
    /// There is one already, with this number.
    Twin(Noun, i64),
    /// No place in an order.
    Place(String),
    /// There is no such question.
    NoQuestion(String),
    /// An answer is `+`, `-` or `?`.
    NoVerdict(String),
    /// What a debrief says of a person is not `PERSON:marks`.
    NoMarks(String),
    /// A visit without a deal has no answers and no marks.
    NoDeal(i64),
    /// A visit, by its number, has no step of this place among so many.
    NoStep(i64, String, usize),
    /// There is no template of this name; those that there are.
    NoTemplate(String, Vec<String>),
    /// The line is none of the grammar; what the parser says of it.
    Line(String),
}

/// Why a filter is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfiltered {
    /// A list of the noun is not filtered by this.
    NoTerm(Noun, String),
    /// A field does not take this sign: the field, the sign, those it takes.
    NoCompare(Noun, &'static str, &'static str, &'static [&'static str]),
    /// No record has this in a field whose values come again and again; what there is.
    NoValue(Noun, &'static str, String, Vec<String>),
    /// Several values of a field may be meant.
    Several(Noun, &'static str, String, Vec<String>),
    /// There is no such flag.
    NoFlag(String),
}

/// What would fit a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A whole number between two.
    Number(i64, i64),
    /// An amount of money.
    Money,
    /// A currency's code.
    Currency,
    /// A date, in words or numbers.
    Date,
    /// A month, `2026-12`.
    Month,
    /// A day that is not in the future.
    Past,
    /// One of these, by its list's name.
    Choice(&'static str, &'static [&'static str]),
    /// A day with or without a time, in words or numbers.
    Moment,
    /// When something comes again, in words.
    Recur,
    /// A time such as `1.5` or `90m`.
    Hours,
    /// Yes or no.
    Flag,
    /// Columns with their texts, as a JSON object.
    Columns,
    /// Part of a date.
    PartOfDate,
    /// A shorter text, of so many characters at most.
    Shorter(usize),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unfiltered> for Failure {
    fn from(filter: Unfiltered) -> Self {
        Self::Mistake(Mistake::Filter(filter))
    }
}

impl From<Mistake> for Failure {
    fn from(mistake: Mistake) -> Self {
        Self::Mistake(mistake)
    }
}
