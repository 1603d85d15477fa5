//! The Decide tab: cards, politics and decision steps of a deal, as a person plays and reads them.

use chrono::DateTime;
use quarterdeck::domain::account::Account;
use quarterdeck::domain::choice::Choice;
use quarterdeck::domain::influence::{Influence, Tie};
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{BuyingRole, Coverage, Person, PoliticalStatus, Role, Support};
use quarterdeck::domain::rules::Rules;
use quarterdeck::lang::Lang;
use quarterdeck::store::{Fault, Origin, Stamp, Store};
use quarterdeck::tui::terminal::keys;

use crate::desk::{Desk, NOW};

/// Opens the Decide tab of the deal that find shows first.
const DECIDE: &str = "<cr><tab><tab>";

/// The sample's deal with fourteen people and a split inner circle.
fn sample(lang: Lang) -> Desk {
    let mut desk = Desk::demo(lang);
    desk.keys("/调度数据灾备").keys(DECIDE);
    desk
}

/// A small deal: a chief who signs, three below, one more at the account.
fn small() -> Desk {
    let mut desk = Desk::with(
        Lang::En,
        &[
            "account add name=Northwind",
            "person add name=\"Ada Chief\" account=Northwind title=CEO",
            "person add name=\"Bo Deputy\" account=Northwind reports_to=\"Ada Chief\"",
            "person add name=张平 account=Northwind reports_to=\"Bo Deputy\"",
            "person add name=\"Dee Novak\" account=Northwind",
            "opp add title=Retrofit account=Northwind",
            "opp mark Retrofit \"Ada Chief\"",
            "opp mark Retrofit \"Bo Deputy\"",
            "opp mark Retrofit 张平",
            "decision add opportunity=Retrofit name=Budget due=2026-11-20",
            "decision add opportunity=Retrofit name=Signature due=2026-12-20",
        ],
    );
    desk.keys("/Retrofit").keys(DECIDE);
    desk
}

fn count(text: &str) -> usize {
    keys(text).len()
}

fn play(lang: Lang, name: &str) {
    let mut desk = sample(lang);
    for (picture, keys, size) in [
        ("people", "", (80, 24)),
        ("people_wide", "", (120, 40)),
        ("map", "bj", (80, 24)),
        ("map_wide", "", (120, 40)),
        ("pick", "i", (80, 24)),
        ("steps", "<esc>b", (80, 24)),
    ] {
        desk.keys(keys);
        insta::assert_snapshot!(format!("{picture}_{name}"), desk.screen(size.0, size.1));
    }
}

#[test]
fn the_views_in_english() {
    play(Lang::En, "en");
}

#[test]
fn the_views_in_chinese() {
    play(Lang::Zh, "zh");
}

#[test]
fn approver_path_and_weakest_link_are_read_with_nothing_but_the_tab_key() {
    let mut desk = sample(Lang::Zh);
    for view in ["", "b", "b"] {
        let screen = desk.keys(view).screen(80, 24);
        assert!(screen.contains("路径 我方 ─100→ 卫东升 ─(70)→ 邓伯言"), "{screen}");
        assert!(screen.contains("最弱环节 卫东升对邓伯言（影响中，导师）"), "{screen}");
    }
}

#[test]
fn a_whole_card_takes_four_keys_and_goes_on_to_the_next_person() {
    let card = "*=+-";
    assert!(count(card) <= 8);
    let mut desk = small();
    let before = desk.screen(80, 24);
    let screen = desk.keys(card).screen(80, 24);
    assert!(screen.contains("※ = + -  ▾ Ada Chief"), "{screen}");
    assert!(screen.contains("[·]· · ·    ▾ Bo Deputy"), "{screen}");
    let screen = desk.keys("※×x?").screen(80, 24);
    assert!(screen.contains("※ × × ?    ▾ Bo Deputy"), "{screen}");
    assert_eq!(desk.keys("uuuuuuuugk").screen(80, 24), before);
}

#[test]
fn a_mark_that_the_cell_does_not_have_is_refused_and_a_question_mark_clears() {
    let mut desk = small();
    let screen = desk.keys("x").screen(80, 24);
    assert!(screen.contains("! ") && screen.contains("[·]· · ·  ▾ Ada"), "{screen}");
    let screen = desk.keys("*").keys("h?").screen(80, 24);
    assert!(screen.contains(" ·[·]· ·  ▾ Ada"), "{screen}");
}

#[test]
fn the_cells_end_where_the_tabs_begin() {
    let mut desk = small();
    assert!(desk.keys("lll").screen(80, 24).contains("Coverage"));
    let screen = desk.keys("l").screen(80, 24);
    assert!(!screen.contains("Coverage"), "the next tab is open\n{screen}");
    let screen = desk.keys("hhhh").screen(80, 24);
    assert!(screen.contains("Buying role"), "{screen}");
}

#[test]
fn a_line_of_influence_takes_at_most_five_keys_and_is_changed_and_removed_by_one() {
    let mut desk = small();
    desk.keys("*bjj");
    let line = "izp<cr>";
    assert!(count(line) <= 5);
    // 张平 is under the cursor: who else is there has other letters.
    let line = line.replace("zp", "bo");
    let screen = desk.keys(&line).screen(80, 24);
    assert!(screen.contains("→→ Bo Deputy"), "{screen}");
    let screen = desk.keys("s").screen(80, 24);
    assert!(screen.contains("→→→ Bo Deputy") && screen.contains("↑↑↑ 张平"), "{screen}");
    let screen = desk.keys("t").screen(80, 24);
    assert!(screen.contains("In conflict with") && screen.contains("×××"), "{screen}");
    let screen = desk.keys("D").screen(80, 24);
    assert!(!screen.contains("×××") && screen.contains("No lines yet"), "{screen}");
    assert!(desk.keys("uk").screen(80, 24).contains("×××张平"));
    let screen = desk.keys("gizp<cr>").screen(80, 24);
    assert!(screen.contains("→→ 张平"), "pinyin initials pick\n{screen}");
    assert!(desk.keys("&bo<cr>").screen(80, 24).contains("== Bo Deputy"));
    assert!(desk.keys("Ibo<cr>").screen(80, 24).contains("×× Bo Deputy"));
}

#[test]
fn people_join_stand_in_circles_fold_and_leave() {
    let mut desk = small();
    let screen = desk.keys("nde<cr>").screen(80, 24);
    assert!(screen.contains("[·]· · ·    Dee Novak"), "{screen}");
    let screen = desk.keys("n").screen(80, 24);
    assert!(screen.contains("is in already"), "{screen}");
    desk.keys("<esc>");
    for circle in ["inner", "inside", "outside", "inner"] {
        let screen = desk.keys("o").screen(80, 24);
        assert!(screen.contains(circle), "{circle}\n{screen}");
    }
    let told = desk.keys("D").screen(80, 24);
    assert_eq!(told.matches("Dee Novak").count(), 1, "only the message names who left: {told}");
    assert!(desk.keys("u").screen(80, 24).contains("Dee Novak"));
    let screen = desk.keys("gj<space>").screen(80, 24);
    assert!(screen.contains("▸ Bo Deputy") && !screen.contains("张平"), "{screen}");
    assert!(desk.keys("<space>").screen(80, 24).contains("张平"));
}

#[test]
fn gaps_are_told_until_they_are_mended() {
    let mut desk = small();
    let screen = desk.screen(80, 24);
    assert!(
        screen.contains("no approver named") && screen.contains("single-threaded: 0 met more than once"),
        "{screen}"
    );
    let screen = desk.keys("*++-").screen(80, 24);
    assert!(screen.contains("no path to Ada Chief"), "{screen}");
    assert!(screen.contains("key players not covered: Ada Chief"), "{screen}");
    let screen = desk.keys("lll*").screen(80, 24);
    assert!(
        screen.contains("us ─100→ Bo Deputy ─(12)→ Ada Chief※"),
        "a report without known support\n{screen}"
    );
}

#[test]
fn steps_are_late_done_moved_and_taken_back() {
    let mut desk = small();
    assert!(desk.screen(80, 24).contains("▶ Budget 11-20 3d overdue"));
    let screen = desk.keys("bb").screen(80, 24);
    assert!(screen.contains("▶ Budget") && screen.contains("3d overdue"), "{screen}");
    let screen = desk.keys("x").screen(80, 24);
    assert!(
        screen.contains("✓ Budget") && screen.contains("Done 11-23") && screen.contains("▶ Signature"),
        "{screen}"
    );
    let screen = desk.keys("]").screen(80, 24);
    assert!(screen.find("Signature") < screen.find("✓ Budget"), "{screen}");
    let screen = desk.keys("uux").screen(80, 24);
    assert!(screen.contains("✓ Budget"), "the cursor stayed on it\n{screen}");
    let screen = desk.keys("x").screen(80, 24);
    assert!(screen.contains("▶ Budget"), "{screen}");
    let screen = desk.keys("nLegal check<cr>").screen(80, 24);
    assert!(screen.contains("3   Legal check"), "{screen}");
}

#[test]
fn twenty_people_stand_on_one_screen() {
    let mut lines = vec!["account add name=Many".to_owned(), "opp add title=Board account=1".to_owned()];
    for no in 1..=20 {
        let boss = if no > 1 { format!("reports_to={}", no / 4 + 1) } else { String::new() };
        let boss = if no / 4 + 1 == no { String::new() } else { boss };
        lines.push(format!("person add name=\"Member {no:02}\" account=1 title=Director {boss}"));
        lines.push(format!("opp mark 1 {no} political_status=inner-circle coverage=+"));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys("/Board").keys(DECIDE).keys("G").screen(80, 24);
    for no in 1..=20 {
        assert!(screen.contains(&format!("Member {no:02}")), "{no}\n{screen}");
    }
    assert!(screen.contains("no decision steps yet") && screen.contains("Path"), "{screen}");
    insta::assert_snapshot!("twenty_people", screen);
}

#[test]
fn no_size_breaks_a_view() {
    let mut desk = sample(Lang::Zh);
    for view in ["G", "b", "b"] {
        desk.keys(view);
        for columns in [60, 61, 76, 80, 117, 118, 120, 200] {
            for rows in [16, 17, 24, 60] {
                desk.screen(columns, rows);
            }
        }
    }
}

/// A deal with 500 people and 2,000 lines between them.
fn crowd() -> Store {
    let mut store = Store::memory(Rules::default()).unwrap();
    let at = DateTime::parse_from_rfc3339(NOW).unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    let made: Result<_, Fault> = store.transact(&stamp, "crowd", |tx| {
        let mut account = Account { name: "Crowd".to_owned(), ..Account::default() };
        tx.save(&mut account)?;
        let mut deal = Opportunity {
            title: "Everyone".to_owned(),
            account: Some(account.head.id),
            currency: "CNY".to_owned(),
            ..Opportunity::default()
        };
        tx.save(&mut deal)?;
        let opportunity = deal.head.id;
        let mut people: Vec<Person> = Vec::new();
        for no in 0..500_usize {
            let boss = (no > 0).then(|| people[(no - 1) / 8].head.id);
            let mut person = Person {
                name: format!("Member {no:03}"),
                account: Some(account.head.id),
                reports_to: boss,
                ..Person::default()
            };
            tx.save(&mut person)?;
            let mut role = Role {
                opportunity,
                person: person.head.id,
                buying_role: Some(if no == 0 { BuyingRole::Approver } else { BuyingRole::Evaluator }),
                coverage: Coverage::ALL.get((no + 3) % 5).copied(),
                support: Support::ALL.get(no % 5).copied(),
                political_status: PoliticalStatus::ALL.get(no % 3).copied(),
                ..Role::default()
            };
            tx.save(&mut role)?;
            people.push(person);
        }
        for no in 0..2_000_usize {
            let (from, to) = (no % 500, (no * 7 + no / 500 * 31 + 3) % 500);
            let mut line = Influence {
                opportunity,
                from: people[from].head.id,
                to: people[if from == to { (to + 1) % 500 } else { to }].head.id,
                kind: [Tie::Influences, Tie::Influences, Tie::Conflicts, Tie::Allied][no % 4],
                strength: Some(i64::try_from(no % 3 + 1).unwrap()),
                ..Influence::default()
            };
            tx.save(&mut line)?;
        }
        Ok(())
    });
    made.unwrap();
    store
}

#[test]
fn a_deal_with_five_hundred_people_and_two_thousand_lines_is_read_like_a_small_one() {
    let mut desk = Desk::over(crowd(), Lang::En);
    let screen = desk.keys("/Everyone").keys(DECIDE).screen(80, 24);
    assert!(screen.contains("us ─100→ Member") && screen.contains("→ Member 000※"), "{screen}");
    assert!(screen.contains("weakest: ") && screen.contains("▾ Member 001"), "{screen}");
    let screen = desk.keys("<space>").screen(80, 24);
    assert!(screen.contains("▸ Member 000") && !screen.contains("▾ Member 001"), "{screen}");
    let screen = desk.keys("<space>G*").screen(80, 24);
    assert!(screen.contains("Member 49"), "{screen}");
    let screen = desk.keys("bG").screen(80, 24);
    assert!(screen.contains("▌") && screen.contains("Reports to: Member"), "{screen}");
}

#[test]
fn the_keys_that_show_the_steps_do_so_from_either_view() {
    for (lang, told, steps) in
        [(Lang::En, "(b b to switch view", "b people"), (Lang::Zh, "用 b b 换到步骤", "b 人员")]
    {
        let mut desk = Desk::with(lang, &["account add name=Acme", "opp add title=Depot account=1"]);
        let screen = desk.keys("/Depot<cr><tab><tab>").screen(80, 24);
        assert!(screen.contains(told), "{screen}");
        let map = desk.keys("b").screen(80, 24);
        assert!(map.contains(&told.replace("b b", "b")), "{map}");
        let screen = desk.keys("b").screen(80, 24);
        assert!(screen.contains(steps) && !screen.contains(told), "{screen}");
    }
}
