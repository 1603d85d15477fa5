//! Capture of one line, and the ways in which days and times may be written.

use super::{Lang, Word, table, words};

words! {
    K_CAPTURE = "capture a line" | "快速记录";
    TITLE = "Capture" | "快速记录";
    EMPTY = "visit Acme thu 10:00 they sign the offer @Boston · send quote fri !!" | "拜访 张平 周四10点 确认预算批准日期 @深圳 · 周五前发报价给骏沃 !!";
    KEYS = "Enter makes it · Tab visit or to-do · Esc leaves, the line is kept" | "Enter 保存 · Tab 拜访/待办互换 · Esc 离开，内容保留";
    PREFIX_VISIT = "visit: " | "拜访：";
    PREFIX_TODO = "todo: " | "待办：";
    NEW_ACCOUNT = "new account" | "新客户";
    NEW_PERSON = "new person" | "新联系人";
    PAST = "{0} is past already" | "{0} 已经过去";
    SAID_PAST = "{0} is past: it stays in the title, nothing is due" | "“{0}”已过：留在标题里，不设到期日";
    NO_SUCH_DAY = "no such day: {0}" | "没有这一天：{0}";
    SEVERAL_DAYS = "{0} is more than one day: it stays in the text" | "“{0}”不止一天，留在文字里";
    NO_SUCH_TIME = "no such time: {0}" | "没有这个时间：{0}";
    UNTOLD = "public holidays of {0} are not known yet: reckoned by the usual ones" | "{0}年放假安排尚未公布，暂按惯例推算";
    ZONE = "{0} is not converted: the hour is one of your own clock" | "“{0}”未换算：按本地时间";
    SAID_VISIT = "visit" | "拜访";
    SAID_TODO = "to-do" | "待办";
    WHO = "who" | "对象";
    ACCOUNT = "account" | "客户";
    DEAL = "deal" | "商机";
    WHEN = "when" | "时间";
    DUE = "due" | "到期";
    LASTS = "lasts" | "时长";
    UNTIL = "until" | "至";
    WHERE = "where" | "地点";
    PRIORITY = "priority" | "优先级";
    TAGS = "tags" | "标签";
    AGAIN = "again" | "重复";
    WAITS = "waits on" | "等待";
    WHAT = "form" | "形式";
    WHY = "why" | "目的";
    TITLE_OF = "title" | "标题";
    MINUTES = "{0} min" | "{0} 分钟";
    DOUBT = "{0}? {1}" | "{0}？{1}";
    DOUBT_HINT = "say more of the name, its account, or its number: {0} #{1}" | "请写全名、所属客户或编号：{0} #{1}";
    DATES = "Days and times" | "日期与时间写法";
    DATES_INTRO = "They are understood wherever a day or time is asked for, in either language." | "凡是填写日期或时间之处都可以这样写，中英文均可。";
    FORMS_OF = "{0}: {1}" | "{0}：{1}";
    DATES_WORKED = "Working days know weekends, public holidays and the weekend days worked for them; holidays.toml beside config.toml replaces the table." | "工作日已计入周末、法定节假日与调休上班；可在 config.toml 旁放置 holidays.toml 替换节假日表。";
}

table! {
    /// The groups of forms, by their codes.
    GROUPS {
        "near" = "Near days" | "近日";
        "week" = "Days of a week" | "星期";
        "away" = "So far from today" | "相隔";
        "worked" = "Working days" | "工作日";
        "month" = "Places in months, quarters and years" | "月、季、年";
        "date" = "Dates" | "日期";
        "feast" = "Holidays" | "节日";
        "clock" = "Times of day (an hour alone is one of business: at 2, 3点)" | "时刻（未分上下午的，1 至 6 点为下午）";
        "moment" = "A day and a time" | "日期加时刻";
        "stretch" = "From when to when (in a captured line)" | "起止时间（快速记录）";
        "again" = "When it comes again (of to-dos)" | "重复（待办）";
        "kinds" = "How a captured line begins (Tab turns it)" | "开头定类别（Tab 互换）";
        "marks" = "Signs of a captured line" | "快速记录中的符号";
    }
}

/// What a group of forms is called.
pub fn group(lang: Lang, code: &str) -> &'static str {
    GROUPS.iter().find(|(name, _)| *name == code).map_or("", |(_, word): &(&str, Word)| word.text(lang))
}
