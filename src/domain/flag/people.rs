//! Flags about the people in a deal; whoever has left no longer counts as a contact, an ally or a decider.

use super::super::case::Seat;
use super::super::person::{BuyingRole, Coverage, Support};
use super::super::stage::Stage;
use super::{Alarm, Fact, Flag, View, raise};

/// All of them, absent ones as nothing.
pub(super) fn flags(view: &View<'_>) -> Vec<Option<Flag>> {
    vec![
        no_decider(view),
        decider_against(view),
        no_ally(view),
        single_threaded(view),
        key_player_left(view),
        no_opponent(view),
    ]
}

fn there<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a Seat> {
    view.case.people.iter().filter(|seat| seat.is_there(view.today))
}

fn decides(seat: &Seat) -> bool {
    matches!(seat.role.buying_role, Some(BuyingRole::Approver | BuyingRole::Decider))
}

fn is_against(seat: &Seat) -> bool {
    matches!(seat.role.support, Some(Support::NonSupporter | Support::Enemy))
}

fn no_decider(view: &View<'_>) -> Option<Flag> {
    let due = view.case.opp.stage >= Stage::Mine;
    (due && !there(view).any(decides)).then(|| raise(Alarm::NoDecider, Vec::new()))
}

fn decider_against(view: &View<'_>) -> Option<Flag> {
    let names = names(there(view).filter(|seat| decides(seat) && is_against(seat)));
    (!names.is_empty()).then(|| raise(Alarm::DeciderAgainst, vec![Fact::Names(names)]))
}

fn no_ally(view: &View<'_>) -> Option<Flag> {
    let ally = |seat: &Seat| matches!(seat.role.support, Some(Support::Mentor | Support::Supporter));
    let found = there(view).any(|seat| seat.role.is_key_player() && ally(seat));
    (view.case.opp.stage == Stage::Winnable && !found).then(|| raise(Alarm::NoAlly, Vec::new()))
}

fn single_threaded(view: &View<'_>) -> Option<Flag> {
    let known = |seat: &&Seat| matches!(seat.role.coverage, Some(Coverage::InDepth | Coverage::Multiple));
    let count = i64::try_from(there(view).filter(known).count()).unwrap_or(i64::MAX);
    let lonely = view.case.opp.stage >= Stage::Mine && count <= i64::from(view.rules.limit.contacts);
    lonely.then(|| raise(Alarm::SingleThreaded, vec![Fact::Number(count)]))
}

fn key_player_left(view: &View<'_>) -> Option<Flag> {
    let gone = |seat: &&Seat| seat.role.is_key_player() && !seat.is_there(view.today);
    let names = names(view.case.people.iter().filter(gone));
    (!names.is_empty()).then(|| raise(Alarm::KeyPlayerLeft, vec![Fact::Names(names)]))
}

fn no_opponent(view: &View<'_>) -> Option<Flag> {
    let rivals = view.case.rival_names();
    let blind = !rivals.is_empty() && !there(view).any(is_against);
    blind.then(|| raise(Alarm::NoOpponent, vec![Fact::Names(rivals)]))
}

fn names<'a>(seats: impl Iterator<Item = &'a Seat>) -> Vec<String> {
    seats.map(|seat| seat.name.clone()).collect()
}
