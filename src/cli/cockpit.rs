//! The way from the shell into the cockpit.

use chrono::{DateTime, FixedOffset};

use super::trouble::Trouble;
use super::{Opening, Surroundings};
use crate::lang::cli;
use crate::settings::{self, Settings};
use crate::tui::cockpit::Session;
use crate::tui::open::{Screenful, open};
use crate::tui::terminal::{Ambiguous, Env, TerminalError};

/// Opens the cockpit over an open book and gives back when the person leaves.
pub fn cockpit(opening: Opening, now: Box<dyn Fn() -> DateTime<FixedOffset>>) -> Result<(), Trouble> {
    let Opening { store, desk, settings, around } = opening;
    let lang = desk.lang;
    let book = store.path().map_or_else(
        || crate::lang::cockpit::DEMO.text(lang).to_owned(),
        |path| path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    );
    let reasons = [settings.won_reasons(lang), settings.lost_reasons(lang), settings.dropped_reasons(lang)];
    let filters =
        settings.filters.iter().filter_map(|(key, filter)| Some((key.parse().ok()?, filter.clone())));
    let mut offered: Vec<String> = Vec::new();
    for reason in reasons.concat() {
        if !offered.contains(&reason) {
            offered.push(reason);
        }
    }
    let session = Session { desk, now, book, reasons: offered, filters: filters.collect() };
    let screenful = screenful(around, &settings);
    match open(store, session, screenful) {
        Ok(_) => Ok(()),
        Err(TerminalError::NoTerminal) => Err(Trouble::no_cockpit(lang)),
        Err(TerminalError::Dumb) => Err(Trouble::fixed("fault", lang, cli::DUMB, cli::DUMB_HINT)),
        Err(error @ (TerminalError::Panicked | TerminalError::Io(_))) => {
            Err(Trouble::said("fault", error.to_string(), None))
        }
    }
}

fn screenful(around: &Surroundings, settings: &Settings) -> Screenful {
    let locale = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"].iter().find_map(|name| around.variable(name));
    let is_utf8 = locale.as_deref().is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let env = Env {
        term: around.variable("TERM"),
        no_color: around.variable("NO_COLOR").is_some(),
        ssh: around.variable("SSH_CONNECTION").is_some(),
        colorfgbg: around.variable("COLORFGBG"),
        utf8: is_utf8 && !settings.ascii,
        editor: around.variable("VISUAL").or_else(|| around.variable("EDITOR")),
    };
    let ambiguous = match settings.ambiguous {
        settings::Ambiguous::Auto => Ambiguous::Auto,
        settings::Ambiguous::Narrow => Ambiguous::Narrow,
        settings::Ambiguous::Wide => Ambiguous::Wide,
    };
    let scratch = around.data.clone().unwrap_or_default().join("quarterdeck");
    Screenful { env, ambiguous, scratch }
}
