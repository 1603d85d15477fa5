//! The grammar: one line is the same value in the shell, in the palette and on a key.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::Action;
use super::todo::TodoStep;
use crate::domain::noun::Noun;
use crate::store::report::Group;

mod plain;
mod review;
mod verb;

pub use plain::Plain;
pub use review::ReviewArgs;
pub use verb::{ListArgs, OppVerb, RankVerb, Step, TodoVerb, Verb, VisitVerb};

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
    /// Deals.
    #[command(subcommand)]
    Opp(OppVerb),
    /// Steps of the customer's decision process.
    #[command(subcommand)]
    Decision(RankVerb),
    /// What decisions are made by.
    #[command(subcommand)]
    Factor(RankVerb),
    /// Visits and other activities.
    #[command(subcommand)]
    Visit(VisitVerb),
    /// Things to be done.
    #[command(subcommand)]
    Todo(TodoVerb),
    /// What became of the funnel since the last review; with a verb, the rituals that were kept.
    Review(ReviewArgs),

    /// What the day asks for.
    Today,
    /// What the week held.
    Week {
        /// Which week: `last`, `2026-W48`, or a day in it; this one where nothing is said.
        #[arg(value_name = "WEEK")]
        which: Vec<String>,
        /// As Markdown.
        #[arg(long)]
        md: bool,
        /// Into a new file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// A to-do is done.
    Done {
        /// Which to-do, or which.
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// A visit or a to-do from one line.
    Add {
        /// The line.
        #[arg(required = true, value_name = "LINE")]
        words: Vec<String>,
    },
    /// The funnel, also of a past day.
    Funnel {
        /// Words that narrow it, as those of a list.
        #[arg(value_name = "TERM")]
        terms: Vec<String>,
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
    Undo {
        /// Only where this batch is the last.
        #[arg(value_name = "BATCH")]
        batch: Option<i64>,
    },
    /// Takes back the last undo.
    Redo {
        /// Only where this batch is the last.
        #[arg(value_name = "BATCH")]
        batch: Option<i64>,
    },
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
        /// CSV or JSON; of people also contact cards, of visits and to-dos also a calendar or a to-do list.
        #[arg(long, default_value = "csv", value_parser = ["csv", "json", "vcf", "ics", "todotxt", "taskwarrior"])]
        format: String,
        /// Leaves out the guard against formulas in spreadsheets.
        #[arg(long)]
        raw: bool,
        /// Begins CSV with a byte order mark.
        #[arg(long)]
        bom: bool,
    },
    /// A report.
    Report {
        /// Which.
        #[arg(value_name = "NAME", value_parser = ["won", "lost", "deal", "visit", "call-plan", "forecast"])]
        name: String,
        /// Which deal or visit; of deals the words that narrow them.
        #[arg(value_name = "RECORD|TERM")]
        words: Vec<String>,
        /// Text, Markdown or JSON; tables also as CSV or a spreadsheet, a call plan as a calendar too.
        #[arg(long, value_parser = ["text", "md", "json", "csv", "xlsx", "ics"])]
        format: Option<String>,
        /// Of a call plan the month.
        #[arg(long, value_name = "MONTH")]
        month: Option<String>,
        /// Grouped by what.
        #[arg(long, value_parser = Group::CODES)]
        by: Option<String>,
        /// Into a new file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
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

    /// A kind of record that has no verbs of its own.
    #[command(flatten)]
    Plain(Plain),
}

/// What to take in, and how.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ImportArgs {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the rows are.
    #[arg(long = "as", value_name = "NOUN", value_parser = ["account", "person", "opp", "rep", "visit", "todo"])]
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
    /// The days of a calendar that are wanted.
    #[arg(long, value_name = "FROM..TO")]
    pub window: Option<String>,
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

    /// Whether a line begins with a command, though it may not be whole yet.
    pub fn begins(line: &str) -> bool {
        let first = line.split_whitespace().next().unwrap_or_default();
        Line::command().find_subcommand(first).is_some()
    }

    /// Whether it leaves the book as it is, and prints what it found or writes it into a file.
    pub fn only_reads(&self) -> bool {
        match self {
            Self::Import(_) | Self::Restore { .. } | Self::Completions { .. } | Self::Man => false,
            _ => self.action().is_none(),
        }
    }

    /// The change to the book that this is; nothing for what only reads.
    pub fn action(&self) -> Option<Action> {
        match self {
            Self::Decision(verb) => verb.action(Noun::Decision),
            Self::Factor(verb) => verb.action(Noun::Factor),
            Self::Plain(plain) => plain.verb.action(plain.noun),
            Self::Visit(verb) => verb.action(),
            Self::Todo(verb) => verb.action(),
            Self::Done { record } => Some(Action::Todo(TodoStep::Done, record.clone(), Vec::new())),
            Self::Review(asked) => asked.verb.as_ref().and_then(|verb| verb.action(Noun::Review)),

            Self::Opp(verb) => verb.action(),
            Self::Add { words } => Some(Action::Capture(words.join(" "), None)),
            Self::Undo { batch } => Some(Action::Undo(*batch)),
            Self::Redo { batch } => Some(Action::Redo(*batch)),
            _ => None,
        }
    }
}

/// The grammar as `clap` knows it, for help, completions and the manual.
pub fn tree() -> clap::Command {
    let tree = Line::command();
    let names: Vec<String> = tree.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    // The kinds come first, in the order of the register.
    let place = |name: &str| Noun::ALL.iter().position(|noun| noun.code() == name);
    names.into_iter().enumerate().fold(tree, |tree, (at, name)| {
        let order = place(&name).unwrap_or(Noun::ALL.len() + at);
        tree.mut_subcommand(name, |one| one.display_order(order))
    })
}

/// A line's command out of what `clap` matched.
pub fn command(matches: &clap::ArgMatches) -> Result<Command, clap::Error> {
    Command::from_arg_matches(matches)
}
