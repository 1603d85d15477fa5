//! `~`: the lines that the last keys ran, to be walked and copied.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

fn book(lang: Lang) -> Desk {
    Desk::over(Desk::book(&["opp add title=Depot", "todo add title=call"]), lang)
}

#[test]
fn the_lines_of_keys_forms_and_typing_are_told_newest_last_and_copied() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let mut desk = book(lang);
        desk.keys("g<cr>+").keys(":opp set 1 tags=a,b<cr>").keys("4x").keys("acall Ann O'Hara<cr>");
        insta::assert_snapshot!(format!("ran_{name}"), desk.keys("~").screen(80, 24));
        assert_eq!(desk.keys("y").clipboard(), r#"qd add "call Ann O'Hara""#);
        assert!(desk.screen(80, 24).contains("clipboard") || desk.screen(80, 24).contains("剪贴板"));
        assert_eq!(desk.keys("ky").clipboard(), "qd todo done 1");
        assert_eq!(desk.keys("gy").clipboard(), "qd opp answer 1 1 + grade=guess");
        assert!(!desk.keys("<esc>").screen(80, 24).contains("grade=guess"));
    }
}

#[test]
fn what_was_refused_is_no_line_that_was_run_and_an_empty_list_says_so() {
    let mut desk = book(Lang::En);
    let screen = desk.keys("~").screen(80, 24);
    assert!(screen.contains("No key has run a line yet."), "{screen}");
    assert_eq!(desk.keys("y").clipboard(), "");
    let screen = desk.keys("<esc>g<cr>><esc>~").screen(80, 24);
    assert!(screen.contains("No key has run a line yet."), "{screen}");
}

#[test]
fn twenty_lines_are_kept_and_a_long_one_stands_whole_below() {
    let mut desk = book(Lang::En);
    for tag in 'a'..='v' {
        desk.keys(&format!(":opp set 1 tags={tag}<cr>"));
    }
    let long = format!("opp set 1 'next_step={}end'", "word ".repeat(15));
    desk.keys(&format!(":{long}<cr>"));
    assert!(desk.keys("~").screen(80, 24).contains("end'"));
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let screen = desk.keys("g").screen(columns, rows);
        assert!(screen.contains("▌ opp set 1 tags=d"), "{screen}");
    }
    assert_eq!(desk.keys("gy").clipboard(), "qd opp set 1 tags=d");
    assert_eq!(desk.keys("jy").clipboard(), "qd opp set 1 tags=e");
}
