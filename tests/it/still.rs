//! The same again is still true: what a key, a line and a form make of an answer that already says so.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// A deal that knows question 4 in writing, question 5 by hearsay, question 6 not at all, and a rival of whom the same is
/// known.
const BOOK: &[&str] = &[
    "opp add title=Cold amount=1.2M",
    "opp answer 1 4 + grade=proven note=\"line seen in the plan\" verified_on=2026-10-02",
    "opp answer 1 5 - grade=told verified_on=2026-10-02",
    "opp rival 1 Nordwind threat=2",
    "opp answer 1 4 + subject=Nordwind grade=proven note=\"their banker\" verified_on=2026-10-02",
];

const FUNDS: &str = "budget secured";
const EVENT: &str = "compelling event";
const CRITERIA: &str = "criteria explicit";

/// The line of a question on the screen.
fn line(desk: &mut Desk, title: &str) -> String {
    let screen = desk.screen(120, 40);
    let found = screen.lines().find(|line| line.contains(title));
    found.unwrap_or_else(|| panic!("{title}: {screen}")).to_owned()
}

#[test]
fn a_key_keeps_the_grade_of_what_is_still_true_and_renews_its_day() {
    // From question 1: the keys, the question, what its line says then.
    for (keys, question, told) in [
        ("jjj+", FUNDS, "Proven 0d"),
        ("jjj+k+", FUNDS, "Proven 0d"),
        ("jjj-", FUNDS, "Guess 0d"),
        ("jjj-k+", FUNDS, "Guess 0d"),
        ("jjjj-", EVENT, "Told 0d"),
        ("jjjj+", EVENT, "Guess 0d"),
        // A grade that was chosen elsewhere raises what is known, and lowers nothing.
        ("=jjj+", FUNDS, "Proven 0d"),
        ("==jjjj-", EVENT, "Proven 0d"),
        ("==jjjjj+", CRITERIA, "Proven 0d"),
        // Chosen at the question itself it is meant.
        ("jjj=+", FUNDS, "Told 0d"),
        ("jjj<cr><cr>", FUNDS, "Proven 0d"),
    ] {
        let mut desk = Desk::with(Lang::En, BOOK);
        desk.keys("<cr>").keys(keys);
        let line = line(&mut desk, question);
        assert!(line.contains(told), "{keys}: {line}");
        let is_noted = line.contains("line seen") || keys.contains("=+") || question != FUNDS;
        assert!(is_noted, "{keys}: {line}");
    }
}

#[test]
fn through_the_rivals_eye_it_is_the_same() {
    for (keys, told) in [("+", "(Proven)"), ("=+", "(Told)"), ("j=k+", "(Proven)")] {
        let mut desk = Desk::with(Lang::En, BOOK);
        // The eye is the third view of the second tab; the question that we answer otherwise stands first.
        desk.keys("<cr><tab>bb").keys("jjj").keys(keys);
        let screen = desk.screen(120, 40);
        assert!(screen.contains("their banker"), "{screen}");
        assert!(screen.contains("Q4") && screen.contains(told), "{keys}: {screen}");
    }
}
