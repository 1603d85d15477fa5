//! The funnel: today's from the sums, a past day's from the log.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::tally::{DealSum, Sum};
use super::{Fault, Store};
use crate::domain::choice::Choice;
use crate::domain::funnel::{Amount, FunnelSheet, StageSheet};
use crate::domain::money;
use crate::domain::stage::{Move, Stage, Status};

/// The state of every deal on a day: after its last move until then, before its first move after that, or as it
/// is where no move is known. A deal that had not come up yet is left out. Days count from 1 January of year 1.
const AS_OF: &str = "
    WITH state AS (
        SELECT o.no, o.currency, ifnull(o.amount, 0) AS amount, o.p_calc, o.close_on, o.status AS now_status,
            (SELECT s.status || '/' || s.to_stage || '/' || ifnull(s.on_day, '') FROM step s
             WHERE s.opportunity = o.id AND s.gone = 0 AND s.on_day <= ?1 ORDER BY s.no DESC LIMIT 1) AS past,
            (SELECT ifnull(s.from_stage, s.to_stage) FROM step s WHERE s.opportunity = o.id AND s.gone = 0 AND s.on_day > ?1
             ORDER BY s.no LIMIT 1) AS later,
            -- Closing and opening again leave the stage, and with it the day since which the deal stands there.
            (SELECT s.on_day FROM step s WHERE s.opportunity = o.id AND s.gone = 0 AND s.on_day <= ?1
             AND s.from_stage IS NOT s.to_stage ORDER BY s.no DESC LIMIT 1) AS moved,
            o.stage, o.opened_on, ifnull(o.stage_since, o.opened_on) AS since
        FROM opp o LEFT JOIN batch b ON b.batch = o.born
        WHERE o.gone = 0 AND ifnull(o.opened_on, min(substr(b.at, 1, 10), ifnull(o.close_on, '9999'))) <= ?1)
    SELECT CASE
            WHEN past IS NOT NULL THEN substr(past, 1, instr(past, '/') - 1)
            WHEN later IS NOT NULL THEN 'open'
            WHEN now_status IN ('won', 'lost') AND close_on > ?1 THEN 'open'
            ELSE now_status END AS status,
        CASE
            WHEN past IS NOT NULL THEN substr(past, instr(past, '/') + 1, length(past) - instr(past, '/') - 11)
            WHEN later IS NOT NULL THEN later
            -- A deal that an import brought in closed: where it stood before is not known.
            WHEN now_status IN ('won', 'lost') AND close_on > ?1 THEN 'potential'
            ELSE stage END AS stage,
        currency, count(*), sum(amount), sum(CASE WHEN now_status = 'open' THEN amount * p_calc / 100 ELSE 0 END),
        sum(ifnull(cast(julianday(ifnull(moved, CASE WHEN since <= ?1 THEN since ELSE opened_on END)) - 1721424.5
            AS INTEGER), 0)),
        sum(CASE WHEN now_status = 'open' THEN 0 ELSE amount END)
    FROM state GROUP BY 1, 2, 3";

impl Store {
    /// The funnel as it is.
    pub fn funnel(&self, today: NaiveDate) -> Result<FunnelSheet, Fault> {
        Ok(sheet(today, &self.deal_sums()?, &self.moves()?))
    }

    /// The funnel as it was at the end of a past day; amounts and probabilities are those of now.
    pub fn funnel_as_of(&self, day: NaiveDate) -> Result<FunnelSheet, Fault> {
        let mut query = self.conn.prepare(AS_OF)?;
        let mut rows = query.query([day.to_string()])?;
        let mut sums = Vec::new();
        while let Some(row) = rows.next()? {
            let (status, stage): (String, String) = (row.get(0)?, row.get(1)?);
            let (Some(status), Some(stage)) = (Status::from_code(&status), Stage::from_code(&stage)) else {
                return Err(Fault::Damaged(format!("{status}/{stage}")));
            };
            let base = i64::from(self.rules.base.of(stage));
            let sum = Sum {
                n: row.get(3)?,
                amount: row.get(4)?,
                // What has closed since says nothing of its chance then: the stage's base stands for it.
                weighted: row.get::<_, i64>(5)?.saturating_add(money::weighted(row.get(7)?, base)),
                days: row.get(6)?,
                high: 0,
            };
            sums.push(DealSum { status, stage, currency: row.get(2)?, sum });
        }
        Ok(sheet(day, &sums, &[]))
    }
}

fn sheet(day: NaiveDate, sums: &[DealSum], moves: &[(Stage, Move, i64)]) -> FunnelSheet {
    let of = |status: Status| sums.iter().filter(move |sum| sum.status == status);
    let count = |status: Status| of(status).map(|sum| sum.sum.n).sum();
    let stages = Stage::ALL.iter().map(|stage| {
        let here: Vec<&DealSum> = of(Status::Open).filter(|sum| sum.stage == *stage).collect();
        let count: i64 = here.iter().map(|sum| sum.sum.n).sum();
        let days: i64 = here.iter().map(|sum| sum.sum.days).sum();
        let left = moves.iter().filter(|(from, ..)| from == stage);
        let on = left.clone().filter(|(_, act, _)| matches!(act, Move::Advance | Move::Win));
        let out = left.filter(|(_, act, _)| !matches!(act, Move::Reopen | Move::Import));
        StageSheet {
            stage: *stage,
            count,
            high: here.iter().map(|sum| sum.sum.high).sum(),
            amounts: amounts(here.into_iter()),
            days: (count > 0).then(|| (i64::from(day.num_days_from_ce()) - days / count).max(0)),
            moved_on: on.map(|(.., n)| n).sum(),
            moved: out.map(|(.., n)| n).sum(),
        }
    });
    FunnelSheet {
        as_of: day,
        stages: stages.collect(),
        won: count(Status::Won),
        won_amounts: amounts(of(Status::Won)),
        lost: count(Status::Lost),
        parked: count(Status::Suspended) + count(Status::Dropped),
    }
}

fn amounts<'a>(sums: impl Iterator<Item = &'a DealSum>) -> Vec<Amount> {
    let mut by_currency: BTreeMap<&str, Sum> = BTreeMap::new();
    for sum in sums {
        by_currency.entry(&sum.currency).or_default().add(sum.sum, 1);
    }
    let mut sorted: Vec<(&str, Sum)> = by_currency.into_iter().collect();
    sorted.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.n));
    let amount = |(currency, sum): (&str, Sum)| Amount {
        currency: currency.to_owned(),
        amount: sum.amount,
        weighted: sum.weighted,
    };
    sorted.into_iter().map(amount).collect()
}
