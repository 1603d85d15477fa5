//! Names meet: however they are written, in find, in commands and in an import.

use serde_json::{Value as Json, json};

use crate::Home;

/// What find tells first: its noun and its name.
fn first(home: &Home, typed: &str) -> String {
    let found = home.json(&["find", typed]);
    let hit = &found[0];
    let name = hit["name"].as_str().unwrap_or("nothing");
    format!("{} {name}", hit["noun"].as_str().unwrap_or("-"))
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let home = Home::new();
    for line in [
        &["account", "add", "name=臺灣中興電工", "short=中興"][..],
        &["account", "add", "name=重庆骏沃汽车"],
        &["account", "add", "name=O'Brien Tools GmbH"],
        &["account", "add", "name=Hallbruck Maschinenbau"],
        &["person", "add", "name=李　娜", "account=1", "phone=+44 (0)20 7946 0958"],
        &["person", "add", "name=曾华国", "account=2", "title=总经理"],
        &["person", "add", "name=曾小明", "account=1", "title=工程师"],
        &["person", "add", "name=张平", "account=2", "title=信息中心主任", "dept=信息科"],
        &["opp", "add", "title=热风炉改造", "account=2"],
    ] {
        home.text(line);
    }
    for (typed, found) in [
        ("台湾中兴", "account 臺灣中興電工"),
        ("臺灣", "account 臺灣中興電工"),
        ("tw", "account 臺灣中興電工"),
        ("重慶", "account 重庆骏沃汽车"),
        ("obrien", "account O'Brien Tools GmbH"),
        ("o’brien", "account O'Brien Tools GmbH"),
        ("halbr", "account Hallbruck Maschinenbau"),
        ("hallburck", "account Hallbruck Maschinenbau"),
        ("李娜", "person 李　娜"),
        ("李 娜", "person 李　娜"),
        ("ln", "person 李　娜"),
        ("+442079460958", "person 李　娜"),
        ("曾总", "person 曾华国"),
        ("曾總", "person 曾华国"),
        ("曾 总经理", "person 曾华国"),
        ("曾工", "person 曾小明"),
        ("信息中心主任", "person 张平"),
        ("张平 主任", "person 张平"),
        ("骏沃 曾", "person 曾华国"),
        ("重庆 热风", "opp 热风炉改造"),
        ("cq rfl", "opp 热风炉改造"),
    ] {
        assert_eq!(first(&home, typed), found, "{typed}");
    }
    for (noun, typed, no) in [("account", "obrien tools", 3), ("person", "李娜", 1), ("account", "中兴", 1)]
    {
        assert_eq!(home.json(&[noun, "show", typed])["no"], no, "{typed}");
    }
}

#[test]
fn an_import_meets_the_names_of_the_book() {
    let home = Home::new();
    home.text(&["account", "add", "name=霜桥冷链物流有限公司", "short=霜桥冷链"]);
    home.text(&["account", "add", "name=Café Noir"]);
    home.text(&["account", "add", "name=Siemens AG"]);
    let rows = [
        "A,Cafe\u{301} Noir,hanne roth",
        "B,霜桥冷链,Hanne  Roth",
        "C,霜橋冷鏈物流,Hanne Roth",
        "D,Siemens Ltd,Pam",
        "E,CAFÉ-NOIR,pam",
    ];
    let text = format!("Deal Name,Account Name,Owner,Amount\n{},1\n", rows.join(",1\n"));
    std::fs::write(home.0.path().join("deals.csv"), text).unwrap();
    home.text(&["import", "deals.csv"]);
    let deals = home.json(&["opp", "list"]);
    let row = |deal: &Json| (deal["title"].clone(), deal["account"]["no"].clone(), deal["owner"].clone());
    let mut seen: Vec<_> = deals.as_array().unwrap().iter().map(row).collect();
    seen.sort_by_key(|(title, ..)| title.to_string());
    let expected = [
        ("A", 2, "hanne roth"),
        ("B", 1, "hanne roth"),
        ("C", 1, "hanne roth"),
        ("D", 4, "Pam"),
        ("E", 2, "Pam"),
    ];
    let expected: Vec<_> = expected.map(|(title, no, owner)| (json!(title), json!(no), json!(owner))).into();
    assert_eq!(seen, expected);
    assert_eq!(home.json(&["import", "deals.csv"])["files"][0]["unchanged"], 5);
}
