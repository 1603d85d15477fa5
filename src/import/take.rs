//! Row by row through a table, by its plan: once to judge it, and again for its records.

use std::collections::HashMap;

use super::derive::Quarters;
use super::draft::{Draft, Fault};
use super::finish::{Taken, finish};
use super::header::{self, Header};
use super::held::Held;
use super::pass::Pass;
use super::plan::{Plan, Use};
use super::reading::{Column, Fate, Kept, Proposal, Reading, Rejected, Skip};
use super::reason::Reason;
use super::refusal::Refusal;
use super::row::Row;
use super::stage::Stages;
use super::table::Table;

/// A table, and all that was decided about it before its rows are taken.
pub(super) struct Sheet {
    pub table: Table,
    pub header: Header,
    pub plan: Plan,
    /// The stages, none of them met yet.
    pub stages: Stages,
    /// The labels of columns that are left out.
    derived: Vec<String>,
    /// The rows down to the header.
    head: Held,
}

/// What became of a row.
pub(super) enum Became {
    Made(Proposal),
    Rejected(Rejected),
    None(u64, Skip),
}

impl Sheet {
    pub fn new(table: Table, header: Header, plan: Plan, stages: Stages) -> Result<Self, Refusal> {
        let head = table.head(header.at + 1)?;
        Ok(Self { table, header, plan, stages, derived: Vec::new(), head })
    }

    /// Its rows from the first below the header on.
    pub fn take(&self) -> Result<Take<'_>, Refusal> {
        Ok(Take {
            sheet: self,
            head: self.head.all().pop().unwrap_or_default(),
            pass: self.table.below(self.header.at)?,
            at: 0,
            stages: self.stages.clone(),
            taken: Taken::default(),
            kept: Vec::new(),
        })
    }

    /// Goes through all rows and says what they are; how many records there are.
    pub fn judge(&mut self, reading: &mut Reading) -> Result<usize, Refusal> {
        let (count, derived) = self.judged(reading)?;
        self.derived = derived;
        reading.columns = self.columns();
        Ok(count)
    }

    fn judged(&self, reading: &mut Reading) -> Result<(usize, Vec<String>), Refusal> {
        let above = self.head.all();
        let header = above.last().cloned().unwrap_or_default();
        (reading.header_line, reading.header_raw) = (header.line, header.raw());
        reading.skipped = above.iter().take(self.header.at).map(|row| (row.line, Skip::Above)).collect();
        let kept = self.plan.labels.iter().zip(&self.plan.uses).filter(|(_, one)| **one == Use::Kept);
        let mut quarters: Vec<Quarters> = kept.map(|(label, _)| Quarters::new(&label.text)).collect();
        let (mut count, mut currencies) = (0, HashMap::new());
        let mut take = self.take()?;
        while let Some(became) = take.next()? {
            match became {
                Became::Made(proposal) => {
                    count += 1;
                    for quarters in &mut quarters {
                        quarters.add(&proposal);
                    }
                    if let Some(code) = proposal.get("currency") {
                        match currencies.get_mut(code) {
                            Some(times) => *times += 1,
                            None => _ = currencies.insert(code.to_owned(), 1_usize),
                        }
                    }
                }
                Became::Rejected(row) => reading.rejected.push(row),
                Became::None(line, skip) => reading.skipped.push((line, skip)),
            }
        }
        let Take { stages, kept, taken, .. } = take;
        (reading.kept, reading.stages) = (kept, stages.into_rows());
        reading.currency_assumed = taken.assumed;
        reading.currencies = by_frequency(currencies);
        let derived = quarters.iter().filter(|one| one.repeat()).map(|one| one.label.to_string());
        Ok((count, derived.collect()))
    }

    fn columns(&self) -> Vec<Column> {
        let fate = |(label, one): (&header::Label, &Use)| {
            let fate = match one {
                Use::Ignored => Fate::Ignored,
                Use::Kept if self.derived.iter().any(|derived| **derived == *label.text) => Fate::Derived,
                Use::Kept => Fate::Kept,
                Use::Line(key)
                | Use::Note(key)
                | Use::Date(key, _)
                | Use::Money(key, ..)
                | Use::Percent(key, _)
                | Use::Int(key, ..)
                | Use::Choice(key, _)
                | Use::Link(key, _) => Fate::Field(key),
                Use::Currency => Fate::Field("currency"),
                Use::Stage => Fate::Field("stage"),
                Use::Status => Fate::Field("status"),
                Use::Id | Use::ExternalId => Fate::Field("external_id"),
                Use::First | Use::Last => Fate::Field("name"),
                Use::Website => Fate::Field("domain"),
                Use::Person(_) => Fate::Field("person"),
            };
            Column { label: label.text.to_string(), fate }
        };
        self.plan.labels.iter().zip(&self.plan.uses).map(fate).collect()
    }
}

/// Once through the rows of a table.
pub(super) struct Take<'s> {
    sheet: &'s Sheet,
    head: Row<'s>,
    pass: Pass<'s>,
    at: usize,
    stages: Stages,
    taken: Taken,
    /// Cells that their fields could not take.
    kept: Vec<Kept>,
}

impl Take<'_> {
    /// What the next row is; nothing behind the last.
    pub fn next(&mut self) -> Result<Option<Became>, Refusal> {
        let Some(row) = self.pass.next()? else { return Ok(None) };
        let at = self.at;
        self.at += 1;
        if let Some(skip) = header::skip(&row, &self.head, at) {
            return Ok(Some(Became::None(row.line, skip)));
        }
        let made = one(&row, self.sheet, &mut self.stages, &mut self.kept, &mut self.taken);
        Ok(Some(match made {
            Ok(mut proposal) => {
                self.sheet.derived.iter().for_each(|label| proposal.extra.remove(label));
                Became::Made(proposal)
            }
            Err((column, reason)) => {
                Became::Rejected(Rejected { line: row.line, column, reason, raw: row.raw() })
            }
        }))
    }

    /// The next record; nothing behind the last.
    pub fn record(&mut self) -> Result<Option<Proposal>, Refusal> {
        // What was kept beside is told when the table is judged.
        self.kept.clear();
        while let Some(became) = self.next()? {
            if let Became::Made(proposal) = became {
                return Ok(Some(proposal));
            }
        }
        Ok(None)
    }
}

fn one(
    row: &Row,
    Sheet { table, plan, .. }: &Sheet,
    stages: &mut Stages,
    kept: &mut Vec<Kept>,
    taken: &mut Taken,
) -> Result<Proposal, Fault> {
    let want = plan.labels.len();
    let beyond = row.cells.iter().skip(want).any(|cell| !cell.trim().is_empty());
    if beyond {
        return Err((None, Reason::TooManyCells { want, got: row.cells.len() }));
    }
    if table.strays.binary_search(&row.line).is_ok() {
        return Err((None, Reason::StrayQuote));
    }
    let before = kept.len();
    let got = row.cells.len();
    let short = table.delimiter.is_some() && got < plan.labelled();
    let made = Draft::new(row, plan, stages, kept).and_then(|draft| {
        let slipped = short && (draft.odd || kept.len() > before);
        if slipped { Err((None, Reason::TooFewCells { want, got })) } else { finish(draft, row, plan, taken) }
    });
    if made.is_err() {
        kept.truncate(before);
    } else if short {
        kept.push(Kept { line: row.line, column: None, reason: Reason::TooFewCells { want, got } });
    }
    made
}

/// The codes, the most frequent first.
fn by_frequency(counts: HashMap<String, usize>) -> Vec<String> {
    let mut codes: Vec<(String, usize)> = counts.into_iter().collect();
    codes.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    codes.into_iter().map(|(code, _)| code).collect()
}
