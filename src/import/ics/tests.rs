//! Calendars written by hand.

use chrono::{NaiveDate, NaiveDateTime};

use super::expand::expand;
use super::rule::Rule;
use crate::domain::clock::Clock;
use crate::domain::noun::Noun;
use crate::import::Options;
use crate::import::reading::{By, Proposal, Reading, Skip};
use crate::import::tests::{at_hand, read_bytes, told};

fn options() -> Options {
    Options {
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        clock: Clock::named("Asia/Shanghai").unwrap(),
        ..Options::default()
    }
}

fn calendar(body: &str) -> Reading {
    read_bytes(format!("BEGIN:VCALENDAR\n{body}\nEND:VCALENDAR\n").as_bytes(), &options()).unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn times(rule: &str, start: &str, window: (&str, &str)) -> Vec<String> {
    let found = expand(&Rule::parse(rule).unwrap(), at(start), None, (at(window.0), at(window.1)));
    assert!(!found.is_cut, "{rule}");
    found.times.iter().map(|time| time.format("%m-%d %H:%M").to_string()).collect()
}

#[test]
fn rules_come_to_the_times_of_the_standard() {
    let year = ("2026-01-01T00:00:00", "2026-12-31T23:59:59");
    for (rule, start, told) in [
        ("FREQ=MONTHLY;BYDAY=1FR;COUNT=3", "2026-01-02T09:00:00", "01-02 09:00,02-06 09:00,03-06 09:00"),
        ("FREQ=MONTHLY;BYDAY=-2MO;COUNT=2", "2026-01-19T09:00:00", "01-19 09:00,02-16 09:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31T09:00:00", "01-31 09:00,02-28 09:00,03-31 09:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-01-31T09:00:00", "01-31 09:00,03-31 09:00,05-31 09:00"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
            "2026-01-30T09:00:00",
            "01-30 09:00,02-27 09:00",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "2026-01-06T09:00:00",
            "01-06 09:00,01-11 09:00,01-20 09:00,01-25 09:00",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "2026-01-06T09:00:00",
            "01-06 09:00,01-18 09:00,01-20 09:00,02-01 09:00",
        ),
        ("FREQ=YEARLY;BYDAY=20MO", "2020-05-18T09:00:00", "05-18 09:00"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2020-05-11T09:00:00", "05-11 09:00"),
        ("FREQ=YEARLY;BYYEARDAY=1,-1", "2020-01-01T09:00:00", "01-01 09:00,12-31 09:00"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2020-11-03T09:00:00", "11-03 09:00"),
        (
            "FREQ=DAILY;BYMONTH=1;BYDAY=MO;BYHOUR=9,14;COUNT=3",
            "2026-01-05T09:00:00",
            "01-05 09:00,01-05 14:00,01-12 09:00",
        ),
        ("FREQ=HOURLY;INTERVAL=3;COUNT=3", "2026-01-05T22:00:00", "01-05 22:00,01-06 01:00,01-06 04:00"),
        ("FREQ=MINUTELY;INTERVAL=90;COUNT=3", "2026-01-05T09:00:00", "01-05 09:00,01-05 10:30,01-05 12:00"),
    ] {
        assert_eq!(times(rule, start, year).join(","), told, "{rule}");
    }
    for rule in [
        "FREQ=SOMETIMES",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=13",
        "x",
        "FREQ=DAILY;UNTIL=x",
    ] {
        assert_eq!(Rule::parse(rule), None, "{rule}");
    }
}

#[test]
fn a_rule_without_an_end_fills_its_window_and_no_more() {
    let window = ("2026-11-01T00:00:00", "2026-11-30T23:59:59");
    for (rule, count) in
        [("FREQ=DAILY", 30), ("FREQ=HOURLY", 720), ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0)]
    {
        assert_eq!(times(rule, "1900-01-01T00:00:00", window).len(), count, "{rule}");
    }
    let every: Vec<String> =
        [(1, 12), (1, 31), (0, 23), (0, 59), (0, 59)].map(|(low, high)| list(low, high)).into();
    let bomb = format!(
        "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={};BYHOUR={};BYMINUTE={};BYSECOND={}",
        every[0], every[1], every[2], every[3], every[4]
    );
    for (rule, is_taken) in [
        ("FREQ=SECONDLY", false),
        ("FREQ=MINUTELY", false),
        ("FREQ=MINUTELY;INTERVAL=59", false),
        ("FREQ=MINUTELY;INTERVAL=60", true),
        ("FREQ=SECONDLY;INTERVAL=86400", true),
        ("FREQ=HOURLY;BYMINUTE=0,30", false),
        ("FREQ=HOURLY", true),
        ("FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,30", true),
        ("FREQ=DAILY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24", false),
        (&bomb, false),
    ] {
        let parsed = Rule::parse(rule).unwrap();
        let found = expand(&parsed, at("2026-01-01T00:00:00"), None, (at(window.0), at(window.1)));
        assert_eq!((found.is_cut, found.times.is_empty()), (!is_taken, !is_taken), "{rule}");
    }
}

fn list(low: u32, high: u32) -> String {
    (low..=high).map(|one| one.to_string()).collect::<Vec<_>>().join(",")
}

#[test]
fn an_event_is_read_field_by_field() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:a1\nDTSTAMP:20261101T000000Z\nDTSTART;TZID=Europe/Berlin:20261201T100000\n\
         DTEND;TZID=Europe/Berlin:20261201T113000\nSUMMARY:Demo\\, second\nLOCATION:Bonn\n\
         DESCRIPTION:line one\\nline two\nCATEGORIES:big,deal\nSTATUS:TENTATIVE\nURL:http://x.example\n\
         ATTENDEE;CN=\"Ann Lee\":mailto:Ann@X.example\nATTENDEE:BOB\n\
         BEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT",
    );
    let [visit] = at_hand(&reading) else { panic!("{reading:?}") };
    assert_eq!(
        (reading.noun, reading.layout, visit.external_id.as_str()),
        (Noun::Visit, Some("ics"), "ics:a1")
    );
    for (key, value) in [
        ("what", "Demo, second"),
        ("where", "Bonn"),
        ("when", "2026-12-01T17:00"),
        ("lasts", "90"),
        ("zone", "Europe/Berlin"),
        ("notes", "line one\nline two"),
        ("tags", "big,deal"),
    ] {
        assert_eq!(visit.get(key), Some(value), "{key}");
    }
    assert_eq!((visit.get("until"), visit.get("status")), (None, None));
    let who: Vec<_> = visit.links.iter().map(|link| (link.by, link.value.as_str(), &*link.label)).collect();
    assert_eq!(who, [(By::Mail, "ann@x.example", "Ann Lee <Ann@X.example>"), (By::Name, "BOB", "BOB")]);
    let extra = |label: &str| visit.extra.get(label).map(String::as_str);
    assert_eq!((extra("STATUS"), extra("URL")), (Some("TENTATIVE"), Some("http://x.example")));
    assert_eq!((extra("VALARM"), extra("DTSTAMP")), (Some("TRIGGER: -PT15M"), None));
}

fn days(proposals: &[Proposal]) -> Vec<String> {
    let one = |visit: &Proposal| {
        let (_, id) = visit.external_id.split_once(':').unwrap();
        let (when, until) = (visit.get("when").unwrap(), visit.get("until").unwrap_or("-"));
        format!("{id} {when} {until} {}", visit.get("what").unwrap_or("-"))
    };
    proposals.iter().map(one).collect()
}

#[test]
fn a_series_has_its_exceptions() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:s\nDTSTART;TZID=Asia/Shanghai:20261201T100000\nRRULE:FREQ=DAILY;COUNT=5\n\
         EXDATE:20261202T020000Z\nRDATE;TZID=Asia/Shanghai:20261220T100000\nSUMMARY:Daily\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20261203T020000Z\nDTSTART;TZID=Asia/Shanghai:20261203T150000\n\
         SUMMARY:Later\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=Asia/Shanghai:20261204T100000\nSTATUS:CANCELLED\nSUMMARY:Not\nEND:VEVENT",
    );
    assert_eq!(
        days(at_hand(&reading)),
        [
            "s/20261201T100000 2026-12-01T10:00 - Daily",
            "s/20261205T100000 2026-12-05T10:00 - Daily",
            "s/20261220T100000 2026-12-20T10:00 - Daily",
            "s/20261203T100000 2026-12-03T15:00 - Later",
            "s/20261204T100000 2026-12-04T10:00 - Not",
        ]
    );
    assert_eq!(at_hand(&reading)[4].get("status"), Some("cancelled"));
}

#[test]
fn an_exception_that_is_rejected_takes_no_later_times_with_it() {
    let zone = "TZID=Asia/Shanghai";
    let reading = calendar(&format!(
        "BEGIN:VEVENT\nUID:s\nDTSTART;{zone}:20261201T100000\nRRULE:FREQ=DAILY;COUNT=4\nSUMMARY:Daily\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE;{zone}:20261202T100000\n\
         DTSTART:garbage\nSUMMARY:Later\nEND:VEVENT",
    ));
    assert_eq!(
        days(at_hand(&reading)),
        [
            "s/20261201T100000 2026-12-01T10:00 - Daily",
            "s/20261203T100000 2026-12-03T10:00 - Daily",
            "s/20261204T100000 2026-12-04T10:00 - Daily",
        ]
    );
    assert_eq!(reading.rejected.len(), 1);
}

#[test]
fn an_exception_may_hold_for_all_later_times() {
    let zone = "TZID=Asia/Shanghai";
    let reading = calendar(&format!(
        "BEGIN:VEVENT\nUID:s\nDTSTART;{zone}:20261201T100000\nRRULE:FREQ=DAILY;COUNT=7\nSUMMARY:Daily\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE;{zone}:20261203T100000\n\
         DTSTART;{zone}:20261203T150000\nSUMMARY:Later\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;{zone}:20261204T100000\nDTSTART;{zone}:20261204T080000\nSUMMARY:Once\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;RANGE=thisandfuture;{zone}:20261206T100000\n\
         DTSTART;TZID=Europe/Berlin:20261207T090000\nSUMMARY:Last\nEND:VEVENT",
    ));
    assert_eq!(
        days(at_hand(&reading)),
        [
            "s/20261201T100000 2026-12-01T10:00 - Daily",
            "s/20261202T100000 2026-12-02T10:00 - Daily",
            "s/20261203T100000 2026-12-03T15:00 - Later",
            "s/20261205T100000 2026-12-05T15:00 - Later",
            "s/20261204T100000 2026-12-04T08:00 - Once",
            "s/20261206T100000 2026-12-07T16:00 - Last",
            "s/20261207T100000 2026-12-08T16:00 - Last",
        ]
    );
}

#[test]
fn whole_days_floating_times_and_summer_time_keep_their_clock() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204\nSUMMARY:Fair\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20261210\nSUMMARY:Day\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nDTSTART:20261201T220000\nDURATION:PT4H\nSUMMARY:Night\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:4\nDTSTART:20261201T220000\nDTEND:20261202T000000\nSUMMARY:Evening\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:5\nDTSTART;TZID=Europe/Berlin:20261024T100000\nRRULE:FREQ=DAILY;COUNT=2\nSUMMARY:Turn\nEND:VEVENT",
    );
    assert_eq!(
        days(at_hand(&reading)),
        [
            "1 2026-12-01 2026-12-03 Fair",
            "2 2026-12-10 - Day",
            "3 2026-12-01T22:00 2026-12-02 Night",
            "4 2026-12-01T22:00 - Evening",
            "5/20261024T100000 2026-10-24T16:00 - Turn",
            "5/20261025T100000 2026-10-25T17:00 - Turn",
        ]
    );
}

#[test]
fn what_is_broken_is_told_with_its_line_and_the_rest_is_taken() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:no start\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART:20261301\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nDTSTART:20261201\nRRULE:FREQ=NEVER\nWHAT IS THIS\nDTEND:20261130\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:4\nDTSTART;TZID=Nowhere/At All:20261201T100000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:5\nDTSTART:20001201\nEND:VEVENT\n\
         BEGIN:VJOURNAL\nSUMMARY:x\nEND:VJOURNAL\n\
         BEGIN:VEVENT\nUID:6\nDTSTART:20261201\nSEQUENCE:2\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:6\nDTSTART:20261202\nSEQUENCE:1\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:7\nDTSTART:20261201",
    );
    let rejected: Vec<_> = reading.rejected.iter().map(|row| (row.line, row.reason.code())).collect();
    assert_eq!(rejected, [(2, "no-start"), (8, "bad-date"), (33, "duplicate"), (38, "no-item-end")]);
    let kept: Vec<_> = reading.kept.iter().map(|row| (row.line, row.reason.code())).collect();
    assert_eq!(kept, [(14, "no-content-line"), (15, "ends-first"), (13, "bad-rule"), (19, "no-zone")]);
    assert_eq!(reading.skipped, [(21, Skip::OutsideWindow), (25, Skip::Foreign)]);
    assert_eq!(
        days(at_hand(&reading)),
        ["3/20261201 2026-12-01 - -", "4 2026-12-01T10:00 - -", "6 2026-12-01 - -"]
    );
}

#[test]
fn todos_stand_beside_the_visits_of_a_calendar() {
    let reading = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20261201\nEND:VEVENT\n\
         BEGIN:VTODO\nUID:t\nSUMMARY:Offer\nDUE:20261201T020000Z\nPRIORITY:2\nSTATUS:COMPLETED\n\
         COMPLETED:20261130T010000Z\nCATEGORIES:a,b\nEND:VTODO\nBEGIN:VTODO\nUID:u\nEND:VTODO",
    );
    let [visits, todos] = <[Reading; 2]>::try_from(reading.apart()).unwrap();
    assert_eq!((visits.noun, visits.read(), todos.noun, todos.read()), (Noun::Visit, 1, Noun::Todo, 2));
    let todo = &at_hand(&todos)[0];
    for (key, value) in [
        ("title", "Offer"),
        ("due", "2026-12-01T10:00"),
        ("priority", "high"),
        ("state", "done"),
        ("done_at", "2026-11-30T09:00"),
        ("tags", "a,b"),
    ] {
        assert_eq!(todo.get(key), Some(value), "{key}");
    }
    assert_eq!(todo.extra.get("PRIORITY").map(String::as_str), Some("2"));
    assert_eq!(todos.rejected[0].reason.code(), "no-name");
}

proptest::proptest! {
    #[test]
    fn any_calendar_is_read_and_the_same_way_twice(lines in proptest::collection::vec(
        proptest::sample::select(vec![
            "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTODO", "END:VTODO", "UID:a", "SUMMARY:x", "DTSTART:20261201T100000",
            "DTSTART;VALUE=DATE:99991231", "DTEND:00010101", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
            "RRULE:FREQ=YEARLY;INTERVAL=99999", "RDATE:20261202,x,20261203/PT1H", "EXDATE:20261201T100000",
            "RECURRENCE-ID:20261201T100000", "DURATION:P99999W", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:q",
            "BEGIN:STANDARD", "END:STANDARD", "TZOFFSETFROM:+9900", "TZOFFSETTO:+0100", "DTSTART;TZID=q:20261201T100000",
            " folded", "\u{0}", "junk", ":",
        ]), 0..40)) {
        let text = format!("BEGIN:VCALENDAR\n{}", lines.join("\n"));
        let read = || told(&read_bytes(text.as_bytes(), &options()));
        proptest::prop_assert_eq!(read(), read());
    }
}
