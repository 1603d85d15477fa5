//! A deal in the shell: its record, its gates, its sheet, its people.

use serde_json::{Value as Json, json};

use super::Home;

#[test]
fn a_deal_as_json_has_every_field_and_money_in_major_units() {
    let home = Home::with_deal();
    let list = home.json(&["opp", "list"]);
    let deal = &list[0];
    for key in
        ["title", "stage", "status", "owner", "p_calc", "category", "next_step", "next_on", "flags", "id"]
    {
        assert!(deal.get(key).is_some(), "{key}");
    }
    assert_eq!(deal["amount"].to_string(), "1200000");
    assert_eq!((&deal["account"]["name"], &deal["account"]["no"]), (&json!("上海冷链物流"), &json!(1)));
    let dates = (&deal["close_on"], &deal["created_at"]);
    assert_eq!(dates, (&json!("2026-11-30"), &json!("2026-11-23T09:00:00+08:00")));
    let empty = (&deal["removed"], &deal["pressures"], &deal["p_rep"], &deal["extra"]);
    assert_eq!(empty, (&json!(false), &json!([]), &Json::Null, &json!({})));
    let shown = home.json(&["opp", "show", "冷链三期"]);
    for (key, value) in deal.as_object().unwrap() {
        assert_eq!(&shown[key], value, "{key}");
    }
    assert_eq!(shown["answers"].as_array().map(Vec::len), Some(15));
    for order in ["close", "amount", "flags", "account", "owner", "title", "newest"] {
        let order = format!("sort={order}");
        assert_eq!(home.json(&["opp", "list", &order]), list, "{order}");
        assert!(home.text(&["opp", "list", &order]).contains("冷链三期"), "{order}");
    }
}

#[test]
fn a_gate_and_the_funnel_have_the_agreed_shapes() {
    let home = Home::with_deal();
    let changed = home.json(&["opp", "answer", "1", "4", "+", "grade=told", "note=批文"]);
    assert_eq!(changed["no"], 1);
    let gate = home.json(&["opp", "gate", "1"]);
    assert_eq!((&gate["gates"][0]["gate"], &gate["gates"][0]["result"]), (&json!(1), &json!("open")));
    let answer = &gate["answers"][3];
    assert_eq!(
        (&answer["question"], &answer["value"], &answer["grade"]),
        (&json!(4), &json!("+"), &json!("told"))
    );
    assert_eq!((&answer["strength"], &answer["verified_on"]), (&json!(70), &json!("2026-11-23")));
    let parts = gate["p_parts"].as_array().unwrap();
    let points: i64 = parts.iter().map(|part| part["points"].as_i64().unwrap()).sum();
    assert_eq!(Some(points), gate["p_calc"].as_i64());
    assert!(gate["flags"][0]["level"] == "medium" && gate["flags"][0]["text"].is_string());
    let funnel = home.json(&["funnel"]);
    let first = &funnel["stages"][0];
    assert_eq!(
        (&funnel["as_of"], &first["stage"], &first["count"]),
        (&json!("2026-11-23"), &json!("potential"), &json!(1))
    );
    assert_eq!(first["amounts"][0]["amount"].to_string(), "1200000");
    assert_eq!((&funnel["lost"]["count"], &funnel["win_rate"]), (&json!(0), &Json::Null));
    assert_eq!(home.json(&["funnel", "--as-of", "yesterday"])["stages"][0]["count"], 0);
    home.json(&["opp", "win", "1", "reason=value"]);
    assert_eq!(home.json(&["funnel"])["win_rate"].to_string(), "1.0");
    assert_eq!(home.json(&["report", "won", "--by", "quarter"])[0]["key"], "2026-Q4");
}

#[test]
fn a_deal_that_came_in_late_stood_where_it_came_in_before_its_first_move() {
    let home = Home::new();
    home.text(&["opp", "add", "title=Late", "stage=mine", "opened_on=2026-06-01", "stage_since=2026-08-01"]);
    home.text(&["opp", "advance", "1", "reason=board"]);
    let steps = &home.json(&["opp", "show", "1"])["steps"];
    assert_eq!((&steps[0]["act"], &steps[0]["from_stage"]), (&json!("enter"), &Json::Null));
    assert_eq!(&steps[0]["on_day"], "2026-08-01");
    for (day, stage) in [("2026-05-01", None), ("2026-07-01", Some(2)), ("2026-09-01", Some(2))] {
        let funnel = home.json(&["funnel", "--as-of", day]);
        let found = (0..4).find(|at| funnel["stages"][at]["count"] == 1);
        assert_eq!(found, stage, "{day}");
    }
}

#[test]
fn a_deal_that_is_opened_again_stands_in_the_funnel_as_it_did() {
    let home = Home::new();
    home.text(&[
        "opp",
        "add",
        "title=Late",
        "opened_on=2026-06-01",
        "stage_since=2026-07-01",
        "close_on=2027-03-01",
    ]);
    home.text(&["opp", "win", "1", "reason=price"]);
    home.text(&["opp", "reopen", "1"]);
    let deal = home.json(&["opp", "show", "1"]);
    let days = (&deal["close_on"], &deal["stage_since"], &deal["close_moves"]);
    assert_eq!(days, (&json!("2027-03-01"), &json!("2026-07-01"), &json!(0)));
    for line in [&["funnel"][..], &["funnel", "--as-of", "2026-11-23"]] {
        assert_eq!(home.json(line)["stages"][0]["days"], 145, "{line:?}");
    }
}

#[test]
fn who_says_an_answer_is_made_with_it_where_the_book_has_nobody_called_so() {
    let home = Home::new();
    home.text(&["account", "add", "name=Depot"]);
    home.text(&["opp", "add", "title=Silo", "account=1"]);
    home.text(&["opp", "answer", "1", "4", "+", "source=+Wang Lei"]);
    home.text(&["opp", "answer", "1", "5", "+", "source=+wang lei"]);
    let people = home.json(&["person", "list"]);
    assert_eq!(people.as_array().map(Vec::len), Some(1));
    assert_eq!((&people[0]["name"], &people[0]["account"]["name"]), (&json!("Wang Lei"), &json!("Depot")));
    home.text(&["undo"]);
    home.text(&["undo"]);
    assert_eq!(home.json(&["person", "list"]).as_array().map(Vec::len), Some(0));
    assert_eq!(home.json(&["opp", "gate", "1"])["answers"][3]["value"], "?");
}

#[test]
fn a_deal_sheet_is_text_markdown_or_json_and_nothing_in_it_breaks_out() {
    let home = Home::with_deal();
    home.text(&["opp", "answer", "1", "4", "-", "grade=told", "note=a|b\nc\u{1b}[2J"]);
    home.text(&["opp", "set", "1", "margin_pct=10"]);
    home.text(&["cost", "add", "opportunity=1", "hours=1.5", "amount=8000", "note=差旅|住宿"]);
    let sheet = home.json(&["report", "deal", "冷链三期"]);
    assert_eq!(sheet, home.json(&["report", "deal", "1", "--format", "json"]));
    for key in ["as_of", "deal", "decisions", "factors", "rivals", "costs", "improve"] {
        assert!(sheet.get(key).is_some(), "{key}");
    }
    // 1,200,000 at 10 %, chance 10 %: 12,000 to be expected; 8,000 and 750 for an hour and a half are 73 %.
    let costs = &sheet["costs"];
    assert_eq!((&costs["hours"], &costs["cost"]), (&json!(1.5), &json!(8750)));
    assert_eq!((&costs["weighted_margin"], &costs["share"]), (&json!(12_000), &json!(73)));
    let worst = sheet["improve"].as_array().unwrap();
    assert!(worst.iter().any(|one| one["code"] == "stop_loss" && one["mend"] == json!({"question": 8})));
    assert!(worst.iter().any(|one| one["code"] == "unfavourable" && one["mend"]["question"] == 4));
    let paper = home.text(&["report", "deal", "1", "--format", "md"]);
    assert!(paper.contains("| a\\|b c␛\\[2J |") && paper.contains("差旅\\|住宿"), "{paper}");
    for table in paper.split("\n\n").filter(|part| part.starts_with('|')) {
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(table.lines().all(|line| bars(line) == bars(table.lines().next().unwrap())), "{table}");
    }
    assert_eq!(home.json(&["opp", "show", "1"])["costs"][0]["hours"], 1.5);
    assert_eq!(home.trouble(&["report", "deal"]).0, 2);
    assert_eq!(home.trouble(&["report", "won", "nosuch=1"]).0, 1);
    assert_eq!(home.trouble(&["report", "deal", "99"]).0, 1);
}

#[test]
fn a_cost_has_the_currency_of_its_deal() {
    let home = Home::with_deal();
    home.text(&["opp", "add", "title=Depot", "amount=3M", "currency=JPY"]);
    let cost = home.json(&["cost", "add", "opportunity=Depot", "amount=5000"]);
    assert_eq!((&cost["currency"], &cost["amount"]), (&json!("JPY"), &json!(5000)));
    let cost = home.json(&["cost", "add", "opportunity=Depot", "amount=50", "currency=EUR"]);
    assert_eq!((&cost["currency"], &cost["on_day"]), (&json!("EUR"), &json!("2026-11-23")));
}

#[test]
fn what_is_known_already_stands_beside_its_question() {
    let home = Home::with_deal();
    home.text(&["person", "add", "name=张平", "account=1"]);
    home.text(&["opp", "mark", "1", "张平", "buying_role=※", "support=+"]);
    let hints = home.json(&["opp", "gate", "1"])["hints"].clone();
    let told: Vec<_> = hints.as_array().unwrap().iter().map(|one| (&one["question"], &one["code"])).collect();
    let expected = [(11, "supporters"), (11, "no-key-ally"), (12, "approvers"), (15, "placed")];
    let expected = expected.map(|(question, code)| (json!(question), json!(code)));
    assert!(told.iter().zip(&expected).all(|(one, other)| (one.0, one.1) == (&other.0, &other.1)), "{hints}");
    assert_eq!(told.len(), expected.len());
    assert!(home.text(&["opp", "gate", "1"]).contains("approver: 张平 (Supporter)"));
}

#[test]
fn a_deal_shows_its_factors_with_every_fit_its_rivals_and_what_speaks_against_our_strategy() {
    let home = Home::with_deal();
    home.text(&["opp", "rival", "1", "Vantrell Systems", "incumbent=yes", "threat=2"]);
    home.text(&["factor", "add", "opportunity=1", "name=价格", "rank=1"]);
    home.text(&["opp", "fit", "1", "1", "us", "-1"]);
    home.text(&["opp", "fit", "1", "价格", "Vantrell Systems", "+2"]);
    home.text(&["opp", "set", "1", "our_strategy=defend"]);
    let deal = home.json(&["opp", "show", "1"]);
    let fits = &deal["factors"][0]["fits"];
    assert_eq!((&fits[0]["competitor"], &fits[0]["fit"]), (&Json::Null, &json!(-1)));
    assert_eq!((&fits[1]["competitor"]["name"], &fits[1]["fit"]), (&json!("Vantrell Systems"), &json!(2)));
    assert_eq!(deal["rivals"][0]["threat"], 2);
    assert_eq!(deal["strategy_warnings"][0]["code"], "rival_incumbent");
    let text = home.text(&["opp", "show", "1"]);
    for part in ["lag", "Vantrell Systems · incumbent", "! The incumbent is a rival"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_path_to_the_approver_is_told_as_text_and_json() {
    let home = Home::new();
    let lines: [&[&str]; 8] = [
        &["account", "add", "name=Northwind"],
        &["person", "add", "name=Ada", "account=Northwind"],
        &["person", "add", "name=Bo", "account=Northwind"],
        &["opp", "add", "title=Retrofit", "account=Northwind", "rival=Orbiq"],
        &["opp", "mark", "Retrofit", "Ada", "buying_role=*", "coverage=="],
        &["opp", "mark", "Retrofit", "Bo", "support=*", "coverage=*"],
        &["opp", "line", "Retrofit", "Bo", "Ada", "strength=2"],
        &["decision", "add", "opportunity=Retrofit", "name=Signature", "person=Ada"],
    ];
    for line in lines {
        home.json(line);
    }
    let told = home.json(&["opp", "path", "Retrofit"]);
    let path = &told["path"];
    assert_eq!((&path["approver"]["name"], &path["carry"]), (&json!("Ada"), &json!(70)));
    assert_eq!(path["links"][0]["from"], json!(null));
    assert_eq!(path["links"][0]["bond"], json!("contact"));
    assert_eq!(path["weakest"]["from"]["name"], json!("Bo"));
    assert_eq!(told["gaps"][0]["code"], json!("one_thread"));
    assert_eq!(told["gaps"][1]["code"], json!("no_opponent"));
    let shown = home.json(&["opp", "show", "Retrofit"]);
    assert_eq!(shown["path"], *path);
    assert_eq!(shown["influences"][0]["strength"], json!(2));
    assert_eq!(shown["decisions"][0]["name"], json!("Signature"));
}
