//! Content lines, of which vCard and iCalendar are made: `group.NAME;PARAM=value:value`, folded and encoded.

mod fold;
mod text;

pub(super) use fold::{Folded, Lines};
pub(super) use text::{Charset, split, unescape};
pub use text::{escape, fold};

/// What a parameter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Param {
    /// Its name in upper case; `TYPE` or `ENCODING` for a bare word of vCard 2.1.
    pub name: String,
    /// Its values, freed of their quotes.
    pub values: Vec<String>,
}

/// One content line, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// The number of its first line.
    pub line: u64,
    /// What stands before the dot, in lower case.
    pub group: Option<String>,
    /// Its name in upper case.
    pub name: String,
    /// Its parameters.
    pub params: Vec<Param>,
    /// What stands behind the colon, still encoded and escaped.
    pub value: Vec<u8>,
}

impl ContentLine {
    /// Takes an unfolded line apart; nothing where it is none.
    pub fn parse(line: u64, bytes: &[u8]) -> Option<Self> {
        let (head, value) = halves(bytes)?;
        let head = String::from_utf8_lossy(head);
        let mut parts = outside_quotes(head.trim(), ';').into_iter();
        let full = parts.next()?.trim();
        let (group, name) = match full.rsplit_once('.') {
            Some((group, name)) => (Some(group.to_lowercase()), name),
            None => (None, full),
        };
        let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        let params = parts.map(str::trim).filter(|part| !part.is_empty()).map(param).collect();
        Some(Self { line, group, name: name.to_uppercase(), params, value: value.to_vec() })
    }

    /// All values of the parameters of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.params.iter().filter(move |param| param.name == name);
        named.flat_map(|param| param.values.iter().map(String::as_str))
    }

    /// Whether one of the values of a parameter is this, whatever the case.
    pub fn says(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one.eq_ignore_ascii_case(value))
    }

    /// Whether the value is quoted-printable.
    pub fn is_quoted(&self) -> bool {
        self.says("ENCODING", "QUOTED-PRINTABLE")
    }

    /// Whether the value is bytes in base64.
    pub fn is_binary(&self) -> bool {
        self.says("ENCODING", "B") || self.says("ENCODING", "BASE64")
    }
}

/// What stands before and behind the first colon outside of quotes; where a quote stays open, the first of all.
fn halves(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut is_quoted = false;
    let outside = bytes.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b':' && !is_quoted
    });
    let at = outside.or_else(|| bytes.iter().position(|byte| *byte == b':'))?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}

fn outside_quotes(text: &str, sign: char) -> Vec<&str> {
    let mut is_quoted = false;
    text.split(|one| {
        is_quoted ^= one == '"';
        one == sign && !is_quoted
    })
    .collect()
}

fn param(text: &str) -> Param {
    let Some((name, values)) = text.split_once('=') else {
        let encodings = ["QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"];
        let is_encoding = encodings.iter().any(|one| text.eq_ignore_ascii_case(one));
        let name = if is_encoding { "ENCODING" } else { "TYPE" };
        return Param { name: name.to_owned(), values: vec![text.to_owned()] };
    };
    let bare = |value: &str| uncaret(value.trim().trim_matches('"'));
    let mut values: Vec<String> = outside_quotes(values, ',').into_iter().map(bare).collect();
    let name = name.trim().to_uppercase();
    if name == "TYPE" {
        // TYPE="work,voice" means the same as TYPE=work,voice.
        values = values.iter().flat_map(|value| value.split(',')).map(|one| one.trim().to_owned()).collect();
    }
    Param { name, values }
}

/// A parameter's value freed of its carets (RFC 6868).
fn uncaret(value: &str) -> String {
    let plain = |part: &str| part.replace("^n", "\n").replace("^'", "\"");
    value.split("^^").map(plain).collect::<Vec<_>>().join("^")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart() {
        for (raw, group, name, params, value) in [
            ("FN:张平", "", "FN", "", "张平"),
            (
                "item1.email;type=INTERNET;type=pref:a@b.c",
                "item1",
                "EMAIL",
                "TYPE=INTERNET TYPE=pref",
                "a@b.c",
            ),
            ("TEL;CELL;PREF:1", "", "TEL", "TYPE=CELL TYPE=PREF", "1"),
            ("N;quoted-printable:=41", "", "N", "ENCODING=quoted-printable", "=41"),
            ("TEL;TYPE=\"work,cell\":tel:+1;ext=2", "", "TEL", "TYPE=work|cell", "tel:+1;ext=2"),
            ("ADR;LABEL=\"a: b; c\":x", "", "ADR", "LABEL=a: b; c", "x"),
            ("ADR;LABEL=say ^'hi^'^n:x", "", "ADR", "LABEL=say \"hi\"\n", "x"),
            ("X-A;P=\"open:x", "", "X-A", "P=open", "x"),
            ("NOTE:", "", "NOTE", "", ""),
        ] {
            let line = ContentLine::parse(7, raw.as_bytes()).unwrap();
            let told: Vec<String> =
                line.params.iter().map(|one| format!("{}={}", one.name, one.values.join("|"))).collect();
            assert_eq!((line.group.as_deref().unwrap_or(""), line.name.as_str()), (group, name), "{raw}");
            assert_eq!((told.join(" ").as_str(), line.value.as_slice()), (params, value.as_bytes()), "{raw}");
        }
        for raw in ["", "no colon", ":x", "a b:c", "姓名:张", ".:x"] {
            assert_eq!(ContentLine::parse(1, raw.as_bytes()), None, "{raw}");
        }
    }
}
