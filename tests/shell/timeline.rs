//! What was said last time, and what records are called wherever they are told.

use serde_json::Value as Json;

use super::Home;

/// A deal with something of every kind, spread over three weeks.
fn told() -> Home {
    let home = Home::new();
    let lines = [
        "account add name=Depot",
        "person add name='Ada Lund' account=1",
        "person add name='Max Roth' account=1",
        "opp add title=Silo account=1 amount=1M currency=EUR close_on=2026-12-24",
        "opp mark 1 1 buying_role=approver",
        "opp mark 1 2 buying_role=user",
        "opp line 1 1 2 kind=influences",
        "competitor add name=Kestrel",
        "rival add opportunity=1 competitor=1",
        "factor add opportunity=1 name=Price",
        "opp fit 1 1 us 2",
        "decision add opportunity=1 name='Board meets' due=2026-12-15",
        "cost add opportunity=1 on_day=2026-11-12 hours=3 note=travel",
        "visit add account=1 opportunity=1 who=1 type=project-exchange when=2026-11-17T10:00",
        "visit debrief 1 result=achieved notes='wants references first' next_step='send three' next_on=2026-11-27",
        "visit add account=1 opportunity=1 who=1,2 type=site-visit when=2026-12-02T14:00",
        "todo add title='Call about the hall' opportunity=1 due=2026-11-26",
        "opp answer 1 2 + grade=told note='seen on paper' verified_on=2026-11-16 source=1",
        "opp answer 1 4 - subject=Kestrel verified_on=2026-11-15",
        "opp set 1 p_rep=40",
        "opp set 1 notes='Union worries about night shifts'",
        "opp advance 1 reason='the fair is over'",
        "review add ritual=account account=1 verdict=keep reason=grows idea=fair",
    ];
    for line in lines {
        home.text(&shlex::split(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
    }
    home
}

/// Day, kind and text of each entry.
fn entries(shown: &Json) -> Vec<(String, String, String)> {
    let text = |entry: &Json, key: &str| entry[key].as_str().unwrap().to_owned();
    let all = shown["timeline"].as_array().unwrap_or_else(|| panic!("no timeline"));
    all.iter().map(|entry| (text(entry, "on"), text(entry, "kind"), text(entry, "text"))).collect()
}

#[test]
fn a_deal_an_account_and_a_person_carry_one_dated_timeline() {
    let home = told();
    let deal = home.json(&["opp", "show", "1"]);
    let all = entries(&deal);
    let days: Vec<&String> = all.iter().map(|(on, ..)| on).collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "{days:?}");
    for (on, kind, text) in [
        ("2026-12-24", "close", ""),
        ("2026-12-15", "decision", "Board meets"),
        ("2026-12-02", "visit", "Site visit with Ada Lund, Max Roth"),
        ("2026-11-26", "todo", "Call about the hall"),
        ("2026-11-23", "move", "because the fair is over"),
        ("2026-11-23", "odds", "40"),
        ("2026-11-23", "note", "Union worries about night shifts"),
        (
            "2026-11-17",
            "visit",
            "Project meeting with Ada Lund: Achieved; wants references first; next: send three",
        ),
        ("2026-11-16", "answer", "seen on paper; told by Ada Lund"),
        ("2026-11-15", "answer", "Kestrel"),
        ("2026-11-12", "cost", "3 h: travel"),
    ] {
        let found = all.iter().any(|one| one.0 == on && one.1 == kind && one.2.contains(text));
        assert!(found, "{on} {kind} {text}: {all:#?}");
    }
    let numbers = |shown: &Json, key: &str| -> Vec<i64> {
        shown[key].as_array().unwrap().iter().map(|one| one["no"].as_i64().unwrap()).collect()
    };
    assert_eq!((numbers(&deal, "visits"), numbers(&deal, "todos").contains(&1)), (vec![2, 1], true));
    let account = home.json(&["account", "show", "1"]);
    assert_eq!(numbers(&account, "visits"), [2, 1]);
    assert!(entries(&account).iter().any(|one| one.1 == "review" && one.2.contains("grows")));
    assert!(entries(&account).iter().any(|one| one.1 == "visit" && one.2.ends_with("Silo")));
    // Max came to the second visit only, and is second among its people.
    let person = home.json(&["person", "show", "2"]);
    assert_eq!(numbers(&person, "visits"), [2]);
    home.text(&["visit", "set", "2", "who=1"]);
    assert_eq!(numbers(&home.json(&["person", "show", "2"]), "visits"), [0; 0]);
    assert_eq!(numbers(&home.json(&["person", "show", "1"]), "visits"), [2, 1]);
    for line in
        ["opp show 1", "account show 1", "person show 1", "report deal 1", "report deal 1 --format md"]
    {
        let text = home.text(&line.split(' ').collect::<Vec<_>>());
        assert!(text.contains("wants references first"), "{line}: {text}");
    }
}

#[test]
fn what_was_taken_back_is_not_told() {
    let home = told();
    let odds =
        |home: &Home| entries(&home.json(&["opp", "show", "1"])).iter().filter(|one| one.1 == "odds").count();
    home.text(&["opp", "set", "1", "p_rep=55"]);
    assert_eq!(odds(&home), 2);
    home.text(&["undo"]);
    assert_eq!(odds(&home), 1);
    home.text(&["redo"]);
    assert_eq!(odds(&home), 2);
    home.text(&["visit", "remove", "1"]);
    assert!(entries(&home.json(&["opp", "show", "1"])).iter().all(|one| !one.2.contains("references")));
}

/// Every noun's first record as it is called in both languages.
const NAMES: &[(&str, &str, &str)] = &[
    ("account", "Depot", "Depot"),
    ("person", "Ada Lund", "Ada Lund"),
    ("opp", "Silo", "Silo"),
    ("answer", "question 2", "第2题"),
    ("answer", "question 4, Kestrel", "第4题（Kestrel）"),
    ("step", "Advanced", "推进"),
    ("role", "Ada Lund", "Ada Lund"),
    ("influence", "Ada Lund → Max Roth", "Ada Lund → Max Roth"),
    ("decision", "Board meets", "Board meets"),
    ("factor", "Price", "Price"),
    ("fit", "Price", "Price"),
    ("competitor", "Kestrel", "Kestrel"),
    ("rival", "Kestrel", "Kestrel"),
    ("cost", "travel", "travel"),
    ("visit", "Project meeting", "项目交流"),
    ("todo", "Call about the hall", "Call about the hall"),
    ("review", "Key-account review", "大客户盘点"),
];

#[test]
fn every_record_has_a_name_in_words_wherever_it_is_told() {
    for (lang, zh) in [("en", false), ("zh", true)] {
        let home = told();
        for (noun, en, chinese) in NAMES {
            let name = if zh { chinese } else { en };
            if matches!(*noun, "account" | "role" | "influence" | "decision" | "rival" | "cost" | "visit") {
                let shown = home.text(&["--lang", lang, noun, "show", "1"]);
                assert!(shown.lines().next().unwrap().contains(name), "{lang} {noun}: {shown}");
                let removed = home.text(&["--lang", lang, noun, "remove", "1"]);
                assert!(removed.contains(name), "{lang} {noun}: {removed}");
                home.text(&["undo"]);
            }
        }
        let mut called: Vec<(String, String)> = Vec::new();
        loop {
            let undone = home.json(&["--lang", lang, "undo"]);
            let Some(records) = undone["undone"]["records"].as_array() else { break };
            for record in records {
                let text = |key: &str| record[key].as_str().unwrap().to_owned();
                assert!(!text("name").trim().is_empty() && text("name").len() != 36, "{lang}: {record}");
                called.push((text("noun"), text("name")));
            }
        }
        for (noun, en, chinese) in NAMES {
            let name = if zh { chinese } else { en };
            let found = called.iter().any(|(own, told)| own == noun && told == name);
            assert!(found, "{lang} {noun} {name}: {called:?}");
        }
    }
}
