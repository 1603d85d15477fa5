//! The Manage tab and the deal sheet: what comes next, what it costs, what is weak.

use super::question::term;
use super::{Lang, Word, table, words};

words! {
    K_MEND = "go and mend" | "前往改进";
    K_COST = "cost" | "记投入";

    NEXT = "Next step" | "下一步";
    NOW = "Where we are" | "所处阶段";
    AHEAD = "Ahead" | "待办决策";
    COST = "Cost so far" | "累计投入";
    LINE = "Stop-loss" | "止损线";
    IMPROVE = "Test and improve" | "检验与改进";
    COUNT = "{0}: {1}" | "{0}：{1}项";

    NO_STEP = "none agreed" | "尚未约定";
    NO_PHASE = "no phase set" | "未标销售周期";
    IN_STAGE = "{0} for {1} {1?day|days}" | "{0}阶段第{1}天";
    TODAY = "today" | "今天";
    IN_DAYS = "in {0} {0?day|days}" | "{0}天后";
    OVERDUE = "{0} {0?day|days} overdue" | "逾期{0}天";
    NO_AHEAD = "no decision step is ahead" | "没有待办的决策步骤";
    NO_DAY = "no date" | "无日期";
    MORE = "{0} more" | "另有{0}项";
    NO_COST = "nothing written down; n adds hours or money" | "尚无记录，按 n 记工时或费用";
    HOURS = "{0} h" | "{0}小时";
    IN_ALL = "{0} in all, an hour at {1}" | "合计{0}（每小时{1}）";
    NO_RATE = "hours do not count: no rate for {0}" | "{0}未设工时单价，工时不计入";
    NO_MARGIN = "amount and margin tell the limit (e)" | "填写金额与毛利率后可算（e）";
    SHARE = "{0}% of weighted margin {1}; limit {2}%, {3}" | "占加权毛利{1}的{0}%；上限{2}%，即{3}";
    MARGIN_OF = "margin {0}% of {1} at a chance of {2}% before flags" | "毛利率{0}%，金额{1}，未扣预警的胜算{2}%";
    SOUND = "This deal is sound: nothing is weak." | "该商机目前没有薄弱环节。";
    CLOSED = "The deal is closed: nothing is left to mend." | "商机已结案，无须改进。";

    BEHIND = "{0} fits “{1}” better than we do." | "“{1}”上{0}比我方更匹配。";
    UNMET = "Who counts and we have not met: {0}." | "关键人或决策人尚未接触：{0}。";
    UNMARKED = "Who counts, for us or against us: {0}?" | "关键人或决策人态度未标：{0}。";
    EMPTY = "{0} is not known." | "{0}未填。";
    QUESTION = "Q{0}" | "第{0}题";
    ANSWER = "{0}: {1}" | "{0}：{1}";

    SHEET = "Deal sheet" | "商机评审单";
    AS_OF = "as of {0}" | "截至 {0}";
    GATES = "Gates and answers" | "闸口与答案";
    PEOPLE = "People" | "决策人";
    PROCESS = "Decision process" | "决策流程";
    FACTORS = "Decision factors" | "决策因素";
    RIVALS = "Rivals" | "竞争对手";
    OUR_STRATEGY = "Our strategy: {0}" | "我方策略：{0}";
    YOURS = "yours" | "自评";
    AGE = "Age" | "时效";
    DAYS = "{0} d" | "{0}天";
    VERDICT = "+/-" | "+/-";
    US = "Us" | "我方";
    WHERE = "Where" | "改进处";
    NONE = "none" | "无";
    STRATEGY_UNSET = "not chosen" | "未定";
    NO_RECORD = "report deal needs a deal" | "report deal 需要指定商机";
    NO_RECORD_HINT = "qd report deal RECORD" | "qd report deal 商机";
}

table! {
    /// What is wrong with an answer, by the code of what a gate misses.
    FAULTS {
        "unanswered" = "not answered" | "尚未回答";
        "held" = "waits for an open request" | "待资源请求落实";
        "unfavourable" = "unfavourable" | "为不利";
        "guessed" = "only a guess" | "仅为推测";
        "aged" = "last verified on {0}" | "最近一次核实在{0}";
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
