//! The Manage tab, the hints beside the questions and the deal sheet, played as keys and printed.

use std::process::Command;

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::{Desk, NOW};

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// On a deal's Manage tab.
fn at_manage(mut desk: Desk, typed: &str) -> Desk {
    desk.keys(&format!("/{typed}<cr><tab><tab><tab>"));
    desk
}

/// A deal at which nothing is weak, and one at which much is.
fn book(lang: Lang) -> Desk {
    let mut lines = vec![
        "opp add title=Depot amount=1M currency=EUR margin_pct=20 close_on=+60d compelling_on=+90d \
         pressures=market values=unique next_step=call next_on=+5d phase=competing"
            .to_owned(),
        "opp add title=Silo close_on=-1d".to_owned(),
        "decision add opportunity=1 name=Vote due=+7d".to_owned(),
    ];
    lines.extend((1..=15).map(|question| format!("opp answer 1 {question} + grade=proven")));
    Desk::with(lang, &lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn the_tab_and_the_hints_look_as_they_should() {
    for (lang, name) in LANGS {
        let mut desk = at_manage(Desk::demo(lang), "调度数据");
        insta::assert_snapshot!(format!("course_{name}"), desk.screen(80, 24));
        insta::assert_snapshot!(format!("course_wide_{name}"), desk.screen(120, 40));
        insta::assert_snapshot!(format!("cost_form_{name}"), desk.keys("n").screen(80, 24));
        let mut desk = at_manage(Desk::demo(lang), "制造数据");
        insta::assert_snapshot!(format!("stop_loss_{name}"), desk.keys("jjjj").screen(80, 24));
        let mut desk = Desk::demo(lang);
        desk.keys("/调度数据<cr>jjjjjjjjjjj");
        insta::assert_snapshot!(format!("hint_{name}"), desk.screen(80, 24));
        insta::assert_snapshot!(format!("hint_wide_{name}"), desk.screen(120, 40));
    }
}

#[test]
fn enter_on_a_weak_point_goes_where_it_is_mended() {
    let mut desk = at_manage(Desk::demo(Lang::En), "制造数据");
    let screen = desk.keys("jjj<cr>").screen(80, 24);
    assert!(screen.contains("▌ - 12*"), "{screen}");
    // Answered at once: the point is gone from the list.
    let screen = desk.keys("==+<tab><tab><tab>").screen(80, 24);
    assert!(!screen.contains("Executive credibility: unfavourable"), "{screen}");
    let screen = desk.keys("gj<cr>").screen(80, 24);
    assert!(screen.contains("Edit: ") && screen.contains("▌Close date"), "{screen}");
    let screen = desk.keys("<esc>G<cr>").screen(80, 24);
    assert!(!screen.contains("Weak points"), "{screen}");
}

#[test]
fn a_cost_takes_at_most_five_keys_shows_at_once_and_is_undone() {
    let mut desk = at_manage(book(Lang::En), "Depot");
    assert!(desk.screen(80, 24).contains("press n to add hours"));
    // Without what is typed: n, two fields on, Enter.
    assert!(keys("n<tab><tab><cr>").len() <= 5);
    let screen = desk.keys("n<tab>1.5<tab>8k<cr>").screen(80, 24);
    assert!(screen.contains("1.5 h · EUR 8,000 · EUR 8,135 total"), "{screen}");
    assert!(!screen.contains("Over stop-loss"), "{screen}");
    let screen = desk.keys("n<tab><tab>90k<cr>").screen(80, 24);
    assert!(screen.contains("! Over stop-loss") && screen.contains("The stop-loss is 30%"), "{screen}");
    let screen = desk.keys("uu").screen(80, 24);
    assert!(screen.contains("press n to add hours"), "{screen}");
}

#[test]
fn a_sound_deal_says_so_and_an_empty_one_says_what_it_lacks() {
    let screen = at_manage(book(Lang::En), "Depot").screen(80, 24);
    assert!(screen.contains("No weak points") && screen.contains("Vote"), "{screen}");
    let mut desk = at_manage(book(Lang::Zh), "Silo");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("尚未约定") && screen.contains("没有未完成的决策步骤"), "{screen}");
    let screen = desk.keys(":opp lose 2 reason=price<cr>").screen(80, 24);
    assert!(screen.contains("商机已结束"), "{screen}");
    for columns in [60, 61, 80, 118, 200] {
        for rows in [16, 17, 24, 60] {
            desk.screen(columns, rows);
        }
    }
}

/// What the shell prints over the sample.
fn run(code: &str, words: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut qd = Command::new(env!("CARGO_BIN_EXE_qd"));
    qd.env_clear().env("HOME", home.path()).env("QD_NOW", NOW).env("QD_LANG", code).arg("--demo");
    let output = qd.args(words).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_deal_sheet_fits_a_hundred_columns_in_both_languages() {
    use unicode_width::UnicodeWidthStr;
    for (_, code) in LANGS {
        let text = run(code, &["report", "deal", "13"]);
        assert!(text.lines().all(|line| line.width() <= 100), "{text}");
        insta::assert_snapshot!(format!("sheet_{code}"), text);
    }
    insta::assert_snapshot!("sheet_markdown_en", run("en", &["report", "deal", "13", "--format", "md"]));
}
