//! What stands beside the chosen deal: its notes in the person's own editor, and its account.

use super::cockpit::Cockpit;
use super::overlay::Overlay;
use super::screen::Target;
use super::terminal::Request;
use crate::action::Action;
use crate::domain::noun::Noun;

impl Cockpit {
    pub(super) fn note(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else { return };
        match self.store.get::<crate::domain::opportunity::Opportunity>(no) {
            Ok(deal) => {
                self.request = Some(Request::Edit(deal.and_then(|deal| deal.notes).unwrap_or_default()));
            }
            Err(fault) => self.fault(fault),
        }
    }

    pub(super) fn account_of(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else { return };
        let deal = self.store.get::<crate::domain::opportunity::Opportunity>(no).ok().flatten();
        let account = deal.and_then(|deal| deal.account);
        let sheet = account.and_then(|id| self.store.sheet(Noun::Account, id).ok().flatten());
        if let Some(sheet) = sheet {
            self.open(Target::Account(sheet.no));
        }
    }

    /// A text that came back from the person's editor: into the form that asked, else the deal's notes.
    pub(super) fn came_back(&mut self, text: Option<String>) {
        let Some(text) = text else {
            let text = crate::lang::cockpit::EDITOR_FAILED.text(self.lang()).to_owned();
            return self.complain(text);
        };
        if let Some(Overlay::Form(entry)) = &mut self.overlay {
            entry.form.edited(&text);
        } else if let Some((Noun::Opp, no)) = self.chosen().record {
            self.act(&Action::Set(Noun::Opp, no.to_string(), vec![format!("notes={text}")]));
        }
    }
}
