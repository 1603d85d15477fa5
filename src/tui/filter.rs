//! Filters of lists: typed, kept on a key, called by it.

use super::cockpit::Cockpit;
use super::command::{Main, Place};
use super::overlay::Overlay;
use super::screen::{Order, Sight};
use super::shape::line::Line;
use super::terminal::{Code, Key};
use crate::action::{Failure, Mistake};
use crate::lang::{Word, cockpit as word, todo};

/// The numbers of filters that have a key of their own: the first is on F2.
const ON_KEYS: u8 = 5;

/// The number of the filter that a key calls.
pub fn number(key: Key) -> Option<u8> {
    match key.code {
        Code::F(at) => at.checked_sub(1).filter(|number| (1..=ON_KEYS).contains(number)),
        _ => None,
    }
}

impl Cockpit {
    /// Calls a filter by its number.
    pub(super) fn saved(&mut self, number: u8) {
        let is_list = [
            Place::Funnel,
            Place::Todos,
            Place::Accounts,
            Place::Calendar,
            Place::Reports,
            Place::ForecastCall,
        ]
        .contains(&self.place());
        if !is_list {
            let text = word::NOT_FILTERED.text(self.lang()).to_owned();
            return self.complain(text);
        }
        let found = self.session.filters.iter().find(|(own, _)| *own == number);
        if let Some((_, filter)) = found.cloned() {
            self.filter(Line::new(&filter));
        } else {
            let text = word::NO_SAVED.text(self.lang()).to_owned();
            self.complain(text);
        }
    }

    /// Lets the person type a filter.
    pub(super) fn ask_filter(&mut self) {
        let filter = self.chosen().filter;
        // What is typed next is one more term.
        let line = Line::new(&if filter.is_empty() { filter } else { format!("{filter} ") });
        self.overlay = Some(Overlay::Filter(line, self.filter_hints()));
    }

    /// What a filter may say here, by the fields of what is listed, and what the keys do.
    fn filter_hints(&self) -> [Word; 2] {
        let hint = match self.place().main() {
            Main::Today | Main::Funnel => word::FILTER_HINT,
            Main::Todos => todo::FILTER_HINT,
            Main::Accounts => word::FILTER_ACCOUNTS,
            Main::Calendar => word::FILTER_CALENDAR,
            Main::Reports => word::FILTER_REPORTS,
        };
        [hint, word::FILTER_KEYS]
    }

    /// A filter that is understood narrows the list; any other stays open to be mended.
    pub(super) fn filter(&mut self, mut line: Line) {
        match self.read_filter(line.text()) {
            Ok(()) => {
                let filter = line.text().trim().to_owned();
                self.order(Order::Filter(&filter));
            }
            Err(failure) => {
                self.blame(&failure);
                // What is typed next takes the place of what was not understood.
                line.renew(true);
                self.overlay = Some(Overlay::Filter(line, self.filter_hints()));
            }
        }
    }

    /// Keeps the filter that is being typed under a number, and narrows the list by it.
    pub(super) fn keep_typed(&mut self, number: u8) {
        if let Some(Overlay::Filter(line, _)) = self.overlay.take() {
            let text = line.text().trim().to_owned();
            self.filter(line);
            if self.overlay.is_none() {
                self.keep(number, &text);
            }
        }
    }

    /// Keeps a filter under a number, in the settings and in this session.
    pub(super) fn keep(&mut self, number: u8, filter: &str) {
        let lang = self.lang();
        if filter.is_empty() {
            let text = word::NO_FILTER.text(lang).to_owned();
            return self.complain(text);
        }
        match self.session.shell.keep(number, filter, lang) {
            Ok(path) => {
                self.session.filters.retain(|(own, _)| *own != number);
                self.session.filters.push((number, filter.to_owned()));
                let at =
                    if number <= ON_KEYS { format!("F{}", number + 1) } else { format!("saved {number}") };
                self.say(match path {
                    Some(path) => word::KEPT_FILTER.fill(lang, &[&at, &path.display()]),
                    None => word::KEPT_HERE.fill(lang, &[&at]),
                });
            }
            Err(told) => self.told(told),
        }
    }

    fn read_filter(&self, text: &str) -> Result<(), Failure> {
        let words = shlex::split(text).ok_or_else(|| Failure::from(Mistake::Line(text.to_owned())))?;
        let sight = Sight { store: &self.store, desk: &self.session.desk };
        self.screens.last().map_or(Ok(()), |screen| screen.understands(&sight, &words))
    }
}
