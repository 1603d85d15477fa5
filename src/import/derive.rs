//! Columns that only repeat the quarter of a date which a field has: they are left out, so that the same data with
//! and without them is the same.

use chrono::{Datelike, NaiveDate};

use super::reading::Proposal;

/// Whether all that a kept column says is the quarter of `close_on` or `opened_on`; if so it is taken out.
pub(super) fn drop_quarters(label: &str, proposals: &mut [Proposal]) -> bool {
    let first = proposals.iter().find_map(|proposal| proposal.extra.get(label));
    if first.and_then(|cell| quarter(cell)).is_none() {
        return false;
    }
    let repeats = |key: &str| {
        proposals.iter().all(|proposal| match proposal.extra.get(label) {
            None => true,
            Some(cell) => {
                let day: Option<NaiveDate> = proposal.get(key).and_then(|day| day.parse().ok());
                let own = day.map(|day| (day.year(), day.month0() / 3 + 1));
                own.is_some() && own == quarter(cell)
            }
        })
    };
    if !["close_on", "opened_on"].into_iter().any(repeats) {
        return false;
    }
    for proposal in proposals {
        proposal.extra.remove(label);
    }
    true
}

/// The year and the quarter in `Q4 2016`, `2016-Q4`, `2016Q4`, `2016年Q4`.
fn quarter(cell: &str) -> Option<(i32, u32)> {
    let upper = cell.trim().to_ascii_uppercase();
    let (before, after) = upper.split_once('Q')?;
    let number = after.get(..1)?.parse().ok().filter(|number| (1..=4).contains(number))?;
    let rest = format!("{before}{}", after.get(1..)?);
    let year = rest.trim_matches([' ', '-', '/', '年', '\'']);
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    Some((year, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deal(day: &str, cell: &str) -> Proposal {
        let mut deal = Proposal::default();
        deal.fields.push("close_on", day);
        deal.extra.insert("close_quarter".into(), cell.to_owned());
        deal
    }

    #[test]
    fn only_a_column_that_repeats_every_date_is_left_out() {
        let mut same = [deal("2016-10-20", "Q4 2016"), deal("2017-03-01", "2017-Q1")];
        assert!(drop_quarters("close_quarter", &mut same));
        assert!(same.iter().all(|deal| deal.extra.iter().len() == 0));
        for other in ["Q3 2016", "Q4", "soon"] {
            let mut deals = [deal("2017-03-01", "2017-Q1"), deal("2016-10-20", other)];
            assert!(!drop_quarters("close_quarter", &mut deals), "{other}");
            assert_eq!(deals[1].extra.iter().len(), 1);
        }
    }
}
