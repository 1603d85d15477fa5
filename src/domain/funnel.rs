//! The funnel as a sheet: counts and sums for each stage and currency; currencies are never added up.

use chrono::NaiveDate;

use super::choice::choice;
use super::stage::Stage;

choice! {
    /// What a funnel was made from. 漏斗依据
    Source in "funnel_source" {
        /// What the book knew on the day.
        Book = "book",
        /// The days that deals name, since the book began later.
        Dates = "dates",
    }
}

/// Amounts of one currency, in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amount {
    /// ISO 4217.
    pub currency: String,
    /// The sum of the amounts.
    pub amount: i64,
    /// The sum of the amounts, each times its weight.
    pub weighted: i64,
}

/// One stage of the funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageSheet {
    /// Which.
    pub stage: Stage,
    /// Open deals in it.
    pub count: i64,
    /// Of them with a high flag.
    pub high: i64,
    /// Of them not qualified yet: their weight is the rep's own odds or the stage's.
    pub unqualified: i64,
    /// Sums, the currency with most deals first.
    pub amounts: Vec<Amount>,
    /// Days that its open deals have spent in it, on average.
    pub days: Option<i64>,
    /// Moves out of it so far: on through the gate, and all.
    pub moved_on: i64,
    /// All moves out of it.
    pub moved: i64,
}

impl StageSheet {
    /// Percent of the deals that left this stage by its gate or by winning; nothing while none has left.
    pub fn conversion(&self) -> Option<i64> {
        (self.moved > 0).then(|| self.moved_on * 100 / self.moved)
    }
}

/// The whole funnel on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunnelSheet {
    /// The day.
    pub as_of: NaiveDate,
    /// What it was made from.
    pub source: Source,
    /// The four stages in order.
    pub stages: Vec<StageSheet>,
    /// Deals won.
    pub won: i64,
    /// What they brought.
    pub won_amounts: Vec<Amount>,
    /// Deals lost.
    pub lost: i64,
    /// Deals put aside or given up.
    pub parked: i64,
    /// Open deals that are not qualified yet.
    pub unqualified: i64,
    /// What they may bring: currency and minor units, that with most deals first.
    pub to_qualify: Vec<(String, i64)>,
}

impl FunnelSheet {
    /// Deals won among those won or lost, in millionths; nothing while none has closed.
    pub fn win_rate(&self) -> Option<i64> {
        let closed = self.won + self.lost;
        (closed > 0).then(|| (self.won * 1_000_000 + closed / 2) / closed)
    }
}
