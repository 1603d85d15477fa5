//! What a month's plan holds and asks for, and that each part of it is found by an index.

use super::candidates::{CANDIDATES, FIXED, HELD, LONE, OF_ACCOUNT};
use super::*;
use crate::domain::account::Account;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::rules::Rules;
use crate::domain::visit::VisitStatus;
use crate::store::{Origin, Stamp, Tx};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn book(work: impl FnOnce(&mut Tx) -> Result<(), Fault>) -> Store {
    let mut store = Store::memory(Rules::default()).expect("a book");
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
    let stamp = Stamp { at, author: "zp".to_owned(), origin: Origin::User };
    store.transact(&stamp, "x", work).expect("saved");
    store
}

fn month() -> Month {
    "2026-12".parse().expect("a month")
}

fn visit(account: &Account, plan: Option<&str>, when: Option<&str>) -> Visit {
    Visit {
        account: Some(account.head.id),
        plan_month: plan.map(str::to_owned),
        when: when.map(|text| text.parse().expect("a moment")),
        ..Visit::default()
    }
}

fn account(tx: &mut Tx, name: &str, met: &str) -> Result<Account, Fault> {
    let last_contact_on = Some(day(met));
    let mut account =
        Account { name: name.into(), cadence_days: Some(20), last_contact_on, ..Account::default() };
    tx.save(&mut account)?;
    Ok(account)
}

#[test]
fn a_visit_of_the_month_or_before_it_quiets_what_the_rhythm_proposes() {
    let store = book(|tx| {
        account(tx, "late", "2026-10-01")?;
        let planned = account(tx, "planned", "2026-10-01")?;
        tx.save(&mut visit(&planned, Some("2026-12"), None))?;
        let dated = account(tx, "dated", "2026-10-01")?;
        tx.save(&mut visit(&dated, None, Some("2026-12-08T10:00")))?;
        // Met on the 28th, the next contact is due on the 18th: less than what is proposed.
        let before = account(tx, "before", "2026-10-01")?;
        tx.save(&mut visit(&before, None, Some("2026-11-28")))?;
        let off = account(tx, "called off", "2026-10-01")?;
        tx.save(&mut Visit { status: VisitStatus::Cancelled, ..visit(&off, None, Some("2026-12-08")) })?;
        Ok(())
    });
    let plan = store.call_plan(month(), day("2026-11-23"), 500).expect("read");
    let names: Vec<&str> = plan.offers.iter().map(|offer| offer.account.name.as_str()).collect();
    assert_eq!(names, ["late", "called off"]);
    let stand = |standing| plan.count(standing);
    assert_eq!((stand(Standing::Planned), stand(Standing::Unplanned), plan.calls.len()), (1, 1, 2));
    let over = store.call_plan("2026-10".parse().expect("a month"), day("2026-11-23"), 500).expect("read");
    assert_eq!(over.offers, []);
}

#[test]
fn a_deal_is_proposed_with_who_decides_and_how_likely_it_is() {
    let store = book(|tx| {
        let mut account = Account { name: "Acme".into(), ..Account::default() };
        tx.save(&mut account)?;
        let own = Some(account.head.id);
        let mut person = Person { name: "Lin".into(), account: own, ..Person::default() };
        tx.save(&mut person)?;
        for (title, close_on, p_rep) in
            [("near", "2026-12-18", Some(70)), ("far", "2027-09-01", None), ("gone by", "2026-11-01", None)]
        {
            let (title, close_on) = (title.to_owned(), Some(day(close_on)));
            tx.save(&mut Opportunity { title, account: own, close_on, p_rep, ..Opportunity::default() })?;
        }
        tx.save(&mut Opportunity {
            title: "nobody's".into(),
            close_on: Some(day("2026-12-01")),
            ..Opportunity::default()
        })?;
        Ok(())
    });
    let plan = store.call_plan(month(), day("2026-11-23"), 500).expect("read");
    let told = |offer: &Offer| {
        let deal = offer.deal.as_ref().map(|deal| deal.name.clone());
        (deal.unwrap_or_default(), offer.who.as_ref().map(|person| person.no), offer.chance)
    };
    let told: Vec<_> = plan.offers.iter().map(told).collect();
    assert_eq!(told[0], ("gone by".into(), Some(1), plan.offers[0].chance));
    assert_eq!(told[1], ("near".into(), Some(1), Some(70)));
    assert!(plan.offers[0].proposal.ask == Some(4), "{:?}", plan.offers[0]);
}

/// Whom the plan of December proposes on a day.
fn proposed(store: &Store, on: &str) -> Vec<String> {
    let plan = store.call_plan(month(), day(on), 500).expect("read");
    let name = |offer: &Offer| offer.deal.as_ref().unwrap_or(&offer.account).name.clone();
    let mut names: Vec<String> = plan.offers.iter().map(name).collect();
    names.sort();
    names
}

fn deal(tx: &mut Tx, title: &str, account: &Account, close: &str) -> Result<Opportunity, Fault> {
    let (account, close_on) = (Some(account.head.id), Some(day(close)));
    let mut deal = Opportunity { title: title.into(), account, close_on, ..Opportunity::default() };
    tx.save(&mut deal)?;
    Ok(deal)
}

#[test]
fn what_is_planned_makes_room_for_what_is_not() {
    let store = book(|tx| {
        for number in 0..60 {
            let due = account(tx, &format!("due {number:02}"), "2026-10-01")?;
            let quiet = account(tx, &format!("quiet {number:02}"), "2026-11-22")?;
            let deal = deal(tx, &format!("deal {number:02}"), &quiet, "2026-12-18")?;
            if number < 45 {
                tx.save(&mut visit(&due, Some("2026-12"), None))?;
                let opportunity = Some(deal.head.id);
                tx.save(&mut Visit { opportunity, ..visit(&quiet, None, Some("2026-12-08")) })?;
            }
        }
        Ok(())
    });
    let expected: Vec<String> =
        ["deal", "due"].iter().flat_map(|name| (45..60).map(move |no| format!("{name} {no}"))).collect();
    assert_eq!(proposed(&store, "2026-11-23"), expected);
}

#[test]
fn what_was_missed_or_called_off_asks_for_a_visit_again() {
    let store = book(|tx| {
        for (name, status, when) in [
            ("called off", VisitStatus::Cancelled, Some("2026-12-20")),
            ("missed", VisitStatus::Planned, Some("2026-12-03")),
            ("done", VisitStatus::Done, Some("2026-12-04")),
            ("ahead", VisitStatus::Ready, Some("2026-12-10")),
            ("without a day", VisitStatus::Planned, None),
        ] {
            let own = account(tx, name, "2026-10-01")?;
            tx.save(&mut Visit { status, ..visit(&own, Some("2026-12"), when) })?;
            let mut own = Account { name: format!("{name} too"), ..Account::default() };
            tx.save(&mut own)?;
            let deal = deal(tx, &format!("deal {name}"), &own, "2026-12-18")?;
            let opportunity = Some(deal.head.id);
            tx.save(&mut Visit { opportunity, status, ..visit(&own, Some("2026-12"), when) })?;
        }
        Ok(())
    });
    let expected = ["called off", "deal called off", "deal missed", "missed"];
    assert_eq!(proposed(&store, "2026-12-10"), expected);
}

#[test]
fn another_deal_of_a_planned_customer_is_proposed_as_before() {
    let store = book(|tx| {
        let own = account(tx, "Acme", "2026-10-01")?;
        let first = deal(tx, "first", &own, "2027-05-01")?;
        deal(tx, "second", &own, "2027-06-01")?;
        let opportunity = Some(first.head.id);
        tx.save(&mut Visit { opportunity, ..visit(&own, Some("2026-12"), None) })?;
        Ok(())
    });
    assert_eq!(proposed(&store, "2026-11-23"), ["second"]);
}

#[test]
fn all_visits_of_a_month_are_counted_as_they_stand_however_few_are_read() {
    let store = book(|tx| {
        let own = account(tx, "Acme", "2026-10-01")?;
        for status in [VisitStatus::Planned, VisitStatus::Ready, VisitStatus::Done, VisitStatus::Cancelled] {
            for plan in [None, Some("2026-11"), Some("2026-12")] {
                for when in [
                    None,
                    Some("2026-11-30T10:00"),
                    Some("2026-12-09"),
                    Some("2026-12-31T23:59"),
                    Some("2027-01-04"),
                ] {
                    for until in [None, Some(day("2026-12-10")), Some(day("2027-01-05"))] {
                        tx.save(&mut Visit { until, status, ..visit(&own, plan, when) })?;
                    }
                }
            }
        }
        Ok(())
    });
    for today in ["2026-11-23", "2026-12-09", "2026-12-10", "2026-12-11", "2026-12-31", "2027-01-01"] {
        let all = store.call_plan(month(), day(today), usize::MAX).expect("read");
        for standing in Standing::ALL {
            let read = all.calls.iter().filter(|call| call.standing == *standing).count();
            assert_eq!(all.count(*standing), read, "{today} {standing:?}");
        }
        let some = store.call_plan(month(), day(today), 7).expect("read");
        assert_eq!((some.calls.len(), some.total()), (7, all.calls.len()), "{today}");
    }
}

#[test]
fn every_part_is_found_by_an_index() {
    let store = book(|_| Ok(()));
    let (deal, visit) = (row::select::<Opportunity>, row::select::<Visit>);
    // What is sorted is some few: a customer's deals, or the visits of one month.
    for (sql, indexes, is_sorted) in [
        (visit(ON_PLAN), &["visit_plan"][..], true),
        (visit(OFF_PLAN), &["visit_when"], false),
        (COUNTED.to_owned(), &["visit_plan"], false),
        (STRAY.to_owned(), &["visit_when"], false),
        (row::select::<Review>(STAMPED), &["review_ritual"], false),
        (HELD.to_owned(), &["visit_account"], false),
        (deal(OF_ACCOUNT), &["opp_account", "visit_opportunity"], false),
        (deal(LONE), &["opp_close"], false),
        (visit(FIXED), &["visit_account"], false),
    ] {
        let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let nulls = vec![None::<String>; query.parameter_count()];
        let lines = query.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3));
        let told = lines.expect("lines").map(|line| line.expect("a line")).collect::<Vec<_>>().join("\n");
        let told = told.replace("SCAN CONSTANT ROW", "");
        assert!(indexes.iter().all(|index| told.contains(index)) && !told.contains("SCAN "), "{sql}: {told}");
        assert_eq!(told.contains("TEMP B-TREE"), is_sorted, "{sql}: {told}");
    }
}

#[test]
fn everybody_is_weighed_by_one_statement_that_goes_through_open_deals_once() {
    let store = book(|_| Ok(()));
    let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {CANDIDATES}")).expect("a plan");
    let nulls = vec![None::<String>; query.parameter_count()];
    let lines = query.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3));
    let told = lines.expect("lines").map(|line| line.expect("a line")).collect::<Vec<_>>().join("\n");
    for part in ["opp USING INDEX opp_close", "visit_account", "visit_opportunity"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn deals_without_a_customer_take_nobodys_place() {
    let store = book(|tx| {
        for number in 0..50 {
            let mut lone = Opportunity { title: format!("lone {number}"), ..Opportunity::default() };
            lone.close_on = Some(day("2026-12-01"));
            tx.save(&mut lone)?;
        }
        let customer = account(tx, "Acme", "2026-11-20")?;
        deal(tx, "Depot", &customer, "2026-12-20")?;
        Ok(())
    });
    let plan = store.call_plan(month(), day("2026-11-23"), 500).expect("read");
    let names: Vec<&str> = plan.offers.iter().map(|offer| offer.account.name.as_str()).collect();
    assert_eq!(names, ["Acme"]);
}
