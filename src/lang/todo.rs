//! The words of to-dos: what was done with one, the groups of the list, its keys.

use super::{Lang, Word, table, words};

words! {
    WANTED_RECUR = "use a pattern like every 2 weeks on mon,thu; every month on 15; every month on 2nd tue; after 3 days" | "重复方式，如 每两周周五、每月15日、每月第二个周二、完成后3天";
    WAITS_ON_NOBODY = "No longer waiting: {0}" | "已不再等待：{0}";
    NEXT_ONE = "{0} · next: {1}" | "{0} · 下一条 {1}";

    K_DONE = "done" | "完成";
    K_DEFER = "defer" | "推迟";
    K_DROP = "drop" | "放弃";
    K_WAIT = "waiting on" | "等待";
    K_GIVE = "hand over" | "移交";
    K_REOPEN = "reopen" | "重新打开";
    K_VIEW = "recently done" | "最近完成";

    BY_DUE = "due date" | "到期日";
    BY_PRIORITY = "priority" | "优先级";
    BY_ACCOUNT = "account" | "客户";
    BY_AGE = "oldest first" | "按新建先后";
    ACTIONS = "Open to-dos" | "待办";
    K_ACTION = "to-do" | "新建待办";
    GROUP = "{0} {1}" | "{0} {1}";
    WHAT = "To-do" | "待办";
    AGAIN = "Repeats" | "重复";
    ASK = "{0}: {1}" | "{0}：{1}";
    FILTER_HINT = "any word · owner=… account=… priority=high tags~… due<+1w kind=ask done" | "任意词 · 负责人=… 客户=… 优先级=高 标签~… 到期<+1w 完成";
    DUE = "Due" | "到期";
    ABOUT = "About" | "相关";
    WAITS = "Waiting on" | "等待";
    CLOSED = "Closed" | "结束";
    WHEN = "When" | "分组";
    WAIT_UNTIL = "from {0}" | "{0} 起";
    NONE = "No to-dos. Press n to add one, a for quick add." | "没有待办：按 n 新建，按 a 快速记录";
    NONE_FOUND = "No to-dos match the filter. Press f to change it." | "没有符合条件的待办：按 f 改条件，按 n 新建";
    NONE_DONE = "Nothing done in the last 30 days. Press b to go back to open to-dos." | "最近30天没有完成的待办：按 b 返回";
    NO_OPEN = "No open to-dos. Add one: qd todo add title=… · list all: qd todo list all" | "没有未完成的待办；qd todo add title=… 新建，todo list all 查看全部";

    DEFER_TITLE = "Defer to" | "推迟到";
    TOMORROW = "Tomorrow" | "明天";
    MONDAY = "Monday" | "下周一";
    THREE_DAYS = "In three days" | "三天后";
    A_WEEK = "In a week" | "一周后";
    A_MONTH = "In a month" | "一个月后";
    DAY = "Day:" | "日期：";
    DAY_KEYS = "key or Enter choose · or type a day: fri, 15 Dec, +10d · Esc cancel" | "按键或 Enter 选择 · 也可直接输入日期：下周五、12月15日、10天后 · Esc 不改";
    NO_DAY = "“{0}” is not a date: fri, next monday, 15 Dec, 2026-12-15, +10d" | "“{0}”不是日期，可输入：周五、下周一、12月15日、2026-12-15、10天后";
    EARLIER = "not deferred: to-do {0} is due {2}, later than {3}: {1}" | "未推迟：待办 {0} 的到期日是{2}，晚于{3}：{1}";
    EARLIER_HINT = "todo set {0} due={1} brings it forward" | "如需提前：todo set {0} due={1}";
    IS_PAST = "not deferred: {2} has passed (to-do {0}: {1})" | "未推迟：{2}已过去（待办 {0}：{1}）";
    ANOTHER_DAY = "Another day" | "其他日期";
}

table! {
    /// What was done with a to-do, by the verb: its title, and the day or the name.
    TOLD {
        "done" = "Done: {0}" | "已完成：{0}";
        "drop" = "Dropped: {0}" | "已放弃：{0}";
        "reopen" = "Reopened: {0}" | "已重新打开：{0}";
        "defer" = "Deferred to {1}: {0}" | "已推迟到 {1}：{0}";
        "give" = "Handed over to {1}: {0}" | "已移交给{1}：{0}";
        "wait" = "Waiting on {1}: {0}" | "等待{1}：{0}";
    }
}

table! {
    /// The groups of the list, by code.
    GROUPS {
        "overdue" = "Overdue" | "逾期";
        "today" = "Today" | "今天";
        "week" = "This week" | "本周";
        "later" = "Later" | "以后";
        "dateless" = "No date" | "无日期";
        "waiting" = "Waiting" | "等待中";
        "done" = "Recently done" | "最近完成";
    }
}

/// What was done with a to-do: its title, and the day or the name that belongs to it.
pub fn told(lang: Lang, code: &str, title: &str, fact: Option<&str>) -> String {
    let word = find(TOLD, code).map(|word| word.fill(lang, &[&title, &fact.unwrap_or_default()]));
    let text = word.unwrap_or_default();
    match (code, fact) {
        ("wait", None) => WAITS_ON_NOBODY.fill(lang, &[&title]),
        ("done", Some(day)) => NEXT_ONE.fill(lang, &[&text, &day]),
        _ => text,
    }
}

/// The name of a group, by code.
pub fn group(lang: Lang, code: &str) -> &'static str {
    find(GROUPS, code).map(|word| word.text(lang)).unwrap_or_default()
}

fn find(table: &[(&str, Word)], code: &str) -> Option<Word> {
    table.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}
