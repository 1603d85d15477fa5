//! An organisation that buys, with the archive five, its tier and its rhythm.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::value::{Extra, Kind};

choice! {
    /// How much an account matters (A1). 客户等级
    Tier in "tier" {
        /// The few that carry the business.
        A = "a",
        /// The middle.
        B = "b",
        /// The many.
        C = "c",
    }
}

choice! {
    /// How deep the relationship goes (A6). 关系级别
    RelationLevel in "relation_level" {
        /// 普通
        Ordinary = "ordinary",
        /// 伙伴式
        Partner = "partner",
        /// 战略性
        Strategic = "strategic",
    }
}

choice! {
    /// Which group of customers it belongs to (A4). 客户分类
    Segment in "segment" {
        /// 核心
        Core = "core",
        /// 潜在
        Potential = "potential",
        /// 一般
        General = "general",
        /// 流失
        Churned = "churned",
    }
}

choice! {
    /// How it keeps to its suppliers (A4). 忠诚态度
    Loyalty in "loyalty" {
        /// 忠诚
        Loyal = "loyal",
        /// 品牌转移
        Switcher = "switcher",
        /// 无品牌忠诚
        Indifferent = "indifferent",
    }
}

choice! {
    /// Where it stands in its life as a customer. 生命周期
    Lifecycle in "lifecycle" {
        /// Not yet worked on.
        Prospect = "prospect",
        /// Being won.
        Developing = "developing",
        /// Buys.
        Active = "active",
        /// Has stopped buying.
        Dormant = "dormant",
        /// Lost.
        Former = "former",
    }
}

record! {
    /// An organisation that buys. 客户
    Account in Account {
        /// The name that people use first, in whatever language.
        name: String = Kind::Line,
        /// The Chinese name, where `name` is not it.
        name_zh: Option<String> = Kind::Line,
        /// The English name, where `name` is not it.
        name_en: Option<String> = Kind::Line,
        /// The short name.
        short: Option<String> = Kind::Line,
        /// The organisation it belongs to.
        parent: Option<Id> = Kind::Link(Noun::Account),
        /// Who looks after it.
        owner: Option<String> = Kind::Line,
        /// Where it is.
        region: Option<String> = Kind::Line,
        /// Archive 1: industry and where it goes. 行业及行业动态
        industry: Option<String> = Kind::Line,
        /// Archive 1, second half: the industry's trend.
        trend: Option<String> = Kind::Note,
        /// Archive 2: what quality it asks for. 品质要求
        quality_req: Option<String> = Kind::Note,
        /// Archive 3: how much it buys in a year. 年采购量
        annual_qty: Option<i64> = Kind::Int(0, i64::MAX),
        /// Archive 3: in which unit.
        annual_unit: Option<String> = Kind::Line,
        /// Archive 3: in which year.
        annual_year: Option<i64> = Kind::Int(1900, 2200),
        /// Archive 4: the grade of its credit. 信用调查
        credit_grade: Option<String> = Kind::Line,
        /// Archive 4: up to how much.
        credit_limit: Option<i64> = Kind::Money,
        /// Archive 4: checked when.
        credit_checked_on: Option<NaiveDate> = Kind::Date,
        /// Archive 5: what it asks of prices. 价格要求
        price_req: Option<String> = Kind::Note,
        /// Archive 5: how it pays. 支付方式
        payment_terms: Option<String> = Kind::Line,
        /// Archive 5: after how many days. 货款周期
        cycle_days: Option<i64> = Kind::Int(0, 3650),
        /// The currency of its money fields.
        currency: Option<String> = Kind::Currency,
        /// A, B or C.
        tier: Option<Tier> = Kind::Choice(Tier::LIST, Tier::CODES),
        /// Ordinary, partner, strategic.
        relation_level: Option<RelationLevel> = Kind::Choice(RelationLevel::LIST, RelationLevel::CODES),
        /// Core, potential, general, churned.
        segment: Option<Segment> = Kind::Choice(Segment::LIST, Segment::CODES),
        /// Loyal, switcher, indifferent.
        loyalty_attitude: Option<Loyalty> = Kind::Choice(Loyalty::LIST, Loyalty::CODES),
        /// Prospect to former.
        lifecycle: Option<Lifecycle> = Kind::Choice(Lifecycle::LIST, Lifecycle::CODES),
        /// Days between contacts.
        cadence_days: Option<i64> = Kind::Int(1, 3650),
        /// Key account since.
        key_since: Option<NaiveDate> = Kind::Date,
        /// Why it is a key account.
        key_reason: Option<String> = Kind::Note,
        /// When that is judged again.
        next_review_on: Option<NaiveDate> = Kind::Date,
        /// The last real contact that is known.
        last_contact_on: Option<NaiveDate> = Kind::Date,
        /// Its internet domain; imports link by it.
        domain: Option<String> = Kind::Line,
        /// Switchboard.
        phone: Option<String> = Kind::Line,
        /// General mail address.
        email: Option<String> = Kind::Line,
        /// Postal address.
        address: Option<String> = Kind::Line,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Anything else.
        notes: Option<String> = Kind::Note,
        /// Where an import knows it by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Columns of an import without a field here.
        extra: Extra = Kind::Extra,
    }
    columns: &["name", "tier", "owner", "region", "industry", "last_contact_on"],
    form: &["name", "tier", "industry", "region", "cadence_days", "phone"],
    hidden: &["external_id"],
    found_by: &["name", "name_zh", "name_en", "short"],
    beside: &["industry", "region"],
    phones: &["phone"],
    spelled: &["name", "name_zh", "name_en", "short"],
    is_firm: true,
    apart: &["region", "industry"],
    above: Some("parent"),
    is_owned: true,
}
