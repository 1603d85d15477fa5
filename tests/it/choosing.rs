//! Which record a command is about: what the palette offers, several deals at a gate, a card that moves.

use quarterdeck::lang::Lang;

use crate::desk::Desk;
use crate::flows::book;

#[test]
fn the_palette_shows_what_the_shell_prints() {
    let mut desk = book();
    let screen = desk.keys(":opp list all<cr>").screen(80, 24);
    assert!(screen.contains("Line 4 retrofit") && screen.contains("3 in all"), "{screen}");
    let screen = desk.keys("<esc>L:report won<cr>").screen(80, 24);
    assert!(screen.contains("尚无此类结案商机"), "{screen}");
    let screen = desk.keys("<esc>:opp show 99<cr>").screen(80, 24);
    assert!(screen.contains("没有商机“99”"), "{screen}");
    let screen = desk.keys("<esc>:log {}<cr>G").screen(80, 24);
    assert!(screen.contains("新增") && screen.contains("log 2"), "{screen}");
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
        assert!(!screen.contains("question 1 is") && screen.contains(&format!(": {typed}")), "{screen}");
        desk.keys("<esc><esc>");
    }
    let screen = desk.keys("2<cr>:favou<cr>").screen(80, 24);
    assert!(screen.contains("question 1 is Favourable"), "{screen}");
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
    let screen = desk.keys("2<space>j<space>>").screen(80, 24);
    assert!(screen.contains("Gate 2 has not passed") && screen.contains("First"), "{screen}");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("a reason is needed"), "{screen}");
    let screen = desk.keys("boss<cr>").screen(80, 24);
    assert!(screen.contains("Gate 2 has not passed") && screen.contains("Second"), "{screen}");
    let screen = desk.keys("boss<cr>").screen(80, 24);
    assert!(!screen.contains("has not passed") && screen.contains("Second → My project"), "{screen}");
    let screen = desk.keys("<space>j<space>><esc>").screen(80, 24);
    assert!(screen.contains("2 deals stay where they are"), "{screen}");
    let screen = desk.keys("c").screen(80, 24);
    assert!(screen.contains("Close: 2 selected"), "{screen}");
    let screen = desk.keys("<esc><esc>G>").screen(80, 24);
    assert!(screen.contains("Third · this is the last stage: c closes it"), "{screen}");
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
