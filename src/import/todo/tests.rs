//! To-do files written by hand.

use chrono::NaiveDate;

use crate::domain::clock::Clock;
use crate::import::Options;
use crate::import::reading::{Reading, Skip};
use crate::import::tests::{at_hand, read_bytes};

fn list(text: &str) -> Reading {
    let options = Options {
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        clock: Clock::named("CST-8").unwrap(),
        ..Options::default()
    };
    read_bytes(text.as_bytes(), &options).unwrap()
}

/// The fields and the kept names of each to-do.
fn told(reading: &Reading) -> Vec<String> {
    let one = |todo: &crate::import::reading::Proposal| {
        let fields = ["title", "state", "priority", "due", "wait_until", "done_at", "tags", "notes"];
        let fields: Vec<&str> = fields.iter().filter_map(|key| todo.get(key)).collect();
        let extra: Vec<String> = todo.extra.iter().map(|(label, text)| format!("{label}={text}")).collect();
        format!("{} [{}]", fields.join("|"), extra.join(" "))
    };
    at_hand(reading).iter().map(one).collect()
}

#[test]
fn todo_txt_is_read_sign_by_sign() {
    let reading = list(
        "(A) 2026-11-01 Call Ann +Acme @phone due:2026-11-30 t:2026-11-25\n\
         x 2026-11-20 2026-11-01 Offer for the +Acme deal rec:+1w\n\n\
         (D) Level:5 odd due:2026-02-32 h:1\n\
         x (C) 2026-11-02 Old one\n\
         See http://x.example @ home\n",
    );
    assert_eq!(
        told(&reading),
        [
            "Call Ann|open|high|2026-11-30|2026-11-25|Acme,@phone [created=2026-11-01 priority=A]",
            "Offer for the +Acme deal|done|2026-11-20|Acme [created=2026-11-01]",
            "Level:5 odd|open|low [Level=5 due=2026-02-32 h=1 priority=D]",
            "Old one|done|low [created=2026-11-02 priority=C]",
            "See http://x.example @ home|open []",
        ]
    );
    assert_eq!((reading.layout, reading.kept.len()), (Some("todotxt"), 1));
    let twice = list("(A) One\n(A) One\n");
    let [first, second] = at_hand(&twice) else { panic!("{twice:?}") };
    assert_eq!(second.external_id, format!("{}#2", first.external_id));
}

#[test]
fn taskwarrior_keeps_what_it_has_no_field_for() {
    let reading = list(
        "[\n{\"uuid\":\"u1\",\"description\":\"Offer\",\"status\":\"waiting\",\"due\":\"20261129T160000Z\",\
         \"priority\":\"M\",\"tags\":[\"a\",\"b\"],\"estimate\":\"30\",\"issue\":7,\
         \"annotations\":[{\"entry\":\"20261101T000000Z\",\"description\":\"asked\"}]},\n\
         {\"uuid\":\"u2\",\"description\":\"\",\"status\":\"pending\"},\n\
         {\"uuid\":\"u1\",\"description\":\"Again\",\"status\":\"pending\"},\n{broken\n]",
    );
    assert_eq!(
        told(&reading),
        [
            "Offer|open|medium|2026-11-30|a,b|asked [annotations=[{\"entry\":\"20261101T000000Z\",\"description\":\"asked\"}] \
          estimate=\"30\" issue=7 status=waiting]"
        ]
    );
    let rejected: Vec<_> = reading.rejected.iter().map(|row| (row.line, row.reason.code())).collect();
    assert_eq!(rejected, [(3, "no-name"), (4, "duplicate"), (5, "bad-json")]);
}

#[test]
fn days_of_todoist_are_read_as_they_are_typed_there() {
    for (date, due) in [
        ("2026-11-30 09:00", "2026-11-30T09:00"),
        ("Dec 3", "2026-12-03"),
        ("3 Dec 2026 14:00", "2026-12-03T14:00"),
        ("every monday at 9", "2026-11-23T09:00"),
        ("every monday 9am", "2026-11-23T09:00"),
        ("every 3 days", "2026-11-22"),
        // It would be another day with every import.
        ("tomorrow", "DATE=tomorrow"),
        ("some day", "DATE=some day"),
    ] {
        let read = told(&list(&format!("TYPE,CONTENT,DATE,PRIORITY\ntask,Call,{date},\n")));
        assert!(read.iter().any(|task| task.contains(due)), "{date}: {read:?}");
    }
}

#[test]
fn todoist_and_calcurse_are_told_by_their_form() {
    let todoist = list(
        "TYPE,CONTENT,PRIORITY,DATE\nsection,Now,,\ntask,Call @phone,1,2026-11-30\nnote,twice,,\ntask,Rest,4,every monday\n",
    );
    assert_eq!(
        told(&todoist),
        [
            "Call @phone|open|high|2026-11-30|phone|twice [priority=1 section=Now]",
            "Rest|open|2026-11-23 [priority=4 section=Now]",
        ]
    );
    assert_eq!((todoist.layout, todoist.skipped), (Some("todoist"), vec![(2, Skip::Group)]));
    let calcurse = list("[1] First\n[-7] Gone\n[0]>abc With note\n");
    assert_eq!(
        told(&calcurse),
        ["First|open|high [priority=1]", "Gone|done|low [priority=7]", "With note|open [note=abc]"]
    );
}
