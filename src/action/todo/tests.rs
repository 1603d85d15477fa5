//! The verbs, the next one of a series, and requests that hold question 8.

use super::*;
use crate::action::grammar::Command;
use crate::domain::choice::Choice;
use crate::domain::opportunity::Opportunity;
use crate::domain::rules::Rules;
use crate::lang::Lang;
use crate::store::{Origin, Stamp};

/// A desk on Monday 23 November 2026, so many days later.
fn desk(days: i64) -> Desk {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
    let at = at + chrono::TimeDelta::days(days);
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En }
}

fn try_on(store: &mut Store, days: i64, line: &str) -> Result<Done, Failure> {
    Command::parse(line).unwrap().action().unwrap().apply(store, &desk(days))
}

fn on(store: &mut Store, days: i64, line: &str) -> String {
    match try_on(store, days, line) {
        Ok(done) => done.tell(Lang::En),
        Err(failure) => panic!("{line}: {:?}", failure.tell(Lang::En)),
    }
}

fn book(lines: &[&str]) -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    for line in lines {
        on(&mut store, 0, line);
    }
    store
}

fn get(store: &Store, no: i64) -> Todo {
    store.get(no).unwrap().unwrap()
}

fn due(todo: &Todo) -> String {
    todo.due.map(|due| due.to_string()).unwrap_or_default()
}

#[test]
fn each_verb_does_what_it_says() {
    let at = "2026-11-23T09:00";
    for (line, state, is_due, owner, waits, done, said) in [
        ("todo done 1", "done", "2026-11-24T10:00", "lin", "", at, "Done: Call"),
        ("done 1", "done", "2026-11-24T10:00", "lin", "", at, "Done: Call"),
        ("todo drop 1", "dropped", "2026-11-24T10:00", "lin", "", at, "Dropped: Call"),
        ("todo defer 1 mon", "open", "2026-11-30T10:00", "lin", "", "", "Deferred to 2026-11-30 10:00: Call"),
        (
            "todo defer 1 tomorrow 16:00",
            "open",
            "2026-11-24T16:00",
            "lin",
            "",
            "",
            "Deferred to 2026-11-24 16:00: Call",
        ),
        (
            "todo give 1 Mei Chen",
            "open",
            "2026-11-24T10:00",
            "Mei Chen",
            "Mei Chen",
            "",
            "Handed over to Mei Chen: Call",
        ),
        ("todo give 1 lin", "open", "2026-11-24T10:00", "lin", "", "", "Unchanged"),
        ("todo wait 1 Li Na", "open", "2026-11-24T10:00", "lin", "Li Na", "", "Waiting on Li Na: Call"),
        ("todo set 1 state=done", "done", "2026-11-24T10:00", "lin", "", at, "To-do 1 changed: Call"),
    ] {
        let mut store = book(&["todo add title=Call due=2026-11-24T10:00"]);
        let told = on(&mut store, 0, line);
        let todo = get(&store, 1);
        let done_at = todo.done_at.map(|at| at.to_string()).unwrap_or_default();
        let seen = (
            todo.state.code(),
            due(&todo),
            todo.owner.clone().unwrap_or_default(),
            todo.waiting_on.clone().unwrap_or_default(),
            done_at,
        );
        assert_eq!(seen, (state, is_due.into(), owner.into(), waits.into(), done.into()), "{line}");
        if !matches!(line, "todo give 1 lin" | "todo set 1 state=done") {
            assert_eq!(told, said, "{line}");
        }
    }
}

#[test]
fn several_are_done_at_once_undone_at_once_and_opened_again() {
    let mut store = book(&["todo add title=A", "todo add title=B", "todo add title=C"]);
    on(&mut store, 0, "todo done 1,3");
    let states = |store: &Store| (1..=3).map(|no| get(store, no).state.code()).collect::<Vec<_>>();
    assert_eq!(states(&store), ["done", "open", "done"]);
    on(&mut store, 0, "undo");
    assert_eq!(states(&store), ["open", "open", "open"]);
    on(&mut store, 0, "todo done 1,2");
    on(&mut store, 0, "todo reopen 1");
    on(&mut store, 0, "todo set 2 state=open");
    assert_eq!(states(&store), ["open", "open", "open"]);
    assert_eq!((get(&store, 1).done_at, get(&store, 2).done_at), (None, None));
}

#[test]
fn done_on_what_recurs_makes_the_next_one() {
    // The rule, the due day, done so many days after 23 November; the next due day.
    for (rule, first, days, next) in [
        ("every monday", "2026-11-23", 0, "2026-11-30"),
        ("every monday", "2026-11-30", 0, "2026-12-07"),
        ("every monday", "2026-11-23", 9, "2026-12-07"),
        ("every 2 weeks on mon,thu", "2026-11-23", 0, "2026-11-26"),
        ("every 2 weeks on mon,thu", "2026-11-26", 3, "2026-12-07"),
        ("every month on 15", "2026-11-15", 0, "2026-12-15"),
        ("every month on 31", "2026-11-30", 7, "2026-12-31"),
        ("every month on 2nd tue", "2026-11-10T14:30", 0, "2026-12-08T14:30"),
        ("after 3 days", "2026-11-20", 0, "2026-11-26"),
        ("每周五", "2026-11-27", 1, "2026-12-04"),
    ] {
        let mut store =
            book(&[&format!("todo add title=Report recur='{rule}' due={first} priority=high tags=w")]);
        on(&mut store, days, "todo done 1");
        let two = get(&store, 2);
        assert_eq!(
            (due(&two), two.state, two.priority),
            (next.into(), TodoState::Open, get(&store, 1).priority),
            "{rule}"
        );
        assert_eq!((two.series.clone(), two.tags.as_deref()), (get(&store, 1).series, Some("w")), "{rule}");
        assert!(store.get::<Todo>(3).unwrap().is_none(), "{rule}");
    }
}

#[test]
fn the_next_one_is_the_same_however_often_it_is_made() {
    let mut store = book(&["todo add title=Report recur='every mon' due=2026-11-23"]);
    on(&mut store, 0, "todo done 1");
    let id = get(&store, 2).head.id;
    // Opened and done again while the next one waits.
    on(&mut store, 0, "todo reopen 1");
    assert_eq!(on(&mut store, 9, "todo done 1"), "Done: Report");
    assert!(store.get::<Todo>(3).unwrap().is_none());
    // Taken back and done again: the same record comes back.
    on(&mut store, 9, "undo");
    on(&mut store, 9, "undo");
    on(&mut store, 9, "undo");
    assert!(get(&store, 2).head.gone);
    assert_eq!(on(&mut store, 0, "todo done 1"), "Done: Report · next: 2026-11-30");
    assert_eq!((get(&store, 2).head.gone, get(&store, 2).head.id), (false, id));
    // Another book that knows the series makes the same one.
    let (first, worked) = ("2026-11-23".parse().unwrap(), &store.rules.workdays);
    let other = crate::domain::recur::again(&get(&store, 1), first, desk(0).stamp.today(), worked).unwrap();
    assert_eq!(other.head.id, id);
    on(&mut store, 0, "todo drop 2");
    assert!(store.get::<Todo>(3).unwrap().is_none());
}

#[test]
fn what_no_rule_or_day_is_is_refused() {
    for line in ["todo add title=A recur=sometimes", "todo defer 1 someday", "todo done 7"] {
        let mut store = book(&["todo add title=Call"]);
        assert!(matches!(try_on(&mut store, 0, line), Err(Failure::Mistake(_))), "{line}");
        assert_eq!((get(&store, 1).due, store.get::<Todo>(2).unwrap()), (None, None), "{line}");
    }
}

#[test]
fn an_open_request_holds_question_8_until_it_is_done() {
    // What is done, and whether question 8 counts and is said to be held then.
    let lines = [
        ("todo add title=Trip opportunity=1 kind=task", true),
        ("todo add title=Engineer opportunity=1 kind=ask", false),
        ("todo done 2", true),
        ("todo reopen 2", false),
        ("todo set 2 kind=task", true),
        ("todo set 2 kind=ask", false),
        ("todo remove 2", true),
        ("undo", false),
        ("todo drop 2", true),
    ];
    let mut store = book(&["opp add title=Depot", "opp answer 1 8 + grade=proven"]);
    for (line, counts) in lines {
        on(&mut store, 0, line);
        let deal: Opportunity = store.get(1).unwrap().unwrap();
        let today = desk(0).stamp.today();
        let judged = store.judgement(&deal, today).unwrap();
        let open =
            judged.gates[1].missing.iter().any(|one| one.code() == "unanswered" && one.question() == Some(8));
        assert_eq!((judged.gates[1].favourable == 1, open), (counts, !counts), "{line}");
        let hints = store.hints(&deal, today).unwrap();
        let said = hints
            .iter()
            .find(|one| one.question == 8)
            .map(|one| crate::action::sentence::hint(Lang::En, one));
        let held = "kept unknown by open requests: #2 Engineer".to_owned();
        assert_eq!(said, (!counts).then_some(held), "{line}");
    }
}
