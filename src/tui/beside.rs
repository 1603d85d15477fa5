//! What stands beside the chosen deal: its account.

use super::cockpit::Cockpit;
use super::screen::Target;
use crate::domain::noun::Noun;

impl Cockpit {
    pub(super) fn account_of(&mut self) {
        let Some((Noun::Opp, no)) = self.chosen().record else { return };
        let deal = self.store.get::<crate::domain::opportunity::Opportunity>(no).ok().flatten();
        let account = deal.and_then(|deal| deal.account);
        let sheet = account.and_then(|id| self.store.sheet(Noun::Account, id).ok().flatten());
        if let Some(sheet) = sheet {
            self.open(Target::Account(sheet.no));
        }
    }
}
