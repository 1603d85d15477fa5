//! The call plan, played as keys and counted, in both languages.

use quarterdeck::domain::visit::Visit;
use quarterdeck::lang::Lang;
use quarterdeck::store::{Fault, Origin, Stamp};
use quarterdeck::tui::terminal::keys;

use crate::desk::{Desk, NOW};

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// A book with three proposals for December, and nothing planned.
const BOOK: &[&str] = &[
    "account add name=Acme tier=a cadence_days=30 last_contact_on=2026-09-01",
    "person add name=Lin account=1",
    "opp add title=Depot account=1 amount=100k close_on=2026-12-18 p_rep=70",
    "account add name=华东电网 tier=b cadence_days=14 last_contact_on=2026-11-01",
    "person add name=张平 account=2",
    "account add name=Quiet cadence_days=90 last_contact_on=2026-11-20",
    "opp add title=Store account=3 amount=10k close_on=2027-01-15",
];

/// On the call plan of a book.
fn plan(more: &[&str]) -> Desk {
    let mut desk = Desk::with(Lang::En, &[BOOK, more].concat());
    desk.keys("M");
    desk
}

#[test]
fn the_screen_looks_as_it_should() {
    for (lang, name) in LANGS {
        let mut desk = Desk::demo(lang);
        insta::assert_snapshot!(format!("plan_{name}"), desk.keys("M").screen(80, 24));
        insta::assert_snapshot!(format!("plan_wide_{name}"), desk.screen(120, 40));
        insta::assert_snapshot!(format!("date_{name}"), desk.keys("t").screen(80, 24));
        insta::assert_snapshot!(format!("planned_{name}"), desk.keys("<esc><space>G").screen(80, 24));
        insta::assert_snapshot!(format!("this_month_{name}"), desk.keys("h").screen(80, 24));
        insta::assert_snapshot!(format!("help_{name}"), desk.keys("<f1>").screen(80, 24));
        insta::assert_snapshot!(format!("empty_{name}"), Desk::with(lang, &[]).keys("M").screen(80, 24));
    }
}

#[test]
fn a_month_is_planned_in_three_keys_a_visit_and_three_more() {
    let mut desk = plan(&[]);
    let screen = desk.screen(80, 24);
    for part in
        ["Call plan 2026-12", "Proposed 3", "closes 2026-12-18", "contact 46d overdue", "open questions: 5"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // Open the plan, date each visit (what is typed is not counted), and stamp; `Y` would write it to a file.
    let (open, stamp, write) = ("M", "s", "Y");
    let mut pressed = keys(open).len() + keys(stamp).len() + keys(write).len();
    for day in ["dec 8 10:00", "12/10", "12月15日"] {
        let (date, take) = ("t", "<cr>");
        desk.keys(date).keys(day).keys(take);
        pressed += keys(date).len() + keys(take).len();
    }
    assert!(pressed <= 3 * 3 + 3, "{pressed}");
    let screen = desk.keys(stamp).keys("M").screen(80, 24);
    for part in ["Visits 3", "12-08 10:00", "12-10", "12-15", "planned 3, done 0", "finished 11-23"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    assert!(!screen.contains("Proposed"), "{screen}");
}

#[test]
fn a_proposal_is_accepted_with_one_key_and_comes_back_with_undo() {
    let mut desk = plan(&[]);
    let before = desk.screen(80, 24);
    let screen = desk.keys("<space>").screen(80, 24);
    for part in ["Proposed 2", "Visits 1", "Depot", "Lin", "70 Planned"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // The cursor follows what was accepted: the next key is meant for it, and no other proposal is taken.
    let screen = desk.keys("t").screen(80, 24);
    assert!(screen.contains("Set visit date: Lin confirms") || screen.contains("Acme"), "{screen}");
    let screen = desk.keys("12/9<cr>").screen(80, 24);
    assert!(screen.contains("Proposed 2") && screen.contains("12-09"), "{screen}");
    let screen = desk.keys("u").keys("gg<space>").keys("gg<space>").screen(80, 24);
    assert!(screen.contains("Visits 3") && !screen.contains("Proposed"), "{screen}");
    assert!(screen.contains("Purpose: ") && screen.contains("(by 2026-12-31)"), "{screen}");
    assert_eq!(desk.keys("uuugg").screen(80, 24), before);
}

#[test]
fn a_visit_is_dated_in_words_and_its_chance_set_by_keys() {
    let mut desk = plan(&[]);
    desk.keys("<space>G");
    let screen = desk.keys("+").screen(80, 24);
    assert!(screen.contains("80 Planned"), "{screen}");
    let screen = desk.keys("---").screen(80, 24);
    assert!(screen.contains("50 Planned"), "{screen}");
    let screen = desk.keys("t").keys("12月9日 14:00").keys("<cr>").screen(80, 24);
    assert!(screen.contains("12-09 14:00 Acme"), "{screen}");
    // Success and person stand in the same form.
    let screen = desk.keys("t<tab><c-u>65<cr>").screen(80, 24);
    assert!(screen.contains("65 Planned") && screen.contains("12-09 14:00"), "{screen}");
}

#[test]
fn what_has_a_day_comes_off_the_plan_and_stays_and_a_bare_proposal_goes() {
    let mut desk = plan(&["visit add account=2 what=Talk plan_month=2026-12"]);
    let before = desk.keys("<space>").screen(80, 24);
    assert!(before.contains("Visits 2") && before.contains("planned 2"), "{before}");
    // What was accepted and got no day goes as a whole: it is proposed again.
    let screen = desk.keys("GD").screen(80, 24);
    assert!(
        screen.contains("Visits 1") && screen.contains("Proposed 2") && screen.contains("Depot"),
        "{screen}"
    );
    assert!(desk.keys("uG").screen(80, 24).contains("Visits 2"));
    // With a day it stays, off the plan.
    let screen = desk.keys("t").keys("12/9").keys("<cr>").keys("kD").screen(80, 24);
    assert!(
        screen.contains("12-09") && screen.contains("planned 1, done 0, missed 0, unplanned 1"),
        "{screen}"
    );
    assert!(desk.keys("u").screen(80, 24).contains("planned 2"));
}

#[test]
fn a_visit_with_more_than_its_proposal_is_never_removed_by_taking_it_off() {
    let mut desk = plan(&["visit add account=2 what=Talk plan_month=2026-12"]);
    let screen = desk.keys("GD").screen(80, 24);
    assert!(!screen.contains("Visits") && screen.contains("planned 0"), "{screen}");
    let screen = desk.keys("u").screen(80, 24);
    assert!(screen.contains("planned 1"), "{screen}");
    let kept =
        desk.keys("GD").keys(":").keys("visit set 1 plan_month=2026年12月").keys("<cr>").screen(80, 24);
    assert!(kept.contains("planned 1"), "it is still there: {kept}");
}

#[test]
fn a_customer_without_people_is_planned_too() {
    let mut desk =
        Desk::with(Lang::En, &["account add name=Alone tier=a cadence_days=30 last_contact_on=2026-09-01"]);
    let screen = desk.keys("M<space>").screen(80, 24);
    assert!(screen.contains("Visits 1") && screen.contains("The customer agrees"), "{screen}");
}

#[test]
fn a_month_of_very_many_visits_says_how_many_are_shown() {
    let mut store = Desk::book(&[]);
    let at = chrono::DateTime::parse_from_rfc3339(NOW).unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    let made: Result<_, Fault> = store.transact(&stamp, "many", |tx| {
        for _ in 0..501 {
            tx.save(&mut Visit { plan_month: Some("2026-12".into()), ..Visit::default() })?;
        }
        Ok(())
    });
    made.unwrap();
    let mut desk = Desk::over(store, Lang::En);
    let screen = desk.keys("M").screen(80, 24);
    for part in ["planned 501, done 0", "Visits 501  500 of 501 shown"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // What is handed in holds them all.
    let path = desk.home.path().join("plan.csv");
    desk.keys(":").keys(&format!("report call-plan --format csv --out {}", path.display())).keys("<cr>");
    assert_eq!(std::fs::read_to_string(path).unwrap().lines().count(), 502);
}

#[test]
fn a_visit_that_is_made_there_is_on_the_plan() {
    let mut desk = plan(&[]);
    let screen = desk.keys("n").keys("12/20").keys("<cr>").screen(80, 24);
    assert!(screen.contains("planned 1, done 0") && screen.contains("Proposed 2"), "{screen}");
    let screen = desk.keys("G").screen(80, 24);
    assert!(screen.contains("12-20") && screen.contains("Depot"), "{screen}");
}

#[test]
fn what_was_done_stands_against_the_plan() {
    let desk = &mut plan(&[
        "visit add account=1 what=Told when=2026-11-03 plan_month=2026-11",
        "visit debrief 1 result=achieved",
        "visit add account=1 what=Late when=2026-11-10 plan_month=2026-11",
        "visit add account=2 what=Ahead when=2026-11-26 plan_month=2026-11",
        "visit add account=2 what=Extra when=2026-11-12",
        "visit debrief 4 result=partly",
    ]);
    let screen = desk.keys("h").screen(80, 24);
    for part in
        ["Call plan 2026-11", "planned 3, done 1, missed 1, unplanned 1", "Done", "Missed", "Unplanned"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // The unplanned one stands last but one by its day.
    let screen = desk.keys("Gkm").screen(80, 24);
    assert!(screen.contains("planned 4, done 2, missed 1, unplanned 0"), "{screen}");
    let screen = desk.keys("hh").screen(80, 24);
    assert!(screen.contains("Call plan 2026-09") && screen.contains("nothing is proposed"), "{screen}");
}

#[test]
fn the_plan_goes_to_files_from_the_palette() {
    let mut desk = plan(&[]);
    desk.keys("<space>");
    let path = desk.home.path().join("plan.csv");
    desk.keys(":").keys(&format!("report call-plan --format csv --out {}", path.display()));
    let screen = desk.keys("<cr>").screen(120, 24);
    assert!(screen.contains("Saved: "), "{screen}");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("Acme,Lin,") && text.contains(",70,Planned"), "{text}");
    // What the palette offers is of the month in sight.
    let screen = desk.keys("]:").keys("xlsx").keys("<cr>").screen(120, 24);
    assert!(screen.contains("report call-plan --month 2027-01 --format xlsx --out"), "{screen}");
    let screen = desk.keys("<esc>2:").keys("xlsx").screen(120, 24);
    assert!(!screen.contains("{month}"), "{screen}");
}

#[test]
fn every_size_draws() {
    let mut desk = Desk::demo(Lang::Zh);
    desk.keys("M<space>");
    for columns in [60, 61, 80, 109, 110, 200] {
        for rows in [16, 17, 24, 60] {
            desk.screen(columns, rows);
        }
    }
}

#[test]
fn what_needs_a_visit_says_of_a_proposal_that_it_is_to_be_accepted_first() {
    for (lang, said) in [(Lang::En, "Space accepts it first"), (Lang::Zh, "请先按空格采纳")] {
        for key in ["+", "-", "D", "m"] {
            let mut desk = Desk::with(lang, BOOK);
            let screen = desk.keys(&format!("M{key}")).screen(80, 24);
            assert!(screen.contains(said), "{key}\n{screen}");
        }
    }
    let screen = plan(&[]).keys("<space>G+").screen(80, 24);
    assert!(screen.contains("80 Planned") && !screen.contains("accepts it first"), "{screen}");
}

#[test]
fn a_plan_that_is_stamped_tells_of_visits_without_a_day() {
    for (lang, said) in [(Lang::En, "2026-12, visits without a date: 1"), (Lang::Zh, "其中1次拜访未定日期")]
    {
        let mut desk = Desk::with(lang, BOOK);
        let screen = desk.keys("M<space>s").screen(80, 24);
        assert!(screen.contains(said), "{screen}");
    }
    let mut desk = plan(&[]);
    let screen = desk.keys("t").keys("dec 8<cr>").keys("s").screen(80, 24);
    assert!(screen.contains("finished") && !screen.contains("without a date"), "{screen}");
}
