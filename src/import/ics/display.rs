//! Zones by what programs show of them: a distance from UTC, then perhaps places, as in `(UTC+01:00) Amsterdam, Berlin`.

use chrono::{Duration, FixedOffset, NaiveDate, NaiveDateTime};

use super::windows;
use crate::domain::clock::Clock;

/// The clock that such a name means: that of its first place that the database has at this distance, else one that
/// never changes. Nothing where the name tells no distance.
pub(super) fn clock(name: &str) -> Option<Clock> {
    let bare = name.trim().trim_start_matches('(');
    let (distance, places) = bare.split_once(')').unwrap_or((bare, ""));
    let offset = offset(distance)?;
    let mut places = places.split([',', '，', '、', ';']).filter_map(|place| at(place.trim()));
    places.find(|clock| is_at(clock, offset)).or(Some(Clock::fixed(offset)))
}

/// `UTC+01:00`, `GMT+0200`, `UTC-3`, `+08:00`, `UTC`: the sign is that of clocks, positive in the east.
fn offset(text: &str) -> Option<FixedOffset> {
    let text = text.trim();
    let named = ["UTC", "GMT"].iter().find_map(|word| {
        text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).and(text.get(word.len()..))
    });
    let rest = named.unwrap_or(text).trim().replace('\u{2212}', "-");
    if rest.is_empty() {
        return named.and(FixedOffset::east_opt(0));
    }
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, rest.strip_prefix('+')?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let part = |text: &str, most: i32| text.parse::<i32>().ok().filter(|part| (0..=most).contains(part));
    FixedOffset::east_opt(sign * (part(hours, 14)? * 3600 + part(minutes, 59)? * 60))
}

/// The clock of a town, or of what Windows calls `Eastern Time (US & Canada)`.
fn at(place: &str) -> Option<Clock> {
    let town = place.replace(' ', "_");
    let known = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().rsplit('/').next() == Some(&town));
    let region = || windows::place(&format!("{} Standard Time", place.split_once(" Time")?.0));
    Clock::named(known.map(|zone| zone.name()).or_else(region)?)
}

/// Whether a clock is so far from UTC in winter or in summer.
fn is_at(clock: &Clock, offset: FixedOffset) -> bool {
    let away = Duration::seconds(i64::from(offset.local_minus_utc()));
    let middle = |month| Some(NaiveDate::from_ymd_opt(2026, month, 15)?.and_time(chrono::NaiveTime::MIN));
    let is_then = |utc: NaiveDateTime| clock.shown(utc) - utc == away;
    [1, 7].into_iter().filter_map(middle).any(is_then)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_distance_and_its_places_mean_a_clock() {
        for (name, known) in [
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome", Some("Europe/Amsterdam")),
            ("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", Some("Asia/Chongqing")),
            ("(GMT+08:00) 北京，重庆，香港特别行政区，乌鲁木齐", Some("+08:00")),
            ("(UTC-05:00) Eastern Time (US & Canada)", Some("America/New_York")),
            ("(UTC+10:00) Canberra, Melbourne, Sydney", Some("Australia/Canberra")),
            ("(UTC+03:00) Berlin", Some("+03:00")),
            ("(UTC) Dublin, Edinburgh, Lisbon, London", Some("Europe/Dublin")),
            ("GMT+0200", Some("+02:00")),
            ("UTC\u{2212}3", Some("-03:00")),
            ("utc+5:30", Some("+05:30")),
            ("+08:00", Some("+08:00")),
            ("UTC+25", None),
            ("UTC+1x", None),
            ("Berlin", None),
            ("", None),
            ("(", None),
        ] {
            assert_eq!(clock(name).map(|clock| clock.to_string()).as_deref(), known, "{name}");
        }
    }
}
