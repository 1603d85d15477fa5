//! Today, the week, the weekly sweep and the funnel review.

use super::{Lang, Word, words};

words! {
    K_DONE = "done" | "完成";
    K_SWEEP = "weekly sweep" | "每周更新";
    K_TOMORROW = "tomorrow" | "推到明天";
    K_SOON = "Monday" | "推到周一";
    K_DROP = "drop" | "放弃";
    K_HAND = "hand over" | "移交";
    K_KEEP = "keep" | "保留";
    K_STAMP = "finish week" | "完成更新";

    FRESH = "{0} {1}" | "{0} {1}";
    OVERDUE_WEEK = "{0} !" | "{0} !";
    NEVER = "{0} !never" | "{0} !未更新";
    STALE = "{0} !{1}d" | "{0} !{1}天";

    DEBRIEF = "To debrief" | "待记结果";
    VISITS = "Visits today and tomorrow" | "今明两天拜访";
    OVERDUE = "Overdue" | "已逾期";
    DUE = "Due today" | "今日到期";
    CADENCE = "Overdue for contact" | "联系逾期";
    TROUBLE = "Flagged deals" | "预警商机";
    COUNT = "{0} ({1})" | "{0}（{1}）";
    MORE = "{0} ({1}+)" | "{0}（{1}+）";
    SOME = "{0} ({1} of {2})" | "{0}（{1}/{2}）";
    CLEAR = "Nothing is due today." | "今天没有到期的事项。";
    CLEAR_HINT = "Press n for a new to-do, 2 for the funnel, W for the weekly sweep." | "n 新建待办 · 2 查看漏斗 · W 每周更新";
    EMPTY_SHELL = "Nothing is due today. Add a to-do: qd todo add title=… due=…" | "今天没有到期的事项：用 qd todo add title=… due=… 新建待办";
    WS = "{0}/5" | "{0}/5";
    MISSING = "still missing: {0}" | "还缺：{0}";
    CARRIED = "carried over: {0}" | "已顺延{0}次";
    MEND = "{0}: {1}" | "{0}：{1}";

    WEEK = "Week {0} · {1} to {2}" | "{0} · {1} 至 {2}";
    WHOSE = "{0} · {1}: {2}" | "{0} · {1}：{2}";
    BAD_WEEK = "“{0}” is not a week" | "“{0}”不是一周";
    BAD_WEEK_HINT = "use last, a week like 2026-W48, or a day in it" | "上周、2026-W48 这样的周，或其中一天";
    WEEK_VISITS = "Visits" | "拜访";
    WEEK_DONE = "Done" | "已完成";
    WEEK_OPEN = "Open" | "未完成";
    WEEK_MOVES = "Deals that moved" | "商机变动";
    WEEK_NONE = "none" | "无";
    STEP = "{0} → {1}" | "{0} → {1}";

    SWEEP = "Weekly sweep" | "每周更新";
    SWEEP_HEAD = "{0} {1} · {2}" | "{0} {1} · {2}";
    LEFT = "{0} of {1} left" | "还剩 {0}/{1}";
    SWEPT = "All to-dos reviewed. Press Enter to finish the week." | "全部看过了。按 Enter 完成本周更新。";
    NOT_YET = "to-dos left to review: {0}" | "还有{0}条待办没看";
    NO_OPEN = "No open to-dos. Press Enter to finish the week." | "没有未完成的待办。按 Enter 完成本周更新。";
    NO_DAY = "no date" | "无日期";
    TO_WHOM = "Hand over to" | "移交给谁？";
    NOBODY = "no reps to hand over to: add one with rep add name=…" | "没有可移交的同事：用 rep add name=… 新增";
    BY_MONTH = "Forecast by month" | "按月预测";
    BY_CATEGORY = "Forecast by category" | "按类别预测";
    WON = "Won by quarter" | "季度赢单";
    LOST = "Lost by quarter" | "季度输单";
    NO_GROUP = "not set" | "未填";
    PAST_DUE = "! past close" | "! 签单日已过";
    EXPECTED = "computed {0} · yours {1}" | "测算 {0} · 自评 {1}";
    OF_DEALS = "deals: {0} · {1}" | "{0}个 · {1}";
    DEALS = "deals: {0}" | "{0}个";
    NO_DEALS = "No deals yet: press 2, then n to add one; its forecast shows here." | "还没有商机：按 2 到漏斗，再按 n 新建；预测会显示在这里。";
    STAMPED = "Week finished: {0}" | "本周已更新：{0}";
}

/// A part with how many of how many it shows.
pub fn counted(lang: Lang, head: Word, shown: usize, all: usize) -> String {
    if shown < all {
        SOME.fill(lang, &[&head.text(lang), &shown, &all])
    } else {
        COUNT.fill(lang, &[&head.text(lang), &shown])
    }
}
