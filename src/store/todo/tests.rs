//! Groups by day, windows that meet, filters, and the indexes that do it.

use super::*;
use crate::domain::moment::Moment;
use crate::domain::rules::Rules;
use crate::store::query::Test;
use crate::store::{Origin, Stamp};

fn stamp() -> Stamp {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-25T09:00:00+08:00").unwrap();
    Stamp { at, author: "lin".to_owned(), origin: Origin::User }
}

fn todo(title: &str, due: &str, change: impl Fn(&mut Todo)) -> Todo {
    let due: Option<Moment> = due.parse().ok();
    let mut todo = Todo { title: title.to_owned(), due, ..Todo::default() };
    change(&mut todo);
    todo
}

fn book(todos: Vec<Todo>) -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    let saved = store.transact(&stamp(), "x", |tx| {
        for mut todo in todos {
            tx.save(&mut todo)?;
        }
        Ok::<_, Fault>(())
    });
    saved.unwrap();
    store
}

/// On Wednesday 25 November 2026.
fn agenda() -> Agenda {
    Agenda::open(stamp().today())
}

fn shown(lines: &[Entry]) -> Vec<String> {
    let one = |line: &Entry| match line {
        Entry::Head(group, count) => format!("{} {count}", group.code()),
        Entry::Todo(row) => row.title.clone(),
    };
    lines.iter().map(one).collect()
}

fn sample() -> Store {
    let day = |text: &str| text.parse().ok();
    book(vec![
        todo("late", "2026-11-24T18:00", |_| {}),
        todo("later than late", "2026-11-02", |one| one.priority = Some(Priority::Low)),
        todo("noon", "2026-11-25T12:00", |one| one.priority = Some(Priority::High)),
        todo("all day", "2026-11-25", |_| {}),
        todo("first of the day", "2026-11-25", |one| one.priority = Some(Priority::High)),
        todo("sunday", "2026-11-29", |one| one.tags = Some("home".to_owned())),
        todo("monday", "2026-11-30", |_| {}),
        todo("some day", "", |_| {}),
        todo("on Mei", "2026-11-20", |one| one.waiting_on = Some("Mei".to_owned())),
        todo("from friday", "2026-12-01", |one| one.wait_until = day("2026-11-27")),
        todo("since today", "2026-11-26", |one| one.wait_until = day("2026-11-25")),
        todo("finished", "2026-11-20", |one| {
            (one.state, one.done_at) = (TodoState::Done, "2026-11-24T10:00".parse().ok());
        }),
        todo("finished later", "", |one| {
            (one.state, one.done_at) = (TodoState::Dropped, "2026-11-24T11:00".parse().ok());
        }),
        todo("long ago", "", |one| {
            (one.state, one.done_at) = (TodoState::Done, "2026-10-01".parse().ok());
        }),
    ])
}

#[test]
fn to_dos_stand_in_their_groups_by_day_and_then_by_priority() {
    let store = sample();
    let counts = store.todo_counts(&agenda()).unwrap();
    let lines = store.todo_lines(&agenda(), &counts, &Window::First, 99).unwrap();
    let expected = [
        "overdue 2",
        "later than late",
        "late",
        "today 3",
        "first of the day",
        "all day",
        "noon",
        "week 2",
        "since today",
        "sunday",
        "later 1",
        "monday",
        "dateless 1",
        "some day",
        "waiting 2",
        "on Mei",
        "from friday",
    ];
    assert_eq!(shown(&lines), expected);
    let done = Agenda { closed: true, ..agenda() };
    let counts = store.todo_counts(&done).unwrap();
    let lines = store.todo_lines(&done, &counts, &Window::First, 99).unwrap();
    assert_eq!(shown(&lines), ["done 2", "finished later", "finished"]);
    let tagged = Term::of("tags", Test::Like, Value::Text("home".to_owned()));
    let home = Agenda { terms: vec![tagged], ..agenda() };
    assert_eq!(store.todo_counts(&home).unwrap(), [(Group::Week, 1)]);
    assert_eq!(store.todos_in(&home, Group::Week, 9).unwrap().len(), 1);
}

#[test]
fn each_order_sorts_within_the_groups() {
    let mut store = sample();
    let made = store.transact(&stamp(), "x", |tx| {
        for (name, title) in [("Zeta 1", "of zeta 1"), ("Zeta", "of zeta"), ("acme", "of acme")] {
            let mut account = crate::domain::account::Account { name: name.to_owned(), ..Default::default() };
            tx.save(&mut account)?;
            let mut one = todo(title, "2026-11-25", |_| {});
            one.account = Some(account.head.id);
            tx.save(&mut one)?;
        }
        Ok::<_, Fault>(())
    });
    made.unwrap();
    let today = |order| {
        let agenda = Agenda { order, ..agenda() };
        let rows = store.todos_in(&agenda, Group::Today, 99).unwrap();
        rows.into_iter().map(|row| row.title).collect::<Vec<_>>()
    };
    let due = ["first of the day", "all day", "of zeta 1", "of zeta", "of acme", "noon"];
    let of_today = |titles: Vec<String>| -> Vec<String> {
        titles.into_iter().filter(|title| due.contains(&title.as_str())).collect()
    };
    for (order, expected) in [
        (TodoOrder::Due, due),
        (TodoOrder::Priority, ["first of the day", "noon", "all day", "of zeta 1", "of zeta", "of acme"]),
        (TodoOrder::Account, ["of acme", "of zeta", "of zeta 1", "all day", "first of the day", "noon"]),
        (TodoOrder::Age, ["noon", "all day", "first of the day", "of zeta 1", "of zeta", "of acme"]),
    ] {
        assert_eq!(of_today(today(order)), expected, "{order:?}");
    }
}

#[test]
fn windows_of_any_size_meet_in_both_directions() {
    let store = sample();
    let orders = TodoOrder::ALL.map(|order| Agenda { order, ..agenda() });
    for agenda in orders.into_iter().chain([Agenda { closed: true, ..agenda() }]) {
        let counts = store.todo_counts(&agenda).unwrap();
        let read = |window: &Window<Spot>, limit| store.todo_lines(&agenda, &counts, window, limit).unwrap();
        let all = read(&Window::First, 99);
        for size in 1..=5 {
            let mut down = read(&Window::First, size);
            while let Some(last) = down.last().map(Entry::spot) {
                let more = read(&Window::After(last), size);
                if more.is_empty() {
                    break;
                }
                down.extend(more);
            }
            assert_eq!(shown(&down), shown(&all), "{size} down");
            let mut up = read(&Window::Last, size);
            while let Some(first) = up.first().map(Entry::spot) {
                let mut more = read(&Window::Before(first), size);
                if more.is_empty() {
                    break;
                }
                more.append(&mut up);
                up = more;
            }
            assert_eq!(shown(&up), shown(&all), "{size} up");
        }
        for (at, entry) in all.iter().enumerate() {
            assert_eq!(shown(&read(&Window::From(entry.spot()), 99)), shown(&all[at..]), "from {at}");
        }
    }
}

#[test]
fn every_group_is_a_stretch_of_an_index_and_nothing_is_sorted() {
    let store = sample();
    for order in [TodoOrder::Due, TodoOrder::Priority] {
        let agenda = Agenda { order, ..agenda() };
        for group in Group::OPEN.into_iter().chain([Group::Done]) {
            let spot = Spot { group, key: "2026-11-25".to_owned(), presses: 1, no: 1 };
            for cut in [Cut::Whole, Cut::Beyond(&spot, false)] {
                let (condition, sql) = agenda.part(group, cut, false, 9);
                let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
                let lines = query.query_map(condition.params().as_slice(), |row| row.get::<_, String>(3));
                let plan: Vec<String> = lines.unwrap().map(Result::unwrap).collect();
                let plan = plan.join("; ");
                let by_index = plan.contains("INDEX todo_") && !plan.contains("B-TREE");
                assert!(by_index, "{order:?} {group:?}: {plan}");
            }
        }
    }
}
