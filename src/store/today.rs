//! What a day asks for: visits, to-dos, accounts without contact, deals in trouble. Each part is found by an index.

use chrono::Days;

use super::deals::{DealRow, Order, Selection, Window};
use super::{Fault, Store, row};
use crate::domain::cadence::Contact;
use crate::domain::choice::Choice;
use crate::domain::moment::Moment;
use crate::domain::review::{Review, Ritual};
use crate::domain::stage::Status;
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;

/// How many accounts and deals a day asks for at most.
pub const FEW: usize = 10;

/// What a day asks for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Today {
    /// Visits past their time that nobody told of, the newest first.
    pub debrief: Vec<Visit>,
    /// Open visits of today and tomorrow.
    pub visits: Vec<Visit>,
    /// Open to-dos that were due before today.
    pub overdue: Vec<Todo>,
    /// Open to-dos that are due today.
    pub todos: Vec<Todo>,
    /// Accounts past their rhythm of contacts that no visit is planned for.
    pub cadence: Vec<Contact>,
    /// How many of those there are.
    pub cadence_count: usize,
    /// Open deals with flags, the worst first.
    pub deals: Vec<DealRow>,
    /// How many of those there are.
    pub deals_count: usize,
    /// Open deals of which nothing was asked yet, the largest first.
    pub to_qualify: Vec<DealRow>,
    /// How many of those there are.
    pub unqualified: i64,
    /// What they may bring: currency and minor units, that with most deals first.
    pub unqualified_sums: Vec<(String, i64)>,
}

/// A to-do that waits for a later day is not asked for before.
const AWAKE: &str = "gone = 0 AND state = 'open' AND (wait_until IS NULL OR wait_until <= ?1)";

impl Store {
    /// What the day of a moment asks for; of visits and to-dos `limit` each at most.
    pub fn today(&self, now: Moment, limit: i64) -> Result<Today, Fault> {
        let (today, moment) = (now.day.to_string(), now.to_string());
        let on = |days| now.day.checked_add_days(Days::new(days)).unwrap_or(now.day).to_string();
        let open = "gone = 0 AND status IN ('planned', 'ready')";
        let past = format!(
            "WHERE {open} AND \"when\" < ?2 AND \"when\" <> ?1 AND (until IS NULL OR until < ?1)
             ORDER BY \"when\" DESC, no LIMIT ?3"
        );
        let soon =
            format!("WHERE {open} AND \"when\" >= ?1 AND \"when\" < ?2 ORDER BY \"when\", no LIMIT ?3");
        let due =
            |range: &str| format!("WHERE {AWAKE} AND {range} ORDER BY ifnull(due, '9999'), no LIMIT ?2");
        let overdue = due("ifnull(due, '9999') < ?1");
        let now_due = due("ifnull(due, '9999') >= ?1 AND ifnull(due, '9999') < ?3");
        let few = i64::try_from(FEW).unwrap_or(i64::MAX);
        let funnel = self.funnel(now.day, &[])?;
        Ok(Today {
            debrief: row::all(&self.conn, &past, &[&today, &moment, &limit])?,
            visits: row::all(&self.conn, &soon, &[&today, &on(2), &limit])?,
            overdue: row::all(&self.conn, &overdue, &[&today, &limit])?,
            todos: row::all(&self.conn, &now_due, &[&today, &limit, &on(1)])?,
            cadence: self.late_contacts(now.day, now.day, FEW)?,
            cadence_count: self.count_late(now.day)?,
            deals_count: self.count_troubled()?,
            deals: self.in_trouble(few)?,
            to_qualify: if funnel.unqualified > 0 { self.to_qualify(few)? } else { Vec::new() },
            unqualified: funnel.unqualified,
            unqualified_sums: funnel.to_qualify,
        })
    }

    /// Open deals with flags, the worst first.
    pub fn in_trouble(&self, limit: i64) -> Result<Vec<DealRow>, Fault> {
        let selection = Selection { status: Some(Status::Open), order: Order::Flags, ..Selection::default() };
        let mut found = self.deals(&selection, &Window::First, limit)?;
        found.retain(DealRow::is_flagged);
        Ok(found)
    }

    /// The last time that a ritual was kept.
    pub fn last_kept(&self, ritual: Ritual) -> Result<Option<Review>, Fault> {
        let rest =
            "WHERE ritual = ?1 AND on_day IS NOT NULL AND gone = 0 ORDER BY on_day DESC, no DESC LIMIT 1";
        Ok(row::all(&self.conn, rest, &[&ritual.code()])?.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::rules::Rules;
    use crate::domain::todo::TodoState;
    use crate::domain::visit::VisitStatus;
    use crate::store::{Origin, Stamp, Tx};

    fn stamp() -> Stamp {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        Stamp { at, author: "zp".to_owned(), origin: Origin::User }
    }

    fn moment(text: &str) -> Moment {
        text.parse().expect("a moment")
    }

    fn book(work: impl FnOnce(&mut Tx) -> Result<(), Fault>) -> Store {
        let mut store = Store::memory(Rules::default()).expect("a book");
        store.transact(&stamp(), "x", work).expect("saved");
        store
    }

    fn asked(store: &Store) -> Today {
        store.today(moment("2026-11-23T09:00"), 50).expect("read")
    }

    #[test]
    fn each_visit_and_to_do_has_its_place() {
        let store = book(|tx| {
            for when in ["2026-11-20", "2026-11-23T08:00", "2026-11-23", "2026-11-24T23:00", "2026-11-25"] {
                for status in [VisitStatus::Planned, VisitStatus::Done] {
                    tx.save(&mut Visit { when: Some(moment(when)), status, ..Visit::default() })?;
                }
            }
            let until = Some("2026-11-24".parse().expect("a day"));
            tx.save(&mut Visit { when: Some(moment("2026-11-19")), until, ..Visit::default() })?;
            for due in ["2026-11-22T18:00", "2026-11-23", "2026-11-23T08:00", "2026-11-24"] {
                for state in [TodoState::Open, TodoState::Done] {
                    tx.save(&mut Todo {
                        title: due.to_owned(),
                        due: Some(moment(due)),
                        state,
                        ..Todo::default()
                    })?;
                }
            }
            let wait_until = Some("2026-12-01".parse().expect("a day"));
            tx.save(&mut Todo { due: Some(moment("2026-11-01")), wait_until, ..Todo::default() })?;
            tx.save(&mut Todo::default())?;
            Ok(())
        });
        let today = asked(&store);
        let whens = |visits: &[Visit]| -> Vec<String> {
            visits.iter().filter_map(|visit| visit.when).map(|when| when.to_string()).collect()
        };
        let titles = |todos: &[Todo]| todos.iter().map(|todo| todo.title.clone()).collect::<Vec<_>>();
        assert_eq!(whens(&today.debrief), ["2026-11-23T08:00", "2026-11-20"]);
        assert_eq!(whens(&today.visits), ["2026-11-23", "2026-11-23T08:00", "2026-11-24T23:00"]);
        assert_eq!(titles(&today.overdue), ["2026-11-22T18:00"]);
        assert_eq!(titles(&today.todos), ["2026-11-23", "2026-11-23T08:00"]);
    }

    #[test]
    fn a_planned_visit_quiets_an_account_without_contact() {
        let store = book(|tx| {
            let day = |text: &str| Some(text.parse().expect("a day"));
            for (name, cadence_days, last_contact_on, visit) in [
                ("never", Some(14), None, None),
                ("late", Some(14), day("2026-11-01"), None),
                ("later", Some(60), day("2026-01-01"), Some("2026-11-20")),
                ("in time", Some(14), day("2026-11-09"), None),
                ("no rhythm", None, day("2020-01-01"), None),
                ("quiet", Some(14), day("2026-11-01"), Some("2026-12-01")),
            ] {
                let name = name.to_owned();
                let mut account = Account { name, cadence_days, last_contact_on, ..Account::default() };
                tx.save(&mut account)?;
                if let Some(when) = visit {
                    let account = Some(account.head.id);
                    tx.save(&mut Visit { account, when: Some(moment(when)), ..Visit::default() })?;
                }
            }
            Ok(())
        });
        let names: Vec<String> = asked(&store).cadence.into_iter().map(|one| one.account.name).collect();
        assert_eq!(names, ["later", "late", "never"]);
    }

    #[test]
    fn every_part_is_found_by_an_index() {
        let store = book(|_| Ok(()));
        let plan = |sql: &str| -> String {
            let sql = format!("EXPLAIN QUERY PLAN {}", sql.replace("?1", "'2026-11-23'"));
            let mut query = store.conn.prepare(&sql).expect("a plan");
            let lines = query.query_map([], |row| row.get::<_, String>(3)).expect("lines");
            lines.map(|line| line.expect("a line")).collect::<Vec<_>>().join("\n")
        };
        let open = "gone = 0 AND status IN ('planned', 'ready')";
        for (sql, index) in [
            (
                format!(
                    "SELECT * FROM visit WHERE {open} AND \"when\" < 'x' ORDER BY \"when\" DESC, no LIMIT 9"
                ),
                "visit_open",
            ),
            (
                format!(
                    "SELECT * FROM todo WHERE {AWAKE} AND ifnull(due, '9999') < ?1 ORDER BY ifnull(due, '9999'), no LIMIT 9"
                ),
                "todo_due",
            ),
            (
                format!(
                    "SELECT * FROM account WHERE {} AND contact_due > '' AND contact_due < ?1 ORDER BY contact_due, no",
                    super::super::cadence::DUE
                ),
                "account_cadence",
            ),
        ] {
            let told = plan(&sql);
            assert!(told.contains(index), "{sql}: {told}");
            assert!(!told.contains("TEMP B-TREE FOR ORDER BY"), "{sql}: {told}");
        }
    }
}
