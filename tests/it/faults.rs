//! A book that fails underneath: every screen and every question of it says so, and none shows an empty list instead.

use quarterdeck::domain::rules::Rules;
use quarterdeck::lang::Lang;
use quarterdeck::store::Store;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::desk::Desk;

/// A session over a book in a file, which others reach too.
struct Failing {
    desk: Desk,
    folder: TempDir,
}

impl Failing {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("book.db"), Rules::default()).unwrap();
        for line in [
            "account add name=\"Harbour Foods\" tier=A",
            "person add name=\"Jo Li\" account=1",
            "opp add title=\"Cold store\" account=1 amount=5000 close_on=2026-12-31",
            "visit add account=1 opportunity=1 why=\"They name the date\" when=2026-11-24T10:00",
            "todo add title=\"Send offer\" opportunity=1 due=2026-11-24",
        ] {
            Desk::act(&mut store, line);
        }
        Self { desk: Desk::over(store, Lang::En), folder }
    }

    /// Takes tables away under the session.
    fn lose(&mut self, tables: &[&str]) {
        let conn = Connection::open(self.folder.path().join("book.db")).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        for table in tables {
            conn.execute_batch(&format!("ALTER TABLE {table} RENAME TO lost_{table}")).unwrap();
        }
    }

    #[track_caller]
    fn tells(&mut self, keys: &str) {
        self.desk.keys(keys);
        let screen = self.desk.screen(120, 30);
        assert!(screen.contains("no such table"), "{keys}:\n{screen}");
    }
}

#[test]
fn every_screen_says_that_the_book_fails() {
    for (keys, tables) in [
        ("1", &["visit"][..]),
        ("1", &["todo"]),
        ("2", &["opp"]),
        ("3", &["visit"]),
        ("4", &["todo"]),
        ("5", &["account"]),
        ("W", &["todo"]),
        ("F", &["judged"]),
        ("K", &["account"]),
        ("M", &["visit"]),
        ("6c", &["opp"]),
        ("<cr>", &["answer"]),
        ("5<cr>", &["person"]),
    ] {
        let mut failing = Failing::new();
        failing.lose(tables);
        failing.tells(keys);
    }
}

#[test]
fn every_question_to_the_book_says_that_it_fails() {
    for (before, tables, keys) in [
        // Find, by name and by number.
        ("", &["search_opp"][..], "/cold"),
        ("", &["search_person"], "/jo"),
        // A link that is picked in a form.
        ("n<tab>", &["search_account"], "har"),
        ("4n<tab><tab><tab>", &["search_account"], "har"),
        // The visit of a deal: prepared, told, its steps, its report.
        ("<cr><tab><tab><tab>", &["visit"], "p"),
        ("<cr><tab><tab><tab>", &["visit"], "o"),
        ("1", &["visit"], "p"),
        // The deal's account, its notes, undo.
        ("<cr>", &["opp"], "m"),
        ("", &["journal"], "u"),
        // What is written.
        ("", &["opp"], ">"),
        ("4", &["todo"], "x"),
        ("asend it friday", &["todo"], "<cr>"),
    ] {
        let mut failing = Failing::new();
        failing.desk.keys(before);
        failing.lose(tables);
        failing.tells(keys);
    }
}
