//! What belongs to a record is told and asked about before it goes.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

const HART: &[&str] = &[
    "account add name=\"Hart Incorporated\"",
    "account add name=Lonely",
    "person add name=Ann account=1",
    "person add name=Bob account=1",
    "opp add title=\"Hart retrofit\" account=1 amount=1M currency=CNY",
    "opp add title=Second amount=2M currency=CNY",
    "visit add account=1 opportunity=1 who=1 when=2026-12-01",
    "todo add title=Call opportunity=1",
];

#[test]
fn what_belongs_to_a_record_is_counted_and_asked_about() {
    for (way, named, belongs, gone) in [
        ("5ggD", "1 Hart Incorporated", &["2 people", "1 deal", "1 visit"][..], "Removed account 1"),
        ("5gg<cr><del>", "1 Hart Incorporated", &["2 people", "1 deal"], "Removed account 1"),
        ("5GD", "2 Lonely", &["Nothing belongs to it"], "Removed account 2"),
        ("5gg<cr><tab>D", "1 Ann", &["1 visit"], "Removed person 1"),
        ("/retrofit<cr>D", "1 Hart retrofit", &["1 visit", "1 to-do"], "Removed deal 1"),
        (":opp remove 1<cr>", "1 Hart retrofit", &["1 visit", "1 to-do"], "Removed deal 1"),
        ("2<space>j<space>D", "Hart retrofit · 2 Second", &["Remove 2 deals?", "1 visit"], "Removed 2 deals"),
    ] {
        let mut desk = Desk::with(Lang::En, HART);
        let asked = desk.keys(way).screen(80, 24);
        assert!(asked.contains(named) && belongs.iter().all(|one| asked.contains(one)), "{way}\n{asked}");
        // Neither Esc nor an Enter too many removes anything.
        let kept = desk.keys("<cr><esc>").screen(80, 24);
        assert!(!kept.contains("Removed"), "{way}\n{kept}");
        let removed = desk.keys(way.trim_start_matches("2<space>j<space>")).keys("y").screen(80, 24);
        assert!(removed.contains(gone), "{way}\n{removed}");
        let back = desk.keys("u").screen(80, 24);
        assert!(back.contains("Undone"), "{way}\n{back}");
    }
}

#[test]
fn a_screen_whose_record_has_gone_is_left() {
    let mut desk = Desk::with(Lang::En, HART);
    let screen = desk.keys("2gg<cr>Dy").screen(80, 24);
    assert!(screen.contains("All open") && screen.contains("Removed deal"), "{screen}");
}
