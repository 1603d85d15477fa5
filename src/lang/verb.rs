//! What each verb of the grammar did, where a step is named that was taken back or done again.

use super::{Lang, table};

table! {
    /// The verbs by their words.
    VERBS {
        "add" = "new" | "新建";
        "set" = "changed" | "修改";
        "remove" = "removed" | "删除";
        "restore" = "brought back" | "恢复";
        "advance" = "on through its gate" | "过闸";
        "retreat" = "a stage back" | "退回";
        "win" = "won" | "赢单";
        "lose" = "lost" | "输单";
        "suspend" = "suspended" | "搁置";
        "drop" = "dropped" | "放弃";
        "reopen" = "reopened" | "重新打开";
        "answer" = "answered" | "作答";
        "mark" = "marks of a person" | "人物标记";
        "line" = "line of influence" | "影响关系";
        "fit" = "fit" | "匹配度";
        "rival" = "rival" | "对手";
        "rank" = "moved" | "调整次序";
        "prepare" = "prepared" | "准备";
        "ready" = "ready" | "就绪";
        "debrief" = "debriefed" | "记结果";
        "once" = "one date changed" | "单次修改";
        "tick" = "step ticked" | "勾选步骤";
        "template" = "steps of a template" | "套用模板";
        "cancel" = "called off" | "取消";
        "done" = "done" | "完成";
        "defer" = "deferred" | "推迟";
        "give" = "handed over" | "移交";
        "wait" = "waiting" | "等待";
    }
}

/// What a verb did; nothing for a word that is no verb.
pub fn did(lang: Lang, verb: &str) -> Option<&'static str> {
    VERBS.iter().find(|(code, _)| *code == verb).map(|(_, word)| word.text(lang))
}
