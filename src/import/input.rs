//! A file as its readers need it: opened anew for each time that it is gone through, so that it need not be held.

use std::io::{self, Read};

use super::refusal::Refusal;

/// How much is read at a time.
pub(super) const PIECE: usize = 64 << 10;

/// What can be read from its start as often as wanted, and by several at once.
pub trait Input: Send + Sync {
    /// How many bytes there are.
    fn size(&self) -> io::Result<u64>;

    /// A reading from the start.
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>>;
}

impl<T: AsRef<[u8]> + Send + Sync> Input for T {
    fn size(&self) -> io::Result<u64> {
        Ok(u64::try_from(self.as_ref().len()).unwrap_or(u64::MAX))
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(self.as_ref()))
    }
}

/// The first bytes, and no more than so many.
pub(super) fn head(input: &dyn Input, most: usize) -> Result<Vec<u8>, Refusal> {
    let mut head = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let reader = input.open().map_err(|error| unreadable(&error))?;
    reader.take(limit).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
    Ok(head)
}

/// All bytes, for what cannot be read in pieces.
pub(super) fn whole(input: &dyn Input) -> Result<Vec<u8>, Refusal> {
    head(input, usize::MAX)
}

/// Reads to the end, a piece at a time.
pub(super) fn each_piece(reader: &mut dyn Read, mut visit: impl FnMut(&[u8])) -> Result<(), Refusal> {
    let mut piece = vec![0; PIECE];
    loop {
        match reader.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => visit(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(&error)),
        }
    }
}

/// What the system says of a file that it stopped giving; one that ends too early, or as another, has changed.
pub(super) fn unreadable(error: &io::Error) -> Refusal {
    if matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData) {
        return Refusal::Changed;
    }
    Refusal::Unreadable { detail: crate::domain::clean::clean_line(&error.to_string()).into_owned() }
}
