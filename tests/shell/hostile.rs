//! Files of strangers: nothing that a terminal obeys comes out again, and few bytes never become many.

use std::path::Path;

use serde_json::json;

use super::Home;

/// Signs that a terminal obeys or nobody sees, one of each kind.
const NASTY: &str = "x\u{1b}[31m\u{7}\u{7f}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}\u{ad}\u{2028}y";

fn is_obeyed(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
        || matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A file of each kind with the signs wherever a text may stand, known fields and others.
fn files() -> Vec<(&'static str, String)> {
    let text = NASTY;
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let quoted = units.concat();
    vec![
        ("deals.csv", format!("Deal Name,Stage,Amount,Odd{text}\n{text} deal,{text},1,{text}\n")),
        ("people.csv", format!("First Name,Last Name,Email,Odd{text}\n{text},Li,a@b.example,{text}\n")),
        ("accounts.csv", format!("Account Name,Industry,Odd{text}\n{text} account,{text},{text}\n")),
        (
            "tasks.json",
            format!(
                "[{{\"description\":\"{quoted}\",\"uuid\":\"296d835e-8f85-4224-8f36-c612cad1b9f8\",\"status\":\"pending\",\
                 \"odd{quoted}\":\"{quoted}\",\"deep\":[{{\"a{quoted}\":\"{quoted}\"}}],\"tags\":[\"{quoted}\"],\
                 \"annotations\":[{{\"entry\":\"20260101T000000Z\",\"description\":\"{quoted}\"}}]}}]"
            ),
        ),
        ("todo.txt", format!("(A) {text} @{text} +{text} odd:{text}\n")),
        (
            "visits.ics",
            format!(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{text}\r\nDTSTART:20261201T100000\r\nSUMMARY:{text}\r\n\
                 LOCATION:{text}\r\nDESCRIPTION:{text}\r\nATTENDEE;CN={text}:mailto:{text}\r\nX-ODD:{text}\r\n\
                 END:VEVENT\r\nBEGIN:VTODO\r\nUID:t\r\nSUMMARY:{text}\r\nX-ODD:{text}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
            ),
        ),
        (
            "cards.vcf",
            format!(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{text} card\r\nORG:{text}\r\nNOTE:{text}\r\nX-ODD:{text}\r\nEND:VCARD\r\n"
            ),
        ),
    ]
}

const OUTPUTS: &[&str] = &[
    "export account",
    "export person",
    "export opp",
    "export visit",
    "export todo",
    "export todo --raw",
    "export account --format json",
    "export opp --format json",
    "export todo --format json",
    "export visit --format json",
    "export person --format vcf",
    "export visit --format ics",
    "export todo --format ics",
    "export todo --format todotxt",
    "export todo --format taskwarrior",
    "account list",
    "person list",
    "opp list",
    "visit list",
    "todo list",
    "todo list --json",
    "account show 1",
    "person show 1",
    "opp show 1",
    "visit show 1",
    "todo show 1",
    "todo show 1 --json",
    "find y",
    "today",
    "week",
    "week --md",
    "log",
    "funnel",
];

#[track_caller]
fn shows_nothing_obeyed(home: &Home) {
    for line in OUTPUTS {
        let args: Vec<&str> = line.split(' ').collect();
        let output = home.qd(&args);
        for text in [&output.stdout, &output.stderr] {
            let text = String::from_utf8(text.clone()).unwrap();
            let found: Vec<char> = text.chars().filter(|sign| is_obeyed(*sign)).collect();
            assert!(found.is_empty(), "{line}: {found:?} in {text:?}");
        }
    }
}

#[test]
fn what_comes_in_hostile_goes_out_harmless() {
    let home = Home::new();
    for (name, text) in files() {
        std::fs::write(home.0.path().join(name), text).unwrap();
        let read = home.qd(&["import", name]);
        let told =
            String::from_utf8_lossy(&read.stdout).into_owned() + &String::from_utf8_lossy(&read.stderr);
        assert!(!told.chars().any(is_obeyed), "{name}: {told:?}");
    }
    for noun in ["account", "person", "opp", "visit", "todo"] {
        assert_ne!(home.json(&[noun, "list"]), json!([]), "{noun}: something came in");
    }
    shows_nothing_obeyed(&home);
}

#[test]
fn a_book_that_holds_hostile_text_already_shows_nothing_of_it() {
    let home = Home::new();
    home.text(&["account", "add", "name=x"]);
    home.text(&["person", "add", "name=x", "account=1"]);
    home.text(&["opp", "add", "title=x", "account=1"]);
    home.text(&["visit", "add", "account=1", "why=x", "when=2026-12-01 10:00"]);
    home.text(&["todo", "add", "title=x"]);
    let conn = rusqlite::Connection::open(home.book()).unwrap();
    let extra = serde_json::to_string(&json!({NASTY: NASTY, "odd": NASTY})).unwrap();
    for (table, text) in
        [("account", "name"), ("person", "name"), ("opp", "title"), ("visit", "why"), ("todo", "title")]
    {
        let sql = format!("UPDATE {table} SET {text} = ?1, notes = ?1, extra = ?2");
        conn.execute(&sql, [NASTY, &extra]).unwrap();
    }
    drop(conn);
    shows_nothing_obeyed(&home);
}

fn list(low: u32, high: u32) -> String {
    (low..=high).map(|one| one.to_string()).collect::<Vec<_>>().join(",")
}

#[test]
fn a_rule_of_few_bytes_brings_no_flood_of_visits() {
    let all = format!(
        "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={};BYHOUR={};BYMINUTE={};BYSECOND={}",
        list(1, 12),
        list(1, 31),
        list(0, 23),
        list(0, 59),
        list(0, 59)
    );
    for rule in [all.as_str(), "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY;BYMINUTE=0,15,30,45"]
    {
        let home = Home::new();
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:x\nDTSTART:20261201T100000\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        std::fs::write(home.0.path().join("a.ics"), text).unwrap();
        let mut limited = home.command("/bin/sh");
        let script = "ulimit -v 1500000; exec \"$0\" import a.ics --json";
        let output = limited.args(["-c", script, env!("CARGO_BIN_EXE_qd")]).output().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        assert_eq!(report["files"][0]["created"], 1, "{rule}: {output:?}");
        let told = home.text(&["import", "a.ics", "--lang", "en"]);
        assert!(told.contains("once an hour"), "{rule}: {told}");
        assert_eq!(home.json(&["visit", "list"]).as_array().map(Vec::len), Some(1), "{rule}");
    }
}

#[test]
fn a_text_longer_than_any_may_be_is_rejected_whatever_the_file() {
    let home = Home::new();
    let long = "x".repeat((1 << 20) + 1);
    let files = [
        (
            "a.json",
            format!(
                "[{{\"description\":\"{long}\",\"status\":\"pending\"}},{{\"description\":\"y\",\"status\":\"pending\"}}]"
            ),
        ),
        (
            "b.json",
            format!(
                "[{{\"description\":\"z\",\"status\":\"pending\",\"annotations\":[{{\"description\":\"{long}\"}}]}}]"
            ),
        ),
        ("todo.txt", format!("(A) {long}\n(B) w\n")),
    ];
    for (name, text) in files {
        std::fs::write(home.0.path().join(name), text).unwrap();
        let report = home.json(&["import", Path::new(name).to_str().unwrap()]);
        assert_eq!(report["files"][0]["rejected"].as_array().map(Vec::len), Some(1), "{name}");
    }
    assert_eq!(home.json(&["todo", "list"]).as_array().map(Vec::len), Some(2));
}

/// What `import` says of a file while it may take this many kilobytes.
fn import_within(home: &Home, file: &str, kilobytes: u32) -> serde_json::Value {
    let script = format!("ulimit -v {kilobytes}; exec \"$0\" import {file} --as opp --json");
    let output = home.command("/bin/sh").args(["-c", &script, env!("CARGO_BIN_EXE_qd")]).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    let error = told.lines().last().and_then(|line| serde_json::from_str(line).ok());
    let error: serde_json::Value = error.unwrap_or_else(|| panic!("{file}: {output:?}"));
    error["error"]["message"].clone()
}

#[test]
fn a_table_of_nothing_but_commas_takes_no_room() {
    let home = Home::new();
    std::fs::write(home.0.path().join("commas.csv"), vec![b','; 24 << 20]).unwrap();
    let told = import_within(&home, "commas.csv", 400_000);
    assert!(told.as_str().is_some_and(|told| told.contains("more than 1000 columns")), "{told}");
}

#[cfg(feature = "excel")]
#[test]
fn a_workbook_of_few_bytes_takes_no_room() {
    use std::io::Write;
    let home = Home::new();
    let file = std::fs::File::create(home.0.path().join("texts.xlsx")).unwrap();
    let mut book = zip::ZipWriter::new(file);
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>".to_owned();
    // The names of its parts, which look like a host's.
    let named = |path: &str| format!("http://{}/{path}", ["schemas", "openxmlformats", "org"].join("."));
    let main = named("spreadsheetml/2006/main");
    let office = named("officeDocument/2006/relationships");
    let package = named("package/2006/relationships");
    for (name, text) in [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ] {
        book.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        book.write_all(text.as_bytes()).unwrap();
    }
    book.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    book.write_all(format!("<sst xmlns=\"{main}\">").as_bytes()).unwrap();
    let block = "<si><t>a</t></si>".repeat(1 << 14);
    for _ in 0..600 {
        book.write_all(block.as_bytes()).unwrap();
    }
    book.write_all(b"</sst>").unwrap();
    book.finish().unwrap();
    let told = import_within(&home, "texts.xlsx", 400_000);
    assert!(told.as_str().is_some_and(|told| told.contains("the limit is 128 MB")), "{told}");
}
