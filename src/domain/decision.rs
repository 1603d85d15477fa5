//! The customer's decision process: its steps in order (D1).

use chrono::NaiveDate;

use super::choice::{Choice, choice};
use super::id::Id;
use super::noun::Noun;
use super::record::record;
use super::traits::Verbs;
use super::value::Kind;

choice! {
    /// How far a decision step is. 状态
    Pace in "pace" {
        /// 未开始
        Planned = "planned",
        /// 进行中
        Running = "running",
        /// 已完成
        Done = "done",
        /// 已取消
        Skipped = "skipped",
    }
}

record! {
    /// One step of the customer's decision process. 决策步骤
    Decision in Decision {
        /// The deal.
        opportunity: Id = Kind::Link(Noun::Opp),
        /// Its place, 1 first.
        seq: Option<i64> = Kind::Int(1, 999),
        /// What is decided. 决策事项
        name: String = Kind::Line,
        /// Which department. 部门
        dept: Option<String> = Kind::Line,
        /// Who decides it. 决策人
        person: Option<Id> = Kind::Link(Noun::Person),
        /// By when. 时间
        due: Option<NaiveDate> = Kind::Date,
        /// In which way: scored, voted, signed. 方式
        method: Option<String> = Kind::Line,
        /// How far it is.
        state: Pace = Kind::Choice(Pace::LIST, Pace::CODES),
        /// The day it was done.
        done_on: Option<NaiveDate> = Kind::Date,
        /// Anything else.
        notes: Option<String> = Kind::Note,
    }
    columns: &["opportunity", "seq", "name", "dept", "person", "due", "method", "state"],
    form: &["name", "dept", "person", "due", "method"],
    hidden: &["opportunity"],
    verbs: Verbs::Own,
}

impl Decision {
    /// Whether it is still to come or under way.
    pub fn is_ahead(&self) -> bool {
        matches!(self.state, Pace::Planned | Pace::Running)
    }

    /// Days since it was due, where it is due and not done.
    pub fn overdue(&self, today: NaiveDate) -> Option<i64> {
        let days = self.due.map(|due| (today - due).num_days());
        days.filter(|days| *days > 0 && self.is_ahead())
    }
}

/// The step that comes next: the first in order that is neither done nor skipped.
pub fn next(steps: &[Decision]) -> Option<&Decision> {
    steps.iter().find(|step| step.is_ahead())
}
