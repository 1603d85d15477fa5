//! A time zone as a calendar describes it, for programs that do not know its name.

use chrono::NaiveDate;

/// The description of a zone around a day; nothing where the zone is not known.
pub fn described(name: &str, today: NaiveDate) -> String {
    use chrono::{Duration, NaiveDateTime, NaiveTime, Offset, TimeZone};
    use std::fmt::Write as _;

    let Ok(zone) = name.parse::<chrono_tz::Tz>() else { return String::new() };
    let east = |utc: NaiveDateTime| zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    let signed = |seconds: i32| {
        let sign = if seconds < 0 { '-' } else { '+' };
        format!("{sign}{:02}{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60)
    };
    let mut out = format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n");
    let mut part = |from: i32, to: i32, local: NaiveDateTime| {
        let kind = if to > from { "DAYLIGHT" } else { "STANDARD" };
        let (start, from, to) = (local.format("%Y%m%dT%H%M%S"), signed(from), signed(to));
        let _ = write!(
            out,
            "BEGIN:{kind}\r\nDTSTART:{start}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nEND:{kind}\r\n"
        );
    };
    let noon = |day: NaiveDate| day.and_time(NaiveTime::MIN);
    let first = noon(today) - Duration::days(3 * 366);
    part(east(first), east(first), first);
    let mut at = first;
    while at < noon(today) + Duration::days(5 * 366) {
        let next = at + Duration::hours(1);
        let (before, after) = (east(at), east(next));
        if before != after {
            part(before, after, next + Duration::seconds(i64::from(before)));
        }
        at = next;
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}
