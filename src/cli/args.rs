//! What the program was asked: the grammar with the flags of the shell around it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};

use super::help;
use super::trouble::Trouble;
use super::usage;
use crate::action::grammar::{self, Command};
use crate::lang::Lang;

/// What the program was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `--book`.
    pub book: Option<PathBuf>,
    /// `--json`.
    pub json: bool,
    /// `--demo`.
    pub demo: bool,
    /// What to do.
    pub wish: Wish,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Open the cockpit.
    Cockpit,
    /// Print a text that needs no book: help, or the version.
    Text(String),
    /// A line of the grammar.
    Command(Command),
}

/// The whole command line as `clap` knows it, without words for people.
pub fn tree() -> clap::Command {
    let flag = |name: &'static str| Arg::new(name).long(name).global(true);
    let grammar = grammar::tree().mut_subcommands(|noun| {
        // A noun without its verb is a mistake like any other, not a call for help; `review` alone is the funnel's.
        let needs_verb = noun.has_subcommands() && noun.get_name() != "review";
        if needs_verb { noun.arg_required_else_help(false).subcommand_required(true) } else { noun }
    });
    grammar
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(false)
        .arg_required_else_help(false)
        .arg(flag("book").value_name("FILE").value_parser(clap::value_parser!(PathBuf)))
        .arg(flag("lang").value_name("LANG").value_parser(["en", "zh"]))
        .arg(flag("json").action(ArgAction::SetTrue))
        .arg(flag("demo").action(ArgAction::SetTrue))
        .arg(flag("help").short('h').action(ArgAction::SetTrue))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::SetTrue))
        .subcommand(clap::Command::new("help").arg(Arg::new("path").value_name("COMMAND").num_args(0..)))
}

/// What a flag with a value says, before anything is parsed: the language is needed to refuse the rest in.
pub fn early(args: &[OsString], name: &str) -> Option<String> {
    let mut args = args.iter().map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        if arg == format!("--{name}") {
            return Some(args.next().unwrap_or_default().into_owned());
        }
        if let Some(value) = arg.strip_prefix(&format!("--{name}=")) {
            return Some(value.to_owned());
        }
    }
    None
}

/// Reads the arguments; help is answered right here, since it outranks what is missing.
pub fn parse(args: &[OsString], lang: Lang) -> Result<Asked, Trouble> {
    if let Some(path) = help::asked(args) {
        let text = help::text(&path, lang)?;
        return Ok(Asked { book: None, json: false, demo: false, wish: Wish::Text(text) });
    }
    let matches = tree().try_get_matches_from(args).map_err(|error| usage::trouble(&error, lang))?;
    let wish = if matches.get_flag("version") {
        Wish::Text(format!("qd {}\n", env!("CARGO_PKG_VERSION")))
    } else if matches.subcommand().is_none() {
        Wish::Cockpit
    } else {
        Wish::Command(command(&matches, lang)?)
    };
    let book = matches.get_one::<PathBuf>("book").cloned();
    Ok(Asked { book, json: matches.get_flag("json"), demo: matches.get_flag("demo"), wish })
}

fn command(matches: &ArgMatches, lang: Lang) -> Result<Command, Trouble> {
    grammar::command(matches).map_err(|error| usage::trouble(&error, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Asked, Trouble> {
        let words = line.split_whitespace().map(OsString::from).collect::<Vec<_>>();
        parse(&words, Lang::En)
    }

    #[test]
    fn flags_stand_before_or_after_the_command() {
        for line in ["--json --book x opp list", "opp --book=x list --json", "opp list --json --book x"] {
            let asked = parsed(line).unwrap();
            assert!(asked.json && asked.book == Some(PathBuf::from("x")) && !asked.demo, "{line}");
        }
        assert_eq!(parsed("--demo").unwrap().wish, Wish::Cockpit);
        assert_eq!(parsed("-V").unwrap().wish, Wish::Text(format!("qd {}\n", env!("CARGO_PKG_VERSION"))));
    }

    #[test]
    fn a_minus_is_an_answer() {
        let Wish::Command(command) = parsed("opp answer 12 4 - --json").unwrap().wish else { panic!() };
        assert!(format!("{command:?}").contains("verdict: \"-\""));
    }

    #[test]
    fn a_word_that_is_none_of_the_grammar_is_a_usage_mistake() {
        for line in
            ["fnnel", "opp", "opp fly", "opp show", "--nope", "--lang fr", "funnel --as-of", "report wun"]
        {
            assert_eq!(parsed(line).unwrap_err().status(), 2, "{line}");
        }
    }
}
