//! The output: buffered, cleaned, coloured only where a terminal reads it, and quiet when nobody does.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::trouble::Trouble;
use crate::domain::clean;

/// What a stretch of text is, so that a terminal may show it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A heading.
    Head,
    /// What matters less.
    Faint,
    /// What is wrong.
    Alarm,
    /// What is right.
    Good,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Head => "1",
            Self::Faint => "2",
            Self::Alarm => "31",
            Self::Good => "32",
        }
    }
}

/// Where a command writes what it found.
pub struct Page<'a> {
    out: io::BufWriter<Box<dyn Write + 'a>>,
    /// How wide a line may be, in cells; nothing for any width.
    pub width: Option<usize>,
    /// Whether signs of ambiguous width take two cells.
    pub is_wide: bool,
    is_coloured: bool,
}

impl<'a> Page<'a> {
    /// A page over any writer.
    pub fn over(out: impl Write + 'a, width: Option<usize>, is_coloured: bool, is_wide: bool) -> Self {
        let out: Box<dyn Write + 'a> = Box::new(out);
        Self { out: io::BufWriter::with_capacity(1 << 16, out), width, is_wide, is_coloured }
    }

    /// Writes a line; line ends inside it stay, every other control sign becomes visible.
    pub fn line(&mut self, text: &str) -> Result<(), Trouble> {
        let text = visible(text);
        Ok(writeln!(self.out, "{}", text.trim_end())?)
    }

    /// Writes a line that stands out in a style.
    pub fn styled(&mut self, style: Style, text: &str) -> Result<(), Trouble> {
        let text = self.paint(style, visible(text).trim_end());
        Ok(writeln!(self.out, "{text}")?)
    }

    /// The text with its style; cleaned already.
    pub fn paint(&self, style: Style, text: &str) -> String {
        if self.is_coloured { format!("\u{1b}[{}m{text}\u{1b}[0m", style.code()) } else { text.to_owned() }
    }

    /// Writes text as it is: cleaned and painted before.
    pub fn raw(&mut self, text: &str) -> Result<(), Trouble> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Writes what another program is to read: as it is, but for what a terminal would obey.
    pub fn data(&mut self, text: &str) -> Result<(), Trouble> {
        self.raw(&clean::clean_kept(text))
    }

    /// Writes one JSON document.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Trouble> {
        self.part(value)?;
        self.raw("\n")
    }

    /// Writes a piece of a JSON document.
    pub fn part(&mut self, value: &impl Serialize) -> Result<(), Trouble> {
        escaped(value, &mut self.out)
    }

    /// Writes out what is held back.
    pub fn finish(&mut self) -> Result<(), Trouble> {
        Ok(self.out.flush()?)
    }
}

/// Writes a value as JSON that can be printed.
pub fn escaped(value: &impl Serialize, out: &mut impl Write) -> Result<(), Trouble> {
    value.serialize(&mut Serializer::with_formatter(out, Escaped))?;
    Ok(())
}

impl Write for Page<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// JSON whose texts can be printed: what a terminal would obey is escaped.
struct Escaped;

impl Formatter for Escaped {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        // Most texts are plain, and a check of bytes is quicker than one of characters.
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return out.write_all(text.as_bytes());
        }
        let mut rest = text;
        while let Some(at) = rest.find(is_obeyed) {
            let (before, after) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            let mut signs = after.chars();
            for unit in signs.next().unwrap_or_default().encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = signs.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}

/// Whether a terminal may do something else with a sign than show it.
fn is_obeyed(sign: char) -> bool {
    match sign {
        ' '..='~' | '\u{2e80}'..='\u{d7ff}' => false,
        _ => {
            !clean::is_clean(sign.encode_utf8(&mut [0; 4]))
                && (!sign.is_whitespace() || matches!(sign, '\u{2028}' | '\u{2029}'))
                || sign.is_control()
        }
    }
}

/// The text with every sign made visible that a terminal would obey; line ends stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|sign| sign == '\n' || !sign.is_control()) && text.lines().all(clean_inside) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Cow<str>> = text.split('\n').map(clean_kept).collect();
    Cow::Owned(lines.join("\n"))
}

fn clean_inside(line: &str) -> bool {
    clean::is_clean(line.trim())
}

/// A line cleaned, with the blanks it begins with.
fn clean_kept(line: &str) -> Cow<'_, str> {
    let body = line.trim_start_matches(' ');
    let blanks = line.len() - body.len();
    Cow::Owned(format!("{}{}", " ".repeat(blanks), clean::clean_line(body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(work: impl FnOnce(&mut Page)) -> String {
        let mut out = Vec::new();
        let mut page = Page::over(&mut out, None, false, false);
        work(&mut page);
        page.finish().unwrap();
        drop(page);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_sign_that_a_terminal_obeys_is_written() {
        let nasty = "  张\u{1b}[2J平\u{202e}\u{9b}x  \n  next";
        assert_eq!(written(|page| page.line(nasty).unwrap()), "  张␛[2J平\u{fffd}x\n  next\n");
        assert_eq!(
            written(|page| page.json(&nasty).unwrap()),
            "\"  张\\u001b[2J平\\u202e\\u009bx  \\n  next\"\n"
        );
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        let plain = "  上海 – é ※ “x”";
        assert_eq!(written(|page| page.line(plain).unwrap()), format!("{plain}\n"));
        assert_eq!(
            written(|page| page.json(&plain).unwrap()),
            format!("\"{}\"\n", plain.replace('"', "\\\""))
        );
        assert_eq!(written(|page| page.styled(Style::Alarm, "x").unwrap()), "x\n");
    }
}
