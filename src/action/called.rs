//! What a record is called, in words: the book knows names, and codes where a record has none of its own.

use crate::domain::noun::Noun;
use crate::domain::value::Kind;
use crate::lang::{Lang, choice, said};

/// A record's name as the book gives it, in words; what is no code stays as it is.
pub fn called(lang: Lang, noun: Noun, name: &str) -> String {
    if noun == Noun::Answer {
        return answer(lang, name);
    }
    let words = noun.traits().name.keys().iter().filter_map(|key| match noun.kind_of(key) {
        Some(Kind::Choice(list, _)) => choice::word(list, name),
        _ => None,
    });
    words.map(|word| word.text(lang)).next().unwrap_or(name).to_owned()
}

/// An answer by its question, and by the rival it is about.
fn answer(lang: Lang, name: &str) -> String {
    match name.split_once(' ') {
        Some((number, rival)) => said::QUESTION_OF_RIVAL.fill(lang, &[&number, &rival]),
        None => said::QUESTION.fill(lang, &[&name]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_words_and_names_stay() {
        for (noun, name, en, zh) in [
            (Noun::Visit, "project-exchange", "Project meeting", "项目交流"),
            (Noun::Visit, "Lunch", "Lunch", "Lunch"),
            (Noun::Step, "advance", "Advanced", "推进"),
            (Noun::Review, "sweep", "Weekly sweep", "每周更新"),
            (Noun::Answer, "4", "question 4", "第4题"),
            (Noun::Answer, "4 Kestrel", "question 4, Kestrel", "第4题（Kestrel）"),
            (Noun::Rival, "Kestrel", "Kestrel", "Kestrel"),
        ] {
            assert_eq!(
                (called(Lang::En, noun, name).as_str(), called(Lang::Zh, noun, name).as_str()),
                (en, zh)
            );
        }
    }
}
