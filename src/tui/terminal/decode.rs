//! Bytes of the keyboard become keys and pastes, however late or broken they arrive. Knows no terminal and no thread.

use std::time::{Duration, Instant};

use super::key::{Code, Key};
use super::sequence;

const PASTE_START: &[u8] = b"[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longest escape sequence that is believed; what is longer is noise.
const SEQUENCE_LIMIT: usize = 64;
/// Bytes of one paste that are kept.
const PASTE_LIMIT: usize = 4 << 20;
/// A paste that falls silent for this long has lost its end.
const PASTE_SILENCE: Duration = Duration::from_secs(2);
/// Keys that follow a paste are held this long, since they may be its tail.
const PASTE_GUARD: Duration = Duration::from_millis(150);

/// What a person did at the keyboard or with the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key press.
    Key(Key),
    /// Pasted text: line ends are `\n`, no control characters but `\n` and tab.
    Paste(String),
    /// The window has a new size: columns, rows.
    Resize(u16, u16),
}

/// What the bytes meant: an input, or the terminal's answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    Input(Input),
    /// Cursor position: row and column, from 1.
    Position(u16, u16),
    /// The terminal has read all that was sent before it was asked.
    Ready,
}

#[derive(Debug, PartialEq)]
enum State {
    Ground,
    /// After ESC; the bytes since.
    Escape(Vec<u8>),
    Paste(Vec<u8>),
    /// The first bytes of one UTF-8 character.
    Letter(Vec<u8>),
}

/// Turns bytes into events; time comes in with them.
#[derive(Debug)]
pub(crate) struct Decoder {
    state: State,
    patience: Duration,
    last: Instant,
    events: Vec<Event>,
    held: Option<Vec<Event>>,
}

impl Decoder {
    /// A decoder that waits `patience` for the rest of an escape sequence.
    pub(crate) fn new(patience: Duration, now: Instant) -> Self {
        Self { state: State::Ground, patience, last: now, events: Vec::new(), held: None }
    }

    /// Takes bytes that arrived at `now`.
    pub(crate) fn feed(&mut self, bytes: &[u8], now: Instant) {
        self.expire(now);
        self.last = now;
        for byte in bytes {
            self.step(*byte);
        }
    }

    /// Gives up waiting for what should have come before `now`.
    pub(crate) fn expire(&mut self, now: Instant) {
        while let Some(due) = self.deadline().filter(|due| *due <= now) {
            self.last = self.last.max(due);
            match std::mem::replace(&mut self.state, State::Ground) {
                State::Ground => self.release(),
                State::Escape(since) => self.unfinished(&since),
                State::Paste(bytes) => self.paste(&bytes),
                State::Letter(_) => {}
            }
        }
    }

    /// When [`Decoder::expire`] has something to do; nothing while it waits for nothing.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        let wait = match self.state {
            State::Escape(_) | State::Letter(_) => self.patience,
            State::Paste(_) => PASTE_SILENCE,
            State::Ground if self.held.is_some() => PASTE_GUARD,
            State::Ground => return None,
        };
        self.last.checked_add(wait)
    }

    /// The events so far, in order.
    pub(crate) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    fn step(&mut self, byte: u8) {
        match std::mem::replace(&mut self.state, State::Ground) {
            State::Ground => self.ground(byte),
            State::Escape(since) => self.escape(since, byte),
            State::Paste(mut bytes) => {
                if bytes.len() < PASTE_LIMIT || byte == 0x1b || is_tail(&bytes) {
                    bytes.push(byte);
                }
                if bytes.ends_with(PASTE_END) {
                    bytes.truncate(bytes.len() - PASTE_END.len());
                    self.paste(&bytes);
                } else {
                    self.state = State::Paste(bytes);
                }
            }
            State::Letter(bytes) => self.letter(bytes, byte),
        }
    }

    fn ground(&mut self, byte: u8) {
        match byte {
            0x1b => self.state = State::Escape(Vec::new()),
            0x00..=0x7f => self.key(sequence::control(byte)),
            0xc2..=0xf4 => self.state = State::Letter(vec![byte]),
            _ => {}
        }
    }

    fn letter(&mut self, mut bytes: Vec<u8>, byte: u8) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.ground(byte);
        }
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                if let Some(letter) = text.chars().next().filter(|letter| !letter.is_control()) {
                    self.key(Key::char(letter));
                }
            }
            Err(error) if error.error_len().is_none() => self.state = State::Letter(bytes),
            Err(_) => {}
        }
    }

    fn escape(&mut self, mut since: Vec<u8>, byte: u8) {
        let open = since.first().copied();
        match (open, byte) {
            (None, b'[' | b'O') => {}
            // An escape sequence never holds these: what went before was cut short.
            (_, 0x1b) => {
                self.unfinished(&since);
                self.state = State::Escape(Vec::new());
                return;
            }
            (None, _) => {
                self.key(Key::plain(Code::Esc));
                return self.ground(byte);
            }
            (_, 0x00..=0x1f | 0x7f..) => {
                self.unfinished(&since);
                return self.ground(byte);
            }
            _ => {}
        }
        since.push(byte);
        if sequence::open(&since) && since.len() < SEQUENCE_LIMIT {
            self.state = State::Escape(since);
        } else if since == PASTE_START {
            self.release();
            self.state = State::Paste(Vec::new());
        } else if since == PASTE_END.get(1..).unwrap_or_default() {
            // The real end of a paste whose text held an end of its own: what lay between was never typed.
            self.held = None;
        } else {
            self.sequence(&since);
        }
    }

    fn sequence(&mut self, since: &[u8]) {
        if let Some((row, column)) = sequence::position(since) {
            self.events.push(Event::Position(row, column));
        } else if since == b"[0n" {
            self.events.push(Event::Ready);
        } else if let Some(key) = sequence::key(since) {
            self.key(key);
        }
    }

    /// A sequence that never ended: a lone Escape, Escape and a bracket, or noise.
    fn unfinished(&mut self, since: &[u8]) {
        match since {
            [] => self.key(Key::plain(Code::Esc)),
            [bracket] => {
                self.key(Key::plain(Code::Esc));
                self.key(Key::char(char::from(*bracket)));
            }
            _ => {}
        }
    }

    fn key(&mut self, key: Key) {
        let event = Event::Input(Input::Key(key));
        match &mut self.held {
            Some(held) => held.push(event),
            None => self.events.push(event),
        }
    }

    fn paste(&mut self, bytes: &[u8]) {
        self.events.push(Event::Input(Input::Paste(clean(bytes))));
        self.held = Some(Vec::new());
    }

    fn release(&mut self) {
        self.events.extend(self.held.take().unwrap_or_default());
    }
}

/// Whether the bytes end inside what may become the end marker of a paste.
fn is_tail(bytes: &[u8]) -> bool {
    (1..PASTE_END.len()).any(|length| PASTE_END.get(..length).is_some_and(|start| bytes.ends_with(start)))
}

/// Pasted bytes as text that holds no escape sequence and no foreign line end.
fn clean(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::super::key::keys;
    use super::*;
    use proptest::prelude::*;

    fn decode(chunks: &[(u64, &[u8])]) -> Vec<Event> {
        let start = Instant::now();
        let mut decoder = Decoder::new(Duration::from_millis(30), start);
        for (at, bytes) in chunks {
            decoder.feed(bytes, start + Duration::from_millis(*at));
        }
        decoder.expire(start + Duration::from_secs(60));
        decoder.take()
    }

    fn typed(text: &str) -> Vec<Event> {
        keys(text).into_iter().map(|key| Event::Input(Input::Key(key))).collect()
    }

    fn pasted(text: &str) -> Event {
        Event::Input(Input::Paste(text.to_owned()))
    }

    #[test]
    fn sequences_become_keys() {
        let cases: &[(&[u8], &str)] = &[
            (b"j", "j"),
            ("商".as_bytes(), "商"),
            (b"\x1b[A\x1bOB\x1b[1;5C", "<up><down><c-right>"),
            (b"\x1b[5~\x1b[6~\x1b[1~\x1b[F", "<pageup><pagedown><home><end>"),
            (b"\x1bOP\x1b[11~\x1b[[A\x1b[24~", "<f1><f1><f1><f12>"),
            (b"\x1b[Z\r\t\x7f\x04\x00", "<s-tab><cr><tab><bs><c-d><c-space>"),
            (b"\x1bj", "<esc>j"),
            (b"\x1b\x1b[A", "<esc><up>"),
            (b"\x1b[?1;2c\x1b[99~q", "q"),
            (b"\xff\xfe\xe5\x95q", "q"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(&[(0, bytes)]), typed(expected), "{bytes:?}");
        }
    }

    #[test]
    fn a_late_sequence_is_put_together_and_a_lone_escape_is_let_go() {
        assert_eq!(decode(&[(0, b"\x1b"), (20, b"["), (40, b"B")]), typed("<down>"));
        assert_eq!(decode(&[(0, b"\x1b"), (50, b"[")]), typed("<esc>["));
        assert_eq!(decode(&[(0, b"\x1b[1;"), (500, b"j")]), typed("j"));
    }

    #[test]
    fn a_paste_is_one_input_and_its_tail_is_swallowed() {
        let paste = b"\x1b[200~a\r\nb\x1b[31m\x1b[201~";
        assert_eq!(decode(&[(0, paste)]), [pasted("a\nb[31m")]);
        let trick = b"\x1b[200~a\x1b[201~dd:q!\r\x1b[201~";
        assert_eq!(decode(&[(0, trick)]), [pasted("a")]);
        assert_eq!(
            decode(&[(0, b"\x1b[200~a\x1b[201~"), (1000, b"j")]),
            [&[pasted("a")], &*typed("j")].concat()
        );
        assert_eq!(decode(&[(0, b"\x1b[200~a\x1b[201~j")]), [&[pasted("a")], &*typed("j")].concat());
        assert_eq!(decode(&[(0, b"\x1b[200~a"), (5000, b"j")]), [&[pasted("a")], &*typed("j")].concat());
    }

    #[test]
    fn a_position_report_is_no_key() {
        assert_eq!(decode(&[(0, b"\x1b[12;40Rj")]), [&[Event::Position(12, 40)], &*typed("j")].concat());
    }

    proptest! {
        #[test]
        fn noise_never_panics_and_never_blocks(chunks in prop::collection::vec((0u64..300, prop::collection::vec(any::<u8>(), 0..40)), 0..8)) {
            let mut at = 0;
            let fed: Vec<_> = chunks.iter().map(|(gap, bytes)| { at += gap; (at, bytes.as_slice()) }).collect();
            decode(&fed);
        }

        #[test]
        fn cutting_bytes_anywhere_changes_nothing(cut in 0usize..60) {
            let bytes = "商\x1b[1;5Cj\x1b[200~张\n平\x1b[201~\x1bOP\x1b[12;3R\x1b[Zx".as_bytes();
            let (left, right) = bytes.split_at(cut.min(bytes.len()));
            prop_assert_eq!(decode(&[(0, left), (1, right)]), decode(&[(0, bytes)]));
        }
    }
}
