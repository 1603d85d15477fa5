//! Where nothing is yet, the screen says what to press, and says it whole.

use quarterdeck::lang::Lang;
use quarterdeck::tui::binding;
use quarterdeck::tui::command::Place;

use crate::desk::Desk;

const DEAL: &str = "2g<cr>";

/// Every screen, tab, view and list that can be empty: the place whose keys it names, what the book holds besides, and
/// the keys that lead there.
const EMPTY: &[(Place, &[&str], &str)] = &[
    (Place::Today, &[], ""),
    (Place::Today, &["account add name=A"], ""),
    (Place::Sweep, &[], "W"),
    (Place::Review, &[], "F"),
    (Place::KeyAccounts, &[], "K"),
    (Place::CallPlan, &[], "M"),
    (Place::Calendar, &[], "3"),
    (Place::Calendar, &[], "3b"),
    (Place::Calendar, &[], "3bb"),
    (Place::Calendar, &[], "3bbb"),
    (Place::Todos, &[], "4"),
    (Place::Todos, &[], "4b"),
    (Place::Todos, &[], "4bb"),
    (Place::Todos, &["todo add title=call"], "4fzzz<cr>"),
    (Place::Accounts, &[], "5"),
    (Place::Accounts, &["account add name=A"], "5fzzz<cr>"),
    (Place::Account, &["account add name=A"], "5<cr>"),
    (Place::Account, &["account add name=A"], "5<cr><tab>"),
    (Place::Account, &["account add name=A"], "5<cr><tab><tab>"),
    (Place::Account, &["account add name=A"], "5<cr><tab><tab><tab>"),
    (Place::Funnel, &[], "6"),
    (Place::Funnel, &[], "6c"),
    (Place::ForecastCall, &["opp add title=Depot"], "6cfzzz<cr>"),
    (Place::Funnel, &[], "2"),
    (Place::Funnel, &[], "2b"),
    (Place::Funnel, &["opp add title=Depot"], "2fzzz<cr>"),
    (Place::Factors, &["opp add title=Depot"], "<tab>"),
    (Place::Rivals, &["opp add title=Depot"], "<tab>b"),
    (Place::Eye, &["opp add title=Depot"], "<tab>bb"),
    (Place::People, &["opp add title=Depot"], "<tab><tab>"),
    (Place::Map, &["opp add title=Depot"], "<tab><tab>b"),
    (Place::Steps, &["opp add title=Depot"], "<tab><tab>bb"),
    (Place::Manage, &["opp add title=Depot"], "<tab><tab><tab>"),
    (Place::Background, &["opp add title=Depot"], "<tab><tab><tab><tab>"),
    (Place::Log, &["opp add title=Depot"], "<tab><tab><tab><tab><tab>"),
    (Place::Timeline, &["opp add title=Depot"], "T"),
];

/// Whether a key of the place stands by itself in the text; `a` is a word of English, too.
fn names_a_key(screen: &str, place: Place) -> bool {
    let body: Vec<&str> = screen.lines().skip(1).collect();
    let body = body[..body.len().min(22)].join("\n");
    let mut labels: Vec<String> = binding::keys_of(place)
        .into_iter()
        .flat_map(|(keys, _)| keys.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|label| label != "a" && label.chars().all(char::is_alphanumeric))
        .filter(|label| label.parse::<u8>().is_err())
        .collect();
    labels.push("Enter".to_owned());
    let words = body.split(|sign: char| sign.is_whitespace() || "（）()，。：:；;,.".contains(sign));
    words.into_iter().any(|word| labels.iter().any(|label| label == word))
}

#[test]
fn every_empty_screen_says_whole_what_to_press() {
    let mut faults = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        for (place, lines, keys) in EMPTY {
            let mut desk = Desk::first(Desk::book(lines), lang);
            if place.screen() == Place::Deal || *place == Place::Timeline {
                desk.keys(DEAL);
            }
            let screen = desk.keys(keys).screen(80, 24);
            if screen.contains('…') || !names_a_key(&screen, *place) {
                faults.push(format!("{place:?} {keys} {lines:?}\n{screen}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} {}", faults.len(), faults.join("\n\n"));
}

#[test]
fn a_new_book_tells_how_to_import_to_try_to_get_help_and_to_leave() {
    for lang in [Lang::En, Lang::Zh] {
        let screen = Desk::first(Desk::book(&[]), lang).screen(60, 16);
        let all = ["qd import", "qd --demo", "F1", " q", " a ", "5", "2"];
        assert!(all.iter().all(|one| screen.contains(one)), "{screen}");
        let body = |columns| -> Vec<String> {
            let screen = Desk::first(Desk::book(&[]), lang).screen(columns, 24);
            screen.lines().skip(1).take(22).map(str::to_owned).collect()
        };
        assert_eq!(body(60), body(80));
    }
}
