//! The files of an import: each is opened once and read from its start as often as its reader wants.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::Arc;

use super::super::trouble::Trouble;
use crate::import::input::Input;
use crate::import::source::MAX_BYTES;

/// A file on the disk; its bytes stay there.
struct OnDisk(File);

impl Input for OnDisk {
    fn size(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        (&self.0).rewind()?;
        Ok(Box::new(&self.0))
    }
}

/// Opens a file; of what has no size, such as a pipe, the bytes are held, and no more than just too many.
pub fn open(path: &Path, no_limit: bool) -> Result<Arc<dyn Input>, Trouble> {
    let fault = |error: io::Error| {
        let missing = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory);
        let kind = if missing { "mistake" } else { "fault" };
        Trouble::said(kind, format!("{}: {error}", path.display()), None)
    };
    let file = File::open(path).map_err(fault)?;
    let about = file.metadata().map_err(fault)?;
    if about.is_file() && about.len() > 0 {
        return Ok(Arc::new(OnDisk(file)));
    }
    let most = if no_limit { u64::MAX } else { u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX) };
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(fault)?;
    Ok(Arc::new(bytes))
}
