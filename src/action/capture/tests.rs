//! Lines that become records, over a small book.

use chrono::DateTime;

use super::*;
use crate::action::Action;
use crate::domain::record::Record;
use crate::domain::rules::Rules;
use crate::lang::Lang;
use crate::store::{Origin, Stamp};

fn desk() -> Desk {
    let at = DateTime::parse_from_rfc3339("2026-11-18T09:00:00+08:00").unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En }
}

fn book() -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    for line in [
        "account add name=云澜市中心医院 short=云澜医院",
        "account add name=\"Acme Corp\"",
        "person add name=张平 account=1",
        "person add name=李强 account=1",
        "person add name=李强 account=2",
        "opp add title=双活灾备一期 account=1",
    ] {
        let action = super::super::grammar::Command::parse(line).unwrap().action().unwrap();
        action
            .apply(&mut store, &desk())
            .unwrap_or_else(|failure| panic!("{line}: {:?}", failure.tell(Lang::En)));
    }
    store
}

fn made<R: Record>(line: &str, about: Option<(Noun, i64)>) -> R {
    let mut store = book();
    let done = Action::Capture(line.to_owned(), about).apply(&mut store, &desk());
    let done = done.unwrap_or_else(|failure| panic!("{line}: {:?}", failure.tell(Lang::En)));
    store.get(done.record.unwrap().1).unwrap().unwrap()
}

fn book_id(store: &Store, noun: Noun, no: i64) -> Id {
    store.meant(noun, &no.to_string()).unwrap().remove(0).id
}

#[test]
fn a_line_makes_a_visit_with_its_customer() {
    let mut store = book();
    let line = "拜访 zp 周四10点 确认预算批准日期 @深圳";
    let done = Action::Capture(line.to_owned(), None).apply(&mut store, &desk()).unwrap();
    let visit: Visit = store.get(done.record.unwrap().1).unwrap().unwrap();
    assert_eq!(visit.who, [book_id(&store, Noun::Person, 1)]);
    assert_eq!(visit.account, Some(book_id(&store, Noun::Account, 1)));
    assert_eq!(visit.when.map(|when| when.to_string()).as_deref(), Some("2026-11-19T10:00"));
    assert_eq!((visit.why.as_deref(), visit.r#where.as_deref()), (Some("确认预算批准日期"), Some("深圳")));
    assert_eq!((visit.what.as_deref(), visit.filled()), (Some("Sales call"), 5));
    assert_eq!(visit.owner.as_deref(), Some("lin"));
    // One line is one step of undo.
    Action::Undo(None).apply(&mut store, &desk()).unwrap();
    assert!(store.find("确认预算", None, 5).unwrap().is_empty());
}

#[test]
fn a_line_makes_a_todo_with_its_fields() {
    let todo: Todo = made("every 2 weeks on fri send report to Acme !! #key 9:00", None);
    assert_eq!(todo.title, "send report to Acme");
    assert_eq!(todo.recur.as_deref(), Some("every 2 weeks on fri"));
    assert_eq!(todo.due.map(|due| due.to_string()).as_deref(), Some("2026-11-20T09:00"));
    assert!(todo.series.is_some() && todo.occurrence.is_some_and(|day| day.to_string() == "2026-11-20"));
    assert_eq!((todo.tags.as_deref(), todo.account.is_some()), (Some("key"), true));
    let title = made::<Todo>("a=b: pay c=d", None).title;
    assert_eq!(title, "a=b: pay c=d");
}

#[test]
fn what_is_in_view_is_linked_unless_the_line_names_another() {
    let todo: Todo = made("send minutes", Some((Noun::Opp, 1)));
    assert!(todo.opportunity.is_some() && todo.account.is_some());
    let todo: Todo = made("send minutes to Acme", Some((Noun::Opp, 1)));
    assert!(todo.opportunity.is_none() && todo.account.is_some());
    let todo: Todo = made("send minutes", Some((Noun::Account, 1)));
    assert!(todo.opportunity.is_none() && todo.account.is_some());
    // Of two with one name, the one of the account in view is meant.
    let visit: Visit = made("拜访李强 周四", Some((Noun::Opp, 1)));
    assert_eq!(visit.who.len(), 1);
}

#[test]
fn a_name_that_may_mean_several_is_refused_with_the_candidates() {
    let mut store = book();
    let failure = Action::Capture("拜访李强 周四".to_owned(), None).apply(&mut store, &desk()).unwrap_err();
    let told = failure.tell(Lang::En);
    assert!(
        told.hint.is_some_and(
            |hint| hint.contains("2 李强 (云澜市中心医院)") && hint.contains("3 李强 (Acme Corp)")
        )
    );
    assert!(store.meant(Noun::Visit, "1").unwrap().is_empty());
    for line in ["拜访李强 #3 周四", "拜访Acme的李强 周四"] {
        assert!(Action::Capture(line.to_owned(), None).apply(&mut store, &desk()).is_ok(), "{line}");
    }
    assert!(Action::Capture("  ".to_owned(), None).apply(&mut store, &desk()).is_err());
}
