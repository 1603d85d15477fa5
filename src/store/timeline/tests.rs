//! Every statement of a timeline goes by an index.

use super::*;
use crate::domain::rules::Rules;

#[test]
fn every_statement_goes_by_an_index() {
    let store = Store::memory(Rules::default()).expect("a book");
    let id = Id::of("x");
    for of in [Of::Deal(id), Of::Account(id), Of::Person(id)] {
        for arm in arm::arms(of) {
            let mut plan = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {}", arm.sql)).expect("a plan");
            let steps = plan.query_map([id.to_string()], |row| row.get::<_, String>(3)).expect("read");
            let steps: Vec<String> = steps.collect::<Result<_, _>>().expect("read");
            assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{of:?} {}: {steps:?}", arm.sql);
        }
    }
}
