//! The first screen of a new book: how to begin, how to get help and how to leave, before any key is pressed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::lang::{Word, start as word};
use crate::tui::binding;
use crate::tui::command::Place;
use crate::tui::paint::Paint;
use crate::tui::shape::text;

/// What is pressed for each way to begin, and what comes of it.
const BEGIN: &[(&[(Place, &str)], Word)] = &[
    (&[(Place::Today, "capture")], word::LINE),
    (&[(Place::Today, "new")], word::TODO),
    (&[(Place::Today, "accounts"), (Place::Accounts, "new")], word::ACCOUNT),
    (&[(Place::Today, "funnel"), (Place::Funnel, "new")], word::DEAL),
];
/// What is done by the shell: why, and the line that is typed there.
const SHELL: &[(Word, Word)] = &[(word::LISTS, word::IMPORT), (word::SAMPLE, word::TRY)];
/// What is good to know.
const KNOW: &[(&[(Place, &str)], Word)] = &[
    (&[(Place::Today, "help")], word::HELP),
    (&[(Place::Today, "palette")], word::PALETTE),
    (&[(Place::Today, "language")], word::LANGUAGE),
    (&[(Place::Today, "quit")], word::LEAVE),
];
/// Columns of the keys.
const KEYS: u16 = 21;

/// Draws it; `book` is where the book lies.
pub fn view(book: &str, area: Rect, buf: &mut Buffer, paint: &Paint) {
    let (lang, theme) = (paint.lang, &paint.theme);
    text::put(buf, area, (2, 0), word::TITLE.text(lang), theme.strong);
    let mut y = rows(BEGIN, area, buf, 2, paint) + 1;
    for (why, line) in SHELL {
        text::put(buf, area, (2, y), why.text(lang), theme.dim);
        let leave = word::LEAVE_FOR.fill(lang, &[&label(Place::Today, "quit")]);
        let x = text::put(buf, area, (4, y + 1), &leave, theme.dim) + 1;
        text::put(buf, area, (x, y + 1), line.text(lang), theme.key);
        y += 2;
    }
    y = rows(KNOW, area, buf, y + 1, paint) + 1;
    let room = usize::from(area.width.saturating_sub(4));
    let told = if book.is_empty() { String::new() } else { word::BOOK.fill(lang, &[&book]) };
    for (line, y) in text::wrap(&told, room).iter().zip(y..area.height) {
        text::put(buf, area, (2, y), line, theme.dim);
    }
}

/// Draws keys with what they do; gives the row after them.
fn rows(all: &[(&[(Place, &str)], Word)], area: Rect, buf: &mut Buffer, y: u16, paint: &Paint) -> u16 {
    for ((keys, told), y) in all.iter().zip(y..) {
        let labels: Vec<String> = keys.iter().map(|(place, line)| label(*place, line)).collect();
        let pressed = match labels.as_slice() {
            [first, then] => word::THEN.fill(paint.lang, &[first, then]),
            other => word::PRESS.fill(paint.lang, &[&other.concat()]),
        };
        text::put(buf, area, (2, y), &pressed, paint.theme.key);
        text::put(buf, area, (KEYS, y), told.text(paint.lang), paint.theme.dim);
    }
    y.saturating_add(u16::try_from(all.len()).unwrap_or(0))
}

/// The key that says a line in a place.
fn label(place: Place, line: &str) -> String {
    let found = binding::of_place(place).into_iter().find(|one| one.line == line);
    found.map(binding::Binding::label).unwrap_or_default()
}
