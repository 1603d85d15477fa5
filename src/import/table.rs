//! Rows with their physical lines, out of delimited text.

use std::borrow::Cow;
use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use super::refusal::Refusal;
use super::source::{MAX_COLUMNS, MAX_FIELD, MAX_ROWS};
use super::{delimiter, quote};

/// The cells of one row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cells<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Cells<'a> {
    /// The cell at this place.
    pub fn get(self, at: usize) -> Option<&'a str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }

    /// All cells in their order.
    pub fn iter(self) -> impl Iterator<Item = &'a str> + Clone {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |end| self.text.get(std::mem::replace(&mut start, *end)..*end).unwrap_or(""))
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
    /// Its text; empty for a sheet.
    text: &'a str,
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

    /// The row as it came, without its line end; of a sheet as CSV.
    pub fn raw(&self) -> String {
        if !self.text.is_empty() {
            return self.text.trim_matches(['\r', '\n']).to_owned();
        }
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let written = writer.write_record(self.cells.iter()).ok().and_then(|()| writer.into_inner().ok());
        let text = written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        text.trim_end_matches('\n').to_owned()
    }
}

/// All rows of a file, their cells side by side in one text: a large file is a few allocations.
#[derive(Debug, Default)]
pub(super) struct Store<'t> {
    text: Cow<'t, str>,
    cells: String,
    ends: Vec<usize>,
    places: Vec<Place>,
    delimiter: Option<char>,
    strays: Vec<u64>,
    no_limit: bool,
}

/// Where a row's cells, their ends and its text stand in the store.
#[derive(Debug)]
struct Place {
    line: u64,
    cells: Range<usize>,
    ends: Range<usize>,
    text: Range<usize>,
}

/// All rows that are not blank.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// The rows in their order.
    pub rows: Vec<Row<'a>>,
    /// The sign between cells; nothing for a sheet.
    pub delimiter: Option<char>,
    /// Lines of rows that may have run into each other.
    pub strays: &'a [u64],
}

impl<'t> Store<'t> {
    /// An empty store, for the rows of a sheet.
    #[cfg(feature = "excel")]
    pub fn new(no_limit: bool) -> Self {
        Self { no_limit, ..Self::default() }
    }

    /// The rows of delimited text; refuses what is beyond the limits or never closes a quote.
    pub fn parse(text: Cow<'t, str>, no_limit: bool) -> Result<Self, Refusal> {
        let delimiter = delimiter::find(&text);
        let strays = quote::check(&text, delimiter)?;
        let mut store = Self { strays, delimiter: Some(char::from(delimiter)), no_limit, ..Self::default() };
        store.fill(&text, delimiter)?;
        store.text = text;
        Ok(store)
    }

    fn fill(&mut self, text: &str, delimiter: u8) -> Result<(), Refusal> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        loop {
            let (start, mut line) = offset(reader.position());
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(_) => return Err(Refusal::BadEncoding { line }),
            }
            let end = offset(reader.position()).0;
            let before = text.get(start..end).unwrap_or("").bytes();
            let blank_lines = before.take_while(|byte| b"\r\n".contains(byte));
            line += blank_lines.filter(|byte| *byte == b'\n').map(|_| 1).sum::<u64>();
            self.push(line, &record, start..end)?;
        }
    }

    /// Takes a row in, unless it is blank; refuses one beyond the limits.
    pub fn push(&mut self, line: u64, record: &StringRecord, text: Range<usize>) -> Result<(), Refusal> {
        check(record, line)?;
        if record.as_slice().trim().is_empty() {
            return Ok(());
        }
        if self.places.len() > MAX_ROWS && !self.no_limit {
            return Err(Refusal::TooManyRows { limit: MAX_ROWS });
        }
        let (cells, ends) = (self.cells.len(), self.ends.len());
        self.cells.push_str(record.as_slice());
        self.ends.extend((0..record.len()).filter_map(|at| record.range(at)).map(|range| range.end));
        self.places.push(Place { line, cells: cells..self.cells.len(), ends: ends..self.ends.len(), text });
        Ok(())
    }

    /// The rows to read.
    pub fn table(&self) -> Table<'_> {
        let row = |place: &Place| Row {
            line: place.line,
            cells: Cells {
                text: self.cells.get(place.cells.clone()).unwrap_or(""),
                ends: self.ends.get(place.ends.clone()).unwrap_or(&[]),
            },
            text: self.text.get(place.text.clone()).unwrap_or(""),
        };
        let rows = self.places.iter().map(row).collect();
        Table { rows, delimiter: self.delimiter, strays: &self.strays }
    }
}

fn offset(position: &csv::Position) -> (usize, u64) {
    (usize::try_from(position.byte()).unwrap_or(usize::MAX), position.line())
}

/// Refuses a row with too many cells or too large a one.
fn check(cells: &StringRecord, line: u64) -> Result<(), Refusal> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, usize)> {
        let store = Store::parse(text.into(), false).unwrap();
        store.table().rows.iter().map(|row| (row.line, row.cells.len())).collect()
    }

    #[test]
    fn rows_know_their_physical_line_and_blank_ones_are_skipped() {
        assert_eq!(lines("\n\n\na,b\n1,2\n\n3,4\n"), [(4, 2), (5, 2), (7, 2)]);
        assert_eq!(lines("a,b\n\"x\ny\",2\r\n,\n3,4"), [(1, 2), (2, 2), (5, 2)]);
    }

    #[test]
    fn a_row_is_given_back_as_it_came() {
        let store = Store::parse("a,b\n\n\"x\ny\",2\n3,4\n".into(), false).unwrap();
        let raw: Vec<String> = store.table().rows.iter().map(Row::raw).collect();
        assert_eq!(raw, ["a,b", "\"x\ny\",2", "3,4"]);
    }

    #[test]
    fn what_is_too_large_is_refused() {
        let wide = ",".repeat(1_000_000) + "x\n";
        let deep = format!("a,b\n1,{}\n", "x".repeat(MAX_FIELD + 1));
        let long = "a,b\n".repeat(MAX_ROWS + 2);
        for (text, refusal) in [
            (wide, Refusal::TooManyColumns { line: 1, limit: MAX_COLUMNS }),
            (deep, Refusal::FieldTooLarge { line: 2, bytes: MAX_FIELD + 1, limit: MAX_FIELD }),
            (long.clone(), Refusal::TooManyRows { limit: MAX_ROWS }),
        ] {
            assert_eq!(Store::parse(text.into(), false).unwrap_err(), refusal);
        }
        assert_eq!(Store::parse(long.into(), true).unwrap().table().rows.len(), MAX_ROWS + 2);
    }
}
