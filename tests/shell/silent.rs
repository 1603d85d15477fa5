//! What cannot be done is said, never left out in silence.

use super::Home;

#[test]
fn a_report_into_a_file_that_it_is_not_written_as_is_refused_with_those_it_is() {
    let home = Home::with_deal();
    for (line, file, forms) in [
        ("report forecast", "a.docx", "text|md|json"),
        ("report won", "a.pdf", "text|md|json|csv|xlsx"),
        ("report lost", "a.odt", "text|md|json|csv|xlsx"),
        ("report deal 1", "a.csv", "text|md|json"),
        ("report call-plan", "a.doc", "text|md|json|csv|xlsx|ics"),
        ("week", "a.odt", "text|md|json"),
    ] {
        let args: Vec<&str> = line.split(' ').chain(["--out", file]).collect();
        let (code, error) = home.trouble(&args);
        assert_eq!((code, error["kind"].as_str()), (2, Some("usage")), "{line}: {error}");
        assert!(error["hint"].as_str().unwrap().contains(forms), "{line}: {error}");
        assert!(!home.0.path().join(file).exists(), "{line}");
    }
    home.text(&["report", "forecast", "--out", "a.md"]);
    home.text(&["report", "won", "--out", "a.json"]);
}

#[test]
fn a_file_that_is_not_there_is_told_in_the_readers_language() {
    let home = Home::with_deal();
    for args in
        [&["import", "none.csv"][..], &["backup", "none/copy.db"], &["report", "won", "--out", "none/a.json"]]
    {
        for (lang, no) in [("zh", "os error"), ("en", "os error")] {
            let output = home.qd(&[args, &["--lang", lang]].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success() && !told.contains(no), "{args:?}: {told}");
            assert!(lang == "en" || !told.contains("such"), "{args:?}: {told}");
        }
    }
}

#[test]
fn an_export_that_is_asked_for_json_is_json() {
    let home = Home::with_deal();
    for noun in ["opp", "account", "todo"] {
        let whole = home.json(&["export", noun]);
        assert_eq!(whole, home.json(&["export", noun, "--format", "json"]), "{noun}");
    }
}

#[test]
fn csv_for_excel_begins_with_a_mark_and_comes_back() {
    let home = Home::new();
    home.text(&["account", "add", "name=华星"]);
    let marked = home.text(&["export", "account", "--bom"]);
    assert_eq!(marked.strip_prefix('\u{feff}'), Some(home.text(&["export", "account"]).as_str()));
    assert!(!home.text(&["export", "account", "--bom", "--format", "json"]).starts_with('\u{feff}'));
    std::fs::write(home.0.path().join("a.csv"), marked).unwrap();
    assert_eq!(home.json(&["import", "a.csv"])["files"][0]["rejected"], serde_json::json!([]));
}

#[test]
fn a_form_that_is_taken_is_written_and_no_other_prints_text_in_its_place() {
    let home = Home::with_deal();
    home.text(&["visit", "add", "account=1", "what=Demo", "when=2026-12-08"]);
    let mut written = 0;
    for report in ["won", "lost", "deal 1", "visit 1", "call-plan", "forecast"] {
        let line: Vec<&str> = ["report"].into_iter().chain(report.split(' ')).collect();
        let text = home.text(&line);
        for form in ["md", "json", "csv", "xlsx", "ics"] {
            let file = format!("{}.{form}", report.replace(' ', "-"));
            let output = home.qd(&[&line[..], &["--out", &file]].concat());
            if output.status.code() == Some(2) {
                continue;
            }
            let found = std::fs::read(home.0.path().join(&file)).unwrap();
            assert_ne!(String::from_utf8_lossy(&found), text, "{report} {form}");
            written += 1;
        }
    }
    assert_eq!(written, 4 + 4 + 2 + 2 + 5 + 4);
}

#[test]
fn a_list_is_written_as_it_was_filtered_in_every_form() {
    let home = Home::with_deal();
    home.text(&["account", "add", "name=Acme"]);
    home.text(&["opp", "add", "title==1+1", "account=Acme", "amount=5000", "currency=USD"]);
    home.text(&["todo", "add", "title=Call", "due=today"]);
    home.text(&["todo", "add", "title=Old"]);
    home.text(&["todo", "done", "2"]);
    let of = |line: &str| home.text(&line.split(' ').collect::<Vec<_>>());
    let csv = of("opp list account~Acme --format csv");
    assert!(csv.starts_with("no,id,title,") && csv.lines().count() == 2 && csv.contains("'=1+1"), "{csv}");
    let md = of("--lang zh opp list account~Acme --format md");
    assert!(md.contains("| Acme |") && md.contains("| 5,000 | USD |") && !md.contains("冷链"), "{md}");
    assert!(md.lines().nth(2).is_some_and(|head| head.starts_with("| 编号 | 商机名称 |")), "{md}");
    assert!(of("todo list --format md").contains("Call") && !of("todo list --format csv").contains("Old"));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&of("todo list --format json")).unwrap()[0]["no"],
        1
    );
    for (noun, list) in [("opp", "opp list all"), ("account", "account list"), ("todo", "todo list all")] {
        let file = format!("{noun}.xlsx");
        let line: Vec<&str> = list.split(' ').chain(["--out", &file]).collect();
        home.text(&line);
        assert!(std::fs::read(home.0.path().join(&file)).unwrap().starts_with(b"PK"), "{list}");
    }
    for line in ["opp list --format xlsx", "opp list --out a.pdf", "opp list --format ics"] {
        let (status, error) = home.trouble(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((status, error["kind"].as_str()), (2, Some("usage")), "{line}: {error}");
    }
}
