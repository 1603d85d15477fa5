//! `review` as a process: since the last stamp or a day; as text, Markdown and JSON, in both languages.

use serde_json::Value as Json;

use super::Home;

/// A deal that slipped and lost an answer after the review was stamped, and one that came up.
fn since_stamp() -> Home {
    let home = Home::with_deal();
    for line in [
        "opp set 1 amount=100万 close_on=2026-12-31",
        "review add ritual=funnel",
        "opp set 1 close_on=2027-01-31 amount=80万",
        "opp add title=Second account=1",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    home
}

fn titles(list: &Json) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

#[test]
fn review_tells_each_change_with_what_was_and_what_is() {
    let home = since_stamp();
    let told = home.json(&["review"]);
    assert_eq!((told["stamped"].as_bool(), told["since"].as_str()), (Some(true), Some("2026-11-23")));
    assert_eq!((titles(&told["moved"]), titles(&told["slipped"])), (vec!["Second"], vec!["冷链三期"]));
    let changes = told["slipped"][0]["changes"].as_array().unwrap();
    let slipped = &changes[0];
    assert_eq!(
        (slipped["what"].as_str(), slipped["old"].as_str(), slipped["new"].as_str()),
        (Some("slipped"), Some("2026-12-31"), Some("2027-01-31"))
    );
    assert_eq!((changes[1]["old"].as_f64(), changes[1]["new"].as_f64()), (Some(1e6), Some(8e5)));
    assert_eq!(told["slipped"][0]["account"]["name"], "上海冷链物流");
    assert!(told["flagged"]["count"].is_number() && told["worse"].is_array() && told["stale"].is_array());
}

#[test]
fn review_since_a_day_is_text_or_markdown_in_both_languages() {
    let home = since_stamp();
    let text = home.text(&["review"]);
    for part in ["2026-11-23", "Slipped (1)", "closes 12-31 → 2027-01-31", "amount 1.00M → 800k"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = home.text(&["--lang", "zh", "review", "--since", "7d", "--md"]);
    for part in ["# 漏斗回顾 · 2026-11-16 至 2026-11-23", "## 变动（2）", "| 商机 | 客户 | 金额 |", "| --- |"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let since = home.json(&["review", "--since", "2026-11-20"]);
    assert_eq!((since["since"].as_str(), since["stamped"].as_bool()), (Some("2026-11-20"), Some(false)));
    for wrong in ["soon-ish", "2027-01-01"] {
        let (status, error) = home.trouble(&["review", "--since", wrong]);
        assert_eq!((status, error["kind"].as_str()), (2, Some("usage")), "{wrong}");
    }
}

#[test]
fn review_with_a_verb_is_a_noun_like_any_other() {
    let home = since_stamp();
    assert_eq!(home.json(&["review", "list"])[0]["ritual"], "funnel");
    assert_eq!(home.trouble(&["review", "--md", "list"]).0, 2);
    let (status, error) = home.trouble(&["review", "add", "ritual=account", "account=1", "verdict=keep"]);
    assert_eq!((status, error["kind"].as_str()), (1, Some("mistake")));
    let said = home.text(&["review", "add", "ritual=account", "account=1", "verdict=lower", "reason=y"]);
    assert!(said.contains("Lower: 上海冷链物流"), "{said}");
    assert_eq!(home.json(&["account", "show", "1"])["tier"], "b");
    home.text(&["undo"]);
    assert_eq!(home.json(&["account", "show", "1"])["tier"], "a");
    assert_eq!(home.json(&["review", "list"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn an_empty_book_has_every_part_of_a_review() {
    let home = Home::new();
    let told = home.json(&["review"]);
    for part in ["moved", "slipped", "worse", "stale"] {
        assert_eq!(told[part].as_array().map(Vec::len), Some(0), "{part}");
    }
    assert!(home.text(&["review"]).contains("Nothing changed"));
}
