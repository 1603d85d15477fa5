//! Rituals that were kept: the weekly sweep, the funnel review, the call plan, the key-account review.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::{Name, Verbs};
use super::value::Kind;

choice! {
    /// Which ritual. 例行回顾
    Ritual in "ritual" {
        /// 每周清理待办
        Sweep = "sweep",
        /// 漏斗回顾
        Funnel = "funnel",
        /// 月度拜访计划
        Plan = "plan",
        /// 大客户复核
        Account = "account",
    }
}

choice! {
    /// What a key-account review decided (A7). 复核结论
    Verdict in "review_verdict" {
        /// 保留
        Keep = "keep",
        /// 降级
        Lower = "lower",
        /// 移除
        Remove = "remove",
    }
}

record! {
    /// A ritual that was kept. 回顾
    Review in Review {
        /// Which.
        ritual: Ritual = Kind::Choice(Ritual::LIST, Ritual::CODES),
        /// The day it was stamped.
        on_day: Option<NaiveDate> = Kind::Date,
        /// What it was for: `2026-W47`, `2026-12`.
        period: Option<String> = Kind::Line,
        /// The account, for a key-account review.
        account: Option<Id> = Kind::Link(Noun::Account),
        /// What was decided.
        verdict: Option<Verdict> = Kind::Choice(Verdict::LIST, Verdict::CODES),
        /// Why.
        reason: Option<String> = Kind::Note,
        /// How the relationship is to be renewed, for an account that is kept.
        idea: Option<String> = Kind::Note,
        /// Anything else.
        notes: Option<String> = Kind::Note,
        /// Who kept it.
        author: Option<String> = Kind::Line,
    }
    name: Name::First(&["ritual"]),
    columns: &["on_day", "ritual", "period", "account", "verdict", "reason", "author"],
    today: &["on_day"],
    verbs: Verbs::Own,
}
