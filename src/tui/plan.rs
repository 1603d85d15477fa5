//! What is planned for a day: a form for it, and moving it to another time.

use chrono::TimeDelta;

use super::cockpit::Cockpit;
use super::command::Command;
use super::entry::Entry;
use super::overlay::Overlay;
use super::screen::{Chosen, Order};
use crate::action::Action;
use crate::domain::moment::Moment;
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

    /// Moves the visit or the to-do under the cursor; by whole days it keeps its time, whatever the season.
    pub(super) fn shift(&mut self, minutes: i64) {
        let lang = self.lang();
        let Some((noun, no)) = self.chosen().item else {
            return self.complain(word::NOTHING_CHOSEN.text(lang).to_owned());
        };
        match self.shifted(noun, no, minutes) {
            Ok(Moved::To(words)) => {
                if self.act(&Action::Set(noun, no.to_string(), words)) {
                    self.order(Order::Do(&Command::Shift(minutes)));
                }
            }
            Ok(Moved::Hourless) => self.complain(calendar::NO_HOUR.text(lang).to_owned()),
            Ok(Moved::Never) => self.complain(calendar::MOVES_ONLY.text(lang).to_owned()),
            Err(fault) => self.fault(fault),
        }
    }

    /// What is set to move a record.
    fn shifted(&self, noun: Noun, no: i64, minutes: i64) -> Result<Moved, Fault> {
        let (key, when, until) = match noun {
            Noun::Visit => match self.store.get::<Visit>(no)? {
                Some(visit) => ("when", visit.when, visit.until),
                None => return Ok(Moved::Never),
            },
            Noun::Todo => ("due", self.store.get::<Todo>(no)?.and_then(|todo| todo.due), None),
            _ => return Ok(Moved::Never),
        };
        let Some(when) = when else { return Ok(Moved::Never) };
        let Some(to) = moved(when, minutes) else { return Ok(Moved::Hourless) };
        let mut words = vec![format!("{key}={to}")];
        // Of several days all move.
        let until = until.and_then(|until| until.checked_add_signed(to.day - when.day));
        words.extend(until.map(|until| format!("until={until}")));
        Ok(Moved::To(words))
    }
}

/// What moving a record comes to.
enum Moved {
    /// These words are set.
    To(Vec<String>),
    /// It has no hour that could be moved.
    Hourless,
    /// It is nothing that moves.
    Never,
}

/// A moment so many minutes later; nothing where it has no hour and less than days are asked for.
fn moved(when: Moment, minutes: i64) -> Option<Moment> {
    let step = TimeDelta::minutes(minutes);
    match when.time {
        Some(time) => {
            let to = when.day.and_time(time).checked_add_signed(step)?;
            Some(Moment::at(to.date(), to.time()))
        }
        None if step.num_minutes() % (24 * 60) == 0 => {
            Some(when.moved_to(when.day.checked_add_signed(step)?))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_moves_by_days_with_or_without_an_hour_and_by_minutes_with_one() {
        for (when, minutes, to) in [
            ("2026-11-23T10:00", 24 * 60, Some("2026-11-24T10:00")),
            ("2026-11-23", -7 * 24 * 60, Some("2026-11-16")),
            ("2026-11-23T23:50", 15, Some("2026-11-24T00:05")),
            ("2026-11-23T00:10", -15, Some("2026-11-22T23:55")),
            ("2026-11-23", 15, None),
        ] {
            let found = moved(when.parse().unwrap(), minutes).map(|to| to.to_string());
            assert_eq!(found.as_deref(), to, "{when} {minutes}");
        }
    }
}
