//! What single bytes and finished escape sequences of a keyboard mean.

use super::key::{Code, Key};

/// The key of one ASCII byte.
pub(crate) fn control(byte: u8) -> Key {
    match byte {
        0x0d | 0x0a => Key::plain(Code::Enter),
        0x09 => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x1b => Key::plain(Code::Esc),
        0x00 => Key::ctrl(' '),
        0x01..=0x1a => Key::ctrl(char::from(byte + 0x60)),
        0x1c..=0x1f => Key::ctrl(char::from(byte + 0x40)),
        _ => Key::char(char::from(byte)),
    }
}

/// Whether a byte after ESC begins a sequence that a key may send.
pub(crate) fn opens(byte: u8) -> bool {
    matches!(byte, b'[' | b'O')
}

/// Whether a byte after ESC begins a text of the terminal's own (DCS, SOS, OSC, PM, APC), which runs to its end mark.
pub(crate) fn opens_text(byte: u8) -> bool {
    matches!(byte, b'P' | b'X' | b']' | b'^' | b'_')
}

/// Whether more bytes belong to the sequence; `since` holds what came after ESC.
pub(crate) fn open(since: &[u8]) -> bool {
    match since {
        [first] => opens(*first) || opens_text(*first),
        [b'[', b'['] => true,
        [b'O', last] => last.is_ascii_digit(),
        [b'[', b'[', _] => false,
        [b'[' | b'O', .., last] => !(0x40..=0x7e).contains(last),
        _ => false,
    }
}

/// The row and column of a cursor report, from 1.
pub(crate) fn position(since: &[u8]) -> Option<(u16, u16)> {
    let text = std::str::from_utf8(since).ok()?.strip_prefix('[')?.strip_suffix('R')?;
    let (row, column) = text.split_once(';')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The key of a finished sequence; nothing for one that no key sends.
pub(crate) fn key(since: &[u8]) -> Option<Key> {
    let (last, middle) = since.get(1..)?.split_last()?;
    let middle = std::str::from_utf8(middle).ok()?;
    if middle == "[" {
        return (b'A'..=b'E').contains(last).then(|| Key::plain(Code::F(last - b'A' + 1)));
    }
    let mut numbers = middle.split(';').map(|part| part.parse::<u8>().unwrap_or(1));
    let (first, held) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1).saturating_sub(1));
    let code = match last {
        b'~' => numbered(first)?,
        b'Z' => return Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        b'M' if since.first() == Some(&b'O') => Code::Enter,
        _ => lettered(*last)?,
    };
    Some(Key { code, shift: held & 1 != 0, alt: held & 2 != 0, ctrl: held & 4 != 0 })
}

fn lettered(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    })
}

fn numbered(number: u8) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        4 | 8 => Code::End,
        2 => Code::Insert,
        3 => Code::Delete,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(number - 10),
        17..=21 => Code::F(number - 11),
        23 | 24 => Code::F(number - 12),
        _ => return None,
    })
}
