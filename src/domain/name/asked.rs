//! What a typed line asks an index of search keys for.

use super::{Run, runs};

/// How many terms of a typed line count.
const TERMS: usize = 24;
/// How many letters a key of pinyin has at most: so many tell any name from most others.
pub(super) const LETTERS: usize = 16;
/// A term of so few letters is in a great part of all names.
const FEW: usize = 2;

/// The terms of a typed line, all of which a name must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked(Vec<Term>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    text: String,
    /// Whether keys that begin so will do.
    is_start: bool,
    /// Of a word that is longer than pinyin is kept: the key that then stands for it.
    cut: Option<String>,
}

impl Asked {
    /// What a line asks for; nothing where it holds nothing to search for.
    pub fn of(typed: &str) -> Option<Self> {
        let mut terms: Vec<Term> = Vec::new();
        for run in runs(typed) {
            match run {
                Run::Word(word) => {
                    let cut = (word.chars().count() > LETTERS).then(|| word.chars().take(LETTERS).collect());
                    terms.push(Term { text: word, is_start: true, cut });
                }
                Run::Han(signs) if signs.len() == 1 => {
                    terms.push(Term { text: signs.into_iter().collect(), is_start: true, cut: None });
                }
                Run::Han(signs) => {
                    let pairs = signs.windows(2).map(|pair| pair.iter().collect());
                    terms.extend(pairs.map(|text| Term { text, is_start: false, cut: None }));
                }
            }
        }
        terms.truncate(TERMS);
        (!terms.is_empty()).then_some(Self(terms))
    }

    /// The same as an FTS5 index takes it.
    pub fn expression(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let one = |term: &Term| {
            let own = quoted(&term.text);
            match &term.cut {
                Some(cut) => format!("({own}* OR {})", quoted(cut)),
                None if term.is_start => format!("{own}*"),
                None => own,
            }
        };
        self.0.iter().map(one).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether an index would have to go through a great part of all names for it.
    pub fn is_broad(&self) -> bool {
        self.0.iter().any(|term| term.is_start && term.text.is_ascii() && term.text.len() <= FEW)
    }

    /// Whether a name with these keys is an answer, as the index would say.
    pub fn fits(&self, keys: &str) -> bool {
        self.0.iter().all(|term| {
            let mut keys = keys.split(' ');
            if term.is_start {
                keys.any(|key| key.starts_with(&term.text) || term.cut.as_deref() == Some(key))
            } else {
                keys.any(|key| key == term.text)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_quoted_and_has_an_end() {
        let asked = |typed: &str| Asked::of(typed).map(|asked| asked.expression());
        assert_eq!(asked("zp 冷链 物").as_deref(), Some("\"zp\"* AND \"冷链\" AND \"物\"*"));
        assert_eq!(asked("\"a\" OR b*").as_deref(), Some("\"a\"* AND \"or\"* AND \"b\"*"));
        assert_eq!(asked(" ※ "), None);
        assert!(asked(&"x ".repeat(10_000)).is_some_and(|asked| asked.len() < 500));
    }

    #[test]
    fn few_letters_are_broad() {
        for (typed, broad) in [("z", true), ("zp", true), ("冷链 z", true), ("zpx", false), ("冷", false)]
        {
            assert_eq!(Asked::of(typed).unwrap().is_broad(), broad, "{typed}");
        }
    }
}
