//! Books of a given size, made once and kept for the run: half of the text Chinese, a fifth of the deals open.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use quarterdeck::action::Desk;
use quarterdeck::domain::account::Account;
use quarterdeck::domain::answer::{Answer, Grade, Verdict};
use quarterdeck::domain::choice::Choice;
use quarterdeck::domain::id::Id;
use quarterdeck::domain::moment::Moment;
use quarterdeck::domain::opportunity::Opportunity;
use quarterdeck::domain::rules::Rules;
use quarterdeck::domain::stage::{Stage, Status};
use quarterdeck::domain::todo::{Todo, TodoState};
use quarterdeck::domain::visit::{Visit, VisitResult, VisitStatus};
use quarterdeck::lang::Lang;
use quarterdeck::store::{Fault, Origin, Stamp, Store, Tx};

/// The moment at which everything happens.
pub const NOW: &str = "2026-11-23T09:00:00+08:00";

const CITIES: [&str; 12] =
    ["上海", "重庆", "长安", "厦门", "张平", "中国", "苏州", "北方", "华南", "天津", "成都", "青岛"];
const TRADES: [&str; 10] =
    ["冷链", "物流", "汽车", "重工", "银行", "医院", "石化", "数据中心", "电力", "轨道"];
const ENDS: [&str; 6] = ["股份有限公司", "集团", "二期扩建项目", "年度采购", "改造项目", "有限公司"];
const FIRSTS: [&str; 12] = [
    "Acme",
    "Northwind",
    "Globex",
    "Umbra",
    "Zenith",
    "Harbour",
    "Müller",
    "Vertex",
    "Orion",
    "Delta",
    "Quantum",
    "Pioneer",
];
const SECONDS: [&str; 10] = [
    "Cold Chain",
    "Logistics",
    "Motors",
    "Heavy",
    "Bank",
    "Hospital",
    "Petro",
    "Data Centre",
    "Power",
    "Rail",
];

/// The moment as a value.
pub fn desk(lang: Lang) -> Desk {
    let at = DateTime::parse_from_rfc3339(NOW).unwrap();
    let stamp = Stamp { at, author: "lin".to_owned(), origin: Origin::User };
    Desk { stamp, currency: "CNY".to_owned(), lang }
}

/// The sizes that are measured: `QD_BENCH_SIZES=100,10000`, or 100 alone.
#[expect(clippy::disallowed_methods, reason = "a bench has no main of ours")]
pub fn sizes() -> Vec<usize> {
    let asked = std::env::var("QD_BENCH_SIZES").unwrap_or_else(|_| "100".to_owned());
    asked.split(',').filter_map(|size| size.trim().parse().ok()).collect()
}

/// The path of the book with so many deals, five times as many visits and to-dos; made at the first call, in `QD_BENCH_BOOKS` or a folder of its own.
#[expect(clippy::disallowed_methods, reason = "a bench has no main of ours")]
pub fn path(deals: usize) -> PathBuf {
    static MAKING: OnceLock<Mutex<()>> = OnceLock::new();
    let _held = MAKING.get_or_init(Mutex::default).lock().unwrap();
    let kept = std::env::var_os("QD_BENCH_BOOKS").map(PathBuf::from);
    let own = || std::env::temp_dir().join(format!("qd-bench-{}", std::process::id()));
    let folder = kept.unwrap_or_else(own);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{deals}.db"));
    if !path.exists() {
        let half = folder.join(format!("{deals}.half.db"));
        let _ = fs::remove_file(&half);
        fill(&mut Store::open(&half, Rules::default()).unwrap(), deals);
        fs::rename(half, &path).unwrap();
    }
    path
}

/// The book with so many deals, open.
pub fn book(deals: usize) -> Store {
    Store::open(&path(deals), Rules::default()).unwrap()
}

fn fill(store: &mut Store, deals: usize) {
    let stamp = desk(Lang::En).stamp;
    let made = store.transact(&stamp, "fill", |tx| {
        let accounts = accounts(tx, deals / 20 + 1)?;
        for at in 0..deals {
            let account = accounts.get(spread(at, 7) % accounts.len()).copied();
            let deal = deal(tx, at, account)?;
            for more in at * 5..at * 5 + 5 {
                if more.is_multiple_of(2) { visit(tx, more, account, deal)? } else { todo(tx, more, deal)? }
            }
        }
        Ok::<_, Fault>(())
    });
    made.unwrap();
}

fn accounts(tx: &mut Tx, count: usize) -> Result<Vec<Id>, Fault> {
    let make = |at| {
        let mut account = Account { name: format!("{} {at}", name(at, 3)), ..Account::default() };
        account.owner = Some(owner(at));
        account.domain = Some(format!("a{at}.example"));
        tx.save(&mut account)?;
        Ok(account.head.id)
    };
    (0..count).map(make).collect()
}

fn visit(tx: &mut Tx, at: usize, account: Option<Id>, deal: Id) -> Result<(), Fault> {
    let time = NaiveTime::from_hms_opt(u32::try_from(8 + spread(at, 17) % 10).unwrap_or(0), 30, 0);
    let (on, today) = (day(at), desk(Lang::En).stamp.today());
    let mut visit = Visit { account, opportunity: Some(deal), ..Visit::default() };
    visit.when = time.map(|time| Moment::at(on, time));
    visit.what = Some(name(at, 19));
    visit.why = Some("客户确认预算批准日期 the date is confirmed".to_owned());
    if on < today {
        (visit.status, visit.result) = (VisitStatus::Done, Some(VisitResult::Achieved));
    }
    visit.owner = Some(owner(at));
    tx.save(&mut visit)?;
    Ok(())
}

/// A to-do; a fifth of them is open.
fn todo(tx: &mut Tx, at: usize, deal: Id) -> Result<(), Fault> {
    let title = format!("{} {at}", name(at, 23));
    let mut todo = Todo { title, opportunity: Some(deal), due: Some(Moment::on(day(at))), ..Todo::default() };
    if !spread(at, 29).is_multiple_of(5) {
        (todo.state, todo.done_at) = (TodoState::Done, todo.due);
    }
    tx.save(&mut todo)?;
    Ok(())
}

fn deal(tx: &mut Tx, at: usize, account: Option<Id>) -> Result<Id, Fault> {
    let mut deal = Opportunity { title: format!("{} {at}", name(at, 1)), account, ..Opportunity::default() };
    let (roll, day) = (spread(at, 5), day(at));
    deal.owner = Some(owner(at));
    deal.stage = Stage::ALL.get(roll % Stage::ALL.len()).copied().unwrap_or_default();
    deal.status = match at % 5 {
        0 => Status::Open,
        1..4 => Status::Won,
        _ => Status::Lost,
    };
    deal.amount = i64::try_from(roll % 1_000_000 * 100).ok();
    (if at.is_multiple_of(7) { "USD" } else { "CNY" }).clone_into(&mut deal.currency);
    (deal.close_on, deal.opened_on, deal.stage_since) = (Some(day), Some(day - Days::new(90)), Some(day));
    deal.next_step = Some(if at.is_multiple_of(2) { "拜访" } else { "call" }.to_owned());
    deal.next_on = Some(day);
    tx.save(&mut deal)?;
    if deal.status == Status::Open {
        for question in [1, 4, 5, 7, 11] {
            let grade = Grade::Told;
            let verdict = if roll.is_multiple_of(3) { Verdict::Unfavourable } else { Verdict::Favourable };
            let note = Some("客户已书面确认 budget".to_owned());
            let opportunity = deal.head.id;
            tx.save(&mut Answer { opportunity, question, verdict, grade, note, ..Answer::default() })?;
        }
    }
    Ok(deal.head.id)
}

/// The header and so many rows of deals, as a CRM exports them.
pub fn csv(rows: usize) -> String {
    let mut out = String::from(
        "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Currency,Close Date,Created Date,Owner,\
         Probability,Next Step,Product,Region,Lead Source,Description\n",
    );
    for at in 0..rows {
        let stage = ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won"];
        let stage = stage.get(spread(at, 5) % 5).copied().unwrap_or_default();
        let (amount, close) = (spread(at, 5) % 1_000_000, day(at));
        let made = close - Days::new(90);
        let account = spread(at, 7) % (rows / 20 + 1);
        let buyer = format!("{} {account}", name(account, 3));
        let _ = writeln!(
            out,
            "OPP{at:07},{} {at},{buyer},{stage},{amount}.00,CNY,{close},{made},{},{},跟进 call,{},{},web,\
             客户已书面确认预算 the budget is written down and confirmed",
            name(at, 1),
            owner(at),
            at % 100,
            TRADES.get(at % 10).copied().unwrap_or_default(),
            CITIES.get(at % 12).copied().unwrap_or_default(),
        );
    }
    out
}

/// A name, Chinese for every other number.
fn name(at: usize, salt: usize) -> String {
    let roll = spread(at, salt);
    let of = |words: &[&'static str], part: usize| words.get(part % words.len()).copied().unwrap_or_default();
    if at.is_multiple_of(2) {
        [of(&CITIES, roll), of(&TRADES, roll / 12), of(&ENDS, roll / 120)].concat()
    } else {
        format!("{} {}", of(&FIRSTS, roll), of(&SECONDS, roll / 12))
    }
}

fn owner(at: usize) -> String {
    format!("{} {}", if at.is_multiple_of(2) { "张平" } else { "Ann" }, spread(at, 11) % 40)
}

fn day(at: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    first + Days::new(u64::try_from(spread(at, 13) % 700).unwrap_or(0))
}

/// A number that is spread over its range and the same in every run.
fn spread(at: usize, salt: usize) -> usize {
    (at + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15_usize.rotate_left(u32::try_from(salt).unwrap_or(0))) >> 20
}
