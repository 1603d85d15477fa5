//! The book's file and folder: private whatever the umask, and never mistaken for an empty book.

use std::fs;
use std::path::Path;

use super::Fault;

/// Makes folder (0700) and file (0600) where there are none; true where the file is new.
pub fn prepare(path: &Path) -> Result<bool, Fault> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_folder(folder)?;
    }
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(Fault::NotABook(path.to_owned())),
        Ok(found) if found.len() == 0 => Err(Fault::Empty(path.to_owned())),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => create(path).map(|_| true),
        Err(error) => Err(Fault::at(path)(error)),
    }
}

/// Creates a private file that must not exist yet.
pub fn create(path: &Path) -> Result<fs::File, Fault> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Fault::Exists(path.to_owned()),
        std::io::ErrorKind::StorageFull => Fault::Full,
        _ => Fault::at(path)(error),
    })
}

fn make_folder(folder: &Path) -> Result<(), Fault> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(Fault::at(folder))
}
