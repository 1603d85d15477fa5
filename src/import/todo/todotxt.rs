//! todo.txt: one to-do a line, `x` where it is done, `(A)`, dates, `+project`, `@context`, `key:value`.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{OWN, Task, Tasks, lines};
use crate::domain::clean::clean_line;
use crate::domain::moment::Moment;
use crate::domain::record::Record;
use crate::domain::todo::Todo;
use crate::domain::value::Kind;
use crate::import::Options;
use crate::import::reading::Kept;
use crate::import::reason::Reason;
use crate::import::repeat;

/// Keys that say nothing to a reader of the title.
const MUTE: [&str; 12] =
    ["due", "t", "rec", "h", "p", "id", "ical", "uuid", "pri", "created", "wait", "note"];

/// Whether most of its lines look like to-dos of this kind.
pub(super) fn is_list(text: &str) -> bool {
    let (mut all, mut own) = (0_usize, 0_usize);
    // Lines that begin with `#` are to-dos too, but say nothing about the kind of the file.
    for line in
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).take(500)
    {
        // Cells between tabs make a table.
        if line.contains('\t') && line.split('\t').count() > 2 {
            return false;
        }
        all += 1;
        own += usize::from(is_marked(line));
    }
    own > 0 && own * 10 >= all * 6
}

/// Whether a line has a mark that other texts do not have.
fn is_marked(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_time = second.starts_with(|sign: char| sign.is_ascii_digit()) && second.contains(':');
    let is_dated = date(first).is_some() && !second.is_empty() && !is_time;
    first == "x" && !second.is_empty()
        || letter(first).is_some() && !second.is_empty()
        || is_dated
        || line.split_whitespace().any(|word| is_word(word) || (!second.is_empty() && pair(word).is_some()))
}

/// Whether a word is a project or a context.
pub fn is_word(word: &str) -> bool {
    let name = word.strip_prefix(['+', '@']);
    name.is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// A word's key and value, where it is such.
pub fn pair(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once(':')?;
    let is_key = key.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && key.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.'));
    let is_value = !value.is_empty() && !value.starts_with("//") && !value.starts_with(',');
    (is_key && is_value).then_some((key, value))
}

fn date(word: &str) -> Option<NaiveDate> {
    (word.len() == 10).then(|| NaiveDate::parse_from_str(word, "%Y-%m-%d").ok())?
}

/// The letter of a priority such as `(A)`.
fn letter(word: &str) -> Option<char> {
    let inner = word.strip_prefix('(')?.strip_suffix(')')?;
    let mut signs = inner.chars();
    signs.next().filter(|sign| sign.is_ascii_uppercase() && signs.next().is_none())
}

/// How much a letter presses.
fn priority(letter: char) -> &'static str {
    match letter {
        'A' => "high",
        'B' => "medium",
        _ => "low",
    }
}

pub(super) fn read(text: &str, options: &Options) -> Tasks {
    let mut tasks = Tasks::new("todotxt", options);
    for (line, raw) in lines(text).filter(|(_, raw)| !raw.trim().is_empty()) {
        let task = one(line, &clean_line(raw), &mut tasks);
        tasks.add(task, || raw.to_owned());
    }
    tasks
}

fn one(line: u64, text: &str, tasks: &mut Tasks) -> Task {
    let mut task = Task { line, ..Task::default() };
    let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    head(&mut task, &mut words);
    let mut tags: Vec<String> = Vec::new();
    let mut body: Vec<&str> = Vec::new();
    for word in words {
        if is_word(word) {
            let tag = word.strip_prefix('+').unwrap_or(word).replace(',', "");
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if let Some((key, value)) = pair(word) {
            if !said(&mut task, key, value) {
                task.keep(key, value);
                if key == "rec" {
                    let (column, reason) =
                        (Some(key.to_owned()), Reason::BadRule { value: value.to_owned() });
                    tasks.kept.push(Kept { line, column, reason });
                }
                if matches!(key, "due" | "t") {
                    let (column, reason) =
                        (Some(key.to_owned()), Reason::BadDate { value: value.to_owned() });
                    tasks.kept.push(Kept { line, column, reason });
                }
            }
            if MUTE.contains(&key) || key.starts_with(OWN) {
                continue;
            }
        }
        body.push(word);
    }
    task.repeat();
    // Words at the end are only tags; others are part of the sentence.
    let last = body.iter().rposition(|word| !is_word(word)).map_or(body.len(), |at| at + 1);
    let title = body.get(..last).unwrap_or_default().join(" ");
    task.put("tags", tags.join(","));
    if !task.fields.iter().any(|(key, _)| *key == "title") {
        task.put("title", title);
    }
    let named = task.fields.iter().find(|(key, _)| *key == "title").map(|(_, text)| text.clone());
    let born = task.extra.get("created").cloned().unwrap_or_default();
    task.parts = vec![named.unwrap_or_default(), tags.join(","), born];
    if !task.fields.iter().any(|(key, _)| *key == "state") {
        task.put("state", "open");
    }
    task
}

/// What stands before the text: done, the letter, the days.
fn head(task: &mut Task, words: &mut Vec<&str>) {
    let is_done = words.first() == Some(&"x") && words.len() > 1;
    let mut at = usize::from(is_done);
    let (mut done, mut letter_of, mut born) = (None, None, None);
    while let Some(word) = words.get(at) {
        if let Some(found) = letter(word).filter(|_| letter_of.is_none() && born.is_none()) {
            letter_of = Some(found);
        } else if let Some(day) = date(word).filter(|_| born.is_none()) {
            if is_done && done.is_none() && letter_of.is_none() {
                done = Some(day);
            } else {
                born = Some(day);
            }
        } else {
            break;
        }
        at += 1;
    }
    words.drain(..at.min(words.len()));
    if is_done {
        task.put("state", "done");
        task.put("done_at", done.map(|day| Moment::on(day).to_string()).unwrap_or_default());
    }
    if let Some(letter) = letter_of {
        task.put("priority", priority(letter));
        task.keep("priority", letter.to_string());
    }
    if let Some(born) = born {
        task.keep("created", born.to_string());
    }
}

/// Fills the field that a key stands for; false where it has none, or the value is none of it.
fn said(task: &mut Task, key: &str, value: &str) -> bool {
    let field = match key {
        "due" => "due",
        "t" => "wait_until",
        "rec" => {
            // A rule under our own name says more.
            let rule = repeat::of_rec(value);
            task.near = rule.map(|rule| rule.to_string()).or(task.near.take());
            return rule.is_some();
        }
        _ => return own(task, key, value),
    };
    let is_new = !task.fields.iter().any(|(own, _)| *own == field);
    let is_day = date(value).is_some() || (key == "due" && value.parse::<Moment>().is_ok());
    if is_new && is_day {
        task.put(field, value);
    }
    is_new && is_day
}

/// A text as one word: signs that would end or change it as their bytes, `%20`.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() || matches!(sign, '%' | '=' | ',' | '/') {
            let mut bytes = [0; 4];
            for byte in sign.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(sign);
        }
    }
    out
}

/// A word as the text it stands for; what is no code stays.
fn unquoted(word: &str) -> String {
    let mut parts = word.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let byte = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        bytes
            .extend_from_slice(part.get(if byte.is_some() { 2 } else { 0 }..).unwrap_or_default().as_bytes());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a title would not come back as it is: its first word means something, its last ones are only tags.
pub fn is_disguised(title: &[&str]) -> bool {
    let is_head = |word: &&str| *word == "x" || letter(word).is_some() || date(word).is_some();
    let is_key = |word: &&str| pair(word).is_some_and(|(key, _)| is_mute(key) || key.starts_with(OWN));
    title.first().is_some_and(is_head)
        || (title.last().is_some_and(|word| is_word(word)) && !title.iter().all(|word| is_word(word)))
        || title.iter().any(is_key)
}

/// Whether a key says nothing to a reader of the title.
pub fn is_mute(key: &str) -> bool {
    MUTE.contains(&key)
}

/// A field that our own lists write under a name of our own.
fn own(task: &mut Task, key: &str, value: &str) -> bool {
    if key.strip_prefix(OWN) == Some("id") {
        task.id = Some(value.to_owned());
        return true;
    }
    let field = key.strip_prefix(OWN).and_then(Todo::field);
    let Some(field) = field else { return false };
    let text = unquoted(value);
    match field.kind {
        Kind::Link(_) => task.point(field.key, &text),
        Kind::Extra => match value.split_once('=') {
            Some((label, text)) => task.keep(&unquoted(label), unquoted(text)),
            None => return false,
        },
        _ => task.put(field.key, text),
    }
    true
}
