//! Import: what was recognised, what was taken in, what was rejected and why.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::page::{Page, Style};
use super::session::Session;
use super::trouble::Trouble;
use crate::action::grammar::ImportArgs;
use crate::action::import::{FileReport, Report, write};
use crate::domain::choice::Choice;
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::stage::{Stage, Status};
use crate::domain::when;
use crate::import::reading::{Fate, Reading, Skip};
use crate::import::reason::Reason;
use crate::import::refusal::Refusal;
use crate::import::{self, Options, source};
use crate::lang::import::{HINTS, LAYOUTS, LOOKS, REASONS, REFUSALS, word};
use crate::lang::{Lang, choice, field, import as said, noun};

/// Most lines of one kind that a text report shows; JSON and `--rejects` have them all.
const SHOWN: usize = 20;

/// `import FILE …`: every file is read and judged before the first row is written.
pub fn import(session: &mut Session, page: &mut Page, args: &ImportArgs) -> Result<(), Trouble> {
    let options = options(session, args)?;
    let mut files = Vec::with_capacity(args.files.len());
    for path in &args.files {
        let bytes = bytes(path, args.no_limit, session.lang())?;
        let name = path.display().to_string();
        let reading = import::read(&bytes, &options).map_err(|why| refused(&name, &why, session.lang()))?;
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
    let bar = bar(session, files.iter().map(|(_, reading)| reading.proposals.len()).sum());
    let desk = session.desk.clone();
    let written = write(session.store, &desk, files, args.dry_run, &mut |done| {
        bar.set_position(u64::try_from(done).unwrap_or(0));
    });
    bar.finish_and_clear();
    Ok(written?)
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
        zone: session.zone(),
        east: session.desk.stamp.at.offset().local_minus_utc(),
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

/// A file's bytes; one beyond the limit is refused before it is read, one that has no size as soon as it is.
fn bytes(path: &Path, no_limit: bool, lang: Lang) -> Result<Vec<u8>, Trouble> {
    let fault = |error: std::io::Error| {
        let missing = matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::IsADirectory);
        let kind = if missing { "mistake" } else { "fault" };
        Trouble::said(kind, format!("{}: {error}", path.display()), None)
    };
    let limit =
        if no_limit { u64::MAX - 1 } else { u64::try_from(source::MAX_BYTES).unwrap_or(u64::MAX - 1) };
    let file = fs::File::open(path).map_err(fault)?;
    let told = file.metadata().map_err(fault)?.len();
    let mut bytes = Vec::new();
    if told <= limit {
        bytes.reserve(usize::try_from(told).unwrap_or(0));
        file.take(limit + 1).read_to_end(&mut bytes).map_err(fault)?;
    }
    let size = bytes.len().max(usize::try_from(told).unwrap_or(usize::MAX));
    if u64::try_from(size).unwrap_or(u64::MAX) > limit {
        let why = Refusal::TooLarge { bytes: size, limit: source::MAX_BYTES };
        return Err(refused(&path.display().to_string(), &why, lang));
    }
    Ok(bytes)
}

fn refused(name: &str, why: &Refusal, lang: Lang) -> Trouble {
    let mut facts = why.facts();
    if let (Refusal::NotOurs { .. }, Some(first)) = (why, facts.first_mut())
        && let Some(looks) = word(LOOKS, first)
    {
        looks.text(lang).clone_into(first);
    }
    if let Some(first) = facts.first_mut()
        && let Some(noun) = noun::word(first)
    {
        noun.text(lang).clone_into(first);
    }
    let message = fill(word(REFUSALS, why.code()), lang, &facts).unwrap_or_else(|| why.code().to_owned());
    let hint = word(HINTS, why.code()).map(|word| word.text(lang).to_owned());
    Trouble::said("mistake", format!("{name}: {message}"), hint)
}

fn fill(word: Option<crate::lang::Word>, lang: Lang, facts: &[String]) -> Option<String> {
    let parts: Vec<&dyn std::fmt::Display> =
        facts.iter().map(|fact| fact as &dyn std::fmt::Display).collect();
    word.map(|word| word.fill(lang, &parts))
}

fn reason(why: &Reason, lang: Lang) -> String {
    fill(word(REASONS, why.code()), lang, &why.facts()).unwrap_or_else(|| why.code().to_owned())
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
            "beside": report.beside, "likely": likely, "removed": report.away, "layout": reading.layout,
            "encoding": reading.encoding.name(),
            "currencies": reading.currencies, "stages": stages,
        })
    };
    let files: Vec<Json> = report.files.iter().zip(files).map(one).collect();
    json!({"files": files, "batch": report.batch})
}

fn tell(
    session: &Session,
    page: &mut Page,
    args: &ImportArgs,
    report: &Report,
    files: &[(String, Reading)],
) -> Result<(), Trouble> {
    let lang = session.lang();
    for (report, (_, reading)) in report.files.iter().zip(files) {
        page.styled(Style::Head, &report.file)?;
        page.line(&format!("  {}", took(reading, lang)))?;
        columns(page, reading, lang)?;
        stages(page, reading, lang)?;
        rows(page, reading, lang)?;
        likely(page, report, lang)?;
        let counts = [report.read, report.created, report.updated, report.unchanged, reading.rejected.len()];
        let parts: Vec<&dyn std::fmt::Display> =
            counts.iter().map(|count| count as &dyn std::fmt::Display).collect();
        page.line(&format!("  {}", said::COUNTS.fill(lang, &parts)))?;
        if report.beside > 0 {
            page.line(&format!("  {}", said::BESIDE.fill(lang, &[&report.beside])))?;
        }
        if let Some(first) = report.away.first() {
            let told = said::AWAY.fill(lang, &[&report.away.len(), &report.noun.code(), first]);
            page.line(&format!("  {told}"))?;
        }
    }
    let end = if args.dry_run { said::DRY } else { said::UNDO_HINT };
    if args.dry_run || report.batch.is_some() { page.line(end.text(lang)) } else { Ok(()) }
}

fn took(reading: &Reading, lang: Lang) -> String {
    let mut parts = vec![noun::name(lang, reading.noun.code()).to_owned()];
    parts.push(match reading.layout {
        Some(code) => {
            let name = word(LAYOUTS, code).map_or(code, |word| word.text(lang));
            said::LAYOUT.fill(lang, &[&name])
        }
        None => said::LAYOUT_PLAIN.text(lang).to_owned(),
    });
    parts.push(said::ENCODING.fill(lang, &[&reading.encoding.name()]));
    match reading.delimiter {
        Some('\t') => parts.push(said::DELIMITER.fill(lang, &[&said::DELIMITER_TAB.text(lang)])),
        Some(sign) => parts.push(said::DELIMITER.fill(lang, &[&sign])),
        None => {}
    }
    if let Some(sheet) = &reading.sheet {
        parts.push(said::SHEET.fill(lang, &[sheet]));
    }
    if reading.header_line > 0 {
        parts.push(said::HEADER.fill(lang, &[&reading.header_line]));
    }
    parts.extend(guesses(reading, lang));
    if !reading.currencies.is_empty() {
        parts.push(said::CURRENCY.fill(lang, &[&reading.currencies.join(" ")]));
    }
    said::TOOK.fill(lang, &[&parts.join(" · ")])
}

/// The order of dates and the sign before decimals, each marked where it is a guess.
fn guesses(reading: &Reading, lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    let sure = |text: &str, is_sure: bool| {
        if is_sure { text.to_owned() } else { format!("{text} ({})", said::GUESSED.text(lang)) }
    };
    if let Some((order, is_sure)) = reading.date_order {
        let order = match order {
            import::date::Order::Year => said::DATES_YEAR,
            import::date::Order::Day => said::DATES_DAY,
            import::date::Order::Month => said::DATES_MONTH,
        };
        parts.push(sure(order.text(lang), is_sure));
    }
    if let Some((mark, is_sure)) = reading.number_format {
        let mark = match mark {
            import::number::Mark::Point => said::NUMBERS_POINT,
            import::number::Mark::Comma => said::NUMBERS_COMMA,
        };
        parts.push(sure(mark.text(lang), is_sure));
    }
    parts
}

fn columns(page: &mut Page, reading: &Reading, lang: Lang) -> Result<(), Trouble> {
    page.line(&format!("  {}", said::COLUMNS.text(lang)))?;
    for column in &reading.columns {
        let label = &column.label;
        let line = match column.fate {
            Fate::Field(key) => {
                let word = field::word(reading.noun.code(), key).or_else(|| noun::word(key));
                let word = word.map_or(key, |word| word.text(lang));
                said::COLUMN_FIELD.fill(lang, &[label, &word])
            }
            Fate::Kept => said::COLUMN_KEPT.fill(lang, &[label]),
            Fate::Derived => said::COLUMN_DERIVED.fill(lang, &[label]),
            Fate::Ignored => said::COLUMN_IGNORED.fill(lang, &[label]),
            Fate::Embedded => said::COLUMN_EMBEDDED.fill(lang, &[label]),
        };
        page.line(&format!("    {line}"))?;
    }
    Ok(())
}

fn stages(page: &mut Page, reading: &Reading, lang: Lang) -> Result<(), Trouble> {
    if reading.stages.is_empty() {
        return Ok(());
    }
    page.line(&format!("  {}", said::STAGES.text(lang)))?;
    for row in &reading.stages {
        let ours = match (row.place.status, row.place.stage) {
            (Status::Open, Some(stage)) => choice::label(lang, Stage::LIST, stage.code()),
            (Status::Open, None) => choice::label(lang, Stage::LIST, Stage::Potential.code()),
            (status, _) => choice::label(lang, Status::LIST, status.code()),
        };
        let told = if row.known { said::STAGE_ROW } else { said::STAGE_UNKNOWN };
        page.line(&format!("    {}", told.fill(lang, &[&row.label, &ours, &row.count])))?;
    }
    Ok(())
}

/// People that were made although the book has someone much like them.
fn likely(page: &mut Page, report: &FileReport, lang: Lang) -> Result<(), Trouble> {
    for one in report.likely.iter().take(SHOWN) {
        let told = said::LIKELY.fill(lang, &[&one.line, &one.name, &one.no, &one.known]);
        page.line(&format!("  {told}"))?;
    }
    let more = report.likely.len().saturating_sub(SHOWN);
    if more > 0 { page.line(&format!("  {}", said::MORE.fill(lang, &[&more]))) } else { Ok(()) }
}

/// Rows that are none, rows taken with something odd, rows rejected.
fn rows(page: &mut Page, reading: &Reading, lang: Lang) -> Result<(), Trouble> {
    let mut lines = Vec::new();
    for (line, skip) in &reading.skipped {
        let told = match skip {
            Skip::Above => said::SKIPPED_ABOVE,
            Skip::Header => said::SKIPPED_HEADER,
            Skip::Hint => said::SKIPPED_HINT,
            Skip::Remark => said::SKIPPED_REMARK,
            Skip::OutsideWindow => said::SKIPPED_WINDOW,
            Skip::Foreign => said::SKIPPED_FOREIGN,
            Skip::Group => said::SKIPPED_GROUP,
        };
        lines.push(told.fill(lang, &[line]));
    }
    for row in &reading.kept {
        let why = reason(&row.reason, lang);
        lines.push(match &row.column {
            Some(column) => said::KEPT.fill(lang, &[&row.line, column, &why]),
            None => said::ODD.fill(lang, &[&row.line, &why]),
        });
    }
    for row in &reading.rejected {
        let why = reason(&row.reason, lang);
        lines.push(match &row.column {
            Some(column) => said::REJECTED_COLUMN.fill(lang, &[&row.line, column, &why]),
            None => said::REJECTED.fill(lang, &[&row.line, &why]),
        });
    }
    for line in lines.iter().take(SHOWN) {
        page.line(&format!("  {line}"))?;
    }
    if lines.len() > SHOWN {
        page.line(&format!("  {}", said::MORE.fill(lang, &[&(lines.len() - SHOWN)])))?;
    }
    Ok(())
}
