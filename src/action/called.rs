//! What a record is called, in words: the book knows names, and codes where a record has none of its own.

use crate::domain::noun::Noun;
use crate::lang::{Lang, choice, said};

/// A record's name as the book gives it, in words; what is no code stays as it is.
pub fn called(lang: Lang, noun: Noun, name: &str) -> String {
    let label = |list: &str| choice::word(list, name).map_or(name, |word| word.text(lang)).to_owned();
    match noun {
        Noun::Visit => label("visit_type"),
        Noun::Step => label("move"),
        Noun::Review => label("ritual"),
        Noun::Answer => answer(lang, name),
        Noun::Account
        | Noun::Person
        | Noun::Opp
        | Noun::Role
        | Noun::Rep
        | Noun::Influence
        | Noun::Decision
        | Noun::Factor
        | Noun::Fit
        | Noun::Competitor
        | Noun::Rival
        | Noun::Cost
        | Noun::Todo => name.to_owned(),
    }
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
