//! The words of red flags and account warnings: label, sentence, and the line of the grammar that mends it.

use super::{Lang, Word, same, table};

table! {
    /// A label of at most twenty cells, by code.
    LABELS {
        "no_decider" = "No decider named" | "决策人未确认";
        "decider_against" = "Decider against us" | "决策人反对我方";
        "critical_weak" = "Weak on a key point" | "关键问题不牢靠";
        "compelling_missing" = "No driving date" | "缺驱动日期";
        "compelling_passed" = "Driving date passed" | "驱动日期已过";
        "close_passed" = "Close date passed" | "预计成交日已过";
        "close_moved" = "Close date slipping" | "成交日一再推迟";
        "no_ally" = "No ally who counts" | "关键人中无支持者";
        "single_threaded" = "Single-threaded" | "单线联系";
        "override" = "Override stands" | "越闸未补";
        "no_next_step" = "No next step" | "缺下一步";
        "no_next_step_date" = "Next step: no date" | "下一步未定日期";
        "silence" = "Gone quiet" | "久无进展";
        "old_answer" = "Key answer is old" | "关键答案已陈旧";
        "key_player_left" = "Key player left" | "关键人离职";
        "amount_missing" = "No amount" | "金额未填";
        "no_opponent" = "Blind to opponents" | "反对者不明";
        "rival_fits" = "Rival fits better" | "对手更匹配";
        "no_cause" = "No reason to buy" | "缺压力与价值";
        "stop_loss" = "Beyond stop-loss" | "投入超止损线";
        "visit_untold" = "Visit untold" | "拜访无结果";
        "purpose_weak" = "Weak visit purpose" | "拜访目的不清";
        "gate_lost" = "Gate failing" | "闸口已失守";
        "probability_gap" = "Odds disagree" | "胜算分歧大";
        "unqualified" = "Unqualified" | "未评估";
        "contact_overdue" = "Contact overdue" | "联系逾期";
        "never_contacted" = "Never contacted" | "尚未联系";
        "review_overdue" = "Review overdue" | "大客户复核逾期";
    }
}

table! {
    /// A label of at most ten cells, for narrow columns, by code.
    SHORT {
        "no_decider" = "No decider" | "无决策人";
        "decider_against" = "Against us" | "决策反对";
        "critical_weak" = "Weak point" | "关键不牢";
        "compelling_missing" = "No driver" | "缺驱动日";
        "compelling_passed" = "Past drive" | "驱动已过";
        "close_passed" = "Past close" | "成交日过";
        "close_moved" = "Slipping" | "一再推迟";
        "no_ally" = "No ally" | "无支持者";
        "single_threaded" = "One thread" | "单线联系";
        "override" = "Override" | "越闸未补";
        "no_next_step" = "No step" | "缺下一步";
        "no_next_step_date" = "Undated" | "步骤无日";
        "silence" = "Quiet" | "久无进展";
        "old_answer" = "Old answer" | "答案陈旧";
        "rival_fits" = "Rival fits" | "对手更配";
        "stop_loss" = "Costs over" | "投入越线";
        "key_player_left" = "Key left" | "关键离职";
        "amount_missing" = "No amount" | "金额未填";
        "no_opponent" = "Blind spot" | "反对不明";
        "no_cause" = "No cause" | "缺少动因";
        "visit_untold" = "Untold" | "拜访无果";
        "purpose_weak" = "No purpose" | "目的不清";
        "gate_lost" = "Gate fails" | "闸口失守";
        "probability_gap" = "Odds gap" | "胜算分歧";
        "unqualified" = "To qualify" | "未评估";
        "contact_overdue" = "Overdue" | "联系逾期";
        "never_contacted" = "No contact" | "尚未联系";
        "review_overdue" = "Review due" | "复核逾期";
    }
}

table! {
    /// The full sentence, by code; its facts are filled in.
    SENTENCES {
        "no_decider" = "Nobody who still works there is named as approver or decider." | "尚未确认在任的最后批准人或决策人。";
        "decider_against" = "Approves or decides, and is against us: {0}." | "握有批准或决策权却不支持我方：{0}。";
        "critical_weak" = "Critical questions unfavourable or only guessed: {0}." | "关键问题为不利或仅凭推测：第{0}题。";
        "compelling_missing" = "No day is known by which the customer must act." | "客户最迟何时必须行动，日期未明。";
        "compelling_passed" = "The day by which the customer had to act, {0}, has passed." | "客户必须行动的日期{0}已过。";
        "close_passed" = "The expected close date, {0}, has passed." | "预计成交日{0}已过。";
        "close_moved" = "The close date has been put off {0} times." | "预计成交日已推迟{0}次。";
        "no_ally" = "No mentor or supporter among the key players." | "关键人当中没有导师或支持者。";
        "single_threaded" = "People we meet more than once: {0}. The deal hangs on too few contacts." | "多次接触过的人仅{0}位，项目系于单线。";
        "override" = "Moved on by override; gates that still do not pass: {0}." | "凭越闸理由推进，闸口{0}至今未通过。";
        "no_next_step" = "There is no next step." | "没有下一步。";
        "no_next_step_date" = "The next step has no date." | "下一步没有日期。";
        "silence" = "Nothing has happened since {0}; this stage allows {1} days." | "{0}以来没有任何动静，本阶段上限为{1}天。";
        "old_answer" = "Critical answers not verified for too long: {0}." | "关键答案久未核实：第{0}题。";
        "key_player_left" = "Key players who have left: {0}." | "已离职的关键人：{0}。";
        "amount_missing" = "The deal has no amount." | "商机尚无金额。";
        "no_opponent" = "A rival is in play ({0}), but nobody is marked as against us." | "已有竞争对手（{0}），却没有标出谁不支持我方。";
        "rival_fits" = "Fits better than we do where it counts: {0} ({1})." | "{0}在要紧因素上比我方更匹配：{1}。";
        "no_cause" = "Neither a pressure on the customer nor a value of ours is known." | "既不知客户有何压力，也未体现我方价值。";
        "stop_loss" = "It has cost {0} % of the weighted margin so far; the stop-loss line is {1} %." | "投入已达加权毛利的{0}%，止损线为{1}%。";
        "visit_untold" = "The visit of {0} still has no outcome." | "{0}的拜访至今没有记录结果。";
        "purpose_weak" = "The purpose of the visit on {0} does not say who of the customer commits to what, by when." | "{0}拜访的目的没有写明客户方由谁、何时、承诺什么。";
        "gate_lost" = "Gates once passed and failing now: {0}. Verify, or press < to go back." | "通过过的闸口{0}已失守：请重新核实答案，或按 < 退回。";
        "unqualified" = "Not qualified yet: none of the questions is answered." | "未评估：十五问尚未回答。";
        "probability_gap" = "Computed {0} %, yours {1} %: one of the two is wrong." | "测算胜算{0}%，自评{1}%，相差过大，请核对。";
        "contact_overdue" = "The next contact was due on {0}." | "按约定节奏，应于{0}前联系。";
        "never_contacted" = "A rhythm of contacts is agreed, but none is recorded." | "已约定联系节奏，但尚无联系记录。";
        "review_overdue" = "The key-account review was due on {0}." | "大客户复核应于{0}前完成。";
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

/// The code of the flag that is typed whole: as it is, or as a label of either length in either language.
pub fn named(codes: &[&'static str], typed: &str) -> Option<&'static str> {
    let typed = same(typed);
    codes.iter().find(|code| names(code).contains(&typed)).copied()
}

/// The codes of the flags that are typed in part; the one that is typed whole alone.
pub fn holding(codes: &[&'static str], part: &str) -> Vec<&'static str> {
    if let Some(code) = named(codes, part) {
        return vec![code];
    }
    let part = same(part);
    codes.iter().filter(|code| names(code).iter().any(|name| name.contains(&part))).copied().collect()
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
        assert!(sentence(Lang::En, "old_answer", &facts).ends_with("too long: 4, 11."));
    }
}
