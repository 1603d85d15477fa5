//! How a form is drawn: labels at the left, fields at the right, the field under the cursor always in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::TextArea;

use super::super::motion::follow;
use super::super::strip;
use super::super::text::{self, Align};
use super::Form;
use super::field::{Body, Field, OFFERED};
use crate::tui::theme::Theme;

/// Rows of a note.
const NOTE: u16 = 4;

impl Form {
    /// Draws the form; gives the place of the cursor, where text is typed.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<Position> {
        let area = area.intersection(buf.area);
        let longest = self.fields.iter().map(|field| text::width(&field.spec.label) + 1).max().unwrap_or(0);
        let label = longest.min(usize::from(area.width) / 3);
        let heights: Vec<u16> =
            self.fields.iter().enumerate().map(|(at, field)| field.rows(at == self.at)).collect();
        let above = |at: usize| heights.iter().take(at).map(|rows| usize::from(*rows)).sum::<usize>();
        let page = usize::from(area.height);
        // The last row of the field must be in sight, and then its first.
        let top = follow(0, above(self.at + 1).saturating_sub(1), page).min(above(self.at));
        let (mut cursor, mut first) = (None, 0);
        for (at, field) in self.fields.iter().enumerate() {
            let next = above(at + 1);
            if first >= top && first < top + page {
                let y = u16::try_from(first - top).unwrap_or(0);
                let place = Rect { y: area.y + y, height: area.height - y, ..area };
                let here = field.view(place, buf, label, at == self.at, theme);
                cursor = if at == self.at { here } else { cursor };
            }
            first = next;
        }
        cursor
    }
}

impl Field {
    fn body_rows(&self) -> u16 {
        if matches!(self.body, Body::Note(_)) { NOTE } else { 1 }
    }

    /// What helps while the field is filled in.
    fn hint(&self) -> String {
        if let Body::Cells(cells) = &self.body { cells.hint() } else { self.spec.hint.clone() }
    }

    fn offered(&self) -> u16 {
        match &self.body {
            Body::Link { offered, .. } | Body::Links { offered, .. } => {
                u16::try_from(offered.len().min(OFFERED)).unwrap_or(0)
            }
            _ => 0,
        }
    }

    fn rows(&self, here: bool) -> u16 {
        let below = self.fault.is_some() || self.warning.is_some() || (here && !self.hint().is_empty());
        self.body_rows() + if here { self.offered() } else { 0 } + u16::from(below)
    }

    fn view(
        &self,
        area: Rect,
        buf: &mut Buffer,
        label: usize,
        here: bool,
        theme: &Theme,
    ) -> Option<Position> {
        let mark = if here { theme.glyphs.gutter } else { " " };
        text::put(buf, area, (0, 0), mark, theme.gutter);
        let name = format!("{}{}", self.spec.label, if self.spec.required { "*" } else { "" });
        let style = if here { theme.strong } else { theme.label };
        text::put(buf, area, (1, 0), &text::pad(&name, label, Align::Left, theme.glyphs.cut), style);
        let left = u16::try_from(label + 2).unwrap_or(u16::MAX).min(area.width);
        let place = Rect { x: area.x + left, width: area.width - left, ..area };
        let cursor = self.body(place, buf, here, theme);
        let mut y = self.body_rows();
        if here {
            self.view_offered(place, buf, theme);
            y += self.offered();
        }
        let hint = self.hint();
        let below = match (&self.fault, &self.warning) {
            (Some(fault), _) => (fault.as_str(), theme.bad),
            (None, Some(warning)) => (warning.as_str(), theme.warn),
            _ if here => (hint.as_str(), theme.dim),
            _ => ("", theme.dim),
        };
        // What is too long to stand below the field begins at the left.
        let is_long = here && text::width(below.0) > usize::from(place.width);
        let place =
            if is_long { Rect { x: area.x + 3, width: area.width.saturating_sub(3), ..area } } else { place };
        let shown = text::cut(below.0, usize::from(place.width), theme.glyphs.cut);
        text::put(buf, place, (0, y), &shown, below.1);
        cursor.filter(|_| here)
    }

    fn body(&self, area: Rect, buf: &mut Buffer, here: bool, theme: &Theme) -> Option<Position> {
        let row = Rect { height: area.height.min(1), ..area };
        match &self.body {
            Body::Text(line) | Body::Value(line) => line.view(row, buf, theme.field),
            Body::Link { line, .. } | Body::Links { line, .. } => {
                let cursor = line.view(row, buf, theme.field);
                // That something can be chosen is seen before the cursor comes here.
                if !here && line.text().is_empty() {
                    text::put(buf, row, (0, 0), theme.glyphs.open, theme.dim);
                }
                cursor
            }
            Body::Date { line, preview, .. } => {
                let aside = u16::try_from(text::width(preview)).unwrap_or(0).min(row.width / 2);
                let cursor = line.view(Rect { width: row.width - aside, ..row }, buf, theme.field);
                let shown = text::cut(preview, usize::from(aside), theme.glyphs.cut);
                text::put(buf, row, (row.width - aside, 0), &shown, theme.good);
                cursor
            }
            Body::Choice { options, on, .. } => {
                let marked = options
                    .iter()
                    .enumerate()
                    .map(|(at, (_, label))| (label.as_str(), *on == Some(at), false));
                options_view(row, buf, marked, theme)
            }
            Body::Set { options, on, at, .. } => {
                let marks = options.iter().zip(on).enumerate();
                let marked: Vec<_> = marks
                    .map(|(number, ((_, label), on))| {
                        let tick = if *on { theme.glyphs.ticked } else { theme.glyphs.unticked };
                        (format!("{tick} {label}"), here && number == *at)
                    })
                    .collect();
                options_view(
                    row,
                    buf,
                    marked.iter().map(|(label, under)| (label.as_str(), false, *under)),
                    theme,
                )
            }
            Body::Cells(cells) => cells.view(row, buf, here, theme),
            Body::Note(note) => note_view(note, Rect { height: area.height.min(NOTE), ..area }, buf),
        }
    }

    fn view_offered(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let (Body::Link { offered, at, .. } | Body::Links { offered, at, .. }) = &self.body else { return };
        // Before a letter is typed, none of them is under the cursor.
        let top = follow(0, if *at < offered.len() { *at } else { 0 }, OFFERED);
        for ((number, (_, shown)), y) in offered.iter().enumerate().skip(top).take(OFFERED).zip(1..) {
            let under = number == *at;
            let mark = if under { theme.glyphs.gutter } else { " " };
            text::put(buf, area, (0, y), mark, theme.gutter);
            let style = if under { theme.under } else { Style::new() };
            let room = usize::from(area.width.saturating_sub(2));
            let aside = self.asides.get(number).map(String::as_str).unwrap_or_default();
            let aside = text::cut(aside, room * 3 / 5, theme.glyphs.cut);
            let taken = if aside.is_empty() { 0 } else { text::width(&aside) + 2 };
            let shown = text::cut(shown, room.saturating_sub(taken), theme.glyphs.cut);
            text::put(buf, area, (2, y), &shown, style);
            let from = area.width.saturating_sub(u16::try_from(text::width(&aside)).unwrap_or(0));
            text::put(buf, area, (from, y), &aside, theme.dim);
        }
    }
}

/// Options in one row, as many as fit around the one that is on or under the cursor.
fn options_view<'a>(
    area: Rect,
    buf: &mut Buffer,
    options: impl Iterator<Item = (&'a str, bool, bool)>,
    theme: &Theme,
) -> Option<Position> {
    let options: Vec<_> = options.collect();
    let piece = |(label, on, under): &(&str, bool, bool)| {
        let style = match (on, under) {
            (true, _) => theme.on,
            (_, true) => theme.under,
            _ => theme.dim,
        };
        // Brackets too, so that the choice is seen without any style.
        let (open, close) = if *on { ("[", "]") } else { (" ", " ") };
        (format!("{open}{label}{close}"), style)
    };
    let pieces: Vec<_> = options.iter().map(piece).collect();
    let at = options.iter().position(|(_, on, under)| *on || *under).unwrap_or(0);
    let x = strip::view(area, buf, &pieces, at, theme);
    let is_under = options.get(at).is_some_and(|(.., under)| *under);
    is_under.then(|| Position { x: area.x.saturating_add(x), y: area.y })
}

fn note_view(note: &TextArea<'static>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    note.render(area, buf);
    let (top, left) = note.scroll_offset();
    let cursor = note.screen_cursor();
    let x = u16::try_from(cursor.col).ok()?.checked_sub(left)?;
    let y = u16::try_from(cursor.row).ok()?.checked_sub(top)?;
    let (x, y) = (x.min(area.width - 1), y.min(area.height - 1));
    Some(Position { x: area.x + x, y: area.y + y })
}
