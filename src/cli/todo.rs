//! `todo list`: what is open in its groups, anything else as one table.

use super::json;
use super::list::{self, Array};
use super::page::Page;
use super::session::Session;
use super::table::{Lie, Table};
use super::trouble::Trouble;
use crate::action::{repeat, terms};
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::todo::{Todo, TodoState};
use crate::lang::{choice, cli, field, hint, todo as word};
use crate::store::deals::Window;
use crate::store::query::Term;
use crate::store::todo::{Agenda, Entry, TodoRow};

/// `todo list`.
pub fn list(session: &Session, page: &mut Page, said: &[String]) -> Result<(), Trouble> {
    let asked = terms::todos(session.store, &session.desk, said)?;
    if asked.state == Some(TodoState::Open) && !session.json {
        return groups(session, page, asked.terms, said.is_empty());
    }
    let terms = asked.whole();
    if session.json {
        let mut array = Array::begin(page)?;
        session
            .store
            .each::<Todo, Trouble>(&terms, |plain| array.item(&json::whole::<Todo>(session, plain)?))?;
        return array.end();
    }
    list::met::<Todo>(session, page, &terms, said)
}

fn groups(session: &Session, page: &mut Page, terms: Vec<Term>, is_all: bool) -> Result<(), Trouble> {
    let lang = session.lang();
    let agenda = Agenda { terms, ..Agenda::open(session.today()) };
    let counts = session.store.todo_counts(&agenda)?;
    if counts.is_empty() {
        let none = if is_all { word::NO_OPEN.text(lang).to_owned() } else { no_match(session) };
        return page.line(&none);
    }
    let mut table = table(session);
    let mut head = String::new();
    for line in session.store.todo_lines(&agenda, &counts, &Window::First, i64::MAX)? {
        match line {
            Entry::Head(group, count) => {
                head = word::GROUP.fill(lang, &[&word::group(lang, group.code()), &count]);
            }
            // The head stands on the line of the first of its group.
            Entry::Todo(row) => table.row(cells(session, std::mem::take(&mut head), &row)),
        }
    }
    table.print(page)?;
    let all: i64 = counts.iter().map(|(_, count)| count).sum();
    page.line(&cli::COUNT.fill(lang, &[&all]))
}

fn no_match(session: &Session) -> String {
    let name = crate::lang::noun::name(session.lang(), Noun::Todo.code());
    cli::NO_MATCH.fill(session.lang(), &[&name, &Noun::Todo.code()])
}

fn table(session: &Session) -> Table {
    let lang = session.lang();
    let label = |key| field::label(lang, Noun::Todo.code(), key);
    Table::new(&[
        (word::WHEN.text(lang), Lie::Left),
        (cli::NUMBER.text(lang), Lie::Right),
        (label("due"), Lie::Left),
        (label("priority"), Lie::Left),
        (label("title"), Lie::Cut),
        (word::ABOUT.text(lang), Lie::Cut),
        (label("waiting_on"), Lie::Cut),
        (label("recur"), Lie::Cut),
    ])
}

fn cells(session: &Session, head: String, row: &TodoRow) -> [String; 8] {
    let lang = session.lang();
    let about =
        [row.deal.as_ref(), row.account.as_ref()].into_iter().flatten().map(|(_, name)| name.as_str());
    let since = row.wait_until.as_deref().filter(|day| *day > session.today().to_string().as_str());
    let since = since.map(|day| word::WAIT_UNTIL.fill(lang, &[&day]));
    let waits: Vec<String> = row.waiting_on.clone().into_iter().chain(since).collect();
    [
        head,
        row.spot.no.to_string(),
        row.due.clone().unwrap_or_default().replace('T', " "),
        row.priority.map(|one| choice::label(lang, "priority", one.code()).to_owned()).unwrap_or_default(),
        row.title.clone(),
        about.collect::<Vec<_>>().join(" · "),
        waits.join(hint::between(lang)),
        row.recur.as_deref().map(|rule| repeat::told(lang, rule)).unwrap_or_default(),
    ]
}
