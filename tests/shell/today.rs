//! `today` and `week` as processes: their text and their JSON.

use serde_json::Value as Json;

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
    assert!(text.contains("待复盘（1）") && text.contains("预警商机（1）"), "{text}");
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
