//! A table of a report: rounded on a page that people read, exact where a program reads on.

use super::brief::Block;
use super::export::spoiled;
use super::page::Page;
use super::trouble::Trouble;
use super::words;
use crate::domain::{formula, money};
use crate::lang::{Lang, forecast as word};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Count(i64),
    /// How many of how many.
    Of(i64, i64),
    /// Minor units of a currency; nothing where nobody named any.
    Money(Option<i64>, String),
    /// Percent; nothing where it is not known.
    Percent(Option<i64>),
}

/// A table with what it is grouped by.
pub struct Grid {
    /// What it is grouped by.
    pub by: String,
    /// What its columns are called.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// As a person reads it.
    pub fn shown(&self, lang: Lang) -> String {
        let dash = || "–".to_owned();
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Of(some, all) => word::OF.fill(lang, &[some, all]),
            Self::Money(amount, code) => {
                amount.map_or_else(dash, |amount| money::short(amount, code, words::style(lang)))
            }
            Self::Percent(number) => number.map_or_else(dash, |number| format!("{number}%")),
        }
    }

    /// As a program reads it: numbers bare and exact, nothing where there is none.
    fn exact(&self) -> String {
        let bare = |number: &Option<i64>| number.map_or_else(String::new, |number| number.to_string());
        match self {
            Self::Text(text) => formula::guarded(text.clone()),
            Self::Count(count) | Self::Of(count, _) => count.to_string(),
            Self::Money(amount, code) => amount.map_or_else(String::new, |amount| money::major(amount, code)),
            Self::Percent(number) => bare(number),
        }
    }
}

impl Grid {
    /// On a page.
    pub fn block(&self, lang: Lang) -> Block {
        let row = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.shown(lang)).collect();
        Block::Table(self.heads.clone(), self.rows.iter().map(row).collect())
    }
}

/// Tables with the same columns as one CSV; each line begins with what its table is grouped by.
pub fn csv(lang: Lang, page: &mut Page, grids: &[Grid]) -> Result<(), Trouble> {
    let mut writer = ::csv::Writer::from_writer(page);
    let first = [word::GROUPED, word::GROUP].map(|head| head.text(lang).to_owned());
    let heads = grids.first().map(|grid| grid.heads.iter().skip(1).cloned()).into_iter().flatten();
    writer.write_record(first.into_iter().chain(heads)).map_err(spoiled)?;
    for (grid, row) in grids.iter().flat_map(|grid| grid.rows.iter().map(move |row| (grid, row))) {
        let cells = std::iter::once(grid.by.clone()).chain(row.iter().map(Cell::exact));
        writer.write_record(cells).map_err(spoiled)?;
    }
    Ok(writer.flush()?)
}
