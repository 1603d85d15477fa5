//! The to-dos screen, played as keys and printed, and the list in the shell.

use std::process::Command;

use quarterdeck::lang::Lang;
use quarterdeck::tui::terminal::keys;

use crate::desk::{Desk, NOW};

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// On the to-dos of a small book.
fn small() -> Desk {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Acme",
            "opp add title=Depot account=1",
            "todo add title=Call due=2026-11-20 opportunity=1",
            "todo add title=Write due=today account=1",
            "todo add title=Report due=tomorrow recur='every mon' tags=routine",
            "todo add title=Read",
        ],
    );
    desk.keys("4");
    desk
}

#[test]
fn the_screen_looks_as_it_should() {
    for (lang, name) in LANGS {
        let mut desk = Desk::demo(lang);
        desk.keys("4");
        insta::assert_snapshot!(format!("groups_{name}"), desk.screen(80, 24));
        insta::assert_snapshot!(format!("groups_wide_{name}"), desk.screen(120, 40));
        insta::assert_snapshot!(format!("defer_{name}"), desk.keys("d").screen(80, 24));
        insta::assert_snapshot!(format!("filter_{name}"), desk.keys("<esc>f").screen(80, 24));
        insta::assert_snapshot!(format!("form_{name}"), desk.keys("<esc>n").screen(80, 24));
        insta::assert_snapshot!(format!("empty_{name}"), Desk::with(lang, &[]).keys("4").screen(80, 24));
    }
}

#[test]
fn a_to_do_is_finished_with_one_key_and_deferred_with_two() {
    let mut desk = small();
    assert_eq!(keys("x").len(), 1);
    let screen = desk.keys("x").screen(80, 24);
    assert!(screen.contains("Done: Call") && !screen.contains("Overdue"), "{screen}");
    // The cursor is on the next one, which the next keys defer.
    for (pressed, day, count) in [
        ("dr", "2026-11-24", 2),
        ("dz", "2026-11-30", 2),
        ("d<cr>", "2026-11-24", 2),
        // With these keys a day may begin: they wait for Enter.
        ("dt<cr>", "2026-11-24", 3),
        ("dm<cr>", "2026-11-30", 3),
        ("d3<cr>", "2026-11-26", 3),
        ("dn<cr>", "2026-12-23", 3),
    ] {
        assert_eq!(keys(pressed).len(), count);
        let screen = desk.keys(pressed).screen(80, 24);
        assert!(screen.contains(&format!("Deferred to {day}: Write")), "{pressed} {screen}");
        desk.keys("ugg");
    }
    let screen = desk.keys("donext friday<cr>").screen(80, 24);
    assert!(
        screen.contains("Deferred to 2026-11-27") || screen.contains("Deferred to 2026-12-04"),
        "{screen}"
    );
    let screen = desk.keys("uu").screen(80, 24);
    assert!(screen.contains("Overdue 1"), "{screen}");
}

#[test]
fn keys_wait_drop_hand_over_and_open_what_it_is_about() {
    let mut desk = small();
    let screen = desk.keys("wLi Na<cr>").screen(80, 24);
    assert!(screen.contains("Waiting 1") && screen.contains("Waiting on Li Na: Call"), "{screen}");
    let screen = desk.keys("D").screen(80, 24);
    assert!(screen.contains("Dropped: Write"), "{screen}");
    let screen = desk.keys("@Mei<cr>").screen(80, 24);
    assert!(screen.contains("Handed over to Mei: Report") && screen.contains("Waiting 2"), "{screen}");
    let screen = desk.keys("b").screen(80, 24);
    assert!(screen.contains("Recently done 1") && screen.contains("Write"), "{screen}");
    let screen = desk.keys("R").screen(80, 24);
    assert!(screen.contains("Reopened: Write"), "{screen}");
    let screen = desk.keys("<esc>ggj<cr>").screen(80, 24);
    assert!(screen.contains("Edit: Read"), "{screen}");
    let screen = desk.keys("<esc>gg<cr>").screen(80, 24);
    assert!(screen.contains("Acme") && !screen.contains("Edit"), "{screen}");
}

#[test]
fn several_are_done_at_once_and_what_recurs_comes_again() {
    let mut desk = small();
    let screen = desk.keys("<space>j<space>jx").screen(80, 24);
    assert!(!screen.contains("Call") && !screen.contains("Write") && screen.contains("Report"), "{screen}");
    let screen = desk.keys("ggx").screen(80, 24);
    assert!(screen.contains("Done: Report · next: 2026-11-30") && screen.contains("Later 1"), "{screen}");
    let screen = desk.keys("uuvjx").screen(80, 24);
    assert!(!screen.contains("Call") && !screen.contains("Write"), "{screen}");
}

#[test]
fn a_filter_narrows_and_a_new_one_is_made_in_a_form() {
    let mut desk = small();
    let screen = desk.keys("ftags~rout<cr>").screen(80, 24);
    assert!(screen.contains("Report") && !screen.contains("Write"), "{screen}");
    let screen = desk.keys("f<c-u>nowhere<cr>").screen(80, 24);
    assert!(screen.contains("No to-dos match the filter"), "{screen}");
    let screen = desk.keys("<esc>nSend offer<tab>tomorrow<cr>").screen(80, 24);
    assert!(screen.contains("This week 2") && screen.contains("Send offer"), "{screen}");
}

#[test]
fn a_deal_lists_its_open_actions_and_they_are_done_there() {
    let mut desk = small();
    let screen = desk.keys("gg<cr><tab><tab><tab>").screen(80, 24);
    assert!(screen.contains("Open to-dos: 1") && screen.contains("11-20 · Call"), "{screen}");
    let screen = desk.keys("NAn engineer<tab>fri<cr>").screen(80, 24);
    assert!(screen.contains("Open to-dos: 2") && screen.contains("11-27 · An engineer"), "{screen}");
    let screen = desk.keys("dz").screen(80, 24);
    assert!(screen.contains("Deferred to 2026-11-30: An engineer"), "{screen}");
    let screen = desk.keys("ggxx").screen(80, 24);
    assert!(screen.contains("Done: An engineer") && !screen.contains("Open to-dos"), "{screen}");
    // On a weak point there is nothing to be done or put off.
    let screen = desk.keys("x").screen(80, 24);
    assert!(!screen.contains("Done"), "{screen}");
    let screen = desk.keys("d").screen(80, 24);
    assert!(!screen.contains("Defer to"), "{screen}");
}

#[test]
fn every_size_draws() {
    let mut desk = Desk::demo(Lang::Zh);
    desk.keys("4");
    for columns in [60, 61, 80, 118, 200] {
        for rows in [16, 17, 24, 60] {
            desk.screen(columns, rows);
        }
    }
}

/// What the shell prints over the sample.
fn run(code: &str, words: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut qd = Command::new(env!("CARGO_BIN_EXE_qd"));
    qd.env_clear().env("HOME", home.path()).env("QD_NOW", NOW).env("QD_LANG", code).arg("--demo");
    let output = qd.args(words).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_list_reads_well_in_the_shell_and_json_is_whole() {
    for (_, code) in LANGS {
        insta::assert_snapshot!(format!("list_{code}"), run(code, &["todo", "list"]));
    }
    let json: serde_json::Value = serde_json::from_str(&run("en", &["todo", "list", "--json"])).unwrap();
    let all = json.as_array().unwrap();
    assert_eq!(all.len(), 19);
    for key in ["title", "kind", "state", "due", "recur", "series", "waiting_on", "extra", "done_at"] {
        assert!(all[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn several_to_dos_are_changed_in_one_form_and_come_back_with_one_key() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::with(
            lang,
            &["account add name=Acme", "todo add title=one", "todo add title=two", "todo add title=three"],
        );
        let form = desk.keys("4<space>j<space>e").screen(80, 24);
        assert!(form.contains(if lang == Lang::En { "Edit 2 records" } else { "批量修改2条" }), "{form}");
        // Nothing that is left empty is changed.
        let screen = desk.keys("2026-12-01<cr>").screen(80, 24);
        assert_eq!(screen.matches("  12-01").count(), 2, "{screen}");
        let screen = desk.keys("u").screen(80, 24);
        assert_eq!(screen.matches("  12-01").count(), 0, "{screen}");
    }
}

#[test]
fn a_form_hangs_a_to_do_on_another_deal() {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Acme",
            "opp add title=Depot account=1",
            "opp add title=Plant",
            "todo add title=one opportunity=1",
        ],
    );
    let form = desk.keys("4e").screen(80, 40);
    assert!(form.contains("Depot") && form.contains("Account") && form.contains("Person"), "{form}");
    let field =
        form.lines().filter(|line| line.contains('│')).position(|line| line.contains("Depot")).unwrap();
    let down = "<tab>".repeat(field);
    let screen = desk.keys(&format!("{down}<c-u>Plant<cr>")).keys("<cr>").screen(80, 24);
    assert!(screen.contains("Plant") && !screen.contains("Depot"), "{screen}");
}

#[test]
fn a_key_sorts_the_to_dos() {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Zeta",
            "account add name=Acme",
            "todo add title=one due=2026-11-23 account=1",
            "todo add title=two due=2026-11-23 account=2 priority=low",
            "todo add title=three due=2026-11-23T09:00 priority=high",
        ],
    );
    let mut order = |pressed: &str| {
        let screen = desk.keys(pressed).screen(80, 24);
        let place = |title: &str| screen.find(title).unwrap();
        let mut titles = ["one", "two", "three"];
        titles.sort_by_key(|title| place(title));
        titles
    };
    assert_eq!(order("4"), ["one", "two", "three"]);
    assert_eq!(order("s<down><cr>"), ["three", "one", "two"]);
    assert_eq!(order("saccount<cr>"), ["two", "one", "three"]);
    assert_eq!(order("soldest<cr>"), ["one", "two", "three"]);
}
