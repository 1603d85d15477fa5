//! What became of a deal since a day: moved, slipped, worse or stale (N5; `docs/method.md`, "Funnel review").

use chrono::NaiveDate;

use super::choice::choice;
use super::flag::Alarm;
use super::stage::{Stage, Status};

/// By fewer points the computed probability did not get worse: one answer that ages takes as much.
const FALL: i64 = 5;

choice! {
    /// In which part of a review a deal stands. 回顾分组
    Group in "review_group" {
        /// 推进与变动
        Moved = "moved",
        /// 推迟
        Slipped = "slipped",
        /// 恶化
        Worse = "worse",
        /// 停滞
        Stale = "stale",
        /// 好转
        Better = "better",
        /// 其他变动
        Other = "other",
    }
}

impl Group {
    /// Whether what stands in it wants to be mended.
    pub fn is_problem(self) -> bool {
        matches!(self, Self::Slipped | Self::Worse | Self::Stale)
    }
}

/// A deal at one moment, as far as a review compares it; the amount in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its stage.
    pub stage: Stage,
    /// Its status.
    pub status: Status,
    /// What it brings.
    pub amount: Option<i64>,
    /// Of this currency.
    pub currency: String,
    /// When it closes.
    pub close_on: Option<NaiveDate>,
    /// The computed probability; nothing while it was not qualified.
    pub p_calc: Option<i64>,
    /// What was wrong with it.
    pub alarms: Vec<Alarm>,
}

/// One thing that became of a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It came up.
    New(Stage),
    /// It moved on or back.
    Moved(Stage, Stage),
    /// It ended so.
    Ended(Status),
    /// It was opened again.
    Reopened,
    /// Its close date went from one day to a later one.
    Slipped(NaiveDate, NaiveDate),
    /// Its close date was set, went to an earlier day, or is gone.
    Close(Option<NaiveDate>, Option<NaiveDate>),
    /// It brings more or less, or how much is known now or no longer.
    Amount(Option<i64>, Option<i64>),
    /// Its amount is in another currency.
    Currency(String, String),
    /// The first of its questions was answered: the probability is computed from now on, as this.
    Qualified(i64),
    /// The computed probability fell or rose.
    Chance(i64, i64),
    /// These questions turned unfavourable.
    Turned(Vec<i64>),
    /// These were answered for the first time, and unfavourably: what is known now was so before.
    Answered(Vec<i64>),
    /// These turned favourable.
    Favourable(Vec<i64>),
    /// A flag is gone.
    Cleared(Alarm),
    /// These other fields were changed.
    Fields(Vec<&'static str>),
    /// A new flag.
    Raised(Alarm),
    /// A new flag that time alone brought.
    Stale(Alarm),
}

impl Change {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Moved(from, to) if to < from => "back",
            Self::Moved(..) => "forward",
            Self::Ended(Status::Won) => "won",
            Self::Ended(Status::Lost) => "lost",
            Self::Ended(_) => "ended",
            Self::Reopened => "reopened",
            Self::Slipped(..) => "slipped",
            Self::Close(..) => "close",
            Self::Amount(..) => "amount",
            Self::Currency(..) => "currency",
            Self::Qualified(_) => "qualified",
            Self::Chance(..) => "chance",
            Self::Turned(_) => "turned",
            Self::Answered(_) => "answered",
            Self::Favourable(_) => "favourable",
            Self::Cleared(_) => "cleared",
            Self::Fields(_) => "fields",
            Self::Raised(_) => "flag",
            Self::Stale(_) => "stale",
        }
    }
}

/// Whether a flag comes of silence and passing days alone.
pub fn is_stale(alarm: Alarm) -> bool {
    matches!(
        alarm,
        Alarm::Silence
            | Alarm::OldAnswer
            | Alarm::NoNextStep
            | Alarm::VisitUntold
            | Alarm::ClosePassed
            | Alarm::CompellingPassed
    )
}

/// What happened to a deal beside its own state.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The questions that turned unfavourable.
    pub unfavourable: &'a [i64],
    /// The questions that were unfavourable when they were answered for the first time.
    pub answered: &'a [i64],
    /// The questions that turned favourable.
    pub favourable: &'a [i64],
    /// Other fields that hold something else than before.
    pub fields: &'a [&'static str],
}

/// What became of a deal, the weightiest first; `was` is nothing for one that came up since.
pub fn changes(was: Option<&State>, now: &State, beside: Beside) -> Vec<Change> {
    let Some(was) = was else {
        let ended = (now.status != Status::Open).then_some(Change::Ended(now.status));
        return vec![ended.unwrap_or(Change::New(now.stage))];
    };
    let mut found = Vec::new();
    if was.status != now.status {
        let reopened = now.status == Status::Open;
        found.push(if reopened { Change::Reopened } else { Change::Ended(now.status) });
    }
    let is_open = now.status == Status::Open;
    if is_open && was.stage != now.stage {
        found.push(Change::Moved(was.stage, now.stage));
    }
    // What has ended has neither a day to come nor odds; opening it again brings back what it had.
    if is_open && was.status == Status::Open {
        found.extend(closing(was.close_on, now.close_on));
    }
    found.extend(amount(was, now));
    if is_open {
        found.extend(judged(was, now, beside));
    }
    if !beside.fields.is_empty() && was.status == now.status {
        found.push(Change::Fields(beside.fields.to_vec()));
    }
    found
}

fn closing(was: Option<NaiveDate>, now: Option<NaiveDate>) -> Option<Change> {
    match (was, now) {
        _ if was == now => None,
        (Some(from), Some(to)) if to > from => Some(Change::Slipped(from, to)),
        _ => Some(Change::Close(was, now)),
    }
}

fn amount(was: &State, now: &State) -> Option<Change> {
    if was.amount.is_some() && was.currency != now.currency {
        return Some(Change::Currency(was.currency.clone(), now.currency.clone()));
    }
    (was.amount != now.amount).then_some(Change::Amount(was.amount, now.amount))
}

/// What became of its answers, odds and flags.
fn judged(was: &State, now: &State, beside: Beside) -> Vec<Change> {
    let was_open = was.status == Status::Open;
    let odds = was.p_calc.zip(now.p_calc).filter(|_| was_open);
    let fell = odds.filter(|(from, to)| from - to >= FALL).map(|(from, to)| Change::Chance(from, to));
    let rose = odds.filter(|(from, to)| to - from >= FALL).map(|(from, to)| Change::Chance(from, to));
    // The first answer brings to light what was so before: by asking nothing gets worse or better.
    let (was_blank, is_blank) = (was_open && was.p_calc.is_none(), now.p_calc.is_none());
    let raised = now.alarms.iter().filter(|alarm| !was_blank && !is_blank && !was.alarms.contains(alarm));
    let told = |alarm: &Alarm| if is_stale(*alarm) { Change::Stale(*alarm) } else { Change::Raised(*alarm) };
    let cleared =
        was.alarms.iter().filter(|alarm| was_open && was_blank == is_blank && !now.alarms.contains(alarm));
    let turned = |questions: &[i64], make: fn(Vec<i64>) -> Change| {
        (!questions.is_empty()).then(|| make(questions.to_vec()))
    };
    // What got worse stands before what got better.
    let mut found: Vec<Change> = turned(beside.unfavourable, Change::Turned).into_iter().collect();
    found.extend(fell);
    found.extend(raised.map(told));
    found.extend(now.p_calc.filter(|_| was_blank && now.status == Status::Open).map(Change::Qualified));
    found.extend(turned(beside.answered, Change::Answered));
    found.extend(turned(beside.favourable, Change::Favourable));
    found.extend(rose);
    found.extend(cleared.map(|alarm| Change::Cleared(*alarm)));
    found
}

/// The part of the review that a deal stands in: the gravest that its changes ask for; nothing without changes.
pub fn group(changes: &[Change]) -> Option<Group> {
    let has = |test: fn(&Change) -> bool| changes.iter().any(test);
    if has(|one| matches!(one, Change::New(_) | Change::Ended(_))) {
        return Some(Group::Moved);
    }
    if has(|one| matches!(one, Change::Slipped(..))) {
        return Some(Group::Slipped);
    }
    if has(|one| is_less(one) || matches!(one, Change::Turned(_))) || raised(changes) {
        return Some(Group::Worse);
    }
    if has(|one| matches!(one, Change::Stale(_))) {
        return Some(Group::Stale);
    }
    // A step back or a fresh start costs odds by itself.
    if has(|one| matches!(one, Change::Moved(..) | Change::Reopened)) {
        return Some(Group::Moved);
    }
    if !is_learned(changes) && has(|one| matches!(one, Change::Chance(from, to) if to < from)) {
        return Some(Group::Worse);
    }
    if has(is_better) {
        return Some(Group::Better);
    }
    (!changes.is_empty()).then_some(Group::Other)
}

/// Whether questions were answered for the first time and nothing turned: what that costs is learned, not lost.
fn is_learned(changes: &[Change]) -> bool {
    let has = |test: fn(&Change) -> bool| changes.iter().any(test);
    has(|one| matches!(one, Change::Answered(_))) && !has(|one| matches!(one, Change::Turned(_)))
}

/// Whether a flag is new that a first answer does not bring by itself.
fn raised(changes: &[Change]) -> bool {
    let of_answers = |alarm: Alarm| matches!(alarm, Alarm::CriticalWeak | Alarm::ProbabilityGap);
    let is_learned = is_learned(changes);
    changes.iter().any(|one| matches!(one, Change::Raised(alarm) if !(is_learned && of_answers(*alarm))))
}

/// Whether it brings less than before.
fn is_less(change: &Change) -> bool {
    matches!(change, Change::Amount(Some(from), to) if to.is_none_or(|to| to < *from))
}

fn is_better(change: &Change) -> bool {
    match change {
        Change::Close(from, to) => from.is_some() && to.is_some(),
        Change::Amount(..) => !is_less(change),
        Change::Chance(from, to) => to > from,
        Change::Favourable(_) | Change::Cleared(_) => true,
        Change::New(_)
        | Change::Moved(..)
        | Change::Ended(_)
        | Change::Reopened
        | Change::Slipped(..)
        | Change::Currency(..)
        | Change::Qualified(_)
        | Change::Turned(_)
        | Change::Answered(_)
        | Change::Fields(_)
        | Change::Raised(_)
        | Change::Stale(_) => false,
    }
}

#[cfg(test)]
mod tests;
