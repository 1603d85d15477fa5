//! The Calendar: its views, its days and what happens on them.

use super::{Lang, words};

words! {
    K_VIEW = "view" | "换视图";
    K_TODAY = "today" | "今天";
    K_LATER = "+1 day" | "推后一天";
    K_EARLIER = "-1 day" | "提前一天";
    K_WEEK_LATER = "+1 week" | "推后一周";
    K_WEEK_EARLIER = "-1 week" | "提前一周";
    K_QUARTER_LATER = "+15 min" | "推后15分钟";
    K_QUARTER_EARLIER = "-15 min" | "提前15分钟";
    K_NEW = "visit" | "新建拜访";
    K_ITEM = "next item" | "下一事项";
    K_ITEM_BACK = "previous item" | "上一事项";
    K_RIGHT = "next day" | "后一天";
    K_LEFT = "previous day" | "前一天";
    K_PAGE = "next month/week" | "下月或下周";
    K_PAGE_BACK = "previous month/week" | "上月或上周";

    MONTH = "Month" | "月";
    WEEK = "Week" | "周";
    DAY = "Day" | "日";
    AGENDA = "Agenda" | "日程";
    MONTHS = "January February March April May June July August September October November December" | "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月";
    MONTHS_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" | "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月";
    MONTH_OF = "{0} {1}" | "{1}年{0}";
    WEEK_OF = "week {0} of {1}" | "{1}年第{0}周";
    WEEK_NO = "W{0}" | "{0}周";
    DAY_OF = "{0} {1} {2}" | "{2}{1}日 {0}";
    FIRST_OF = "{0} {1}" | "{1}{0}日";
    FIRST_SHORT = "{1}-{0}" | "{1}/{0}";

    ALL_DAY = "all day" | "全天";
    NTH_DAY = "day {0} of {1}" | "第{0}/{1}天";
    TODO = "to-do" | "待办";
    CLOSES = "closes" | "预计签单";
    COMPELLING = "compelling event" | "驱动时限";
    DECIDES = "decision due" | "决策到期";
    DONE = "done" | "已完成";
    AWAY = "{0} {1}" | "{0} {1}";
    NO_HOUR = "no time set yet: press e to set one" | "还没有具体时间：按 e 填写";
    CLASH = "overlaps" | "时间冲突";
    EMPTY = "Nothing planned. Press n to plan a visit, a for quick add." | "没有安排：按 n 新建拜访，按 a 快速记录";
    EMPTY_AGENDA = "Nothing in these weeks. Press n to plan a visit, a for quick add." | "这几周没有安排：按 n 新建拜访，按 a 快速记录";
    MOVES_ONLY = "only visits and to-dos can be moved here: press Enter to open this one" | "只有拜访和待办能用按键改期；按 Enter 打开这一条";
}

/// One of the words of a table that names things in their order, 0 first; empty beyond its end.
fn nth(word: super::Word, lang: Lang, at: usize) -> &'static str {
    word.text(lang).split(' ').nth(at).unwrap_or_default()
}

/// The name of a month, 0 for January.
pub fn month(lang: Lang, at: usize) -> &'static str {
    nth(MONTHS, lang, at)
}

/// The short name of a month, 0 for January.
pub fn month_short(lang: Lang, at: usize) -> &'static str {
    nth(MONTHS_SHORT, lang, at)
}

/// The short name of a weekday, 0 for Monday.
pub fn weekday(lang: Lang, at: usize) -> &'static str {
    nth(super::cockpit::WEEKDAYS, lang, at)
}
