//! An alarm in one text: the book keeps it, but rings no bell.

use super::component::Component;
use crate::domain::clean::clean_line;
use crate::import::content_line::{Charset, unescape};

/// What an alarm says, property by property.
pub(super) fn told(alarm: &Component, charset: Charset) -> String {
    let is_text = |line: &&crate::import::content_line::ContentLine| !line.is_binary();
    let lines = alarm.lines.iter().filter(is_text).map(|line| {
        let text = charset.text(line).unwrap_or_else(|text| text);
        format!("{}: {}", line.name, clean_line(&unescape(&text)))
    });
    lines.collect::<Vec<_>>().join("\n")
}
