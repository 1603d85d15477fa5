//! The funnel review: what became of each deal since the last stamp, mended where it stands (N5).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::changed;
use crate::domain::change::{Change, Group};
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::week::Week;
use crate::lang::review as word;
use crate::store::Fault;
use crate::store::deals::DealRow;
use crate::store::review::{Changed, Diff};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::sections::Sections;
use crate::tui::shape::text;

mod lines;

/// How many deals of a group are listed at most.
const MOST: usize = 1000;
/// Lines below the list that tell of the deal under the cursor.
const BELOW: u16 = 3;

/// The funnel review.
#[derive(Default)]
pub struct Review {
    diff: Option<Diff>,
    /// The deals that were looked at, by number.
    seen: BTreeSet<i64>,
    /// What came in, went out and was put off, in words.
    flows: Vec<String>,
    today: NaiveDate,
    list: Sections,
}

/// A deal of the review: one that changed, or one that is flagged as it was before.
#[derive(Clone, Copy)]
enum Here<'a> {
    Changed(&'a Changed),
    Flagged(&'a DealRow),
}

impl<'a> Here<'a> {
    fn row(self) -> &'a DealRow {
        match self {
            Self::Changed(changed) => &changed.row,
            Self::Flagged(row) => row,
        }
    }

    /// What its line says is new and wants to be mended: a question or a flag, by the name of its blank.
    fn news(self) -> Option<(&'static str, String)> {
        let Self::Changed(changed) = self else { return None };
        changed.changes.iter().find_map(|change| match change {
            Change::Turned(questions) | Change::Answered(questions) => {
                questions.first().map(|number| ("turned", number.to_string()))
            }
            Change::Raised(alarm) | Change::Stale(alarm) => Some(("alarm", alarm.code().to_owned())),
            Change::Slipped(..) => Some(("field", "close_on".to_owned())),
            Change::Amount(..) => Some(("field", "amount".to_owned())),
            Change::New(_)
            | Change::Moved(..)
            | Change::Ended(_)
            | Change::Reopened
            | Change::Close(..)
            | Change::Currency(..)
            | Change::Qualified(_)
            | Change::Chance(..)
            | Change::Favourable(_)
            | Change::Cleared(_)
            | Change::Fields(_) => None,
        })
    }

    fn is_problem(self) -> bool {
        match self {
            Self::Changed(changed) => changed.group.is_problem(),
            Self::Flagged(_) => true,
        }
    }
}

impl Review {
    /// All deals in the order of the list.
    fn all(&self) -> Vec<Here<'_>> {
        let diff = self.diff.iter();
        let changed = diff.clone().flat_map(|diff| diff.deals.iter().map(Here::Changed));
        changed.chain(diff.flat_map(|diff| diff.flagged.iter().map(Here::Flagged))).collect()
    }

    fn here(&self) -> Option<Here<'_>> {
        self.all().get(self.list.at()).copied()
    }

    fn no(&self) -> Option<i64> {
        self.here().map(|here| here.row().place.no)
    }

    /// How many deals that changed are problems, and how many of those were not looked at.
    fn problems(&self) -> (usize, usize) {
        let changed = self.diff.iter().flat_map(|diff| &diff.deals);
        let problems: Vec<i64> =
            changed.filter(|one| one.group.is_problem()).map(|one| one.row.place.no).collect();
        let left = problems.iter().filter(|no| !self.seen.contains(no)).count();
        (problems.len(), left)
    }

    /// Goes on to the next problem that was not looked at.
    fn go_on(&mut self) {
        self.seen.extend(self.no());
        let (all, from) = (self.all(), self.list.at());
        let wants = |at: &usize| {
            all.get(*at).is_some_and(|one| one.is_problem() && !self.seen.contains(&one.row().place.no))
        };
        if let Some(next) = (from..all.len()).chain(0..from).find(wants) {
            self.list.set(next);
        }
    }

    fn counts(&self) -> Vec<usize> {
        let Some(diff) = &self.diff else { return Vec::new() };
        let of = |group: Group| diff.deals.iter().filter(|one| one.group == group).count();
        Group::ALL.iter().copied().map(of).chain([diff.flagged.len()]).collect()
    }

    /// The list below the head and the lines of money, and what is below the list.
    fn areas(&self, area: Rect) -> (Rect, Rect) {
        let above = 1 + u16::try_from(self.flows.len()).unwrap_or(0);
        let below = BELOW.min(area.height.saturating_sub(4));
        let height = area.height.saturating_sub(below + above);
        let list = Rect { y: area.y + above, height, ..area };
        (list, Rect { y: list.y + list.height, height: below, ..area })
    }
}

impl Screen for Review {
    fn place(&self) -> Place {
        Place::Review
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Answer, Noun::Visit, Noun::Role, Noun::Rival, Noun::Account, Noun::Review]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let no = self.no();
        self.today = sight.desk.stamp.today();
        let since = sight.store.since_review(self.today)?;
        let diff = sight.store.diff(since, (MOST, MOST))?;
        self.flows = changed::flows(sight.desk.lang, &diff.flows);
        self.diff = Some(diff);
        self.list.hold(&self.counts());
        // A deal that was mended may stand elsewhere now: the cursor stays with it.
        let found = self.all().iter().position(|one| Some(one.row().place.no) == no);
        if let Some(at) = found {
            self.list.set(at);
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let period = Week::of(self.today).to_string();
        let mut blanks = vec![("ritual", "funnel".to_owned()), ("period", period)];
        let Some(here) = self.here() else { return Chosen { blanks, ..Chosen::default() } };
        let row = here.row();
        blanks.extend(here.news());
        Chosen {
            record: Some((Noun::Opp, row.place.no)),
            name: row.title.clone(),
            blanks,
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Problem) if self.no().is_none() => Obeyed::Ignored,
            Order::Do(Command::Problem) => {
                self.go_on();
                Obeyed::Used
            }
            Order::Do(Command::Say(_)) => {
                self.seen.extend(self.no());
                Obeyed::Used
            }
            Order::Do(Command::Open) => match self.no() {
                Some(no) => {
                    self.seen.insert(no);
                    Obeyed::Open(Target::Deal(no))
                }
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
        self.list.fit(usize::from(self.areas(area).0.height));
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let Some(diff) = &self.diff else { return };
        let cut = paint.theme.glyphs.cut;
        let (problems, left) = self.problems();
        let head = lines::head(diff, (problems, left), paint);
        text::put(buf, area, (0, 0), &text::cut(&head, usize::from(area.width), cut), paint.theme.title);
        for (line, y) in self.flows.iter().zip(1..area.height) {
            let line = text::cut(line, usize::from(area.width.saturating_sub(2)), cut);
            text::put(buf, area, (2, y), &line, Style::new());
        }
        let (list, below) = self.areas(area);
        if diff.deals.is_empty() && diff.flagged.is_empty() {
            let calm = if diff.flows.is_empty() && diff.unread == 0 { word::CALM } else { word::CALM_ELSE };
            let calm = calm.fill(paint.lang, &[&paint.day(diff.since.day)]);
            let lines = text::wrap(&calm, usize::from(area.width.saturating_sub(4)));
            for (line, y) in lines.iter().zip(list.y - area.y + 1..area.height) {
                text::put(buf, area, (2, y), line, paint.theme.dim);
            }
            return;
        }
        let lines = lines::lines(diff, &self.seen, list.width, paint);
        self.list.view(list, buf, &lines, &paint.theme);
        if let Some(here) = self.here() {
            for ((line, style), y) in lines::about(here, below, paint).iter().zip(1..below.height) {
                text::put(buf, below, (2, y), line, *style);
            }
        }
    }
}
