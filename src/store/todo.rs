//! To-dos in their groups, a window at a time: each group is a stretch of an index.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::Row;

pub use self::order::TodoOrder;
use self::order::{DUE, PRESSES};
use super::deals::Window;
use super::query::{Condition, Term};
use super::{Fault, Store, row};
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::todo::{Priority, Todo, TodoKind, TodoState};
use crate::domain::value::Value;

mod order;

/// When it was closed, as the index has it.
const CLOSED: &str = "ifnull(done_at, '')";
/// For how many days a to-do counts as done lately.
const LATELY: u64 = 30;

/// A group of to-dos.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Due before today.
    Overdue,
    /// Due today.
    Today,
    /// Due on a later day of this week.
    Week,
    /// Due after this week.
    Later,
    /// Without a day.
    Dateless,
    /// Waits for a day, or on somebody.
    Waiting,
    /// Done or dropped lately, the last first.
    Done,
}

impl Group {
    /// The groups of what is open, in their order.
    pub const OPEN: [Self; 6] =
        [Self::Overdue, Self::Today, Self::Week, Self::Later, Self::Dateless, Self::Waiting];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Week => "week",
            Self::Later => "later",
            Self::Dateless => "dateless",
            Self::Waiting => "waiting",
            Self::Done => "done",
        }
    }
}

/// Which to-dos a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The day that the groups are told from.
    pub today: NaiveDate,
    /// Meeting these terms.
    pub terms: Vec<Term>,
    /// What was done lately instead of what is open.
    pub closed: bool,
    /// What was done lately behind what is open.
    pub whole: bool,
    /// The order within each group of what is open.
    pub order: TodoOrder,
}

/// A place in a group: the order's key and the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The group.
    pub group: Group,
    /// Due, or closed, as the order has it.
    pub key: String,
    /// How much it presses, 0 for most.
    pub presses: i64,
    /// The number; 0 stands before all of its group.
    pub no: i64,
}

/// A to-do as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodoRow {
    /// Where it stands.
    pub spot: Spot,
    /// What.
    pub title: String,
    /// A task or a request.
    pub kind: TodoKind,
    /// Whether it is open.
    pub state: TodoState,
    /// By when, ISO.
    pub due: Option<String>,
    /// Not before this day, ISO.
    pub wait_until: Option<String>,
    /// On whom it waits.
    pub waiting_on: Option<String>,
    /// How much it presses.
    pub priority: Option<Priority>,
    /// The account: number and name.
    pub account: Option<(i64, String)>,
    /// The deal: number and title.
    pub deal: Option<(i64, String)>,
    /// Who does it.
    pub owner: Option<String>,
    /// When it comes again.
    pub recur: Option<String>,
    /// When it was closed.
    pub done_at: Option<String>,
}

/// A line of a list in groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The head of a group, with how many it has.
    Head(Group, i64),
    /// A to-do.
    Todo(Box<TodoRow>),
}

impl Entry {
    /// Where it stands.
    pub fn spot(&self) -> Spot {
        match self {
            Self::Head(group, _) => Spot { group: *group, key: String::new(), presses: -1, no: 0 },
            Self::Todo(row) => row.spot.clone(),
        }
    }
}

/// A stretch of an order: from its top, after a place, or before one.
#[derive(Clone, Copy)]
enum Cut<'a> {
    Whole,
    Beyond(&'a Spot, bool),
}

impl Agenda {
    /// What is open on a day.
    pub fn open(today: NaiveDate) -> Self {
        Self { today, terms: Vec::new(), closed: false, whole: false, order: TodoOrder::Due }
    }

    /// The groups that it may have.
    pub fn groups(&self) -> impl Iterator<Item = Group> {
        let open = Group::OPEN.into_iter().filter(|_| !self.closed);
        open.chain((self.closed || self.whole).then_some(Group::Done))
    }

    /// The days between which a group's to-dos are due; the end is left out.
    fn span(&self, group: Group) -> (String, String) {
        let day = |day: Option<NaiveDate>| day.unwrap_or(self.today).to_string();
        let tomorrow = self.today.succ_opt();
        let left = Days::new(7 - u64::from(self.today.weekday().num_days_from_monday()));
        let monday = self.today.checked_add_days(left);
        match group {
            Group::Overdue => (String::new(), day(Some(self.today))),
            Group::Today => (day(Some(self.today)), day(tomorrow)),
            Group::Week => (day(tomorrow), day(monday)),
            Group::Later => (day(monday), "9999".to_owned()),
            Group::Dateless => ("9999".to_owned(), "9999~".to_owned()),
            Group::Waiting => (String::new(), "9999~".to_owned()),
            Group::Done => (day(self.today.checked_sub_days(Days::new(LATELY))), "9999~".to_owned()),
        }
    }

    fn condition(&self, group: Group) -> Condition {
        let mut condition = Condition::of::<Todo>(&self.terms);
        let key = if group == Group::Done { CLOSED } else { DUE };
        condition.and_plain(if group == Group::Done { "state <> 'open'" } else { "state = 'open'" });
        if group == Group::Waiting {
            condition.and_plain("(waiting_on IS NOT NULL OR wait_until IS NOT NULL)");
        }
        let (from, until) = self.span(group);
        if !from.is_empty() {
            let mark = condition.bind(Value::Text(from));
            condition.and_plain(&format!("{key} >= {mark}"));
        }
        let mark = condition.bind(Value::Text(until));
        condition.and_plain(&format!("{key} < {mark}"));
        if group != Group::Done {
            let mark = condition.bind(Value::Text(self.today.to_string()));
            let waits = format!("(waiting_on IS NOT NULL OR ifnull(wait_until, '') > {mark})");
            condition.and_plain(&if group == Group::Waiting { waits } else { format!("NOT {waits}") });
        }
        condition
    }

    /// A stretch of a group's order, as a statement with its values.
    fn part(&self, group: Group, cut: Cut, backward: bool, limit: usize) -> (Condition, String) {
        let mut condition = self.condition(group);
        let is_done = group == Group::Done;
        let (key, presses) = if is_done { (CLOSED.to_owned(), "0") } else { self.order.keys() };
        let index = if is_done { "" } else { self.order.index() };
        let key = key.as_str();
        let falls = is_done != backward;
        let mut order = if is_done { vec![key, "no"] } else { vec![key, presses, "no"] };
        let by_number = !is_done && self.order.is_by_number();
        if by_number {
            order.swap(0, 1);
        }
        if let Cut::Beyond(spot, own) = cut {
            let mut marks = vec![condition.bind(Value::Text(spot.key.clone()))];
            if !is_done {
                marks.push(condition.bind(Value::Int(spot.presses)));
            }
            marks.push(condition.bind(Value::Int(spot.no)));
            if by_number {
                marks.swap(0, 1);
            }
            let (sign, or_own) = (if falls { "<" } else { ">" }, if own { "=" } else { "" });
            // The first comparison is what the index finds the place by.
            if let (Some(first), Some(mark)) = (order.first(), marks.first()) {
                condition.and_plain(&format!("{first} {sign}= {mark}"));
            }
            condition.and_plain(&format!("({}) {sign}{or_own} ({})", order.join(", "), marks.join(", ")));
        }
        let way = if falls { " DESC" } else { " ASC" };
        let order = order.iter().map(|part| [*part, way].concat()).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT {key}, {presses}, no, title, kind, state, due, wait_until, waiting_on, priority, owner, recur,
             done_at, account, opportunity FROM todo {index} WHERE {} ORDER BY {order} LIMIT {limit}",
            condition.sql
        );
        (condition, sql)
    }
}

impl Store {
    /// How many to-dos each group of a list has, in the order of the groups, those without any left out.
    pub fn todo_counts(&self, agenda: &Agenda) -> Result<Vec<(Group, i64)>, Fault> {
        let mut counts = Vec::new();
        for group in agenda.groups() {
            let condition = agenda.condition(group);
            let sql = format!("SELECT count(*) FROM todo WHERE {}", condition.sql);
            let count: i64 =
                self.conn.prepare_cached(&sql)?.query_row(condition.params().as_slice(), |row| row.get(0))?;
            if count > 0 {
                counts.push((group, count));
            }
        }
        Ok(counts)
    }

    /// Which of these to-dos, by number, a list holds.
    pub fn todos_still(&self, agenda: &Agenda, numbers: &BTreeSet<i64>) -> Result<BTreeSet<i64>, Fault> {
        let mut found = BTreeSet::new();
        for group in agenda.groups() {
            found.extend(self.kept::<Todo>(numbers, agenda.condition(group))?);
        }
        Ok(found)
    }

    /// A window of a list in groups, their heads among the lines; `counts` as [`Store::todo_counts`] gave them.
    pub fn todo_lines(
        &self,
        agenda: &Agenda,
        counts: &[(Group, i64)],
        window: &Window<Spot>,
        limit: i64,
    ) -> Result<Vec<Entry>, Fault> {
        let (spot, backward) = match window {
            Window::First => (None, false),
            Window::Last => (None, true),
            Window::After(spot) | Window::From(spot) => (Some(spot), false),
            Window::Before(spot) => (Some(spot), true),
        };
        let mut lines = Vec::new();
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut groups: Vec<(Group, i64)> = counts.to_vec();
        if backward {
            groups.reverse();
        }
        groups.retain(|(group, _)| {
            spot.is_none_or(|spot| if backward { *group <= spot.group } else { *group >= spot.group })
        });
        for (group, count) in groups {
            let here = spot.filter(|spot| spot.group == group);
            // A head stands before all of its group: nothing of the group is before it.
            let is_head = here.is_some_and(|spot| spot.no == 0);
            let is_own = matches!(window, Window::From(_));
            if !backward && (here.is_none() || (is_head && is_own)) {
                lines.push(Entry::Head(group, count));
            }
            if !(backward && is_head) {
                let cut = here.filter(|_| !is_head).map_or(Cut::Whole, |spot| Cut::Beyond(spot, is_own));
                let missing = most.saturating_sub(lines.len());
                let rows = self.todo_part(agenda, group, cut, backward, missing)?;
                lines.extend(rows.into_iter().map(|row| Entry::Todo(Box::new(row))));
                if backward && lines.len() < most {
                    lines.push(Entry::Head(group, count));
                }
            }
            if lines.len() >= most {
                break;
            }
        }
        lines.truncate(most);
        if backward {
            lines.reverse();
        }
        Ok(lines)
    }

    /// The first to-dos of a group, in its order.
    pub fn todos_in(&self, agenda: &Agenda, group: Group, limit: usize) -> Result<Vec<TodoRow>, Fault> {
        self.todo_part(agenda, group, Cut::Whole, false, limit)
    }

    fn todo_part(
        &self,
        agenda: &Agenda,
        group: Group,
        cut: Cut,
        backward: bool,
        limit: usize,
    ) -> Result<Vec<TodoRow>, Fault> {
        let (condition, sql) = agenda.part(group, cut, backward, limit);
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query(condition.params().as_slice())?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.todo_row(group, row)?);
        }
        Ok(found)
    }

    fn todo_row(&self, group: Group, row: &Row) -> Result<TodoRow, Fault> {
        let (kind, state): (String, String) = (row.get(4)?, row.get(5)?);
        let priority: Option<String> = row.get(9)?;
        Ok(TodoRow {
            spot: Spot { group, key: row.get(0)?, presses: row.get(1)?, no: row.get(2)? },
            title: row.get(3)?,
            kind: TodoKind::from_code(&kind).ok_or(Fault::Damaged(kind))?,
            state: TodoState::from_code(&state).ok_or(Fault::Damaged(state))?,
            due: row.get(6)?,
            wait_until: row.get(7)?,
            waiting_on: row.get(8)?,
            priority: priority.and_then(|code| Priority::from_code(&code)),
            owner: row.get(10)?,
            recur: row.get(11)?,
            done_at: row.get(12)?,
            account: self.link_to("SELECT no, name FROM account WHERE id = ?1", row.get(13)?)?,
            deal: self.link_to("SELECT no, title FROM opp WHERE id = ?1", row.get(14)?)?,
        })
    }

    fn link_to(&self, sql: &str, id: Option<String>) -> Result<Option<(i64, String)>, Fault> {
        let Some(id) = id else { return Ok(None) };
        let mut query = self.conn.prepare_cached(sql)?;
        row::optional(query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// A deal's open to-dos, by due day.
    pub fn todos_of(&self, deal: Id) -> Result<Vec<Todo>, Fault> {
        let rest =
            format!("WHERE opportunity = ?1 AND gone = 0 AND state = 'open' ORDER BY {DUE}, {PRESSES}, no");
        row::all(&self.conn, &rest, &[&deal.to_string()])
    }
}

#[cfg(test)]
mod tests;
