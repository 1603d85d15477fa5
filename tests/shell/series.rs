//! A series of somebody's calendar is followed: what it no longer has is taken out, but nothing that was worked on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::*;

/// A series as the other side has it.
#[derive(Clone)]
struct Series {
    sequence: u32,
    hour: u32,
    every: u64,
    count: u64,
    is_until: bool,
    out: BTreeSet<u64>,
    moved: BTreeMap<u64, u64>,
    called_off: BTreeSet<u64>,
    is_off: bool,
}

impl Series {
    fn new(every: u64, count: u64) -> Self {
        let (out, called_off) = (BTreeSet::new(), BTreeSet::new());
        Self {
            sequence: 0,
            hour: 10,
            every,
            count,
            is_until: false,
            out,
            moved: BTreeMap::new(),
            called_off,
            is_off: false,
        }
    }

    fn day(&self, at: u64) -> NaiveDate {
        let first: NaiveDate = "2026-12-01".parse().unwrap();
        first.checked_add_days(Days::new(at * self.every)).unwrap()
    }

    fn written(&self, at: u64) -> String {
        format!("{}T{:02}0000", self.day(at).format("%Y%m%d"), self.hour)
    }

    fn event(&self, start: &str, more: &str) -> String {
        format!(
            "BEGIN:VEVENT\r\nUID:s\r\nSEQUENCE:{}\r\nDTSTART:{start}\r\nSUMMARY:Weekly\r\n{more}END:VEVENT\r\n",
            self.sequence
        )
    }

    fn file(&self) -> String {
        let last = self.count - 1;
        let end = if self.is_until {
            format!("UNTIL={}", self.written(last))
        } else {
            format!("COUNT={}", self.count)
        };
        let out: Vec<String> =
            self.out.iter().map(|at| format!("EXDATE:{}\r\n", self.written(*at))).collect();
        let out = out.concat();
        let rule = format!("RRULE:FREQ=DAILY;INTERVAL={};{end}\r\n{out}", self.every);
        let mut events = self.event(&self.written(0), &rule);
        let is_there = |at: &u64| *at < self.count && !self.out.contains(at) && !self.is_off;
        for (at, hour) in self.moved.iter().filter(|(at, _)| is_there(at)) {
            let start = format!("{}T{hour:02}0000", self.day(*at).format("%Y%m%d"));
            events += &self.event(&start, &format!("RECURRENCE-ID:{}\r\n", self.written(*at)));
        }
        for at in self.called_off.iter().filter(|at| is_there(at) && !self.moved.contains_key(at)) {
            let more = format!("RECURRENCE-ID:{}\r\nSTATUS:CANCELLED\r\n", self.written(*at));
            events += &self.event(&self.written(*at), &more);
        }
        let method = if self.is_off { "METHOD:CANCEL\r\n" } else { "" };
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{method}{events}END:VCALENDAR\r\n")
    }

    /// When it takes place.
    fn times(&self) -> BTreeSet<String> {
        let all = (0..self.count).filter(|at| !self.is_off && !self.out.contains(at));
        let all = all.filter(|at| self.moved.contains_key(at) || !self.called_off.contains(at));
        all.map(|at| format!("{}T{:02}", self.day(at), self.moved.get(&at).unwrap_or(&u64::from(self.hour))))
            .collect()
    }
}

/// What the other side does to a series.
type Edit = fn(&mut Series);

fn take(home: &Home, text: &str) -> Json {
    std::fs::write(home.0.path().join("in.ics"), text).unwrap();
    home.json(&["import", "in.ics"])
}

/// Day and hour of each visit that is not called off.
fn held(home: &Home) -> BTreeSet<String> {
    let all = home.json(&["visit", "list"]);
    let on = all.as_array().unwrap().iter().filter(|one| one["status"] != "cancelled");
    on.map(|one| one["when"].as_str().unwrap()[..13].to_owned()).collect()
}

#[test]
fn what_a_newer_file_no_longer_has_is_taken_out_and_one_undo_brings_it_back() {
    let edits: [(&str, Edit, usize); 6] = [
        ("one day taken out", |s| flip(&mut s.out, 1), 1),
        ("fewer times", |s| s.count = 2, 3),
        ("an earlier end", |s| (s.is_until, s.count) = (true, 3), 2),
        ("a day moved", |s| s.moved.extend([(2, 15)]), 0),
        ("another hour", |s| s.hour = 11, 0),
        ("all of it called off", |s| s.is_off = true, 5),
    ];
    for (edit, change, ended) in edits {
        let home = Home::new();
        let first = Series::new(7, 5);
        take(&home, &first.file());
        assert_eq!(held(&home), first.times(), "{edit}");
        let mut next = first.clone();
        next.sequence = 1;
        change(&mut next);
        std::fs::write(home.0.path().join("in.ics"), next.file()).unwrap();
        let told = home.text(&["import", "in.ics", "--dry-run"]);
        assert_eq!(told.contains("removed here too"), ended > 0, "{edit}: {told}");
        assert_eq!(held(&home), first.times(), "{edit}");
        let report = take(&home, &next.file());
        assert_eq!(report["files"][0]["ended"].as_array().unwrap().len(), ended, "{edit}: {report}");
        assert_eq!(held(&home), next.times(), "{edit}");
        // The older file, which comes late, changes nothing; nor does the same again.
        for text in [first.file(), next.file()] {
            assert_eq!(take(&home, &text)["batch"], Json::Null, "{edit}: {text}");
        }
        home.text(&["undo"]);
        assert_eq!(held(&home), first.times(), "{edit}");
    }
}

#[test]
fn what_was_reported_or_changed_here_is_kept_and_told() {
    let home = Home::new();
    let mut series = Series::new(7, 5);
    take(&home, &series.file());
    for line in [
        "visit set 2 notes='wants references'",
        "visit debrief 3 result=achieved",
        "todo add title='send the offer' visit=4",
        "visit set 5 notes=x",
        "undo",
    ] {
        assert!(home.on("2026-11-23", line).status.success(), "{line}");
    }
    (series.sequence, series.count) = (1, 1);
    let report = take(&home, &series.file());
    let numbers = |key: &str| {
        let all = report["files"][0][key].as_array().unwrap().iter();
        all.map(|one| one["no"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((numbers("ended"), numbers("left")), (vec![5], vec![2, 3, 4]), "{report}");
    let told = home.text(&["import", "in.ics", "--lang", "zh"]);
    assert!(told.contains("予以保留：3 条"), "{told}");
}

#[test]
fn a_file_without_the_event_or_whose_rule_is_unknown_takes_nothing_out() {
    let home = Home::new();
    let series = Series::new(7, 3);
    take(&home, &series.file());
    let other = series.file().replace("UID:s", "UID:other").replace("20261201", "20271201");
    let unknown = series.file().replace("FREQ=DAILY", "FREQ=SOMETIMES");
    for text in ["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned(), other, unknown] {
        take(&home, &text);
        assert_eq!(held(&home), series.times(), "{text}");
    }
}

#[test]
fn a_visit_that_was_removed_by_hand_does_not_come_back() {
    let home = Home::new();
    let series = Series::new(7, 3);
    take(&home, &series.file());
    home.text(&["visit", "remove", "2"]);
    assert_eq!(take(&home, &series.file())["files"][0]["removed"], json!([2]));
    assert_eq!(held(&home).len(), 2);
}

#[test]
fn the_work_on_a_visit_stays_when_its_series_begins_at_another_hour() {
    let home = Home::new();
    let mut series = Series::new(7, 3);
    take(&home, &series.file());
    home.text(&["visit", "set", "2", "notes=wants references"]);
    (series.sequence, series.hour) = (1, 14);
    take(&home, &series.file());
    assert_eq!(held(&home), series.times());
    assert_eq!(home.json(&["visit", "show", "2"])["notes"], "wants references");
}

/// A small generator: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn edit(&mut self, series: &mut Series) {
        let at = self.below(series.count);
        match self.below(11) {
            0 => flip(&mut series.out, at),
            1 => flip(&mut series.called_off, at),
            2 => {
                series.moved.insert(at, 12 + self.below(8));
            }
            3 => {
                series.moved.remove(&at);
            }
            4 | 5 => series.count = 1 + self.below(9),
            6 => series.is_until = !series.is_until,
            7 => series.hour = 8 + u32::try_from(self.below(3)).unwrap(),
            8 => series.moved.clear(),
            9 => series.is_off = !series.is_off,
            _ => series.out.clear(),
        }
    }
}

fn flip(set: &mut BTreeSet<u64>, at: u64) {
    if !set.remove(&at) {
        set.insert(at);
    }
}

#[test]
fn after_any_edits_the_book_has_the_days_of_the_series() {
    for seed in 1..=12_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let home = Home::new();
        let mut series = Series::new(1 + dice.below(7), 2 + dice.below(7));
        let mut story = vec![series.file()];
        take(&home, &series.file());
        for _ in 0..9 {
            dice.edit(&mut series);
            series.sequence += 1;
            take(&home, &series.file());
            story.push(series.file());
            assert_eq!(held(&home), series.times(), "seed {seed}: {}", story.join("\n"));
            // An older file changes nothing, and the same one neither.
            let at = usize::try_from(dice.below(story.len() as u64)).unwrap();
            assert_eq!(
                take(&home, &story[at])["batch"],
                Json::Null,
                "seed {seed}: {at}: {}",
                story.join("\n")
            );
        }
    }
}

#[test]
fn a_calendar_for_the_telephone_says_who_where_and_what_for() {
    let home = Home::new();
    let mut series = Series::new(7, 2);
    take(&home, &series.file());
    let alt = "X-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML><html><head></head><body><p>Bring <b>A</b></p></body></html>\r\n";
    let single = |more: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one@x\r\nDTSTART:20261203T020000Z\r\nSEQUENCE:4\r\n\
             SUMMARY:Demo\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    take(&home, &single(alt));
    assert_eq!(home.json(&["visit", "show", "3"])["notes"], "Bring A");
    let other = Home::new();
    take(&other, &single(&format!("DESCRIPTION:In short\r\n{alt}")));
    let one = other.json(&["visit", "show", "1"]);
    assert_eq!((&one["notes"], &one["extra"]), (&json!("In short"), &json!({})));

    home.text(&["account", "add", "name=Acme"]);
    home.text(&["person", "add", "name=Ada Lund", "account=1", "email=ada@acme.example"]);
    home.text(&["visit", "set", "3", "account=1", "who=1", "where=Hall 4", "why=she names the date"]);
    let file = home.text(&["export", "visit", "--format", "ics"]);
    for wanted in [
        "UID:one@x\r\n",
        "SEQUENCE:4\r\n",
        "SUMMARY:Acme · Demo\r\n",
        "LOCATION:Hall 4\r\n",
        "DESCRIPTION:Why: she names the date\\nWho: Ada Lund\\n\\nBring A\r\n",
        "UID:s\r\nRECURRENCE-ID",
        "20261208T100000\r\n",
    ] {
        assert!(file.contains(wanted), "{wanted}: {file}");
    }
    assert_eq!(take(&home, &file)["batch"], Json::Null, "{file}");
    // What is written on the telephone comes in, without what stands before it.
    let told = file.replace("SUMMARY:Acme · Demo", "SUMMARY:Acme · Demo two").replace("Bring A", "Bring B");
    take(&home, &told);
    let visit = home.json(&["visit", "show", "3"]);
    assert_eq!((&visit["what"], &visit["notes"]), (&json!("Demo two"), &json!("Bring B")));
    // The other side's next version is followed as if nothing had been sent.
    (series.sequence, series.count) = (1, 1);
    assert_eq!(take(&home, &series.file())["files"][0]["ended"].as_array().unwrap().len(), 1);
}
