//! The Manage tab and the deal sheet: what comes next, what it costs, what is weak.

use super::question::term;
use super::{Lang, Word, table, words};

words! {
    K_MEND = "fix" | "去处理";
    K_COST = "cost" | "记投入";

    NEXT = "Next step" | "下一步";
    NOW = "Stage" | "目前进展";
    AHEAD = "Coming up" | "后续决策";
    COST = "Cost so far" | "累计投入";
    LINE = "Stop-loss" | "止损线";
    IMPROVE = "Weak points" | "薄弱环节";
    COUNT = "{0}: {1}" | "{0}：{1}项";

    NO_STEP = "none yet" | "尚未约定";
    NO_PHASE = "no sales phase" | "未填销售环节";
    IN_STAGE = "{0} for {1}d" | "{0}阶段第{1}天";
    TODAY = "today" | "今天";
    IN_DAYS = "in {0}d" | "{0}天后";
    OVERDUE = "{0}d overdue" | "逾期{0}天";
    NO_AHEAD = "no open decision steps" | "没有未完成的决策步骤";
    NO_DAY = "no date" | "无日期";
    MORE = "{0} more" | "另有{0}项";
    NO_COST = "none yet: press n to add hours or expenses" | "尚无记录，按 n 记工时或费用";
    HOURS = "{0} h" | "{0}小时";
    IN_ALL = "{0} total at {1}/h" | "合计 {0}（每小时{1}）";
    NO_RATE = "hours not counted: no hourly rate for {0}" | "{0} 没设工时单价，工时不计入";
    NO_MARGIN = "enter amount and margin to see the limit (press e)" | "填了金额和毛利率才能算（按 e）";
    SHARE = "{0}% of weighted margin {1}; limit {2}%, {3}" | "占加权毛利 {1} 的{0}%；上限{2}%，即 {3}";
    MARGIN_OF = "margin {0}% of {1} at {2}% probability before flags" | "毛利率{0}%，金额 {1}，未扣预警的胜算{2}%";
    SOUND = "No weak points." | "该商机目前没有薄弱环节。";
    CLOSED = "The deal is closed. Nothing left to fix." | "商机已结束，没有要处理的。";

    BEHIND = "Ahead of us on “{1}”: {0}." | "“{1}”一项，{0}比我方更匹配。";
    UNMET = "Key people not covered: {0}." | "关键人或决策人尚未接触：{0}。";
    UNMARKED = "Key people without a support mark: {0}." | "关键人或决策人的项目支持未标：{0}。";
    EMPTY = "{0} is missing." | "{0}未填。";
    QUESTION = "Q{0}" | "第{0}题";
    ANSWER = "{0}: {1}" | "{0}：{1}";

    SHEET = "Deal sheet" | "商机评审单";
    AS_OF = "as of {0}" | "截至 {0}";
    GATES = "Gates and answers" | "闸口与答案";
    PEOPLE = "People" | "决策人";
    PROCESS = "Decision process" | "决策流程";
    FACTORS = "Decision criteria" | "决策因素";
    RIVALS = "Rivals" | "竞争对手";
    OUR_STRATEGY = "Our strategy: {0}" | "我方策略：{0}";
    YOURS = "yours" | "自评";
    AGE = "Age" | "时效";
    DAYS = "{0} d" | "{0}天";
    VERDICT = "+/-" | "+/-";
    US = "Us" | "我方";
    WHERE = "Fix in" | "位置";
    NONE = "none" | "无";
    STRATEGY_UNSET = "not chosen" | "未定";
    NO_RECORD = "report deal needs a deal's number or name" | "report deal 需要指定商机";
    NO_RECORD_HINT = "qd report deal RECORD" | "qd report deal 商机";
}

table! {
    /// What is wrong with an answer, by the code of what a gate misses.
    FAULTS {
        "unanswered" = "not answered" | "尚未回答";
        "held" = "waits for an open request" | "待资源请求落实";
        "unfavourable" = "unfavourable" | "不利";
        "guessed" = "only a guess" | "仅为推测";
        "aged" = "last verified {0}" | "上次核实在 {0}";
    }
}

table! {
    /// How much a weak point matters, by code.
    URGENCIES {
        "high" = "high" | "高";
        "medium" = "medium" | "中";
        "low" = "low" | "低";
    }
}

/// The label of an urgency, by its code.
pub fn urgency(lang: Lang, code: &'static str) -> &'static str {
    URGENCIES.iter().find(|(key, _)| *key == code).map_or(code, |(_, word): &(&str, Word)| word.text(lang))
}

/// What is wrong with the answer to a question, by its code and facts; empty for an unknown code.
pub fn fault(lang: Lang, question: u8, code: &str, facts: &[String]) -> String {
    let parts: Vec<&dyn std::fmt::Display> = facts.iter().map(|text| text as _).collect();
    let word = FAULTS.iter().find(|(key, _)| *key == code).map(|(_, word)| *word);
    word.map_or_else(String::new, |word| {
        ANSWER.fill(lang, &[&term(lang, question), &word.fill(lang, &parts)])
    })
}
