//! A rule with the last day on which it holds, as a record keeps it: `every week on fri until 2027-03-31`.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{NoRecur, Recur, read};
use crate::domain::workday::Workdays;

/// A rule, and when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// When it comes again.
    pub rule: Recur,
    /// The last day of the series, where it has one.
    pub until: Option<NaiveDate>,
}

impl Repeat {
    /// The first day of a series that is to begin on or after this day.
    pub fn first(&self, day: NaiveDate, worked: &Workdays) -> Option<NaiveDate> {
        self.rule.first(day, worked).filter(|day| self.holds(*day))
    }

    /// The first day after `after` of a series that began on `first`; nothing where it has ended.
    pub fn next(&self, first: NaiveDate, after: NaiveDate, worked: &Workdays) -> Option<NaiveDate> {
        self.rule.next(first, after, worked).filter(|day| self.holds(*day))
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

impl From<Recur> for Repeat {
    fn from(rule: Recur) -> Self {
        Self { rule, until: None }
    }
}

impl fmt::Display for Repeat {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.rule)?;
        self.until.map_or(Ok(()), |until| write!(out, " until {until}"))
    }
}

/// The rule as it is kept or as somebody typed it, in either language.
impl FromStr for Repeat {
    type Err = NoRecur;
    fn from_str(text: &str) -> Result<Self, NoRecur> {
        let text = text.trim();
        let parts = ["until", "直到", "至", "到"].iter().find_map(|word| {
            let (rule, day) = text.rsplit_once(word)?;
            let day = day.trim().trim_end_matches("为止").trim();
            Some((rule.trim().trim_end_matches([',', '，']), day.parse::<NaiveDate>().ok()?))
        });
        let (rule, until) = parts.map_or((text, None), |(rule, day)| (rule, Some(day)));
        Ok(Self { rule: read(rule).ok_or(NoRecur)?, until })
    }
}
