//! When the next contact with an account is due: kept by the write door, read by days.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::calendar::{Happening, Item, Span};
use super::{Fault, Store, row};
use crate::domain::account::Account;
use crate::domain::cadence::{Contact, Rhythm};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::rules::Rules;

/// The column that keeps it.
pub(super) const COLUMN: &str = "contact_due";

/// Accounts that are due, but for those with a visit ahead.
pub(super) const DUE: &str = "gone = 0 AND contact_due IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM visit WHERE visit.account = account.id AND visit.\"when\" >= ?1
    AND visit.gone = 0 AND visit.status IN ('planned', 'ready'))";

/// Works out again when an account is due.
pub(super) fn settle(conn: &Connection, id: &str, rules: &Rules) -> Result<(), Fault> {
    let Some(account) = row::all::<Account>(conn, "WHERE id = ?1", &[&id])?.pop() else { return Ok(()) };
    let rhythm = Rhythm::of(&account, met(conn, id)?, rules);
    let mut write = conn.prepare_cached("UPDATE account SET contact_due = ?2 WHERE id = ?1")?;
    write.execute(params![id, rhythm.to_value()])?;
    Ok(())
}

/// The day of the latest visit to an account that took place.
pub(super) fn met(conn: &Connection, id: &str) -> Result<Option<NaiveDate>, Fault> {
    let mut query = conn.prepare_cached(
        "SELECT \"when\" FROM visit WHERE account = ?1 AND gone = 0 AND status = 'done'
         AND ifnull(result, '') <> 'cancelled' AND \"when\" IS NOT NULL ORDER BY \"when\" DESC LIMIT 1",
    )?;
    let found: Option<String> = row::optional(query.query_row([id], |row| row.get(0)))?;
    Ok(found.and_then(|text| text.parse::<Moment>().ok()).map(|when| when.day))
}

fn item(day: NaiveDate, contact: Contact) -> Item {
    let since = match contact.rhythm {
        Rhythm::Due(due) if due >= day => None,
        Rhythm::Due(due) => Some(due.to_string()),
        Rhythm::Never | Rhythm::None => Some(String::new()),
    };
    Item {
        day,
        time: None,
        last: day,
        lasts: None,
        what: Happening::Contact,
        no: contact.account.head.no,
        title: contact.account.name,
        sort: since,
        account: None,
        place: None,
        away: None,
        done: false,
    }
}

impl Store {
    /// Works out again when any account is due, for other numbers of the method.
    pub(super) fn settle_rhythms(&self) -> Result<(), Fault> {
        let mut query = self.conn.prepare(
            "SELECT id FROM account WHERE cadence_days IS NOT NULL OR tier IS NOT NULL
             OR contact_due IS NOT NULL",
        )?;
        let ids: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let done = ids.iter().try_for_each(|id| settle(&self.conn, id, &self.rules));
        self.conn.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        done
    }

    /// When the next contact with an account is due.
    pub fn rhythm(&self, account: Id) -> Result<Rhythm, Fault> {
        let mut query = self.conn.prepare_cached("SELECT contact_due FROM account WHERE id = ?1")?;
        let kept: Option<Option<String>> =
            row::optional(query.query_row([account.to_string()], |row| row.get(0)))?;
        Ok(Rhythm::read(kept.flatten().as_deref()))
    }

    /// Accounts without a visit ahead whose contact is due before a day: by tier, and in each the longest overdue first,
    /// then those whom nobody has ever met. All are weighed before any is left out.
    pub fn late_contacts(
        &self,
        today: NaiveDate,
        before: NaiveDate,
        limit: usize,
    ) -> Result<Vec<Contact>, Fault> {
        let order = "CASE tier WHEN 'a' THEN 0 WHEN 'b' THEN 1 ELSE 2 END, contact_due = '', contact_due, no";
        self.contacts_between((today, order), ">= ''", before, limit)
    }

    /// How many accounts without a visit ahead are past their rhythm, or were never met.
    pub fn count_late(&self, today: NaiveDate) -> Result<usize, Fault> {
        let sql = format!("SELECT count(*) FROM account WHERE {DUE} AND contact_due < ?1");
        let count: i64 = self.conn.prepare_cached(&sql)?.query_row([today.to_string()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// Accounts without a visit ahead whose contact is due on a day.
    pub fn contacts_on(&self, today: NaiveDate, day: NaiveDate, limit: usize) -> Result<Vec<Contact>, Fault> {
        let next = day.succ_opt().unwrap_or(day);
        self.contacts_between((today, "contact_due, no"), &format!(">= '{day}'"), next, limit)
    }

    /// The contacts that are due from a day on for `days` days, as items of a calendar: what is overdue is due
    /// today. Of each day `most` at most, the rest counted up to a thousand.
    pub fn contacts(
        &self,
        today: NaiveDate,
        (from, days): (NaiveDate, usize),
        most: usize,
    ) -> Result<Span, Fault> {
        let Span { mut items, mut more } = Span::default();
        for day in from.iter_days().take(days).filter(|day| *day >= today) {
            let mut found = Vec::new();
            if day == today {
                found = self.late_contacts(today, today, most + 1)?;
            }
            if found.len() <= most {
                found.extend(self.contacts_on(today, day, most + 1 - found.len())?);
            }
            if found.len() > most {
                found.truncate(most);
                more.push((day, self.count_contacts(today, day)?.saturating_sub(most)));
            }
            items.extend(found.into_iter().map(|contact| item(day, contact)));
        }
        Ok(Span { items, more })
    }

    /// How many contacts are due on a day; today those that are overdue too.
    fn count_contacts(&self, today: NaiveDate, day: NaiveDate) -> Result<usize, Fault> {
        let from = if day == today { String::new() } else { day.to_string() };
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM account WHERE {DUE}
             AND contact_due >= ?2 AND contact_due < ?3 LIMIT 1000)"
        );
        let next = day.succ_opt().unwrap_or(day).to_string();
        let mut query = self.conn.prepare_cached(&sql)?;
        let count: i64 = query.query_row(params![today.to_string(), from, next], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    fn contacts_between(
        &self,
        (today, order): (NaiveDate, &str),
        from: &str,
        before: NaiveDate,
        limit: usize,
    ) -> Result<Vec<Contact>, Fault> {
        let rest =
            format!("WHERE {DUE} AND contact_due {from} AND contact_due < ?2 ORDER BY {order} LIMIT ?3");
        let (today, before) = (today.to_string(), before.to_string());
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let accounts = row::all::<Account>(&self.conn, &rest, &[&today, &before, &limit])?;
        let contact = |account: Account| {
            let rhythm = self.rhythm(account.head.id)?;
            Ok(Contact { account, rhythm })
        };
        accounts.into_iter().map(contact).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Tier;
    use crate::domain::cadence::Cadence;
    use crate::domain::template::Template;
    use crate::domain::visit::{Visit, VisitResult, VisitStatus};
    use crate::store::{Origin, Stamp};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stamp() -> Stamp {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        Stamp { at, author: "zp".to_owned(), origin: Origin::User }
    }

    fn made(store: &mut Store, account: &mut Account) {
        store.transact(&stamp(), "x", |tx| tx.save(account)).unwrap();
    }

    fn visited(store: &mut Store, visit: &mut Visit) -> i64 {
        store.transact(&stamp(), "x", |tx| tx.save(visit)).unwrap().1.batch.unwrap()
    }

    #[test]
    fn it_counts_from_the_last_visit_that_took_place_and_goes_back_with_an_undo() {
        let mut store = Store::memory(Rules::default()).unwrap();
        let last_contact_on = Some(day("2026-11-02"));
        let mut account = Account { tier: Some(Tier::A), last_contact_on, ..Account::default() };
        made(&mut store, &mut account);
        let id = account.head.id;
        let due = |store: &Store| store.rhythm(id).unwrap();
        assert_eq!(due(&store), Rhythm::Due(day("2026-11-16")));
        let of = |when: &str, status, result| Visit {
            account: Some(id),
            when: Some(when.parse().unwrap()),
            status,
            result,
            ..Visit::default()
        };
        visited(&mut store, &mut of("2026-11-12T10:00", VisitStatus::Planned, None));
        visited(&mut store, &mut of("2026-11-13", VisitStatus::Cancelled, Some(VisitResult::Cancelled)));
        assert_eq!(due(&store), Rhythm::Due(day("2026-11-16")));
        let batch = visited(&mut store, &mut of("2026-11-10T15:00", VisitStatus::Done, None));
        assert_eq!(due(&store), Rhythm::Due(day("2026-11-24")));
        store.undo(&stamp(), Some(batch)).unwrap();
        assert_eq!(due(&store), Rhythm::Due(day("2026-11-16")));
        account = store.get(account.head.no).unwrap().unwrap();
        (account.tier, account.cadence_days) = (None, Some(60));
        made(&mut store, &mut account);
        assert_eq!(due(&store), Rhythm::Due(day("2027-01-01")));
        account.cadence_days = None;
        made(&mut store, &mut account);
        assert_eq!(due(&store), Rhythm::None);
    }

    #[test]
    fn other_numbers_make_other_days() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.db");
        let mut store = Store::open(&path, Rules::default()).unwrap();
        let last_contact_on = Some(day("2026-11-02"));
        let mut account = Account { tier: Some(Tier::B), last_contact_on, ..Account::default() };
        made(&mut store, &mut account);
        drop(store);
        let mut rules = Rules::default();
        rules.cadence.b = 7;
        let store = Store::open(&path, rules).unwrap();
        assert_eq!(store.rhythm(account.head.id).unwrap(), Rhythm::Due(day("2026-11-09")));
        let late = |before| store.late_contacts(day("2026-11-09"), day(before), 9).unwrap().len();
        assert_eq!((late("2026-11-09"), late("2026-11-10")), (0, 1));
        assert_eq!(store.contacts_on(day("2026-11-09"), day("2026-11-09"), 9).unwrap().len(), 1);
        drop(store);
        // Numbers that neither rhythms nor judgements read leave both alone.
        let mut store =
            Store::open(&path, Rules { cadence: Cadence { b: 7, ..Cadence::default() }, ..Rules::default() })
                .unwrap();
        store.refresh(day("2026-11-23"), 9).unwrap();
        store.conn.execute("UPDATE account SET contact_due = '2000-01-01'", []).unwrap();
        let mut rules = store.rules.clone();
        drop(store);
        (rules.plan.near_days, rules.key_review.days, rules.limit.history) = (1, 1, 1);
        rules.templates.push(Template { code: "own".to_owned(), ..Template::default() });
        let store = Store::open(&path, rules).unwrap();
        assert_eq!(store.rhythm(account.head.id).unwrap(), Rhythm::Due(day("2000-01-01")));
        assert_eq!(store.meta("rejudge").unwrap().unwrap_or_default(), "");
    }

    #[test]
    fn a_contact_lies_on_its_day_and_an_overdue_one_on_today() {
        let mut store = Store::memory(Rules::default()).unwrap();
        for (name, last) in
            [("late", "2026-11-02"), ("today", "2026-11-09"), ("soon", "2026-11-11"), ("", "")]
        {
            let last_contact_on = (!last.is_empty()).then(|| day(last));
            let mut account = Account {
                name: name.to_owned(),
                cadence_days: Some(14),
                last_contact_on,
                ..Account::default()
            };
            made(&mut store, &mut account);
        }
        let on = |from: &str, days| {
            let Span { items, more } = store.contacts(day("2026-11-23"), (day(from), days), 2).unwrap();
            let told = |item: &Item| format!("{} {} {:?}", item.day, item.title, item.sort);
            (items.iter().map(told).collect::<Vec<_>>(), more)
        };
        let late = r#"2026-11-23 late Some("2026-11-16")"#;
        assert_eq!(
            on("2026-11-20", 7),
            (
                vec![
                    late.to_owned(),
                    r#"2026-11-23  Some("")"#.to_owned(),
                    "2026-11-25 soon None".to_owned()
                ],
                vec![(day("2026-11-23"), 1)]
            )
        );
        assert_eq!(on("2026-11-24", 1), (vec![], vec![]));
    }
}
