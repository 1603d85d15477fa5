//! Nothing is typed twice and nothing is a dead end: what is known counts where it is asked for.

use serde_json::Value as Json;

use super::Home;

fn made(lines: &[&str]) -> Home {
    let home = Home::new();
    for line in lines {
        home.text(&shlex::split(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
    }
    home
}

fn all(from: u8, to: u8) -> Vec<String> {
    (from..=to).map(|number| format!("opp answer 1 {number} + grade=proven")).collect()
}

fn played(home: &Home, lines: &[String]) {
    for line in lines {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
}

#[test]
fn an_open_request_holds_its_question_in_every_number_and_at_the_gate() {
    let home = made(&["account add name=Depot", "opp add title=Silo account=1 amount=1M stage=qualified"]);
    played(&home, &all(1, 10));
    let sheet = |home: &Home| home.json(&["opp", "gate", "1"]);
    let of = |sheet: &Json| {
        let answer = &sheet["answers"][7];
        (answer["value"].clone(), answer["strength"].as_i64().unwrap(), sheet["gates"][1]["result"].clone())
    };
    assert_eq!(of(&sheet(&home)), ("+".into(), 100, "pass".into()));
    home.text(&["todo", "add", "title=Two engineers", "kind=ask", "opportunity=1"]);
    let held = sheet(&home);
    assert_eq!(of(&held), ("?".into(), 0, "open".into()));
    // The score is that of the answers that are printed.
    let score: i64 = (5..10).map(|at| held["answers"][at]["strength"].as_i64().unwrap()).sum();
    assert!(score <= 400 && held["gates"][1]["score"].as_i64().unwrap() < 100, "{held}");
    let (status, error) = home.trouble(&["opp", "advance", "1"]);
    assert!(status == 1 && error["kind"] == "refused", "{error}");
    assert_eq!(home.json(&["opp", "show", "1"])["stage"], "qualified");
    assert!(home.text(&["opp", "gate", "1"]).contains("waits for an open request"));
    home.text(&["todo", "done", "1"]);
    assert_eq!(of(&sheet(&home)), ("+".into(), 100, "pass".into()));
    home.text(&["opp", "advance", "1"]);
}

#[test]
fn the_background_is_the_evidence_of_an_answer_without_a_note() {
    let home = made(&[
        "account add name=Depot",
        "opp add title=Silo account=1 bg_need='list of 420' bg_project='phase 2' bg_risk='no spare crew'",
        "opp answer 1 2 + grade=told",
        "opp answer 1 4 + grade=told note='budget line seen'",
    ]);
    let notes = |home: &Home| -> Vec<Json> {
        let sheet = home.json(&["opp", "gate", "1"]);
        sheet["answers"].as_array().unwrap().iter().map(|answer| answer["note"].clone()).collect()
    };
    let told = notes(&home);
    assert_eq!(
        (&told[1], &told[3], &told[7]),
        (&"list of 420 / phase 2".into(), &"budget line seen".into(), &"no spare crew".into())
    );
    assert_eq!(told[0], Json::Null);
    home.text(&["opp", "answer", "1", "2", "+", "note=signed list"]);
    assert_eq!(notes(&home)[1], "signed list");
    assert!(
        home.text(&["report", "deal", "1"]).contains("no spare crew")
            || home.text(&["opp", "show", "1"]).contains("no spare crew")
    );
}

#[test]
fn an_agenda_asks_on_into_the_next_gate_that_has_questions() {
    for (answered, asked) in [(0, 1), (5, 6), (10, 11)] {
        let home = made(&["account add name=Depot", "opp add title=Silo account=1 amount=1M"]);
        if answered > 0 {
            played(&home, &all(1, answered));
        }
        home.text(&["visit", "add", "account=1", "opportunity=1", "when=2026-11-24T10:00"]);
        let visit = home.json(&["visit", "prepare", "1"]);
        let agenda = visit["agenda"].as_str().unwrap_or_default();
        assert!(agenda.contains(&format!("Q{asked} ")), "{answered}: {agenda}");
    }
}

#[test]
fn a_visit_is_aimed_at_its_own_account_and_may_name_somebody_new() {
    let home = made(&[
        "account add name=Depot",
        "account add name=Elsewhere",
        "person add name='Ada Lund' account=1",
        "person add name='Bo Stranger' account=2",
        "opp add title=Silo account=1",
        "visit add account=1 when=2026-11-24T10:00",
    ]);
    for line in [
        &["visit", "set", "1", "who=2"][..],
        &["visit", "set", "1", "who=1,2"],
        &["visit", "add", "account=1", "who=2"],
        &["visit", "add", "opportunity=1", "who=2"],
    ] {
        let (status, error) = home.trouble(line);
        assert!(
            status == 1 && error["message"].as_str().unwrap().contains("Bo Stranger"),
            "{line:?}: {error}"
        );
    }
    assert_eq!(home.json(&["visit", "add", "who=2", "what=Call"])["account"]["name"], "Elsewhere");
    let visit = home.json(&["visit", "add", "account=+Harbour", "who=+Cy New,+Di Neu", "when=2026-11-25"]);
    assert_eq!(
        (visit["account"]["name"].clone(), visit["who"][1]["name"].clone()),
        ("Harbour".into(), "Di Neu".into())
    );
    assert_eq!(home.json(&["person", "show", "Cy New"])["account"]["name"], "Harbour");
    home.text(&["undo"]);
    assert_eq!(home.json(&["person", "list"]).as_array().unwrap().len(), 2);
    let (status, error) = home.trouble(&["visit", "add"]);
    assert!(status == 1 && error["kind"] == "mistake", "{error}");
    assert_eq!(home.json(&["visit", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn people_and_accounts_are_made_where_a_deal_names_them() {
    let home = made(&[
        "opp add title=Silo",
        "opp set 1 account=+Depot",
        "opp mark 1 '+Ada Lund' buying_role=decider",
    ]);
    let deal = home.json(&["opp", "show", "1"]);
    assert_eq!(deal["account"]["name"], "Depot");
    assert_eq!(home.json(&["person", "show", "Ada Lund"])["account"]["name"], "Depot");
    assert_eq!(deal["people"][0]["buying_role"], "decider");
    // Who is known there is met, not made again.
    home.text(&["opp", "mark", "1", "+ada lund", "support=+"]);
    assert_eq!(home.json(&["person", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_deal_is_lost_to_its_only_rival_where_nobody_says_otherwise() {
    for (rivals, said, to) in [
        (&["Kestrel"][..], None, Json::from("Kestrel")),
        (&["Kestrel"], Some("rival=Merlin"), "Merlin".into()),
        (&["Kestrel", "Merlin"], None, Json::Null),
        (&[], None, Json::Null),
    ] {
        let home = made(&["account add name=Depot", "opp add title=Silo account=1"]);
        for rival in rivals {
            home.text(&["opp", "rival", "1", rival]);
        }
        let line: Vec<&str> = ["opp", "lose", "1", "reason=price"].into_iter().chain(said).collect();
        home.text(&line);
        assert_eq!(home.json(&["opp", "show", "1"])["rival"], to, "{rivals:?} {said:?}");
    }
}

#[test]
fn the_report_of_a_visit_tells_what_was_written_with_it_and_no_record_numbers() {
    let home = made(&[
        "account add name=Depot",
        "person add name='Ada Lund' account=1",
        "opp add title=Silo account=1",
        "visit add account=1 opportunity=1 who=1 when=2026-11-20T10:00",
        "visit debrief 1 result=achieved answers=4+,9- marks='Ada Lund:support=+' next_step='send the list' next_on=2026-11-27 next_visit=2026-12-03",
        "visit add account=1 opportunity=1 when=2026-12-20",
        "opp answer 1 1 + grade=told",
    ]);
    for (lang, parts) in [
        ("en", ["Access to funds: Favourable", "send the list", "2026-12-03", "Ada Lund: ", "Unfavourable"]),
        ("zh", ["项目资金：有利", "send the list", "2026-12-03", "Ada Lund：", "不利"]),
    ] {
        let report = home.text(&["--lang", lang, "report", "visit", "1"]);
        for part in parts {
            assert!(report.contains(part), "{part}: {report}");
        }
        assert!(!report.contains("(1)") && !report.contains("2026-12-20"), "{report}");
    }
    let json = home.json(&["report", "visit", "1"]);
    let asked: Vec<i64> =
        json["answers"].as_array().unwrap().iter().map(|one| one["question"].as_i64().unwrap()).collect();
    assert_eq!(asked, [4, 9]);
}
