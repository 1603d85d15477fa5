//! What the write door derives: judgements of deals, sums, accounts' open pipeline, the search index.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::query::Condition;
use super::refresh::LOOKED_BACK;
use super::tally::{self, Sum};
use super::titles::Titles;
use super::{Fault, cadence, called, decide, named, opp, row, search, visits};
use crate::domain::account::Account;
use crate::domain::cadence::Rhythm;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::flag::Level;
use crate::domain::judge::{Judgement, judge};
use crate::domain::money;
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::record::Record;
use crate::domain::rules::Rules;
use crate::domain::stage::Status;
use crate::domain::value::{Cell, Value};
use crate::domain::visit::VisitStatus;

/// What a deal adds to the sums, as it was before the transaction.
struct Share {
    key: String,
    sum: Sum,
    account: Option<String>,
}

/// What a transaction has touched and must settle before it commits.
#[derive(Default)]
pub struct Dirty {
    deals: BTreeMap<i64, Option<Share>>,
    deals_by_id: BTreeSet<String>,
    sums: HashMap<String, Sum>,
    newborn: Option<Judgement>,
    accounts: BTreeSet<String>,
    rhythms: BTreeSet<String>,
    named: BTreeSet<(Noun, i64, bool)>,
    retitled: HashSet<i64>,
    titles: Titles,
    /// Statements that make the indexes again which a long import does without.
    pub shelved: Vec<String>,
}

/// The text that a record's field holds.
pub(super) fn text<R: Record>(record: &R, key: &str) -> Option<String> {
    let value = R::field(key).map(|field| (field.get)(record))?;
    value.as_text().map(str::to_owned)
}

impl Dirty {
    /// What is derived of a deal or an account that is being born, when nothing hangs on it yet.
    pub fn judge_newborn<R: Record>(
        &mut self,
        record: &R,
        rules: &Rules,
        today: NaiveDate,
    ) -> Vec<(&'static str, Value)> {
        let record = record as &dyn Any;
        if let Some(deal) = record.downcast_ref::<Opportunity>() {
            let judgement = judge(&Case::bare(deal), rules, today);
            let values = columns(&judgement);
            self.newborn = Some(judgement);
            return COLUMNS.iter().copied().zip(values).collect();
        }
        let account = record.downcast_ref::<Account>();
        let rhythm = account.map(|account| Rhythm::of(account, None, rules).to_value());
        rhythm.map(|value| (cadence::COLUMN, value)).into_iter().collect()
    }

    /// Notes a record that was born in this transaction.
    pub fn birth<R: Record>(&mut self, conn: &Connection, record: &R) -> Result<(), Fault> {
        let no = record.head().no;
        called::born(conn, record)?;
        match R::NOUN {
            Noun::Opp => self.born_deal(conn, record)?,
            Noun::Step => self.step(record, 1),
            _ => {
                self.part(record);
                if R::TRAITS.is_found() {
                    self.named.insert((R::NOUN, no, true));
                }
            }
        }
        Ok(())
    }

    fn born_deal<R: Record>(&mut self, conn: &Connection, record: &R) -> Result<(), Fault> {
        let deal = (record as &dyn Any).downcast_ref::<Opportunity>();
        let (Some(deal), Some(judgement)) = (deal, self.newborn.take()) else { return Ok(()) };
        if let Some((key, sum)) = share(deal, &judgement) {
            self.sums.entry(key).or_default().add(sum, 1);
        }
        let account = deal.account.map(|id| id.to_string());
        self.titles.add(conn, deal.head.no, &deal.title)?;
        self.accounts.extend(account);
        Ok(())
    }

    /// Notes a record that changes, before its row does.
    pub fn change<R: Record>(&mut self, conn: &Connection, old: &R, new: &R) -> Result<(), Fault> {
        let no = new.head().no;
        called::changed(conn, old, new)?;
        match R::NOUN {
            Noun::Opp => {
                self.deal(conn, no)?;
                if text(old, "title") != text(new, "title") || old.head().gone != new.head().gone {
                    self.retitled.insert(no);
                }
            }
            Noun::Step if old.head().gone != new.head().gone => {
                self.step(new, if new.head().gone { -1 } else { 1 });
            }
            Noun::Step => {}
            _ => {
                self.part(old);
                self.part(new);
                if R::TRAITS.is_found() {
                    self.named.insert((R::NOUN, no, false));
                }
                let id = new.head().id.to_string();
                if R::NOUN == Noun::Account {
                    self.rhythms.insert(id.clone());
                }
                if R::NOUN == Noun::Person
                    && (text(old, "left_on") != text(new, "left_on") || old.head().gone != new.head().gone)
                {
                    let mut query = conn.prepare_cached("SELECT opportunity FROM role WHERE person = ?1")?;
                    for deal in query.query_map([id], |row| row.get(0))? {
                        self.deals_by_id.insert(deal?);
                    }
                }
            }
        }
        Ok(())
    }

    fn part<R: Record>(&mut self, record: &R) {
        if let Some(deal) = text(record, "opportunity") {
            self.deals_by_id.insert(deal);
        }
        if R::NOUN == Noun::Visit && text(record, "status").as_deref() == Some(VisitStatus::Done.code()) {
            self.rhythms.extend(text(record, "account"));
        }
    }

    fn step<R: Record>(&mut self, step: &R, sign: i64) {
        if let (Some(from), Some(act)) = (text(step, "from_stage"), text(step, "act")) {
            self.sums.entry(tally::move_key(&from, &act)).or_default().n += sign;
        }
        if let Some(deal) = text(step, "opportunity") {
            self.deals_by_id.insert(deal);
        }
    }

    /// Notes a deal that is to be judged again, before its row changes.
    pub(super) fn deal(&mut self, conn: &Connection, no: i64) -> Result<(), Fault> {
        if let std::collections::btree_map::Entry::Vacant(slot) = self.deals.entry(no) {
            slot.insert(stored_share(conn, no)?);
        }
        Ok(())
    }

    /// Brings everything derived up to what was written.
    pub fn settle(mut self, conn: &Connection, rules: &Rules, today: NaiveDate) -> Result<(), Fault> {
        std::mem::take(&mut self.titles).settle(conn)?;
        for id in std::mem::take(&mut self.deals_by_id) {
            for no in numbers(conn, "SELECT no FROM opp WHERE id = ?1", &id)? {
                self.deal(conn, no)?;
            }
        }
        let mut sums = std::mem::take(&mut self.sums);
        for (no, before) in std::mem::take(&mut self.deals) {
            let Some(deal) = row::all::<Opportunity>(conn, "WHERE no = ?1", &[&no])?.pop() else { continue };
            let judgement = weigh(conn, &deal, rules, today)?;
            keep_judgement(conn, no, today, &judgement)?;
            write_judgement(conn, no, &judgement)?;
            let after = share(&deal, &judgement);
            if let Some(before) = before {
                sums.entry(before.key).or_default().add(before.sum, -1);
                self.accounts.extend(before.account);
            }
            if let Some((key, sum)) = after {
                sums.entry(key).or_default().add(sum, 1);
            }
            let account = deal.account.map(|id| id.to_string());
            if self.retitled.contains(&no) {
                index_deal(conn, &deal)?;
            }
            self.accounts.extend(account);
        }
        tally::apply(conn, &sums)?;
        for sql in &self.shelved {
            conn.execute_batch(sql)?;
        }
        for id in &self.accounts {
            recount(conn, id)?;
        }
        for id in &self.rhythms {
            cadence::settle(conn, id, rules)?;
        }
        for (noun, no, is_new) in self.named {
            index_named(conn, noun, no, is_new)?;
        }
        Ok(())
    }
}

fn numbers(conn: &Connection, sql: &str, id: &str) -> Result<Vec<i64>, Fault> {
    let mut query = conn.prepare_cached(sql)?;
    let found = query.query_map([id], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A deal's judgement, with its answers and people.
pub(super) fn weigh(
    conn: &Connection,
    deal: &Opportunity,
    rules: &Rules,
    today: NaiveDate,
) -> Result<Judgement, Fault> {
    let id = deal.head.id.to_string();
    let given = opp::given(conn, &id)?;
    let seats = opp::seats(conn, &id)?;
    let rivals = opp::rivals(conn, &id)?;
    let matrix = decide::matrix(conn, &id)?;
    let spent = decide::spent(conn, &id)?;
    let visits = visits::ahead(conn, deal)?;
    let passed = opp::passed(conn, deal, &given, (rules, today))?;
    let case = Case {
        opp: deal,
        given: &given,
        people: &seats,
        rivals: &rivals,
        matrix: &matrix,
        spent: &spent,
        visits: &visits,
        passed: &passed,
    };
    Ok(judge(&case, rules, today))
}

/// Keeps how a deal was judged before this batch, for reviews, where that is different now; nothing while the book
/// looks back.
fn keep_judgement(conn: &Connection, no: i64, today: NaiveDate, judgement: &Judgement) -> Result<(), Fault> {
    let mut keep = conn.prepare_cached(
        "INSERT OR IGNORE INTO judged (batch, no, day, p_calc, flags)
         SELECT b.batch, opp.no, ?2, p_calc, flags FROM opp, (SELECT max(batch) AS batch FROM batch) AS b
         WHERE opp.no = ?1 AND (p_calc IS NOT ?3 OR flags IS NOT ?4)
             AND (born < b.batch OR judged_until <= ?2)
             AND NOT EXISTS (SELECT 1 FROM meta WHERE key = ?5 AND value <> '')",
    )?;
    let [p_calc, _, _, flags, ..] = columns(judgement);
    keep.execute(params![no, today.to_string(), p_calc, flags, LOOKED_BACK])?;
    Ok(())
}

/// Writes how a deal is judged into its row.
pub(super) fn write_judgement(conn: &Connection, no: i64, judgement: &Judgement) -> Result<(), Fault> {
    let mut write = conn.prepare_cached(
        "UPDATE opp SET p_calc = ?2, qualified = ?3, weight = ?4, flags = ?5, flags_high = ?6, severity = ?7,
             judged_until = ?8 WHERE no = ?1",
    )?;
    let [p_calc, qualified, weight, flags, high, severity, until] = columns(judgement);
    write.execute(params![no, p_calc, qualified, weight, flags, high, severity, until])?;
    Ok(())
}

/// The columns of a deal that keep its judgement.
pub(super) const COLUMNS: &[&str] =
    &["p_calc", "qualified", "weight", "flags", "flags_high", "severity", "judged_until"];

/// A judgement as the values of [`COLUMNS`].
fn columns(judgement: &Judgement) -> [Value; 7] {
    let (high, medium) = (judgement.count(Level::High), judgement.count(Level::Medium));
    let codes: Vec<&str> = judgement.flags.iter().map(|flag| flag.alarm.code()).collect();
    let number = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
    [
        judgement.p_calc.map_or(Value::Null, Value::Int),
        Value::Int(i64::from(judgement.qualified)),
        Value::Int(judgement.weight.percent),
        if codes.is_empty() { Value::Null } else { Value::Text(codes.join(" ")) },
        number(high),
        number(high * 100 + medium),
        judgement.until.map_or(Value::Null, |day| day.to_value()),
    ]
}

/// What a deal adds to the sums, and to which; nothing where it is gone.
pub(super) fn share(deal: &Opportunity, judgement: &Judgement) -> Option<(String, Sum)> {
    if deal.head.gone {
        return None;
    }
    let amount = deal.amount.unwrap_or(0);
    let is_open = deal.status == Status::Open;
    let sum = Sum {
        n: 1,
        amount,
        weighted: if is_open { money::weighted(amount, judgement.weight.percent) } else { 0 },
        days: deal.stage_since.map_or(0, |day| i64::from(day.num_days_from_ce())),
        high: i64::from(judgement.count(Level::High) > 0),
        blank: i64::from(is_open && !judgement.qualified),
        blank_amount: if is_open && !judgement.qualified { amount } else { 0 },
    };
    Some((tally::key(deal.status.code(), deal.stage.code(), &deal.currency), sum))
}

/// The columns that [`share_of`] reads.
const SHARE: &str =
    "status, stage, currency, ifnull(amount, 0), weight, stage_since, flags_high, account, gone,
    status = 'open' AND NOT qualified";

fn share_of(row: &Row) -> rusqlite::Result<Share> {
    let (status, stage, currency): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (amount, weight): (i64, i64) = (row.get(3)?, row.get(4)?);
    let since: Option<String> = row.get(5)?;
    let is_blank: bool = row.get(9)?;
    let since: Option<NaiveDate> = since.and_then(|day| day.parse().ok());
    let sum = Sum {
        n: 1,
        amount,
        weighted: if status == Status::Open.code() { money::weighted(amount, weight) } else { 0 },
        days: since.map_or(0, |day| i64::from(day.num_days_from_ce())),
        high: i64::from(row.get::<_, i64>(6)? > 0),
        blank: i64::from(is_blank),
        blank_amount: if is_blank { amount } else { 0 },
    };
    let gone: bool = row.get(8)?;
    let sum = if gone { Sum::default() } else { sum };
    Ok(Share { key: tally::key(&status, &stage, &currency), sum, account: row.get(7)? })
}

fn stored_share(conn: &Connection, no: i64) -> Result<Option<Share>, Fault> {
    let mut query = conn.prepare_cached(&format!("SELECT {SHARE} FROM opp WHERE no = ?1"))?;
    Ok(query.query_row([no], share_of).optional()?)
}

/// The sums of the deals that a condition selects, each weighed as the kept sums weigh it, by their keys.
pub(super) fn stored_sums(conn: &Connection, condition: &Condition) -> Result<HashMap<String, Sum>, Fault> {
    let mut query = conn.prepare_cached(&format!("SELECT {SHARE} FROM opp WHERE {}", condition.sql))?;
    let mut sums: HashMap<String, Sum> = HashMap::new();
    for share in query.query_map(condition.params().as_slice(), share_of)? {
        let Share { key, sum, .. } = share?;
        sums.entry(key).or_default().add(sum, 1);
    }
    Ok(sums)
}

fn recount(conn: &Connection, account: &str) -> Result<(), Fault> {
    let mut query = conn.prepare_cached(
        "SELECT currency, count(*), ifnull(sum(amount), 0) FROM opp
         WHERE account = ?1 AND status = 'open' AND gone = 0 GROUP BY currency ORDER BY 2 DESC",
    )?;
    let sums = query.query_map([account], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let sums: Vec<(String, i64, i64)> = sums.collect::<Result<_, _>>()?;
    let deals: i64 = sums.iter().map(|(_, n, _)| n).sum();
    let mixed = sums.len() > 1;
    let (currency, amount) = sums.into_iter().next().map_or((None, 0), |(code, _, sum)| (Some(code), sum));
    let mut write = conn.prepare_cached(
        "UPDATE account SET open_deals = ?2, open_amount = ?3, open_currency = ?4, open_mixed = ?5
         WHERE id = ?1",
    )?;
    write.execute(params![account, deals, amount, currency, mixed])?;
    Ok(())
}

fn index_deal(conn: &Connection, deal: &Opportunity) -> Result<(), Fault> {
    if deal.head.gone {
        return search::remove(conn, Noun::Opp, deal.head.no);
    }
    search::put(conn, Noun::Opp, deal.head.no, &name::keys(&deal.title), false)
}

fn index_named(conn: &Connection, noun: Noun, no: i64, is_new: bool) -> Result<(), Fault> {
    let (words, table) = (named::words(noun), noun.code());
    let mut query = conn.prepare_cached(&format!("SELECT gone, {words} FROM {table} WHERE no = ?1"))?;
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let (gone, words, numbers): (bool, String, String) = query.query_row([no], read)?;
    if gone {
        search::remove(conn, noun, no)
    } else {
        search::put(conn, noun, no, &search::keys(&words, &numbers), is_new)
    }
}
