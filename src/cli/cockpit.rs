//! The way from the shell into the cockpit.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Weekday};

use super::paper;
use super::trouble::Trouble;
use super::{Opening, Surroundings};
use crate::action::Desk;
use crate::action::grammar::Command;
use crate::action::tell::Told;
use crate::domain::clock::Clock;
use crate::domain::stage::Status;
use crate::lang::{Lang, cli};
use crate::settings::{self, Settings};
use crate::store::Store;
use crate::tui::cockpit::Session;
use crate::tui::open::{Screenful, open};
use crate::tui::shell::Shell;
use crate::tui::terminal::{Ambiguous, Env, TerminalError};

/// Opens the cockpit over an open book and gives back when the person leaves.
pub fn cockpit(opening: Opening, now: Box<dyn Fn() -> DateTime<FixedOffset>>) -> Result<(), Trouble> {
    let Opening { store, desk, settings, around } = opening;
    let lang = desk.lang;
    let filters =
        settings.filters.iter().filter_map(|(key, filter)| Some((key.parse().ok()?, filter.clone())));
    let filters = filters.collect();
    let screenful = screenful(around, &settings);
    let (book, file) = (store.path().map(Path::to_owned), around.settings());
    let shell = Around { book, file, settings, folder: PathBuf::from(".") };
    let session = Session { desk, now, shell: Box::new(shell), filters };
    match open(store, session, screenful) {
        Ok(_) => Ok(()),
        Err(TerminalError::NoTerminal) => Err(Trouble::no_cockpit(lang)),
        Err(TerminalError::Dumb) => Err(Trouble::fixed("fault", lang, cli::DUMB, cli::DUMB_HINT)),
        Err(error @ (TerminalError::Panicked | TerminalError::Io(_))) => {
            Err(Trouble::said("fault", error.to_string(), None))
        }
    }
}

/// The shell as the cockpit knows it.
pub struct Around {
    /// The book's file; nothing for one in memory.
    pub book: Option<PathBuf>,
    /// The file of the settings.
    pub file: Option<PathBuf>,
    /// What it says.
    pub settings: Settings,
    /// Where reports are written.
    pub folder: PathBuf,
}

impl Shell for Around {
    fn book(&self, lang: Lang) -> String {
        match &self.book {
            Some(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            None => crate::lang::cockpit::DEMO.text(lang).to_owned(),
        }
    }

    fn home(&self) -> (Weekday, Option<Clock>) {
        let first = self.settings.week_starts.unwrap_or(Weekday::Mon);
        (first, self.settings.zone.as_deref().and_then(Clock::named))
    }

    fn reasons(&self, end: Option<Status>, lang: Lang) -> Vec<String> {
        self.settings.reasons(end, lang)
    }

    fn print(&self, store: &mut Store, desk: &Desk, command: &Command, width: usize) -> Result<String, Told> {
        super::printed(store, desk, &self.settings, command, width)
            .map_err(|trouble| trouble.told(desk.lang).unwrap_or_default())
    }

    fn save(&self, name: &str, text: &str, lang: Lang) -> Result<PathBuf, Told> {
        paper::save(&self.folder, name, text).map_err(|trouble| trouble.told(lang).unwrap_or_default())
    }

    fn keep(&self, number: u8, filter: &str, lang: Lang) -> Result<Option<PathBuf>, Told> {
        // A sample leaves no trace in the settings of the person who tries it.
        if self.book.is_none() {
            return Ok(None);
        }
        let told = |trouble: Trouble| trouble.told(lang).unwrap_or_default();
        let none = || told(Trouble::fixed("fault", lang, cli::NO_FOLDER, cli::NO_CONFIG_HINT));
        let path = self.file.as_deref().ok_or_else(none)?;
        settings::keep_filter(path, number, filter).map_err(|bad| told(bad.into()))?;
        Ok(Some(path.to_owned()))
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
        tmux: around.variable("TMUX"),
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
