//! The settings that a person may write into `config.toml`; a missing file means the defaults.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Weekday};
use serde::Deserialize;

use crate::domain::clock::Clock;
use crate::domain::money;
use crate::domain::rules::Rules;
use crate::domain::stage::Status;
use crate::domain::workday::Workdays;
use crate::lang::{Lang, cli as words};

mod filters;
mod lenient;
mod template;

pub use filters::keep_filter;

/// How wide signs count that some terminals draw one cell wide and some two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// The terminal is asked.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// The reasons that are offered first when a deal ends; the language's own follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reasons {
    /// For a deal that was won.
    pub won: Vec<String>,
    /// For one that was lost.
    pub lost: Vec<String>,
    /// For one that was given up or put aside.
    pub dropped: Vec<String>,
}

/// Which days of the year are worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WorkingDays {
    /// Those of the mainland of China, with its public holidays and the weekend days worked for them.
    China,
    /// All but weekends.
    Weekdays,
}

/// Zones whose clocks are those of the mainland of China.
const CHINA: [&str; 7] = [
    "Asia/Shanghai",
    "Asia/Chongqing",
    "Asia/Chungking",
    "Asia/Harbin",
    "Asia/Urumqi",
    "Asia/Kashgar",
    "PRC",
];

/// What a person has set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language, where it is set.
    pub language: Option<Lang>,
    /// The currency of amounts that name none, where it is set.
    pub currency: Option<String>,
    /// The name to sign with, where it is set.
    pub author: Option<String>,
    /// The time zone, as its IANA name or as `TZ` would have it; that of the surroundings where it is not set.
    pub zone: Option<String>,
    /// The day that the weeks of the calendar begin with; Monday where it is not set.
    pub week_starts: Option<Weekday>,
    /// The width of ambiguous signs.
    pub ambiguous: Ambiguous,
    /// Plain ASCII instead of lines and marks.
    pub ascii: bool,
    /// The reasons for ending a deal.
    pub reasons: Reasons,
    /// Saved filters: the words of a list, by the key that calls them.
    pub filters: BTreeMap<String, String>,
    /// The numbers of the method.
    pub rules: Rules,
    /// Which days are worked, where it is set.
    pub working_days: Option<WorkingDays>,
    /// The file of holidays: where it is set, or as it was read from `holidays.toml` beside the settings.
    pub holidays: Option<PathBuf>,
}

/// A setting that is none: where it stands and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSetting {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1; nothing where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, in English, as the file's keys are.
    pub what: String,
}

impl BadSetting {
    /// The file, with its line where there is one.
    pub fn place(&self) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line}", self.path.display())
    }

    /// The key that is none, and those that there are in its place.
    pub fn unknown(&self) -> Option<(&str, Vec<&str>)> {
        let mut quoted = self.what.strip_prefix("unknown field `")?.split('`').step_by(2);
        Some((quoted.next()?, quoted.collect()))
    }
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    language: Option<toml::Spanned<String>>,
    currency: Option<toml::Spanned<String>>,
    author: Option<String>,
    zone: Option<toml::Spanned<String>>,
    week_starts: Option<Weekday>,
    ambiguous: Ambiguous,
    ascii: bool,
    reasons: Reasons,
    filters: BTreeMap<String, String>,
    rules: Rules,
    templates: template::Raw,
    working_days: Option<WorkingDays>,
    holidays: Option<PathBuf>,
}

/// A table of holidays, as a file of its own has it.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Holidays {
    /// Days that are free: `2027-10-01`, or `2027-10-01..2027-10-07`.
    holidays: Vec<String>,
    /// Weekend days that are worked.
    workdays: Vec<String>,
}

impl Settings {
    /// Reads the file, the defaults where there is none; what is wrong with it costs that setting alone.
    pub fn read(path: Option<&Path>) -> (Self, Vec<BadSetting>) {
        let Some(path) = path else { return (Self::default(), Vec::new()) };
        let mut bad = Vec::new();
        let mut settings = text_of(path, &mut bad).map_or_else(Self::default, |text| {
            let (settings, faults) = Self::parse(&text);
            bad.extend(faults.into_iter().map(|(line, what)| BadSetting {
                path: path.to_owned(),
                line,
                what,
            }));
            settings
        });
        let beside = path.parent().unwrap_or(path);
        let named = settings.holidays.as_ref().map(|named| beside.join(named));
        let holidays = named.clone().unwrap_or_else(|| beside.join("holidays.toml"));
        let before = bad.len();
        match text_of(&holidays, &mut bad) {
            Some(text) => {
                let (workdays, faults) = workdays(&text);
                if faults.is_empty() {
                    settings.rules.workdays = workdays;
                    settings.holidays = Some(holidays.clone());
                }
                bad.extend(faults.into_iter().map(|(line, what)| BadSetting {
                    path: holidays.clone(),
                    line,
                    what,
                }));
            }
            None if named.is_some() && bad.len() == before => {
                let what = "there is no such file, but config.toml names it".to_owned();
                bad.push(BadSetting { path: holidays, line: None, what });
            }
            None => {}
        }
        (settings, bad)
    }

    fn parse(text: &str) -> (Self, Vec<Told>) {
        let mut bad = Vec::new();
        let settings = lenient::read(text, Self::checked, |at, what| {
            bad.push((at.map(|at| line_of(text, at)), what));
        });
        (settings, bad)
    }

    fn checked(raw: Raw) -> Result<Self, lenient::Fault> {
        let language = raw.language.map(|code| {
            let wrong = || (Some(code.span()), format!("language is {}, not en or zh", code.get_ref()));
            Lang::from_code(code.get_ref()).ok_or_else(wrong)
        });
        let currency = raw.currency.map(|code| {
            let upper = code.get_ref().to_ascii_uppercase();
            let wrong =
                || (Some(code.span()), format!("currency is {}, not an ISO 4217 code", code.get_ref()));
            if money::is_currency(&upper) { Ok(upper) } else { Err(wrong()) }
        });
        let zone = raw.zone.filter(|name| !name.get_ref().trim().is_empty()).map(|name| {
            let wrong = || (Some(name.span()), format!("zone is {}, no known time zone", name.get_ref()));
            Clock::named(name.get_ref()).map(|_| name.get_ref().clone()).ok_or_else(wrong)
        });
        raw.rules.check().map_err(|unsound| (None, format!("rules.{unsound}")))?;
        let templates = template::templates(raw.templates).map_err(|(at, what)| (Some(at), what))?;
        Ok(Self {
            language: language.transpose()?,
            currency: currency.transpose()?,
            author: raw.author.filter(|name| !name.trim().is_empty()),
            zone: zone.transpose()?,
            week_starts: raw.week_starts,
            ambiguous: raw.ambiguous,
            ascii: raw.ascii,
            reasons: raw.reasons,
            filters: raw.filters,
            rules: Rules { templates, ..raw.rules },
            working_days: raw.working_days,
            holidays: raw.holidays,
        })
    }

    /// With the working days of the place: as they are set, or as a file has them; else those of China where the
    /// language or the zone is Chinese, and weekdays elsewhere.
    #[must_use]
    pub fn at_work(mut self, lang: Lang, zone: Option<&str>) -> Self {
        let is_china = lang == Lang::Zh || zone.is_some_and(|zone| CHINA.contains(&zone));
        let usual = if is_china { WorkingDays::China } else { WorkingDays::Weekdays };
        if self.holidays.is_none() && self.working_days.unwrap_or(usual) == WorkingDays::Weekdays {
            self.rules.workdays = Workdays::weekends();
        }
        self
    }

    /// The reader's clock: that of the zone, else one that always shows what it shows at a moment.
    pub fn clock(&self, at: DateTime<FixedOffset>) -> Clock {
        self.zone.as_deref().and_then(Clock::named).unwrap_or_else(|| Clock::fixed(*at.offset()))
    }

    /// The currency of amounts that name none.
    pub fn currency(&self, lang: Lang) -> String {
        let own = match lang {
            Lang::En => "USD",
            Lang::Zh => "CNY",
        };
        self.currency.clone().unwrap_or_else(|| own.to_owned())
    }

    /// The reasons offered for an end of a deal, one's own first; where no end is named, those of all. Each once.
    pub fn reasons(&self, end: Option<Status>, lang: Lang) -> Vec<String> {
        let won = (&self.reasons.won, words::WON_REASONS);
        let lost = (&self.reasons.lost, words::LOST_REASONS);
        let dropped = (&self.reasons.dropped, words::DROPPED_REASONS);
        let ends = match end {
            Some(Status::Won) => vec![won],
            Some(Status::Lost) => vec![lost],
            Some(Status::Suspended | Status::Dropped) => vec![dropped],
            Some(Status::Open) | None => vec![won, lost, dropped],
        };
        let own = ends.iter().flat_map(|(own, _)| own.iter().cloned());
        let usual =
            ends.iter().flat_map(|(_, usual)| usual.iter().map(|(_, word)| word.text(lang).to_owned()));
        let mut offered: Vec<String> = Vec::new();
        for one in own.chain(usual) {
            if offered.iter().all(|held| held.to_lowercase() != one.to_lowercase()) {
                offered.push(one);
            }
        }
        offered
    }
}

/// A fault by its line.
type Told = (Option<usize>, String);

/// The text of a file; nothing where there is none, or where it cannot be read, which is noted.
fn text_of(path: &Path, bad: &mut Vec<BadSetting>) -> Option<String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            bad.push(BadSetting { path: path.to_owned(), line: None, what: error.to_string() });
            None
        }
    }
}

/// The table of holidays in a text; where it is whole, it takes the place of the built-in one.
fn workdays(text: &str) -> (Workdays, Vec<Told>) {
    let mut bad = Vec::new();
    let of = |table: Holidays| {
        Workdays::of(&table.holidays, &table.workdays).map_err(|bad| {
            let at = text.find(&format!("\"{}\"", bad.0));
            (at.map(|at| at..at), bad.to_string())
        })
    };
    let workdays = lenient::read(text, of, |at, what| bad.push((at.map(|at| line_of(text, at)), what)));
    (workdays, bad)
}

/// The line that a byte of a text is in, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_sets_what_it_names_and_leaves_the_rest() {
        let text = "language = \"zh\"\nweek_starts = \"sunday\"\ncurrency = \"eur\"\n[filters]\n1 = \"flags~silence sort=amount\"\n\
                    [rules.silence]\nmine = 30\n[reasons]\nlost = [\"too far\", \"price\"]\n";
        let (settings, bad) = Settings::parse(text);
        assert_eq!(bad, []);
        assert_eq!((settings.language, settings.currency(Lang::En).as_str()), (Some(Lang::Zh), "EUR"));
        assert_eq!((settings.week_starts, Settings::default().week_starts), (Some(Weekday::Sun), None));
        assert_eq!(settings.filters.get("1").map(String::as_str), Some("flags~silence sort=amount"));
        assert_eq!((settings.rules.silence.mine, settings.rules.silence.potential), (30, 14));
        let lost = settings.reasons(Some(Status::Lost), Lang::En);
        assert_eq!(lost.first().map(String::as_str), Some("too far"));
        assert_eq!(lost.len(), words::LOST_REASONS.len() + 1, "the usual ones stay, “price” is one of them");
        assert_eq!(lost.get(1).map(String::as_str), Some("price"));
        assert_eq!(settings.reasons(Some(Status::Won), Lang::Zh).len(), words::WON_REASONS.len());
        let all = settings.reasons(None, Lang::En);
        assert_eq!(all.iter().filter(|reason| *reason == "Other").count(), 1);
        assert!(all.contains(&"price".to_owned()) && all.contains(&"No budget".to_owned()));
        assert_eq!(Settings::default().currency(Lang::Zh), "CNY");
    }

    #[test]
    fn a_file_of_holidays_takes_the_place_of_the_built_in_table() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let day = |text: &str| text.parse().unwrap();
        let config = path("config.toml");
        let read = || {
            let (settings, bad) = Settings::read(Some(&config));
            (settings.rules.workdays, bad)
        };
        assert!(!read().0.is_working(day("2026-10-01")));
        let table = "holidays = [\"2027-10-01..2027-10-07\"]\nworkdays = [\"2027-10-09\"]\n";
        std::fs::write(path("holidays.toml"), table).unwrap();
        let (own, bad) = read();
        assert!(!own.is_working(day("2027-10-04")) && own.is_working(day("2027-10-09")));
        assert!(own.is_working(day("2026-10-01")) && bad.is_empty());
        std::fs::write(path("holidays.toml"), "holidays = [\n  \"soon\",\n]\n").unwrap();
        let (usual, bad) = read();
        assert!(!usual.is_working(day("2026-10-01")));
        assert!(
            bad[0].line == Some(2) && bad[0].what.contains("soon") && bad[0].path == path("holidays.toml"),
            "{bad:?}"
        );
        std::fs::write(&config, "holidays = \"none.toml\"\n").unwrap();
        assert_eq!(read().1[0].path, path("none.toml"));
        std::fs::write(path("none.toml"), "").unwrap();
        assert!(read().0.is_working(day("2026-10-01")));
    }

    #[test]
    fn a_fault_costs_one_setting_and_names_its_line() {
        for (text, line, part) in [
            ("ascii = true\ncolour = 1\n", Some(2), "colour"),
            ("\n\ncurrency = \"XXQ\"\n", Some(3), "XXQ"),
            ("currency = 7\n", Some(1), "string"),
            ("language = \"fr\"", Some(1), "fr"),
            ("ambiguous = \"huge\"", Some(1), "huge"),
            ("week_starts = \"someday\"", Some(1), ""),
            ("ascii = ", Some(1), ""),
            ("filters = 3\n", Some(1), ""),
            ("[reasons]\nwon = [\n1]\n", Some(3), ""),
            ("[nothing]\nof = \"ours\"\n", Some(1), "nothing"),
            ("[rules.silence]\nmein = 3\n", Some(2), "mein"),
            ("[rules.bounds]\nlow = 99\nhigh = 1\n", None, "bounds"),
            ("[templates.depot]\ntitle = 3\nsteps = [\"x\"]\n", Some(2), ""),
        ] {
            // What stands before and behind it holds all the same.
            let text = format!("author = \"Bo\"\n{text}\n[rules.base]\npotential = 50\n");
            let (settings, bad) = Settings::parse(&text);
            let (found, what) = bad.first().unwrap();
            assert!(*found == line.map(|line| line + 1) && what.contains(part), "{text}: {bad:?}");
            assert_eq!(settings.author.as_deref(), Some("Bo"), "{text}: {bad:?}");
            assert!(line.is_none() || settings.rules.base.potential == 50, "{text}: {bad:?}");
            assert!(!settings.ascii || text.contains("ascii = true"), "{text}");
        }
    }
}
