//! The funnel review and the key-account review, played as keys in both languages.

use quarterdeck::lang::Lang;
use quarterdeck::store::Store;
use quarterdeck::tui::terminal::keys;

use crate::desk::Desk;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// Deals before the last review, the review, and what happened since.
const FUNNEL: &[&str] = &[
    "account add name=霜桥冷链物流 last_contact_on=2026-11-20",
    "opp add title=温控终端三期 account=1 amount=120万 close_on=2026-12-20 stage=qualified next_step=看样机 next_on=+3d",
    "opp add title=\"Line 4 retrofit\" account=1 amount=2.5M currency=USD close_on=2027-03-31 stage=mine",
    "opp add title=备份机房 account=1 amount=96万 close_on=2026-12-05 stage=winnable",
    "opp add title=\"Yard scales\" account=1 amount=40万 close_on=2027-01-15",
    "opp answer 2 7 + grade=told",
    "review add ritual=funnel on_day=2026-11-16",
    "opp answer 1 3 +",
    "opp set 1 close_on=2027-02-28",
    "opp set 2 amount=1.8M",
    "opp answer 2 7 -",
    "opp win 3 reason=price",
    "opp add title=冷库监控 account=1 amount=60万 close_on=2027-05-01",
];

fn funnel(lang: Lang) -> Desk {
    Desk::first(Desk::book(FUNNEL), lang)
}

fn count(text: &str) -> usize {
    keys(text).len()
}

#[test]
fn the_funnel_review_groups_what_became_of_each_deal() {
    for (lang, name) in LANGS {
        insta::assert_snapshot!(format!("funnel_{name}"), funnel(lang).keys("Fn").screen(80, 24));
        insta::assert_snapshot!(format!("funnel_wide_{name}"), funnel(lang).keys("F").screen(120, 40));
        let mut desk = Desk::demo(lang);
        insta::assert_snapshot!(format!("funnel_demo_{name}"), desk.keys("F").screen(80, 24));
        insta::assert_snapshot!(format!("funnel_demo_wide_{name}"), desk.screen(120, 40));
        let mut calm = Desk::first(Desk::book(&[]), lang);
        insta::assert_snapshot!(format!("funnel_calm_{name}"), calm.keys("F").screen(80, 24));
        for (columns, rows) in [(60, 16), (61, 17), (200, 60)] {
            funnel(lang).keys("F").screen(columns, rows);
        }
    }
}

#[test]
fn a_problem_is_found_and_mended_in_at_most_three_keys() {
    // The next problem, its field, the end of the form; what is typed is not counted.
    for (mend, typed, part) in [
        ("t<cr>", "tcall the buyer<cr>", "call the buyer by"),
        ("<lt>", "<lt>", "Potential"),
        ("m<esc>", "m", "Edit: 温控终端三期"),
        ("<cr>", "<cr>", "closes 2027-02-28"),
    ] {
        assert!(count("n") + count(mend) <= 3, "{mend}");
        let screen = funnel(Lang::En).keys("Fn").keys(typed).screen(120, 30);
        assert!(screen.contains(part), "{mend}: {screen}");
    }
}

#[test]
fn n_goes_from_problem_to_problem_and_says_what_is_left() {
    let mut desk = funnel(Lang::En);
    assert!(desk.keys("F").screen(80, 24).contains("2 of 2 problems left"));
    // From what moved to the first problem, then on; the cursor's deal is told below the list.
    assert!(desk.keys("n").screen(80, 24).contains("▌ !! 温控终端三期"));
    let screen = desk.keys("n").screen(80, 24);
    assert!(screen.contains("▌ !! Line 4 retrofit") && screen.contains("1 of 2 problems left"), "{screen}");
    let screen = desk.keys("n").screen(80, 24);
    assert!(screen.contains("0 of 2 problems left"), "{screen}");
    // A deal that is mended keeps the cursor, though it stands elsewhere now.
    let screen = desk.keys("gnn").keys("ggn").screen(80, 24);
    assert!(screen.contains("Funnel review"), "{screen}");
}

#[test]
fn the_review_is_stamped_with_one_key_and_is_empty_then() {
    let mut desk = funnel(Lang::En);
    assert_eq!(count("s"), 1);
    let screen = desk.keys("Fs").screen(80, 24);
    assert!(screen.contains("Funnel review finished: 2026-W48"), "{screen}");
    let screen = desk.keys("F").screen(80, 24);
    assert!(screen.contains("finished today") && screen.contains("none new, 2 flagged"), "{screen}");
    assert!(!screen.contains("Pushed") && screen.contains("Still flagged"), "{screen}");
    let screen = desk.keys("uF").screen(80, 24);
    assert!(screen.contains("Pushed (1)"), "an undone stamp is none: {screen}");
}

#[test]
fn m_leads_to_what_the_line_says_first() {
    // What is done after the stamp to a deal that has graver faults, and the form that m opens.
    for (done, form) in [
        ("opp set 1 amount=100k", "▌Amount"),
        ("opp set 1 close_on=2027-06-30", "▌Close date"),
        ("opp answer 1 6 -", "Question 6:"),
        ("opp set 1 close_on=2026-11-01", "▌Close date"),
    ] {
        let book = [
            "opp add title=Cold amount=9M close_on=2027-03-31 stage=mine next_step=call next_on=2026-12-20",
            "opp answer 1 4 -",
            "review add ritual=funnel",
            done,
        ];
        let mut desk = Desk::first(Desk::book(&book), Lang::En);
        let screen = desk.keys("Fm").screen(100, 30);
        assert!(screen.contains(form), "{done}: {screen}");
    }
}

/// Three key accounts, one of them late, and one that is none.
const ACCOUNTS: &[&str] = &[
    "account add name=云澜市中心医院 tier=a relation_level=strategic key_since=2025-10-01 key_reason=全市样板 cadence_days=14 \
     last_contact_on=2026-11-18 next_review_on=2026-11-01",
    "account add name=\"Larkhaven Mutual\" tier=a key_since=2026-02-01 next_review_on=2026-12-20",
    "account add name=骏沃汽车集团 relation_level=strategic cadence_days=14 last_contact_on=2026-09-01 next_review_on=2027-01-10",
    "account add name=柏舸化工 tier=b",
    "opp add title=PACS account=1 amount=300万 close_on=2027-03-31",
    "opp add title=HIS account=1 amount=120万 close_on=2026-06-30 stage=winnable",
    "opp win 2 reason=price on=2026-06-30",
    "opp add title=Claims account=2 amount=800k currency=USD close_on=2026-10-01",
    "opp lose 3 reason=price on=2026-10-01",
];

fn accounts() -> Store {
    Desk::book(ACCOUNTS)
}

#[test]
fn the_key_account_review_tells_what_speaks_for_and_against() {
    for (lang, name) in LANGS {
        let mut desk = Desk::first(accounts(), lang);
        insta::assert_snapshot!(format!("keys_{name}"), desk.keys("K").screen(80, 24));
        insta::assert_snapshot!(format!("keys_form_{name}"), desk.keys("+请院长来讲课").screen(80, 24));
        let screen = desk.keys("<cr>").screen(120, 40);
        insta::assert_snapshot!(format!("keys_wide_{name}"), screen);
        let mut desk = Desk::demo(lang);
        insta::assert_snapshot!(format!("keys_demo_{name}"), desk.keys("K").screen(80, 24));
        let mut none = Desk::first(Desk::book(&[]), lang);
        insta::assert_snapshot!(format!("keys_none_{name}"), none.keys("K").screen(80, 24));
        for (columns, rows) in [(60, 16), (61, 17), (109, 20), (110, 20), (200, 60)] {
            Desk::first(accounts(), lang).keys("K").screen(columns, rows);
        }
    }
}

#[test]
fn a_verdict_takes_two_keys_and_one_undo_takes_it_back() {
    assert_eq!(count("-<cr>"), 2);
    let mut desk = Desk::first(accounts(), Lang::En);
    let screen = desk.keys("K-orders halved<cr>").screen(80, 24);
    assert!(screen.contains("Lower: 云澜市中心医院") && screen.contains("✓"), "{screen}");
    assert!(screen.contains("▌ 12-20"), "the next account is under the cursor: {screen}");
    // The movement keys move here too.
    let screen = desk.keys("j").screen(80, 24);
    assert!(screen.contains("▌ 2027-01-10"), "{screen}");
    let screen = desk.keys("k").screen(80, 24);
    assert!(screen.contains("▌ 12-20"), "{screen}");
    let screen = desk.keys("Dno business left<cr>").screen(80, 24);
    assert!(screen.contains("Remove: Larkhaven Mutual"), "{screen}");
    // To keep one asks for an idea too, in a field of its own.
    let refused = desk.keys("+still strategic<cr>").screen(80, 24);
    assert!(refused.contains("required"), "{refused}");
    let screen = desk.keys("joint day<cr>").screen(80, 24);
    assert!(screen.contains("Keep: 骏沃汽车集团"), "{screen}");
    // What was decided stands until the review is closed; then only key accounts are listed.
    let screen = desk.keys("<esc>K").screen(120, 30);
    assert!(!screen.contains("Larkhaven") && screen.contains("halved"), "{screen}");
    let screen = desk.keys("<esc>uuuK").screen(80, 24);
    assert!(screen.contains("Larkhaven") && screen.matches("never reviewed").count() == 3, "{screen}");
}

#[test]
fn a_list_that_is_cut_says_so() {
    let lines: Vec<String> = (0..302).map(|at| format!("account add name=K{at} tier=a")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let screen = Desk::first(Desk::book(&lines), Lang::En).keys("K").screen(80, 24);
    assert!(screen.contains("first 300 of 302"), "{screen}");
}

#[test]
fn to_keep_an_account_for_what_stands_takes_two_keys() {
    assert_eq!(count("+<cr>"), 2);
    let mut desk = Desk::first(accounts(), Lang::En);
    let screen = desk.keys("K+a joint day<cr><up>").screen(120, 30);
    assert!(screen.contains("✓") && screen.contains("idea: a joint day"), "{screen}");
}

#[test]
fn a_decision_stands_in_the_history_of_its_account() {
    let mut desk = Desk::first(accounts(), Lang::En);
    let screen = desk.keys("K-orders halved<cr><up><cr><s-tab>b").screen(120, 40);
    assert!(screen.contains("Key-account review · Lower · orders"), "{screen}");
    assert!(screen.contains("Tier") && screen.contains("A → B"), "{screen}");
}
