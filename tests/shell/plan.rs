//! `report call-plan` and `report forecast` as processes: their forms, and what they refuse.

use serde_json::{Value as Json, json};

use super::Home;

fn book() -> Home {
    let home = Home::new();
    for line in [
        "account add name=Acme tier=a cadence_days=30 last_contact_on=2026-09-01",
        "account add '\"name==2+3\"'",
        "person add name=Lin account=1",
        "opp add title=Depot account=1 amount=1001 currency=USD close_on=2026-12-18 category=commit p_rep=50",
        "opp add title=Annex account=1 amount=2000 currency=USD close_on=2027-09-18",
        "visit add account=2 'why=CFO approves it' when=2026-12-08T10:00 plan_month=2026-12 success_probability=60",
        "visit add account=2 what=Undated plan_month=2026-12",
    ] {
        let words = shlex::split(line).unwrap();
        home.text(&words.iter().map(|word| word.trim_matches('"')).collect::<Vec<_>>());
    }
    home
}

#[test]
fn a_call_plan_is_told_in_every_form() {
    let home = book();
    let text = home.text(&["report", "call-plan"]);
    for part in
        ["Call plan 2026-12", "planned 2, done 0", "2026-12-08 10:00", "Proposed 2", "Depot", "tier A"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let page = home.text(&["report", "call-plan", "--format", "md"]);
    assert!(
        page.starts_with("# Call plan 2026-12\n") && page.contains("| 2026-12-08 10:00 | =2+3 |"),
        "{page}"
    );
    assert!(!page.contains("Proposed"), "what is handed in holds no proposals: {page}");
    let csv = home.text(&["report", "call-plan", "--format", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "When,Account,Person,Purpose,Deal,Success %,State");
    assert_eq!(lines[1], "2026-12-08 10:00,'=2+3,,CFO approves it,,60,Planned");
    let calendar = home.text(&["report", "call-plan", "--format", "ics"]);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    assert!(calendar.contains("DTSTART:20261208T020000Z"), "{calendar}");
    let zh = home.text(&["--lang", "zh", "report", "call-plan", "--month", "2026-12", "--format", "md"]);
    assert!(zh.starts_with("# 客户拜访计划表 2026-12\n") && zh.contains("成功概率%"), "{zh}");
    let empty = home.text(&["report", "call-plan", "--month", "2026-05"]);
    assert!(empty.contains("No visits planned in 2026-05"), "{empty}");
}

#[test]
fn a_call_plan_as_json_holds_visits_and_proposals() {
    let home = book();
    home.text(&["review", "add", "ritual=plan", "period=2026-12"]);
    let plan = home.json(&["report", "call-plan"]);
    assert_eq!(plan["counts"], json!({"planned": 2, "done": 0, "missed": 0, "unplanned": 0}));
    assert_eq!((plan["month"].as_str(), plan["stamped_on"].as_str()), (Some("2026-12"), Some("2026-11-23")));
    assert_eq!(plan["visits"][0]["standing"], "planned");
    assert_eq!(plan["visits"][0]["success_probability"], 60);
    let one = &plan["proposals"][0];
    let link = |noun: &str, name: &str| {
        let record = home.json(&[noun, "show", "1"]);
        json!({"no": 1, "id": record["id"], "name": name})
    };
    assert_eq!(one["account"], link("account", "Acme"));
    assert_eq!(one["opportunity"], link("opp", "Depot"));
    assert_eq!(one["person"], link("person", "Lin"));
    assert_eq!(one["success_probability"], 50);
    let codes: Vec<&str> =
        one["reasons"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, ["closing", "overdue", "questions", "tier"]);
}

#[test]
fn a_plan_month_is_read_in_every_form_and_what_is_no_month_is_refused() {
    let home = book();
    for text in ["2027-1", "2027年1月", "2027/01"] {
        home.text(&["visit", "set", "2", "plan_month=2026-12"]);
        home.text(&["visit", "set", "2", &format!("plan_month={text}")]);
        assert_eq!(home.json(&["visit", "show", "2"])["plan_month"], "2027-01", "{text}");
    }
    let plan = home.json(&["report", "call-plan", "--month", "2027-01"]);
    assert_eq!(plan["counts"]["planned"], 1);
    for text in ["soon", "2027-13", "9999-12", "2027-01-05"] {
        let (status, error) = home.trouble(&["visit", "set", "2", &format!("plan_month={text}")]);
        assert!(status == 1 && error["kind"] == "mistake", "{text}: {error}");
        assert!(error["hint"].as_str().unwrap().contains("2026-12"), "{error}");
    }
    assert_eq!(home.trouble(&["report", "call-plan", "--month", "9999-12"]).0, 1);
    home.text(&["visit", "set", "2", "plan_month="]);
    assert!(home.json(&["visit", "show", "2"])["plan_month"].is_null());
}

#[test]
fn a_report_goes_to_a_file_whole_and_a_spreadsheet_only_there() {
    let home = book();
    let path = home.0.path().join("plan.xlsx");
    let line = ["report", "call-plan", "--format", "xlsx", "--out", path.to_str().unwrap()];
    assert!(home.text(&line).starts_with("Saved: "));
    let written = std::fs::read(&path).unwrap();
    assert!(written.starts_with(b"PK"));
    // Nothing is written over; without a format the name tells it.
    let (status, error) = home.trouble(&line);
    assert!(status != 0 && error["message"].as_str().unwrap().contains("plan.xlsx"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), written);
    let second = home.0.path().join("again.xlsx");
    let line = ["report", "call-plan", "--out", second.to_str().unwrap()];
    assert!(home.json(&line)["written"].as_str().unwrap().ends_with("again.xlsx"));
    assert!(std::fs::read(&second).unwrap().starts_with(b"PK"));
    let (status, error) = home.trouble(&["report", "call-plan", "--format", "xlsx"]);
    assert!(status == 2 && error["hint"] == "add --out FILE", "{error}");
    let (status, error) = home.trouble(&["report", "call-plan", "--month", "soon"]);
    assert!(status == 1 && error["kind"] == "mistake", "{error}");
    for line in [
        &["report", "won", "--format", "ics"][..],
        &["report", "forecast", "--month", "2026-12"],
        &["report", "deal", "1", "--format", "csv"],
        &["report", "call-plan", "1"],
    ] {
        assert_eq!(home.trouble(line).0, 2, "{line:?}");
    }
    // A name that tells a form which the report does not have is no place for its text.
    for line in [["report", "forecast", "--out", "f.pdf"], ["report", "won", "--out", "w.docx"]] {
        assert_eq!(home.trouble(&line).0, 2, "{line:?}");
    }
    assert!(!home.0.path().join("f.pdf").exists());
    home.json(&["report", "visit", "1", "--out", "v.md"]);
    assert!(std::fs::read_to_string(home.0.path().join("v.md")).unwrap().starts_with("# "));
    let (status, _) =
        home.trouble(&["report", "call-plan", "--format", "md", "--out", "no/such/folder/x.md"]);
    assert_eq!(status, 3);
    home.text(&["report", "deal", "1", "--format", "md", "--out", "deal.md"]);
    assert!(std::fs::read_to_string(home.0.path().join("deal.md")).unwrap().contains("Depot"));
}

#[test]
fn a_forecast_tells_computed_and_own_beside_each_other() {
    let home = book();
    for deal in ["1", "2"] {
        home.text(&["opp", "answer", deal, "3", "+"]);
    }
    let sheet = home.json(&["report", "forecast"]);
    let p: Vec<i64> = home
        .json(&["opp", "list"])
        .as_array()
        .unwrap()
        .iter()
        .map(|deal| deal["p_calc"].as_i64().unwrap())
        .collect();
    let cents = [100_100 * p[0] / 100, 200_000 * p[1] / 100];
    let major = |cents: i64| f64::from(i32::try_from(cents).unwrap()) / 100.0;
    let month = &sheet["months"][0];
    assert_eq!((month["key"].as_str(), month["count"].as_i64()), (Some("2026-12"), Some(1)));
    assert_eq!(month["computed"].as_f64(), Some(major(cents[0])));
    assert_eq!((month["own"].as_f64(), month["own_count"].as_i64()), (Some(500.5), Some(1)));
    assert_eq!(sheet["categories"][1]["own"], json!(null));
    let all = &sheet["currencies"][0];
    assert_eq!(
        (all["amount"].as_f64(), all["computed"].as_f64()),
        (Some(3001.0), Some(major(cents[0] + cents[1])))
    );
    assert_eq!(
        sheet["history"][0],
        json!({"stage": "potential", "base": 10, "left": 0, "on": null, "won": null})
    );
    let text = home.text(&["report", "forecast"]);
    for part in ["By month", "2026-12", "Commit", "1 of 2", "Shown once 20 deals"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let page = home.text(&["--lang", "zh", "report", "forecast", "--format", "md"]);
    assert!(page.starts_with("# 销售预测 2026-11-23\n") && page.contains("| 月份 | 币种 |"), "{page}");
    assert!(Home::new().text(&["report", "forecast"]).contains("No open deals"));
}

/// What a plan proposes: the accounts' names, and how many more there are.
fn proposed(home: &Home, args: &[&str]) -> (Vec<String>, Json) {
    let plan = home.json(&[&["report", "call-plan"][..], args].concat());
    let name = |one: &Json| one["account"]["name"].as_str().unwrap().to_owned();
    (plan["proposals"].as_array().unwrap().iter().map(name).collect(), plan["more"].clone())
}

fn rows(home: &Home, file: &str, text: &str) {
    std::fs::write(home.0.path().join(file), text).unwrap();
    home.text(&["import", file]);
}

#[test]
fn the_plan_weighs_every_customer_and_says_how_many_more_there_are() {
    // Nobody was ever met, those of tier A have the greatest numbers.
    for (few, many, most) in [(8, 12, 40), (8, 60, 40), (45, 60, 40), (1, 1100, 40)] {
        let home = Home::new();
        let tier = |at: usize| if at < many { "C" } else { "A" };
        let lines = (0..few + many).map(|at| format!("客户{at:04},{}\n", tier(at)));
        rows(&home, "accounts.csv", &format!("客户名称,客户等级\n{}", lines.collect::<String>()));
        let (names, more) = proposed(&home, &[]);
        let first: Vec<String> = (many..few + many).take(most).map(|at| format!("客户{at:04}")).collect();
        assert_eq!(names[..few.min(most)], first, "{few} {many}");
        assert_eq!(names.len(), most.min(few + many), "{few} {many}");
        let left = (few + many).saturating_sub(most);
        assert_eq!(more, left, "{few} {many}");
        let text = home.text(&["report", "call-plan"]);
        assert_eq!(text.contains(&format!("{left} more accounts")), left > 0, "{text}");
    }
}

#[test]
fn a_deal_without_a_customer_that_should_have_closed_is_told() {
    let home = book();
    for (title, day) in [("Lone", "2026-10-01"), ("Near", "2026-12-31"), ("Far", "2027-01-01")] {
        home.text(&["opp", "add", &format!("title={title}"), "amount=9k", &format!("close_on={day}")]);
    }
    let plan = home.json(&["report", "call-plan"]);
    let told: Vec<&str> =
        plan["without_account"].as_array().unwrap().iter().filter_map(|one| one["title"].as_str()).collect();
    assert_eq!(told, ["Lone", "Near"]);
    for (lang, part) in [("en", "without a customer"), ("zh", "没有客户")] {
        let text = home.text(&["--lang", lang, "report", "call-plan"]);
        assert!(text.contains(part) && text.contains("Lone (3)") && !text.contains("Far"), "{text}");
    }
}

#[test]
fn a_month_is_asked_for_in_words() {
    let home = book();
    for (text, month) in [
        ("12月", "2026-12"),
        ("下月", "2026-12"),
        ("next month", "2026-12"),
        ("december", "2026-12"),
        ("本月", "2026-11"),
        ("3月", "2027-03"),
    ] {
        assert_eq!(home.json(&["report", "call-plan", "--month", text])["month"], month, "{text}");
        home.text(&["visit", "set", "2", &format!("plan_month={text}")]);
        assert_eq!(home.json(&["visit", "show", "2"])["plan_month"], month, "{text}");
    }
    assert_eq!(home.trouble(&["report", "call-plan", "--month", "soon"]).0, 1);
}

#[test]
fn who_decides_is_not_asked_to_arrange_a_meeting_with_himself() {
    let (said, asked) = (["安排与决策层见面", "schedules a meeting"], |role: &str| {
        let home = Home::new();
        home.text(&["account", "add", "name=Acme"]);
        home.text(&["person", "add", "name=Zeng", "account=1"]);
        home.text(&["opp", "add", "title=Depot", "account=1", "stage=winnable", "close_on=2026-12-18"]);
        home.text(&["opp", "mark", "1", "Zeng", &format!("buying_role={role}"), "coverage=multiple"]);
        for question in (1..=15).filter(|question| *question != 12) {
            home.text(&["opp", "answer", "1", &question.to_string(), "+", "grade=proven"]);
        }
        ["zh", "en"].map(|lang| {
            let plan = home.json(&["--lang", lang, "report", "call-plan"]);
            assert_eq!(plan["proposals"][0]["question"], 12);
            plan["proposals"][0]["why"].as_str().unwrap().to_owned()
        })
    });
    for (role, is_arranged) in [("user", true), ("evaluator", true), ("approver", false), ("decider", false)]
    {
        for (why, said) in asked(role).iter().zip(said) {
            assert_eq!(why.contains(said), is_arranged, "{role}: {why}");
        }
    }
}

#[test]
fn a_report_in_a_pipe_or_a_file_is_whole() {
    let home = Home::new();
    let name = "中国石油天然气股份有限公司西北化工销售分公司兰州储运中心";
    home.text(&["account", "add", &format!("name={name}"), "tier=a", "cadence_days=30"]);
    let title = "兰州储运中心自动化立体仓库二期工程智能调度与安全监控系统";
    home.text(&["opp", "add", &format!("title={title}"), "account=1", "close_on=2026-12-18"]);
    home.text(&["report", "call-plan", "--out", "plan.txt"]);
    let file = std::fs::read_to_string(home.0.path().join("plan.txt")).unwrap();
    for text in [home.text(&["report", "call-plan"]), file, home.text(&["report", "deal", "1"])] {
        // A line may be folded; no cell is cut.
        let whole = text.replace('\n', "");
        assert!(whole.contains(title) && whole.contains(name) && !whole.contains('…'), "{text}");
    }
}
