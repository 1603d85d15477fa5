//! What happens in a span of days, read by indexes a day at a time, so that a crowded book costs what a quiet one does.

use chrono::{Days, NaiveDate, NaiveTime};
use rusqlite::{Connection, Row};

use super::query::{Condition, Term};
use super::{Fault, Store};
use crate::domain::account::Account;
use crate::domain::clock::Clock;
use crate::domain::decision::Decision;
use crate::domain::moment::Moment;
use crate::domain::opportunity::Opportunity;
use crate::domain::todo::Todo;
use crate::domain::value::Value;
use crate::domain::visit::Visit;

/// What an item of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happening {
    /// A visit or another activity.
    Visit,
    /// An open to-do on the day it is due.
    Todo,
    /// The day an open deal is expected to close.
    Close,
    /// The day by which the customer of an open deal must act.
    Compelling,
    /// The day by which a step of an open deal is to be decided.
    Decision,
    /// The day on which the next contact with an account is due.
    Contact,
}

/// One thing that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its first day.
    pub day: NaiveDate,
    /// When it begins; nothing for the whole day.
    pub time: Option<NaiveTime>,
    /// Its last day, the first where it takes one.
    pub last: NaiveDate,
    /// How long, in minutes.
    pub lasts: Option<i64>,
    /// What it is.
    pub what: Happening,
    /// The record's number; for a compelling date and a decision step the deal's, for a contact the account's.
    pub no: i64,
    /// What it is called; empty for a visit without words.
    pub title: String,
    /// The code of a visit's type; of a contact, the day since which it is overdue, empty where nobody was ever met.
    pub sort: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The zone of its place, with what the clock there shows; nothing where ours shows the same.
    pub away: Option<(String, Moment)>,
    /// Whether it has happened.
    pub done: bool,
}

impl Item {
    /// Whether it takes place on a day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.day <= day && day <= self.last
    }
}

/// What a calendar is narrowed to, by kind of record: the terms that it meets; nothing where none of the kind is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    /// Of visits.
    pub visits: Option<Vec<Term>>,
    /// Of to-dos.
    pub todos: Option<Vec<Term>>,
    /// Of deals, for their dates.
    pub deals: Option<Vec<Term>>,
    /// Of decision steps.
    pub decisions: Option<Vec<Term>>,
    /// Of accounts whose contact is due.
    pub accounts: Option<Vec<Term>>,
}

impl Default for Only {
    /// Everything.
    fn default() -> Self {
        let all = || Some(Vec::new());
        Self { visits: all(), todos: all(), deals: all(), decisions: all(), accounts: all() }
    }
}

impl Only {
    /// Nothing.
    pub const NONE: Self = Self { visits: None, todos: None, deals: None, decisions: None, accounts: None };

    /// The condition of one kind behind values that are bound already; nothing where none of it is shown.
    fn condition(&self, what: Happening, values: Vec<Value>) -> Option<Condition> {
        Some(match what {
            Happening::Visit => Condition::behind::<Visit>(values, self.visits.as_ref()?),
            Happening::Todo => Condition::behind::<Todo>(values, self.todos.as_ref()?),
            Happening::Close | Happening::Compelling => {
                Condition::behind::<Opportunity>(values, self.deals.as_ref()?)
            }
            Happening::Decision => Condition::behind::<Decision>(values, self.decisions.as_ref()?),
            Happening::Contact => Condition::behind::<Account>(values, self.accounts.as_ref()?),
        })
    }

    fn is_all(&self, what: Happening) -> bool {
        let terms = match what {
            Happening::Visit => &self.visits,
            Happening::Todo => &self.todos,
            Happening::Close | Happening::Compelling => &self.deals,
            Happening::Decision => &self.decisions,
            Happening::Contact => &self.accounts,
        };
        terms.as_ref().is_some_and(Vec::is_empty)
    }

    /// What is read for a kind: the text that follows its rows, and the values of its marks.
    fn behind(&self, what: Happening, values: Vec<Value>) -> Option<(String, Vec<Value>)> {
        if self.is_all(what) {
            return Some((String::new(), values));
        }
        let (table, own) = match what {
            Happening::Visit => ("visit", "own"),
            Happening::Todo => ("todo", "own"),
            Happening::Close | Happening::Compelling => ("opp", "own"),
            Happening::Decision => ("decision", "step"),
            Happening::Contact => ("account", "account"),
        };
        let condition = self.condition(what, values)?;
        let sql = format!(" AND {own}.no IN (SELECT no FROM {table} WHERE {})", condition.sql);
        Some((sql, condition.values))
    }

    /// Whether a contact with an account is shown.
    pub fn has_account(&self, store: &Store, no: i64) -> Result<bool, Fault> {
        let Some(terms) = &self.accounts else { return Ok(false) };
        Ok(terms.is_empty() || !store.still::<Account>(&[no].into(), terms)?.is_empty())
    }
}

/// What happens in some days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The items by day and time, what takes the whole day first.
    pub items: Vec<Item>,
    /// How many more there are of a day that holds more than were asked for.
    pub more: Vec<(NaiveDate, usize)>,
}

/// The tables with what they hold for a day: columns, rows, and the order within the day.
struct Source {
    what: Happening,
    columns: &'static str,
    rows: &'static str,
    order: &'static str,
}

const ACCOUNT: &str = "(SELECT name FROM account WHERE account.id = own.account)";
const VISIT: &str = "own.no, own.\"when\", own.until, own.lasts, ifnull(own.what, ifnull(own.why, '')), own.type, \
     own.\"where\", own.status = 'done', own.zone";

const SOURCES: [Source; 5] = [
    Source {
        what: Happening::Visit,
        columns: VISIT,
        rows: "visit AS own INDEXED BY visit_when WHERE own.gone = 0 AND own.\"when\" >= ?1 AND own.\"when\" < ?2 \
               AND own.status <> 'cancelled'",
        order: "own.\"when\", own.no",
    },
    Source {
        what: Happening::Todo,
        columns: "own.no, own.due, NULL, NULL, own.title, NULL, NULL, 0, NULL",
        rows: "todo AS own INDEXED BY todo_due WHERE own.gone = 0 AND own.state = 'open' AND ifnull(own.due, '9999') >= ?1 \
               AND ifnull(own.due, '9999') < ?2",
        order: "ifnull(own.due, '9999'), own.no",
    },
    Source {
        what: Happening::Close,
        columns: "own.no, own.close_on, NULL, NULL, own.title, NULL, NULL, 0, NULL",
        rows: "opp AS own INDEXED BY opp_close WHERE own.gone = 0 AND own.status = 'open' \
               AND ifnull(own.close_on, '9999-12-31') >= ?1 \
               AND ifnull(own.close_on, '9999-12-31') < ?2",
        order: "ifnull(own.close_on, '9999-12-31'), own.no",
    },
    Source {
        what: Happening::Compelling,
        columns: "own.no, own.compelling_on, NULL, NULL, own.title, NULL, NULL, 0, NULL",
        rows: "opp AS own INDEXED BY opp_compelling WHERE own.gone = 0 AND own.status = 'open' \
               AND own.compelling_on IS NOT NULL \
               AND own.compelling_on >= ?1 AND own.compelling_on < ?2",
        order: "own.compelling_on, own.no",
    },
    Source {
        what: Happening::Decision,
        columns: "own.no, step.due, NULL, NULL, step.name, NULL, NULL, 0, NULL",
        rows: "decision AS step INDEXED BY decision_due JOIN opp AS own ON own.id = step.opportunity WHERE step.gone = 0 AND step.due IS NOT NULL \
               AND step.due >= ?1 AND step.due < ?2 AND step.state IN ('planned', 'running') \
               AND own.gone = 0 AND own.status = 'open'",
        order: "step.due, step.no",
    },
];

impl Source {
    fn select(&self, only: &str, most: usize) -> String {
        let Self { columns, rows, order, .. } = self;
        format!("SELECT {columns}, {ACCOUNT} FROM {rows}{only} ORDER BY {order} LIMIT {most}")
    }

    /// The items of one day, `most` at most, and how many more there are.
    fn on(
        &self,
        conn: &Connection,
        day: NaiveDate,
        most: usize,
        (clock, only): (&Clock, &Only),
    ) -> Result<(Vec<Item>, usize), Fault> {
        let days = [day, after(day)].map(|day| Value::Text(day.to_string())).to_vec();
        let Some((only, values)) = only.behind(self.what, days) else { return Ok((Vec::new(), 0)) };
        let values = || rusqlite::params_from_iter(&values);
        let mut query = conn.prepare_cached(&self.select(&only, most))?;
        let mut rows = query.query(values())?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(item(self.what, clock, row)?);
        }
        if found.len() < most {
            return Ok((found, 0));
        }
        let mut count = conn.prepare_cached(&format!("SELECT count(*) FROM {}{only}", self.rows))?;
        let all: i64 = count.query_row(values(), |row| row.get(0))?;
        let more = usize::try_from(all).unwrap_or(0).saturating_sub(found.len());
        Ok((found, more))
    }
}

fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

fn item(what: Happening, clock: &Clock, row: &Row) -> Result<Item, Fault> {
    let damaged = |no: i64| Fault::Damaged(format!("calendar: {what:?} {no}"));
    let no: i64 = row.get(0)?;
    let moment: Moment = row.get::<_, String>(1)?.parse().map_err(|_| damaged(no))?;
    let until: Option<String> = row.get(2)?;
    let until = until.map(|day| day.parse::<NaiveDate>().map_err(|_| damaged(no))).transpose()?;
    let zone: Option<String> = row.get(8)?;
    let at = moment.time.map(|time| moment.day.and_time(time));
    let there = at.zip(zone.as_deref()).and_then(|(at, zone)| clock.there(at, zone));
    Ok(Item {
        day: moment.day,
        time: moment.time,
        last: until.unwrap_or(moment.day).max(moment.day),
        lasts: row.get(3)?,
        what,
        no,
        title: row.get(4)?,
        sort: row.get(5)?,
        place: row.get(6)?,
        done: row.get(7)?,
        away: zone.zip(there).map(|(zone, at)| (zone, Moment::at(at.date(), at.time()))),
        account: row.get(9)?,
    })
}

/// The visits that began before a day and take more days, `most` at most.
fn running(
    conn: &Connection,
    from: NaiveDate,
    most: usize,
    (clock, only): (&Clock, &Only),
) -> Result<Vec<Item>, Fault> {
    let day = vec![Value::Text(from.to_string())];
    let Some((only, values)) = only.behind(Happening::Visit, day) else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT {VISIT}, {ACCOUNT} FROM visit AS own INDEXED BY visit_until \
         WHERE own.gone = 0 AND own.until IS NOT NULL \
         AND own.until >= ?1 AND own.\"when\" < ?1 AND own.status <> 'cancelled'{only} ORDER BY own.until LIMIT {most}"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let mut rows = query.query(rusqlite::params_from_iter(&values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(item(Happening::Visit, clock, row)?);
    }
    Ok(found)
}

impl Store {
    /// What happens from a day on for `days` days, with what clocks elsewhere show by ours; of each kind at most `most` items a day, the rest
    /// counted.
    pub fn calendar(
        &self,
        (from, days): (NaiveDate, usize),
        most: usize,
        told: (&Clock, &Only),
    ) -> Result<Span, Fault> {
        let mut span = Span { items: running(&self.conn, from, most, told)?, more: Vec::new() };
        for day in from.iter_days().take(days) {
            let mut more = 0;
            for source in &SOURCES {
                let (found, left_out) = source.on(&self.conn, day, most, told)?;
                span.items.extend(found);
                more += left_out;
            }
            if more > 0 {
                span.more.push((day, more));
            }
        }
        span.items.sort_by_key(|item| (item.day, item.time, item.what, item.no));
        Ok(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;

    fn book() -> Store {
        let book = Store::memory(Rules::default()).unwrap();
        book.conn
            .execute_batch(
                "INSERT INTO batch (batch, at, author, device, origin, name)
                 SELECT 1, '2026-11-23T09:00:00+08:00', 'lin', device, 'user', 'import' FROM device",
            )
            .unwrap();
        book
    }

    fn ours() -> Clock {
        Clock::named("Asia/Shanghai").unwrap()
    }

    fn visit(book: &Store, no: i64, when: &str, until: Option<&str>, status: &str) {
        book.conn
            .execute(
                "INSERT INTO visit (no, id, born, touched, type, \"when\", until, status, currency, what) \
                 VALUES (?1, ?2, 1, 1, 'other', ?3, ?4, ?5, 'CNY', 'Fair')",
                (no, format!("v{no}"), when, until, status),
            )
            .unwrap();
    }

    #[test]
    fn a_crowded_day_hides_no_other_and_what_is_left_out_is_counted() {
        let book = book();
        for no in 1..=9 {
            visit(&book, no, "2026-11-26T10:00", None, "planned");
        }
        visit(&book, 10, "2026-11-27", None, "done");
        visit(&book, 11, "2026-11-27T08:00", None, "cancelled");
        visit(&book, 12, "2026-11-20T08:00", Some("2026-11-26"), "planned");
        visit(&book, 13, "2026-11-28", None, "planned");
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let span = book.calendar((day(26), 2), 3, (&ours(), &Only::default())).unwrap();
        let numbers: Vec<i64> = span.items.iter().map(|item| item.no).collect();
        assert_eq!((numbers, span.more), (vec![12, 1, 2, 3, 10], vec![(day(26), 6)]));
        assert!(span.items[0].is_on(day(26)) && !span.items[0].is_on(day(27)) && span.items[4].done);
    }

    #[test]
    fn every_source_is_read_by_an_index() {
        let book = book();
        for source in &SOURCES {
            let mut plan =
                book.conn.prepare(&format!("EXPLAIN QUERY PLAN {}", source.select("", 1))).unwrap();
            let lines = plan.query_map(("a", "b"), |row| row.get::<_, String>(3)).unwrap();
            let lines: Vec<String> = lines.map(Result::unwrap).collect();
            // By the days alone: an index of all open deals would do for no day in particular.
            assert!(lines.iter().any(|line| line.contains(">? AND")), "{:?}: {lines:?}", source.what);
            assert!(lines.iter().all(|line| !line.starts_with("SCAN")), "{:?}: {lines:?}", source.what);
        }
    }
}
