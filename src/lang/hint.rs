//! The words of hints: what is known already beside a question.

use super::choice::label;
use super::{Lang, Word, table, words};

words! {
    TITLE = "Already known for question {0}" | "第{0}题的已知情况";
    KNOWN = "Already known" | "已知情况";
    PERSON = "{0} ({1})" | "{0}（{1}）";
    PAIR = "{0} vs. {1}" | "{0}与{1}";
    UNMARKED = "no marks" | "未标";
}

table! {
    /// What a hint says, by code; its facts are filled in.
    CLUES {
        "factors" = "criteria: {0}, formal: {1}, mandatory: {2}" | "已列决策因素{0}项：正式{1}项，必须满足{2}项";
        "unset" = "not known who set: {0}" | "制定者不明：{0}";
        "held" = "kept unknown by open requests: {0}" | "资源请求未落实，本题按未知计：{0}";
        "mentors" = "mentors: {0}" | "导师：{0}";
        "supporters" = "supporters: {0}" | "支持者：{0}";
        "key-allies" = "key players among them: {0}" | "其中关键人：{0}";
        "no-key-ally" = "none of them is a key player" | "其中没有关键人";
        "no-allies" = "people: {0}, none marked as for us" | "{0}人中尚无导师或支持者";
        "approvers" = "approver: {0}" | "最后批准：{0}";
        "deciders" = "decider: {0}" | "决策制定：{0}";
        "no-deciders" = "people: {0}, no approver or decider marked" | "{0}人中尚未标出批准人或决策人";
        "set-by-rival" = "set by a rival: {0}" | "对手制定：{0}";
        "incumbent" = "incumbent: {0}" | "现有供应商：{0}";
        "set-by-us" = "set by us: {0}" | "我方制定：{0}";
        "informal" = "informal: {0}" | "非正式：{0}";
        "personal" = "personal: {0}" | "个人因素：{0}";
        "placed" = "political circle known: {0} of {1} people" | "已标政治关联：{0}/{1}人";
        "inner-circle" = "inner circle: {0}" | "核心圈：{0}";
        "lines" = "influence lines: {0}" | "影响关系：{0}条";
        "conflicts" = "conflicts: {0}" | "冲突：{0}";
    }
}

/// What stands between the things that fill one place.
pub fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

/// What stands between the hints of one question.
pub fn next(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " · ",
        Lang::Zh => "；",
    }
}

/// A hint with its facts, each as text; empty for an unknown code.
pub fn clue(lang: Lang, code: &str, facts: &[String]) -> String {
    let parts: Vec<&dyn std::fmt::Display> = facts.iter().map(|text| text as _).collect();
    let word = CLUES.iter().find(|(key, _)| *key == code).map(|(_, word)| *word);
    word.map_or_else(String::new, |word: Word| word.fill(lang, &parts))
}

/// A person with support and coverage, by their codes.
pub fn person(
    lang: Lang,
    name: &str,
    support: Option<&'static str>,
    coverage: Option<&'static str>,
) -> String {
    let marks = [("support", support), ("coverage", coverage)];
    let marks = marks.into_iter().filter_map(|(list, code)| code.map(|code| label(lang, list, code)));
    let marks: Vec<&str> = marks.collect();
    let shown = if marks.is_empty() { UNMARKED.text(lang).to_owned() } else { marks.join(between(lang)) };
    PERSON.fill(lang, &[&name, &shown])
}

/// A factor with who holds it.
pub fn held(lang: Lang, factor: &str, by: &[String]) -> String {
    if by.is_empty() {
        return factor.to_owned();
    }
    PERSON.fill(lang, &[&factor, &by.join(between(lang))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::hint::Clue;

    #[test]
    fn every_clue_has_its_words_and_no_word_is_left_over() {
        let said: Vec<&str> = CLUES.iter().map(|(code, _)| *code).collect();
        assert_eq!(said, Clue::CODES);
    }

    #[test]
    fn a_hint_is_worded_as_its_language_does() {
        let lin = |lang| person(lang, "林", Some("neutral"), Some("brief"));
        assert_eq!(clue(Lang::Zh, "approvers", &[lin(Lang::Zh)]), "最后批准：林（中立、简短）");
        assert_eq!(clue(Lang::En, "approvers", &[lin(Lang::En)]), "approver: 林 (Neutral, Brief)");
        assert_eq!(person(Lang::En, "Mo", None, None), "Mo (no marks)");
    }
}
