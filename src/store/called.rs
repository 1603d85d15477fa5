//! Who is called so, however the name is written: an import and a command meet the record that the book has.

use rusqlite::{Connection, params};

use super::{Fault, Store, row};
use crate::domain::name::Spelling;
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;

/// A name of a record of this noun as it is compared: a company may have a legal form.
pub fn spelling(noun: Noun, name: &str) -> Spelling {
    if noun.traits().is_firm { Spelling::of(name) } else { Spelling::plain(name) }
}

fn spellings<R: Record>(record: &R) -> Vec<Spelling> {
    let names = R::TRAITS.spelled.iter().filter_map(|key| R::field(key)).map(|field| (field.get)(record));
    let mut all: Vec<Spelling> = names
        .filter_map(|name| name.as_text().map(|name| spelling(R::NOUN, name)))
        .filter(|spelling| !spelling.core.is_empty())
        .collect();
    all.sort_unstable_by(|one, other| one.core.cmp(&other.core));
    all.dedup_by(|one, other| one.core == other.core);
    all
}

/// Keeps what a new record is called.
pub fn born<R: Record>(conn: &Connection, record: &R) -> Result<(), Fault> {
    // A long import makes deals and answers by the thousand, which are not compared by name.
    if R::TRAITS.spelled.is_empty() {
        return Ok(());
    }
    let mut put =
        conn.prepare_cached("INSERT OR IGNORE INTO called (noun, spelling, no) VALUES (?1, ?2, ?3)")?;
    for spelling in spellings(record) {
        put.execute(params![R::NOUN.code(), spelling.core, record.head().no])?;
    }
    Ok(())
}

/// Keeps what a record is called after a change, where that is something else; nothing of one that is gone.
pub fn changed<R: Record>(conn: &Connection, old: &R, new: &R) -> Result<(), Fault> {
    let same = |key: &&str| R::field(key).is_none_or(|field| (field.get)(old) == (field.get)(new));
    let is_named = !R::TRAITS.spelled.is_empty();
    if !is_named || (old.head().gone == new.head().gone && R::TRAITS.spelled.iter().all(same)) {
        return Ok(());
    }
    let mut forget = conn.prepare_cached("DELETE FROM called WHERE noun = ?1 AND no = ?2")?;
    forget.execute(params![R::NOUN.code(), new.head().no])?;
    if new.head().gone { Ok(()) } else { born(conn, new) }
}

/// Keeps what all records of a noun are called.
pub fn again<R: Record>(store: &Store) -> Result<(), Fault> {
    store.every::<R>()?.iter().try_for_each(|record| born(&store.conn, record))
}

/// The numbers of a noun's records that are called so; none of a noun that is not compared by name.
pub fn numbers(store: &Store, noun: Noun, name: &str) -> Result<Vec<i64>, Fault> {
    if noun.traits().spelled.is_empty() {
        return Ok(Vec::new());
    }
    for_noun!(noun, R => Ok(store.called::<R>(name)?.iter().map(|record| record.head().no).collect()))
}

impl Store {
    /// The records that are called so, the oldest first: those written alike but for case, else those that differ in
    /// case, width, accents, script, blanks and signs alone, else the only one that says no legal form where the other
    /// does.
    pub fn called<R: Record>(&self, name: &str) -> Result<Vec<R>, Fault> {
        let asked = spelling(R::NOUN, name);
        let rest = "WHERE no IN (SELECT no FROM called WHERE noun = ?1 AND spelling = ?2) AND gone = 0
            ORDER BY no LIMIT 50";
        let found: Vec<R> = row::all(&self.conn, rest, &[&R::NOUN.code(), &asked.core])?;
        let main = |record: &R| R::field("name").map(|field| (field.get)(record)).unwrap_or_default();
        let is_same = |record: &&R| {
            main(record).as_text().is_some_and(|held| held.to_lowercase() == name.to_lowercase())
        };
        let is_whole = |record: &&R| spellings(*record).contains(&asked);
        let is_open = |record: &&R| spellings(*record).iter().any(|held| held.is_open(&asked));
        let some = |found: Vec<&R>| (!found.is_empty()).then(|| found.into_iter().cloned().collect());
        let open: Vec<&R> = found.iter().filter(is_open).collect();
        Ok(some(found.iter().filter(is_same).collect())
            .or_else(|| some(found.iter().filter(is_whole).collect()))
            .or_else(|| if open.len() == 1 { some(open) } else { None })
            .unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::person::Person;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp};

    fn stamp() -> Stamp {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        Stamp { at, author: "me".to_owned(), origin: Origin::User }
    }

    #[test]
    fn a_record_is_met_however_its_name_is_written() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let names =
            ["Café Noir", "Siemens AG", "Siemens Ltd", "霜桥冷链物流有限公司", "Acme Inc", "ACME", "acme"];
        let filled = store.transact(&stamp(), "fill", |tx| {
            for name in names {
                let short = (name == "Café Noir").then(|| "云澜医院".to_owned());
                tx.save(&mut Account { name: name.to_owned(), short, ..Account::default() })?;
            }
            tx.save(&mut Person { name: "李　娜".to_owned(), ..Person::default() })
        });
        filled.unwrap();
        for (asked, numbers) in [
            ("Cafe\u{301} noir", vec![1]),
            ("雲瀾醫院", vec![1]),
            ("siemens limited", vec![3]),
            ("Siemens", vec![]),
            ("霜桥冷链物流", vec![4]),
            ("Acme, Inc.", vec![5]),
            ("acme", vec![6, 7]),
            ("A-C-M-E", vec![6, 7]),
            ("Norval", vec![]),
        ] {
            let found: Vec<i64> =
                store.called::<Account>(asked).unwrap().iter().map(|account| account.head.no).collect();
            assert_eq!(found, numbers, "{asked}");
        }
        assert_eq!(store.called::<Person>("李娜").unwrap().len(), 1);
    }

    #[test]
    fn a_new_name_takes_the_place_of_the_old_and_who_is_gone_is_called_nothing() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let mut account = Account { name: "Norval".to_owned(), ..Account::default() };
        let saved = |store: &mut Store, account: &mut Account| {
            store.transact(&stamp(), "save", |tx| tx.save(account)).map(drop).unwrap();
        };
        saved(&mut store, &mut account);
        "Kestrel".clone_into(&mut account.name);
        saved(&mut store, &mut account);
        let count = |store: &Store, name: &str| store.called::<Account>(name).unwrap().len();
        assert_eq!((count(&store, "norval"), count(&store, "kestrel")), (0, 1));
        account.head.gone = true;
        saved(&mut store, &mut account);
        let rows: i64 = store.conn.query_row("SELECT count(*) FROM called", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0);
        account.head.gone = false;
        saved(&mut store, &mut account);
        assert_eq!(count(&store, "KESTREL"), 1);
    }
}
