//! The words of every closed list, by `list.code`.

use super::{Lang, Word, table};

table! {
    /// The label of each choice, by `list.code`.
    CHOICES {
        "stage.potential" = "Potential" | "潜在商机";
        "stage.qualified" = "Qualified" | "落实项目";
        "stage.mine" = "My project" | "我的项目";
        "stage.winnable" = "Winnable" | "项目胜算";
        "status.open" = "Open" | "在跟";
        "status.won" = "Won" | "赢";
        "status.lost" = "Lost" | "输";
        "status.suspended" = "Suspended" | "搁置";
        "status.dropped" = "Dropped" | "放弃";
    }
}

/// The label of a choice; the code itself where the table has none.
pub fn label(lang: Lang, list: &str, code: &'static str) -> &'static str {
    word(list, code).map_or(code, |word| word.text(lang))
}

/// The word of a choice in both languages.
pub fn word(list: &str, code: &str) -> Option<Word> {
    CHOICES.iter().find(|(key, _)| key.split_once('.') == Some((list, code))).map(|(_, word)| *word)
}
