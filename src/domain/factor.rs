//! What the decision is made by: factors, who set them, what we do about them, and how each vendor fits (D2–D4).

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::{Name, Verbs};
use super::value::Kind;

choice! {
    /// Which kind of factor it is. 因素类别
    FactorClass in "factor_class" {
        /// 技术/业务
        TechnicalBusiness = "technical-business",
        /// 个人
        Personal = "personal",
        /// 其它
        Other = "other",
    }
}

choice! {
    /// Who set a factor (D3). 设定者
    SetBy in "set_by" {
        /// 内部小组
        InternalTeam = "internal-team",
        /// 外部咨询
        Advisor = "advisor",
        /// 竞争对手
        Competitor = "competitor",
        /// 我方
        Us = "us",
    }
}

choice! {
    /// What we do about a factor (D4). 影响策略
    Tactic in "tactic" {
        /// 争做第一
        BeFirst = "be_first",
        /// 以B代A
        Replace = "replace",
        /// A变A+1
        Raise = "raise",
        /// 重设优先级
        Rerank = "rerank",
        /// 分析项目
        Analyse = "analyse",
    }
}

record! {
    /// One thing that the decision is made by. 决策因素
    Factor in Factor {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// What it is.
        name: String = Kind::Line,
        /// Technical or business, personal, other.
        class: FactorClass = Kind::Choice(FactorClass::LIST, FactorClass::CODES),
        /// Whether the customer wrote it down; nothing where we do not know.
        formal: Option<bool> = Kind::Flag,
        /// Whether who misses it is out.
        mandatory: bool = Kind::Flag,
        /// Whether it matters and the customer has not seen it. 客户遗漏
        missed_by_customer: bool = Kind::Flag,
        /// The order of weight, 1 first. 优先级别
        rank: Option<i64> = Kind::Int(1, 999),
        /// Who set it.
        set_by: Option<SetBy> = Kind::Choice(SetBy::LIST, SetBy::CODES),
        /// Who holds it.
        person: Vec<Id> = Kind::Links(Noun::Person),
        /// What we do about it.
        tactic: Option<Tactic> = Kind::Choice(Tactic::LIST, Tactic::CODES),
        /// Anything else.
        notes: Option<String> = Kind::Note,
    }
    columns: &["opportunity", "rank", "name", "class", "mandatory", "set_by", "tactic"],
    form: &["name", "class", "formal", "mandatory", "missed_by_customer", "set_by", "tactic", "person"],
    hidden: &["opportunity"],
    verbs: Verbs::Own,
}

record! {
    /// How well a vendor fits a factor. 匹配度
    Fit in Fit {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// The factor.
        factor: Id = Kind::Link(Noun::Factor),
        /// The vendor; nothing for us.
        competitor: Option<Id> = Kind::Link(Noun::Competitor),
        /// −2 fails to +2 best.
        fit: i64 = Kind::Int(-2, 2),
        /// How we know.
        note: Option<String> = Kind::Note,
    }
    name: Name::All(&["factor", "competitor"], " · "),
    columns: &["opportunity", "factor", "competitor", "fit", "note"],
    hidden: &["opportunity"],
    once: &["opportunity", "factor", "competitor"],
}
