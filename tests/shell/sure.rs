//! What a verb changes is named plainly: a word from within a name changes nothing.

use serde_json::json;

use crate::Home;

/// A record of each noun that has a name, "Reef zizzle" by name, with whatever it belongs to.
fn full() -> Home {
    let home = Home::new();
    for line in [
        "account add name=Harbour",
        "account add name='Reef zizzle'",
        "person add name='Reef zizzle' account=1",
        "opp add title='Reef zizzle' account=1 amount=100 currency=EUR",
        "rep add name='Reef zizzle'",
        "competitor add name='Reef zizzle'",
        "factor add name='Reef zizzle' opportunity=1",
        "decision add name='Reef zizzle' opportunity=1",
        "visit add what='Reef zizzle' why=sign when=2026-11-24T10:00",
        "todo add title='Reef zizzle'",
    ] {
        home.text(&shlex::split(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
    }
    home
}

/// Every verb that changes or removes, with what it needs; the record stands for `@`.
const VERBS: &[&str] = &[
    "account set @ notes=x",
    "account remove @",
    "account restore @",
    "person set @ notes=x",
    "person remove @",
    "person restore @",
    "rep set @ notes=x",
    "rep remove @",
    "rep restore @",
    "competitor set @ notes=x",
    "competitor remove @",
    "competitor restore @",
    "opp set @ notes=x",
    "opp remove @",
    "opp restore @",
    "opp advance @",
    "opp retreat @ reason=x",
    "opp win @ reason=x",
    "opp lose @ reason=x",
    "opp suspend @ reason=x",
    "opp drop @ reason=x",
    "opp reopen @",
    "opp answer @ 1 +",
    "opp mark @ 1 support=+",
    "opp line @ 1 1",
    "opp fit @ 1 us +1",
    "visit set @ notes=x",
    "visit remove @",
    "visit ready @",
    "visit cancel @",
    "visit debrief @ result=achieved",
    "todo set @ notes=x",
    "todo remove @",
    "todo done @",
    "todo drop @",
    "todo defer @ friday",
    "todo give @ Bo",
    "todo wait @ Bo",
    "done @",
    "todo reopen @",
    "visit tick @ 1",
    "visit template @ demo",
    "opp rival @ Bolt",
];

#[test]
fn a_word_from_within_a_name_changes_nothing_and_the_start_of_one_does() {
    let home = full();
    let log = home.json(&["log"]);
    for verb in VERBS {
        let named = |name: &str| -> Vec<String> {
            shlex::split(verb).unwrap().into_iter().map(|word| word.replace('@', name)).collect()
        };
        let words = named("zizz");
        let (code, error) = home.trouble(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!((code, &error["kind"]), (1, &json!("mistake")), "{verb}: {error}");
        let hint = error["hint"].as_str().unwrap();
        assert!(hint.contains("Reef zizzle"), "{verb}: {error}");
        assert_eq!(home.json(&["log"]), log, "{verb}");
        // By the start of the name the same verb finds its record, whatever it says of it then.
        let other = Home::new();
        std::fs::create_dir_all(other.book().parent().unwrap()).unwrap();
        std::fs::copy(home.book(), other.book()).unwrap();
        let words = named("reef z");
        let out = other.qd(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let told = String::from_utf8_lossy(&out.stderr);
        assert!(!told.contains("“reef z”"), "{verb}: {told}");
    }
}

#[test]
fn a_word_from_within_a_name_still_shows_its_record() {
    let home = full();
    for noun in ["account", "person", "opp", "rep", "competitor", "visit", "todo"] {
        let shown = home.json(&[noun, "show", "zizz"]);
        assert!(shown.to_string().contains("Reef zizzle"), "{noun}");
    }
}

#[test]
fn kept_columns_are_merged_by_their_names() {
    let home = Home::with_deal();
    for (said, held) in [
        (r#"{"Region":"North","Team":"7"}"#, json!({"Region": "North", "Team": "7"})),
        (r#"{"Region":"South"}"#, json!({"Region": "South", "Team": "7"})),
        (r#"{"Floor":3}"#, json!({"Floor": "3", "Region": "South", "Team": "7"})),
        (r#"{"Team":null}"#, json!({"Floor": "3", "Region": "South"})),
        ("", json!(null)),
    ] {
        let shown = home.json(&["opp", "set", "1", &format!("extra={said}")]);
        let kept = if held.is_null() { json!({}) } else { held.clone() };
        assert!(shown["extra"] == held || shown["extra"] == kept, "{said}: {}", shown["extra"]);
    }
    for said in ["North", "[1]", "3"] {
        let (code, error) = home.trouble(&["opp", "set", "1", &format!("extra={said}")]);
        assert_eq!(code, 1);
        assert!(error["hint"].as_str().unwrap().contains('{'), "{error}");
    }
}
