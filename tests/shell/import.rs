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
