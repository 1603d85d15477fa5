//! What can be said of each noun.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::action::Action;
use crate::action::todo::TodoStep;
use crate::action::visit::Act;
use crate::domain::noun::Noun;
use crate::domain::stage::Move;

/// The verbs that every noun has.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Verb {
    /// A new record.
    Add {
        /// `field=value` words.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Changes fields.
    Set {
        /// Which record.
        #[arg(value_name = "RECORD")]
        record: String,
        /// `field=value` words.
        #[arg(required = true, value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// One record with what hangs on it.
    Show {
        /// Which record.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Records.
    List(ListArgs),
    /// Marks a record as gone.
    Remove {
        /// Which record.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Brings back a record.
    Restore {
        /// Which record.
        #[arg(value_name = "RECORD")]
        record: String,
    },
}

/// What a list holds, and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ListArgs {
    /// Terms.
    #[arg(value_name = "TERM")]
    pub terms: Vec<String>,
    /// As text, JSON, a table of texts, a spreadsheet or Markdown.
    #[arg(long, value_parser = ["text", "json", "csv", "xlsx", "md"])]
    pub format: Option<String>,
    /// Into a new file.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// The verbs of what stands in an order: factors and decision steps.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum RankVerb {
    /// The verbs that every noun has.
    #[command(flatten)]
    Common(Verb),
    /// Moves it among its like.
    Rank {
        /// Which record.
        #[arg(value_name = "RECORD")]
        record: String,
        /// `up`, `down`, or a place.
        #[arg(value_name = "up|down|PLACE")]
        to: String,
    },
}

/// The verbs of to-dos.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum TodoVerb {
    /// The verbs that every noun has.
    #[command(flatten)]
    Common(Verb),
    /// It is done.
    Done {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// It is given up.
    Drop {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// It is to be done again.
    Reopen {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// It is put off.
    Defer {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
        /// To when, in words.
        #[arg(required = true, value_name = "DAY")]
        day: Vec<String>,
    },
    /// It is handed over.
    Give {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
        /// To whom.
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
    },
    /// It waits on somebody.
    Wait {
        /// Which, or several.
        #[arg(value_name = "RECORD")]
        record: String,
        /// On whom; on nobody where nothing is said.
        #[arg(value_name = "NAME")]
        name: Vec<String>,
    },
}

/// The verbs of visits.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum VisitVerb {
    /// The verbs that every noun has.
    #[command(flatten)]
    Common(Verb),
    /// Fills the agenda from what the deal does not know yet; with five W's it is ready.
    Prepare {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
        /// `field=value` words.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Says that it is prepared.
    Ready {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Tells what came of it, and writes all that follows.
    Debrief {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
        /// `result=…`, `answers="4+told 7-"`, `marks="12:support=+"`, `next_step=…`, `next_on=…`, `next_visit=…`, `moved=yes`.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Ticks a step off, or takes the tick back.
    Tick {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Its place, from 1.
        #[arg(value_name = "STEP")]
        step: String,
    },
    /// Gives it the steps of a template.
    Template {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Which template.
        #[arg(required = true, value_name = "NAME")]
        template: Vec<String>,
    },
    /// Calls it off.
    Cancel {
        /// Which visit.
        #[arg(value_name = "RECORD")]
        record: String,
    },
}

/// The verbs of deals.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum OppVerb {
    /// The verbs that every noun has.
    #[command(flatten)]
    Common(Verb),
    /// On through its gate.
    Advance(Step),
    /// Back by one stage.
    Retreat(Step),
    /// Won.
    Win(Step),
    /// Lost.
    Lose(Step),
    /// Put aside.
    Suspend(Step),
    /// Given up.
    Drop(Step),
    /// Opened again.
    Reopen(Step),
    /// Answers one of the fifteen questions.
    Answer {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
        /// 1 to 15.
        #[arg(value_name = "QUESTION")]
        question: String,
        /// `+`, `-` or `?`.
        #[arg(value_name = "+|-|?", allow_hyphen_values = true)]
        verdict: String,
        /// `grade=…`, `note=…`, `verified_on=…`, `subject=…`.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets the marks of a person in the deal.
    Mark {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Who.
        #[arg(value_name = "PERSON")]
        person: String,
        /// `buying_role=…`, `adaptability=…`, `support=…`, `coverage=…`, `political_status=…`, `rank=…`.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Draws a line of influence between two people.
    Line {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Who influences.
        #[arg(value_name = "FROM")]
        from: String,
        /// Who is influenced.
        #[arg(value_name = "TO")]
        to: String,
        /// `kind=…`, `strength=…`, `note=…`.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Says how well a vendor fits a factor.
    Fit {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Which factor.
        #[arg(value_name = "FACTOR")]
        factor: String,
        /// `us`, or a competitor.
        #[arg(value_name = "VENDOR")]
        vendor: String,
        /// -2 to +2, or `?`.
        #[arg(value_name = "FIT", allow_hyphen_values = true)]
        fit: String,
    },
    /// Puts a competitor into the deal.
    Rival {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
        /// Which competitor; a new name makes one.
        #[arg(value_name = "COMPETITOR")]
        competitor: String,
        /// `incumbent=…`, `threat=…`, `strategy=…`, `note=…`.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Who can take us to the approver, and where our hold on the people has holes.
    Path {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Gates, answers, probability and flags.
    Gate {
        /// Which deal.
        #[arg(value_name = "RECORD")]
        record: String,
    },
}

/// A deal and what is said of its move.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Step {
    /// Which deal.
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// `reason=…`, `rival=…`, `lesson=…`, `on=…`.
    #[arg(value_name = "FIELD=VALUE")]
    pub fields: Vec<String>,
}

impl Verb {
    pub(super) fn action(&self, noun: Noun) -> Option<Action> {
        match self {
            Self::Add { fields } => Some(Action::Add(noun, fields.clone())),
            Self::Set { record, fields } => Some(Action::Set(noun, record.clone(), fields.clone())),
            Self::Remove { record } => Some(Action::Remove(noun, record.clone())),
            Self::Restore { record } => Some(Action::Restore(noun, record.clone())),
            Self::Show { .. } | Self::List(_) => None,
        }
    }
}

impl RankVerb {
    pub(super) fn action(&self, noun: Noun) -> Option<Action> {
        match self {
            Self::Common(verb) => verb.action(noun),
            Self::Rank { record, to } => Some(Action::Rank(noun, record.clone(), to.clone())),
        }
    }
}

impl TodoVerb {
    pub(super) fn action(&self) -> Option<Action> {
        let go = |step, record: &String, words: &[String]| {
            Some(Action::Todo(step, record.clone(), words.to_vec()))
        };
        match self {
            Self::Common(verb) => verb.action(Noun::Todo),
            Self::Done { record } => go(TodoStep::Done, record, &[]),
            Self::Drop { record } => go(TodoStep::Drop, record, &[]),
            Self::Reopen { record } => go(TodoStep::Reopen, record, &[]),
            Self::Defer { record, day } => go(TodoStep::Defer, record, day),
            Self::Give { record, name } => go(TodoStep::Give, record, name),
            Self::Wait { record, name } => go(TodoStep::Wait, record, name),
        }
    }
}

impl VisitVerb {
    pub(super) fn action(&self) -> Option<Action> {
        let go =
            |act, record: &String, words: &[String]| Some(Action::Visit(act, record.clone(), words.to_vec()));
        match self {
            Self::Common(verb) => verb.action(Noun::Visit),
            Self::Prepare { record, fields } => go(Act::Prepare, record, fields),
            Self::Ready { record } => go(Act::Ready, record, &[]),
            Self::Debrief { record, fields } => go(Act::Debrief, record, fields),
            Self::Tick { record, step } => go(Act::Tick, record, std::slice::from_ref(step)),
            Self::Template { record, template } => go(Act::Template, record, template),
            Self::Cancel { record } => go(Act::Cancel, record, &[]),
        }
    }
}

impl OppVerb {
    pub(super) fn action(&self) -> Option<Action> {
        let go = |act, step: &Step| Some(Action::Go(act, step.record.clone(), step.fields.clone()));
        match self {
            Self::Common(verb) => verb.action(Noun::Opp),
            Self::Advance(step) => go(Move::Advance, step),
            Self::Retreat(step) => go(Move::Retreat, step),
            Self::Win(step) => go(Move::Win, step),
            Self::Lose(step) => go(Move::Lose, step),
            Self::Suspend(step) => go(Move::Suspend, step),
            Self::Drop(step) => go(Move::Drop, step),
            Self::Reopen(step) => go(Move::Reopen, step),
            Self::Answer { record, question, verdict, fields } => {
                Some(Action::Answer(record.clone(), question.clone(), verdict.clone(), fields.clone()))
            }
            Self::Mark { record, person, fields } => {
                Some(Action::Mark(record.clone(), person.clone(), fields.clone()))
            }
            Self::Line { record, from, to, fields } => {
                Some(Action::Line(record.clone(), from.clone(), to.clone(), fields.clone()))
            }
            Self::Fit { record, factor, vendor, fit } => {
                Some(Action::Fit(record.clone(), factor.clone(), vendor.clone(), fit.clone()))
            }
            Self::Rival { record, competitor, fields } => {
                Some(Action::Rival(record.clone(), competitor.clone(), fields.clone()))
            }
            Self::Gate { .. } | Self::Path { .. } => None,
        }
    }
}
