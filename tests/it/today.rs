//! Today, the weekly sweep and the state of the week, played as keys and asked of the shell.

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// A morning with something of each kind.
const MORNING: &[&str] = &[
    "account add name=霜桥冷链物流 cadence_days=14 last_contact_on=2026-11-01",
    "account add name=Hallbrück cadence_days=30",
    "account add name=Ostermoor cadence_days=21 last_contact_on=2026-10-30",
    "person add name=周岚 account=1",
    "opp add title=温控终端三期 account=1 amount=120万 close_on=2026-11-20",
    "visit add account=1 opportunity=1 what=方案演示 when=2026-11-19T14:00 where=上海",
    "visit add account=1 opportunity=1 who=1 what=确认预算 why=带我见院长 where=杭州 when=2026-11-23T10:00",
    "visit add account=2 type=executive-visit when=2026-11-24",
    "todo add title=\"Send the offer\" due=2026-11-20 opportunity=1 priority=high",
    "todo add title=回访验收 due=2026-11-22T17:00 account=1",
    "todo add title=\"Book the demo room\" due=2026-11-23T15:00 account=2",
    "todo add title=later due=2026-12-24",
];

fn morning(lang: Lang) -> Desk {
    Desk::first(Desk::book(MORNING), lang)
}

#[test]
fn the_cockpit_opens_on_today() {
    for (lang, name) in LANGS {
        let mut desk = morning(lang);
        insta::assert_snapshot!(format!("today_{name}"), desk.screen(80, 24));
        insta::assert_snapshot!(format!("today_wide_{name}"), desk.keys("j").screen(140, 30));
        insta::assert_snapshot!(
            format!("today_empty_{name}"),
            Desk::first(Desk::book(&[]), lang).screen(80, 24)
        );
        let mut desk = Desk::demo(lang);
        insta::assert_snapshot!(format!("today_demo_{name}"), desk.keys("1").screen(80, 24));
        let mut desk = Desk::first(Desk::book(&["account add name=A"]), lang);
        insta::assert_snapshot!(format!("today_clear_{name}"), desk.screen(80, 24));
        for (columns, rows) in [(60, 16), (61, 17), (109, 20), (110, 20), (200, 60)] {
            morning(lang).screen(columns, rows);
        }
    }
}

#[test]
fn entries_of_one_name_are_told_apart_by_their_number() {
    let adds =
        ["account add name=Acme", "opp add title=Renewal account=1", "opp add title=Renewal account=1"];
    for (lang, told) in [(Lang::En, ["deal 1", "deal 2"]), (Lang::Zh, ["商机 1", "商机 2"])] {
        let screen = Desk::first(Desk::book(&adds), lang).screen(80, 24);
        assert!(told.iter().all(|number| screen.contains(number)), "{screen}");
    }
}

#[test]
fn a_to_do_is_done_with_one_key_and_comes_back_with_another() {
    let mut desk = morning(Lang::En);
    let screen = desk.keys("jjjx").screen(80, 24);
    assert!(screen.contains("Overdue (1)") && !screen.contains("! 11-20"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(screen.contains("Overdue (2)") && screen.contains("! 11-20"), "{screen}");
    // On a visit the key has nothing to do.
    let screen = desk.keys("gx").screen(80, 24);
    assert!(screen.contains("this does not apply"), "{screen}");
}

#[test]
fn enter_opens_what_the_cursor_is_on() {
    for (keys, part) in [
        ("<cr>", "Edit: 方案演示"),
        ("jjj<cr>", "closes 11-20"),
        ("jjjj<cr>", "Edit: 回访验收"),
        ("jjjjjj<cr>", "Account profile"),
        ("G<cr>", "closes 11-20"),
        ("n", "New: to-do"),
    ] {
        let screen = morning(Lang::En).keys(keys).screen(80, 24);
        assert!(screen.contains(part), "{keys}: {screen}");
    }
}

#[test]
fn every_screen_tells_the_state_of_the_week() {
    for (line, told) in [
        ("account add name=A", "W48"),
        ("review add ritual=sweep on_day=2026-11-20", "W47 ✓"),
        ("review add ritual=sweep on_day=2026-11-14", "W46 !9d"),
    ] {
        let lines = ["opp add title=Depot", line];
        let mut desk = Desk::first(Desk::book(&lines), Lang::En);
        for key in ["", "2", "<cr>", "5"] {
            let screen = desk.keys(key).screen(80, 24);
            assert!(screen.lines().next().unwrap().contains(told), "{key}: {screen}");
        }
    }
    let mut desk = Desk::first(Desk::book(&[]), Lang::Zh);
    let screen = desk.keys(":review add ritual=sweep<cr>").screen(80, 24);
    assert!(screen.lines().next().unwrap().contains("W48 ✓"), "{screen}");
}

const LIST: &[&str] = &[
    "rep add name=Mei",
    "opp add title=Depot amount=1M currency=CNY close_on=2026-12-20 p_rep=40 category=commit",
    "todo add title=one due=2026-11-20T10:00",
    "todo add title=two due=2026-11-21",
    "todo add title=三 due=2026-11-22",
    "todo add title=four due=2026-11-23 carried=2",
    "todo add title=five",
];

#[test]
fn the_sweep_takes_a_key_for_each_to_do_and_two_more() {
    let open = 5;
    for (lang, name) in LANGS {
        let mut desk = Desk::first(Desk::book(LIST), lang);
        insta::assert_snapshot!(format!("sweep_{name}"), desk.keys("W").screen(80, 24));
        let early = desk.keys("<cr>").screen(80, 24);
        assert!(early.lines().last().unwrap().contains('5'), "{early}");
        let decided = "xmDt<space>";
        assert_eq!(keys(decided).len() + 2, open + 2);
        insta::assert_snapshot!(format!("swept_{name}"), desk.keys(decided).screen(80, 24));
        // Each key is a step that undo takes back.
        let screen = desk.keys("u").screen(80, 24);
        assert!(screen.contains("1 of 5 left") || screen.contains("剩 1/5"), "{screen}");
        let screen = desk.keys("<space><cr>").screen(80, 24);
        let first = screen.lines().next().unwrap();
        assert!(first.contains("W48 ✓") && screen.contains("2026-W48"), "{screen}");
    }
}

#[test]
fn a_to_do_is_handed_over_and_an_empty_list_is_stamped_at_once() {
    let mut desk = Desk::first(Desk::book(LIST), Lang::En);
    let screen = desk.keys("Wh<cr>").screen(80, 24);
    assert!(screen.contains("Mei") && screen.contains("4 of 5 left"), "{screen}");
    let mut desk = Desk::first(Desk::book(&[]), Lang::En);
    let screen = desk.keys("W<cr>").screen(80, 24);
    assert!(screen.contains("W48 ✓") && screen.contains("finished"), "{screen}");
}

#[test]
fn a_sweep_that_is_left_goes_on_where_it_was_left() {
    let book =
        ["todo add title=First due=-3d", "todo add title=Second due=-2d", "todo add title=Third due=-1d"];
    let mut desk = Desk::with(Lang::En, &book);
    // One is put off, and stays open; one is done.
    let screen = desk.keys("Wt").screen(80, 24);
    assert!(screen.contains("2 of 3 left"), "{screen}");
    let screen = desk.keys("<esc>W").screen(80, 24);
    assert!(screen.contains("2 of 3 left") && screen.contains("▌   11-21"), "{screen}");
    let screen = desk.keys("x<esc>2W").screen(80, 24);
    assert!(screen.contains("1 of 2 left"), "{screen}");
}

#[test]
fn the_sweep_asks_by_one_more_key_to_which_day_a_to_do_is_put_off() {
    for (lang, name) in LANGS {
        let mut desk = Desk::first(Desk::book(LIST), lang);
        insta::assert_snapshot!(format!("sweep_defer_{name}"), desk.keys("Wd").screen(80, 24));
        let left = if lang == Lang::En { "of 5 left" } else { "/5" };
        for (keys, day, at) in
            [("r", "2026-11-24", '4'), ("dz", "2026-11-30", '3'), ("d3<cr>", "2026-11-26", '2')]
        {
            assert!(keys.len() <= 2 || keys.ends_with("<cr>"));
            let screen = desk.keys(keys).screen(80, 24);
            let head = screen.lines().find(|line| line.contains(left)).unwrap();
            assert!(head.contains(at) && screen.contains(day), "{keys}: {screen}");
        }
        // Any other day in words.
        let screen = desk.keys("do+10d<cr>").screen(80, 24);
        assert!(screen.contains("2026-12-03"), "{screen}");
    }
}

#[test]
fn the_reports_show_computed_and_own_forecast_beside_each_other() {
    for (lang, name) in LANGS {
        let mut desk = Desk::first(Desk::book(LIST), lang);
        insta::assert_snapshot!(format!("reports_{name}"), desk.keys("6").screen(80, 24));
    }
}
