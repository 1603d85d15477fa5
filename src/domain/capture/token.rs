//! A line as tokens: words, single Chinese characters, signs and blanks; and what has been made of each.

use std::ops::Range;

use crate::domain::text::{fold, is_han};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Blanks.
    Space,
    /// One Chinese character.
    Han,
    /// Letters and digits of any other script.
    Word,
    /// One sign.
    Sign,
}

/// What has been made of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing so far.
    Free,
    /// Understood; a title still says it, a purpose does not.
    Kept,
    /// Understood and said by a field of its own.
    Cut,
}

/// How many tokens are looked at; what is behind them stays text.
const MOST: usize = 300;

/// A line, its tokens by their bytes, and what has been made of them.
#[derive(Debug)]
pub(super) struct Line<'a> {
    text: &'a str,
    tokens: Vec<(Range<usize>, Class, State)>,
}

impl<'a> Line<'a> {
    /// The tokens of a line.
    pub fn new(text: &'a str) -> Self {
        let mut tokens: Vec<(Range<usize>, Class, State)> = Vec::new();
        for (at, sign) in text.char_indices() {
            let class = class(sign);
            let end = at + sign.len_utf8();
            let is_full = tokens.len() == MOST;
            match tokens.last_mut() {
                Some((span, last, _)) if *last == class && matches!(class, Class::Space | Class::Word) => {
                    span.end = end;
                }
                _ if is_full => break,
                _ => tokens.push((at..end, class, State::Free)),
            }
        }
        Self { text, tokens }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The text of some tokens.
    pub fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(self.span(range)).unwrap_or_default()
    }

    /// The text of some tokens for comparing, its blanks single.
    pub fn folded(&self, range: &Range<usize>) -> String {
        fold(self.slice(range)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of one token for comparing; empty beyond the line.
    pub fn word(&self, at: usize) -> String {
        fold(self.slice(&(at..at.saturating_add(1))))
    }

    /// The bytes of some tokens.
    pub fn span(&self, range: &Range<usize>) -> Range<usize> {
        let of = |at: usize| self.tokens.get(at).map(|(span, ..)| span.clone());
        match (of(range.start), range.end.checked_sub(1).and_then(of)) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// What a token is made of; nothing beyond the line.
    pub fn class(&self, at: usize) -> Option<Class> {
        self.tokens.get(at).map(|(_, class, _)| *class)
    }

    /// Whether a token says something that nothing has been made of.
    pub fn is_free(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|(_, class, state)| *state == State::Free && *class != Class::Space)
    }

    /// Whether nothing has been made of any of these.
    pub fn all_free(&self, range: &Range<usize>) -> bool {
        self.tokens.get(range.clone()).is_some_and(|all| all.iter().all(|(.., state)| *state == State::Free))
    }

    /// What has been made of a token.
    pub fn state(&self, at: usize) -> State {
        self.tokens.get(at).map_or(State::Cut, |(.., state)| *state)
    }

    /// Says what has been made of some tokens.
    pub fn set(&mut self, range: &Range<usize>, state: State) {
        for (.., own) in self.tokens.get_mut(range.clone()).into_iter().flatten() {
            *own = state;
        }
    }

    /// Cuts what was found out of the line.
    pub fn cut<T>(&mut self, found: Option<(Range<usize>, T)>) -> Option<(Range<usize>, T)> {
        if let Some((range, _)) = &found {
            self.set(range, State::Cut);
        }
        found
    }

    /// Whether a text may begin with this token: nothing, a blank, a sign or something understood is before it.
    pub fn begins(&self, at: usize) -> bool {
        at == 0
            || !matches!(self.class(at - 1), Some(Class::Han | Class::Word))
            || self.state(at - 1) != State::Free
    }

    /// Whether a text may end before this token.
    pub fn ends(&self, at: usize) -> bool {
        !matches!(self.class(at), Some(Class::Han | Class::Word)) || self.state(at) != State::Free
    }

    /// Whether nothing is said before this token that is still free.
    pub fn is_first(&self, at: usize) -> bool {
        (0..at).all(|before| !self.is_free(before))
    }

    /// Whether nothing is said from this token on that is still free.
    pub fn is_last(&self, at: usize) -> bool {
        (at..self.len()).all(|after| !self.is_free(after))
    }

    /// The next token from here on that is no blank.
    pub fn after_blank(&self, at: usize) -> usize {
        if self.class(at) == Some(Class::Space) { at + 1 } else { at }
    }

    /// The token before this one, blanks left out.
    pub fn before_blank(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.class(before) == Some(Class::Space) { before.checked_sub(1) } else { Some(before) }
    }

    /// Whether a word begins here, none joined to it by a sign.
    pub fn begins_word(&self, at: usize) -> bool {
        let sign = at.checked_sub(1).map(|before| self.slice(&(before..at))).unwrap_or_default();
        let joined = sign == "-" && at > 1 && self.class(at - 2) == Some(Class::Word);
        // A quotation mark opens a word, an apostrophe is inside one.
        let quotes = at < 2 || self.class(at - 2) != Some(Class::Word);
        let is_quote = matches!(sign, "'" | "’") && quotes;
        !joined && (is_quote || !matches!(sign, "." | "/" | "@" | "＠" | "'" | "’" | "&" | "$" | "¥" | "+"))
    }

    /// Whether a quotation mark opens here what is called so.
    pub fn is_quoted(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| matches!(self.word(before).as_str(), "\"" | "'" | "“" | "‘" | "「"))
    }

    /// Whether the free tokens from here on begin with a Chinese word.
    pub fn starts(&self, at: usize, word: &str) -> bool {
        let range = at..at + word.chars().count();
        self.slice(&range) == word && self.all_free(&range)
    }

    /// Stretches of free tokens from here on that end with a word, the longest first, of so many tokens at most.
    pub fn windows(&self, from: usize, most: usize) -> Vec<Range<usize>> {
        let reach = (from..self.len()).take(most).take_while(|at| self.state(*at) == State::Free).count();
        let says = |end: &usize| matches!(self.class(end - 1), Some(Class::Han | Class::Word));
        (from + 1..=from + reach).rev().filter(says).map(|end| from..end).collect()
    }

    /// The line without what was cut, and without what was kept where that is not wanted.
    pub fn rest(&self, with_kept: bool) -> String {
        let mut out = String::new();
        let mut is_gap = false;
        for (span, class, state) in &self.tokens {
            let stays = *state == State::Free || (*state == State::Kept && with_kept);
            if !stays || *class == Class::Space {
                is_gap |= *class == Class::Space || !out.ends_with(is_han);
                continue;
            }
            if is_gap && !out.is_empty() {
                out.push(' ');
            }
            is_gap = false;
            out.push_str(self.text.get(span.clone()).unwrap_or_default());
        }
        let end = self.tokens.last().map_or(0, |(span, ..)| span.end);
        out.push_str(self.text.get(end..).unwrap_or_default());
        out
    }
}

fn class(sign: char) -> Class {
    if sign.is_whitespace() {
        Class::Space
    } else if is_han(sign) {
        Class::Han
    } else if sign.is_alphanumeric() || sign == '_' {
        Class::Word
    } else {
        Class::Sign
    }
}
