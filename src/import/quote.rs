//! What the CSV reader forgives in silence: quotes that never close, and text behind a closing quote.

use super::refusal::Refusal;

#[derive(Clone, Copy, PartialEq)]
enum At {
    Start,
    Plain,
    Quoted,
    Closed,
}

/// The lines of rows that span several lines and have text behind a closing quote: they may be rows run together.
/// Refuses a quote that is never closed.
pub(super) fn check(text: &str, delimiter: u8) -> Result<Vec<u64>, Refusal> {
    let (mut at, mut line, mut first, mut stray) = (At::Start, 1_u64, 1_u64, false);
    let mut strays = Vec::new();
    for byte in text.bytes() {
        line += u64::from(byte == b'\n');
        at = match (at, byte) {
            (At::Quoted, b'"') | (At::Closed, b'\r') => At::Closed,
            (At::Start | At::Closed, b'"') | (At::Quoted, _) => At::Quoted,
            (_, b'\n') => {
                if stray && line > first + 1 {
                    strays.push(first);
                }
                (first, stray) = (line, false);
                At::Start
            }
            (_, other) if other == delimiter => At::Start,
            (At::Closed, _) => {
                stray = true;
                At::Plain
            }
            _ => At::Plain,
        };
    }
    if at == At::Quoted { Err(Refusal::OpenQuote { line: first }) } else { Ok(strays) }
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
            assert_eq!(check(text, b','), found, "{text:?}");
        }
    }
}
