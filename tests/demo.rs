//! The sample pipeline: it fills on any day, shows everything there is to show, and the book it makes is sound.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use quarterdeck::action::{Action, Desk};
use quarterdeck::demo;
use quarterdeck::domain::account::Account;
use quarterdeck::domain::answer::{Answer, Grade, Verdict};
use quarterdeck::domain::choice::Choice;
use quarterdeck::domain::flag::Alarm;
use quarterdeck::domain::gate::GateResult;
use quarterdeck::domain::noun::Noun;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::person::{
    Adaptability, BuyingRole, Coverage, Person, PoliticalStatus, Role, Support,
};
use quarterdeck::domain::record::Record;
use quarterdeck::domain::rep::Rep;
use quarterdeck::domain::rules::Rules;
use quarterdeck::domain::stage::{Move, Stage, Status, Step};
use quarterdeck::domain::strength::freshness;
use quarterdeck::domain::value::{Kind, Value};
use quarterdeck::lang::Lang;
use quarterdeck::store::deals::{Selection, Window};
use quarterdeck::store::{Origin, Stamp, Store};

/// A weekday, a Sunday, a leap day and the last day of a year.
const DAYS: [&str; 4] = ["2026-11-18", "2026-11-22", "2028-02-29", "2026-12-31"];

fn desk(today: &str) -> Desk {
    let at = format!("{today}T08:15:00+08:00").parse().unwrap();
    let stamp = Stamp { at, author: "me".into(), origin: Origin::User };
    Desk { stamp, currency: "EUR".into(), lang: Lang::En }
}

fn filled(today: &str) -> (Store, NaiveDate) {
    let mut store = Store::memory(Rules::default()).unwrap();
    let desk = desk(today);
    demo::fill(&mut store, &desk).unwrap();
    (store, desk.stamp.today())
}

fn open(store: &Store) -> Vec<Opportunity> {
    store.every::<Opportunity>().unwrap().into_iter().filter(|deal| deal.status == Status::Open).collect()
}

#[test]
fn on_any_day_the_book_is_sound_and_shows_every_flag_and_gate_result() {
    for day in DAYS {
        let (mut store, today) = filled(day);
        let (mut alarms, mut gates) = (BTreeSet::new(), BTreeSet::new());
        for deal in open(&store) {
            let judged = store.judgement(&deal, today).unwrap();
            alarms.extend(judged.flags.iter().map(|flag| flag.alarm));
            gates.extend(
                judged
                    .gates
                    .iter()
                    .filter(|one| Some(one.gate) == deal.stage.gate())
                    .map(|one| (one.gate, one.result)),
            );
        }
        let quiet: Vec<_> = Alarm::ALL.iter().filter(|alarm| !alarms.contains(alarm)).collect();
        assert!(quiet.is_empty(), "{day}: no {quiet:?}");
        assert_eq!(gates.len(), 3 * GateResult::ALL.len(), "{day}: {gates:?}");
        judged_as_of(&store, today);
        dated_before(&store, today);
        let findings = store.doctor(true, today).unwrap();
        assert!(findings.is_sound(), "{day}: {findings:?}");
    }
}

fn judged_as_of(store: &Store, today: NaiveDate) {
    for row in store.deals(&Selection::default(), &Window::First, 1000).unwrap() {
        let deal = store.get::<Opportunity>(row.place.no).unwrap().unwrap();
        let judged = store.judgement(&deal, today).unwrap();
        let flags: Vec<_> = judged.flags.iter().map(|flag| flag.alarm.code().to_owned()).collect();
        assert_eq!((row.p_calc, row.flags), (judged.p_calc, flags), "{today}: {}", row.title);
    }
}

fn dated_before(store: &Store, today: NaiveDate) {
    let events = store.recent(i64::MAX).unwrap();
    assert!(events.is_sorted_by(|later, earlier| later.at >= earlier.at), "{today}");
    for deal in store.every::<Opportunity>().unwrap() {
        let known = [deal.opened_on, deal.stage_since, deal.last_activity_on];
        assert!(known.into_iter().flatten().all(|day| day < today), "{}", deal.title);
    }
    for answer in store.every::<Answer>().unwrap() {
        assert!(answer.verified_on.is_some_and(|day| day < today));
    }
}

fn codes<R: Record>(store: &Store, key: &str) -> BTreeSet<String> {
    let field = R::field(key).unwrap();
    let values = store.every::<R>().unwrap().iter().map(field.get).collect::<Vec<_>>();
    values.iter().filter_map(Value::as_text).flat_map(|text| text.split(',')).map(str::to_owned).collect()
}

fn all<C: Choice>() -> BTreeSet<String> {
    C::CODES.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn every_mark_of_the_method_is_used() {
    let (store, today) = filled(DAYS[0]);
    assert_eq!(codes::<Opportunity>(&store, "stage"), all::<Stage>());
    assert_eq!(codes::<Opportunity>(&store, "status"), all::<Status>());
    assert_eq!(codes::<Answer>(&store, "verdict"), all::<Verdict>());
    assert_eq!(codes::<Answer>(&store, "grade"), all::<Grade>());
    assert_eq!(codes::<Role>(&store, "buying_role"), all::<BuyingRole>());
    assert_eq!(codes::<Role>(&store, "adaptability"), all::<Adaptability>());
    assert_eq!(codes::<Role>(&store, "support"), all::<Support>());
    assert_eq!(codes::<Role>(&store, "coverage"), all::<Coverage>());
    assert_eq!(codes::<Role>(&store, "political_status"), all::<PoliticalStatus>());
    let moves: BTreeSet<String> =
        Move::CODES.iter().map(|code| (*code).to_owned()).filter(|code| code != "import").collect();
    assert_eq!(codes::<Step>(&store, "act"), moves);
    assert!(store.every::<Step>().unwrap().iter().any(|step| step.overridden));
    let mut ages = BTreeSet::new();
    for deal in open(&store) {
        for answer in store.answers(deal.head.id, None).unwrap() {
            ages.extend(answer.verified_on.map(|day| (answer.grade, freshness(day, &store.rules, today))));
        }
    }
    assert_eq!(ages.len(), 9, "grades by ages: {ages:?}");
}

#[test]
fn the_pipeline_is_as_large_as_a_real_one() {
    let (store, _) = filled(DAYS[0]);
    let deals = store.every::<Opportunity>().unwrap();
    assert!(store.every::<Account>().unwrap().len() >= 25);
    assert!(store.every::<Person>().unwrap().len() >= 90);
    assert!(deals.len() >= 60 && open(&store).len() >= 40);
    assert!(store.every::<Answer>().unwrap().len() >= 250);
    assert!(codes::<Opportunity>(&store, "currency").len() >= 4);
    let reps = codes::<Rep>(&store, "name");
    assert!(codes::<Opportunity>(&store, "owner").is_subset(&reps));
    assert!(deals.iter().any(|deal| store.people_of(deal.head.id).unwrap().len() == 14));
    let ended = |deal: &&Opportunity| matches!(deal.status, Status::Won | Status::Lost);
    assert!(deals.iter().filter(ended).all(|deal| deal.close_reason.is_some() && deal.lesson.is_some()));
    let found = store.find("zp", Some(Noun::Person), 5).unwrap();
    assert_eq!(found[0].sheet.name, "张平");
}

#[test]
fn a_deal_whose_gate_passes_advances_and_one_whose_gate_does_not_is_refused() {
    let mut outcomes = BTreeSet::new();
    let (mut store, today) = filled(DAYS[0]);
    for deal in open(&store).into_iter().filter(|deal| deal.stage.gate().is_some()) {
        let judged = store.judgement(&deal, today).unwrap();
        let passes = judged
            .gates
            .iter()
            .any(|one| Some(one.gate) == deal.stage.gate() && one.result == GateResult::Pass);
        let go = Action::Go(Move::Advance, deal.head.no.to_string(), Vec::new());
        assert_eq!(go.apply(&mut store, &desk(DAYS[0])).is_ok(), passes, "{}", deal.title);
        outcomes.insert((deal.stage, passes));
    }
    assert_eq!(outcomes.len(), 6, "{outcomes:?}");
}

/// All records of a noun without what differs from book to book: ids and links.
fn plain<R: Record>(store: &Store) -> Vec<Vec<Value>> {
    let fields = || R::FIELDS.iter().filter(|field| !matches!(field.kind, Kind::Link(_)));
    let records = store.every::<R>().unwrap();
    records.iter().map(|record| fields().map(|field| (field.get)(record)).collect()).collect()
}

#[test]
fn two_books_of_one_day_are_alike() {
    let ((one, _), (other, _)) = (filled(DAYS[0]), filled(DAYS[0]));
    assert_eq!(plain::<Account>(&one), plain::<Account>(&other));
    assert_eq!(plain::<Person>(&one), plain::<Person>(&other));
    assert_eq!(plain::<Opportunity>(&one), plain::<Opportunity>(&other));
    assert_eq!(plain::<Answer>(&one), plain::<Answer>(&other));
    assert_eq!(plain::<Step>(&one), plain::<Step>(&other));
    assert_eq!(plain::<Role>(&one), plain::<Role>(&other));
}
