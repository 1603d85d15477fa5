//! Lines and days as they are typed in a hurry, on Monday, the 23rd of November 2026, at nine.

use serde_json::Value as Json;

use super::Home;

fn home() -> Home {
    let home = Home::new();
    for line in [
        "account add name=海天重工 short=海天",
        "account add name=Acme",
        "account add name=华兴精工 short=华兴",
        "account add name=Chase-Snyder",
        "person add name=张伟 account=海天",
        "person add name=ZhangLei account=Acme",
        "person add name=王磊 account=海天",
        "person add name=王芳 account=Acme",
        "person add name=岳朗 account=海天",
        "person add name=严莉 account=Acme",
        "opp add title=华兴MES二期 account=华兴 close_on=月底",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    home
}

/// What a captured line became: its moment, its text, its account.
fn made(home: &Home, line: &str) -> (String, String, String) {
    let one = home.json(&["add", line]);
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let is_todo = one.get("title").is_some();
    let (when, what) = if is_todo { (&one["due"], &one["title"]) } else { (&one["when"], &one["why"]) };
    let when = text(when).replace(":00+08:00", "").replace('T', " ");
    (
        when,
        format!("{} {}", if is_todo { "todo" } else { "visit" }, text(what)),
        text(&one["account"]["name"]),
    )
}

#[test]
fn hurried_lines_keep_their_words_their_hours_and_their_parties() {
    let home = home();
    for (line, when, what, account) in [
        ("确认一下周三的会", "2026-11-25", "todo 确认一下的会", ""),
        ("催一下 周五交货", "2026-11-27", "todo 催一下 交货", ""),
        ("一会儿给张伟打电话", "", "todo 一会儿给张伟打电话", "海天重工"),
        ("周四5点拜访张伟", "2026-11-26 17:00", "visit ", "海天重工"),
        ("visit Acme thu 10", "2026-11-26 10:00", "visit ", "Acme"),
        ("visit Acme tomorrow at 2", "2026-11-24 14:00", "visit ", "Acme"),
        ("visit Acme 2 o'clock", "2026-11-23 14:00", "visit ", "Acme"),
        ("拜访海天 12.8 14:00 签约", "2026-12-08 14:00", "visit 签约", "海天重工"),
        ("sign on the 15th at 9:15", "2026-12-15 09:15", "todo sign", ""),
        ("call zhang wei tomorrow 9:00", "2026-11-24 09:00", "todo call zhang wei", "海天重工"),
        ("chase Acme for the PO friday", "2026-11-27", "todo chase Acme for the PO", "Acme"),
        ("todo call Acme fri", "2026-11-27", "todo call Acme", "Acme"),
        ("华兴MES二期 下周一前提交标书", "2026-11-30", "todo 华兴MES二期 提交标书", "华兴精工"),
        ("拜访 华为 李雷 周四10点 确认预算", "2026-11-26 10:00", "visit 确认预算", "华为"),
        ("on site mon-wed", "2026-11-30", "todo on site mon-wed", ""),
        ("给张伟打电话 2月30日", "", "todo 给张伟打电话 2月30日", "海天重工"),
    ] {
        let found = made(&home, line);
        let found = (found.0.as_str(), found.1.as_str(), found.2.as_str());
        assert_eq!(found, (when, what, account), "{line}");
    }
    // Whoever is new was made with the visit, at the new account, and goes with one undo.
    assert_eq!(home.json(&["person", "show", "李雷"])["account"]["name"], "华为");
    assert_eq!(home.json(&["todo", "list", "text~标书"])[0]["opportunity"]["name"], "华兴MES二期");
}

#[test]
fn names_of_several_are_asked_for_and_what_is_odd_is_said() {
    let home = home();
    for line in ["拜访 王总 周四10点", "回王总微信", "拜访 yl 周四"] {
        let (code, error) = home.trouble(&["add", line]);
        assert_eq!((code, error["kind"].as_str()), (1, Some("mistake")), "{line}");
        assert!(error["hint"].as_str().unwrap().contains("海天重工"), "{line}: {error}");
    }
    for (line, part) in [
        ("给张伟打电话 2月30日", "2月30日"),
        ("visit Acme today 8:00", "2026-11-23 08:00"),
        ("昨天发的报价 跟进", "昨天"),
        ("visit Acme thu 3pm pst", "pst"),
        ("国庆后拜访张伟", "2027"),
    ] {
        let remarks = home.json(&["add", line])["remarks"].to_string();
        assert!(remarks.contains(part), "{line}: {remarks}");
    }
    assert_eq!(home.json(&["add", "visit Acme thu 15:00"])["remarks"], serde_json::json!([]));
}

#[test]
fn fields_take_the_days_that_people_write() {
    let home = Home::new();
    home.text(&["todo", "add", "title=x"]);
    for (text, due) in [
        ("friday at 4pm", "2026-11-27T16:00"),
        ("fri 4", "2026-11-27T16:00"),
        ("tomorrow 9", "2026-11-24T09:00"),
        ("at 4", "2026-11-23T16:00"),
        ("eod", "2026-11-23"),
        ("eow", "2026-11-27"),
        ("cob friday", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("a week from friday", "2026-12-04"),
        ("the 15th", "2026-12-15"),
        ("tonight", "2026-11-23T19:00"),
        ("this afternoon", "2026-11-23T14:00"),
        ("in 3 hours", "2026-11-23T12:00"),
        ("15/12", "2026-12-15"),
        ("15.12.", "2026-12-15"),
        ("15.12.2026", "2026-12-15"),
        ("last friday of december", "2026-12-25"),
        ("fortnight", "2026-12-07"),
        ("12.8 14:00", "2026-12-08T14:00"),
        ("3点", "2026-11-23T15:00"),
        ("周三前", "2026-11-25"),
        ("年底前", "2026-12-31"),
        ("明早九点", "2026-11-24T09:00"),
        ("明晚", "2026-11-24T19:00"),
        ("12月上旬", "2026-12-10"),
        ("12月中旬", "2026-12-20"),
        ("10天之内", "2026-12-03"),
        ("明年3月", "2027-03-31"),
        ("元旦", "2027-01-01"),
        ("国庆节", "2027-10-01"),
        ("圣诞节", "2026-12-25"),
    ] {
        let field = format!("due={text}");
        let found =
            home.json(&["todo", "set", "1", &field])["due"].as_str().unwrap().replace(":00+08:00", "");
        assert_eq!(found, due, "{text}");
    }
    for text in ["2月30日", "31/11", "fri 2-4 pm", "mon-wed", "下周三9点到11点"] {
        let (code, error) = home.trouble(&["todo", "set", "1", &format!("due={text}")]);
        assert_eq!((code, error["kind"].as_str()), (1, Some("mistake")), "{text}");
    }
}
