//! The program as a process: cleared environment, own home, fixed clock.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod birthdays;
mod clock;
mod deal;
mod filter;
mod hostile;
mod hurry;
mod import;
mod kinds;
mod names;
mod past;
mod plan;
mod qualified;
mod repeat;
mod review;
mod series;
mod silent;
mod still;
mod sure;
mod timeline;
mod today;
mod totals;
mod typed_once;
mod upgrade;
mod versions;
mod visit;
mod whole;

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn book(&self) -> PathBuf {
        self.0.path().join(".local/share/quarterdeck/book.db")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("HOME", self.0.path()).env("USER", "zp");
        command.env("QD_NOW", "2026-11-23T09:00:00+08:00").current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    fn qd(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_qd")).args(args).output().unwrap()
    }

    /// A line of the shell on another day, at nine.
    fn on(&self, day: &str, line: &str) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_qd"));
        command.env("QD_NOW", format!("{day}T09:00:00+08:00"));
        command.args(shlex::split(line).unwrap()).output().unwrap()
    }

    fn text(&self, args: &[&str]) -> String {
        let output = self.qd(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Json {
        let text = self.text(&[args, &["--json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{args:?}: {error}: {text}"))
    }

    /// Exit status and the error object of a line that goes wrong.
    fn trouble(&self, args: &[&str]) -> (i32, Json) {
        let output = self.qd(&[args, &["--json"]].concat());
        let told = String::from_utf8_lossy(&output.stderr);
        let error: Json =
            serde_json::from_str(&told).unwrap_or_else(|error| panic!("{args:?}: {error}: {told}"));
        (output.status.code().unwrap(), error["error"].clone())
    }

    /// A home with an account and a deal of 1,200,000 yuan.
    fn with_deal() -> Self {
        let home = Self::new();
        home.text(&["account", "add", "name=上海冷链物流", "tier=A"]);
        let money = ["amount=120万", "currency=CNY", "close_on=月底"];
        home.text(&[&["opp", "add", "title=冷链三期", "account=shll"][..], &money].concat());
        home
    }
}

fn mode(path: &std::path::Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_first_run_makes_a_private_book_and_says_where() {
    let home = Home::new();
    let script = "umask 000; exec \"$0\" opp list";
    let output = home.command("/bin/sh").args(["-c", script, env!("CARGO_BIN_EXE_qd")]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(home.book().to_str().unwrap()), "{told}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("qd opp add title=…"));
    assert_eq!((mode(&home.book()), mode(home.book().parent().unwrap())), (0o600, 0o700));
    assert_eq!(home.qd(&["opp", "list"]).stderr, b"");
}

#[test]
fn each_kind_of_trouble_has_its_status_and_its_object() {
    let home = Home::with_deal();
    home.text(&["account", "add", "name=上海冷链运输"]);
    for (args, status, kind) in [
        (vec!["opp", "advance", "1"], 1, "refused"),
        (vec!["opp", "show", "99"], 1, "mistake"),
        (vec!["account", "show", "shll"], 1, "mistake"),
        (vec!["funnel", "--as-of", "tomorrow"], 1, "mistake"),
        (vec!["opp", "shwo", "1"], 2, "usage"),
        (vec![], 2, "usage"),
        (vec!["--book", "/", "opp", "list"], 3, "fault"),
    ] {
        let (code, error) = home.trouble(&args);
        assert_eq!((code, error["kind"].as_str()), (status, Some(kind)), "{args:?}: {error}");
        assert!(error["message"].is_string() && error.get("hint").is_some(), "{error}");
    }
    let (_, error) = home.trouble(&["account", "show", "shll"]);
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("1 上海冷链物流") && hint.contains("2 上海冷链运输"), "{hint}");
    let mut late = home.command(env!("CARGO_BIN_EXE_qd"));
    assert_eq!(late.env("QD_NOW", "soon").args(["opp", "list"]).output().unwrap().status.code(), Some(2));
}

#[test]
fn a_file_that_is_no_sound_book_is_refused_and_left_alone() {
    let home = Home::with_deal();
    let folder = home.0.path();
    let newer = folder.join("newer.db");
    std::fs::copy(home.book(), &newer).unwrap();
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    std::fs::write(folder.join("empty.db"), b"").unwrap();
    std::fs::write(folder.join("text.db"), "no book, but long enough to have a header ".repeat(40)).unwrap();
    std::fs::write(folder.join("cut.db"), &std::fs::read(home.book()).unwrap()[..5000]).unwrap();
    for name in ["newer.db", "empty.db", "text.db", "cut.db"] {
        let path = folder.join(name);
        let before = std::fs::read(&path).unwrap();
        let (code, error) = home.trouble(&["opp", "list", "--book", path.to_str().unwrap()]);
        assert_eq!((code, error["kind"].as_str()), (3, Some("fault")), "{name}: {error}");
        assert_eq!(std::fs::read(&path).unwrap(), before, "{name}");
    }
}

#[test]
fn whoever_stops_reading_hears_nothing_more() {
    let home = Home::with_deal();
    let script = "\"$0\" opp list --json; \"$0\" man | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}";
    let output = home.command("/bin/bash").args(["-c", script, env!("CARGO_BIN_EXE_qd")]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("]\n0\n"));
    assert_eq!(output.stderr, b"");
}

#[test]
fn no_escape_reaches_a_pipe_in_either_language() {
    let home = Home::with_deal();
    home.text(&["opp", "set", "1", "next_step=\u{1b}]0;x\u{7}call\u{202e}"]);
    let lines = ["opp list", "opp show 1", "funnel", "log", "opp list --json"];
    for (line, lang) in lines.iter().flat_map(|line| [(line, "en"), (line, "zh")]) {
        let args: Vec<&str> = line.split(' ').chain(["--lang", lang]).collect();
        let text = home.text(&args);
        let is_obeyed = |sign: char| (sign.is_control() && sign != '\n') || sign == '\u{202e}';
        assert!(!text.contains(is_obeyed), "{text:?}");
    }
    let zh = home.text(&["opp", "list", "--lang", "zh"]);
    assert!(zh.contains("潜在商机") && zh.contains("CNY 120万") && zh.contains("共1条"), "{zh}");
    let mut forced = home.command(env!("CARGO_BIN_EXE_qd"));
    assert!(forced.env("CLICOLOR_FORCE", "1").arg("funnel").output().unwrap().stdout.contains(&0x1b));
}

#[test]
fn undo_and_redo_work_over_restarts_and_the_log_tells_of_them() {
    let home = Home::with_deal();
    home.json(&["opp", "set", "1", "amount=1.5M"]);
    let undone = &home.json(&["undo"])["undone"];
    assert_eq!((&undone["records"][0]["no"], &undone["skipped"]), (&json!(1), &json!([])));
    assert_eq!(home.json(&["opp", "show", "1"])["amount"], 1_200_000);
    home.json(&["redo"]);
    assert_eq!(home.json(&["opp", "show", "1"])["amount"], 1_500_000);
    assert_eq!(home.json(&["redo"])["undone"], Json::Null);
    let log = home.json(&["log", "1"]);
    assert_eq!((&log[0]["origin"], &log[0]["field"]), (&json!("redo"), &json!("amount")));
    assert_eq!((&log[0]["old"], &log[0]["new"]), (&json!(1_200_000), &json!(1_500_000)));
    assert!(home.text(&["log", "1"]).contains("Amount: CNY 1,200,000 → CNY 1,500,000"));
}

#[test]
fn an_export_runs_nothing_in_a_spreadsheet_unless_asked() {
    let home = Home::with_deal();
    home.text(&["account", "add", "name==cmd|' /C calc'!A0"]);
    let guarded = home.text(&["export", "account"]);
    assert!(guarded.starts_with("no,id,name,") && guarded.contains(",'=cmd|"), "{guarded}");
    assert!(home.text(&["export", "account", "--raw"]).contains(",=cmd|"));
    let all = home.json(&["export", "account", "--format", "json"]);
    assert_eq!(all.as_array().map(Vec::len), Some(2));
}

#[test]
fn people_go_out_as_cards_and_come_in_again() {
    let home = Home::with_deal();
    home.text(&["person", "add", "name=张平", "account=shll", "mobile=13900000001", "notes=a; b, c"]);
    home.text(&["person", "add", "name=Jo Li", "account=shll", "reports_to=张平", "email=jo@li.example"]);
    let cards = home.text(&["export", "person", "--format", "vcf"]);
    assert!(cards.contains("FN:张平\r\nN:张;平;;;\r\nORG:上海冷链物流\r\n"), "{cards}");
    assert!(cards.contains("NOTE:a\\; b\\, c\r\n") && cards.contains("X-MANAGER:张平\r\n"), "{cards}");
    std::fs::write(home.0.path().join("all.vcf"), &cards).unwrap();
    let report = &home.json(&["import", "all.vcf"])["files"][0];
    assert_eq!((&report["created"], &report["unchanged"]), (&json!(0), &json!(2)));
    let same = "BEGIN:VCARD\nFN:张平\nTEL;CELL:+86 139 0000 0001\nEND:VCARD\nBEGIN:VCARD\nFN:x\n";
    std::fs::write(home.0.path().join("one.vcf"), same).unwrap();
    let report = &home.json(&["import", "one.vcf", "--dry-run"])["files"][0];
    let likely = json!([{"line": 1, "name": "张平", "no": 1, "known": "张平"}]);
    assert_eq!((&report["likely"], &report["created"]), (&likely, &json!(1)));
    assert_eq!(report["rejected"][0]["line"], 5);
    let told = home.text(&["import", "one.vcf", "--rejects", "bad.vcf", "--lang", "zh"]);
    assert!(told.contains("张平 可能与联系人 1 张平 为同一人") && told.contains("第5行"), "{told}");
    let bad = std::fs::read_to_string(home.0.path().join("bad.vcf")).unwrap();
    assert_eq!(bad, "BEGIN:VCARD\nFN:x\n");
    let newer = cards.replace("FN:Jo Li", "FN:Jo Lee").replace("TEL;TYPE=CELL:13900000001\r\n", "TEL:7\r\n");
    std::fs::write(home.0.path().join("all.vcf"), newer).unwrap();
    let report = &home.json(&["import", "all.vcf"])["files"][0];
    assert_eq!((&report["updated"], &report["likely"]), (&json!(2), &json!([])));
    let jo = home.json(&["person", "show", "2"]);
    assert_eq!((&jo["name"], &jo["reports_to"]["no"]), (&json!("Jo Lee"), &json!(1)));
    assert_eq!(home.json(&["person", "show", "1"])["mobile"], "13900000001");
    assert_eq!(home.trouble(&["export", "opp", "--format", "vcf"]).1["kind"], "usage");
    assert_eq!(home.trouble(&["import", "one.vcf", "--as", "opp"]).0, 1);
}

#[test]
fn a_backup_brings_the_book_back_and_doctor_finds_it_sound() {
    let home = Home::with_deal();
    home.json(&["backup", "copy.db"]);
    home.text(&["opp", "remove", "1"]);
    assert_eq!(home.trouble(&["backup", "copy.db"]).0, 1);
    let restored = home.json(&["restore", "copy.db"]);
    assert!(PathBuf::from(restored["kept"].as_str().unwrap()).exists());
    assert_eq!(home.json(&["opp", "list"]).as_array().map(Vec::len), Some(1));
    assert_eq!(home.json(&["doctor", "--full"])["sound"], true);
}

#[test]
fn a_bad_setting_is_told_with_its_line_and_a_good_one_counts() {
    let home = Home::with_deal();
    let folder = home.0.path().join(".config/quarterdeck");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "language = \"zh\"\n[rules.base]\npotential = 50\n").unwrap();
    assert!(home.text(&["opp", "list"]).contains("胜算"));
    home.text(&["opp", "answer", "1", "3", "-"]);
    assert_eq!(home.json(&["opp", "show", "1"])["p_calc"], 42);
    assert_eq!(home.json(&["opp", "list"])[0]["p_calc"], 42);
    std::fs::write(folder.join("config.toml"), "ascii = true\ncolor = 1\n").unwrap();
    let folder_of = |name: &str| home.0.path().join(name).display().to_string();
    let (copy, lines) =
        (folder_of("kept.db"), ["opp list", "export opp", "doctor", "today", "report forecast"]);
    assert!(home.qd(&["backup", &copy]).status.success());
    for (text, parts, zh) in [
        ("ascii = true\nfiltres = 1\n", ["config.toml:2", "filtres", "filters"], "没有“filtres”"),
        ("\nascii = 3\n", ["config.toml:2", "boolean", "ignored"], "已忽略"),
        ("ascii = true\nlanguage = \n", ["config.toml:2", "ignored", ""], "已忽略"),
        ("]]]", ["config.toml:1", "ignored", ""], "已忽略"),
    ] {
        std::fs::write(folder.join("config.toml"), text).unwrap();
        for line in lines.into_iter().map(str::to_owned).chain([format!("restore {copy}")]) {
            let output = home.qd(&line.split(' ').collect::<Vec<_>>());
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success() && parts.iter().all(|part| told.contains(part)),
                "{line}: {told}"
            );
        }
        let output = home.qd(&["opp", "list", "--lang", "zh"]);
        assert!(String::from_utf8_lossy(&output.stderr).contains(zh));
        assert_eq!(home.qd(&["help"]).status.code(), Some(0));
    }
}
