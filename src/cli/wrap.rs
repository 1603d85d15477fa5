//! Long text in lines: broken between words, or between characters where a script has no blanks.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines of a text, each of `room` cells at most where that is said; the text's own line ends stay.
pub fn wrap(text: &str, room: Option<usize>) -> Vec<String> {
    let Some(room) = room else { return text.lines().map(str::to_owned).collect() };
    text.lines().flat_map(|line| wrap_line(line, room.max(2))).collect()
}

fn wrap_line(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_word_bounds() {
        let mut pieces = vec![word];
        if word.width() > room {
            pieces = word.graphemes(true).collect();
        }
        for piece in pieces {
            let Some(line) = lines.last_mut() else { break };
            if line.width() + piece.width() <= room {
                line.push_str(piece);
            } else if !piece.trim().is_empty() {
                lines.push(piece.to_owned());
            }
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_and_characters_too() {
        for (text, room, expected) in [
            ("one two three", Some(8), vec!["one two", "three"]),
            ("one two\nthree", None, vec!["one two", "three"]),
            ("客户确认预算", Some(5), vec!["客户", "确认", "预算"]),
            ("abcdefgh", Some(3), vec!["abc", "def", "gh"]),
            ("a\n\nb", Some(9), vec!["a", "", "b"]),
        ] {
            assert_eq!(wrap(text, room), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_only_blanks(text in "[张平商a-f ，。]{0,60}", room in 2usize..30) {
            let lines = wrap(&text, Some(room));
            prop_assert!(lines.iter().all(|line| line.width() <= room), "{lines:?}");
            prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
