//! The real program in a pseudo-terminal: it starts, is resized, shows what others write, and gives the terminal back.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::pty::Pty;

const QD: &str = env!("CARGO_BIN_EXE_qd");

fn book() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db").to_str().unwrap().to_owned();
    shell(&path, &["account", "add", "name=华东电网"]);
    shell(&path, &["opp", "add", "title=调度中心升级", "account=1"]);
    (folder, path)
}

fn shell(book: &str, words: &[&str]) {
    let done = Command::new(QD).args(["--book", book]).args(words).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn start(book: &str) -> Pty {
    let home = Path::new(book).parent().unwrap().to_str().unwrap();
    let env = [("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8"), ("HOME", home)];
    Pty::start(Path::new(QD), &["--book", book], &env, (80, 24))
}

#[test]
fn it_starts_shows_the_book_and_gives_the_terminal_back() {
    let (_folder, path) = book();
    let mut qd = start(&path);
    let screen = qd.wait_for("调度中心升级");
    assert!(screen.contains("Funnel"), "{screen}");
    qd.send(b"q");
    let (code, seen) = qd.end();
    assert_eq!(code, 0);
    assert!(seen.lock().unwrap().is_restored());
}

#[test]
fn a_small_window_asks_for_more_and_a_larger_one_is_filled_again() {
    let (_folder, path) = book();
    let mut qd = start(&path);
    qd.wait_for("调度中心升级");
    qd.send(b"2");
    qd.wait_for("Potential");
    qd.resize(50, 10);
    qd.wait_for("60×16");
    qd.resize(120, 40);
    qd.wait_for("Owner");
    qd.send(b"q");
    assert_eq!(qd.end().0, 0);
}

#[test]
fn a_debrief_that_waits_for_its_gate_is_kept_by_leaving() {
    let (_folder, path) = book();
    shell(&path, &["visit", "add", "account=1", "opportunity=1", "when=today"]);
    let mut qd = start(&path);
    qd.wait_for("调度中心升级");
    qd.send(b"2\r\t\t\to\x1b[Z2\t1\r");
    qd.wait_for("Override reason");
    qd.send(b"\x03");
    assert_eq!(qd.end().0, 0);
    let mut qd = start(&path);
    qd.wait_for("[Yes, advance to Qualified");
    qd.send(b"\x03");
    assert_eq!(qd.end().0, 0);
}

#[test]
fn what_another_process_writes_appears_by_itself() {
    let (_folder, path) = book();
    let mut qd = start(&path);
    qd.wait_for("调度中心升级");
    shell(&path, &["opp", "add", "title=Line 4 retrofit", "account=1"]);
    qd.wait_for("Line 4 retrofit");
    qd.send(b"q");
    assert_eq!(qd.end().0, 0);
}

#[test]
fn a_terminal_that_goes_away_ends_the_session() {
    let (_folder, path) = book();
    let qd = start(&path);
    qd.wait_for("调度中心升级");
    assert!(qd.hang_up(Duration::from_secs(3)).is_some());
}

#[test]
fn a_form_that_was_not_saved_is_offered_again() {
    let (_folder, path) = book();
    let mut qd = start(&path);
    qd.wait_for("调度中心升级");
    qd.send("nCold chain hub".as_bytes());
    qd.wait_for("Cold chain hub");
    qd.send(&[3]);
    assert_eq!(qd.end().0, 0);
    let mut qd = start(&path);
    let screen = qd.wait_for("Cold chain hub");
    assert!(screen.contains("Unsaved form"), "{screen}");
    qd.send(b"\x1b");
    qd.wait_for("Esc again");
    qd.send(b"\x1b");
    qd.wait("the funnel again", |seen| !seen.screen().contains("Cold chain hub"));
    qd.send(b"q");
    assert_eq!(qd.end().0, 0);
}

#[test]
fn full_width_twins_mean_the_same_keys() {
    let (_folder, path) = book();
    let mut qd = start(&path);
    qd.wait_for("调度中心升级");
    qd.send("／".as_bytes());
    qd.wait_for("Find");
    qd.send("调度\r".as_bytes());
    qd.wait_for("Assess");
    qd.send("＋".as_bytes());
    qd.wait_for("Q1 Favourable");
    qd.send(b"q");
    assert_eq!(qd.end().0, 0);
}
