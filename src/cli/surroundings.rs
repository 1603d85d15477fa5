//! What the program finds around itself; collected by `main`, read by all others as plain values.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use crate::domain::clock::Clock;
use crate::lang::Lang;
use crate::settings::Settings;

/// The environment variables that count; no other is read.
pub const VARIABLES: &[&str] = &[
    "QD_BOOK",
    "QD_LANG",
    "QD_NOW",
    "TZ",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "LANG",
    "USER",
    "LOGNAME",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "TMUX",
    "SSH_CONNECTION",
    "COLUMNS",
    "COLORFGBG",
    "EDITOR",
    "VISUAL",
];

/// What `main` found: arguments, environment, clock, terminal.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The arguments without the program's name.
    pub args: Vec<OsString>,
    /// The [`VARIABLES`] that are set.
    pub variables: HashMap<&'static str, OsString>,
    /// The clock's time.
    pub now: DateTime<FixedOffset>,
    /// The machine's time zone by its IANA name.
    pub zone: Option<String>,
    /// The folder for data, such as `~/.local/share`.
    pub data: Option<PathBuf>,
    /// The folder for settings, such as `~/.config`.
    pub config: Option<PathBuf>,
    /// Whether keys can be read.
    pub is_input_tty: bool,
    /// Whether a person reads the output.
    pub is_output_tty: bool,
    /// Whether a person reads the errors.
    pub is_error_tty: bool,
    /// How wide the terminal is, in cells.
    pub columns: Option<u16>,
}

impl Surroundings {
    /// A variable that is set to something.
    pub fn variable(&self, name: &str) -> Option<String> {
        let value = self.variables.get(name)?.to_string_lossy().into_owned();
        (!value.is_empty()).then_some(value)
    }

    /// The time that counts: `QD_NOW`, else the clock; the text of `QD_NOW` where it is no time.
    pub fn moment(&self) -> Result<DateTime<FixedOffset>, String> {
        match self.variable("QD_NOW") {
            None => Ok(self.now),
            Some(text) => DateTime::parse_from_rfc3339(text.trim()).map_err(|_| text),
        }
    }

    /// The settings with the zone of the surroundings where none is set: that of `TZ`, else the machine's. A set clock
    /// is in no zone but its own.
    pub fn at_home(&self, settings: Settings) -> Settings {
        let own = || self.zone_here().filter(|_| self.variable("QD_NOW").is_none());
        Settings { zone: settings.zone.clone().or_else(own), ..settings }
    }

    /// The settings with the working days of this place.
    pub fn at_work(&self, settings: Settings, lang: Lang) -> Settings {
        let zone = settings.zone.clone().or_else(|| self.zone_here());
        let name = zone.and_then(|zone| Clock::named(&zone)?.zone());
        settings.at_work(lang, name)
    }

    /// The zone of `TZ`, where that says one, else the machine's.
    fn zone_here(&self) -> Option<String> {
        let said = self.variables.get("TZ").map(|value| value.to_string_lossy().into_owned());
        said.filter(|text| Clock::named(text).is_some()).or_else(|| self.zone.clone())
    }

    /// What `TZ` says where nobody knows it and another zone is taken in its place: the machine's, or that of `QD_NOW`.
    pub fn unknown_zone(&self, settings: &Settings) -> Option<String> {
        let said =
            self.variable("TZ").filter(|text| !text.contains("localtime") && Clock::named(text).is_none());
        let instead = if self.variable("QD_NOW").is_some() { None } else { self.zone.as_ref() };
        said.filter(|_| settings.zone.as_ref() == instead)
    }

    /// The language: as asked for, else `QD_LANG`, the settings, the locale, English.
    pub fn language(&self, asked: Option<&str>, settings: &Settings) -> Lang {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| self.variable(name));
        let own = asked.map(str::to_owned).or_else(|| self.variable("QD_LANG"));
        own.and_then(|code| Lang::from_code(&code))
            .or(settings.language)
            .or_else(|| locale.and_then(|code| Lang::from_code(&code)))
            .unwrap_or_default()
    }

    /// Who writes: from the settings, else the login name.
    pub fn author(&self, settings: &Settings) -> String {
        let login = || ["USER", "LOGNAME"].into_iter().find_map(|name| self.variable(name));
        let found = settings.author.clone().or_else(login).unwrap_or_else(|| "qd".to_owned());
        crate::domain::clean::clean_line(&found).into_owned()
    }

    /// Whether escape sequences may be written to the output.
    pub fn is_coloured(&self) -> bool {
        let forced = self.variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let is_dumb = self.variable("TERM").is_some_and(|term| term == "dumb");
        self.variable("NO_COLOR").is_none() && (forced || (self.is_output_tty && !is_dumb))
    }

    /// How wide the output may be, in cells; nothing where it goes into a pipe.
    pub fn width(&self) -> Option<usize> {
        if !self.is_output_tty {
            return None;
        }
        let said = self.variable("COLUMNS").and_then(|text| text.parse().ok()).filter(|width| *width > 0);
        said.or_else(|| self.columns.map(usize::from)).or(Some(80))
    }

    /// Where the book lies: as asked for, else `QD_BOOK`, else in the data folder.
    pub fn book(&self, asked: Option<PathBuf>) -> Option<PathBuf> {
        let own = || self.variables.get("QD_BOOK").filter(|path| !path.is_empty()).map(PathBuf::from);
        asked.or_else(own).or_else(|| Some(self.data.as_ref()?.join("quarterdeck").join("book.db")))
    }

    /// Where the settings lie.
    pub fn settings(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("quarterdeck").join("config.toml"))
    }
}

#[cfg(test)]
pub(super) mod sample {
    //! A desk without a terminal.

    use super::*;

    pub fn around(variables: &[(&'static str, &str)]) -> Surroundings {
        Surroundings {
            args: Vec::new(),
            variables: variables.iter().map(|(name, value)| (*name, OsString::from(value))).collect(),
            now: DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap(),
            zone: None,
            data: Some(PathBuf::from("/data")),
            config: None,
            is_input_tty: false,
            is_output_tty: false,
            is_error_tty: false,
            columns: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::around;
    use super::*;

    #[test]
    fn the_nearest_word_on_the_language_counts() {
        let zh = Settings { language: Some(Lang::Zh), ..Settings::default() };
        for (asked, variables, settings, expected) in [
            (None, vec![], Settings::default(), Lang::En),
            (None, vec![("LANG", "zh_CN.UTF-8")], Settings::default(), Lang::Zh),
            (None, vec![("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], Settings::default(), Lang::En),
            (None, vec![("LANG", "en_GB")], zh.clone(), Lang::Zh),
            (None, vec![("QD_LANG", "en")], zh.clone(), Lang::En),
            (Some("zh"), vec![("QD_LANG", "en")], Settings::default(), Lang::Zh),
        ] {
            assert_eq!(around(&variables).language(asked, &settings), expected, "{asked:?} {variables:?}");
        }
    }

    #[test]
    fn no_colour_reaches_a_pipe_unless_it_is_forced() {
        for (variables, is_tty, expected) in [
            (vec![], false, false),
            (vec![], true, true),
            (vec![("TERM", "dumb")], true, false),
            (vec![("CLICOLOR_FORCE", "1")], false, true),
            (vec![("CLICOLOR_FORCE", "0")], false, false),
            (vec![("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], true, false),
        ] {
            let around = Surroundings { is_output_tty: is_tty, ..around(&variables) };
            assert_eq!(around.is_coloured(), expected, "{variables:?} {is_tty}");
        }
    }

    #[test]
    fn a_time_that_is_none_is_told() {
        assert_eq!(around(&[("QD_NOW", "yesterday")]).moment(), Err("yesterday".to_owned()));
        let fixed = around(&[("QD_NOW", "2026-01-05T10:00:00+08:00")]).moment().unwrap();
        assert_eq!(fixed.to_rfc3339(), "2026-01-05T10:00:00+08:00");
    }
}
