//! One clock: what is shown, taken in and given out goes by the same zone, whatever the machine's is. These run over
//! the real clock, with `TZ` as people and servers set it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::*;

/// In winter and in summer, ten o'clock in Greenwich.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//any//any//EN\r\n\
    BEGIN:VEVENT\r\nUID:w\r\nDTSTART:20270115T100000Z\r\nDTEND:20270115T110000Z\r\nSUMMARY:w\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:s\r\nDTSTART;TZID=Europe/London:20270715T110000\r\nSUMMARY:s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const TASKS: &str = r#"[{"uuid":"a0000000-0000-4000-8000-000000000001","description":"t","status":"pending","due":"20270715T100000Z"}]"#;

/// The program in a zone, by the real clock.
fn at(home: &Home, zone: &str, args: &[&str]) -> String {
    let mut command = home.command(env!("CARGO_BIN_EXE_qd"));
    let output = command.env_remove("QD_NOW").env("TZ", zone).args(args).output().unwrap();
    assert!(output.status.success(), "{zone} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn listed(home: &Home, zone: &str, noun: &str, key: &str) -> Vec<String> {
    let all: Json = serde_json::from_str(&at(home, zone, &[noun, "list", "--json"])).unwrap();
    all.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap_or_default().to_owned()).collect()
}

fn taken(home: &Home, zone: &str) {
    std::fs::write(home.0.path().join("in.ics"), CALENDAR).unwrap();
    std::fs::write(home.0.path().join("in.json"), TASKS).unwrap();
    at(home, zone, &["import", "in.ics", "in.json", "--window", "2026-01-01..2028-01-01"]);
}

/// The moments at which the events of a calendar begin.
fn starts(calendar: &str) -> Vec<DateTime<Utc>> {
    let lines = calendar.split("BEGIN:VEVENT").skip(1).filter_map(|event| event.split("DTSTART").nth(1));
    let moment = |line: &str| {
        let (zone, time) = line.lines().next().unwrap().split_once(':').unwrap();
        let at = NaiveDateTime::parse_from_str(time.trim_end_matches('Z'), "%Y%m%dT%H%M%S").unwrap();
        if let Some(zone) = zone.strip_prefix(";TZID=") {
            return zone.parse::<chrono_tz::Tz>().unwrap().from_local_datetime(&at).unwrap().to_utc();
        }
        assert!(time.ends_with('Z'), "{line} is nobody's time");
        at.and_utc()
    };
    lines.map(moment).collect()
}

const ZONES: [(&str, &str, &str); 9] = [
    ("Asia/Shanghai", "2027-01-15T18:00:00+08:00", "2027-07-15T18:00:00+08:00"),
    (":Asia/Shanghai", "2027-01-15T18:00:00+08:00", "2027-07-15T18:00:00+08:00"),
    ("/usr/share/zoneinfo/Asia/Shanghai", "2027-01-15T18:00:00+08:00", "2027-07-15T18:00:00+08:00"),
    ("CST-8", "2027-01-15T18:00:00+08:00", "2027-07-15T18:00:00+08:00"),
    ("Asia/Kathmandu", "2027-01-15T15:45:00+05:45", "2027-07-15T15:45:00+05:45"),
    ("America/New_York", "2027-01-15T05:00:00-05:00", "2027-07-15T06:00:00-04:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2027-01-15T11:00:00+01:00", "2027-07-15T12:00:00+02:00"),
    ("UTC0", "2027-01-15T10:00:00+00:00", "2027-07-15T10:00:00+00:00"),
    ("", "2027-01-15T10:00:00+00:00", "2027-07-15T10:00:00+00:00"),
];

#[test]
fn a_moment_comes_in_and_goes_out_by_the_zone_of_the_surroundings() {
    for (zone, winter, summer) in ZONES {
        let home = Home::new();
        taken(&home, zone);
        assert_eq!(listed(&home, zone, "visit", "when"), [winter, summer], "{zone}");
        assert_eq!(listed(&home, zone, "todo", "due"), [summer], "{zone}");
        let calendar = at(&home, zone, &["export", "visit", "--format", "ics"]);
        let ten = |month| Utc.with_ymd_and_hms(2027, month, 15, 10, 0, 0).unwrap();
        assert_eq!(starts(&calendar), [ten(1), ten(7)], "{zone}");
        let tasks = at(&home, zone, &["export", "todo", "--format", "taskwarrior"]);
        assert!(tasks.contains("\"due\":\"20270715T100000Z\""), "{zone}: {tasks}");
    }
}

#[test]
fn what_was_taken_in_keeps_its_moment_in_another_zone_and_on_another_desk() {
    let home = Home::new();
    taken(&home, "Asia/Shanghai");
    // What is typed here is an hour on the wall and stays one.
    at(&home, "Asia/Shanghai", &["todo", "add", "title=typed", "due=2027-03-01 09:00"]);
    for (zone, winter, summer) in ZONES {
        assert_eq!(listed(&home, zone, "visit", "when"), [winter, summer], "{zone}");
        assert_eq!(listed(&home, zone, "todo", "due")[0], summer, "{zone}");
        assert!(listed(&home, zone, "todo", "due")[1].starts_with("2027-03-01T09:00"), "{zone}");
        // The file says nothing new, whatever the clock shows.
        let again = at(&home, zone, &["import", "in.ics", "--window", "2026-01-01..2028-01-01", "--json"]);
        let again: Json = serde_json::from_str(&again).unwrap();
        assert_eq!(again["files"][0]["unchanged"], 2, "{zone}: {again}");
        let (away, file) = (Home::new(), at(&home, zone, &["export", "visit", "--format", "ics"]));
        std::fs::write(away.0.path().join("from.ics"), file).unwrap();
        at(&away, "Asia/Kolkata", &["import", "from.ics", "--window", "2026-01-01..2028-01-01"]);
        let there = ["2027-01-15T15:30:00+05:30", "2027-07-15T15:30:00+05:30"];
        assert_eq!(listed(&away, "Asia/Kolkata", "visit", "when"), there, "from {zone}");
    }
}

#[test]
fn a_moment_that_is_moved_here_is_ours_and_undone_it_is_the_worlds_again() {
    let home = Home::new();
    taken(&home, "Asia/Shanghai");
    at(&home, "Asia/Shanghai", &["visit", "set", "1", "when=2027-01-16 09:00"]);
    assert!(listed(&home, "America/New_York", "visit", "when")[0].starts_with("2027-01-16T09:00:00-05"));
    // The file says what it said last time: what was moved stays moved.
    taken(&home, "America/New_York");
    assert!(listed(&home, "America/New_York", "visit", "when")[0].starts_with("2027-01-16T09:00:00-05"));
    at(&home, "America/New_York", &["undo"]);
    assert_eq!(listed(&home, "America/New_York", "visit", "when")[0], "2027-01-15T05:00:00-05:00");
}

#[test]
fn the_day_is_that_of_the_zone() {
    // These two are twenty-six hours apart: it is never the same day in both.
    let day = |zone: &str| {
        let home = Home::new();
        at(&home, zone, &["todo", "add", "title=x", "due=today"]);
        listed(&home, zone, "todo", "due")[0].parse::<NaiveDate>().unwrap()
    };
    let (early, late) = (day("Pacific/Kiritimati"), day("Etc/GMT+12"));
    assert!(early > late, "{early} {late}");
    // A set zone is before that of the surroundings.
    let home = Home::new();
    let folder = home.0.path().join(".config/quarterdeck");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "zone = \"Pacific/Kiritimati\"\n").unwrap();
    at(&home, "Etc/GMT+12", &["todo", "add", "title=x", "due=today"]);
    assert!(listed(&home, "Etc/GMT+12", "todo", "due")[0].parse::<NaiveDate>().unwrap() > late);
}

#[test]
fn a_zone_that_nobody_knows_is_told() {
    let home = Home::new();
    let mut command = home.command(env!("CARGO_BIN_EXE_qd"));
    let output = command.env_remove("QD_NOW").env("TZ", "Nowhere/Land").arg("today").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("Nowhere/Land") && output.status.success());
    for (lang, part) in [("en", "that of QD_NOW"), ("zh", "QD_NOW 的时区")] {
        let mut fixed = home.command(env!("CARGO_BIN_EXE_qd"));
        let output = fixed.env("TZ", "Nowhere/Land").args(["today", "--lang", lang]).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("Nowhere/Land") && told.contains(part) && output.status.success(), "{told}");
    }
    std::fs::create_dir_all(home.0.path().join(".config/quarterdeck")).unwrap();
    std::fs::write(home.0.path().join(".config/quarterdeck/config.toml"), "zone = \"Nowhere\"\n").unwrap();
    let output = home.qd(&["today"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.contains("config.toml:1") && told.contains("Nowhere"), "{told}");
}

#[test]
fn a_close_date_that_is_a_moment_of_utc_is_the_day_here() {
    for (zone, first, last) in [
        ("America/Phoenix", "2027-03-31", "2027-04-01"),
        ("Asia/Shanghai", "2027-04-01", "2027-04-02"),
        ("UTC0", "2027-04-01", "2027-04-01"),
    ] {
        let home = Home::new();
        let table = "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date\n\
            1,A,Norval,Proposal,10,2027-04-01T01:09:44.000Z\n2,B,Norval,Proposal,10,2027-04-01 19:00:00 UTC\n\
            3,C,Norval,Proposal,10,2027-04-01T00:00:00Z\n";
        std::fs::write(home.0.path().join("deals.csv"), table).unwrap();
        at(&home, zone, &["import", "deals.csv"]);
        let mut days = listed(&home, zone, "opp", "close_on");
        days.sort();
        // Midnight of UTC is how other systems write a day.
        let mut wanted = vec![first, last, "2027-04-01"];
        wanted.sort_unstable();
        assert_eq!(days, wanted, "{zone}");
    }
}
