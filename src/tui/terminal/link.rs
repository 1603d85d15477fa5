//! The wire to the terminal: frames leave whole, and a full wire never blocks the keyboard.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;

/// Both directions of the terminal, and the part of a frame the wire had no room for.
#[derive(Debug)]
pub(crate) struct Link {
    tty: File,
    waiting: Vec<u8>,
}

impl Link {
    /// Opens the terminal with a description of its own, so that nobody else's becomes non-blocking.
    pub(crate) fn open() -> io::Result<Self> {
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        let flags = i32::try_from(flags.bits()).map_err(io::Error::other)?;
        let open = |path: &Path| OpenOptions::new().read(true).write(true).custom_flags(flags).open(path);
        // Its own name first, since some systems cannot poll /dev/tty; after `su` that name is another person's.
        let name = rustix::termios::ttyname(rustix::stdio::stdout(), Vec::new()).unwrap_or_default();
        let tty =
            open(Path::new(OsStr::from_bytes(name.as_bytes()))).or_else(|_| open(Path::new("/dev/tty")))?;
        Ok(Self { tty, waiting: Vec::new() })
    }

    /// The same terminal for another thread.
    pub(crate) fn twin(&self) -> io::Result<Self> {
        Ok(Self { tty: self.tty.try_clone()?, waiting: Vec::new() })
    }

    /// Whether all that was sent has left.
    pub(crate) fn is_clear(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Sends bytes, or as many as the wire takes now; the rest leaves with [`Link::push`].
    pub(crate) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.waiting.extend_from_slice(bytes);
        self.push()
    }

    /// Sends more of what waits.
    pub(crate) fn push(&mut self) -> io::Result<()> {
        while !self.waiting.is_empty() {
            match self.tty.write(&self.waiting) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => drop(self.waiting.drain(..count)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Sends everything, waiting up to `patience` for the wire; what is left then is dropped.
    pub(crate) fn drain(&mut self, patience: Duration) -> io::Result<()> {
        let until = Instant::now() + patience;
        self.push()?;
        while !self.is_clear() && Instant::now() < until {
            wait(
                &mut [PollFd::new(&self.tty, PollFlags::OUT)],
                until.saturating_duration_since(Instant::now()),
            );
            self.push()?;
        }
        self.waiting.clear();
        Ok(())
    }

    /// Drops what has not left yet, since another program had the terminal meanwhile.
    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
    }

    /// Reads what waits on the keyboard; nothing when the keyboard is gone.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        match self.tty.read(buffer) {
            Ok(0) => Ok(None),
            Ok(count) => Ok(Some(count)),
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {
                Ok(Some(0))
            }
            Err(error) => Err(error),
        }
    }

    /// Columns and rows of the window; a window that says nothing counts as 80×24.
    pub(crate) fn size(&self) -> (u16, u16) {
        match rustix::termios::tcgetwinsize(&self.tty) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            _ => (80, 24),
        }
    }
}

impl AsFd for Link {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}

/// Waits until one of `fds` has news, or `patience` is over; an interrupted wait is a short one.
pub(crate) fn wait(fds: &mut [PollFd<'_>], patience: Duration) {
    let timeout = Timespec::try_from(patience).ok();
    let _ = poll(fds, timeout.as_ref());
}
