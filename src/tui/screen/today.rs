//! What matters today, in sections: the cursor goes over all of it, Enter opens what it is on.

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::lang::today as word;
use crate::store::account::AccountList;
use crate::store::{Fault, today};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::Sections;
use crate::tui::shape::text;

mod blank;
mod detail;
mod lines;

/// How many visits and to-dos of a kind are read at most.
const MOST: usize = 100;
/// From this width on, what is under the cursor is told beside the list.
const WIDE: u16 = 110;

/// What matters today.
#[derive(Default)]
pub struct Today {
    found: today::Today,
    entries: Vec<Entry>,
    list: Sections,
    now: NaiveDateTime,
    /// Where the book lies, while nothing is in it.
    blank: Option<String>,
}

/// What an item stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    noun: Noun,
    /// Nothing for the line that leads to all deals to be qualified.
    no: i64,
    name: String,
    /// The deal that Enter opens in its stead.
    deal: Option<i64>,
    /// What is shown beside its name.
    aside: String,
    /// Labels and texts of what there is to know, for a wide screen.
    more: Vec<(String, String)>,
}

impl Today {
    fn here(&self) -> Option<&Entry> {
        self.entries.get(self.list.at())
    }

    fn counts(&self) -> [usize; 7] {
        let found = &self.found;
        let [debrief, visits, overdue] = [found.debrief.len(), found.visits.len(), found.overdue.len()];
        let to_qualify = found.to_qualify.len() + usize::from(lines::has_more(found));
        [debrief, visits, overdue, found.todos.len(), found.cadence.len(), found.deals.len(), to_qualify]
    }

    fn empty(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        if let Some(book) = &self.blank {
            return blank::view(book, area, buf, paint);
        }
        for (line, y) in [word::CLEAR, word::CLEAR_HINT].iter().zip(1..area.height) {
            text::put(buf, area, (2, y), line.text(paint.lang), paint.theme.dim);
        }
    }
}

impl Screen for Today {
    fn place(&self) -> Place {
        Place::Today
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Visit, Noun::Todo, Noun::Account, Noun::Opp, Noun::Answer, Noun::Person]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.now = sight.desk.stamp.at.naive_local();
        let now = Moment::at(self.now.date(), self.now.time());
        let mut found = sight.store.today(now, i64::try_from(MOST).unwrap_or(i64::MAX))?;
        // What is to be told of is not still to come.
        found.visits.retain(|visit| !found.debrief.iter().any(|past| past.head.no == visit.head.no));
        self.entries = detail::entries(&found, sight)?;
        self.found = found;
        self.list.hold(&self.counts());
        let is_blank = self.entries.is_empty()
            && sight.store.count_accounts(&AccountList::default())? == 0
            && sight.store.deal_sums()?.is_empty();
        let book = || sight.store.path().map(|path| path.display().to_string()).unwrap_or_default();
        self.blank = is_blank.then(book);
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let mut blanks = Vec::new();
        let Some(here) = self.here().filter(|here| here.no > 0) else {
            return Chosen { blanks, ..Chosen::default() };
        };
        if here.noun == Noun::Todo {
            blanks.push(("todo", here.no.to_string()));
        }
        let account = (here.noun == Noun::Account).then(|| (here.no, here.name.clone()));
        Chosen {
            record: Some((here.noun, here.no)),
            name: here.name.clone(),
            blanks,
            account,
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => match self.here() {
                Some(Entry { deal: Some(deal), .. }) => Obeyed::Open(Target::Deal(*deal)),
                Some(here) if here.no == 0 => Obeyed::Open(Target::ToQualify),
                Some(here) if here.noun == Noun::Opp => Obeyed::Open(Target::Deal(here.no)),
                Some(here) if here.noun == Noun::Account => Obeyed::Open(Target::Account(here.no)),
                Some(here) => Obeyed::Open(Target::Edit(here.noun, here.no)),
                None => Obeyed::Ignored,
            },
            Order::Made(noun, no) => {
                let at = self.entries.iter().position(|entry| (entry.noun, entry.no) == (noun, no));
                self.list.set(at.unwrap_or(self.list.at()));
                Obeyed::Used
            }
            Order::Key(key) => match self.list.press(key) {
                Outcome::Ignored => Obeyed::Ignored,
                _ => Obeyed::Used,
            },
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.list.fit(usize::from(area.height));
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        if self.entries.is_empty() {
            return self.empty(area, buf, paint);
        }
        let lines = lines::lines(&self.found, &self.entries, paint);
        let left = if area.width >= WIDE { area.width * 3 / 5 } else { area.width };
        self.list.view(Rect { width: left, ..area }, buf, &lines, &paint.theme);
        if let Some(here) = self.here().filter(|_| left < area.width) {
            let beside = Rect { x: area.x + left + 2, width: area.width - left - 2, ..area };
            detail::view(here, beside, buf, paint);
        }
    }
}
