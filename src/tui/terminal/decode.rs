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
/// How long after a lone Escape the rest of a sequence may still come, and after its beginning more of it.
const LATE: Duration = Duration::from_millis(500);
/// How long after a lone Escape its rest is waited for on a line that has cut a sequence there.
const CUT: Duration = Duration::from_millis(250);
/// How long a bracket waits: what comes so soon after an Escape begins a sequence more often than not.
const BRACKET: Duration = Duration::from_millis(250);
/// One key that comes alone after this long was pressed by a person, also where an end is still waited for.
const ALONE: Duration = Duration::from_millis(150);
/// So many keys in a row that came alone: the end that is waited for was lost.
const LOST: usize = 8;
/// Ctrl-C as a terminal sends it.
const INTERRUPT: &[u8] = &[3];
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
    /// Inside a text that the terminal says of itself, and whether its last byte was ESC: none of it was typed.
    Reply(bool),
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
    /// When an Escape was let go that stood alone, until its rest comes or something else does.
    lone: Option<Instant>,
    /// Whether the Escape of the sequence under way was given away as a key already.
    told: bool,
    /// How many keys in a row came alone while an end was waited for.
    alone: usize,
}

impl Decoder {
    /// A decoder that waits `patience` for the rest of an escape sequence.
    pub(crate) fn new(patience: Duration, now: Instant) -> Self {
        Self {
            state: State::Ground,
            patience,
            last: now,
            events: Vec::new(),
            held: None,
            lone: None,
            told: false,
            alone: 0,
        }
    }

    /// Takes bytes that were read at `now`. What lay waiting while the program was busy came in time: nothing expires
    /// by it, but by a look that found nothing.
    pub(crate) fn feed(&mut self, bytes: &[u8], now: Instant) {
        // To have looked and found nothing is no sign of life.
        if bytes.is_empty() {
            return;
        }
        let gap = now.saturating_duration_since(self.last);
        self.last = now;
        let is_alone = gap >= ALONE && self.awaits_end() && is_one_key(bytes);
        self.alone = if is_alone { self.alone + 1 } else { 0 };
        if is_alone && bytes == INTERRUPT {
            self.give_up();
        }
        for byte in bytes {
            self.step(*byte);
        }
        if self.alone >= LOST {
            self.give_up();
        }
    }

    /// Gives up waiting for what should have come before `now`.
    pub(crate) fn expire(&mut self, now: Instant) {
        while let Some(due) = self.deadline().filter(|due| *due <= now) {
            self.last = self.last.max(due);
            match std::mem::replace(&mut self.state, State::Ground) {
                State::Ground => self.release(),
                State::Escape(since) => {
                    self.unfinished(&since);
                    self.lone = since.is_empty().then_some(due);
                }
                State::Paste(bytes) => self.paste(&bytes),
                State::Reply(_) | State::Letter(_) => {}
            }
        }
    }

    /// Whether what comes belongs to something that is only over with its end.
    fn awaits_end(&self) -> bool {
        match &self.state {
            State::Paste(bytes) => !is_tail(bytes),
            State::Reply(is_ending) => !is_ending,
            State::Ground | State::Escape(_) | State::Letter(_) => false,
        }
    }

    /// A person types: the end that is waited for was lost on the line. What was typed so far is pasted text, since
    /// nobody saw what it would have done.
    fn give_up(&mut self) {
        self.alone = 0;
        if let State::Paste(bytes) = std::mem::replace(&mut self.state, State::Ground) {
            self.paste(&bytes);
        }
    }

    /// When [`Decoder::expire`] has something to do; nothing while it waits for nothing.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        let wait = match &self.state {
            State::Escape(since) if since.len() > 1 => LATE,
            State::Escape(since) if !since.is_empty() => BRACKET,
            State::Escape(_) | State::Letter(_) => self.patience,
            State::Paste(_) | State::Reply(_) => PASTE_SILENCE,
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
            State::Reply(is_ending) => self.reply(is_ending, byte),
            State::Letter(bytes) => self.letter(bytes, byte),
        }
    }

    fn reply(&mut self, is_ending: bool, byte: u8) {
        self.told = false;
        match (is_ending, byte) {
            (true, b'\\') | (false, 0x07 | 0x18 | 0x1a) => {}
            (_, 0x1b) => self.state = State::Reply(true),
            // The text was cut off, and another sequence begins.
            (true, _) => self.escape(Vec::new(), byte),
            (false, _) => self.state = State::Reply(false),
        }
    }

    fn ground(&mut self, byte: u8) {
        let is_rest = self.lone.take().is_some_and(|lone| self.last.saturating_duration_since(lone) <= LATE);
        self.told = is_rest && (sequence::opens(byte) || sequence::opens_text(byte));
        match byte {
            _ if self.told => self.state = State::Escape(vec![byte]),
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
            (Some(open), _) if sequence::opens_text(open) => return self.reply(false, byte),
            (None, _) if sequence::opens(byte) || sequence::opens_text(byte) => {}
            // An escape sequence never holds these: what went before was cut short.
            (_, 0x1b) => {
                self.unfinished(&since);
                self.state = State::Escape(Vec::new());
                return;
            }
            // The end of a text whose beginning was given up.
            (None, b'\\') => return,
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
            // A line that cut one sequence behind its Escape will cut others: from now on more is waited for.
            if std::mem::take(&mut self.told) && sequence::key(&since).is_some() {
                self.patience = self.patience.max(CUT);
            }
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
        let is_told = std::mem::take(&mut self.told);
        if since.len() < 2 && !is_told {
            self.key(Key::plain(Code::Esc));
        }
        if let [bracket] = since {
            self.key(Key::char(char::from(*bracket)));
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

/// Whether bytes are what one key sends that is no Escape.
fn is_one_key(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    text.chars().count() == 1 && text != "\x1b"
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
mod tests;
