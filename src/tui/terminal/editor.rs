//! A text in the person's own editor, through a private file that does not outlive the edit.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Longest text that is taken back from an editor, bytes.
const LIMIT: u64 = 4 << 20;

/// Removes the file when the edit is over, however it ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Lets `editor` (a command line) change `text` in a file of mode 0600 under `folder`; nothing when the
/// editor failed, and the text unchanged when it left it so.
pub(crate) fn edit(editor: &str, folder: &Path, text: &str) -> io::Result<Option<String>> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let scratch = Scratch(folder.join(format!("note-{}.md", uuid::Uuid::now_v7())));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&scratch.0)?;
    file.write_all(text.as_bytes())?;
    drop(file);
    let line = format!("{editor} \"$@\"");
    let status = Command::new("/bin/sh").args(["-c", &line, "sh"]).arg(&scratch.0).status()?;
    if !status.success() || fs::metadata(&scratch.0)?.len() > LIMIT {
        return Ok(None);
    }
    let edited = String::from_utf8_lossy(&fs::read(&scratch.0)?).replace("\r\n", "\n");
    // Editors end the last line; the person did not ask for that.
    let ended = edited.strip_suffix('\n').filter(|_| !text.ends_with('\n'));
    Ok(Some(ended.unwrap_or(&edited).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_changes_the_text_and_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let private = folder.path().join("qd");
        let cases =
            [("sed -i s/旧/新/", Some("新 text")), ("true", Some("旧 text")), ("false", None), ("rm", None)];
        for (editor, expected) in cases {
            let edited = edit(editor, &private, "旧 text").ok().flatten();
            assert_eq!(edited.as_deref(), expected, "{editor}");
            assert_eq!(fs::read_dir(&private).unwrap().count(), 0, "{editor}");
        }
    }

    #[test]
    fn nobody_else_may_read_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let edited = edit(
            "sh -c 'stat -c %a \"$1\" > \"$1.mode\"; cat \"$1.mode\" > \"$1\"; rm \"$1.mode\"' sh",
            folder.path(),
            "x",
        );
        assert_eq!(edited.unwrap().unwrap(), "600");
    }
}
