//! The sheets of a workbook as tables, read cell by cell: a sheet's own word on its size is not believed.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use csv::StringRecord;

use super::exact;
use super::held::Held;
use super::merged::Merged;
use super::refusal::Refusal;
use super::source::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS};

/// Bytes of a workbook once unpacked.
const MAX_UNPACKED: usize = 8 * MAX_BYTES;

/// Bytes of the part that holds all texts once: each takes several times its size while the workbook is read.
const MAX_TEXTS: usize = 2 * MAX_BYTES;
/// How the name of that part ends, in small letters.
const TEXTS: &[u8] = b"sharedstrings.xml";

/// How many bytes the archive's directory says that it unpacks to, and its texts alone; no part may be larger than it
/// says.
fn unpacked(bytes: &[u8]) -> (usize, usize) {
    let number = |at: usize, width: usize| {
        let part = bytes.get(at..at + width).unwrap_or(&[]);
        part.iter().rev().fold(0_usize, |number, byte| (number << 8) | usize::from(*byte))
    };
    let Some(end) = bytes.windows(4).rposition(|part| part == b"PK\x05\x06") else { return (0, 0) };
    let (mut at, mut sum, mut texts) = (number(end + 16, 4), 0_usize, 0_usize);
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let (size, name) = (number(at + 24, 4), number(at + 28, 2));
        sum += size;
        let name_of = bytes.get(at + 46..at + 46 + name).unwrap_or(&[]).to_ascii_lowercase();
        texts += if name_of.ends_with(TEXTS) { size } else { 0 };
        at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
    }
    (sum, texts)
}

/// The sheets one by one, by name; each is read when it is asked for.
pub(super) fn stores(
    bytes: &[u8],
    no_limit: bool,
) -> Result<impl Iterator<Item = Result<(String, Held), Refusal>> + '_, Refusal> {
    let (all, texts) = unpacked(bytes);
    for (bytes, limit) in [(all, MAX_UNPACKED), (texts, MAX_TEXTS)] {
        if bytes > limit && !no_limit {
            return Err(Refusal::TooLarge { bytes, limit });
        }
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| bad(&error))?;
    // What is hidden is read only where nothing else is there to be read.
    let sheets = book.sheets_metadata().iter();
    let mut names: Vec<(bool, String)> =
        sheets.map(|sheet| (sheet.visible != SheetVisible::Visible, sheet.name.clone())).collect();
    names.sort_by_key(|(is_hidden, _)| *is_hidden);
    Ok(names.into_iter().map(move |(_, name)| {
        let store = store(&mut book, (bytes, &name), no_limit)?;
        Ok((name, store))
    }))
}

fn store(
    book: &mut Xlsx<Cursor<&[u8]>>,
    (bytes, name): (&[u8], &str),
    no_limit: bool,
) -> Result<Held, Refusal> {
    let mut merged = Merged::of(book, name)?;
    let mut exact = None;
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| bad(&error))?;
    let (mut store, mut record) = (Held::default(), StringRecord::new());
    let (mut line, mut sum) = (0, 0);
    while let Some(cell) = cells.next_cell().map_err(|error| bad(&error))? {
        let (row, column) = cell.get_position();
        let is_inexact = match cell.get_value() {
            DataRef::Float(number) => number.abs() >= exact::LARGE,
            DataRef::Empty => true,
            _ => false,
        };
        let long = if is_inexact {
            exact
                .get_or_insert_with(|| exact::texts(bytes, name, MAX_UNPACKED as u64))
                .remove(&exact::cell(row, column))
        } else {
            None
        };
        let (row, column) = (u64::from(row) + 1, column as usize);
        if row != line {
            merged.fill(line, &mut record);
            store.push(line, &record, &[])?;
            // The header is no row of its own.
            if store.len() > MAX_ROWS + 1 && !no_limit {
                return Err(Refusal::TooManyRows { limit: MAX_ROWS });
            }
            sum += record.len() * size_of::<usize>();
            record.clear();
            line = row;
        }
        let text = long.unwrap_or_else(|| text(cell.get_value()));
        if text.is_empty() {
            continue;
        }
        sum += text.len();
        if sum > MAX_UNPACKED && !no_limit {
            return Err(Refusal::TooLarge { bytes: sum, limit: MAX_UNPACKED });
        }
        if column >= MAX_COLUMNS {
            return Err(Refusal::TooManyColumns { line, limit: MAX_COLUMNS });
        }
        while record.len() < column {
            record.push_field("");
        }
        record.push_field(&text);
    }
    merged.fill(line, &mut record);
    store.push(line, &record, &[])?;
    Ok(store)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

pub(super) fn bad(error: &calamine::XlsxError) -> Refusal {
    Refusal::BadWorkbook {
        detail: crate::domain::clean::clean_line(&error.to_string()).chars().take(200).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Workbook};

    #[test]
    fn merged_cells_say_the_same_of_every_row_and_hidden_sheets_come_last() {
        let mut book = Workbook::new();
        let old = book.add_worksheet().set_name("Old").unwrap();
        old.set_hidden(true).write_string(0, 0, "x").unwrap();
        let sheet = book.add_worksheet().set_name("Deals").unwrap();
        sheet.set_active(true);
        sheet.merge_range(0, 0, 0, 1, "A title over both", &Format::new()).unwrap();
        sheet.merge_range(1, 0, 3, 0, "Norval", &Format::new()).unwrap();
        for (row, title) in [(1, "D1"), (2, "D2"), (3, "D3"), (4, "D4")] {
            sheet.write_string(row, 1, title).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let sheets: Vec<_> = stores(&bytes, false).unwrap().map(Result::unwrap).collect();
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Deals", "Old"]);
        let rows: Vec<Vec<&str>> =
            sheets[0].1.all().into_iter().map(|row| row.cells.iter().collect()).collect();
        let expected = [
            vec!["A title over both"],
            vec!["Norval", "D1"],
            vec!["Norval", "D2"],
            vec!["Norval", "D3"],
            vec!["", "D4"],
        ];
        assert_eq!(rows, expected);
    }
}
