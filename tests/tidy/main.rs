//! The house rules that the compiler cannot hold: doors, sizes, names, words, the schema, licences.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

mod schema;
mod vocabulary;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Which room may name which other rooms.
const DOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("lang", &[]),
    ("import", &["domain"]),
    ("store", &["domain"]),
    ("action", &["domain", "store", "import", "lang"]),
    ("demo", &["action", "store", "domain"]),
    ("settings", &["domain", "lang"]),
    ("cli", &["domain", "store", "action", "import", "lang", "settings", "demo"]),
    ("tui", &["domain", "store", "action", "lang"]),
    // Drawing and the terminal know nothing of selling.
    ("tui/shape", &["tui"]),
    ("tui/terminal", &["tui"]),
    // The one file of the shell that opens the cockpit.
    ("cli/cockpit.rs", &["domain", "store", "action", "lang", "settings", "cli", "tui"]),
];

/// Crates that belong to certain rooms.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui", "main.rs"]),
    ("comfy_table", &["cli"]),
    ("indicatif", &["cli"]),
    ("calamine", &["import", "cli/spreadsheet.rs"]),
    ("rust_xlsxwriter", &["cli/spreadsheet.rs"]),
    ("clap", &["action", "cli", "demo", "main.rs"]),
];

/// The longest file that is no table.
const LONGEST: usize = 400;

/// Files that are tables for the greater part.
const TABLES: &[&str] = &["src/lang/", "src/import/alias.rs", "src/import/stage.rs"];

/// A file of the tree, by its path below the root.
struct Page {
    path: String,
    text: String,
}

impl Page {
    /// The path below `src`.
    fn room(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or("")
    }

    fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|extension| extension == "rs")
    }

    fn stem(&self) -> &str {
        Path::new(&self.path).file_stem().unwrap().to_str().unwrap()
    }
}

fn walk(folder: &str, found: &mut Vec<Page>) {
    let mut entries: Vec<_> =
        fs::read_dir(Path::new(ROOT).join(folder)).unwrap().map(|entry| entry.unwrap()).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().unwrap();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let is_ours = !["target", ".git", "proptest-regressions"].contains(&name.as_str());
        if is_ours && entry.file_type().unwrap().is_dir() {
            walk(&path, found);
        } else if is_ours && let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Page { path, text });
        }
    }
}

/// Every text file of the tree.
fn tree() -> Vec<Page> {
    let mut found = Vec::new();
    walk("", &mut found);
    found
}

/// The Rust files of the program, each without its tests; files that are tests are left out.
fn product() -> Vec<Page> {
    let mut pages = tree();
    pages.retain(|page| page.path.starts_with("src/") && page.is_rust());
    let tests: BTreeSet<String> = pages.iter().flat_map(test_files).collect();
    pages.retain(|page| !tests.contains(&page.path));
    for page in &mut pages {
        page.text = untested(&page.text);
    }
    assert!(pages.len() > 100, "the walk finds the program");
    pages
}

/// The files that a page declares as modules of tests.
fn test_files(page: &Page) -> Vec<String> {
    let own = page
        .path
        .strip_suffix("mod.rs")
        .map_or_else(|| format!("{}/", page.path.trim_end_matches(".rs")), str::to_owned);
    let lines: Vec<_> = page.text.lines().collect();
    let declared = lines.windows(2).filter(|pair| pair[0].trim() == "#[cfg(test)]");
    let named = declared.filter_map(|pair| pair[1].trim().strip_prefix("mod ")?.strip_suffix(';'));
    named.map(|name| format!("{own}{name}.rs")).collect()
}

/// A text without what stands behind `#[cfg(test)]`, and without comments.
fn untested(text: &str) -> String {
    let (mut kept, mut lines) = (String::new(), text.lines());
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            if !line.trim_start().starts_with("//") {
                kept.push_str(line);
                kept.push('\n');
            }
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let item = lines.next().unwrap_or("");
        if item.ends_with('{') {
            let end = format!("{indent}}}");
            let _ = lines.find(|line| **line == end);
        }
    }
    kept
}

/// Whether a text holds a word, with no letter, digit or `_` beside it.
fn names(text: &str, word: &str) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].chars().next_back().is_some_and(is_part)
            && !text[at + word.len()..].chars().next().is_some_and(is_part)
    })
}

/// The rooms that a text names behind `crate::`, alone or in braces.
fn rooms_named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let list = rest.strip_prefix('{').and_then(|list| list.split_once("};")).map(|(list, _)| list);
        let heads = list.map_or_else(|| vec![rest], |list| list.split(',').collect());
        let head = |text: &str| {
            text.trim_start().chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
        };
        found.extend(heads.into_iter().map(head));
    }
    found
}

fn is_room(name: &str) -> bool {
    Path::new(ROOT).join("src").join(name).is_dir() || name == "settings"
}

#[test]
fn nobody_goes_through_a_wall() {
    for page in product() {
        let inside = |place: &&(&str, &[&str])| {
            page.room() == place.0
                || page.room() == format!("{}.rs", place.0)
                || page.room().starts_with(&format!("{}/", place.0))
        };
        // The last rule that fits is the narrowest.
        let Some((_, open)) = DOORS.iter().rfind(inside) else {
            assert!(["lib.rs", "main.rs"].contains(&page.room()), "{}: a room without doors", page.path);
            continue;
        };
        let own = page.room().split(['/', '.']).next().unwrap();
        let is_other = |name: &String| is_room(name) && name != own;
        for named in rooms_named(&page.text).into_iter().filter(is_other) {
            assert!(open.contains(&named.as_str()), "{} names {named}", page.path);
        }
        let depth = page.room().trim_end_matches("/mod.rs").split('/').count();
        assert!(!page.text.contains(&"super::".repeat(depth)), "{} leaves its room by super", page.path);
    }
}

#[test]
fn a_crate_stays_in_its_room() {
    for page in product() {
        for (name, rooms) in CRATES.iter().filter(|(name, _)| page.text.contains(&format!("{name}::"))) {
            let is_in = rooms.iter().any(|room| page.room().starts_with(room));
            assert!(is_in, "{} names {name}", page.path);
        }
    }
}

#[test]
fn no_file_is_long_and_none_is_called_nothing() {
    let vague = ["util", "utils", "helper", "helpers", "manager", "common", "misc", "types"];
    for page in tree().iter().filter(|page| page.is_rust()) {
        let lines = page.text.lines().count();
        let is_table = TABLES.iter().any(|table| page.path.starts_with(table));
        assert!(lines <= LONGEST || is_table, "{} has {lines} lines", page.path);
        assert!(!vague.contains(&page.stem()), "{}", page.path);
        assert!(page.text.starts_with("//!"), "{} does not say what it is", page.path);
    }
}

#[test]
fn the_program_never_gives_up() {
    for page in product() {
        for call in [".unwrap()", ".expect(\"", "panic!(", "todo!(", "unimplemented!(", "unreachable!("] {
            assert!(!page.text.contains(call), "{}: {call}", page.path);
        }
    }
}

/// The lines of a word table: what it is called, English, Chinese.
fn words(page: &Page) -> Vec<(String, String, String)> {
    let line = |line: &str| {
        let (name, texts) = line.trim().split_once(" = \"")?;
        let (en, zh) = texts.strip_suffix("\";")?.split_once("\" | \"")?;
        Some((name.to_owned(), en.to_owned(), zh.to_owned()))
    };
    page.text.lines().filter_map(line).collect()
}

/// The word tables.
fn tables() -> Vec<Page> {
    let is_table = |page: &Page| page.room().starts_with("lang/") && page.room() != "lang/mod.rs";
    product().into_iter().filter(is_table).collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    // A form that follows a number (`{1?day|days}`) is a fact only with its number.
    text.split('{').skip(1).map(|rest| rest.split(['}', '?']).next().unwrap()).collect()
}

#[test]
fn every_word_is_said_in_both_languages_with_the_same_facts() {
    let mut count = 0;
    for page in tables() {
        let found = words(&page);
        let lines = page.text.lines().filter(|line| line.contains("\" | \"")).count();
        assert_eq!(found.len(), lines, "{}: a line is not read", page.path);
        for (name, en, zh) in found {
            assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{}: {name}", page.path);
            assert_eq!(placeholders(&en), placeholders(&zh), "{}: {name}", page.path);
            count += 1;
        }
    }
    assert!(count > 500, "only {count} words are read");
}

#[test]
fn no_word_is_dead() {
    let pages = product();
    let mut dead = Vec::new();
    for table in tables() {
        for (name, ..) in words(&table).iter().filter(|(name, ..)| !name.starts_with('"')) {
            let declaration = format!("{name} = \"");
            let is_used = pages.iter().any(|page| {
                let is_own = page.path == table.path;
                let text = if is_own { page.text.replace(&declaration, "") } else { page.text.clone() };
                (is_own || names(&text, table.stem())) && names(&text, name)
            });
            if !is_used {
                dead.push(format!("{}: {name}", table.path));
            }
        }
    }
    assert!(dead.is_empty(), "nobody says:\n{}", dead.join("\n"));
}

#[test]
fn the_maps_show_what_is_there() {
    let folders = ["src/", "tests/", "migrations/", "benches/", "docs/", ".ci/"];
    for path in ["README.md", "src/lib.rs"] {
        let text = fs::read_to_string(Path::new(ROOT).join(path)).unwrap();
        let shown: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
        for place in shown.iter().filter(|place| folders.iter().any(|folder| place.starts_with(folder))) {
            assert!(Path::new(ROOT).join(place).exists(), "{path} shows {place}");
        }
        for (room, _) in DOORS.iter().filter(|(room, _)| !room.contains('/')) {
            let is_shown =
                [format!("`src/{room}"), format!("[`{room}`]")].iter().any(|name| text.contains(name));
            assert!(is_shown, "{path} does not show src/{room}");
        }
    }
}

#[test]
fn nothing_in_the_tree_names_a_machine() {
    let roots = ["root", "home", "work", "Users", "tmp/wt"].map(|name| format!("/{name}/"));
    let hosts = ["www.apache.org", "www.acme.example", "keepachangelog.com"];
    for page in tree().iter().filter(|page| page.path != "Cargo.lock") {
        for root in &roots {
            assert!(!page.text.contains(root), "{} holds a path of some machine: {root}", page.path);
        }
        for (_, host) in page.text.match_indices("://").map(|(at, sign)| page.text.split_at(at + sign.len()))
        {
            let host: String =
                host.chars().take_while(|sign| sign.is_alphanumeric() || "-.".contains(*sign)).collect();
            let is_known = host.is_empty() || hosts.contains(&host.as_str()) || host.ends_with(".example");
            assert!(is_known, "{} names the host {host}", page.path);
        }
    }
}

fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(args).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether a licence expression can be met from the list; `/` is the old way to write `OR`.
fn is_allowed(expression: &str, list: &[&str]) -> bool {
    let expression = expression.replace('/', " OR ");
    expression
        .split(" AND ")
        .all(|part| part.trim_matches(['(', ')', ' ']).split(" OR ").any(|one| list.contains(&one.trim())))
}

#[test]
fn every_package_comes_from_the_registry_under_a_licence_of_the_list() {
    let deny: toml::Table = fs::read_to_string(Path::new(ROOT).join("deny.toml")).unwrap().parse().unwrap();
    let list: Vec<&str> =
        deny["licenses"]["allow"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert!(is_allowed("(MIT OR GPL-3.0) AND Zlib", &list) && !is_allowed("MIT AND MPL-2.0", &list));
    let about = cargo(&["-vV"]);
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let args = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    let metadata: serde_json::Value = serde_json::from_str(&cargo(&args)).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(licence, &list), "{} is under {licence}", package["name"]);
        let source = package["source"].as_str().unwrap_or("registry+");
        assert!(source.starts_with("registry+"), "{} comes from {source}", package["name"]);
    }
}
