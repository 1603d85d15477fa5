//! Writing what an import read: one batch, known records updated, links made, nothing overwritten by a blank.

use std::collections::{HashMap, HashSet};

use super::failure::Failure;
use super::{Desk, generic};
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::import::reading::{By, Proposal, Reading};
use crate::import::refusal::Refusal;
use crate::store::{Fault, Origin, Stamp, Store, Tx};

mod ahead;
mod alike;
mod deal;
mod fields;
mod known;
mod later;
mod links;
mod numbers;
mod origin;
mod owners;
mod seat;
mod series;
mod todo;
pub mod version;
mod visit;

pub use alike::Alike;
use numbers::Numbers;
pub use series::Time;

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Its name.
    pub file: String,
    /// What its rows are.
    pub noun: Noun,
    /// Rows proposed and rejected.
    pub read: usize,
    /// Records made, or brought back.
    pub created: usize,
    /// Records changed.
    pub updated: usize,
    /// Records that were so already.
    pub unchanged: usize,
    /// The source under which the book knew its ids, where the file names none.
    pub known_from: Option<String>,
    /// Records of other nouns that the rows made beside their own, such as accounts that only a deal names.
    pub beside: usize,
    /// People that were made although the book has someone much like them.
    pub likely: Vec<Alike>,
    /// The numbers of records that a person removed and that stay removed; their rows count as unchanged.
    pub away: Vec<i64>,
    /// Visits that were taken out, since their series no longer has them.
    pub ended: Vec<Time>,
    /// Visits that their series no longer has either, but that were reported or changed here.
    pub left: Vec<Time>,
}

impl FileReport {
    /// Of a file of which no row is written yet.
    fn of(name: &str, reading: &Reading) -> Self {
        Self {
            file: name.to_owned(),
            noun: reading.noun,
            read: reading.read(),
            created: 0,
            updated: 0,
            unchanged: 0,
            known_from: None,
            beside: 0,
            likely: Vec::new(),
            away: Vec::new(),
            ended: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Counts a row in.
    fn count(&mut self, became: Became) {
        match became {
            Became::Created => self.created += 1,
            Became::Updated => self.updated += 1,
            Became::Unchanged => self.unchanged += 1,
            Became::Away(no) => {
                self.unchanged += 1;
                self.away.push(no);
            }
        }
    }
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The files in the order they were given.
    pub files: Vec<FileReport>,
    /// The batch; nothing where nothing changed, or for a dry run.
    pub batch: Option<i64>,
}

/// What a row became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Became {
    Created,
    Updated,
    Unchanged,
    /// A person removed it, and it stays so: the record's number.
    Away(i64),
}

/// What is known while the files are written.
#[derive(Default)]
struct Work {
    accounts: HashMap<(By, String), Id>,
    /// Links that found no account, until the next one comes.
    vain: HashSet<(By, String)>,
    /// The records that the rows of this file so far stand for.
    claimed: HashMap<Noun, Numbers>,
    /// Ids and domains of the accounts that were made or changed.
    arrived: HashMap<String, Id>,
    /// Names, mail addresses and ids of the people that were made or changed, folded.
    people: HashSet<String>,
    /// Owners by the spelling that is compared, as they are written here.
    owners: HashMap<String, String>,
    stubs: HashSet<i64>,
    /// The series of this file.
    series: series::Known,
    beside: usize,
    likely: Vec<Alike>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Unwritten {
    /// A file, by its name, was not what it had been when it was judged.
    File(String, Refusal),
    /// The machine, the disk or the book.
    Failed(Failure),
}

/// Ends a transaction that is not kept.
enum Stop {
    /// A dry run: everything was tried.
    Dry(Vec<FileReport>),
    File(usize, Refusal),
    Failed(Failure),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Failed(fault.into())
    }
}

/// What stops the writing of one file.
enum Halt {
    Refused(Refusal),
    Fault(Fault),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Writes what was read as one batch; `told` hears how many rows are done. A dry run writes nothing.
pub fn write(
    store: &mut Store,
    desk: &Desk,
    files: &[(String, Reading)],
    dry_run: bool,
    told: &mut dyn FnMut(usize),
) -> Result<Report, Unwritten> {
    let failed = |fault: Fault| Unwritten::Failed(fault.into());
    let stamp = Stamp { origin: Origin::Import, ..desk.stamp.clone() };
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let label = generic::label(&format!("import {}", names.join(" ")));
    store.spread(true).map_err(failed)?;
    let written = store.transact(&stamp, &label, |tx| {
        let reports = all(tx, desk, files, told)?;
        if dry_run { Err(Stop::Dry(reports)) } else { Ok(reports) }
    });
    // What was written stands, whatever becomes of the room for it.
    let _ = store.spread(false);
    match written {
        Ok((files, receipt)) => Ok(Report { files, batch: receipt.batch }),
        Err(Stop::Dry(files)) => Ok(Report { files, batch: None }),
        Err(Stop::File(at, refusal)) => {
            Err(Unwritten::File(names.get(at).copied().unwrap_or_default().to_owned(), refusal))
        }
        Err(Stop::Failed(failure)) => Err(Unwritten::Failed(failure)),
    }
}

/// The order in which links find what they point at: colleagues, accounts, people, deals, visits, to-dos.
fn rank(noun: Noun) -> usize {
    match noun {
        Noun::Rep => 0,
        Noun::Account => 1,
        Noun::Person => 2,
        Noun::Visit => 4,
        Noun::Todo => 5,
        _ => 3,
    }
}

fn all(
    tx: &mut Tx,
    desk: &Desk,
    files: &[(String, Reading)],
    told: &mut dyn FnMut(usize),
) -> Result<Vec<FileReport>, Stop> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|at| files.get(*at).map(|(_, reading)| rank(reading.noun)));
    let mut reports: Vec<(usize, FileReport)> = Vec::new();
    let mut work = Work::default();
    let mut done = 0;
    let deals = files.iter().filter(|(_, reading)| reading.noun == Noun::Opp);
    tx.expect_deals(deals.map(|(_, reading)| reading.records.count()).sum())?;
    for at in order {
        let Some((name, reading)) = files.get(at) else { continue };
        let report = file(tx, desk, (name, reading), &mut work, &mut |rows| told(done + rows));
        let report = report.map_err(|halt| match halt {
            Halt::Refused(refusal) => Stop::File(at, refusal),
            Halt::Fault(fault) => fault.into(),
        })?;
        done += reading.records.count();
        reports.push((at, report));
    }
    later::link(tx, &work)?;
    reports.sort_by_key(|(at, _)| *at);
    Ok(reports.into_iter().map(|(_, report)| report).collect())
}

fn file(
    tx: &mut Tx,
    desk: &Desk,
    (name, reading): (&str, &Reading),
    work: &mut Work,
    told: &mut dyn FnMut(usize),
) -> Result<FileReport, Halt> {
    let mut report = FileReport::of(name, reading);
    work.claimed.clear();
    work.beside = 0;
    let source = origin::find(tx, reading)?;
    work.series = series::known(tx, &reading.series)?;
    let mut row = 0;
    ahead::each(&reading.records, |proposal| {
        let renamed =
            source.as_deref().map(|source| origin::renamed(tx, reading, proposal, source)).transpose()?;
        report.count(take(tx, desk, reading, renamed.as_ref().unwrap_or(proposal), work)?);
        row += 1;
        if row % 500 == 0 {
            told(row);
        }
        Ok::<(), Halt>(())
    })?;
    told(row);
    report.known_from = source;
    series::end(tx, &work.series, &mut report)?;
    report.beside = work.beside;
    report.likely = std::mem::take(&mut work.likely);
    Ok(report)
}

/// Takes one row, and the person that stands in an account's row.
fn take(
    tx: &mut Tx,
    desk: &Desk,
    reading: &Reading,
    proposal: &Proposal,
    work: &mut Work,
) -> Result<Became, Fault> {
    let spelled = owners::spelled(tx, proposal, work)?;
    let proposal = spelled.as_ref().unwrap_or(proposal);
    let became = match reading.noun {
        Noun::Account => known::account(tx, desk, reading, proposal, work)?,
        Noun::Person => known::person(tx, desk, reading, proposal, work)?,
        Noun::Rep => known::rep(tx, proposal, work)?,
        Noun::Visit => visit::take(tx, desk, proposal, work)?,
        Noun::Todo => todo::take(tx, desk, proposal, work)?,
        _ => deal::take(tx, desk, reading, proposal, work)?,
    };
    let Some(person) = proposal.person.as_ref().filter(|_| !matches!(became, Became::Away(_))) else {
        return Ok(became);
    };
    let beside = known::person(tx, desk, reading, person, work)?;
    if beside == Became::Created {
        work.beside += 1;
    }
    // A row whose account is the same but whose person is not did change something.
    Ok(match (became, beside) {
        (Became::Unchanged, Became::Created | Became::Updated) => Became::Updated,
        _ => became,
    })
}
