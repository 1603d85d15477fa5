//! The past is the past: the funnel of a past day is what the book showed on that day.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::Home;

/// Days on which the book is edited, and those on which it is frozen.
const DAYS: [&str; 9] = [
    "2026-09-01",
    "2026-09-04",
    "2026-09-15",
    "2026-09-28",
    "2026-10-09",
    "2026-10-20",
    "2026-11-02",
    "2026-11-10",
    "2026-11-20",
];

/// What a book begins with.
const BOOK: &[&str] = &[
    "account add name=Acme short=AC",
    "person add name=Lin account=1",
    "person add name=Gao account=1",
    "opp add title=Cold account=1 amount=1M currency=CNY close_on=2026-10-15",
    "opp add title=Depot account=1 amount=300k currency=EUR stage=mine close_on=2027-03-01",
    "opp add title=Yard amount=80k currency=CNY stage=qualified p_rep=70",
    "opp add title=Lab currency=JPY amount=1200000 stage=winnable next_step=call next_on=2026-09-20",
];

/// Lines that change a book; `N` is a deal, `Q` a question, `A` an amount, `D` a day.
const EDITS: &[&str] = &[
    "opp add title=More account=1 amount=A currency=EUR close_on=D",
    "opp add title=Old amount=A opened_on=2026-08-03 stage_since=2026-08-20 stage=qualified",
    "opp set N amount=A",
    "opp set N amount=",
    "opp set N close_on=D",
    "opp set N currency=USD",
    "opp set N p_rep=35",
    "opp set N next_step=write next_on=D",
    "opp answer N Q + grade=proven note=seen",
    "opp answer N Q + grade=told",
    "opp answer N Q -",
    "opp answer N Q ?",
    "opp answer N 4 + grade=told verified_on=2026-08-01",
    "opp answer N Q + subject=Nordwind",
    "opp advance N reason=asked",
    "opp retreat N",
    "opp win N reason=price",
    "opp lose N reason=price",
    "opp suspend N reason=budget",
    "opp drop N reason=budget",
    "opp reopen N",
    "opp remove N",
    "opp restore N",
    "opp mark N Lin buying_role=approver support=supporter coverage=multiple",
    "opp mark N Gao buying_role=decider support=enemy",
    "opp rival N Nordwind threat=3",
    "opp set 1,2,3 amount=A",
    "person set 1 left_on=today",
    "person set 1 left_on=",
    "visit add account=1 opportunity=N when=D what=talk why=x who=1",
    "visit debrief 1 result=achieved answers=4+told hours=3 cost=900 next_step=send next_on=D",
    "cost add opportunity=N amount=A on_day=today",
    "todo add title=engineers kind=ask opportunity=N",
    "todo done 1",
    "factor add opportunity=N name=price mandatory=yes",
    "undo",
    "undo",
    "redo",
];

fn edit() -> impl Strategy<Value = (usize, String)> {
    let line = (prop::sample::select(EDITS), 1..6_usize, 1..16_usize, 1..90_usize, 0..DAYS.len());
    (0..DAYS.len(), line).prop_map(|(on, (line, deal, question, amount, day))| {
        let line = line.replace(" N", &format!(" {deal}")).replace("=N", &format!("={deal}"));
        let line = line.replace(" Q ", &format!(" {question} "));
        (on, line.replace("=A", &format!("={amount}k")).replace("=D", &format!("={}", DAYS[day])))
    })
}

fn funnel(home: &Home, day: &str, line: &str) -> Json {
    let output = home.on(day, line);
    let told = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{line}: {error}: {told}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 20, ..ProptestConfig::default() })]
    #[test]
    fn a_past_day_is_what_a_copy_frozen_on_it_shows(
        edits in prop::collection::vec(edit(), 40..60), frozen in prop::sample::subsequence(&DAYS[..], 3)
    ) {
        let home = Home::new();
        for line in BOOK {
            prop_assert!(home.on(DAYS[0], line).status.success(), "{}", line);
        }
        let mut copies = Vec::new();
        for (at, day) in DAYS.iter().enumerate() {
            for (_, line) in edits.iter().filter(|(on, _)| *on == at) {
                // Some are refused, as in life.
                home.on(day, line);
            }
            if frozen.contains(day) {
                let copy = Home::new();
                std::fs::create_dir_all(copy.book().parent().unwrap()).unwrap();
                std::fs::copy(home.book(), copy.book()).unwrap();
                copies.push((day, copy));
            }
        }
        for (day, copy) in copies {
            for filter in ["", "flags~close stage!=mine", "account=Acme close_on<+60d p_calc<50"] {
                let then = funnel(&copy, day, &format!("funnel {filter} --json"));
                let line = format!("funnel {filter} --as-of {day} --json");
                prop_assert_eq!(funnel(&home, "2026-11-23", &line), then, "{} {}", day, filter);
            }
        }
    }
}

#[test]
fn what_a_deal_became_later_is_not_told_of_the_day_before() {
    let home = Home::new();
    home.on("2026-09-01", "opp add title=Cold amount=1M currency=CNY p_rep=20");
    for question in 1..=5 {
        home.on("2026-11-20", &format!("opp answer 1 {question} + grade=proven"));
    }
    home.on("2026-11-20", "opp set 1 amount=9M close_on=2027-02-01 p_rep=90");
    home.on("2026-11-20", "opp advance 1");
    let then = home.json(&["funnel", "--as-of", "2026-09-30"]);
    let first = &then["stages"][0];
    assert_eq!((&first["count"], &first["amounts"][0]["amount"]), (&json!(1), &json!(1_000_000)));
    assert_eq!((&first["days"], &first["conversion"]), (&json!(29), &Json::Null));
    assert!(first["amounts"][0]["weighted"].as_f64() <= Some(200_000.0), "{first}");
    assert_eq!(home.json(&["funnel"])["stages"][1]["amounts"][0]["amount"], 9_000_000);
}

/// Deals as a file brings them: found on a day or on none.
const FILE: &str = "\
Deal ID,Deal name,Stage,Amount,Currency,Created on,Close date
D-1,Found,Qualified,1000,EUR,2026-03-01,2027-03-01
D-2,Undated,Qualified,2000,EUR,,2026-10-01
D-3,Undated too,Qualified,4000,EUR,,2027-05-01
D-4,Won early,Won,8000,EUR,,2026-05-01
D-5,Won late,Won,16000,EUR,2026-02-01,2026-09-01
";

#[test]
fn of_a_day_before_the_book_only_what_is_dated_is_told_and_it_says_so() {
    let home = Home::new();
    std::fs::write(home.0.path().join("deals.csv"), FILE).unwrap();
    home.text(&["import", "deals.csv"]);
    // The day, the open deals, the won ones and what they brought, the days of the open ones.
    for (day, open, won, brought, days) in [
        ("2026-01-01", 0, 0, 0, vec![]),
        ("2026-02-01", 1, 0, 0, vec![0]),
        ("2026-03-11", 2, 0, 0, vec![38, 10]),
        ("2026-05-01", 2, 1, 8000, vec![89, 61]),
        ("2026-11-22", 1, 2, 24000, vec![266]),
        ("2026-11-23", 3, 2, 24000, vec![89]),
    ] {
        let funnel = home.json(&["funnel", "--as-of", day]);
        let stages = funnel["stages"].as_array().unwrap();
        let count: i64 = stages.iter().filter_map(|stage| stage["count"].as_i64()).sum();
        let told: Vec<i64> = stages.iter().filter_map(|stage| stage["days"].as_i64()).collect();
        assert_eq!((count, &funnel["won"]["count"]), (open, &json!(won)), "{day}: {funnel}");
        assert_eq!(funnel["won"]["amounts"][0]["amount"].as_i64().unwrap_or(0), brought, "{day}");
        assert_eq!(told, days, "{day}: {funnel}");
        assert_eq!(funnel["from"], if day == "2026-11-23" { "book" } else { "dates" });
    }
    let funnel = home.json(&["funnel", "amount>5000", "--as-of", "2026-09-01"]);
    let open: i64 = funnel["stages"].as_array().unwrap().iter().filter_map(|one| one["count"].as_i64()).sum();
    assert_eq!((open, &funnel["won"]["count"]), (0, &json!(2)), "{funnel}");
    assert!(home.text(&["funnel", "--as-of", "2026-05-01"]).contains("The book begins later"));
    assert!(!home.text(&["funnel", "--as-of", "today"]).contains("The book begins later"));
}
