//! Whether a line is a visit, and of which type, or a to-do.

use std::ops::Range;

use super::token::{Class, Line, State};
use crate::domain::visit::VisitType;

/// How plainly a word says that we go and see somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Plainly: 拜访, visit.
    Plain,
    /// Where it comes first, and a customer, a time or a place is told: 见, meet.
    Verb,
    /// Wherever it stands, where a customer, a time or a place is told: 演示, lunch.
    Noun,
    /// Where it comes first and a time is told, as for an appointment: call.
    Phone,
}

use VisitType::{Call, Demo, Exchange, Executive, Negotiation, Other, Seminar, Site};
use Weight::{Noun, Phone, Plain, Verb};

/// The words of visits: the type, the weight, and whether the word says more than its type does.
const WORDS: &[(&str, VisitType, Weight, bool)] = &[
    ("拜访", Call, Plain, false),
    ("拜会", Call, Plain, false),
    ("走访", Call, Plain, false),
    ("回访", Call, Plain, true),
    ("上门", Call, Plain, true),
    ("登门", Call, Plain, true),
    ("约见", Call, Plain, false),
    ("见面", Call, Plain, false),
    ("面谈", Call, Plain, false),
    ("会见", Call, Plain, false),
    ("见", Call, Verb, false),
    ("会", Call, Verb, false),
    ("约", Call, Verb, false),
    ("高层拜访", Executive, Plain, false),
    ("高层会谈", Executive, Plain, true),
    ("高层交流", Executive, Plain, true),
    ("高层互访", Executive, Plain, true),
    ("会谈", Exchange, Noun, true),
    ("会面", Call, Plain, false),
    ("会议", Exchange, Noun, true),
    ("开会", Exchange, Noun, true),
    ("例会", Exchange, Noun, true),
    ("电话会议", Exchange, Noun, true),
    ("视频会议", Exchange, Noun, true),
    ("启动会", Exchange, Noun, true),
    ("评审会", Exchange, Noun, true),
    ("交流", Exchange, Noun, false),
    ("项目交流", Exchange, Plain, false),
    ("交流会", Exchange, Noun, true),
    ("汇报", Exchange, Noun, true),
    ("方案汇报", Exchange, Noun, true),
    ("座谈", Exchange, Noun, true),
    ("研讨", Seminar, Noun, false),
    ("研讨会", Seminar, Noun, true),
    ("技术研讨", Seminar, Plain, false),
    ("技术交流", Seminar, Noun, true),
    ("讲座", Seminar, Noun, true),
    ("沙龙", Seminar, Noun, true),
    ("演示", Demo, Noun, false),
    ("方案演示", Demo, Plain, false),
    ("产品演示", Demo, Noun, true),
    ("讲标", Demo, Noun, true),
    ("述标", Demo, Noun, true),
    ("宣讲", Demo, Noun, true),
    ("讲方案", Demo, Noun, true),
    ("路演", Demo, Noun, true),
    ("考察", Site, Noun, false),
    ("项目考察", Site, Plain, false),
    ("参观", Site, Noun, true),
    ("踏勘", Site, Noun, true),
    ("勘察", Site, Noun, true),
    ("看现场", Site, Noun, true),
    ("谈判", Negotiation, Noun, false),
    ("条款谈判", Negotiation, Plain, false),
    ("商务谈判", Negotiation, Noun, true),
    ("合同谈判", Negotiation, Noun, true),
    ("技术谈判", Negotiation, Noun, true),
    ("议价", Negotiation, Noun, true),
    ("谈合同", Negotiation, Noun, true),
    ("谈价格", Negotiation, Noun, true),
    ("谈条款", Negotiation, Noun, true),
    ("吃饭", Other, Noun, true),
    ("早餐", Other, Noun, true),
    ("午餐", Other, Noun, true),
    ("午饭", Other, Noun, true),
    ("晚餐", Other, Noun, true),
    ("晚饭", Other, Noun, true),
    ("宴请", Other, Noun, true),
    ("饭局", Other, Noun, true),
    ("喝茶", Other, Noun, true),
    ("喝咖啡", Other, Noun, true),
    ("打球", Other, Noun, true),
    ("培训", Other, Noun, true),
    ("陪同", Other, Noun, true),
    ("打电话", Call, Phone, true),
    ("电话", Call, Phone, true),
    ("致电", Call, Phone, true),
    ("通话", Call, Phone, true),
    ("visit", Call, Plain, false),
    ("visiting", Call, Plain, false),
    ("sales call", Call, Plain, false),
    ("meet", Call, Verb, false),
    ("meeting", Exchange, Noun, true),
    ("see", Call, Verb, false),
    ("call", Call, Phone, true),
    ("phone", Call, Phone, true),
    ("ring", Call, Phone, true),
    ("executive visit", Executive, Plain, false),
    ("exec visit", Executive, Plain, false),
    ("executive briefing", Executive, Noun, true),
    ("exec briefing", Executive, Noun, true),
    ("briefing", Exchange, Noun, true),
    ("project exchange", Exchange, Plain, false),
    ("kickoff", Exchange, Noun, true),
    ("kick-off", Exchange, Noun, true),
    ("catch up", Call, Verb, true),
    ("workshop", Seminar, Noun, true),
    ("seminar", Seminar, Noun, false),
    ("technical seminar", Seminar, Plain, false),
    ("webinar", Seminar, Noun, true),
    ("demo", Demo, Noun, false),
    ("demonstration", Demo, Noun, false),
    ("solution demo", Demo, Plain, false),
    ("product demo", Demo, Noun, true),
    ("presentation", Demo, Noun, true),
    ("present", Demo, Verb, true),
    ("pitch", Demo, Noun, true),
    ("site visit", Site, Plain, false),
    ("site tour", Site, Noun, true),
    ("plant tour", Site, Noun, true),
    ("factory tour", Site, Noun, true),
    ("site survey", Site, Noun, true),
    ("negotiation", Negotiation, Noun, false),
    ("negotiations", Negotiation, Noun, false),
    ("terms negotiation", Negotiation, Plain, false),
    ("contract negotiation", Negotiation, Noun, true),
    ("negotiate", Negotiation, Verb, false),
    ("breakfast", Other, Noun, true),
    ("lunch", Other, Noun, true),
    ("dinner", Other, Noun, true),
    ("coffee", Other, Noun, true),
    ("drinks", Other, Noun, true),
    ("golf", Other, Noun, true),
    ("training", Other, Noun, true),
];

/// What a word of visits describes, where it follows: a paper about a visit is none.
const PAPERS: &[&str] = &[
    "报告",
    "记录",
    "纪要",
    "材料",
    "计划",
    "总结",
    "资料",
    "名单",
    "清单",
    "室",
    "议程",
    "环境",
    "账号",
    "稿",
    "脚本",
    "准备",
    "设备",
    "样机",
    "率",
    "表",
    "费",
    "提纲",
    "通知",
    "邀请",
    "report",
    "reports",
    "notes",
    "minutes",
    "room",
    "plan",
    "list",
    "script",
    "environment",
    "account",
    "kit",
    "data",
    "agenda",
    "slides",
    "deck",
    "order",
    "log",
    "summary",
    "invite",
    "invitation",
];

/// With these a line begins that says what we do ourselves.
const DUTIES: &[&str] = &[
    "准备",
    "写",
    "发",
    "寄",
    "整理",
    "提交",
    "更新",
    "安排",
    "预约",
    "预定",
    "预订",
    "订",
    "跟进",
    "催",
    "问",
    "查",
    "改",
    "买",
    "送",
    "回复",
    "回邮件",
    "回电",
    "提醒",
    "通知",
    "确认",
    "完成",
    "修改",
    "打印",
    "联系",
    "填",
    "签",
    "审",
    "检查",
    "制定",
    "制作",
    "起草",
    "落实",
    "收集",
    "核对",
    "申请",
    "取消",
    "推迟",
    "协调",
    "等",
    "给客户发",
    "邀请",
    "复盘",
    "总结",
    "记录",
    "prepare",
    "prep",
    "write",
    "send",
    "email",
    "mail",
    "draft",
    "book",
    "arrange",
    "schedule",
    "plan",
    "follow",
    "remind",
    "update",
    "submit",
    "review",
    "check",
    "confirm",
    "order",
    "buy",
    "fix",
    "ask",
    "tell",
    "reply",
    "get",
    "make",
    "print",
    "finish",
    "complete",
    "cancel",
    "postpone",
    "reschedule",
    "set",
    "organise",
    "organize",
    "create",
    "fill",
    "sign",
    "file",
    "pay",
    "invoice",
    "quote",
    "chase",
    "request",
    "wait",
    "waiting",
    "collect",
    "share",
    "forward",
    "deliver",
    "read",
    "think",
    "find",
    "log",
];

/// Words before the first that says something.
const PARTICLES: &[&str] = &[
    "去", "到", "和", "跟", "与", "同", "向", "给", "陪", "带", "在", "再", "要", "请", "我", "们", "一",
    "起", "的", "对", "找", "及", "为", "to", "with", "go", "i", "we", "our", "the", "a", "an", "for", "at",
    "in", "on", "and", "of", "s", "quick", "re", "first", "next",
];

/// A word of visits in a line.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// Its tokens.
    pub range: Range<usize>,
    /// Which type of visit it tells.
    pub of: VisitType,
    /// How plainly.
    pub weight: Weight,
    /// Whether it says more than the type does.
    pub more: bool,
}

/// The words of visits in a line, in their order.
pub(super) fn said(line: &Line) -> Vec<Said> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < line.len() {
        match word_at(line, at) {
            Some(one) => {
                at = one.range.end;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

fn word_at(line: &Line, at: usize) -> Option<Said> {
    if !line.is_free(at) || (line.class(at) == Some(Class::Word) && !line.begins(at)) {
        return None;
    }
    let (range, (_, of, weight, more)) = line.windows(at, 5).into_iter().find_map(|range| {
        let text = line.folded(&range);
        Some((range, WORDS.iter().find(|(word, ..)| *word == text)?))
    })?;
    let next = line.after_blank(range.end);
    let is_paper = PAPERS.iter().any(|paper| line.starts(next, paper) || line.word(next) == *paper);
    (!is_paper).then(|| Said { range, of: *of, weight: *weight, more: *more })
}

/// Whether nothing but names and particles stands before a token.
pub(super) fn leads(line: &Line, at: usize) -> bool {
    (0..at).filter(|before| line.is_free(*before)).all(|before| {
        line.class(before) == Some(Class::Sign) || PARTICLES.contains(&line.word(before).as_str())
    })
}

/// Whether the line begins with something that we do ourselves.
pub(super) fn is_duty(line: &Line, verbs: &[Said]) -> bool {
    let says = |at: &usize| line.is_free(*at) && line.class(*at) != Some(Class::Sign);
    let first = (0..line.len()).filter(says).find(|at| !PARTICLES.contains(&line.word(*at).as_str()));
    let first = first.filter(|at| !verbs.iter().any(|verb| verb.range.start == *at));
    first.is_some_and(|at| duty(line, at).is_some())
}

/// The tokens of a word for something that we do ourselves, where one begins here.
pub(super) fn duty(line: &Line, at: usize) -> Option<Range<usize>> {
    let han = DUTIES.iter().filter(|duty| line.starts(at, duty)).map(|duty| duty.chars().count()).max();
    let word = || DUTIES.contains(&line.word(at).as_str()).then_some(1);
    han.or_else(word).map(|length| at..at + length)
}

/// A kind that a line says of itself: `todo:`, `待办：`, `visit:`. True for a visit.
pub(super) fn told(line: &Line) -> Option<(Range<usize>, bool)> {
    let at = (0..line.len()).find(|at| line.is_free(*at))?;
    let range = line.windows(at, 2).into_iter().find(|range| {
        ["todo", "task", "待办", "任务", "visit", "拜访"].contains(&line.folded(range).as_str())
            && line.word(range.end) == ":"
    })?;
    let is_visit = matches!(line.folded(&range).as_str(), "visit" | "拜访");
    Some((range.start..range.end + 1, is_visit))
}

/// Whether the line asks for somebody's time or money: 申请…, 请…支持, `request …`, `ask … for …`.
pub(super) fn is_ask(line: &Line) -> bool {
    let text = line.rest(true);
    let text = crate::domain::text::fold(text.trim());
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let helps = ["支持", "协助", "配合", "帮忙", "support", "help"].iter().any(|word| text.contains(word));
    starts(&["申请", "请求", "资源请求", "request ", "ask:", "ask for ", "resource request"])
        || (starts(&["请", "需要", "need "]) && helps)
        || (starts(&["ask "]) && text.contains(" for "))
}

/// Whom the line waits on: the tokens of the waiting word, and of what follows up to what that one is to do.
pub(super) fn waits(line: &Line) -> Option<(Range<usize>, Range<usize>)> {
    let at = (0..line.len()).find(|at| line.is_free(*at))?;
    let words = ["等待", "等", "waiting for", "waiting on", "wait for", "wait on"];
    let range = line.windows(at, 3).into_iter().find(|range| words.contains(&line.folded(range).as_str()))?;
    if ["等", "级", "于", "一", "会", "到"].contains(&line.word(range.end).as_str()) {
        return None;
    }
    let from = line.after_blank(range.end);
    let deeds = [
        "回", "审", "批", "确", "签", "反", "盖", "付", "报", "答", "给", "发", "定", "通", "安", "提", "出",
        "的", "对", "做", "把", "交", "to", "re", "about", "on", "for", "before", "until", "with", "by",
    ];
    let stops = |at: &usize| {
        let is_later = *at > from;
        let is_end = line.class(*at) == Some(Class::Sign) || line.state(*at) == State::Cut;
        let is_gap = line.class(*at) == Some(Class::Space) && line.class(at - 1) == Some(Class::Han);
        is_later && (is_end || is_gap || deeds.contains(&line.word(*at).as_str()))
    };
    let end = (from..line.len()).find(stops).unwrap_or(line.len());
    let end = if end > from && line.class(end - 1) == Some(Class::Space) { end - 1 } else { end };
    (end > from && line.is_free(from)).then_some((range, from..end))
}
