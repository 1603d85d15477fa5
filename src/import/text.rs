//! A file as text: UTF-8 without a mark, whatever it was written in, a piece at a time.

use std::io::Read;

use super::decode::Text;
use super::encoding::{Chinese, Encoding, unmarked_utf16};
use super::input::{self, Input, unreadable};
use super::refusal::Refusal;

/// How the bytes of a file become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// What it was written in.
    pub encoding: Encoding,
    /// How many bytes of mark stand before the text.
    mark: usize,
    /// Whether its lines end as those of old machines do, by CR alone.
    old_line_ends: bool,
    /// The sum over its bytes, by which it is known to be the same when it is read again.
    sum: Option<u64>,
}

impl Form {
    /// Told by a byte order mark or by evidence; refuses what cannot be read to its end, and what is no text.
    pub fn find(input: &dyn Input) -> Result<Self, Refusal> {
        let head = input::head(input, 256)?;
        let (encoding, mark) = match head.as_slice() {
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8Bom, 3),
            bytes => (unmarked_utf16(bytes).unwrap_or(Encoding::Utf8), 0),
        };
        let form = Self { encoding, mark, old_line_ends: false, sum: None };
        match form.checked(input) {
            Err(Refusal::BadEncoding { line }) if encoding == Encoding::Utf8 && looks_chinese(input)? => {
                let chinese = Self { encoding: Encoding::Gb18030, ..form }.checked(input);
                chinese.map_err(|why| match why {
                    Refusal::BadEncoding { .. } => Refusal::BadEncoding { line },
                    other => other,
                })
            }
            other => other,
        }
    }

    /// Reads all of the text once: with the line ends and the sum that it has, or refused.
    fn checked(self, input: &dyn Input) -> Result<Self, Refusal> {
        let mut text = self.open(input)?;
        let line = |breaks: usize| 1 + u64::try_from(breaks).unwrap_or(u64::MAX - 1);
        let (mut breaks, mut nul, mut old, mut new) = (0, None, false, false);
        let read = input::each_piece(&mut text, |piece| {
            let broken = |bytes: &[u8]| bytes.iter().map(|byte| usize::from(*byte == b'\n')).sum::<usize>();
            if nul.is_none() {
                let at = piece.iter().position(|byte| *byte == 0);
                nul = at.map(|at| line(breaks + broken(piece.get(..at).unwrap_or_default())));
            }
            let lines = broken(piece);
            breaks += lines;
            (old, new) = (old || piece.contains(&b'\r'), new || lines > 0);
        });
        match (read, nul) {
            (Err(_), _) if text.is_bad() => Err(Refusal::BadEncoding { line: line(breaks) }),
            (Err(other), _) => Err(other),
            (Ok(()), Some(line)) => Err(Refusal::Nul { line }),
            (Ok(()), None) => Ok(Self { old_line_ends: old && !new, sum: Some(text.sum()), ..self }),
        }
    }

    /// The text from its start; it ends with an error where it is no longer what it was when it was checked.
    pub fn open(self, input: &dyn Input) -> Result<Text<'_>, Refusal> {
        let mut bytes = input.open().map_err(|error| unreadable(&error))?;
        let mut mark = [0; 3];
        let mark = mark.get_mut(..self.mark).unwrap_or_default();
        bytes.read_exact(mark).map_err(|error| unreadable(&error))?;
        Ok(Text::new(bytes, self.encoding.code(), self.old_line_ends, self.sum))
    }

    /// The first of the text: so many bytes at most, no sign cut in two.
    pub fn head(self, input: &dyn Input, most: usize) -> Result<String, Refusal> {
        let mut bytes = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX);
        self.open(input)?.take(limit).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
        let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        bytes.truncate(whole);
        String::from_utf8(bytes).map_err(|_| Refusal::BadEncoding { line: 1 })
    }
}

/// All of a file's text, and what it was written in.
pub(super) fn decode(input: &dyn Input) -> Result<(String, Encoding), Refusal> {
    let form = Form::find(input)?;
    Ok((form.head(input, usize::MAX)?, form.encoding))
}

/// Whether the bytes look like Chinese of before Unicode.
fn looks_chinese(input: &dyn Input) -> Result<bool, Refusal> {
    let mut bytes = input.open().map_err(|error| unreadable(&error))?;
    let mut seen = Chinese::default();
    input::each_piece(&mut bytes, |piece| seen.feed(piece))?;
    Ok(seen.is_likely())
}

#[cfg(test)]
mod tests {
    use std::io;

    use encoding_rs::GB18030;
    use proptest::prelude::*;

    use super::*;

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    /// The same text in every way that it may be written.
    fn written(text: &str) -> [(Vec<u8>, Encoding); 5] {
        let marked = |mark: &[u8], body: Vec<u8>| [mark.to_vec(), body].concat();
        [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()), Encoding::Utf8Bom),
            (marked(b"\xff\xfe", utf16(text, u16::to_le_bytes)), Encoding::Utf16Le),
            (marked(b"\xfe\xff", utf16(text, u16::to_be_bytes)), Encoding::Utf16Be),
            (GB18030.encode(text).0.into_owned(), Encoding::Gb18030),
        ]
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "商机名称,金额\n某市智慧城管平台,680\n";
        for (bytes, encoding) in written(text) {
            assert_eq!(decode(&bytes), Ok((text.into(), encoding)));
        }
        let bare = utf16("name,stage\nx,y\n", u16::to_le_bytes);
        assert_eq!(decode(&bare), Ok(("name,stage\nx,y\n".into(), Encoding::Utf16Le)));
        assert_eq!(decode(b"a,b\r1,2\r"), Ok(("a,b\n1,2\n".into(), Encoding::Utf8)));
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_line() {
        for (bytes, refusal) in [
            (b"a,b\n1,\xff\n".as_slice(), Refusal::BadEncoding { line: 2 }),
            (b"a\n4,5,\xa9\n", Refusal::BadEncoding { line: 2 }),
            (b"name\nCaf\xe9 m\xfcde\n", Refusal::BadEncoding { line: 2 }),
            (b"a,b\n\n1,x\0y\n", Refusal::Nul { line: 3 }),
            (b"\xff\xfe\x00\xd8\x00\x00", Refusal::BadEncoding { line: 1 }),
            (b"\xff\xfea\0\n\0\x00\xd8\x00\x00", Refusal::BadEncoding { line: 2 }),
        ] {
            assert_eq!(decode(&bytes), Err(refusal), "{bytes:?}");
        }
    }

    /// An input that gives its bytes a few at a time.
    struct Slow(Vec<u8>, usize);

    impl Input for Slow {
        fn size(&self) -> io::Result<u64> {
            self.0.size()
        }

        fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
            Ok(Box::new(Drip(&self.0, self.1)))
        }
    }

    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let most = room.len().min(self.1);
            self.0.read(&mut room[..most])
        }
    }

    proptest! {
        #[test]
        fn no_text_depends_on_the_pieces_it_comes_in(
            text in "[a-z,\n]{4}[张平冷链,\n]{2,60}[a-zé,\r\n]{0,40}",
            step in 1_usize..7,
        ) {
            for (bytes, _) in written(&text) {
                prop_assert_eq!(decode(&Slow(bytes.clone(), step)), decode(&bytes));
            }
        }

        #[test]
        fn a_head_is_the_start_of_the_text(text in "[a张é\n]{0,40}", most in 0_usize..60) {
            let form = Form::find(&text).unwrap();
            let head = form.head(&text, most).unwrap();
            prop_assert!(text.starts_with(&head) && head.len() <= most && head.len() + 3 >= most.min(text.len()));
        }
    }
}
