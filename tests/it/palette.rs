//! The palette: found by the words of both languages, and honest about what it does with a line.

use quarterdeck::lang::Lang;

use crate::flows::book;

#[test]
fn commands_are_found_by_the_words_of_both_languages() {
    for (typed, line) in [
        ("导入", "import"),
        ("导出", "export"),
        ("备份", "backup"),
        ("恢复", "restore"),
        ("报告", "report"),
        ("预测", "report forecast"),
        ("移交", "owner="),
        ("交接", "owner="),
        ("负责人", "owner="),
        ("语言", "L│"),
        ("帮助", "F1│"),
        ("import", "import"),
        ("export", "export"),
        ("backup", "backup"),
        ("restore", "restore"),
        ("help", "F1│"),
        ("doctor", "doctor"),
        ("forecast", "report forecast"),
    ] {
        for lang in [Lang::En, Lang::Zh] {
            let mut desk = book();
            if lang == Lang::Zh {
                desk.keys("L");
            }
            let screen = desk.keys(&format!("2:{typed}")).screen(80, 24);
            let rows = screen.lines().filter(|line| line.contains('│'));
            assert!(rows.skip(1).any(|row| row.contains(line)), "{typed}\n{screen}");
        }
    }
}

#[test]
fn a_line_that_is_one_is_not_called_none() {
    let mut desk = book();
    for typed in ["todo defer 5", "opp list won", "import deals.csv", "backup x.db"] {
        let screen = desk.keys(&format!(":{typed}")).screen(80, 24);
        assert!(!screen.contains("No matching command"), "{typed}\n{screen}");
        desk.keys("<esc>");
    }
    let screen = desk.keys(":zzz qqq").screen(80, 24);
    assert!(screen.contains("No matching command"), "{screen}");
}

#[test]
fn a_line_for_the_shell_says_how_and_others_run() {
    let mut desk = book();
    let screen = desk.keys(":import deals.csv<cr>").screen(80, 24);
    assert!(screen.contains("qd import deals.csv"), "{screen}");
    let screen = desk.keys("<esc>:export account<cr>").screen(80, 24);
    assert!(screen.contains("华东电网"), "{screen}");
    let file = desk.home.path().join("kept.db");
    let screen = desk.keys(&format!("<esc>:backup {}<cr>", file.display())).screen(80, 24);
    assert!(!screen.contains("! ") && screen.contains("kept.db"), "{screen}");
}

#[test]
fn a_line_left_in_capture_gives_way_to_another() {
    let mut desk = book();
    let screen = desk.keys("a跟Bob<esc>a").screen(80, 24);
    assert!(screen.contains("跟Bob"), "it comes back\n{screen}");
    let screen = desk.keys("call 张平").screen(80, 24);
    assert!(screen.contains("call 张平") && !screen.contains("跟Bob"), "{screen}");
}

#[test]
fn v_selects_from_where_the_cursor_is() {
    let mut desk = book();
    let screen = desk.keys("2v").screen(80, 24);
    assert!(screen.contains("1 selected"), "{screen}");
    let screen = desk.keys("j").screen(80, 24);
    assert!(screen.contains("2 selected"), "{screen}");
    let screen = desk.keys("c").screen(80, 24);
    assert!(screen.contains("Close: 2 selected"), "{screen}");
    let screen = desk.keys("<esc>v").screen(80, 24);
    assert!(!screen.contains("selected"), "{screen}");
}

#[test]
fn what_an_input_method_types_where_keys_are_meant_is_said() {
    for (way, typed) in [
        ("4", "下"),
        ("2<cr>", "有"),
        ("1S", "下"),
        ("2c", "赢"),
        ("4n<tab><tab>", "高"),
        ("2n<s-tab>", "万"),
        ("2D", "是"),
    ] {
        let screen = book().keys("4nCall<cr>").keys(way).keys(typed).screen(80, 24);
        assert!(screen.contains("an input method is on"), "{way}{typed}\n{screen}");
    }
}
