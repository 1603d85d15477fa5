//! A text in the person's own editor, through a private file that goes only when what was written is safe elsewhere.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::process::Command;

use rustix::process::{Pid, getpid, test_kill_process};

use super::{Edited, Kept};

/// Longest text that is taken back from an editor, bytes.
const LIMIT: u64 = 4 << 20;

/// Lets `editor` (a command line) change `text` in a file of mode 0600 under `folder`. A file that an earlier edit of
/// the same `subject` left behind is taken up instead.
pub(crate) fn edit(editor: &str, folder: &Path, subject: &str, text: &str) -> io::Result<Edited> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let file = folder.join(format!("note-{subject}-{}.md", getpid().as_raw_nonzero()));
    match kept(folder).into_iter().find(|kept| kept.subject == subject) {
        Some(kept) => fs::rename(kept.file, &file)?,
        None => write(&file, text)?,
    }
    let before = fs::read(&file)?;
    let line = format!("{editor} \"$@\"");
    let status = Command::new("/bin/sh").args(["-c", &line, "sh"]).arg(&file).status();
    let is_well = status.as_ref().is_ok_and(std::process::ExitStatus::success);
    let is_written = fs::read(&file).is_ok_and(|after| after != before || after != text.as_bytes());
    let edited = if is_well { taken(&file, text) } else { None };
    if edited.is_none() && !is_written {
        let _ = fs::remove_file(&file);
    }
    let file = file.exists().then_some(file);
    Ok(Edited { subject: subject.to_owned(), text: edited, file })
}

/// The files of edits that no session is at any more: what they were for, and where they lie.
pub(crate) fn kept(folder: &Path) -> Vec<Kept> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut found: Vec<Kept> = entries.filter_map(|entry| left(&entry.path())).collect();
    found.sort_by(|one, other| one.file.cmp(&other.file));
    found
}

fn left(file: &Path) -> Option<Kept> {
    let name = file.file_name()?.to_str()?.strip_prefix("note-")?.strip_suffix(".md")?;
    let (subject, pid) = name.rsplit_once('-')?;
    let pid = Pid::from_raw(pid.parse().ok()?)?;
    // A session that still runs is at its own file; ours was given back.
    let is_free = pid == getpid() || test_kill_process(pid) == Err(rustix::io::Errno::SRCH);
    is_free.then(|| Kept { subject: subject.to_owned(), file: file.to_owned() })
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    let written = made.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(file);
    }
    written
}

/// The text as the editor left it; nothing where it is longer than any text may be, or none at all.
fn taken(file: &Path, before: &str) -> Option<String> {
    if fs::metadata(file).ok()?.len() > LIMIT {
        return None;
    }
    let edited = String::from_utf8(fs::read(file).ok()?).ok()?.replace("\r\n", "\n");
    // Editors end the last line; the person did not ask for that.
    let ended = edited.strip_suffix('\n').filter(|_| !before.ends_with('\n'));
    Some(ended.unwrap_or(&edited).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_wrote_is_given_back_or_kept() {
        let write = |text: &str, end: &str| format!("sh -c 'printf {text} > \"$1\"; {end}' sh");
        let big = "sh -c 'head -c 5000000 /dev/zero | tr \"\\0\" x > \"$1\"' sh".to_owned();
        let cases = [
            ("sed -i s/旧/新/".to_owned(), Some("新 text"), true),
            ("true".to_owned(), Some("旧 text"), true),
            ("false".to_owned(), None, false),
            ("rm".to_owned(), None, false),
            ("no-such-editor".to_owned(), None, false),
            (write("new", "exit 1"), None, true),
            (write("new", "kill -9 $$"), None, true),
            (write("a\\\\377b", "true"), None, true),
            (big, None, true),
            (write("\"\"", "true"), Some(""), true),
        ];
        for (editor, text, is_kept) in cases {
            let folder = tempfile::tempdir().unwrap();
            let private = folder.path().join("qd");
            let edited = edit(&editor, &private, "opp-1", "旧 text").unwrap();
            assert_eq!(edited.text.as_deref(), text, "{editor}");
            assert_eq!(edited.file.is_some(), is_kept, "{editor}");
            assert_eq!(fs::read_dir(&private).unwrap().count(), usize::from(is_kept), "{editor}");
        }
    }

    #[test]
    fn the_next_edit_of_the_same_text_takes_up_what_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        edit("sh -c 'echo new > \"$1\"; exit 1' sh", folder.path(), "opp-1", "old").unwrap();
        assert_eq!(edit("true", folder.path(), "opp-2", "other").unwrap().text.as_deref(), Some("other"));
        assert_eq!(edit("true", folder.path(), "opp-1", "old").unwrap().text.as_deref(), Some("new"));
        let names: Vec<String> = kept(folder.path()).into_iter().map(|kept| kept.subject).collect();
        assert_eq!(names, ["opp-1", "opp-2"]);
        fs::write(folder.path().join("note-opp-3-1.md"), "of a session that runs").unwrap();
        assert_eq!(kept(folder.path()).len(), 2);
    }

    #[test]
    fn nobody_else_may_read_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let editor = "sh -c 'stat -c %a \"$1\" > \"$1.mode\"; cat \"$1.mode\" > \"$1\"; rm \"$1.mode\"' sh";
        assert_eq!(edit(editor, folder.path(), "x", "x").unwrap().text.as_deref(), Some("600"));
    }
}
