//! The rows of a table, gone through from the first to the last as often as wanted; a text is not held for it.

use std::sync::Arc;

use csv::StringRecord;

use super::held::Held;
use super::input::Input;
use super::pass::{Lines, Pass};
use super::quote::Quotes;
use super::refusal::Refusal;
use super::source::MAX_ROWS;
use super::text::Form;
use super::{delimiter, input};

/// How much of a text tells its delimiter.
const HEAD: usize = 1 << 18;

/// All rows that are not blank.
pub(super) struct Table {
    rows: Rows,
    /// The sign between cells; nothing for a sheet.
    pub delimiter: Option<char>,
    /// Lines of rows that may have run into each other.
    pub strays: Vec<u64>,
    no_limit: bool,
}

enum Rows {
    Text(Lines),
    #[cfg(feature = "excel")]
    Sheet(Held),
}

impl Table {
    /// The rows of delimited text; refuses a quote that is never closed.
    pub fn of_text(input: Arc<dyn Input>, form: Form, no_limit: bool) -> Result<Self, Refusal> {
        let delimiter = delimiter::find(&form.head(&*input, HEAD)?);
        let (mut text, mut quotes) = (form.open(&*input)?, Quotes::new(delimiter));
        input::each_piece(&mut text, |piece| quotes.feed(piece))?;
        drop(text);
        let strays = quotes.end()?;
        let rows = Rows::Text(Lines { input, form, delimiter });
        Ok(Self { rows, delimiter: Some(char::from(delimiter)), strays, no_limit })
    }

    /// The rows of a sheet.
    #[cfg(feature = "excel")]
    pub fn of_sheet(rows: Held, no_limit: bool) -> Self {
        Self { rows: Rows::Sheet(rows), delimiter: None, strays: Vec::new(), no_limit }
    }

    /// The rows from the first on.
    pub fn pass(&self) -> Result<Pass<'_>, Refusal> {
        // One more than the rows: the header.
        let most = if self.no_limit { usize::MAX } else { MAX_ROWS + 1 };
        match &self.rows {
            Rows::Text(lines) => Pass::of_text(lines, most),
            #[cfg(feature = "excel")]
            Rows::Sheet(held) => Ok(Pass::of_held(held, most)),
        }
    }

    /// The rows below the one at this place.
    pub fn below(&self, at: usize) -> Result<Pass<'_>, Refusal> {
        let mut pass = self.pass()?;
        for _ in 0..=at {
            pass.next()?;
        }
        Ok(pass)
    }

    /// The first rows, held: as many as are looked at to find the header and what stands below it.
    pub fn head(&self, many: usize) -> Result<Held, Refusal> {
        let (mut held, mut pass) = (Held::default(), self.pass()?);
        let mut record = StringRecord::new();
        for _ in 0..many {
            let Some(row) = pass.next()? else { break };
            record.clear();
            row.cells.iter().for_each(|cell| record.push_field(cell));
            held.push(row.line, &record, row.text)?;
        }
        Ok(held)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::import::row::Row;
    use crate::import::source::MAX_FIELD;

    /// The table of a text.
    pub fn table(text: &str) -> Table {
        let input: Arc<dyn Input> = Arc::new(text.to_owned());
        let form = Form::find(&*input).unwrap();
        Table::of_text(input, form, false).unwrap()
    }

    fn seen<T>(table: &Table, of: impl Fn(&Row) -> T) -> Result<Vec<T>, Refusal> {
        let (mut pass, mut seen) = (table.pass()?, Vec::new());
        while let Some(row) = pass.next()? {
            seen.push(of(&row));
        }
        Ok(seen)
    }

    #[test]
    fn rows_know_their_physical_line_and_blank_ones_are_skipped() {
        for (text, lines) in [
            ("\n\n\na,b\n1,2\n\n3,4\n", [(4, 2), (5, 2), (7, 2)]),
            ("a,b\n\"x\ny\",2\r\n,\n3,4", [(1, 2), (2, 2), (5, 2)]),
        ] {
            let table = table(text);
            for _ in 0..2 {
                assert_eq!(seen(&table, |row| (row.line, row.cells.len())).unwrap(), lines);
            }
        }
    }

    #[test]
    fn a_row_is_given_back_as_it_came() {
        let long = "冷链".repeat(50_000);
        let table = table(&format!("\"a\";b\n\n\"x\ny\";2\n{long};3\n3;4\n"));
        let raw = seen(&table, |row: &Row| row.raw()).unwrap();
        let lines = ["\"a\";b".to_owned(), "\"x\ny\";2".to_owned(), format!("{long};3"), "3;4".to_owned()];
        assert_eq!(raw, lines);
        let held = table.head(3).unwrap();
        assert_eq!(held.all().iter().map(Row::raw).collect::<Vec<_>>(), raw[..3]);
    }

    #[test]
    fn what_is_too_large_is_refused() {
        let deep = format!("a,b\n1,{}\n", "x".repeat(MAX_FIELD + 1));
        let long = "a,b\n".repeat(MAX_ROWS + 2);
        for (text, refusal) in [
            (deep, Refusal::FieldTooLarge { line: 2, bytes: MAX_FIELD + 1, limit: MAX_FIELD }),
            (long.clone(), Refusal::TooManyRows { limit: MAX_ROWS }),
        ] {
            assert_eq!(seen(&table(&text), |_| ()), Err(refusal));
        }
        let free = Table { no_limit: true, ..table(&long) };
        assert_eq!(seen(&free, |_| ()).unwrap().len(), MAX_ROWS + 2);
    }
}
