//! What holds of every kind of record, in both languages: no kind is named here.

use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::traits::Verbs;
use quarterdeck::domain::value::Kind;

use super::Home;

/// A value that a field of this kind takes; a link names the first record of its kind.
fn value(kind: Kind) -> String {
    match kind {
        Kind::Line | Kind::Note => "Zorbel 卓贝".to_owned(),
        Kind::Int(least, _) => least.max(1).to_string(),
        Kind::Percent => "40".to_owned(),
        Kind::Money => "1200".to_owned(),
        Kind::Currency => "USD".to_owned(),
        Kind::Date | Kind::Moment => "2026-11-27".to_owned(),
        Kind::Choice(_, codes) | Kind::Set(_, codes) => codes.first().unwrap().to_string(),
        Kind::Link(_) | Kind::Links(_) => "1".to_owned(),
        Kind::Month => "2026-12".to_owned(),
        Kind::Recur => "every week on fri".to_owned(),
        Kind::Hours => "1.5".to_owned(),
        Kind::Flag => "yes".to_owned(),
        Kind::Extra => "{\"Floor\": \"3\"}".to_owned(),
    }
}

/// The least that a record of a kind is made of.
fn least(noun: Noun) -> Vec<String> {
    let fields = noun.fields().into_iter().filter(|(.., is_required)| *is_required);
    fields.map(|(key, kind, _)| format!("{key}={}", value(kind))).collect()
}

/// The kinds that people make by the common verbs, those that others link to first.
fn made() -> Vec<Noun> {
    let links = |noun: &Noun| {
        let fields = noun.fields().into_iter().filter(|(.., is_required)| *is_required);
        fields.filter(|(_, kind, _)| matches!(kind, Kind::Link(_))).count()
    };
    let mut all: Vec<Noun> =
        Noun::ALL.into_iter().filter(|noun| noun.traits().verbs != Verbs::None).collect();
    all.sort_by_key(links);
    all
}

/// A book with one record of each kind, made of the least; the kinds that refuse that say what they lack.
fn full(lang: &str) -> (Home, Vec<Noun>) {
    let home = Home::new();
    let mut kinds = Vec::new();
    for noun in made() {
        let mut line = vec!["--lang".to_owned(), lang.to_owned(), noun.code().to_owned(), "add".to_owned()];
        line.extend(least(noun));
        // What has a rule of its own about what it needs is told so, and never made half.
        if noun.traits().form.is_empty() && noun.traits().verbs == Verbs::Own {
            continue;
        }
        if noun.kind_of("account") == Some(Kind::Link(Noun::Account)) {
            line.push("account=1".to_owned());
        }
        home.text(&line.iter().map(String::as_str).collect::<Vec<_>>());
        kinds.push(noun);
    }
    (home, kinds)
}

/// A field that takes a text, and that no verb of its own changes.
fn text_field(noun: Noun) -> Option<&'static str> {
    let is_free = |key: &str| !noun.traits().hidden.contains(&key);
    let fields = noun.fields().into_iter();
    fields
        .filter(|(key, kind, _)| matches!(kind, Kind::Line | Kind::Note) && is_free(key))
        .map(|(key, ..)| key)
        .next_back()
}

#[test]
fn every_kind_is_added_shown_listed_changed_removed_and_brought_back() {
    for lang in ["en", "zh"] {
        let (home, kinds) = full(lang);
        assert!(kinds.len() > Noun::ALL.len() - 4, "{kinds:?}");
        for noun in kinds {
            let code = noun.code();
            let told = |verb: &[&str]| home.text(&[&["--lang", lang, code], verb].concat());
            let json = |verb: &[&str]| home.json(&[&[code], verb].concat());
            let Some(key) = text_field(noun) else { panic!("{noun:?} has no text") };
            assert!(!told(&["show", "1"]).trim().is_empty(), "{noun:?}");
            assert_eq!(json(&["list"]).as_array().unwrap().len(), 1, "{noun:?}");
            assert!(told(&["list"]).lines().count() >= 2, "{noun:?}");
            told(&["set", "1", &format!("{key}=Quillon 奎隆")]);
            assert_eq!(json(&["show", "1"])[key], "Quillon 奎隆", "{noun:?} {key}");
            assert_eq!(
                json(&["list", &format!("{key}~quillon")]).as_array().unwrap().len(),
                1,
                "{noun:?} {key}"
            );
            assert_eq!(
                json(&["list", &format!("{key}~nobody")]).as_array().unwrap().len(),
                0,
                "{noun:?} {key}"
            );
            assert!(told(&["list", "--format", "csv"]).contains("Quillon 奎隆"), "{noun:?}");
            assert!(home.text(&["--lang", lang, "log", code, "1"]).contains("Quillon 奎隆"), "{noun:?}");
            home.text(&["undo"]);
            assert_ne!(json(&["show", "1"])[key], "Quillon 奎隆", "{noun:?} {key}");
            home.text(&["redo"]);
            assert_eq!(json(&["show", "1"])[key], "Quillon 奎隆", "{noun:?} {key}");
            told(&["remove", "1"]);
            assert_eq!(json(&["list"]).as_array().unwrap().len(), 0, "{noun:?}");
            told(&["restore", "1"]);
            assert_eq!(json(&["list"]).as_array().unwrap().len(), 1, "{noun:?}");
        }
    }
}

#[test]
fn every_kind_that_is_found_by_a_name_is_found() {
    let (home, kinds) = full("en");
    for noun in kinds.into_iter().filter(|noun| noun.traits().is_found()) {
        let key = noun.traits().found_by[0];
        home.text(&[noun.code(), "set", "1", &format!("{key}=Quillon 奎隆")]);
        for typed in ["quillon", "奎隆"] {
            let found = home.json(&["find", typed]);
            let is_there = found.as_array().unwrap().iter().any(|hit| hit["noun"] == noun.code());
            assert!(is_there, "{noun:?} {typed}: {found}");
        }
        home.text(&["undo"]);
    }
}
