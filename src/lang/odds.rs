//! The computed odds in words: what they are made of, what stands for them while nothing is known, what a move does.

use super::{Lang, words};

words! {
    TITLE = "Why this probability" | "胜算从何而来";

    K_WHY = "why this %" | "胜算说明";
    BLANK = "unqualified: no probability yet" | "未评估：暂无测算胜算";
    BLANK_WHY = "None of the fifteen questions is answered yet, so nothing is computed and nothing is judged." | "十五问尚未回答，因此不测算，也不评判。";
    COUNTS_OWN = "In weighted sums it counts with {0}%: your own probability." | "加权金额暂按自评胜算{0}%计。";
    COUNTS_BASE = "In weighted sums it counts with {0}%: the base of this stage." | "加权金额暂按本阶段基数{0}%计。";

    BASE = "base of the stage {0}" | "{0}阶段的基数";
    LIFT_GATE = "answers of gate {0}, score {1}" | "闸口{0}的答案，得分{1}";
    LIFT_ALL = "answers of the three gates, scores {0}" | "三个闸口的答案，得分{0}";
    HIGH = "high flags, {0} each: {1}" | "高预警，每项{0}：{1}";
    MEDIUM = "medium flags, {0} each: {1}" | "中预警，每项{0}：{1}";
    CAP = "added back: flags cost {0} at most" | "补回：预警最多扣{0}";
    CLAMP = "kept between {0} and {1}" | "限于{0}至{1}之间";
    STATUS = "the deal is closed: {0}" | "商机已结束：{0}";
    SUM = "probability" | "胜算";

    RAISE_FLAG = "{0} → {1}" | "{0} → {1}";

    RAISE = "What would raise it" | "怎样提高";
    AHEAD = "Probability in {0}: {1}% → {2}% ({3})" | "{0}阶段的胜算：{1}% → {2}%（{3}）";
    FROM_TO = "{0}% → {1}%" | "{0}% → {1}%";
    GOES = "{0} → {1}: {2}" | "{0} → {1}：{2}";
    STAYS = "{0} stays: {1}" | "{0} 不动：{1}";
    HELD = "gate {0} ({1}): {2}" | "闸口{0}{1}：{2}";
    ALL_ON = "Advance through their gates: {0} of {1}" | "推进：{1}个中的{0}个";
    GATES_ASK = "Then you are asked for a reason for each gate not passed: {0}" | "没通过的闸口随后逐个询问破例理由：{0}个";
    ON_TO = "Advance to {0}" | "推进到{0}";
    STILL_BLANK = "No probability before or after: none of the fifteen questions is answered." | "前后都无测算胜算：十五问尚未回答。";
    NEW_FLAGS = "new at this stage: {0}" | "到该阶段新增预警：{0}";
    GONE_FLAGS = "no longer raised: {0}" | "不再提示：{0}";

    TO_QUALIFY = "To qualify: {0}" | "待评估 {0}个";
    TO_QUALIFY_SUM = "To qualify: {0} · {1}" | "待评估 {0}个 · {1}";
    ALL_TO_QUALIFY = "all {0}, largest first" | "全部{0}个，金额大的在前";
    WEIGHED = "{0}, weighted by your P% or stage base" | "{0}，按自评或阶段基数加权";
}

/// How many deals are to be qualified, with what they may bring where that is known.
pub fn to_qualify(lang: Lang, count: i64, sums: &str) -> String {
    if sums.is_empty() {
        TO_QUALIFY.fill(lang, &[&count])
    } else {
        TO_QUALIFY_SUM.fill(lang, &[&count, &sums])
    }
}

/// The same, with what such deals count with in weighted sums.
pub fn weighed(lang: Lang, count: i64, sums: &str) -> String {
    WEIGHED.fill(lang, &[&to_qualify(lang, count, sums)])
}
