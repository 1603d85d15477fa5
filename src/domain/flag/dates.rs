//! Flags about days, amounts, costs and the next step of a deal.

use super::super::stage::Stage;
use super::super::strength::is_older;
use super::{Alarm, Fact, Flag, View, raise};

/// All of them, absent ones as nothing.
pub(super) fn flags(view: &View<'_>) -> Vec<Option<Flag>> {
    vec![
        compelling(view),
        close_passed(view),
        close_moved(view),
        no_next_step(view),
        silence(view),
        amount_missing(view),
        stop_loss(view),
    ]
}

fn compelling(view: &View<'_>) -> Option<Flag> {
    if view.case.opp.stage < Stage::Qualified {
        return None;
    }
    match view.case.opp.compelling_on {
        None => Some(raise(Alarm::CompellingMissing, Vec::new())),
        Some(day) if day < view.today => Some(raise(Alarm::CompellingPassed, vec![Fact::Day(day)])),
        Some(_) => None,
    }
}

fn close_passed(view: &View<'_>) -> Option<Flag> {
    let day = view.case.opp.close_on.filter(|day| *day < view.today)?;
    Some(raise(Alarm::ClosePassed, vec![Fact::Day(day)]))
}

fn close_moved(view: &View<'_>) -> Option<Flag> {
    let moves = view.case.opp.close_moves;
    let often = moves >= i64::from(view.rules.limit.close_moves);
    often.then(|| raise(Alarm::CloseMoved, vec![Fact::Number(moves)]))
}

fn no_next_step(view: &View<'_>) -> Option<Flag> {
    let opp = view.case.opp;
    let is_said = opp.next_step.as_ref().is_some_and(|text| !text.trim().is_empty());
    let alarm = if is_said { Alarm::UndatedStep } else { Alarm::NoNextStep };
    opp.next_on.is_none().then(|| raise(alarm, Vec::new()))
}

/// A next step of today or later stops it, and so does not knowing any day at all.
fn silence(view: &View<'_>) -> Option<Flag> {
    let limit = view.rules.silence.of(view.case.opp.stage);
    let last = view.case.last_activity().filter(|day| is_older(*day, limit, view.today))?;
    let planned = view.case.opp.next_on.is_some_and(|day| day >= view.today);
    (!planned).then(|| raise(Alarm::Silence, vec![Fact::Day(last), Fact::Number(i64::from(limit))]))
}

fn amount_missing(view: &View<'_>) -> Option<Flag> {
    let missing = view.case.opp.stage >= Stage::Qualified && view.case.opp.amount.is_none_or(|sum| sum <= 0);
    missing.then(|| raise(Alarm::AmountMissing, Vec::new()))
}

fn stop_loss(view: &View<'_>) -> Option<Flag> {
    let share = view.burden.share().filter(|_| view.burden.is_beyond())?;
    let facts = vec![Fact::Number(share), Fact::Number(view.burden.line)];
    Some(raise(Alarm::StopLoss, facts))
}
