//! What is told of deals since a batch: by the journal, by the judgements kept beside it, and by the answers.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::params;

use super::Since;
use crate::domain::answer::Verdict;
use crate::domain::choice::Choice;
use crate::domain::flag::Alarm;
use crate::domain::noun::Noun;
use crate::domain::value::Value;
use crate::store::{Fault, Origin, Store, row};

/// The last line of the journal that does not count.
pub(super) const PLACE: &str =
    "SELECT lsn FROM journal WHERE batch <= ?1 ORDER BY batch DESC, lsn DESC LIMIT 1";
/// Births since. The journal lies in the order of its lines: an index over its nouns would read it from its beginning.
pub(super) const BORN: &str = "SELECT j.noun, j.no, j.last, j.batch FROM journal j NOT INDEXED
     WHERE j.lsn > ?1 AND j.noun IN (?2, ?3) AND j.field IS NULL ORDER BY j.lsn";
/// More deals of one import than this are no news one by one.
const BULK: i64 = 100;
/// What changed since, the newest first.
pub(super) const CHANGED: &str = "SELECT j.no, j.field, j.old FROM journal j NOT INDEXED
     WHERE j.lsn > ?1 AND j.noun = ?2 AND j.field NOT IN ('stage_since', 'close_moves', 'last_activity_on',
         'external_id', 'extra') ORDER BY j.lsn DESC";
/// How deals were judged before, each time that changed since.
pub(super) const JUDGED: &str = "SELECT no, p_calc, flags FROM judged WHERE batch >= ?1 AND day >= ?2
     ORDER BY batch, no, day";

/// Deals that came up in one batch, by their numbers.
#[derive(Clone, Copy)]
pub(super) struct Born {
    pub(super) first: i64,
    pub(super) last: i64,
    /// Whether an import brought so many that they are no news one by one.
    pub(super) in_bulk: bool,
    batch: i64,
}

/// What is told of deals since a batch; the maps hold deals that were touched.
#[derive(Default)]
pub(super) struct Told {
    /// How many deals are taken at most.
    room: usize,
    /// Those that came up, in their order.
    pub(super) born: Vec<Born>,
    /// Older deals that were touched.
    pub(super) touched: BTreeSet<i64>,
    /// Those for which there was no room.
    pub(super) unread: HashSet<i64>,
    /// The first value that each changed field had.
    pub(super) old: BTreeMap<i64, BTreeMap<String, Value>>,
    /// How they were judged before that changed for the first time.
    pub(super) judged: BTreeMap<i64, (Option<i64>, Vec<Alarm>)>,
    /// The questions that turned unfavourable.
    pub(super) turned: BTreeMap<i64, Vec<i64>>,
    /// The questions that were answered for the first time, and unfavourably.
    pub(super) answered: BTreeMap<i64, Vec<i64>>,
    /// The questions that turned favourable.
    pub(super) favourable: BTreeMap<i64, Vec<i64>>,
    /// The number of the first answer that was written since.
    answer: Option<i64>,
}

pub(super) fn alarms<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<Alarm> {
    codes.filter_map(Alarm::from_code).collect()
}

impl Told {
    fn is_new(&self, no: i64) -> bool {
        let at = self.born.partition_point(|born| born.first <= no);
        let born = at.checked_sub(1).and_then(|at| self.born.get(at));
        born.is_some_and(|born| no <= born.last)
    }

    /// Whether there is room for an older deal.
    fn takes(&mut self, no: i64) -> bool {
        if self.is_new(no) {
            return false;
        }
        let takes = self.touched.contains(&no) || self.touched.len() < self.room;
        if takes {
            self.touched.insert(no)
        } else {
            self.unread.insert(no)
        };
        takes
    }
}

impl Store {
    /// What is told since then of `room` deals at most: of those that people changed last, then of those that were
    /// judged otherwise.
    pub(super) fn told_since(&self, since: Since, room: usize) -> Result<Told, Fault> {
        let mut told = Told { room, ..Told::default() };
        let mut place = self.conn.prepare_cached(PLACE)?;
        let place: i64 = row::optional(place.query_row([since.batch], |row| row.get(0)))?.unwrap_or(0);
        self.read_births(place, &mut told)?;
        self.read_changes(place, &mut told)?;
        self.read_answers(&mut told)?;
        self.read_judgements(since, &mut told)?;
        Ok(told)
    }

    fn read_births(&self, place: i64, told: &mut Told) -> Result<(), Fault> {
        let mut query = self.conn.prepare_cached(BORN)?;
        let deal = Noun::Opp.index();
        let mut rows = query.query(params![place, deal, Noun::Answer.index()])?;
        while let Some(row) = rows.next()? {
            let (noun, no, last): (i64, i64, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if noun == deal {
                let fresh = Born { first: no, last: last.unwrap_or(no), in_bulk: false, batch: row.get(3)? };
                match told.born.last_mut() {
                    Some(born) if born.batch == fresh.batch && born.last + 1 == no => born.last = fresh.last,
                    _ => told.born.push(fresh),
                }
            } else {
                told.answer.get_or_insert(no);
            }
        }
        told.born.sort_unstable_by_key(|born| born.first);
        let mut query = self.conn.prepare_cached("SELECT origin FROM batch WHERE batch = ?1")?;
        for born in &mut told.born {
            let origin: String = query.query_row([born.batch], |row| row.get(0))?;
            let many = born.last - born.first + 1;
            // The first import of a book is a beginning, however small it is.
            born.in_bulk = Origin::Import.code() == origin && (many > BULK || many >= born.first);
        }
        Ok(())
    }

    fn read_changes(&self, place: i64, told: &mut Told) -> Result<(), Fault> {
        let mut query = self.conn.prepare_cached(CHANGED)?;
        let mut rows = query.query(params![place, Noun::Opp.index()])?;
        while let Some(row) = rows.next()? {
            let no = row.get(0)?;
            if told.takes(no) {
                // From the newest to the oldest: the value that stays is the first one.
                told.old.entry(no).or_default().insert(row.get(1)?, row.get(2)?);
            }
        }
        Ok(())
    }

    fn read_judgements(&self, since: Since, told: &mut Told) -> Result<(), Fault> {
        let mut query = self.conn.prepare_cached(JUDGED)?;
        let mut rows = query.query(params![since.batch, since.day.to_string()])?;
        while let Some(row) = rows.next()? {
            let no = row.get(0)?;
            if told.takes(no) && !told.judged.contains_key(&no) {
                let flags: Option<String> = row.get(2)?;
                let flags = alarms(flags.unwrap_or_default().split_whitespace());
                told.judged.insert(no, (row.get(1)?, flags));
            }
        }
        Ok(())
    }

    fn read_answers(&self, told: &mut Told) -> Result<(), Fault> {
        let Some(first) = told.answer else { return Ok(()) };
        let like = "opportunity = a.opportunity AND question = a.question AND subject IS NULL AND gone = 0";
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT o.no, a.question, a.verdict,
                 (SELECT verdict FROM answer WHERE {like} AND no < ?1 ORDER BY no DESC LIMIT 1) AS before
             FROM answer a JOIN opp o ON o.id = a.opportunity
             WHERE a.no >= ?1 AND a.subject IS NULL AND a.gone = 0 AND a.verdict IN ('+', '-')
             AND NOT EXISTS (SELECT 1 FROM answer WHERE {like} AND no > a.no) AND before IS NOT a.verdict
             ORDER BY o.no, a.question"
        ))?;
        let mut rows = query.query([first])?;
        while let Some(row) = rows.next()? {
            let (no, question, verdict): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let before: Option<String> = row.get(3)?;
            if told.takes(no) {
                let is_favourable = |verdict: &str| verdict == Verdict::Favourable.code();
                let turned = match (is_favourable(&verdict), before) {
                    (true, _) => &mut told.favourable,
                    (false, Some(before)) if is_favourable(&before) => &mut told.turned,
                    (false, _) => &mut told.answered,
                };
                turned.entry(no).or_default().push(question);
            }
        }
        Ok(())
    }
}
