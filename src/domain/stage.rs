//! Where a deal stands: the four stages, its status, its phase, and the log of its moves.

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::{Name, Verbs};
use super::value::Kind;

choice! {
    /// The four stages of the funnel. 漏斗阶段
    Stage in "stage" {
        /// 潜在商机
        Potential = "potential",
        /// 落实项目
        Qualified = "qualified",
        /// 我的项目
        Mine = "mine",
        /// 项目胜算
        Winnable = "winnable",
    }
}

choice! {
    /// Whether a deal is still worked on. 状态
    Status in "status" {
        /// In the funnel.
        Open = "open",
        /// 赢
        Won = "won",
        /// 输
        Lost = "lost",
        /// 搁置
        Suspended = "suspended",
        /// 放弃
        Dropped = "dropped",
    }
}

choice! {
    /// The finer marker of the sales cycle inside an open deal (F5). 商机销售周期
    Phase in "phase" {
        /// 商机获得
        Acquired = "acquired",
        /// 抉择参与
        Entering = "entering",
        /// 资源投入
        Resourcing = "resourcing",
        /// 需求发掘
        Discovering = "discovering",
        /// 方案竞争
        Competing = "competing",
        /// 客户关系
        Relating = "relating",
        /// 技术/商务谈判
        Negotiating = "negotiating",
        /// 销售过程管理
        Managing = "managing",
        /// 商机结束
        Ended = "ended",
    }
}

choice! {
    /// What a line of the stage log tells.
    Move in "move" {
        /// On through a gate.
        Advance = "advance",
        /// Back by one stage.
        Retreat = "retreat",
        /// Closed as won.
        Win = "win",
        /// Closed as lost.
        Lose = "lose",
        /// Put aside.
        Suspend = "suspend",
        /// Given up.
        Drop = "drop",
        /// Opened again.
        Reopen = "reopen",
        /// Set by an import.
        Import = "import",
        /// Came into the book in a later stage.
        Enter = "enter",
    }
}

impl Stage {
    /// The next stage, or nothing after the last.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Potential => Some(Self::Qualified),
            Self::Qualified => Some(Self::Mine),
            Self::Mine => Some(Self::Winnable),
            Self::Winnable => None,
        }
    }

    /// The stage before, or nothing before the first.
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::Potential => None,
            Self::Qualified => Some(Self::Potential),
            Self::Mine => Some(Self::Qualified),
            Self::Winnable => Some(Self::Mine),
        }
    }

    /// The gate (1 to 3) that leads out of this stage; the last stage has none.
    pub fn gate(self) -> Option<u8> {
        match self {
            Self::Potential => Some(1),
            Self::Qualified => Some(2),
            Self::Mine => Some(3),
            Self::Winnable => None,
        }
    }
}

record! {
    /// One move of a deal: append-only. 阶段记录
    Step in Step {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// What happened.
        act: Move = Kind::Choice(Move::LIST, Move::CODES),
        /// The stage it left.
        from_stage: Option<Stage> = Kind::Choice(Stage::LIST, Stage::CODES),
        /// The stage it reached.
        to_stage: Stage = Kind::Choice(Stage::LIST, Stage::CODES),
        /// The status it reached.
        status: Status = Kind::Choice(Status::LIST, Status::CODES),
        /// The day.
        on_day: Option<NaiveDate> = Kind::Date,
        /// Who did it.
        author: Option<String> = Kind::Line,
        /// The gates at that moment, as `1:pass/80 2:open/20 3:open/0`.
        gates: Option<String> = Kind::Line,
        /// Why a gate that had not passed was overridden, or why the deal closed.
        reason: Option<String> = Kind::Note,
        /// Whether a gate was overridden.
        overridden: bool = Kind::Flag,
        /// Days spent in the stage it left.
        days: Option<i64> = Kind::Int(0, i64::MAX),
    }
    name: Name::First(&["act"]),
    columns: &["opportunity", "on_day", "act", "from_stage", "to_stage", "author", "reason"],
    hidden: &["opportunity", "status"],
    verbs: Verbs::None,
}
