//! What a typed line asks an index of search keys for.

use super::{Gap, Run, parted, slip, telephone};

/// How many terms of a typed line count.
const TERMS: usize = 24;
/// How many letters a key of pinyin has at most: so many tell any name from most others.
pub(super) const LETTERS: usize = 16;
/// A term of so few letters is in a great part of all names.
const FEW: usize = 2;

/// The words of a typed line, all of which a name must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    words: Vec<Word>,
    /// Or else the line is one telephone number: the starts of its keys.
    number: Vec<String>,
}

/// What stands between two blanks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Word {
    /// What a name must have of it.
    terms: Vec<Term>,
    /// Or else the word without the signs in it: o'brien as obrien.
    bare: Option<String>,
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
    /// Or else it was mistyped: the starts of what may have been meant.
    slips: Vec<String>,
}

impl Term {
    fn new(text: String, is_start: bool) -> Self {
        Self { text, is_start, cut: None, number: Vec::new(), slips: Vec::new() }
    }

    fn word(word: String) -> Self {
        let cut = (word.chars().count() > LETTERS).then(|| word.chars().take(LETTERS).collect());
        Self { cut, ..Self::new(word, true) }
    }
}

impl Asked {
    /// What a line asks of names; nothing where it holds nothing to search for.
    pub fn of(typed: &str) -> Option<Self> {
        let mut words: Vec<Word> = Vec::new();
        for (gap, run) in parted(typed).into_iter().take(TERMS) {
            if !matches!(gap, Gap::Sign | Gap::None) || words.is_empty() {
                words.push(Word::default());
            }
            if let Some(word) = words.last_mut() {
                word.add(gap, run);
            }
        }
        (!words.is_empty()).then_some(Self { words, number: Vec::new() })
    }

    /// The same with one slip allowed in each longer word: a letter too few, too many, wrong, or two the wrong way
    /// round; nothing where no word is long enough.
    pub fn slipped(typed: &str) -> Option<Self> {
        let mut asked = Self::of(typed)?;
        for term in asked.terms_mut().filter(|term| term.is_start) {
            term.slips = slip::variants(&term.text);
        }
        let may_slip = asked.terms_mut().any(|term| !term.slips.is_empty());
        may_slip.then_some(asked)
    }

    fn terms_mut(&mut self) -> impl Iterator<Item = &mut Term> {
        self.words.iter_mut().flat_map(|word| &mut word.terms)
    }

    /// What a line asks of names and telephone numbers.
    pub fn anything(typed: &str) -> Option<Self> {
        let mut asked = Self::of(typed)?;
        for term in asked.terms_mut() {
            term.number = telephone::of_word(&term.text);
        }
        asked.number = telephone::of_line(typed);
        Some(asked)
    }

    /// The same as an FTS5 index takes it.
    pub fn expression(&self) -> String {
        let words: Vec<String> = self.words.iter().map(Word::expression).collect();
        let words = words.join(" AND ");
        if self.number.is_empty() {
            return words;
        }
        let number: Vec<String> = self.number.iter().map(|start| quoted(start, true)).collect();
        format!("({words}) OR {}", number.join(" OR "))
    }

    /// Whether an index would have to go through a great part of all names for it.
    pub fn is_broad(&self) -> bool {
        let mut terms = self.words.iter().flat_map(|word| &word.terms);
        terms.any(|term| term.is_start && term.text.is_ascii() && term.text.len() <= FEW)
    }

    /// Whether a name with these keys is an answer, as the index would say.
    pub fn fits(&self, keys: &str) -> bool {
        begins(keys, self.number.iter()) || self.words.iter().all(|word| word.fits(keys))
    }
}

impl Word {
    fn add(&mut self, gap: Gap, run: Run) {
        match run {
            Run::Word(word) => {
                self.bare = match (gap, self.terms.last(), self.bare.take()) {
                    (Gap::Sign, _, Some(bare)) => Some(bare + &word),
                    (Gap::Sign, Some(before), None) if before.is_start => Some(before.text.clone() + &word),
                    (_, _, bare) => bare,
                };
                self.terms.push(Term::word(word));
            }
            Run::Han(signs) if signs.len() == 1 => {
                self.terms.push(Term::new(signs.into_iter().collect(), true));
            }
            Run::Han(signs) => {
                let pairs = signs.windows(2).map(|pair| pair.iter().collect());
                self.terms.extend(pairs.map(|text| Term::new(text, false)));
            }
        }
    }

    /// The word without its signs, where it is more than a number: that is grouped in many ways.
    fn bare(&self) -> Option<&String> {
        self.bare.as_ref().filter(|bare| bare.contains(|sign: char| !sign.is_ascii_digit()))
    }

    fn expression(&self) -> String {
        let terms: Vec<String> = self.terms.iter().map(Term::expression).collect();
        let terms = terms.join(" AND ");
        self.bare().map_or(terms.clone(), |bare| format!("(({terms}) OR {})", quoted(bare, true)))
    }

    fn fits(&self, keys: &str) -> bool {
        begins(keys, self.bare().into_iter()) || self.terms.iter().all(|term| term.fits(keys))
    }
}

impl Term {
    fn expression(&self) -> String {
        let own = std::iter::once(quoted(&self.text, self.is_start));
        let cut = self.cut.iter().map(|cut| quoted(cut, false));
        let starts = self.number.iter().chain(&self.slips).map(|start| quoted(start, true));
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
        has || begins(keys, self.number.iter().chain(&self.slips))
    }
}

fn quoted(text: &str, is_start: bool) -> String {
    let quoted = text.replace('"', "\"\"");
    if is_start { format!("\"{quoted}\"*") } else { format!("\"{quoted}\"") }
}

/// Whether one of the keys begins as one of the starts.
fn begins<'a>(keys: &str, mut starts: impl Iterator<Item = &'a String>) -> bool {
    starts.any(|start| keys.split(' ').any(|key| key.starts_with(start.as_str())))
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
