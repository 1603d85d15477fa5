//! A filter that is kept in the file of the settings, which stays as it is but for that.

use std::io::Write;
use std::path::Path;

use super::{BadSetting, Settings};

/// Writes a filter under its number into the file, and leaves all else in it as it is, comments too.
pub fn keep_filter(path: &Path, number: u8, filter: &str) -> Result<(), BadSetting> {
    let bad = |what: String| BadSetting { path: path.to_owned(), line: None, what };
    let (before, _) = Settings::read(Some(path));
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| bad(error.to_string()))?,
    };
    let text = with_filter(&text, number, filter);
    let mut wanted = before;
    wanted.filters.insert(number.to_string(), filter.to_owned());
    // The file is written only where it then says this and nothing else.
    if reads(&text, &wanted) {
        replace(path, &text).map_err(|error| bad(error.to_string()))
    } else {
        Err(bad(format!("filter {number} cannot be put there; write it under [filters] by hand")))
    }
}

/// Whether a text is a sound file, and says this; the holidays have a file of their own.
fn reads(text: &str, wanted: &Settings) -> bool {
    let (mut found, _) = Settings::parse(text);
    found.rules.workdays.clone_from(&wanted.rules.workdays);
    toml::de::DeTable::parse(text).is_ok() && found == *wanted
}

/// The text with a filter in its table: in place of the line that had the number, else after the table's last line.
fn with_filter(text: &str, number: u8, filter: &str) -> String {
    let own = format!("{number} = {}", toml::Value::String(filter.to_owned()));
    let mut lines: Vec<&str> = text.lines().collect();
    let is_head = |line: &&str| line.trim_start().starts_with('[');
    let name = |line: &str| line.split('#').next().unwrap_or_default().replace(' ', "").trim().to_owned();
    let Some(head) = lines.iter().position(|line| name(line) == "[filters]") else {
        let gap = if text.is_empty() || text.ends_with("\n\n") { "" } else { "\n" };
        let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return format!("{text}{end}{gap}[filters]\n{own}\n");
    };
    let rest = lines.iter().skip(head + 1);
    let end = head + 1 + rest.take_while(|line| !is_head(line)).count();
    let key =
        |line: &str| line.split_once('=').map(|(key, _)| key.trim().trim_matches(['"', '\'']).to_owned());
    let table = || lines.iter().enumerate().take(end).skip(head + 1);
    let old = table().find(|(_, line)| key(line).as_deref() == Some(&number.to_string())).map(|(at, _)| at);
    let last =
        table().filter(|(_, line)| !line.trim().is_empty()).map(|(at, _)| at).next_back().unwrap_or(head);
    match old.and_then(|at| lines.get_mut(at)) {
        Some(line) => *line = &own,
        None => lines.insert(last + 1, &own),
    }
    lines.join("\n") + "\n"
}

/// Puts a text in place of a file at once: whoever reads it meets the old one or the new one.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    // A link stays one: what it leads to is replaced.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    let part = path.with_file_name(name);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let written = std::fs::File::create_new(&part).and_then(|mut file| {
        if let Ok(known) = std::fs::metadata(&path) {
            file.set_permissions(known.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let done = written.and_then(|()| std::fs::rename(&part, &path));
    if done.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_kept_and_all_else_stays_as_it_was() {
        for (text, expected) in [
            ("", "[filters]\n2 = \"tier=a\"\n"),
            ("ascii = true # plain", "ascii = true # plain\n\n[filters]\n2 = \"tier=a\"\n"),
            (
                "[ filters ] # mine\n# the first\n1 = 'x'\n\n[reasons]\nlost = [\"2 = 3\"]\n",
                "[ filters ] # mine\n# the first\n1 = 'x'\n2 = \"tier=a\"\n\n[reasons]\nlost = [\"2 = 3\"]\n",
            ),
            ("[filters]\n\"2\" = \"old\"\n3 = \"z\"\n", "[filters]\n2 = \"tier=a\"\n3 = \"z\"\n"),
        ] {
            let written = with_filter(text, 2, "tier=a");
            assert_eq!(written, expected);
            assert_eq!(with_filter(&written, 2, "tier=a"), expected);
        }
    }

    #[test]
    fn a_file_that_cannot_take_the_filter_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("q/config.toml");
        keep_filter(&path, 1, "next_step~\"call \\ back\"").unwrap();
        let (read, _) = Settings::read(Some(&path));
        assert_eq!(read.filters.get("1").map(String::as_str), Some("next_step~\"call \\ back\""));
        for text in ["filters = { 1 = \"x\" }\n", "filters.1 = \"x\"\n", "language = \n"] {
            std::fs::write(&path, text).unwrap();
            keep_filter(&path, 2, "won").unwrap_err();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}
