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
        "rep" = "colleague" | "销售";
        "influence" = "influence line" | "影响关系";
        "decision" = "decision step" | "决策步骤";
        "factor" = "decision factor" | "决策因素";
        "fit" = "fit" | "匹配度";
        "competitor" = "competitor" | "竞争对手";
        "rival" = "rival" | "项目对手";
        "cost" = "cost" | "销售投入";
        "visit" = "visit" | "拜访";
        "todo" = "to-do" | "待办";
        "review" = "review" | "回顾";
    }
}

/// The name of a noun; its code where the table has none.
pub fn name(lang: Lang, code: &'static str) -> &'static str {
    word(code).map_or(code, |word| word.text(lang))
}

/// The name of a noun in both languages.
pub fn word(code: &str) -> Option<Word> {
    NOUNS.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}
