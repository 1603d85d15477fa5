//! What the terminal itself says, late, cut or without an end, presses no key and stays nowhere.

use std::time::Duration;

use crate::runtime::Stage;

#[test]
fn half_a_sequence_stops_neither_the_clock_nor_the_keys() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("keys 0");
    pty.send(b"\x1b[1;");
    pty.wait_for("ticking");
    pty.send(b"k");
    pty.wait_for("keys 1; text k");
    pty.send("\x1b[200~张平\x1b[201~dd:q!\r\x1b[201~".as_bytes());
    pty.wait_for("keys 1; text 张平");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn an_arrow_that_a_bad_line_cuts_is_one_key() {
    let stage = Stage::new();
    let mut pty = stage.play(&[("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")]);
    pty.wait_for("keys 0");
    for rest in [b"[A", b"OA"] {
        pty.send(b"\x1b");
        std::thread::sleep(Duration::from_millis(60));
        pty.send(rest);
    }
    pty.send(b"k");
    pty.wait_for("keys 3; text k");
    // And one that is pressed alone is still told.
    pty.send(b"\x1b");
    pty.wait_for("keys 4;");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn what_the_terminal_says_of_itself_presses_nothing() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("keys 0");
    pty.send(b"\x1bP>|xterm(390)\x1b\\\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1b_Gi=1;OK\x1b\\k");
    pty.wait_for("keys 1; text k");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_paste_that_loses_its_end_gives_the_keyboard_back() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("keys 0");
    pty.send(b"\x1b[200~abc");
    pty.wait_for("keys 0; text abc");
    pty.send(b"k");
    pty.wait_for("keys 1; text k");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_terminal_that_draws_wide_gets_plain_marks_and_keeps_its_keys() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait("asked", |seen| seen.bytes.windows(4).any(|bytes| bytes == b"\x1b[6n"));
    pty.send(b"jj\x1b[1;3Rj");
    pty.wait_for("keys 3; text j; ascii true");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_late_answer_about_wide_signs_is_taken_too() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    // The first frame is there: the terminal was taken to be narrow.
    pty.wait_for("keys 0");
    pty.send(b"j\x1b[1;3Rj");
    pty.wait_for("keys 2; text j; ascii true");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn an_answer_that_comes_after_the_last_key_is_not_left_to_the_shell() {
    let stage = Stage::new();
    let rest = "stty -icanon min 0 time 5; rest=$(cat -v | head -c 40)";
    let mut pty = stage.script(&format!("PLAY; {rest}; echo \"left=[$rest]\"; echo done"));
    pty.wait_for("keys 0");
    pty.send(b"wq");
    let until = std::time::Instant::now() + Duration::from_secs(10);
    while !stage.draft().exists() {
        assert!(std::time::Instant::now() < until, "the keys are taken");
        std::thread::sleep(Duration::from_millis(2));
    }
    pty.send(b"\x1b[1;1R\x1b[0n");
    let screen = pty.wait_for("done");
    assert!(screen.contains("left=[]"), "{screen}");
    assert_eq!(pty.end().0, 0);
}
