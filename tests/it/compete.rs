//! The Compete tab as a person reads and plays it: the matrix, the rivals, the rival's eye.

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

/// From a deal's checklist to its factors.
const COMPETE: &str = "<tab>";

/// A deal with three factors and one rival whose name has a blank.
const BOOK: &[&str] = &[
    "account add name=\"Northwind Motors\"",
    "opp add title=\"Line 4 retrofit\" account=1 stage=mine close_on=+40d",
    "opp rival 1 \"Vantrell Systems\" threat=2 incumbent=yes",
    "factor add opportunity=1 name=\"Cycle time\" rank=1",
    "factor add opportunity=1 name=\"Local service\" rank=2 set_by=competitor",
    "factor add opportunity=1 name=Price rank=3",
];

fn demo(lang: Lang) -> Desk {
    let mut desk = Desk::demo(lang);
    desk.keys("/调度数据灾备<cr>").keys(COMPETE);
    desk
}

fn retrofit() -> Desk {
    let mut desk = Desk::with(Lang::En, BOOK);
    desk.keys("/Line<cr>").keys(COMPETE);
    desk
}

/// The line of a screen that holds a text.
fn line(screen: &str, text: &str) -> String {
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}\n{screen}")).to_owned()
}

#[test]
fn the_views_in_both_languages() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let mut desk = demo(lang);
        for (picture, keys, (columns, rows)) in [
            ("compete_factors", "jjl", (80, 24)),
            ("compete_factors_wide", "", (120, 40)),
            ("compete_detail", "<cr>", (80, 24)),
            ("compete_tactic", "<esc>t", (80, 24)),
            ("compete_rivals", "<esc>b", (80, 24)),
            ("compete_strategy", "s", (80, 24)),
            ("compete_chosen", "1", (80, 24)),
            ("compete_eye", "b", (80, 24)),
        ] {
            let screen = desk.keys(keys).screen(columns, rows);
            insta::assert_snapshot!(format!("{picture}_{name}"), screen);
        }
    }
}

#[test]
fn a_fit_takes_at_most_two_keys_a_cell_and_its_standing_follows() {
    let mut desk = retrofit();
    let ours = "++";
    let theirs = "l-";
    assert!(keys(ours).len() <= 2 && keys(theirs).len() <= 2);
    let screen = desk.keys(ours).keys(theirs).screen(80, 24);
    let shown = line(&screen, "Cycle time");
    assert!(shown.contains("+2") && shown.contains("[-1]") && shown.contains("lead"), "{screen}");
    let screen = desk.keys("?").screen(80, 24);
    assert!(line(&screen, "Cycle time").contains("[·]"), "{screen}");
    // Beyond the end nothing is written.
    let screen = desk.keys("h+").screen(80, 24);
    assert!(line(&screen, "Cycle time").contains("[+2]"), "{screen}");
    assert!(line(&desk.keys("uuuu").screen(80, 24), "Cycle time").contains("[·]"));
}

#[test]
fn a_rival_that_fits_better_is_a_flag_at_once() {
    let answered = [BOOK, &["opp answer 1 3 +"]].concat();
    let mut desk = Desk::with(Lang::En, &answered);
    let screen = desk.keys("/Line<cr>").keys(COMPETE).keys("-l+").screen(160, 24);
    assert!(screen.contains("Rival ahead") && line(&screen, "Cycle time").contains("lag"), "{screen}");
}

#[test]
fn brackets_move_a_factor_in_rank_and_the_cursor_with_it() {
    let mut desk = retrofit();
    let screen = desk.keys("G[[").screen(80, 24);
    let at = |name: &str| screen.lines().position(|line| line.contains(&format!(" {name} "))).unwrap();
    assert!(at("Price") < at("Cycle time") && line(&screen, "   1*").contains("▌"), "{screen}");
    let moved = line(&desk.keys("]").screen(80, 24), "   2*");
    assert!(moved.contains('▌') && moved.contains("Price"), "{moved}");
}

#[test]
fn the_column_moves_and_at_the_edge_the_tab_turns() {
    let mut desk = retrofit();
    assert!(desk.keys("l").screen(80, 24).contains("Cycle time · Vantrell Systems: unknown"));
    let screen = desk.keys("l").screen(80, 24);
    assert!(!screen.contains("Cycle time"), "{screen}");
    assert!(desk.keys("<s-tab>hh").screen(80, 24).contains("Gate 1"));
}

#[test]
fn a_tactic_takes_two_keys_and_our_strategy_two() {
    let mut desk = retrofit();
    assert!(line(&desk.keys("t3").screen(80, 24), "Cycle time").contains("raise"));
    assert!(!line(&desk.keys("t0").screen(80, 24), "Cycle time").contains("raise"));
    let screen = desk.keys("bs4").screen(80, 24);
    assert!(screen.contains("Defend: works when we are the incumbent"), "{screen}");
    assert!(screen.contains("! The incumbent is a rival: Vantrell Systems."), "{screen}");
    let screen = desk.keys("s0").screen(80, 24);
    assert!(screen.contains("! Rivals in play: Vantrell Systems. We have no strategy yet."), "{screen}");
}

#[test]
fn a_new_rival_is_typed_picked_or_made_with_its_company() {
    let mut desk = retrofit();
    let screen = desk.keys("bnAcme Corp<tab><tab>3<cr>").screen(80, 24);
    assert!(line(&screen, "Acme Corp").contains("3/3"), "{screen}");
    // The company is known from now on, and opens from find.
    let screen = desk.keys("<esc>/Acme<cr>").screen(80, 24);
    assert!(screen.contains("Edit: Acme Corp"), "{screen}");
}

#[test]
fn a_new_factor_hangs_on_the_deal_and_is_edited_from_its_line() {
    let mut desk = retrofit();
    let screen = desk.keys("nSpare parts<cr>").screen(80, 24);
    assert!(line(&screen, "Spare parts").contains("   - "), "{screen}");
    let screen = desk.keys("e").screen(80, 24);
    assert!(screen.contains("Edit: Spare parts"), "{screen}");
}

#[test]
fn fifteen_answers_of_a_rival_take_at_most_nineteen_keys_and_differences_come_first() {
    let mut desk = retrofit();
    // Ours first, on the checklist.
    desk.keys("<s-tab>+++-").keys(COMPETE);
    let all = "bb=++-+++++++++++++";
    assert!(keys(all).len() <= 19);
    desk.keys(all);
    let screen = desk.keys("bbb").screen(80, 24);
    let rows: Vec<&str> = screen.lines().skip_while(|line| !line.contains("Differences")).collect();
    assert!(rows[1].contains("they lead") && rows[1].contains(" 4*"), "{screen}");
    assert!(rows[2].contains("we lead") && rows[2].contains(" 3 "), "{screen}");
    assert!(rows[3].contains("The rest"), "{screen}");
    // Our own gates stay as they were.
    assert!(desk.keys("<tab><s-tab><s-tab>").screen(80, 24).contains("Gate 1"));
}

#[test]
fn the_eye_is_that_of_the_rival_under_the_cursor_and_the_side_keys_change_it() {
    let mut desk = demo(Lang::Zh);
    assert!(desk.keys("bjb").screen(80, 24).contains("卓谷软件不同（2/2）"));
    assert!(desk.keys("h").screen(80, 24).contains("铭朗科技不同（1/2）"));
    // Beyond the last rival lies the next tab.
    assert!(!desk.keys("ll").screen(80, 24).contains("对手视角"));
}

#[test]
fn nothing_yet_says_what_to_press() {
    let mut desk = Desk::with(Lang::En, &BOOK[..2]);
    let screen = desk.keys("/Line<cr>").keys(COMPETE).screen(80, 24);
    assert!(screen.contains("No decision criteria yet") && screen.contains("Press n to add one"), "{screen}");
    assert!(desk.keys("+").screen(80, 24).contains("this does not apply"));
    for keys in ["b", "b"] {
        assert!(desk.keys(keys).screen(80, 24).contains("No rivals yet"));
    }
    let screen = desk.keys("bnPrice<cr>").screen(80, 24);
    assert!(line(&screen, "Price").contains('▌'), "{screen}");
}

#[test]
fn thirty_factors_against_five_rivals_stay_readable_at_any_size() {
    let mut book: Vec<String> = BOOK[..2].iter().map(|line| (*line).to_owned()).collect();
    book.extend((1..=5).map(|number| format!("opp rival 1 \"Rival {number}\" threat=2")));
    book.extend((1..=30).map(|number| {
        format!("factor add opportunity=1 name=\"Factor number {number}\" rank={number} set_by=competitor tactic=raise")
    }));
    book.extend((1..=30).map(|number| format!("opp fit 1 {number} us {}", number % 5 - 2)));
    book.push("opp fit 1 30 5 +1".to_owned());
    let lines: Vec<&str> = book.iter().map(String::as_str).collect();
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys("/Line<cr>").keys(COMPETE).keys("Glllll").screen(80, 24);
    assert!(line(&screen, "Factor number 30").contains("[+1]"), "{screen}");
    assert!(screen.contains("rivals 2-5 of 5"), "{screen}");
    for view in ["", "b", "b"] {
        desk.keys(view);
        for columns in [60, 61, 72, 80, 100, 120, 160, 200] {
            for rows in [16, 17, 20, 24, 40, 60] {
                assert!(desk.screen(columns, rows).contains("Rival"), "{columns}×{rows}");
            }
        }
    }
}
