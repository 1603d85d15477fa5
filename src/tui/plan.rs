//! What is planned for a day: a form for it, and moving it to the day before or after.

use chrono::{Days, NaiveDate};

use super::cockpit::Cockpit;
use super::command::Command;
use super::entry::Entry;
use super::overlay::Overlay;
use super::screen::{Chosen, Order};
use crate::action::Action;
use crate::domain::noun::Noun;
use crate::domain::todo::Todo;
use crate::domain::visit::Visit;
use crate::lang::{calendar, cockpit as word};
use crate::store::Fault;

impl Cockpit {
    /// Opens a form for the record that a screen makes anew, with what the screen presets; false where it makes none.
    pub(super) fn plan(&mut self, chosen: &Chosen) -> bool {
        let Some(noun) = chosen.fresh else { return false };
        let mut entry = Entry::add(noun, chosen.account.clone(), self.lang());
        for (key, value) in &chosen.presets {
            entry.form.fill(key, value, value);
        }
        self.overlay = Some(Overlay::Form(Box::new(entry)));
        true
    }

    /// Moves the visit or the to-do under the cursor by a day; it keeps its time.
    pub(super) fn shift(&mut self, later: bool) {
        let Some((noun, no)) = self.chosen().item else {
            return self.complain(word::NOTHING_CHOSEN.text(self.lang()).to_owned());
        };
        match self.shifted(noun, no, later) {
            Ok(words) if words.is_empty() => self.complain(calendar::MOVES_ONLY.text(self.lang()).to_owned()),
            Ok(words) => {
                if self.act(&Action::Set(noun, no.to_string(), words)) {
                    self.order(Order::Do(&Command::Shift(later)));
                }
            }
            Err(fault) => self.fault(fault),
        }
    }

    /// What is set to move a record by a day; nothing where it does not move.
    fn shifted(&self, noun: Noun, no: i64, later: bool) -> Result<Vec<String>, Fault> {
        let moved = |day: NaiveDate| {
            let step = Days::new(1);
            let other = if later { day.checked_add_days(step) } else { day.checked_sub_days(step) };
            other.unwrap_or(day)
        };
        let words = match noun {
            Noun::Visit => self.store.get::<Visit>(no)?.map(|visit| {
                let when = visit.when.map(|when| format!("when={}", when.moved_to(moved(when.day))));
                let until = visit.until.map(|until| format!("until={}", moved(until)));
                [when, until].into_iter().flatten().collect()
            }),
            Noun::Todo => self.store.get::<Todo>(no)?.map(|todo| {
                let due = todo.due.map(|due| format!("due={}", due.moved_to(moved(due.day))));
                due.into_iter().collect()
            }),
            _ => None,
        };
        Ok(words.unwrap_or_default())
    }
}
