//! Who and what for: names of the book in a line, by name, by pinyin and by initials.

use std::cell::Cell;
use std::ops::Range;

use super::kind::{self, Said};
use super::level::{Level, is_spelled, settle};
use super::token::{Class, Line, State};
use super::{Doubt, Named};
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::domain::text::is_han;

/// How many words may be looked up for one line.
const LOOKUPS: usize = 60;

/// The longest Chinese name that is looked for, in characters.
const LONGEST: usize = 14;

/// Behind these a name is likely, and they belong to it.
const JOINTS: &[&str] = &[
    "和", "跟", "与", "同", "向", "给", "陪", "带", "找", "去", "到", "请", "让", "催", "问", "帮", "对",
    "等", "及", "在", "为", "w", "with", "to", "for", "from", "at", "and", "of", "by",
];

/// Behind these a name is likely as well.
const HINTS: &[&str] =
    &["re", "about", "on", "tell", "ask", "的", "&", "回", "加", "复", "看", "见", "约", "趟"];

/// As they are, of several characters.
const HAN_HINTS: &[&str] =
    &["支持", "协助", "配合", "关于", "对接", "联系", "提醒", "通知", "微信", "短信", "电话", "邮件"];

/// Words that are no names, however a name may sound.
const PLAIN: &[&str] = &[
    "the", "a", "an", "to", "for", "with", "and", "or", "of", "in", "on", "at", "by", "re", "is", "it", "be",
    "do", "go", "my", "our", "we", "he", "she", "him", "her", "us", "me", "they", "you", "your", "them",
    "back", "new", "all", "this", "that", "quote", "offer", "contract", "price", "ppt", "demo", "poc", "crm",
    "erp", "nda", "po", "hr", "cfo", "ceo", "cto", "cio", "it", "team", "plan", "report", "budget", "send",
    "write", "prepare", "check", "review", "update", "email", "follow", "up", "get", "ask", "order", "todo",
    "call", "visit", "meet", "lunch", "dinner", "confirm", "book", "set", "make", "draft", "project",
    "sales", "customer", "client", "company", "group", "corp", "gmbh", "inc", "ltd", "llc", "plc", "ag",
    "co",
];

/// What so many names hold that it tells none from the others.
const COMMON: &[&str] =
    &["公司", "有限公司", "股份", "股份有限公司", "有限", "集团", "集团公司", "客户", "项目", "科技", "中心"];

/// What names of the book are in a line.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Each with its tokens, in their order.
    pub known: Vec<(Range<usize>, Named)>,
    /// Words that may mean several.
    pub doubts: Vec<(Range<usize>, Doubt)>,
}

/// Looks for names in a line.
pub(super) struct Search<'a> {
    /// What the book has for a text.
    pub lookup: &'a dyn Fn(&str) -> Vec<Named>,
    /// The account that is nearest at hand.
    pub near: Option<Id>,
    /// How many words were looked up.
    pub spent: Cell<usize>,
}

pub(super) enum Answer {
    One(Named),
    Several(Vec<Named>),
    None,
}

impl Search<'_> {
    /// The names of a line; what is found is kept, with the joints before it.
    pub fn names(&self, line: &mut Line, verbs: &[Said]) -> Names {
        let mut names = Names::default();
        let (mut at, mut likely, mut titled) = (0, true, Vec::new());
        while at < line.len() {
            if let Some(verb) = verbs.iter().find(|verb| verb.range.contains(&at)) {
                (at, likely) = (verb.range.end, true);
                // 拜访了 is a visit all the same.
                if matches!(line.word(at).as_str(), "了" | "过") && line.is_free(at) {
                    line.set(&(at..at + 1), State::Kept);
                }
                continue;
            }
            if !line.is_free(at) || line.class(at) == Some(Class::Sign) {
                likely |= line.class(at) != Some(Class::Space);
                at += 1;
                continue;
            }
            let near = names.account().or(self.near);
            let found = match line.class(at) {
                Some(Class::Han) => self.han(line, verbs, at, likely, near),
                _ => self.words(line, at, likely, near),
            };
            if let Some((range, answer)) = found {
                at = range.end;
                take(line, &mut names, range, answer);
                likely = true;
                continue;
            }
            if let Some(range) = title_at(line, at).filter(|_| likely) {
                at = range.end;
                titled.push(range);
                continue;
            }
            let duty = kind::duty(line, at).filter(|_| line.begins(at));
            let hint = HAN_HINTS.iter().find(|hint| line.starts(at, hint));
            let hint = hint.map(|hint| at..at + hint.chars().count());
            if let Some(range) = duty.or(hint) {
                (at, likely) = (range.end, true);
                continue;
            }
            let word = line.word(at);
            likely = JOINTS.contains(&word.as_str()) || HINTS.contains(&word.as_str());
            at += 1;
        }
        self.titled(line, &mut names, titled);
        names.known.sort_by_key(|(range, _)| range.start);
        names
    }

    fn han(
        &self,
        line: &Line,
        verbs: &[Said],
        at: usize,
        likely: bool,
        near: Option<Id>,
    ) -> Option<(Range<usize>, Answer)> {
        let starts = line.begins(at);
        if !likely && !starts {
            return None;
        }
        let is_verb = |at: usize| verbs.iter().any(|verb| verb.range.contains(&at));
        // 华兴MES二期 is one name.
        let says = |at: usize| matches!(line.class(at), Some(Class::Han | Class::Word)) && line.is_free(at);
        let end = (at..line.len().min(at + LONGEST)).find(|one| !says(*one) || is_verb(*one));
        let end = end.unwrap_or(line.len().min(at + LONGEST));
        let whole = line.ends(end) || is_verb(end);
        let is_common = |to: &usize| COMMON.contains(&line.slice(&(at..*to)));
        (at + 2..=end).rev().filter(|to| !is_common(to)).find_map(|to| {
            let least = match (likely, to == end && whole, to - at) {
                (true, true, _) | (true, _, 3..) => Level::Inside,
                (true, ..) => Level::Start,
                (false, ..) => Level::Exact,
            };
            self.ask(line, at..to, least, near)
        })
    }

    fn words(
        &self,
        line: &Line,
        at: usize,
        likely: bool,
        near: Option<Id>,
    ) -> Option<(Range<usize>, Answer)> {
        let is_mail = line.word(at + 1) == "@" && line.is_free(at + 1);
        if !line.begins_word(at) || is_mail || line.word(at).bytes().all(|sign| sign.is_ascii_digit()) {
            return None;
        }
        let is_capital = line.slice(&(at..at + 1)).starts_with(char::is_uppercase);
        // What we do is no name, unless somebody is called exactly so: chase, call.
        let is_deed = kind::duty(line, at).is_some() && kind::leads(line, at);
        line.windows(at, 9).into_iter().find_map(|range| {
            let text = line.folded(&range);
            let is_plain = PLAIN.contains(&text.as_str());
            let least = match (range.len(), text.chars().count()) {
                (1, _) if is_plain || is_deed => return None,
                _ if is_deed => Level::Exact,
                _ if text.contains(is_han) => Level::Start,
                (1, 3..) if likely => Level::Sound,
                (1, 2) if likely => Level::Initials,
                (1, _) if is_capital => Level::Start,
                (1, _) => return None,
                _ if likely && is_spelled(&text) => Level::Initials,
                _ if likely || is_capital => Level::Start,
                _ => Level::Exact,
            };
            self.ask(line, range, least, near)
        })
    }

    fn ask(
        &self,
        line: &Line,
        range: Range<usize>,
        least: Level,
        near: Option<Id>,
    ) -> Option<(Range<usize>, Answer)> {
        let text = line.slice(&range);
        if self.spent.replace(self.spent.get() + 1) >= LOOKUPS {
            return None;
        }
        let mut found = (self.lookup)(text);
        if is_spelled(text) {
            let joined: String = text.split_whitespace().collect();
            let more = (self.lookup)(&joined);
            found.extend(more.into_iter().filter(|one| one.noun == Noun::Person));
            found.sort_by_key(|one| (one.noun, one.no));
            found.dedup();
        }
        match settle(&found, text, least, near) {
            Answer::None => None,
            answer => Some((range, answer)),
        }
    }

    /// 李总 is the one of that surname at the account that is at hand, else the only one of the book.
    fn titled(&self, line: &mut Line, names: &mut Names, titled: Vec<Range<usize>>) {
        let near = names.account().or(self.near);
        for range in titled {
            let surname: String = line.slice(&range).chars().take(1).collect();
            let mut found = (self.lookup)(&surname);
            found.retain(|one| one.noun == Noun::Person && one.name.starts_with(&surname));
            let is_near = |one: &Named| near.is_some() && one.account == near;
            if found.iter().any(is_near) {
                found.retain(is_near);
            }
            match found.as_slice() {
                [] => {}
                [one] => take(line, names, range, Answer::One(one.clone())),
                // Two of that name are asked for.
                _ => take(line, names, range, Answer::Several(found)),
            }
        }
    }
}

impl Names {
    /// The account that is named.
    fn account(&self) -> Option<Id> {
        self.known.iter().find(|(_, one)| one.noun == Noun::Account).map(|(_, one)| one.id)
    }
}

/// Whether tokens are a surname with a title.
pub(super) fn is_title(line: &Line, at: usize, end: usize) -> bool {
    title_at(line, at).is_some_and(|range| range.end == end)
}

fn title_at(line: &Line, at: usize) -> Option<Range<usize>> {
    let title =
        name::POSITIONS.iter().filter(|title| line.starts(at + 1, title)).max_by_key(|title| title.len())?;
    (line.class(at) == Some(Class::Han)).then(|| at..at + 1 + title.chars().count())
}

/// Takes the joint before a name with it: `with`, `w/`, 和, 的.
pub(super) fn keep_joint(line: &mut Line, start: usize) {
    let Some(joint) = line.before_blank(start).filter(|before| line.is_free(*before)) else { return };
    let is_slash = line.word(joint) == "/" && joint.checked_sub(1).is_some_and(|at| line.word(at) == "w");
    let word = line.word(joint);
    if is_slash {
        line.set(&(joint - 1..start), State::Kept);
    } else if JOINTS.contains(&word.as_str()) || word == "的" {
        line.set(&(joint..start), State::Kept);
    }
}

fn take(line: &mut Line, names: &mut Names, range: Range<usize>, answer: Answer) {
    keep_joint(line, range.start);
    let end = name::POSITIONS
        .iter()
        .filter(|title| line.starts(range.end, title))
        .map(|title| title.chars().count())
        .max();
    let mut whole = range.start..range.end + end.unwrap_or(0);
    let answer = match answer {
        Answer::Several(candidates) => match numbered(line, whole.end, &candidates) {
            Some((end, one)) => {
                whole.end = end;
                Answer::One(one)
            }
            None => Answer::Several(candidates),
        },
        answer => answer,
    };
    match answer {
        Answer::One(one) => {
            line.set(&whole, State::Kept);
            names.known.push((whole, one));
        }
        Answer::Several(candidates) => {
            let text = line.slice(&range).to_owned();
            line.set(&whole, State::Kept);
            names.doubts.push((whole, Doubt { text, candidates }));
        }
        Answer::None => {}
    }
}

/// Which of several a `#6` behind the name says by its number.
fn numbered(line: &Line, at: usize, candidates: &[Named]) -> Option<(usize, Named)> {
    let sign = line.after_blank(at);
    let no: i64 = line.word(sign + 1).parse().ok().filter(|_| line.word(sign) == "#")?;
    let one = candidates.iter().find(|one| one.no == no)?;
    Some((sign + 2, one.clone()))
}
