//! Lists narrowed by what is typed, and filters kept on keys.

use crate::flows::book;

#[test]
fn a_filter_narrows_the_list_and_escape_widens_it() {
    let mut desk = book();
    let screen = desk.keys("ftier=a amount>100万<cr>").screen(80, 24);
    assert!(screen.contains("调度中心升级") && !screen.contains("备份机房"), "{screen}");
    assert!(desk.keys("<esc>").screen(80, 24).contains("备份机房"));
    let screen = desk.keys("famoun>5<cr>").screen(80, 24);
    assert!(
        screen.contains("amoun>5") && screen.contains("did you mean amount?"),
        "it stays to be mended\n{screen}"
    );
}

#[test]
fn what_is_typed_behind_a_filter_is_one_more_term() {
    let screen = book().keys("ftier=a<cr>famount>100万<cr>").screen(80, 24);
    assert!(screen.contains("filter: tier=a amount>100万 "), "{screen}");
    let screen = book().keys("ftier=a<cr>f<cr>").screen(80, 24);
    assert!(screen.contains("filter: tier=a ·"), "the blank is none of the filter\n{screen}");
}

#[test]
fn a_filter_is_kept_on_a_key_while_it_is_typed_or_by_a_command() {
    let mut desk = book();
    let screen = desk.keys("ftier=a<f3>").screen(80, 24);
    assert!(screen.contains("Saved on F3") && !screen.contains("Line 4"), "{screen}");
    let screen = desk.keys("<esc>:keep 4<cr>").screen(80, 24);
    assert!(screen.contains("no filter to save"), "{screen}");
    let screen = desk.keys("<esc><f3>").screen(80, 24);
    assert!(screen.contains("filter: tier=a"), "{screen}");
    desk.keys(":keep 4<cr>");
    let text = std::fs::read_to_string(desk.home.path().join("config.toml")).unwrap();
    assert_eq!(text, "[filters]\n2 = \"tier=a\"\n4 = \"tier=a\"\n");
    let screen = desk.keys("<esc>ftier=zz<f2>").screen(80, 24);
    assert!(
        screen.contains("tier=zz") && screen.contains("is not valid for"),
        "it stays to be mended\n{screen}"
    );
}
