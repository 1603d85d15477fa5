//! A terminal for tests: a program on a pseudo-terminal, its screen, its bytes and its end.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

/// Longer than anything takes on a busy machine; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program on a pseudo-terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    reader: JoinHandle<()>,
    seen: Arc<Mutex<Seen>>,
    flags: Arc<Flags>,
}

/// What came out of the program so far.
pub struct Seen {
    /// The terminal's state.
    pub terminal: Parser,
    /// Every byte.
    pub bytes: Vec<u8>,
}

#[derive(Default)]
struct Flags {
    closed: AtomicBool,
    stuck: AtomicBool,
}

impl Seen {
    /// The screen as text.
    pub fn screen(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Whether the program left the terminal as it should be left.
    pub fn is_restored(&self) -> bool {
        let screen = self.terminal.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }
}

impl Pty {
    /// Starts `program` with `args` and `env` in a window of `columns` × `rows`.
    pub fn start(program: &Path, args: &[&str], env: &[(&str, &str)], (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let terminal = Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
        let seen = Arc::new(Mutex::new(Seen { terminal, bytes: Vec::new() }));
        let flags = Arc::new(Flags::default());
        let reader = thread::spawn({
            let (seen, flags) = (Arc::clone(&seen), Arc::clone(&flags));
            move || watch(reader, &seen, &flags)
        });
        Self { master: pair.master, writer, child, reader, seen, flags }
    }

    /// Types bytes.
    pub fn send(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).expect("the program takes keys");
        self.writer.flush().expect("the program takes keys");
    }

    /// Waits until what was seen is as `told`, and gives the screen.
    #[track_caller]
    pub fn wait(&self, told: &str, is: impl Fn(&Seen) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let seen = self.seen.lock().unwrap();
            if is(&seen) {
                return seen.screen();
            }
            assert!(Instant::now() < until, "never {told}; the screen is:\n{}", seen.screen());
            drop(seen);
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the screen holds `text`.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        self.wait(text, |seen| seen.screen().contains(text))
    }

    /// Changes the window's size.
    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let mut seen = self.seen.lock().unwrap();
        seen.terminal.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(size).expect("the window changes");
    }

    /// Stops or resumes taking what the program writes, like a link that is stuck.
    pub fn stick(&self, stuck: bool) {
        self.flags.stuck.store(stuck, Ordering::SeqCst);
    }

    /// Waits for the end and gives the exit code and all that was seen.
    #[track_caller]
    pub fn end(mut self) -> (u32, Arc<Mutex<Seen>>) {
        let code = ended(&mut *self.child, PATIENCE).expect("the program ends");
        drop(self.writer);
        self.reader.join().unwrap();
        (code, self.seen)
    }

    /// Closes the terminal under the program; gives the exit code if the program ends within `patience`.
    pub fn hang_up(mut self, patience: Duration) -> Option<u32> {
        self.flags.closed.store(true, Ordering::SeqCst);
        // The reader only lets go of its end when something more comes; dropping the writer sends a last key.
        drop(self.writer);
        self.reader.join().unwrap();
        drop(self.master);
        let code = ended(&mut *self.child, patience);
        let _ = self.child.kill();
        code
    }
}

fn ended(child: &mut dyn Child, patience: Duration) -> Option<u32> {
    let until = Instant::now() + patience;
    while Instant::now() < until {
        if let Some(status) = child.try_wait().expect("the program is ours") {
            return Some(status.exit_code());
        }
        thread::sleep(Duration::from_millis(5));
    }
    None
}

fn watch(mut reader: Box<dyn Read + Send>, seen: &Mutex<Seen>, flags: &Flags) {
    let mut bytes = [0; 4096];
    loop {
        while flags.stuck.load(Ordering::SeqCst) {
            thread::sleep(Duration::from_millis(5));
        }
        match reader.read(&mut bytes) {
            Ok(0) | Err(_) => return,
            Ok(count) => {
                let mut seen = seen.lock().unwrap();
                seen.terminal.process(&bytes[..count]);
                seen.bytes.extend_from_slice(&bytes[..count]);
            }
        }
        if flags.closed.load(Ordering::SeqCst) {
            return;
        }
    }
}
