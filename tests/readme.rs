//! What README.md shows is what the program does: its marked blocks are made here.
//!
//! A block stands between `<!-- kind: what -->` and `<!-- end -->`. `UPDATE_README=1 cargo test --test readme`
//! writes all of them again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use chrono::DateTime;
use quarterdeck::action::Desk;
use quarterdeck::cli::Around;
use quarterdeck::demo;
use quarterdeck::domain::rules::Rules;
use quarterdeck::lang::{Lang, cockpit as word, compete, decide, help, review, timeline, today};
use quarterdeck::settings::Settings;
use quarterdeck::store::{Origin, Stamp, Store};
use quarterdeck::tui::binding::{BINDINGS, Binding};
use quarterdeck::tui::cockpit::{Cockpit, Session};
use quarterdeck::tui::command::Place;
use quarterdeck::tui::shape::print::print;
use quarterdeck::tui::terminal::{Input, keys};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
const METHOD: &str = include_str!("../docs/method.md");
const NOW: &str = "2026-11-23T09:00:00+08:00";
const END: &str = "<!-- end -->";

/// Makes a block from what it wants.
type Make = fn(&str) -> String;

/// What a block wants: its language, and the rest.
fn spoken(what: &str) -> (Lang, &str) {
    let (code, rest) = what.split_once(' ').unwrap_or((what, ""));
    (Lang::from_code(code).unwrap(), rest)
}

/// The cockpit over the sample, after these keys.
fn screen(what: &str) -> String {
    let (lang, pressed) = spoken(what);
    let at = DateTime::parse_from_rfc3339(NOW).unwrap();
    let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::User };
    let desk = Desk { stamp, currency: "CNY".to_owned(), lang };
    let mut store = Store::memory(Rules::default()).unwrap();
    demo::fill(&mut store, &desk).unwrap();
    let shell = Around { book: None, file: None, settings: Settings::default(), folder: PathBuf::new() };
    let session = Session {
        desk,
        now: Box::new(|| DateTime::parse_from_rfc3339(NOW).unwrap()),
        shell: Box::new(shell),
        filters: Vec::new(),
    };
    let mut cockpit = Cockpit::new(store, session);
    // Each picture on a terminal of its own: the test's one keeps what stood behind a wide character before.
    let draw = |cockpit: &mut Cockpit| {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| cockpit.paint(frame)).unwrap();
        print(terminal.backend().buffer())
    };
    let mut shown = draw(&mut cockpit);
    for key in keys(&format!("2{pressed}")) {
        cockpit.input(Input::Key(key));
        shown = draw(&mut cockpit);
    }
    fenced("text", &shown)
}

/// What the shell prints over the sample.
fn run(what: &str) -> String {
    let (lang, line) = spoken(what);
    let code = if lang == Lang::Zh { "zh" } else { "en" };
    let home = tempfile::tempdir().unwrap();
    let mut qd = Command::new(env!("CARGO_BIN_EXE_qd"));
    qd.env_clear().env("HOME", home.path()).env("QD_NOW", NOW).env("QD_LANG", code);
    let output = qd.arg("--demo").args(shlex::split(line).unwrap()).output().unwrap();
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let told = told.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    fenced("text", &format!("$ qd {line}\n{told}"))
}

/// Where a key holds, in the words of the screens.
fn place(place: Option<Place>) -> Option<quarterdeck::lang::Word> {
    Some(match place? {
        Place::Today => word::TODAY,
        Place::Sweep => today::SWEEP,
        Place::CallPlan => quarterdeck::lang::choice::word("ritual", "plan")?,
        Place::Review => review::K_FUNNEL,
        Place::KeyAccounts => review::K_ACCOUNTS,
        Place::Calendar => word::CALENDAR,
        Place::Todos => word::TODOS,
        Place::Reports => word::REPORTS,
        Place::ForecastCall => quarterdeck::lang::forecast::CALL,
        Place::Funnel => word::FUNNEL,
        Place::Deal => word::DEAL,
        Place::Assess => word::ASSESS,
        Place::Compete => word::COMPETE,
        Place::Factors => compete::MATRIX,
        Place::Rivals => compete::RIVALS,
        Place::Eye => compete::EYE,
        Place::Decide => word::DECIDE,
        Place::People => decide::PEOPLE,
        Place::Map => decide::MAP,
        Place::Steps => decide::STEPS,
        Place::Manage => word::MANAGE,
        Place::Background => word::BACKGROUND,
        Place::Log | Place::Timeline => timeline::TIMELINE,
        Place::Changes => timeline::K_CHANGES,
        Place::Accounts => word::ACCOUNTS,
        Place::Account => word::ACCOUNT,
    })
}

fn key_names(binding: &Binding) -> String {
    let names: Vec<String> = binding.each_key().map(|key| format!("`{}`", key.label())).collect();
    names.join(" ")
}

/// Every key: where it holds, and what it does in both languages; keys that do the same share a line.
fn key_table(_: &str) -> String {
    let everywhere = BINDINGS.iter().filter(|binding| binding.place.is_none());
    let all: Vec<&Binding> =
        everywhere.chain(BINDINGS.iter().filter(|binding| binding.place.is_some())).collect();
    let mut table = "| where | key | does | 作用 |\n| --- | --- | --- | --- |\n".to_owned();
    for same in all.chunk_by(|one, next| one.place == next.place && one.word == next.word) {
        let Some(first) = same.first() else { continue };
        let at = place(first.place)
            .map_or_else(|| "everywhere 各处".to_owned(), |at| format!("{} {}", at.en, at.zh));
        let keys = same.iter().map(|binding| key_names(binding)).collect::<Vec<_>>().join(" ");
        writeln!(table, "| {at} | {keys} | {} | {} |", first.word.en, first.word.zh).unwrap();
    }
    table
}

/// Every command and what it is for.
fn command_table(_: &str) -> String {
    let mut table = "| command | does |\n| --- | --- |\n".to_owned();
    for (path, does) in help::ABOUTS {
        writeln!(table, "| `qd {}` | {} |", path.replace('*', "NOUN"), does.en).unwrap();
    }
    table
}

/// The settings file with the numbers of the method, each at its default.
fn rules_file(_: &str) -> String {
    let numbers = METHOD.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    fenced("toml", &format!("[rules]\n{}", numbers.replace("\n[", "\n[rules.")))
}

fn fenced(kind: &str, text: &str) -> String {
    format!("```{kind}\n{}\n```\n", text.trim_end())
}

/// The README with every block made anew.
fn made(readme: &str) -> String {
    let kinds: [(&str, Make); 5] = [
        ("screen", screen),
        ("run", run),
        ("keys", key_table),
        ("commands", command_table),
        ("rules", rules_file),
    ];
    let (mut out, mut rest, mut blocks) = (String::new(), readme, 0);
    while let Some((before, block)) = rest.split_once("<!-- ") {
        let (head, body) = block.split_once(" -->\n").unwrap();
        let (kind, what) = head.split_once(':').unwrap();
        let Some((_, make)) = kinds.iter().find(|(name, _)| *name == kind) else { panic!("{kind}") };
        let (_, after) = body.split_once(END).unwrap();
        write!(out, "{before}<!-- {head} -->\n{}{END}", make(what.trim())).unwrap();
        (rest, blocks) = (after, blocks + 1);
    }
    assert!(blocks >= 6, "the README has lost its marks");
    out + rest
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the switch that writes instead of comparing")]
fn the_readme_shows_what_the_program_does() {
    let readme = fs::read_to_string(README).unwrap();
    let fresh = made(&readme);
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(README, &fresh).unwrap();
    } else if let Some((old, new)) = readme.lines().zip(fresh.lines()).find(|(old, new)| old != new) {
        panic!("README.md is stale; run `just readme`\nstands: {old}\nshould: {new}\n\nas a whole:\n{fresh}");
    } else {
        assert_eq!(readme.len(), fresh.len(), "README.md is stale; run `just readme`");
    }
}

#[test]
fn the_settings_in_the_readme_are_read_and_are_all_there_are() {
    let readme = fs::read_to_string(README).unwrap();
    let blocks: Vec<&str> =
        readme.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, blocks.concat()).unwrap();
    let (settings, bad) = Settings::read(Some(&path));
    assert_eq!(bad, []);
    assert_eq!(settings.rules.templates.len(), 1);
    assert_eq!(Rules { templates: Vec::new(), ..settings.rules.clone() }, Rules::default());
    let unset = Settings::default();
    assert!(settings.language.is_some() && settings.currency.is_some() && settings.author.is_some());
    assert!(settings.reasons != unset.reasons && settings.filters != unset.filters);
    for key in ["ambiguous", "ascii", "won", "lost", "dropped"] {
        assert!(blocks.concat().contains(&format!("\n{key} = ")), "{key}");
    }
}
