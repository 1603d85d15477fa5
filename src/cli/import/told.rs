//! What an import says in words: what each file was taken for, what became of its rows, and why one is refused.

use super::super::page::{Page, Style};
use super::super::session::Session;
use super::super::trouble::Trouble;
use crate::action::grammar::ImportArgs;
use crate::action::import::{FileReport, Report, Time};
use crate::domain::choice::Choice;
use crate::domain::stage::{Stage, Status};
use crate::import;
use crate::import::reading::{Fate, Reading, Skip};
use crate::import::reason::Reason;
use crate::import::refusal::Refusal;
use crate::lang::import::{HINTS, LAYOUTS, LOOKS, REASONS, REFUSALS, word};
use crate::lang::{Lang, choice, field, import as said, noun};

/// Most lines of one kind that are shown; JSON and `--rejects` have them all.
const SHOWN: usize = 20;

/// A file that is not taken, in words.
pub fn refused(name: &str, why: &Refusal, lang: Lang) -> Trouble {
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
    let hint = fill(word(HINTS, why.code()), lang, &facts);
    Trouble::said("mistake", format!("{name}: {message}"), hint)
}

fn fill(word: Option<crate::lang::Word>, lang: Lang, facts: &[String]) -> Option<String> {
    let parts: Vec<&dyn std::fmt::Display> =
        facts.iter().map(|fact| fact as &dyn std::fmt::Display).collect();
    word.map(|word| word.fill(lang, &parts))
}

/// Why a row was not taken, in words.
pub fn reason(why: &Reason, lang: Lang) -> String {
    fill(word(REASONS, why.code()), lang, &why.facts()).unwrap_or_else(|| why.code().to_owned())
}

/// What was recognised of each file, and what became of its rows.
pub fn tell(
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
        if let Some(source) = &report.known_from {
            page.line(&format!("  {}", said::KNOWN_FROM.fill(lang, &[source])))?;
        }
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
        for (word, times) in [(said::ENDED, &report.ended), (said::LEFT, &report.left)] {
            if !times.is_empty() {
                page.line(&format!("  {}", word.fill(lang, &[&times.len(), &named(times)])))?;
            }
        }
    }
    let end = if args.dry_run { said::DRY } else { said::UNDO_HINT };
    if args.dry_run || report.batch.is_some() { page.line(end.text(lang)) } else { Ok(()) }
}

/// Visits by their numbers and days, as many as fit.
fn named(times: &[Time]) -> String {
    let one = |time: &Time| {
        time.day.map_or_else(|| format!("visit {}", time.no), |day| format!("visit {} {day}", time.no))
    };
    let shown: Vec<String> = times.iter().take(SHOWN).map(one).collect();
    let more = if times.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
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
        let word = if reading.currency_assumed { said::CURRENCY_ASSUMED } else { said::CURRENCY };
        parts.push(word.fill(lang, &[&reading.currencies.join(" ")]));
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
            Skip::Template => said::SKIPPED_TEMPLATE,
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
