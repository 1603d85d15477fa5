//! What clocks on walls of other places show.

use chrono::{FixedOffset, NaiveDateTime};

/// The reader's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Its zone by the IANA name, with its summer time.
    pub zone: Option<String>,
    /// The distance from UTC, where nobody knows the zone.
    pub offset: FixedOffset,
}

#[cfg(feature = "ics")]
impl Clock {
    /// What the clock of a zone shows when this one shows `at`; nothing where nobody knows the zone, or both show
    /// the same.
    pub fn there(&self, at: NaiveDateTime, zone: &str) -> Option<NaiveDateTime> {
        use chrono::{TimeZone, Utc};

        let zone: chrono_tz::Tz = zone.parse().ok()?;
        let own = self.zone.as_deref().and_then(|name| name.parse::<chrono_tz::Tz>().ok());
        let offset = own.map_or(self.offset, |own| offset(at, own));
        let utc = at.checked_sub_offset(offset)?;
        let shown = Utc.from_utc_datetime(&utc).with_timezone(&zone).naive_local();
        (shown != at).then_some(shown)
    }
}

/// The distance from UTC at a time of a zone's clock; of one that the clock skips that before it.
#[cfg(feature = "ics")]
fn offset(at: NaiveDateTime, zone: chrono_tz::Tz) -> FixedOffset {
    use chrono::{Duration, Offset, TimeZone};

    let before = || at.checked_sub_signed(Duration::hours(3)).unwrap_or(at);
    let offset = zone.offset_from_local_datetime(&at).earliest();
    offset.unwrap_or_else(|| zone.offset_from_utc_datetime(&before())).fix()
}

#[cfg(not(feature = "ics"))]
impl Clock {
    /// Without a database of time zones no other clock is known.
    pub fn there(&self, _: NaiveDateTime, _: &str) -> Option<NaiveDateTime> {
        None
    }
}

/// The place that a zone is named after, as people write it.
pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(feature = "ics")]
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clock(zone: &str) -> Clock {
        Clock { zone: Some(zone.to_owned()), offset: FixedOffset::east_opt(0).unwrap() }
    }

    #[test]
    fn a_clock_elsewhere_shows_its_own_time_in_summer_and_in_winter() {
        for (home, zone, at, there) in [
            ("Asia/Shanghai", "Europe/Berlin", "2026-10-23T16:00", Some("2026-10-23T10:00")),
            ("Asia/Shanghai", "Europe/Berlin", "2026-10-30T16:00", Some("2026-10-30T09:00")),
            ("Asia/Shanghai", "America/New_York", "2026-11-24T09:00", Some("2026-11-23T20:00")),
            ("Asia/Shanghai", "Asia/Hong_Kong", "2026-11-23T20:00", None),
            ("Asia/Shanghai", "Nowhere", "2026-11-23T20:00", None),
            ("Europe/Berlin", "Asia/Shanghai", "2026-10-23T10:00", Some("2026-10-23T16:00")),
            ("Europe/Berlin", "Asia/Shanghai", "2026-10-30T10:00", Some("2026-10-30T17:00")),
            // Between two and three there is no time on that night.
            ("Europe/Berlin", "Asia/Shanghai", "2026-03-29T02:30", Some("2026-03-29T09:30")),
        ] {
            let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M").unwrap();
            let shown = clock(home).there(at, zone).map(|at| at.format("%Y-%m-%dT%H:%M").to_string());
            assert_eq!(shown.as_deref(), there, "{home} {zone} {at}");
        }
        let fixed = Clock { zone: None, offset: FixedOffset::east_opt(8 * 3600).unwrap() };
        let at = "2026-11-23T17:00:00".parse().unwrap();
        assert_eq!(fixed.there(at, "Europe/Berlin"), Some("2026-11-23T10:00:00".parse().unwrap()));
        assert_eq!(place("America/Argentina/Buenos_Aires"), "Buenos Aires");
    }

    proptest! {
        #[test]
        fn whatever_the_moment_no_clock_is_more_than_a_day_off(seconds in -9_000_000_000..9_000_000_000_i64) {
            let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            let there = clock("Pacific/Auckland").there(at, "America/Los_Angeles").unwrap_or(at);
            prop_assert!((there - at).num_hours().abs() <= 24, "{at} {there}");
        }
    }
}
