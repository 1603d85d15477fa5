//! The text of a value: quoted-printable, charsets and escapes, and the way back: escaped and folded.

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::ContentLine;
use crate::import::encoding::is_chinese;

/// Octets of a written line before it is folded.
const FOLD_AT: usize = 75;

/// In what charset a file's text is where its lines do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Charset {
    /// Every byte of the file is UTF-8.
    Utf8,
    /// The file as a whole reads as Chinese in GB18030.
    Gb18030,
    /// Some lines are UTF-8, others are not.
    Mixed,
}

impl Charset {
    /// By the evidence of the whole file.
    pub fn of(bytes: &[u8]) -> Self {
        if std::str::from_utf8(bytes).is_ok() {
            return Self::Utf8;
        }
        let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
        if is_chinese(bytes) && text.is_some() { Self::Gb18030 } else { Self::Mixed }
    }

    /// The text of a line's value, still escaped; what cannot be decoded with signs in its place as the error.
    pub fn text(self, line: &ContentLine) -> Result<String, String> {
        let unquoted;
        let bytes = if line.is_quoted() {
            unquoted = unquote(&line.value);
            unquoted.as_slice()
        } else {
            line.value.as_slice()
        };
        // A file that was saved anew as UTF-8 may still claim what it was before.
        let is_resaved = self == Self::Utf8 && !line.is_quoted();
        let label = line.all("CHARSET").next().filter(|_| !is_resaved);
        let said = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
        let guess = if self == Self::Gb18030 || is_chinese(bytes) { Some(GB18030) } else { None };
        let tried = match said {
            Some(said) => [Some(said), None],
            None => [Some(UTF_8), guess],
        };
        let mut texts = tried
            .into_iter()
            .flatten()
            .filter_map(|one| one.decode_without_bom_handling_and_without_replacement(bytes));
        let found = texts.next().map(std::borrow::Cow::into_owned);
        found.ok_or_else(|| String::from_utf8_lossy(bytes).into_owned())
    }
}

/// The bytes that quoted-printable stands for; what is no code stays.
fn unquote(value: &[u8]) -> Vec<u8> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        let code = hex(tail.first()).zip(hex(tail.get(1))).filter(|_| *first == b'=');
        let byte = code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        out.push(byte.unwrap_or(*first));
        if byte.is_some() {
            rest = tail.get(2..).unwrap_or_default();
        }
    }
    out
}

/// A value freed of its escapes.
pub(in crate::import) fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, signs.clone().next()) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(next @ ('\\' | ',' | ';' | ':' | '"'))) => out.push(next),
            _ => {
                out.push(sign);
                continue;
            }
        }
        signs.next();
    }
    out
}

/// The parts of a value between unescaped signs, freed of their escapes.
pub(in crate::import) fn split(value: &str, sign: char) -> Vec<String> {
    let mut is_escaped = false;
    let parts = value.split(|one| {
        let is_cut = one == sign && !is_escaped;
        is_escaped = one == '\\' && !is_escaped;
        is_cut
    });
    parts.map(unescape).collect()
}

/// A text as a value: line ends, commas, semicolons and backslashes escaped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => out.push_str("\\n"),
            '\\' | ',' | ';' => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
    }
    out
}

/// A line of content as it is written: folded at 75 octets between characters, ended by CRLF.
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut room = FOLD_AT;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = FOLD_AT - 1;
        }
        out.push(sign);
        room -= sign.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::Lines;
    use super::*;
    use proptest::prelude::*;

    fn text(raw: &[u8]) -> Result<String, String> {
        let line = ContentLine::parse(1, raw).unwrap();
        Charset::of(raw).text(&line)
    }

    #[test]
    fn values_are_decoded_by_their_charset_or_by_evidence() {
        let gbk = GB18030.encode("客户经理").0.into_owned();
        let quoted: String = gbk.iter().fold(String::new(), |out, byte| out + &format!("={byte:02X}"));
        for raw in [
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=AE=A2=E6=88=B7=E7=BB=8F=E7=90=86".into(),
            format!("N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{quoted}").into_bytes(),
            format!("N;charset=\"gb2312\";quoted-printable:{}", quoted.to_lowercase()).into_bytes(),
            format!("N;QUOTED-PRINTABLE:{quoted}").into_bytes(),
            [b"N;CHARSET=GBK:".as_slice(), &gbk].concat(),
            [b"N:".as_slice(), &gbk].concat(),
            "N;CHARSET=GBK:客户经理".into(),
        ] {
            assert_eq!(text(&raw).as_deref(), Ok("客户经理"), "{}", String::from_utf8_lossy(&raw));
        }
        assert_eq!(text(b"N;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Jos=E9"), Ok("José".into()));
        assert_eq!(text(b"N;QUOTED-PRINTABLE:a=3Db=zz="), Ok("a=b=zz=".into()));
        assert_eq!(text(b"N:Jos\xe9 X"), Err("Jos\u{fffd} X".into()));
        assert_eq!(text(b"N;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3"), Err("\u{fffd}".into()));
    }

    #[test]
    fn escapes_come_off_and_parts_come_apart() {
        assert_eq!(unescape(r#"a\nb\,c\;d\\e\:f \"g\" C:\dir\"#), "a\nb,c;d\\e:f \"g\" C:\\dir\\");
        assert_eq!(
            split(r"Doe;John;Richter\, James;a\;b\\;", ';'),
            ["Doe", "John", "Richter, James", "a;b\\", ""]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(note in "[\\PC\n]{0,200}", part in "\\PC{0,20}") {
            let written = fold(&format!("NOTE:{};{}", escape(&note), escape(&part)));
            prop_assert!(written.split("\r\n").all(|line| line.len() <= FOLD_AT));
            let lines: Vec<_> = Lines::new(written.as_bytes()).collect();
            prop_assert_eq!(lines.len(), 1);
            let line = ContentLine::parse(1, &lines[0].bytes).unwrap();
            let value = Charset::Utf8.text(&line).unwrap();
            prop_assert_eq!(split(&value, ';'), [note, part]);
        }
    }
}
