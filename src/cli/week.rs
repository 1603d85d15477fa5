//! `week`: what a week held, as text, as Markdown for a report, or as JSON.

use serde_json::json;

use super::brief::Block;
use super::brief::write;
use super::page::{Page, Style};
use super::session::Session;
use super::today::{Cells, MOST, Sheet, records, todo, visit};
use super::trouble::Trouble;
use crate::action::assign;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::stage::{Stage, Step};
use crate::domain::todo::Todo;
use crate::domain::visit::{Visit, VisitResult};
use crate::domain::week::Week;
use crate::lang::{Word, choice, field, today as word};
use crate::store::week::WeekSheet;

/// `week`.
pub fn week(session: &Session, page: &mut Page, which: &str, is_md: bool) -> Result<(), Trouble> {
    let week = Week::read(which, &assign::days(session.store, &session.desk)).ok_or_else(|| {
        let message = word::BAD_WEEK.fill(session.lang(), &[&which]);
        Trouble::said("mistake", message, Some(word::BAD_WEEK_HINT.text(session.lang()).to_owned()))
    })?;
    let found = session.store.week(week, i64::try_from(MOST).unwrap_or(i64::MAX))?;
    if session.json {
        return page.json(&json!({
            "week": week.to_string(), "from": week.monday.to_string(), "to": last_day(week),
            "visits": records(session, &found.visits)?, "done": records(session, &found.done)?,
            "open": records(session, &found.open)?, "moves": records(session, &found.moves)?,
        }));
    }
    let title = word::WEEK.fill(session.lang(), &[&week, &week.monday, &last_day(week)]);
    if is_md {
        return write::markdown(page, &blocks(session, title, &found)?);
    }
    page.styled(Style::Head, &title)?;
    if found == WeekSheet::default() {
        return page.line(word::WEEK_NONE.text(session.lang()));
    }
    let mut sheet = Sheet { session, page, is_first: false };
    sheet.part(word::WEEK_VISITS, &found.visits, MOST, visit)?;
    sheet.part(word::WEEK_DONE, &found.done, MOST, task)?;
    sheet.part(word::WEEK_OPEN, &found.open, MOST, task)?;
    sheet.part(word::WEEK_MOVES, &found.moves, MOST, step)
}

fn last_day(week: Week) -> String {
    week.end().pred_opt().map(|day| day.to_string()).unwrap_or_default()
}

/// The week as a report: every part has its heading, also one that is empty.
fn blocks(session: &Session, title: String, found: &WeekSheet) -> Result<Vec<Block>, Trouble> {
    let mut blocks = vec![Block::Title(title)];
    part(session, &mut blocks, word::WEEK_VISITS, &found.visits, |one| Ok(Block::Item(met(session, one)?)))?;
    let line = |cells: Cells| line(&cells);
    part(session, &mut blocks, word::WEEK_DONE, &found.done, |one| {
        Ok(Block::Check(true, line(task(session, one)?)))
    })?;
    part(session, &mut blocks, word::WEEK_OPEN, &found.open, |one| {
        Ok(Block::Check(false, line(task(session, one)?)))
    })?;
    part(session, &mut blocks, word::WEEK_MOVES, &found.moves, |one| {
        Ok(Block::Item(line(step(session, one)?)))
    })?;
    Ok(blocks)
}

fn part<T>(
    session: &Session,
    blocks: &mut Vec<Block>,
    head: Word,
    found: &[T],
    block: impl Fn(&T) -> Result<Block, Trouble>,
) -> Result<(), Trouble> {
    let lang = session.lang();
    blocks.push(Block::Head(word::COUNT.fill(lang, &[&head.text(lang), &found.len()])));
    if found.is_empty() {
        blocks.push(Block::Line(word::WEEK_NONE.text(lang).to_owned()));
    }
    for one in found {
        blocks.push(block(one)?);
    }
    Ok(())
}

/// A to-do with whose it is, where that is somebody else, and whom it waits for.
fn task(session: &Session, one: &Todo) -> Result<Cells, Trouble> {
    let lang = session.lang();
    let mut cells = todo(session, one)?;
    let owner = one.owner.as_ref().filter(|owner| **owner != session.desk.stamp.author);
    let said = [("owner", owner), ("waiting_on", one.waiting_on.as_ref())];
    for (key, who) in said {
        if let (Some(who), [_, _, what, ..]) = (who, &mut cells) {
            let label = field::label(lang, "todo", key);
            *what = word::WHOSE.fill(lang, &[what, &label, who]);
        }
    }
    Ok(cells)
}

/// The cells without the number, those that are empty left out.
fn line(cells: &Cells) -> String {
    let said: Vec<&str> = cells.iter().skip(1).map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    said.join(" · ")
}

/// A visit that was told with what came of it, any other with how well it is prepared.
fn met(session: &Session, one: &Visit) -> Result<String, Trouble> {
    let lang = session.lang();
    let mut cells = visit(session, one)?;
    if let (Some(result), Some(last)) = (one.result, cells.last_mut()) {
        choice::label(lang, VisitResult::LIST, result.code()).clone_into(last);
    }
    let next = one.next_step.as_ref().map(|step| {
        let day = one.next_on.map(|day| format!(" ({day})")).unwrap_or_default();
        format!(" → {step}{day}")
    });
    Ok(format!("{}{}", line(&cells), next.unwrap_or_default()))
}

fn step(session: &Session, step: &Step) -> Result<Cells, Trouble> {
    let lang = session.lang();
    let sheet = session.sheet(Noun::Opp, step.opportunity)?.unwrap_or_default();
    let stage = |stage: Stage| choice::label(lang, Stage::LIST, stage.code());
    let to = stage(step.to_stage);
    let moved = step.from_stage.filter(|from| *from != step.to_stage);
    let moved = moved.map_or_else(|| to.to_owned(), |from| word::STEP.fill(lang, &[&stage(from), &to]));
    let act = choice::label(lang, "move", step.act.code()).to_owned();
    let day = step.on_day.map(|day| day.to_string()).unwrap_or_default();
    Ok([sheet.no.to_string(), day, sheet.name, act, moved])
}
