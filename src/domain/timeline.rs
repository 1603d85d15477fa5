//! What was said and done, and what is planned, of a deal, an account or a person: one line for each thing, dated.

use chrono::NaiveDate;

use super::answer::Answer;
use super::cost::Cost;
use super::decision::Decision;
use super::id::Id;
use super::noun::Noun;
use super::review::Review;
use super::stage::Step;
use super::todo::Todo;
use super::value::Value;
use super::visit::Visit;

/// Whose timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Of a deal.
    Deal(Id),
    /// Of an account, with its deals and its people.
    Account(Id),
    /// Of a person.
    Person(Id),
}

/// What has a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teller {
    /// A deal.
    Deal,
    /// An account.
    Account,
    /// A person.
    Person,
}

impl Teller {
    /// What a noun's records are; nothing for those that stand in the timelines of others.
    pub fn of(noun: Noun) -> Option<Self> {
        match noun {
            Noun::Opp => Some(Self::Deal),
            Noun::Account => Some(Self::Account),
            Noun::Person => Some(Self::Person),
            Noun::Answer
            | Noun::Step
            | Noun::Role
            | Noun::Rep
            | Noun::Influence
            | Noun::Decision
            | Noun::Factor
            | Noun::Fit
            | Noun::Competitor
            | Noun::Rival
            | Noun::Cost
            | Noun::Visit
            | Noun::Todo
            | Noun::Review => None,
        }
    }
}

/// Where an entry comes from. On one day a visit comes first, and below it what it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The day a deal is expected to close.
    Close,
    /// A deal's next step.
    Next,
    /// A visit, or a call.
    Visit,
    /// A key-account review.
    Review,
    /// A move between stages.
    Step,
    /// An answer to one of the fifteen questions.
    Answer,
    /// A step of the customer's decision.
    Decision,
    /// A to-do.
    Todo,
    /// Hours or money spent.
    Cost,
    /// A field that took another value: notes, own odds, amount, close date.
    Change,
    /// What such a field held from the first.
    Born(Noun, Kept),
}

/// A field of which a timeline tells what it held from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// Notes.
    Notes,
    /// The rep's own odds.
    Odds,
}

impl Kept {
    /// The field's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Odds => "p_rep",
        }
    }
}

/// An entry by its place: enough to put it in order, and to read it when it comes into sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day, with its time where there is one.
    pub at: String,
    /// The day.
    pub on: NaiveDate,
    /// Still to come: open, and not before today.
    pub ahead: bool,
    /// Where it comes from.
    pub source: Source,
    /// The record's number, or the line of the journal.
    pub key: i64,
}

impl Mark {
    /// Puts marks in order: what is to come first, the latest day on top; each of them once.
    pub fn order(marks: &mut Vec<Self>) {
        marks.sort_by(|one, other| {
            let day = other.on.cmp(&one.on).then(other.ahead.cmp(&one.ahead));
            let rank = day.then(one.source.cmp(&other.source)).then(other.at.cmp(&one.at));
            rank.then(other.key.cmp(&one.key))
        });
        marks.dedup_by(|one, other| (one.source, one.key) == (other.source, other.key));
    }
}

/// What an entry tells.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A visit, or a call.
    Visit(Box<Visit>),
    /// A to-do.
    Todo(Box<Todo>),
    /// An answer.
    Answer(Box<Answer>),
    /// A move between stages.
    Step(Box<Step>),
    /// Hours or money spent.
    Cost(Box<Cost>),
    /// A key-account review.
    Review(Box<Review>),
    /// A step of the customer's decision.
    Decision(Box<Decision>),
    /// A deal's next step.
    Next(String),
    /// The day a deal is expected to close.
    Close,
    /// A field that took a value.
    Took(Took),
}

/// A field that took a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Took {
    /// Of which noun.
    pub noun: Noun,
    /// Which field.
    pub field: String,
    /// What it held before.
    pub old: Value,
    /// What it holds since.
    pub new: Value,
    /// The currency of an amount.
    pub currency: String,
}

/// An entry as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub mark: Mark,
    /// What it tells.
    pub what: What,
    /// The people it names.
    pub people: Vec<String>,
    /// Which record it opens.
    pub record: Record,
    /// The number of the deal it belongs to.
    pub deal: Option<i64>,
    /// Its deal or person, where the timeline is of more than that.
    pub about: Option<String>,
}

/// A record by its noun, number, id and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The noun.
    pub noun: Noun,
    /// The number.
    pub no: i64,
    /// The id.
    pub id: Id,
    /// What it is called.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_day_is_on_top_and_a_visit_above_what_it_changed() {
        let mark = |at: &str, ahead, source, key| {
            let on = at.get(..10).and_then(|day| day.parse().ok()).unwrap_or_default();
            Mark { at: at.to_owned(), on, ahead, source, key }
        };
        let mut marks = vec![
            mark("2026-11-17", false, Source::Answer, 4),
            mark("2026-11-30", false, Source::Answer, 9),
            mark("2026-11-17T10:00", false, Source::Visit, 3),
            mark("2026-12-07", true, Source::Next, 1),
            mark("2026-11-17T14:00", false, Source::Visit, 2),
            mark("2026-11-30T14:00", true, Source::Visit, 5),
            mark("2026-11-17T14:00", false, Source::Visit, 2),
        ];
        Mark::order(&mut marks);
        let keys: Vec<i64> = marks.iter().map(|mark| mark.key).collect();
        assert_eq!(keys, [1, 5, 9, 2, 3, 4]);
    }
}
