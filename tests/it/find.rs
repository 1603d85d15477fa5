//! Find: every hit can be reached, and hits of one name are told apart.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

const TWINS: &[&str] = &[
    "account add name=Chase-Snyder region=North",
    "account add name=Chase-Snyder region=South",
    "person add name=\"Ann Chase\" account=1 title=Buyer",
    "person add name=\"Ann Chase\" account=1 title=Engineer",
    "opp add title=\"Chase renewal\" account=1 amount=110k currency=CNY close_on=2026-12-20",
    "opp add title=\"Chase renewal\" account=1 amount=220k currency=CNY close_on=2027-01-20 stage=qualified",
    "opp add title=\"Chase renewal\" account=1 amount=330k currency=CNY close_on=2027-02-20 stage=mine",
    "todo add title=\"Chase it\" due=2026-12-01",
    "todo add title=\"Chase it\" due=2026-12-02",
];

/// The rows of what lies on top, with the one under the cursor.
fn rows(screen: &str) -> (Vec<String>, usize) {
    let inside =
        screen.lines().filter_map(|line| line.split_once('│')?.1.rsplit_once('│').map(|(row, _)| row));
    let rows: Vec<String> = inside.skip(1).map(str::to_owned).filter(|row| !row.trim().is_empty()).collect();
    let at = rows.iter().position(|row| row.starts_with('▌')).unwrap_or(usize::MAX);
    (rows.iter().map(|row| row.trim_start_matches('▌').trim().to_owned()).collect(), at)
}

#[test]
fn every_hit_is_reached_by_every_motion() {
    let (all, at) = rows(&Desk::with(Lang::En, TWINS).keys("/chase").screen(80, 24));
    assert_eq!((all.len(), at), (9, 0), "{all:?}");
    for (down, up) in [("<down>", "<up>"), ("<c-n>", "<c-p>")] {
        let mut desk = Desk::with(Lang::En, TWINS);
        desk.keys("/chase");
        for place in 1..all.len() {
            assert_eq!(rows(&desk.keys(down).screen(80, 24)), (all.clone(), place), "{down}");
        }
        for place in (0..all.len() - 1).rev() {
            assert_eq!(rows(&desk.keys(up).screen(80, 24)), (all.clone(), place), "{up}");
        }
    }
    for (down, up) in [("<pagedown>", "<pageup>"), ("<end>", "<home>")] {
        let mut desk = Desk::with(Lang::En, TWINS);
        assert_eq!(rows(&desk.keys("/chase").keys(down).screen(80, 24)).1, all.len() - 1, "{down}");
        assert_eq!(rows(&desk.keys(up).screen(80, 24)).1, 0, "{up}");
    }
    // What is typed after a move begins at the first hit again.
    assert_eq!(rows(&Desk::with(Lang::En, TWINS).keys("/chas<end>e").screen(80, 24)).1, 0);
}

#[test]
fn enter_opens_the_hit_under_the_cursor() {
    let (all, _) = rows(&Desk::with(Lang::En, TWINS).keys("/chase").screen(80, 24));
    for (place, row) in all.iter().enumerate() {
        let mut desk = Desk::with(Lang::En, TWINS);
        let screen = desk.keys(&format!("/chase{}<cr>", "<down>".repeat(place))).screen(80, 24);
        let seen =
            ["110k", "220k", "330k", "2026-12-01", "2026-12-02", "Buyer", "Engineer", "North", "South"];
        let known = seen.iter().find(|one| row.contains(one.trim_start_matches("2026-")));
        let known = known.unwrap_or_else(|| panic!("{row} is told apart from the others: {all:?}"));
        let shown = if ["North", "South"].contains(known) { desk.keys("e").screen(80, 24) } else { screen };
        assert!(shown.contains(known), "{row}\n{shown}");
    }
}

#[test]
fn candidates_of_a_link_that_read_the_same_are_told_apart_too() {
    let screen = Desk::with(Lang::En, TWINS).keys("4n<tab><tab><tab><tab>chase").screen(80, 24);
    for facts in ["110k", "220k", "330k"] {
        assert!(screen.contains(facts), "{screen}");
    }
    let screen = Desk::with(Lang::En, TWINS).keys("4n<tab><tab><tab>chase").screen(80, 24);
    assert!(screen.contains("North") && screen.contains("South"), "{screen}");
}

#[test]
fn a_number_offers_every_kind_that_has_it() {
    let (all, _) = rows(&Desk::with(Lang::En, TWINS).keys("/2").screen(80, 24));
    for kind in ["account 2", "person 2", "deal 2", "to-do 2"] {
        assert!(all.iter().any(|row| row.ends_with(kind)), "{kind}: {all:?}");
    }
    let screen = Desk::with(Lang::En, TWINS).keys("/2<down><down><cr>").screen(80, 24);
    assert!(screen.contains("Chase renewal") && screen.contains("220k"), "{screen}");
}

#[test]
fn a_line_that_finds_nothing_stays_and_says_so() {
    let mut desk = Desk::with(Lang::En, TWINS);
    let screen = desk.keys("/zzzz<cr>").screen(80, 24);
    assert!(screen.contains("! No results") && screen.contains("/ zzzz"), "{screen}");
    let screen = desk.keys("<c-u>it<cr>").screen(80, 24);
    assert!(screen.contains("2026-12-0"), "{screen}");
}
