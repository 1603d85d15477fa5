//! The timeline of a deal, an account or a person: as JSON with its visits and to-dos, as lines, as a section.

use serde_json::{Value as Json, json};

use super::brief::Block;
use super::json::{self, Object};
use super::page::{Page, Style};
use super::session::Session;
use super::show::every;
use super::trouble::Trouble;
use super::wrap::wrap;
use crate::action::{called, timeline};
use crate::domain::record::Record;
use crate::domain::timeline::{Entry, Mark, Of, Source};
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::lang::{cli, timeline as word};
use unicode_width::UnicodeWidthStr;

/// The most entries that are read as lines; JSON has them all.
const LINES: usize = 40;

/// A line of the timeline: day, kind, and what is told.
type Line = (String, &'static str, String);

/// Adds `visits`, `todos` and `timeline` to what is shown of a record.
pub fn push(session: &Session, of: Of, object: &mut Object) -> Result<(), Trouble> {
    let marks = session.store.timeline(of, session.today())?;
    object.push("visits", records::<Visit>(session, &marks, Source::Visit)?);
    object.push("todos", records::<Todo>(session, &marks, Source::Todo)?);
    let entries = session.store.entries(of, &marks)?;
    object.push("timeline", entries.iter().map(|entry| as_json(session, entry)).collect::<Json>());
    Ok(())
}

fn records<R: Record>(session: &Session, marks: &[Mark], source: Source) -> Result<Json, Trouble> {
    let mut found = Vec::new();
    for mark in marks.iter().filter(|mark| mark.source == source) {
        found.extend(session.store.get::<R>(mark.key)?);
    }
    every(&found, |record| json::record(session, record))
}

fn as_json(session: &Session, entry: &Entry) -> Json {
    let (lang, own) = (session.lang(), &entry.record);
    let told = timeline::tell(lang, entry, session.today());
    json!({"on": entry.mark.on.to_string(), "kind": told.kind, "text": told.text(lang), "ahead": entry.mark.ahead,
        "record": {"noun": own.noun.code(), "no": own.no, "id": own.id.to_string(),
            "name": called(lang, own.noun, &own.name)}})
}

/// The newest entries, one a line, and how many more there are.
pub fn lines(session: &Session, page: &mut Page, of: Of) -> Result<(), Trouble> {
    let (lines, more) = newest(session, of)?;
    if lines.is_empty() {
        return Ok(());
    }
    page.line("")?;
    page.styled(Style::Head, word::TIMELINE.text(session.lang()))?;
    let widest = lines.iter().map(|(_, kind, _)| kind.width()).max().unwrap_or(0);
    let left = widest + 16;
    let room = page.width.map(|width| width.saturating_sub(left).max(20));
    for (day, kind, text) in lines {
        let blank = " ".repeat(widest.saturating_sub(kind.width()));
        for (at, line) in wrap(&text, room).into_iter().enumerate() {
            let before = if at == 0 { format!("  {day}  {kind}{blank}  ") } else { " ".repeat(left) };
            page.line(&format!("{before}{line}"))?;
        }
    }
    if more > 0 {
        page.styled(Style::Faint, &cli::MORE_ENTRIES.fill(session.lang(), &[&more]))?;
    }
    Ok(())
}

/// The same as a section of a sheet.
pub fn section(session: &Session, of: Of, blocks: &mut Vec<Block>) -> Result<(), Trouble> {
    let lang = session.lang();
    let (lines, more) = newest(session, of)?;
    if lines.is_empty() {
        return Ok(());
    }
    blocks.push(Block::Head(word::TIMELINE.text(lang).to_owned()));
    blocks.extend(lines.into_iter().map(|(day, kind, text)| Block::Item(format!("{day} {kind} · {text}"))));
    if more > 0 {
        blocks.push(Block::Line(cli::MORE_ENTRIES.fill(lang, &[&more])));
    }
    Ok(())
}

fn newest(session: &Session, of: Of) -> Result<(Vec<Line>, usize), Trouble> {
    let (lang, today) = (session.lang(), session.today());
    let marks = session.store.timeline(of, today)?;
    let shown = marks.get(..LINES.min(marks.len())).unwrap_or_default();
    let lines = session.store.entries(of, shown)?.into_iter().map(|entry| {
        let told = timeline::tell(lang, &entry, today);
        (entry.mark.on.to_string(), word::kind(lang, told.kind), told.text(lang))
    });
    Ok((lines.collect(), marks.len() - shown.len()))
}
