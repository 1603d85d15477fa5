//! What the CSV reader forgives in silence: quotes that never close, and text behind a closing quote.

use super::refusal::Refusal;

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
}

impl Quotes {
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, at: At::Start, line: 1, first: 1, stray: false, strays: Vec::new() }
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
                    (self.first, self.stray) = (self.line, false);
                    At::Start
                }
                (_, other) if other == self.delimiter => At::Start,
                (At::Closed, _) => {
                    self.stray = true;
                    At::Plain
                }
                _ => At::Plain,
            };
        }
    }

    /// The lines of rows that span several lines and have text behind a closing quote: they may be rows run
    /// together. Refuses a quote that is never closed.
    pub fn end(self) -> Result<Vec<u64>, Refusal> {
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
        ] {
            let mut quotes = Quotes::new(b',');
            text.as_bytes().chunks(3).for_each(|piece| quotes.feed(piece));
            assert_eq!(quotes.end(), found, "{text:?}");
        }
    }
}
