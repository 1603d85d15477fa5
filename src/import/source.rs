//! Limits on what is read at all, and files that are no table.

use super::refusal::{Looks, Refusal};

/// Bytes of one file.
pub const MAX_BYTES: usize = 64 << 20;
/// Bytes of one cell.
pub const MAX_FIELD: usize = 1 << 20;
/// Rows of one file.
pub const MAX_ROWS: usize = 200_000;
/// Columns of one row.
pub const MAX_COLUMNS: usize = 1000;

/// Refuses what is too large, empty, or plainly another kind of file.
pub(super) fn check(bytes: &[u8], no_limit: bool) -> Result<(), Refusal> {
    if bytes.len() > MAX_BYTES && !no_limit {
        return Err(Refusal::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if body.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(())
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
