//! Totals follow the filter: the funnel and the reports add up what the list shows, and what they do not take is said.

use std::collections::BTreeMap;

use super::*;

/// Filters over a book of deals of several owners, tiers, currencies and ends.
const FILTERS: [&str; 8] = [
    "owner~顾",
    "owner=Owen",
    "tier=a",
    "account~Lark amount>=20",
    "plant",
    "past close",
    "stage!=mine currency=CNY",
    "close_on<+60d",
];

fn home() -> Home {
    let home = Home::new();
    home.text(&["account", "add", "name=Larkhaven", "tier=A"]);
    home.text(&["account", "add", "name=云澜医院", "tier=B"]);
    for number in 0..16 {
        let owner = ["顾明川", "Owen Hartley", "林乔"][number % 3];
        let fields = [
            format!("title={} {number}", ["Plant", "灾备"][number % 2]),
            format!("account={}", number % 2 + 1),
            format!("owner={owner}"),
            format!("amount={}.{number:02}", number * 7),
            format!("currency={}", ["CNY", "USD", "CNY", "EUR"][number % 4]),
            format!("close_on=2026-{:02}-20", [10, 11, 12][number % 3]),
            format!("stage={}", ["potential", "mine", "qualified"][number % 3]),
        ];
        let fields = fields.iter().map(String::as_str);
        home.text(&["opp", "add"].into_iter().chain(fields).collect::<Vec<_>>());
    }
    for (verb, number) in [("win", "3"), ("win", "8"), ("lose", "5"), ("lose", "10"), ("suspend", "2")] {
        home.text(&["opp", verb, number, "reason=price", "on=2026-11-20"]);
    }
    home
}

fn words(filter: &str) -> Vec<&str> {
    filter.split(' ').collect()
}

/// Count and amounts by currency of some deals, in minor units.
fn added<'a>(deals: impl Iterator<Item = &'a Json>) -> (i64, BTreeMap<String, i64>) {
    let (mut count, mut sums) = (0, BTreeMap::new());
    for deal in deals {
        count += 1;
        let amount = deal["amount"].as_f64().unwrap_or(0.0);
        *sums.entry(deal["currency"].as_str().unwrap().to_owned()).or_default() += minor(amount);
    }
    (count, sums)
}

#[allow(clippy::cast_possible_truncation, reason = "amounts of a sample are small")]
fn minor(amount: f64) -> i64 {
    (amount * 100.0).round() as i64
}

fn told(amounts: &Json) -> BTreeMap<String, i64> {
    let amounts = amounts.as_array().unwrap().iter();
    amounts
        .map(|one| (one["currency"].as_str().unwrap().to_owned(), minor(one["amount"].as_f64().unwrap())))
        .collect()
}

/// Count and amounts by currency of some lines of a forecast.
fn summed(lines: &Json) -> (i64, BTreeMap<String, i64>) {
    let (mut count, mut sums) = (0, BTreeMap::new());
    for line in lines.as_array().unwrap() {
        count += line["count"].as_i64().unwrap();
        let code = line["currency"].as_str().unwrap().to_owned();
        *sums.entry(code).or_default() += minor(line["amount"].as_f64().unwrap());
    }
    (count, sums)
}

/// The sums of a column of amounts, by the column of currencies, of lines without commas inside.
fn column(csv: &str, currency: usize, amount: usize) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        *sums.entry(cells[currency].to_owned()).or_default() += minor(cells[amount].parse().unwrap());
    }
    sums
}

/// An amount as a table for programs has it.
fn exact(sum: i64) -> String {
    format!(",{}.{:02},", sum / 100, sum % 100)
}

#[test]
fn the_funnel_and_the_reports_add_up_what_the_list_shows() {
    let home = home();
    let json = |line: &[&str], filter: &str| home.json(&[line, &words(filter)[..]].concat());
    let mut seen = 0;
    for filter in FILTERS {
        let deals = json(&["opp", "list", "all"], filter);
        let of = |status: &'static str| {
            deals.as_array().unwrap().iter().filter(move |deal| deal["status"] == status)
        };
        let funnel = json(&["funnel"], filter);
        for stage in funnel["stages"].as_array().unwrap() {
            let (count, sums) = added(of("open").filter(|deal| deal["stage"] == stage["stage"]));
            assert_eq!(
                (stage["count"].as_i64().unwrap(), told(&stage["amounts"])),
                (count, sums),
                "{filter}"
            );
            seen += count;
        }
        let (won, sums) = added(of("won"));
        assert_eq!(
            (funnel["won"]["count"].as_i64().unwrap(), told(&funnel["won"]["amounts"])),
            (won, sums),
            "{filter}"
        );
        assert_eq!(funnel["lost"]["count"].as_i64().unwrap(), added(of("lost")).0, "{filter}");
        let forecast = json(&["report", "forecast"], filter);
        for lines in ["months", "categories", "currencies"] {
            assert_eq!(summed(&forecast[lines]), added(of("open")), "{filter} {lines}");
        }
        let today = "2026-11-23";
        let late = of("open").filter(|deal| deal["close_on"].as_str().is_some_and(|day| day < today));
        assert_eq!(summed(&forecast["overdue"]), added(late), "{filter}");
        let csv = home.text(&[&["report", "forecast", "--format", "csv"], &words(filter)[..]].concat());
        for (code, sum) in added(of("open")).1 {
            let amount = exact(sum);
            let total = |by: &str| csv.contains(&format!("{by},Total,{code},")) && csv.contains(&amount);
            assert!(total("month") && total("category"), "{filter} {code} {amount}: {csv}");
        }
        for report in ["won", "lost"] {
            for by in ["quarter", "owner", "reason"] {
                let rows = json(&["report", report, "--by", by], filter);
                let (mut count, mut sums) = (0, BTreeMap::new());
                for row in rows.as_array().unwrap() {
                    count += row["count"].as_i64().unwrap();
                    for (code, sum) in told(&row["amounts"]) {
                        *sums.entry(code).or_default() += sum;
                    }
                }
                assert_eq!(
                    (count, &sums),
                    (added(of(report)).0, &added(of(report)).1),
                    "{filter} {report} {by}"
                );
                let line = ["report", report, "--by", by, "--format", "csv"];
                let csv = home.text(&[&line, &words(filter)[..]].concat());
                assert_eq!(column(&csv, 2, 4), sums, "{filter} {report} {by}: {csv}");
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_forecast_tells_what_is_overdue_its_totals_and_what_is_not_qualified() {
    let home = home();
    let file = |name: &str| home.0.path().join(name).display().to_string();
    for (lang, overdue, total, blank) in [
        ("en", "overdue (close date passed)", "Total", "To qualify: 11 · "),
        ("zh", "逾期（签单日已过）", "合计", "待评估 11个 · "),
    ] {
        for form in ["text", "md"] {
            let told = home.text(&["--lang", lang, "report", "forecast", "--format", form]);
            let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("{part}: {told}"));
            assert!(at(overdue) < at("2026-12") && at("2026-12") < at(total), "{told}");
            assert!(!told.contains("2026-10") && told.contains(blank), "{told}");
        }
        let csv = home.text(&["--lang", lang, "report", "forecast", "--format", "csv"]);
        assert!(csv.contains(overdue) && csv.contains(total) && !csv.contains("2026-10"), "{csv}");
        let path = file(&format!("{lang}.xlsx"));
        home.text(&["--lang", lang, "report", "forecast", "--out", &path]);
        assert!(std::fs::read(path).unwrap().starts_with(b"PK"));
        let funnel = home.text(&["--lang", lang, "funnel"]);
        assert!(funnel.contains(blank), "{funnel}");
    }
    assert!(!home.text(&["report", "forecast", "qualified=yes"]).contains("To qualify"));
}

#[test]
fn a_report_says_what_it_takes_where_it_is_given_something_else() {
    let home = home();
    for (line, hint) in [
        ("report forecast --by owner", "--format text|md|json|csv|xlsx"),
        ("report forecast --format xlsx", "--out"),
        ("report won --month 2026-12", "--by quarter|month|owner"),
        ("report won --format ics", "--format text|md|json|csv|xlsx"),
        ("report deal 3 4", "one record"),
        ("report call-plan owner~x", "--month 2026-12"),
        ("report forecast --out x.pdf", "words as in a list"),
    ] {
        let (status, error) = home.trouble(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((status, error["kind"].as_str()), (2, Some("usage")), "{line}: {error}");
        assert!(error["hint"].as_str().unwrap().contains(hint), "{line}: {error}");
    }
    for line in [
        "report forecast won",
        "report lost open",
        "funnel sort=amount",
        "funnel ownr=x",
        "report won flags~zzz",
    ] {
        let (status, error) = home.trouble(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((status, error["kind"].as_str()), (1, Some("mistake")), "{line}: {error}");
    }
}
