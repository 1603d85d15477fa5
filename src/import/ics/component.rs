//! Where components begin and end in a calendar file, whatever else stands there.

use crate::import::content_line::{ContentLine, Folded, Lines};
use crate::import::source::{MAX_COLUMNS, MAX_FIELD};

/// How many components may stand in one another; a deeper one is taken for text.
const DEEPEST: usize = 32;

/// One component.
#[derive(Debug, Clone, Default)]
pub(super) struct Component {
    /// What it is, in upper case.
    pub name: String,
    /// The line it begins on.
    pub line: u64,
    /// Where it starts in the file.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its content lines, without those of the components in it.
    pub lines: Vec<ContentLine>,
    /// Lines that are none.
    pub odd: Vec<(u64, String)>,
    /// The line of a field beyond the limit, and its name.
    pub long: Option<(u64, String)>,
    /// Whether it has more lines than a record may have columns; what is beyond is left out.
    pub is_crowded: bool,
    /// The components in it, such as alarms.
    pub parts: Vec<Component>,
    /// Whether its end was found.
    pub is_whole: bool,
    /// Whether the calendar that it stands in takes back what it names.
    pub is_taken_back: bool,
}

impl Component {
    /// Whether it is an event or a to-do.
    pub fn is_item(&self) -> bool {
        matches!(self.name.as_str(), "VEVENT" | "VTODO")
    }

    /// The first content line of this name.
    pub fn first(&self, name: &str) -> Option<&ContentLine> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// All content lines of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a ContentLine> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    fn add(&mut self, line: &Folded) {
        self.end = line.end;
        if line.bytes.trim_ascii().is_empty() {
            return;
        }
        if self.lines.len() + self.odd.len() >= MAX_COLUMNS {
            self.is_crowded = true;
            return;
        }
        let parsed = ContentLine::parse(line.line, &line.bytes);
        if line.is_long {
            let name = parsed.map_or_else(String::new, |parsed| parsed.name);
            self.long = self.long.take().or(Some((line.line, name)));
            return;
        }
        if let Some(parsed) = parsed {
            self.lines.push(parsed);
        } else {
            let bytes = line.bytes.get(..line.bytes.len().min(MAX_FIELD)).unwrap_or_default();
            self.odd.push((line.line, String::from_utf8_lossy(bytes).into_owned()));
        }
    }
}

/// What a file holds of components.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Events and to-dos, also those without an end, in their order.
    pub items: Vec<Component>,
    /// Time zones.
    pub zones: Vec<Component>,
    /// Lines on which something begins that is none of these.
    pub others: Vec<u64>,
}

impl Found {
    /// Everything in the bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let mut open: Vec<Component> = Vec::new();
        for line in joined(bytes) {
            match mark(&line.bytes) {
                Some((true, name)) if open.len() < DEEPEST => {
                    if matches!(name.as_str(), "VEVENT" | "VTODO") {
                        // An item never stands in an item: the end of the first is lost.
                        while open.iter().any(Component::is_item) {
                            found.close(&mut open, false);
                        }
                    }
                    let (start, end) = (line.start, line.end);
                    open.push(Component { name, line: line.line, start, end, ..Component::default() });
                }
                Some((false, name)) if open.iter().any(|one| one.name == name) => {
                    while open.last().is_some_and(|one| one.name != name) {
                        found.close(&mut open, false);
                    }
                    if let Some(last) = open.last_mut() {
                        last.end = line.end;
                    }
                    found.close(&mut open, true);
                }
                _ => {
                    if let Some(last) = open.last_mut() {
                        last.add(&line);
                    }
                }
            }
        }
        while !open.is_empty() {
            found.close(&mut open, false);
        }
        found.items.sort_by_key(|item| item.line);
        found.others.sort_unstable();
        found
    }

    /// Closes the innermost component and puts it where it belongs.
    fn close(&mut self, open: &mut Vec<Component>, is_whole: bool) {
        let Some(done) = open.pop() else { return };
        let done = Component { is_whole, ..done };
        if let Some(outer) = open.last_mut() {
            outer.end = done.end;
        }
        match (done.name.as_str(), open.last_mut()) {
            ("VEVENT" | "VTODO", _) => self.items.push(done),
            ("VTIMEZONE", _) => self.zones.push(done),
            (_, Some(outer)) if outer.is_item() || outer.name == "VTIMEZONE" => outer.parts.push(done),
            ("VCALENDAR", _) => {
                let method = done.first("METHOD").map(|line| line.value.trim_ascii());
                if method.is_some_and(|method| method.eq_ignore_ascii_case(b"CANCEL")) {
                    let own = self.items.iter_mut().filter(|item| item.start >= done.start);
                    own.for_each(|item| item.is_taken_back = true);
                }
            }
            _ => self.others.push(done.line),
        }
    }
}

/// The lines of a file; a blank line does not cut one whose rest comes behind it.
fn joined(bytes: &[u8]) -> Vec<Folded<'_>> {
    let mut lines: Vec<Folded> = Vec::new();
    for line in Lines::new(bytes).filter(|line| !line.bytes.trim_ascii().is_empty()) {
        let rest = line.bytes.strip_prefix(b" ").or_else(|| line.bytes.strip_prefix(b"\t"));
        match (rest, lines.last_mut()) {
            (Some(rest), Some(last)) if last.bytes.len() + rest.len() <= MAX_FIELD => {
                last.bytes.to_mut().extend_from_slice(rest);
                last.end = line.end;
            }
            _ => lines.push(line),
        }
    }
    lines
}

/// Whether a line begins (true) or ends (false) a component, and which.
pub(super) fn mark(bytes: &[u8]) -> Option<(bool, String)> {
    // No component has a longer name: others are not looked at.
    let text = std::str::from_utf8(bytes.trim_ascii()).ok().filter(|text| text.len() <= 64)?;
    let (word, name) = text.split_once(':')?;
    let name = name.trim().to_ascii_uppercase();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_begin = word.trim().eq_ignore_ascii_case("BEGIN");
    (is_name && (is_begin || word.trim().eq_ignore_ascii_case("END"))).then_some((is_begin, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_wherever_they_stand() {
        for (raw, told) in [
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR", "2 VEVENT [UID] 0 true"),
            ("begin:vevent\nUID:a\nend:vevent\n", "1 VEVENT [UID] 0 true"),
            ("BEGIN:VEVENT\nBEGIN:VALARM\nACTION:x\nEND:VALARM\nUID:a\nEND:VEVENT", "1 VEVENT [UID] 1 true"),
            ("BEGIN:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT", "1 VEVENT [] 0 false; 2 VEVENT [UID] 0 true"),
            ("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nEND:VCALENDAR", "2 VTODO [UID] 0 false"),
            ("BEGIN:X\nBEGIN:VEVENT\nEND:VEVENT\nEND:X", "2 VEVENT [] 0 true"),
            ("END:VEVENT\nUID:a\nBEGIN:V\n", ""),
        ] {
            let one = |item: &Component| {
                let names: Vec<&str> = item.lines.iter().map(|line| line.name.as_str()).collect();
                let (parts, whole) = (item.parts.len(), item.is_whole);
                format!("{} {} [{}] {parts} {whole}", item.line, item.name, names.join(" "))
            };
            let found: Vec<String> = Found::of(raw.as_bytes()).items.iter().map(one).collect();
            assert_eq!(found.join("; "), told, "{raw}");
        }
    }

    #[test]
    fn a_tower_of_components_is_bounded() {
        let raw = "BEGIN:X\n".repeat(100_000);
        assert_eq!(Found::of(raw.as_bytes()).others.len(), DEEPEST);
    }
}
