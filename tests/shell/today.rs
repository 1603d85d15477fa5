//! `today` and `week` as processes: their text and their JSON.

use serde_json::{Value as Json, json};

use super::Home;

fn morning() -> Home {
    let home = Home::with_deal();
    for line in [
        "opp answer 1 3 +",
        "account set 1 cadence_days=14 last_contact_on=2026-10-01",
        "account add name=Hallbrück",
        "visit add account=2 what=Demo when=2026-11-19T14:00",
        "visit add account=2 what=Review where=Ulm when=2026-11-24T10:00",
        "visit add account=2 when=2026-11-25",
        "todo add title=late due=2026-11-20 opportunity=1",
        "todo add title=now due=2026-11-23T15:00",
        "todo add title=ready state=done done_at=2026-11-23T08:00",
        "review add ritual=sweep on_day=2026-11-14",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    home
}

fn names(list: &Json, key: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap_or("null").to_owned()).collect()
}

#[test]
fn today_tells_each_part_and_the_state_of_the_week() {
    let home = morning();
    let today = home.json(&["today"]);
    assert_eq!(names(&today["overdue"], "title"), ["late"]);
    assert_eq!(names(&today["todos"], "title"), ["now"]);
    assert_eq!(names(&today["visits"], "what"), ["Review"]);
    assert_eq!(names(&today["debrief"], "what"), ["Demo"]);
    assert_eq!(names(&today["cadence"], "name"), ["上海冷链物流"]);
    assert_eq!(names(&today["deals"], "title"), ["冷链三期"]);
    assert!(today["deals"][0]["flags"][0]["text"].is_string() && today["deals"][0]["p_calc"].is_number());
    assert_eq!(today["overdue"][0]["opportunity"]["name"], "冷链三期");
    let week = serde_json::json!({"week": "2026-W48", "swept": "2026-W46", "state": "stale", "days": 9});
    assert_eq!(today["week"], week);
    let text = home.text(&["today"]);
    for part in ["To debrief (1)", "Overdue (1)", "2/5", "→ qd ", "2026-10-01"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = home.text(&["--lang", "zh", "today"]);
    assert!(text.contains("待记结果（1）") && text.contains("预警商机（1）"), "{text}");
}

#[test]
fn an_empty_day_has_every_key_and_says_what_to_do() {
    let home = Home::new();
    let text = serde_json::to_string(&home.json(&["today"])).unwrap();
    for key in ["overdue", "visits", "todos", "deals", "debrief", "cadence"] {
        assert!(text.contains(&format!("\"{key}\":[]")), "{text}");
    }
    assert!(home.text(&["today"]).contains("qd todo add"));
}

#[test]
fn week_tells_what_was_done_what_is_open_and_what_moved() {
    let home = morning();
    home.text(&["opp", "lose", "1", "reason=price"]);
    let week = home.json(&["week"]);
    assert_eq!((week["week"].as_str(), week["to"].as_str()), (Some("2026-W48"), Some("2026-11-29")));
    assert_eq!(names(&week["done"], "title"), ["ready"]);
    assert_eq!(names(&week["open"], "title"), ["late", "now"]);
    assert_eq!(week["visits"].as_array().unwrap().len(), 2);
    assert_eq!(names(&week["moves"], "act"), ["lose"]);
    assert!(home.text(&["week"]).contains("Week 2026-W48 · 2026-11-23 to 2026-11-29"));
}

#[test]
fn last_week_is_told_on_monday_with_whose_and_for_whom_it_waits() {
    let home = Home::new();
    home.on("2026-11-18", "todo add title=Specs owner=wang waiting_on=陈晓 due=2026-11-19");
    home.on("2026-11-18", "todo add title=Quote owner=wang due=2026-11-20");
    home.on("2026-11-20", "todo done 2");
    for which in ["last", "last week", "上周", "2026-W47", "W47", "2026-11-20", "yesterday"] {
        let week = home.json(&["week", which]);
        assert_eq!((&week["week"], &week["from"]), (&json!("2026-W47"), &json!("2026-11-16")), "{which}");
        assert_eq!(week["done"][0]["title"], "Quote");
    }
    assert_eq!(home.json(&["week"])["week"], "2026-W48");
    for (lang, parts) in
        [("en", ["Owner: wang", "Waiting on: 陈晓"]), ("zh", ["负责人：wang", "等待谁：陈晓"])]
    {
        for form in [&["--lang", lang, "week", "last"][..], &["--lang", lang, "week", "last", "--md"]] {
            let text = home.text(form);
            assert!(parts.iter().all(|part| text.contains(part)), "{parts:?}: {text}");
        }
    }
    assert_eq!(home.trouble(&["week", "soon"]).0, 1);
}

#[test]
fn today_says_of_how_many_it_shows_the_first_and_those_of_tier_a_are_among_them() {
    let home = Home::new();
    let row = |at: usize| format!("客户{at},{},{}\n", if at < 30 { "C" } else { "A" }, 30);
    let rows: String = (0..32).map(row).collect();
    std::fs::write(home.0.path().join("a.csv"), format!("客户名称,客户等级,联系周期（天）\n{rows}")).unwrap();
    home.text(&["import", "a.csv"]);
    for at in 0..14 {
        home.text(&["opp", "add", &format!("title=Deal {at}"), "close_on=2026-10-01", "account=1"]);
        home.text(&["opp", "answer", &(at + 1).to_string(), "1", "+"]);
    }
    let today = home.json(&["today"]);
    assert_eq!(today["counts"], json!({"cadence": 32, "deals": 14}));
    let first: Vec<&Json> = today["cadence"].as_array().unwrap().iter().map(|one| &one["tier"]).collect();
    assert_eq!((first[0], first[1], first[2]), (&json!("a"), &json!("a"), &json!("c")));
    let text = home.text(&["today"]);
    assert!(text.contains("(10 of 14)") && text.contains("(10 of 32)"), "{text}");
    let text = home.text(&["--lang", "zh", "today"]);
    assert!(text.contains("（10/14）"), "{text}");
}
