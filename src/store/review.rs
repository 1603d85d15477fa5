//! What became of the funnel since a review (N5): the journal and the judgements kept beside it tell how a deal was,
//! its row how it is. Only deals that were touched since are read, and of those not more than a person goes through.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rusqlite::params;

use self::told::{Born, Told, alarms};
use super::deals::DealRow;
use super::refresh::LOOKED_BACK;
use super::{Fault, Store, Tx, row};
use crate::domain::change::{self, Beside, Change, Group, State};
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::flow::{self, Flow};
use crate::domain::opportunity::Opportunity;
use crate::domain::record::{Field, Record};
use crate::domain::review::Ritual;
use crate::domain::stage::{Stage, Status};
use crate::domain::value::Value;

mod told;

/// So many days are looked back where no review was ever stamped.
const WITHOUT_STAMP: u64 = 7;
/// So many deals that were touched are read at most; the others are counted.
const MOST: usize = 5000;
/// For so many days it is kept how deals were judged.
const KEPT_DAYS: u64 = 400;
/// Open deals with flags.
const TROUBLED: &str = "SELECT count(*) FROM opp WHERE gone = 0 AND status = 'open' AND severity > 0";

/// From where a review looks on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The last batch that does not count.
    batch: i64,
    /// The first day that counts.
    pub day: NaiveDate,
    /// Whether that is when the last review was stamped.
    pub stamped: bool,
}

/// A deal to which something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The deal as it is.
    pub row: DealRow,
    /// Where it stands in the review.
    pub group: Group,
    /// What happened, the weightiest first.
    pub changes: Vec<Change>,
}

/// How many deals and how much money of each currency, by what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flows(BTreeMap<(Flow, String), (i64, i64)>);

impl Flows {
    fn add(&mut self, flow: Flow, currency: &str, count: i64, minor: i64) {
        let sum = self.0.entry((flow, currency.to_owned())).or_default();
        *sum = (sum.0 + count, sum.1.saturating_add(minor));
    }

    /// How many deals it is about in one way, and the amounts in minor units by currency.
    pub fn of(&self, flow: Flow) -> (i64, Vec<(&str, i64)>) {
        let own = self.0.iter().filter(move |((one, _), _)| *one == flow);
        let sums = own.clone().map(|((_, currency), (_, minor))| (currency.as_str(), *minor)).collect();
        (own.map(|(_, (count, _))| count).sum(), sums)
    }

    /// Whether nothing came, went or changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a review goes through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// From where it looks on.
    pub since: Since,
    /// The deals that changed, by group, the worst of each first.
    pub deals: Vec<Changed>,
    /// How many there are in each group, whether they were read or not.
    pub counts: BTreeMap<Group, i64>,
    /// What came into the funnel, went out of it or changed in it, by currency.
    pub flows: Flows,
    /// How many more were touched than a review reads: they are in no group.
    pub unread: i64,
    /// Open deals with flags that did not change, the worst first.
    pub flagged: Vec<DealRow>,
    /// How many of those there are.
    pub flagged_count: i64,
}

impl Store {
    /// From the last stamp of the funnel review on; without one, from a week before today.
    pub fn since_review(&self, today: NaiveDate) -> Result<Since, Fault> {
        match self.last_kept(Ritual::Funnel)? {
            Some(review) => {
                let day = review.on_day.unwrap_or(today);
                Ok(Since { batch: review.head.born, day, stamped: true })
            }
            None => self.since(today.checked_sub_days(Days::new(WITHOUT_STAMP)).unwrap_or(today)),
        }
    }

    /// From the morning of a day on.
    pub fn since(&self, day: NaiveDate) -> Result<Since, Fault> {
        let newest = "SELECT batch FROM batch WHERE substr(at, 1, 10) < ?1 ORDER BY batch DESC LIMIT 1";
        let mut query = self.conn.prepare_cached(newest)?;
        let batch = row::optional(query.query_row([day.to_string()], |row| row.get(0)))?.unwrap_or(0);
        Ok(Since { batch, day, stamped: false })
    }

    /// What became of deals since then; of those that changed `limit` are read for each group at most, of those that
    /// are flagged as before `few`.
    pub fn diff(&self, since: Since, (limit, few): (usize, usize)) -> Result<Diff, Fault> {
        self.compare(&self.told_since(since, MOST)?, since, (limit, few))
    }

    fn compare(&self, told: &Told, since: Since, (limit, few): (usize, usize)) -> Result<Diff, Fault> {
        let (mut deals, mut counts, mut flows) = (Vec::new(), BTreeMap::new(), Flows::default());
        for no in told.touched.iter().rev() {
            let Some(deal) = self.get::<Opportunity>(*no)? else { continue };
            let old = told.old.get(no);
            let Some(row) = self.deal_row(*no)? else {
                Self::removed(&deal, old, &mut flows);
                continue;
            };
            let now = state(&row);
            let was = earlier(&now, old, told.judged.get(no));
            let of = |turned: &BTreeMap<i64, Vec<i64>>| turned.get(no).cloned().unwrap_or_default();
            let (bad, first, good) = (of(&told.turned), of(&told.answered), of(&told.favourable));
            let fields = other_fields(&deal, old);
            let beside = Beside { unfavourable: &bad, answered: &first, favourable: &good, fields: &fields };
            let changes = change::changes(Some(&was), &now, beside);
            for (flow, minor) in flow::flows(&was, &now, &changes) {
                flows.add(flow, &now.currency, 1, minor);
            }
            deals.extend(found(row, changes));
        }
        for changed in &deals {
            *counts.entry(changed.group).or_insert(0) += 1;
        }
        *counts.entry(Group::Moved).or_insert(0) +=
            self.new_deals(told, since, limit, &mut deals, &mut flows)?;
        deals.sort_by_key(|one| (one.group, rank(&one.changes), std::cmp::Reverse(one.row.high)));
        let mut held = BTreeMap::new();
        deals.retain(|one| {
            let count = held.entry(one.group).or_insert(0);
            *count += 1;
            *count <= limit
        });
        let listed: BTreeSet<i64> = deals.iter().map(|one| one.row.place.no).collect();
        let (flagged, flagged_count) = self.flagged_but(&listed, few)?;
        let unread = i64::try_from(told.unread.len()).unwrap_or(i64::MAX);
        Ok(Diff { since, deals, counts, flows, unread, flagged, flagged_count })
    }

    /// What went out with a deal that is gone, where it was not so before.
    fn removed(deal: &Opportunity, old: Option<&BTreeMap<String, Value>>, flows: &mut Flows) {
        if deal.status == Status::Open && old.is_some_and(|old| old.contains_key("gone")) {
            flows.add(Flow::Removed, &deal.currency, 1, deal.amount.unwrap_or(0));
        }
    }

    /// Reads the newest deals that came up since; how many there are, those that ended before left out. What a large
    /// import brought is summed and not told one by one, but for what ended since.
    fn new_deals(
        &self,
        told: &Told,
        since: Since,
        limit: usize,
        deals: &mut Vec<Changed>,
        flows: &mut Flows,
    ) -> Result<i64, Fault> {
        let counts = "gone = 0 AND no BETWEEN ?1 AND ?2
             AND (status = 'open' AND NOT ?4 OR status IN ('won', 'lost') AND close_on >= ?3)";
        let mut count = self.conn.prepare_cached(&format!("SELECT count(*) FROM opp WHERE {counts}"))?;
        let mut read = self
            .conn
            .prepare_cached(&format!("SELECT no FROM opp WHERE {counts} ORDER BY no DESC LIMIT ?5"))?;
        let (mut all, day, mut room) = (0, since.day.to_string(), limit);
        for born in told.born.iter().rev() {
            let (first, last, in_bulk) = (born.first, born.last, born.in_bulk);
            all += count.query_row(params![first, last, day, in_bulk], |row| row.get::<_, i64>(0))?;
            self.sum_new(*born, &day, flows)?;
            let most = i64::try_from(room).unwrap_or(i64::MAX);
            let numbers = read.query_map(params![first, last, day, in_bulk, most], |row| row.get(0))?;
            for no in numbers.collect::<Result<Vec<i64>, _>>()? {
                let Some(row) = self.deal_row(no)? else { continue };
                let changes = change::changes(None, &state(&row), Beside::default());
                deals.extend(found(row, changes));
                room = room.saturating_sub(1);
            }
        }
        Ok(all)
    }

    /// What new deals brought, and what went with those that ended since.
    fn sum_new(&self, born: Born, day: &str, flows: &mut Flows) -> Result<(), Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT status, currency, count(*), ifnull(sum(amount), 0) FROM opp
             WHERE gone = 0 AND no BETWEEN ?1 AND ?2 AND (status = 'open' OR close_on >= ?3) GROUP BY 1, 2",
        )?;
        let mut rows = query.query(params![born.first, born.last, day])?;
        while let Some(row) = rows.next()? {
            let (status, currency): (String, String) = (row.get(0)?, row.get(1)?);
            let Some(status) = Status::from_code(&status) else { return Err(Fault::Damaged(status)) };
            let (count, minor) = (row.get(2)?, row.get(3)?);
            let came = if born.in_bulk { Flow::Imported } else { Flow::New };
            if status == Status::Open || !born.in_bulk {
                flows.add(came, &currency, count, minor);
            }
            if status != Status::Open {
                flows.add(flow::ended(status), &currency, count, minor);
            }
        }
        Ok(())
    }

    /// How many open deals have flags.
    pub(super) fn count_troubled(&self) -> Result<usize, Fault> {
        let all: i64 = self.conn.prepare_cached(TROUBLED)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(all).unwrap_or(0))
    }

    /// Open deals with flags that are not among `listed`, and how many there are.
    fn flagged_but(&self, listed: &BTreeSet<i64>, limit: usize) -> Result<(Vec<DealRow>, i64), Fault> {
        let all = i64::try_from(self.count_troubled()?).unwrap_or(i64::MAX);
        let most = i64::try_from(limit.saturating_add(listed.len())).unwrap_or(i64::MAX);
        let mut flagged = self.in_trouble(most)?;
        let before = flagged.len();
        flagged.retain(|row| !listed.contains(&row.place.no));
        let left_out = i64::try_from(before - flagged.len()).unwrap_or(0);
        flagged.truncate(limit);
        Ok((flagged, (all - left_out).max(0)))
    }
}

impl Tx<'_> {
    /// Before the funnel review is stamped: forgets how deals were judged longer ago than any review looks back,
    /// those of the last stamp and of 400 days left alone; and with a stamp that is the last, what was looked back
    /// is over, since the next review counts from here.
    pub fn forget_judgements(&mut self, today: NaiveDate) -> Result<(), Fault> {
        let last = self.last_kept(Ritual::Funnel)?;
        let horizon = self.since(today.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(today))?;
        let batch = last.as_ref().map_or(horizon.batch, |last| last.head.born.min(horizon.batch));
        let mut forget = self.conn.prepare_cached("DELETE FROM judged WHERE batch < ?1 AND day < ?2")?;
        forget.execute(params![batch, horizon.day.to_string()])?;
        if last.is_none_or(|last| last.on_day.is_none_or(|day| day <= today)) {
            self.conn.execute("UPDATE meta SET value = '' WHERE key = ?1", [LOOKED_BACK])?;
        }
        Ok(())
    }
}

fn found(row: DealRow, changes: Vec<Change>) -> Option<Changed> {
    change::group(&changes).map(|group| Changed { row, group, changes })
}

/// What ended comes before what moved, and that before what is new.
fn rank(changes: &[Change]) -> usize {
    match changes.first() {
        Some(Change::Ended(_)) => 0,
        Some(Change::New(_)) => 2,
        _ => 1,
    }
}

fn state(row: &DealRow) -> State {
    State {
        stage: row.stage,
        status: row.status,
        amount: row.amount,
        currency: row.currency.clone(),
        close_on: row.close_on.as_ref().and_then(|day| day.parse().ok()),
        p_calc: row.p_calc,
        alarms: alarms(row.flags.iter().map(String::as_str)),
    }
}

/// Fields that a state does not compare and that hold something else than before.
fn other_fields(deal: &Opportunity, old: Option<&BTreeMap<String, Value>>) -> Vec<&'static str> {
    const COMPARED: [&str; 5] = ["stage", "status", "amount", "currency", "close_on"];
    let is_other = |field: &&Field<Opportunity>| {
        let before = old.and_then(|old| old.get(field.key));
        !COMPARED.contains(&field.key) && before.is_some_and(|before| *before != (field.get)(deal))
    };
    Opportunity::FIELDS.iter().filter(is_other).map(|field| field.key).collect()
}

/// A deal as it was: as it is, but for what is told to have been different.
fn earlier(
    now: &State,
    old: Option<&BTreeMap<String, Value>>,
    judged: Option<&(Option<i64>, Vec<Alarm>)>,
) -> State {
    let mut was = now.clone();
    for (field, value) in old.into_iter().flatten() {
        let text = value.as_text();
        match field.as_str() {
            // What was removed and came back is open again.
            "gone" if *value == Value::Int(1) && now.status == Status::Open => was.status = Status::Dropped,
            "stage" => was.stage = text.and_then(Stage::from_code).unwrap_or(was.stage),
            "status" => was.status = text.and_then(Status::from_code).unwrap_or(was.status),
            "currency" => text.unwrap_or_default().clone_into(&mut was.currency),
            "close_on" => was.close_on = text.and_then(|day| day.parse().ok()),
            "amount" => was.amount = if let Value::Int(minor) = value { Some(*minor) } else { None },
            _ => {}
        }
    }
    if let Some((p_calc, alarms)) = judged {
        (was.p_calc, was.alarms) = (*p_calc, alarms.clone());
    }
    was
}

#[cfg(test)]
mod tests;
