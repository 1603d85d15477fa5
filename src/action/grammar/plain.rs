//! The kinds that have no verbs of their own: each is a command with the verbs that every kind has.

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, Error, FromArgMatches, Subcommand};

use super::verb::Verb;
use crate::domain::noun::Noun;
use crate::domain::traits::Verbs;

/// What is said of a kind without verbs of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The kind.
    pub noun: Noun,
    /// What is done.
    pub verb: Verb,
}

fn is_plain(noun: Noun) -> bool {
    noun.traits().verbs == Verbs::Plain
}

impl Subcommand for Plain {
    fn augment_subcommands(tree: Command) -> Command {
        Noun::ALL.into_iter().filter(|noun| is_plain(*noun)).fold(tree, |tree, noun| {
            let command = Command::new(noun.code()).subcommand_required(true).arg_required_else_help(true);
            tree.subcommand(Verb::augment_subcommands(command))
        })
    }

    fn augment_subcommands_for_update(tree: Command) -> Command {
        Self::augment_subcommands(tree)
    }

    fn has_subcommand(name: &str) -> bool {
        Noun::from_code(name).is_some_and(is_plain)
    }
}

impl FromArgMatches for Plain {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let said = matches.subcommand().and_then(|(name, said)| Some((Noun::from_code(name)?, said)));
        let (noun, said) = said.ok_or_else(|| Error::new(ErrorKind::MissingSubcommand))?;
        Ok(Self { noun, verb: Verb::from_arg_matches(said)? })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
