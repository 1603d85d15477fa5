//! A person at an account, and what that person is in a deal.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::Name;
use super::value::{Extra, Kind};

record! {
    /// A person at an account. 联系人
    Person in Person {
        /// The account.
        account: Option<Id> = Kind::Link(Noun::Account),
        /// The full name as it is said.
        name: String = Kind::Line,
        /// Job title.
        title: Option<String> = Kind::Line,
        /// Department.
        dept: Option<String> = Kind::Line,
        /// The superior, at the same account.
        reports_to: Option<Id> = Kind::Link(Noun::Person),
        /// Land line.
        phone: Option<String> = Kind::Line,
        /// Mobile.
        mobile: Option<String> = Kind::Line,
        /// Mail.
        email: Option<String> = Kind::Line,
        /// `WeChat` or another chat id.
        chat_id: Option<String> = Kind::Line,
        /// Who looks after the person.
        owner: Option<String> = Kind::Line,
        /// The last real contact that is known.
        last_contact_on: Option<NaiveDate> = Kind::Date,
        /// Anything else.
        notes: Option<String> = Kind::Note,
        /// The day the person left the account.
        left_on: Option<NaiveDate> = Kind::Date,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Where an import knows the person by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Columns of an import without a field here.
        extra: Extra = Kind::Extra,
    }
    columns: &["name", "title", "account", "mobile", "email", "left_on"],
    form: &["name", "title", "dept", "reports_to", "mobile", "email"],
    hidden: &["external_id"],
    found_by: &["name", "email"],
    beside: &["title", "dept"],
    phones: &["mobile", "phone"],
    spelled: &["name"],
    apart: &["title", "dept", "account"],
    above: Some("reports_to"),
}

choice! {
    /// What a person does in the buying (D6). 采购角色
    BuyingRole in "buying_role" {
        /// 最后批准 ※
        Approver = "approver",
        /// 决策制定 +
        Decider = "decider",
        /// 方案评估 =
        Evaluator = "evaluator",
        /// 最终用户 -
        User = "user",
    }
}

choice! {
    /// How a person takes to new things (D7). 创新态度
    Adaptability in "adaptability" {
        /// 领先创造 ※
        Innovator = "innovator",
        /// 前瞻先进 +
        Visionary = "visionary",
        /// 实用求是 =
        Pragmatist = "pragmatist",
        /// 保守求稳 -
        Conservative = "conservative",
        /// 不求进取 ×
        Laggard = "laggard",
    }
}

choice! {
    /// Whether a person is for us (D8). 项目支持
    Support in "support" {
        /// 导师 ※
        Mentor = "mentor",
        /// 支持 +
        Supporter = "supporter",
        /// 中立 =
        Neutral = "neutral",
        /// 不支持 -
        NonSupporter = "non-supporter",
        /// 反对 ×
        Enemy = "enemy",
    }
}

choice! {
    /// How well we know a person (D9). 关系层度
    Coverage in "coverage" {
        /// 深入 ※
        InDepth = "in-depth",
        /// 多次 +
        Multiple = "multiple",
        /// 简短 =
        Brief = "brief",
        /// 未接触 -
        None = "none",
        /// 未知 ?
        Unknown = "unknown",
    }
}

choice! {
    /// Where a person stands in the politics (D11). 政治关联
    PoliticalStatus in "political_status" {
        /// 核心圈
        InnerCircle = "inner-circle",
        /// 圈内
        Structure = "political-structure",
        /// 圈外
        Outside = "outside",
    }
}

record! {
    /// What a person is in a deal. 决策人
    Role in Role {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// The person.
        person: Id = Kind::Link(Noun::Person),
        /// Approver to user.
        buying_role: Option<BuyingRole> = Kind::Choice(BuyingRole::LIST, BuyingRole::CODES),
        /// Innovator to laggard.
        adaptability: Option<Adaptability> = Kind::Choice(Adaptability::LIST, Adaptability::CODES),
        /// Mentor to enemy.
        support: Option<Support> = Kind::Choice(Support::LIST, Support::CODES),
        /// In depth to unknown.
        coverage: Option<Coverage> = Kind::Choice(Coverage::LIST, Coverage::CODES),
        /// Inner circle to outside.
        political_status: Option<PoliticalStatus> = Kind::Choice(PoliticalStatus::LIST, PoliticalStatus::CODES),
        /// The order of weight in this deal, 1 first.
        rank: Option<i64> = Kind::Int(1, 999),
        /// What the person wants for the business.
        business_agenda: Option<String> = Kind::Note,
        /// What the person wins.
        personal_win: Option<String> = Kind::Note,
        /// How we approach the person.
        approach: Option<String> = Kind::Note,
        /// The last contact over this deal.
        last_contact_on: Option<NaiveDate> = Kind::Date,
    }
    name: Name::First(&["person"]),
    columns: &["opportunity", "person", "buying_role", "support", "coverage", "political_status", "rank"],
    form: &["person", "buying_role", "adaptability", "support", "coverage", "political_status", "rank"],
    hidden: &["opportunity"],
    once: &["opportunity", "person"],
}

impl Role {
    /// Whether the person is a key player: in the inner circle or the political structure (D11).
    pub fn is_key_player(&self) -> bool {
        matches!(self.political_status, Some(PoliticalStatus::InnerCircle | PoliticalStatus::Structure))
    }
}
