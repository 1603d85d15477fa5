//! Which record a command is about: what the palette offers, several deals at a gate, a card that moves.

use quarterdeck::lang::Lang;

use crate::desk::Desk;
use crate::flows::book;

#[test]
fn the_palette_shows_what_the_shell_prints() {
    let mut desk = book();
    let screen = desk.keys(":opp list all<cr>").screen(80, 24);
    assert!(screen.contains("Line 4 retrofit") && screen.contains("3 total"), "{screen}");
    let screen = desk.keys("<esc>L:report won<cr>").screen(80, 24);
    assert!(screen.contains("还没有这样结束的商机"), "{screen}");
    let screen = desk.keys("<esc>:opp show 99<cr>").screen(80, 24);
    assert!(screen.contains("找不到商机“99”"), "{screen}");
    let screen = desk.keys("<esc>:log {}<cr>G").screen(80, 24);
    assert!(screen.contains("新建") && screen.contains("log 2"), "{screen}");
}

#[test]
fn the_palette_says_a_line_only_of_what_it_is_about() {
    let mut desk = book();
    let screen = desk.keys("5:opp remove<cr>").screen(80, 24);
    assert!(!screen.contains("removed") && screen.contains("opp remove"), "{screen}");
    let screen = desk.keys("<esc>:opp ").screen(80, 24);
    assert!(!screen.contains("opp lose") && screen.contains("opp add …"), "{screen}");
    let screen = desk.keys("<esc>:log ").screen(80, 24);
    assert!(screen.contains("log account 1"), "{screen}");
}

#[test]
fn letters_that_stand_here_and_there_in_a_command_do_not_choose_it() {
    let mut desk = book();
    for typed in ["foo", "ornew"] {
        let screen = desk.keys(&format!("2<cr>:{typed}<cr>")).screen(80, 24);
        assert!(!screen.contains("Q1 ") && screen.contains(&format!(": {typed}")), "{screen}");
        desk.keys("<esc><esc>");
    }
    let screen = desk.keys("2<cr>:favou<cr>").screen(80, 24);
    assert!(screen.contains("Q1 Favourable"), "{screen}");
}

#[test]
fn of_several_deals_each_gate_is_asked_in_turn_and_none_is_forgotten() {
    let lines = [
        "account add name=Northwind",
        "opp add title=First account=Northwind stage=qualified",
        "opp add title=Second account=Northwind stage=qualified",
        "opp add title=Third account=Northwind stage=winnable",
    ];
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys("2<space>j<space>><cr>").screen(80, 24);
    assert!(screen.contains("Gate 2 not passed") && screen.contains("First"), "{screen}");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("First") && screen.contains("Override reason"), "{screen}");
    let screen = desk.keys("boss<cr>").screen(80, 24);
    assert!(screen.contains("Gate 2 not passed") && screen.contains("Second"), "{screen}");
    let screen = desk.keys("boss<cr>").screen(80, 24);
    assert!(!screen.contains("not passed") && screen.contains("Second → My project"), "{screen}");
    let screen = desk.keys(":opp advance 1,2,3<cr><cr><esc>").screen(80, 24);
    assert!(screen.contains("not moved: 2 deals"), "{screen}");
    desk.keys("<space>j<space>");
    let screen = desk.keys("c").screen(80, 24);
    assert!(screen.contains("Close: 2 selected"), "{screen}");
    let screen = desk.keys("<esc><esc>G>").screen(80, 24);
    assert!(screen.contains("Third · this is the last stage: press c to close the deal"), "{screen}");
}

#[test]
fn on_the_board_the_cursor_goes_with_the_deal_that_moves() {
    let lines = [
        "account add name=Northwind",
        "opp add title=First account=Northwind stage=mine",
        "opp add title=Second account=Northwind stage=mine",
        "opp add title=Other account=Northwind stage=qualified",
    ];
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys("2bll<lt>").screen(80, 24);
    assert!(screen.contains("First ← Qualified"), "{screen}");
    let screen = desk.keys("<lt>").screen(80, 24);
    assert!(screen.contains("First ← Potential"), "the same deal once more\n{screen}");
}

/// A deal that passes its first gate, one that does not, and one that is at its end.
const SEVERAL: [&str; 9] = [
    "account add name=Northwind",
    "opp add title=First account=Northwind amount=9000 close_on=2027-01-31 next_step=call next_on=2026-12-01",
    "opp add title=Second account=Northwind amount=8000",
    "opp add title=Third account=Northwind stage=winnable amount=7000",
    "opp answer 1 1 + grade=proven",
    "opp answer 1 2 + grade=proven",
    "opp answer 1 3 + grade=proven",
    "opp answer 1 4 + grade=proven",
    "opp answer 1 5 + grade=proven",
];

#[test]
fn before_several_deals_move_it_is_shown_what_becomes_of_each() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let mut desk = Desk::with(lang, &SEVERAL);
        let screen = desk.keys(":opp advance 1,2,3<cr>").screen(80, 24);
        insta::assert_snapshot!(format!("several_ahead_{name}"), screen);
        let untouched = desk.keys("<esc>").screen(80, 24);
        assert!(!untouched.contains("→"), "{untouched}");
        let screen = desk.keys("2").keys("v").keys("G<space>").keys(">").screen(80, 24);
        insta::assert_snapshot!(format!("several_chosen_{name}"), screen);
        let screen = desk.keys("<cr>").screen(80, 24);
        assert!(screen.contains("Second"), "{screen}");
        insta::assert_snapshot!(format!("several_moved_{name}"), screen);
    }
}

#[test]
fn however_many_deals_move_the_keys_that_do_it_stay_in_sight() {
    let mut lines = vec!["account add name=Northwind".to_owned()];
    lines.extend((1..=40).map(|no| format!("opp add title=Deal{no} account=Northwind")));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let all: Vec<String> = (1..=40).map(|no| no.to_string()).collect();
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys(&format!(":opp advance {}<cr>", all.join(","))).screen(80, 24);
    assert!(screen.contains("0 of 40") && screen.contains("Enter confirm"), "{screen}");
    let screen = desk.keys("G").screen(80, 24);
    assert!(screen.contains("not passed: 40") && screen.contains("Enter confirm"), "{screen}");
}
