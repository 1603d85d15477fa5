//! What was read lately, kept until it is forgotten, so that a row can be given back as it came.

use std::io::{self, Read};
use std::ops::Range;

/// How much may be kept beyond what is wanted before room is made.
const SLACK: usize = 64 << 10;

/// A reader that remembers.
pub(super) struct Window<R> {
    from: R,
    kept: Vec<u8>,
    /// The place in the whole of the first byte that is kept.
    start: u64,
}

impl<R> Window<R> {
    pub fn new(from: R) -> Self {
        Self { from, kept: Vec::new(), start: 0 }
    }

    /// The bytes at these places; nothing where they are not kept.
    pub fn get(&self, range: &Range<u64>) -> &[u8] {
        let place = |at: u64| at.checked_sub(self.start).and_then(|at| usize::try_from(at).ok());
        let found = place(range.start).zip(place(range.end)).and_then(|(from, to)| self.kept.get(from..to));
        found.unwrap_or_default()
    }

    /// Gives the bytes before a place up.
    pub fn forget(&mut self, before: u64) {
        let idle = usize::try_from(before.saturating_sub(self.start)).unwrap_or(usize::MAX);
        if idle > SLACK && idle <= self.kept.len() {
            self.kept.drain(..idle);
            self.start = before;
        }
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(room)?;
        self.kept.extend_from_slice(room.get(..count).unwrap_or_default());
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_forgotten_is_not_there_and_the_rest_keeps_its_places() {
        let bytes: Vec<u8> = (0..=255).cycle().take(5 * SLACK).collect();
        let mut window = Window::new(bytes.as_slice());
        let mut room = vec![0; SLACK];
        for step in 1..=5 {
            window.read_exact(&mut room).unwrap();
            let end = step * SLACK;
            let place = |at: usize| u64::try_from(at).unwrap();
            window.forget(place(end - 10));
            assert_eq!(window.get(&(place(end - 10)..place(end))), &bytes[end - 10..end]);
        }
        assert_eq!(window.get(&(0..4)), b"");
        assert!(window.kept.len() <= 2 * SLACK, "{}", window.kept.len());
    }
}
