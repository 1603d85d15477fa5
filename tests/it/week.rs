//! The ritual of a whole week, played as keys in a pseudo-terminal, in both languages: each flow within its count of
//! keys, each day at its own instant, and the book as it stands afterwards.

use std::path::Path;
use std::process::Command;

use quarterdeck::tui::terminal::keys;
use serde_json::Value as Json;

use crate::pty::Pty;

const QD: &str = env!("CARGO_BIN_EXE_qd");

/// What a flow types, how many keys it may take, and what is on the screen then.
struct Flow {
    /// Keys; what stands between `«` and `»` is typed text and counts for nothing.
    keys: &'static str,
    /// The target of keys.
    most: usize,
    /// In English and in Chinese.
    seen: [&'static str; 2],
}

const fn flow(keys: &'static str, most: usize, seen: [&'static str; 2]) -> Flow {
    Flow { keys, most, seen }
}

/// What stood in the book the week before.
const BEFORE: &[&str] = &[
    "account add name=云澜医院 tier=a last_contact_on=2026-11-10",
    "account add name=Northwind tier=b last_contact_on=2026-10-12",
    "person add name=张平 account=1",
    "person add name=李雷 account=1",
    "opp add title=数据中心 account=1 amount=3000000 close_on=2026-12-18 pressures=market values=unique",
    "opp mark 1 1 buying_role=approver",
    "opp mark 1 2 coverage=brief",
    "opp add title=Retrofit account=2 amount=900000 close_on=2027-02-26 stage=qualified",
    "visit add account=1 opportunity=1 who=1 when=2026-11-24T10:00",
    "todo add title=寄样品 due=2026-11-20 opportunity=1",
    "todo add title=报价 due=2026-11-23 opportunity=1",
    "todo add title=Drawings due=2026-11-25 opportunity=2",
    "review add ritual=funnel on_day=2026-11-16",
];

/// Days and what is done on them, in the order of product and calendar.
const WEEK: &[(&str, &[Flow])] = &[
    (
        "2026-11-23T08:30:00+08:00",
        &[
            flow("", 0, ["Overdue (1)", "已逾期（1）"]),
            flow("j", 1, ["▌ 11-20", "▌ 11-20"]),
            flow("x", 1, ["Done: 寄样品", "已完成：寄样品"]),
            flow("dr", 2, ["Deferred to 2026-11-24: 报价", "已推迟到 2026-11-24：报价"]),
            flow("a«拜访 zp 周四10点 确认预算批准日期 @深圳»<cr>", 2, ["Added visit 2", "已新建拜访"]),
            flow("/sj<cr>", 4, ["7d in Potential", "第7天"]),
            flow("=+++++++++++++++", 17, ["Q15 Favourable", "第15题 有利"]),
            flow("==-", 4, ["Q15 Unfavourable", "第15题 不利"]),
            flow("><cr>", 2, ["数据中心 → Qualified", "数据中心 → 落实项目"]),
        ],
    ),
    (
        "2026-11-24T08:30:00+08:00",
        &[flow(
            "p<tab>«张平 confirms the budget date»<tab>«by Friday»<tab>«Office»<tab>«Shenzhen»<cr>",
            10,
            ["Visit 1 prepared: 5/5", "拜访 1 已准备：5/5"],
        )],
    ),
    (
        "2026-11-24T17:30:00+08:00",
        &[
            flow("", 0, ["To debrief (1)", "待记结果（1）"]),
            flow("o12<tab>+*+=«send the plan»<tab>«fri»<cr>", 12, ["Visit 1: Achieved", "拜访 1：达成"]),
            flow("u", 1, ["Undone: visit 1 · debriefed", "已撤销：拜访 1 · 记结果"]),
            flow("U", 1, ["Redone: visit 1 · debriefed", "已重做：拜访 1 · 记结果"]),
            flow("/sj<cr>", 4, ["→ send the plan", "→ send the plan"]),
            flow("<tab><tab>", 2, ["R A S C", "采创支关"]),
            flow("j*=+-", 8, ["Changed person 2", "已修改联系人 2"]),
            flow("bi«zp»<cr>", 5, ["李雷  →→张平", "李雷  →→张平"]),
        ],
    ),
    (
        "2026-11-27T17:00:00+08:00",
        &[
            flow("W", 1, ["3 of 3 left", "剩 3/3"]),
            flow("xm<space>", 3, ["Press Enter to finish the week", "按 Enter 完成本周更新"]),
            flow("<cr>", 1, ["Week finished: 2026-W48", "本周已更新：2026-W48"]),
            flow("F", 1, ["none new, 1 flagged", "无新问题，1 个有预警"]),
            flow("s", 1, ["Funnel review finished: 2026-W48", "漏斗回顾已完成：2026-W48"]),
            flow("Sy", 2, ["Weekly summary 2026-W48", "2026-W48 周报"]),
        ],
    ),
    (
        "2026-11-30T16:00:00+08:00",
        &[
            flow("M", 1, ["Proposed 2", "建议 2"]),
            flow("t«12/10 10:00»<cr>", 3, ["Added visit 3", "已新建拜访 3"]),
            flow("<space>", 1, ["Added visit 4", "已新建拜访 4"]),
            flow("+", 1, ["35 Planned", "35 计划"]),
            flow("s", 1, ["Call plan finished: 2026-12", "拜访计划表已定稿：2026-12"]),
            flow("K", 1, ["never reviewed", "从未盘点"]),
            flow("+«样板»<tab>«joint day»<cr>", 3, ["Keep: 云澜医院", "保留：云澜医院"]),
            flow("6c", 2, ["no category: 2", "未评 2"]),
            flow("cb", 2, ["no category: 0", "未评 0"]),
        ],
    ),
];

/// Keys as a terminal sends them.
fn bytes(text: &str) -> Vec<u8> {
    let names = [("<cr>", "\r"), ("<tab>", "\t"), ("<esc>", "\u{1b}"), ("<lt>", "<"), ("<space>", " ")];
    names
        .iter()
        .fold(text.replace(['«', '»'], ""), |text, (name, sent)| text.replace(name, sent))
        .into_bytes()
}

/// How many keys a flow takes, what is typed left out.
fn count(text: &str) -> usize {
    let parts = text.split('«').map(|part| part.split_once('»').map_or(part, |(_, pressed)| pressed));
    parts.map(|pressed| keys(pressed).len()).sum()
}

fn shell(book: &str, now: &str, line: &str) -> Json {
    let words = shlex::split(line).unwrap();
    let mut command = Command::new(QD);
    let done = command.args(["--book", book, "--json"]).args(words).env("QD_NOW", now).output().unwrap();
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

fn play(lang: usize) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.db").to_str().unwrap().to_owned();
    for line in BEFORE {
        shell(&book, "2026-11-16T09:00:00+08:00", line);
    }
    let code = ["en", "zh"][lang];
    let home = folder.path().to_str().unwrap();
    for (now, flows) in WEEK {
        let env = [("LANG", "C.UTF-8"), ("HOME", home), ("QD_LANG", code), ("QD_NOW", now)];
        let mut qd = Pty::start(Path::new(QD), &["--book", &book], &env, (80, 24));
        for flow in *flows {
            assert!(count(flow.keys) <= flow.most, "{}: {}", flow.keys, count(flow.keys));
            qd.send(&bytes(flow.keys));
            qd.wait_for(flow.seen[lang]);
        }
        qd.send(b"q");
        assert_eq!(qd.end().0, 0);
    }
    after(&book);
}

/// The book says the same in either language.
fn after(book: &str) {
    let list = |line: &str| shell(book, "2026-11-30T17:00:00+08:00", line);
    let of = |records: &Json, field: &str| {
        let all = records.as_array().unwrap().iter();
        all.map(|one| one[field].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(&list("visit list"), "status"), ["done", "planned", "planned", "planned"]);
    assert_eq!(of(&list("visit list plan_month=2026-12"), "when"), ["2026-12-10T10:00:00+08:00", "-"]);
    assert_eq!(of(&list("todo list state=done"), "title"), ["寄样品", "报价"]);
    assert_eq!(of(&list("review list"), "ritual"), ["funnel", "sweep", "funnel", "plan", "account"]);
    assert_eq!(of(&list("opp list"), "category"), ["commit", "best-case"]);
    let gate = list("opp gate 1");
    assert_eq!(gate["gates"][0]["result"], "pass");
    assert!(gate["answers"].as_array().unwrap().iter().all(|answer| answer["value"] != "?"));
    assert_eq!(list("doctor --full")["sound"], true);
}

#[test]
fn the_ritual_of_a_week_in_english() {
    play(0);
}

#[test]
fn the_ritual_of_a_week_in_chinese() {
    play(1);
}
