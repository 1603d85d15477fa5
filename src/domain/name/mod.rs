//! How names are found: by word, by Chinese characters, by pinyin and by its initials; and telephone numbers.

mod asked;
mod key;
mod pick;
mod sound;
mod telephone;

pub use asked::Asked;
pub use key::keys;
pub use pick::matches;
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

/// The runs of a text, folded; everything but letters and digits only separates.
fn runs(text: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut apart = true;
    for sign in fold(text).chars() {
        let han = is_han(sign);
        if !han && !sign.is_alphanumeric() {
            apart = true;
            continue;
        }
        match out.last_mut() {
            Some(Run::Han(run)) if han && !apart => run.push(sign),
            Some(Run::Word(word)) if !han && !apart => word.push(sign),
            _ if han => out.push(Run::Han(vec![sign])),
            _ => out.push(Run::Word(sign.to_string())),
        }
        apart = false;
    }
    out
}
