//! The funnel review and the key-account review.

use super::{Lang, table, words};

words! {
    K_FUNNEL = "funnel review" | "漏斗回顾";
    K_ACCOUNTS = "key-account review" | "大客户盘点";
    K_PROBLEM = "next problem" | "下一个";
    K_MEND = "fix" | "处理";
    K_STEP = "next step" | "下一步";
    K_STAMP = "finish" | "完成回顾";
    K_KEEP = "keep" | "保留";
    K_LOWER = "lower" | "降级";
    K_REMOVE = "remove" | "移出";

    FUNNEL_HEAD = "Funnel review {0} · since {1}, {2} · {3}" | "漏斗回顾 {0} · 自 {1} 起（{2}） · {3}";
    STAMPED_BEFORE = "{0}d ago" | "{0}天前回顾过";
    STAMPED_TODAY = "finished today" | "今天已回顾";
    NEVER_STAMPED = "first review" | "还没回顾过";
    UNREAD = "{0} more not read" | "另有{0}个未读";
    PROBLEMS = "{1} of {0} problems left" | "问题{0}个，还剩{1}个";
    NO_PROBLEMS = "no problems" | "没有问题";
    ONLY_FLAGGED = "none new, {0} flagged" | "无新问题，{0} 个有预警";
    CALM_ELSE = "No other deal changed since {0}, and no open deal has a flag. Press s to finish the review." | "自 {0} 起其他商机没有变化，在跟商机也没有预警。按 s 完成回顾。";
    GROUP = "{0} ({1})" | "{0}（{1}）";
    GROUP_CUT = "{0} ({1} of {2})" | "{0}（{1}/{2}）";
    FLAGGED = "Still flagged, unchanged" | "仍有预警，未变";
    CALM = "No changes since {0} and no open deal has a flag. Press s to finish the review." | "自 {0} 起没有变化，在跟商机也没有预警。按 s 完成回顾。";
    NO_STEP = "no next step" | "无下一步";
    STEP = "next: {0}" | "下一步：{0}";
    STEP_ON = "next: {0} by {1}" | "下一步：{0}（{1} 前）";
    CLOSES = "closes {0}" | "预计 {0} 签单";

    NEW = "new · {0}" | "新增 · {0}";
    MOVED = "{0} → {1}" | "{0} → {1}";
    REOPENED = "reopened" | "重新打开";
    SLIPPED = "pushed {0} → {1}" | "签单日 {0} → {1}";
    AMOUNT = "amount {0} → {1}" | "金额 {0} → {1}";
    NO_AMOUNT = "none" | "无";
    CHANCE = "P% {0} → {1}" | "胜算 {0} → {1}%";
    QUALIFIED = "qualified: probability now computed, {0}%" | "已评估：胜算改为测算，{0}%";
    ANSWERED = "Q{0} answered −" | "第{0}题首次回答：不利";
    CURRENCY = "currency {0} → {1}" | "币种 {0} → {1}";
    FAVOURABLE = "Q{0} turned +" | "第{0}题转为有利";
    CLEARED = "gone: {0}" | "已消除：{0}";
    FIELDS = "changed: {0}" | "已改：{0}";
    CAME_IN = "In" | "进入";
    WENT_OUT = "Out" | "离开";
    PUT_OFF = "Pushed" | "推迟";
    SIDE = "{0}: {1}" | "{0}：{1}";
    FLOW = "{0} {1} {2}" | "{0}{1}个 {2}";
    TURNED = "Q{0} turned −" | "第{0}题转为不利";
    RAISED = "! {0}" | "! {0}";
    SEPARATOR = " · " | " · ";

    SHELL_HEAD = "Funnel review · {0} to {1}" | "漏斗回顾 · {0} 至 {1}";
    SHELL_SINCE = "Since the last review, {0}." | "自上次回顾（{0}）以来。";
    SHELL_NEVER = "No review finished yet. Press F in the cockpit, or run qd review add ritual=funnel." | "还没有完成过漏斗回顾：在驾驶舱按 F 再按 s，或用 qd review add ritual=funnel。";
    SHELL_UNREAD = "{0} more {0?deal|deals} changed: too many to read." | "另有{0}个商机有改动，太多，没有逐个读取。";
    SHELL_NONE = "No changes, and no open deal has a flag." | "没有变化，在跟商机也没有预警。";
    SHELL_NONE_ELSE = "No other deal changed, and no open deal has a flag." | "其他商机没有变化，在跟商机也没有预警。";
    MORE = "{0} more" | "另有{0}个";
    BAD_SINCE = "{0} is not a past date" | "{0} 不是今天或之前的日期";
    BAD_SINCE_HINT = "give days or weeks like 7d or 2w, or a date" | "请写天数、周数或日期，例如 7d、2w、2026-11-01";
    NO_FLAGS_HERE = "--since and --md work with qd review only, not with its records" | "--since 和 --md 只用于漏斗回顾，不用于回顾记录";

    COL_DEAL = "Deal" | "商机";
    COL_ACCOUNT = "Account" | "客户";
    COL_CHANGE = "What changed" | "变化";
    COL_AMOUNT = "Amount" | "金额";
    COL_ODDS = "P%" | "胜算";

    FUNNEL_STAMPED = "Funnel review finished: {0}" | "漏斗回顾已完成：{0}";
    STAMPED = "Finished: {0} {1}" | "已完成：{0} {1}";
    JUDGED = "{0}: {1}" | "{0}：{1}";
    KEY_HEAD = "Key-account review {0} · {1}" | "大客户盘点 {0} · {1}";
    KEY_DUE = "{0} of {1} due" | "到期 {0}/{1}";
    KEY_CUT = "{0} · first {1} of {2}" | "{0} · 只列前{1}个，共{2}个";
    KEY_DONE = "none due" | "没有到期的";
    KEY_NONE = "No key accounts yet. Tier A and strategic accounts are listed here, and any with a date in Key account since." | "还没有大客户。等级为 A、关系为战略性或填了“大客户起始日”的客户会列在这里。";
    KEY_NONE_HINT = "Press 5 for the accounts, then e to edit one." | "按 5 看客户，再按 e 编辑";
    KEY_OVERDUE = "!{0}d" | "!{0}天";
    KEY_ON = "{0}" | "{0}";
    KEY_UNDATED = "no date" | "无日期";
    KEY_NEVER = "never reviewed" | "从未盘点";
    KEY_LAST = "{0} {1}" | "{0} {1}";
    VERDICT_OF = "{0}: {1}" | "{0}：{1}";
    FOR = "For" | "有利";
    AGAINST = "Against" | "不利";
    WHY = "Why" | "理由";
    LOG = "History" | "历次结论";
    NOTHING = "nothing" | "无";
    IDEA = "{0} · idea: {1}" | "{0} · 设想：{1}";

    OPEN = "{0} open, {1}" | "在跟{0}个，{1}";
    NONE_OPEN = "no open deals" | "没有在跟商机";
    WON = "{0} won in 12 months, {1}" | "12个月内赢单{0}个，{1}";
    NONE_WON = "nothing won in 12 months" | "12个月内没有赢单";
    LOST = "{0} lost, {1} won in 12 months" | "12个月内输单{0}个、赢单{1}个";
    IN_TOUCH = "last contact {0}d ago" | "{0}天前联系过";
    SILENT = "no contact for {0}d, cadence {1}d" | "{0}天没联系，回访周期{1}天";
    NEVER_MET = "no contact recorded" | "从未联系";
}

table! {
    /// The parts of a review, by code.
    GROUPS {
        "moved" = "Moved" | "变动";
        "slipped" = "Pushed" | "推迟";
        "worse" = "Got worse" | "恶化";
        "stale" = "Went stale" | "停滞";
        "better" = "Got better" | "好转";
        "other" = "Other changes" | "其他变动";
    }
}

table! {
    /// What became of money, by code.
    FLOWS {
        "new" = "new" | "新增";
        "imported" = "imported" | "导入";
        "reopened" = "open again" | "重新打开";
        "up" = "raised" | "增额";
        "won" = "won" | "赢单";
        "lost" = "lost" | "输单";
        "parked" = "suspended or dropped" | "搁置或放弃";
        "removed" = "removed" | "删除";
        "down" = "lowered" | "减额";
        "slipped" = "later close" | "签单日推后";
    }
}

/// What a way of money is called.
pub fn flow(lang: Lang, code: &'static str) -> &'static str {
    FLOWS.iter().find(|(own, _)| *own == code).map_or(code, |(_, word)| word.text(lang))
}

/// What a part of a review is called.
pub fn group(lang: Lang, code: &'static str) -> &'static str {
    GROUPS.iter().find(|(own, _)| *own == code).map_or(code, |(_, word)| word.text(lang))
}
