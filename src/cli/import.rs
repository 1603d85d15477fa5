//! Import: what was recognised, what was taken in, what was rejected and why.

use std::fs;
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use self::told::{reason, refused, tell};
use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::grammar::ImportArgs;
use crate::action::import::{FileReport, Report, Time, Unwritten, write};
use crate::domain::choice::Choice;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::when;
use crate::import::reading::Reading;
use crate::import::{self, Options};
use crate::lang::{Lang, field, import as said};

mod file;
mod told;

/// `import FILE …`: every file is read and judged before the first row is written.
pub fn import(session: &mut Session, page: &mut Page, args: &ImportArgs) -> Result<(), Trouble> {
    let options = options(session, args)?;
    let mut files = Vec::with_capacity(args.files.len());
    for path in &args.files {
        let input = file::open(session.lang(), path, args.no_limit)?;
        let name = path.display().to_string();
        let reading = import::read(input, &options).map_err(|why| refused(&name, &why, session.lang()))?;
        files.extend(reading.apart().into_iter().map(|reading| (name.clone(), reading)));
    }
    // Before the book is touched, so that a place where they cannot be written stops the import.
    let aside = args.rejects.as_deref().filter(|_| !args.dry_run);
    if let Some(path) = aside {
        rejects(path, &files)?;
    }
    let written = put(session, args, &files);
    if let (Err(_), Some(path)) = (&written, aside) {
        let _ = fs::remove_file(path);
    }
    let report = written?;
    if session.json {
        return page.json(&as_json(&report, &files, session.lang()));
    }
    tell(session, page, args, &report, &files)
}

/// Writes what was read, with a bar where it takes long.
fn put(session: &mut Session, args: &ImportArgs, files: &[(String, Reading)]) -> Result<Report, Trouble> {
    let bar = bar(session, files.iter().map(|(_, reading)| reading.records.count()).sum());
    let desk = session.desk.clone();
    let written = write(session.store, &desk, files, args.dry_run, &mut |done| {
        bar.set_position(u64::try_from(done).unwrap_or(0));
    });
    bar.finish_and_clear();
    written.map_err(|why| match why {
        Unwritten::File(name, why) => refused(&name, &why, session.lang()),
        Unwritten::Failed(failure) => failure.into(),
    })
}

fn options(session: &Session, args: &ImportArgs) -> Result<Options, Trouble> {
    let lang = session.lang();
    let pairs = |words: &[String]| -> Result<Vec<(String, String)>, Trouble> {
        let split = |word: &String| {
            let pair =
                word.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
            pair.ok_or_else(|| Trouble::usage(crate::lang::said::NO_ASSIGNMENT.fill(lang, &[word]), None))
        };
        words.iter().map(split).collect()
    };
    let currency =
        args.currency.as_ref().map_or_else(|| session.desk.currency.clone(), |code| code.to_uppercase());
    if !money::is_currency(&currency) {
        let hint = crate::lang::said::WANTED_CURRENCY.text(lang).to_owned();
        let label = field::label(lang, "opp", "currency");
        return Err(Trouble::usage(
            crate::lang::said::BAD_VALUE.fill(lang, &[&label, &currency]),
            Some(hint),
        ));
    }
    Ok(Options {
        as_noun: args.noun.as_deref().and_then(Noun::from_code),
        from: args.from.clone(),
        map: pairs(&args.map)?,
        map_stage: pairs(&args.map_stage)?,
        no_limit: args.no_limit,
        currency,
        today: session.today(),
        window: args.window.as_deref().map(|text| window(text, session)).transpose()?,
        clock: session.clock(),
    })
}

/// The days from one to another, as they are typed.
fn window(text: &str, session: &Session) -> Result<(NaiveDate, NaiveDate), Trouble> {
    let day = |text: &str| when::day(text.trim(), session.today()).ok();
    let found = text.split_once("..").and_then(|(from, to)| Some((day(from)?, day(to)?)));
    found.filter(|(from, to)| from <= to).ok_or_else(|| {
        let hint = said::BAD_WINDOW_HINT.text(session.lang()).to_owned();
        Trouble::usage(said::BAD_WINDOW.fill(session.lang(), &[&text]), Some(hint))
    })
}

/// Progress on a terminal; nothing in a pipe.
fn bar(session: &Session, rows: usize) -> indicatif::ProgressBar {
    let rows = u64::try_from(rows).unwrap_or(0);
    if session.json || rows < 2_000 {
        return indicatif::ProgressBar::hidden();
    }
    let style = indicatif::ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec} {eta}");
    let bar = indicatif::ProgressBar::new(rows);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The rejected rows as they came, under their header.
fn rejects(path: &Path, files: &[(String, Reading)]) -> Result<(), Trouble> {
    let mut text = String::new();
    for (_, reading) in files.iter().filter(|(_, reading)| !reading.rejected.is_empty()) {
        if reading.header_line > 0 {
            text.push_str(&reading.header_raw);
            text.push('\n');
        }
        for row in &reading.rejected {
            text.push_str(row.raw.trim_end_matches(['\r', '\n']));
            text.push('\n');
        }
    }
    let mut file = crate::store::private_file(path)?;
    Ok(file.write_all(text.as_bytes())?)
}

/// Visits by their numbers and days.
fn times(times: &[Time]) -> Vec<Json> {
    times.iter().map(|time| json!({"no": time.no, "day": time.day})).collect()
}

fn as_json(report: &Report, files: &[(String, Reading)], lang: Lang) -> Json {
    let one = |(report, (_, reading)): (&FileReport, &(String, Reading))| {
        let rejected: Vec<Json> = reading
            .rejected
            .iter()
            .map(|row| json!({"line": row.line, "column": row.column, "reason": reason(&row.reason, lang)}))
            .collect();
        let stages: Vec<Json> = reading
            .stages
            .iter()
            .map(|row| {
                let stage = row.place.stage.map(Choice::code);
                json!({"label": row.label, "stage": stage, "status": row.place.status.code(),
                       "count": row.count, "known": row.known})
            })
            .collect();
        let likely = report
            .likely
            .iter()
            .map(|one| json!({"line": one.line, "name": one.name, "no": one.no, "known": one.known}));
        let likely: Vec<Json> = likely.collect();
        json!({
            "file": report.file, "noun": report.noun.code(), "read": report.read, "created": report.created,
            "updated": report.updated, "unchanged": report.unchanged, "rejected": rejected,
            "beside": report.beside, "likely": likely, "removed": report.away,
            "ended": times(&report.ended), "left": times(&report.left), "layout": reading.layout,
            "source": report.known_from.as_ref().unwrap_or(&reading.source),
            "encoding": reading.encoding.name(),
            "currencies": reading.currencies, "currency_assumed": reading.currency_assumed, "stages": stages,
        })
    };
    let files: Vec<Json> = report.files.iter().zip(files).map(one).collect();
    json!({"files": files, "batch": report.batch})
}
