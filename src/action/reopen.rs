//! Opening a closed deal again: what closing it wrote over stands again, by the journal.

use crate::domain::choice::Choice;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::Status;
use crate::domain::value::{Cell, Value};
use crate::store::history::Took;
use crate::store::{Fault, Tx};

/// Gives a closed deal the close date that was planned, and the day since which it stands in its stage.
pub fn put_back(tx: &Tx, deal: &mut Opportunity) -> Result<(), Fault> {
    let took = |field: &str| tx.values_of::<Opportunity>(deal.head.no, field);
    let (states, days) = (took("status")?, took("close_on")?);
    let closings = closings(&states);
    if let Some(batch) = overwrote(closings, &days) {
        // Of a deal that came in closed nobody knows what was planned: the day it closed says nothing of it.
        let planned = before(&days, batch).unwrap_or_default();
        deal.close_on = Option::from_value(planned)?;
    }
    if let Some(left) = closings.first() {
        let (places, since) = (took("stage")?, took("stage_since")?);
        let stayed = before(&places, left.batch).is_some_and(|stage| stage == deal.stage.to_value());
        if let Some(since) = before(&since, left.batch).filter(|_| stayed) {
            deal.stage_since = Option::from_value(since)?;
        }
    }
    Ok(())
}

/// The moves since the deal stood in the funnel last, the first of which took it out.
fn closings(states: &[Took]) -> &[Took] {
    let open = states.iter().rposition(|took| status(took) == Some(Status::Open));
    states.get(open.map_or(0, |at| at + 1)..).unwrap_or_default()
}

/// The batch that put the day of closing in the place of the day that was planned; suspending a deal does not.
fn overwrote(closings: &[Took], days: &[Took]) -> Option<i64> {
    let is_end = |took: &&Took| {
        matches!(status(took), Some(Status::Won | Status::Lost))
            || days.iter().any(|day| day.batch == took.batch)
    };
    closings.iter().find(is_end).map(|took| took.batch)
}

/// What stood before a batch.
fn before(values: &[Took], batch: i64) -> Option<Value> {
    values.iter().rev().find(|took| took.batch < batch).map(|took| took.value.clone())
}

fn status(took: &Took) -> Option<Status> {
    took.value.as_text().and_then(Status::from_code)
}

#[cfg(test)]
mod tests {
    use super::super::Desk;
    use super::super::grammar::Command;
    use super::*;
    use crate::domain::rules::Rules;
    use crate::lang::Lang;
    use crate::store::{Origin, Stamp, Store};

    /// Says lines, each on a day of November 2026.
    fn say(store: &mut Store, lines: &[(i64, &str)]) {
        for (day, line) in lines {
            let at = chrono::DateTime::parse_from_rfc3339("2026-11-01T09:00:00+08:00").unwrap();
            let at = at + chrono::TimeDelta::days(day - 1);
            let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
            let desk = Desk { stamp, currency: "CNY".to_owned(), lang: Lang::En };
            if let Err(failure) = Command::parse(line).unwrap().action().unwrap().apply(store, &desk) {
                panic!("{line}: {:?}", failure.tell(Lang::En));
            }
        }
    }

    fn deal(store: &Store) -> Opportunity {
        store.get(1).unwrap().unwrap()
    }

    fn days(deal: &Opportunity) -> (String, String, i64) {
        let text = |day: Option<chrono::NaiveDate>| day.map_or("none".to_owned(), |day| day.to_string());
        (text(deal.close_on), text(deal.stage_since), deal.close_moves)
    }

    const BORN: (i64, &str) = (1, "opp add title=Cold stage=mine stage_since=2026-07-01 close_on=2027-03-01");

    #[test]
    fn a_deal_that_is_opened_again_has_the_days_it_had_before() {
        let cases: &[(&[(i64, &str)], &str)] = &[
            (&[(5, "opp win 1 reason=price")], "2027-03-01"),
            (
                &[(5, "opp lose 1 reason=price on=2026-10-01"), (6, "opp set 1 close_on=2026-10-02")],
                "2027-03-01",
            ),
            (&[(3, "opp set 1 close_on="), (5, "opp win 1 reason=price")], "none"),
            (&[(5, "opp drop 1 reason=price")], "2027-03-01"),
            (&[(5, "opp suspend 1 reason=budget"), (6, "opp set 1 close_on=2027-06-01")], "2027-06-01"),
            (
                &[
                    (5, "opp suspend 1 reason=budget"),
                    (6, "opp set 1 close_on=2027-06-01"),
                    (7, "opp lose 1 reason=price"),
                ],
                "2027-06-01",
            ),
            (
                &[
                    (4, "opp win 1 reason=price"),
                    (5, "opp reopen 1"),
                    (6, "opp set 1 close_on=2027-02-01"),
                    (7, "opp lose 1 reason=price"),
                ],
                "2027-02-01",
            ),
            (
                &[
                    (4, "opp lose 1 reason=price on=2026-09-09"),
                    (5, "undo"),
                    (6, "opp set 1 close_on=2027-02-01"),
                    (7, "opp win 1 reason=price"),
                    (8, "undo"),
                    (8, "redo"),
                ],
                "2027-02-01",
            ),
        ];
        for (lines, planned) in cases {
            let mut store = Store::memory(Rules::default()).unwrap();
            say(&mut store, &[BORN]);
            say(&mut store, lines);
            let closed = deal(&store);
            say(&mut store, &[(20, "opp reopen 1")]);
            let open = deal(&store);
            assert_eq!(days(&open), ((*planned).to_owned(), "2026-07-01".to_owned(), 0), "{lines:?}");
            assert_eq!((open.status, &open.close_reason), (Status::Open, &None));
            say(&mut store, &[(21, "undo")]);
            let undone = deal(&store);
            assert_eq!((days(&undone), undone.status), (days(&closed), closed.status), "{lines:?}");
            assert_eq!(undone.close_reason, closed.close_reason);
        }
    }

    #[test]
    fn of_a_deal_that_came_in_closed_nothing_is_known() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-01T09:00:00+08:00").unwrap();
        let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::Import };
        let day = |text: &str| Some(text.parse().unwrap());
        let mut deal = Opportunity {
            status: Status::Dropped,
            close_on: day("2026-05-05"),
            stage_since: day("2026-02-01"),
            ..Opportunity::default()
        };
        store.transact(&stamp, "import", |tx| tx.save(&mut deal)).unwrap();
        say(&mut store, &[(20, "opp reopen 1")]);
        let deal = store.get::<Opportunity>(1).unwrap().unwrap();
        assert_eq!(days(&deal), ("none".to_owned(), "2026-02-01".to_owned(), 0));
    }
}
