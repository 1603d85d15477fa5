//! What each verb of the grammar did, where a step is named that was taken back or done again.

use super::{Lang, table};

table! {
    /// The verbs by their words.
    VERBS {
        "add" = "added" | "新建";
        "set" = "changed" | "修改";
        "remove" = "removed" | "删除";
        "restore" = "restored" | "恢复";
        "advance" = "advanced" | "推进";
        "retreat" = "moved back" | "退回";
        "win" = "won" | "赢单";
        "lose" = "lost" | "输单";
        "suspend" = "suspended" | "搁置";
        "drop" = "dropped" | "放弃";
        "reopen" = "reopened" | "重新打开";
        "answer" = "answered" | "作答";
        "mark" = "marks changed" | "联系人标记";
        "line" = "influence line changed" | "影响关系";
        "fit" = "fit changed" | "匹配度";
        "rival" = "rival changed" | "对手";
        "rank" = "reordered" | "调整次序";
        "prepare" = "prepared" | "准备";
        "ready" = "marked ready" | "就绪";
        "debrief" = "debriefed" | "记结果";
        "once" = "one date changed" | "单次修改";
        "tick" = "step ticked" | "勾选步骤";
        "template" = "template applied" | "套用模板";
        "cancel" = "cancelled" | "取消";
        "done" = "done" | "完成";
        "defer" = "deferred" | "推迟";
        "give" = "handed over" | "移交";
        "wait" = "set to waiting" | "等待";
    }
}

/// What a verb did; nothing for a word that is no verb.
pub fn did(lang: Lang, verb: &str) -> Option<&'static str> {
    VERBS.iter().find(|(code, _)| *code == verb).map(|(_, word)| word.text(lang))
}
