//! What each kind of record is called.

use super::{Lang, Word, table};

table! {
    /// The name of each noun, by its code.
    NOUNS {
        "account" = "account" | "客户";
        "person" = "person" | "联系人";
        "opp" = "deal" | "商机";
        "answer" = "answer" | "答案";
        "step" = "stage move" | "阶段变动";
        "role" = "role" | "决策角色";
        "rep" = "rep" | "销售同事";
        "influence" = "influence line" | "影响关系";
        "decision" = "decision step" | "决策步骤";
        "factor" = "decision criterion" | "决策因素";
        "fit" = "fit" | "匹配度";
        "competitor" = "competitor" | "竞争对手";
        "rival" = "rival" | "项目对手";
        "cost" = "cost" | "销售投入";
        "visit" = "visit" | "拜访";
        "todo" = "to-do" | "待办";
        "review" = "review" | "回顾";
    }
}

table! {
    /// Several records of each noun, by its code.
    COUNTS {
        "account" = "{0} accounts" | "{0}家客户";
        "person" = "{0} people" | "{0}位联系人";
        "opp" = "{0} deals" | "{0}个商机";
        "answer" = "{0} answers" | "{0}个答案";
        "step" = "{0} stage moves" | "{0}次阶段变动";
        "role" = "{0} roles" | "{0}个决策角色";
        "rep" = "{0} reps" | "{0}位销售同事";
        "influence" = "{0} influence lines" | "{0}条影响关系";
        "decision" = "{0} decision steps" | "{0}个决策步骤";
        "factor" = "{0} decision criteria" | "{0}项决策因素";
        "fit" = "{0} fits" | "{0}个匹配度";
        "competitor" = "{0} competitors" | "{0}个竞争对手";
        "rival" = "{0} rivals" | "{0}个项目对手";
        "cost" = "{0} costs" | "{0}笔销售投入";
        "visit" = "{0} visits" | "{0}次拜访";
        "todo" = "{0} to-dos" | "{0}条待办";
        "review" = "{0} reviews" | "{0}次回顾";
    }
}

/// So many records of a noun: `1 deal`, `2 deals`.
pub fn count(lang: Lang, code: &'static str, count: usize) -> String {
    match COUNTS.iter().find(|(key, _)| *key == code) {
        Some((_, word)) if count != 1 || lang == Lang::Zh => word.fill(lang, &[&count]),
        _ => format!("{count} {}", name(lang, code)),
    }
}

/// The name of several records of a noun, as a heading: `Visits`.
pub fn several(lang: Lang, code: &'static str) -> String {
    if lang == Lang::Zh {
        return name(lang, code).to_owned();
    }
    let many = COUNTS.iter().find(|(key, _)| *key == code).map(|(_, word)| word.fill(lang, &[&""]));
    let mut letters = many.as_deref().unwrap_or(code).trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a noun; its code where the table has none.
pub fn name(lang: Lang, code: &'static str) -> &'static str {
    word(code).map_or(code, |word| word.text(lang))
}

/// The name of a noun in both languages.
pub fn word(code: &str) -> Option<Word> {
    NOUNS.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}
