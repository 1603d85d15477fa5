//! What repeats comes in as a rule, goes on as one, and goes out as one.

use super::*;

fn take(home: &Home, name: &str, text: &str) -> Json {
    std::fs::write(home.0.path().join(name), text).unwrap();
    home.json(&["import", name])
}

fn open(home: &Home) -> Vec<(String, String)> {
    let all = home.json(&["todo", "list"]);
    let text = |one: &Json, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let all = all.as_array().unwrap().iter().filter(|one| one["state"] == "open");
    all.map(|one| (text(one, "due"), text(one, "recur"))).collect()
}

#[test]
fn rules_of_other_programs_go_on_here() {
    for (name, text, due, rule, next) in [
        (
            "todo.txt",
            "(A) 2026-11-01 Rent t:2026-11-27 due:2026-11-30 rec:+1m\n",
            "2026-11-30",
            "every month",
            "2026-12-30",
        ),
        (
            "todo.txt",
            "2026-11-01 Call due:2026-11-20 rec:2w @norval\n",
            "2026-11-20",
            "after 2 weeks",
            "2026-12-07",
        ),
        ("todo.txt", "(B) Read rec:+1b\n", "2026-11-23", "every working day", "2026-11-24"),
        (
            "in.json",
            r#"[{"uuid":"a0000000-0000-4000-8000-000000000003","description":"r","status":"recurring","recur":"weekly","due":"20261105T160000Z"},
               {"uuid":"a0000000-0000-4000-8000-000000000004","description":"r","status":"pending","parent":"a0000000-0000-4000-8000-000000000003","recur":"weekly","due":"20261126T160000Z"}]"#,
            "2026-11-27",
            "every week",
            "2026-12-04",
        ),
        (
            "in.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:Report\r\nDUE;VALUE=DATE:20261127\r\n\
             RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            "2026-11-27",
            "every month on last fri",
            "2026-12-25",
        ),
        (
            "in.csv",
            "TYPE,CONTENT,PRIORITY,DATE\ntask,Sweep,1,every friday\n",
            "2026-11-27",
            "every week on fri",
            "2026-12-04",
        ),
    ] {
        let home = Home::new();
        take(&home, name, text);
        assert_eq!(open(&home), [(due.to_owned(), rule.to_owned())], "{text}");
        home.text(&["todo", "done", "1"]);
        assert_eq!(open(&home), [(next.to_owned(), rule.to_owned())], "{text}");
    }
}

#[test]
fn a_counted_rule_ends_with_its_last_day() {
    let home = Home::new();
    let calendar = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:Rate\r\nDUE;VALUE=DATE:20261123\r\n\
        RRULE:FREQ=WEEKLY;COUNT=2\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    take(&home, "in.ics", calendar);
    home.text(&["todo", "done", "1"]);
    assert_eq!(open(&home)[0].0, "2026-11-30");
    home.text(&["todo", "done", "2"]);
    assert!(open(&home).is_empty(), "{:?}", open(&home));
}

#[test]
fn rules_go_out_and_come_back_to_what_they_were() {
    for (rule, rrule, rec, recur) in [
        ("monthly", "FREQ=MONTHLY", "rec:+1m", "monthly"),
        ("每周五", "FREQ=WEEKLY;BYDAY=FR", "rec:+1w", "weekly"),
        ("every 2 weeks on mon, thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "rec:+2w", "2weeks"),
        ("after 10 days", "FREQ=DAILY;INTERVAL=10", "rec:10d", "10days"),
        ("每个工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "rec:+1b", "weekdays"),
        ("every friday until 2027-03-31", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270331", "rec:+1w", "weekly"),
    ] {
        let home = Home::new();
        home.text(&["todo", "add", "title=Rent", "due=2026-12-04", &format!("recur={rule}")]);
        let kept = home.json(&["todo", "show", "1"])["recur"].clone();
        for (format, file, wanted) in [
            ("ics", "out.ics", format!("RRULE:{rrule}\r\n")),
            ("todotxt", "out.txt", format!(" {rec} ")),
            ("taskwarrior", "out.json", format!("\"recur\":\"{recur}\"")),
        ] {
            let text = home.text(&["export", "todo", "--format", format]);
            assert!(text.contains(&wanted), "{rule}: {text}");
            let same = take(&home, file, &text);
            assert_eq!(same["files"][0]["unchanged"], 1, "{rule} {format}: {same} {text}");
            let away = Home::new();
            take(&away, file, &text);
            assert_eq!(away.json(&["todo", "show", "1"])["recur"], kept, "{rule} {format}");
        }
    }
}

#[test]
fn a_working_day_is_none_of_the_holidays_and_what_recurs_has_a_first_day() {
    let home = Home::new();
    let on = |day: &str, args: &[&str]| {
        let mut command = home.command(env!("CARGO_BIN_EXE_qd"));
        let now = format!("{day}T10:00:00+08:00");
        let output = command.env("QD_NOW", now).env("QD_LANG", "zh").args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    on("2026-09-30", &["todo", "add", "title=日报", "recur=每个工作日"]);
    assert_eq!(open(&home)[0].0, "2026-09-30");
    on("2026-09-30", &["todo", "done", "1"]);
    assert_eq!(open(&home)[0].0, "2026-10-08");
    on("2026-10-09", &["todo", "done", "2"]);
    // A Saturday that is worked for the holidays.
    assert_eq!(open(&home)[0].0, "2026-10-10");
    let told = home.text(&["todo", "list", "--lang", "zh"]);
    assert!(told.contains("每个工作日（跳过节假日）") && !told.contains("every"), "{told}");
    // What people read of the two is not the same.
    home.text(&["todo", "add", "title=Mail", "recur=every weekday"]);
    for (lang, words) in [("en", "every weekday (Mon–Fri)"), ("zh", "每周一至周五")] {
        assert!(home.text(&["todo", "list", "--lang", lang]).contains(words), "{lang}");
    }
}

fn visits(home: &Home) -> Vec<String> {
    let all = home.json(&["visit", "list"]);
    let text = |one: &Json, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let all = all.as_array().unwrap().iter();
    all.map(|one| format!("{} {} {}", text(one, "when"), text(one, "status"), text(one, "recur"))).collect()
}

#[test]
fn a_visit_that_recurs_goes_on_when_it_was_held_or_called_off() {
    for line in [
        "add 'visit acme every tuesday 10:00'",
        "visit add account=acme when='2026-11-24 10:00' recur='每周二'",
    ] {
        let home = Home::new();
        home.text(&["account", "add", "name=Acme"]);
        assert!(home.on("2026-11-23", line).status.success(), "{line}");
        let first = "2026-11-24T10:00:00+08:00 planned every week on tue";
        assert_eq!(visits(&home), [first], "{line}");
        let output = home.on("2026-11-24", "visit debrief 1 result=achieved why=x");
        assert!(!output.status.success());
        let told = home.on("2026-11-24", "visit debrief 1 result=achieved notes=good");
        assert!(String::from_utf8_lossy(&told.stdout).contains("next: 2026-12-01"), "{told:?}");
        let told = home.on("2026-11-24", "visit cancel 2");
        assert!(String::from_utf8_lossy(&told.stdout).contains("next: 2026-12-08"), "{told:?}");
        let held = [
            "2026-11-24T10:00:00+08:00 done every week on tue",
            "2026-12-01T10:00:00+08:00 cancelled every week on tue",
            "2026-12-08T10:00:00+08:00 planned every week on tue",
        ];
        assert_eq!(visits(&home), held, "{line}");
        // One undo takes the report and what followed back.
        home.text(&["undo"]);
        assert_eq!(visits(&home).len(), 2, "{line}");
        home.text(&["visit", "set", "2", "recur="]);
        home.text(&["visit", "cancel", "2"]);
        assert_eq!(visits(&home).len(), 2, "{line}");
    }
}

#[test]
fn a_visit_that_recurs_goes_out_as_a_rule_and_comes_back_as_one() {
    for rule in [
        "every 2 weeks on tue",
        "every working day",
        "every month on last fri",
        "every week until 2027-03-31",
    ] {
        let home = Home::new();
        home.text(&["visit", "add", "when=2026-11-24 10:00", "what=Review", &format!("recur={rule}")]);
        home.text(&["visit", "debrief", "1", "result=achieved"]);
        let file = home.text(&["export", "visit", "--format", "ics"]);
        // What is over no longer recurs on the telephone.
        assert_eq!(file.matches("\r\nRRULE:FREQ=").count(), 1, "{file}");
        assert_eq!(take(&home, "same.ics", &file)["batch"], Json::Null, "{rule}");
        let away = Home::new();
        take(&away, "out.ics", &file);
        assert_eq!(visits(&away), visits(&home), "{rule}");
        away.text(&["visit", "debrief", "2", "result=achieved"]);
        assert_eq!(visits(&away).len(), 3, "{rule}");
    }
}

#[test]
fn the_working_days_are_those_of_the_place() {
    for (lang, zone, setting, next) in [
        ("en", "Europe/London", "", "2026-10-01"),
        ("en", "Europe/London", "working_days = \"china\"", "2026-10-08"),
        ("en", "Asia/Shanghai", "", "2026-10-08"),
        ("zh", "Europe/London", "", "2026-10-08"),
        ("zh", "Asia/Shanghai", "working_days = \"weekdays\"", "2026-10-01"),
    ] {
        let home = Home::new();
        let folder = home.0.path().join(".config/quarterdeck");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), setting).unwrap();
        let say = |line: &[&str]| {
            let mut command = home.command(env!("CARGO_BIN_EXE_qd"));
            command.env("QD_NOW", "2026-09-30T10:00:00+08:00").env("QD_LANG", lang).env("TZ", zone);
            let output = command.args(line).output().unwrap();
            assert!(output.status.success(), "{line:?}: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        say(&["todo", "add", "title=Report", "recur=every working day"]);
        let told = say(&["todo", "done", "1"]);
        assert!(told.contains(next), "{lang} {zone} {setting}: {told}");
    }
}

#[test]
fn a_year_whose_holidays_nobody_told_is_said() {
    let home = Home::new();
    home.text(&["account", "add", "name=A", "tier=A"]);
    for (lang, day, is_said) in
        [("zh", "2026-11-23", true), ("zh", "2026-08-23", false), ("en", "2026-11-23", false)]
    {
        let mut command = home.command(env!("CARGO_BIN_EXE_qd"));
        command
            .env("QD_NOW", format!("{day}T10:00:00+08:00"))
            .env("QD_LANG", lang)
            .env("TZ", "Europe/London");
        let output = command.arg("doctor").output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).contains("2027"), is_said, "{lang} {day}");
    }
    let told = home.text(&["report", "call-plan", "--month", "2027-01", "--lang", "zh"]);
    assert!(told.contains("2027年放假安排尚未收录"), "{told}");
}
