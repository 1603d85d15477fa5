//! Visits in the shell: templates of the settings, steps, reports into files.

use std::fs;

use super::Home;

/// A home with a visit at a shop and one that is told.
fn shop() -> Home {
    let home = Home::new();
    for line in [
        "account add name=Shop industry=retail",
        "visit add account=1 what=Round when=2026-11-24T10:00",
        "visit add account=1 what=Talk when=2026-11-23",
        "visit debrief 2 result=achieved next_step=call next_on=2026-11-27",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    home
}

#[test]
fn the_steps_of_a_visit_are_filled_ticked_and_reported() {
    let home = shop();
    home.text(&["visit", "prepare", "1"]);
    assert!(home.text(&["visit", "tick", "1", "2"]).contains("Check outside: sign"));
    let report = home.text(&["report", "visit", "1", "--format", "md"]);
    assert!(
        report.contains("1/8\n\n- [ ] Prepare: ") && report.contains("\n- [x] Check outside"),
        "{report}"
    );
    let text = home.text(&["--lang", "zh", "report", "visit", "1"]);
    assert!(text.contains("[x] Check outside") && text.contains("1/8"), "{text}");
    let json = home.json(&["report", "visit", "1"]);
    assert_eq!(
        (json["steps"][0]["done"].as_bool(), json["steps"][1]["done"].as_bool()),
        (Some(false), Some(true))
    );
    let (status, error) = home.trouble(&["visit", "tick", "1", "9"]);
    assert!(status == 1 && error["message"].as_str().unwrap().contains('8'), "{error}");
    home.text(&["undo"]);
    assert_eq!(home.json(&["report", "visit", "1"])["steps"][1]["done"], false);
}

#[test]
fn the_settings_hold_more_templates() {
    let home = shop();
    let config = home.0.path().join(".config/quarterdeck");
    fs::create_dir_all(&config).unwrap();
    let write = |text: &str| fs::write(config.join("config.toml"), text).unwrap();
    write(
        "[templates.depot]\naccounts = [\"retail\"]\ntypes = [\"sales-call\"]\nsteps = [\"look\", \"ask\"]\n",
    );
    home.text(&["visit", "prepare", "1"]);
    let json = home.json(&["report", "visit", "1"]);
    assert_eq!(json["steps"].as_array().unwrap().len(), 2, "{json}");
    let (status, error) = home.trouble(&["visit", "template", "1", "nothing"]);
    let hint = error["hint"].as_str().unwrap();
    assert!(status == 1 && hint.contains("depot, store, negotiation"), "{error}");
    write("[templates.depot]\ntypes = [\"dinner\"]\nsteps = [\"look\"]\n");
    let output = home.qd(&["today"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && told.contains("config.toml:2: ") && told.contains("sales-call"),
        "{told}"
    );
}

#[test]
fn a_report_goes_into_a_new_file_and_over_none() {
    let home = shop();
    let read = |name: &str| fs::read_to_string(home.0.path().join(name)).unwrap();
    assert!(home.text(&["report", "visit", "2", "--out", "talk.md"]).contains("talk.md"));
    assert_eq!(read("talk.md"), home.text(&["report", "visit", "2", "--format", "md"]));
    assert!(home.text(&["week", "--out", "week.md"]).contains("week.md"));
    assert_eq!(home.json(&["week", "--out", "week.json"])["written"], "week.json");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&read("week.json")).unwrap(), home.json(&["week"]));
    assert_eq!(read("week.md"), home.text(&["week", "--md"]));
    home.text(&["report", "visit", "2", "--out", "talk.txt"]);
    assert!(!read("talk.txt").contains('#'), "{}", read("talk.txt"));
    fs::write(home.0.path().join("mine.md"), "mine").unwrap();
    for args in [&["report", "visit", "2", "--out", "mine.md"][..], &["week", "--out", "mine.md"]] {
        let (status, error) = home.trouble(args);
        assert!(status == 1 && error["kind"] == "mistake" && read("mine.md") == "mine", "{error}");
    }
    let (status, _) = home.trouble(&["report", "visit", "2", "--out", "no/such/folder.md"]);
    assert_eq!(status, 3);
    assert!(
        home.trouble(&["report", "visit", "99", "--out", "x.md"]).0 == 1
            && !home.0.path().join("x.md").exists()
    );
}

#[test]
fn the_week_is_a_report_in_both_languages() {
    let home = shop();
    let week = home.text(&["week", "--md"]);
    for part in [
        "# Week 2026-W48",
        "## Visits (2)",
        "- 2026-11-23 · Talk · Shop · Achieved → call (2026-11-27)",
        "- [ ] 2026-11-27 · call · Shop",
        "## Done (0)\n\nnone",
    ] {
        assert!(week.contains(part), "{part}: {week}");
    }
    let week = home.text(&["--lang", "zh", "week", "--md"]);
    assert!(week.contains("## 拜访（2）") && week.contains("达成 → call"), "{week}");
}
