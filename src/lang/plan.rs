//! The call plan of a month, and the forecast call.

use super::{Lang, Word, table, words};

words! {
    K_PLAN = "plan the month" | "月度拜访计划";
    K_ACCEPT = "accept" | "采纳";
    K_DATE = "date" | "定日期";
    K_MORE = "chance" | "概率+";
    K_LESS = "chance down" | "概率-";
    K_TAKE = "put on the plan" | "纳入计划";
    K_OFF = "take off the plan" | "移出计划";
    K_BEFORE = "month before" | "上月";
    K_NEXT = "next month" | "下月";
    K_STAMP = "stamp" | "盖章";
    K_WRITE = "to a file" | "存为文件";
    K_COPY = "copy plan" | "复制计划";

    TITLE = "Call plan {0}" | "客户拜访计划 {0}";
    OFFERED = "Proposed" | "建议";
    MORE_CUSTOMERS = "{0} more {0?customer|customers}" | "另有{0}家客户";
    MORE_SHELL = "{0} more {0?customer asks|customers ask} for a visit: the neediest are proposed first." | "另有{0}家客户需要拜访，先列最需要的。";
    LONE = "Deals" | "商机";
    LONE_WHY = "without a customer" | "没有客户";
    LONE_HEAD = "Deals without a customer, closing by {0} or past their date: {1}" | "没有客户、{0}前成交或已过成交日的商机：{1}";
    LONE_MEND = "e gives it a customer: without one nobody can be visited" | "按 e 填上客户，否则无法安排拜访";
    CLOSES_ON = "Close date" | "成交日";
    ACCEPT_FIRST = "only proposed so far: Space accepts it first" | "尚为建议：请先按空格采纳";
    AMOUNT = "Amount" | "金额";
    CALLS = "Visits" | "拜访";
    GROUP = "{0} {1}" | "{0} {1}";
    SHOWN = "{0} of {1} shown" | "仅显示{0}/{1}";
    COUNTS = "planned {0}, done {1}, missed {2}, unplanned {3}" | "计划 {0}，完成 {1}，未完成 {2}，计划外 {3}";
    STAMPED_ON = "stamped {0}" | "{0} 已盖章";
    NOT_STAMPED = "not stamped" | "未盖章";
    STAMPED = "The call plan is stamped: {0}" | "拜访计划已盖章：{0}";
    UNDATED = "{0}, {1} {1?visit|visits} without a day" | "{0}，其中{1}次拜访未定日期";
    DATE_OF = "Date the visit: {0}" | "定拜访日期：{0}";

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
    NO_PURPOSE = "Purpose: none yet (p prepares the visit)" | "目的：未填（按 p 准备拜访）";
    MEASURED = "{0} ({1})" | "{0}（{1}）";
    NONE = "Nothing asks for a visit, and none is planned: n makes one, [ ] change the month" | "没有需要拜访的客户，也没有计划：按 n 新建，按 [ ] 换月";
    NONE_SHELL = "Nothing asks for a visit in {0}, and none is planned." | "{0} 没有需要拜访的客户，也没有计划。";
    NONE_YET = "No visit is planned in {0} yet; proposed: {1} (M accepts them)." | "{0} 尚未安排拜访；建议 {1} 项（按 M 采纳）。";
    OVER = "The month is over: nothing is proposed." | "本月已过，不再提出建议。";
    BY_DAY = "by {0}" | "{0}前";
    CUSTOMER = "the customer" | "客户";

    BAD_MONTH = "“{0}” is no month" | "“{0}”不是月份";
    BAD_MONTH_HINT = "a month such as 2026-12, dec, next month" | "月份，如 2026-12、12月、下月";
    WANTED_MONTH = "a month such as 2026-12, dec, next month" | "月份，如 2026-12、12月、下月";
    NEEDS_FILE = "a spreadsheet goes to a file" | "电子表格须写入文件";
    NEEDS_FILE_HINT = "add --out FILE" | "请加 --out 文件";
    NO_EXCEL = "this build writes no spreadsheets" | "此版本不支持电子表格";
    NO_EXCEL_HINT = "--format csv is read by every spreadsheet" | "可用 --format csv，任何表格软件都能打开";
}

table! {
    /// Why a visit is proposed, by code: days, a day, a count or a tier.
    WHYS {
        "never" = "never met" | "从未联系";
        "overdue" = "{0} {0?day|days} past its rhythm" | "联系逾期{0}天";
        "due" = "contact due by {0}" | "{0}前应联系";
        "passed" = "close date {0} has passed" | "成交日{0}已过";
        "closing" = "closes on {0}" | "{0}成交";
        "soon" = "closes on {0}, soon after" | "{0}成交，临近";
        "questions" = "{0} {0?question|questions} open" | "{0}题待查";
        "tier" = "tier {0}" | "{0}类客户";
    }
}

table! {
    /// What the customer would do at the end of a visit, by the question that is asked first: who.
    PURPOSES {
        "1" = "{0} confirms what presses the business" | "{0}确认业务面临的压力";
        "2" = "{0} confirms the need and its scope" | "{0}确认项目需求与范围";
        "3" = "{0} provides the steps and dates of the decision" | "{0}提供决策步骤与时间";
        "4" = "{0} confirms where the money comes from" | "{0}确认项目资金来源";
        "5" = "{0} confirms by when they must act, and why" | "{0}确认必须启动的日期与原因";
        "6" = "{0} provides the decision criteria" | "{0}提供决策标准";
        "7" = "{0} confirms that the solution fits" | "{0}确认方案符合要求";
        "8" = "{0} agrees on who provides which resources" | "{0}同意双方的资源分工";
        "9" = "{0} introduces a colleague who counts" | "{0}介绍一位关键同事";
        "10" = "{0} confirms what the difference is worth to them" | "{0}确认独特价值对其的意义";
        "11" = "{0} agrees to speak for the project inside" | "{0}同意在内部支持本项目";
        "12" = "{0} schedules a meeting with the decision level" | "{0}安排与决策层见面";
        "decider" = "{0} confirms what it takes to say yes to us" | "{0}确认同意我方方案的条件";
        "13" = "{0} confirms where they stand among the vendors" | "{0}确认对各厂家的倾向";
        "14" = "{0} confirms what else counts in the decision" | "{0}确认还有哪些非正式决策因素";
        "15" = "{0} confirms who decides with whom" | "{0}确认决策层之间的关系";
        "close" = "{0} confirms the day of signing" | "{0}确认签约日期";
        "touch" = "{0} agrees on what is done next together" | "{0}确认下一步的合作安排";
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
