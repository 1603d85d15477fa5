//! The same again is still true, told in the shell, and nobody knows today what will be true tomorrow.

use serde_json::{Value as Json, json};

use super::Home;

impl Home {
    /// What a question's answer is: value, grade, note, day.
    fn answer(&self, question: usize) -> [Json; 4] {
        let gate = self.json(&["opp", "gate", "1"]);
        let answer = gate["answers"].as_array().unwrap().iter().find(|one| one["question"] == question);
        let answer = answer.unwrap();
        ["value", "grade", "note", "verified_on"].map(|key| answer[key].clone())
    }
}

const BOOK: &[(&str, &str)] = &[
    ("2026-10-01", "opp add title=Cold amount=1.2M"),
    ("2026-10-02", "opp answer 1 4 + grade=proven note=plan"),
    ("2026-10-02", "opp answer 1 5 + grade=guess note=hall"),
    ("2026-10-02", "opp answer 1 6 - grade=proven note=tender"),
    ("2026-11-20", "opp answer 1 7 + grade=told note=late"),
    ("2026-11-10", "account add name=Acme"),
    ("2026-11-10", "visit add account=1 opportunity=1 when=2026-11-16T10:00 what=talk why=x"),
];

fn book() -> Home {
    let home = Home::new();
    for (day, line) in BOOK {
        let done = home.on(day, line);
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    }
    home
}

#[test]
fn what_a_debrief_hears_is_true_as_of_the_visit_and_takes_nothing_from_better_evidence() {
    // What is said a week after the visit, the question, and what is known then.
    for (said, question, known) in [
        ("4+", 4, ["+", "proven", "plan", "2026-11-16"]),
        ("4+told", 4, ["+", "proven", "plan", "2026-11-16"]),
        ("5+told", 5, ["+", "told", "hall", "2026-11-16"]),
        ("6+told", 6, ["+", "told", "tender", "2026-11-16"]),
        ("6-", 6, ["-", "proven", "tender", "2026-11-16"]),
        // It was asked again since: the visit is not the last that is known of it.
        ("7+told", 7, ["+", "told", "late", "2026-11-20"]),
        ("8-told", 8, ["-", "told", "", "2026-11-16"]),
    ] {
        let home = book();
        home.text(&["visit", "debrief", "1", "result=achieved", &format!("answers={said}")]);
        let known = known.map(|text| if text.is_empty() { Json::Null } else { json!(text) });
        assert_eq!(home.answer(question), known, "{said}");
    }
}

#[test]
fn the_same_line_again_renews_the_day_and_is_nothing_new_on_the_same_day() {
    let home = book();
    home.text(&["opp", "answer", "1", "4", "+"]);
    assert_eq!(home.answer(4), ["+", "proven", "plan", "2026-11-23"].map(|text| json!(text)));
    let told = home.text(&["opp", "answer", "1", "4", "＋"]);
    assert!(told.contains("No changes"), "{told}");
    let told = home.text(&["opp", "answer", "1", "5", "有利"]);
    assert!(told.contains("still") && told.contains("Guess"), "{told}");
}

#[test]
fn a_day_to_come_is_no_day_on_which_something_was_verified() {
    let home = book();
    for day in ["2026-11-24", "tomorrow", "明天"] {
        let (status, error) = home.trouble(&["opp", "answer", "1", "4", "+", &format!("verified_on={day}")]);
        assert_eq!((status, &error["kind"]), (1, &json!("mistake")), "{day}: {error}");
    }
    assert_eq!(home.answer(4)[3], "2026-10-02");
    home.text(&["opp", "answer", "1", "4", "+", "verified_on=today"]);
}
