//! Undo and redo from the journal alone: each appends a batch that names the one it takes back.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::journal::Line;
use super::{Fault, Origin, Receipt, Stamp, Store, Tx, history};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::noun::for_noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// What an undo or a redo took back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The batch that was taken back.
    pub batch: i64,
    /// What that batch was called.
    pub name: String,
    /// The records it touched, as noun and id.
    pub records: Vec<(Noun, Id)>,
    /// Fields that somebody changed since, and that were therefore left alone.
    pub skipped: Vec<(Noun, Id, String)>,
    /// What was written.
    pub receipt: Receipt,
}

/// A batch that may be taken back, and whose work it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its number.
    pub batch: i64,
    /// The moment.
    pub at: DateTime<FixedOffset>,
    /// The person.
    pub author: String,
    /// `user`, `import`, `undo` or `redo`.
    pub origin: String,
    /// What it is called.
    pub name: String,
    /// How many records it touched.
    pub records: i64,
    /// Whether this session wrote it.
    pub is_own: bool,
}

impl Store {
    /// Takes back the newest batch that stands, or only the one that is named; nothing where it is not there.
    pub fn undo(&mut self, stamp: &Stamp, only: Option<i64>) -> Result<Option<Undone>, Fault> {
        self.take_back(stamp, Origin::Undo, only)
    }

    /// Takes back the newest undo, unless something new was done since, or only the one that is named; nothing where
    /// it is not there.
    pub fn redo(&mut self, stamp: &Stamp, only: Option<i64>) -> Result<Option<Undone>, Fault> {
        self.take_back(stamp, Origin::Redo, only)
    }

    /// What the next undo would take back.
    pub fn undoable(&self) -> Result<Option<Standing>, Fault> {
        undoable(&self.conn)?.map(|batch| self.standing(batch)).transpose()
    }

    /// What the next redo would take back.
    pub fn redoable(&self) -> Result<Option<Standing>, Fault> {
        redoable(&self.conn)?.map(|batch| self.standing(batch)).transpose()
    }

    fn standing(&self, batch: i64) -> Result<Standing, Fault> {
        let sql = "SELECT at, author, origin, name, 
                (SELECT ifnull(sum(ifnull(last, no) - no + 1), 0) FROM journal k
                 WHERE k.batch = b.batch AND k.field IS NULL)
                + (SELECT count(*) FROM (SELECT DISTINCT noun, no FROM journal j
                   WHERE j.batch = b.batch AND j.field IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal k
                     WHERE k.batch = b.batch AND k.field IS NULL AND k.noun = j.noun
                     AND j.no BETWEEN k.no AND ifnull(k.last, k.no))))
             FROM batch b WHERE batch = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let (at, author, origin, name, records): (String, _, _, _, _) = query.query_row([batch], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })?;
        let at = DateTime::parse_from_rfc3339(&at).map_err(|_| Fault::Damaged(at))?;
        Ok(Standing { batch, at, author, origin, name, records, is_own: self.own.contains(&batch) })
    }

    /// The batch is chosen inside the transaction: nobody can put another in its place.
    fn take_back(
        &mut self,
        stamp: &Stamp,
        origin: Origin,
        only: Option<i64>,
    ) -> Result<Option<Undone>, Fault> {
        let stamp = Stamp { origin, ..stamp.clone() };
        let (taken, receipt) = self.transact(&stamp, "", |tx| {
            let newest = if origin == Origin::Undo { undoable(&tx.conn) } else { redoable(&tx.conn) };
            let Some(batch) = newest?.filter(|batch| only.is_none_or(|only| only == *batch)) else {
                return Ok::<_, Fault>(None);
            };
            let name = history::batch_name(&tx.conn, batch)?;
            tx.takes_back(batch, &name);
            let mut taken = Taken::default();
            // Newest first, so that a field that changed twice ends where it began.
            let mut before = i64::MAX;
            loop {
                let (lines, reached) = history::lines_before(tx, batch, before, 50)?;
                let Some(reached) = reached else { break };
                before = reached;
                for line in lines {
                    taken.line(tx, &line)?;
                }
            }
            Ok(Some((batch, name, taken)))
        })?;
        if receipt.touched.contains(&Noun::Visit) || receipt.touched.contains(&Noun::Todo) {
            self.right_hours()?;
        }
        Ok(taken.map(|(batch, name, taken)| {
            let Taken { records, skipped, .. } = taken;
            Undone { batch, name, records, skipped, receipt }
        }))
    }
}

#[derive(Default)]
struct Taken {
    records: Vec<(Noun, Id)>,
    known: HashSet<Id>,
    skipped: Vec<(Noun, Id, String)>,
}

impl Taken {
    fn line(&mut self, tx: &mut Tx, line: &Line) -> Result<(), Fault> {
        let broken = || Fault::Damaged(format!("journal: {} {}", line.noun, line.record));
        let noun = Noun::from_code(&line.noun).ok_or_else(broken)?;
        let id: Id = line.record.parse().map_err(|_| broken())?;
        if self.known.insert(id) {
            self.records.push((noun, id));
        }
        let done = for_noun!(noun, R => reverse::<R>(tx, id, line))?;
        if !done {
            let field = line.field.clone().unwrap_or_default();
            self.skipped.push((noun, id, field));
        }
        Ok(())
    }
}

/// Writes a line's old value again; false where the field no longer holds what the line wrote.
fn reverse<R: Record>(tx: &mut Tx, id: Id, line: &Line) -> Result<bool, Fault> {
    let Some(mut record) = tx.by_id::<R>(id)? else { return Ok(false) };
    match line.field.as_deref() {
        None => record.head_mut().gone = true,
        Some("gone") => {
            if Value::Int(i64::from(record.head().gone)) != line.new {
                return Ok(false);
            }
            record.head_mut().gone = line.old == Value::Int(1);
        }
        Some(key) => {
            let Some(field) = R::field(key) else { return Ok(false) };
            if (field.get)(&record) != line.new {
                return Ok(false);
            }
            (field.set)(&mut record, line.old.clone())?;
        }
    }
    tx.save(&mut record)?;
    Ok(true)
}

/// The newest batch that stands. A batch stands unless an undo that itself stands names it.
fn undoable(conn: &Connection) -> Result<Option<i64>, Fault> {
    let mut walk = Walk::default();
    walk.back(conn, |walk, batch, origin| match origin {
        "undo" | "redo" => None,
        _ if walk.undone.contains(&batch) => None,
        _ => Some(Some(batch)),
    })
}

/// The newest undo that stands, with nothing but undos and redos after it.
fn redoable(conn: &Connection) -> Result<Option<i64>, Fault> {
    let mut walk = Walk::default();
    walk.back(conn, |walk, batch, origin| match origin {
        "undo" if !walk.reversed.contains(&batch) => Some(Some(batch)),
        "undo" | "redo" => None,
        _ => Some(None),
    })
}

#[derive(Default)]
struct Walk {
    undone: HashSet<i64>,
    reversed: HashSet<i64>,
}

impl Walk {
    /// Reads the batches from the newest back until `look` has an answer.
    fn back(
        &mut self,
        conn: &Connection,
        look: impl Fn(&Self, i64, &str) -> Option<Option<i64>>,
    ) -> Result<Option<i64>, Fault> {
        let mut query =
            conn.prepare_cached("SELECT batch, origin, undo_of FROM batch ORDER BY batch DESC")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (batch, origin, undo_of): (i64, String, Option<i64>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if let Some(answer) = look(self, batch, &origin) {
                return Ok(answer);
            }
            match (origin.as_str(), undo_of) {
                ("redo", Some(undo)) => drop(self.reversed.insert(undo)),
                ("undo", Some(taken)) if !self.reversed.contains(&batch) => drop(self.undone.insert(taken)),
                _ => {}
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::account::Account;
    use crate::domain::opportunity::Opportunity;
    use crate::domain::rules::Rules;

    fn stamp() -> Stamp {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        Stamp { at, author: "zp".to_owned(), origin: Origin::User }
    }

    fn account(store: &mut Store, name: &str) -> i64 {
        let work = |tx: &mut Tx| {
            let mut account = Account { name: name.to_owned(), ..Account::default() };
            tx.save(&mut account)?;
            Ok::<_, Fault>(account.head.no)
        };
        store.transact(&stamp(), "account add", work).expect("saved").0
    }

    fn rename(store: &mut Store, no: i64, name: &str) -> Receipt {
        let work = |tx: &mut Tx| {
            let mut account = tx.get::<Account>(no)?.expect("there");
            name.clone_into(&mut account.name);
            tx.save(&mut account)
        };
        store.transact(&stamp(), "account set", work).expect("saved").1
    }

    fn name(store: &Store, no: i64) -> String {
        store.get::<Account>(no).expect("read").expect("there").name
    }

    #[test]
    fn undo_and_redo_walk_the_batches_and_a_new_gesture_ends_redo() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let no = account(&mut store, "A");
        rename(&mut store, no, "B");
        rename(&mut store, no, "C");
        for (step, expected) in
            [("u", "B"), ("u", "A"), ("r", "B"), ("u", "A"), ("r", "B"), ("r", "C"), ("u", "B")]
        {
            let done = if step == "u" { store.undo(&stamp(), None) } else { store.redo(&stamp(), None) };
            assert!(done.expect("no fault").is_some());
            assert_eq!(name(&store, no), expected);
        }
        rename(&mut store, no, "D");
        assert_eq!(store.redo(&stamp(), None).expect("no fault"), None);
        assert!(store.doctor(true, stamp().today()).expect("checked").is_sound());
    }

    #[test]
    fn a_named_batch_is_taken_back_only_while_it_is_the_newest() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let no = account(&mut store, "A");
        let seen = rename(&mut store, no, "B").batch;
        rename(&mut store, no, "C");
        assert_eq!(store.undo(&stamp(), seen).expect("no fault"), None);
        assert_eq!(name(&store, no), "C");
        let newest = store.undoable().expect("read").expect("there");
        assert_eq!((newest.is_own, newest.author.as_str(), newest.records), (true, "zp", 1));
        assert!(store.undo(&stamp(), Some(newest.batch)).expect("no fault").is_some());
        assert_eq!(name(&store, no), "B");
        let undo = store.redoable().expect("read").expect("there");
        assert_eq!((undo.origin.as_str(), undo.name.as_str()), ("undo", "account set"));
        assert_eq!(store.redo(&stamp(), seen).expect("no fault"), None);
        assert!(store.redo(&stamp(), Some(undo.batch)).expect("no fault").is_some());
    }

    #[test]
    fn what_another_opening_wrote_is_not_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let mut mine = Store::open(&path, Rules::default()).expect("a book");
        let mut theirs = Store::open(&path, Rules::default()).expect("a book");
        let no = account(&mut mine, "A");
        assert!(mine.undoable().expect("read").expect("there").is_own);
        rename(&mut theirs, no, "B");
        assert!(!mine.undoable().expect("read").expect("there").is_own);
        assert!(theirs.undoable().expect("read").expect("there").is_own);
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_batch() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let no = account(&mut store, "A");
        assert_eq!(rename(&mut store, no, "A"), Receipt::default());
    }

    #[test]
    fn a_birth_is_one_line_and_a_change_one_line_for_each_field() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let no = account(&mut store, "A");
        rename(&mut store, no, "B");
        let lines: i64 =
            store.conn.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).expect("count");
        assert_eq!(lines, 2);
    }

    #[test]
    fn a_flipped_byte_in_the_journal_is_found() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        account(&mut store, "A");
        store.conn.execute("UPDATE journal SET new = replace(new, 'A', 'B')", []).expect("damaged");
        assert!(!store.doctor(false, stamp().today()).expect("checked").is_sound());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn undoing_everything_empties_the_book_and_redoing_brings_it_back(gestures in prop::collection::vec((0..4_u8, 0..5_usize, 0..1000_i64), 1..25)) {
            let mut store = Store::memory(Rules::default()).expect("a book");
            let mut done = 0;
            for (what, which, amount) in gestures {
                let work = |tx: &mut Tx| {
                    let deals = tx.every::<Opportunity>()?;
                    let mut deal = deals.into_iter().nth(which).unwrap_or_default();
                    "CNY".clone_into(&mut deal.currency);
                    match what {
                        0 => deal = Opportunity { title: "x".to_owned(), currency: "CNY".to_owned(), ..Opportunity::default() },
                        1 => deal.amount = Some(amount),
                        2 => deal.head.gone = true,
                        _ => deal.stage = crate::domain::stage::Stage::Mine,
                    }
                    tx.save(&mut deal)
                };
                done += usize::from(store.transact(&stamp(), "x", work).expect("saved").1.batch.is_some());
            }
            let whole = store.every::<Opportunity>().expect("read");
            let sums = store.deal_sums().expect("sums");
            for _ in 0..done { prop_assert!(store.undo(&stamp(), None).expect("undo").is_some()); }
            prop_assert!(store.undo(&stamp(), None).expect("undo").is_none());
            prop_assert!(store.every::<Opportunity>().expect("read").is_empty());
            prop_assert!(store.deal_sums().expect("sums").is_empty());
            for _ in 0..done { prop_assert!(store.redo(&stamp(), None).expect("redo").is_some()); }
            let strip = |deals: Vec<Opportunity>| -> Vec<Opportunity> {
                deals.into_iter().map(|mut deal| { deal.head.touched = 0; deal }).collect()
            };
            prop_assert_eq!(strip(store.every::<Opportunity>().expect("read")), strip(whole));
            prop_assert_eq!(store.deal_sums().expect("sums"), sums);
            prop_assert!(store.doctor(true, stamp().today()).expect("checked").is_sound());
        }
    }
}
