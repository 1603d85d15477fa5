//! Today, the week, the weekly sweep and the funnel review.

use super::{Lang, Word, words};

words! {
    K_DONE = "done" | "完成";
    K_SWEEP = "sweep the week" | "每周清理";
    K_TOMORROW = "to tomorrow" | "推到明天";
    K_SOON = "to Monday" | "推到周一";
    K_DROP = "drop" | "放弃";
    K_HAND = "hand over" | "移交";
    K_KEEP = "keep" | "保留";
    K_STAMP = "stamp the week" | "盖章";

    FRESH = "{0} {1}" | "{0} {1}";
    OVERDUE_WEEK = "{0} !" | "{0} !";
    NEVER = "{0} !never" | "{0} !未清理";
    STALE = "{0} !{1}d" | "{0} !{1}天";

    DEBRIEF = "To debrief" | "待复盘";
    VISITS = "Visits today and tomorrow" | "今明拜访";
    OVERDUE = "Overdue" | "已逾期";
    DUE = "Due today" | "今日到期";
    CADENCE = "Past their rhythm of contacts" | "联系逾期";
    TROUBLE = "Deals in trouble" | "预警商机";
    COUNT = "{0} ({1})" | "{0}（{1}）";
    MORE = "{0} ({1}+)" | "{0}（{1}+）";
    SOME = "{0} ({1} of {2})" | "{0}（{2} 之 {1}）";
    CLEAR = "Nothing is due today." | "今天没有到期的事项。";
    CLEAR_HINT = "n makes a to-do · 2 shows the funnel · W sweeps the week" | "n 新建待办 · 2 查看漏斗 · W 每周清理";
    EMPTY_SHELL = "Nothing is due today: qd todo add title=… due=… makes a to-do" | "今天没有到期的事项：用 qd todo add title=… due=… 新建待办";
    WS = "{0}/5" | "{0}/5";
    MISSING = "still missing: {0}" | "尚缺：{0}";
    CARRIED = "carried over {0} {0?time|times}" | "已顺延{0}次";
    MEND = "{0}: {1}" | "{0}：{1}";

    WEEK = "Week {0} · {1} to {2}" | "{0} 周 · {1} 至 {2}";
    WHOSE = "{0} · {1}: {2}" | "{0} · {1}：{2}";
    BAD_WEEK = "“{0}” is no week" | "“{0}”不是一周";
    BAD_WEEK_HINT = "last, a week such as 2026-W48, or a day in it" | "上周、2026-W48 这样的周，或其中一天";
    WEEK_VISITS = "Visits" | "拜访";
    WEEK_DONE = "Done" | "已完成";
    WEEK_OPEN = "Open" | "未完成";
    WEEK_MOVES = "Deals that moved" | "商机变动";
    WEEK_NONE = "nothing" | "无";
    STEP = "{0} → {1}" | "{0} → {1}";

    SWEEP = "Weekly sweep" | "每周清理";
    SWEEP_HEAD = "{0} {1} · {2}" | "{0} {1} · {2}";
    LEFT = "{0} of {1} left" | "剩 {0}/{1}";
    SWEPT = "Every to-do was seen. Enter stamps the week." | "全部过目。按 Enter 盖章。";
    NOT_YET = "{0} {0?to-do is|to-dos are} still to be seen" | "还有{0}条待办未过目";
    NO_OPEN = "No to-do is open. Enter stamps the week." | "没有未完成的待办。按 Enter 盖章。";
    NO_DAY = "no day" | "无日期";
    TO_WHOM = "To whom?" | "移交给谁？";
    NOBODY = "nobody to hand over to: rep add name=… makes a colleague" | "没有可移交的同事：用 rep add name=… 新增";
    BY_MONTH = "Forecast by month" | "按月预测";
    BY_CATEGORY = "Forecast by category" | "按预测类别";
    WON = "Won by quarter" | "季度赢单";
    LOST = "Lost by quarter" | "季度输单";
    NO_GROUP = "not set" | "未填";
    PAST_DUE = "! close passed" | "! 成交日已过";
    EXPECTED = "computed {0} · yours {1}" | "测算 {0} · 自评 {1}";
    OF_DEALS = "deals: {0} · {1}" | "{0} 个 · {1}";
    DEALS = "deals: {0}" | "{0} 个";
    NO_DEALS = "No deal is in the book yet: press 2, then n; its forecast shows here." | "账本里还没有商机：先按 2，再按 n 新建，预测会显示在这里。";
    STAMPED = "The week is stamped: {0}" | "本周已盖章：{0}";
}

/// A part with how many of how many it shows.
pub fn counted(lang: Lang, head: Word, shown: usize, all: usize) -> String {
    if shown < all {
        SOME.fill(lang, &[&head.text(lang), &shown, &all])
    } else {
        COUNT.fill(lang, &[&head.text(lang), &shown])
    }
}
