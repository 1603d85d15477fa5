//! The call plan of a month, and the forecast call.

use super::{Lang, Word, table, words};

words! {
    K_PLAN = "plan the month" | "拜访计划表";
    K_ACCEPT = "accept" | "采纳";
    K_DATE = "date" | "定日期";
    K_MORE = "success" | "调高概率";
    K_LESS = "success down" | "调低概率";
    K_TAKE = "add to plan" | "纳入计划";
    K_OFF = "remove from plan" | "移出计划";
    K_BEFORE = "previous month" | "上月";
    K_NEXT = "next month" | "下月";
    K_STAMP = "finish" | "定稿";
    K_WRITE = "save file" | "存为文件";
    K_COPY = "copy plan" | "复制计划";

    TITLE = "Call plan {0}" | "客户拜访计划表 {0}";
    OFFERED = "Proposed" | "建议";
    MORE_CUSTOMERS = "{0} more {0?customer|customers}" | "另有{0}家客户";
    MORE_SHELL = "{0} more {0?account needs|accounts need} a visit: the highest scores are proposed first." | "另有{0}家客户需要拜访，先列最需要的。";
    LONE = "Deals" | "商机";
    LONE_WHY = "without a customer" | "没有客户";
    LONE_HEAD = "Deals without a customer, closing by {0} or past their date: {1}" | "没有客户、{0}前签单或已过签单日的商机：{1}";
    LONE_MEND = "e gives it a customer: without one nobody can be visited" | "按 e 填上客户，否则无法安排拜访";
    CLOSES_ON = "Close date" | "签单日";
    ACCEPT_FIRST = "only proposed so far: Space accepts it first" | "尚为建议：请先按空格采纳";
    AMOUNT = "Amount" | "金额";
    CALLS = "Visits" | "拜访";
    GROUP = "{0} {1}" | "{0} {1}";
    SHOWN = "{0} of {1} shown" | "只列出{0}/{1}";
    COUNTS = "planned {0}, done {1}, missed {2}, unplanned {3}" | "计划 {0}，完成 {1}，落空 {2}，计划外 {3}";
    STAMPED_ON = "finished {0}" | "{0} 定稿";
    NOT_STAMPED = "not finished" | "未定稿";
    STAMPED = "Call plan finished: {0}" | "拜访计划表已定稿：{0}";
    UNDATED = "{0}, visits without a date: {1}" | "{0}，其中{1}次拜访未定日期";
    DATE_OF = "Set visit date: {0}" | "定拜访日期：{0}";

    WHEN = "When" | "日期";
    ACCOUNT = "Account" | "客户";
    WHO = "Person" | "拜访对象";
    PURPOSE = "Purpose" | "拜访目的";
    DEAL = "Deal" | "商机";
    CHANCE = "%" | "概率";
    CHANCE_LONG = "Success %" | "成功概率%";
    STATE = "State" | "状态";
    REASON = "Reason" | "理由";
    BECAUSE = "Why: {0}" | "理由：{0}";
    PURPOSE_OF = "Purpose: {0}" | "目的：{0}";
    NO_PURPOSE = "Purpose: none yet (press p to prepare)" | "目的：未填（按 p 准备拜访）";
    MEASURED = "{0} ({1})" | "{0}（{1}）";
    NONE = "No visits planned, none proposed. Press n to add one, [ ] to change the month." | "没有需要拜访的客户，也没有计划：按 n 新建，按 [ ] 换月";
    NONE_SHELL = "No visits planned in {0} and none proposed." | "{0} 没有需要拜访的客户，也没有计划。";
    NONE_YET = "No visits planned in {0} yet; proposed: {1} (accept them with M in the cockpit)." | "{0} 还没有安排拜访；建议{1}项（按 M 采纳）。";
    OVER = "The month is over, so nothing is proposed." | "本月已过，不再提出建议。";
    BY_DAY = "by {0}" | "{0} 前";
    CUSTOMER = "the customer" | "客户";

    BAD_MONTH = "“{0}” is not a month" | "“{0}”不是月份";
    BAD_MONTH_HINT = "use a month like 2026-12, dec or next month" | "月份，如 2026-12、12月、下月";
    WANTED_MONTH = "use a month like 2026-12, dec or next month" | "月份，如 2026-12、12月、下月";
    NEEDS_FILE = "a spreadsheet must be written to a file" | "电子表格须写入文件";
    NEEDS_FILE_HINT = "add --out FILE" | "请加 --out 文件";
    NO_EXCEL = "this build cannot write spreadsheets" | "此版本不支持电子表格";
    NO_EXCEL_HINT = "use --format csv, every spreadsheet program reads it" | "可用 --format csv，任何表格软件都能打开";
}

table! {
    /// Why a visit is proposed, by code: days, a day, a count or a tier.
    WHYS {
        "never" = "never contacted" | "从未联系";
        "overdue" = "contact {0}d overdue" | "联系逾期{0}天";
        "due" = "contact due by {0}" | "{0} 前应联系";
        "passed" = "close date {0} passed" | "签单日 {0} 已过";
        "closing" = "closes {0}" | "预计 {0} 签单";
        "soon" = "closes {0}, soon after the month" | "预计 {0} 签单，已临近";
        "questions" = "open questions: {0}" | "{0}题待查";
        "tier" = "tier {0}" | "{0}类客户";
    }
}

table! {
    /// What the customer would do at the end of a visit, by the question that is asked first: who.
    PURPOSES {
        "1" = "{0} confirms the pressure the business is under" | "{0}确认业务面临的压力";
        "2" = "{0} confirms the need and its scope" | "{0}确认项目需求与范围";
        "3" = "{0} provides the steps and dates of the decision" | "{0}提供决策步骤与时间";
        "4" = "{0} confirms where the budget comes from" | "{0}确认项目资金来源";
        "5" = "{0} confirms by when they must act and why" | "{0}确认最迟启动的日期和原因";
        "6" = "{0} provides the decision criteria" | "{0}提供决策标准";
        "7" = "{0} confirms that the solution fits" | "{0}确认方案符合要求";
        "8" = "{0} agrees on who provides which resources" | "{0}同意双方的资源分工";
        "9" = "{0} introduces a key colleague" | "{0}介绍一位关键同事";
        "10" = "{0} confirms what our unique value is worth to them" | "{0}确认我方独特价值带来的收益";
        "11" = "{0} agrees to support us inside" | "{0}同意在内部支持本项目";
        "12" = "{0} schedules a meeting with the decision makers" | "{0}安排与决策层见面";
        "decider" = "{0} confirms what it takes to say yes to us" | "{0}确认同意我方方案的条件";
        "13" = "{0} confirms which vendor they lean to" | "{0}确认对各厂家的倾向";
        "14" = "{0} confirms the informal decision criteria" | "{0}确认除评分标准外还看重什么";
        "15" = "{0} confirms who influences the decision" | "{0}确认决策层之间的关系";
        "close" = "{0} confirms the signing date" | "{0}确认签约日期";
        "touch" = "{0} agrees on the next step" | "{0}确认下一步的合作安排";
    }
}

fn find(table: &[(&str, Word)], code: &str) -> Option<Word> {
    table.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}

/// Why a visit is proposed.
pub fn why(lang: Lang, code: &str, fact: &str) -> String {
    find(WHYS, code).map(|word| word.fill(lang, &[&fact])).unwrap_or_default()
}

/// What the customer would do at the end of a visit, by a question's number or by what the visit is for.
pub fn purpose(lang: Lang, code: &str, who: &str) -> String {
    let said = find(PURPOSES, code).map(|word| word.fill(lang, &[&who])).unwrap_or_default();
    let mut signs = said.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
