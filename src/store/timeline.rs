//! The timeline of a deal, an account or a person: every entry by its place, and those in sight whole.

use chrono::NaiveDate;
use rusqlite::params;

use super::journal::{self, ENTRY};
use super::{Fault, Store, row};
use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::cost::Cost;
use crate::domain::decision::Decision;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::domain::stage::Step;
use crate::domain::timeline::{Entry, Kept, Mark, Of, Record as Told, Source, Teller, Took, What};
use crate::domain::todo::Todo;
use crate::domain::value::Value;
use crate::domain::visit::Visit;

mod arm;
#[cfg(test)]
mod tests;

/// What an entry needs beside its mark.
type Whole = (What, Vec<Id>, Told, About);

/// Which deal or person an entry of an account is about.
#[derive(Clone, Copy)]
enum About {
    Nothing,
    Deal(Option<Id>),
    Person(Option<Id>),
}

impl Store {
    /// The places of all entries of a timeline, the latest on top.
    pub fn timeline(&self, of: Of, today: NaiveDate) -> Result<Vec<Mark>, Fault> {
        let mut marks = Vec::new();
        for arm in arm::arms(of) {
            let mut query = self.conn.prepare_cached(&arm.sql)?;
            let mut rows = query.query([arm::id(of).to_string()])?;
            while let Some(row) = rows.next()? {
                let (at, open, key): (Option<String>, bool, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let on = at.as_deref().and_then(|at| at.get(..10)).and_then(|day| day.parse().ok());
                let (Some(at), Some(on)) = (at, on) else { continue };
                marks.push(Mark { at, on, ahead: open && on >= today, source: arm.source, key });
            }
        }
        Mark::order(&mut marks);
        Ok(marks)
    }

    /// These entries of a timeline, whole; what was removed meanwhile is left out.
    pub fn entries(&self, of: Of, marks: &[Mark]) -> Result<Vec<Entry>, Fault> {
        let mut found = Vec::with_capacity(marks.len());
        for mark in marks {
            let Some((what, people, record, about)) = self.whole(mark)? else { continue };
            let people = self.names_of(&people)?.into_iter().map(|(_, name)| name).collect();
            let (deal, about) = self.about(of, about)?;
            found.push(Entry { mark: mark.clone(), what, people, record, deal, about });
        }
        Ok(found)
    }

    fn whole(&self, mark: &Mark) -> Result<Option<Whole>, Fault> {
        let key = mark.key;
        Ok(match mark.source {
            Source::Visit => self.entry(key, |one: Visit| {
                let about = About::Deal(one.opportunity);
                (one.who.clone(), about, What::Visit(Box::new(one)))
            })?,
            Source::Todo => self.entry(key, |one: Todo| {
                let about = one.opportunity.map_or(About::Person(one.person), |id| About::Deal(Some(id)));
                (one.person.into_iter().collect(), about, What::Todo(Box::new(one)))
            })?,
            Source::Answer => self.entry(key, |one: Answer| {
                let about = About::Deal(Some(one.opportunity));
                (one.source.into_iter().collect(), about, What::Answer(Box::new(one)))
            })?,
            Source::Step => self.entry(key, |one: Step| {
                (Vec::new(), About::Deal(Some(one.opportunity)), What::Step(Box::new(one)))
            })?,
            Source::Cost => self.entry(key, |one: Cost| {
                (Vec::new(), About::Deal(Some(one.opportunity)), What::Cost(Box::new(one)))
            })?,
            Source::Review => {
                self.entry(key, |one: Review| (Vec::new(), About::Nothing, What::Review(Box::new(one))))?
            }
            Source::Decision => self.entry(key, |one: Decision| {
                let about = About::Deal(Some(one.opportunity));
                (one.person.into_iter().collect(), about, What::Decision(Box::new(one)))
            })?,
            Source::Next => self.entry(key, |deal: Opportunity| {
                let about = About::Deal(Some(deal.head.id));
                (Vec::new(), about, What::Next(deal.next_step.unwrap_or_default()))
            })?,
            Source::Close => self
                .entry(key, |deal: Opportunity| (Vec::new(), About::Deal(Some(deal.head.id)), What::Close))?,
            Source::Change => self.changed(key)?,
            Source::Born(noun, kept) => self.born_with(noun, key, kept)?,
        })
    }

    fn entry<R: Record>(
        &self,
        no: i64,
        tell: impl FnOnce(R) -> (Vec<Id>, About, What),
    ) -> Result<Option<Whole>, Fault> {
        let Some(found) = self.get::<R>(no)? else { return Ok(None) };
        let id = found.head().id;
        let record = Told { noun: R::NOUN, no, id, name: self.sheet(R::NOUN, id)?.unwrap_or_default().name };
        let (people, about, what) = tell(found);
        Ok(Some((what, people, record, about)))
    }

    /// A change of a field, by its line of the journal.
    fn changed(&self, lsn: i64) -> Result<Option<Whole>, Fault> {
        let mut query =
            self.conn.prepare_cached(&format!("SELECT {ENTRY} FROM journal j WHERE j.lsn = ?1"))?;
        let Some(line) = row::optional(query.query_row([lsn], |row| journal::read(row, 0)))? else {
            return Ok(None);
        };
        let noun = Noun::from_index(line.noun);
        let (Some(noun), Some(field), new) = (noun, line.field.clone(), line.value()?) else {
            return Ok(None);
        };
        self.took(noun, line.no, field, (line.old, new))
    }

    /// What a field held from the first: what its first change found there, or what it holds to this day.
    fn born_with(&self, noun: Noun, no: i64, kept: Kept) -> Result<Option<Whole>, Fault> {
        let sql = format!("SELECT {} FROM {} t WHERE t.no = ?1", arm::first(noun, kept), noun.code());
        let value = self.conn.prepare_cached(&sql)?.query_row(params![no], |row| row.get(0));
        match row::optional(value)? {
            Some(Value::Null) | None => Ok(None),
            Some(value) => self.took(noun, no, kept.key().to_owned(), (Value::Null, value)),
        }
    }

    fn took(
        &self,
        noun: Noun,
        no: i64,
        field: String,
        (old, new): (Value, Value),
    ) -> Result<Option<Whole>, Fault> {
        let Some(teller) = Teller::of(noun) else { return Err(Fault::Damaged(noun.code().to_owned())) };
        let (id, name, currency, about) = match teller {
            Teller::Account => {
                let Some(own) = self.get::<Account>(no)? else { return Ok(None) };
                (own.head.id, own.name, String::new(), About::Nothing)
            }
            Teller::Person => {
                let Some(own) = self.get::<Person>(no)? else { return Ok(None) };
                (own.head.id, own.name, String::new(), About::Person(Some(own.head.id)))
            }
            Teller::Deal => {
                let Some(own) = self.get::<Opportunity>(no)? else { return Ok(None) };
                (own.head.id, own.title, own.currency, About::Deal(Some(own.head.id)))
            }
        };
        let what = What::Took(Took { noun, field, old, new, currency });
        Ok(Some((what, Vec::new(), Told { noun, no, id, name }, about)))
    }

    /// The number of the deal of an entry, and what it is about where the timeline is of more than that.
    fn about(&self, of: Of, about: About) -> Result<(Option<i64>, Option<String>), Fault> {
        let (noun, id) = match about {
            About::Deal(id) => (Noun::Opp, id),
            About::Person(id) => (Noun::Person, id),
            About::Nothing => return Ok((None, None)),
        };
        let found = id.map(|id| self.sheet(noun, id)).transpose()?.flatten();
        let deal = found.as_ref().filter(|_| noun == Noun::Opp).map(|sheet| sheet.no);
        let is_own = matches!((of, noun), (Of::Deal(_), _) | (Of::Person(_), Noun::Person));
        Ok((deal, found.filter(|_| !is_own).map(|sheet| sheet.name)))
    }

    /// Whose timeline tells of a visit or a to-do: its deal's, else its account's, else its person's.
    pub fn whose(&self, noun: Noun, no: i64) -> Result<Option<(Noun, i64)>, Fault> {
        let links = match noun {
            Noun::Visit => {
                self.get::<Visit>(no)?.map(|one| (one.opportunity, one.account, one.who.first().copied()))
            }
            Noun::Todo => self.get::<Todo>(no)?.map(|one| (one.opportunity, one.account, one.person)),
            Noun::Opp | Noun::Account | Noun::Person => return Ok(Some((noun, no))),
            Noun::Answer
            | Noun::Step
            | Noun::Role
            | Noun::Rep
            | Noun::Influence
            | Noun::Decision
            | Noun::Factor
            | Noun::Fit
            | Noun::Competitor
            | Noun::Rival
            | Noun::Cost
            | Noun::Review => None,
        };
        let Some((deal, account, person)) = links else { return Ok(None) };
        for (noun, id) in [(Noun::Opp, deal), (Noun::Account, account), (Noun::Person, person)] {
            if let Some(sheet) = id.map(|id| self.sheet(noun, id)).transpose()?.flatten() {
                return Ok(Some((noun, sheet.no)));
            }
        }
        Ok(None)
    }

    /// A record that has a timeline: whose it is, and what it is called.
    pub fn told_of(&self, noun: Noun, no: i64) -> Result<Option<(Of, String)>, Fault> {
        let Some(teller) = Teller::of(noun) else { return Ok(None) };
        Ok(match teller {
            Teller::Deal => self.get::<Opportunity>(no)?.map(|one| (Of::Deal(one.head.id), one.title)),
            Teller::Account => self.get::<Account>(no)?.map(|one| (Of::Account(one.head.id), one.name)),
            Teller::Person => self.get::<Person>(no)?.map(|one| (Of::Person(one.head.id), one.name)),
        })
    }
}
