//! After something was made, the cursor is on it, in every list that hangs on something: the next key is meant for it.

use quarterdeck::lang::Lang;

use crate::desk::Desk;

const BOOK: &[&str] = &[
    "account add name=Northwind",
    "person add name=Ada account=1",
    "person add name=Bo account=1",
    "opp add title=Depot account=1 amount=10k",
    "opp mark 1 1",
    "factor add opportunity=1 name=Zeal",
    "opp rival 1 Zenith threat=3",
    "decision add opportunity=1 name=Zoning",
    "todo add title=aaa opportunity=1 due=2026-11-24",
    "todo add title=zzz opportunity=1 due=2026-11-30",
    "visit add account=1 when=2026-11-23T08:00 what=Early",
];

/// Where something is made, by keys, and what the row under the cursor then says.
const MADE: &[(&str, &str)] = &[
    ("2g<cr><tab>nMerit<cr>", "Merit"),
    ("2g<cr><tab>bnMidas<cr>", "Midas"),
    ("2g<cr><tab><tab>nBo<cr>", "Bo"),
    ("2g<cr><tab><tab>nCleo<down><cr>", "Cleo"),
    ("2g<cr><tab><tab>bbnBoard<cr>", "Board"),
    ("2g<cr><tab><tab><tab>Nmiddle<tab>2026-11-26<cr>", "middle"),
    ("4nmiddle<tab>2026-11-26<cr>", "middle"),
    ("5nMiddle<cr>", "Middle"),
    ("5<cr><tab>PBea<cr>", "Bea"),
    ("1nmiddle<tab>today<cr>", "middle"),
    ("3nNorthwind<tab><c-u>2026-11-23 16:00<cr>", "16:00"),
];

#[test]
fn the_cursor_goes_to_what_was_made() {
    let mut faults = Vec::new();
    for (keys, name) in MADE {
        let screen = Desk::over(Desk::book(BOOK), Lang::En).keys(keys).screen(80, 24);
        let is_under = screen.lines().any(|line| line.starts_with('▌') && line.contains(name));
        if !is_under || !screen.lines().last().is_some_and(|line| line.starts_with("Added")) {
            faults.push(format!("{keys}\n{screen}"));
        }
    }
    assert!(faults.is_empty(), "{} {}", faults.len(), faults.join("\n\n"));
}

#[test]
fn who_and_what_comes_to_a_deal_is_told_as_added_and_only_then() {
    for (keys, said) in [
        ("<tab><tab>nBo<cr>", "Added"),
        ("<tab><tab>nCleo<down><cr>", "Added person"),
        ("<tab><tab>+", "Changed person"),
        ("<tab>bnMidas<cr>", "Added"),
    ] {
        let screen = Desk::over(Desk::book(BOOK), Lang::En).keys("2g<cr>").keys(keys).screen(80, 24);
        let last = screen.lines().last().unwrap_or_default();
        assert!(last.contains(said), "{keys} {said}\n{screen}");
    }
}
