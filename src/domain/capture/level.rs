//! Which of the records that the book has for a text it names, and how well.

use super::Named;
use super::who::Answer;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::domain::text::{fold, is_han};

/// Whether a text may be a Chinese name in Latin letters, a word for each part.
pub(super) fn is_spelled(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| word.len() > 1 && word.bytes().all(|sign| sign.is_ascii_alphabetic());
    (2..=3).contains(&words.len()) && words.iter().all(is_part)
}

/// How well a text names a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// It sounds like the start of the name.
    Sound,
    /// It is the name's initials or pinyin.
    Initials,
    /// The name has it inside.
    Inside,
    /// The name begins with it.
    Start,
    /// It is the name.
    Exact,
}

/// Which of the records that the book has for a text is meant.
pub(super) fn settle(found: &[Named], text: &str, least: Level, near: Option<Id>) -> Answer {
    let levels = found.iter().filter_map(|one| Some((level(one, text)?, one)));
    let fits: Vec<(Level, &Named)> = levels.filter(|(level, _)| *level >= least).collect();
    let Some(best) = fits.iter().map(|(level, _)| *level).max() else { return Answer::None };
    let mut fits: Vec<Named> =
        fits.into_iter().filter(|(level, _)| *level == best).map(|(_, one)| one.clone()).collect();
    if fits.iter().any(|one| one.noun != Noun::Opp) {
        fits.retain(|one| one.noun != Noun::Opp);
    }
    let is_near = |one: &Named| near.is_some() && (one.account == near || Some(one.id) == near);
    if fits.len() > 1 && fits.iter().any(is_near) {
        fits.retain(is_near);
    }
    match fits.as_slice() {
        [] => Answer::None,
        [one] => Answer::One(one.clone()),
        // Deals often share words: only a whole title is a doubt.
        _ if best < Level::Exact && fits.iter().all(|one| one.noun == Noun::Opp) => Answer::None,
        _ => Answer::Several(fits),
    }
}

fn level(one: &Named, text: &str) -> Option<Level> {
    let names = || std::iter::once(&one.name).chain(&one.also).map(String::as_str);
    // 重庆 is where something is, and no short name of a firm there.
    if one.noun == Noun::Account && name::is_place(text) && !names().any(|name| name == text) {
        return None;
    }
    // A firm is called without its place, its name is whole with it.
    let called = names().filter(|_| one.noun == Noun::Account).filter_map(name::without_place);
    let called = called.filter_map(|name| fit(one.noun, name, text)).map(|level| level.min(Level::Start));
    names().filter_map(|name| fit(one.noun, name, text)).chain(called).max()
}

fn fit(noun: Noun, name: &str, text: &str) -> Option<Level> {
    let (name, text) = (fold(name.trim()), fold(text.trim()));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return None;
    }
    if name == text {
        return Some(Level::Exact);
    }
    let ends = |rest: &str| {
        !rest.starts_with(char::is_alphanumeric) || rest.starts_with(is_han) || text.ends_with(is_han)
    };
    let is_long = noun != Noun::Opp || text.chars().count() > 3;
    if let Some(rest) = name.strip_prefix(text.as_str()).filter(|rest| ends(rest) && is_long) {
        // 张 begins every Zhang: a single character names nobody.
        return (text.chars().count() > 1 || !rest.starts_with(is_han)).then_some(Level::Start);
    }
    let inside = name.match_indices(text.as_str()).any(|(at, part)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        let begins = text.starts_with(is_han) || before.is_none_or(|sign| !sign.is_alphanumeric());
        begins && name.get(at + part.len()..).is_some_and(ends)
    });
    if inside && is_long && !(noun == Noun::Person && text.starts_with(is_han)) {
        return Some(Level::Inside);
    }
    if noun == Noun::Opp {
        return None;
    }
    if noun == Noun::Person && is_spelled(&text) && name.starts_with(is_han) {
        let keys = name::keys(&name);
        let (joined, turned): (String, String) = (text.split(' ').collect(), text.split(' ').rev().collect());
        return keys.split(' ').any(|key| key == joined || key == turned).then_some(Level::Initials);
    }
    if !text.chars().all(|sign| sign.is_ascii_alphanumeric()) {
        return None;
    }
    let keys = name::keys(&name);
    if keys.split(' ').any(|key| key == text) {
        return Some(Level::Initials);
    }
    keys.split(' ').any(|key| key.starts_with(&text)).then_some(Level::Sound)
}
