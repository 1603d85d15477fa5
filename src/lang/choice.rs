//! The words and marks of every closed list, by `list.code`, and how a typed one is recognised.

use super::{Lang, Word, former, same, table};

table! {
    /// The label of each choice, by `list.code`.
    CHOICES {
        "stage.potential" = "Potential" | "潜在商机";
        "stage.qualified" = "Qualified" | "落实项目";
        "stage.mine" = "My project" | "我的项目";
        "stage.winnable" = "Winnable" | "项目胜算";
        "status.open" = "Open" | "在跟";
        "status.won" = "Won" | "赢单";
        "status.lost" = "Lost" | "输单";
        "status.suspended" = "Suspended" | "搁置";
        "status.dropped" = "Dropped" | "放弃";
        "phase.acquired" = "Opportunity found" | "商机获得";
        "phase.entering" = "Deciding to engage" | "抉择参与";
        "phase.resourcing" = "Committing resources" | "资源投入";
        "phase.discovering" = "Discovering needs" | "需求发掘";
        "phase.competing" = "Competing on solution" | "方案竞争";
        "phase.relating" = "Building relationships" | "客户关系";
        "phase.negotiating" = "Negotiating" | "技术/商务谈判";
        "phase.managing" = "Managing the sale" | "销售过程管理";
        "phase.ended" = "Ended" | "商机结束";
        "move.advance" = "Advanced" | "推进";
        "move.retreat" = "Moved back" | "退回";
        "move.win" = "Won" | "赢单";
        "move.lose" = "Lost" | "输单";
        "move.suspend" = "Suspended" | "搁置";
        "move.drop" = "Dropped" | "放弃";
        "move.reopen" = "Reopened" | "重新打开";
        "move.import" = "Imported" | "导入";
        "move.enter" = "Added" | "新建";
        "verdict.+" = "Favourable" | "有利";
        "verdict.-" = "Unfavourable" | "不利";
        "verdict.?" = "Unknown" | "未知";
        "grade.guess" = "Guess" | "推测";
        "grade.told" = "Told" | "客户口述";
        "grade.proven" = "Proven" | "书面或多方印证";
        "pressure.market" = "Market" | "市场";
        "pressure.operations" = "Operations" | "经营";
        "pressure.competition" = "Competition" | "竞争";
        "value.unique" = "Unique" | "独特";
        "value.solution" = "Solution" | "解决";
        "value.implementation" = "Implementation" | "实施";
        "category.omitted" = "Omitted" | "不计";
        "category.pipeline" = "Pipeline" | "储备";
        "category.best-case" = "Best case" | "乐观";
        "category.commit" = "Commit" | "承诺";
        "category.closed" = "Closed" | "已签";
        "strategy.frontal" = "Frontal" | "正面";
        "strategy.flanking" = "Flanking" | "侧翼";
        "strategy.fragment" = "Fragment" | "分割";
        "strategy.defend" = "Defend" | "防守";
        "strategy.develop" = "Develop" | "培育";
        "finance_state.unplanned" = "Not requested" | "未申请";
        "finance_state.requested" = "Requested" | "已申请";
        "finance_state.approved" = "Approved" | "已批准";
        "finance_state.available" = "Available" | "已到位";
        "tier.a" = "A" | "A类";
        "tier.b" = "B" | "B类";
        "tier.c" = "C" | "C类";
        "relation_level.ordinary" = "Standard" | "普通";
        "relation_level.partner" = "Partner" | "伙伴式";
        "relation_level.strategic" = "Strategic" | "战略性";
        "segment.core" = "Core" | "核心";
        "segment.potential" = "Potential" | "潜在";
        "segment.general" = "General" | "一般";
        "segment.churned" = "Churned" | "流失";
        "loyalty.loyal" = "Loyal" | "忠诚";
        "loyalty.switcher" = "Switcher" | "品牌转移";
        "loyalty.indifferent" = "Indifferent" | "无品牌忠诚";
        "lifecycle.prospect" = "Prospect" | "待开发";
        "lifecycle.developing" = "Developing" | "开发中";
        "lifecycle.active" = "Active" | "合作中";
        "lifecycle.dormant" = "Dormant" | "休眠";
        "lifecycle.former" = "Former" | "已流失";
        "buying_role.approver" = "Approver" | "最后批准";
        "buying_role.decider" = "Decider" | "决策制定";
        "buying_role.evaluator" = "Evaluator" | "方案评估";
        "buying_role.user" = "User" | "最终用户";
        "adaptability.innovator" = "Innovator" | "领先创造";
        "adaptability.visionary" = "Visionary" | "前瞻先进";
        "adaptability.pragmatist" = "Pragmatist" | "实用求是";
        "adaptability.conservative" = "Conservative" | "保守求稳";
        "adaptability.laggard" = "Laggard" | "不求进取";
        "support.mentor" = "Mentor" | "导师";
        "support.supporter" = "Supporter" | "支持";
        "support.neutral" = "Neutral" | "中立";
        "support.non-supporter" = "Non-supporter" | "不支持";
        "support.enemy" = "Enemy" | "反对";
        "coverage.in-depth" = "In depth" | "深入";
        "coverage.multiple" = "Several meetings" | "多次";
        "coverage.brief" = "Brief" | "简短";
        "coverage.none" = "No contact" | "未接触";
        "coverage.unknown" = "Unknown" | "未知";
        "political_status.inner-circle" = "Inner circle" | "核心圈";
        "political_status.political-structure" = "Inside" | "圈内";
        "political_status.outside" = "Outside" | "圈外";
        "tie.influences" = "Influences" | "影响";
        "tie.conflicts" = "Conflicts with" | "冲突";
        "tie.allied" = "Allied with" | "结盟";
        "pace.planned" = "Planned" | "未开始";
        "pace.running" = "In progress" | "进行中";
        "pace.done" = "Done" | "已完成";
        "pace.skipped" = "Skipped" | "已跳过";
        "factor_class.technical-business" = "Technical/business" | "技术/业务";
        "factor_class.personal" = "Personal" | "个人";
        "factor_class.other" = "Other" | "其它";
        "set_by.internal-team" = "Internal team" | "内部小组";
        "set_by.advisor" = "Advisor" | "外部咨询";
        "set_by.competitor" = "Competitor" | "竞争对手";
        "set_by.us" = "Us" | "我方";
        "tactic.be_first" = "Bring it up first" | "争做第一";
        "tactic.replace" = "Replace it" | "以B代A";
        "tactic.raise" = "Raise the bar" | "A变A+1";
        "tactic.rerank" = "Re-rank it" | "重设优先级";
        "tactic.analyse" = "Analyse" | "分析项目";
        "visit_type.sales-call" = "Sales call" | "销售拜访";
        "visit_type.technical-seminar" = "Technical seminar" | "技术研讨";
        "visit_type.project-exchange" = "Project meeting" | "项目交流";
        "visit_type.solution-demo" = "Solution demo" | "方案演示";
        "visit_type.executive-visit" = "Executive visit" | "高层拜访";
        "visit_type.site-visit" = "Site visit" | "项目考察";
        "visit_type.terms-negotiation" = "Terms negotiation" | "条款谈判";
        "visit_type.other" = "Other activity" | "其他活动";
        "why_kind.advance" = "Advance the deal" | "促进前进";
        "why_kind.relationship" = "Build relationship" | "加强关系";
        "visit_status.planned" = "Planned" | "计划";
        "visit_status.ready" = "Ready" | "就绪";
        "visit_status.done" = "Done" | "已完成";
        "visit_status.cancelled" = "Cancelled" | "已取消";
        "result.achieved" = "Achieved" | "达成";
        "result.partly" = "Partly" | "部分达成";
        "result.not" = "Not achieved" | "未达成";
        "result.cancelled" = "Cancelled" | "取消";
        "aim.rapport" = "Rapport" | "融洽关系";
        "aim.information" = "Information" | "挖掘信息";
        "aim.advantage" = "Competitive edge" | "加强优势";
        "todo_state.open" = "Open" | "待办";
        "todo_state.done" = "Done" | "完成";
        "todo_state.dropped" = "Dropped" | "放弃";
        "todo_kind.task" = "Task" | "任务";
        "todo_kind.ask" = "Request" | "资源请求";
        "priority.high" = "High" | "高";
        "priority.medium" = "Medium" | "中";
        "priority.low" = "Low" | "低";
        "ritual.sweep" = "Weekly sweep" | "每周更新";
        "ritual.funnel" = "Funnel review" | "漏斗回顾";
        "ritual.plan" = "Call plan" | "拜访计划";
        "ritual.account" = "Key-account review" | "大客户盘点";
        "review_verdict.keep" = "Keep" | "保留";
        "review_verdict.lower" = "Lower" | "降级";
        "review_verdict.remove" = "Remove" | "移出";
        "plan_standing.planned" = "Planned" | "计划";
        "plan_standing.done" = "Done" | "完成";
        "plan_standing.missed" = "Missed" | "落空";
        "plan_standing.unplanned" = "Unplanned" | "计划外";
    }
}

/// The marks of the decision-maker card in their order, each in Unicode and in ASCII.
const MARKS: [(&str, &str); 5] = [("※", "*"), ("+", "+"), ("=", "="), ("-", "-"), ("×", "x")];

/// The lists that have marks, with the codes from the first mark on.
const MARKED: &[(&str, &[&str])] = &[
    ("buying_role", &["approver", "decider", "evaluator", "user"]),
    ("adaptability", &["innovator", "visionary", "pragmatist", "conservative", "laggard"]),
    ("support", &["mentor", "supporter", "neutral", "non-supporter", "enemy"]),
    ("coverage", &["in-depth", "multiple", "brief", "none"]),
];

/// The label of a choice; the code itself where the table has none.
pub fn label(lang: Lang, list: &str, code: &'static str) -> &'static str {
    word(list, code).map_or(code, |word| word.text(lang))
}

/// The word of a choice in both languages.
pub fn word(list: &str, code: &str) -> Option<Word> {
    CHOICES.iter().find(|(key, _)| key.split_once('.') == Some((list, code))).map(|(_, word)| *word)
}

/// The mark of a choice, in Unicode and in ASCII; nothing for lists without marks.
pub fn mark(list: &str, code: &str) -> Option<(&'static str, &'static str)> {
    if (list, code) == ("coverage", "unknown") {
        return Some(("?", "?"));
    }
    let codes = MARKED.iter().find(|(marked, _)| *marked == list).map(|(_, codes)| *codes)?;
    codes.iter().zip(MARKS).find(|(marked, _)| **marked == code).map(|(_, mark)| mark)
}

/// The lists that have marks, in the order of the card.
pub fn marked() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    MARKED.iter().copied()
}

/// The code and the labels of a choice, for comparing.
fn names(list: &str, code: &str) -> Vec<String> {
    let word = word(list, code).map(|word| [same(word.en), same(word.zh)]);
    std::iter::once(same(code)).chain(word.into_iter().flatten()).collect()
}

/// The code that is typed whole: as it is, or as its label in either language, also as one it had before.
pub fn named(list: &str, codes: &[&'static str], typed: &str) -> Option<&'static str> {
    let typed = same(typed);
    let now = codes.iter().find(|code| names(list, code).contains(&typed));
    now.or_else(|| codes.iter().find(|code| former::of_choice(list, code).any(|label| label == typed)))
        .copied()
}

/// The codes that are typed in part, of themselves or of their labels in either language; where none is, those that are
/// typed in part of a label they had before.
pub fn holding(list: &str, codes: &[&'static str], part: &str) -> Vec<&'static str> {
    let part = same(part);
    let now = codes.iter().filter(|code| names(list, code).iter().any(|name| name.contains(&part)));
    let before = codes.iter().filter(|code| former::of_choice(list, code).any(|name| name.contains(&part)));
    let now: Vec<&'static str> = now.copied().collect();
    if now.is_empty() { before.copied().collect() } else { now }
}

/// The code that is meant: typed as code, as label in either language, as mark, or as the start of one of them that
/// fits no other choice (two signs at least).
pub fn parse_choice(list: &str, codes: &[&'static str], typed: &str) -> Option<&'static str> {
    if let Some(code) = named(list, codes, typed) {
        return Some(code);
    }
    let typed = same(typed);
    let is_mark =
        |code: &str| mark(list, code).is_some_and(|(one, other)| same(one) == typed || other == typed);
    if let Some(code) = codes.iter().find(|code| is_mark(code)) {
        return Some(code);
    }
    if typed.chars().count() < 2 {
        return None;
    }
    let mut begun = codes.iter().filter(|code| names(list, code).iter().any(|name| name.starts_with(&typed)));
    let first = begun.next()?;
    if begun.next().is_none() { Some(first) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{Lifecycle, Loyalty, RelationLevel, Segment, Tier};
    use crate::domain::answer::{Grade, Verdict};
    use crate::domain::call_plan::Standing;
    use crate::domain::choice::Choice;
    use crate::domain::decision::Pace;
    use crate::domain::factor::{FactorClass, SetBy, Tactic};
    use crate::domain::influence::Tie;
    use crate::domain::opportunity::{Category, FinanceState, Pressure, Strategy, Worth};
    use crate::domain::person::{Adaptability, BuyingRole, Coverage, PoliticalStatus, Support};
    use crate::domain::review::{self, Ritual};
    use crate::domain::stage::{Move, Phase, Stage, Status};
    use crate::domain::todo::{Priority, TodoKind, TodoState};
    use crate::domain::visit::{Aim, VisitResult, VisitStatus, VisitType, WhyKind};
    use std::collections::BTreeSet;
    use unicode_width::UnicodeWidthStr;

    fn list<T: Choice>() -> (&'static str, &'static [&'static str]) {
        (T::LIST, T::CODES)
    }

    fn lists() -> Vec<(&'static str, &'static [&'static str])> {
        let deal = [list::<Stage>(), list::<Status>(), list::<Phase>(), list::<Move>(), list::<Pressure>()];
        let more = [list::<Worth>(), list::<Category>(), list::<Strategy>(), list::<FinanceState>()];
        let account = [list::<Tier>(), list::<RelationLevel>(), list::<Segment>(), list::<Loyalty>()];
        let person = [list::<BuyingRole>(), list::<Adaptability>(), list::<Support>(), list::<Coverage>()];
        let rest = [list::<Lifecycle>(), list::<PoliticalStatus>(), list::<Verdict>(), list::<Grade>()];
        let decide =
            [list::<Tie>(), list::<Pace>(), list::<FactorClass>(), list::<SetBy>(), list::<Tactic>()];
        let visit = [list::<VisitType>(), list::<WhyKind>(), list::<VisitStatus>(), list::<VisitResult>()];
        let todo = [list::<Aim>(), list::<TodoState>(), list::<TodoKind>(), list::<Priority>()];
        let review = [list::<Ritual>(), list::<review::Verdict>(), list::<Standing>()];
        [&deal[..], &more, &account, &person, &rest, &decide, &visit, &todo, &review].concat()
    }

    #[test]
    fn every_choice_has_both_words_and_no_word_is_left_over() {
        let wanted: BTreeSet<String> = lists()
            .iter()
            .flat_map(|(list, codes)| codes.iter().map(move |code| format!("{list}.{code}")))
            .collect();
        let found: BTreeSet<String> = CHOICES.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(wanted, found);
        for (key, word) in CHOICES {
            assert!(!word.en.is_empty() && word.en.width() <= 22 && word.zh.width() <= 22, "{key}");
        }
    }

    #[test]
    fn every_way_to_type_a_choice_gives_that_choice() {
        for (list, codes) in lists() {
            for code in codes {
                let word = word(list, code).unwrap();
                let (one, other) = mark(list, code).unwrap_or((code, code));
                for typed in [code, word.en, word.zh, one, other, word.en.to_uppercase().as_str()] {
                    assert_eq!(parse_choice(list, codes, typed), Some(*code), "{list}: {typed}");
                }
            }
        }
    }

    #[test]
    fn a_label_that_was_shown_before_is_understood() {
        for (own, labels) in former::shown("choice") {
            let (of, code) = own.split_once('.').unwrap();
            let all = lists();
            let codes = all.iter().find(|(list, _)| *list == of).unwrap().1;
            for typed in labels {
                assert_eq!(parse_choice(of, codes, typed), Some(code), "{of}: {typed}");
                assert!(holding(of, codes, typed).contains(&code), "{of} holding {typed}");
            }
        }
    }

    #[test]
    fn only_a_start_that_fits_one_choice_is_taken() {
        for (list, codes, typed, code) in [
            ("verdict", Verdict::CODES, "＋", Some("+")),
            ("verdict", Verdict::CODES, "−", Some("-")),
            ("verdict", Verdict::CODES, "unfav", Some("-")),
            ("verdict", Verdict::CODES, "un", None),
            ("stage", Stage::CODES, "Qual", Some("qualified")),
            ("stage", Stage::CODES, "落实", Some("qualified")),
            ("stage", Stage::CODES, "q", None),
            ("category", Category::CODES, "best case", Some("best-case")),
            ("category", Category::CODES, "best_case", Some("best-case")),
            ("support", Support::CODES, "X", Some("enemy")),
            ("support", Support::CODES, "", None),
            ("stage", Stage::CODES, "closed", None),
        ] {
            assert_eq!(parse_choice(list, codes, typed), code, "{list}: {typed}");
        }
    }

    #[test]
    fn marks_stand_for_the_card_alone() {
        assert_eq!(mark("buying_role", "approver"), Some(("※", "*")));
        assert_eq!(mark("support", "enemy"), Some(("×", "x")));
        assert_eq!(mark("coverage", "unknown"), Some(("?", "?")));
        assert_eq!(mark("stage", "mine"), None);
    }
}
