//! Rows that are held, for those of a sheet and the first of a text.

use std::ops::Range;

use csv::StringRecord;

use super::refusal::Refusal;
use super::row::{Cells, Row, check, ends, is_blank};

/// Rows that are held, their cells side by side in one text: many rows are a few allocations.
#[derive(Default)]
pub(super) struct Held {
    cells: String,
    ends: Vec<usize>,
    text: Vec<u8>,
    places: Vec<Place>,
}

/// Where a row's cells and their ends stand.
struct Place {
    line: u64,
    cells: Range<usize>,
    ends: Range<usize>,
    text: Range<usize>,
}

impl Held {
    /// Takes a row in, unless it is blank; refuses one beyond the limits.
    pub fn push(&mut self, line: u64, record: &StringRecord, text: &[u8]) -> Result<(), Refusal> {
        check(record, line)?;
        if !is_blank(record) {
            let start = (self.cells.len(), self.ends.len(), self.text.len());
            self.cells.push_str(record.as_slice());
            self.ends.extend(ends(record));
            self.text.extend_from_slice(text);
            let (cells, ends) = (start.0..self.cells.len(), start.1..self.ends.len());
            self.places.push(Place { line, cells, ends, text: start.2..self.text.len() });
        }
        Ok(())
    }

    /// The row at this place.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        let place = self.places.get(at)?;
        let cells = Cells {
            text: self.cells.get(place.cells.clone()).unwrap_or_default(),
            ends: self.ends.get(place.ends.clone()).unwrap_or_default(),
        };
        Some(Row { line: place.line, cells, text: self.text.get(place.text.clone()).unwrap_or_default() })
    }

    /// How many there are.
    #[cfg(feature = "excel")]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// All rows, by their places.
    pub fn all(&self) -> Vec<Row<'_>> {
        (0..self.places.len()).filter_map(|at| self.row(at)).collect()
    }
}
