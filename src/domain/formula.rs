//! The apostrophe that keeps a spreadsheet from running a text as a formula, put on and taken off.

use super::text::narrow_sign;

/// Whether a spreadsheet may take a cell for a formula: after blanks, controls, quotes and marks it begins with
/// `=`, `+`, `-` or `@`, narrow or full-width, or the cell begins with a tab or a line end.
fn can_run(cell: &str) -> bool {
    if cell.trim_start_matches('\'').starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let is_skipped = |sign: char| {
        sign.is_whitespace()
            || sign.is_control()
            || matches!(sign, '"' | '\'' | '\u{feff}' | '\u{200b}'..='\u{200f}')
    };
    let first = cell.trim_start_matches(is_skipped).chars().next().map(narrow_sign);
    let digits = cell.strip_prefix('-').unwrap_or_default();
    let is_number = !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    matches!(first, Some('=' | '+' | '-' | '@')) && !is_number
}

/// A cell as it is written into a table of texts.
pub fn guarded(cell: String) -> String {
    if can_run(&cell) { format!("'{cell}") } else { cell }
}

/// A cell of such a table as it was before.
pub fn unguarded(cell: &str) -> &str {
    cell.trim_start().strip_prefix('\'').filter(|bare| can_run(bare)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clean::clean_note;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        for (cell, runs) in [
            ("=1+1", true),
            ("+cmd", true),
            ("-2+3", true),
            ("@SUM(A1)", true),
            ("\t=1", true),
            ("\r\n", true),
            ("  =1", true),
            ("\u{feff}=1", true),
            ("\"=1", true),
            ("＝1", true),
            ("＋1+1", true),
            ("－x", true),
            ("＠x", true),
            ("\u{1}=1", true),
            ("'=1", true),
            ("'quoted'", false),
            ("+", true),
            ("-12.50", false),
            ("-inf", true),
            ("+1", true),
            ("1=1", false),
            ("张平", false),
            ("", false),
        ] {
            assert_eq!(can_run(cell), runs, "{cell:?}");
        }
    }

    #[test]
    fn only_a_guard_is_taken_off() {
        for (cell, bare) in [
            ("'=SUM(A1)", "=SUM(A1)"),
            ("'+44 20", "+44 20"),
            ("'\u{2212}5", "\u{2212}5"),
            ("''=x", "'=x"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("'-5", "'-5"),
            ("'", "'"),
        ] {
            assert_eq!(unguarded(cell), bare, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@\u{2212}＝ \t\n\"5x-]{0,8}") {
            let text = clean_note(&text).into_owned();
            let cell = guarded(text.clone());
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
