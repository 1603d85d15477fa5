//! The funnel review and the key-account review.

use super::{Lang, table, words};

words! {
    K_FUNNEL = "funnel review" | "漏斗回顾";
    K_ACCOUNTS = "key-account review" | "大客户复核";
    K_PROBLEM = "next problem" | "下一问题";
    K_MEND = "mend" | "修补";
    K_STEP = "next step" | "下一步";
    K_STAMP = "stamp" | "盖章";
    K_KEEP = "keep" | "保留";
    K_LOWER = "lower" | "降级";
    K_REMOVE = "remove" | "移除";

    FUNNEL_HEAD = "Funnel review {0} · since {1}, {2} · {3}" | "漏斗回顾 {0} · 自 {1} 起（{2}） · {3}";
    STAMPED_BEFORE = "{0} {0?day|days} ago" | "{0}天前盖章";
    STAMPED_TODAY = "stamped today" | "今天已盖章";
    NEVER_STAMPED = "never stamped" | "尚未盖章";
    UNREAD = "{0} more unread" | "另有 {0} 个未读";
    PROBLEMS = "{1} of {0} problems left" | "问题 {0}，待看 {1}";
    NO_PROBLEMS = "no problems" | "没有问题";
    ONLY_FLAGGED = "no new problems, {0} flagged" | "无新问题，{0} 个有预警";
    CALM_ELSE = "No other deal changed since {0}, and no open deal has a flag. s stamps the review." | "自 {0} 起其他商机没有变化，在跟商机也没有预警。按 s 盖章。";
    GROUP = "{0} ({1})" | "{0}（{1}）";
    GROUP_CUT = "{0} ({1} of {2})" | "{0}（{2} 之 {1}）";
    FLAGGED = "Still flagged, unchanged" | "仍有预警，未变";
    CALM = "Nothing changed since {0}, and no open deal has a flag. s stamps the review." | "自 {0} 起没有变化，在跟商机也没有预警。按 s 盖章。";
    NO_STEP = "no next step" | "无下一步";
    STEP = "next: {0}" | "下一步：{0}";
    STEP_ON = "next: {0} by {1}" | "下一步：{0}（{1}前）";
    CLOSES = "closes {0}" | "预计 {0} 成交";

    NEW = "new · {0}" | "新增 · {0}";
    MOVED = "{0} → {1}" | "{0} → {1}";
    REOPENED = "open again" | "重新打开";
    SLIPPED = "closes {0} → {1}" | "成交日 {0} → {1}";
    AMOUNT = "amount {0} → {1}" | "金额 {0} → {1}";
    NO_AMOUNT = "none" | "无";
    CHANCE = "odds {0} → {1} %" | "胜算 {0} → {1}%";
    QUALIFIED = "qualified: odds now computed, {0} %" | "已评估：胜算改为测算，{0}%";
    ANSWERED = "question {0} answered −" | "问题{0}首次回答：不利";
    CURRENCY = "currency {0} → {1}" | "币种 {0} → {1}";
    FAVOURABLE = "question {0} turned +" | "问题{0}转为有利";
    CLEARED = "gone: {0}" | "已消除：{0}";
    FIELDS = "changed: {0}" | "已改：{0}";
    CAME_IN = "In" | "进入";
    WENT_OUT = "Out" | "离开";
    PUT_OFF = "Put off" | "推后";
    SIDE = "{0}: {1}" | "{0}：{1}";
    FLOW = "{0} {1} {2}" | "{0}{1}个 {2}";
    TURNED = "question {0} turned −" | "问题{0}转为不利";
    RAISED = "! {0}" | "! {0}";
    SEPARATOR = " · " | " · ";

    SHELL_HEAD = "Funnel review · {0} to {1}" | "漏斗回顾 · {0} 至 {1}";
    SHELL_SINCE = "Since the review was stamped last, {0}." | "自上次盖章（{0}）以来。";
    SHELL_NEVER = "The review was never stamped: F in the cockpit, or qd review add ritual=funnel." | "尚未盖过章：在驾驶舱按 F，或用 qd review add ritual=funnel。";
    SHELL_UNREAD = "{0} more {0?deal was|deals were} changed: too many to be read." | "另有 {0} 个商机有改动，数量过多，未逐一读取。";
    SHELL_NONE = "Nothing changed, and no open deal has a flag." | "没有变化，在跟商机也没有预警。";
    SHELL_NONE_ELSE = "No other deal changed, and no open deal has a flag." | "其他商机没有变化，在跟商机也没有预警。";
    MORE = "{0} more" | "另有 {0} 个";
    BAD_SINCE = "{0} is no day up to today" | "{0} 不是今天或之前的日期";
    BAD_SINCE_HINT = "a number of days or weeks such as 7d or 2w, or a date" | "天数或周数，例如 7d、2w，或日期";
    NO_FLAGS_HERE = "--since and --md belong to the funnel review, not to its records" | "--since 和 --md 只用于漏斗回顾，不用于回顾记录";

    COL_DEAL = "Deal" | "商机";
    COL_ACCOUNT = "Account" | "客户";
    COL_CHANGE = "What changed" | "变化";
    COL_AMOUNT = "Amount" | "金额";
    COL_ODDS = "Odds" | "胜算";

    FUNNEL_STAMPED = "The funnel review is stamped: {0}" | "漏斗回顾已盖章：{0}";
    STAMPED = "stamped: {0} {1}" | "已盖章：{0} {1}";
    JUDGED = "{0}: {1}" | "{0}：{1}";
    KEY_HEAD = "Key-account review {0} · {1}" | "大客户复核 {0} · {1}";
    KEY_DUE = "{0} of {1} due" | "到期 {0}/{1}";
    KEY_CUT = "{0} · the first {1} of {2}" | "{0} · 只列 {2} 个中的前 {1} 个";
    KEY_DONE = "none is due" | "无到期";
    KEY_NONE = "No account is a key account. One of tier A, a strategic one, or one with a day in Key account since is listed here." | "还没有大客户。等级为 A、关系为战略性或填了“成为大客户日”的客户会列在这里。";
    KEY_NONE_HINT = "5 shows the accounts, e edits one" | "按 5 查看客户，e 编辑";
    KEY_OVERDUE = "!{0}d" | "!{0}天";
    KEY_ON = "{0}" | "{0}";
    KEY_UNDATED = "no day" | "无日期";
    KEY_NEVER = "never reviewed" | "从未复核";
    KEY_LAST = "{0} {1}" | "{0} {1}";
    VERDICT_OF = "{0}: {1}" | "{0}：{1}";
    FOR = "For" | "有利";
    AGAINST = "Against" | "不利";
    WHY = "Why" | "缘由";
    LOG = "Verdicts" | "历次结论";
    NOTHING = "nothing" | "无";
    IDEA = "{0} · idea: {1}" | "{0} · 设想：{1}";

    OPEN = "{0} open, {1}" | "在跟 {0} 个，{1}";
    NONE_OPEN = "no open deal" | "没有在跟商机";
    WON = "{0} won in 12 months, {1}" | "12个月内赢单 {0} 个，{1}";
    NONE_WON = "nothing won in 12 months" | "12个月内没有赢单";
    LOST = "{0} lost, {1} won in 12 months" | "12个月内输 {0} 赢 {1}";
    IN_TOUCH = "met {0} {0?day|days} ago" | "{0}天前联系过";
    SILENT = "no contact for {0} {0?day|days}, agreed {1}" | "{0}天未联系，约定{1}天";
    NEVER_MET = "no contact is known" | "没有联系记录";
}

table! {
    /// The parts of a review, by code.
    GROUPS {
        "moved" = "Moved" | "变动";
        "slipped" = "Slipped" | "推迟";
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
        "parked" = "put aside" | "搁置或放弃";
        "removed" = "removed" | "移除";
        "down" = "lowered" | "减额";
        "slipped" = "slipped" | "推迟";
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
