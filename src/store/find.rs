//! Finding records: by number, id, a unique start of the id, or name; and anything by words, initials or telephone.

use super::{Fault, Sheet, Store, called, named, row, search};
use crate::domain::name::{self, Asked};
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::text::{fold, narrow_sign};

mod together;

/// One thing that find found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub noun: Noun,
    /// Which one.
    pub sheet: Sheet,
    /// Its account's name, where it has one.
    pub account: Option<String>,
}

/// How many candidates of each noun are ranked.
const CANDIDATES: i64 = 100;
/// How many people of one family name are looked at for the one whose position fits.
const FAMILY: i64 = 1000;

impl Store {
    /// The records of a noun that a person may have meant by `text`: one where it is plain, several where it is not.
    pub fn meant(&self, noun: Noun, text: &str) -> Result<Vec<Sheet>, Fault> {
        let sure = self.surely(noun, text)?;
        if !sure.is_empty() || !noun.traits().is_found() {
            return Ok(sure);
        }
        // By its name alone: a number that no record has must not name whoever's telephone begins so.
        let hits = self.sought(text, Asked::of(text).as_ref(), Some(noun), 200)?;
        let mut found: Vec<Sheet> = hits.into_iter().map(|hit| hit.sheet).collect();
        found.truncate(12);
        Ok(found)
    }

    /// The records of a noun that `text` calls by number, id, a start of the id, or name, however that is written.
    pub fn surely(&self, noun: Noun, text: &str) -> Result<Vec<Sheet>, Fault> {
        let text = text.trim();
        let number: Option<i64> = text.trim_start_matches('#').parse().ok();
        if let Some(number) = number {
            let exact = self.sheets(noun, "no = ?1", &[&number])?;
            if !exact.is_empty() {
                return Ok(exact);
            }
        }
        if text.len() >= 4 && text.chars().all(|one| one.is_ascii_hexdigit() || one == '-') {
            let start = text.to_ascii_lowercase();
            let exact = self.sheets(noun, "id >= ?1 AND id < ?1 || 'g'", &[&start])?;
            if !exact.is_empty() {
                return Ok(exact);
            }
        }
        if !noun.traits().is_found() {
            return Ok(Vec::new());
        }
        let exact = self.named(noun, text)?;
        if !exact.is_empty() {
            return Ok(exact);
        }
        self.called_so(noun, text)
    }

    /// Anything whose name has these words, numbers or initials, the best first; then who has such a telephone number,
    /// who is called so by family name and position, what has some of the words while its account has the others, and
    /// where there is nothing of all this, what differs by a slip of the hand.
    pub fn find(&self, typed: &str, noun: Option<Noun>, limit: usize) -> Result<Vec<Hit>, Fault> {
        let mut found = self.sought(typed, Asked::anything(typed).as_ref(), noun, limit)?;
        if found.len() < limit && noun.is_none_or(|noun| noun == Noun::Person) {
            add(&mut found, self.addressed(typed)?, limit);
        }
        if found.len() < limit {
            add(&mut found, together::find(self, typed, noun, limit)?, limit);
        }
        if found.is_empty() {
            let slipped = Asked::slipped(typed);
            found = slipped.map_or(Ok(found), |asked| self.sought(typed, Some(&asked), noun, limit))?;
        }
        Ok(found)
    }

    /// The people who are meant by family name and position, those first whose position says so: 曾总.
    fn addressed(&self, typed: &str) -> Result<Vec<Hit>, Fault> {
        let Some((family, position)) = name::addressed(typed) else { return Ok(Vec::new()) };
        let Some(asked) = Asked::of(&family) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for no in search::candidates(self, Noun::Person, &asked, FAMILY)? {
            let Some(person) = self.get::<Person>(no)?.filter(|one| fold(&one.name).starts_with(&family))
            else {
                continue;
            };
            let title = person.title.as_deref().map(fold).unwrap_or_default();
            let fits = title.contains(position);
            if fits || title.is_empty() || position.chars().count() == 1 {
                found.push((!fits, person.head.no));
            }
        }
        found.sort_unstable();
        let hits = found.into_iter().map(|(_, no)| self.hit(Noun::Person, no));
        Ok(hits.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn sought(
        &self,
        typed: &str,
        asked: Option<&Asked>,
        noun: Option<Noun>,
        limit: usize,
    ) -> Result<Vec<Hit>, Fault> {
        let nouns = Noun::found().filter(|one| noun.is_none_or(|noun| noun == *one));
        let narrow: String = typed.trim().chars().map(narrow_sign).collect();
        let number = narrow.trim_start_matches('#').parse::<i64>().ok();
        let mut hits = Vec::new();
        // Each noun has candidates of its own: many deals must not crowd out the account that they belong to.
        for one in nouns {
            if let Some(number) = number {
                hits.extend(self.hit(one, number)?.map(|hit| (u32::MAX, hit)));
            }
            for no in
                asked.map_or(Ok(Vec::new()), |asked| search::candidates(self, one, asked, CANDIDATES))?
            {
                if number == Some(no) {
                    continue;
                }
                if let Some(hit) = self.hit(one, no)? {
                    let score = name::matches(&hit.sheet.name, typed).unwrap_or(0);
                    hits.push((score, hit));
                }
            }
        }
        let mut found = ranked(hits, limit);
        if noun.is_none() {
            self.with_deals(&mut found, limit)?;
        }
        Ok(found)
    }

    /// The deals of the accounts that were found, behind everything that was found by its own name.
    fn with_deals(&self, found: &mut Vec<Hit>, limit: usize) -> Result<(), Fault> {
        let accounts: Vec<Sheet> = found
            .iter()
            .filter(|hit| hit.noun == Noun::Account)
            .take(3)
            .map(|hit| hit.sheet.clone())
            .collect();
        for account in accounts {
            for deal in self.deals_of(account.id, 8)? {
                let sheet = Sheet { no: deal.head.no, id: deal.head.id, name: deal.title };
                let is_there = found.iter().any(|hit| hit.noun == Noun::Opp && hit.sheet.no == sheet.no);
                if found.len() < limit && !is_there {
                    found.push(Hit { noun: Noun::Opp, sheet, account: Some(account.name.clone()) });
                }
            }
        }
        Ok(())
    }

    /// The records that are called exactly so, whatever the case.
    fn named(&self, noun: Noun, name: &str) -> Result<Vec<Sheet>, Fault> {
        let condition = format!("lower({}) = lower(?1) AND gone = 0", named::name(noun));
        self.sheets(noun, &condition, &[&name])
    }

    /// The records that are called so, however the name is written.
    fn called_so(&self, noun: Noun, name: &str) -> Result<Vec<Sheet>, Fault> {
        let sheets =
            called::numbers(self, noun, name)?.into_iter().map(|no| self.sheets(noun, "no = ?1", &[&no]));
        Ok(sheets.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn hit(&self, noun: Noun, no: i64) -> Result<Option<Hit>, Fault> {
        let Some(sheet) = self.sheets(noun, "no = ?1 AND gone = 0", &[&no])?.pop() else { return Ok(None) };
        let account = if noun.kind_of("account").is_some() {
            let sql = format!(
                "SELECT a.name FROM {} r JOIN account a ON a.id = r.account WHERE r.no = ?1",
                noun.code()
            );
            row::optional(self.conn.prepare_cached(&sql)?.query_row([no], |row| row.get(0)))?
        } else {
            None
        };
        Ok(Some(Hit { noun, sheet, account }))
    }

    /// Number, id and name of the records that a condition selects.
    pub(super) fn sheets(
        &self,
        noun: Noun,
        condition: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Sheet>, Fault> {
        let (name, table) = (named::name(noun), noun.code());
        let sql = format!("SELECT no, id, {name} FROM {table} WHERE {condition} ORDER BY no LIMIT 50");
        let mut query = self.conn.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(1)?;
            let id = id.parse().map_err(|_| Fault::Damaged(id))?;
            found.push(Sheet { no: row.get(0)?, id, name: row.get(2)? });
        }
        Ok(found)
    }

    /// Number, id and name of the record with this id.
    pub fn sheet(&self, noun: Noun, id: crate::domain::id::Id) -> Result<Option<Sheet>, Fault> {
        Ok(self.sheets(noun, "id = ?1", &[&id.to_string()])?.pop())
    }
}

/// Adds what is not there yet, as far as there is room.
fn add(found: &mut Vec<Hit>, more: Vec<Hit>, limit: usize) {
    for hit in more {
        let is_there = found.iter().any(|own| own.noun == hit.noun && own.sheet.no == hit.sheet.no);
        if !is_there && found.len() < limit {
            found.push(hit);
        }
    }
}

fn ranked(mut hits: Vec<(u32, Hit)>, limit: usize) -> Vec<Hit> {
    hits.sort_by(|(a, one), (b, other)| {
        b.cmp(a).then(one.noun.cmp(&other.noun)).then(one.sheet.no.cmp(&other.sheet.no))
    });
    hits.into_iter().take(limit).map(|(_, hit)| hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::opportunity::Opportunity;
    use crate::domain::rules::Rules;
    use crate::store::{Origin, Stamp};

    #[test]
    fn many_deals_do_not_crowd_out_the_account_they_are_named_after() {
        let mut store = Store::memory(Rules::default()).expect("a book");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let stamp = Stamp { at, author: "me".to_owned(), origin: Origin::User };
        let filled = store.transact(&stamp, "fill", |tx| {
            tx.save(&mut Account { name: "Kan-code".to_owned(), ..Account::default() })?;
            for number in 0..400 {
                let (title, currency) = (format!("Kan-code {number}"), "USD".to_owned());
                tx.save(&mut Opportunity { title, currency, ..Opportunity::default() })?;
            }
            Ok::<_, Fault>(())
        });
        filled.expect("saved");
        let found = store.find("kan", None, 20).expect("found");
        assert_eq!(found.iter().filter(|hit| hit.noun == Noun::Account).count(), 1);
    }
}
