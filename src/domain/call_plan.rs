//! Which visits a month asks for, and how its plan was kept (V5; `docs/method.md`, "Call plan").

use chrono::{Days, NaiveDate};

use super::account::Tier;
use super::agenda::{Lack, is_unmet};
use super::cadence::Rhythm;
use super::case::Seat;
use super::choice::choice;
use super::month::Month;
use super::person::BuyingRole;
use super::rules::Rules;
use super::visit::{Visit, VisitStatus};

choice! {
    /// Why a visit is proposed. 拜访理由
    Why in "plan_why" {
        /// A rhythm is agreed, and nobody was ever met.
        Never = "never",
        /// So many days past the rhythm of contacts.
        Overdue = "overdue",
        /// The next contact is due on a day.
        Due = "due",
        /// The close date has passed.
        Passed = "passed",
        /// The deal is to close on a day of the month, or before.
        Closing = "closing",
        /// It is to close soon after the month.
        Soon = "soon",
        /// So many questions are open.
        Questions = "questions",
        /// The customer's tier.
        Tier = "tier",
    }
}

choice! {
    /// How a visit stands against the plan of a month. 计划执行
    Standing in "plan_standing" {
        /// It is planned and still to come.
        Planned = "planned",
        /// It was planned and took place.
        Done = "done",
        /// It was planned, and its time passed without an outcome, or it was called off.
        Missed = "missed",
        /// It is of the month, and nobody planned it.
        Unplanned = "unplanned",
    }
}

/// One reason, with the fact that belongs to it: days, a day, a count or a tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub why: Why,
    /// Its fact.
    pub fact: String,
}

/// A deal that may be visited for: no visit of the month is for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prospect {
    /// Its number.
    pub no: i64,
    /// When it is to close.
    pub close_on: Option<NaiveDate>,
    /// What is to be asked, in that order.
    pub lacks: Vec<(u8, Lack)>,
}

/// A customer that may be visited, with open deals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Customer {
    /// Its number.
    pub no: i64,
    /// Its tier.
    pub tier: Option<Tier>,
    /// When the next contact is due; a visit that is fixed for a day before the month counts as one.
    pub rhythm: Rhythm,
    /// Whether a visit of the month is to it.
    pub is_planned: bool,
    /// Its open deals that were looked at.
    pub deals: Vec<Prospect>,
}

/// A visit that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The customer's number.
    pub account: i64,
    /// The deal's number; nothing for a visit that only keeps in touch.
    pub deal: Option<i64>,
    /// How much speaks for it, in points.
    pub need: i64,
    /// What speaks for it, the weightiest first.
    pub reasons: Vec<Reason>,
    /// The question to be asked first.
    pub ask: Option<u8>,
    close_on: Option<NaiveDate>,
}

/// What a reason weighs, and the reason.
type Weight = (i64, Reason);

fn weight(points: u16, why: Why, fact: &dyn std::fmt::Display) -> Weight {
    (i64::from(points), Reason { why, fact: fact.to_string() })
}

/// The visits that a month asks for, the neediest first, and how many customers ask for one beside those whose visits
/// are among the most that are proposed.
pub fn cut(mut all: Vec<Proposal>, rules: &Rules) -> (Vec<Proposal>, usize) {
    all.sort_by_key(|one| {
        (-one.need, one.close_on.unwrap_or(NaiveDate::MAX), one.account, one.deal.unwrap_or(i64::MAX))
    });
    let left = all.split_off(all.len().min(usize::from(rules.plan.most)));
    let is_shown = |no: i64| all.iter().any(|one| one.account == no);
    let mut left: Vec<i64> = left.iter().map(|one| one.account).filter(|no| !is_shown(*no)).collect();
    left.sort_unstable();
    left.dedup();
    (all, left.len())
}

/// The visits that a month asks for, in no order. A customer's rhythm speaks for one visit only: that to the neediest
/// of its deals.
pub fn propose(customers: &[Customer], month: Month, today: NaiveDate, rules: &Rules) -> Vec<Proposal> {
    let mut all: Vec<Proposal> = customers.iter().flat_map(|one| of(one, month, today, rules)).collect();
    all.retain(|one| one.need >= i64::from(rules.plan.least));
    all
}

fn of(customer: &Customer, month: Month, today: NaiveDate, rules: &Rules) -> Vec<Proposal> {
    let mut deals: Vec<(&Prospect, Vec<Weight>)> =
        customer.deals.iter().map(|deal| (deal, for_deal(deal, month, today, rules))).collect();
    let need = |reasons: &[Weight]| reasons.iter().map(|(points, _)| points).sum::<i64>();
    deals.sort_by_key(|(deal, reasons)| (-need(reasons), deal.no));
    let rhythm = rhythm(customer, month, today, rules);
    match (deals.first_mut(), rhythm) {
        (Some((_, reasons)), Some(rhythm)) => reasons.push(rhythm),
        (None, Some(rhythm)) => return vec![made(customer, None, vec![rhythm], rules)],
        _ => {}
    }
    deals.retain(|(_, reasons)| !reasons.is_empty());
    deals.into_iter().map(|(deal, reasons)| made(customer, Some(deal), reasons, rules)).collect()
}

fn made(customer: &Customer, deal: Option<&Prospect>, mut reasons: Vec<Weight>, rules: &Rules) -> Proposal {
    match customer.tier {
        Some(Tier::A) => reasons.push(weight(rules.plan.tier_a, Why::Tier, &"A")),
        Some(Tier::B) => reasons.push(weight(rules.plan.tier_b, Why::Tier, &"B")),
        Some(Tier::C) | None => {}
    }
    reasons.sort_by_key(|(points, _)| -points);
    Proposal {
        account: customer.no,
        deal: deal.map(|deal| deal.no),
        need: reasons.iter().map(|(points, _)| points).sum(),
        reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
        ask: deal.and_then(|deal| deal.lacks.first()).map(|(question, _)| *question),
        close_on: deal.and_then(|deal| deal.close_on),
    }
}

/// What the rhythm of contacts says; nothing where a visit of the month keeps it, or where it asks for none.
fn rhythm(customer: &Customer, month: Month, today: NaiveDate, rules: &Rules) -> Option<Weight> {
    match customer.rhythm {
        Rhythm::None => None,
        _ if customer.is_planned => None,
        Rhythm::Never => Some(weight(rules.plan.never, Why::Never, &"")),
        Rhythm::Due(due) if due < today => {
            Some(weight(rules.plan.overdue, Why::Overdue, &(today - due).num_days()))
        }
        Rhythm::Due(due) => (due <= month.last()).then(|| weight(rules.plan.due, Why::Due, &due)),
    }
}

fn for_deal(deal: &Prospect, month: Month, today: NaiveDate, rules: &Rules) -> Vec<Weight> {
    let plan = &rules.plan;
    let soon = month.last().checked_add_days(Days::new(u64::from(plan.soon_days)));
    let closes = deal.close_on.and_then(|day| match day {
        _ if day < today => Some(weight(plan.closing, Why::Passed, &day)),
        _ if day <= month.last() => Some(weight(plan.closing, Why::Closing, &day)),
        _ if soon.is_some_and(|soon| day <= soon) => Some(weight(plan.soon, Why::Soon, &day)),
        _ => None,
    });
    let points = |(question, lack): &(u8, Lack)| {
        rules.weight_of(*question)
            * i64::from(match lack {
                Lack::Unknown => plan.unknown,
                Lack::Guessed => plan.guessed,
                Lack::Decayed => plan.decayed,
            })
    };
    let asked = deal.lacks.iter().map(points).sum::<i64>().min(i64::from(plan.questions));
    let questions =
        (asked > 0).then(|| (asked, Reason { why: Why::Questions, fact: deal.lacks.len().to_string() }));
    closes.into_iter().chain(questions).collect()
}

/// Whom to visit for a deal: who counts and was never met, else who approves or decides, else the first by rank.
pub fn whom(people: &[Seat], today: NaiveDate) -> Option<&Seat> {
    let there = || people.iter().filter(|seat| seat.is_there(today));
    let decides = |seat: &&Seat| is_decider(seat);
    there().find(|seat| is_unmet(seat, today)).or_else(|| there().find(decides)).or_else(|| there().next())
}

/// Whether somebody approves or decides: nobody else leads to the decision level.
pub fn is_decider(seat: &Seat) -> bool {
    matches!(seat.role.buying_role, Some(BuyingRole::Approver | BuyingRole::Decider))
}

/// How a visit stands against a month's plan on a day; nothing where it does not belong to the month.
pub fn standing(visit: &Visit, month: Month, today: NaiveDate) -> Option<Standing> {
    let day = visit.when.map(|when| visit.until.map_or(when.day, |until| until.max(when.day)));
    let is_planned = visit.plan_month.as_deref() == Some(month.to_string().as_str());
    if !is_planned {
        let is_here = visit.when.is_some_and(|when| month.has(when.day));
        return (is_here && visit.status != VisitStatus::Cancelled).then_some(Standing::Unplanned);
    }
    Some(match visit.status {
        VisitStatus::Done => Standing::Done,
        VisitStatus::Cancelled => Standing::Missed,
        // What was put off beyond the month is missed when the month is over.
        _ if day.unwrap_or(month.last()).min(month.last()) < today => Standing::Missed,
        _ => Standing::Planned,
    })
}

/// Whether a visit is no more than the proposal that it was made of: nothing is lost with it.
pub fn is_bare(visit: &Visit) -> bool {
    let proposed = Visit {
        head: visit.head.clone(),
        account: visit.account,
        opportunity: visit.opportunity,
        who: visit.who.clone(),
        why: visit.why.clone(),
        why_measure: visit.why_measure.clone(),
        why_kind: visit.why_kind,
        success_probability: visit.success_probability,
        plan_month: visit.plan_month.clone(),
        currency: visit.currency.clone(),
        owner: visit.owner.clone(),
        ..Visit::default()
    };
    *visit == proposed
}

#[cfg(test)]
mod tests;
