//! Row by row through a table, by its plan.

use std::collections::HashMap;

use super::derive;
use super::draft::{Draft, Fault};
use super::encoding::Encoding;
use super::finish::{Taken, finish};
use super::header::{self, Header};
use super::plan::{Plan, Use};
use super::reading::{Column, Fate, Kept, Proposal, Reading, Rejected, Skip};
use super::reason::Reason;
use super::stage::Stages;
use super::table::{Row, Table};

/// A table and how it came.
pub(super) struct Sheet<'a> {
    pub table: &'a Table<'a>,
    pub header: &'a Header,
    pub encoding: Encoding,
    pub name: Option<String>,
    pub layout: Option<&'static str>,
}

/// All rows of a table.
pub(super) fn take(sheet: Sheet<'_>, plan: &Plan, mut stages: Stages) -> Reading {
    let rows = &sheet.table.rows;
    let head = rows.get(sheet.header.at).cloned().unwrap_or_default();
    let mut skipped: Vec<(u64, Skip)> =
        rows.iter().take(sheet.header.at).map(|row| (row.line, Skip::Above)).collect();
    let (mut proposals, mut rejected, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    let mut taken = Taken::default();
    for (at, row) in rows.iter().skip(sheet.header.at + 1).enumerate() {
        if let Some(skip) = header::skip(row, &head, at) {
            skipped.push((row.line, skip));
            continue;
        }
        match one(row, plan, sheet.table, &mut stages, &mut kept, &mut taken) {
            Ok(proposal) => proposals.push(proposal),
            Err((column, reason)) => {
                rejected.push(Rejected { line: row.line, column, reason, raw: row.raw() });
            }
        }
    }
    let columns = columns(plan, &mut proposals);
    Reading {
        noun: plan.noun,
        layout: sheet.layout,
        source: plan.source.clone(),
        encoding: sheet.encoding,
        delimiter: sheet.table.delimiter,
        sheet: sheet.name,
        header_line: head.line,
        header_raw: head.raw(),
        date_order: plan.dates,
        number_format: plan.numbers,
        currencies: currencies(&proposals),
        columns,
        stages: stages.into_rows(),
        proposals,
        rejected,
        kept,
        skipped,
        beside: None,
    }
}

fn one(
    row: &Row,
    plan: &Plan,
    table: &Table,
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

fn columns(plan: &Plan, proposals: &mut [Proposal]) -> Vec<Column> {
    let fate = |(label, one): (&super::header::Label, &Use)| {
        let fate = match one {
            Use::Ignored => Fate::Ignored,
            Use::Kept if derive::drop_quarters(&label.text, proposals) => Fate::Derived,
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
    plan.labels.iter().zip(&plan.uses).map(fate).collect()
}

fn currencies(proposals: &[Proposal]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for code in proposals.iter().filter_map(|proposal| proposal.get("currency")) {
        *counts.entry(code).or_default() += 1;
    }
    let mut codes: Vec<(&str, usize)> = counts.into_iter().collect();
    codes.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    codes.into_iter().map(|(code, _)| code.to_owned()).collect()
}
