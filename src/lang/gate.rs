//! The words of gates: results, what is missing, refusals, and the parts of the probability.

use super::question::term;
use super::{Lang, Word, table, words};

words! {
    GATE_1 = "Gate 1: is it a project?" | "闸口1：是否项目";
    GATE_2 = "Gate 2: is it ours?" | "闸口2：是否我的商机";
    GATE_3 = "Gate 3: can we win?" | "闸口3：是否能赢";
    QUESTION = "Q{0} {1}: {2}" | "第{0}题（{1}）{2}";
    WORTH = "Worth winning: {0} of {1}" | "值得赢吗：{0}/{1}";
}

table! {
    /// What a gate says, by code.
    RESULTS {
        "pass" = "Passed" | "通过";
        "thin" = "Thin evidence" | "证据不足";
        "open" = "Pending" | "待查";
        "closed" = "Blocked" | "未过";
    }
}

table! {
    /// What is missing, by code; about a question, what follows its name.
    MISSING {
        "unanswered" = "not answered" | "尚未回答";
        "held" = "waits for an open request for resources" | "待资源请求落实";
        "unfavourable" = "unfavourable" | "不利";
        "guessed" = "only a guess" | "仅为推测";
        "aged" = "last verified {0}" | "上次核实在 {0}";
        "count" = "Favourable answers: {0} of {1} needed" | "有利答案{0}个，需要{1}个";
        "score" = "Score {0}, needs {1}" | "得分{0}，需要{1}";
    }
}

table! {
    /// Why a deal does not move, by code; a gate says what it misses.
    REFUSALS {
        "last_stage" = "this is the last stage: close the deal as won or lost" | "已是最后阶段，请按赢单或输单结束";
        "first_stage" = "this is the first stage: there is nothing to move back to" | "已是第一阶段，不能再退";
        "not_open" = "the deal is closed: reopen it first" | "商机已结束，请先重新打开";
        "already" = "the deal already has this status" | "商机已经是这个状态";
        "no_reason" = "closing a deal needs a reason" | "结束商机须写明原因";
    }
}

table! {
    /// What a part of the probability stands for, by code.
    PARTS {
        "base" = "stage" | "阶段基数";
        "lift" = "answers" | "答案加分";
        "high" = "high flags" | "高预警";
        "medium" = "medium flags" | "中预警";
        "cap" = "flag cap" | "预警扣分封顶";
        "clamp" = "min/max" | "上下限";
        "status" = "closed" | "已结束";
    }
}

table! {
    /// The signs of a key-account deal, by code.
    SIGNS {
        "large" = "large" | "项目大";
        "long" = "long cycle" | "周期长";
        "many-people" = "many stakeholders" | "决策过程复杂";
        "contested" = "contested" | "有竞争对手";
    }
}

/// The name of a gate, 1 to 3; empty for any other number.
pub fn name(lang: Lang, gate: u8) -> &'static str {
    match gate {
        1 => GATE_1.text(lang),
        2 => GATE_2.text(lang),
        3 => GATE_3.text(lang),
        _ => "",
    }
}

/// The label of a gate's result, by code.
pub fn result(lang: Lang, code: &'static str) -> &'static str {
    find(RESULTS, code).map_or(code, |word| word.text(lang))
}

/// The label of a part of the probability, by code.
pub fn part(lang: Lang, code: &'static str) -> &'static str {
    find(PARTS, code).map_or(code, |word| word.text(lang))
}

/// The label of a sign of a key-account deal, by code.
pub fn sign(lang: Lang, code: &'static str) -> &'static str {
    find(SIGNS, code).map_or(code, |word| word.text(lang))
}

/// Why a deal does not move, by code; nothing for a gate, which says what it misses.
pub fn refusal(lang: Lang, code: &str) -> Option<&'static str> {
    find(REFUSALS, code).map(|word| word.text(lang))
}

/// What is missing, by code, with its question and its facts; empty for an unknown code.
pub fn missing(lang: Lang, code: &str, question: Option<u8>, facts: &[String]) -> String {
    let parts: Vec<&dyn std::fmt::Display> =
        facts.iter().map(|text| text as &dyn std::fmt::Display).collect();
    let said = find(MISSING, code).map_or_else(String::new, |word| word.fill(lang, &parts));
    match question {
        Some(number) => QUESTION.fill(lang, &[&number, &term(lang, number), &said]),
        None => said,
    }
}

fn find(table: &[(&str, Word)], code: &str) -> Option<Word> {
    table.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_names_its_question_or_its_numbers() {
        let numbers = ["40".to_owned(), "50".to_owned()];
        assert_eq!(missing(Lang::En, "guessed", Some(4), &[]), "Q4 Access to funds: only a guess");
        assert_eq!(missing(Lang::Zh, "unanswered", Some(4), &[]), "第4题（项目资金）尚未回答");
        assert_eq!(missing(Lang::En, "score", None, &numbers), "Score 40, needs 50");
        assert_eq!(missing(Lang::Zh, "score", None, &numbers), "得分40，需要50");
    }
}
