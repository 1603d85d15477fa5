//! The words in which a rule of recurrence is told.

use super::{Lang, Word, table, words};

words! {
    WORKING = "every working day (holidays skipped)" | "每个工作日（跳过节假日）";
    WEEKDAYS = "every weekday (Mon–Fri)" | "每周一至周五";
    AFTER = "{0} {1} after done" | "完成后{0}{1}";
    EVERY_DAY = "every day" | "每天";
    EVERY_WEEK = "every week" | "每周";
    EVERY_MONTH = "every month" | "每月";
    EVERY_YEAR = "every year" | "每年";
    EVERY_DAYS = "every {0} days" | "每{0}天";
    EVERY_WEEKS = "every {0} weeks" | "每{0}周";
    EVERY_MONTHS = "every {0} months" | "每{0}个月";
    EVERY_YEARS = "every {0} years" | "每{0}年";
    ON_WEEKDAY = "every {0}" | "每周{0}";
    ON_WEEKDAYS = "{0} on {1}" | "{0}{1}";
    ON_DAY = "{0} on the {1}" | "{0}{1}日";
    ON_LAST = "{0} on the last day" | "{0}最后一天";
    ON_NTH = "{0} on the {1} {2}" | "{0}第{1}个周{2}";
    ON_LAST_OF = "{0} on the last {1}" | "{0}最后一个周{1}";
    ON_DATE = "{0} on {1} {2}" | "{0}{1}月{2}日";
    UNTIL = "{0} until {1}" | "{0}，至{1}";
}

table! {
    /// The days of the week as a rule names them.
    DAYS {
        "mon" = "Monday" | "一";
        "tue" = "Tuesday" | "二";
        "wed" = "Wednesday" | "三";
        "thu" = "Thursday" | "四";
        "fri" = "Friday" | "五";
        "sat" = "Saturday" | "六";
        "sun" = "Sunday" | "日";
    }
}

table! {
    /// What a rule counts, of one and of several.
    UNITS {
        "day" = "day" | "天";
        "week" = "week" | "周";
        "month" = "month" | "个月";
        "year" = "year" | "年";
        "days" = "days" | "天";
        "weeks" = "weeks" | "周";
        "months" = "months" | "个月";
        "years" = "years" | "年";
    }
}

table! {
    /// The months as a rule names them.
    MONTHS {
        "1" = "January" | "1";
        "2" = "February" | "2";
        "3" = "March" | "3";
        "4" = "April" | "4";
        "5" = "May" | "5";
        "6" = "June" | "6";
        "7" = "July" | "7";
        "8" = "August" | "8";
        "9" = "September" | "9";
        "10" = "October" | "10";
        "11" = "November" | "11";
        "12" = "December" | "12";
    }
}

/// A word of one of these tables.
pub fn look(table: &[(&str, Word)], code: &str, lang: Lang) -> &'static str {
    table.iter().find(|(own, _)| *own == code).map_or("", |(_, word)| word.text(lang))
}
