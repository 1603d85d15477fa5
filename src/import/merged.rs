//! Cells of a sheet that are merged downwards: what the first says holds for every row beside it.

use std::io::Cursor;

use calamine::{Dimensions, Xlsx};
use csv::StringRecord;

use super::refusal::Refusal;
use super::sheet::bad;

/// More merged cells than anybody makes by hand are left as they are.
const MOST: usize = 10_000;

/// The merged cells of a sheet, and what those say that have begun.
pub(super) struct Merged {
    regions: Vec<(Dimensions, String)>,
}

impl Merged {
    /// Those of a sheet that are one column wide: a title over several columns says nothing of each.
    pub fn of(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Self, Refusal> {
        let all = book.merge_cells_by_sheet_name(name).map_err(|error| bad(&error))?;
        let down = all.into_iter().filter(|one| one.start.1 == one.end.1 && one.start.0 < one.end.0);
        let mut regions: Vec<_> = down.take(MOST).map(|one| (one, String::new())).collect();
        regions.sort_by_key(|(one, _)| one.start.0);
        Ok(Self { regions })
    }

    /// Fills the cells of a row, counted from one, that are part of a merged one and empty.
    pub fn fill(&mut self, line: u64, record: &mut StringRecord) {
        let Some(row) = line.checked_sub(1).and_then(|row| u32::try_from(row).ok()) else { return };
        let mut cells: Vec<String> = Vec::new();
        self.regions.retain(|(one, _)| one.end.0 >= row);
        for (one, said) in self.regions.iter_mut().take_while(|(one, _)| one.start.0 <= row) {
            let column = one.start.1 as usize;
            let held = record.get(column).unwrap_or_default();
            if one.start.0 == row {
                held.clone_into(said);
            } else if held.is_empty() && !said.is_empty() {
                if cells.is_empty() {
                    cells = record.iter().map(str::to_owned).collect();
                }
                cells.resize(cells.len().max(column + 1), String::new());
                if let Some(cell) = cells.get_mut(column) {
                    cell.clone_from(said);
                }
            }
        }
        if !cells.is_empty() {
            *record = StringRecord::from(cells);
        }
    }
}
