//! The verbs of to-dos: done, dropped, deferred, handed over, waiting; and the next one of a series.

use std::any::Any;

use chrono::NaiveDate;

use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::todo::{Todo, TodoState};
use crate::store::{Store, Tx};

use super::failure::{Failure, Mistake, Refusal, Wanted};
use super::{Desk, Done, Said, again, assign, fixed, generic, resolve};

/// What is done with a to-do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodoStep {
    /// Done; where it recurs, the next one is made.
    Done,
    /// Given up; where it recurs, the series ends.
    Drop,
    /// To be done again.
    Reopen,
    /// To another day.
    Defer,
    /// To somebody else.
    Give,
    /// Waits on somebody; on nobody where no name is said.
    Wait,
}

impl TodoStep {
    /// The word of the grammar.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Drop => "drop",
            Self::Reopen => "reopen",
            Self::Defer => "defer",
            Self::Give => "give",
            Self::Wait => "wait",
        }
    }
}

/// Does one of the verbs with one to-do, or with several between commas; the words say the day or the name.
pub fn go(
    store: &mut Store,
    desk: &Desk,
    step: TodoStep,
    which: &str,
    words: &[String],
) -> Result<Done, Failure> {
    let said = crate::domain::clean::clean_line(&words.join(" ")).trim().to_owned();
    let line = format!("todo {} {which} {said}", step.code());
    let ((first, many), receipt) = store.transact(&desk.stamp, &generic::label(line.trim_end()), |tx| {
        let todos: Vec<Todo> = resolve::several(tx, which)?;
        let many = todos.len();
        let mut first = None;
        for old in todos {
            let mut todo = old.clone();
            change(tx, desk, step, &mut todo, &said)?;
            fixed::let_go(&old, &mut todo);
            settle(tx, desk, &mut todo)?;
            tx.save(&mut todo)?;
            let next = again::renew(tx, desk, &old, &mut todo)?;
            first.get_or_insert((todo, next));
        }
        Ok::<_, Failure>((first, many))
    })?;
    let record = first.as_ref().map(|(todo, _)| (Noun::Todo, todo.head.no));
    let said = match first {
        _ if receipt.batch.is_none() => Said::Unchanged,
        Some((todo, next)) if many == 1 => Said::Todo(step, todo.title, fact(step, &said, todo.due, next)),
        _ => Said::ChangedMany(Noun::Todo, many),
    };
    Ok(Done { said, record, touched: receipt.touched })
}

/// What there is to tell besides the title: the next day, the new day, or the name.
fn fact(step: TodoStep, said: &str, due: Option<Moment>, next: Option<NaiveDate>) -> Option<String> {
    let fact = match step {
        TodoStep::Done => next.map(|day| day.to_string()),
        TodoStep::Defer => due.map(|due| due.to_string().replace('T', " ")),
        TodoStep::Give | TodoStep::Wait => Some(said.to_owned()),
        TodoStep::Drop | TodoStep::Reopen => None,
    };
    fact.filter(|text| !text.is_empty())
}

fn change(tx: &Tx, desk: &Desk, step: TodoStep, todo: &mut Todo, said: &str) -> Result<(), Failure> {
    match step {
        TodoStep::Done => todo.state = TodoState::Done,
        TodoStep::Drop => todo.state = TodoState::Dropped,
        TodoStep::Reopen => todo.state = TodoState::Open,
        TodoStep::Defer => {
            let read = assign::days(tx, desk).moment(said);
            let wanted = || Mistake::Value(Noun::Todo, "due", said.to_owned(), Wanted::Moment);
            let to = read.map_err(|_| wanted())?;
            // A day that names no hour keeps the hour there was.
            let time = to.time.or(todo.due.and_then(|due| due.time));
            let to = Moment { time, ..to };
            refuse_earlier(desk, todo, to)?;
            todo.due = Some(to);
            todo.wait_until = todo.wait_until.filter(|day| *day <= to.day);
            todo.state = TodoState::Open;
        }
        TodoStep::Give => {
            let name = named(tx, desk, "owner", said)?;
            // What somebody else does is waited for; what comes back is not.
            todo.waiting_on = name.clone().filter(|name| *name != desk.stamp.author);
            todo.owner = name;
        }
        TodoStep::Wait => todo.waiting_on = named(tx, desk, "waiting_on", said)?,
    }
    Ok(())
}

/// To put off is never to bring forward: a day that is past, or before the one it is due on, is refused.
fn refuse_earlier(desk: &Desk, todo: &Todo, to: Moment) -> Result<(), Failure> {
    let is_earlier = todo.due.is_some_and(|due| match (due.time, to.time) {
        (Some(was), Some(is)) => (to.day, is) < (due.day, was),
        _ => to.day < due.day,
    });
    if is_earlier || to.day < desk.stamp.today() {
        let due = todo.due.filter(|_| is_earlier);
        return Err(Refusal::Earlier(todo.head.no, todo.title.clone(), due, to).into());
    }
    Ok(())
}

/// A name as the field would take it.
fn named(tx: &Tx, desk: &Desk, key: &str, said: &str) -> Result<Option<String>, Failure> {
    let mut todo = Todo::default();
    let field = assign::field::<Todo>(key)?;
    assign::assign(tx, desk, &mut todo, field, said)?;
    Ok((field.get)(&todo).as_text().map(str::to_owned))
}

/// Before a to-do is saved: what is closed knows since when.
pub(super) fn settle<R: Record>(tx: &Tx, desk: &Desk, record: &mut R) -> Result<(), Failure> {
    again::settle(tx, desk, record)?;
    let Some(todo) = (record as &mut dyn Any).downcast_mut::<Todo>() else { return Ok(()) };
    if todo.state == TodoState::Open {
        todo.done_at = None;
    } else if todo.done_at.is_none() {
        todo.done_at = Some(Moment::at(desk.stamp.today(), desk.stamp.at.time()));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
