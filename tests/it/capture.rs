//! Quick capture: one line becomes a visit or a to-do.

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

fn count(text: &str) -> usize {
    keys(text).len()
}

#[test]
fn a_captured_line_takes_two_keys_and_shows_what_it_was_taken_for() {
    let mut desk = Desk::demo(Lang::Zh);
    let line = "拜访 zp 周四10点 确认预算批准日期 @深圳";
    desk.keys("a").keys(line);
    let screen = desk.screen(80, 24);
    for chip in [
        "拜访 销售拜访",
        "对象 张平",
        "客户 云澜市中心医院",
        "时间 周四 2026-11-26 10:00",
        "地点 深圳",
        "目的 确认预算批准日期",
    ] {
        assert!(screen.contains(chip), "{chip}\n{screen}");
    }
    let made = "<cr>";
    assert!(desk.keys(made).screen(80, 24).contains("已新建拜访") && count("a") + count(made) <= 2);
}

#[test]
fn a_line_that_is_left_is_there_again_and_one_that_is_refused_stays() {
    let mut desk = Desk::with(
        Lang::En,
        &["account add name=Acme", "person add name=李强 account=1", "person add name=李强"],
    );
    desk.keys("a").keys("visit 李强 thu").keys("<esc>a");
    assert!(desk.screen(80, 24).contains("visit 李强 thu"));
    desk.keys("<cr>");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("Quick add") && screen.contains("1 李强"), "{screen}");
    desk.keys("<c-a><c-k>").keys("visit 李强 #1 thu<cr>");
    let screen = desk.screen(80, 24);
    assert!(!screen.contains("Quick add"), "{screen}");
}
