//! The tabs of records that belong to an account, for every kind that has one.

use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::value::Kind;
use quarterdeck::lang::{Lang, noun};

use crate::desk::Desk;

/// The kinds that stand in a tab of an account.
fn kinds() -> impl Iterator<Item = Noun> {
    let stands = |noun: &Noun| {
        noun.traits().tab_by.iter().any(|key| noun.kind_of(key) == Some(Kind::Link(Noun::Account)))
    };
    Noun::ALL.into_iter().filter(stands)
}

/// An account with two records of each of these kinds, on the tab of one of them.
fn at(lang: Lang, kind: Noun) -> Desk {
    let mut lines = vec!["account add name=Ostmark".to_owned(), "account add name=Norval".to_owned()];
    for kind in kinds() {
        let field = kind.fields().into_iter().find(|(_, held, _)| *held == Kind::Line).map(|(key, ..)| key);
        let key = field.expect("a text");
        lines.extend(["Alpha", "Beta"].map(|text| format!("{} add {key}={text} account=1", kind.code())));
        lines.push(format!("{} add {key}=Elsewhere account=2", kind.code()));
    }
    let mut desk = Desk::with(lang, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    desk.keys("5/ostmark<cr>");
    // The tabs of what belongs to it stand behind its own three.
    let place = kinds().position(|one| one == kind).expect("a tab") + 3;
    desk.keys(&"<tab>".repeat(place));
    desk
}

#[test]
fn each_kind_is_listed_opened_made_and_removed_where_it_belongs() {
    for lang in [Lang::En, Lang::Zh] {
        for kind in kinds() {
            let mut desk = at(lang, kind);
            let screen = desk.screen(80, 24);
            assert!(screen.contains("Alpha") && screen.contains("Beta"), "{kind:?}\n{screen}");
            assert!(!screen.contains("Elsewhere"), "{kind:?}\n{screen}");
            let name = noun::name(lang, kind.code());
            let form = desk.keys("<cr>").screen(80, 24);
            assert!(
                form.contains("┌") && (form.contains("Alpha") || form.contains("Beta")),
                "{kind:?}\n{form}"
            );
            let form = desk.keys("<esc>n").screen(80, 24);
            assert!(
                form.contains("┌") && form.contains(name) && form.contains("Ostmark"),
                "{kind:?}\n{form}"
            );
            let screen = desk.keys("<esc>D").screen(80, 24);
            assert_eq!(
                screen.matches("Alpha").count() + screen.matches("Beta").count(),
                2,
                "the list and the toast\n{screen}"
            );
            let title = format!("{} 1", noun::several(lang, kind.code()));
            assert!(screen.contains(&title), "{kind:?}\n{screen}");
        }
    }
}

#[test]
fn what_is_open_stands_before_what_is_over() {
    let lines = [
        "account add name=Ostmark",
        "todo add title=Later account=1 due=2026-12-09",
        "todo add title=Sooner account=1 due=2026-12-01",
        "todo add title=Undated account=1",
        "todo add title=Finished account=1 due=2026-11-01",
        "todo done 4",
    ];
    let mut desk = Desk::with(Lang::En, &lines);
    let screen = desk.keys("5<cr><tab><tab><tab><tab>").screen(80, 24);
    let place = |name: &str| screen.find(name).unwrap_or_else(|| panic!("{name}\n{screen}"));
    assert!(place("Sooner") < place("Later") && place("Later") < place("Undated"), "{screen}");
    assert!(place("Undated") < place("Finished"), "{screen}");
    let screen = desk.keys("x").screen(80, 24);
    assert!(screen.contains("Done: Sooner"), "{screen}");
}
