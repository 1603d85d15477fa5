//! Capture of one line, and the ways in which days and times may be written.

use super::{Lang, Word, table, words};

words! {
    K_CAPTURE = "quick add" | "快速记录";
    TITLE = "Quick add" | "快速记录";
    EMPTY = "visit Acme thu 10:00 they sign the offer @Boston · send quote fri !!" | "拜访 张平 周四10点 确认预算批准日期 @深圳 · 周五前发报价给骏沃 !!";
    KEYS = "Enter add · Tab visit or to-do · Esc close (text is kept)" | "Enter 保存 · Tab 拜访/待办互换 · Esc 离开，内容保留";
    PREFIX_VISIT = "visit: " | "拜访：";
    PREFIX_TODO = "todo: " | "待办：";
    NEW_ACCOUNT = "new account" | "新客户";
    NEW_PERSON = "new person" | "新联系人";
    PAST = "{0} has passed already" | "{0} 已经过去";
    SAID_PAST = "{0} has passed: kept in the title, no due date set" | "“{0}”已过：留在标题里，不设到期日";
    NO_SUCH_DAY = "no such day: {0}" | "没有这一天：{0}";
    SEVERAL_DAYS = "{0} is more than one day: kept in the text" | "“{0}”不止一天，留在文字里";
    NO_SUCH_TIME = "no such time: {0}" | "没有这个时间：{0}";
    UNTOLD = "public holidays of {0} are not announced yet: computed from the usual dates" | "{0}年放假安排尚未公布，暂按惯例推算";
    ZONE = "{0} is not converted: the time is local" | "“{0}”未换算：按本地时间";
    SAID_VISIT = "visit" | "拜访";
    SAID_TODO = "to-do" | "待办";
    WHO = "who" | "对象";
    ACCOUNT = "account" | "客户";
    DEAL = "deal" | "商机";
    WHEN = "when" | "时间";
    DUE = "due" | "到期";
    LASTS = "for" | "时长";
    UNTIL = "until" | "至";
    WHERE = "where" | "地点";
    PRIORITY = "priority" | "优先级";
    TAGS = "tags" | "标签";
    AGAIN = "repeats" | "重复";
    WAITS = "waiting on" | "等待";
    WHAT = "what" | "形式";
    WHY = "why" | "目的";
    TITLE_OF = "title" | "标题";
    MINUTES = "{0} min" | "{0}分钟";
    DOUBT = "{0}? {1}" | "{0}？{1}";
    DOUBT_HINT = "type more of the name, its account, or the number: {0} #{1}" | "请写全名、所属客户或编号：{0} #{1}";
    DATES = "Dates and times" | "日期与时间写法";
    DATES_INTRO = "These work wherever a date or time is expected, in either language." | "要填日期或时间的地方都可以这样写，中英文都行。";
    FORMS_OF = "{0}: {1}" | "{0}：{1}";
    DATES_WORKED = "Working days skip weekends and public holidays and include make-up workdays. To use your own table, put holidays.toml next to config.toml." | "工作日不算周末和法定节假日，算调休上班日；把 holidays.toml 放在 config.toml 旁边，就换成您的节假日表。";
}

table! {
    /// The groups of forms, by their codes.
    GROUPS {
        "near" = "Around today" | "近几天";
        "week" = "Days of the week" | "星期";
        "away" = "Relative to today" | "距今";
        "worked" = "Working days" | "工作日";
        "month" = "Months, quarters and years" | "月、季、年";
        "date" = "Dates" | "日期";
        "feast" = "Holidays" | "节日";
        "clock" = "Times of day (an hour alone is in business hours: at 2, 3点)" | "时刻（未分上下午的，1 至 6 点为下午）";
        "moment" = "Date and time" | "日期加时刻";
        "stretch" = "Start and end (quick add)" | "起止时间（快速记录）";
        "again" = "Repeats (to-dos)" | "重复（待办）";
        "kinds" = "How a line begins (Tab switches)" | "开头定类别（Tab 互换）";
        "marks" = "Shorthand (quick add)" | "快速记录中的符号";
    }
}

/// What a group of forms is called.
pub fn group(lang: Lang, code: &str) -> &'static str {
    GROUPS.iter().find(|(name, _)| *name == code).map_or("", |(_, word): &(&str, Word)| word.text(lang))
}
