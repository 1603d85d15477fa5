//! A line of the grammar with a hole: the person picks what fills it.

use super::cockpit::Cockpit;
use super::command::Command;
use super::overlay::Overlay;
use super::screen::Offer;
use super::shape::palette::{Item, Palette};
use crate::domain::name;
use crate::domain::noun::Noun;
use crate::lang::cockpit as word;

/// A line with a hole, and what may fill it.
pub struct Hole {
    /// What is asked for.
    pub title: &'static str,
    /// The line before and after the hole.
    pub line: (String, String),
    /// What each row of the palette puts into it.
    pub values: Vec<String>,
    /// What to say while no row is there.
    pub none: &'static str,
}

impl Cockpit {
    /// Lets the person pick what fills the hole of a line; all else in it is what is chosen now.
    pub(super) fn ask_hole(&mut self, hole: &str, (before, after): (&str, &str)) {
        let chosen = self.chosen();
        let filled = chosen.fill(before).zip(chosen.fill(after));
        let offers = self.screens.last().and_then(|screen| screen.offers(hole));
        // Who joins a deal is somebody of its account: that comes first.
        if let (true, Some((Noun::Opp, no)), None) =
            (offers.as_ref().is_some_and(|offers| offers.makes), chosen.record, &chosen.account)
        {
            return self.ask_account(no);
        }
        match (filled, offers) {
            (Some(_), Some(offers)) if offers.rows.is_empty() && !offers.makes => {
                self.complain(offers.none.text(self.lang()).to_owned());
            }
            (Some(line), Some(offers)) => {
                let item = |offer: &Offer| Item {
                    text: offer.text.clone(),
                    aside: offer.aside.clone(),
                    also: name::keys(&offer.text),
                };
                let values = offers.rows.iter().map(|offer| offer.value.clone()).collect();
                let mut palette = Palette::new(offers.rows.iter().map(item).collect());
                if offers.makes {
                    palette = palette.making(word::PICK_NEW.text(self.lang()));
                }
                let (title, none) = (offers.title.text(self.lang()), offers.none.text(self.lang()));
                self.overlay = Some(Overlay::Hole(palette, Hole { title, line, values, none }));
            }
            _ => self.complain(word::NOTHING_CHOSEN.text(self.lang()).to_owned()),
        }
    }

    /// Says the line with what was picked in its hole.
    pub(super) fn fill_hole(&mut self, palette: &Palette, hole: &Hole) {
        let fresh = || palette.made().map(|name| format!("\"+{}\"", name.replace(['"', '\\'], " ")));
        let value = palette.chosen().and_then(|at| hole.values.get(at)).cloned();
        if let Some(value) = value.or_else(fresh) {
            let (before, after) = &hole.line;
            self.command(&Command::Say(format!("{before}{value}{after}")));
        }
    }
}
