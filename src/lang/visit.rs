//! Visits: preparing one, telling what came of it, and what is doubtful about a purpose.

use super::{Lang, Word, field, table, words};

words! {
    PREPARED = "Visit {0} prepared: {1}/5, agenda lines: {2}" | "拜访 {0} 已准备：{1}/5，议程{2}条";
    DEBRIEFED = "Visit {0}: {1}. Other records updated: {2}" | "拜访 {0}：{1}；同时更新{2}条记录";
    NOT_READY = "visit {0} is not ready, missing: {1}" | "拜访 {0} 尚未就绪，缺：{1}";
    NOT_READY_HINT = "qd visit set {0} {1}" | "qd visit set {0} {1}";
    STRANGER = "{0} is not at {1}: a visit is with people of its account" | "{0}不是{1}的联系人：拜访对象须是该客户的人";
    STRANGER_HINT = "choose the right account, or a person there; who=+NAME adds a new one" | "请改客户或拜访对象；who=+姓名 可新建联系人";
    OVER = "visit {0} is already over: {1}" | "拜访 {0} 已结束：{1}";
    OVER_HINT = "change what was recorded with qd visit set {0} field=value" | "用 qd visit set {0} 字段=值 修改记录";
    NO_MARKS = "“{0}” is not a person's marks" | "“{0}”不是联系人标记";
    NO_MARKS_HINT = "write PERSON:support=+;coverage=*, or all four marks as PERSON:+?+=" | "请写成 联系人:support=+;coverage=※，或四格连写 联系人:+?+=";
    NO_DEAL = "visit {0} has no deal, so answers and marks cannot be saved" | "拜访 {0} 没有关联商机，无处记录答案和标记";
    NO_DEAL_HINT = "link one: qd visit set {0} opportunity=…" | "qd visit set {0} opportunity=…";

    K_VISIT = "new visit" | "新建拜访";
    K_PREPARE = "prepare visit" | "准备拜访";
    K_DEBRIEF = "debrief visit" | "记结果";
    PREPARE_OF = "Prepare: {0}" | "准备拜访：{0}";
    DEBRIEF_OF = "Debrief: {0}" | "拜访结果：{0}";
    DOING = "what the customer will do at the end, by when" | "拜访结束时客户方由谁、何时、做什么";
    ANSWERS = "Answers" | "答案";
    ASKED = "{0}. {1}" | "{0}. {1}";
    NOW = "{0}: {1}" | "{0}：{1}";
    NOT_YET_MARKED = "not set" | "未填";
    CLEARED = "? clear" | "? 清除";
    FORM_KEYS = "Tab next · Enter save (Ctrl-s in notes) · Ctrl-y save and copy · Esc cancel" | "Tab 下一项 · Enter 保存（备注内用 Ctrl-s）· Ctrl-y 保存并复制报告 · Esc 取消";
    NEXT_VISIT = "Next visit" | "下次拜访";
    STILL_AHEAD = "The visit is still ahead: {0}" | "拜访尚未进行：{0}";
    AS_RESULT = "as the result says; Shift-Tab leads here to change it" | "按结果填写；按 Shift-Tab 可回到此处修改";
    NEXT_VISIT_HINT = "day and time: next thu 10:00" | "日期和时间：下周四10点";
    MOVED = "Deal moved" | "商机推进";
    STAYS = "No, stays at {0}" | "否，仍在{0}";
    MOVES = "Yes, advance to {0}" | "是，推进到{0}";
    GATE_NOW = "gate {0} so far: {1}" | "闸口{0}目前{1}";
    NONE_PAST = "no visit to debrief: press V to add one" | "没有待记结果的拜访（V 新建拜访）";
    NONE_AHEAD = "no upcoming visit: press V to add one" | "没有待准备的拜访（V 新建拜访）";
    NONE_CHOSEN = "no visit under the cursor: press V to add one" | "光标处没有拜访（V 新建拜访）";
    IS_OVER = "this visit is already over" | "这次拜访已结束";
    VISITS = "Visits" | "拜访";
    NEXT_OF = "next {0}, {1}/5" | "下次 {0}，{1}/5";
    TO_TELL = "to debrief: {0} (press o)" | "{0}次待记结果（按 o）";

    ASK_UNKNOWN = "Q{0} {1}" | "第{0}题 {1}";
    ASK_GUESSED = "Q{0} {1} (only a guess)" | "第{0}题 {1}（目前仅凭推测）";
    ASK_DECAYED = "Q{0} {1} (verify again)" | "第{0}题 {1}（需重新核实）";
    MEET = "Meet: {0}" | "约见：{0}";

    REPORT = "Visit report" | "拜访报告";
    PLAN = "Preparation" | "拜访准备";
    OUTCOME = "Outcome" | "拜访结果";
    READY_OF = "{0}/5" | "{0}/5";
    DOUBTS = "Purpose check" | "目的存疑";
    PAIR = "{0}: {1}" | "{0}：{1}";
    NO_OUTCOME = "Not debriefed yet." | "尚未记录结果。";
    NO_RECORD = "report visit needs a visit's number" | "report visit 需要指定拜访";
    NO_RECORD_HINT = "qd report visit RECORD" | "qd report visit 拜访";
}

table! {
    /// What is doubtful about a purpose, by code.
    DOUBT_WORDS {
        "missing" = "say what the customer will do at the end" | "没写拜访结束时客户会做什么";
        "ours" = "it starts with what we do; say what the customer will do" | "写的是我方活动，应写客户的行动";
        "no-actor" = "who at the customer does it?" | "没写客户方由谁来做";
        "no-commitment" = "what do they commit to (approve, confirm, provide, sign …)?" | "没写客户承诺什么（批准、确认、安排、提供、签……）";
        "no-measure" = "add a measure or a date" | "缺衡量标准或日期";
    }
}

/// What is doubtful, by code, in one line.
pub fn doubts(lang: Lang, codes: &[&str]) -> String {
    let said = codes.iter().filter_map(|code| DOUBT_WORDS.iter().find(|(own, _)| own == code));
    let said: Vec<&str> = said.map(|(_, word)| word.text(lang)).collect();
    said.join(between(lang))
}

/// That a visit is not ready, and the way out.
pub fn not_ready(lang: Lang, no: i64, missing: &[&'static str]) -> (String, Option<String>) {
    let labels: Vec<&str> = missing.iter().map(|key| field::label(lang, "visit", key)).collect();
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let words: Vec<String> = missing.iter().map(|key| format!("{key}=…")).collect();
    (
        NOT_READY.fill(lang, &[&no, &labels.join(comma)]),
        Some(NOT_READY_HINT.fill(lang, &[&no, &words.join(" ")])),
    )
}

/// A question on an agenda, by why it is asked.
pub fn ask(lang: Lang, number: u8, lack: &str) -> String {
    let word: Word = match lack {
        "guessed" => ASK_GUESSED,
        "decayed" => ASK_DECAYED,
        _ => ASK_UNKNOWN,
    };
    let title = super::question::asked(number).map_or("", |asked| asked.title.text(lang));
    word.fill(lang, &[&number, &title])
}

fn between(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "；" } else { "; " }
}
