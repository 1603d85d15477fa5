//! The ways in which days and times may be written, as help lists them; a test reads every one of them.

use super::{MONTHS, WEEKDAYS};

/// What a form is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A day, with or without a time.
    Moment,
    /// A rule of recurrence.
    Recur,
    /// A line that is captured.
    Line,
}

/// A group of forms: its code, what they are read as, those in English, those in Chinese.
pub type Group = (&'static str, Form, &'static [&'static str], &'static [&'static str]);

/// All groups, in the order of help.
pub const FORMS: &[Group] = &[
    (
        "near",
        Form::Moment,
        &["today", "tomorrow", "tmr", "day after tomorrow", "yesterday"],
        &["今天", "明天", "后天", "大后天", "昨天", "前天"],
    ),
    (
        "week",
        Form::Moment,
        &[
            "fri",
            "this fri",
            "next fri",
            "last fri",
            "eow",
            "end of next week",
            "a week from friday",
            "weekend",
            "w48",
        ],
        &[
            "周五",
            "本周五",
            "下周五",
            "下下周一",
            "上周五",
            "礼拜五",
            "周三前",
            "本周内",
            "下周",
            "周末",
            "第48周",
        ],
    ),
    (
        "away",
        Form::Moment,
        &["+3d", "+2w", "+1m", "+1q", "+1y", "-1d", "in 3 days", "within 3 days", "in 3 hours", "3 days ago"],
        &["3天后", "两周后", "2个月后", "半个月后", "半年后", "过两天", "10天之内", "三小时后", "三天前"],
    ),
    (
        "worked",
        Form::Moment,
        &["+3wd", "in 3 working days", "3 business days later", "next working day"],
        &["+3工作日", "3个工作日后", "三个工作日内", "下个工作日"],
    ),
    (
        "month",
        Form::Moment,
        &[
            "eom",
            "end of month",
            "end of next month",
            "start of december",
            "eoq",
            "q4",
            "end of q1",
            "eoy",
            "last friday of december",
            "next month",
        ],
        &[
            "月底",
            "月初",
            "月中",
            "下月底",
            "下个月5号",
            "5号",
            "12月初",
            "12月上旬",
            "季度末",
            "四季度",
            "年底",
            "明年初",
            "下个月",
        ],
    ),
    (
        "date",
        Form::Moment,
        &["2026-11-30", "11/30", "30/11", "30.11.", "11/30/2026", "nov 30", "30 nov 2026", "the 15th"],
        &["11月30日", "11月30号", "十一月三十日", "2026年11月30日", "明年1月5日", "12.8 14:00"],
    ),
    (
        "feast",
        Form::Moment,
        &["before christmas", "after new year", "national day"],
        &["元旦前", "春节前", "国庆后", "五一"],
    ),
    (
        "clock",
        Form::Moment,
        &["10:00", "3pm", "3:30 pm", "at 2", "half past 3", "16h30", "noon", "tonight"],
        &["10点", "3点", "十点半", "下午3点", "下午三点一刻", "14时30分", "晚上8点"],
    ),
    (
        "moment",
        Form::Moment,
        &["fri 10:00", "fri 4", "tomorrow 3pm", "tomorrow afternoon", "2026-11-30 14:00"],
        &["周五10点", "周四5点", "明天下午3点半", "明早九点", "后天上午", "下个工作日 9:00"],
    ),
    (
        "stretch",
        Form::Line,
        &[
            "visit Acme fri 10:00-11:30",
            "visit Acme fri 2-4",
            "visit Acme fri 10:00 for 90 min",
            "visit Acme mon-wed",
        ],
        &[
            "拜访骏沃 周五2-4点",
            "拜访骏沃 周五下午2点到4点",
            "拜访骏沃 周五10点 1.5小时",
            "考察骏沃 @苏州 周四到周五",
            "拜访骏沃 12月8-10日",
        ],
    ),
    (
        "again",
        Form::Recur,
        &[
            "every day",
            "every 3 days",
            "every monday",
            "every mon and thu",
            "every other friday",
            "every 2 weeks on thu",
            "every weekday",
            "every working day",
            "every month on 15",
            "every 2nd tue",
            "every last fri",
            "every month on the last day",
            "every quarter",
            "every year on nov 30",
            "2 weeks after completion",
        ],
        &[
            "每天",
            "每3天",
            "每周一",
            "每周一、周四",
            "每两周周五",
            "隔周五",
            "每周一至周五",
            "每个工作日",
            "每月15日",
            "每月第二个周二",
            "每月最后一个周五",
            "每月底",
            "每季度",
            "每年11月30日",
            "完成后3天",
        ],
    ),
    (
        "kinds",
        Form::Line,
        &["visit Acme fri 4", "call Acme fri 4", "todo visit Acme fri"],
        &["拜访骏沃 周五3点", "电话骏沃 周五3点", "待办 拜访骏沃 周五"],
    ),
    (
        "marks",
        Form::Line,
        &[
            "visit Acme fri @Boston",
            "send quote #key",
            "send quote !!!",
            "send quote p1",
            "waiting for Bob to sign",
            "request presales support",
        ],
        &["拜访骏沃 周五 @深圳", "发报价 #大客户", "发报价 !!!", "发报价 p1", "等法务审合同", "申请售前支持"],
    ),
];

/// Words that a day may begin with and that begin none of the forms.
const OPENING: &[&str] = &[
    "a week",
    "before",
    "beginning",
    "by",
    "christmas",
    "close",
    "cob",
    "coming",
    "due",
    "early",
    "first",
    "fortnight",
    "half",
    "in",
    "last",
    "late",
    "middle",
    "next",
    "on",
    "q4",
    "the",
    "this",
    "until",
    "within",
    "year",
];

/// Whether a day in words may begin with a letter.
pub fn begins(letter: char) -> bool {
    let forms = FORMS.iter().filter(|(_, form, ..)| *form != Form::Line);
    let written = forms.flat_map(|(_, _, english, chinese)| english.iter().chain(*chinese));
    let words = MONTHS.iter().chain(&WEEKDAYS).chain(OPENING).chain(written);
    letter.is_ascii_digit() || words.into_iter().any(|word| word.starts_with(letter.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_letters_begin_no_day() {
        let free: String = ('a'..='z').filter(|letter| !begins(*letter)).collect();
        assert_eq!(free, "gkprvxz");
        assert!("36周下明月".chars().all(begins), "digits and Chinese begin days");
    }
}
