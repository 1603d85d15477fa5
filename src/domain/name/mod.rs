//! How names are found: by word, by Chinese characters, by pinyin and by its initials; and telephone numbers.

mod asked;
mod honorific;
mod key;
mod pick;
mod place;
mod same;
mod slip;
mod sound;
mod telephone;

pub use asked::Asked;
pub use honorific::{POSITIONS, addressed};
pub use key::{keys, written_keys};
pub use pick::{begins, matches};
pub use place::{is_place, without_place};
pub use same::Spelling;
pub use telephone::number_keys;

use super::text::{fold, is_han};

/// A stretch of a text that is searched in one way.
#[derive(Debug, PartialEq, Eq)]
enum Run {
    /// Chinese characters in a row.
    Han(Vec<char>),
    /// A word of any other script, folded.
    Word(String),
}

/// What parts a run from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing: another script begins.
    None,
    /// Signs, as in O'Brien and Jean-Luc.
    Sign,
    /// A blank, alone or among signs.
    Blank,
    /// The end of a line.
    Line,
}

/// The runs of a text, folded, each with what stands before it; everything but letters and digits only separates.
fn parted(text: &str) -> Vec<(Gap, Run)> {
    let mut out: Vec<(Gap, Run)> = Vec::new();
    let mut gap = Gap::Line;
    for sign in fold(text).chars() {
        let han = is_han(sign);
        if !han && !sign.is_alphanumeric() {
            gap = wider(gap, sign);
            continue;
        }
        match out.last_mut() {
            Some((_, Run::Han(run))) if han && gap == Gap::None => run.push(sign),
            Some((_, Run::Word(word))) if !han && gap == Gap::None => word.push(sign),
            _ if han => out.push((gap, Run::Han(vec![sign]))),
            _ => out.push((gap, Run::Word(sign.to_string()))),
        }
        gap = Gap::None;
    }
    out
}

fn wider(gap: Gap, sign: char) -> Gap {
    match (gap, sign) {
        (Gap::Line, _) | (_, '\n') => Gap::Line,
        (Gap::Blank, _) => Gap::Blank,
        _ if sign.is_whitespace() => Gap::Blank,
        _ => Gap::Sign,
    }
}

/// Words that only signs part, as one word: obrien, jeanluc, 3m.
fn joined(runs: &[(Gap, Run)]) -> Vec<String> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut was_word = false;
    for (gap, run) in runs {
        let Run::Word(word) = run else {
            was_word = false;
            continue;
        };
        match out.last_mut() {
            Some((parts, all)) if was_word && *gap == Gap::Sign => {
                *parts += 1;
                all.push_str(word);
            }
            _ => out.push((1, word.clone())),
        }
        was_word = true;
    }
    out.into_iter().filter(|(parts, _)| *parts > 1).map(|(_, all)| all).collect()
}
