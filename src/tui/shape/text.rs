//! Text by columns of the screen: measured, cut, padded and wrapped without ever splitting a character.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Where text stands in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left end.
    #[default]
    Left,
    /// At the right end.
    Right,
    /// In the middle.
    Centre,
}

/// Punctuation that must not begin a line.
const CLOSING: &str = "，。、；：？！）】》”’,.;:?!)]}";

/// The text without what takes no column or moves the cursor: controls, direction marks, emoji variation.
pub fn plain(text: &str) -> String {
    let keep = |letter: char| match letter {
        '\n' | '\t' | '\r' => Some(' '),
        '\u{fe0f}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    };
    text.chars().filter_map(keep).collect()
}

/// Columns the text takes.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest start of the text that fits `room` columns, and the rest.
pub fn split(text: &str, room: usize) -> (&str, &str) {
    let (mut taken, mut used) = (0, 0);
    for part in text.graphemes(true) {
        used += part.width();
        if used > room {
            break;
        }
        taken += part.len();
    }
    text.split_at_checked(taken).unwrap_or((text, ""))
}

/// The text in at most `room` columns; `mark` stands where it was cut.
pub fn cut(text: &str, room: usize, mark: &str) -> String {
    let text = plain(text);
    if width(&text) <= room {
        return text;
    }
    let (mark, _) = split(mark, room);
    let (start, _) = split(&text, room.saturating_sub(width(mark)));
    format!("{start}{mark}")
}

/// The text in exactly `room` columns, cut or filled with blanks.
pub fn pad(text: &str, room: usize, align: Align, mark: &str) -> String {
    let text = cut(text, room, mark);
    let left_over = room.saturating_sub(width(&text));
    let before = match align {
        Align::Left => 0,
        Align::Right => left_over,
        Align::Centre => left_over / 2,
    };
    format!("{}{text}{}", " ".repeat(before), " ".repeat(left_over - before))
}

/// The text in lines of at most `room` columns, broken between words and between Chinese characters.
/// A line end in the text ends a line; no room gives no lines.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    text.split('\n').flat_map(|line| wrap_line(&plain(line), room)).collect()
}

fn wrap_line(text: &str, room: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in words(text) {
        let closing = word.chars().all(|letter| CLOSING.contains(letter));
        let mut word = word.as_str();
        if width(&line) + width(word.trim_end()) > room && !line.is_empty() {
            // What closes a phrase takes the last character of the full line along.
            let moved = if closing { line.pop() } else { None };
            let kept = line.trim_end().to_owned();
            line = moved.map_or_else(String::new, String::from);
            lines.push(kept);
        }
        while width(&line) + width(word.trim_end()) > room {
            let (start, rest) = split(word, room.saturating_sub(width(&line)));
            if start.is_empty() && line.is_empty() {
                // One character wider than the room: there is no place for it.
                return lines;
            }
            line.push_str(start);
            lines.push(std::mem::take(&mut line));
            word = rest;
        }
        line.push_str(word);
    }
    let (kept, _) = split(line.trim_end(), room);
    lines.push(kept.to_owned());
    lines
}

/// Pieces a line may be broken between: words with the blanks after them, and single wide characters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut whole = true;
    for part in text.graphemes(true) {
        let wide = part.width() > 1;
        match words.last_mut() {
            Some(word) if part == " " => {
                word.push(' ');
                whole = true;
            }
            Some(word) if !whole && !wide => word.push_str(part),
            _ => {
                words.push(part.to_owned());
                whole = wide;
            }
        }
    }
    words
}

/// Writes text into one row of `area`, `x` columns in; what does not fit is left out. Gives the column after it.
pub fn put(buf: &mut Buffer, area: Rect, (x, y): (u16, u16), text: &str, style: Style) -> u16 {
    let inside = area.intersection(buf.area);
    let (left, top) = (area.x.saturating_add(x), area.y.saturating_add(y));
    if left < inside.x || left >= inside.right() || top < inside.y || top >= inside.bottom() {
        return x;
    }
    let room = usize::from(inside.right() - left);
    let (text, _) = split(text, room);
    let (end, _) = buf.set_stringn(left, top, text, room, style);
    end.saturating_sub(area.x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_cut_between_characters() {
        for (text, room, expected) in [
            ("张平 ABC", 8, "张平 ABC"),
            ("张平 ABC", 7, "张平 A…"),
            ("张平张平", 4, "张…"),
            ("张平张平", 5, "张平…"),
            ("张平", 1, "…"),
            ("张平", 0, ""),
            ("❤\u{fe0f}a\u{202e}b\x1b[1m", 9, "❤ab[1m"),
        ] {
            assert_eq!(cut(text, room, "…"), expected, "{text} {room}");
        }
    }

    #[test]
    fn text_is_padded_to_columns() {
        assert_eq!(pad("张平", 6, Align::Right, "~"), "  张平");
        assert_eq!(pad("张平", 7, Align::Centre, "~"), " 张平  ");
        assert_eq!(pad("张平商", 5, Align::Left, "~"), "张平~");
        assert_eq!(pad("张平商", 4, Align::Left, "~"), "张~ ");
    }

    #[test]
    fn lines_break_between_words_and_between_chinese_characters() {
        assert_eq!(wrap("the next visit", 8), ["the next", "visit"]);
        assert_eq!(wrap("确认预算，批准", 8), ["确认预", "算，批准"]);
        assert_eq!(wrap("确认 SAP 预算", 7), ["确认", "SAP 预", "算"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 3), ["a", "", "b"]);
    }

    proptest! {
        #[test]
        fn whatever_is_cut_fits_and_is_a_start(text in ".{0,30}|[张平商a ，]{0,30}", room in 0usize..40) {
            let short = cut(&text, room, "…");
            prop_assert!(width(&short) <= room);
            let kept = short.strip_suffix('…').unwrap_or(&short);
            prop_assert!(plain(&text).starts_with(kept));
            prop_assert_eq!(width(&pad(&text, room, Align::Centre, "~")), room);
        }

        #[test]
        fn wrapped_lines_fit_and_lose_only_blanks(text in "[张平商a-f ，。]{0,60}", room in 2usize..30) {
            let lines = wrap(&text, room);
            prop_assert!(lines.iter().all(|line| width(line) <= room), "{lines:?}");
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
