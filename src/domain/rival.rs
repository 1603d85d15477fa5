//! Whom we compete with, and how each stands in a deal (D13).

use super::choice::Choice;
use super::id::Id;
use super::noun::Noun;
use super::opportunity::Strategy;
use super::record::record;
use super::traits::Name;
use super::value::Kind;

record! {
    /// A company that we compete with. 竞争对手
    Competitor in Competitor {
        /// What it is called.
        name: String = Kind::Line,
        /// What it is good at. 优势
        strengths: Option<String> = Kind::Note,
        /// Where it is weak. 劣势
        weaknesses: Option<String> = Kind::Note,
        /// Its web domain.
        domain: Option<String> = Kind::Line,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Anything else.
        notes: Option<String> = Kind::Note,
    }
    columns: &["name", "strengths", "weaknesses"],
    found_by: &["name"],
    spelled: &["name"],
    is_firm: true,
    once: &["name"],
}

record! {
    /// A competitor in a deal. 项目对手
    Rival in Rival {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// The competitor.
        competitor: Id = Kind::Link(Noun::Competitor),
        /// Whether the customer uses it today. 现有供应商
        incumbent: bool = Kind::Flag,
        /// How it competes. 对手策略
        strategy: Option<Strategy> = Kind::Choice(Strategy::LIST, Strategy::CODES),
        /// 1 small to 3 great. 威胁程度
        threat: Option<i64> = Kind::Int(1, 3),
        /// What we know of it here.
        note: Option<String> = Kind::Note,
    }
    name: Name::First(&["competitor"]),
    columns: &["opportunity", "competitor", "incumbent", "threat", "strategy", "note"],
    form: &["competitor", "incumbent", "threat", "strategy", "note"],
    hidden: &["opportunity"],
    once: &["opportunity", "competitor"],
}
