//! How a row is known again: its id, else a key made from what names it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::number::narrow;

/// A name as it is compared: without case, width and doubled blanks.
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(narrow).flat_map(char::to_lowercase));
    }
    out
}

/// The id of another system, as the book keeps it.
pub(super) fn given(source: &str, id: &str) -> String {
    format!("{source}:{id}")
}

/// The key of a record that came without an id; `~` keeps it apart from real ids.
pub(super) fn made(source: &str, parts: &[&str]) -> String {
    let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
    format!("{source}:~{}", digest(&folded, 8))
}

/// The name of a source that nothing else names, from the labels by which its columns were recognised.
pub(super) fn source(labels: &[String]) -> String {
    format!("id-{}", digest(labels, 3))
}

/// Whether the name of a source was made so.
pub fn is_made_up(source: &str) -> bool {
    source.starts_with("id-")
}

/// What stands for a key where many are held: that two keys of a million share it is as likely as one in a million.
pub(super) fn digest_of(key: &str) -> u64 {
    Sha256::digest(key.as_bytes()).iter().take(8).fold(0, |all, byte| (all << 8) | u64::from(*byte))
}

fn digest(parts: &[String], bytes: usize) -> String {
    let hash = Sha256::digest(parts.join("\u{1f}").as_bytes());
    hash.iter().take(bytes).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_key_ignores_case_width_and_blanks() {
        let key = made("maven", &["Acme  Corp", "GTX"]);
        assert_eq!(key, made("maven", &[" ａcme corp", "gtx"]));
        assert_ne!(key, made("maven", &["Acme CorpGTX", ""]));
        assert!(key.starts_with("maven:~") && key.len() == "maven:~".len() + 16);
        assert_eq!(source(&["name".into()]).len(), "id-".len() + 6);
    }
}
