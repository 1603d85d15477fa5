//! A deal: what is at stake, why the customer acts, when, and what comes next.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::stage::{Phase, Stage, Status};
use super::traits::{Name, Verbs};
use super::value::{Extra, Kind};

choice! {
    /// What presses the customer (F4). 客户压力
    Pressure in "pressure" {
        /// 市场
        Market = "market",
        /// 经营
        Operations = "operations",
        /// 竞争
        Competition = "competition",
    }
}

choice! {
    /// What of ours is worth something to the customer (F4). 厂家价值
    Worth in "value" {
        /// 独特
        Unique = "unique",
        /// 解决
        Solution = "solution",
        /// 实施
        Implementation = "implementation",
    }
}

choice! {
    /// The rep's own forecast category (P13). 预测类别
    Category in "category" {
        /// 不计
        Omitted = "omitted",
        /// 在跟
        Pipeline = "pipeline",
        /// 乐观
        BestCase = "best-case",
        /// 承诺
        Commit = "commit",
        /// 已成
        Closed = "closed",
    }
}

choice! {
    /// How we compete (D13). 竞争策略
    Strategy in "strategy" {
        /// 正面
        Frontal = "frontal",
        /// 侧翼
        Flanking = "flanking",
        /// 分割
        Fragment = "fragment",
        /// 防守
        Defend = "defend",
        /// 培育
        Develop = "develop",
    }
}

choice! {
    /// How far the customer's money is approved (A15). 融资状态
    FinanceState in "finance_state" {
        /// Not asked for yet.
        Unplanned = "unplanned",
        /// Asked for.
        Requested = "requested",
        /// Approved.
        Approved = "approved",
        /// There to be spent.
        Available = "available",
    }
}

record! {
    /// A deal in the funnel. 商机
    Opportunity in Opp {
        /// What it is called.
        title: String = Kind::Line,
        /// Who buys.
        account: Option<Id> = Kind::Link(Noun::Account),
        /// Who sells.
        owner: Option<String> = Kind::Line,
        /// One of the four stages; moved by `advance` and `retreat` alone.
        stage: Stage = Kind::Choice(Stage::LIST, Stage::CODES),
        /// Open or how it ended.
        status: Status = Kind::Choice(Status::LIST, Status::CODES),
        /// The finer marker of the sales cycle.
        phase: Option<Phase> = Kind::Choice(Phase::LIST, Phase::CODES),
        /// What it brings, in minor units.
        amount: Option<i64> = Kind::Money,
        /// The currency of its money fields.
        currency: String = Kind::Currency,
        /// Our margin.
        margin_pct: Option<i64> = Kind::Percent,
        /// The day it is expected to close; for a closed deal the day it did.
        close_on: Option<NaiveDate> = Kind::Date,
        /// How often that day was moved to a later one.
        close_moves: i64 = Kind::Int(0, i64::MAX),
        /// The day it came up.
        opened_on: Option<NaiveDate> = Kind::Date,
        /// The day it came into its stage.
        stage_since: Option<NaiveDate> = Kind::Date,
        /// The last thing that is known to have happened.
        last_activity_on: Option<NaiveDate> = Kind::Date,
        /// What presses the customer.
        pressures: Vec<Pressure> = Kind::Set(Pressure::LIST, Pressure::CODES),
        /// What of ours is worth something.
        values: Vec<Worth> = Kind::Set(Worth::LIST, Worth::CODES),
        /// Why the customer must act by a day.
        compelling_event: Option<String> = Kind::Line,
        /// That day.
        compelling_on: Option<NaiveDate> = Kind::Date,
        /// D12, business: how it operates and competes. 经营/竞争环境
        bg_environment: Option<String> = Kind::Note,
        /// D12, business: its core business. 核心业务结构
        bg_core: Option<String> = Kind::Note,
        /// D12, business: this year's finances. 今年财务情况
        bg_finances: Option<String> = Kind::Note,
        /// D12, deal: what the application needs. 应用需求
        bg_need: Option<String> = Kind::Note,
        /// D12, deal: the project. 项目描述
        bg_project: Option<String> = Kind::Note,
        /// D12, deal: how it is decided. 决策过程
        bg_process: Option<String> = Kind::Note,
        /// D12, deal: what implementing it is for. 实施目标
        bg_goal: Option<String> = Kind::Note,
        /// D12, drivers: what it pays back. 回报
        bg_return: Option<String> = Kind::Note,
        /// D12, drivers: what it risks. 风险
        bg_risk: Option<String> = Kind::Note,
        /// D12, drivers: where business and technology put the weight. 业务与技术的侧重
        bg_focus: Option<String> = Kind::Note,
        /// D12, drivers: a day or another force. 特定的日期或其它实施动力
        bg_driver: Option<String> = Kind::Note,
        /// How much the customer must finance (A15).
        finance_amount: Option<i64> = Kind::Money,
        /// From where.
        finance_source: Option<String> = Kind::Line,
        /// How far that is approved.
        finance_state: Option<FinanceState> = Kind::Choice(FinanceState::LIST, FinanceState::CODES),
        /// When it is expected.
        finance_on: Option<NaiveDate> = Kind::Date,
        /// The rep's own probability; never computed.
        p_rep: Option<i64> = Kind::Percent,
        /// The rep's own forecast category; never computed.
        category: Option<Category> = Kind::Choice(Category::LIST, Category::CODES),
        /// How we compete.
        our_strategy: Option<Strategy> = Kind::Choice(Strategy::LIST, Strategy::CODES),
        /// What is done next.
        next_step: Option<String> = Kind::Line,
        /// By when.
        next_on: Option<NaiveDate> = Kind::Date,
        /// Why it was lost, won, suspended or dropped.
        close_reason: Option<String> = Kind::Line,
        /// Who won it if not us, or who came second.
        rival: Option<String> = Kind::Line,
        /// What we learn from it.
        lesson: Option<String> = Kind::Note,
        /// Worth card: revenue soon, 1 to 5. 短期收入
        worth_short: Option<i64> = Kind::Int(1, 5),
        /// Worth card: revenue later, 1 to 5. 未来收入
        worth_future: Option<i64> = Kind::Int(1, 5),
        /// Worth card: profitability, 1 to 5. 盈利性
        worth_profit: Option<i64> = Kind::Int(1, 5),
        /// Worth card: how safe it is, 1 to 5. 安全性
        worth_risk: Option<i64> = Kind::Int(1, 5),
        /// Worth card: strategic value, 1 to 5. 战略价值
        worth_strategic: Option<i64> = Kind::Int(1, 5),
        /// An override of a gate that still stands.
        override_reason: Option<String> = Kind::Note,
        /// What is sold.
        product: Option<String> = Kind::Line,
        /// The region it is sold in.
        region: Option<String> = Kind::Line,
        /// Where it came from.
        source: Option<String> = Kind::Line,
        /// Words to group by, between commas.
        tags: Option<String> = Kind::Line,
        /// Anything else.
        notes: Option<String> = Kind::Note,
        /// Where an import knows it by, as `source:id`.
        external_id: Option<String> = Kind::Line,
        /// Columns of an import without a field here.
        extra: Extra = Kind::Extra,
    }
    name: Name::First(&["title"]),
    columns: &["title", "account", "stage", "status", "amount", "close_on", "owner"],
    form: &[
        "title", "account", "amount", "currency", "close_on", "next_step", "next_on", "pressures", "values",
    ],
    hidden: &["stage", "status", "close_moves", "stage_since", "override_reason", "external_id"],
    kept: &[
        ("stage", "opp advance"),
        ("status", "opp win"),
        ("close_moves", "opp set close_on"),
        ("stage_since", "opp advance"),
        ("override_reason", "opp advance"),
    ],
    found_by: &["title"],
    today: &["opened_on", "stage_since"],
    is_owned: true,
    is_priced: true,
    verbs: Verbs::Own,
}
