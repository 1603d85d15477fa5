//! What stands beside what is chosen: the account, what was said last time.

use super::cockpit::Cockpit;
use super::command::{Command, Place};
use super::screen::timeline::Whole;
use super::screen::{Order, Target};
use crate::domain::noun::Noun;
use crate::lang::{cockpit as word, decide};

impl Cockpit {
    pub(super) fn account_of(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else { return };
        let found = self.store.get::<crate::domain::opportunity::Opportunity>(no).and_then(|deal| {
            let account = deal.and_then(|deal| deal.account);
            account.map_or(Ok(None), |id| self.store.sheet(Noun::Account, id))
        });
        match self.heard(found) {
            Some(sheet) => self.open(Target::Account(sheet.no)),
            None => self.ask_account(no),
        }
    }

    /// Asks which account a deal belongs to: one that is known, or a new one by its name.
    pub(super) fn ask_account(&mut self, deal: i64) {
        self.edit_at(deal, "account");
        self.complain(decide::NO_ACCOUNT_YET.text(self.lang()).to_owned());
    }

    /// What was said last time: of the person under the cursor, else of what is open or chosen.
    pub(super) fn timeline(&mut self) {
        let (chosen, place) = (self.chosen(), self.place());
        let seat = chosen.blanks.iter().find(|(name, _)| *name == "person");
        let person = seat.and_then(|(_, no)| no.parse().ok());
        let whose = match (person, chosen.record) {
            (Some(no), _) => Ok(Some((Noun::Person, no))),
            // It is there already.
            (None, _) if place == Place::Log => return,
            (None, _) if place.screen() == Place::Deal => return self.command(&Command::Go(Place::Log)),
            (None, Some((noun, no))) => self.store.whose(noun, no),
            (None, None) => Ok(None),
        };
        match whose {
            Ok(Some((Noun::Account, _))) if place == Place::Account => {
                self.order(Order::Do(&Command::Timeline));
            }
            Ok(Some((noun, no))) => self.push(Box::new(Whole::new(noun, no))),
            Ok(None) => self.complain(word::NOTHING_CHOSEN.text(self.lang()).to_owned()),
            Err(fault) => self.fault(fault),
        }
    }
}
