//! One row of a table, as it came.

use csv::StringRecord;

use super::cell;
use super::refusal::Refusal;
use super::source::{MAX_COLUMNS, MAX_FIELD};

/// The cells of one row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cells<'a> {
    /// All cells, one behind the other.
    pub text: &'a str,
    /// Where each of them ends.
    pub ends: &'a [usize],
}

impl<'a> Cells<'a> {
    /// The cell at this place.
    pub fn get(self, at: usize) -> Option<&'a str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?).map(cell::shown)
    }

    /// All cells in their order.
    pub fn iter(self) -> impl Iterator<Item = &'a str> + Clone {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |end| self.text.get(std::mem::replace(&mut start, *end)..*end).map_or("", cell::shown))
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.ends.len()
    }
}

/// One row as it came.
#[derive(Debug, Clone, Default)]
pub(super) struct Row<'a> {
    /// The line on which it starts; of a sheet the row's number.
    pub line: u64,
    /// Its cells.
    pub cells: Cells<'a>,
    /// Its text; empty where that is not at hand.
    pub text: &'a [u8],
}

impl<'a> Row<'a> {
    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.cells.iter().map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// Whether its first filled cell starts with this sign.
    pub fn starts_with(&self, sign: char) -> bool {
        self.cells.text.trim_start().starts_with(sign)
    }

    /// The row as it came, without its line end; as CSV where its text is not at hand.
    pub fn raw(&self) -> String {
        if let Some(text) = std::str::from_utf8(self.text).ok().filter(|text| !text.is_empty()) {
            return text.trim_matches(['\r', '\n']).to_owned();
        }
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let written = writer.write_record(self.cells.iter()).ok().and_then(|()| writer.into_inner().ok());
        let text = written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        text.trim_end_matches('\n').to_owned()
    }
}

/// Whether no cell of a row holds anything.
pub(super) fn is_blank(record: &StringRecord) -> bool {
    record.as_slice().trim().is_empty()
}

/// Where each cell ends.
pub(super) fn ends(record: &StringRecord) -> impl Iterator<Item = usize> + '_ {
    (0..record.len()).filter_map(|at| record.range(at)).map(|range| range.end)
}

/// Refuses a row with too many cells or too large a one.
pub(super) fn check(cells: &StringRecord, line: u64) -> Result<(), Refusal> {
    if cells.len() > MAX_COLUMNS {
        return Err(Refusal::TooManyColumns { line, limit: MAX_COLUMNS });
    }
    if cells.as_slice().len() > MAX_FIELD
        && let Some(cell) = cells.iter().find(|cell| cell.len() > MAX_FIELD)
    {
        return Err(Refusal::FieldTooLarge { line, bytes: cell.len(), limit: MAX_FIELD });
    }
    Ok(())
}
