//! The terminal runtime under a small app that this very binary plays when asked through its environment.

use std::path::{Path, PathBuf};
use std::time::Duration;

use quarterdeck::tui::terminal::{
    App, Code, Edited, Ending, Env, Input, Kept, Request, TerminalError, TerminalOptions, run,
};
use quarterdeck::tui::theme::Theme;
use ratatui::Frame;

use crate::pty::Pty;

const LETTERS: [char; 7] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const DRAFT: &str = "QD_TEST_DRAFT";

/// Counts keys, fills the screen, and does on request whatever may go wrong.
struct Counter {
    draft: PathBuf,
    theme: Theme,
    keys: usize,
    ticks: usize,
    text: String,
    request: Option<Request>,
    dirty: bool,
}

impl App for Counter {
    fn look(&mut self, theme: Theme) {
        self.theme = theme;
    }

    fn press(&mut self, input: Input) {
        self.dirty = true;
        match input {
            Input::Paste(text) => self.text = text.chars().take(8).collect(),
            Input::Resize(..) => {}
            Input::Key(key) => {
                self.keys += 1;
                match key.code {
                    Code::Char('q') => self.request = Some(Request::Quit),
                    Code::Char('e') => {
                        self.request = Some(Request::Edit { subject: "note".into(), text: "old".into() });
                    }
                    Code::Char('y') => self.request = Some(Request::Copy("张平".into())),
                    Code::Char('w') => self.hang_up(),
                    Code::Char('#') => std::thread::sleep(Duration::from_secs(60)),
                    Code::Char('!') => panic!("as asked"),
                    Code::Char('&') => drop(std::thread::spawn(|| panic!("as asked, elsewhere")).join()),
                    _ => self.text = key.to_string(),
                }
            }
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn tick(&mut self) -> bool {
        self.ticks += 1;
        self.dirty = true;
        true
    }

    fn dirty(&self) -> bool {
        self.dirty
    }

    fn draw(&mut self, frame: &mut Frame) {
        self.dirty = false;
        let area = frame.area();
        let ticked = if self.ticks > 3 { "ticking" } else { "" };
        let (keys, text, ascii) = (self.keys, &self.text, self.theme.glyphs.ascii);
        let pid = std::process::id();
        let line = format!(
            "pid {pid}; keys {keys}; text {text}; ascii {ascii}; {}x{}; {ticked};",
            area.width, area.height
        );
        frame.buffer_mut().set_string(0, 0, line, self.theme.title);
        for y in 1..area.height {
            let row: String =
                (0..area.width).map(|x| LETTERS[usize::from(x + y) * (keys + 1) % LETTERS.len()]).collect();
            frame.buffer_mut().set_string(0, y, row, self.theme.dim);
        }
    }

    fn take_request(&mut self) -> Option<Request> {
        self.request.take()
    }

    fn left(&mut self, _: &[Kept]) {}

    fn edited(&mut self, edited: &Edited) -> bool {
        self.text = edited.text.clone().unwrap_or_else(|| "failed".into());
        true
    }

    fn idle_work(&mut self) -> bool {
        false
    }

    fn hang_up(&mut self) {
        std::fs::write(&self.draft, self.keys.to_string()).unwrap();
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the main of the program under test")]
fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Not a test of its own: the program that the tests below start.
#[test]
fn the_counter_plays_when_asked() {
    let Some(draft) = env(DRAFT).map(PathBuf::from) else { return };
    let env = Env {
        term: env("TERM"),
        tmux: env("TMUX"),
        ssh: env("SSH_CONNECTION").is_some(),
        utf8: true,
        editor: env("EDITOR"),
        ..Env::default()
    };
    let options = TerminalOptions::new(env, draft.with_extension("scratch"));
    let mut counter = Counter {
        draft,
        theme: Theme::default(),
        keys: 0,
        ticks: 0,
        text: String::new(),
        request: None,
        dirty: true,
    };
    let code = match run(&mut counter, &options) {
        Ok(Ending::Quit) => 0,
        Ok(Ending::Signal(signal)) => 128 + signal,
        Ok(Ending::HungUp) => 129,
        Err(TerminalError::NoTerminal) => 71,
        Err(TerminalError::Dumb) => 72,
        Err(TerminalError::Panicked) => 73,
        Err(TerminalError::Io(_)) => 74,
    };
    std::process::exit(code);
}

const PLAY: &[&str] =
    &["--exact", "runtime::the_counter_plays_when_asked", "--nocapture", "--test-threads=1"];

/// A session of the counter, and where it keeps its draft.
pub struct Stage {
    folder: tempfile::TempDir,
}

impl Stage {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn draft(&self) -> PathBuf {
        self.folder.path().join("draft")
    }

    /// The counter straight on a terminal.
    pub fn play(&self, env: &[(&str, &str)]) -> Pty {
        let draft = self.draft();
        let all = [&[(DRAFT, draft.to_str().unwrap())], env].concat();
        Pty::start(&std::env::current_exe().unwrap(), PLAY, &all, (80, 24))
    }

    /// The counter inside a shell script, where `PLAY` stands for it.
    pub fn script(&self, script: &str) -> Pty {
        let program = std::env::current_exe().unwrap();
        let play = format!("{} {}", program.display(), PLAY.join(" "));
        let (draft, script) = (self.draft(), script.replace("PLAY", &play));
        let env = [(DRAFT, draft.to_str().unwrap()), ("EDITOR", "sed -i s/old/new/")];
        Pty::start(Path::new("/bin/bash"), &["-c", &script], &env, (80, 24))
    }
}

fn pid(screen: &str) -> rustix::process::Pid {
    let number = screen.split("pid ").nth(1).unwrap().split(';').next().unwrap();
    rustix::process::Pid::from_raw(number.parse().unwrap()).unwrap()
}

const BEFORE_AND_AFTER: &str = "echo before=$(stty -g); PLAY; echo code=$?; echo after=$(stty -g); echo done";

/// That the terminal's settings after are those before, and that the program ended with `code`.
#[track_caller]
fn restored(pty: Pty, code: i32) {
    pty.wait("restored", |seen| seen.is_restored() && seen.screen().contains("done"));
    let (_, seen) = pty.end();
    let text = String::from_utf8_lossy(&seen.lock().unwrap().bytes).into_owned();
    let value = |name: &str| {
        text.rsplit(&format!("{name}=")).next().unwrap().split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(value("before"), value("after"));
    assert_eq!(value("code"), code.to_string(), "{text}");
}

#[test]
fn start_and_quit_leave_the_terminal_as_it_was() {
    let stage = Stage::new();
    let mut pty = stage.script(BEFORE_AND_AFTER);
    pty.wait_for("keys 0");
    pty.send("j\x1b[B？".as_bytes());
    pty.wait_for("keys 3; text ?");
    pty.send(b"q");
    restored(pty, 0);
}

#[test]
fn a_signal_ends_the_session_in_order_and_keeps_the_draft() {
    use rustix::process::Signal;
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::HUP, 129)] {
        let stage = Stage::new();
        let mut pty = stage.script(BEFORE_AND_AFTER);
        pty.wait_for("keys 0");
        pty.send(b"jj");
        let screen = pty.wait_for("keys 2");
        rustix::process::kill_process(pid(&screen), signal).unwrap();
        restored(pty, code);
        assert_eq!(std::fs::read_to_string(stage.draft()).unwrap(), "2");
    }
}

#[test]
fn a_session_that_does_not_listen_is_ended_from_outside() {
    let stage = Stage::new();
    let mut pty = stage.script(BEFORE_AND_AFTER);
    let screen = pty.wait_for("keys 0");
    pty.send(b"#");
    std::thread::sleep(Duration::from_millis(200));
    rustix::process::kill_process(pid(&screen), rustix::process::Signal::TERM).unwrap();
    restored(pty, 143);
}

#[test]
fn a_panic_in_any_thread_gives_the_terminal_back() {
    for (key, code) in [(b"!", 101), (b"&", 73)] {
        let stage = Stage::new();
        let mut pty = stage.script(BEFORE_AND_AFTER);
        pty.wait_for("keys 0");
        pty.send(key);
        restored(pty, code);
        assert_eq!(std::fs::read_to_string(stage.draft()).unwrap(), "1");
    }
}

#[test]
fn a_lost_terminal_ends_the_session_and_keeps_the_draft() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.send(b"jjj");
    pty.wait_for("keys 3");
    assert!(pty.hang_up(Duration::from_secs(3)).is_some(), "it still runs");
    assert!(stage.draft().exists());
}

#[test]
fn a_stopped_session_gives_the_terminal_back_and_repaints_when_continued() {
    let stage = Stage::new();
    let mut pty = stage.script("set -m; PLAY; echo stopped; stty -a | grep -o -w -e '-\\?icanon'; read -r line; fg >/dev/null; echo code=$?");
    pty.wait_for("keys 0");
    pty.send(b"j");
    pty.wait_for("keys 1");
    pty.send(b"\x1a");
    pty.wait("given back", |seen| seen.is_restored() && seen.screen().contains("stopped\nicanon"));
    pty.send(b"\n");
    pty.wait_for("keys 1");
    pty.send(b"jq");
    pty.wait_for("code=0");
    pty.end();
}

#[test]
fn a_new_size_is_drawn_at_once() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("80x24");
    pty.resize(100, 30);
    pty.wait_for("100x30");
    pty.resize(70, 3);
    pty.wait_for("70x3");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_burst_of_keys_arrives_whole() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("keys 0");
    pty.send(&b"j".repeat(50_000));
    pty.wait_for("keys 50000;");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_stuck_link_never_stops_the_keys() {
    let stage = Stage::new();
    let mut pty = stage.play(&[]);
    pty.wait_for("keys 0");
    pty.stick(true);
    for _ in 0..100 {
        pty.send(b"j");
        std::thread::sleep(Duration::from_millis(2));
    }
    pty.send(b"w");
    let until = std::time::Instant::now() + Duration::from_secs(10);
    while !stage.draft().exists() {
        assert!(std::time::Instant::now() < until, "the keys wait behind the frames");
        std::thread::sleep(Duration::from_millis(5));
    }
    pty.stick(false);
    pty.wait_for("keys 101;");
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn the_editor_and_the_clipboard_are_served() {
    let stage = Stage::new();
    let mut pty = stage.script("PLAY");
    pty.wait_for("keys 0");
    pty.send(b"e");
    pty.wait_for("keys 1; text new");
    pty.send(b"y");
    pty.wait("copied", |seen| seen.bytes.windows(15).any(|bytes| bytes == b"\x1b]52;c;5byg5bmz"));
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn within_tmux_a_copy_is_also_handed_through() {
    let stage = Stage::new();
    let mut pty = stage.play(&[("TMUX", "socket,1,0")]);
    pty.wait_for("keys 0");
    pty.send(b"y");
    let through = b"\x1bPtmux;\x1b\x1b]52;c;5byg5bmz";
    pty.wait("copied", |seen| seen.bytes.windows(through.len()).any(|bytes| bytes == through));
    pty.send(b"q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_dumb_terminal_and_no_terminal_are_refused() {
    let stage = Stage::new();
    let (code, seen) = stage.play(&[("TERM", "dumb")]).end();
    assert_eq!(code, 72);
    assert!(!seen.lock().unwrap().bytes.contains(&0x1b));
    let mut pty = stage.script("PLAY </dev/null | cat; exit ${PIPESTATUS[0]}");
    pty.send(b"\n");
    assert_eq!(pty.end().0, 71);
}
