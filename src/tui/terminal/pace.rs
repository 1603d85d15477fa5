//! How far the wire is behind: after much was sent the terminal is asked to answer, and until it has, nothing more is
//! drawn. On a slow link this keeps what is seen at most one frame old, since buffers on the way hide how full it is.

use std::time::{Duration, Instant};

/// Asks how the terminal is; it answers when it has read all that came before.
pub(crate) const ASK: &str = "\x1b[5n";
/// Bytes after which the terminal is asked.
const STRETCH: usize = 1024;
/// A terminal that has not answered by then is no longer waited for.
const PATIENCE: Duration = Duration::from_secs(8);

/// What the terminal was asked and has answered.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    /// Whether it ever answered: nobody waits for one that never did.
    answers: bool,
    open: u32,
    since: Option<Instant>,
    sent: usize,
}

impl Pace {
    /// Notes that so many bytes are sent; true where the terminal is to be asked behind them.
    pub(crate) fn send(&mut self, bytes: usize, now: Instant) -> bool {
        self.sent = self.sent.saturating_add(bytes);
        if self.sent < STRETCH {
            return false;
        }
        self.sent = 0;
        self.open = self.open.saturating_add(1);
        self.since = Some(now);
        true
    }

    /// The terminal has answered.
    pub(crate) fn answered(&mut self) {
        self.answers = true;
        self.open = self.open.saturating_sub(1);
    }

    /// When the last answer was asked for that is still on its way.
    pub(crate) fn awaited(&self) -> Option<Instant> {
        self.since.filter(|_| self.open > 0)
    }

    /// Whether a frame would only queue up behind others.
    pub(crate) fn is_behind(&mut self, now: Instant) -> bool {
        if !self.answers || self.open == 0 {
            return false;
        }
        if self.since.is_none_or(|since| now.duration_since(since) > PATIENCE) {
            // It lost an answer, or is not the same terminal any more.
            *self = Self::default();
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a terminal that has answered once.
    fn known() -> Pace {
        let mut pace = Pace::default();
        pace.send(5000, Instant::now());
        pace.answered();
        pace
    }

    #[test]
    fn a_terminal_that_answers_is_waited_for_and_one_that_does_not_is_not() {
        let now = Instant::now();
        let mut pace = known();
        assert!(!pace.send(100, now) && !pace.is_behind(now));
        assert!(pace.send(5000, now) && pace.is_behind(now));
        pace.answered();
        assert!(!pace.is_behind(now));
        let mut mute = Pace::default();
        assert!(mute.send(5000, now) && !mute.is_behind(now));
    }

    #[test]
    fn an_answer_that_never_comes_is_given_up() {
        let now = Instant::now();
        let mut pace = known();
        assert!(pace.send(5000, now));
        assert!(!pace.is_behind(now + PATIENCE * 2));
        assert!(pace.send(5000, now) && !pace.is_behind(now));
    }
}
