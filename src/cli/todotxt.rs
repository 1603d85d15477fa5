//! To-dos as todo.txt: one line each, with what it has no sign for under `qd_` names.

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::action::terms;
use crate::domain::record::Record;
use crate::domain::recur::Repeat;
use crate::domain::todo::{Priority, Todo, TodoState};
use crate::domain::value::Value;
use crate::import::repeat::{of_rec, rec};
use crate::import::todo::{OWN, is_disguised, is_mute, is_word, pair, quoted};

/// All to-dos.
pub fn list(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let terms = terms::terms::<Todo>(session.store, &session.desk, said)?;
    session.store.each::<Todo, Trouble>(&terms, |plain| page.data(&format!("{}\n", line(&plain.record()?))))
}

fn line(todo: &Todo) -> String {
    let mut words: Vec<String> = Vec::new();
    let kept = |label: &str| todo.extra.0.get(label).map(String::as_str);
    let done = todo.done_at.filter(|_| todo.state == TodoState::Done).map(|done| done.day.to_string());
    if todo.state == TodoState::Done {
        words.push("x".to_owned());
    }
    words.extend(done.clone());
    let letter = letter(todo);
    words.extend(letter.map(|letter| format!("({letter})")));
    let born = kept("created").filter(|text| text.parse::<chrono::NaiveDate>().is_ok());
    // Behind `x` alone a day would be taken for that on which it was done.
    let has_place = todo.state != TodoState::Done || done.is_some() || letter.is_some();
    words.extend(born.filter(|_| has_place).map(str::to_owned));
    let own: Vec<&str> = todo.title.split(' ').filter(|word| !word.is_empty()).collect();
    if is_disguised(&own) {
        // Behind it no word means anything to the line.
        words.push("-".to_owned());
    }
    words.extend(own.iter().map(|word| (*word).to_owned()));
    if is_disguised(&own) {
        words.push(format!("{OWN}title:{}", quoted(&todo.title)));
    }
    words.extend(tags(todo, &own));
    words.extend(todo.due.map(|due| format!("due:{due}")));
    words.extend(todo.wait_until.map(|day| format!("t:{day}")));
    words.extend(repeats(todo).map(|rule| format!("rec:{}", rec(rule.rule))));
    for (label, text) in &todo.extra.0 {
        // A second of one key was kept under its name with a number.
        let key = label.split(' ').next().unwrap_or_default();
        let word = format!("{key}:{text}");
        let is_said = (key == "priority" && letter.is_some()) || (key == "created" && has_place);
        if is_said || own.contains(&word.as_str()) {
            continue;
        }
        let is_plain = is_mute(key) && pair(&word).is_some() && !text.contains(char::is_whitespace);
        words.push(if is_plain { word } else { format!("{OWN}extra:{}={}", quoted(label), quoted(text)) });
    }
    words.extend(rest(todo));
    // By this it is known again.
    words.push(format!("{OWN}id:{}", todo.head.id));
    words.join(" ")
}

/// The letter that it came with, unless its priority was changed since.
fn letter(todo: &Todo) -> Option<char> {
    let usual = match todo.priority? {
        Priority::High => 'A',
        Priority::Medium => 'B',
        Priority::Low => 'C',
    };
    let mut signs = todo.extra.0.get("priority").map_or("", String::as_str).chars();
    let held = signs.next().filter(|sign| sign.is_ascii_uppercase() && signs.next().is_none());
    let is_same = |held: char| held == usual || (usual == 'C' && held > 'C');
    Some(held.filter(|held| is_same(*held)).unwrap_or(usual))
}

/// Projects and contexts that the title does not name.
fn tags(todo: &Todo, own: &[&str]) -> Vec<String> {
    let tags = todo.tags.as_deref().unwrap_or_default().split(',').filter(|tag| !tag.is_empty());
    let word = |tag: &str| {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join("-");
        if tag.starts_with('@') { tag } else { format!("+{tag}") }
    };
    tags.map(word).filter(|word| is_word(word) && !own.contains(&word.as_str())).collect()
}

/// When it comes again.
fn repeats(todo: &Todo) -> Option<Repeat> {
    todo.recur.as_deref()?.parse().ok()
}

/// Whether the format says the whole of the rule.
fn is_said(todo: &Todo) -> bool {
    repeats(todo).is_some_and(|repeat| of_rec(&rec(repeat.rule)).map(Repeat::from) == Some(repeat))
}

/// What the format has no sign for.
fn rest(todo: &Todo) -> Vec<String> {
    let blank = Todo::default();
    let written = [
        "title",
        "state",
        "due",
        "instant",
        "wait_until",
        "priority",
        "tags",
        "external_id",
        "version",
        "extra",
    ];
    let dropped = todo.state == TodoState::Dropped;
    let is_exact = todo.done_at.is_none_or(|done| done.time.is_none() && todo.state == TodoState::Done);
    let is_left = |key: &str| match key {
        "state" => dropped,
        "done_at" => !is_exact,
        "recur" => !is_said(todo),
        _ => !written.contains(&key),
    };
    let fields = Todo::FIELDS.iter().filter(|field| is_left(field.key));
    let word = |field: &crate::domain::record::Field<Todo>| {
        let value = (field.get)(todo);
        let text = match value {
            Value::Text(text) if (field.get)(&blank) != Value::Text(text.clone()) => text,
            Value::Int(number) if (field.get)(&blank) != Value::Int(number) => number.to_string(),
            _ => return None,
        };
        Some(format!("{OWN}{}:{}", field.key, quoted(&text)))
    };
    fields.filter_map(word).collect()
}
