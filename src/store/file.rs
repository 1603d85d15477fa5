//! The book's file and folder: private whatever the umask, and never mistaken for an empty book.

use std::fs;
use std::path::{Path, PathBuf};

use super::Fault;

/// Makes the folder (0700) where there is none; true where there is no file yet.
pub fn prepare(path: &Path) -> Result<bool, Fault> {
    make_room(path)?;
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(Fault::NotABook(path.to_owned())),
        Ok(found) if found.len() == 0 => Err(Fault::Empty(path.to_owned())),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Fault::at(path)(error)),
    }
}

/// Makes the folder of a file (0700) where there is none.
pub fn make_room(path: &Path) -> Result<(), Fault> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        Some(folder) => make_folder(folder),
        None => Ok(()),
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

/// Gives a file its name, unless that name is taken by then: false where it was.
pub fn name(part: &Path, path: &Path) -> Result<bool, Fault> {
    match fs::hard_link(part, path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        // Some file systems know no links.
        Err(_) if !path.exists() => fs::rename(part, path).map(|()| true).map_err(Fault::at(path)),
        Err(_) => Ok(false),
    }
}

/// The path of a file beside another, under its name and what it is for.
pub fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(what);
    path.with_file_name(name)
}

/// The file that `SQLite` keeps beside a book, by its ending.
pub fn side(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Gives a file a second name, or where the file system knows none, makes a copy under it.
pub fn keep(path: &Path, kept: &Path) -> Result<(), Fault> {
    if fs::hard_link(path, kept).is_ok() {
        return Ok(());
    }
    let mut copy = create(kept)?;
    let copied = fs::File::open(path).and_then(|mut file| std::io::copy(&mut file, &mut copy));
    copied.and_then(|_| copy.sync_all()).map_err(|error| {
        let _ = fs::remove_file(kept);
        Fault::at(kept)(error)
    })
}

/// Has the disk remember the name that a file was given.
pub fn settle(path: &Path) -> Result<(), Fault> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    #[cfg(unix)]
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(Fault::at(folder))?;
    Ok(())
}

fn make_folder(folder: &Path) -> Result<(), Fault> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(Fault::at(folder))
}
