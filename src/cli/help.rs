//! Help, the manual page and completions: the grammar with its words in the reader's language.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;

use clap::Command;

use super::args::tree;
use super::trouble::Trouble;
use super::wrap::wrap;
use crate::domain::when::forms::FORMS;
use crate::lang::{Lang, capture, cli as words, help};

/// The cells of a line that the tables below the help keep to.
const WIDTH: usize = 80;

/// The words before which help was asked for; nothing where it was not.
pub fn asked(args: &[OsString]) -> Option<Vec<String>> {
    let said: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let said: Vec<String> = said.into_iter().take_while(|arg| arg != "--").collect();
    let is_flag = said.iter().any(|arg| arg == "--help" || arg == "-h");
    let named = path(&said);
    match named.first().map(String::as_str) {
        Some("help") => Some(named.into_iter().skip(1).collect()),
        _ if is_flag => Some(known(named)),
        _ => None,
    }
}

/// The words that are no flags and no values of flags.
fn path(said: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    let mut is_value = false;
    for word in said {
        let skip = std::mem::replace(&mut is_value, matches!(word.as_str(), "--book" | "--lang"));
        if !skip && !word.starts_with('-') {
            words.push(word.clone());
        }
    }
    words
}

/// The words from the first on that name commands.
fn known(named: Vec<String>) -> Vec<String> {
    let mut here = tree();
    let mut found = Vec::new();
    for word in named {
        let Some(next) = here.find_subcommand(&word) else { break };
        here = next.clone();
        found.push(word);
    }
    found
}

/// The help of the command at a path; an unknown one is a mistake of usage.
pub fn text(path: &[String], lang: Lang) -> Result<String, Trouble> {
    if path == ["dates"] {
        return Ok(dates(lang));
    }
    let mut here = localised(lang);
    for word in path {
        let next = here.find_subcommand(word).cloned();
        here = next.ok_or_else(|| {
            let message = words::NO_COMMAND.fill(lang, &[word]);
            Trouble::usage(message, Some(words::SEE_HELP.text(lang).to_owned()))
        })?;
    }
    Ok(here.render_help().to_string())
}

/// The grammar with every word of help in a language.
pub fn localised(lang: Lang) -> Command {
    let mut root = dressed(tree(), "", lang).about(help::ABOUT.text(lang)).after_help(after(lang));
    root.build();
    usages(root, lang)
}

fn dressed(command: Command, path: &str, lang: Lang) -> Command {
    let args: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let mut command = command
        .about(help::about(lang, path).unwrap_or_default())
        .long_about(None)
        .subcommand_help_heading(help::COMMANDS.text(lang))
        .max_term_width(100);
    for name in args {
        command = command.mut_arg(name.clone(), |arg| {
            let heading = if arg.is_positional() { help::ARGUMENTS } else { help::OPTIONS };
            let text = explained(&arg, path, &name, lang);
            let arg = arg.help(text).long_help(None).help_heading(heading.text(lang));
            let takes_value = arg.get_action().takes_values();
            arg.hide_possible_values(takes_value).hide_default_value(takes_value)
        });
    }
    for verb in verbs {
        let inner = format!("{path} {verb}");
        command = command.mut_subcommand(verb, |verb| dressed(verb, inner.trim(), lang));
    }
    command
}

/// What an argument is for, what it may be, and what it is where nothing is said.
fn explained(arg: &clap::Arg, path: &str, name: &str, lang: Lang) -> String {
    let mut text = help::arg(lang, path, name).unwrap_or_default().to_owned();
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = arg.get_possible_values().iter().map(|one| one.get_name().to_owned()).collect();
    if takes_value && !values.is_empty() && name != "lang" {
        let _ = write!(text, " ({})", help::POSSIBLE.fill(lang, &[&values.join(", ")]));
    }
    let preset: Vec<String> =
        arg.get_default_values().iter().map(|one| one.to_string_lossy().into_owned()).collect();
    if takes_value && !preset.is_empty() {
        let _ = write!(text, " [{}]", help::PRESET.fill(lang, &[&preset.join(" ")]));
    }
    text
}

/// Gives every command its usage line and its layout, once their full names are known.
fn usages(command: Command, lang: Lang) -> Command {
    let mut command = command;
    let usage = command.render_usage().to_string();
    let line = usage.trim_start_matches("Usage:").trim();
    let line = line.replace("[OPTIONS]", &format!("[{}]", help::PLACE_OPTIONS.text(lang)));
    let line = line.replace("[COMMAND]", &format!("[{}]", help::PLACE_COMMAND.text(lang)));
    let line = line.replace("<COMMAND>", &format!("<{}>", help::PLACE_COMMAND.text(lang)));
    let heading = help::USAGE.text(lang);
    let layout = format!(
        "{{about-with-newline}}\n{heading}: {}\n\n{{all-args}}{{after-help}}\n",
        line.replace('{', "{{")
    );
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    command = command.help_template(layout);
    for verb in verbs {
        command = command.mut_subcommand(verb, |verb| usages(verb, lang));
    }
    command
}

/// What stands below the help of the whole program.
fn after(lang: Lang) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}:", help::EXAMPLES.text(lang));
    for line in help::LINES {
        let _ = writeln!(text, "  {line}");
    }
    for (heading, table) in [(help::ENVIRONMENT, help::VARIABLES), (help::STATUS, help::STATUSES)] {
        let _ = writeln!(text, "\n{}:", heading.text(lang));
        let widest = table.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, word) in table {
            let lines = wrap(word.text(lang), Some(WIDTH - widest - 4));
            let _ = writeln!(text, "  {name:widest$}  {}", lines.join(&format!("\n{:1$}", "", widest + 4)));
        }
    }
    text.trim_end().to_owned()
}

/// The ways in which days and times may be written.
fn dates(lang: Lang) -> String {
    let mut text = format!("{}\n{}\n", capture::DATES.text(lang), capture::DATES_INTRO.text(lang));
    for (code, _, en, zh) in FORMS {
        let _ = writeln!(text, "\n{}:", capture::group(lang, code));
        let (own, other) = if lang == Lang::Zh { (zh, en) } else { (en, zh) };
        for forms in [own, other] {
            let _ = writeln!(text, "  {}", forms.join(" · "));
        }
    }
    let _ = writeln!(text, "\n{}", capture::DATES_WORKED.text(lang));
    text
}

/// The manual page.
pub fn manual(lang: Lang) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::new();
    clap_mangen::Man::new(localised(lang)).title("QD").render(&mut out)?;
    let dates = dates(lang).replace('\\', "\\\\").replace('-', "\\-");
    let lines = dates.lines().map(|line| if line.is_empty() { ".PP" } else { line.trim() });
    for (at, line) in lines.enumerate() {
        if at == 0 {
            writeln!(out, ".SH {}", line.to_uppercase())?;
        } else {
            writeln!(out, "{}{line}", if line == ".PP" { "" } else { "\\&" })?;
            if line != ".PP" {
                writeln!(out, ".br")?;
            }
        }
    }
    Ok(out)
}

/// The completion script of a shell; it asks the program itself, which knows the live names.
pub fn completions(shell: &str) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::new();
    if let Some(known) = clap_complete::env::Shells::builtins().completer(shell) {
        known.write_registration("COMPLETE", "qd", "qd", "qd", &mut out)?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn walk(command: &Command, path: &str, found: &mut BTreeSet<String>, missing: &mut Vec<String>) {
        if !path.is_empty() {
            let any = path.split_once(' ').map_or_else(String::new, |(_, verb)| format!("* {verb}"));
            match [path, &any].into_iter().find(|key| help::ABOUTS.iter().any(|(name, _)| name == key)) {
                Some(key) => drop(found.insert(key.to_owned())),
                None => missing.push(path.to_owned()),
            }
        }
        for arg in command.get_arguments() {
            let (own, any) = (format!("{path} {}", arg.get_id()), format!("* {}", arg.get_id()));
            match [own.trim(), &any].into_iter().find(|key| help::ARGS.iter().any(|(name, _)| name == key)) {
                Some(key) => drop(found.insert(key.to_owned())),
                None => missing.push(own.clone()),
            }
        }
        for verb in command.get_subcommands() {
            walk(verb, format!("{path} {}", verb.get_name()).trim(), found, missing);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_words_and_no_word_is_left_over() {
        let (mut found, mut missing) = (BTreeSet::new(), Vec::new());
        walk(&tree(), "", &mut found, &mut missing);
        assert_eq!(missing, Vec::<String>::new());
        let all = help::ABOUTS.iter().chain(help::ARGS).map(|(name, _)| (*name).to_owned());
        let unused: Vec<String> = all.filter(|name| !found.contains(name)).collect();
        assert_eq!(unused, Vec::<String>::new());
    }

    #[test]
    fn help_is_in_one_language_throughout() {
        for path in [vec![], vec!["opp"], vec!["opp", "answer"], vec!["report"], vec!["import"]] {
            let path: Vec<String> = path.into_iter().map(str::to_owned).collect();
            let zh = text(&path, Lang::Zh).unwrap();
            for english in
                ["Usage", "Options:", "Commands:", "Arguments:", "possible values", "default:", "Print"]
            {
                assert!(!zh.contains(english), "{path:?} {english}: {zh}");
            }
            assert!(zh.contains("用法: qd") && text(&path, Lang::En).unwrap().contains("Usage: qd"), "{zh}");
        }
    }

    #[test]
    fn the_manual_names_variables_and_statuses() {
        let page = String::from_utf8(manual(Lang::En).unwrap()).unwrap();
        assert!(page.contains("QD_NOW") && page.contains("damaged book"));
    }
}
