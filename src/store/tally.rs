//! Sums that screens show, kept by the write door so that no screen ever adds up a table.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::{Fault, Store};
use crate::domain::choice::Choice;
use crate::domain::stage::{Move, Stage, Status};

/// A sum: a count, and amounts in minor units of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// How many deals.
    pub n: i64,
    /// Their amounts.
    pub amount: i64,
    /// Their amounts, each times its weight: the computed probability, or what stands for it.
    pub weighted: i64,
    /// The days since 1 January of year 1 on which each came into its stage, added up.
    pub days: i64,
    /// How many have a high flag.
    pub high: i64,
    /// How many are open and not qualified yet.
    pub blank: i64,
    /// The amounts of those.
    pub blank_amount: i64,
}

impl Sum {
    pub(super) fn add(&mut self, other: Self, sign: i64) {
        self.n += sign * other.n;
        self.amount = self.amount.saturating_add(sign * other.amount);
        self.weighted = self.weighted.saturating_add(sign * other.weighted);
        self.days += sign * other.days;
        self.high += sign * other.high;
        self.blank += sign * other.blank;
        self.blank_amount = self.blank_amount.saturating_add(sign * other.blank_amount);
    }
}

/// A sum with what it is the sum of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealSum {
    /// Of deals in this state.
    pub status: Status,
    /// In this stage.
    pub stage: Stage,
    /// In this currency.
    pub currency: String,
    /// The sum.
    pub sum: Sum,
}

pub(super) fn key(status: &str, stage: &str, currency: &str) -> String {
    format!("deal/{status}/{stage}/{currency}")
}

pub(super) fn move_key(from: &str, act: &str) -> String {
    format!("move/{from}/{act}")
}

pub(super) fn apply(conn: &Connection, deltas: &HashMap<String, Sum>) -> Result<(), Fault> {
    let mut write = conn.prepare_cached(
        "INSERT INTO tally (key, n, amount, weighted, days, high, blank, blank_amount)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (key) DO UPDATE SET n = n + excluded.n, amount = amount + excluded.amount,
         weighted = weighted + excluded.weighted, days = days + excluded.days, high = high + excluded.high,
         blank = blank + excluded.blank, blank_amount = blank_amount + excluded.blank_amount",
    )?;
    for (key, sum) in deltas.iter().filter(|(_, sum)| **sum != Sum::default()) {
        let (blank, blank_amount) = (sum.blank, sum.blank_amount);
        write.execute(params![
            key,
            sum.n,
            sum.amount,
            sum.weighted,
            sum.days,
            sum.high,
            blank,
            blank_amount
        ])?;
    }
    Ok(())
}

/// Sums of deals with what their keys say, in the order of these; empty ones left out.
pub(super) fn deals(sums: impl IntoIterator<Item = (String, Sum)>) -> Vec<DealSum> {
    let mut sums: Vec<(String, Sum)> = sums.into_iter().filter(|(_, sum)| sum.n > 0).collect();
    sums.sort_by(|(one, _), (other, _)| one.cmp(other));
    let read = |(key, sum): (String, Sum)| {
        let mut parts = key.split('/').skip(1);
        let status = parts.next().and_then(Status::from_code)?;
        let stage = parts.next().and_then(Stage::from_code)?;
        Some(DealSum { status, stage, currency: parts.next()?.to_owned(), sum })
    };
    sums.into_iter().filter_map(read).collect()
}

impl Store {
    /// The sums of all deals by status, stage and currency; empty ones left out.
    pub fn deal_sums(&self) -> Result<Vec<DealSum>, Fault> {
        Ok(deals(self.tallies("deal/")?))
    }

    /// How often deals left a stage in each way.
    pub fn moves(&self) -> Result<Vec<(Stage, Move, i64)>, Fault> {
        let parse = |(key, sum): (String, Sum)| {
            let mut parts = key.split('/').skip(1);
            let from = parts.next().and_then(Stage::from_code)?;
            Some((from, parts.next().and_then(Move::from_code)?, sum.n))
        };
        Ok(self.tallies("move/")?.into_iter().filter_map(parse).collect())
    }

    pub(super) fn tallies(&self, prefix: &str) -> Result<Vec<(String, Sum)>, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT key, n, amount, weighted, days, high, blank, blank_amount FROM tally
             WHERE key >= ?1 AND key < ?1 || '~' AND n > 0 ORDER BY key",
        )?;
        let rows = query.query_map([prefix], |row| {
            let sum = Sum {
                n: row.get(1)?,
                amount: row.get(2)?,
                weighted: row.get(3)?,
                days: row.get(4)?,
                high: row.get(5)?,
                blank: row.get(6)?,
                blank_amount: row.get(7)?,
            };
            Ok((row.get(0)?, sum))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
