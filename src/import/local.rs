//! Moments of UTC as the reader's clocks show them, and back.

use chrono::{Duration, FixedOffset, NaiveDateTime, Offset, TimeZone, Utc};

/// Where the reader is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Local {
    #[cfg(feature = "ics")]
    zone: Option<chrono_tz::Tz>,
    offset: FixedOffset,
}

impl Local {
    /// A zone by its IANA name; where that is not known, so many seconds to the east of UTC.
    pub fn new(zone: Option<&str>, east: i32) -> Self {
        #[cfg(not(feature = "ics"))]
        let _ = zone;
        Self {
            #[cfg(feature = "ics")]
            zone: zone.and_then(|name| name.parse().ok()),
            offset: FixedOffset::east_opt(east).unwrap_or(Utc.fix()),
        }
    }

    /// A moment of UTC on the reader's clock.
    pub fn shown(&self, utc: NaiveDateTime) -> NaiveDateTime {
        #[cfg(feature = "ics")]
        if let Some(zone) = self.zone {
            return zone.from_utc_datetime(&utc).naive_local();
        }
        self.offset.from_utc_datetime(&utc).naive_local()
    }

    /// A time of the reader's clock in UTC; one that the clock skips is as far on as it skips.
    pub fn meant(&self, shown: NaiveDateTime) -> NaiveDateTime {
        let first = |at: NaiveDateTime| {
            #[cfg(feature = "ics")]
            if let Some(zone) = self.zone {
                return zone.from_local_datetime(&at).earliest().map(|at| at.naive_utc());
            }
            self.offset.from_local_datetime(&at).earliest().map(|at| at.naive_utc())
        };
        let before = || Some(first(shown - Duration::hours(3))? + Duration::hours(3));
        first(shown).or_else(before).unwrap_or(shown)
    }
}
