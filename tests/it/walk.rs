//! Every list is walked to its end by every pair of motions, and every key that is named is pressed.

use std::cell::Cell;
use std::path::PathBuf;

use quarterdeck::domain::rules::Rules;
use quarterdeck::lang::Lang;
use quarterdeck::store::Store;
use quarterdeck::tui::binding::{self, BINDINGS, Binding};
use quarterdeck::tui::command::Place;
use quarterdeck::tui::terminal::{Code, Key};
use tempfile::TempDir;

use crate::desk::Desk;

/// The keys that lead to a place from anywhere; nothing for a place that is only part of others.
fn route(place: Place) -> Option<&'static str> {
    let name = format!("{place:?}");
    Some(match name.as_str() {
        "Today" => "21",
        "Sweep" => "1W",
        "Review" => "1F",
        "KeyAccounts" => "1K",
        "CallPlan" => "1M",
        "Calendar" => "3",
        "Todos" => "4",
        "Reports" => "6",
        "ForecastCall" => "6c",
        "Funnel" => "2",
        "Assess" => "/岭川电网调度<cr>",
        "Factors" => "/岭川电网调度<cr><tab>",
        "Rivals" => "/岭川电网调度<cr><tab>b",
        "Eye" => "/岭川电网调度<cr><tab>bb",
        "People" => "/岭川电网调度<cr><tab><tab>",
        "Map" => "/岭川电网调度<cr><tab><tab>b",
        "Steps" => "/岭川电网调度<cr><tab><tab>bb",
        "Manage" => "/岭川电网调度<cr><tab><tab><tab>",
        "Background" => "/岭川电网调度<cr><tab><tab><tab><tab>",
        "Log" => "/岭川电网调度<cr><s-tab>",
        "Accounts" => "5",
        "Account" => "5<cr>",
        "Timeline" => "/岭川电网调度<cr>T",
        "Changes" => "/岭川电网调度<cr><s-tab>b",
        "Deal" | "Compete" | "Decide" => return None,
        // A place that is added has to be walked too.
        _ => panic!("how is {name} reached?"),
    })
}

/// All places that a binding names, and those that have no key of their own.
fn places() -> Vec<Place> {
    let mut found = vec![Place::Background, Place::Log];
    for place in BINDINGS.iter().filter_map(|one| one.place) {
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found.retain(|place| route(*place).is_some());
    found
}

/// A book on the disk, of which each cockpit gets a copy of its own.
struct Shelf {
    home: TempDir,
    master: PathBuf,
    copies: Cell<usize>,
}

impl Shelf {
    fn of(fill: impl FnOnce(&mut Store)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let master = home.path().join("master.db");
        let mut store = Store::open(&master, Rules::default()).unwrap();
        fill(&mut store);
        drop(store);
        Self { home, master, copies: Cell::new(0) }
    }

    fn demo() -> Self {
        Self::of(|store| {
            let desk = Desk::person(Lang::En);
            quarterdeck::demo::fill(store, &desk).unwrap();
        })
    }

    /// A copy under a name of its own: an earlier one may still be open.
    fn copy(&self) -> PathBuf {
        self.copies.set(self.copies.get() + 1);
        let path = self.home.path().join(format!("{}.db", self.copies.get()));
        std::fs::copy(&self.master, &path).unwrap();
        path
    }

    /// A cockpit over a copy, where these keys lead.
    fn at(&self, keys: &str) -> Desk {
        let store = Store::open(&self.copy(), Rules::default()).unwrap();
        let mut desk = Desk::first(store, Lang::En);
        desk.keys(keys);
        desk
    }
}

/// Presses a key until nothing moves any more; gives every picture on the way.
fn walk(desk: &mut Desk, key: &str) -> Vec<String> {
    let mut seen = vec![desk.screen(80, 24)];
    while seen.len() < 2_000 {
        let now = desk.keys(key).screen(80, 24);
        if seen.last() == Some(&now) {
            return seen;
        }
        seen.push(now);
    }
    panic!("{key} never comes to an end\n{}", seen[1_999]);
}

/// Walks there and back by each pair of motions: all come to the same end, and to the same beginning. Gives how many
/// steps of one row there are.
fn walked(desk: &mut Desk, name: &str, pairs: &[(&str, &str)]) -> usize {
    let mut ends: Option<(usize, String, String)> = None;
    for (on, back) in pairs {
        let there = walk(desk, on);
        let last = there.last().unwrap().clone();
        let first = walk(desk, back).last().unwrap().clone();
        let (_, end, begin) = ends.get_or_insert((there.len(), last.clone(), first.clone()));
        assert_eq!(*end, last, "{name}: {on} ends elsewhere");
        assert_eq!(*begin, first, "{name}: {back} ends elsewhere");
    }
    ends.map_or(0, |(steps, ..)| steps)
}

const FREE: &[(&str, &str)] = &[
    ("j", "k"),
    ("<down>", "<up>"),
    ("<c-d>", "<c-u>"),
    ("<pagedown>", "<pageup>"),
    ("G", "g"),
    ("<end>", "<home>"),
];
const BESIDE_TEXT: &[(&str, &str)] =
    &[("<down>", "<up>"), ("<c-n>", "<c-p>"), ("<pagedown>", "<pageup>"), ("<end>", "<home>")];

#[test]
fn every_screen_is_walked_to_its_end_by_every_pair_of_motions() {
    let shelf = Shelf::demo();
    for place in places() {
        // The calendar has no end: a page leads to other days.
        let pairs = if place == Place::Calendar { &FREE[..2] } else { FREE };
        if place == Place::Calendar {
            continue;
        }
        let mut desk = shelf.at(route(place).unwrap());
        let steps = walked(&mut desk, &format!("{place:?}"), pairs);
        let is_still = [Place::Reports].contains(&place);
        assert!(steps > 1 || is_still, "{place:?} moves\n{}", desk.screen(80, 24));
    }
}

#[test]
fn the_last_row_of_a_screen_is_another_one_than_the_first() {
    let shelf = Shelf::demo();
    for place in places() {
        let enter = Key::plain(Code::Enter);
        let opens = binding::bound(place, enter).is_some_and(|one| one.line == "open");
        if !opens || place == Place::Calendar {
            continue;
        }
        let first = shelf.at(route(place).unwrap()).keys("g<cr>").screen(80, 24);
        let last = shelf.at(route(place).unwrap()).keys("G<cr>").screen(80, 24);
        assert_ne!(first, last, "{place:?}");
    }
}

/// How each list that lies over a screen is opened.
const LISTS: &[(&str, &str)] = &[
    ("the palette", "1:"),
    ("the palette, half typed", "1:re"),
    ("find", "1/a"),
    ("find by a number", "1/4"),
    ("the orders of the funnel", "2s"),
    ("the orders of to-dos", "4s"),
    ("the days of a to-do", "4d"),
    ("strategies", "/岭川电网调度<cr><tab>bs"),
    ("tactics", "/岭川电网调度<cr><tab>t"),
    ("where the week goes", "1S"),
    ("colleagues in the sweep", "1Wh"),
    ("whom a person sways", "/岭川电网调度<cr><tab><tab>i"),
    ("candidates of a link", "4n<tab><tab><tab><tab>数据"),
];

#[test]
fn every_list_over_a_screen_is_walked_to_its_end_and_its_last_row_is_taken() {
    let shelf = Shelf::demo();
    for (name, keys) in LISTS {
        let mut desk = shelf.at(keys);
        let steps = walked(&mut desk, name, BESIDE_TEXT);
        assert!(steps > 1, "{name} has rows to walk\n{}", desk.screen(80, 24));
        let first = shelf.at(keys).keys("<home><cr>").screen(80, 24);
        let last = shelf.at(keys).keys("<end><cr>").screen(80, 24);
        assert_ne!(first, last, "{name}");
    }
}

#[test]
fn long_forms_are_walked_by_pages_and_ends() {
    let shelf = Shelf::demo();
    for (name, keys) in [("a deal", "2e"), ("an account", "5e"), ("a to-do", "4e"), ("a visit", "2<cr>V")] {
        let mark = |screen: &str| screen.lines().find(|line| line.contains("│▌")).map(str::to_owned);
        let mut desk = shelf.at(keys);
        let first = mark(&desk.screen(80, 24));
        let paged = walk(&mut desk, "<pagedown>");
        let last = mark(paged.last().unwrap());
        assert!(paged.len() > 1 && last != first, "{name}\n{}", paged[0]);
        // Within a note a key may move the cursor where the picture stays the same.
        for (key, expected) in [("<pageup>", &first), ("<end>", &last), ("<home>", &first)] {
            assert_eq!(mark(&desk.keys(&key.repeat(16)).screen(80, 24)), *expected, "{name}: {key}");
        }
        // Half pages lead on, and back again without deleting what stands in a field.
        let mut desk = shelf.at(keys);
        for (key, expected) in [("<c-d>", &last), ("<c-u>", &first)] {
            assert_eq!(mark(&desk.keys(&key.repeat(16)).screen(80, 24)), *expected, "{name}: {key}");
        }
        let screen = desk.keys("<esc>").screen(80, 24);
        assert!(!screen.contains("Esc again"), "{name}\n{screen}");
    }
}

/// Lines that move within a screen: at an edge they may do nothing.
const MOVES: &[&str] = &["right", "left", "tab", "tab back", "page", "page back", "back"];
/// Lines that ask something of the terminal, which no picture shows.
const ASKS: &[&str] = &["quit", "note"];

/// Every key that is bound, pressed where these keys lead, does something or says why not.
fn every_key_answers(shelf: &Shelf, place: Place, way: &str, everywhere: bool) -> Vec<String> {
    let mut dead = Vec::new();
    let keys = |one: &&Binding| one.keys.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for one in
        binding::of_place(place).iter().filter(|one| !MOVES.contains(&one.line) && !ASKS.contains(&one.line))
    {
        if one.place.is_none() && !everywhere {
            continue;
        }
        for key in keys(one) {
            let mut desk = shelf.at(way);
            let before = desk.screen(80, 24);
            let after = desk.keys(&key).screen(80, 24);
            if before == after && desk.clipboard().is_empty() {
                dead.push(format!("{place:?}, {way}: {key} ({})", one.line));
            }
        }
    }
    dead
}

#[test]
fn every_key_that_is_named_does_something_or_says_why_not() {
    let shelf = Shelf::demo();
    let ways = places().into_iter().flat_map(|place| ["", "G"].map(|row| (place, row)));
    let dead: Vec<String> = ways
        .flat_map(|(place, row)| {
            every_key_answers(&shelf, place, &format!("{}{row}", route(place).unwrap()), row.is_empty())
        })
        .collect();
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn every_key_that_is_named_answers_in_an_empty_book_too() {
    let shelf = Shelf::of(|_| {});
    let mut dead = Vec::new();
    for place in
        places().into_iter().filter(|place| place.screen() != Place::Deal && *place != Place::Account)
    {
        dead.extend(every_key_answers(&shelf, place, route(place).unwrap(), place == Place::Todos));
    }
    let bare = Shelf::of(|store| {
        for line in ["opp add title=岭川电网调度 currency=CNY", "account add name=Empty"] {
            Desk::act(store, line);
        }
    });
    for place in places() {
        dead.extend(every_key_answers(&bare, place, route(place).unwrap(), place == Place::Todos));
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_key_that_is_bound_to_nothing_says_so_on_every_screen() {
    let shelf = Shelf::demo();
    for place in places() {
        let way = route(place).unwrap();
        for key in ["Z", "<ins>", "<f9>", "汉"] {
            let screen = shelf.at(way).keys(key).screen(80, 24);
            let last = screen.lines().last().unwrap();
            assert!(last.starts_with("! "), "{place:?}: {key}\n{screen}");
        }
    }
}

#[test]
fn help_is_f1_everywhere_and_leads_back() {
    let shelf = Shelf::demo();
    let over = [
        "1:",
        "1/",
        "1/a",
        "2s",
        "2f",
        "4d",
        "1S",
        "1a",
        "1alunch",
        "4n",
        "4nText",
        "2e",
        "2c",
        "2<cr>j<cr>",
        "1Wh",
        "/岭川电网调度<cr><tab>s",
        "2D",
        "1:opp list all<cr>",
    ];
    for way in over {
        let mut desk = shelf.at(way);
        let before = desk.screen(80, 24);
        let help = desk.keys("<f1>").screen(80, 24);
        assert!(help.contains(" Keys ") && help.contains("Esc"), "{way}\n{help}");
        let back = desk.keys("<esc>").screen(80, 24);
        assert_eq!(before, back, "{way}");
    }
}
