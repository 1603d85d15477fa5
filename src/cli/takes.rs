//! What each report takes: anything else is refused, with what there is, and never left unheard.

use super::paper;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::grammar::Command;
use crate::action::{Desk, terms};
use crate::domain::choice::Choice;
use crate::domain::stage::Status;
use crate::lang::{choice, report as word};
use crate::store::query::Term;
use crate::store::report::Group;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// Deals that were won.
    Won,
    /// Deals that were lost.
    Lost,
    /// A deal's sheet.
    Deal,
    /// A visit's report.
    Visit,
    /// A month's plan of visits.
    CallPlan,
    /// What open deals may bring.
    Forecast,
    /// The week.
    Week,
}

/// What a report takes.
pub struct Takes {
    /// Which it is.
    pub report: Report,
    /// Its name in the grammar, behind `report` for all but the week.
    name: &'static str,
    forms: &'static [&'static str],
    words: Words,
    month: bool,
    by: bool,
}

/// What the words behind a report's name are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    None,
    /// One record.
    Record,
    /// Those of a filter.
    Filter,
}

const SHEET: &[&str] = &["text", "md", "json"];
const TABLES: &[&str] = &["text", "md", "json", "csv", "xlsx"];

const TAKES: &[Takes] = &[
    Takes { report: Report::Won, name: "won", forms: TABLES, words: Words::Filter, month: false, by: true },
    Takes { report: Report::Lost, name: "lost", forms: TABLES, words: Words::Filter, month: false, by: true },
    Takes { report: Report::Deal, name: "deal", forms: SHEET, words: Words::Record, month: false, by: false },
    Takes {
        report: Report::Visit,
        name: "visit",
        forms: SHEET,
        words: Words::Record,
        month: false,
        by: false,
    },
    Takes {
        report: Report::CallPlan,
        name: "call-plan",
        forms: &["text", "md", "json", "csv", "xlsx", "ics"],
        words: Words::None,
        month: true,
        by: false,
    },
    Takes {
        report: Report::Forecast,
        name: "forecast",
        forms: TABLES,
        words: Words::Filter,
        month: false,
        by: false,
    },
    Takes { report: Report::Week, name: WEEK, forms: SHEET, words: Words::None, month: false, by: false },
];

/// The report of the week, which is a command of its own.
const WEEK: &str = "week";

impl Takes {
    /// What a report of this name takes.
    pub fn of(name: &str) -> Option<&'static Self> {
        TAKES.iter().find(|one| one.name == name)
    }

    /// What a command asks of it that it does not take.
    pub fn check(&self, session: &Session, command: &Command) -> Result<(), Trouble> {
        let (format, out, words, by, month) = match command {
            Command::Report { words, format, by, month, out, .. } => {
                (format.as_deref(), out.as_deref(), words.as_slice(), by.is_some(), month.is_some())
            }
            Command::Week { out, .. } => (None, out.as_deref(), &[][..], false, false),
            _ => return Ok(()),
        };
        let taken = match self.words {
            Words::None => 0,
            Words::Record => 1,
            Words::Filter => words.len(),
        };
        let form = format.map(str::to_owned).or_else(|| paper::form(out));
        let form = form.filter(|form| !self.forms.contains(&form.as_str()));
        let wrong = form
            .map(|form| format!("“{form}”"))
            .or_else(|| words.get(taken).map(|word| format!("“{word}”")))
            .or_else(|| (by && !self.by).then(|| "--by".to_owned()))
            .or_else(|| (month && !self.month).then(|| "--month".to_owned()));
        wrong.map_or(Ok(()), |wrong| Err(self.refuse(session, &wrong)))
    }

    fn refuse(&self, session: &Session, wrong: &str) -> Trouble {
        let lang = session.lang();
        let mut parts = match self.words {
            Words::None => Vec::new(),
            Words::Record => vec![word::A_RECORD.text(lang).to_owned()],
            Words::Filter => vec![word::SOME_WORDS.text(lang).to_owned()],
        };
        if self.by {
            parts.push(word::GROUPED.fill(lang, &[&Group::CODES.join("|")]));
        }
        if self.month {
            parts.push(word::A_MONTH.text(lang).to_owned());
        }
        let forms = self.forms.join("|");
        parts.push(if self.name == WEEK { forms } else { word::FORMS.fill(lang, &[&forms]) });
        parts.push(word::A_FILE.text(lang).to_owned());
        let hint = word::TAKES.fill(lang, &[&parts.join(" · ")]);
        Trouble::usage(word::TAKES_NOT.fill(lang, &[&self.title(), &wrong]), Some(hint))
    }

    fn title(&self) -> String {
        if self.name == WEEK { WEEK.to_owned() } else { format!("report {}", self.name) }
    }

    /// The terms that its words say, of deals of this status and no other.
    pub fn terms(&self, session: &Session, words: &[String], status: Status) -> Result<Vec<Term>, Trouble> {
        filtered((session, &session.desk), &self.title(), words, Some(status))
    }
}

/// The terms of a report over deals, said on the day of a desk; where its status is fixed, no other may be asked for.
pub fn filtered(
    (session, desk): (&Session, &Desk),
    title: &str,
    words: &[String],
    status: Option<Status>,
) -> Result<Vec<Term>, Trouble> {
    let lang = session.lang();
    let asked = terms::all_deals(session.store, desk, words)?;
    if asked.order.is_some() {
        return Err(Trouble::said("mistake", word::NO_ORDER.fill(lang, &[&title]), None));
    }
    if let (Some(status), Some(other)) = (status, asked.status)
        && status != other
    {
        let label = choice::label(lang, Status::LIST, status.code());
        return Err(Trouble::said("mistake", word::STATUS_FIXED.fill(lang, &[&title, &label]), None));
    }
    Ok(asked.selection(crate::store::deals::Order::Newest).whole())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::action::grammar::Line;

    #[test]
    fn every_report_of_the_grammar_says_what_it_takes() {
        let line = Line::command();
        let report = line.find_subcommand("report").unwrap();
        let name = report.get_arguments().find(|one| one.get_id() == "name").unwrap();
        let mut names: Vec<String> =
            name.get_possible_values().iter().map(|one| one.get_name().to_owned()).collect();
        names.push(WEEK.to_owned());
        for name in &names {
            assert!(Takes::of(name).is_some(), "{name}");
        }
        assert_eq!(names.len(), TAKES.len());
    }
}
