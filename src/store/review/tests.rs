//! Reviews over books in memory.

use chrono::DateTime;

use super::*;
use crate::domain::answer::{Answer, Grade, Verdict};
use crate::domain::id::Id;
use crate::domain::opportunity::Opportunity;
use crate::domain::review::Review;
use crate::domain::rules::Rules;
use crate::store::{Origin, Stamp};

fn on(text: &str) -> Stamp {
    let at = DateTime::parse_from_rfc3339(&format!("{text}T09:00:00+08:00")).expect("a time");
    Stamp { at, author: "zp".to_owned(), origin: Origin::User }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A book with these deals, brought in long ago.
fn book(titles: &[&str]) -> Store {
    let mut store = Store::memory(Rules::default()).expect("a book");
    for title in titles {
        let mut deal = Opportunity {
            title: (*title).to_owned(),
            stage: Stage::Qualified,
            amount: Some(100_000),
            close_on: Some(day("2026-12-31")),
            last_activity_on: Some(day("2026-11-01")),
            ..Opportunity::default()
        };
        let work = |tx: &mut Tx| {
            tx.save(&mut deal)?;
            answered(tx, deal.head.id)
        };
        store.transact(&on("2026-11-01"), "add", work).expect("saved");
    }
    store
}

/// One answer, so that the deal is judged at all.
fn answered(tx: &mut Tx, opportunity: Id) -> Result<(), Fault> {
    let mut answer = Answer { opportunity, question: 3, verdict: Verdict::Favourable, ..Answer::default() };
    tx.save(&mut answer)?;
    Ok(())
}

fn change(store: &mut Store, at: &str, no: i64, work: impl FnOnce(&mut Opportunity)) {
    let mut deal = store.get::<Opportunity>(no).expect("read").expect("there");
    work(&mut deal);
    store.transact(&on(at), "set", |tx| tx.save(&mut deal)).expect("saved");
}

fn stamp(store: &mut Store, at: &str) {
    let mut review = Review {
        ritual: Ritual::Funnel,
        on_day: Some(day(at)),
        period: Some("x".into()),
        ..Review::default()
    };
    store.transact(&on(at), "review", |tx| tx.save(&mut review)).expect("saved");
}

fn told(diff: &Diff) -> Vec<(&str, &str, Vec<&str>)> {
    let codes = |one: &Changed| one.changes.iter().map(Change::code).collect();
    diff.deals.iter().map(|one| (one.row.title.as_str(), one.group.code(), codes(one))).collect()
}

#[test]
fn a_review_tells_what_became_of_each_deal_since_the_stamp() {
    let mut store = book(&["on", "slipped", "less", "won", "same", "back and forth"]);
    stamp(&mut store, "2026-11-20");
    // After the stamp of the very same day counts.
    change(&mut store, "2026-11-20", 1, |deal| deal.stage = Stage::Mine);
    change(&mut store, "2026-11-21", 2, |deal| deal.close_on = Some(day("2027-01-31")));
    change(&mut store, "2026-11-22", 2, |deal| deal.close_on = Some(day("2027-02-28")));
    change(&mut store, "2026-11-22", 3, |deal| deal.amount = Some(60_000));
    change(&mut store, "2026-11-22", 4, |deal| deal.status = Status::Won);
    change(&mut store, "2026-11-22", 6, |deal| deal.amount = Some(1));
    change(&mut store, "2026-11-22", 6, |deal| deal.amount = Some(100_000));
    let mut new = Opportunity { title: "new".to_owned(), ..Opportunity::default() };
    store.transact(&on("2026-11-23"), "add", |tx| tx.save(&mut new)).expect("saved");

    let since = store.since_review(day("2026-11-23")).expect("read");
    assert!(since.stamped && since.day == day("2026-11-20"));
    let diff = store.diff(since, (50, 50)).expect("read");
    let titles: Vec<_> = told(&diff).into_iter().map(|(title, group, _)| (title, group)).collect();
    let expected =
        [("won", "moved"), ("new", "moved"), ("slipped", "slipped"), ("on", "worse"), ("less", "worse")];
    assert_eq!(titles, expected);
    let slipped = Change::Slipped(day("2026-12-31"), day("2027-02-28"));
    assert_eq!(diff.deals[2].changes[0], slipped, "from where it stood at the stamp");
    assert_eq!((diff.counts[&Group::Moved], diff.counts[&Group::Worse]), (2, 2));
    let flagged: Vec<_> = diff.flagged.iter().map(|row| row.title.as_str()).collect();
    assert_eq!((flagged, diff.flagged_count), (vec!["back and forth", "same"], 2));

    stamp(&mut store, "2026-11-23");
    let since = store.since_review(day("2026-11-23")).expect("read");
    assert_eq!(told(&store.diff(since, (50, 50)).expect("read")), []);
    let since = store.since(day("2026-11-22")).expect("read");
    assert_eq!(store.diff(since, (50, 50)).expect("read").deals.len(), 4);
}

#[test]
fn what_time_alone_did_is_stale_and_an_answer_that_turned_is_worse() {
    let mut store = book(&["quiet", "turned"]);
    let opportunity = store.get::<Opportunity>(2).expect("read").expect("there").head.id;
    let say = |store: &mut Store, at: &str, verdict| {
        let grade = Grade::Told;
        let mut answer = Answer {
            opportunity,
            question: 4,
            verdict,
            grade,
            verified_on: Some(day(at)),
            ..Answer::default()
        };
        store.transact(&on(at), "answer", |tx| tx.save(&mut answer)).expect("saved");
    };
    say(&mut store, "2026-11-02", Verdict::Favourable);
    stamp(&mut store, "2026-11-15");
    // In a qualified project three weeks of silence are too many.
    store.refresh(day("2026-11-23"), 100).expect("judged");
    say(&mut store, "2026-11-23", Verdict::Unfavourable);
    let since = store.since_review(day("2026-11-23")).expect("read");
    let diff = store.diff(since, (50, 50)).expect("read");
    let told = told(&diff);
    assert_eq!((told[0].0, told[0].1), ("turned", "worse"));
    assert!(told[0].2.contains(&"turned") && diff.deals[0].changes.contains(&Change::Turned(vec![4])));
    assert_eq!((told[1].0, told[1].1), ("quiet", "stale"));
    assert!(diff.deals[1].changes.contains(&Change::Stale(Alarm::Silence)), "{:?}", diff.deals[1]);
}

fn kept(store: &Store) -> i64 {
    store.conn.query_row("SELECT count(*) FROM judged", [], |row| row.get(0)).expect("a count")
}

#[test]
fn a_look_back_leaves_no_trace_in_the_next_review() {
    let mut store = book(&["quiet", "moved"]);
    store.refresh(day("2026-11-23"), 100).expect("judged");
    stamp(&mut store, "2026-11-23");
    let before = kept(&store);
    // The quiet deals were stale long before the stamp, though not on the day that is looked back to.
    for (limit, on) in [(1, "2026-11-05"), (1, "2026-11-10"), (1, "2026-11-24")] {
        while store.refresh(day(on), limit).expect("judged") == limit {}
    }
    let since = store.since_review(day("2026-11-24")).expect("read");
    assert_eq!(told(&store.diff(since, (50, 50)).expect("read")), []);
    assert_eq!((kept(&store), store.meta("looked_back").expect("read").as_deref()), (before, Some("")));
    // What the days do from then on is told again.
    change(&mut store, "2026-11-24", 2, |deal| deal.last_activity_on = Some(day("2026-11-24")));
    store.refresh(day("2026-12-20"), 100).expect("judged");
    let since = store.since_review(day("2026-12-20")).expect("read");
    assert!(kept(&store) > before, "{:?}", store.diff(since, (50, 50)));
}

#[test]
fn a_stamp_forgets_judgements_that_no_review_reads() {
    let mut store = book(&["deal"]);
    let batch =
        |store: &Store| store.conn.query_row("SELECT max(batch) FROM batch", [], |row| row.get::<_, i64>(0));
    let mut days = Vec::new();
    for at in ["2025-01-01", "2025-06-01", "2026-11-01"] {
        change(&mut store, at, 1, |deal| deal.amount = deal.amount.map(|amount| amount + 1));
        let batch = batch(&store).expect("a batch");
        let keep = "INSERT OR REPLACE INTO judged (batch, no, day, p_calc) VALUES (?1, 1, ?2, 1)";
        store.conn.execute(keep, params![batch, at]).expect("kept");
        days.push(at);
        if at == "2025-06-01" {
            stamp(&mut store, at);
        }
    }
    let left = |store: &mut Store, at: &str| {
        let done = store.transact(&on(at), "x", |tx| {
            tx.forget_judgements(day(at))?;
            tx.save(&mut Review { ritual: Ritual::Sweep, ..Review::default() })
        });
        done.expect("forgotten");
        let mut query =
            store.conn.prepare("SELECT day FROM judged WHERE p_calc = 1 ORDER BY day").expect("days");
        let days = query.query_map([], |row| row.get::<_, String>(0)).expect("days");
        days.collect::<Result<Vec<_>, _>>().expect("days")
    };
    assert_eq!(left(&mut store, "2026-01-01"), days, "nothing is older than 400 days");
    change(&mut store, "2026-11-02", 1, |deal| deal.amount = Some(7));
    assert_eq!(left(&mut store, "2026-11-23"), ["2026-11-01"]);
}

#[test]
fn other_numbers_are_no_look_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut store = Store::open(&path, Rules::default()).expect("a book");
    let next_on = Some(day("2026-12-31"));
    let mut deal = Opportunity { title: "deal".to_owned(), next_on, ..Opportunity::default() };
    let work = |tx: &mut Tx| {
        tx.save(&mut deal)?;
        answered(tx, deal.head.id)
    };
    store.transact(&on("2026-11-01"), "add", work).expect("saved");
    store.refresh(day("2026-11-23"), 100).expect("judged");
    let chance = store.deal_row(1).expect("read").expect("there").p_calc.expect("qualified");
    drop(store);
    let mut rules = Rules::default();
    rules.base.potential += 7;
    let mut store = Store::open(&path, rules).expect("a book");
    let before = kept(&store);
    assert_eq!(store.refresh(day("2026-11-23"), 100).expect("judged"), 1);
    assert_eq!(store.deal_row(1).expect("read").expect("there").p_calc, Some(chance + 7));
    assert_eq!(kept(&store), before + 1, "what the numbers did is kept");
    assert_eq!(store.refresh(day("2026-11-23"), 100).expect("judged"), 0);
}

#[test]
fn a_long_import_is_counted_and_only_its_newest_deals_are_read() {
    let mut store = book(&["old"]);
    stamp(&mut store, "2026-11-15");
    let filled = store.transact(&on("2026-11-16"), "import", |tx| {
        for _ in 0..700 {
            let mut deal = Opportunity::default();
            tx.save(&mut deal)?;
            answered(tx, deal.head.id)?;
        }
        Ok::<_, Fault>(())
    });
    filled.expect("saved");
    let since = store.since_review(day("2026-11-16")).expect("read");
    let diff = store.diff(since, (20, 20)).expect("read");
    assert_eq!((diff.counts[&Group::Moved], diff.deals.len()), (700, 20));
    assert_eq!(diff.deals[0].row.place.no, 701);
    assert_eq!(diff.flagged.len(), 20);
}

#[test]
fn beyond_its_bound_a_review_counts_what_it_does_not_read() {
    let mut store = book(&["first", "second", "third", "judged"]);
    stamp(&mut store, "2026-11-15");
    for no in [1, 2, 3, 1] {
        change(&mut store, "2026-11-16", no, |deal| deal.amount = deal.amount.map(|amount| amount - 1));
    }
    store.refresh(day("2026-11-23"), 100).expect("judged");
    let since = store.since_review(day("2026-11-23")).expect("read");
    let told = store.told_since(since, 2).expect("read");
    let diff = store.compare(&told, since, (50, 50)).expect("read");
    let mut titles: Vec<_> = diff.deals.iter().map(|one| one.row.title.as_str()).collect();
    titles.sort_unstable();
    assert_eq!((titles, diff.unread), (vec!["first", "third"], 2), "those that were changed last");
    let first = diff.deals.iter().find(|one| one.row.title == "first").expect("there");
    assert!(first.changes.contains(&Change::Amount(Some(100_000), Some(99_998))), "{first:?}");
    assert_eq!(store.diff(since, (50, 50)).expect("read").unread, 0);
}

#[test]
fn a_review_reads_by_indexes() {
    let store = book(&[]);
    for (sql, index) in [
        (told::PLACE, "journal_batch"),
        (told::BORN, "INTEGER PRIMARY KEY (rowid>?)"),
        (told::CHANGED, "INTEGER PRIMARY KEY (rowid>?)"),
        (told::JUDGED, "PRIMARY KEY (batch>?)"),
        (TROUBLED, "opp_severity"),
        (
            "SELECT 1 FROM answer WHERE opportunity = 'x' AND question = 1 AND subject IS NULL AND no > 3",
            "answer_opportunity",
        ),
    ] {
        let mut query = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let mut rows = query.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = rows.next().expect("a line") {
            plan.push(row.get::<_, String>(3).expect("a text"));
        }
        assert!(plan.iter().all(|line| line.contains(index)), "{sql}: {plan:?}");
    }
}
