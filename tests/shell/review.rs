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
    for part in ["2026-11-23", "Pushed (1)", "pushed 12-31 → 2027-01-31", "amount 1.00M → 800k"] {
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
    assert!(home.text(&["review"]).contains("No changes"));
}

/// What a review tells of the only deal: the part it stands in, and the codes of its changes.
fn told(review: &Json) -> (String, Vec<String>) {
    for part in ["moved", "slipped", "worse", "stale", "better", "other"] {
        if let Some(deal) = review[part].as_array().and_then(|deals| deals.first()) {
            let codes = deal["changes"].as_array().unwrap().iter().filter_map(|one| one["what"].as_str());
            return (part.to_owned(), codes.map(str::to_owned).collect());
        }
    }
    (String::new(), Vec::new())
}

#[test]
fn every_change_is_told_whether_for_better_or_worse() {
    // What is done after the stamp, the part of the review, what it says.
    for (done, part, said) in [
        (&["opp set 1 amount=20M"][..], "better", "amount"),
        (&["opp set 1 amount="], "worse", "amount"),
        (&["opp set 1 amount=1"], "worse", "amount"),
        (&["opp set 1 close_on=2027-02-28"], "better", "close"),
        (&["opp set 1 close_on="], "other", "close"),
        (&["opp set 1 close_on=2027-06-30"], "slipped", "slipped"),
        (&["opp set 1 currency=JPY"], "other", "currency"),
        (&["opp set 1 p_rep=20"], "other", "fields"),
        (&["opp set 1 owner=wang"], "other", "fields"),
        (&["opp set 1 category=commit"], "other", "fields"),
        (&["opp set 1 title=Warm"], "other", "fields"),
        (&["opp answer 1 1 + grade=told"], "better", "favourable"),
        (&["opp answer 1 6 -"], "other", "answered"),
        (&["opp set 1 next_step=call next_on=2026-12-01"], "better", "cleared"),
        (&["opp remove 1", "opp restore 1"], "", ""),
        (&["opp remove 1"], "", ""),
    ] {
        let home = Home::new();
        home.text(&["opp", "add", "title=Cold", "amount=9M", "close_on=2027-03-31", "stage=qualified"]);
        for question in ["1", "4"] {
            home.text(&["opp", "answer", "1", question, "-", "grade=told"]);
        }
        home.text(&["review", "add", "ritual=funnel"]);
        assert!(home.text(&["review"]).contains("flagged, unchanged (1)"));
        for line in done {
            home.text(&shlex::split(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
        }
        let (found, codes) = told(&home.json(&["review"]));
        assert_eq!(found, part, "{done:?}: {codes:?}");
        assert!(said.is_empty() || codes.iter().any(|code| code == said), "{done:?}: {codes:?}");
        for page in [home.text(&["review"]), home.text(&["review", "--md"])] {
            let is_empty = page.contains("No changes");
            assert!(!is_empty, "{done:?}: {page}");
        }
    }
}

#[test]
fn money_that_came_in_and_went_out_is_summed_by_currency() {
    let home = Home::new();
    for (title, amount, currency) in [
        ("A", "1M", "CNY"),
        ("B", "300k", "CNY"),
        ("C", "50k", "EUR"),
        ("D", "70k", "EUR"),
        ("E", "20k", "CNY"),
        ("F", "5M", "CNY"),
    ] {
        let words = [format!("title={title}"), format!("amount={amount}"), format!("currency={currency}")];
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        home.text(&[&["opp", "add", "close_on=2026-12-31"][..], &words].concat());
    }
    home.text(&["opp", "drop", "5", "reason=x"]);
    home.text(&["review", "add", "ritual=funnel"]);
    for line in [
        "opp win 1 reason=x",
        "opp lose 3 reason=x",
        "opp suspend 2 reason=x",
        "opp reopen 5",
        "opp set 4 amount=100k close_on=2027-02-01",
        "opp set 6 amount=4.5M",
        "opp add title=G amount=7k currency=USD",
        "opp add title=H amount=8k currency=USD",
        "opp win 8 reason=x",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    let sums = home.json(&["review"])["sums"].clone();
    for (flow, count, amounts) in [
        ("new", 2, vec![("USD", 15_000)]),
        ("won", 2, vec![("CNY", 1_000_000), ("USD", 8_000)]),
        ("lost", 1, vec![("EUR", 50_000)]),
        ("parked", 1, vec![("CNY", 300_000)]),
        ("reopened", 1, vec![("CNY", 20_000)]),
        ("slipped", 1, vec![("EUR", 100_000)]),
        ("up", 1, vec![("EUR", 30_000)]),
        ("down", 1, vec![("CNY", 500_000)]),
        ("removed", 0, vec![]),
    ] {
        let told = sums[flow]["amounts"].as_array().unwrap().iter();
        let told: Vec<_> =
            told.map(|one| (one["currency"].as_str().unwrap(), one["amount"].as_i64().unwrap())).collect();
        assert_eq!((sums[flow]["count"].as_i64(), told), (Some(count), amounts), "{flow}: {sums}");
    }
    home.text(&["opp", "remove", "6"]);
    let text = home.text(&["review"]);
    for part in ["In: new 2 USD 15.0k", "won 2 CNY 1.00M + USD 8,000", "removed 1 CNY 4.50M", "Pushed:"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = home.text(&["--lang", "zh", "review", "--md"]);
    assert!(text.contains("进入：新增2个 USD") && text.contains("离开：赢单2个 CNY 100"), "{text}");
}

#[test]
fn what_an_import_begins_with_is_summed_and_is_no_news_one_by_one() {
    let home = Home::new();
    let row = |at: usize| format!("D-{at},Deal {at},Qualified,100,EUR,2027-03-01\n");
    let rows: String = (0..30).map(row).collect();
    let file = home.0.path().join("deals.csv");
    let head = "Deal ID,Deal name,Stage,Amount,Currency,Close date\n";
    std::fs::write(&file, format!("{head}{rows}")).unwrap();
    home.text(&["import", "deals.csv"]);
    let review = home.json(&["review"]);
    assert_eq!(review["moved"], serde_json::json!([]));
    let imported = serde_json::json!({"count": 30, "amounts": [{"currency": "EUR", "amount": 3000}]});
    assert_eq!(review["sums"]["imported"], imported);
    assert!(!home.text(&["review"]).contains("No changes"));
    // The few that the next export brings are news.
    std::fs::write(&file, format!("{head}{rows}{}", row(30))).unwrap();
    home.text(&["import", "deals.csv"]);
    assert_eq!(titles(&home.json(&["review"])["moved"]), ["Deal 30"]);
}

#[test]
fn the_first_answer_is_no_decline_in_either_language() {
    for (answer, part) in
        [("opp answer 1 11 + grade=guess", "better"), ("opp answer 1 4 - grade=proven", "other")]
    {
        let home = Home::new();
        home.text(&["opp", "add", "title=Cold", "amount=9M", "stage=winnable", "close_on=2027-03-31"]);
        home.text(&["review", "add", "ritual=funnel"]);
        home.text(&answer.split(' ').collect::<Vec<_>>());
        let review = home.json(&["review"]);
        let (found, codes) = told(&review);
        assert_eq!(found, part, "{review}");
        assert!(
            codes.contains(&"qualified".to_owned()) && !codes.contains(&"chance".to_owned()),
            "{codes:?}"
        );
        let text = home.text(&["review"]);
        assert!(text.contains("qualified: probability now computed") && !text.contains("Worse"), "{text}");
        let text = home.text(&["--lang", "zh", "review"]);
        assert!(text.contains("已评估：胜算改为测算") && !text.contains("恶化"), "{text}");
    }
}
