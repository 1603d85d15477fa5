//! Books of older programs: a sample of each schema that ever was is opened, put back and checked.
//!
//! A sample is what `sqlite3 book.db .dump` told of a small book, with the two numbers of its header.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::json;

use super::Home;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books")
}

/// The schemas of which there are samples: each from the first on.
fn schemas() -> std::ops::RangeInclusive<usize> {
    1..=std::fs::read_dir(samples()).unwrap().count()
}

fn lay(schema: usize, path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let sql = std::fs::read_to_string(samples().join(format!("schema-{schema}.sql"))).unwrap();
    Connection::open(path).unwrap().execute_batch(&sql).unwrap();
}

fn schema(path: &Path) -> i64 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

/// The names of what lies in a folder, without the engine's own files.
fn lying(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
    names.sort();
    names
}

/// That the book of a home holds what every sample does, and nothing is wrong with it.
#[track_caller]
fn is_whole(home: &Home, schema: usize) {
    let doctor = home.json(&["doctor", "--full"]);
    assert_eq!(doctor["sound"], true, "{schema}: {doctor}");
    let deal = home.json(&["opp", "show", "1"]);
    let told = (&deal["title"], &deal["stage"], &deal["amount"], &deal["account"]["name"]);
    let expected = (&json!("冷链三期"), &json!("qualified"), &json!(1_200_000), &json!("上海冷链物流"));
    assert_eq!(told, expected, "{schema}");
    assert_eq!(home.json(&["opp", "show", "2"])["status"], "lost", "{schema}");
    assert_eq!(home.json(&["find", "Harbour"])[0]["name"], "Harbour Foods Ltd", "{schema}");
    // What was done before the upgrade is undone after it, and what came with it works.
    let undone = home.json(&["undo"]);
    assert_eq!(undone["undone"]["skipped"], json!([]), "{schema}: {undone}");
    home.json(&["redo"]);
    home.text(&["todo", "add", "title=x", "opportunity=1", "due=2026-12-01"]);
    assert_eq!(home.json(&["doctor", "--full"])["sound"], true, "{schema}");
}

#[test]
fn every_older_book_opens_and_a_copy_of_it_is_kept() {
    let current = Home::new();
    current.text(&["opp", "list"]);
    let before = usize::try_from(schema(&current.book())).unwrap() - 1;
    assert!(*schemas().end() >= before, "a sample is kept of each schema before a new one comes");
    for sample in schemas() {
        let home = Home::new();
        lay(sample, &home.book());
        home.text(&["opp", "list"]);
        assert_eq!(schema(&home.book()), schema(&current.book()));
        let copy = format!("book.db.before-upgrade-from-{sample}");
        let kept = home.book().with_file_name(&copy);
        if i64::try_from(sample).unwrap() < schema(&home.book()) {
            assert_eq!(lying(home.book().parent().unwrap()), ["book.db", &copy]);
            assert_eq!(schema(&kept), i64::try_from(sample).unwrap());
        }
        is_whole(&home, sample);
    }
}

#[test]
fn every_older_backup_is_put_back_also_on_a_new_machine() {
    for sample in schemas() {
        let home = Home::new();
        let backup = home.0.path().join("older.db");
        lay(sample, &backup);
        let before = std::fs::read(&backup).unwrap();
        assert!(!home.book().parent().unwrap().exists());
        assert_eq!(home.json(&["restore", "older.db"])["kept"], json!(null));
        is_whole(&home, sample);
        let restored = home.json(&["restore", "older.db"]);
        assert_eq!(lying(home.book().parent().unwrap()), ["book.db", "book.db.before-restore-1"]);
        is_whole(&home, sample);
        // What was there before holds what was done since the first time.
        let kept = ["--book", restored["kept"].as_str().unwrap(), "todo", "show", "1"];
        assert!(home.qd(&kept).status.success());
        assert_eq!(std::fs::read(&backup).unwrap(), before, "a backup is only read");
    }
}

#[test]
fn several_programs_that_meet_an_older_book_upgrade_it_once() {
    let home = Home::new();
    lay(2, &home.book());
    let start = || home.command(env!("CARGO_BIN_EXE_qd")).args(["opp", "list"]).spawn().unwrap();
    let running: Vec<_> = (0..6).map(|_| start()).collect();
    for mut program in running {
        assert!(program.wait().unwrap().success());
    }
    assert_eq!(lying(home.book().parent().unwrap()), ["book.db", "book.db.before-upgrade-from-2"]);
    is_whole(&home, 2);
}

#[test]
fn an_older_book_that_its_journal_does_not_bear_out_is_left_as_it_is() {
    let home = Home::new();
    lay(2, &home.book());
    let spoil = "UPDATE competitor SET name = 'other'";
    Connection::open(home.book()).unwrap().execute_batch(spoil).unwrap();
    let before = std::fs::read(home.book()).unwrap();
    for args in [&["opp", "list"][..], &["todo", "add", "title=x"], &["opp", "list"]] {
        let (code, error) = home.trouble(args);
        assert_eq!((code, &error["kind"]), (3, &json!("fault")), "{error}");
        assert!(error["message"].as_str().unwrap().contains("competitor 1"), "{error}");
    }
    assert_eq!(lying(home.book().parent().unwrap()), ["book.db"]);
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
    // Nor does it take the place of another one.
    std::fs::rename(home.book(), home.0.path().join("spoilt.db")).unwrap();
    home.text(&["account", "add", "name=own"]);
    assert_eq!(home.trouble(&["restore", "spoilt.db"]).0, 3);
    assert_eq!(lying(home.book().parent().unwrap()), ["book.db"]);
    assert_eq!(home.json(&["account", "list"])[0]["name"], "own");
}

#[test]
fn a_restore_that_is_refused_leaves_nothing_behind() {
    let home = Home::with_deal();
    home.json(&["backup", "copy.db"]);
    let other = Connection::open(home.book()).unwrap();
    other.execute_batch("BEGIN; SELECT * FROM opp").unwrap();
    let (code, error) = home.trouble(&["restore", "copy.db"]);
    assert_eq!((code, &error["kind"]), (3, &json!("fault")), "{error}");
    assert_eq!(lying(home.book().parent().unwrap()), ["book.db"]);
    drop(other);
    home.json(&["restore", "copy.db"]);
    assert_eq!(lying(home.book().parent().unwrap()), ["book.db", "book.db.before-restore-1"]);
}
