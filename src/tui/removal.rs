//! Removing: what belongs to a record is told, and asked about, before the record goes.

use super::cockpit::Cockpit;
use super::command::{Command, Place};
use super::confirm::Confirm;
use super::overlay::Overlay;
use super::screen::Order;
use crate::action::tell::counts;
use crate::action::{Action, Failure, generic, resolve};
use crate::domain::noun::{Noun, for_noun};
use crate::domain::record::Record;
use crate::lang::{cockpit as word, noun};

/// What is asked about even where nothing belongs to it.
const ASKED: &[Noun] = &[Noun::Account, Noun::Person, Noun::Opp];

/// What would be removed.
struct Doomed {
    /// What it is called; several by how many they are.
    name: String,
    /// How many they are.
    count: usize,
    /// What belongs to it, by noun.
    left: Vec<(Noun, usize)>,
}

impl Cockpit {
    /// Removes what is selected, or what the cursor is on.
    pub(super) fn remove_chosen(&mut self) {
        let chosen = self.chosen();
        let several: Vec<String> = chosen.several.iter().map(i64::to_string).collect();
        let meant = match (chosen.record, several.is_empty()) {
            (Some((noun, _)), false) => Some((noun, several.join(","))),
            _ => chosen.item.or(chosen.record).map(|(noun, no)| (noun, no.to_string())),
        };
        match meant {
            Some((noun, which)) => drop(self.remove(noun, &which)),
            None => self.complain(word::NOTHING_CHOSEN.text(self.lang()).to_owned()),
        }
    }

    /// Removes records; where something belongs to them only once that is confirmed. True where it is done.
    pub(super) fn remove(&mut self, noun: Noun, which: &str) -> bool {
        match self.doomed(noun, which) {
            Err(failure) => self.blame(&failure),
            Ok(doomed) if doomed.left.is_empty() && doomed.count == 1 && !ASKED.contains(&noun) => {
                return self.removed(&Action::Remove(noun, which.to_owned()));
            }
            Ok(doomed) => {
                let lang = self.lang();
                let left = if doomed.left.is_empty() {
                    word::NOTHING_BELONGS.text(lang).to_owned()
                } else {
                    word::BELONGS.fill(lang, &[&counts(lang, &doomed.left)])
                };
                let title = word::REMOVE_OF.fill(lang, &[&noun::count(lang, noun.code(), doomed.count)]);
                let confirm =
                    Confirm::removal(title, [doomed.name, left], Action::Remove(noun, which.to_owned()));
                self.overlay = Some(Overlay::Confirm(Box::new(confirm)));
            }
        }
        false
    }

    /// Does what was confirmed; a screen whose record has gone is left.
    pub(super) fn removed(&mut self, action: &Action) -> bool {
        let on_top = match self.place().screen() {
            Place::Deal => self.chosen().record,
            Place::Account => self.chosen().account.map(|(no, _)| (Noun::Account, no)),
            _ => None,
        };
        if !self.act(action) {
            return false;
        }
        self.order(Order::Do(&Command::Unselect));
        let is_gone = matches!((action, on_top), (Action::Remove(noun, which), Some((own, no)))
            if *noun == own && *which == no.to_string());
        if is_gone && self.screens.len() > 1 {
            self.screens.pop();
            self.reload();
        }
        true
    }

    fn doomed(&self, noun: Noun, which: &str) -> Result<Doomed, Failure> {
        for_noun!(noun, R => {
            let records = resolve::several::<R>(&self.store, which)?;
            let names: Vec<String> = records
                .iter()
                .map(|record| format!("{} {}", record.head().no, resolve::name(record)))
                .collect();
            let left = generic::belongings(&self.store, &records)?;
            Ok(Doomed { name: names.join(" · "), count: records.len(), left })
        })
    }
}
