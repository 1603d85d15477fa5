//! What was written in the person's own editor is never thrown away, played with the real program.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::pty::Pty;

const QD: &str = env!("CARGO_BIN_EXE_qd");

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.shell(&["opp", "add", "title=Cold store", "notes=old"]);
        home
    }

    fn book(&self) -> String {
        self.0.path().join("book.db").to_str().unwrap().to_owned()
    }

    fn shell(&self, words: &[&str]) -> String {
        let done = Command::new(QD).args(["--book", &self.book()]).args(words).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    fn notes(&self) -> String {
        let shown = self.shell(&["opp", "show", "1", "--json"]);
        serde_json::from_str::<serde_json::Value>(&shown).unwrap()["notes"].as_str().unwrap().to_owned()
    }

    /// A session on the deal whose editor is a script over the file `$1`.
    fn start(&self, script: &str) -> Pty {
        let (home, editor) = (self.0.path().to_str().unwrap(), format!("sh -c '{script}' sh"));
        let env = [("LANG", "en_US.UTF-8"), ("HOME", home), ("XDG_DATA_HOME", home), ("VISUAL", &editor)];
        let mut qd = Pty::start(Path::new(QD), &["--book", &self.book()], &env, (120, 30));
        qd.wait_for("Cold store");
        qd.send(b"2");
        qd.wait_for("Potential");
        qd.send(b"\r");
        qd.wait_for("Assess");
        qd
    }

    /// The files that hold what was written.
    fn files(&self) -> Vec<PathBuf> {
        let found = std::fs::read_dir(self.0.path().join("quarterdeck")).into_iter().flatten();
        found.map(|entry| entry.unwrap().path()).collect()
    }
}

#[test]
fn a_text_whose_editor_fails_is_kept_named_and_offered_again() {
    let home = Home::new();
    let mut qd = home.start("echo written >> \"$1\"; exit 1");
    qd.send(b"m");
    qd.wait_for("has your text");
    assert_eq!(std::fs::read_to_string(&home.files()[0]).unwrap(), "oldwritten\n");
    qd.send(b"q");
    qd.end();
    assert_eq!(home.notes(), "old");
    let mut qd = Pty::start(
        Path::new(QD),
        &["--book", &home.book()],
        &[
            ("LANG", "en_US.UTF-8"),
            ("HOME", home.0.path().to_str().unwrap()),
            ("XDG_DATA_HOME", home.0.path().to_str().unwrap()),
        ],
        (120, 30),
    );
    let screen = qd.wait_for("never saved; edit deal 1 again");
    assert!(screen.contains("note-"), "{screen}");
    qd.send(b"q");
    qd.end();
    let mut qd = home.start("true");
    qd.send(b"m");
    qd.wait_for("Changed deal 1");
    qd.send(b"q");
    qd.end();
    assert_eq!((home.notes().as_str(), home.files().len()), ("oldwritten", 0));
}

#[test]
fn a_text_that_the_book_cannot_take_is_kept_and_taken_later() {
    let home = Home::new();
    let mut qd = home.start("echo more >> \"$1\"");
    let other = rusqlite::Connection::open(home.book()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    qd.send(b"m");
    let screen = qd.wait_for("has your text");
    assert!(screen.contains("note-"), "{screen}");
    assert_eq!(std::fs::read_to_string(&home.files()[0]).unwrap(), "oldmore\n");
    other.execute_batch("ROLLBACK").unwrap();
    qd.send(b"m");
    qd.wait_for("Changed deal 1");
    qd.send(b"q");
    qd.end();
    assert_eq!((home.notes().as_str(), home.files().len()), ("oldmore\nmore", 0));
}

#[test]
fn a_text_that_was_emptied_is_asked_for() {
    let home = Home::new();
    let mut qd = home.start(": > \"$1\"");
    qd.send(b"m");
    qd.wait_for("are now empty");
    qd.send(b"\x1b");
    qd.wait("the deal again", |seen| !seen.screen().contains("are now empty"));
    assert_eq!(home.notes(), "old");
    qd.send(b"m");
    qd.wait_for("are now empty");
    qd.send(b"\r");
    qd.wait_for("Changed deal 1");
    qd.send(b"q");
    qd.end();
    let shown = home.shell(&["opp", "show", "1", "--json"]);
    assert!(shown.contains("\"notes\":null"), "{shown}");
}
