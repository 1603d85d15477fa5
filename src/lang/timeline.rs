//! The timeline: what each kind of entry is called, and how it is told.

use super::{Lang, table, words};

words! {
    K_TIMELINE = "timeline" | "时间线";
    K_CHANGES = "every change" | "逐项变更";
    TIMELINE = "Timeline" | "时间线";
    COUNT = "{0} {0?entry|entries}" | "{0} 条";
    TODAY = "today, {0}" | "今天，{0}";
    NOTHING = "Nothing said or planned yet. Press V to plan a visit, a for quick add." | "还没有往来与计划：按 V 安排拜访，按 a 快速记录。";
    WITH = "{0} with {1}" | "{0}（{1}）";
    COLON = "{0}: {1}" | "{0}：{1}";
    NEXT_STEP = "next: {0}" | "下一步：{0}";
    NEXT_BY = "next: {0}, by {1}" | "下一步：{0}（{1} 前）";
    WAITS = "waits on {0}" | "等待{0}";
    IN_DAYS = "in {0}d" | "还有 {0} 天";
    TODAY_DUE = "today" | "今天";
    LATE = "{0}d overdue" | "逾期 {0} 天";
    OPEN = "open" | "未完成";
    UNTOLD = "no outcome yet" | "未记结果";
    READY = "{0}/5 ready" | "{0}/5 就绪";
    QUESTION = "Q{0} {1}" | "第{0}题 {1}";
    ABOUT_RIVAL = "{0} (of {1})" | "{0}（{1}）";
    SAID_BY = "told by {0}" | "{0}口述";
    OVERRIDDEN = "gate overridden" | "破例推进";
    BECAUSE = "because {0}" | "理由：{0}";
    HOURS = "{0} h" | "{0} 小时";
    EXPECTED = "expected to close" | "预计签单";
    FROM_TO = "{0}: {1} → {2}" | "{0}：{1} → {2}";
    NOTES_GONE = "notes shortened" | "备注有删减";
}

table! {
    /// The kinds of entry, by code.
    KINDS {
        "visit" = "visit" | "拜访";
        "call" = "call" | "电话";
        "todo" = "to-do" | "待办";
        "ask" = "ask" | "资源请求";
        "answer" = "answer" | "答案";
        "move" = "moved" | "阶段";
        "cost" = "cost" | "投入";
        "review" = "review" | "盘点";
        "decision" = "step" | "决策";
        "next" = "next" | "下一步";
        "close" = "close" | "签单";
        "note" = "note" | "备注";
        "odds" = "P%" | "自评";
        "change" = "changed" | "变更";
    }
}

/// A kind of entry in words.
pub fn kind(lang: Lang, code: &'static str) -> &'static str {
    KINDS.iter().find(|(own, _)| *own == code).map_or(code, |(_, word)| word.text(lang))
}

/// What stands between two parts of an entry.
pub fn between(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "；" } else { "; " }
}
