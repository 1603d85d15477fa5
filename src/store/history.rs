//! What happened, from the journal.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, Row, ToSql, params};

use super::journal::{self, ENTRY, Line};
use super::{Fault, Store, birth, row};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::record::Record;
use crate::domain::value::Value;

/// One line of a history, with what its batch says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The batch's number.
    pub batch: i64,
    /// The moment.
    pub at: DateTime<FixedOffset>,
    /// The person.
    pub author: String,
    /// `user`, `import`, `undo` or `redo`.
    pub origin: String,
    /// What the batch is called.
    pub name: String,
    /// What changed.
    pub line: Line,
}

/// A value that a field of a record took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Took {
    /// The batch that wrote it.
    pub batch: i64,
    /// The day of that.
    pub day: NaiveDate,
    /// The value.
    pub value: Value,
}

/// What hangs on a deal, and so belongs to its history.
const PARTS: &[Noun] = &[
    Noun::Answer,
    Noun::Step,
    Noun::Role,
    Noun::Influence,
    Noun::Decision,
    Noun::Factor,
    Noun::Fit,
    Noun::Rival,
    Noun::Cost,
    Noun::Visit,
    Noun::Todo,
];

/// Of a batch `b`: it is a gesture of its own, and no undo of it stands.
pub(super) const STANDS: &str = "b.undo_of IS NULL AND NOT EXISTS (
    SELECT 1 FROM batch u WHERE u.undo_of = b.batch AND u.batch > b.batch AND NOT EXISTS (
        SELECT 1 FROM batch r WHERE r.undo_of = u.batch AND r.batch > u.batch))";

/// Of a batch `b`: an import that stands.
fn imported() -> String {
    format!("b.origin = 'import' AND {STANDS}")
}

pub(super) fn batch_name(conn: &Connection, batch: i64) -> Result<String, Fault> {
    Ok(conn.query_row("SELECT name FROM batch WHERE batch = ?1", [batch], |row| row.get(0))?)
}

/// A batch's lines before a place in the journal, newest first; `limit` entries at most, with the place of the last.
pub(super) fn lines_before(
    store: &Store,
    batch: i64,
    before: i64,
    limit: i64,
) -> Result<(Vec<Line>, Option<i64>), Fault> {
    let mut query = store.conn.prepare_cached(&format!(
        "SELECT {ENTRY} FROM journal j WHERE j.batch = ?1 AND j.lsn < ?2 ORDER BY j.lsn DESC LIMIT ?3"
    ))?;
    let found = query.query_map(params![batch, before, limit], |row| journal::read(row, 0))?;
    let (mut lines, mut reached) = (Vec::new(), None);
    for entry in found {
        let entry = entry?;
        lines.extend(entry.lines(&store.conn)?.into_iter().rev());
        reached = Some(entry.lsn);
    }
    Ok((lines, reached))
}

impl Store {
    /// What happened to a record and to what hangs on it, newest first.
    pub fn history(&self, id: Id, limit: i64) -> Result<Vec<Event>, Fault> {
        let mut found = Vec::new();
        for noun in Noun::ALL {
            self.told(noun, "id", id, limit, &mut found)?;
        }
        for noun in PARTS {
            self.told(*noun, "opportunity", id, limit, &mut found)?;
        }
        for noun in [Noun::Visit, Noun::Review] {
            self.told(noun, "account", id, limit, &mut found)?;
        }
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(found.into_iter().map(|(_, event)| event).collect())
    }

    /// What happened to the records of a noun that have this id in a column, each with its place in the journal.
    fn told(
        &self,
        noun: Noun,
        column: &str,
        id: Id,
        limit: i64,
        found: &mut Vec<(i64, Event)>,
    ) -> Result<(), Fault> {
        let sql = format!("SELECT no FROM {} WHERE {column} = ?1", noun.code());
        let mut query = self.conn.prepare_cached(&sql)?;
        let numbers = query.query_map([id.to_string()], |row| row.get(0))?;
        for no in numbers.collect::<Result<Vec<i64>, _>>()? {
            let index = noun.index();
            let of = "j.noun = ?1 AND j.no = ?2 AND j.field IS NOT NULL ORDER BY j.lsn DESC LIMIT ?3";
            self.events(of, &[&index, &no, &limit], usize::MAX, |_| true, found)?;
            let of = "j.noun = ?1 AND j.no <= ?2 AND j.field IS NULL ORDER BY j.no DESC LIMIT 1";
            self.events(of, &[&index, &no], usize::MAX, |line| line.no == no, found)?;
        }
        Ok(())
    }

    /// What happened lately to anything, newest first.
    pub fn recent(&self, limit: i64) -> Result<Vec<Event>, Fault> {
        let mut found = Vec::new();
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        self.events("1 ORDER BY j.lsn DESC", &[], most, |_| true, &mut found)?;
        found.truncate(most);
        Ok(found.into_iter().map(|(_, event)| event).collect())
    }

    /// What an import wrote last into a field of a record; nothing where none did, or where it was taken back.
    pub fn last_imported<R: Record>(&self, no: i64, field: &str) -> Result<Option<Value>, Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {ENTRY} FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.noun = ?1 AND j.no = ?2 AND j.field = ?3 AND {} ORDER BY j.lsn DESC LIMIT 1",
            imported()
        ))?;
        let found = query.query_row(params![R::NOUN.index(), no, field], |row| journal::read(row, 0));
        if let Some(change) = row::optional(found)? {
            return change.value().map(Some);
        }
        let Some(whole) = self.birth(R::NOUN, no, &imported())? else { return Ok(None) };
        Ok(Some(born_as(&whole, field)))
    }

    /// The values that a field of a record took, oldest first; what was taken back is left out.
    pub fn values_of<R: Record>(&self, no: i64, field: &str) -> Result<Vec<Took>, Fault> {
        let took = |batch, at: String, value| match at.parse() {
            Ok(day) => Ok(Took { batch, day, value }),
            Err(_) => Err(Fault::Damaged(at)),
        };
        let mut values = Vec::new();
        if let Some((batch, at, whole)) = self.born(R::NOUN, no, STANDS)? {
            values.push(took(batch, at, born_as(&whole, field))?);
        }
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {ENTRY}, b.batch, substr(b.at, 1, 10) FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.noun = ?1 AND j.no = ?2 AND j.field = ?3 AND {STANDS} ORDER BY j.lsn"
        ))?;
        let mut rows = query.query(params![R::NOUN.index(), no, field])?;
        while let Some(row) = rows.next()? {
            values.push(took(row.get(7)?, row.get(8)?, journal::read(row, 0)?.value()?)?);
        }
        Ok(values)
    }

    /// The fields of a record that a person changed.
    pub fn changed_by_hand(&self, noun: Noun, no: i64) -> Result<Vec<String>, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT j.field FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.noun = ?1 AND j.no = ?2 AND j.field IS NOT NULL AND b.origin NOT IN ('import', 'undo', 'redo')",
        )?;
        let found = query.query_map(params![noun.index(), no], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Whether a record that is gone was removed by a person, and not because what made it was taken back.
    pub fn removed_by_hand(&self, noun: Noun, no: i64) -> Result<bool, Fault> {
        let newest = "SELECT b.batch, b.origin, b.undo_of FROM journal j JOIN batch b ON b.batch = j.batch
                      WHERE j.noun = ?1 AND j.no = ?2 AND j.field = 'gone' AND j.new = 1
                      ORDER BY j.lsn DESC LIMIT 1";
        let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let found = self.conn.prepare_cached(newest)?.query_row([noun.index(), no], read);
        let found: Option<(i64, String, Option<i64>)> = row::optional(found)?;
        let Some((mut batch, mut origin, mut undo_of)) = found else { return Ok(false) };
        // An undo says nothing itself: what counts is the gesture at the end of the chain, which leads back in time.
        let mut of = self.conn.prepare_cached("SELECT batch, origin, undo_of FROM batch WHERE batch = ?1")?;
        while let Some(taken) = undo_of.filter(|taken| *taken < batch) {
            (batch, origin, undo_of) = of.query_row([taken], read)?;
        }
        let marks = "SELECT EXISTS (
            SELECT 1 FROM journal WHERE batch = ?1 AND noun = ?2 AND no = ?3 AND field = 'gone')";
        let mut marks = self.conn.prepare_cached(marks)?;
        Ok(origin != "import" && marks.query_row([batch, noun.index(), no], |row| row.get(0))?)
    }

    /// Whether an account had this name before it had the one it has.
    pub fn was_called(&self, account: i64, name: &str) -> Result<bool, Fault> {
        let mut query = self.conn.prepare_cached(
            "SELECT 1 FROM journal j WHERE j.noun = ?1 AND j.no = ?2 AND j.field = 'name' AND j.old = ?3",
        )?;
        let is_old = query.exists(params![Noun::Account.index(), account, name])?;
        let born = || self.birth(Noun::Account, account, "1");
        Ok(is_old || born()?.is_some_and(|whole| born_as(&whole, "name").as_text() == Some(name)))
    }

    /// How a record was born, as JSON, if that was in a batch `b` of which a condition holds.
    fn birth(&self, noun: Noun, no: i64, condition: &str) -> Result<Option<String>, Fault> {
        Ok(self.born(noun, no, condition)?.map(|(_, _, whole)| whole))
    }

    /// The same with the batch and its day.
    fn born(&self, noun: Noun, no: i64, condition: &str) -> Result<Option<(i64, String, String)>, Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {ENTRY}, {condition}, b.batch, substr(b.at, 1, 10) FROM journal j JOIN batch b ON b.batch = j.batch
             WHERE j.noun = ?1 AND j.no <= ?2 AND j.field IS NULL ORDER BY j.no DESC LIMIT 1"
        ))?;
        let found = query.query_row(params![noun.index(), no], |row| {
            let (holds, batch, day): (bool, i64, String) = (row.get(7)?, row.get(8)?, row.get(9)?);
            Ok(if holds { Some((batch, day, journal::read(row, 0)?)) } else { None })
        });
        let Some((batch, day, entry)) = row::optional(found)?.flatten() else { return Ok(None) };
        let start = format!("{{\"no\":{no},");
        let wholes = birth::unpack(&entry.new).unwrap_or_default();
        Ok(wholes.into_iter().find(|whole| whole.starts_with(&start)).map(|whole| (batch, day, whole)))
    }

    /// Records whose kept columns hold a label that ends so, those that are gone left out.
    pub fn waiting<R: Record>(&self, mark: &str) -> Result<Vec<R>, Fault> {
        let rest = "WHERE gone = 0 AND instr(extra, ?1) > 0 ORDER BY no";
        row::all(&self.conn, rest, &[&format!("{mark}\":")])
    }

    /// The lines of the entries that `of` selects, with their places, until there are `most`; those that `fits`
    /// refuses are left out.
    fn events(
        &self,
        of: &str,
        values: &[&dyn ToSql],
        most: usize,
        fits: impl Fn(&Line) -> bool,
        found: &mut Vec<(i64, Event)>,
    ) -> Result<(), Fault> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT b.batch, b.at, b.author, b.origin, b.name, {ENTRY}
             FROM journal j JOIN batch b ON b.batch = j.batch WHERE {of}"
        ))?;
        let mut rows = query.query(values)?;
        while let Some(row) = rows.next()? {
            let entry = journal::read(row, 5)?;
            for line in entry.lines(&self.conn)?.into_iter().rev().filter(&fits) {
                found.push((entry.lsn, event(row, line)?));
            }
            if found.len() >= most {
                break;
            }
        }
        Ok(())
    }
}

fn event(row: &Row, line: Line) -> Result<Event, Fault> {
    let at: String = row.get(1)?;
    Ok(Event {
        batch: row.get(0)?,
        at: DateTime::parse_from_rfc3339(&at).map_err(|_| Fault::Damaged(at))?,
        author: row.get(2)?,
        origin: row.get(3)?,
        name: row.get(4)?,
        line,
    })
}

/// What a birth says of a field.
fn born_as(whole: &str, field: &str) -> Value {
    let fields = birth::told(whole).map(|told| told.fields).unwrap_or_default();
    fields.into_iter().find(|(key, _)| key == field).map_or(Value::Null, |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::opportunity::Opportunity;
    use crate::domain::rules::Rules;
    use crate::domain::stage::Phase;
    use crate::store::{Origin, Stamp};

    /// A book into which one batch brought many accounts.
    fn book() -> (Store, Stamp) {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::Import };
        let filled = store.transact(&stamp, "import", |tx| {
            for number in 1..=900 {
                tx.save(&mut Account { name: format!("客户 {number}"), ..Account::default() })?;
            }
            Ok::<_, Fault>(())
        });
        filled.expect("saved");
        (store, stamp)
    }

    #[test]
    fn a_record_that_was_born_among_many_has_its_own_history() {
        let (mut store, stamp) = book();
        let entries = "SELECT count(*) FROM journal";
        let entries: i64 = store.conn.query_row(entries, [], |row| row.get(0)).expect("counted");
        assert!((2..20).contains(&entries), "{entries}");
        let name = Value::Text("客户 555".to_owned());
        let id = store.get::<Account>(555).expect("read").expect("there").head.id;
        let events = store.history(id, 10).expect("read");
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].line.record, id.to_string());
        assert_eq!(born_as(events[0].line.new.as_text().expect("JSON"), "name"), name);
        let lately: Vec<i64> = store.recent(3).expect("read").iter().map(|event| event.line.no).collect();
        assert_eq!(lately, [900, 899, 898]);
        assert_eq!(store.last_imported::<Account>(555, "name").expect("read"), Some(name));
        assert!(store.undo(&stamp, None).expect("undone").is_some());
        assert_eq!(store.last_imported::<Account>(555, "name").expect("read"), None);
        assert!(store.was_called(555, "客户 555").expect("read"));
        assert_eq!(store.history(id, 10).expect("read").len(), 2);
        assert!(store.doctor(true, stamp.today()).expect("checked").is_sound());
    }

    #[test]
    fn a_piece_that_was_tampered_with_is_found() {
        let (mut store, stamp) = book();
        let damage = "UPDATE journal SET new = CAST(substr(new, 1, 99) || x'00' || substr(new, 101) AS BLOB)";
        store.conn.execute(damage, []).expect("damaged");
        assert!(!store.doctor(false, stamp.today()).expect("checked").is_sound());
    }

    fn on(day: u32) -> Stamp {
        let at = DateTime::parse_from_rfc3339(&format!("2026-11-{day:02}T23:30:00+08:00")).expect("a time");
        Stamp { at, author: "zp".to_owned(), origin: Origin::User }
    }

    #[test]
    fn a_field_has_the_values_that_stand_with_the_days_on_which_it_took_them() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let mut deal = Opportunity { phase: Some(Phase::Acquired), ..Opportunity::default() };
        store.transact(&on(1), "add", |tx| tx.save(&mut deal)).expect("saved");
        for (day, phase) in [(3, Phase::Competing), (5, Phase::Ended)] {
            deal.phase = Some(phase);
            store.transact(&on(day), "set", |tx| tx.save(&mut deal)).expect("saved");
        }
        let days = |store: &Store| -> Vec<String> {
            let values = store.values_of::<Opportunity>(deal.head.no, "phase").expect("read");
            values
                .iter()
                .map(|took| format!("{} {}", took.day, took.value.as_text().unwrap_or_default()))
                .collect()
        };
        let all = ["2026-11-01 acquired", "2026-11-03 competing", "2026-11-05 ended"];
        assert_eq!(days(&store), all);
        store.undo(&on(9), None).expect("undone");
        assert_eq!(days(&store), all[..2]);
        store.redo(&on(10), None).expect("done again");
        assert_eq!(days(&store), all);
    }
}
