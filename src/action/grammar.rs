//! The grammar: one line is the same value in the shell, in the palette and on a key.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::Action;
use crate::domain::noun::Noun;
use crate::domain::stage::Move;

/// A line of the grammar, without the `qd`.
#[derive(Debug, Clone, Parser)]
#[command(name = "qd", no_binary_name = true, disable_help_flag = true, disable_version_flag = true)]
pub struct Line {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Accounts.
    #[command(subcommand)]
    Account(Verb),
    /// People.
    #[command(subcommand)]
    Person(Verb),
    /// Deals.
    #[command(subcommand)]
    Opp(OppVerb),
    /// What people are in deals.
    #[command(subcommand)]
    Role(Verb),
    /// Colleagues.
    #[command(subcommand)]
    Rep(Verb),
    /// Lines of influence between people.
    #[command(subcommand)]
    Influence(Verb),
    /// Steps of the customer's decision process.
    #[command(subcommand)]
    Decision(RankVerb),
    /// What decisions are made by.
    #[command(subcommand)]
    Factor(RankVerb),
    /// How vendors fit factors.
    #[command(subcommand)]
    Fit(Verb),
    /// Companies we compete with.
    #[command(subcommand)]
    Competitor(Verb),
    /// Competitors in deals.
    #[command(subcommand)]
    Rival(Verb),
    /// Hours and money spent.
    #[command(subcommand)]
    Cost(Verb),
    /// The funnel, also of a past day.
    Funnel {
        /// A past day.
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
    },
    /// Finds anything.
    Find {
        /// Words, a number, or pinyin initials.
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
    },
    /// Takes back the last change.
    Undo,
    /// Takes back the last undo.
    Redo,
    /// What happened to a record, or lately.
    Log {
        /// A deal, or a noun and a record.
        #[arg(value_name = "RECORD")]
        record: Vec<String>,
    },
    /// Takes in files of other systems.
    Import(ImportArgs),
    /// Writes a noun's records to the standard output.
    Export {
        /// Which noun.
        #[arg(value_name = "NOUN")]
        noun: String,
        /// The terms of a list.
        #[arg(value_name = "TERM")]
        terms: Vec<String>,
        /// CSV or JSON.
        #[arg(long, default_value = "csv", value_parser = ["csv", "json"])]
        format: String,
        /// Leaves out the guard against formulas in spreadsheets.
        #[arg(long)]
        raw: bool,
    },
    /// A report.
    Report {
        /// Which.
        #[arg(value_name = "NAME", value_parser = ["won", "lost"])]
        name: String,
        /// Grouped by what.
        #[arg(long, default_value = "quarter", value_parser = ["quarter", "month", "owner", "account", "product", "region", "manager"])]
        by: String,
    },
    /// Writes a checked copy of the book.
    Backup {
        /// Where to.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Puts a checked copy in place of the book.
    Restore {
        /// From where.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Checks the book.
    Doctor {
        /// Also counts every sum again.
        #[arg(long)]
        full: bool,
    },
    /// The completion script of a shell.
    Completions {
        /// Which shell.
        #[arg(value_name = "SHELL", value_parser = ["bash", "elvish", "fish", "powershell", "zsh"])]
        shell: String,
    },
    /// The manual page.
    Man,
}

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
    List {
        /// Terms.
        #[arg(value_name = "TERM")]
        terms: Vec<String>,
    },
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

/// What to take in, and how.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ImportArgs {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the rows are.
    #[arg(long = "as", value_name = "NOUN", value_parser = ["account", "person", "opp", "rep"])]
    pub noun: Option<String>,
    /// The system they come from.
    #[arg(long, value_name = "NAME")]
    pub from: Option<String>,
    /// A column's field.
    #[arg(long = "map", value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
    /// A stage of theirs.
    #[arg(long = "map-stage", value_name = "THEIRS=STAGE")]
    pub map_stage: Vec<String>,
    /// The currency of amounts that name none.
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// Where rejected rows go.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Tells what would happen and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Takes more than 200,000 rows.
    #[arg(long)]
    pub no_limit: bool,
}

impl Command {
    /// Reads a line as the palette or a key has it.
    pub fn parse(line: &str) -> Result<Self, clap::Error> {
        let words = shlex::split(line).ok_or_else(|| {
            clap::Error::raw(clap::error::ErrorKind::InvalidValue, "a quotation mark is not closed")
        })?;
        Line::try_parse_from(words).map(|line| line.command)
    }

    /// The change to the book that this is; nothing for what only reads.
    pub fn action(&self) -> Option<Action> {
        match self {
            Self::Account(verb) => verb.action(Noun::Account),
            Self::Person(verb) => verb.action(Noun::Person),
            Self::Role(verb) => verb.action(Noun::Role),
            Self::Rep(verb) => verb.action(Noun::Rep),
            Self::Influence(verb) => verb.action(Noun::Influence),
            Self::Decision(verb) => verb.action(Noun::Decision),
            Self::Factor(verb) => verb.action(Noun::Factor),
            Self::Fit(verb) => verb.action(Noun::Fit),
            Self::Competitor(verb) => verb.action(Noun::Competitor),
            Self::Rival(verb) => verb.action(Noun::Rival),
            Self::Cost(verb) => verb.action(Noun::Cost),
            Self::Opp(verb) => verb.action(),
            Self::Undo => Some(Action::Undo),
            Self::Redo => Some(Action::Redo),
            _ => None,
        }
    }
}

impl Verb {
    fn action(&self, noun: Noun) -> Option<Action> {
        match self {
            Self::Add { fields } => Some(Action::Add(noun, fields.clone())),
            Self::Set { record, fields } => Some(Action::Set(noun, record.clone(), fields.clone())),
            Self::Remove { record } => Some(Action::Remove(noun, record.clone())),
            Self::Restore { record } => Some(Action::Restore(noun, record.clone())),
            Self::Show { .. } | Self::List { .. } => None,
        }
    }
}

impl RankVerb {
    fn action(&self, noun: Noun) -> Option<Action> {
        match self {
            Self::Common(verb) => verb.action(noun),
            Self::Rank { record, to } => Some(Action::Rank(noun, record.clone(), to.clone())),
        }
    }
}

impl OppVerb {
    fn action(&self) -> Option<Action> {
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

/// The grammar as `clap` knows it, for help, completions and the manual.
pub fn tree() -> clap::Command {
    Line::command()
}

/// A line's command out of what `clap` matched.
pub fn command(matches: &clap::ArgMatches) -> Result<Command, clap::Error> {
    Command::from_arg_matches(matches)
}
