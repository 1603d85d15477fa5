//! What a file brings is made safe to keep and to show.

use std::borrow::Cow;

/// One line: controls become visible signs, tabs and line ends become blanks, invisible marks go, ends are trimmed.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    clean(text, ' ')
}

/// Several lines: as a line, but line ends stay, all as `\n`.
pub(crate) fn note(text: &str) -> Cow<'_, str> {
    clean(text, '\n')
}

fn clean(text: &str, line_end: char) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(trimmed);
    }
    if trimmed.chars().all(|sign| sign == line_end || is_plain(sign)) {
        return Cow::Borrowed(trimmed);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut signs = trimmed.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(line_end),
            '\t' => out.push(' '),
            '\0'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(sign)).unwrap_or('\u{fffd}')),
            '\u{7f}' => out.push('\u{2421}'),
            '\u{80}'..='\u{9f}' => out.push('\u{fffd}'),
            _ if is_unseen(sign) => {}
            _ => out.push(sign),
        }
    }
    Cow::Owned(out.trim().to_owned())
}

fn is_plain(sign: char) -> bool {
    !sign.is_control() && !is_unseen(sign) && !matches!(sign, '\u{2028}' | '\u{2029}')
}

fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}
