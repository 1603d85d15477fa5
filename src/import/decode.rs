//! Bytes of any encoding as UTF-8, a piece at a time.

use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::input::PIECE;

/// A reading of a file's text; an error of the kind `InvalidData` where its bytes are none.
pub(super) struct Text<'a> {
    bytes: Box<dyn Read + Send + 'a>,
    decoder: Decoder,
    raw: Piece,
    out: Piece,
    end: End,
    old_line_ends: bool,
    sum: DefaultHasher,
    /// The sum that all bytes should have.
    wanted: Option<u64>,
}

/// How near its end a reading is.
#[derive(PartialEq)]
enum End {
    Ahead,
    /// No bytes are left, but the decoder may hold some.
    Bytes,
    Text,
    /// The next bytes are no text.
    Bad,
    /// The bytes are not those that there were.
    Changed,
}

/// Bytes on their way, and which of them are still to go.
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    at: usize,
    end: usize,
}

impl Piece {
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..self.end).unwrap_or_default()
    }

    /// Room for a piece; what was in it is gone.
    fn room(&mut self) -> &mut [u8] {
        self.bytes.resize(PIECE, 0);
        (self.at, self.end) = (0, 0);
        &mut self.bytes
    }
}

impl<'a> Text<'a> {
    /// Bytes of an encoding; CR alone ends their lines, where that is told.
    pub fn new(
        bytes: Box<dyn Read + Send + 'a>,
        encoding: &'static Encoding,
        old_line_ends: bool,
        wanted: Option<u64>,
    ) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        let (raw, out) = (Piece::default(), Piece::default());
        Self { bytes, decoder, raw, out, end: End::Ahead, old_line_ends, sum: DefaultHasher::new(), wanted }
    }

    /// Whether the bytes were no text.
    pub fn is_bad(&self) -> bool {
        self.end == End::Bad
    }

    /// The sum over the bytes that were read.
    pub fn sum(&self) -> u64 {
        self.sum.finish()
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.raw.rest().is_empty() && self.end == End::Ahead {
            self.raw.end = self.bytes.read(self.raw.room())?;
            self.sum.write(self.raw.rest());
            if self.raw.end == 0 {
                self.end = End::Bytes;
                if self.wanted.is_some_and(|wanted| wanted != self.sum()) {
                    self.end = End::Changed;
                    return Ok(());
                }
            }
        }
        let is_last = self.end == End::Bytes;
        let room = self.out.room();
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(self.raw.rest(), room, is_last);
        self.raw.at += read;
        self.out.end = written;
        match result {
            DecoderResult::InputEmpty if is_last => self.end = End::Text,
            DecoderResult::Malformed(..) => self.end = End::Bad,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
        }
        if self.old_line_ends {
            let ended = self.out.bytes.iter_mut().filter(|byte| **byte == b'\r');
            ended.for_each(|byte| *byte = b'\n');
        }
        Ok(())
    }
}

impl Read for Text<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        while self.out.rest().is_empty() {
            match self.end {
                End::Text => return Ok(0),
                End::Bad | End::Changed => return Err(io::ErrorKind::InvalidData.into()),
                End::Ahead | End::Bytes => self.fill()?,
            }
        }
        let count = self.out.rest().read(room)?;
        self.out.at += count;
        Ok(count)
    }
}
