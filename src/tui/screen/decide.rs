//! Who decides: a deal's people as they report and as they sway each other, and the customer's decision steps.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::politics::{Politics, Seat};
use super::deal::Facts;
use super::tab::Tab;
use super::{Chosen, Obeyed, Offer, Offers, Order, Sight, Target};
use crate::domain::chart::Spot;
use crate::domain::choice::Choice;
use crate::domain::decision::{Decision, Pace};
use crate::domain::id::Id;
use crate::domain::influence::Tie;
use crate::domain::noun::Noun;
use crate::domain::person::{Coverage, Person, PoliticalStatus};
use crate::lang::decide as word;
use crate::store::Fault;
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::motion::Motion;
use crate::tui::shape::text;

mod map;
mod near;
mod people;
mod politics;
mod steps;
mod top;

/// Columns from which the person under the cursor stands beside the people.
const WIDE: u16 = 118;

/// What the tab shows of its three views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Look {
    #[default]
    People,
    Map,
    Steps,
}

/// The people and the process of a deal, and where the cursors are.
#[derive(Default)]
pub struct Decide {
    look: Look,
    person: Option<Id>,
    cell: usize,
    line: Option<Id>,
    step: Option<Id>,
    folded: BTreeSet<Id>,
    page: usize,
    politics: Politics,
}

impl Tab for Decide {
    fn place(&self) -> Option<Place> {
        Some(match self.look {
            Look::People => Place::People,
            Look::Map => Place::Map,
            Look::Steps => Place::Steps,
        })
    }

    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        self.politics = Politics::read(sight, facts)?;
        self.settle();
        Ok(())
    }

    fn offers(&self, hole: &str, facts: &Facts) -> Option<Offers> {
        let offer = |person: &Person| Offer {
            value: person.head.no.to_string(),
            text: person.name.clone(),
            aside: person.title.clone().unwrap_or_default(),
        };
        let others =
            || facts.people.iter().map(|(_, person)| person).filter(|one| Some(one.head.id) != self.person);
        Some(match hole {
            "other" => Offers {
                title: word::PICK_OTHER,
                rows: others().map(offer).collect(),
                none: word::NO_OTHER,
                makes: false,
            },
            "newcomer" => Offers {
                title: word::PICK_NEWCOMER,
                rows: self.politics.newcomers.iter().map(offer).collect(),
                none: if facts.people.is_empty() { word::NOBODY_KNOWN } else { word::NO_NEWCOMER },
                makes: true,
            },
            _ => return None,
        })
    }

    fn choose(&self, chosen: &mut Chosen) {
        match self.look {
            Look::Steps => self.choose_step(chosen),
            Look::People | Look::Map => self.choose_person(chosen),
        }
    }

    fn obey(&mut self, order: Order, _facts: &Facts) -> Obeyed {
        match order {
            Order::Do(Command::Board) => {
                self.look = match self.look {
                    Look::People => Look::Map,
                    Look::Map => Look::Steps,
                    Look::Steps => Look::People,
                };
                self.line = None;
            }
            Order::Do(Command::Side(forward)) => return self.side(*forward),
            Order::Do(Command::Toggle) if !self.fold() => return Obeyed::Ignored,
            Order::Do(Command::Toggle) => {}
            Order::Do(Command::Open) => {
                let person = self.seat().map(|seat| seat.person);
                return person.map_or(Obeyed::Ignored, |no| Obeyed::Open(Target::Edit(Noun::Person, no)));
            }
            Order::Do(Command::Say(line)) => self.said(line),
            Order::Made(noun, no) => self.made(noun, no),
            Order::Key(key) => {
                let Some(motion) = Motion::of(key) else { return Obeyed::Ignored };
                self.go(motion);
            }
            _ => return Obeyed::Ignored,
        }
        Obeyed::Used
    }

    fn fit(&mut self, area: Rect, _facts: &Facts) {
        self.page = usize::from(area.height.saturating_sub(5)).max(1);
    }

    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let room = usize::from(area.width);
        let row = |y: u16| Rect { y: area.y + y, height: 1.min(area.height.saturating_sub(y)), ..area };
        let mut y = 0;
        if self.look != Look::Steps {
            // The map is between the people and the steps.
            let keys = if self.look == Look::Map { "b" } else { "b b" };
            top::put(row(0), buf, &top::strip(&self.politics, keys, room, paint), paint);
            y = 1;
        }
        for line in top::lines(&self.politics, facts, self.person, room, paint) {
            top::put(row(y), buf, &line, paint);
            y += 1;
        }
        let body = Rect { y: area.y + y, height: area.height.saturating_sub(y + 1), ..area };
        let foot = self.body(body, buf, facts, paint);
        top::put(row(area.height.saturating_sub(1)), buf, &foot, paint);
    }
}

impl Decide {
    /// Keeps the cursors on what is still there.
    fn settle(&mut self) {
        let shown = self.spots();
        let is_shown = |id: &Id| shown.iter().any(|spot| self.politics.id(spot.person) == Some(*id));
        let first = shown.first().and_then(|spot| self.politics.id(spot.person));
        self.person = self.person.filter(is_shown).or(first);
        let steps = &self.politics.steps;
        let upcoming = crate::domain::decision::next(steps).or_else(|| steps.first());
        let held = steps.iter().find(|step| Some(step.head.id) == self.step);
        self.step = held.or(upcoming).map(|step| step.head.id);
    }

    /// The people of the view in their order, without those folded away.
    fn spots(&self) -> Vec<Spot> {
        if self.look == Look::Map {
            return self.politics.political.clone();
        }
        let mut hidden = usize::MAX;
        let mut shown = Vec::new();
        for spot in &self.politics.formal {
            if spot.depth > hidden {
                continue;
            }
            let is_folded = self.politics.id(spot.person).is_some_and(|id| self.folded.contains(&id));
            hidden = if is_folded { spot.depth } else { usize::MAX };
            shown.push(*spot);
        }
        shown
    }

    fn at(&self, spots: &[Spot]) -> usize {
        spots.iter().position(|spot| self.politics.id(spot.person) == self.person).unwrap_or(0)
    }

    /// The place of the line under the cursor among the person's lines.
    fn tie(&self) -> usize {
        let ties = self.person.map(|person| self.politics.ties(person)).unwrap_or_default();
        ties.iter().position(|(_, line, _)| Some(line.head.id) == self.line).unwrap_or(0)
    }

    fn seat(&self) -> Option<&Seat> {
        let place = self.politics.place(self.person.filter(|_| self.look != Look::Steps)?)?;
        self.politics.seats.get(place)
    }

    fn step(&self) -> Option<&Decision> {
        self.politics.steps.iter().find(|step| Some(step.head.id) == self.step)
    }

    fn go(&mut self, motion: Motion) {
        if self.look == Look::Steps {
            let steps = &self.politics.steps;
            let at = steps.iter().position(|step| Some(step.head.id) == self.step).unwrap_or(0);
            self.step = steps.get(motion.from(at, steps.len(), self.page)).map(|step| step.head.id);
            return;
        }
        let spots = self.spots();
        let to = motion.from(self.at(&spots), spots.len(), self.page);
        self.person = spots.get(to).and_then(|spot| self.politics.id(spot.person)).or(self.person);
        self.line = None;
    }

    /// One cell or one line further; past the last or the first, the tab is turned.
    fn side(&mut self, forward: bool) -> Obeyed {
        let (at, count) = match self.look {
            Look::People => (self.cell, people::CELLS.len()),
            Look::Map => (self.tie(), self.person.map_or(0, |person| self.politics.ties(person).len())),
            Look::Steps => return Obeyed::Ignored,
        };
        let next = if forward { Some(at + 1) } else { at.checked_sub(1) };
        let Some(next) = next.filter(|next| *next < count) else { return Obeyed::Ignored };
        if self.look == Look::People {
            self.cell = next;
        } else {
            let ties = self.person.map(|person| self.politics.ties(person)).unwrap_or_default();
            self.line = ties.get(next).map(|(_, line, _)| line.head.id);
        }
        Obeyed::Used
    }

    /// Folds the people below the one under the cursor away, or shows them again; false where there are none.
    fn fold(&mut self) -> bool {
        let Some(person) = self.person.filter(|_| self.look == Look::People) else { return false };
        let is_here = |spot: &Spot| self.politics.id(spot.person) == Some(person);
        let mut below = self.politics.formal.iter().skip_while(|spot| !is_here(spot));
        let depth = below.next().map_or(0, |spot| spot.depth);
        self.folded.remove(&person)
            || below.next().is_some_and(|spot| spot.depth > depth) && self.folded.insert(person)
    }

    /// After a change: on to the next cell, to the line that was drawn, to the person who joined.
    fn said(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbered = |word: Option<&&str>| {
            let no: i64 = word?.parse().ok()?;
            self.politics.seats.iter().find(|seat| seat.person == no).map(|seat| seat.id)
        };
        if line.contains("{cell}") || line.contains("{no_mark}") {
            self.cell = (self.cell + 1) % people::CELLS.len();
            if self.cell == 0 {
                self.go(Motion::Down);
            }
        } else if line.starts_with("opp line") {
            let (other, person) = (numbered(words.get(4)), self.person);
            let ties = person.map(|person| self.politics.ties(person)).unwrap_or_default();
            let drawn = ties.iter().find(|(_, line, to)| Some(*to) == other && Some(line.from) == person);
            self.line = drawn.map(|(_, line, _)| line.head.id).or(self.line);
        } else if line.starts_with("opp mark") && words.len() == 4 {
            self.person = numbered(words.get(3)).or(self.person);
            self.cell = 0;
        }
    }

    /// The cursor goes to who joined, and to a step that was added.
    fn made(&mut self, noun: Noun, no: i64) {
        let politics = &self.politics;
        let seat = politics.seats.iter().find(|seat| match noun {
            Noun::Person => seat.person == no,
            Noun::Role => seat.role == no,
            _ => false,
        });
        self.person = seat.map(|seat| seat.id).or(self.person);
        let step = politics.steps.iter().find(|step| noun == Noun::Decision && step.head.no == no);
        self.step = step.map(|step| step.head.id).or(self.step);
    }

    fn choose_person(&self, chosen: &mut Chosen) {
        let Some(seat) = self.seat() else { return };
        chosen.item = Some((Noun::Role, seat.role));
        let circle = match seat.circle {
            Some(PoliticalStatus::InnerCircle) => PoliticalStatus::Structure,
            Some(PoliticalStatus::Structure) => PoliticalStatus::Outside,
            Some(PoliticalStatus::Outside) | None => PoliticalStatus::InnerCircle,
        };
        chosen.blanks.extend([
            ("person", seat.person.to_string()),
            ("role", seat.role.to_string()),
            ("circle", circle.code().to_owned()),
        ]);
        if self.look == Look::People {
            let cell = people::CELLS.get(self.cell).map_or("", |cell| cell.key);
            let unknown = if cell == people::DEPTH { Coverage::Unknown.code() } else { "" };
            chosen.blanks.extend([("cell", cell.to_owned()), ("no_mark", format!("{cell}={unknown}"))]);
        } else if let Some((_, line, _)) = self.politics.ties(seat.id).get(self.tie()) {
            let number = |id| {
                let seat = self.politics.place(id).and_then(|place| self.politics.seats.get(place));
                seat.map(|seat| seat.person.to_string()).unwrap_or_default()
            };
            let tie = match line.kind {
                Tie::Influences => Tie::Conflicts,
                Tie::Conflicts => Tie::Allied,
                Tie::Allied => Tie::Influences,
            };
            chosen.blanks.extend([
                ("line", line.head.no.to_string()),
                ("from", number(line.from)),
                ("to", number(line.to)),
                ("strength", (line.force() % 3 + 1).to_string()),
                ("tie", tie.code().to_owned()),
            ]);
        }
    }

    fn choose_step(&self, chosen: &mut Chosen) {
        chosen.fresh = Some(Noun::Decision);
        let Some(step) = self.step() else { return };
        chosen.item = Some((Noun::Decision, step.head.no));
        let is_done = step.state == Pace::Done;
        let pace = match step.state {
            Pace::Planned => Pace::Running,
            Pace::Running => Pace::Done,
            Pace::Done => Pace::Skipped,
            Pace::Skipped => Pace::Planned,
        };
        let done = if is_done { Pace::Planned } else { Pace::Done };
        chosen.blanks.extend([
            ("step", step.head.no.to_string()),
            ("pace", pace.code().to_owned()),
            ("done", done.code().to_owned()),
            ("done_on", if is_done { String::new() } else { "today".to_owned() }),
        ]);
    }

    /// Draws the view, and gives its last line.
    fn body(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) -> Vec<top::Span> {
        let politics = &self.politics;
        if self.look == Look::Steps {
            let at = politics.steps.iter().position(|step| Some(step.head.id) == self.step).unwrap_or(0);
            steps::draw(area, buf, at, (politics, facts), paint);
            return self.step().map(|step| steps::note(step, paint)).into_iter().collect();
        }
        if facts.people.is_empty() {
            let room = usize::from(area.width.saturating_sub(4));
            for (line, y) in text::wrap(word::NO_PEOPLE.text(paint.lang), room).iter().zip(1..area.height) {
                text::put(buf, area, (2, y), line, paint.theme.dim);
            }
            return Vec::new();
        }
        let spots = self.spots();
        let at = self.at(&spots);
        if self.look == Look::Map {
            map::View { at, line: self.tie(), politics, facts, paint }.draw(area, buf);
            return map::legend(paint);
        }
        let is_wide = area.width >= WIDE;
        let left = Rect { width: if is_wide { area.width * 3 / 5 } else { area.width }, ..area };
        let branch = |spot: &Spot| self.branch(spot);
        people::View { shown: &spots, at, cell: self.cell, branch: &branch, facts, paint }.draw(left, buf);
        if let (true, Some(spot)) = (is_wide, spots.get(at)) {
            let right = Rect { x: area.x + left.width + 2, width: area.width - left.width - 2, ..area };
            near::view(right, buf, spot.person, None, (politics, facts, paint));
        }
        people::legend(self.cell, paint)
    }

    /// Whether a person with people below is folded; nothing where nobody is below.
    fn branch(&self, spot: &Spot) -> Option<bool> {
        let formal = &self.politics.formal;
        let at = formal.iter().position(|one| one.person == spot.person)?;
        let has_below = formal.get(at + 1).is_some_and(|next| next.depth > spot.depth);
        let id = self.politics.id(spot.person)?;
        has_below.then(|| self.folded.contains(&id))
    }
}
