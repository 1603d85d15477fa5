//! Visits, played as keys: prepared in ten keys, told in twelve, and the purpose doubted while it is typed.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// A deal with two people, a visit of last Friday and one of tomorrow.
const BOOK: &[&str] = &[
    "account add name=Depot",
    "person add name=\"Ada Lund\" account=1",
    "person add name=\"Max Roth\" account=1",
    "account add name=Elsewhere",
    "person add name=\"Adam Stranger\" account=2",
    "opp add title=Silo account=1 amount=1M close_on=+60d",
    "opp mark 1 1 buying_role=approver",
    "visit add account=1 opportunity=1 who=1 what=Call when=\"2026-11-20 10:00\"",
    "visit add account=1 opportunity=1 when=\"2026-11-24 10:00\"",
];

/// On the deal's Manage tab.
fn at_manage(lang: Lang) -> Desk {
    let mut desk = Desk::with(lang, BOOK);
    desk.keys("/silo<cr><tab><tab><tab>");
    desk
}

/// Keys of which those marked as typed are no keystrokes: text between `«` and `»`.
fn play(desk: &mut Desk, keys: &str) -> usize {
    let mut count = 0;
    for part in keys.split('«') {
        let (typed, pressed) = part.split_once('»').unwrap_or(("", part));
        desk.keys(typed);
        desk.keys(pressed);
        count += quarterdeck::tui::terminal::keys(pressed).len();
    }
    count
}

#[test]
fn a_visit_is_prepared_in_ten_keys() {
    let mut desk = at_manage(Lang::En);
    let screen = desk.screen(80, 24);
    assert!(screen.contains("1/5") && screen.contains("1 to debrief"), "{screen}");
    let keys = "p«ad»<cr>«Ada Lund signs the order by Friday»<tab><tab>«Call»<tab>«Depot»<cr>";
    let count = play(&mut desk, keys);
    assert!(count <= 10, "{count}");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("visit 2 prepared: 5/5"), "{screen}");
}

#[test]
fn a_visit_is_told_in_twelve_keys() {
    let mut desk = at_manage(Lang::En);
    let keys =
        "o112<tab>«4+told 7-»<tab>«Ada Lund:..+=»<tab>«1.5»<tab>«80»<tab>«send the plan»<tab>«fri»<cr>";
    let count = play(&mut desk, keys);
    assert!(count <= 12, "{count}");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("visit 1: Achieved") && screen.contains("send the plan"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(!screen.contains("send the plan · ") && screen.contains("1 to debrief"), "{screen}");
}

#[test]
fn people_are_picked_from_the_account_several_at_once() {
    let mut desk = at_manage(Lang::En);
    let screen = desk.keys("Vtomorrow<tab>a").screen(80, 24);
    assert!(screen.contains("Ada Lund") && !screen.contains("Stranger"), "{screen}");
    let screen = desk.keys("d,ma<cr>").screen(80, 24);
    assert!(screen.contains("Ada Lund, Max Roth") && screen.contains("2/5"), "{screen}");
    desk.keys("<c-s>");
    let screen = desk.keys("p").screen(80, 24);
    assert!(screen.contains("Prepare") && screen.contains("Ada Lund, Max Roth"), "{screen}");
}

#[test]
fn a_purpose_is_doubted_while_it_is_typed_and_taken_all_the_same() {
    for (lang, typed, doubt) in [
        (Lang::En, "Present our plan", "it starts with what we do"),
        (Lang::Zh, "介绍方案", "写的是我方活动"),
    ] {
        let mut desk = at_manage(lang);
        let screen = desk.keys(&format!("p<tab>{typed}")).screen(80, 24);
        assert!(screen.contains(doubt), "{screen}");
        let name = if lang == Lang::En { "en" } else { "zh" };
        insta::assert_snapshot!(format!("prepare_{name}"), screen);
        let screen = desk.keys("<c-s>").screen(80, 24);
        assert!(screen.contains("2/5") && !screen.contains(doubt), "{screen}");
        let screen = desk.keys("o").screen(80, 24);
        insta::assert_snapshot!(format!("debrief_{name}"), screen);
    }
}
