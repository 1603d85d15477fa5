//! What the CSV reader forgives in silence: quotes that never close, and text behind a closing quote; and rows that it
//! would take much room for before anybody could refuse them.

use super::refusal::Refusal;
use super::source::MAX_COLUMNS;

#[derive(Clone, Copy, PartialEq)]
enum At {
    Start,
    Plain,
    Quoted,
    Closed,
}

/// What the quotes of a text came to so far.
pub(super) struct Quotes {
    delimiter: u8,
    at: At,
    line: u64,
    /// The line on which the row starts.
    first: u64,
    stray: bool,
    strays: Vec<u64>,
    /// How many cells the row has so far, and the line of the first row that has too many.
    cells: usize,
    wide: Option<u64>,
}

impl Quotes {
    pub fn new(delimiter: u8) -> Self {
        let (at, stray, strays) = (At::Start, false, Vec::new());
        Self { delimiter, at, line: 1, first: 1, stray, strays, cells: 1, wide: None }
    }

    pub fn feed(&mut self, text: &[u8]) {
        for byte in text {
            self.line += u64::from(*byte == b'\n');
            self.at = match (self.at, *byte) {
                (At::Quoted, b'"') | (At::Closed, b'\r') => At::Closed,
                (At::Start | At::Closed, b'"') | (At::Quoted, _) => At::Quoted,
                (_, b'\n') => {
                    if self.stray && self.line > self.first + 1 {
                        self.strays.push(self.first);
                    }
                    (self.first, self.stray, self.cells) = (self.line, false, 1);
                    At::Start
                }
                (_, other) if other == self.delimiter => {
                    self.cells += 1;
                    if self.cells > MAX_COLUMNS {
                        self.wide.get_or_insert(self.first);
                    }
                    At::Start
                }
                (At::Closed, _) => {
                    self.stray = true;
                    At::Plain
                }
                _ => At::Plain,
            };
        }
    }

    /// The lines of rows that span several lines and have text behind a closing quote: they may be rows run
    /// together. Refuses a quote that is never closed, and a row with too many cells.
    pub fn end(self) -> Result<Vec<u64>, Refusal> {
        if let Some(line) = self.wide {
            return Err(Refusal::TooManyColumns { line, limit: MAX_COLUMNS });
        }
        let is_open = self.at == At::Quoted;
        if is_open { Err(Refusal::OpenQuote { line: self.first }) } else { Ok(self.strays) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_and_stray_quotes_are_found() {
        for (text, found) in [
            ("a,\"b\"\n\"c\nd\",e\n", Ok(vec![])),
            ("a,b\n\"he said \"\"no\"\"\",5\" pipe\n", Ok(vec![])),
            ("a,b\nc,\"d\ne,f\n", Err(Refusal::OpenQuote { line: 2 })),
            ("a,b\nc,\"d\ne,f \"g\",h\nx,y\n", Ok(vec![2])),
            ("\"a\"b,c\n", Ok(vec![])),
            (",\n", Ok(vec![])),
            (&format!("a\n{}\n", ",".repeat(999)), Ok(vec![])),
            (&format!("a\n{}\n", ",".repeat(1000)), Err(Refusal::TooManyColumns { line: 2, limit: 1000 })),
            (&format!("\"{}\"\n", ",".repeat(1000)), Ok(vec![])),
        ] {
            let mut quotes = Quotes::new(b',');
            text.as_bytes().chunks(3).for_each(|piece| quotes.feed(piece));
            assert_eq!(quotes.end(), found, "{text:?}");
        }
    }
}
