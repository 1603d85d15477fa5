//! What the cells of each column say, gathered in one go through all rows before any of them is read.

use super::cell;
use super::date::{Order, Votes};
use super::marks::Marks;
use super::number::{Decimal, Mark};
use super::plan::Use;
use super::reading::By;
use super::row::Row;

/// What was gathered so far.
pub(super) struct Survey {
    uses: Vec<Use>,
    columns: Vec<Column>,
    marks: Marks,
    /// What percentages say, where no amount says anything.
    beside: Marks,
}

/// What the cells of one column said.
#[derive(Default, Clone)]
struct Column {
    votes: Votes,
    /// Percentages as they would be with a point, and with a comma before their decimals.
    shares: [Shares; 2],
    has_percent_sign: bool,
    codes: usize,
    names: usize,
}

/// What the numbers of a column of percentages are.
#[derive(Default, Clone, Copy)]
struct Shares {
    beyond_one: bool,
    broken: bool,
}

impl Survey {
    /// Nothing yet of columns that are used so.
    pub fn new(uses: Vec<Use>) -> Self {
        let columns = vec![Column::default(); uses.len()];
        Self { uses, columns, marks: Marks::default(), beside: Marks::default() }
    }

    /// Hears a row.
    pub fn add(&mut self, row: &Row) {
        let cells = row.cells.iter().zip(&self.uses).zip(&mut self.columns);
        for ((cell, one), column) in cells.filter(|((cell, _), _)| !cell::is_void(cell)) {
            match one {
                Use::Date(..) => column.votes.add(cell),
                Use::Money(..) => self.marks.add(cell),
                Use::Percent(..) => {
                    self.beside.add(cell);
                    column.share(cell);
                }
                Use::Link(_, By::Name) => column.link(cell),
                _ => {}
            }
        }
    }

    /// The sign before decimals, and whether anything spoke for it; nothing without money.
    pub fn numbers(&self, semicolons: bool) -> Option<(Mark, bool)> {
        let has_money = self.uses.iter().any(|one| matches!(one, Use::Money(..)));
        let said = if self.marks.is_silent() && !self.beside.is_silent() { self.beside } else { self.marks };
        has_money.then(|| said.mark(semicolons))
    }

    /// The order of dates, and whether it is sure; nothing without dates.
    pub fn dates(&self, mark: Mark) -> Option<(Order, bool)> {
        let all = self.all_votes();
        let any = all.day + all.month + all.open + all.sure > 0;
        any.then(|| all.order(mark == Mark::Comma))
    }

    /// What is done with the cells of each column, now that all have spoken.
    pub fn decided(mut self, mark: Mark) -> Vec<Use> {
        let (all, continental) = (self.all_votes(), mark == Mark::Comma);
        for (one, column) in self.uses.iter_mut().zip(&self.columns) {
            match one {
                // A column that leaves its order open follows the others.
                Use::Date(_, order) => {
                    let told = column.votes.day + column.votes.month > 0;
                    let votes = if told { column.votes } else { all };
                    *order = votes.order(continental).0;
                }
                Use::Percent(_, fraction) => *fraction = column.is_of_fractions(mark),
                Use::Link(_, by @ By::Name) if column.codes > 0 && column.names == 0 => *by = By::ExternalId,
                _ => {}
            }
        }
        self.uses
    }

    fn all_votes(&self) -> Votes {
        let dates = self.uses.iter().zip(&self.columns).filter(|(one, _)| matches!(one, Use::Date(..)));
        dates.fold(Votes::default(), |all, (_, column)| all.and(column.votes))
    }
}

impl Column {
    fn share(&mut self, cell: &str) {
        self.has_percent_sign |= cell.contains(['%', '％']);
        for (shares, mark) in self.shares.iter_mut().zip([Mark::Point, Mark::Comma]) {
            let Some(value) = cell::percent(cell, mark) else { continue };
            let hundredths = value.raised(2).and_then(Decimal::rounded);
            shares.beyond_one |= hundredths.is_none_or(|hundredths| hundredths > 100);
            shares.broken |= value.is_broken();
        }
    }

    /// Nothing but broken numbers up to one, without a percent sign.
    fn is_of_fractions(&self, mark: Mark) -> bool {
        let [point, comma] = self.shares;
        let shares = if mark == Mark::Point { point } else { comma };
        !self.has_percent_sign && !shares.beyond_one && shares.broken
    }

    /// Single letters and bare numbers are ids, not names.
    fn link(&mut self, cell: &str) {
        let cell = cell.trim();
        let letter = cell.len() == 1 && cell.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if letter || cell.bytes().all(|byte| byte.is_ascii_digit()) {
            self.codes += 1;
        } else {
            self.names += 1;
        }
    }
}
