//! One line that becomes a visit or a to-do: what is understood of it is shown while it is typed.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::command::Place;
use super::overlay::Overlay;
use super::paint::Paint;
use super::shape::line::Line;
use super::shape::overlay::{centred, overlay};
use super::shape::text;
use crate::action::capture::{Memo, Reading, read, remark, turned};
use crate::action::{Action, repeat};
use crate::domain::capture::Kind;
use crate::domain::choice::Choice;
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::todo::{Priority, TodoKind};
use crate::domain::visit::VisitType;
use crate::lang::{Lang, Word, capture as word, choice, cockpit};

/// How many rows of chips are shown.
const ROWS: u16 = 5;

/// A line under capture.
pub struct Capture {
    /// The line.
    pub line: Line,
    reading: Option<Reading>,
    memo: Memo,
    about: Option<(Noun, i64)>,
    /// Why Enter did not take the line.
    refused: Option<String>,
}

impl Cockpit {
    /// Opens the line, with what was typed and left before; the record in view is linked.
    pub(super) fn open_capture(&mut self) {
        let chosen = self.chosen();
        let deal = chosen.record.filter(|(noun, _)| *noun == Noun::Opp);
        let account = chosen.record.filter(|(noun, _)| *noun == Noun::Account);
        let of = chosen.account.map(|(no, _)| (Noun::Account, no));
        // What the cursor of a list happens to be on is not what one thinks of.
        let about = match self.place().screen() {
            Place::Deal | Place::Account => deal.or(account).or(of),
            // An account stands there for its contact being due, and for nothing else.
            Place::Today | Place::Calendar => of,
            _ => None,
        };
        // What was left comes back, and gives way to another line that is typed instead.
        let mut line = Line::new(&std::mem::take(&mut self.unsent));
        line.renew(true);
        let capture = Capture { line, reading: None, memo: Memo::default(), about, refused: None };
        self.overlay = Some(Overlay::Capture(Box::new(capture)));
        self.read_capture();
    }

    /// Reads the line again, after a key.
    pub(super) fn read_capture(&mut self) {
        let Some(Overlay::Capture(capture)) = &mut self.overlay else { return };
        let line = capture.line.text();
        match read(&self.store, &self.session.desk, line, capture.about, &capture.memo) {
            Ok(reading) => (capture.reading, capture.refused) = (Some(reading), None),
            Err(fault) => self.fault(fault),
        }
    }

    /// Keeps a line that is left, for the next time.
    pub(super) fn put_aside(&mut self) {
        if let Some(Overlay::Capture(capture)) = &self.overlay {
            capture.line.text().clone_into(&mut self.unsent);
        }
    }

    /// Makes what the line says; a line that is refused stays to be mended.
    pub(super) fn take_capture(&mut self, capture: Box<Capture>) {
        let line = capture.line.text().trim().to_owned();
        if line.is_empty() {
            return;
        }
        match self.apply(&Action::Capture(line, capture.about)) {
            Ok(done) => self.done(&done),
            Err(failure) => {
                self.blame(&failure);
                let told = failure.tell(self.lang());
                let refused =
                    [Some(told.message), told.hint].into_iter().flatten().collect::<Vec<_>>().join(" · ");
                self.overlay =
                    Some(Overlay::Capture(Box::new(Capture { refused: Some(refused), ..*capture })));
            }
        }
    }

    /// Makes the line one of the other kind: a visit a to-do, a to-do a visit.
    pub(super) fn turn_capture(&mut self) {
        let Some(Overlay::Capture(capture)) = &mut self.overlay else { return };
        match turned(&self.store, &self.session.desk, capture.line.text(), capture.about) {
            Ok(line) => capture.line = Line::new(&line),
            Err(fault) => return self.fault(fault),
        }
        self.read_capture();
    }
}

impl Capture {
    /// Draws the line, the chips below it, and the keys.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let (lang, theme) = (paint.lang, &paint.theme);
        let inside = overlay(centred(area, 76, ROWS + 5), buf, word::TITLE.text(lang), theme);
        let room = usize::from(inside.width);
        let row = |y: u16| Rect {
            y: inside.y.saturating_add(y),
            height: 1.min(inside.height.saturating_sub(y)),
            ..inside
        };
        if self.line.text().trim().is_empty() {
            text::put(
                buf,
                row(2),
                (0, 0),
                &text::cut(word::EMPTY.text(lang), room, theme.glyphs.cut),
                theme.dim,
            );
        }
        let mut at = (0, 2);
        for (label, value, style) in self.chips(paint) {
            let value = text::cut(&value, room.saturating_sub(text::width(label) + 2), theme.glyphs.cut);
            let width = u16::try_from(text::width(label) + 1 + text::width(&value)).unwrap_or(u16::MAX);
            if at.0 > 0 && at.0 + width > inside.width {
                at = (0, at.1 + 1);
            }
            if at.1 >= 2 + ROWS {
                break;
            }
            let end = text::put(buf, row(at.1), (at.0, 0), label, theme.label);
            text::put(buf, row(at.1), (end + 1, 0), &value, style);
            at.0 = at.0.saturating_add(width).saturating_add(3);
        }
        let (keys, ink) = match &self.refused {
            Some(refused) => (refused.as_str(), theme.warn),
            None => (word::KEYS.text(lang), theme.dim),
        };
        text::put(buf, row(ROWS + 2), (0, 0), &text::cut(keys, room, theme.glyphs.cut), ink);
        self.line.view(row(0), buf, theme.field)
    }

    /// What the line was taken for: labels and values in the order in which they are read out.
    fn chips(&self, paint: &Paint) -> Vec<(&'static str, String, Style)> {
        let Some(reading) = self.reading.as_ref().filter(|_| !self.line.text().trim().is_empty()) else {
            return Vec::new();
        };
        let (lang, capture) = (paint.lang, &reading.capture);
        let mut chips = Vec::new();
        let mut put = |label: Word, value: Option<String>, style: Style| {
            chips.extend(
                value.filter(|value| !value.is_empty()).map(|value| (label.text(lang), value, style)),
            );
        };
        let (plain, strong) = (Style::new(), paint.theme.strong);
        match capture.kind {
            Kind::Visit(of) => put(
                word::SAID_VISIT,
                Some(choice::label(lang, VisitType::LIST, of.code()).to_owned()),
                strong,
            ),
            Kind::Todo(kind) => put(
                word::SAID_TODO,
                Some(choice::label(lang, TodoKind::LIST, kind.code()).to_owned()),
                strong,
            ),
        }
        let people: Vec<&str> = capture.people.iter().map(|one| one.name.as_str()).collect();
        put(word::WHO, Some(people.join(" · ")), strong);
        for one in &capture.fresh {
            let label = if one.noun == Noun::Account { word::NEW_ACCOUNT } else { word::NEW_PERSON };
            put(label, Some(one.name.clone()), paint.theme.warn);
        }
        put(word::ACCOUNT, reading.account.as_ref().map(|sheet| sheet.name.clone()), plain);
        put(word::DEAL, reading.deal.as_ref().map(|sheet| sheet.name.clone()), plain);
        let when = if capture.is_visit() { word::WHEN } else { word::DUE };
        put(when, capture.when.map(|when| told(when, lang)), strong);
        put(word::LASTS, capture.lasts.map(|minutes| word::MINUTES.fill(lang, &[&minutes])), plain);
        put(word::UNTIL, capture.until.map(|day| told(Moment::on(day), lang)), plain);
        put(word::WHERE, capture.place.clone(), plain);
        put(word::WHAT, capture.what.clone(), plain);
        put(
            word::PRIORITY,
            capture.priority.map(|level| choice::label(lang, Priority::LIST, level.code()).to_owned()),
            plain,
        );
        put(word::TAGS, Some(capture.tags.join(" · ")), plain);
        put(word::AGAIN, capture.recur.map(|rule| repeat::rule(lang, rule)), plain);
        put(word::WAITS, capture.waiting_on.clone(), plain);
        let rest = if capture.is_visit() { word::WHY } else { word::TITLE_OF };
        put(rest, Some(capture.text.clone()), plain);
        for note in &capture.notes {
            chips.push((paint.theme.glyphs.bullet, remark(note, lang), paint.theme.warn));
        }
        for doubt in &capture.doubts {
            let names: Vec<String> =
                doubt.candidates.iter().take(6).map(|one| format!("{} {}", one.no, one.name)).collect();
            let first = doubt.candidates.first().map_or(0, |one| one.no);
            let value = word::DOUBT.fill(lang, &[&doubt.text, &names.join(" · ")]);
            chips.push((paint.theme.glyphs.bullet, value, paint.theme.warn));
            let hint = word::DOUBT_HINT.fill(lang, &[&doubt.text, &first]);
            chips.push((paint.theme.glyphs.bullet, hint, paint.theme.dim));
        }
        chips
    }
}

/// A moment with its weekday: `Thu 2026-11-26 10:00`.
pub(super) fn told(when: Moment, lang: Lang) -> String {
    let mut names = cockpit::WEEKDAYS.text(lang).split(' ');
    let name = names.nth(when.day.weekday().num_days_from_monday() as usize).unwrap_or_default();
    format!("{name} {}", when.to_string().replace('T', " "))
}
