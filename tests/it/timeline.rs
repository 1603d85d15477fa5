//! What was said last time is one key away, on every screen that is about a deal, an account or a person.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// A deal with a visit that was told and one to come.
const BOOK: &[&str] = &[
    "account add name=Depot",
    "person add name=\"Ada Lund\" account=1",
    "opp add title=Silo account=1 amount=1M close_on=+60d",
    "opp mark 1 1 buying_role=approver",
    "visit add account=1 opportunity=1 who=1 type=project-exchange when=\"2026-11-17 10:00\"",
    "visit debrief 1 result=achieved notes=\"wants references first\"",
    "visit add account=1 opportunity=1 who=1 type=site-visit when=\"2026-12-02 14:00\"",
];

#[test]
fn one_key_tells_what_was_said_last_time() {
    for (lang, way, words) in [
        (Lang::En, "/silo<cr>T", ["Project meeting with Ada Lund", "wants references first", "Achieved"]),
        (
            Lang::En,
            "/silo<cr><tab><tab>T",
            ["Project meeting with Ada Lund", "wants references first", "Achieved"],
        ),
        (Lang::Zh, "/silo<cr>T", ["项目交流（Ada Lund）", "wants references first", "达成"]),
        (Lang::En, "2T", ["Project meeting with Ada Lund", "wants references first", "Achieved"]),
        (Lang::En, "5T", ["Project meeting with Ada Lund", "wants references first", "· Silo"]),
        (Lang::En, "/depot<cr>T", ["Project meeting with Ada Lund", "wants references first", "· Silo"]),
        (Lang::En, "/depot<cr><tab>T", ["person 1", "wants references first", "· Silo"]),
    ] {
        let mut desk = Desk::with(lang, BOOK);
        desk.keys(way);
        let screen = desk.screen(120, 40);
        assert!(words.iter().all(|word| screen.contains(word)), "{way}: {screen}");
        // What is planned stands above today, with how far away it is.
        let planned = screen.lines().position(|line| line.contains("12-02"));
        let today = screen.lines().position(|line| line.contains("11-23") && !line.contains("W48"));
        let past = screen.lines().position(|line| line.contains("11-17"));
        assert!(planned < today && today < past && planned.is_some(), "{way}: {screen}");
        assert!(!screen.contains("project-exchange"), "{way}: {screen}");
    }
}

#[test]
fn a_long_timeline_is_walked_to_its_end_and_opens_what_is_there() {
    let mut lines: Vec<String> = BOOK.iter().map(|line| (*line).to_owned()).collect();
    lines.push("todo add title=\"the very first\" opportunity=1 due=2024-01-01".to_owned());
    lines.extend((0..700).map(|at| {
        format!(
            "todo add title=\"number {at}\" opportunity=1 due={}-{:02}-{:02}",
            2024 + at / 336,
            at / 28 % 12 + 1,
            at % 28 + 1
        )
    }));
    let mut desk = Desk::with(Lang::En, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    desk.keys("/silo<cr>T");
    for _ in 0..60 {
        desk.keys("<pagedown>");
    }
    let screen = desk.screen(80, 24);
    assert!(screen.contains("01-01") && screen.contains("the very first"), "{screen}");
    desk.keys("G<cr>");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("Edit: ") && screen.contains("2024-01-01"), "{screen}");
    desk.keys("<esc>g");
    assert!(desk.screen(80, 24).contains("expected to close"), "{}", desk.screen(80, 24));
}

#[test]
fn a_line_of_the_log_says_what_it_is_about() {
    let mut desk = Desk::with(Lang::En, BOOK);
    desk.keys("/silo<cr>Tb");
    let screen = desk.screen(120, 60);
    assert!(screen.contains("visit 11-17: Status: Planned → Done"), "{screen}");
    assert!(screen.contains("decision role Ada Lund: made") || screen.contains("role Ada Lund"), "{screen}");
}
