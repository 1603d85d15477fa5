//! What comes from outside is made safe to keep and to show: no control, no hidden direction, no invisible mark.

use std::borrow::Cow;

/// One line of text: controls become visible signs, tabs and line ends become blanks, invisible marks go, ends
/// are trimmed.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    clean(text, ' ')
}

/// Text of several lines: as a line, but line ends stay, all as `\n`.
pub fn clean_note(text: &str) -> Cow<'_, str> {
    clean(text, '\n')
}

/// Foreign text that is kept as it came, but for what a terminal would obey or nobody sees: blanks, tabs and line ends
/// stay.
pub fn clean_kept(text: &str) -> Cow<'_, str> {
    let stays = |sign: char| is_plain(sign) || matches!(sign, '\n' | '\r' | '\t');
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) || text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| !is_unseen(*sign)) {
        out.push(if stays(sign) { sign } else { shown(sign) });
    }
    Cow::Owned(out)
}

/// Whether a text is a clean line already.
pub fn is_clean(text: &str) -> bool {
    clean_line(text) == text
}

fn clean(text: &str, line_end: char) -> Cow<'_, str> {
    let trimmed = text.trim();
    let is_ascii = trimmed.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_ascii || trimmed.chars().all(|sign| sign == line_end || is_plain(sign)) {
        return Cow::Borrowed(trimmed);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut signs = trimmed.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(line_end),
            '\t' => out.push(' '),
            _ if is_unseen(sign) => {}
            _ => out.push(shown(sign)),
        }
    }
    Cow::Owned(out.trim().to_owned())
}

/// A control as a sign that can be seen; anything else as it is.
fn shown(sign: char) -> char {
    match sign {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(sign)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        '\u{2028}' | '\u{2029}' => ' ',
        other => other,
    }
}

fn is_plain(sign: char) -> bool {
    !sign.is_control() && !is_unseen(sign) && !matches!(sign, '\u{2028}' | '\u{2029}')
}

/// Marks that change the direction or the joining of text and take no room: names that differ only by one of them
/// look the same.
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_unsafe_becomes_visible_or_goes() {
        for (raw, line, note) in [
            ("  张平 \n", "张平", "张平"),
            ("a\u{1b}[31mb", "a␛[31mb", "a␛[31mb"),
            ("nul\0del\u{7f}csi\u{9b}", "nul␀del␡csi\u{fffd}", "nul␀del␡csi\u{fffd}"),
            ("a\tb\r\nc\rd\ne", "a b c d e", "a b\nc\nd\ne"),
            ("\u{feff}Invoice\u{202e}fdp.exe", "Invoicefdp.exe", "Invoicefdp.exe"),
            ("zero\u{200b}width ☎\u{fe0f}", "zerowidth ☎", "zerowidth ☎"),
            ("\u{200b} \u{200b}", "", ""),
            ("line\u{2028}end", "line end", "line\nend"),
        ] {
            assert_eq!((clean_line(raw), clean_note(raw)), (line.into(), note.into()), "{raw:?}");
        }
    }

    #[test]
    fn plain_text_is_borrowed() {
        for text in ["上海冷链物流 Cold-Chain Ltd. é ※ 👍", " padded "] {
            assert!(matches!(clean_line(text), Cow::Borrowed(_)), "{text:?}");
        }
        assert!(matches!(clean_note("two\nlines"), Cow::Borrowed(_)));
        assert!(is_clean("张平") && !is_clean("张平 ") && !is_clean("a\nb"));
    }

    fn nasty() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>(),
            proptest::char::range('\0', '\u{9f}'),
            proptest::char::range('\u{200b}', '\u{206f}')
        ];
        proptest::collection::vec(sign, 0..40).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_left_and_cleaning_again_changes_nothing(raw in nasty()) {
            let (line, note) = (clean_line(&raw), clean_note(&raw));
            prop_assert!(line.chars().all(is_plain));
            prop_assert!(note.chars().all(|sign| sign == '\n' || is_plain(sign)));
            prop_assert_eq!(clean_line(&line), line.as_ref());
            prop_assert_eq!(clean_note(&note), note.as_ref());
            let kept = clean_kept(&raw);
            prop_assert!(kept.chars().all(|sign| matches!(sign, '\n' | '\r' | '\t') || is_plain(sign)));
            prop_assert_eq!(clean_kept(&kept), kept.as_ref());
            prop_assert_eq!(clean_kept(&note), note.as_ref());
        }
    }
}
