//! The book as it stood at the end of a past day: what the journal wrote since is taken back, in memory.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, params, params_from_iter};

use super::derive::{self, text};
use super::{Fault, Store, row};
use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::cost::Cost;
use crate::domain::factor::{Factor, Fit};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::record::Record;
use crate::domain::rival::{Competitor, Rival};
use crate::domain::stage::Step;
use crate::domain::todo::Todo;
use crate::domain::value::{Cell, Value};
use crate::domain::visit::Visit;

/// What fields held before they were changed, by noun and number.
pub(super) struct Before {
    /// The last batch that counts; nothing where the book began later.
    pub batch: Option<i64>,
    old: HashMap<(i64, i64), BTreeMap<String, Value>>,
}

impl Before {
    /// What was written after a day.
    pub fn of(store: &Store, day: NaiveDate) -> Result<Self, Fault> {
        let last = "SELECT max(batch) FROM batch WHERE substr(at, 1, 10) <= ?1";
        let batch: Option<i64> = store.conn.query_row(last, [day.to_string()], |row| row.get(0))?;
        let mut query = store.conn.prepare_cached(
            "SELECT noun, no, field, old FROM journal
             WHERE batch > ?1 AND field IS NOT NULL ORDER BY lsn DESC",
        )?;
        let mut old: HashMap<(i64, i64), BTreeMap<String, Value>> = HashMap::new();
        let mut rows = query.query([batch.unwrap_or(0)])?;
        while let Some(row) = rows.next()? {
            // From the newest to the oldest: the value that stays is the first one.
            old.entry((row.get(0)?, row.get(1)?)).or_default().insert(row.get(2)?, row.get(3)?);
        }
        Ok(Self { batch, old })
    }

    /// The records of a noun that were changed since.
    pub fn changed(&self, noun: Noun) -> impl Iterator<Item = i64> {
        self.old.keys().filter(move |(own, _)| *own == noun.index()).map(|(_, no)| *no)
    }

    /// What a field of a record held; nothing where it was not changed since.
    pub fn value(&self, noun: Noun, no: i64, field: &str) -> Option<&Value> {
        self.old.get(&(noun.index(), no))?.get(field)
    }

    /// A record as it was; nothing of one that came up later.
    pub fn record<R: Record>(&self, mut record: R) -> Result<Option<R>, Fault> {
        if self.batch.is_some_and(|batch| record.head().born > batch) {
            return Ok(None);
        }
        let Some(old) = self.old.get(&(R::NOUN.index(), record.head().no)) else { return Ok(Some(record)) };
        for (key, value) in old {
            if key == "gone" {
                record.head_mut().gone = bool::from_value(value.clone())?;
            } else if let Some(field) = R::field(key) {
                (field.set)(&mut record, value.clone())?;
            }
        }
        Ok(Some(record))
    }
}

/// A book in memory with all deals as they were, judged as of then: what a list or a sum asks for is asked of it.
pub(super) fn whole(store: &Store, before: &Before, day: NaiveDate) -> Result<Store, Fault> {
    let past = rebuilt(store, before, None)?;
    let copy = Copy { from: &store.conn, to: &past.conn, before };
    copy.all::<Opportunity>(|_| true)?;
    for deal in past.matching::<Opportunity>(&[])? {
        let judged = derive::weigh(&past.conn, &deal, &past.rules, day)?;
        derive::write_judgement(&past.conn, deal.head.no, &judged)?;
    }
    Ok(past)
}

/// A book in memory with these deals as they came in, of which nothing is judged.
pub(super) fn brought_in(store: &Store, before: &Before, deals: &[&Opportunity]) -> Result<Store, Fault> {
    let past = rebuilt(store, before, None)?;
    let copy = Copy { from: &store.conn, to: &past.conn, before };
    deals.iter().try_for_each(|deal| copy.put(*deal))?;
    Ok(past)
}

/// A book in memory with what hangs on these deals as it was, so that they can be judged as of then; where none are
/// named, with what hangs on any.
pub(super) fn rebuilt(
    store: &Store,
    before: &Before,
    deals: Option<&HashSet<String>>,
) -> Result<Store, Fault> {
    let past = Store::memory(store.rules.clone())?;
    past.conn.pragma_update(None, "foreign_keys", false)?;
    past.conn.execute_batch("BEGIN")?;
    batches(&store.conn, &past.conn, before)?;
    let of_deal =
        |link: &Option<String>| deals.is_none_or(|deals| link.as_ref().is_some_and(|id| deals.contains(id)));
    let mut linked = HashSet::new();
    let copy = Copy { from: &store.conn, to: &past.conn, before };
    copy.all::<Answer>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Step>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Todo>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Rival>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Factor>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Fit>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Cost>(|one| of_deal(&text(one, "opportunity")))?;
    copy.all::<Role>(|one| {
        let is_kept = of_deal(&text(one, "opportunity"));
        linked.extend(is_kept.then(|| one.person.to_string()));
        is_kept
    })?;
    copy.all::<Visit>(|one| {
        let is_kept = of_deal(&text(one, "opportunity"));
        let links = one.who.iter().chain(&one.account).map(ToString::to_string);
        linked.extend(links.filter(|_| is_kept));
        is_kept
    })?;
    let is_linked = |id: Id| deals.is_none() || linked.contains(&id.to_string());
    copy.all::<Person>(|one| is_linked(one.head.id))?;
    copy.all::<Account>(|one| is_linked(one.head.id))?;
    copy.all::<Competitor>(|_| true)?;
    past.conn.execute_batch("COMMIT")?;
    Ok(past)
}

/// The batches, which tell on which day an answer was written.
fn batches(from: &Connection, to: &Connection, before: &Before) -> Result<(), Fault> {
    let mut query = from.prepare("SELECT batch, at FROM batch WHERE batch <= ?1")?;
    let mut write = to.prepare(
        "INSERT INTO batch (batch, at, author, device, origin, name) VALUES (?1, ?2, '', 1, '', '')",
    )?;
    let mut rows = query.query([before.batch])?;
    while let Some(row) = rows.next()? {
        write.execute(params![row.get::<_, i64>(0)?, row.get::<_, String>(1)?])?;
    }
    Ok(())
}

/// From a book into one in memory.
struct Copy<'a> {
    from: &'a Connection,
    to: &'a Connection,
    before: &'a Before,
}

impl Copy<'_> {
    /// The records of a noun that are wanted, as they were.
    fn all<R: Record>(&self, mut is_wanted: impl FnMut(&R) -> bool) -> Result<(), Fault> {
        let mut query = self.from.prepare(&row::select::<R>("ORDER BY no"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let Some(record) = self.before.record::<R>(row::record(row)?)? else { continue };
            if is_wanted(&record) {
                self.put(&record)?;
            }
        }
        Ok(())
    }

    /// One record as it is.
    fn put<R: Record>(&self, record: &R) -> Result<(), Fault> {
        let mut keys = String::new();
        for field in R::FIELDS {
            keys.extend([", \"", field.key, "\""]);
        }
        let blanks = ", ?".repeat(R::FIELDS.len());
        let noun = R::NOUN.code();
        let mut write = self.to.prepare_cached(&format!(
            "INSERT INTO {noun} (no, id, gone, born, touched{keys}) VALUES (?, ?, ?, ?, ?{blanks})"
        ))?;
        let head = record.head();
        let id = head.id.to_string();
        let head: [&dyn ToSql; 5] = [&head.no, &id, &head.gone, &head.born, &head.touched];
        let values: Vec<Value> = R::FIELDS.iter().map(|field| (field.get)(record)).collect();
        let values = values.iter().map(|value| value as &dyn ToSql);
        write.execute(params_from_iter(head.into_iter().chain(values)))?;
        Ok(())
    }
}
