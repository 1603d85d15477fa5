//! Rows with their physical lines, out of delimited text.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use super::refusal::Refusal;
use super::source::{MAX_COLUMNS, MAX_FIELD, MAX_ROWS};
use super::{delimiter, quote};

/// One row as it came.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// The line on which it starts; of a sheet the row's number.
    pub line: u64,
    /// Its cells.
    pub cells: StringRecord,
    /// Where it stands in the text; empty for a sheet.
    span: Range<usize>,
}

impl Row {
    /// A row of a sheet.
    #[cfg(feature = "excel")]
    pub fn of_sheet(line: u64, cells: StringRecord) -> Self {
        Self { line, cells, span: 0..0 }
    }

    /// Whether no cell holds anything.
    pub fn is_blank(&self) -> bool {
        self.cells.as_slice().trim().is_empty()
    }

    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim).filter(|cell| !cell.is_empty())
    }
}

/// All rows that are not blank.
#[derive(Debug, Default)]
pub(super) struct Table {
    text: String,
    /// The rows in their order.
    pub rows: Vec<Row>,
    /// The sign between cells; nothing for a sheet.
    pub delimiter: Option<char>,
    /// Lines of rows that may have run into each other.
    pub strays: Vec<u64>,
}

impl Table {
    /// The rows of delimited text; refuses what is beyond the limits or never closes a quote.
    pub fn parse(text: String, no_limit: bool) -> Result<Self, Refusal> {
        let delimiter = delimiter::find(&text);
        let strays = quote::check(&text, delimiter)?;
        let rows = rows(&text, delimiter, no_limit)?;
        Ok(Self { text, rows, delimiter: Some(char::from(delimiter)), strays })
    }

    /// A table of rows out of a sheet.
    #[cfg(feature = "excel")]
    pub fn of_rows(rows: Vec<Row>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// The row as it came, without its line end; of a sheet as CSV.
    pub fn raw(&self, row: &Row) -> String {
        if let Some(text) = self.text.get(row.span.clone()).filter(|text| !text.is_empty()) {
            return text.trim_matches(['\r', '\n']).to_owned();
        }
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let written = writer.write_record(&row.cells).ok().and_then(|()| writer.into_inner().ok());
        let text = written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        text.trim_end_matches('\n').to_owned()
    }
}

fn rows(text: &str, delimiter: u8, no_limit: bool) -> Result<Vec<Row>, Refusal> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut rows, mut buffer) = (Vec::new(), StringRecord::new());
    loop {
        let (start, mut line) = offset(reader.position());
        match reader.read_record(&mut buffer) {
            Ok(true) => {}
            Ok(false) => return Ok(rows),
            Err(_) => return Err(Refusal::BadEncoding { line }),
        }
        let end = offset(reader.position()).0;
        let blank_lines =
            text.get(start..end).unwrap_or("").bytes().take_while(|byte| b"\r\n".contains(byte));
        line += blank_lines.filter(|byte| *byte == b'\n').map(|_| 1).sum::<u64>();
        check(&buffer, line)?;
        let mut cells = StringRecord::with_capacity(buffer.as_slice().len(), buffer.len());
        cells.extend(&buffer);
        let row = Row { line, cells, span: start..end };
        if row.is_blank() {
            continue;
        }
        if rows.len() > MAX_ROWS && !no_limit {
            return Err(Refusal::TooManyRows { limit: MAX_ROWS });
        }
        rows.push(row);
    }
}

fn offset(position: &csv::Position) -> (usize, u64) {
    (usize::try_from(position.byte()).unwrap_or(usize::MAX), position.line())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, usize)> {
        let table = Table::parse(text.to_owned(), false).unwrap();
        table.rows.iter().map(|row| (row.line, row.cells.len())).collect()
    }

    #[test]
    fn rows_know_their_physical_line_and_blank_ones_are_skipped() {
        assert_eq!(lines("\n\n\na,b\n1,2\n\n3,4\n"), [(4, 2), (5, 2), (7, 2)]);
        assert_eq!(lines("a,b\n\"x\ny\",2\r\n,\n3,4"), [(1, 2), (2, 2), (5, 2)]);
    }

    #[test]
    fn a_row_is_given_back_as_it_came() {
        let table = Table::parse("a,b\n\n\"x\ny\",2\n3,4\n".to_owned(), false).unwrap();
        let raw: Vec<String> = table.rows.iter().map(|row| table.raw(row)).collect();
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
            assert_eq!(Table::parse(text, false).unwrap_err(), refusal);
        }
        assert_eq!(Table::parse(long, true).unwrap().rows.len(), MAX_ROWS + 2);
    }
}
