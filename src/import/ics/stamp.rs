//! How a time of a series is named: by its first day and time, on the clock of the series.

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use super::item::Time;

/// The name of a time.
pub(super) fn stamp(at: NaiveDateTime, start: &Time) -> String {
    if start.is_day {
        at.format("%Y%m%d").to_string()
    } else {
        at.with_nanosecond(0).unwrap_or(at).format("%Y%m%dT%H%M%S").to_string()
    }
}

/// `ics:uid/20261201T100000` as the id of the series and the name of the time; of what comes once the id alone.
pub fn apart(external: &str) -> (&str, Option<&str>) {
    let found = external.rsplit_once('/').filter(|(_, stamp)| stamp_day(stamp).is_some());
    found.map_or((external, None), |(series, stamp)| (series, Some(stamp)))
}

/// The day that the name of a time begins with; nothing where it is none.
pub fn stamp_day(stamp: &str) -> Option<NaiveDate> {
    let day = stamp.get(..8).filter(|_| matches!(stamp.len(), 8 | 15))?;
    NaiveDate::parse_from_str(day, "%Y%m%d").ok()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn only_a_day_behind_the_last_slash_names_a_time() {
        for (external, series, stamp) in [
            ("ics:a", "ics:a", None),
            ("ics:a/20261201", "ics:a", Some("20261201")),
            ("ics:a/b/20261201T100000", "ics:a/b", Some("20261201T100000")),
            ("ics:a/20261301", "ics:a/20261301", None),
            ("ics:a/b", "ics:a/b", None),
            ("ics:a/202612011", "ics:a/202612011", None),
        ] {
            assert_eq!(apart(external), (series, stamp), "{external}");
        }
    }
}
