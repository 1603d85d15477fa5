//! Time zones: by their IANA name, by the name that Windows gives them, or as the file itself describes them.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::component::Component;
use super::expand::expand;
use super::rule::Rule;
use super::time::{offset, written};
use super::{display, windows};
use crate::domain::clock::Clock;

/// A clock on a wall somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Zone {
    /// Wherever the reader is.
    Floating,
    /// UTC.
    Utc,
    /// A clock that the program knows.
    On(Clock),
    /// One that only the file knows.
    Own(Rc<Own>),
}

/// A zone as a file describes it.
#[derive(Debug, PartialEq)]
pub(super) struct Own {
    name: String,
    /// From when on, by the clock before it, which seconds from UTC hold; the earliest first.
    turns: Vec<(NaiveDateTime, i32, i32)>,
}

impl Zone {
    /// Its name; nothing where it is nowhere.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Floating | Self::Utc => None,
            Self::On(clock) => clock.zone().filter(|name| !matches!(*name, "UTC" | "Etc/UTC")),
            Self::Own(own) => Some(&own.name),
        }
    }

    /// A time of its clock as UTC; a time that the clock skips is as far on as it skips.
    pub fn to_utc(&self, at: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Floating | Self::Utc => at,
            Self::On(clock) => clock.meant(at),
            Self::Own(own) => at.checked_sub_signed(Duration::seconds(i64::from(own.at(at)))).unwrap_or(at),
        }
    }

    /// A time of UTC on its clock.
    fn of_utc(&self, at: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Floating | Self::Utc => at,
            Self::On(clock) => clock.shown(at),
            Self::Own(own) => {
                let shifted = |seconds: i32| at.checked_add_signed(Duration::seconds(i64::from(seconds)));
                let guess = shifted(own.at(at)).unwrap_or(at);
                shifted(own.at(guess)).unwrap_or(at)
            }
        }
    }

    /// A time of its clock on another clock; a floating one is the same on all.
    pub fn on(&self, at: NaiveDateTime, other: &Self) -> NaiveDateTime {
        if self == other || *self == Self::Floating || *other == Self::Floating {
            return at;
        }
        other.of_utc(self.to_utc(at))
    }
}

impl Own {
    /// The seconds from UTC that hold at a time of its clock.
    fn at(&self, at: NaiveDateTime) -> i32 {
        let last = self.turns.iter().rev().find(|(from, ..)| *from <= at);
        let first = self.turns.first().map(|(_, before, _)| *before);
        last.map(|(.., now)| *now).or(first).unwrap_or(0)
    }

    /// Out of its description; nothing where that has no rule that can be kept.
    fn parse(component: &Component, name: &str) -> Option<Self> {
        let mut turns: Vec<_> = component.parts.iter().filter_map(turns).flatten().collect();
        turns.sort_unstable();
        turns.dedup();
        (!turns.is_empty()).then(|| Self { name: name.to_owned(), turns })
    }
}

/// When one of the two times of a zone begins.
fn turns(part: &Component) -> Option<Vec<(NaiveDateTime, i32, i32)>> {
    let text = |name: &str| part.first(name).map(|line| String::from_utf8_lossy(&line.value).into_owned());
    let (before, now) = (offset(&text("TZOFFSETFROM")?)?, offset(&text("TZOFFSETTO")?)?);
    let start = written(&text("DTSTART")?)?.at;
    let end = NaiveDate::from_ymd_opt(2101, 1, 1)?.and_hms_opt(0, 0, 0)?;
    let mut all = vec![start];
    for rule in part.all("RRULE").filter_map(|line| Rule::parse(&String::from_utf8_lossy(&line.value))) {
        let clock = |at: NaiveDateTime| at.checked_add_signed(Duration::seconds(i64::from(before)));
        let until = rule.until.and_then(|until| if until.is_utc { clock(until.at) } else { Some(until.at) });
        all.extend(expand(&rule, start, until, (start, end)).times);
    }
    for line in part.all("RDATE") {
        all.extend(String::from_utf8_lossy(&line.value).split(',').filter_map(written).map(|one| one.at));
    }
    Some(all.into_iter().map(|at| (at, before, now)).collect())
}

/// The zones that a file's names mean.
#[derive(Debug, Default)]
pub(super) struct Zones(HashMap<String, Zone>);

impl Zones {
    /// Those that a file describes.
    pub fn of(components: &[Component]) -> Self {
        let one = |component: &Component| {
            let name = String::from_utf8_lossy(&component.first("TZID")?.value).trim().to_owned();
            let place = component.first("X-LIC-LOCATION").map(|line| String::from_utf8_lossy(&line.value));
            let known = known(&name).or_else(|| known(place?.trim()));
            let zone = known.or_else(|| Own::parse(component, &name).map(|own| Zone::Own(Rc::new(own))))?;
            Some((name, zone))
        };
        Self(components.iter().filter_map(one).collect())
    }

    /// The zone of a name; nothing where nobody knows it.
    pub fn find(&self, name: &str) -> Option<Zone> {
        let name = name.trim().trim_matches('"');
        let shown = || display::clock(name).map(Zone::On);
        self.0.get(name).cloned().or_else(|| known(name)).or_else(shown)
    }
}

/// A zone of the database, by its name, by the end of a longer name, or by what Windows calls it.
fn known(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches('"');
    if ["UTC", "GMT", "Z", "Etc/UTC"].iter().any(|one| name.eq_ignore_ascii_case(one)) {
        return Some(Zone::Utc);
    }
    let named = |name: &str| Clock::named(name).filter(|clock| clock.zone().is_some()).map(Zone::On);
    let place = |name: &str| named(name).filter(|_| !name.is_empty());
    // Some programs number the zones of one name.
    let bare = name.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end();
    let mut starts = std::iter::once(0).chain(name.match_indices('/').map(|(at, _)| at + 1));
    let ends = || name.split_once(')').map(|(_, rest)| rest.trim());
    place(name)
        .or_else(|| starts.find_map(|at| name.get(at..).filter(|end| end.contains('/')).and_then(place)))
        .or_else(|| windows::place(name).or_else(|| windows::place(bare)).and_then(place))
        .or_else(|| ends().and_then(windows::place).and_then(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ics::component::Found;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn names_of_zones_are_known_however_they_are_written() {
        for (name, known) in [
            ("Asia/Shanghai", Some("Asia/Shanghai")),
            ("\"Europe/London\"", Some("Europe/London")),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/London", Some("Europe/London")),
            ("/example.org/20050809/America/Argentina/Ushuaia", Some("America/Argentina/Ushuaia")),
            ("China Standard Time", Some("Asia/Shanghai")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("GMT Standard Time 1", Some("Europe/London")),
            ("Eastern Standard Time 12", Some("America/New_York")),
            ("", None),
            ("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", None),
            ("My zone", None),
        ] {
            let zone = super::known(name);
            assert_eq!(zone.as_ref().and_then(Zone::name), known, "{name}");
        }
    }

    #[test]
    fn a_time_keeps_its_instant_on_another_clock() {
        let berlin = super::known("Europe/Berlin").unwrap();
        let shanghai = super::known("Asia/Shanghai").unwrap();
        for (from, to) in [
            ("2026-01-15T10:00:00", "2026-01-15T17:00:00"),
            ("2026-07-15T10:00:00", "2026-07-15T16:00:00"),
            // The clock goes on at two: half past two is not on it.
            ("2026-03-29T02:30:00", "2026-03-29T09:30:00"),
            // It goes back at three: the first half past two is meant.
            ("2026-10-25T02:30:00", "2026-10-25T08:30:00"),
        ] {
            assert_eq!(berlin.on(at(from), &shanghai), at(to), "{from}");
        }
        assert_eq!(Zone::Floating.on(at("2026-01-15T10:00:00"), &shanghai), at("2026-01-15T10:00:00"));
    }

    #[test]
    fn a_zone_that_only_the_file_knows_has_its_summer_time() {
        let raw = "BEGIN:VTIMEZONE\nTZID:Ours\n\
            BEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n\
            TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n\
            BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n\
            TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
        let zones = Zones::of(&Found::of(raw.as_bytes()).zones);
        let (ours, berlin) = (zones.find("Ours").unwrap(), super::known("Europe/Berlin").unwrap());
        assert_eq!(ours.name(), Some("Ours"));
        for day in ["2026-01-15", "2026-03-28", "2026-03-30", "2026-07-15", "2026-10-26"] {
            for clock in ["00:30:00", "12:00:00"] {
                let time = at(&format!("{day}T{clock}"));
                assert_eq!(ours.on(time, &Zone::Utc), berlin.on(time, &Zone::Utc), "{time}");
                assert_eq!(Zone::Utc.on(time, &ours), Zone::Utc.on(time, &berlin), "{time}");
            }
        }
    }
}
