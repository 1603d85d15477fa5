//! A text for the clipboard of the terminal that the person sits at (OSC 52), also from within tmux.

use std::fmt;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// Most bytes of a text: in base64 and with what stands around them they are 100,000, which terminals take.
pub const MOST: usize = 74_991;

/// What puts a text on the clipboard, sent as one piece.
pub(super) fn sequence(text: &str, in_tmux: bool) -> Result<String, fmt::Error> {
    let mut plain = String::new();
    CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain)?;
    if !in_tmux {
        return Ok(plain);
    }
    // tmux takes the first where `set-clipboard` is on, and hands the second through where `allow-passthrough` is.
    let through = plain.replace('\x1b', "\x1b\x1b");
    Ok(format!("{plain}\x1bPtmux;{through}\x1b\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tmux_gets_it_for_itself_and_to_hand_through() {
        let plain = sequence("张平", false).unwrap();
        assert!(plain.starts_with("\x1b]52;c;5byg5bmz"), "{plain:?}");
        let both = sequence("张平", true).unwrap();
        let through = both.strip_prefix(&plain).unwrap();
        assert!(
            through.starts_with("\x1bPtmux;\x1b\x1b]52;c;5byg5bmz") && through.ends_with("\x1b\\"),
            "{through:?}"
        );
        assert!(sequence(&"x".repeat(MOST), false).unwrap().len() <= 100_000);
    }
}
