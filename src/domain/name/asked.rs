//! What a typed line asks an index of search keys for.

use super::{Run, runs, telephone};

/// How many terms of a typed line count.
const TERMS: usize = 24;
/// How many letters a key of pinyin has at most: so many tell any name from most others.
pub(super) const LETTERS: usize = 16;
/// A term of so few letters is in a great part of all names.
const FEW: usize = 2;

/// The terms of a typed line, all of which a name must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    terms: Vec<Term>,
    /// Or else the line is one telephone number: the starts of its keys.
    number: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    text: String,
    /// Whether keys that begin so will do.
    is_start: bool,
    /// Of a word that is longer than pinyin is kept: the key that then stands for it.
    cut: Option<String>,
    /// Or else it is a telephone number: the starts of its keys.
    number: Vec<String>,
}

impl Term {
    fn new(text: String, is_start: bool) -> Self {
        Self { text, is_start, cut: None, number: Vec::new() }
    }

    fn word(word: String) -> Self {
        let cut = (word.chars().count() > LETTERS).then(|| word.chars().take(LETTERS).collect());
        Self { cut, ..Self::new(word, true) }
    }
}

impl Asked {
    /// What a line asks of names; nothing where it holds nothing to search for.
    pub fn of(typed: &str) -> Option<Self> {
        let mut terms: Vec<Term> = Vec::new();
        for run in runs(typed) {
            match run {
                Run::Word(word) => terms.push(Term::word(word)),
                Run::Han(signs) if signs.len() == 1 => {
                    terms.push(Term::new(signs.into_iter().collect(), true));
                }
                Run::Han(signs) => {
                    let pairs = signs.windows(2).map(|pair| pair.iter().collect());
                    terms.extend(pairs.map(|text| Term::new(text, false)));
                }
            }
        }
        terms.truncate(TERMS);
        (!terms.is_empty()).then_some(Self { terms, number: Vec::new() })
    }

    /// What a line asks of names and telephone numbers.
    pub fn anything(typed: &str) -> Option<Self> {
        let mut asked = Self::of(typed)?;
        for term in &mut asked.terms {
            term.number = telephone::of_word(&term.text);
        }
        asked.number = telephone::of_line(typed);
        Some(asked)
    }

    /// The same as an FTS5 index takes it.
    pub fn expression(&self) -> String {
        let terms: Vec<String> = self.terms.iter().map(Term::expression).collect();
        let terms = terms.join(" AND ");
        if self.number.is_empty() {
            return terms;
        }
        let number: Vec<String> = self.number.iter().map(|start| quoted(start, true)).collect();
        format!("({terms}) OR {}", number.join(" OR "))
    }

    /// Whether an index would have to go through a great part of all names for it.
    pub fn is_broad(&self) -> bool {
        self.terms.iter().any(|term| term.is_start && term.text.is_ascii() && term.text.len() <= FEW)
    }

    /// Whether a name with these keys is an answer, as the index would say.
    pub fn fits(&self, keys: &str) -> bool {
        begins(keys, &self.number) || self.terms.iter().all(|term| term.fits(keys))
    }
}

impl Term {
    fn expression(&self) -> String {
        let own = std::iter::once(quoted(&self.text, self.is_start));
        let cut = self.cut.iter().map(|cut| quoted(cut, false));
        let starts = self.number.iter().map(|start| quoted(start, true));
        let ways: Vec<String> = own.chain(cut).chain(starts).collect();
        if ways.len() > 1 { format!("({})", ways.join(" OR ")) } else { ways.concat() }
    }

    fn fits(&self, keys: &str) -> bool {
        let mut all = keys.split(' ');
        let has = if self.is_start {
            all.any(|key| key.starts_with(&self.text) || self.cut.as_deref() == Some(key))
        } else {
            all.any(|key| key == self.text)
        };
        has || begins(keys, &self.number)
    }
}

fn quoted(text: &str, is_start: bool) -> String {
    let quoted = text.replace('"', "\"\"");
    if is_start { format!("\"{quoted}\"*") } else { format!("\"{quoted}\"") }
}

/// Whether one of the keys begins as one of the starts.
fn begins(keys: &str, starts: &[String]) -> bool {
    starts.iter().any(|start| keys.split(' ').any(|key| key.starts_with(start.as_str())))
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
        let asked = |typed: &str| Asked::anything(typed).map(|asked| asked.expression());
        assert_eq!(asked("zp 12").as_deref(), Some("\"zp\"* AND \"12\"*"));
        assert_eq!(asked("张 139").as_deref(), Some("\"张\"* AND (\"139\"* OR \"ǁ139\"*)"));
        let number = "(\"12\"* AND (\"345\"* OR \"ǁ345\"*)) OR \"ǁ12345\"* OR \"ǀ54321\"*";
        assert_eq!(asked("12-345").as_deref(), Some(number));
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
