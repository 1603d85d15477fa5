//! Lines typed into the palette, and what an override is told of open requests.

use super::cockpit::Cockpit;
use super::command::Command;
use super::overlay::Overlay;
use super::shape::palette::Palette;
use crate::action::grammar;
use crate::domain::hint::{Clue, Hint};
use crate::domain::opportunity::Opportunity;

impl Cockpit {
    /// The palette, with a line half typed.
    pub(super) fn offer_commands(&mut self, typed: &str) {
        let chosen = self.chosen();
        self.overlay = Some(Overlay::commands(self.place(), self.lang(), typed, &chosen));
    }

    /// A line that waits for more words, in the palette.
    pub(super) fn half_typed(&mut self, line: &str) {
        let half = line.replace(" …", " ").replace('…', "");
        self.offer_commands(&half);
    }

    /// Does what was chosen in the palette, or typed there.
    pub(super) fn chosen_command(&mut self, palette: &Palette, lines: &[&'static str]) {
        let typed = palette.query().trim().to_owned();
        let own = Command::of(&typed);
        let is_line = |line: &str| {
            grammar::Command::parse(line).is_ok_and(|parsed| parsed.action().is_some() || parsed.only_reads())
        };
        // What is a whole line already needs no choosing.
        if matches!(&own, Command::Say(line) if is_line(line)) {
            return self.command(&own);
        }
        match palette.chosen().and_then(|at| lines.get(at)) {
            // A line that waits for more words comes back half typed.
            Some(line) if line.contains('…') => {
                let filled = self.chosen().fill(line).unwrap_or_else(|| (*line).to_owned());
                self.half_typed(&filled);
            }
            Some(line) => self.command(&Command::of(line)),
            None => {
                self.command(&Command::of(&typed));
                // A line that was not understood stays to be mended.
                if self.toast.as_ref().is_some_and(|toast| toast.bad) && self.overlay.is_none() {
                    self.offer_commands(&typed);
                }
            }
        }
    }

    /// What holds a question of a deal at unknown: its open requests for resources.
    pub(super) fn held(&mut self, deal: i64) -> Option<Hint> {
        let today = self.session.desk.stamp.today();
        let deal = self.store.get::<Opportunity>(deal);
        let deal = self.heard(deal)?;
        let hints = self.store.hints(&deal, today);
        self.heard(hints).into_iter().find(|one| one.clue == Clue::Held)
    }
}
