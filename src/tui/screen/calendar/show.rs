//! Items of the calendar as slots of days, in words.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use ratatui::style::Style;

use super::Calendar;
use crate::domain::choice::Choice;
use crate::domain::clock;
use crate::domain::visit::VisitType;
use crate::lang::{cadence, calendar as word, choice};
use crate::store::calendar::{Happening, Item};
use crate::tui::paint::Paint;
use crate::tui::shape::calendar::{Day, Slot};

fn minute(time: NaiveTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

/// A minute of the day as a clock shows it; what goes beyond midnight begins again.
fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}

/// How long an item takes within its first day.
fn lasts(item: &Item) -> Option<u16> {
    item.lasts.and_then(|minutes| u16::try_from(minutes).ok()).filter(|minutes| *minutes > 0)
}

/// The times of an item on one of its days.
fn times(item: &Item, day: NaiveDate, paint: &Paint) -> String {
    if item.last > item.day && (day > item.day || item.time.is_none()) {
        let (at, of) = ((day - item.day).num_days() + 1, (item.last - item.day).num_days() + 1);
        return word::NTH_DAY.fill(paint.lang, &[&at, &of]);
    }
    match (item.time.map(minute), lasts(item)) {
        (Some(from), Some(lasts)) => format!("{}-{}", clock(from), clock(from.saturating_add(lasts))),
        (Some(from), None) => clock(from),
        (None, _) if item.what == Happening::Visit => word::ALL_DAY.text(paint.lang).to_owned(),
        (None, _) => String::new(),
    }
}

/// The mark of an item: told apart without colour, and in a narrow cell.
fn mark(item: &Item, paint: &Paint) -> (&'static str, Style) {
    let (glyphs, theme) = (paint.theme.glyphs, paint.theme);
    match item.what {
        Happening::Visit if item.done => (glyphs.done, theme.dim),
        Happening::Visit => (glyphs.bullet, Style::new()),
        Happening::Todo => ("-", Style::new()),
        Happening::Close => ("$", theme.good),
        Happening::Compelling => ("!", theme.warn),
        Happening::Decision => ("?", Style::new()),
        Happening::Contact if item.sort.is_some() => ("@", theme.warn),
        Happening::Contact => ("@", Style::new()),
    }
}

/// What an item is called: a visit without words by its type.
fn title(item: &Item, paint: &Paint) -> String {
    if item.title.is_empty() {
        let labels = VisitType::CODES;
        let code = item.sort.as_deref().and_then(|own| labels.iter().find(|code| **code == own));
        return code
            .map(|code| choice::label(paint.lang, VisitType::LIST, code).to_owned())
            .unwrap_or_default();
    }
    item.title.clone()
}

/// What is told beside it: what kind of thing it is, or where it takes place.
fn aside(item: &Item, paint: &Paint) -> String {
    let word = match item.what {
        Happening::Visit if item.done => word::DONE,
        Happening::Visit => return place(item, paint),
        Happening::Todo => word::TODO,
        Happening::Close => word::CLOSES,
        Happening::Compelling => word::COMPELLING,
        Happening::Decision => word::DECIDES,
        Happening::Contact => return contact(item, paint),
    };
    word.text(paint.lang).to_owned()
}

/// Where a visit takes place; where the clock is another one, what it shows.
fn place(item: &Item, paint: &Paint) -> String {
    let there = item
        .away
        .as_ref()
        .map(|(zone, when)| word::AWAY.fill(paint.lang, &[&clock::place(zone), &when.clock()]));
    let parts = [there, item.place.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Since when a contact is due.
fn contact(item: &Item, paint: &Paint) -> String {
    match item.sort.as_deref() {
        None => cadence::DUE.text(paint.lang).to_owned(),
        Some("") => cadence::NEVER.text(paint.lang).to_owned(),
        Some(since) => cadence::OVERDUE.fill(paint.lang, &[&paint.iso(Some(since))]),
    }
}

/// An item as a slot of one of its days.
fn slot(item: &Item, day: NaiveDate, is_chosen: bool, paint: &Paint) -> Slot {
    let (mark, style) =
        if is_chosen { (paint.theme.glyphs.chosen, paint.theme.strong) } else { mark(item, paint) };
    let title = title(item, paint);
    let account = item.account.clone().unwrap_or_default();
    let whole = [account.clone(), title.clone()];
    let text =
        whole.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
    // A visit is known by whom it is to, all else by what it is.
    let by_account = item.what == Happening::Visit && !account.is_empty();
    let (short, mut rest) = if by_account { (account, title) } else { (title, account) };
    if item.away.is_some() {
        rest = format!("{} · {rest}", place(item, paint));
    }
    Slot {
        from: item.time.filter(|_| day == item.day).map(minute),
        lasts: lasts(item),
        time: times(item, day, paint),
        mark,
        text,
        short,
        rest,
        aside: aside(item, paint),
        style,
    }
}

/// The name of a day: its weekday, its number, its month.
pub fn name(day: NaiveDate, paint: &Paint) -> String {
    let weekday = word::weekday(paint.lang, day.weekday().num_days_from_monday() as usize);
    word::DAY_OF
        .fill(paint.lang, &[&weekday, &day.day(), &word::month_short(paint.lang, day.month0() as usize)])
}

/// The number of a day in the grid, the longest way to write it first; the first of a month, and what begins the
/// grid, name the month.
fn numbers(day: NaiveDate, names: bool, paint: &Paint) -> Vec<String> {
    let mut ways = vec![day.day().to_string()];
    if names {
        let month = word::month_short(paint.lang, day.month0() as usize);
        ways.insert(0, word::FIRST_OF.fill(paint.lang, &[&day.day(), &month]));
        ways.insert(1, word::FIRST_SHORT.fill(paint.lang, &[&day.day(), &day.month()]));
    }
    ways
}

impl Calendar {
    fn is_chosen(&self, item: &Item) -> bool {
        self.narrow.several.contains(&(item.what, item.no))
    }

    /// A day with what it holds.
    pub(super) fn day_of(&self, day: NaiveDate, paint: &Paint) -> Day {
        let outside = (day.year(), day.month()) != (self.day.year(), self.day.month());
        let first = self.held.is_some_and(|(from, _)| from == day);
        Day {
            numbers: numbers(day, day.day() == 1 || (first && outside), paint),
            name: name(day, paint),
            today: day == self.today,
            outside,
            slots: self.on(day).map(|item| slot(item, day, self.is_chosen(item), paint)).collect(),
            more: self.span.more.iter().find(|(own, _)| *own == day).map_or(0, |(_, more)| *more),
        }
    }
}
