//! Reports into files of their own: a new file, whole or not at all, and nothing is written over.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::lang::handout as word;
use crate::store::Fault;

/// Most files of one name that stand beside each other.
const MOST: u32 = 1_000;

/// Writes what `work` prints into a new file and says so; without a file, to the page itself.
pub fn out(
    session: &mut Session,
    page: &mut Page,
    file: Option<&Path>,
    work: impl FnOnce(&mut Session, &mut Page) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let Some(file) = file else { return work(session, page) };
    if file.exists() {
        return Err(Fault::Exists(file.to_owned()).into());
    }
    let mut text = Vec::new();
    let mut inner = Page::over(&mut text, None, false, page.is_wide);
    // What the file holds is told by its name; the page only hears that it was written.
    let told = std::mem::replace(&mut session.json, form(Some(file)).as_deref() == Some("json"));
    let done = work(session, &mut inner).and_then(|()| inner.finish());
    session.json = told;
    done?;
    drop(inner);
    create(file, &text)?;
    if session.json {
        return page.json(&serde_json::json!({"written": file.display().to_string()}));
    }
    page.line(&word::REPORT_WRITTEN.fill(session.lang(), &[&file.display()]))
}

/// The form that a file's name tells by what it ends in, also one that nothing is written as.
pub fn form(file: Option<&Path>) -> Option<String> {
    let end = file?.extension()?.to_str()?.to_ascii_lowercase();
    Some(match end.as_str() {
        "markdown" => "md".to_owned(),
        "txt" => "text".to_owned(),
        _ => end,
    })
}

/// Writes a text into a new file of a folder; where the name is taken, with a number behind it. The file.
pub fn save(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Trouble> {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, "md"));
    let names = (1..MOST).map(|number| match number {
        1 => name.to_owned(),
        number => format!("{stem}-{number}.{end}"),
    });
    for name in names {
        let path = folder.join(name);
        match create(&path, text.as_bytes()) {
            Err(Fault::Exists(_)) => {}
            Err(fault) => return Err(fault.into()),
            Ok(()) => return Ok(fs::canonicalize(&path).unwrap_or(path)),
        }
    }
    Err(Fault::Exists(folder.join(name)).into())
}

/// A new file with this text; what could not be written whole is taken away again.
fn create(path: &Path, text: &[u8]) -> Result<(), Fault> {
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Fault::Exists(path.to_owned()),
        _ => Fault::at(path)(error),
    })?;
    file.write_all(text).and_then(|()| file.sync_all()).map_err(|error| {
        let _ = fs::remove_file(path);
        Fault::at(path)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_report_of_one_name_stands_beside_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let saved = |text| save(folder.path(), "visit-3.md", text).unwrap();
        let paths = [saved("one"), saved("two")];
        let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
        assert_eq!(paths.each_ref().map(read), ["one", "two"]);
        assert!(paths[1].ends_with("visit-3-2.md"), "{paths:?}");
        assert!(matches!(create(&paths[0], b"x"), Err(Fault::Exists(_))));
        assert!(save(&folder.path().join("none"), "x.md", "x").is_err());
    }
}
