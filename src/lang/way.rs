//! How a flag or a warning is mended by keys, in plain words.

use super::words;

words! {
    LABEL = "fix" | "处理";
    FIELD = "press e and fill in “{0}”" | "按 e 填写“{0}”";
    QUESTION = "Assess (Tab): answer question {0} with + or -" | "评估页（Tab）：用 + 或 - 回答第{0}题";
    DECIDE = "Decide (Tab): n adds a person, e opens the card, * + = - x set the marks" | "决策页（Tab）：n 加人，e 打开卡片，* + = - x 记标记";
    COMPETE = "Compete (Tab): + or - rates how we fit, t sets a tactic" | "竞争页（Tab）：+ 或 - 调整匹配度，t 定打法";
    VISIT = "Manage (Tab): o debriefs the visit, p prepares the next one" | "管理页（Tab）：o 记结果，p 准备下次拜访";
    CONTACT = "press V to plan a visit" | "按 V 安排拜访";
    REVIEW = "press K to review the key accounts" | "按 K 盘点大客户";
    INSIDE = "Enter opens it; {0}" | "Enter 打开；{0}";
}
