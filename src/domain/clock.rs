//! The reader's clock: the one source of zone and offset, for what is shown, taken in and given out.

mod posix;

use std::fmt;

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::moment::Moment;
use posix::Posix;

/// A clock on the reader's wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(Zone);

/// How its distance from UTC is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// A zone of the database, with its summer time.
    Known(Tz),
    /// A rule such as `EST5EDT,M3.2.0,M11.1.0`.
    Ruled(Posix),
    /// Always the same.
    Fixed(FixedOffset),
}

impl Clock {
    /// A clock that never changes.
    pub fn fixed(offset: FixedOffset) -> Self {
        Self(Zone::Fixed(offset))
    }

    /// The clock that a zone's name, or a value of `TZ`, means: `Asia/Shanghai`, `:Asia/Shanghai`,
    /// `/usr/share/zoneinfo/Asia/Shanghai`, `CST-8`, `UTC0`; an empty one is UTC, as everywhere. Nothing where nobody
    /// knows it.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let name = text.strip_prefix(':').unwrap_or(text);
        if name.is_empty() {
            return Some(Self(Zone::Known(Tz::UTC)));
        }
        let name = match name.rsplit_once("zoneinfo/") {
            Some((_, place)) => {
                ["posix/", "right/"].iter().find_map(|part| place.strip_prefix(part)).unwrap_or(place)
            }
            None => name,
        };
        let known = TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).copied();
        known.map(Zone::Known).or_else(|| Posix::parse(name).map(Zone::Ruled)).map(Self)
    }

    /// The IANA name of its zone, where it has one.
    pub fn zone(&self) -> Option<&'static str> {
        match self.0 {
            Zone::Known(zone) => Some(zone.name()),
            Zone::Ruled(_) | Zone::Fixed(_) => None,
        }
    }

    /// Its distance from UTC at a moment of UTC.
    fn offset_at(&self, utc: NaiveDateTime) -> FixedOffset {
        match self.0 {
            Zone::Known(zone) => zone.offset_from_utc_datetime(&utc).fix(),
            Zone::Ruled(rule) => rule.offset_at(utc),
            Zone::Fixed(offset) => offset,
        }
    }

    /// A moment as this clock shows it, with its distance from UTC then.
    pub fn at<Z: TimeZone>(&self, at: &DateTime<Z>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset_at(at.naive_utc()))
    }

    /// A moment of UTC on this clock.
    pub fn shown(&self, utc: NaiveDateTime) -> NaiveDateTime {
        utc.checked_add_offset(self.offset_at(utc)).unwrap_or(utc)
    }

    /// A time of this clock in UTC: the first of two, and one that the clock skips as far on as it skips.
    pub fn meant(&self, shown: NaiveDateTime) -> NaiveDateTime {
        let day = Duration::hours(26);
        let around = [shown.checked_sub_signed(day), shown.checked_add_signed(day)];
        // Whatever holds there holds a day before or a day later.
        let tried = around.map(|at| shown.checked_sub_offset(self.offset_at(at.unwrap_or(shown))));
        let fits = tried.iter().flatten().find(|utc| self.shown(**utc) == shown).copied();
        fits.or_else(|| tried.into_iter().flatten().next()).unwrap_or(shown)
    }

    /// A time of this clock with its distance from UTC then; in a gap that before it.
    pub fn local(&self, shown: NaiveDateTime) -> DateTime<FixedOffset> {
        self.at(&self.meant(shown).and_utc())
    }

    /// What this clock shows at a moment, to the minute.
    pub fn moment(&self, at: &DateTime<Utc>) -> Moment {
        let shown = self.shown(at.naive_utc());
        Moment::at(shown.date(), shown.time())
    }

    /// What the clock of a zone shows when this one shows `at`; nothing where nobody knows the zone, or both show
    /// the same.
    pub fn there(&self, at: NaiveDateTime, zone: &str) -> Option<NaiveDateTime> {
        let shown = Self(Zone::Known(zone.parse().ok()?)).shown(self.meant(at));
        (shown != at).then_some(shown)
    }
}

/// By its zone's name, else by its distance from UTC: another text is another clock.
impl fmt::Display for Clock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Zone::Known(zone) => write!(out, "{}", zone.name()),
            Zone::Ruled(rule) => write!(out, "{rule:?}"),
            Zone::Fixed(offset) => write!(out, "{offset}"),
        }
    }
}

/// A day without a clock is that of UTC.
impl Default for Clock {
    fn default() -> Self {
        Self::fixed(Utc.fix())
    }
}

/// The place that a zone is named after, as people write it.
pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    #[test]
    fn every_way_to_name_a_zone_gives_its_clock_in_winter_and_in_summer() {
        for (text, name, winter, summer) in [
            ("Asia/Shanghai", Some("Asia/Shanghai"), "20:00", "20:00"),
            (":Asia/Shanghai", Some("Asia/Shanghai"), "20:00", "20:00"),
            ("asia/shanghai", Some("Asia/Shanghai"), "20:00", "20:00"),
            ("/usr/share/zoneinfo/Asia/Shanghai", Some("Asia/Shanghai"), "20:00", "20:00"),
            (":/usr/share/zoneinfo/posix/Europe/Berlin", Some("Europe/Berlin"), "13:00", "14:00"),
            ("Asia/Kathmandu", Some("Asia/Kathmandu"), "17:45", "17:45"),
            ("EST5EDT", Some("EST5EDT"), "07:00", "08:00"),
            ("CST-8", None, "20:00", "20:00"),
            ("<+0545>-5:45", None, "17:45", "17:45"),
            ("UTC0", None, "12:00", "12:00"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", None, "13:00", "14:00"),
            ("NZST-12NZDT,M9.5.0,M4.1.0/3", None, "01:00", "00:00"),
            ("AAA3BBB", None, "09:00", "10:00"),
            ("", Some("UTC"), "12:00", "12:00"),
            (":", Some("UTC"), "12:00", "12:00"),
        ] {
            let clock = Clock::named(text).unwrap();
            let shown = |day: &str| clock.shown(at(&format!("{day}T12:00"))).format("%H:%M").to_string();
            let told = (clock.zone(), shown("2026-12-15"), shown("2026-07-15"));
            assert_eq!(told, (name, winter.to_owned(), summer.to_owned()), "{text}");
        }
        for text in ["Nowhere/Land", "/etc/localtime", "CST", "CST-25", "8", "CST-8,M3.2.0", "CET-1CEST,J1"] {
            assert_eq!(Clock::named(text), None, "{text}");
        }
    }

    #[test]
    fn a_clock_elsewhere_shows_its_own_time_in_summer_and_in_winter() {
        for (home, zone, shown, there) in [
            ("Asia/Shanghai", "Europe/Berlin", "2026-10-23T16:00", Some("2026-10-23T10:00")),
            ("Asia/Shanghai", "Europe/Berlin", "2026-10-30T16:00", Some("2026-10-30T09:00")),
            ("Asia/Shanghai", "America/New_York", "2026-11-24T09:00", Some("2026-11-23T20:00")),
            ("Asia/Shanghai", "Asia/Hong_Kong", "2026-11-23T20:00", None),
            ("Asia/Shanghai", "Nowhere", "2026-11-23T20:00", None),
            ("Europe/Berlin", "Asia/Shanghai", "2026-10-23T10:00", Some("2026-10-23T16:00")),
            ("Europe/Berlin", "Asia/Shanghai", "2026-10-30T10:00", Some("2026-10-30T17:00")),
            // Between two and three there is no time on that night, and on this one there is twice.
            ("Europe/Berlin", "Asia/Shanghai", "2026-03-29T02:30", Some("2026-03-29T09:30")),
            ("Europe/Berlin", "Asia/Shanghai", "2026-10-25T02:30", Some("2026-10-25T08:30")),
            ("CST-8", "Europe/Berlin", "2026-11-23T17:00", Some("2026-11-23T10:00")),
        ] {
            let told = Clock::named(home).unwrap().there(at(shown), zone);
            assert_eq!(told, there.map(at), "{home} {zone} {shown}");
        }
        assert_eq!(place("America/Argentina/Buenos_Aires"), "Buenos Aires");
    }

    #[test]
    fn a_time_carries_the_offset_of_its_own_day() {
        for (zone, shown, told) in [
            ("Europe/Berlin", "2026-07-15T10:00", "2026-07-15T10:00:00+02:00"),
            ("Europe/Berlin", "2026-12-15T10:00", "2026-12-15T10:00:00+01:00"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-15T10:00", "2026-07-15T10:00:00+02:00"),
        ] {
            assert_eq!(Clock::named(zone).unwrap().local(at(shown)).to_rfc3339(), told);
        }
    }

    proptest! {
        #[test]
        fn a_moment_comes_back_from_any_clock(
            seconds in 0..4_000_000_000_i64,
            zone in proptest::sample::select(vec![
                "Pacific/Auckland", "America/St_Johns", "CST-8", "CET-1CEST,M3.5.0,M10.5.0/3", "Asia/Kathmandu",
            ]),
        ) {
            let (clock, utc) = (Clock::named(zone).unwrap(), DateTime::from_timestamp(seconds, 0).unwrap());
            let back = clock.meant(clock.shown(utc.naive_utc()));
            // The hour that comes twice is taken for its first.
            let late = utc.naive_utc() - back;
            prop_assert!(late.is_zero() || late == Duration::hours(1), "{utc} {back}");
            prop_assert_eq!(clock.shown(back), clock.shown(utc.naive_utc()));
        }
    }
}
