//! The forecast call and what one's own history says, played as keys, in both languages.

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

#[test]
fn the_screens_look_as_they_should() {
    for (lang, name) in LANGS {
        let mut desk = Desk::demo(lang);
        insta::assert_snapshot!(format!("reports_{name}"), desk.keys("6").screen(80, 24));
        insta::assert_snapshot!(format!("call_{name}"), desk.keys("c").screen(80, 24));
        insta::assert_snapshot!(format!("call_wide_{name}"), desk.screen(120, 40));
        insta::assert_snapshot!(
            format!("call_empty_{name}"),
            Desk::with(lang, &[]).keys("6c").screen(80, 24)
        );
    }
}

#[test]
fn each_deal_gets_its_category_by_one_key_and_keeps_it() {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Acme",
            "opp add title=Alpha account=1 amount=100k currency=USD close_on=2026-12-01",
            "opp add title=Beta account=1 amount=200k currency=USD close_on=2026-12-02",
            "opp add title=Gamma account=1 amount=300k currency=USD close_on=2026-12-03",
        ],
    );
    let call = "cbp";
    assert_eq!(keys(call).len(), 3);
    let screen = desk.keys("6c").screen(80, 24);
    assert!(screen.contains("open deals: 3 · no category: 3"), "{screen}");
    let screen = desk.keys(call).screen(80, 24);
    let line = |title: &str| screen.lines().find(|line| line.contains(title)).unwrap().to_owned();
    for (title, category) in [("Alpha", "Commit"), ("Beta", "Best case"), ("Gamma", "Pipeline")] {
        assert!(line(title).ends_with(category), "{screen}");
    }
    assert!(screen.contains("no category: 0"), "{screen}");
    // Nothing but the rep changes it: not a move, not the odds.
    desk.keys(":").keys("opp advance 1 reason=yes").keys("<cr>");
    let screen = desk.screen(80, 24);
    assert!(screen.lines().any(|line| line.contains("Alpha") && line.ends_with("Commit")), "{screen}");
    let screen = desk.keys("gg-").screen(80, 24);
    assert!(screen.contains("no category: 1"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(screen.contains("no category: 0"), "{screen}");
    let screen = desk.keys("<esc>").screen(80, 24);
    assert!(screen.contains("Forecast by category") && screen.contains("Commit"), "{screen}");
}

#[test]
fn history_speaks_once_twenty_deals_have_left_a_stage() {
    let mut lines = vec!["account add name=Acme".to_owned()];
    for no in 1..=20 {
        lines.push(format!("opp add title=Deal{no} account=1 stage=winnable amount=1k currency=USD"));
        let end = if no % 4 == 0 { "lose" } else { "win" };
        lines.push(format!("opp {end} {no} reason=price"));
    }
    lines.push("opp add title=Open account=1 amount=1k currency=USD".to_owned());
    let all: Vec<&str> = lines.iter().map(String::as_str).collect();
    let screen = Desk::with(Lang::En, &all).keys("6").screen(80, 24);
    assert!(
        screen.contains("base 65% · advanced 75% · won overall 75%") && screen.contains("n 20"),
        "{screen}"
    );
    assert!(screen.contains("n 0, shown from 20"), "{screen}");
    let screen = Desk::with(Lang::En, &all[..all.len() - 3]).keys("6").screen(80, 24);
    assert!(screen.contains("n 19, shown from 20") && !screen.contains("advanced"), "{screen}");
}
