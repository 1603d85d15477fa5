//! From bytes to unfolded lines: continuations, soft breaks of quoted-printable, base64 that is only wrapped.

use std::borrow::Cow;

use crate::import::source::MAX_FIELD;

/// One line as it was before it was folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Folded<'a> {
    /// The number of its first line.
    pub line: u64,
    /// Where it starts in the file.
    pub start: usize,
    /// Where the next one starts.
    pub end: usize,
    /// Its bytes without line ends; of base64 only the first line's.
    pub bytes: Cow<'a, [u8]>,
    /// Whether it is longer than a field may be; what is beyond is left out.
    pub is_long: bool,
}

/// The unfolded lines of a file.
pub(in crate::import) struct Lines<'a> {
    all: &'a [u8],
    at: usize,
    line: u64,
    end: u8,
    /// Whether the blank at the start of a continuation belongs to the text, as in vCard 2.1.
    pub keeps_blank: bool,
}

/// Why a line goes on.
#[derive(PartialEq)]
enum Join {
    Blank,
    Soft,
    Wrapped,
}

impl<'a> Lines<'a> {
    /// The lines of these bytes; lone carriage returns end lines where there are no line feeds.
    pub fn new(all: &'a [u8]) -> Self {
        let end = if all.contains(&b'\n') { b'\n' } else { b'\r' };
        Self { all, at: 0, line: 1, end, keeps_blank: false }
    }

    /// The line that starts here, without its end, and where the next one starts.
    fn peek(&self) -> Option<(&'a [u8], usize)> {
        let rest = self.all.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| *byte == self.end);
        let line = rest.get(..length.unwrap_or(rest.len()))?;
        let ends = line.iter().rev().take_while(|byte| **byte == b'\r').count();
        let bare = line.get(..line.len() - ends)?;
        Some((bare, self.at + length.map_or(rest.len(), |length| length + 1)))
    }

    fn step(&mut self, to: usize) {
        self.at = to;
        self.line += 1;
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Folded<'a>;

    fn next(&mut self) -> Option<Folded<'a>> {
        let (first, next) = self.peek()?;
        let mut whole = Folded {
            line: self.line,
            start: self.at,
            end: next,
            bytes: Cow::Borrowed(first),
            is_long: first.len() > MAX_FIELD && !is_binary(first),
        };
        self.step(next);
        while let Some((more, next)) = self.peek() {
            let Some(join) = join(&whole.bytes, more) else { break };
            add(&mut whole, &join, more, self.keeps_blank);
            self.step(next);
            whole.end = next;
        }
        Some(whole)
    }
}

fn join(so_far: &[u8], more: &[u8]) -> Option<Join> {
    if so_far.is_empty() || more.is_empty() && so_far.last() != Some(&b'=') {
        return None;
    }
    let is_end = more.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"END:"));
    if so_far.last() == Some(&b'=') && !is_end && is_said(so_far, b"QUOTED-PRINTABLE") {
        return Some(Join::Soft);
    }
    if matches!(more.first(), Some(b' ' | b'\t')) {
        return Some(Join::Blank);
    }
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let is_wrapped = !more.is_empty() && more.iter().all(is_base64) && is_binary(so_far);
    is_wrapped.then_some(Join::Wrapped)
}

fn add(whole: &mut Folded, join: &Join, more: &[u8], keeps_blank: bool) {
    let is_binary = *join == Join::Wrapped || is_binary(&whole.bytes);
    if is_binary {
        return;
    }
    if whole.bytes.len() + more.len() > MAX_FIELD {
        whole.is_long = true;
        return;
    }
    let bytes = whole.bytes.to_mut();
    if *join == Join::Soft {
        bytes.pop();
    }
    let from = usize::from(*join == Join::Blank && !keeps_blank);
    bytes.extend_from_slice(more.get(from..).unwrap_or_default());
}

/// Whether bytes follow the colon, which nobody wants: a picture, a sound, a key.
fn is_binary(so_far: &[u8]) -> bool {
    let Some(at) = so_far.iter().position(|byte| *byte == b':') else { return false };
    let value = so_far.get(at + 1..).unwrap_or_default();
    let is_data = value.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data:"));
    is_data || is_said(so_far, b"BASE64") || is_said(so_far, b"ENCODING=B")
}

/// Whether the words before the colon say something; long values are not searched.
fn is_said(so_far: &[u8], word: &[u8]) -> bool {
    let head = so_far.get(..so_far.len().min(1000)).unwrap_or_default();
    let head = head.split(|byte| *byte == b':').next().unwrap_or_default();
    let mut parts = head.split(|byte| *byte == b';').skip(1);
    parts.any(|part| {
        let end = part.get(part.len().saturating_sub(word.len())..).unwrap_or_default();
        end.eq_ignore_ascii_case(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(raw: &str, keeps_blank: bool) -> Vec<(u64, String)> {
        let lines = Lines { keeps_blank, ..Lines::new(raw.as_bytes()) };
        lines.map(|one| (one.line, String::from_utf8(one.bytes.into_owned()).unwrap())).collect()
    }

    #[test]
    fn folded_lines_become_one() {
        for (raw, lines) in [
            ("A:1\r\nB:2", vec![(1, "A:1"), (2, "B:2")]),
            ("A:1\r\r\n 2\r\r\nB:3\r\r\n", vec![(1, "A:12"), (3, "B:3")]),
            ("A:1\r 2\rB:3\r", vec![(1, "A:12"), (3, "B:3")]),
            ("A:one \n\ttwo\n\nB:3\n", vec![(1, "A:one two"), (3, ""), (4, "B:3")]),
            (
                "A;ENCODING=QUOTED-PRINTABLE:=41=\n=42=\n C\nB:=\n",
                vec![(1, "A;ENCODING=QUOTED-PRINTABLE:=41=42 C"), (4, "B:=")],
            ),
            ("A;QUOTED-PRINTABLE:x=\nEND:VCARD\n", vec![(1, "A;QUOTED-PRINTABLE:x="), (2, "END:VCARD")]),
            ("P;ENCODING=b:AAAA\n BBBB\nCC==\n\nB:1\n", vec![(1, "P;ENCODING=b:AAAA"), (4, ""), (5, "B:1")]),
        ] {
            let wanted: Vec<(u64, String)> =
                lines.into_iter().map(|(at, text)| (at, text.to_owned())).collect();
            assert_eq!(unfolded(raw, false), wanted, "{raw}");
        }
        assert_eq!(unfolded("A:one\n two\n", true), [(1, "A:one two".to_owned())]);
    }

    #[test]
    fn a_line_beyond_the_limit_is_cut_and_told() {
        let raw = format!("NOTE:{}\n {}\nB:1\n", "x".repeat(MAX_FIELD - 10), "y".repeat(100));
        let lines: Vec<Folded> = Lines::new(raw.as_bytes()).collect();
        assert_eq!((lines.len(), lines[0].is_long, lines[1].is_long), (2, true, false));
        let photo = format!("PHOTO;BASE64:\n {}\nB:1\n", "y".repeat(MAX_FIELD * 2));
        assert!(Lines::new(photo.as_bytes()).all(|line| !line.is_long));
    }
}
