//! The funnel: today's from the sums, a past day's from the journal.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::past::{self, Before};
use super::query::Term;
use super::tally::{self, DealSum, Sum};
use super::{Fault, Store, derive, row};
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::funnel::{Amount, FunnelSheet, Source, StageSheet};
use crate::domain::judge::{Judgement, judge};
use crate::domain::money;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::{Move, Stage, Status};
use crate::domain::value::Value;

/// Deals in one state, stage and currency, summed, and how many of them have a day since which they stand there.
struct Heap {
    of: DealSum,
    dated: i64,
}

impl Store {
    /// The funnel of the deals that meet the terms, as it is.
    pub fn funnel(&self, today: NaiveDate, terms: &[Term]) -> Result<FunnelSheet, Fault> {
        let heaps = self.deal_sums_of(terms)?.into_iter().map(|of| Heap { dated: of.sum.n, of });
        Ok(sheet((today, Source::Book), &heaps.collect::<Vec<_>>(), &self.moves_of(terms)?))
    }

    /// The funnel as it was at the end of a past day, of the deals that met the terms then: what was written since is
    /// taken back, and each deal judged as of that day. Of a day before the book began only the dates in it tell.
    pub fn funnel_as_of(&self, day: NaiveDate, terms: &[Term]) -> Result<FunnelSheet, Fault> {
        let before = Before::of(self, day)?;
        if before.batch.is_none() {
            let heaps = self.by_dates(day, &before, terms)?;
            return Ok(sheet((day, Source::Dates), &heaps, &[]));
        }
        if !terms.is_empty() {
            return past::whole(self, &before, day)?.funnel(day, terms);
        }
        let mut sums = self.closed_then(&before)?;
        let (mut open, mut ids) = (Vec::new(), HashSet::new());
        for no in self.looked_at(&before)? {
            let Some(deal) = self.get::<Opportunity>(no)? else { continue };
            let Some(deal) = before.record(deal)? else { continue };
            if deal.status == Status::Open && !deal.head.gone {
                ids.insert(deal.head.id.to_string());
                open.push(deal);
            } else {
                add(&mut sums, &deal, &judge(&Case::bare(&deal), &self.rules, day));
            }
        }
        let past = past::rebuilt(self, &before, Some(&ids))?;
        for deal in &open {
            add(&mut sums, deal, &derive::weigh(&past.conn, deal, &self.rules, day)?);
        }
        let heaps: Vec<Heap> =
            tally::deals(sums).into_iter().map(|of| Heap { dated: of.sum.n, of }).collect();
        Ok(sheet((day, Source::Book), &heaps, &self.moves_then(&before)?))
    }

    /// Deals that have to be looked at one by one: the open ones, and those that were changed since.
    fn looked_at(&self, before: &Before) -> Result<BTreeSet<i64>, Fault> {
        let mut query = self.conn.prepare("SELECT no FROM opp WHERE status = 'open' AND gone = 0")?;
        let open = query.query_map([], |row| row.get(0))?;
        let mut all: BTreeSet<i64> = open.collect::<Result<_, _>>()?;
        all.extend(before.changed(Noun::Opp));
        Ok(all)
    }

    /// The sums of the deals that had closed by then and were not changed since.
    fn closed_then(&self, before: &Before) -> Result<HashMap<String, Sum>, Fault> {
        let mut query = self.conn.prepare(
            "SELECT status, stage, currency, count(*), ifnull(sum(amount), 0) FROM opp
             WHERE status <> 'open' AND gone = 0 AND born <= ?1 GROUP BY 1, 2, 3",
        )?;
        let mut sums = HashMap::new();
        let mut rows = query.query([before.batch])?;
        while let Some(row) = rows.next()? {
            let (status, stage, currency): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let sum = Sum { n: row.get(3)?, amount: row.get(4)?, ..Sum::default() };
            sums.insert(tally::key(&status, &stage, &currency), sum);
        }
        for no in before.changed(Noun::Opp) {
            let counted = |deal: &Opportunity| {
                deal.status != Status::Open && !deal.head.gone && Some(deal.head.born) <= before.batch
            };
            if let Some(deal) = self.get::<Opportunity>(no)?.filter(counted) {
                let key = tally::key(deal.status.code(), deal.stage.code(), &deal.currency);
                let sum = Sum { n: 1, amount: deal.amount.unwrap_or(0), ..Sum::default() };
                sums.entry(key).or_default().add(sum, -1);
            }
        }
        Ok(sums)
    }

    /// How often deals had left a stage in each way by then.
    fn moves_then(&self, before: &Before) -> Result<Vec<(Stage, Move, i64)>, Fault> {
        let mut query = self.conn.prepare(
            "SELECT no, from_stage, act, gone FROM step WHERE born <= ?1 AND from_stage IS NOT NULL",
        )?;
        let mut counts: BTreeMap<(Stage, &str), (Move, i64)> = BTreeMap::new();
        let mut rows = query.query([before.batch])?;
        while let Some(row) = rows.next()? {
            let (no, from, act): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let gone = before.value(Noun::Step, no, "gone").map(|value| *value == Value::Int(1));
            let is_gone = gone.map_or_else(|| row.get(3), Ok)?;
            if let (Some(from), Some(act), false) = (Stage::from_code(&from), Move::from_code(&act), is_gone)
            {
                counts.entry((from, act.code())).or_insert((act, 0)).1 += 1;
            }
        }
        Ok(counts.into_iter().map(|((from, _), (act, n))| (from, act, n)).collect())
    }

    /// The funnel of a day before the book began: each deal as it came in, from the day on which it was found until it
    /// closed. A deal that names no such day is not known before it came in; one that had closed, not before that.
    fn by_dates(&self, day: NaiveDate, before: &Before, terms: &[Term]) -> Result<Vec<Heap>, Fault> {
        let mut deals = self.dated(day, before)?;
        if !terms.is_empty() {
            let found: Vec<&Opportunity> = deals.iter().collect();
            let past = past::brought_in(self, before, &found)?;
            let met: HashSet<i64> =
                past.matching(terms)?.iter().map(|deal: &Opportunity| deal.head.no).collect();
            deals.retain(|deal| met.contains(&deal.head.no));
        }
        let mut heaps: BTreeMap<String, Heap> = BTreeMap::new();
        for deal in deals {
            let since = deal.stage_since.filter(|since| *since <= day).or(deal.opened_on);
            let chance = deal.p_rep.unwrap_or_else(|| i64::from(self.rules.base.of(deal.stage)));
            let (amount, is_open) = (deal.amount.unwrap_or(0), deal.status == Status::Open);
            let sum = Sum {
                n: 1,
                amount,
                weighted: if is_open { money::weighted(amount, chance) } else { 0 },
                days: since.map_or(0, |since| i64::from(since.num_days_from_ce())),
                high: 0,
                blank: i64::from(is_open),
                blank_amount: if is_open { amount } else { 0 },
            };
            let Opportunity { status, stage, currency, .. } = deal;
            let key = tally::key(status.code(), stage.code(), &currency);
            let fresh = Heap { of: DealSum { status, stage, currency, sum: Sum::default() }, dated: 0 };
            let heap = heaps.entry(key).or_insert(fresh);
            heap.of.sum.add(sum, 1);
            heap.dated += i64::from(since.is_some());
        }
        Ok(heaps.into_values().collect())
    }

    /// The deals that are known of such a day, as they stood then.
    fn dated(&self, day: NaiveDate, before: &Before) -> Result<Vec<Opportunity>, Fault> {
        let mut deals = Vec::new();
        let mut query = self.conn.prepare(&row::select::<Opportunity>("ORDER BY no"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let Some(mut deal) = before.record::<Opportunity>(row::record(row)?)? else { continue };
            let is_closed = matches!(deal.status, Status::Won | Status::Lost);
            let known = deal.opened_on.or(deal.close_on.filter(|_| is_closed));
            if deal.head.gone || known.is_none_or(|known| known > day) {
                continue;
            }
            if is_closed && deal.close_on.is_some_and(|closed| closed > day) {
                // Where it stood before it closed is not known.
                (deal.status, deal.stage, deal.stage_since) = (Status::Open, Stage::Potential, None);
            }
            deals.push(deal);
        }
        Ok(deals)
    }
}

fn add(sums: &mut HashMap<String, Sum>, deal: &Opportunity, judgement: &Judgement) {
    if let Some((key, sum)) = derive::share(deal, judgement) {
        sums.entry(key).or_default().add(sum, 1);
    }
}

fn sheet((day, source): (NaiveDate, Source), heaps: &[Heap], moves: &[(Stage, Move, i64)]) -> FunnelSheet {
    let of = |status: Status| heaps.iter().filter(move |heap| heap.of.status == status);
    let count = |status: Status| of(status).map(|heap| heap.of.sum.n).sum();
    let sums = |status: Status| amounts(of(status).map(|heap| &heap.of));
    let stages = Stage::ALL.iter().map(|stage| {
        let here: Vec<&Heap> = of(Status::Open).filter(|heap| heap.of.stage == *stage).collect();
        let count: i64 = here.iter().map(|heap| heap.of.sum.n).sum();
        let days: i64 = here.iter().map(|heap| heap.of.sum.days).sum();
        let dated: i64 = here.iter().map(|heap| heap.dated).sum();
        let left = moves.iter().filter(|(from, ..)| from == stage);
        let on = left.clone().filter(|(_, act, _)| matches!(act, Move::Advance | Move::Win));
        let out = left.filter(|(_, act, _)| !matches!(act, Move::Reopen | Move::Import));
        StageSheet {
            stage: *stage,
            count,
            high: here.iter().map(|heap| heap.of.sum.high).sum(),
            unqualified: here.iter().map(|heap| heap.of.sum.blank).sum(),
            amounts: amounts(here.into_iter().map(|heap| &heap.of)),
            days: (dated > 0).then(|| (i64::from(day.num_days_from_ce()) - days / dated).max(0)),
            moved_on: on.map(|(.., n)| n).sum(),
            moved: out.map(|(.., n)| n).sum(),
        }
    });
    let mut blank: BTreeMap<&str, Sum> = BTreeMap::new();
    for open in of(Status::Open).map(|heap| &heap.of).filter(|open| open.sum.blank > 0) {
        blank.entry(&open.currency).or_default().add(open.sum, 1);
    }
    let mut blank: Vec<(&str, Sum)> = blank.into_iter().collect();
    blank.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.blank));
    FunnelSheet {
        as_of: day,
        source,
        stages: stages.collect(),
        won: count(Status::Won),
        won_amounts: sums(Status::Won),
        lost: count(Status::Lost),
        parked: count(Status::Suspended) + count(Status::Dropped),
        unqualified: blank.iter().map(|(_, sum)| sum.blank).sum(),
        to_qualify: blank.into_iter().map(|(code, sum)| (code.to_owned(), sum.blank_amount)).collect(),
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
