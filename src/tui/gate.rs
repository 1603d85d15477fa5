//! A gate that has not passed: what is missing, and the reason with which a deal goes on all the same.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::cockpit::Cockpit;
use super::overlay::{Overlay, window};
use super::paint::Paint;
use super::shape::line::Line;
use super::shape::text;
use crate::action::tell::Told;
use crate::action::{Action, sentence};
use crate::domain::choice::Choice;
use crate::domain::gate::{GateResult, Missing};
use crate::domain::opportunity::Opportunity;
use crate::domain::passage::Refusal;
use crate::domain::stage::Move;
use crate::lang::{cockpit as word, gate};

/// A gate that has not passed.
pub struct Gate {
    /// The deal's number.
    pub deal: i64,
    /// The numbers of deals that were to move with it, and wait for what becomes of it.
    pub rest: Vec<i64>,
    /// What the gate says.
    pub title: String,
    /// What is missing, a line each.
    pub missing: Vec<String>,
    /// The odds after the move, and what changes them.
    pub ahead: Vec<String>,
    /// The reason of an override.
    pub reason: Line,
}

/// The other deals that an action was to move.
pub fn others(action: &Action, deal: i64) -> Vec<i64> {
    let Action::Go(_, which, _) = action else { return Vec::new() };
    which.split(',').filter_map(|no| no.trim().parse().ok()).filter(|no| *no != deal).collect()
}

impl Cockpit {
    /// Asks for the reason with which a deal goes through a gate that has not passed; the others wait for it.
    pub(super) fn ask_override(
        &mut self,
        (deal, rest): (i64, Vec<i64>),
        number: u8,
        result: GateResult,
        missing: &[Missing],
    ) {
        let lang = self.lang();
        let held = self.held(deal);
        let missing = missing.iter().map(|one| {
            let said = gate::missing(lang, one.code(), one.question(), &one.facts());
            let held = held.iter().filter(|held| one.question() == Some(held.question));
            let all = std::iter::once(said).chain(held.map(|held| sentence::hint(lang, held)));
            all.collect::<Vec<_>>().join(" · ")
        });
        let missing = missing.collect();
        let says = word::GATE_TITLE.fill(lang, &[&number, &gate::result(lang, result.code())]);
        let title = format!("{says} · {}", self.title_of(deal));
        let ahead = match self.ahead(deal, true) {
            Ok(found) => found.map(|(_, lines)| lines).unwrap_or_default(),
            Err(fault) => return self.fault(fault),
        };
        let reason = Line::default();
        self.overlay = Some(Overlay::Gate(Box::new(Gate { deal, rest, title, missing, ahead, reason })));
    }

    /// Moves the deal with the reason that was typed, then those that waited for it.
    pub(super) fn override_gate(&mut self, gate: Box<Gate>) {
        let reason = gate.reason.text().trim().to_owned();
        if reason.is_empty() {
            let text = word::REASON_NEEDED.text(self.lang()).to_owned();
            self.overlay = Some(Overlay::Gate(gate));
            return self.complain(text);
        }
        let advance = |which: String, words| Action::Go(Move::Advance, which, words);
        // What was typed stays until the deal has moved.
        if !self.act(&advance(gate.deal.to_string(), vec![format!("reason={reason}")])) {
            self.overlay = Some(Overlay::Gate(gate));
        } else if !gate.rest.is_empty() {
            let rest: Vec<String> = gate.rest.iter().map(i64::to_string).collect();
            self.act(&advance(rest.join(","), Vec::new()));
        }
    }

    /// Why a deal does not move: which deal, and the key that leads on.
    pub(super) fn stays(&mut self, deal: i64, why: &Refusal, told: Told) -> Told {
        let key = match why {
            Refusal::LastStage => Some(word::LAST_STAGE_KEY),
            Refusal::NotOpen { .. } => Some(word::NOT_OPEN_KEY),
            _ => None,
        };
        let (why, hint) = match key {
            Some(word) => (word.text(self.lang()).to_owned(), None),
            None => (told.message, told.hint),
        };
        Told { message: format!("{} · {why}", self.title_of(deal)), hint, ..told }
    }

    fn title_of(&mut self, deal: i64) -> String {
        let deal = self.store.get::<Opportunity>(deal);
        self.heard(deal).map(|deal| deal.title).unwrap_or_default()
    }
}

impl Gate {
    /// Draws itself; gives the cursor's place.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let lang = paint.lang;
        let room = usize::from(area.width.min(76).saturating_sub(4));
        let ahead: Vec<String> = self.ahead.iter().flat_map(|line| text::wrap(line, room)).collect();
        let below = u16::try_from(ahead.len()).unwrap_or(0);
        let rows = u16::try_from(self.missing.len()).unwrap_or(0) + below + 6;
        let inside = window(area, buf, 76, rows, &self.title, paint);
        let room = usize::from(inside.width);
        text::put(buf, inside, (0, 0), word::MISSING.text(lang), paint.theme.label);
        let mut y = 1;
        for line in self.missing.iter().take(usize::from(inside.height.saturating_sub(4 + below))) {
            let shown = text::cut(line, room.saturating_sub(2), paint.theme.glyphs.cut);
            text::put(buf, inside, (0, y), paint.theme.glyphs.bullet, paint.theme.warn);
            text::put(buf, inside, (2, y), &shown, ratatui::style::Style::new());
            y += 1;
        }
        for line in &ahead {
            text::put(buf, inside, (0, y), line, paint.theme.dim);
            y += 1;
        }
        let x = text::put(buf, inside, (0, y + 1), word::REASON.text(lang), paint.theme.label) + 1;
        let line =
            Rect { x: inside.x + x, y: inside.y + y + 1, width: inside.width.saturating_sub(x), height: 1 };
        let hint = text::cut(word::REASON_PROMPT.text(lang), room, paint.theme.glyphs.cut);
        text::put(buf, inside, (0, y + 2), &hint, paint.theme.dim);
        self.reason.view(line, buf, paint.theme.field)
    }
}
