//! Columns that only repeat the quarter of a date which a field has: they are left out, so that the same data with
//! and without them is the same.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::reading::Proposal;

/// Whether all that a kept column says is the quarter of `close_on` or `opened_on`, as far as it was heard.
pub(super) struct Quarters {
    pub label: Arc<str>,
    is_heard: bool,
    /// Whether it is that of each date so far.
    dates: [(&'static str, bool); 2],
}

impl Quarters {
    pub fn new(label: &Arc<str>) -> Self {
        let dates = [("close_on", true), ("opened_on", true)];
        Self { label: label.clone(), is_heard: false, dates }
    }

    /// Hears a record.
    pub fn add(&mut self, proposal: &Proposal) {
        if !self.may() {
            return;
        }
        let Some(cell) = proposal.extra.get(&self.label) else { return };
        self.is_heard = true;
        let told = quarter(cell);
        for (key, repeats) in &mut self.dates {
            let day: Option<NaiveDate> = proposal.get(key).and_then(|day| day.parse().ok());
            let own = day.map(|day| (day.year(), day.month0() / 3 + 1));
            *repeats &= own.is_some() && own == told;
        }
    }

    /// Whether the column only repeats a date, and is left out.
    pub fn repeat(&self) -> bool {
        self.is_heard && self.may()
    }

    fn may(&self) -> bool {
        self.dates.iter().any(|(_, repeats)| *repeats)
    }
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
        let repeat = |deals: &[Proposal]| {
            let mut quarters = Quarters::new(&"close_quarter".into());
            for deal in deals {
                quarters.add(deal);
            }
            quarters.repeat()
        };
        assert!(repeat(&[deal("2016-10-20", "Q4 2016"), deal("2017-03-01", "2017-Q1")]));
        for other in ["Q3 2016", "Q4", "soon"] {
            assert!(!repeat(&[deal("2017-03-01", "2017-Q1"), deal("2016-10-20", other)]), "{other}");
        }
        assert!(!repeat(&[Proposal::default()]));
    }
}
