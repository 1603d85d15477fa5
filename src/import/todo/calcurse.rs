//! To-dos of calcurse: `[3] text`, of which a number below zero is done.

use super::{Task, Tasks, lines};
use crate::domain::clean::clean_line;
use crate::import::Options;
use crate::import::reason::Reason;

/// Whether every line is one of its to-dos.
pub(super) fn is_list(text: &str) -> bool {
    let mut own = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    own.peek().is_some() && own.all(|line| parts(line).is_some())
}

/// The number, the note's name and the text of a line.
fn parts(line: &str) -> Option<(i32, Option<&str>, &str)> {
    let (number, rest) = line.trim().strip_prefix('[')?.split_once(']')?;
    let number = number.parse().ok().filter(|number| (-9..=9).contains(number))?;
    let (note, text) = match rest.strip_prefix('>') {
        Some(rest) => rest.split_once(' ').map(|(note, text)| (Some(note), text))?,
        None => (None, rest.strip_prefix(' ')?),
    };
    Some((number, note, text))
}

pub(super) fn read(text: &str, options: &Options) -> Tasks {
    let mut tasks = Tasks::new("calcurse", options);
    for (line, raw) in lines(text).filter(|(_, raw)| !raw.trim().is_empty()) {
        let Some((number, note, text)) = parts(raw) else {
            let value = clean_line(raw).chars().take(60).collect();
            tasks.reject(line, Reason::NoContentLine { value }, raw.to_owned());
            continue;
        };
        let title = clean_line(text).into_owned();
        let mut task = Task { line, parts: vec![title.clone()], ..Task::default() };
        task.put("title", title);
        task.put("state", if number < 0 { "done" } else { "open" });
        let priority = match number.abs() {
            1..=3 => "high",
            4..=6 => "medium",
            7..=9 => "low",
            _ => "",
        };
        task.put("priority", priority);
        if number != 0 {
            task.keep("priority", number.abs().to_string());
        }
        if let Some(note) = note {
            task.keep("note", note);
        }
        tasks.add(task, || raw.to_owned());
    }
    tasks
}
