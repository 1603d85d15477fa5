//! The modes a cockpit needs of the terminal, and giving them back whatever happens.

use std::io;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::link::Link;

/// Alternate screen, bracketed paste, hidden cursor, empty screen.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[m\x1b[2J";
/// Ends half a sequence and half a frame, then takes back [`ENTER`].
const LEAVE: &[u8] = b"\x18\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// How long a stuck wire may hold up leaving.
const PATIENCE: Duration = Duration::from_millis(300);

static ENTERED: AtomicBool = AtomicBool::new(false);
static PANICKED: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over.
pub(crate) fn enter(link: &mut Link) -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    crossterm::terminal::enable_raw_mode()?;
    link.send(ENTER)?;
    link.drain(PATIENCE)
}

/// Gives the terminal back if it is taken; safe from any thread, any number of times.
pub(crate) fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        if let Ok(mut link) = Link::open() {
            let _ = link.send(LEAVE);
            let _ = link.drain(PATIENCE);
        }
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// Whether a thread panicked since the terminal was taken.
pub(crate) fn panicked() -> bool {
    PANICKED.load(Ordering::SeqCst)
}

/// Gives the terminal back before any panic is told, in whatever thread.
pub(crate) fn guard_panics() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            if ENTERED.load(Ordering::SeqCst) {
                PANICKED.store(true, Ordering::SeqCst);
                leave();
            }
            before(told);
        }));
    });
}
