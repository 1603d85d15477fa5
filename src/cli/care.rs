//! Looking after the book: copies, putting a copy back, and the check.

use std::path::Path;

use serde_json::json;

use super::page::Page;
use super::session::Session;
use super::trouble::Trouble;
use crate::lang::{Lang, cli, said};
use crate::store::{Fault, backup};

/// `backup FILE`.
pub fn backup(session: &Session, page: &mut Page, file: &Path) -> Result<(), Trouble> {
    session.store.backup(file)?;
    if session.json {
        return page.json(&json!({"backup": file.display().to_string(), "checked": true}));
    }
    page.line(&cli::BACKED_UP.fill(session.lang(), &[&file.display()]))
}

/// `restore FILE`: the book is not opened, since it may be the very thing that is broken.
pub fn restore(page: &mut Page, lang: Lang, is_json: bool, file: &Path, book: &Path) -> Result<(), Trouble> {
    let unfit = |kind, message| Trouble::said(kind, message, Some(cli::RESTORE_HINT.text(lang).to_owned()));
    if !file.is_file() {
        return Err(unfit("mistake", cli::NO_BACKUP.fill(lang, &[&file.display()])));
    }
    let kept = backup::restore(file, book).map_err(|fault| match fault {
        Fault::NotABook(_) => unfit("fault", said::NOT_A_BOOK.fill(lang, &[&file.display()])),
        other => Trouble::from(other).about(file),
    })?;
    if is_json {
        let kept = kept.map(|path| path.display().to_string());
        return page.json(&json!({"restored": file.display().to_string(), "book": book.display().to_string(), "kept": kept}));
    }
    page.line(&cli::RESTORED.fill(lang, &[&file.display()]))?;
    match kept {
        Some(path) => page.line(&cli::RESTORED_KEPT.fill(lang, &[&path.display()])),
        None => Ok(()),
    }
}

/// `doctor`: what is wrong is told on the output; the exit status is that of a fault.
pub fn doctor(session: &mut Session, page: &mut Page, is_full: bool) -> Result<(), Trouble> {
    let today = session.today();
    let findings = session.store.doctor(is_full, today)?;
    let path = session.store.path().map(|path| path.display().to_string());
    let sound = findings.is_sound();
    let untold = session.store.rules.workdays.untold(today);
    if session.json {
        page.json(
            &json!({"book": path, "sound": sound, "integrity": findings.integrity, "links": findings.links,
            "journal": findings.journal, "sums": findings.sums, "holidays_unknown": untold}),
        )?;
        return if sound { Ok(()) } else { Err(Trouble::Unsound) };
    }
    let lang = session.lang();
    let path = path.unwrap_or_default();
    if let Some(year) = untold {
        page.line(&cli::UNTOLD.fill(lang, &[&year]))?;
    }
    if sound {
        return page.line(&cli::SOUND.fill(lang, &[&path]));
    }
    page.line(&cli::UNSOUND.fill(lang, &[&path]))?;
    let parts = [
        (cli::INTEGRITY, &findings.integrity),
        (cli::LINKS, &findings.links),
        (cli::JOURNAL, &findings.journal),
        (cli::SUMS, &findings.sums),
    ];
    for (name, found) in parts {
        for line in found {
            page.line(&format!("  {}: {line}", name.text(lang)))?;
        }
    }
    page.line(cli::UNSOUND_HINT.text(lang))?;
    Err(Trouble::Unsound)
}
