//! What `clap` refuses, in the reader's language and with a way out.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::trouble::Trouble;
use crate::lang::{Lang, Word, cli as words};

/// A refusal of the parser in words.
pub fn trouble(error: &Error, lang: Lang) -> Trouble {
    let arg = clip(&text(error, ContextKind::InvalidArg));
    let value = clip(&text(error, ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            words::NO_COMMAND.fill(lang, &[&clip(&text(error, ContextKind::InvalidSubcommand))])
        }
        ErrorKind::UnknownArgument => words::NO_FLAG.fill(lang, &[&arg]),
        ErrorKind::MissingRequiredArgument => words::ARGUMENT_MISSING.fill(lang, &[&arg]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words::VERB_MISSING.text(lang).to_owned()
        }
        ErrorKind::InvalidValue if value.is_empty() => words::VALUE_MISSING.fill(lang, &[&arg]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words::VALUE_BAD.fill(lang, &[&value, &arg]),
        ErrorKind::ArgumentConflict => words::TWICE.fill(lang, &[&arg]),
        ErrorKind::TooManyValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::TooFewValues
        | ErrorKind::NoEquals => words::VALUE_MISSING.fill(lang, &[&arg]),
        ErrorKind::InvalidUtf8 => words::NOT_UTF8.text(lang).to_owned(),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    Trouble::usage(message, Some(hint(error, lang)))
}

fn hint(error: &Error, lang: Lang) -> String {
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest = nearest.into_iter().map(|kind| text(error, kind)).find(|text| !text.is_empty());
    let fill = |word: Word, what: &String| word.fill(lang, &[what]);
    if let Some(nearest) = nearest {
        return fill(words::DID_YOU_MEAN, &nearest);
    }
    let valid = text(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        return fill(words::ONE_OF, &valid);
    }
    let verbs = text(error, ContextKind::ValidSubcommand);
    if !verbs.is_empty() {
        return fill(words::ONE_OF, &verbs);
    }
    words::SEE_HELP.text(lang).to_owned()
}

/// What the parser says of one side of its refusal, without the marks of a terminal.
fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        Some(ContextValue::StyledStr(styled)) => styled.to_string(),
        _ => String::new(),
    }
}

/// Not more of what was typed than a person wants to read again.
fn clip(text: &str) -> String {
    if text.chars().count() <= 80 { text.to_owned() } else { text.chars().take(79).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::args::parse;
    use super::*;

    #[test]
    fn the_nearest_word_is_named_in_both_languages() {
        for (line, en, zh) in [
            ("fnnel", "unknown command “fnnel”", "没有“fnnel”这个命令"),
            ("opp shwo 1", "did you mean show", "是不是想输入 show"),
            ("funnel --asof 1", "did you mean --as-of", "--as-of"),
            ("report wun", "won", "won"),
            ("opp show", "missing argument: <RECORD>", "缺少 <RECORD>"),
            ("opp", "one of: add, set", "add, set"),
        ] {
            for (lang, part) in [(Lang::En, en), (Lang::Zh, zh)] {
                let args: Vec<_> = line.split(' ').map(Into::into).collect();
                let told = parse(&args, lang).unwrap_err().text(lang, false).unwrap();
                assert!(told.contains(part), "{line}: {told}");
            }
        }
    }
}
