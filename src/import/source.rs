//! Limits on what is read at all, and files that are no table.

use super::input::{Input, unreadable};
use super::refusal::{Looks, Refusal};

/// Bytes of one file.
pub const MAX_BYTES: usize = 64 << 20;
/// Bytes of one cell.
pub const MAX_FIELD: usize = 1 << 20;
/// Rows of one file.
pub const MAX_ROWS: usize = 200_000;
/// Columns of one row.
pub const MAX_COLUMNS: usize = 1000;

/// Refuses what is too large.
pub(super) fn fits(input: &dyn Input, no_limit: bool) -> Result<(), Refusal> {
    let size = input.size().map_err(|error| unreadable(&error))?;
    let bytes = usize::try_from(size).unwrap_or(usize::MAX);
    let is_too_large = bytes > MAX_BYTES && !no_limit;
    if is_too_large { Err(Refusal::TooLarge { bytes, limit: MAX_BYTES }) } else { Ok(()) }
}

/// Refuses what holds nothing, by its first bytes, unless more come.
pub(super) fn is_filled(head: &[u8], is_cut: bool) -> Result<(), Refusal> {
    let body = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if body.is_empty() && !is_cut { Err(Refusal::Empty) } else { Ok(()) }
}

/// The whole lines of a text that was cut where it is as long as this.
pub(super) fn lines_of(mut head: String, cut: usize) -> String {
    if head.len() + 3 >= cut
        && let Some(end) = head.rfind('\n')
    {
        head.truncate(end + 1);
    }
    head
}

/// Refuses a text that is plainly no table.
pub(super) fn is_table(text: &str) -> Result<(), Refusal> {
    let body = text.trim_start();
    let looks = match body.as_bytes().first() {
        _ if body.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR")) => {
            Looks::Calendar
        }
        Some(b'{' | b'[') => Looks::Json,
        _ => return Ok(()),
    };
    Err(Refusal::NotOurs { looks, labels: Vec::new() })
}

/// Whether the bytes are a zipped workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}
