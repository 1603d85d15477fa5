//! Forms of the same noun have one order, and nothing is ticked by what was meant for another field.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

/// Where each field of a new record's form stands in a form, by what is typed for it.
const BOOK: &[&str] =
    &["account add name=Northwind", "opp add title=Depot account=Northwind", "todo add title=call"];

/// The labels of a form in the order of its rows; rows that go on are skipped.
fn labels(screen: &str) -> Vec<String> {
    let rows = screen.lines().filter_map(|line| line.split_once('│')).map(|(_, row)| row);
    let label =
        |row: &str| row.split("  ").next().map(|text| text.trim_matches([' ', '*', '│', '▌']).to_owned());
    rows.filter_map(label).filter(|text| !text.is_empty()).collect()
}

#[test]
fn a_new_record_and_one_that_is_changed_ask_for_the_same_in_the_same_order() {
    for lang in [Lang::En, Lang::Zh] {
        for (new, edit) in [("2n", "2Ge"), ("5n", "5e"), ("4n", "4e")] {
            let screen = |keys: &str| Desk::over(Desk::book(BOOK), lang).keys(keys).screen(100, 60);
            let (new, edit) = (screen(new), screen(edit));
            let (asked, all) = (labels(&new), labels(&edit));
            let places: Vec<usize> =
                asked.iter().filter_map(|label| all.iter().position(|own| own == label)).collect();
            assert!(places.len() > 5 && places.is_sorted(), "{places:?}\n{new}\n{edit}");
        }
    }
}

#[test]
fn figures_typed_a_field_too_early_tick_nothing_and_are_told() {
    let mut desk = Desk::over(Desk::book(BOOK), Lang::En);
    let screen = desk.keys("2n<s-tab>90").screen(80, 24);
    assert!(!screen.contains('☑') && !screen.contains("[x]"), "{screen}");
    assert!(screen.contains("0 does nothing here"), "{screen}");
    let screen = desk.keys("<space>").screen(80, 24);
    assert!(screen.contains('☑') || screen.contains("[x]"), "Space ticks\n{screen}");
}
