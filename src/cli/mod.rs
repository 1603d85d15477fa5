//! The shell: reads a line of the grammar, does it, and prints what came of it as text or JSON.

mod args;
mod brief;
mod call_plan;
mod care;
mod change;
mod cockpit;
mod compete;
mod complete;
mod deal;
mod export;
mod find;
mod forecast;
mod form;
mod funnel;
mod grid;
mod help;
mod ics;
mod ics_about;
mod ics_zone;
mod import;
mod json;
mod list;
mod log;
mod page;
mod paper;
mod path;
mod report;
mod review;
mod session;
mod sheet;
mod show;
mod spreadsheet;
mod surroundings;
mod table;
mod takes;
mod taskwarrior;
mod timeline;
mod today;
mod todo;
mod todotxt;
#[cfg(test)]
mod trip;
mod trouble;
mod usage;
mod vcard;
mod visit;
mod week;
mod words;
mod wrap;

use std::io::Write;
use std::path::{Path, PathBuf};

pub use cockpit::{Around, cockpit};
pub use complete::completing;
pub use surroundings::{Surroundings, VARIABLES};
pub use trouble::Trouble;

use crate::action::Desk;
use crate::action::grammar::{Command, OppVerb, RankVerb, TodoVerb, Verb, VisitVerb};
use crate::action::nearest::Nearest;
use crate::domain::noun::Noun;
use crate::domain::stage::Status;
use crate::lang::{Lang, cli as said, plan};
use crate::settings::{Ambiguous, BadSetting, Settings};
use crate::store::{Origin, Stamp, Store};
use args::{Asked, Wish};
use page::Page;
use session::Session;
use takes::{Report, Takes};

/// What the cockpit opens over.
pub struct Opening<'a> {
    /// The book.
    pub store: Store,
    /// Who works, when, in which language and currency.
    pub desk: Desk,
    /// What the person has set.
    pub settings: Settings,
    /// What the program found around itself.
    pub around: &'a Surroundings,
}

/// Runs the program; `cockpit` opens the cockpit where no command was given. The exit status.
pub fn run(around: &Surroundings, cockpit: impl FnOnce(Opening) -> Result<(), Trouble>) -> u8 {
    let json = around.args.iter().any(|arg| arg == "--json");
    let (settings, bad) = Settings::read(around.settings().as_deref());
    let settings = around.at_home(settings);
    let lang = around.language(args::early(&around.args, "lang").as_deref(), &settings);
    let settings = around.at_work(settings, lang);
    let width = around.width();
    let is_wide = settings.ambiguous == Ambiguous::Wide;
    let mut page = Page::over(std::io::stdout(), width, around.is_coloured(), is_wide);
    let done = args::parse(&around.args, lang).and_then(|asked| match asked.wish {
        Wish::Text(text) => page.raw(&text),
        wish => {
            warn(&bad, lang);
            Front { around, settings, lang, asked: Asked { wish: Wish::Cockpit, ..asked } }
                .serve(&mut page, wish, cockpit)
        }
    });
    let done = done.and_then(|()| page.finish());
    let Err(trouble) = done else { return 0 };
    // What was printed before it went wrong belongs before the error.
    let flushed = page.finish();
    if let Some(text) = trouble.text(lang, json).filter(|_| !matches!(flushed, Err(Trouble::Closed))) {
        let _ = std::io::stderr().write_all(text.as_bytes());
    }
    trouble.status()
}

/// What is wrong in the settings is told, and the rest of them holds.
fn warn(bad: &[BadSetting], lang: Lang) {
    for one in bad {
        let what = one.unknown().map_or_else(
            || one.what.clone(),
            |(key, known)| {
                let near = Nearest::of(key, known.iter().map(|known| ((*known).to_owned(), vec![*known])));
                let hint = near.hint(lang, &said::ONE_OF.fill(lang, &[&near.all.join(" ")]));
                said::UNKNOWN_SETTING.fill(lang, &[&key, &hint])
            },
        );
        let text = said::BAD_SETTING.fill(lang, &[&one.place(), &what]);
        let _ = writeln!(std::io::stderr(), "{}", page::visible(&text));
    }
}

struct Front<'a> {
    around: &'a Surroundings,
    settings: Settings,
    lang: Lang,
    asked: Asked,
}

impl Front<'_> {
    fn serve(
        self,
        page: &mut Page,
        wish: Wish,
        cockpit: impl FnOnce(Opening) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        match wish {
            Wish::Text(text) => page.raw(&text),
            Wish::Cockpit => self.open_cockpit(cockpit),
            Wish::Command(Command::Completions { shell }) => write(page, &help::completions(&shell)?),
            Wish::Command(Command::Man) => write(page, &help::manual(self.lang)?),
            Wish::Command(Command::Restore { file }) => {
                care::restore(page, self.lang, self.asked.json, &file, &self.path()?)
            }
            Wish::Command(command) => {
                let json = self.asked.json;
                let (mut store, desk) = self.open()?;
                command_over(&mut Session::over(&mut store, desk, self.settings, json)?, page, &command)
            }
        }
    }

    fn open_cockpit(self, cockpit: impl FnOnce(Opening) -> Result<(), Trouble>) -> Result<(), Trouble> {
        if !(self.around.is_input_tty && self.around.is_output_tty) {
            return Err(Trouble::no_cockpit(self.lang));
        }
        let (store, desk) = self.open()?;
        cockpit(Opening { store, desk, settings: self.settings, around: self.around })
    }

    /// Opens the book that is meant, and says so where that made a new one.
    fn open(&self) -> Result<(Store, Desk), Trouble> {
        let desk = self.desk()?;
        if let Some(zone) = self.around.unknown_zone(&self.settings) {
            let is_set = self.around.variable("QD_NOW").is_some();
            let word = if is_set { said::UNKNOWN_ZONE_NOW } else { said::UNKNOWN_ZONE };
            let text = word.fill(self.lang, &[&zone]);
            let _ = writeln!(std::io::stderr(), "{}", page::visible(&text));
        }
        let rules = self.settings.rules.clone();
        if self.asked.demo {
            let mut store = Store::memory(rules)?;
            crate::demo::fill(&mut store, &desk)?;
            return Ok((store, desk));
        }
        let path = self.path()?;
        let about = |fault| Trouble::from(fault).about(&path);
        let mut store = Store::open(&path, rules).map_err(about)?;
        let clock = self.settings.clock(desk.stamp.at);
        store.go_by(&clock).map_err(about)?;
        if store.is_new() && !self.asked.json {
            let text = said::NEW_BOOK.fill(self.lang, &[&path.display()]);
            let _ = writeln!(std::io::stderr(), "{}", page::visible(&text));
        }
        Ok((store, desk))
    }

    fn path(&self) -> Result<PathBuf, Trouble> {
        let found = self.around.book(self.asked.book.clone());
        found.ok_or_else(|| Trouble::fixed("fault", self.lang, said::NO_FOLDER, said::NO_FOLDER_HINT))
    }

    fn desk(&self) -> Result<Desk, Trouble> {
        let at = self.around.moment().map_err(|text| {
            let hint = said::BAD_TIME_HINT.text(self.lang).to_owned();
            Trouble::usage(said::BAD_TIME.fill(self.lang, &[&"QD_NOW", &text]), Some(hint))
        })?;
        let at = self.settings.clock(at).at(&at);
        if let Some(code) = self.around.variable("QD_LANG").filter(|code| Lang::from_code(code).is_none()) {
            let hint = said::ONE_OF.fill(self.lang, &[&"en, zh"]);
            return Err(Trouble::usage(said::BAD_LANG.fill(self.lang, &[&"QD_LANG", &code]), Some(hint)));
        }
        let stamp = Stamp { at, author: self.around.author(&self.settings), origin: Origin::User };
        Ok(Desk { stamp, currency: self.settings.currency(self.lang), lang: self.lang })
    }
}

fn write(page: &mut Page, bytes: &[u8]) -> Result<(), Trouble> {
    page.raw(&String::from_utf8_lossy(bytes))
}

/// What a command that only reads prints over an open book, in plain text of `width` cells at most.
fn printed(
    store: &mut Store,
    desk: &Desk,
    settings: &Settings,
    command: &Command,
    width: usize,
) -> Result<String, Trouble> {
    let mut text = Vec::new();
    let mut page = Page::over(&mut text, Some(width), false, settings.ambiguous == Ambiguous::Wide);
    let mut session = Session::over(store, desk.clone(), settings.clone(), false)?;
    command_over(&mut session, &mut page, command)?;
    page.finish()?;
    drop(page);
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn command_over(session: &mut Session, page: &mut Page, command: &Command) -> Result<(), Trouble> {
    if let Some(action) = command.action() {
        return change::change(session, page, &action);
    }
    match command {
        Command::Plain(plain) => read(session, page, plain.noun, &plain.verb),
        Command::Visit(VisitVerb::Common(verb)) => read(session, page, Noun::Visit, verb),
        Command::Todo(TodoVerb::Common(verb)) => read(session, page, Noun::Todo, verb),
        Command::Review(asked) => review::review(session, page, asked),
        Command::Decision(RankVerb::Common(verb)) => read(session, page, Noun::Decision, verb),
        Command::Factor(RankVerb::Common(verb)) => read(session, page, Noun::Factor, verb),
        Command::Opp(OppVerb::Common(verb)) => read(session, page, Noun::Opp, verb),
        Command::Opp(OppVerb::Gate { record }) => show::gate(session, page, record),
        Command::Opp(OppVerb::Path { record }) => path::show(session, page, record),
        Command::Funnel { terms, as_of } => funnel::funnel(session, page, terms, as_of.as_deref()),
        Command::Today => today::today(session, page),
        Command::Week { which, md, out } => {
            if let Some(takes) = Takes::of("week") {
                takes.check(session, command)?;
            }
            let is_md = *md || paper::form(out.as_deref()).as_deref() == Some("md");
            paper::out(session, page, out.as_deref(), |session, page| {
                week::week(session, page, &which.join(" "), is_md)
            })
        }
        Command::Find { words } => find::find(session, page, words),
        Command::Log { record } => log::log(session, page, record),
        Command::Import(args) => import::import(session, page, args),
        Command::Export { noun, terms, format, raw, bom } => {
            let form = match (format.as_str(), *raw) {
                ("json", _) => export::Form::Json,
                ("vcf", _) => export::Form::Cards,
                ("ics", _) => export::Form::Calendar,
                ("todotxt", _) => export::Form::TodoTxt,
                ("taskwarrior", _) => export::Form::Taskwarrior,
                // Whoever asks for JSON gets it, also of what has another form of its own.
                _ if session.json => export::Form::Json,
                (_, true) => export::Form::Raw,
                (_, false) => export::Form::Guarded,
            };
            if *bom && matches!(form, export::Form::Raw | export::Form::Guarded) {
                page.raw("\u{feff}")?;
            }
            export::export(session, page, noun, terms, form)
        }
        Command::Report { out, .. } => {
            paper::out(session, page, out.as_deref(), |session, page| reported(session, page, command))
        }
        Command::Backup { file } => care::backup(session, page, Path::new(file)),
        Command::Doctor { full } => care::doctor(session, page, *full),
        // These change the book, and were done as actions above.
        Command::Opp(
            OppVerb::Advance(_)
            | OppVerb::Retreat(_)
            | OppVerb::Win(_)
            | OppVerb::Lose(_)
            | OppVerb::Suspend(_)
            | OppVerb::Drop(_)
            | OppVerb::Reopen(_)
            | OppVerb::Answer { .. }
            | OppVerb::Mark { .. }
            | OppVerb::Line { .. }
            | OppVerb::Fit { .. }
            | OppVerb::Rival { .. },
        )
        | Command::Visit(
            VisitVerb::Prepare { .. }
            | VisitVerb::Ready { .. }
            | VisitVerb::Debrief { .. }
            | VisitVerb::Tick { .. }
            | VisitVerb::Template { .. }
            | VisitVerb::Cancel { .. },
        )
        | Command::Todo(
            TodoVerb::Done { .. }
            | TodoVerb::Drop { .. }
            | TodoVerb::Reopen { .. }
            | TodoVerb::Defer { .. }
            | TodoVerb::Give { .. }
            | TodoVerb::Wait { .. },
        )
        | Command::Decision(RankVerb::Rank { .. })
        | Command::Factor(RankVerb::Rank { .. })
        | Command::Done { .. }
        | Command::Add { .. }
        | Command::Undo { .. }
        | Command::Redo { .. }
        // And these were served before a book was opened.
        | Command::Restore { .. }
        | Command::Completions { .. }
        | Command::Man => Ok(()),
    }
}

/// The report that is asked for; a file's name tells its form where nothing else does.
fn reported(session: &Session, page: &mut Page, command: &Command) -> Result<(), Trouble> {
    let Command::Report { name, words, format, by, month, out } = command else { return Ok(()) };
    let Some(takes) = Takes::of(name) else { return Ok(()) };
    takes.check(session, command)?;
    let (record, month) = (words.first().map(String::as_str), month.as_deref());
    let named = paper::form(out.as_deref());
    let format = format.as_deref().or(named.as_deref());
    if format == Some("xlsx") && out.is_none() {
        return Err(Trouble::fixed("usage", session.lang(), plan::NEEDS_FILE, plan::NEEDS_FILE_HINT));
    }
    let closed = |page: &mut Page, status: Status| {
        let terms = takes.terms(session, words, status)?;
        let by = by.as_deref().unwrap_or("quarter");
        report::report(session, page, (status, by), &terms, format)
    };
    match takes.report {
        Report::Deal => brief::brief(session, page, record, format),
        Report::Visit => visit::report(session, page, record, format),
        Report::CallPlan => call_plan::report(session, page, month, format),
        Report::Forecast => {
            forecast::report(session, page, format, &takes.terms(session, words, Status::Open)?)
        }
        Report::Won => closed(page, Status::Won),
        Report::Lost => closed(page, Status::Lost),
        // A command of its own.
        Report::Week => Ok(()),
    }
}

fn read(session: &mut Session, page: &mut Page, what: Noun, verb: &Verb) -> Result<(), Trouble> {
    match verb {
        Verb::Show { record } => show::show(session, page, what, record),
        Verb::List(asked) => form::list(session, page, what, asked),
        Verb::Add { .. } | Verb::Set { .. } | Verb::Remove { .. } | Verb::Restore { .. } => Ok(()),
    }
}
