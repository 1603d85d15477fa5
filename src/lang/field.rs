//! The words of every field, by `noun.key`, or by `key` where several nouns share it, and how a typed one is
//! recognised.

use super::{Lang, Word, former, same, table};

table! {
    /// The label of each field, by `noun.key` or `key`.
    FIELDS {
        "account" = "Account" | "客户";
        "currency" = "Currency" | "币种";
        "email" = "Email" | "邮箱";
        "external_id" = "External ID" | "外部编号";
        "version" = "Version" | "版本";
        "extra" = "Other columns" | "其他列";
        "last_contact_on" = "Last contact" | "最近联系日";
        "name" = "Name" | "姓名";
        "note" = "Note" | "说明";
        "notes" = "Notes" | "备注";
        "opportunity" = "Deal" | "商机";
        "owner" = "Owner" | "负责人";
        "phone" = "Phone" | "电话";
        "reason" = "Reason" | "理由";
        "region" = "Region" | "地区";
        "status" = "Status" | "状态";
        "tags" = "Tags" | "标签";
        "account.name" = "Account name" | "客户名称";
        "account.name_zh" = "Chinese name" | "中文名称";
        "account.name_en" = "English name" | "英文名称";
        "account.short" = "Short name" | "简称";
        "account.parent" = "Parent account" | "上级单位";
        "account.industry" = "Industry" | "行业";
        "account.trend" = "Industry trends" | "行业动态";
        "account.quality_req" = "Quality requirements" | "品质要求";
        "account.annual_qty" = "Annual volume" | "年采购量";
        "account.annual_unit" = "Unit" | "计量单位";
        "account.annual_year" = "Volume year" | "采购年度";
        "account.credit_grade" = "Credit grade" | "信用等级";
        "account.credit_limit" = "Credit limit" | "信用额度";
        "account.credit_checked_on" = "Credit checked on" | "信用调查日";
        "account.price_req" = "Price requirements" | "价格要求";
        "account.payment_terms" = "Payment terms" | "付款条件";
        "account.cycle_days" = "Payment cycle (days)" | "货款周期（天）";
        "account.tier" = "Tier" | "客户等级";
        "account.relation_level" = "Relationship" | "关系级别";
        "account.segment" = "Segment" | "客户分类";
        "account.loyalty_attitude" = "Loyalty" | "忠诚态度";
        "account.lifecycle" = "Lifecycle" | "生命周期";
        "account.cadence_days" = "Contact every (days)" | "回访周期（天）";
        "account.key_since" = "Key account since" | "大客户起始日";
        "account.key_reason" = "Why a key account" | "大客户理由";
        "account.next_review_on" = "Next review" | "下次盘点日";
        "account.domain" = "Website" | "网站域名";
        "account.address" = "Address" | "地址";
        "person.title" = "Job title" | "职务";
        "person.dept" = "Department" | "部门";
        "person.reports_to" = "Reports to" | "直属上级";
        "person.mobile" = "Mobile" | "手机";
        "person.chat_id" = "Chat ID" | "微信";
        "person.left_on" = "Left on" | "离职日";
        "role.person" = "Person" | "联系人";
        "role.buying_role" = "Buying role" | "采购角色";
        "role.adaptability" = "Adaptability" | "创新态度";
        "role.support" = "Support" | "项目支持";
        "role.coverage" = "Coverage" | "关系层度";
        "role.political_status" = "Political circle" | "政治关联";
        "role.rank" = "Rank" | "分量排序";
        "role.business_agenda" = "Business agenda" | "业务诉求";
        "role.personal_win" = "Personal win" | "个人输赢";
        "role.approach" = "Our approach" | "我方对策";
        "answer.subject" = "About" | "评估对象";
        "answer.question" = "Question" | "问题";
        "answer.verdict" = "Answer" | "答案";
        "answer.grade" = "Evidence grade" | "证据等级";
        "answer.note" = "Evidence" | "证据";
        "answer.source" = "Source" | "信息来源";
        "answer.verified_on" = "Verified on" | "核实日";
        "answer.verified_by" = "Verified by" | "核实人";
        "influence.from" = "From" | "影响者";
        "influence.to" = "To" | "受影响者";
        "influence.kind" = "Relation" | "关系";
        "influence.strength" = "Strength" | "强度";
        "decision.name" = "Step" | "决策事项";
        "decision.seq" = "Order" | "次序";
        "decision.dept" = "Department" | "部门";
        "decision.person" = "Who decides" | "决策人";
        "decision.due" = "Due" | "时间";
        "decision.method" = "Method" | "方式";
        "decision.state" = "Status" | "进展";
        "decision.done_on" = "Done on" | "完成日";
        "factor.name" = "Criterion" | "决策因素";
        "factor.class" = "Class" | "类别";
        "factor.formal" = "Formal" | "正式";
        "factor.mandatory" = "Mandatory" | "必须满足";
        "factor.missed_by_customer" = "Missed by customer" | "客户遗漏";
        "factor.rank" = "Rank" | "优先级";
        "factor.set_by" = "Set by" | "制定者";
        "factor.person" = "Important to" | "关注人";
        "factor.tactic" = "Tactic" | "打法";
        "fit.factor" = "Criterion" | "决策因素";
        "fit.competitor" = "Vendor" | "厂家";
        "fit.fit" = "Fit" | "匹配度";
        "competitor.name" = "Competitor" | "竞争对手";
        "competitor.strengths" = "Strengths" | "优势";
        "competitor.weaknesses" = "Weaknesses" | "劣势";
        "competitor.domain" = "Website" | "网站域名";
        "rival.competitor" = "Competitor" | "竞争对手";
        "rival.incumbent" = "Incumbent" | "现有供应商";
        "rival.strategy" = "Their strategy" | "对手策略";
        "rival.threat" = "Threat" | "威胁程度";
        "cost.on_day" = "Date" | "日期";
        "cost.hours" = "Hours" | "工时";
        "cost.amount" = "Expenses" | "费用";
        "visit.type" = "Activity" | "活动类型";
        "visit.who" = "Who" | "针对谁";
        "visit.what" = "What" | "什么形式";
        "visit.why" = "Why" | "期望客户的行动";
        "visit.why_measure" = "Measured by" | "衡量标准";
        "visit.why_kind" = "Purpose type" | "目的类别";
        "visit.where" = "Where" | "在哪里";
        "visit.when" = "When" | "什么时候";
        "visit.instant" = "Fixed moment" | "固定时刻";
        "visit.recur" = "Repeats" | "重复";
        "visit.series" = "Series" | "系列";
        "visit.occurrence" = "Occurrence" | "所属日期";
        "visit.lasts" = "Duration (hours)" | "时长（小时）";
        "visit.until" = "End date" | "结束日";
        "visit.zone" = "Time zone" | "时区";
        "visit.our_team" = "Our team" | "我方人员";
        "visit.agenda" = "Agenda" | "议程";
        "visit.steps" = "Steps" | "步骤";
        "visit.result" = "Result" | "结果";
        "visit.customer_did" = "Customer did it" | "客户已行动";
        "visit.aims_moved" = "Gained" | "推进的目标";
        "visit.hours" = "Hours spent" | "投入工时";
        "visit.cost" = "Cost" | "费用";
        "visit.success_probability" = "Success %" | "成功概率%";
        "visit.plan_month" = "Plan month" | "计划月份";
        "visit.next_step" = "Next step" | "下一步";
        "visit.next_on" = "Next step by" | "下一步日期";
        "todo.title" = "To-do" | "待办事项";
        "todo.kind" = "Kind" | "类别";
        "todo.state" = "Status" | "状态";
        "todo.due" = "Due" | "到期";
        "todo.instant" = "Fixed moment" | "固定时刻";
        "todo.wait_until" = "Not before" | "最早开始日";
        "todo.waiting_on" = "Waiting on" | "等待谁";
        "todo.priority" = "Priority" | "优先级";
        "todo.person" = "Person" | "联系人";
        "todo.visit" = "Visit" | "拜访";
        "todo.recur" = "Repeats" | "重复";
        "todo.series" = "Series" | "系列";
        "todo.occurrence" = "Occurrence" | "所属日期";
        "todo.carried" = "Times carried over" | "顺延次数";
        "todo.week" = "Week" | "所属周";
        "todo.done_at" = "Done at" | "完成时间";
        "review.ritual" = "Review" | "例行事项";
        "review.on_day" = "Date" | "日期";
        "review.period" = "Period" | "所属期间";
        "review.verdict" = "Verdict" | "结论";
        "review.idea" = "Renewal idea" | "创新设想";
        "review.author" = "By" | "操作人";
        "step.act" = "Move" | "动作";
        "step.from_stage" = "From stage" | "原阶段";
        "step.to_stage" = "To stage" | "新阶段";
        "step.on_day" = "Date" | "日期";
        "step.author" = "By" | "操作人";
        "step.gates" = "Gates" | "闸口";
        "step.overridden" = "Gate overridden" | "破例推进";
        "step.days" = "Days in stage" | "停留天数";
        "rep.manager" = "Manager" | "主管";
        "opp.title" = "Title" | "商机名称";
        "opp.stage" = "Stage" | "阶段";
        "opp.phase" = "Sales phase" | "销售环节";
        "opp.amount" = "Amount" | "金额";
        "opp.margin_pct" = "Margin %" | "毛利率%";
        "opp.close_on" = "Close date" | "预计签单日";
        "opp.close_moves" = "Times pushed" | "延期次数";
        "opp.opened_on" = "Opened on" | "发现日";
        "opp.stage_since" = "In stage since" | "进入阶段日";
        "opp.last_activity_on" = "Last activity" | "最近跟进日";
        "opp.pressures" = "Customer pressure" | "客户压力";
        "opp.values" = "Our value" | "厂家价值";
        "opp.compelling_event" = "Compelling event" | "驱动因素";
        "opp.compelling_on" = "Event date" | "驱动时限";
        "opp.bg_environment" = "Business environment" | "经营/竞争环境";
        "opp.bg_core" = "Core business" | "核心业务结构";
        "opp.bg_finances" = "Finances this year" | "今年财务情况";
        "opp.bg_need" = "Needs" | "应用需求";
        "opp.bg_project" = "Project" | "项目描述";
        "opp.bg_process" = "Decision process" | "决策过程";
        "opp.bg_goal" = "Goal" | "实施目标";
        "opp.bg_return" = "Expected return" | "回报";
        "opp.bg_risk" = "Risk" | "风险";
        "opp.bg_focus" = "Business/tech focus" | "业务与技术的侧重";
        "opp.bg_driver" = "Other drivers" | "其它实施动力";
        "opp.finance_amount" = "Funding needed" | "融资金额";
        "opp.finance_source" = "Funding source" | "融资渠道";
        "opp.finance_state" = "Funding status" | "融资状态";
        "opp.finance_on" = "Funding expected" | "资金到位日";
        "opp.p_rep" = "Your probability %" | "自评胜算%";
        "opp.category" = "Forecast category" | "预测类别";
        "opp.our_strategy" = "Our strategy" | "我方策略";
        "opp.next_step" = "Next step" | "下一步";
        "opp.next_on" = "Next step by" | "下一步日期";
        "opp.close_reason" = "Close reason" | "结束原因";
        "opp.rival" = "Rival" | "竞争对手";
        "opp.lesson" = "Lesson learned" | "经验教训";
        "opp.worth_short" = "Near-term revenue, 1-5" | "短期收入（1-5）";
        "opp.worth_future" = "Future revenue, 1-5" | "未来收入（1-5）";
        "opp.worth_profit" = "Profitability, 1-5" | "盈利性（1-5）";
        "opp.worth_risk" = "Low risk, 1-5" | "安全程度（1-5）";
        "opp.worth_strategic" = "Strategic value, 1-5" | "战略价值（1-5）";
        "opp.override_reason" = "Override reason" | "破例理由";
        "opp.product" = "Product" | "产品";
        "opp.source" = "Lead source" | "商机来源";
    }
}

/// The label of a noun's field; the key itself where the table has none.
pub fn label(lang: Lang, noun: &str, key: &'static str) -> &'static str {
    word(noun, key).map_or(key, |word| word.text(lang))
}

/// The word of a noun's field in both languages.
pub fn word(noun: &str, key: &str) -> Option<Word> {
    let own = FIELDS.iter().find(|(name, _)| name.split_once('.') == Some((noun, key)));
    own.or_else(|| FIELDS.iter().find(|(name, _)| *name == key)).map(|(_, word)| *word)
}

/// The key among these that is meant: typed as key or as its label in either language, also as one it had before.
pub fn parse_field(
    noun: &str,
    keys: impl IntoIterator<Item = &'static str>,
    typed: &str,
) -> Option<&'static str> {
    let typed = same(typed);
    let is_label =
        |key: &str| word(noun, key).is_some_and(|word| same(word.en) == typed || same(word.zh) == typed);
    let (mut labelled, mut formerly) = (None, None);
    for key in keys {
        if same(key) == typed {
            return Some(key);
        }
        if labelled.is_none() && is_label(key) {
            labelled = Some(key);
        }
        if formerly.is_none() && former::of_field(noun, key).any(|label| label == typed) {
            formerly = Some(key);
        }
    }
    labelled.or(formerly)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::answer::Answer;
    use crate::domain::cost::Cost;
    use crate::domain::decision::Decision;
    use crate::domain::factor::{Factor, Fit};
    use crate::domain::influence::Influence;
    use crate::domain::opportunity::Opportunity;
    use crate::domain::person::{Person, Role};
    use crate::domain::record::Record;
    use crate::domain::rep::Rep;
    use crate::domain::review::Review;
    use crate::domain::rival::{Competitor, Rival};
    use crate::domain::stage::Step;
    use crate::domain::todo::Todo;
    use crate::domain::visit::Visit;
    use std::collections::BTreeSet;
    use unicode_width::UnicodeWidthStr;

    fn record<R: Record>() -> (&'static str, Vec<&'static str>) {
        (R::NOUN.code(), R::FIELDS.iter().map(|field| field.key).collect())
    }

    fn records() -> Vec<(&'static str, Vec<&'static str>)> {
        let kept = [record::<Account>(), record::<Person>(), record::<Opportunity>(), record::<Role>()];
        let logged = [record::<Answer>(), record::<Step>(), record::<Rep>()];
        let decide = [record::<Influence>(), record::<Decision>(), record::<Factor>(), record::<Fit>()];
        let compete = [record::<Competitor>(), record::<Rival>(), record::<Cost>()];
        let week = [record::<Visit>(), record::<Todo>(), record::<Review>()];
        kept.into_iter().chain(logged).chain(decide).chain(compete).chain(week).collect()
    }

    #[test]
    fn every_field_has_both_words_and_no_word_is_left_over() {
        let mut used = BTreeSet::new();
        for (noun, keys) in records() {
            for key in keys {
                assert!(word(noun, key).is_some(), "{noun}.{key}");
                let own = format!("{noun}.{key}");
                used.insert(if FIELDS.iter().any(|(name, _)| *name == own) { own } else { key.to_owned() });
            }
        }
        assert_eq!(used, FIELDS.iter().map(|(name, _)| (*name).to_owned()).collect());
        for (name, word) in FIELDS {
            assert!(!word.en.is_empty() && word.en.width() <= 22 && word.zh.width() <= 22, "{name}");
        }
    }

    #[test]
    fn every_way_to_type_a_field_gives_that_field() {
        for (noun, keys) in records() {
            for key in &keys {
                let word = word(noun, key).unwrap();
                for typed in [key, word.en, word.zh, &word.en.to_uppercase(), &key.replace('_', "-")] {
                    assert_eq!(parse_field(noun, keys.clone(), typed), Some(*key), "{noun}: {typed}");
                }
            }
        }
    }

    #[test]
    fn a_label_that_was_shown_before_is_understood() {
        for (own, labels) in former::shown("field") {
            for (noun, keys) in records() {
                let key = match own.split_once('.') {
                    Some((of, key)) if of == noun => key,
                    None if !former::shown("field").any(|(other, _)| other == format!("{noun}.{own}")) => own,
                    _ => continue,
                };
                for typed in labels.into_iter().filter(|_| keys.contains(&key)) {
                    assert_eq!(parse_field(noun, keys.clone(), typed), Some(key), "{noun}: {typed}");
                }
            }
        }
    }

    #[test]
    fn what_the_noun_has_not_is_no_field() {
        for typed in ["amount", "金额", "", "nam"] {
            assert_eq!(parse_field("person", record::<Person>().1, typed), None, "{typed}");
        }
    }
}
