//! The weekly sweep: every open to-do once, one key each, and a stamp at the end (R4).

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Offer, Offers, Order, Screen, Sight, Target};
use crate::domain::moment::Moment;
use crate::domain::noun::Noun;
use crate::domain::rep::Rep;
use crate::domain::todo::{Todo, TodoState};
use crate::domain::week::Week;
use crate::lang::today as word;
use crate::store::{Fault, Store};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::{Item, Line, Sections};
use crate::tui::shape::text;

/// Where the book remembers how far a sweep got: its week, and the to-dos that were seen.
const SEEN: &str = "sweep";

/// How many to-dos one sweep holds at most.
const MOST: i64 = 500;

/// The weekly sweep.
#[derive(Default)]
pub struct Sweep {
    /// The open to-dos as they were when the sweep began.
    before: Option<Vec<Todo>>,
    /// The same as they are now.
    now: Vec<Todo>,
    /// To-dos that something was said of, though it may have changed nothing.
    said: BTreeSet<i64>,
    colleagues: Vec<String>,
    at: NaiveDateTime,
    list: Sections,
}

impl Sweep {
    /// Whether something was decided of a to-do since the sweep began.
    fn is_seen(&self, at: usize) -> bool {
        let pair = self.before.as_ref().and_then(|before| before.get(at)).zip(self.now.get(at));
        pair.is_none_or(|(before, now)| {
            self.said.contains(&before.head.no)
                || Todo { head: before.head.clone(), ..now.clone() } != *before
        })
    }

    fn left(&self) -> usize {
        (0..self.now.len()).filter(|at| !self.is_seen(*at)).count()
    }

    /// Goes on to the next to-do that was not seen.
    fn go_on(&mut self) {
        let (from, count) = (self.list.at(), self.now.len());
        let next = (from..count).chain(0..from).find(|at| !self.is_seen(*at));
        if let Some(next) = next {
            self.list.set(next);
        }
    }

    /// The to-dos that were seen when this week's sweep was left.
    fn recall(&self, store: &Store) -> Result<BTreeSet<i64>, Fault> {
        let kept = store.meta(SEEN)?.unwrap_or_default();
        let seen = kept.strip_prefix(&format!("{} ", self.week())).unwrap_or_default();
        Ok(seen.split(' ').filter_map(|no| no.parse().ok()).collect())
    }

    /// Remembers what was seen: a sweep that is left goes on from there.
    fn remember(&self, store: &Store) -> Result<(), Fault> {
        let seen = self.now.iter().enumerate().filter(|(at, _)| self.is_seen(*at));
        let seen: Vec<String> = seen.map(|(_, todo)| todo.head.no.to_string()).collect();
        let kept = format!("{} {}", self.week(), seen.join(" "));
        let before = store.meta(SEEN)?.unwrap_or_default();
        let is_begun = !seen.is_empty() || before.starts_with(&format!("{} ", self.week()));
        if is_begun && before != kept { store.set_meta(SEEN, &kept) } else { Ok(()) }
    }

    fn week(&self) -> Week {
        Week::of(self.at.date())
    }

    fn head(&self, paint: &Paint) -> String {
        let lang = paint.lang;
        let left = match self.left() {
            _ if self.now.is_empty() => word::NO_OPEN.text(lang).to_owned(),
            0 => word::SWEPT.text(lang).to_owned(),
            left => word::LEFT.fill(lang, &[&left, &self.now.len()]),
        };
        word::SWEEP_HEAD.fill(lang, &[&word::SWEEP.text(lang), &self.week(), &left])
    }

    fn item(&self, at: usize, todo: &Todo, paint: &Paint) -> Item {
        let day = |due: Option<Moment>| {
            due.map_or(word::NO_DAY.text(paint.lang).to_owned(), |due| paint.day(due.day))
        };
        let is_seen = self.is_seen(at);
        let is_late = todo.due.is_some_and(|due| due.day < paint.today);
        let style = if is_late { paint.theme.bad } else { Style::new() };
        let mut asides = Vec::new();
        if todo.carried > 0 {
            asides.push(word::CARRIED.fill(paint.lang, &[&todo.carried]));
        }
        asides.extend(todo.owner.clone());
        if todo.state != TodoState::Open {
            asides = vec![paint.choice(todo.state).to_owned()];
        }
        let mark = if is_seen { paint.theme.glyphs.done } else { " " };
        let mark = format!("{mark} {}", day(todo.due));
        Item { mark, style, text: todo.title.clone(), aside: asides.join(" · "), dim: is_seen }
    }
}

impl Screen for Sweep {
    fn place(&self) -> Place {
        Place::Sweep
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Todo, Noun::Rep]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.at = sight.desk.stamp.at.naive_local();
        let begun = self.before.take();
        let is_fresh = begun.is_none();
        let before = if let Some(before) = begun {
            before
        } else {
            self.said = self.recall(sight.store)?;
            sight.store.open_todos(MOST)?
        };
        self.now.clear();
        for todo in &before {
            self.now.push(sight.store.get(todo.head.no)?.unwrap_or_else(|| todo.clone()));
        }
        let reps = sight.store.every::<Rep>()?.into_iter().map(|rep| rep.name);
        let names: BTreeSet<String> = reps.chain(sight.store.owners()?).collect();
        self.colleagues = names.into_iter().collect();
        self.list.hold(&[before.len()]);
        self.before = Some(before);
        if is_fresh {
            self.go_on();
        }
        self.remember(sight.store)
    }

    fn chosen(&self) -> Chosen {
        let week = self.week();
        let mut blanks = vec![
            ("week", week.to_string()),
            ("ritual", "sweep".to_owned()),
            ("left", self.left().to_string()),
        ];
        if self.left() == 0 {
            blanks.push(("period", week.to_string()));
        }
        let Some(todo) = self.now.get(self.list.at()) else { return Chosen { blanks, ..Chosen::default() } };
        // What is due later is put off from its own week.
        let due = todo.due.filter(|due| due.day >= self.at.date()).unwrap_or(Moment::on(self.at.date()));
        let end = Week::of(due.day).end();
        let monday = todo.due.unwrap_or_default().moved_to(end);
        let next = self.at.date().succ_opt().unwrap_or(self.at.date());
        let tomorrow = todo.due.unwrap_or_default().moved_to(next);
        let before = self.before.as_ref().and_then(|before| before.get(self.list.at()));
        let carried = before.map_or(0, |todo| todo.carried) + 1;
        blanks.push(("todo", todo.head.no.to_string()));
        blanks.push(("carried", carried.to_string()));
        blanks.push(("monday", monday.to_string()));
        blanks.push(("tomorrow", tomorrow.to_string()));
        let record = Some((Noun::Todo, todo.head.no));
        Chosen { record, name: todo.title.clone(), blanks, ..Chosen::default() }
    }

    fn offers(&self, _hole: &str) -> Option<Offers> {
        let row = |name: &String| Offer {
            value: shlex::try_quote(name).map_or_else(|_| String::new(), std::borrow::Cow::into_owned),
            text: name.clone(),
            aside: String::new(),
        };
        let rows = self.colleagues.iter().map(row).filter(|offer| !offer.value.is_empty()).collect();
        Some(Offers { title: word::TO_WHOM, rows, none: word::NOBODY, makes: false })
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Say(line)) => {
                // What is taken back is to be looked at again; what stays as it is was looked at.
                if line.starts_with("todo defer") {
                    self.said.extend(self.now.get(self.list.at()).map(|todo| todo.head.no));
                }
                self.go_on();
                Obeyed::Load
            }
            Order::Do(Command::Open) => match self.now.get(self.list.at()) {
                Some(todo) => Obeyed::Open(Target::Edit(Noun::Todo, todo.head.no)),
                None => Obeyed::Ignored,
            },
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
        let head = self.head(paint);
        if self.now.is_empty() {
            let head = text::cut(&head, usize::from(area.width), paint.theme.glyphs.cut);
            text::put(buf, area, (0, 0), &head, paint.theme.label);
            return;
        }
        let mut lines = vec![Line::Head(head)];
        lines.extend(self.now.iter().enumerate().map(|(at, todo)| Line::Item(self.item(at, todo, paint))));
        self.list.view(area, buf, &lines, &paint.theme);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_to_do_is_put_off_to_the_next_monday_and_keeps_its_time() {
        let due: Moment = "2026-11-20T10:00".parse().unwrap();
        let todo = Todo { due: Some(due), ..Todo::default() };
        let at = "2026-11-27T17:00:00".parse().unwrap();
        let mut sweep = Sweep { before: Some(vec![todo.clone()]), now: vec![todo], at, ..Sweep::default() };
        sweep.list.hold(&[1]);
        let line = sweep.chosen().fill("todo set 1 due={monday}");
        assert_eq!(line.as_deref(), Some("todo set 1 due=2026-11-30T10:00"));
        let line = sweep.chosen().fill("todo set 1 due={tomorrow}");
        assert_eq!(line.as_deref(), Some("todo set 1 due=2026-11-28T10:00"));
        assert_eq!(sweep.chosen().fill("{period}"), None);
    }
}
