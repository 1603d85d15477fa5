//! Hints, weak points and where they are mended, in words: the shell and the cockpit say them alike.

use crate::domain::choice::Choice;
use crate::domain::hint::{Fact, Hint, Known};
use crate::domain::improve::{Mend, Part, Point, Weakness};
use crate::domain::noun::Noun;
use crate::lang::{Lang, cockpit, field, flag, hint as words, manage, noun};

/// What a hint says.
pub fn hint(lang: Lang, hint: &Hint) -> String {
    let facts: Vec<String> = hint.facts.iter().map(|fact| filled(lang, fact)).collect();
    words::clue(lang, hint.clue.code(), &facts)
}

/// All that is known already beside a question; nothing where no hint is about it.
pub fn hints(lang: Lang, all: &[Hint], question: u8) -> Option<String> {
    let own = all.iter().filter(|one| one.question == question);
    let said: Vec<String> = own.map(|one| hint(lang, one)).collect();
    (!said.is_empty()).then(|| said.join(words::next(lang)))
}

fn filled(lang: Lang, fact: &Fact) -> String {
    let join = |texts: Vec<String>| texts.join(words::between(lang));
    match fact {
        Fact::Number(number) => number.to_string(),
        Fact::Names(names) => join(names.clone()),
        Fact::People(people) => join(people.iter().map(|one| person(lang, one)).collect()),
        Fact::Factors(held) => join(held.iter().map(|one| words::held(lang, &one.factor, &one.by)).collect()),
        Fact::Pairs(pairs) => {
            join(pairs.iter().map(|(from, to)| words::PAIR.fill(lang, &[from, to])).collect())
        }
    }
}

fn person(lang: Lang, one: &Known) -> String {
    words::person(lang, &one.name, one.support.map(Choice::code), one.coverage.map(Choice::code))
}

/// What a weak point is.
pub fn weakness(lang: Lang, one: &Weakness) -> String {
    let join = |names: &[String]| names.join(words::between(lang));
    match &one.point {
        Point::Flag(raised) => {
            let facts: Vec<Vec<String>> = raised.facts.iter().map(crate::domain::flag::Fact::items).collect();
            flag::sentence(lang, raised.alarm.code(), &facts)
        }
        Point::Answer(missing) => {
            manage::fault(lang, missing.question().unwrap_or(0), missing.code(), &missing.facts())
        }
        Point::Behind { factor, rivals } => manage::BEHIND.fill(lang, &[&join(rivals), factor]),
        Point::Unmet(names) => manage::UNMET.fill(lang, &[&join(names)]),
        Point::Unmarked(names) => manage::UNMARKED.fill(lang, &[&join(names)]),
        Point::Field(key) => manage::EMPTY.fill(lang, &[&label(lang, key)]),
    }
}

/// Where a weak point is mended.
pub fn mend(lang: Lang, mend: Mend) -> String {
    match mend {
        Mend::Question(number) => manage::QUESTION.fill(lang, &[&number]),
        Mend::Part(Part::Compete) => cockpit::COMPETE.text(lang).to_owned(),
        Mend::Part(Part::Decide) => cockpit::DECIDE.text(lang).to_owned(),
        Mend::Field(key) => label(lang, key).to_owned(),
        Mend::Visit => noun::name(lang, Noun::Visit.code()).to_owned(),
    }
}

fn label(lang: Lang, key: &'static str) -> &'static str {
    field::label(lang, Noun::Opp.code(), key)
}
