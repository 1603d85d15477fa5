//! The words of filters: what only they know by name, and why one is not understood.

use super::{Lang, Word, field, same, table, words};

words! {
    NO_TERM = "{0} lists cannot be filtered by “{1}”" | "{0}列表不能按“{1}”筛选";
    NO_TERM_HINT = "fields: {0}; a plain word searches the texts" | "可用字段：{0}；单独的词在文字中查找";
    NO_COMPARE = "{0} can't be compared with {1}" | "{0}不能用 {1} 比较";
    NO_COMPARE_HINT = "use {0} and a value" | "可用 {0}，后接值";
    NO_VALUE = "no {0} has {1} “{2}”" | "没有{1}为“{2}”的{0}";
    NO_VALUE_HINT = "values: {0}" | "现有：{0}";
    NO_VALUE_AT_ALL = "none is filled in yet" | "此字段都还没有填写";
    SEVERAL = "{0} “{1}” may mean several" | "{0}“{1}”可能指多个";
    SEVERAL_HINT = "say which: {0}; or {1}~{2} for all of them" | "请指明：{0}；要全部则写 {1}~{2}";
    NO_FLAG = "unknown flag “{0}”" | "没有预警“{0}”";
    NO_FLAG_HINT = "flags: {0}" | "预警有：{0}";
    WANTED_PART = "part of a date, like 2026-11" | "日期的一部分，如 2026-11";
}

table! {
    /// What a filter knows beside the fields, by key.
    DERIVED {
        "no" = "No." | "编号";
        "text" = "Text" | "文字";
        "sort" = "Order" | "排序";
        "flags" = "Flags" | "预警";
        "p_calc" = "P%" | "胜算";
        "qualified" = "Qualified" | "已评估";
        "tier" = "Tier" | "等级";
        "open_deals" = "Open deals" | "在跟商机";
    }
}

/// What a filter calls a field.
pub fn label(lang: Lang, noun: &str, key: &'static str) -> &'static str {
    field::word(noun, key).or_else(|| derived(key)).map_or(key, |word| word.text(lang))
}

/// Whether a derived key is meant: typed as it is, or as its label in either language.
pub fn is_derived(key: &str, typed: &str) -> bool {
    let typed = same(typed);
    same(key) == typed || derived(key).is_some_and(|word| same(word.en) == typed || same(word.zh) == typed)
}

fn derived(key: &str) -> Option<Word> {
    DERIVED.iter().find(|(own, _)| *own == key).map(|(_, word)| *word)
}
