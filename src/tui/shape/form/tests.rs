//! Forms filled in by keys and drawn.

use proptest::prelude::*;

use super::super::print::picture;
use super::*;
use crate::tui::terminal::keys;
use crate::tui::theme::Theme;

struct Friday;

impl Guide for Friday {
    fn date(&self, _: &str, typed: &str) -> Result<(String, String), String> {
        match typed {
            "fri" | "周五" => Ok(("2026-11-27".into(), "Fri 2026-11-27".into())),
            _ => Err("no such day".into()),
        }
    }

    fn candidates(&self, _: &str, typed: &str) -> Vec<(String, String)> {
        let known = [("1", "张平 zp"), ("2", "张萍 zp"), ("3", "李强 lq")];
        known
            .iter()
            .filter(|(_, name)| name.contains(typed))
            .map(|(id, name)| ((*id).into(), (*name).into()))
            .collect()
    }

    fn fault(&self, key: &str, value: &str) -> Option<String> {
        (key == "title" && value == "bad").then(|| "not this one".into())
    }

    fn missing(&self) -> String {
        "必填".into()
    }

    fn unknown(&self) -> String {
        "查无此人".into()
    }
}

fn options(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(code, label)| ((*code).into(), (*label).into())).collect()
}

fn form(presses: &str) -> (Form, Outcome) {
    let field = |key: &str, label: &str, kind: Kind, value: &str, required: bool| FieldSpec {
        key: key.into(),
        label: label.into(),
        kind,
        value: value.into(),
        shown: String::new(),
        hint: if key == "on" { "fri, 周五, 11-27".into() } else { String::new() },
        required,
    };
    let stages = options(&[("potential", "潜在商机"), ("qualified", "落实项目"), ("mine", "我的项目")]);
    let aims = options(&[("rapport", "关系"), ("facts", "信息"), ("edge", "优势")]);
    let mut form = Form::new(vec![
        field("title", "标题", Kind::Text, "old", true),
        field("stage", "阶段", Kind::Choice(stages), "potential", false),
        field("aims", "目标", Kind::Set(aims), "", false),
        field("on", "Date", Kind::Date, "", false),
        field("who", "联系人", Kind::Link, "", false),
        field("note", "Note", Kind::Note, "第一行", false),
    ]);
    let last = keys(presses).into_iter().map(|key| form.press(key, &Friday)).last();
    (form, last.unwrap_or(Outcome::Ignored))
}

fn changed(presses: &str) -> Vec<(String, String)> {
    form(presses).0.changes()
}

#[test]
fn each_kind_of_field_is_filled_in_by_keys() {
    for (presses, key, value) in [
        ("<c-u>张平", "title", "张平"),
        ("<tab>q", "stage", "qualified"),
        ("<tab><right><right>", "stage", "mine"),
        ("<tab>3", "stage", "mine"),
        ("<tab><bs>", "stage", ""),
        ("<tab><tab><space><right><right><space>", "aims", "rapport,edge"),
        ("<tab><tab>f<space>", "aims", "facts"),
        ("<tab><tab><tab>fri", "on", "2026-11-27"),
        ("<tab><tab><tab>fr", "on", "fr"),
        ("<s-tab><s-tab>zp<down><cr>", "who", "2"),
        ("<s-tab><s-tab>李<tab>", "who", "3"),
        ("<s-tab><end><cr>第二行", "note", "第一行\n第二行"),
    ] {
        assert_eq!(changed(presses), [(key.to_owned(), value.to_owned())], "{presses}");
    }
}

#[test]
fn what_is_typed_first_takes_the_place_of_one_value_and_is_added_to_a_text() {
    let field = |key: &str, kind: Kind, value: &str| FieldSpec {
        key: key.into(),
        label: key.into(),
        kind,
        value: value.into(),
        shown: String::new(),
        hint: String::new(),
        required: false,
    };
    for (presses, expected) in [
        ("7", &[("amount", "7")][..]),
        ("<bs>7", &[("amount", "127")]),
        ("7<tab>周五<tab>5", &[("amount", "7"), ("on", "2026-11-27"), ("title", "old5")]),
        ("<tab><c-w>1", &[("on", "2026-11-1")]),
        ("<tab>fr<tab><s-tab>fri", &[("on", "2026-11-27")]),
        ("<tab>fr<c-s>i", &[("on", "2026-11-27")]),
        ("<tab><tab>5<s-tab><s-tab>6", &[("amount", "6"), ("title", "old5")]),
        ("<tab><tab><tab>lq<cr>", &[("person", "3")]),
        ("<tab><tab><tab><bs><cr>", &[]),
    ] {
        let mut form = Form::new(vec![
            field("amount", Kind::Value, "123"),
            field("on", Kind::Date, "2026-11-30"),
            field("title", Kind::Text, "old"),
            FieldSpec { shown: "张平 zp".into(), ..field("person", Kind::Link, "1") },
        ]);
        for key in keys(presses) {
            form.press(key, &Friday);
        }
        let expected: Vec<(String, String)> =
            expected.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        assert_eq!(form.changes(), expected, "{presses}");
    }
}

#[test]
fn a_form_with_a_fault_is_not_accepted_and_shows_where() {
    for (presses, at, outcome) in [
        ("<cr>", "title", Outcome::Accept),
        ("<c-u><cr>", "title", Outcome::Used),
        ("<c-u>bad<tab><cr>", "title", Outcome::Used),
        ("<tab><tab><tab>32.13.<tab><tab><c-s>", "on", Outcome::Used),
        ("<s-tab><s-tab>nobody<c-s>", "who", Outcome::Used),
        ("<s-tab><c-e>", "note", Outcome::Edit("第一行".into())),
        ("<s-tab><s-tab>zp<esc>", "who", Outcome::Used),
        ("x<esc>", "title", Outcome::Cancel),
    ] {
        let (form, last) = form(presses);
        assert_eq!((form.at(), last), (Some(at), outcome), "{presses}");
    }
}

#[test]
fn a_form_is_drawn_with_its_cursor() {
    let draw = |presses: &str, rows| {
        let mut cursor = None;
        let drawn =
            picture(44, rows, |area, buf| cursor = form(presses).0.view(area, buf, &Theme::default()));
        (drawn, cursor.map(|cursor| (cursor.x, cursor.y)))
    };
    let (drawn, cursor) = draw("<tab><tab><tab>fri", 10);
    insta::assert_snapshot!(drawn, @r#"
     标题*   old
     阶段    [潜在商机]  落实项目   我的项目
     目标     [ ] 关系   [ ] 信息   [ ] 优势
    ▌Date    fri                  Fri 2026-11-27
             fri, 周五, 11-27
     联系人  ▾
     Note    第一行
    "#);
    assert_eq!(cursor, Some((12, 3)));
    let (drawn, cursor) = draw("<tab><tab><tab><tab>zp", 5);
    insta::assert_snapshot!(drawn, @r#"
     目标     [ ] 关系   [ ] 信息   [ ] 优势
     Date
    ▌联系人  zp
             ▌ 张平 zp
               张萍 zp
    "#);
    assert_eq!(cursor, Some((11, 2)));
    let (drawn, cursor) = draw("<c-u><s-tab><end><cr>二<c-s>", 3);
    insta::assert_snapshot!(drawn, @r#"
    ▌标题*
             必填
     阶段    [潜在商机]  落实项目   我的项目
    "#);
    assert_eq!(cursor, Some((9, 0)));
}

#[test]
fn options_that_do_not_fit_scroll_and_say_so() {
    let draw = |presses: &str| {
        picture(32, 3, |area, buf| {
            form(presses).0.view(area, buf, &Theme::default());
        })
    };
    insta::assert_snapshot!(draw("<tab>"), @r#"
     标题*   old
    ▌阶段    [潜在商机]  落实项目  ›
     目标     [ ] 关系   [ ] 信息  ›
    "#);
    insta::assert_snapshot!(draw("<tab>m<tab><left>"), @r#"
     标题*   old
     阶段    ‹ 落实项目  [我的项目]
    ▌目标    ‹ [ ] 信息   [ ] 优势
    "#);
}

proptest! {
    #[test]
    fn any_size_and_any_keys_draw(wide in 0u16..200, high in 0u16..60, presses in "([a-z张 ]|<tab>|<cr>|<left>|<bs>|<c-s>){0,30}") {
        let (form, _) = form(&presses);
        picture(wide, high, |area, buf| {
            form.view(area, buf, &Theme::default());
        });
    }
}
