//! What is exported is imported as the same, and imported again it changes nothing.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::export::{Form, export};
use super::page::Page;
use super::session::Session;
use crate::action::Desk;
use crate::action::import::write;
use crate::domain::account::Account;
use crate::domain::choice::Choice;
use crate::domain::clean::{clean_line, clean_note};
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::record::{Head, Record};
use crate::domain::rules::Rules;
use crate::domain::todo::{Priority, Todo, TodoKind, TodoState};
use crate::domain::value::Extra;
use crate::domain::visit::{Aim, Visit, VisitResult, VisitStatus, VisitType, WhyKind};
use crate::import::{self, Options};
use crate::lang::Lang;
use crate::settings::Settings;
use crate::store::{Fault, Origin, Stamp, Store};

#[expect(clippy::print_stderr, reason = "a test says when it is skipped")]
fn skipped() {
    eprintln!("skipped: no shared data beside the project");
}

fn session(zone: Option<&str>) -> Session<'static> {
    let at = "2026-11-23T09:00:00+08:00".parse().unwrap();
    let stamp = Stamp { at, author: "me".into(), origin: Origin::User };
    let desk = Desk { stamp, currency: "CNY".into(), lang: Lang::En };
    let settings = Settings { zone: zone.map(str::to_owned), ..Settings::default() };
    // A book for each case, dropped with the test's process.
    let store = Box::leak(Box::new(Store::memory(Rules::default()).unwrap()));
    Session::over(store, desk, settings, false).unwrap()
}

fn text(session: &Session, what: Noun, form: Form) -> String {
    let mut out = Vec::new();
    let mut page = Page::over(&mut out, None, false, false);
    export(session, &mut page, what.code(), &[], form).unwrap();
    page.finish().unwrap();
    drop(page);
    String::from_utf8(out).unwrap()
}

fn take(session: &mut Session, bytes: &[u8]) -> [usize; 4] {
    take_as(session, bytes, None)
}

fn take_as(session: &mut Session, bytes: &[u8], as_noun: Option<Noun>) -> [usize; 4] {
    let options = Options {
        as_noun,
        currency: "CNY".into(),
        today: session.today(),
        clock: session.clock(),
        window: NaiveDate::from_ymd_opt(1990, 1, 1).zip(NaiveDate::from_ymd_opt(2060, 1, 1)),
        ..Options::default()
    };
    let reading = import::read(Arc::new(bytes.to_vec()), &options).unwrap();
    let files: Vec<_> = reading.apart().into_iter().map(|reading| ("x".to_owned(), reading)).collect();
    let rejected: usize = files.iter().map(|(_, reading)| reading.rejected.len()).sum();
    let report = write(session.store, &session.desk, &files, false, &mut |_| ()).unwrap();
    let sum = |one: fn(&crate::action::import::FileReport) -> usize| report.files.iter().map(one).sum();
    [sum(|file| file.created), sum(|file| file.updated), sum(|file| file.unchanged), rejected]
}

fn fill<R: Record>(session: &mut Session, records: Vec<R>) {
    let stamp = session.desk.stamp.clone();
    let filled = session.store.transact::<_, Fault>(&stamp, "fill", |tx| {
        for mut record in records {
            tx.save(&mut record)?;
        }
        Ok(())
    });
    filled.unwrap();
}

fn visits(session: &Session) -> Vec<Visit> {
    let bare = |visit: Visit| Visit {
        head: Head::default(),
        external_id: None,
        instant: None,
        version: None,
        account: None,
        who: Vec::new(),
        ..visit
    };
    // Times of a series stand behind what comes once in a file.
    let mut all: Vec<Visit> = session.store.every::<Visit>().unwrap().into_iter().map(bare).collect();
    all.sort_by_key(|visit| format!("{visit:?}"));
    all
}

fn todos(session: &Session) -> Vec<Todo> {
    let bare =
        |todo: Todo| Todo { head: Head::default(), external_id: None, instant: None, version: None, ..todo };
    session.store.every::<Todo>().unwrap().into_iter().map(bare).collect()
}

fn line() -> impl Strategy<Value = Option<String>> {
    let text = prop_oneof!["\\PC{0,60}", "[a-z;,:\\\\\"张王 ]{1,90}"];
    let some = text.prop_map(|text| Some(clean_line(&text).into_owned()).filter(|text| !text.is_empty()));
    prop_oneof![Just(None), some]
}

fn note() -> impl Strategy<Value = Option<String>> {
    let text = "[\\PC\n]{1,120}".prop_map(|text| Some(clean_note(&text).into_owned()));
    prop_oneof![Just(None), text.prop_map(|text| text.filter(|text| !text.is_empty()))]
}

fn extra(label: &'static str) -> impl Strategy<Value = Extra> {
    let text = "\\PC{1,40}".prop_map(|text| clean_line(&text).into_owned());
    let text = text.prop_filter("it says something", |text| !text.is_empty());
    proptest::collection::btree_map(label, text, 0..3).prop_map(Extra)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (10_000_i32..25_000).prop_map(|day| NaiveDate::from_epoch_days(day).unwrap())
}

fn moment() -> impl Strategy<Value = Moment> {
    // At three and at half past two clocks are set on; nobody makes an appointment then.
    (day(), proptest::option::of(6_u32..18)).prop_map(|(day, hour)| match hour {
        Some(hour) => Moment::at(day, NaiveTime::from_hms_opt(hour, 30, 0).unwrap()),
        None => Moment::on(day),
    })
}

fn code<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|at| T::ALL[at])
}

fn tags() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(proptest::collection::btree_set("[a-z张]{1,8}", 1..4))
        .prop_map(|tags| tags.map(|tags| tags.into_iter().collect::<Vec<_>>().join(",")))
}

fn visit() -> impl Strategy<Value = Visit> {
    let words = (line(), line(), line(), line(), line(), note(), note(), tags());
    let times = (moment(), proptest::option::of(1_i64..300), proptest::option::of(1_i64..9));
    let marks = (
        code::<VisitType>(),
        code::<VisitStatus>(),
        proptest::option::of(code::<VisitResult>()),
        proptest::option::of(code::<WhyKind>()),
        proptest::option::of(any::<bool>()),
        proptest::sample::subsequence(Aim::ALL.to_vec(), 0..=3),
        proptest::option::of(0_i64..1_000_000),
        proptest::option::of(0_i64..100),
    );
    (words, times, marks, extra("[A-Za-z][a-z;,: 张]{0,8}[a-z]")).prop_map(|(words, times, marks, extra)| {
        Visit {
            what: words.0,
            why: words.1,
            r#where: words.2,
            why_measure: words.3,
            owner: words.4,
            agenda: words.5,
            notes: words.6,
            tags: words.7,
            when: Some(times.0),
            lasts: times.1,
            until: times
                .2
                .filter(|_| times.0.time.is_none())
                .map(|days| times.0.day + chrono::Duration::days(days)),
            r#type: marks.0,
            status: marks.1,
            result: marks.2,
            why_kind: marks.3,
            customer_did: marks.4,
            aims_moved: marks.5,
            cost: marks.6,
            success_probability: marks.7,
            currency: "JPY".to_owned(),
            zone: Some("Europe/Berlin".to_owned()),
            extra,
            ..Visit::default()
        }
    })
}

/// An id and a version of another calendar, or none.
fn foreign() -> impl Strategy<Value = Option<(String, String)>> {
    let known = [
        ("ics:a,#@x.example", "0000000003 20261101T000000Z/"),
        ("ics:a#/20261101T100000", "0000000003 20261101T000000Z/"),
        ("ics:b/#/20261101", "0000000002/0000000003"),
        ("other:c#/20261101", "/0000000003 20261101T000000Z"),
        ("ics:~0123#", "0000000000"),
    ];
    proptest::option::of(proptest::sample::select(known.to_vec()))
        .prop_map(|known| known.map(|(id, version)| (id.to_owned(), version.to_owned())))
}

fn todo() -> impl Strategy<Value = Todo> {
    let words = ("[a-z张 ]{1,30}[a-z张]", line(), note(), tags(), line());
    let times = (proptest::option::of(moment()), proptest::option::of(day()), moment());
    let rules = ["every week", "after 3 days", "every month on last until 2059-12-31", "every working day"];
    let rule = proptest::option::of(proptest::sample::select(rules.to_vec()));
    let marks =
        (code::<TodoState>(), code::<TodoKind>(), proptest::option::of(code::<Priority>()), 0_i64..9, rule);
    (words, times, marks, extra("[a-z]{3,9}")).prop_map(|(words, times, marks, extra)| Todo {
        title: clean_line(&words.0).split_whitespace().collect::<Vec<_>>().join(" "),
        owner: words.1,
        notes: words.2,
        tags: words.3,
        waiting_on: words.4,
        // What recurs has a day.
        due: times.0.or(marks.4.map(|_| times.2)),
        recur: marks.4.map(str::to_owned),
        wait_until: times.1,
        done_at: Some(times.2).filter(|_| marks.0 != TodoState::Open),
        state: marks.0,
        kind: marks.1,
        priority: marks.2,
        carried: marks.3,
        extra,
        ..Todo::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn visits_come_back_from_a_calendar(
        all in proptest::collection::vec((visit(), foreign(), any::<bool>()), 1..4), is_known in any::<bool>(),
    ) {
        let zone = is_known.then_some("Asia/Shanghai");
        let mut home = session(zone);
        let count = all.len();
        fill(&mut home, vec![Account { name: "Acme; 星河".into(), ..Account::default() }]);
        let acme = home.store.every::<Account>().unwrap()[0].head.id;
        let all = all.into_iter().enumerate().map(|(at, (visit, foreign, is_acme))| Visit {
            account: is_acme.then_some(acme),
            external_id: foreign.as_ref().map(|(id, _)| id.replace('#', &at.to_string())),
            version: foreign.map(|(_, version)| version),
            ..visit
        });
        fill(&mut home, all.collect());
        let calendar = text(&home, Noun::Visit, Form::Calendar);
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        let mut away = session(zone);
        prop_assert_eq!(take(&mut away, calendar.as_bytes()), [count, 0, 0, 0], "{}", calendar);
        prop_assert_eq!(visits(&away), visits(&home), "{}", calendar);
        prop_assert_eq!(take(&mut home, calendar.as_bytes()), [0, 0, count, 0], "{}", calendar);
    }

    #[test]
    fn todos_come_back_from_every_file(all in proptest::collection::vec(todo(), 1..4)) {
        for form in [Form::Calendar, Form::TodoTxt, Form::Taskwarrior] {
            let mut home = session(Some("Asia/Shanghai"));
            fill(&mut home, all.clone());
            let written = text(&home, Noun::Todo, form);
            let mut away = session(Some("Asia/Shanghai"));
            let took = take_as(&mut away, written.as_bytes(), Some(Noun::Todo));
            prop_assert_eq!(took, [all.len(), 0, 0, 0], "{}", written);
            let again = take_as(&mut home, written.as_bytes(), Some(Noun::Todo));
            prop_assert_eq!(again, [0, 0, all.len(), 0], "{}", written);
            let known = |todo: Todo| {
                let mut todo = todo;
                // What only the file says of itself stays with the record.
                todo.extra.0.retain(|label, _| !["entry", "modified", "end", "wait", "annotations", "priority"].contains(&label.as_str()));
                todo
            };
            let both = (todos(&away).into_iter().map(known).collect::<Vec<_>>(), todos(&home).into_iter().map(known).collect::<Vec<_>>());
            prop_assert_eq!(both.0, both.1, "{}", written);
        }
    }
}

#[test]
fn a_calendar_names_what_it_changes_and_who_comes() {
    let mut home = session(None);
    let person = Person { name: "张平".into(), email: Some("zp@acme.example".into()), ..Person::default() };
    fill(&mut home, vec![person, Person { name: "Ann \"A\" Lee".into(), ..Person::default() }]);
    let who: Vec<_> = home.store.every::<Person>().unwrap().iter().map(|person| person.head.id).collect();
    let extra = Extra([("ATTENDEE".to_owned(), "Bob <bob@x.example>\nCarol".to_owned())].into());
    let when = "2026-11-26T10:00".parse().ok();
    fill(
        &mut home,
        vec![Visit {
            who: who.clone(),
            when,
            extra,
            lasts: Some(90),
            currency: "CNY".into(),
            ..Visit::default()
        }],
    );
    let first = text(&home, Noun::Visit, Form::Calendar);
    for wanted in
        ["SEQUENCE:0", "DTSTART:20261126T020000Z", "DTEND:20261126T033000Z", "DTSTAMP:20261123T010000Z"]
    {
        assert!(first.contains(&format!("{wanted}\r\n")), "{wanted}: {first}");
    }
    assert_eq!(take(&mut home, first.as_bytes()), [0, 0, 1, 0], "{first}");
    let mut visit = home.store.every::<Visit>().unwrap().remove(0);
    assert_eq!(visit.who, who);
    visit.what = Some("Demo".into());
    fill(&mut home, vec![visit.clone()]);
    let second = text(&home, Noun::Visit, Form::Calendar);
    assert!(
        second.contains(&format!("UID:{}\r\n", visit.head.id)) && !second.contains("SEQUENCE:0\r\n"),
        "{second}"
    );
}

#[test]
fn tasks_of_other_programs_come_back_with_all_they_had() {
    let path = |name: &str| format!("{}/../shared/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let Ok(export) = std::fs::read(path("todo-taskwarrior/export.json")) else {
        return skipped();
    };
    let mut home = session(Some("Asia/Shanghai"));
    assert_eq!(take(&mut home, &export), [33, 0, 0, 0]);
    let written = text(&home, Noun::Todo, Form::Taskwarrior);
    let parsed = |bytes: &[u8]| serde_json::from_slice::<Vec<serde_json::Value>>(bytes).unwrap();
    let sorted = |mut all: Vec<serde_json::Value>| {
        all.iter_mut().for_each(serde_json::Value::sort_all_objects);
        all
    };
    assert_eq!(sorted(parsed(written.as_bytes())), sorted(parsed(&export)));
    assert_eq!(take(&mut home, written.as_bytes()), [0, 0, 33, 0]);
    for name in [
        "gotodotxt_sort_todo.txt",
        "gotodotxt_tasklist_todo.txt",
        "qtodotxt2_example.txt",
        "topydo_ListCommandTest.txt",
    ] {
        let Ok(list) = std::fs::read(path(&format!("todo-todotxt/{name}"))) else { continue };
        let (mut home, mut away) = (session(None), session(None));
        let count = take(&mut home, &list)[0];
        let written = text(&home, Noun::Todo, Form::TodoTxt);
        assert_eq!(take(&mut away, written.as_bytes()), [count, 0, 0, 0], "{name}");
        assert_eq!(todos(&away), todos(&home), "{name}");
        assert_eq!(take(&mut home, written.as_bytes()), [0, 0, count, 0], "{name}");
    }
}
