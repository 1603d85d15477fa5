//! A gate that has not passed: what is missing, and the reason with which a deal goes on all the same.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::cockpit::Cockpit;
use super::entry::Entry;
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
    /// What waits for what becomes of it.
    pub waits: Waits,
    /// What the gate says.
    pub title: String,
    /// What is missing, a line each.
    pub missing: Vec<String>,
    /// The odds after the move, and what changes them.
    pub ahead: Vec<String>,
    /// The reason of an override.
    pub reason: Line,
}

/// What a gate holds up.
pub enum Waits {
    /// The deal alone, and the numbers of deals that were to move with it.
    Deals(Vec<i64>),
    /// The debrief that moves the deal.
    Debrief(Box<Entry>),
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
        (deal, waits): (i64, Waits),
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
        // What a debrief answers changes the odds, and is not written yet.
        let ahead = match &waits {
            Waits::Deals(_) => self.ahead(deal, true),
            Waits::Debrief(_) => Ok(None),
        };
        let ahead = match ahead {
            Ok(found) => found.map(|(_, lines)| lines).unwrap_or_default(),
            Err(fault) => return self.fault(fault),
        };
        let reason = Line::default();
        self.overlay = Some(Overlay::Gate(Box::new(Gate { deal, waits, title, missing, ahead, reason })));
    }

    /// Moves the deal with the reason that was typed, then those that waited for it.
    pub(super) fn override_gate(&mut self, gate: Box<Gate>) {
        let reason = gate.reason.text().trim().to_owned();
        if reason.is_empty() {
            let text = word::REASON_NEEDED.text(self.lang()).to_owned();
            self.overlay = Some(Overlay::Gate(gate));
            return self.complain(text);
        }
        let because = format!("reason={reason}");
        let advance = |which: String, words| Action::Go(Move::Advance, which, words);
        let done = match &gate.waits {
            Waits::Deals(_) => self.act(&advance(gate.deal.to_string(), vec![because])),
            Waits::Debrief(entry) => self.tell_over(entry, because),
        };
        // What was typed stays until the deal has moved.
        if !done {
            self.overlay = Some(Overlay::Gate(gate));
        } else if let Waits::Deals(rest) = &gate.waits
            && !rest.is_empty()
        {
            let rest: Vec<String> = rest.iter().map(i64::to_string).collect();
            self.act(&advance(rest.join(","), Vec::new()));
        }
    }

    /// Writes a debrief that moves its deal over the gate.
    fn tell_over(&mut self, entry: &Entry, because: String) -> bool {
        let Action::Visit(act, no, mut words) = entry.action() else { return false };
        words.push(because);
        self.act(&Action::Visit(act, no, words))
    }

    /// Leaves the gate: what waited for it stays as it was.
    pub(super) fn leave_gate(&mut self, gate: Gate) {
        match gate.waits {
            Waits::Deals(rest) if !rest.is_empty() => {
                let text = word::NONE_MOVED.fill(self.lang(), &[&(rest.len() + 1)]);
                self.complain(text);
            }
            Waits::Deals(_) => {}
            Waits::Debrief(entry) => self.overlay = Some(Overlay::Form(entry)),
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
    /// The debrief that waits.
    pub fn debrief(&self) -> Option<&Entry> {
        match &self.waits {
            Waits::Debrief(entry) => Some(entry),
            Waits::Deals(_) => None,
        }
    }

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
