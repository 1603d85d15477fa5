//! The labels that were read before and are typed still: a better word on the screen takes none from saved filters,
//! scripts and habit.

use super::same;

/// Of fields, by `noun.key`.
const FIELDS: &[(&str, &[&str])] = &[
    ("account.trend", &["Industry trend"]),
    ("account.quality_req", &["Quality demands"]),
    ("account.annual_qty", &["Bought per year"]),
    ("account.annual_year", &["In year"]),
    ("account.price_req", &["Price demands"]),
    ("account.payment_terms", &["支付方式"]),
    ("account.cycle_days", &["Payment cycle, days"]),
    ("account.lifecycle", &["Life cycle"]),
    ("account.cadence_days", &["Contact every, days"]),
    ("account.key_since", &["成为大客户日"]),
    ("account.next_review_on", &["下次复核日"]),
    ("account.domain", &["Web domain"]),
    ("role.adaptability", &["Innovation attitude"]),
    ("role.coverage", &["Relationship depth"]),
    ("role.political_status", &["Political status"]),
    ("role.personal_win", &["个人收益"]),
    ("role.approach", &["应对策略"]),
    ("answer.source", &["Said by"]),
    ("influence.from", &["发出人"]),
    ("influence.to", &["承受人"]),
    ("influence.kind", &["Tie"]),
    ("decision.seq", &["Place"]),
    ("decision.state", &["State"]),
    ("factor.name", &["Factor"]),
    ("factor.set_by", &["设定者"]),
    ("factor.person", &["Held by", "持有人"]),
    ("factor.tactic", &["影响策略"]),
    ("fit.factor", &["Factor"]),
    ("competitor.domain", &["Web domain"]),
    ("rival.strategy", &["Its strategy"]),
    ("cost.on_day", &["Day"]),
    ("cost.amount", &["Money"]),
    ("visit.why_measure", &["Measure"]),
    ("visit.why_kind", &["Purpose"]),
    ("visit.lasts", &["Lasts, hours"]),
    ("visit.until", &["Until", "截至"]),
    ("visit.aims_moved", &["Aims moved"]),
    ("visit.next_on", &["Next on"]),
    ("todo.state", &["State"]),
    ("todo.wait_until", &["最早日期"]),
    ("todo.carried", &["Times carried"]),
    ("review.ritual", &["Ritual", "例行"]),
    ("review.on_day", &["Day"]),
    ("review.period", &["For"]),
    ("review.idea", &["改进设想"]),
    ("step.on_day", &["Day"]),
    ("step.overridden", &["越闸过闸"]),
    ("opp.phase", &["销售周期"]),
    ("opp.close_on", &["预计成交日"]),
    ("opp.close_moves", &["Times put off"]),
    ("opp.last_activity_on", &["最近活动日"]),
    ("opp.compelling_on", &["Compelling date", "驱动日期"]),
    ("opp.bg_environment", &["Competitive setting"]),
    ("opp.bg_need", &["Application need"]),
    ("opp.bg_return", &["Return"]),
    ("opp.bg_driver", &["Other driver"]),
    ("opp.finance_amount", &["To be financed"]),
    ("opp.finance_source", &["Financed from"]),
    ("opp.finance_state", &["Financing state"]),
    ("opp.finance_on", &["Financing expected"]),
    ("opp.p_rep", &["Own probability %", "自评胜率%"]),
    ("opp.category", &["Forecast"]),
    ("opp.our_strategy", &["竞争策略"]),
    ("opp.close_reason", &["结单原因"]),
    ("opp.lesson", &["Lesson"]),
    ("opp.worth_short", &["Revenue soon, 1-5"]),
    ("opp.worth_future", &["Revenue later, 1-5"]),
    ("opp.worth_risk", &["Safety, 1-5", "安全性（1-5）"]),
    ("opp.override_reason", &["越闸理由"]),
];

/// Of choices, by `list.code`.
const CHOICES: &[(&str, &[&str])] = &[
    ("status.won", &["赢"]),
    ("status.lost", &["输"]),
    ("phase.relating", &["Building relations"]),
    ("move.enter", &["Came in", "录入"]),
    ("grade.told", &["Told by customer"]),
    ("category.pipeline", &["在跟"]),
    ("category.closed", &["已成"]),
    ("finance_state.unplanned", &["Not asked for"]),
    ("relation_level.ordinary", &["Ordinary"]),
    ("buying_role.decider", &["Decision-maker"]),
    ("coverage.multiple", &["Multiple contacts"]),
    ("political_status.political-structure", &["Political structure"]),
    ("pace.running", &["Under way"]),
    ("pace.skipped", &["已取消"]),
    ("tactic.be_first", &["Be first"]),
    ("tactic.replace", &["Replace A with B"]),
    ("tactic.raise", &["Raise A to A+1"]),
    ("tactic.rerank", &["Re-rank"]),
    ("visit_type.project-exchange", &["Project exchange"]),
    ("why_kind.advance", &["Advance"]),
    ("why_kind.relationship", &["Relationship"]),
    ("result.partly", &["部分"]),
    ("aim.advantage", &["Advantage"]),
    ("todo_kind.ask", &["Ask"]),
    ("ritual.sweep", &["每周清理"]),
    ("ritual.account", &["大客户复核"]),
    ("review_verdict.remove", &["移除"]),
    ("plan_standing.missed", &["未完成"]),
];

/// Of flags and warnings of either length, by code.
const FLAGS: &[(&str, &[&str])] = &[
    ("no_decider", &["No decider named"]),
    ("decider_against", &["Decider against us", "决策反对"]),
    ("critical_weak", &["Weak on a key point", "关键问题不牢靠", "Weak point", "关键不牢"]),
    ("compelling_missing", &["No driving date", "缺驱动日期", "No driver", "缺驱动日"]),
    ("compelling_passed", &["Driving date passed", "驱动日期已过", "Past drive", "驱动已过"]),
    ("close_passed", &["Close date passed", "预计成交日已过", "成交日过"]),
    ("close_moved", &["Close date slipping", "成交日一再推迟", "Slipping"]),
    ("no_ally", &["No ally who counts"]),
    ("override", &["Override stands", "越闸未补"]),
    ("silence", &["Gone quiet", "久无进展", "Quiet"]),
    ("old_answer", &["Key answer is old", "关键答案已陈旧", "答案陈旧"]),
    ("no_opponent", &["Blind to opponents", "反对不明"]),
    ("rival_fits", &["Rival fits better", "Rival fits", "对手更配"]),
    ("no_cause", &["No reason to buy", "缺压力与价值", "No cause"]),
    ("stop_loss", &["Beyond stop-loss", "Costs over", "投入越线"]),
    ("visit_untold", &["Visit untold", "拜访无结果", "Untold", "拜访无果"]),
    ("purpose_weak", &["Weak visit purpose", "No purpose"]),
    ("probability_gap", &["Odds disagree", "胜算分歧大", "Odds gap", "胜算分歧"]),
    ("never_contacted", &["尚未联系"]),
    ("review_overdue", &["大客户复核逾期", "复核逾期"]),
    ("key_player_left", &["Key left", "关键离职"]),
];

/// What a field of a noun was called, as it is compared.
pub(super) fn of_field(noun: &str, key: &str) -> impl Iterator<Item = String> {
    were(FIELDS, move |own| own.split_once('.') == Some((noun, key)))
}

/// What a choice of a list was called, as it is compared.
pub(super) fn of_choice(list: &str, code: &str) -> impl Iterator<Item = String> {
    were(CHOICES, move |own| own.split_once('.') == Some((list, code)))
}

/// What a flag or a warning was called, as it is compared.
pub(super) fn of_flag(code: &str) -> impl Iterator<Item = String> {
    were(FLAGS, move |own| own == code)
}

fn were(table: &'static [(&str, &[&str])], is_own: impl Fn(&str) -> bool) -> impl Iterator<Item = String> {
    let own = table.iter().filter(move |(own, _)| is_own(own));
    own.flat_map(|(_, labels)| *labels).map(|label| same(label))
}

/// The labels that version 0.1 showed, of fields, choices or flags: key, English, Chinese.
#[cfg(test)]
pub(super) fn shown(of: &str) -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    let lines = include_str!("../../tests/labels/0.1.tsv").lines();
    lines.filter_map(move |line| match *line.split('\t').collect::<Vec<_>>() {
        [table, key, en, zh] if table == of => Some((key, [en, zh])),
        _ => None,
    })
}
