//! Two threads beside the cockpit: one hears signals, one sees the terminal go. Both make sure that it ends.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};

use super::link::Link;
use super::modes;

/// How long the cockpit may take to save its drafts before it is ended from outside.
const GRACE: Duration = Duration::from_millis(900);

/// What happened around the cockpit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// Asked to end by a signal of this number.
    End(i32),
    /// The terminal is gone.
    HungUp,
    /// Asked to stop until continued.
    Stop,
    /// Continued after a stop.
    Continued,
    /// The window changed its size.
    Resized,
}

/// The watching threads; they rest once this is dropped.
#[derive(Debug)]
pub(crate) struct Watch {
    news: UnixStream,
    shared: Arc<Shared>,
    signals: Handle,
    // Closed with the watch: that wakes the thread that waits on its other end.
    _alive: UnixStream,
}

#[derive(Debug, Default)]
struct Shared {
    over: AtomicBool,
    lent: AtomicBool,
}

impl Watch {
    /// Starts both threads over the terminal of `link`.
    pub(crate) fn start(link: &Link) -> io::Result<Self> {
        let (news, teller) = UnixStream::pair()?;
        let (alive, end) = UnixStream::pair()?;
        news.set_nonblocking(true)?;
        let shared = Arc::new(Shared::default());
        let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let handle = signals.handle();
        let (by_signal, by_hang_up) = (Arc::clone(&shared), Arc::clone(&shared));
        let (tell_signal, tell_hang_up, twin) = (teller.try_clone()?, teller, link.twin()?);
        thread::Builder::new()
            .name("signals".into())
            .spawn(move || hear(signals, tell_signal, &by_signal))?;
        thread::Builder::new()
            .name("hang-up".into())
            .spawn(move || see(&twin, &end, tell_hang_up, &by_hang_up))?;
        Ok(Self { news, shared, signals: handle, _alive: alive })
    }

    /// What [`News`] arrives on; readable when there is some.
    pub(crate) fn stream(&self) -> &UnixStream {
        &self.news
    }

    /// The news since the last call.
    pub(crate) fn take(&mut self) -> Vec<News> {
        let mut bytes = [0; 64];
        let count = self.news.read(&mut bytes).unwrap_or(0);
        bytes.iter().take(count).map(|byte| news(i32::from(*byte))).collect()
    }

    /// Says whether the terminal is lent to another program, whose interrupts are not ours.
    pub(crate) fn lend(&self, lent: bool) {
        self.shared.lent.store(lent, Ordering::SeqCst);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::SeqCst);
        self.signals.close();
    }
}

fn news(signal: i32) -> News {
    match signal {
        0 => News::HungUp,
        SIGTSTP => News::Stop,
        SIGCONT => News::Continued,
        SIGWINCH => News::Resized,
        other => News::End(other),
    }
}

fn hear(mut signals: Signals, mut teller: UnixStream, shared: &Shared) {
    for signal in signals.forever() {
        match (signal, shared.lent.load(Ordering::SeqCst)) {
            (SIGINT | SIGQUIT, true) => continue,
            // The borrower stops with its whole job, and we are part of it.
            (SIGTSTP, true) => {
                let _ = kill_process(getpid(), Signal::STOP);
                continue;
            }
            _ => {}
        }
        let _ = teller.write_all(&[u8::try_from(signal).unwrap_or(0)]);
        if let News::End(signal) = news(signal) {
            end_after_grace(shared, 128 + signal);
        }
    }
}

fn see(link: &Link, alive: &UnixStream, mut teller: UnixStream, shared: &Shared) {
    let mut fds = [PollFd::new(link, PollFlags::empty()), PollFd::new(alive, PollFlags::IN)];
    loop {
        let found = poll(&mut fds, None);
        let [terminal, alive] = &fds;
        if !alive.revents().is_empty() {
            return;
        }
        if found.is_ok() && !terminal.revents().is_empty() {
            break;
        }
    }
    let _ = teller.write_all(&[0]);
    end_after_grace(shared, 128 + SIGHUP);
}

fn end_after_grace(shared: &Shared, code: i32) {
    thread::sleep(GRACE);
    if !shared.over.load(Ordering::SeqCst) {
        modes::leave();
        std::process::exit(code);
    }
}
