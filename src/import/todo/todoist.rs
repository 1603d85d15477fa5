//! Todoist's CSV: rows of tasks among those of projects, sections and notes.

use chrono::{NaiveDate, NaiveTime};

use super::{Task, Tasks};
use crate::domain::clean::{clean_line, clean_note};
use crate::domain::clock::Clock;
use crate::domain::moment::{Instant, Moment};
use crate::domain::recur::{self, Recur};
use crate::domain::when::{self, Days};
use crate::domain::workday::Workdays;
use crate::import::Options;
use crate::import::header::Header;
use crate::import::reading::{Kept, Skip};
use crate::import::reason::Reason;
use crate::import::refusal::Refusal;
use crate::import::row::Row;
use crate::import::table::Table;

/// Whether a table is one of these.
pub(in crate::import) fn is_list(header: &Header) -> bool {
    let norms = header.norms();
    ["type", "content", "priority"].iter().all(|name| norms.contains(name))
}

/// Whether a text begins as one of these does.
pub(super) fn begins(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_lowercase();
    first.contains("type") && first.contains("content")
}

/// The tasks of a table; a section and a project stay with the tasks below them.
pub(in crate::import) fn read(table: &Table, header: &Header, options: &Options) -> Result<Tasks, Refusal> {
    let mut tasks = Tasks::new("todoist", options);
    let (mut section, mut project) = (String::new(), String::new());
    let mut open: Option<(Task, String)> = None;
    let cell = |row: &Row, name: &str| {
        let at = header.norms().iter().position(|norm| *norm == name);
        at.and_then(|at| row.cells.get(at)).map(|cell| cell.trim().to_owned()).unwrap_or_default()
    };
    let mut pass = table.below(header.at)?;
    while let Some(row) = pass.next()? {
        let row = &row;
        let content = cell(row, "content");
        match cell(row, "type").to_lowercase().as_str() {
            "task" => {
                close(&mut tasks, open.take());
                open = Some((one(row, header, (&section, &project), options, &mut tasks), row.raw()));
            }
            "note" => {
                if let Some((task, _)) = &mut open {
                    note(task, &content);
                }
            }
            kind => {
                close(&mut tasks, open.take());
                match kind {
                    "section" => section = clean_line(&content).into_owned(),
                    "project" => project = clean_line(&content).into_owned(),
                    _ => {}
                }
                tasks.skipped.push((row.line, Skip::Group));
            }
        }
    }
    close(&mut tasks, open.take());
    Ok(tasks)
}

fn close(tasks: &mut Tasks, open: Option<(Task, String)>) {
    if let Some((task, raw)) = open {
        tasks.add(task, || raw);
    }
}

/// Adds a text to the notes.
fn note(task: &mut Task, text: &str) {
    let text = clean_note(text);
    match task.fields.iter_mut().find(|(key, _)| *key == "notes") {
        Some((_, notes)) => {
            notes.push('\n');
            notes.push_str(&text);
        }
        None => task.put("notes", text.as_ref()),
    }
}

/// By when, or when again; false where the text is neither.
fn due(task: &mut Task, text: &str, today: NaiveDate) -> bool {
    if let Some((rule, hour)) = repeat(text) {
        task.put("recur", rule.to_string());
        let day = rule.first(today, &Workdays::weekends());
        let due = day.map(|day| Moment { day, time: hour }.to_string());
        task.put("due", due.unwrap_or_default());
        return true;
    }
    let Some(moment) = moment(text, today) else { return false };
    task.put("due", moment.to_string());
    true
}

/// `every monday`, `every monday at 9`, `every day 9am`.
fn repeat(text: &str) -> Option<(Recur, Option<NaiveTime>)> {
    let timed = || {
        let (rule, hour) = text.rsplit_once(" at ").or_else(|| text.rsplit_once(' '))?;
        Some((recur::read(rule)?, Some(when::bare(hour)?.time)))
    };
    recur::read(text).map(|rule| (rule, None)).or_else(timed)
}

/// `2026-12-03 14:00`, `Dec 3`; nothing where another day of reading would make it another day, as it does `tomorrow`.
fn moment(text: &str, today: NaiveDate) -> Option<Moment> {
    let workdays = Workdays::weekends();
    let read = |today| Days { today, now: NaiveTime::MIN, workdays: &workdays }.moment(text).ok();
    let written = text.replace(' ', "T").parse().ok();
    written.or_else(|| read(today).filter(|moment| today.succ_opt().and_then(read) == Some(*moment)))
}

/// A time stands in the zone of its row: it is one moment everywhere. A zone that nobody knows is told.
fn in_zone(task: &mut Task, options: &Options, tasks: &mut Tasks) {
    let Some((label, name)) = task.extra.iter().find(|(label, _)| label.eq_ignore_ascii_case("timezone"))
    else {
        return;
    };
    let Some((_, text)) = task.fields.iter_mut().find(|(key, _)| *key == "due") else { return };
    let timed = text.parse::<Moment>().ok().and_then(|due| Some(due.day.and_time(due.time?)));
    let Some(at) = timed else { return };
    let Some(clock) = Clock::named(name) else {
        let (column, reason) = (Some(label.to_string()), Reason::NoZone { value: name.clone() });
        tasks.kept.push(Kept { line: task.line, column, reason });
        return;
    };
    let instant = clock.meant(at);
    *text = options.clock.moment(&instant.and_utc()).to_string();
    task.put("instant", Instant(instant).to_string());
}

fn one(
    row: &Row,
    header: &Header,
    (section, project): (&str, &str),
    options: &Options,
    tasks: &mut Tasks,
) -> Task {
    let mut task = Task { line: row.line, ..Task::default() };
    for (at, label) in header.labels.iter().enumerate() {
        let Some(raw) = row.cells.get(at).filter(|cell| !cell.trim().is_empty()) else { continue };
        let text = clean_line(raw).into_owned();
        match label.norm.as_str() {
            "type" => {}
            "content" => {
                let tags = text.split_whitespace().filter_map(|word| word.strip_prefix('@'));
                let tags: Vec<String> =
                    tags.filter(|tag| !tag.is_empty()).map(|tag| tag.replace(',', "")).collect();
                task.put("tags", tags.join(","));
                task.put("title", text);
            }
            "description" => note(&mut task, raw),
            "responsible" => task.put("owner", text),
            "priority" => {
                let priority = match text.as_str() {
                    "1" => "high",
                    "2" => "medium",
                    "3" => "low",
                    _ => "",
                };
                task.put("priority", priority);
                task.keep("priority", text);
            }
            "date" | "duestring" | "duedate" if due(&mut task, &text, options.today) => {}
            _ => task.keep(&label.text, text),
        }
    }
    in_zone(&mut task, options, tasks);
    task.put("state", "open");
    for (name, text) in [("section", section), ("project", project)] {
        if !text.is_empty() {
            task.keep(name, text);
        }
    }
    let title = task.fields.iter().find(|(key, _)| *key == "title").map(|(_, text)| text.clone());
    task.parts = vec![title.unwrap_or_default(), section.to_owned(), project.to_owned()];
    task
}
