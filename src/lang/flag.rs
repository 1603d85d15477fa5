//! The words of red flags and account warnings: label, sentence, and the line of the grammar that mends it.

use super::{Lang, Word, former, same, table};

table! {
    /// A label of at most twenty cells, by code.
    LABELS {
        "no_decider" = "No decider" | "决策人未确认";
        "decider_against" = "Key opponent" | "决策人反对我方";
        "critical_weak" = "Critical gap" | "关键问题薄弱";
        "compelling_missing" = "No event date" | "缺驱动时限";
        "compelling_passed" = "Event passed" | "驱动时限已过";
        "close_passed" = "Past close" | "预计签单日已过";
        "close_moved" = "Pushed often" | "签单日一再推迟";
        "no_ally" = "No key ally" | "关键人中无支持者";
        "single_threaded" = "Single-threaded" | "单线联系";
        "override" = "Gate override" | "破例未补";
        "no_next_step" = "No next step" | "缺下一步";
        "no_next_step_date" = "Next step: no date" | "下一步未定日期";
        "silence" = "Stalled" | "久未跟进";
        "old_answer" = "Old answer" | "关键答案久未核实";
        "key_player_left" = "Key player left" | "关键人离职";
        "amount_missing" = "No amount" | "金额未填";
        "no_opponent" = "Blind spot" | "反对者不明";
        "rival_fits" = "Rival ahead" | "对手更匹配";
        "no_cause" = "No case to buy" | "缺少采购动因";
        "stop_loss" = "Over stop-loss" | "投入超止损线";
        "visit_untold" = "No debrief" | "拜访未记结果";
        "purpose_weak" = "Weak purpose" | "拜访目的不清";
        "gate_lost" = "Gate failing" | "闸口已失守";
        "probability_gap" = "P% gap" | "胜算相差过大";
        "unqualified" = "Unqualified" | "未评估";
        "contact_overdue" = "Contact overdue" | "联系逾期";
        "never_contacted" = "Never contacted" | "从未联系";
        "review_overdue" = "Review overdue" | "大客户盘点逾期";
    }
}

table! {
    /// A label of at most ten cells, for narrow columns, by code.
    SHORT {
        "no_decider" = "No decider" | "无决策人";
        "decider_against" = "Against us" | "决策人反对";
        "critical_weak" = "Crit. gap" | "关键薄弱";
        "compelling_missing" = "No event" | "缺驱动时限";
        "compelling_passed" = "Event past" | "时限已过";
        "close_passed" = "Past close" | "签单日已过";
        "close_moved" = "Pushed" | "一再推迟";
        "no_ally" = "No ally" | "无支持者";
        "single_threaded" = "One thread" | "单线联系";
        "override" = "Override" | "破例未补";
        "no_next_step" = "No step" | "缺下一步";
        "no_next_step_date" = "Undated" | "步骤无日";
        "silence" = "Stalled" | "久未跟进";
        "old_answer" = "Old answer" | "久未核实";
        "rival_fits" = "Rival lead" | "对手更匹配";
        "stop_loss" = "Stop-loss" | "超止损线";
        "key_player_left" = "Key exit" | "关键人离职";
        "amount_missing" = "No amount" | "金额未填";
        "no_opponent" = "Blind spot" | "反对者不明";
        "no_cause" = "No case" | "缺少动因";
        "visit_untold" = "No debrief" | "未记结果";
        "purpose_weak" = "Purpose?" | "目的不清";
        "gate_lost" = "Gate fails" | "闸口失守";
        "probability_gap" = "P% gap" | "胜算相差大";
        "unqualified" = "To qualify" | "未评估";
        "contact_overdue" = "Overdue" | "联系逾期";
        "never_contacted" = "No contact" | "从未联系";
        "review_overdue" = "Review due" | "盘点逾期";
    }
}

table! {
    /// The full sentence, by code; its facts are filled in.
    SENTENCES {
        "no_decider" = "No approver or decider named (people who left don't count)." | "尚未确认在任的最后批准人或决策人。";
        "decider_against" = "Approver or decider against us: {0}." | "握有批准或决策权却不支持我方：{0}。";
        "critical_weak" = "Critical questions unfavourable or only a guess: {0}." | "关键问题不利或仅凭推测：第{0}题。";
        "compelling_missing" = "No compelling event date: by when must the customer act?" | "不知道客户最迟哪天必须行动。";
        "compelling_passed" = "The compelling event date {0} has passed." | "客户最迟行动的日子 {0} 已过。";
        "close_passed" = "The close date {0} has passed." | "预计签单日 {0} 已过。";
        "close_moved" = "The close date was pushed {0} times." | "预计签单日已推迟{0}次。";
        "no_ally" = "No mentor or supporter among the key players." | "关键人当中没有导师或支持者。";
        "single_threaded" = "People met more than once: {0}. The deal hangs on too few contacts." | "多次接触过的人只有{0}位，属单线联系。";
        "override" = "Advanced by override. Gates still not passed: {0}." | "破例推进后，闸口{0}至今未通过。";
        "no_next_step" = "There is no next step." | "没有下一步。";
        "no_next_step_date" = "The next step has no date." | "下一步没有日期。";
        "silence" = "No activity since {0}. The limit for this stage is {1} days." | "自 {0} 起没有跟进，超过本阶段上限{1}天。";
        "old_answer" = "Critical answers to verify again: {0}." | "关键答案久未核实：第{0}题。";
        "key_player_left" = "Key players who have left: {0}." | "已离职的关键人：{0}。";
        "amount_missing" = "The deal has no amount." | "商机尚无金额。";
        "no_opponent" = "Rivals in play ({0}), but no one is marked as against us." | "已有竞争对手（{0}），却没有标出谁不支持我方。";
        "rival_fits" = "Ahead of us on key criteria: {0} ({1})." | "{0}在关键因素上比我方更匹配：{1}。";
        "no_cause" = "No customer pressure and no value of ours is recorded." | "既不知客户有何压力，也未体现我方价值。";
        "stop_loss" = "Cost so far is {0}% of weighted margin. The stop-loss is {1}%." | "投入已达加权毛利的{0}%，止损线为{1}%。";
        "visit_untold" = "The visit on {0} has not been debriefed." | "{0} 的拜访还没有记结果。";
        "purpose_weak" = "The visit on {0} does not say who at the customer commits to what, by when." | "{0} 的拜访目的没写清客户方谁、何时、承诺什么。";
        "gate_lost" = "Earlier gates no longer passed: {0}. Verify, or press < to move back." | "闸口{0}失守：请重新核实答案，或按 < 退回上一阶段。";
        "unqualified" = "Not qualified yet: none of the questions is answered." | "未评估：十五问尚未回答。";
        "probability_gap" = "Computed {0}%, yours {1}%. Check which one is wrong." | "测算胜算{0}%，自评{1}%，相差过大，请核对。";
        "contact_overdue" = "The next contact was due on {0}." | "按回访周期，应于 {0} 前联系。";
        "never_contacted" = "A contact cadence is set, but no contact is recorded." | "设了回访周期，但从未联系过。";
        "review_overdue" = "The key-account review was due on {0}." | "大客户盘点应于 {0} 前完成。";
    }
}

/// The line that mends it, by code: `{}` stands for the record, a final `…` for what is still to be typed.
pub const MENDS: &[(&str, &str)] = &[
    ("no_decider", "role add opportunity={} buying_role=decider person=…"),
    ("decider_against", "opp answer {} 12 …"),
    ("critical_weak", "opp answer {} …"),
    ("compelling_missing", "opp set {} compelling_on=…"),
    ("compelling_passed", "opp set {} compelling_on=…"),
    ("close_passed", "opp set {} close_on=…"),
    ("close_moved", "opp answer {} 5 …"),
    ("no_ally", "role add opportunity={} support=supporter person=…"),
    ("single_threaded", "role add opportunity={} coverage=multiple person=…"),
    ("override", "opp gate {}"),
    ("no_next_step", "opp set {} next_step=… next_on=…"),
    ("no_next_step_date", "opp set {} next_on=…"),
    ("silence", "opp set {} next_on=…"),
    ("old_answer", "opp answer {} …"),
    ("key_player_left", "role add opportunity={} political_status=inner-circle person=…"),
    ("amount_missing", "opp set {} amount=…"),
    ("no_opponent", "role add opportunity={} support=non-supporter person=…"),
    ("rival_fits", "opp fit {} …"),
    ("no_cause", "opp set {} pressures=…"),
    ("stop_loss", "opp answer {} 8 …"),
    ("visit_untold", "visit list opportunity={}"),
    ("purpose_weak", "visit list opportunity={}"),
    ("gate_lost", "opp gate {}"),
    ("probability_gap", "opp set {} p_rep=…"),
    ("unqualified", "opp answer {} 1 …"),
    ("contact_overdue", "visit add account={} when=…"),
    ("never_contacted", "visit add account={} when=…"),
    ("review_overdue", "review add ritual=account account={} verdict=…"),
];

/// The short label of a flag or warning; the code itself where the table has none.
pub fn label(lang: Lang, code: &'static str) -> &'static str {
    find(LABELS, code).map_or(code, |word| word.text(lang))
}

/// The full sentence of a flag or warning with its facts, each a list of texts; empty for an unknown code.
pub fn sentence(lang: Lang, code: &str, facts: &[Vec<String>]) -> String {
    worded(SENTENCES, lang, code, facts)
}

/// The words of a code in a table with their facts, each a list of texts; empty for an unknown code.
pub fn worded(table: &[(&str, Word)], lang: Lang, code: &str, facts: &[Vec<String>]) -> String {
    find(table, code).map_or_else(String::new, |word| fill(word, lang, facts))
}

/// The line of the grammar that mends it, with `{}` for the record.
pub fn mend(code: &str) -> Option<&'static str> {
    MENDS.iter().find(|(key, _)| *key == code).map(|(_, line)| *line)
}

/// The label of a flag or a warning in a narrow column, by code.
pub fn short(lang: Lang, code: &'static str) -> &'static str {
    find(SHORT, code).map_or(code, |word| word.text(lang))
}

/// The code of the flag that is typed whole: as it is, or as a label of either length in either language, also as one
/// it had before.
pub fn named(codes: &[&'static str], typed: &str) -> Option<&'static str> {
    let typed = same(typed);
    let now = codes.iter().find(|code| names(code).contains(&typed));
    now.or_else(|| codes.iter().find(|code| former::of_flag(code).any(|label| label == typed))).copied()
}

/// The codes of the flags that are typed in part, where none is those of a label they had before; the one that is typed
/// whole alone.
pub fn holding(codes: &[&'static str], part: &str) -> Vec<&'static str> {
    if let Some(code) = named(codes, part) {
        return vec![code];
    }
    let part = same(part);
    let now = codes.iter().filter(|code| names(code).iter().any(|name| name.contains(&part)));
    let before = codes.iter().filter(|code| former::of_flag(code).any(|name| name.contains(&part)));
    let now: Vec<&'static str> = now.copied().collect();
    if now.is_empty() { before.copied().collect() } else { now }
}

/// The code and the labels of a flag, for comparing.
fn names(code: &str) -> Vec<String> {
    let labels = [find(LABELS, code), find(SHORT, code)].into_iter().flatten();
    std::iter::once(same(code)).chain(labels.flat_map(|word| [same(word.en), same(word.zh)])).collect()
}

fn find(table: &[(&str, Word)], code: &str) -> Option<Word> {
    table.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}

fn fill(word: Word, lang: Lang, facts: &[Vec<String>]) -> String {
    let between = match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    };
    let joined: Vec<String> = facts.iter().map(|items| items.join(between)).collect();
    let parts: Vec<&dyn std::fmt::Display> =
        joined.iter().map(|text| text as &dyn std::fmt::Display).collect();
    word.fill(lang, &parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    /// The codes of flags and warnings as the method's tables list them.
    fn codes() -> Vec<&'static str> {
        let rows = include_str!("../../docs/method.md").lines().filter_map(|line| line.strip_prefix("| `"));
        let mut codes: Vec<&str> = rows.filter_map(|row| row.split_once('`')).map(|(code, _)| code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.retain(|code| !code.contains(['.', ' ']));
        codes
    }

    #[test]
    fn every_flag_has_label_sentence_and_mend() {
        let sorted = |keys: Vec<&'static str>| {
            let mut keys = keys;
            keys.sort_unstable();
            keys
        };
        assert_eq!(sorted(LABELS.iter().map(|(key, _)| *key).collect()), codes());
        assert_eq!(sorted(SHORT.iter().map(|(key, _)| *key).collect()), codes());
        assert_eq!(sorted(SENTENCES.iter().map(|(key, _)| *key).collect()), codes());
        assert_eq!(sorted(MENDS.iter().map(|(key, _)| *key).collect()), codes());
    }

    #[test]
    fn a_label_that_was_shown_before_is_understood() {
        for (code, labels) in former::shown("flag") {
            for typed in labels {
                assert_eq!(named(&codes(), typed), Some(code), "{typed}");
            }
        }
    }

    #[test]
    fn a_label_fits_its_cells_and_both_sentences_name_the_same_facts() {
        for (code, word) in LABELS {
            assert!(word.en.width() <= 20 && word.zh.width() <= 20, "{code}");
        }
        for (code, word) in SHORT {
            assert!(word.en.width() <= 10 && word.zh.width() <= 10, "{code}");
        }
        for (code, word) in SENTENCES {
            for place in ["{0}", "{1}", "{2}"] {
                assert_eq!(word.en.contains(place), word.zh.contains(place), "{code} {place}");
            }
        }
    }

    #[test]
    fn a_sentence_joins_its_facts_as_the_language_does() {
        let facts = [vec!["4".to_owned(), "11".to_owned()]];
        assert_eq!(sentence(Lang::Zh, "old_answer", &facts), "关键答案久未核实：第4、11题。");
        assert!(sentence(Lang::En, "old_answer", &facts).ends_with("verify again: 4, 11."));
    }
}
