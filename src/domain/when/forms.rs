//! The ways in which days and times may be written, as help lists them; a test reads every one of them.

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
        &["fri", "this fri", "next fri", "last fri", "next week", "weekend", "w48", "2026-w48"],
        &["周五", "本周五", "下周五", "下下周一", "上周五", "星期五", "礼拜五", "下周", "周末", "第48周"],
    ),
    (
        "away",
        Form::Moment,
        &["+3d", "+2w", "+1m", "+1q", "+1y", "-1d", "in 3 days", "two weeks from now", "3 days ago"],
        &["3天后", "三天后", "两周后", "2个月后", "半个月后", "半年后", "过两天", "三天前"],
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
        &["2026-11-30", "20261130", "11/30", "11/30/2026", "nov 30", "30 nov 2026", "30th of november"],
        &["11月30日", "11月30号", "十一月三十日", "2026年11月30日", "明年1月5日"],
    ),
    (
        "clock",
        Form::Moment,
        &["10:00", "3pm", "3:30 pm", "noon"],
        &["10点", "十点半", "下午3点", "下午三点一刻", "14时30分", "晚上8点"],
    ),
    (
        "moment",
        Form::Moment,
        &["fri 10:00", "tomorrow 3pm", "tomorrow afternoon", "2026-11-30 14:00"],
        &["周五10点", "明天下午3点半", "后天上午", "下个工作日 9:00"],
    ),
    (
        "stretch",
        Form::Line,
        &[
            "visit Acme fri 10:00-11:30",
            "visit Acme fri 2 to 4pm",
            "visit Acme fri 10:00 for 90 min",
            "visit Acme mon to wed",
        ],
        &[
            "拜访骏沃 周五10-11点",
            "拜访骏沃 周五下午2点到4点",
            "拜访骏沃 周五10点 1.5小时",
            "考察骏沃 @苏州 周四到周五",
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
        "marks",
        Form::Line,
        &[
            "send quote @Boston",
            "send quote #key",
            "send quote !!!",
            "send quote p1",
            "waiting for Bob to sign",
            "request presales support",
        ],
        &["发报价 @深圳", "发报价 #大客户", "发报价 !!!", "发报价 p1", "等法务审合同", "申请售前支持"],
    ),
];
