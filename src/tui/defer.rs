//! Putting off a to-do: a key for the usual days, words for any other.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::cockpit::Cockpit;
use super::overlay::Overlay;
use super::pick::Pick;
use crate::domain::noun::Noun;
use crate::lang::{cockpit, todo as word};

/// The keys of the days, in their order: those that begin no day in words choose at once, the others wait for Enter,
/// for a day may begin with them, as `3月5日` and `next friday` do.
const KEYS: &str = "rz3wno";
/// The initials of the first ones: they only go there, for `tue` and `mar` begin with them too.
const INITIALS: &str = "tm";
/// The key that asks for any other day.
const ANOTHER: char = 'o';

impl Cockpit {
    /// Offers the days that what is chosen can be put off to.
    pub(super) fn pick_day(&mut self) {
        let (chosen, lang) = (self.chosen(), self.lang());
        let which = chosen.item.filter(|(noun, _)| *noun == Noun::Todo).map(|(_, no)| no.to_string());
        let listed = chosen.record.filter(|(noun, _)| *noun == Noun::Todo).and_then(|_| chosen.fill("{}"));
        let Some(which) = which.or(listed) else {
            return self.complain(cockpit::NOTHING_CHOSEN.text(lang).to_owned());
        };
        let today = self.session.desk.stamp.today();
        let to_monday = Days::new(7 - u64::from(today.weekday().num_days_from_monday()));
        let days = [
            (word::TOMORROW, today.succ_opt()),
            (word::MONDAY, today.checked_add_days(to_monday)),
            (word::THREE_DAYS, today.checked_add_days(Days::new(3))),
            (word::A_WEEK, today.checked_add_days(Days::new(7))),
            (word::A_MONTH, today.checked_add_months(Months::new(1))),
        ];
        let shown = |day: NaiveDate| {
            let names = cockpit::WEEKDAYS.text(lang).split(' ');
            let name =
                names.into_iter().nth(day.weekday().num_days_from_monday() as usize).unwrap_or_default();
            format!("{name} {day}")
        };
        let offer = |(label, day): (crate::lang::Word, Option<NaiveDate>)| {
            let day = day.unwrap_or(today);
            (label.text(lang).to_owned(), shown(day), format!("todo defer {which} {day}"))
        };
        let mut offers: Vec<_> = days.into_iter().map(offer).collect();
        // The last one asks for the line that a day is typed into.
        offers.push((word::ANOTHER_DAY.text(lang).to_owned(), String::new(), "defer".to_owned()));
        let pick = Pick::keyed(word::DEFER_TITLE.text(lang).to_owned(), KEYS, offers);
        let pick = pick.or_day(format!("todo defer {which} "), INITIALS, ANOTHER);
        self.overlay = Some(Overlay::Pick(Box::new(pick)));
    }
}
