//! From bytes to text: UTF-8, UTF-16 and GB18030, with a byte order mark or by evidence.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::refusal::Refusal;

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
}

/// The text of the bytes, without byte order mark; old line ends are made new ones.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Refusal> {
    let (text, encoding) = decode_as_is(bytes)?;
    if let Some(at) = text.as_bytes().iter().position(|byte| *byte == 0) {
        return Err(Refusal::Nul { line: line_at(text.as_bytes(), at) });
    }
    let old_line_ends = text.contains('\r') && !text.contains('\n');
    Ok((if old_line_ends { text.replace('\r', "\n").into() } else { text }, encoding))
}

/// The bytes without byte order mark, UTF-16 as UTF-8; what they are beyond ASCII is left to the lines.
pub(super) fn unmarked(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, Encoding), Refusal> {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_wide || unmarked_utf16(bytes).is_some() {
        let (text, encoding) = decode(bytes)?;
        return Ok((Cow::Owned(text.into_owned().into_bytes()), encoding));
    }
    Ok(match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (Cow::Borrowed(body), Encoding::Utf8Bom),
        None => (Cow::Borrowed(bytes), Encoding::Utf8),
    })
}

fn decode_as_is(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Refusal> {
    if let Some(body) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(body, Encoding::Utf16Le);
    }
    if let Some(body) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(body, Encoding::Utf16Be);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return utf16(bytes, encoding);
    }
    let (body, encoding) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (body, Encoding::Utf8Bom),
        None => (bytes, Encoding::Utf8),
    };
    let fault = match std::str::from_utf8(body) {
        Ok(text) => return Ok((text.into(), encoding)),
        Err(fault) => fault,
    };
    if encoding == Encoding::Utf8
        && is_chinese(body)
        && let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(body)
    {
        return Ok((text, Encoding::Gb18030));
    }
    Err(Refusal::BadEncoding { line: line_at(body, fault.valid_up_to()) })
}

fn utf16(body: &[u8], encoding: Encoding) -> Result<(Cow<'_, str>, Encoding), Refusal> {
    let decoder = if encoding == Encoding::Utf16Le { UTF_16LE } else { UTF_16BE };
    match decoder.decode_without_bom_handling_and_without_replacement(body) {
        Some(text) => Ok((text, encoding)),
        None => Err(Refusal::BadEncoding { line: 1 }),
    }
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
    let (mut common, mut all) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if *lead < 0x80 {
            continue;
        }
        let trail = rest.next().copied().unwrap_or(0);
        all += 1;
        let everyday = trail >= 0xa1 && matches!(*lead, 0xa1..=0xa3 | 0xb0..=0xd7);
        common += usize::from(everyday);
        if trail < 0x40 {
            rest.next();
            rest.next();
        }
    }
    common * 10 >= all * 6
}

fn line_at(bytes: &[u8], at: usize) -> u64 {
    let breaks = bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    1 + u64::try_from(breaks).unwrap_or(u64::MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "商机名称,金额\n某市智慧城管平台,680\n";
        let gbk = GB18030.encode(text).0.into_owned();
        let marked = |mark: &[u8], body: Vec<u8>| [mark.to_vec(), body].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()), Encoding::Utf8Bom),
            (marked(b"\xff\xfe", utf16(text, u16::to_le_bytes)), Encoding::Utf16Le),
            (marked(b"\xfe\xff", utf16(text, u16::to_be_bytes)), Encoding::Utf16Be),
            (gbk, Encoding::Gb18030),
        ] {
            assert_eq!(decode(&bytes), Ok((text.into(), encoding)));
        }
        let bare = utf16("name,stage\nx,y\n", u16::to_le_bytes);
        assert_eq!(decode(&bare), Ok(("name,stage\nx,y\n".into(), Encoding::Utf16Le)));
        assert_eq!(decode(b"a,b\r1,2\r"), Ok(("a,b\n1,2\n".into(), Encoding::Utf8)));
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_line() {
        for (bytes, refusal) in [
            (b"a,b\n1,\xff\n".as_slice(), Refusal::BadEncoding { line: 2 }),
            (b"a\n4,5,\xa9\n", Refusal::BadEncoding { line: 2 }),
            (b"name\nCaf\xe9 m\xfcde\n", Refusal::BadEncoding { line: 2 }),
            (b"a,b\n\n1,x\0y\n", Refusal::Nul { line: 3 }),
            (b"\xff\xfe\x00\xd8\x00\x00", Refusal::BadEncoding { line: 1 }),
        ] {
            assert_eq!(decode(bytes), Err(refusal), "{bytes:?}");
        }
    }
}
