//! What a text may be written in: UTF-8, UTF-16 or GB18030, told by a byte order mark or by evidence.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::refusal::Refusal;
use super::text;

/// The encoding that a file was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; plain ASCII too.
    Utf8,
    /// UTF-8 that starts with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, with GBK and GB 2312 inside it.
    Gb18030,
    /// A workbook's own.
    Workbook,
}

impl Encoding {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 BOM",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Workbook => "XLSX",
        }
    }

    /// What decodes it.
    pub(super) fn code(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom | Self::Workbook => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
        }
    }
}

/// The bytes without byte order mark, UTF-16 as UTF-8; what they are beyond ASCII is left to the lines.
pub(super) fn unmarked(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, Encoding), Refusal> {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_wide || unmarked_utf16(bytes).is_some() {
        let (text, encoding) = text::decode(&bytes)?;
        return Ok((Cow::Owned(text.into_bytes()), encoding));
    }
    Ok(match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (Cow::Borrowed(body), Encoding::Utf8Bom),
        None => (Cow::Borrowed(bytes), Encoding::Utf8),
    })
}

/// UTF-16 without a mark shows itself by NULs in every second place of its mostly ASCII start.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(256) & !1)?;
    let nuls = |place: usize| head.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), head.len() / 4);
    match (even, odd) {
        (0, odd) if odd > half => Some(Encoding::Utf16Le),
        (even, 0) if even > half => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether most two-byte signs lie where everyday Chinese does: other 8-bit text that happens to be valid GB18030
/// does not.
pub(super) fn is_chinese(bytes: &[u8]) -> bool {
    let mut seen = Chinese::default();
    seen.feed(bytes);
    seen.is_likely()
}

/// What [`is_chinese`] has seen so far.
#[derive(Default)]
pub(super) struct Chinese {
    common: usize,
    all: usize,
    lead: Option<u8>,
    /// How many bytes of a long sign are still to come.
    rest: usize,
}

impl Chinese {
    pub fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.rest > 0 {
                self.rest -= 1;
            } else if let Some(lead) = self.lead.take() {
                self.all += 1;
                let everyday = *byte >= 0xa1 && matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7);
                self.common += usize::from(everyday);
                if *byte < 0x40 {
                    self.rest = 2;
                }
            } else if *byte >= 0x80 {
                self.lead = Some(*byte);
            }
        }
    }

    pub fn is_likely(&self) -> bool {
        let all = self.all + usize::from(self.lead.is_some());
        self.common * 10 >= all * 6
    }
}
