//! Where cards begin and end in a file, whatever else stands there.

use crate::import::content_line::{ContentLine, Folded, Lines};
use crate::import::reason::Reason;
use crate::import::source::{MAX_COLUMNS, MAX_FIELD};

/// One card.
#[derive(Debug, Default)]
pub(super) struct Card {
    /// The line it begins on.
    pub line: u64,
    /// Where it starts in the file.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its content lines, without the first and the last.
    pub lines: Vec<ContentLine>,
    /// Lines that are none.
    pub odd: Vec<(u64, String)>,
    /// The line of a field beyond the limit, and its name.
    pub long: Option<(u64, String)>,
    /// Whether it has more lines than a record may have columns; what is beyond is left out.
    pub is_crowded: bool,
    /// How many cards are open inside it.
    depth: usize,
}

/// What a file holds, piece by piece.
pub(super) enum Piece {
    /// A whole card.
    Card(Card),
    /// What cannot be taken: its first line, why, and from where to where it goes.
    Broken(u64, Reason, usize, usize),
}

/// The cards of a file.
pub(super) struct Cards<'a> {
    lines: Lines<'a>,
    open: Option<Card>,
    stray: Option<(u64, usize, usize)>,
    ready: Option<Piece>,
}

enum Mark {
    Begin,
    End,
}

impl<'a> Cards<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { lines: Lines::new(bytes), open: None, stray: None, ready: None }
    }

    /// A line outside of all cards.
    fn outside(&mut self, line: &Folded) -> Option<Piece> {
        match mark(&line.bytes) {
            Some(Mark::Begin) => {
                self.begin(line);
                self.strayed()
            }
            _ if line.bytes.trim_ascii().is_empty() => None,
            _ => {
                let (first, start, _) = self.stray.unwrap_or((line.line, line.start, 0));
                self.stray = Some((first, start, line.end));
                None
            }
        }
    }

    fn begin(&mut self, line: &Folded) {
        self.lines.keeps_blank = false;
        self.open = Some(Card { line: line.line, start: line.start, end: line.end, ..Card::default() });
    }

    fn strayed(&mut self) -> Option<Piece> {
        let (line, start, end) = self.stray.take()?;
        Some(Piece::Broken(line, Reason::OutsideCard, start, end))
    }

    /// A line inside a card.
    fn inside(&mut self, mut card: Card, line: &Folded) -> Option<Piece> {
        match mark(&line.bytes) {
            Some(Mark::Begin) if !card.awaits_another() => {
                self.begin(line);
                return Some(card.without_end());
            }
            Some(Mark::Begin) => card.depth += 1,
            Some(Mark::End) if card.depth == 0 => {
                card.end = line.end;
                return Some(Piece::Card(card));
            }
            Some(Mark::End) => card.depth -= 1,
            None => card.add(line),
        }
        card.end = line.end;
        self.lines.keeps_blank = card.is_old();
        self.open = Some(card);
        None
    }
}

impl Iterator for Cards<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(piece) = self.ready.take() {
            return Some(piece);
        }
        while let Some(line) = self.lines.next() {
            let piece = match self.open.take() {
                Some(card) => self.inside(card, &line),
                None => self.outside(&line),
            };
            if piece.is_some() {
                return piece;
            }
        }
        let open = self.open.take().map(Card::without_end);
        open.or_else(|| self.strayed())
    }
}

impl Card {
    fn without_end(self) -> Piece {
        Piece::Broken(self.line, Reason::NoEnd, self.start, self.end)
    }

    /// Whether a card may begin inside this one: vCard 2.1 writes that of an agent there.
    fn awaits_another(&self) -> bool {
        let last = self.lines.last().filter(|line| line.name == "AGENT");
        last.is_some_and(|line| line.value.trim_ascii().is_empty()) && self.depth == 0
    }

    /// Whether it is of version 2.1.
    fn is_old(&self) -> bool {
        self.lines.iter().take(3).any(|line| line.name == "VERSION" && line.value.trim_ascii() == b"2.1")
    }

    fn add(&mut self, line: &Folded) {
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
        match (parsed, self.lines.last_mut()) {
            (_, Some(agent)) if self.depth > 0 => {
                if agent.value.len() + line.bytes.len() < MAX_FIELD {
                    agent.value.extend_from_slice(&line.bytes);
                    agent.value.push(b'\n');
                }
            }
            (Some(parsed), _) => self.lines.push(parsed),
            (None, _) => self.odd.push((line.line, String::from_utf8_lossy(&line.bytes).into_owned())),
        }
    }
}

fn mark(bytes: &[u8]) -> Option<Mark> {
    let bytes = bytes.trim_ascii();
    // The longest of them is eleven bytes: others are not looked at.
    let text = std::str::from_utf8(bytes).ok().filter(|_| bytes.len() <= 16)?.to_ascii_uppercase();
    let (word, what) = text.split_once(':')?;
    match (word.trim_end(), what.trim()) {
        ("BEGIN", "VCARD") => Some(Mark::Begin),
        ("END", "VCARD") => Some(Mark::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_and_what_is_broken_are_told_apart() {
        for (raw, told) in [
            ("BEGIN:VCARD\nFN:a\nEND:VCARD\n\nbegin:vCard\r\nFN:b\r\nend:vcard", "1 FN []; 5 FN []"),
            ("BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\n", "1 no-end; 3 FN []"),
            ("BEGIN:VCARD\nFN:a\n", "1 no-end"),
            ("junk\nmore\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD", "1 outside-card; 3  []; 5 outside-card"),
            ("BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:x\nEND:VCARD\nFN:a\nEND:VCARD", "1 AGENT FN []"),
            (
                "BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:x\nEND:VCARD\nBEGIN:VCARD\nFN:b\nEND:VCARD",
                "1 no-end; 6 FN []",
            ),
            ("BEGIN:VCARD\nFN:a\nwhat\nEND:VCARD", "1 FN [3]"),
        ] {
            let one = |piece| match piece {
                Piece::Card(card) => {
                    let names: Vec<&str> = card.lines.iter().map(|line| line.name.as_str()).collect();
                    let odd: Vec<u64> = card.odd.iter().map(|(line, _)| *line).collect();
                    format!("{} {} {odd:?}", card.line, names.join(" "))
                }
                Piece::Broken(line, reason, ..) => format!("{line} {}", reason.code()),
            };
            let pieces: Vec<String> = Cards::new(raw.as_bytes()).map(one).collect();
            assert_eq!(pieces.join("; "), told, "{raw}");
        }
    }
}
