//! Tables that come in through the shell.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::json;

use crate::Home;

impl Home {
    fn file(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }
}

#[test]
fn an_account_may_name_itself_as_its_parent() {
    let home = Home::new();
    home.file("a.csv", "Account Name,Industry,Phone,Parent Account\nAcme,Tools,1,ACME\nBolt,Tools,2,Acme\n");
    let report = &home.json(&["import", "a.csv"])["files"][0];
    assert_eq!((&report["created"], &report["rejected"]), (&json!(2), &json!([])));
    let accounts = home.json(&["account", "list"]);
    let parents: Vec<_> = accounts.as_array().unwrap().iter().map(|one| &one["parent"]["name"]).collect();
    assert_eq!(parents, [&json!(null), &json!("Acme")]);
    assert_eq!(home.json(&["import", "a.csv"])["files"][0]["unchanged"], 2);
}

#[test]
fn rejected_rows_come_in_again_once_they_are_mended() {
    let home = Home::new();
    home.file("d.csv", "\"Deal Name\";Stage;Amount;Close Date\nA;Won;1,5;2026-01-01\nB;Lost;x;2026-01-01\n");
    let report = &home.json(&["import", "d.csv", "--rejects", "bad.csv"])["files"][0];
    assert_eq!((&report["created"], &report["rejected"][0]["line"]), (&json!(1), &json!(3)));
    let bad = std::fs::read_to_string(home.0.path().join("bad.csv")).unwrap();
    assert_eq!(bad, "\"Deal Name\";Stage;Amount;Close Date\nB;Lost;x;2026-01-01\n");
    home.file("bad.csv", &bad.replace(";x;", ";2,5;"));
    assert_eq!(home.json(&["import", "bad.csv"])["files"][0]["created"], 1);
}

#[test]
fn a_long_table_comes_in_whole_and_in_its_order_from_a_file_and_from_a_pipe() {
    let mut text = "Deal ID,Deal Name,Stage,Amount\n".to_owned();
    for row in 0..1500 {
        let _ = writeln!(text, "D{row},交易 {row},Won,{row}");
    }
    let home = Home::new();
    home.file("long.csv", &text);
    assert_eq!(home.json(&["import", "long.csv"])["files"][0]["created"], 1500);
    let names = home.json(&["opp", "list", "all", "amount>1496"]);
    let mut names: Vec<_> = names.as_array().unwrap().iter().map(|one| (&one["no"], &one["title"])).collect();
    names.sort_by_key(|(no, _)| no.as_i64());
    assert_eq!(names[0], (&json!(1498), &json!("交易 1497")));
    if cfg!(unix) {
        let mut piped = home.command(env!("CARGO_BIN_EXE_qd"));
        let piped =
            piped.args(["import", "/dev/stdin", "--json"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let out = child.wait_with_output().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(report["files"][0]["unchanged"], 1500);
    }
}

#[test]
fn a_decimal_comma_is_known_from_percentages_where_amounts_have_no_decimals() {
    let home = Home::new();
    home.file("p.csv", "Deal Name;Amount;Probability\nA;4000;0,65\nB;12000;0,1\nC;900;1\n");
    home.text(&["import", "p.csv"]);
    let deals = home.json(&["opp", "list"]);
    let mut odds: Vec<_> = deals.as_array().unwrap().iter().map(|deal| deal["p_rep"].as_i64()).collect();
    odds.sort_unstable();
    assert_eq!(odds, [Some(10), Some(65), Some(100)]);
}

/// What an import of a file made, changed and left, and the source it counted as.
fn came(home: &Home, line: &[&str]) -> (i64, String) {
    let report = &home.json(line)["files"][0];
    (report["created"].as_i64().unwrap(), report["source"].as_str().unwrap().to_owned())
}

const DEALS: [[&str; 7]; 4] = [
    ["Deal ID", "Deal Name", "Account", "Stage", "Amount", "Close Date", "Owner"],
    ["1", "Line 7", "Acme", "Qualified", "1000", "2026-12-01", "Bo"],
    ["2", "冷链三期", "上海冷链", "Qualified", "2000", "2026-12-02", "Bo"],
    ["3", "Renewal", "Bolt", "Qualified", "3000", "2026-12-03", "Al"],
];

fn csv(rows: &[[&str; 7]], columns: &[usize]) -> String {
    let line = |row: &[&str; 7]| columns.iter().map(|at| row[*at]).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

#[test]
fn fewer_columns_of_the_same_records_never_make_them_twice() {
    for kept in 0_usize..64 {
        let columns: Vec<usize> =
            std::iter::once(0).chain((1..7).filter(|at| kept & (1 << (at - 1)) != 0)).collect();
        // Without a title or a customer a deal has no name, and one column beside an id is no list of deals.
        if !columns.contains(&1) || !columns.iter().any(|at| [3, 4, 5].contains(at)) {
            continue;
        }
        for way in 0..2 {
            let home = Home::new();
            let lists = [csv(&DEALS, &[0, 1, 2, 3, 4, 5, 6]), csv(&DEALS, &columns)];
            home.file("one.csv", &lists[way]);
            home.file("two.csv", &lists[1 - way]);
            let (made, source) = came(&home, &["import", "one.csv"]);
            assert_eq!((made, came(&home, &["import", "two.csv"])), (3, (0, source)), "{columns:?} {way}");
            assert_eq!(home.json(&["opp", "list"]).as_array().unwrap().len(), 3, "{columns:?} {way}");
        }
    }
}

#[test]
fn two_systems_that_count_alike_stay_apart() {
    let whole = csv(&DEALS, &[0, 1, 2, 3, 4, 5, 6]);
    for (name, second, made) in [
        ("other titles", "Deal ID,Deal Name,Stage,Amount\n1,Alpha,Won,5\n2,Beta,Won,6\n3,Gamma,Won,7\n", 3),
        (
            "most are others",
            "Deal ID,Deal Name,Stage,Amount\n1,Line 7,Won,5\n2,Beta,Won,6\n3,Gamma,Won,7\n",
            3,
        ),
        (
            "other customers",
            "Deal ID,Deal Name,Account,Stage\n1,Line 7,Ostro,Won\n3,Renewal,Neuwerk,Won\n",
            2,
        ),
        (
            "new ones beside",
            "Deal ID,Deal Name,Stage,Amount\n1,Line 7,Won,5\n2,冷链三期,Won,6\n9,Gamma,Won,7\n",
            1,
        ),
        ("no titles", "Deal ID,Account,Product,Stage,Amount\n1,Acme,X,Won,5\n3,Bolt,Y,Won,6\n", 0),
        ("no titles, others", "Deal ID,Account,Product,Stage,Amount\n1,Bolt,X,Won,5\n3,Acme,Y,Won,6\n", 2),
    ] {
        let home = Home::new();
        home.file("one.csv", &whole);
        home.file("two.csv", second);
        home.text(&["import", "one.csv"]);
        assert_eq!(came(&home, &["import", "two.csv"]).0, made, "{name}");
        assert_eq!(came(&home, &["import", "two.csv"]).0, 0, "{name}");
        let titles = home.json(&["opp", "list", "all"]);
        let first = titles.as_array().unwrap().iter().find(|one| one["no"] == 1).unwrap();
        assert_eq!(first["title"], "Line 7", "{name}");
    }
}

#[test]
fn a_list_that_several_sources_know_is_asked_for_its_own() {
    let home = Home::new();
    home.file("one.csv", &csv(&DEALS, &[0, 1, 2, 3, 4, 5, 6]));
    home.file("two.csv", &csv(&DEALS, &[0, 1, 3, 4]));
    home.text(&["import", "one.csv", "--from", "north"]);
    home.text(&["import", "one.csv", "--from", "south"]);
    let (code, error) = home.trouble(&["import", "two.csv"]);
    assert_eq!((code, &error["kind"]), (1, &json!("mistake")), "{error}");
    assert!(error["message"].as_str().unwrap().contains("north, south"), "{error}");
    assert!(error["hint"].as_str().unwrap().contains("--from north"), "{error}");
    assert_eq!(came(&home, &["import", "two.csv", "--from", "south"]), (0, "south".to_owned()));
    for (lang, told) in [("en", "from “south”"), ("zh", "来源“south”")] {
        let home = Home::new();
        home.file("one.csv", &csv(&DEALS, &[0, 1, 2, 3, 4, 5, 6]));
        home.file("two.csv", &csv(&DEALS, &[0, 1, 3, 4]));
        home.text(&["import", "one.csv", "--from", "south"]);
        let text = home.text(&["import", "two.csv", "--lang", lang]);
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn what_was_exported_comes_back_with_any_columns_dropped() {
    let home = Home::with_deal();
    home.file("one.csv", &csv(&DEALS, &[0, 1, 2, 3, 4, 5, 6]));
    home.text(&["import", "one.csv"]);
    let whole = home.text(&["export", "opp", "--format", "csv"]);
    let rows: Vec<Vec<&str>> = whole.lines().map(|line| line.splitn(12, ',').collect()).collect();
    // no id title account owner stage status phase amount currency: the id and the title stay.
    for dropped in 0_usize..64 {
        let kept = |at: &usize| {
            [1, 2].contains(at) || (3..9).any(|column| column == *at && dropped & (1 << (column - 3)) == 0)
        };
        let columns: Vec<usize> = (0..10).filter(kept).collect();
        let text: String = rows
            .iter()
            .map(|row| columns.iter().map(|at| row[*at]).collect::<Vec<_>>().join(",") + "\n")
            .collect();
        home.file("some.csv", &text);
        assert_eq!(came(&home, &["import", "some.csv", "--as", "opp", "--dry-run"]).0, 0, "{text}");
    }
}
