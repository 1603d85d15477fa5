//! Words that are one slip of the hand away from what was typed.

/// From so many letters on a slip is likelier than a short word.
const FEWEST: usize = 4;
/// Longer words have more ways to be mistyped than are worth looking for.
const LONGEST: usize = 14;

/// What may have been meant by a word of Latin letters: one letter more, one less, another, or two the other way
/// round. The first letter is right. Empty for words that are too short, too long or not of Latin letters.
pub(super) fn variants(typed: &str) -> Vec<String> {
    let letters: Vec<char> = typed.chars().collect();
    let is_word = letters.iter().all(char::is_ascii_lowercase);
    if !is_word || !(FEWEST..=LONGEST).contains(&letters.len()) {
        return Vec::new();
    }
    let mut out: Vec<String> = Vec::new();
    for at in 1..=letters.len() {
        let (before, after) = letters.split_at(at);
        let with = |middle: &[char], rest: &[char]| [before, middle, rest].concat().into_iter().collect();
        out.extend(('a'..='z').map(|letter| with(&[letter], after)));
        let Some((&first, rest)) = after.split_first() else { continue };
        out.push(with(&[], rest));
        out.extend(('a'..='z').filter(|letter| *letter != first).map(|letter| with(&[letter], rest)));
        if let Some((&second, rest)) = rest.split_first() {
            out.push(with(&[second, first], rest));
        }
    }
    out.sort_unstable();
    out.dedup();
    // What begins as a shorter one is found with it.
    let mut kept: Vec<String> = Vec::new();
    for one in out {
        if kept.last().is_none_or(|last| !one.starts_with(last.as_str())) {
            kept.push(one);
        }
    }
    kept.retain(|one| one != typed);
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::name::{Asked, keys};

    #[test]
    fn a_slip_of_the_hand_finds_the_name() {
        for (typed, name) in [
            ("halbr", "Hallbruck"),
            ("larkhavn", "Larkhaven Ltd"),
            ("chasse", "Chase-Snyder"),
            ("snydre", "Chase-Snyder"),
            ("zhnagping", "张平"),
        ] {
            let asked = Asked::slipped(typed).expect("letters enough");
            assert!(asked.fits(&keys(name)), "{typed} {name}");
        }
        for typed in ["abc", "张平", "1234", "abcdefghijklmno"] {
            assert_eq!(Asked::slipped(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn each_slip_of_each_word_is_forgiven(word in "[a-z]{5,12}", at in 1_usize..5, slip in 0..4, letter in "[a-z]") {
            let mut letters: Vec<char> = word.chars().collect();
            let letter = letter.chars().next().unwrap();
            match slip {
                0 => letters.insert(at, letter),
                1 => drop(letters.remove(at)),
                2 => letters[at] = letter,
                _ => letters.swap(at - 1, at),
            }
            let typed: String = letters.into_iter().collect();
            prop_assume!(typed.chars().next() == word.chars().next());
            let asked = Asked::slipped(&typed).unwrap();
            prop_assert!(asked.fits(&keys(&word)), "{} {}", typed, word);
        }
    }
}
