//! A line of the grammar with a hole: the person picks what fills it.

use super::cockpit::Cockpit;
use super::command::Command;
use super::overlay::Overlay;
use super::screen::Offer;
use super::shape::palette::{Item, Palette};
use crate::domain::name;
use crate::lang::cockpit as word;

/// A line with a hole, and what may fill it.
pub struct Hole {
    /// What is asked for.
    pub title: &'static str,
    /// The line before and after the hole.
    pub line: (String, String),
    /// What each row of the palette puts into it.
    pub values: Vec<String>,
}

impl Cockpit {
    /// Lets the person pick what fills the hole of a line; all else in it is what is chosen now.
    pub(super) fn ask_hole(&mut self, hole: &str, (before, after): (&str, &str)) {
        let chosen = self.chosen();
        let filled = chosen.fill(before).zip(chosen.fill(after));
        let offers = self.screens.last().and_then(|screen| screen.offers(hole));
        match (filled, offers) {
            (Some(_), Some(offers)) if offers.rows.is_empty() => {
                self.complain(offers.none.text(self.lang()).to_owned());
            }
            (Some(line), Some(offers)) => {
                let item = |offer: &Offer| Item {
                    text: offer.text.clone(),
                    aside: offer.aside.clone(),
                    also: name::keys(&offer.text),
                };
                let values = offers.rows.iter().map(|offer| offer.value.clone()).collect();
                let palette = Palette::new(offers.rows.iter().map(item).collect());
                let title = offers.title.text(self.lang());
                self.overlay = Some(Overlay::Hole(palette, Hole { title, line, values }));
            }
            _ => self.complain(word::NOTHING_CHOSEN.text(self.lang()).to_owned()),
        }
    }

    /// Says the line with what was picked in its hole.
    pub(super) fn fill_hole(&mut self, palette: &Palette, hole: &Hole) {
        if let Some(value) = palette.chosen().and_then(|at| hole.values.get(at)) {
            let (before, after) = &hole.line;
            self.command(&Command::Say(format!("{before}{value}{after}")));
        }
    }
}
