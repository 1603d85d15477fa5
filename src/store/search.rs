//! The indexes that find looks through: one for each noun that has a name, so that many deals slow down nothing else.

use rusqlite::{Connection, params};

use super::named::{BESIDE, words};
use super::row::{Made, made, once};
use super::{Fault, Store, called};
use crate::domain::name::{self, Asked};
use crate::domain::noun::{Noun, for_noun};

/// What the book remembers of how names and telephone numbers are made into keys, and as what.
const NUMBERS: &str = "numbers";
const KEPT: &str = "2";

/// How many of the newest records are looked at before the index is asked for what most of them have.
const NEWEST: i64 = 1000;

/// The keys of a record's words and telephone numbers.
pub fn keys(words: &str, numbers: &str) -> String {
    let (names, beside) = words.split_once(BESIDE).unwrap_or((words, ""));
    let (mut keys, numbers) = (name::keys(names), name::number_keys(numbers));
    for more in [name::written_keys(beside), numbers].iter().filter(|more| !more.is_empty()) {
        keys.push(' ');
        keys.push_str(more);
    }
    keys
}

impl Store {
    /// Makes the keys of all names again in a book whose keys were made otherwise.
    pub(super) fn heed_names(&self) -> Result<(), Fault> {
        if self.meta(NUMBERS)?.as_deref() == Some(KEPT) {
            return Ok(());
        }
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let done = self.name_again().and_then(|()| self.set_meta(NUMBERS, KEPT));
        self.conn.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done
    }

    fn name_again(&self) -> Result<(), Fault> {
        for noun in Noun::found() {
            index_again(&self.conn, noun)?;
        }
        self.conn.execute("DELETE FROM called", [])?;
        for noun in Noun::ALL.into_iter().filter(|noun| !noun.traits().spelled.is_empty()) {
            for_noun!(noun, R => called::again::<R>(self)?);
        }
        Ok(())
    }
}

/// Makes a noun's index again from its records.
fn index_again(conn: &Connection, noun: Noun) -> Result<(), Fault> {
    let (words, table) = (words(noun), noun.code());
    conn.execute(&format!("DELETE FROM search_{table}"), [])?;
    let mut query = conn.prepare(&format!("SELECT no, {words} FROM {table} WHERE gone = 0"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (words, numbers): (String, String) = (row.get(1)?, row.get(2)?);
        put(conn, noun, row.get(0)?, &keys(&words, &numbers), true)?;
    }
    Ok(())
}

/// Puts a record's search keys in place of those the index has.
pub fn put(conn: &Connection, noun: Noun, no: i64, keys: &str, is_new: bool) -> Result<(), Fault> {
    static MADE: Made = made();
    if !is_new {
        remove(conn, noun, no)?;
    }
    let sql =
        once(&MADE, noun, || format!("INSERT INTO search_{} (rowid, keys) VALUES (?1, ?2)", noun.code()));
    conn.prepare_cached(sql)?.execute(params![no, keys])?;
    Ok(())
}

/// Takes a record out of the index.
pub fn remove(conn: &Connection, noun: Noun, no: i64) -> Result<(), Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || format!("DELETE FROM search_{} WHERE rowid = ?1", noun.code()));
    conn.prepare_cached(sql)?.execute([no])?;
    Ok(())
}

/// The numbers of a noun's records that are an answer, the newest first.
pub fn candidates(store: &Store, noun: Noun, asked: &Asked, limit: i64) -> Result<Vec<i64>, Fault> {
    // Of a million names a letter fits half: the index would sort them all, for the few that are wanted.
    let newest = if asked.is_broad() { newest(store, noun, asked, limit)? } else { None };
    newest.map_or_else(|| indexed(store, noun, asked, limit), Ok)
}

/// The newest answers, where the newest records have enough of them.
fn newest(store: &Store, noun: Noun, asked: &Asked, limit: i64) -> Result<Option<Vec<i64>>, Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || {
        let (words, table) = (words(noun), noun.code());
        format!("SELECT no, {words} FROM {table} WHERE gone = 0 ORDER BY no DESC LIMIT {NEWEST}")
    });
    let (mut query, mut found) = (store.conn.prepare_cached(sql)?, Vec::new());
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (words, numbers): (String, String) = (row.get(1)?, row.get(2)?);
        if asked.fits(&keys(&words, &numbers)) {
            found.push(row.get(0)?);
        }
        if i64::try_from(found.len()).unwrap_or(limit) >= limit {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The numbers of an account's newest records of a noun that are an answer.
pub fn owned(store: &Store, noun: Noun, account: i64, asked: &Asked, limit: i64) -> Result<Vec<i64>, Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || {
        let (words, table) = (words(noun), noun.code());
        format!(
            "SELECT no, {words} FROM {table} WHERE account = (SELECT id FROM account WHERE no = ?1) AND gone = 0
             ORDER BY no DESC LIMIT ?2"
        )
    });
    let (mut query, mut found) = (store.conn.prepare_cached(sql)?, Vec::new());
    let mut rows = query.query([account, limit])?;
    while let Some(row) = rows.next()? {
        let (words, numbers): (String, String) = (row.get(1)?, row.get(2)?);
        if asked.fits(&keys(&words, &numbers)) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

fn indexed(store: &Store, noun: Noun, asked: &Asked, limit: i64) -> Result<Vec<i64>, Fault> {
    static MADE: Made = made();
    let sql = once(&MADE, noun, || {
        let code = noun.code();
        format!("SELECT rowid FROM search_{code} WHERE search_{code} MATCH ?1 ORDER BY rowid DESC LIMIT ?2")
    });
    let mut query = store.conn.prepare_cached(sql)?;
    let found = query.query_map(params![asked.expression(), limit], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::opportunity::Opportunity;
    use crate::domain::person::Person;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp};

    #[test]
    fn the_newest_records_answer_as_the_index_does() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::User };
        let names = ["冷链物流", "Zenith pump", "张平 二期", "Quarry", "重庆长安", "招商 x 银行"];
        let filled = store.transact(&stamp, "fill", |tx| {
            for number in 0..300 {
                let title = format!("{} {number}", names[number * number % 11 % names.len()]);
                let mut deal = Opportunity { title, currency: "USD".to_owned(), ..Opportunity::default() };
                tx.save(&mut deal)?;
                deal.head.gone = number % 7 == 0;
                tx.save(&mut deal)?;
            }
            Ok::<_, Fault>(())
        });
        filled.expect("saved");
        let mut answered = 0;
        for typed in ["z", "x", "l", "cq", "zs x", "招商 x", "pu", "q", "1", "2 z", "zz"] {
            let asked = Asked::of(typed).expect("terms");
            let index = indexed(&store, Noun::Opp, &asked, 20).expect("read");
            let newest = newest(&store, Noun::Opp, &asked, 20).expect("read");
            answered += usize::from(newest.is_some());
            assert!(newest.is_none_or(|newest| newest == index), "{typed}");
            assert_eq!(candidates(&store, Noun::Opp, &asked, 20).expect("read"), index, "{typed}");
        }
        assert!(answered > 5, "{answered}");
    }

    #[test]
    fn people_and_accounts_answer_by_number_as_the_index_does() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::User };
        let filled = store.transact(&stamp, "fill", |tx| {
            for number in 0..40 {
                let (name, mobile) = (format!("z{number}"), Some(format!("139 0000 {:04}", number * 37)));
                tx.save(&mut Person {
                    name,
                    mobile,
                    phone: Some("021-5555 1234".into()),
                    ..Person::default()
                })?;
            }
            tx.save(&mut Account {
                name: "Kan".into(),
                phone: Some("+86 755 8888 0001".into()),
                ..Account::default()
            })?;
            Ok::<_, Fault>(())
        });
        filled.expect("saved");
        let check = |store: &Store| {
            for (typed, people, accounts) in [
                ("0111", 1, 0),
                ("139 0000 00", 3, 0),
                ("z 139", 40, 0),
                ("z3 0111", 1, 0),
                ("1234", 40, 0),
                ("075588880001", 0, 1),
                ("13", 0, 0),
            ] {
                let asked = Asked::anything(typed).expect("terms");
                for (noun, count) in [(Noun::Person, people), (Noun::Account, accounts)] {
                    let index = indexed(store, noun, &asked, 100).expect("read");
                    assert_eq!(index.len(), count, "{typed}");
                    let few = i64::try_from(count).expect("few").max(1);
                    let newest = newest(store, noun, &asked, few).expect("read");
                    assert!(newest.is_none_or(|newest| newest == index), "{typed}");
                }
            }
        };
        check(&store);
        for noun in [Noun::Person, Noun::Account] {
            let words = format!("SELECT no, name FROM {}", noun.code());
            let mut query = store.conn.prepare(&words).expect("read");
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("read");
            let rows: Vec<(i64, String)> = rows.collect::<Result<_, _>>().expect("read");
            for (no, words) in rows {
                put(&store.conn, noun, no, &name::keys(&words), false).expect("written");
            }
        }
        assert!(store.find("0111", None, 9).expect("found").is_empty());
        store.set_meta(NUMBERS, "").expect("written");
        store.heed_names().expect("put again");
        check(&store);
    }
}
