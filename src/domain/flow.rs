//! What became of money in the funnel: it came in, went out, or changed in it (`docs/method.md`, "Funnel review").

use super::change::{Change, State};
use super::choice::choice;
use super::stage::Status;

choice! {
    /// A way in which money came into the funnel, went out of it, or changed in it. 资金流向
    Flow in "review_flow" {
        /// 新增
        New = "new",
        /// 批量导入
        Imported = "imported",
        /// 重新打开
        Reopened = "reopened",
        /// 金额增加
        Up = "up",
        /// 赢单
        Won = "won",
        /// 输单
        Lost = "lost",
        /// 搁置或放弃
        Parked = "parked",
        /// 移除
        Removed = "removed",
        /// 金额减少
        Down = "down",
        /// 推迟
        Slipped = "slipped",
    }
}

/// What became of money with a deal: how, and how much of its currency in minor units.
pub fn flows(was: &State, now: &State, changes: &[Change]) -> Vec<(Flow, i64)> {
    let (before, after) = (was.amount.unwrap_or(0), now.amount.unwrap_or(0));
    let flow = |change: &Change| match change {
        Change::Reopened => Some((Flow::Reopened, after)),
        Change::Ended(status) => Some((ended(*status), after)),
        Change::Slipped(..) => Some((Flow::Slipped, after)),
        Change::Amount(..) if now.status == Status::Open && was.status == Status::Open => {
            Some(if after >= before { (Flow::Up, after - before) } else { (Flow::Down, before - after) })
        }
        _ => None,
    };
    changes.iter().filter_map(flow).collect()
}

/// How money left with a deal that ended so.
pub fn ended(status: Status) -> Flow {
    match status {
        Status::Won => Flow::Won,
        Status::Lost => Flow::Lost,
        Status::Open | Status::Suspended | Status::Dropped => Flow::Parked,
    }
}
