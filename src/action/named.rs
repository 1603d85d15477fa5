//! Steps by the line of grammar that made them, in words: what undo says that it took back.

use crate::domain::noun::Noun;
use crate::lang::{Lang, noun, verb};

/// A step in words, such as `visit 3 · debriefed`; a line of another form as it stands.
pub fn named(lang: Lang, line: &str) -> String {
    short(lang, line).unwrap_or_else(|| line.to_owned())
}

fn short(lang: Lang, line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let noun = Noun::from_code(words.next()?)?;
    let did = verb::did(lang, words.next()?)?;
    let number = words.next().filter(|word| word.bytes().all(|sign| sign.is_ascii_digit()));
    let number = number.map(|number| format!(" {number}")).unwrap_or_default();
    Some(format!("{}{number} · {did}", noun::name(lang, noun.code())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_named_in_the_readers_language() {
        for (line, en, zh) in [
            ("visit debrief 3 result=achieved", "visit 3 · debriefed", "拜访 3 · 记结果"),
            ("opp answer 12 4 + grade=told", "deal 12 · answered", "商机 12 · 作答"),
            ("todo add title=报价", "to-do · added", "待办 · 新建"),
            ("import a.csv", "import a.csv", "import a.csv"),
            ("opp", "opp", "opp"),
        ] {
            assert_eq!((named(Lang::En, line).as_str(), named(Lang::Zh, line).as_str()), (en, zh));
        }
    }
}
