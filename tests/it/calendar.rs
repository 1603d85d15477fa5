//! The Calendar, played as keys and printed.

use std::cell::Cell;
use std::rc::Rc;

use chrono::Weekday;
use quarterdeck::lang::Lang;
use quarterdeck::settings::Settings;
use quarterdeck::tui::terminal::keys;

use crate::desk::{Desk, NOW};

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// A crowded week: two visits at once, one of several days, a done one, to-dos, a deal that closes.
fn book(lang: Lang) -> Desk {
    let mut desk = Desk::with(
        lang,
        &[
            "account add name=重庆长安汽车",
            "account add name=\"Northwind Trading Company of the Far North\"",
            "opp add title=制造数据平台二期扩容与灾备 account=1 close_on=2026-11-27 compelling_on=2026-12-01",
            "decision add opportunity=1 name=评标委员会 due=2026-11-25",
            "visit add account=1 type=solution-demo what=方案演示与技术交流研讨会 when=2026-11-23T10:00 lasts=1.5 where=渝北总部",
            "visit add account=2 type=terms-negotiation when=2026-11-23T10:30 lasts=1",
            "visit add account=2 what=\"Trade fair\" when=2026-11-25 until=2026-11-27",
            "visit add account=1 type=sales-call when=2026-11-20T14:00 status=done",
            "visit add account=1 type=site-visit when=2026-11-23T15:00",
            "visit add account=2 what=Cancelled when=2026-11-23T16:00 status=cancelled",
            "todo add title=\"Send the revised offer with the new maintenance terms\" due=2026-11-23 account=2",
            "todo add title=交投标保证金 due=2026-11-24T17:00",
        ],
    );
    desk.keys("3");
    desk
}

#[test]
fn every_view_looks_as_it_should() {
    for (lang, name) in LANGS {
        let mut desk = book(lang);
        insta::assert_snapshot!(format!("calendar_month_{name}"), desk.screen(80, 24));
        insta::assert_snapshot!(format!("calendar_month_wide_{name}"), desk.screen(120, 40));
        insta::assert_snapshot!(format!("calendar_week_{name}"), desk.keys("b").screen(80, 24));
        insta::assert_snapshot!(format!("calendar_week_wide_{name}"), desk.screen(160, 40));
        insta::assert_snapshot!(format!("calendar_day_{name}"), desk.keys("bj").screen(80, 24));
        insta::assert_snapshot!(format!("calendar_agenda_{name}"), desk.keys("bj").screen(80, 24));
        insta::assert_snapshot!(
            format!("calendar_empty_{name}"),
            Desk::with(lang, &[]).keys("3").screen(80, 24)
        );
        for columns in [60, 61, 118, 200] {
            for rows in [16, 17, 60] {
                desk.keys("b").screen(columns, rows);
            }
        }
    }
}

#[test]
fn a_visit_is_made_on_the_day_under_the_cursor_in_two_keys() {
    let mut desk = Desk::with(Lang::En, &[]);
    let screen = desk.keys("3jl").screen(80, 24);
    assert!(screen.contains("Tue 1 Dec") && screen.contains("Press n to plan a visit"), "{screen}");
    assert!(keys("n<cr>").len() == 2);
    let form = desk.keys("n").screen(80, 24);
    assert!(form.contains("New: visit") && form.contains("2026-12-01"), "{form}");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("all day     • Sales call"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(screen.contains("Press n to plan a visit"), "{screen}");
}

#[test]
fn an_item_moves_by_days_keeps_its_time_and_comes_back() {
    let mut desk = book(Lang::En);
    // The whole-day to-do stands first; Tab goes to the demonstration.
    let screen = desk.keys("<tab>]]").screen(80, 24);
    assert!(screen.contains("Wed 25 Nov") && screen.contains("10:00-11:30"), "{screen}");
    let screen = desk.keys("uuh").screen(80, 24);
    assert!(screen.contains("Tue 24 Nov") && screen.contains("17:00"), "{screen}");
    let screen = desk.keys("[h").screen(80, 24);
    assert!(screen.contains("Sun 22 Nov"), "{screen}");
    let screen = desk.keys("l").screen(80, 24);
    assert!(screen.contains("17:00       - 交投标保证金"), "{screen}");
    assert!(screen.contains("10:00-11:30 • 重庆长安汽车"), "{screen}");
    // All three days of the fair move; a deal's dates stay.
    let screen = desk.keys("lll<tab>]").screen(80, 24);
    assert!(screen.contains("Fri 27 Nov") && screen.contains("day 2 of 3"), "{screen}");
    let screen = desk.keys("<tab>").screen(80, 24);
    assert!(screen.contains("▌             $ 重庆长安汽车"), "{screen}");
}

#[test]
fn only_visits_and_to_dos_move_and_enter_opens_what_it_is_on() {
    let mut desk = book(Lang::En);
    let screen = desk.keys("ll").screen(80, 24);
    assert!(screen.contains("Trade fair") && screen.contains("? 重庆长安汽车 · 评标委员会"), "{screen}");
    let screen = desk.keys("<tab>]").screen(80, 24);
    assert!(screen.contains("only visits and to-dos can be moved here"), "{screen}");
    let screen = desk.keys("<cr>").screen(80, 24);
    assert!(screen.contains("制造数据平台二期扩容与灾备") && screen.contains("Assess"), "{screen}");
    let screen = desk.keys("<esc><tab><cr>").screen(80, 24);
    assert!(screen.contains("Edit: Trade fair"), "{screen}");
    let screen = desk.keys("<esc>hh<cr>").screen(80, 24);
    assert!(screen.contains("Edit: Send the revised offer"), "{screen}");
}

#[test]
fn the_cursor_goes_over_the_edges_of_months_and_years() {
    let mut desk = Desk::with(Lang::En, &["visit add what=Leap when=2028-02-29 type=other"]);
    let screen = desk.keys("3<pagedown>G").screen(80, 24);
    assert!(screen.contains("December 2026") && screen.contains("Thu 31 Dec"), "{screen}");
    let screen = desk.keys("l").screen(80, 24);
    assert!(screen.contains("January 2027") && screen.contains("W53"), "{screen}");
    let pages = "<pagedown>".repeat(13);
    let screen = desk.keys(&format!("{pages}G")).screen(80, 24);
    assert!(screen.contains("February 2028") && screen.contains("Leap"), "{screen}");
    assert!(screen.contains("Tue 29 Feb"), "{screen}");
    let screen = desk.keys("t").screen(80, 24);
    assert!(screen.contains("November 2026") && screen.contains("[Mon 23 Nov]"), "{screen}");
}

#[test]
fn a_visit_of_several_days_is_on_each_of_them_and_in_the_next_month() {
    let mut desk = Desk::with(
        Lang::Zh,
        &["visit add what=封闭谈判 type=terms-negotiation when=2026-11-29T09:00 until=2026-12-02"],
    );
    let screen = desk.keys("3G").screen(80, 24);
    assert!(screen.contains("第2/4天     • 封闭谈判"), "{screen}");
    let screen = desk.keys("ll").screen(80, 24);
    assert!(screen.contains("2026年12月") && screen.contains("第4/4天     • 封闭谈判"), "{screen}");
    let screen = desk.keys("l").screen(80, 24);
    assert!(screen.contains("没有安排：按 n 新建拜访"), "{screen}");
}

/// Accounts that are due: overdue, today, on a holiday's eve, never met, and one with a visit ahead.
const DUE: &[&str] = &[
    "account add name=霜桥冷链物流 cadence_days=14 last_contact_on=2026-11-01",
    "account add name=Hallbrück tier=a last_contact_on=2026-11-11",
    "account add name=Ostermoor cadence_days=21",
    "account add name=Corvane cadence_days=14 last_contact_on=2026-11-01",
    "visit add account=4 when=2026-12-20",
    "visit add account=1 when=2026-11-23T10:00 status=cancelled",
];

#[test]
fn a_contact_that_is_due_stands_in_every_view_and_n_plans_a_visit_for_it() {
    for (lang, name) in LANGS {
        let mut desk = Desk::with(lang, DUE);
        insta::assert_snapshot!(format!("calendar_cadence_month_{name}"), desk.keys("3").screen(80, 24));
        for look in ["week", "day", "agenda"] {
            let screen = desk.keys("b").screen(80, 24);
            assert!(screen.contains("@ 霜桥冷链物流") && !screen.contains("@ Corvane"), "{look}: {screen}");
        }
        insta::assert_snapshot!(format!("calendar_cadence_agenda_{name}"), desk.screen(80, 24));
        let form = desk.keys("n").screen(80, 24);
        assert!(form.contains("霜桥冷链物流") && form.contains("2026-11-23"), "{form}");
        // A visit that is planned quiets it, in the calendar and on Today.
        let screen = desk.keys("<cr>").screen(80, 24);
        assert!(!screen.contains("@ 霜桥冷链物流"), "{screen}");
        let screen = desk.keys("1").screen(80, 24);
        assert!(screen.contains("Ostermoor") && screen.matches("霜桥冷链物流").count() == 1, "{screen}");
        let screen = desk.keys("u3").screen(80, 24);
        assert!(screen.contains("@ 霜桥冷链物流"), "{screen}");
        let screen = desk.keys("<cr>").screen(80, 24);
        assert!(screen.contains("2026-11-16"), "the account tells since when: {screen}");
    }
}

#[test]
fn a_line_that_is_captured_on_a_due_contact_is_about_its_account() {
    let mut desk = Desk::with(Lang::En, DUE);
    let screen = desk.keys("3bbba").screen(80, 24);
    assert!(!screen.contains("account 霜桥冷链物流"), "nothing is typed yet: {screen}");
    desk.keys("visit tomorrow 10:00<cr>");
    let screen = desk.keys("l").screen(80, 24);
    assert!(screen.contains("10:00       • 霜桥冷链物流"), "{screen}");
}

#[test]
fn an_item_moves_by_weeks_and_by_quarters_of_an_hour_and_comes_back() {
    let mut desk = book(Lang::En);
    // The demonstration, in the week and then in the day.
    let screen = desk.keys("b<tab>}").screen(80, 24);
    assert!(screen.contains("Mon 30 Nov") && screen.contains("10:00-11:30"), "{screen}");
    let screen = desk.keys("b++").screen(80, 24);
    assert!(screen.contains("Mon 30 Nov") && screen.contains("10:30-12:00"), "{screen}");
    let screen = desk.keys("-{").screen(80, 24);
    assert!(screen.contains("Mon 23 Nov") && screen.contains("▌ 10 ●  10:15-11:45"), "{screen}");
    let screen = desk.keys("uuuuu").screen(80, 24);
    assert!(screen.contains("10:00-11:30"), "{screen}");
    // A whole day has no hour to move, three days stay three.
    let screen = desk.keys("<s-tab>+").screen(80, 24);
    assert!(screen.contains("no time set yet"), "{screen}");
    let screen = desk.keys("bbbll}").screen(80, 24);
    assert!(screen.contains("Trade fair") && screen.contains("Wed 2 Dec"), "{screen}");
    assert!(screen.contains("day 1 of 3") && screen.contains("day 3 of 3"), "{screen}");
}

#[test]
fn a_quarter_of_an_hour_may_lead_over_midnight() {
    let mut desk = Desk::with(Lang::En, &["visit add what=Late type=other when=2026-11-30T23:50"]);
    let screen = desk.keys("3j+").screen(80, 24);
    assert!(screen.contains("December 2026") && screen.contains("00:05"), "{screen}");
    let screen = desk.keys("-").screen(80, 24);
    assert!(screen.contains("November 2026") && screen.contains("23:50"), "{screen}");
}

/// The calendar over a book with what these lines make, with settings, at a moment.
fn placed(
    lang: Lang,
    lines: &[&str],
    settings: Settings,
    now: &'static str,
) -> (Desk, Rc<Cell<&'static str>>) {
    let clock = Rc::new(Cell::new(now));
    let mut desk = Desk::placed(Desk::book(lines), lang, settings, &clock);
    desk.keys("3");
    (desk, clock)
}

#[test]
fn weeks_begin_on_the_day_that_the_settings_say_and_keep_their_numbers() {
    for (lang, name) in LANGS {
        let settings = Settings { week_starts: Some(Weekday::Sun), ..Settings::default() };
        let lines = ["visit add what=Fair type=other when=2026-11-29"];
        let (mut desk, _) = placed(lang, &lines, settings, NOW);
        insta::assert_snapshot!(format!("calendar_sunday_{name}"), desk.screen(80, 24));
        let screen = desk.keys("b").screen(80, 24);
        let (sunday, next) =
            if lang == Lang::En { ("Sun 22 Nov", "Sun 29") } else { ("11月22日", "11月29日") };
        assert!(screen.contains(sunday) && !screen.contains(next), "{screen}");
        // The week is the one that most of these days are in, as everywhere else.
        assert!(screen.contains("48") && !screen.contains("47"), "{screen}");
    }
}

#[test]
fn a_visit_keeps_its_time_over_summer_time_and_one_elsewhere_shows_the_time_there() {
    for lang in [Lang::En, Lang::Zh] {
        let settings = Settings { zone: Some("Europe/Berlin".to_owned()), ..Settings::default() };
        let lines =
            ["visit add what=Fair type=other when=2026-10-23T10:00 lasts=1 zone=Asia/Shanghai where=Pudong"];
        let (mut desk, _) = placed(lang, &lines, settings, "2026-10-23T09:00:00+02:00");
        let screen = desk.screen(80, 24);
        assert!(
            screen.contains("10:00-11:00 • Fair") && screen.contains("Shanghai 16:00 · Pudong"),
            "{screen}"
        );
        let wide = desk.keys("b").screen(160, 40);
        assert!(wide.contains("• 10:00-11:00") && wide.contains("Shanghai 16:00"), "{wide}");
        // A week later summer time is over here, and it is an hour later there.
        let screen = desk.keys("}").screen(80, 24);
        assert!(
            screen.contains("10:00-11:00 • Fair") && screen.contains("Shanghai 17:00 · Pudong"),
            "{screen}"
        );
    }
}

#[test]
fn today_moves_on_at_midnight_without_a_key() {
    let (mut desk, clock) = placed(Lang::En, &[], Settings::default(), "2026-11-30T23:59:00+08:00");
    assert!(desk.screen(80, 24).contains("[30]"));
    clock.set("2026-12-01T00:00:00+08:00");
    let screen = desk.idle().screen(80, 24);
    assert!(screen.contains("December 2026") && screen.contains("[1 Dec]"), "{screen}");
}

#[test]
fn help_lists_how_days_and_times_may_be_written() {
    for (lang, head, forms) in [
        (Lang::En, "Dates and times", ["next fri", "+3wd", "noon"]),
        (Lang::Zh, "日期与时间写法", ["下周五", "3个工作日后", "半年后"]),
    ] {
        let mut desk = Desk::with(lang, &[]);
        let top = desk.keys("3<f1>").screen(120, 60);
        let all = format!("{top}{}", desk.keys("G").screen(120, 60));
        assert!(all.contains(head), "{all}");
        for form in forms {
            assert!(all.contains(form), "{form}: {all}");
        }
    }
}
