//! Whom a visit names that the book does not know: behind a word of visits, or behind `with` and 和.

use std::ops::Range;

use super::Fresh;
use super::kind::{self, Said};
use super::token::{Class, Line, State};
use super::who::{Names, is_title};
use super::words::Weight;
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::domain::text::fold;
use crate::domain::visit::VisitType;

/// The surnames that begin a name of a person rather than one of a firm.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙朱郭何罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范廖邹熊孔秦邱侯尹黎孟郝龚邵毛钱崔俞陆严岳";

/// Who is nobody in particular.
const ANYBODY: &[&str] = &[
    "客户",
    "现场",
    "工厂",
    "展会",
    "园区",
    "用户",
    "领导",
    "甲方",
    "专家",
    "同事",
    "供应商",
    "代理商",
    "大家",
    "他们",
    "对方",
    "公司",
    "总部",
    "车间",
    "样板点",
    "机房",
    "团队",
    "厂家",
    "会议",
    "项目",
    "方案",
    "合同",
    "价格",
    "预算",
    "需求",
    "技术",
    "时间",
    "一下",
    "一个",
    "会议室",
    "餐厅",
    "酒店",
    "customer",
    "customers",
    "client",
    "clients",
    "plant",
    "factory",
    "site",
    "office",
    "fair",
    "booth",
    "hq",
    "team",
    "partner",
    "partners",
    "prospect",
    "prospects",
    "them",
    "him",
    "her",
    "everyone",
    "people",
    "users",
    "board",
    "management",
    "the",
    "a",
    "an",
    "my",
    "our",
    "your",
    "their",
    "all",
    "new",
    "two",
    "three",
    "some",
    "about",
    "re",
    "for",
    "with",
    "at",
    "on",
    "in",
    "and",
    "to",
    "from",
    "of",
    "notes",
    "deadline",
    "attachment",
    "you",
    "me",
    "us",
];

/// Words that begin what a visit is about.
const ABOUT: &[&str] = &[
    "谈", "聊", "讲", "了解", "看", "问", "做", "签", "交", "收", "送", "提", "沟通", "汇报", "介绍", "演示",
    "参加", "讨论", "推进", "落实", "敲定", "确定", "核实", "商量", "商讨", "调研", "摸底", "吃", "喝", "开",
    "会", "一起", "并", "顺便", "是否", "能否", "对", "把", "让", "请", "要", "说", "关于", "的", "和", "跟",
    "与", "同", "及", "、", "去", "到", "在", "用", "过", "了",
];

/// How names of firms end in Chinese.
const ENDINGS: &[&str] = &[
    "有限公司",
    "公司",
    "集团",
    "科技",
    "股份",
    "医院",
    "大学",
    "银行",
    "电子",
    "实业",
    "机械",
    "汽车",
    "能源",
    "化工",
    "制药",
    "药业",
    "物流",
    "重工",
    "精工",
    "软件",
    "信息",
    "研究院",
    "设计院",
    "中心",
];

/// Words in the name of a firm.
const FIRMS: &[&str] = &[
    "ltd",
    "inc",
    "corp",
    "gmbh",
    "ag",
    "llc",
    "plc",
    "co",
    "company",
    "group",
    "bank",
    "labs",
    "systems",
    "industries",
];

/// Whom a line names that nobody of the book is, each with its tokens.
pub(super) fn newcomers(line: &Line, verbs: &[Said], names: &Names) -> Vec<(Range<usize>, Fresh)> {
    let has_account = names.known.iter().any(|(_, one)| one.noun != Noun::Person);
    let mut found: Vec<(Range<usize>, Fresh)> = Vec::new();
    for at in 0..line.len() {
        let is_taken = found.iter().any(|(range, _)| range.contains(&at));
        let Some(lead) = lead(line, verbs, names, &found, at).filter(|_| !is_taken) else { continue };
        let Some((range, noun)) = named(line, verbs, at, lead) else { continue };
        let is_second = has_account || found.iter().any(|(_, one)| one.noun == Noun::Account);
        if noun == Noun::Account && is_second {
            continue;
        }
        let name = line.slice(&range).trim().to_owned();
        found.push((range, Fresh { noun, name }));
    }
    found
}

/// What stands before a name, and so tells whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// A word for going to a firm: 拜访, visit, demo for.
    Firm,
    /// A word for being with people: 见, meet, lunch with.
    People,
    /// Somebody that was named: what follows is a person of it.
    Named,
    /// `from`, `of`: what follows is the firm.
    Of,
}

fn lead(
    line: &Line,
    verbs: &[Said],
    names: &Names,
    found: &[(Range<usize>, Fresh)],
    at: usize,
) -> Option<Lead> {
    if !line.is_free(at) || !matches!(line.class(at), Some(Class::Han | Class::Word)) {
        return None;
    }
    let before = line.before_blank(at)?;
    let of_verb = |at: usize| verbs.iter().find(|verb| verb.range.contains(&at));
    if of_verb(at).is_some() {
        return None;
    }
    let told = |verb: &Said| match (verb.weight, verb.of) {
        (Weight::Plain, _) | (_, VisitType::Demo | VisitType::Site | VisitType::Seminar) => Lead::Firm,
        _ => Lead::People,
    };
    if let Some(verb) = of_verb(before) {
        return (verb.weight != Weight::Phone).then(|| told(verb));
    }
    let is_known = |at: usize| names.known.iter().any(|(range, _)| range.contains(&at));
    let is_fresh = |at: usize| found.iter().any(|(range, _)| range.contains(&at));
    if is_known(before) || is_fresh(before) {
        return Some(Lead::Named);
    }
    let first = verbs.first().filter(|verb| verb.weight != Weight::Phone)?;
    match line.word(before).as_str() {
        "的" if before.checked_sub(1).is_some_and(|at| is_known(at) || is_fresh(at)) => Some(Lead::Named),
        "from" | "of" if before > first.range.start => Some(Lead::Of),
        "with" | "w" | "/" | "和" | "跟" | "与" | "请" | "陪" => Some(Lead::People),
        "for" | "to" | "at" | "给" | "到" | "去"
            if first.of == VisitType::Demo || first.of == VisitType::Site =>
        {
            Some(Lead::Firm)
        }
        _ => None,
    }
}

fn named(line: &Line, verbs: &[Said], at: usize, lead: Lead) -> Option<(Range<usize>, Noun)> {
    if line.class(at) == Some(Class::Han) { chinese(line, verbs, at, lead) } else { latin(line, at, lead) }
}

fn chinese(line: &Line, verbs: &[Said], at: usize, lead: Lead) -> Option<(Range<usize>, Noun)> {
    let is_apart = |at: &usize| {
        !line.is_free(*at)
            || !matches!(line.class(*at), Some(Class::Han | Class::Word))
            || verbs.iter().any(|verb| verb.range.contains(at))
    };
    let most = (at..line.len()).find(is_apart).unwrap_or(line.len());
    let firm = (at + 1..most).find_map(|at| {
        let ending = ENDINGS.iter().find(|ending| line.starts(at, ending))?;
        Some(at + ending.chars().count()).filter(|end| *end <= most)
    });
    // 用友 and 同方 are names: two signs at least are one.
    let is_about =
        |at: &usize| kind::duty(line, *at).is_some() || ABOUT.iter().any(|word| line.starts(*at, word));
    let end = firm.or_else(|| (at + 2..most).find(is_about)).unwrap_or(most);
    let range = at..end;
    let text = line.slice(&range);
    let length = text.chars().count();
    let is_anybody = ANYBODY.iter().any(|word| text.ends_with(word) || text.starts_with(word));
    let is_deed = kind::duty(line, at).is_some()
        || ABOUT.iter().any(|word| word.chars().count() > 1 && line.starts(at, word));
    let is_any = is_anybody && firm.is_none() || is_deed || name::is_place(text) || is_weekday(text);
    if !(2..=16).contains(&length)
        || is_any
        || text.starts_with(|sign: char| "新老大小各几这那一谈聊讲看问".contains(sign) && firm.is_none())
    {
        return None;
    }
    let is_surname = text.starts_with(|sign| SURNAMES.contains(sign));
    let is_person = firm.is_none() && is_surname && (length <= 3 || is_title(line, at, end));
    match (lead, is_person) {
        (Lead::Of, _) | (Lead::Firm | Lead::People, false) => Some((range, Noun::Account)),
        (_, true) => Some((range, Noun::Person)),
        (Lead::Named, false) => None,
    }
}

/// 周二 is no Ms Zhou, and 周一鸣 may be one.
fn is_weekday(text: &str) -> bool {
    let mut signs = text.strip_prefix('周').unwrap_or_default().chars();
    let name = signs.next().is_some_and(|sign| "一二三四五六日天".contains(sign));
    name && signs.next().is_none_or(|sign| "或和、及与".contains(sign))
}

fn latin(line: &Line, at: usize, lead: Lead) -> Option<(Range<usize>, Noun)> {
    let is_capital = |at: usize| {
        let text = line.slice(&(at..at + 1));
        line.is_free(at) && line.class(at) == Some(Class::Word) && text.starts_with(char::is_uppercase)
    };
    let is_nobody = |at: usize| {
        let word = line.word(at);
        ANYBODY.contains(&word.as_str()) || kind::duty(line, at).is_some() || super::hour::is_verb(&word)
    };
    if !line.begins_word(at) || is_nobody(at) || line.word(at).starts_with(|sign: char| sign.is_ascii_digit())
    {
        return None;
    }
    let mut end = at + 1;
    while is_capital(at) && end < line.len() {
        let next = line.after_blank(end);
        let joins = matches!(line.word(next).as_str(), "&" | "'" | "’" | "-")
            && line.is_free(next)
            && is_capital(next + 1);
        match (joins, is_capital(next)) {
            (true, _) => end = next + 2,
            (false, true) => end = next + 1,
            (false, false) => break,
        }
    }
    let range = at..end;
    let next = line.after_blank(end);
    let is_over = line.class(next).is_none() || line.state(next) == State::Cut;
    // A word in small letters is a name only where nothing follows that it could belong to.
    let may_be_small = is_over && matches!(lead, Lead::Firm | Lead::Of);
    if !is_capital(at) && !may_be_small {
        return None;
    }
    let text = fold(line.slice(&range));
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_firm = words.last().is_some_and(|last| FIRMS.contains(last));
    match lead {
        Lead::Firm | Lead::Of => Some((range, Noun::Account)),
        Lead::People if is_firm => Some((range, Noun::Account)),
        Lead::People => Some((range, Noun::Person)),
        Lead::Named => (words.len() == 2 && !is_firm).then_some((range, Noun::Person)),
    }
}
