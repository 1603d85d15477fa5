//! Once through a table, row by row.

use std::ops::Range;
use std::sync::Arc;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::decode::Text;
#[cfg(feature = "excel")]
use super::held::Held;
use super::input::{self, Input, unreadable};
use super::refusal::Refusal;
use super::row::{Cells, Row, check, ends, is_blank};
use super::source::MAX_ROWS;
use super::text::Form;
use super::window::Window;

/// Delimited text, read anew for each time that it is gone through.
pub(super) struct Lines {
    pub input: Arc<dyn Input>,
    pub form: Form,
    pub delimiter: u8,
}

/// Once through a table.
pub(super) struct Pass<'t> {
    way: Way<'t>,
    count: usize,
    most: usize,
}

enum Way<'t> {
    Text(Box<Walk<'t>>),
    #[cfg(feature = "excel")]
    Held(&'t Held),
}

impl<'t> Pass<'t> {
    /// Through a text.
    pub fn of_text(lines: &'t Lines, most: usize) -> Result<Self, Refusal> {
        Ok(Self { way: Way::Text(Box::new(Walk::new(lines)?)), count: 0, most })
    }

    /// Through rows that are held.
    #[cfg(feature = "excel")]
    pub fn of_held(held: &'t Held, most: usize) -> Self {
        Self { way: Way::Held(held), count: 0, most }
    }

    /// The next row; refuses what is beyond the limits, and a text that is no longer what it was.
    pub fn next(&mut self) -> Result<Option<Row<'_>>, Refusal> {
        let is_there = match &mut self.way {
            Way::Text(walk) => walk.step()?,
            #[cfg(feature = "excel")]
            Way::Held(held) => self.count < held.len(),
        };
        if !is_there {
            return Ok(None);
        }
        self.count += 1;
        if self.count > self.most {
            return Err(Refusal::TooManyRows { limit: MAX_ROWS });
        }
        Ok(match &self.way {
            Way::Text(walk) => Some(walk.row()),
            #[cfg(feature = "excel")]
            Way::Held(held) => held.row(self.count - 1),
        })
    }
}

/// Once through a text.
struct Walk<'t> {
    reader: Reader<Window<Text<'t>>>,
    record: StringRecord,
    ends: Vec<usize>,
    line: u64,
    text: Range<u64>,
}

impl<'t> Walk<'t> {
    fn new(lines: &'t Lines) -> Result<Self, Refusal> {
        let text = lines.form.open(&*lines.input)?;
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(lines.delimiter)
            .buffer_capacity(input::PIECE)
            .from_reader(Window::new(text));
        let (record, ends) = (StringRecord::new(), Vec::new());
        Ok(Self { reader, record, ends, line: 0, text: 0..0 })
    }

    /// Goes on to the next row that is not blank; false where there is none.
    fn step(&mut self) -> Result<bool, Refusal> {
        loop {
            let (start, mut line) = (self.reader.position().byte(), self.reader.position().line());
            self.reader.get_mut().forget(start);
            match self.reader.read_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(error) => return Err(failed(error, line)),
            }
            self.text = start..self.reader.position().byte();
            let before = self.reader.get_ref().get(&self.text).iter();
            let blank_lines = before.take_while(|byte| b"\r\n".contains(byte));
            line += blank_lines.filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>();
            check(&self.record, line)?;
            if !is_blank(&self.record) {
                self.ends.clear();
                self.ends.extend(ends(&self.record));
                self.line = line;
                return Ok(true);
            }
        }
    }

    fn row(&self) -> Row<'_> {
        let cells = Cells { text: self.record.as_slice(), ends: &self.ends };
        Row { line: self.line, cells, text: self.reader.get_ref().get(&self.text) }
    }
}

fn failed(error: csv::Error, line: u64) -> Refusal {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => unreadable(&error),
        _ => Refusal::BadEncoding { line },
    }
}
