//! The files of an import: each is opened once and read from its start as often as its reader wants.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::super::trouble::Trouble;
use crate::action::tell::system;
use crate::import::input::Input;
use crate::import::source::MAX_BYTES;
use crate::lang::{Lang, said};

/// A file on the disk, as long as it was when it was opened; its bytes stay there.
struct OnDisk {
    file: File,
    size: u64,
}

/// One reading of it, at a place of its own.
struct Reading<'a> {
    of: &'a OnDisk,
    at: u64,
}

impl Input for OnDisk {
    fn size(&self) -> io::Result<u64> {
        Ok(self.size)
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(Reading { of: self, at: 0 }))
    }
}

impl Read for Reading<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(self.of.size - self.at).unwrap_or(usize::MAX);
        let room = room.get_mut(..rest.min(room.len())).unwrap_or_default();
        if room.is_empty() {
            return Ok(0);
        }
        let count = read_at(&self.of.file, room, self.at)?;
        // It was cut while it was read.
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.at += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }
}

#[cfg(unix)]
fn read_at(file: &File, room: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, room, at)
}

#[cfg(windows)]
fn read_at(file: &File, room: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, room, at)
}

/// Opens a file; of what has no size, such as a pipe, the bytes are held, and no more than just too many.
pub fn open(lang: Lang, path: &Path, no_limit: bool) -> Result<Arc<dyn Input>, Trouble> {
    let fault = |error: io::Error| {
        let missing = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory);
        let kind = if missing { "mistake" } else { "fault" };
        let hint = said::FILE_HINT.text(lang).to_owned();
        Trouble::said(kind, said::FILE.fill(lang, &[&path.display(), &system(lang, &error)]), Some(hint))
    };
    let file = File::open(path).map_err(fault)?;
    let about = file.metadata().map_err(fault)?;
    if about.is_file() && about.len() > 0 {
        return Ok(Arc::new(OnDisk { file, size: about.len() }));
    }
    let most = if no_limit { u64::MAX } else { u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX) };
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(fault)?;
    Ok(Arc::new(bytes))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read(input: &dyn Input) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        input.open()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn a_file_is_what_it_was_when_it_was_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deals.csv");
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let input = open(Lang::En, &path, false).unwrap();
        let (mut one, mut other) = (input.open().unwrap(), input.open().unwrap());
        let mut start = [0; 4];
        one.read_exact(&mut start).unwrap();
        other.read_exact(&mut start).unwrap();
        assert_eq!((&start, input.size().unwrap()), (b"a,b\n", 8));
        std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"3,4\n").unwrap();
        assert_eq!(read(&*input).unwrap(), b"a,b\n1,2\n", "what came later is not read");
        std::fs::write(&path, "a,b\n").unwrap();
        assert_eq!(read(&*input).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn an_empty_file_and_a_folder_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none.csv");
        std::fs::write(&path, "").unwrap();
        assert_eq!(open(Lang::En, &path, false).unwrap().size().unwrap(), 0);
        for wrong in [folder.path(), &folder.path().join("missing.csv")] {
            assert!(open(Lang::En, wrong, false).is_err(), "{}", wrong.display());
        }
    }
}
