//! Visits, dated to-dos and the dates of open deals by month, week and day.

use chrono::{NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::look::Look;
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::{Failure, terms};
use crate::domain::clock::Clock;
use crate::domain::noun::Noun;
use crate::store::Fault;
use crate::store::calendar::{Happening, Item, Only, Span};
use crate::tui::command::{Command, Place};
use crate::tui::narrow::Narrow;
use crate::tui::paint::Paint;
use crate::tui::shape::motion::Motion;
use crate::tui::terminal::Code;

mod look;
mod show;
mod view;

/// Columns from which the month has the day beside it, and the week has columns.
const WIDE: u16 = 118;

/// Most items of a kind that are read for one of many days.
const MOST: usize = 40;

/// Most items of a kind that are read for a day that is shown alone.
const MOST_ALONE: usize = 400;

/// Most accounts whose contact is due that a day names.
const CONTACTS: usize = 20;

/// Where the calendar stands.
pub struct Calendar {
    look: Look,
    /// The day that weeks begin with.
    week: Weekday,
    /// The reader's clock, where its zone is known.
    clock: Option<Clock>,
    today: NaiveDate,
    day: NaiveDate,
    slot: usize,
    /// The first day of the agenda.
    from: NaiveDate,
    /// The item that the cursor was put on: it is followed to another day.
    kept: Option<(Happening, i64)>,
    /// The days that were read.
    held: Option<(NaiveDate, usize)>,
    span: Span,
    page: usize,
    narrow: Narrow<Only, Mark>,
}

/// What an item is selected by.
type Mark = (Happening, i64);

impl Calendar {
    /// The calendar of who begins weeks with a day and lives in a zone.
    pub fn new((week, clock): (Weekday, Option<Clock>)) -> Self {
        let (day, span) = (NaiveDate::default(), Span::default());
        let look = Look::default();
        let (narrow, kept, held) = (Narrow::default(), None, None);
        Self { look, week, clock, today: day, day, slot: 0, from: day, kept, held, span, page: 0, narrow }
    }

    fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Item> {
        self.span.items.iter().filter(move |item| item.is_on(day))
    }

    fn item(&self) -> Option<&Item> {
        self.on(self.day).nth(self.slot)
    }

    fn keep(&mut self) {
        self.kept = self.item().map(|item| (item.what, item.no));
    }

    /// The days that the view needs.
    fn range(&self) -> (NaiveDate, usize) {
        self.look.range(self.day, self.from, self.week)
    }

    /// Moves to a day, and to a slot of it.
    fn go(&mut self, day: NaiveDate, slot: usize) -> Obeyed {
        (self.day, self.slot) = (day, slot);
        self.from = look::first(self.day, self.from, self.week);
        if self.held == Some(self.range()) {
            self.keep();
            Obeyed::Used
        } else {
            self.kept = None;
            Obeyed::Load
        }
    }

    /// The places the cursor may take in the days shown: each item, and each day that has none but is shown.
    fn stops(&self) -> Vec<(NaiveDate, usize)> {
        let shown = self.shown();
        shown
            .into_iter()
            .flat_map(|day| (0..self.on(day).count().max(1)).map(move |slot| (day, slot)))
            .collect()
    }

    /// The days shown: in the agenda those without items are left out, but for today and the one under the cursor.
    fn shown(&self) -> Vec<NaiveDate> {
        let (from, days) = self.range();
        let is_shown = |day: &NaiveDate| {
            self.look != Look::Agenda
                || *day == self.day
                || *day == self.today
                || self.on(*day).next().is_some()
        };
        from.iter_days().take(days).filter(is_shown).collect()
    }

    fn step(&mut self, motion: Motion) -> Obeyed {
        if self.look == Look::Month {
            let day = look::by(self.day, motion);
            return self.go(day, 0);
        }
        let stops = self.stops();
        let at = stops.iter().position(|stop| *stop == (self.day, self.slot)).unwrap_or(0);
        let to = stops.get(motion.from(at, stops.len(), self.page)).copied();
        to.map_or(Obeyed::Used, |(day, slot)| self.go(day, slot))
    }

    /// The next item of the day, or the one before; round at the end.
    fn turn(&mut self, forward: bool) -> Obeyed {
        let count = self.on(self.day).count().max(1);
        let step = if forward { 1 } else { count - 1 };
        self.go(self.day, (self.slot + step) % count)
    }

    fn open(&self) -> Obeyed {
        let Some(item) = self.item() else { return Obeyed::Ignored };
        Obeyed::Open(match noun(item.what) {
            Noun::Opp => Target::Deal(item.no),
            Noun::Account => Target::Account(item.no),
            noun => Target::Edit(noun, item.no),
        })
    }
}

/// What is opened and changed for an item.
fn noun(what: Happening) -> Noun {
    match what {
        Happening::Visit => Noun::Visit,
        Happening::Todo => Noun::Todo,
        Happening::Close | Happening::Compelling | Happening::Decision => Noun::Opp,
        Happening::Contact => Noun::Account,
    }
}

impl Calendar {
    /// By how many days the cursor follows what was moved by so many minutes: where it stays on its day, by none.
    fn follows(&self, minutes: i64) -> i64 {
        let stays = || self.on(self.day).any(|item| Some((item.what, item.no)) == self.kept);
        match (minutes / (24 * 60), minutes.signum()) {
            (0, _) if stays() => 0,
            (0, sign) => sign,
            (days, _) => days,
        }
    }

    /// Puts the contacts that are due below what each day holds; a day that is shown alone lists what has no hour
    /// first.
    fn add_contacts(&mut self, sight: &Sight, days: (NaiveDate, usize)) -> Result<(), Fault> {
        let Span { mut items, mut more } = sight.store.contacts(self.today, days, CONTACTS)?;
        let only = &self.narrow.asked;
        if *only != Only::default() {
            let shown = items.iter().map(|item| only.has_account(sight.store, item.no));
            let shown: Vec<bool> = shown.collect::<Result<_, _>>()?;
            let mut shown = shown.into_iter();
            items.retain(|_| shown.next().unwrap_or_default());
            // How many of those that were left out fit the filter is not known.
            more.clear();
        }
        let at = self
            .span
            .items
            .iter()
            .position(|item| self.look == Look::Day && item.time.is_some() && item.day == self.day);
        let at = at.unwrap_or(self.span.items.len());
        self.span.items.splice(at..at, items);
        for (day, left_out) in more {
            match self.span.more.iter_mut().find(|(own, _)| *own == day) {
                Some((_, count)) => *count += left_out,
                None => self.span.more.push((day, left_out)),
            }
        }
        Ok(())
    }
}

impl Screen for Calendar {
    fn place(&self) -> Place {
        Place::Calendar
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Visit, Noun::Todo, Noun::Opp, Noun::Decision, Noun::Account]
    }

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        terms::dated(sight.store, sight.desk, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let today = sight.desk.stamp.today();
        // A cursor on today goes along with it over midnight.
        if self.held.is_none() || (self.day == self.today && today != self.today) {
            (self.day, self.from) = (today, look::begin(today, self.week));
        }
        self.today = today;
        let (from, days) = self.range();
        let clock = self.clock.unwrap_or_else(|| Clock::fixed(*sight.desk.stamp.at.offset()));
        let most = if days == 1 { MOST_ALONE } else { MOST };
        self.narrow.take_anew();
        self.narrow.read(|words| terms::dated(sight.store, sight.desk, words))?;
        self.span = sight.store.calendar((from, days), most, (&clock, &self.narrow.asked))?;
        self.add_contacts(sight, (from, days))?;
        let items = &self.span.items;
        self.narrow.several.retain(|key| items.iter().any(|item| (item.what, item.no) == *key));
        self.held = Some((from, days));
        let kept = self.on(self.day).position(|item| Some((item.what, item.no)) == self.kept);
        let last = self.on(self.day).count().saturating_sub(1);
        self.slot = kept.unwrap_or(self.slot).min(last);
        if self.kept.is_none() {
            self.keep();
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let item = self.item();
        let several = self.several();
        Chosen {
            record: several.first().copied(),
            several: several.iter().map(|(_, no)| *no).collect(),
            filter: self.narrow.filter.clone(),
            name: item.map(|item| item.title.clone()).unwrap_or_default(),
            item: item.map(|item| (noun(item.what), item.no)),
            account: item
                .filter(|item| item.what == Happening::Contact)
                .map(|item| (item.no, item.title.clone())),
            fresh: Some(Noun::Visit),
            presets: vec![("when", self.day.to_string())],
            blanks: self.todo().map(|numbers| ("todo", numbers)).into_iter().collect(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        let here = self.item().map(|item| (item.what, item.no));
        if let Some(obeyed) = self.narrow.obey(order, here) {
            return obeyed;
        }
        let obeyed = self.go_on(order);
        let here = self.item().map(|item| (item.what, item.no));
        self.narrow.passed(here);
        obeyed
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.page = usize::from(area.height.saturating_sub(1));
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        self.draw(area, buf, paint);
    }
}

impl Calendar {
    /// What is selected, of one noun: nothing where that is of several.
    fn several(&self) -> Vec<(Noun, i64)> {
        let all = self.narrow.several.iter().map(|(what, no)| (noun(*what), *no)).collect::<Vec<_>>();
        let is_one = all.windows(2).all(|pair| matches!(pair, [(one, _), (other, _)] if one == other));
        if is_one { all } else { Vec::new() }
    }

    /// The to-dos that a key is about, by their numbers: those that are selected, else the one under the cursor.
    fn todo(&self) -> Option<String> {
        let several = self.several();
        if several.first().is_some_and(|(noun, _)| *noun == Noun::Todo) {
            return Some(several.iter().map(|(_, no)| no.to_string()).collect::<Vec<_>>().join(","));
        }
        self.item().filter(|item| item.what == Happening::Todo).map(|item| item.no.to_string())
    }

    /// Moves, opens, or shows another view.
    fn go_on(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Board) => {
                self.look = self.look.next();
                self.from = look::begin(self.day, self.week);
                // Another view may show fewer or more of the day.
                Obeyed::Load
            }
            Order::Do(Command::Open) => self.open(),
            Order::Do(Command::Side(forward)) => self.go(look::days(self.day, *forward, 1), 0),
            Order::Do(Command::Page(forward)) => self.go(self.look.page(self.day, *forward), 0),
            Order::Do(Command::Tab(forward)) => self.turn(*forward),
            Order::Do(Command::ThisDay) if self.day == self.today => Obeyed::Ignored,
            Order::Do(Command::ThisDay) => self.go(self.today, 0),
            Order::Do(Command::Shift(minutes)) => {
                // Where it lies now is known once the book is read again.
                let days = self.follows(*minutes);
                self.day = look::days(self.day, days > 0, days.unsigned_abs());
                self.from = look::first(self.day, self.from, self.week);
                Obeyed::Load
            }
            Order::Key(key) if !matches!(key.code, Code::PageDown | Code::PageUp) => {
                Motion::of(key).map_or(Obeyed::Ignored, |motion| self.step(motion))
            }
            Order::Made(made, no) => {
                let is_it = |item: &&Item| (noun(item.what), item.no) == (made, no);
                let Some(day) = self.span.items.iter().find(is_it).map(|item| item.day) else {
                    return Obeyed::Ignored;
                };
                let slot = self.on(day).position(|item| is_it(&item)).unwrap_or(0);
                self.go(day, slot)
            }
            Order::Key(_) | Order::Do(_) | Order::Filter(_) | Order::Sort(_) => Obeyed::Ignored,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Desk;
    use crate::domain::rules::Rules;
    use crate::lang::Lang;
    use crate::store::{Origin, Stamp, Store};

    #[test]
    fn a_cursor_on_today_goes_along_over_midnight_and_another_stays() {
        let store = Store::memory(Rules::default()).unwrap();
        let desk = |at: &str| Desk {
            stamp: Stamp { at: at.parse().unwrap(), author: "lin".to_owned(), origin: Origin::User },
            currency: "CNY".to_owned(),
            lang: Lang::En,
        };
        let (before, after) = (desk("2026-11-30T23:59:00+08:00"), desk("2026-12-01T00:00:00+08:00"));
        let mut calendar = Calendar::new((Weekday::Mon, None));
        let load = |calendar: &mut Calendar, desk| {
            calendar.load(&Sight { store: &store, desk }).unwrap();
            calendar.day.to_string()
        };
        assert_eq!(load(&mut calendar, &before), "2026-11-30");
        assert_eq!(load(&mut calendar, &after), "2026-12-01");
        assert_eq!(calendar.obey(Order::Do(&Command::Side(true))), Obeyed::Used);
        assert_eq!(load(&mut calendar, &desk("2026-12-09T08:00:00+08:00")), "2026-12-02");
        assert_eq!(calendar.obey(Order::Do(&Command::ThisDay)), Obeyed::Used);
        assert_eq!(calendar.day.to_string(), "2026-12-09");
    }
}
