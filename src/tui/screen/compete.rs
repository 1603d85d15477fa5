//! Factors and rivals in three views: the matrix, the rivals with our strategy, the rival's eye.

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::deal::Facts;
use super::tab::Tab;
use super::{Chosen, Obeyed, Order, Sight};
use crate::domain::answer::Answer;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::flag::Fact;
use crate::domain::id::Id;
use crate::domain::matrix::Matrix;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Strategy;
use crate::domain::outlook::{Finding, outlook};
use crate::domain::strategy::{Warning, warnings};
use crate::lang::{Word, compete as word};
use crate::store::{Fault, Store};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::text;

mod eye;
mod factors;
mod rivals;

/// What the tab reads of the book beyond the deal's facts.
#[derive(Default)]
struct Known {
    /// The factors against us and the rivals.
    matrix: Matrix,
    /// What follows from it.
    findings: Vec<Finding>,
    /// The people who hold a factor.
    names: HashMap<Id, String>,
    /// What speaks against ours, or against having none.
    against: Vec<Warning>,
    /// The strategies that nothing known speaks against.
    fine: Vec<Strategy>,
    /// The answers from the eye of the rival that was asked for.
    theirs: Vec<Answer>,
}

/// Which of the three is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Factors,
    Rivals,
    Eye,
}

impl View {
    const ALL: [(Self, Word); 3] =
        [(Self::Factors, word::MATRIX), (Self::Rivals, word::RIVALS), (Self::Eye, word::EYE)];

    fn next(self) -> Self {
        match self {
            Self::Factors => Self::Rivals,
            Self::Rivals => Self::Eye,
            Self::Eye => Self::Factors,
        }
    }
}

/// Factors and rivals: where the tab stands.
#[derive(Default)]
pub struct Compete {
    view: View,
    known: Known,
    factors: factors::Factors,
    rivals: rivals::Rivals,
    eye: eye::Eye,
}

impl Known {
    fn read(store: &Store, facts: &Facts, sight: &Sight, eye: usize) -> Result<Self, Fault> {
        let matrix = store.matrix(facts.deal.head.id)?;
        let mut names = HashMap::new();
        for id in matrix.lines.iter().flat_map(|line| &line.factor.person) {
            if let Some(sheet) = store.sheet(Noun::Person, *id)? {
                names.insert(*id, sheet.name);
            }
        }
        let theirs = match matrix.rivals.get(eye) {
            Some(rival) => store.answers(facts.deal.head.id, Some(&rival.competitor.name))?,
            None => Vec::new(),
        };
        let case = Case { matrix: &matrix, ..Case::bare(&facts.deal) };
        let against = |strategy| warnings(strategy, &case, sight.desk.stamp.today(), &store.rules);
        let fine = Strategy::ALL.iter().copied().filter(|one| against(Some(*one)).is_empty()).collect();
        let against = against(facts.deal.our_strategy);
        Ok(Self { findings: outlook(&matrix), names, against, fine, theirs, matrix })
    }
}

impl Tab for Compete {
    fn place(&self) -> Option<Place> {
        Some(match self.view {
            View::Factors => Place::Factors,
            View::Rivals => Place::Rivals,
            View::Eye => Place::Eye,
        })
    }

    fn load(&mut self, sight: &Sight, facts: &Facts) -> Result<(), Fault> {
        self.known = Known::read(sight.store, facts, sight, self.eye.rival())?;
        self.factors.settle(&self.known);
        self.rivals.settle(&self.known);
        self.eye.settle(&self.known, &facts.answers);
        Ok(())
    }

    fn choose(&self, chosen: &mut Chosen) {
        match self.view {
            View::Factors => self.factors.choose(chosen, &self.known),
            View::Rivals => self.rivals.choose(chosen, &self.known),
            View::Eye => self.eye.choose(chosen, &self.known),
        }
    }

    fn obey(&mut self, order: Order, _facts: &Facts) -> Obeyed {
        if let Order::Do(Command::Board) = order {
            self.view = self.view.next();
            if self.view == View::Eye {
                self.eye.look(self.rivals.at());
            }
            return Obeyed::Load;
        }
        match self.view {
            View::Factors => self.factors.obey(order, &self.known),
            View::Rivals => self.rivals.obey(order, &self.known),
            View::Eye => self.eye.obey(order, &self.known),
        }
    }

    fn fit(&mut self, area: Rect, _facts: &Facts) {
        match self.view {
            View::Factors => self.factors.fit(area, &self.known),
            View::Rivals => self.rivals.fit(area),
            View::Eye => self.eye.fit(area),
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, facts: &Facts, paint: &Paint) {
        let body = Rect { height: area.height.saturating_sub(1), ..area };
        let left = match self.view {
            View::Factors => self.factors.view(body, buf, &self.known, paint),
            View::Rivals => self.rivals.view(body, buf, facts, &self.known, paint),
            View::Eye => self.eye.view(body, buf, facts, &self.known, paint),
        };
        let foot = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        let room = usize::from(self.names(foot, buf, paint)).saturating_sub(4);
        text::put(buf, foot, (2, 0), &text::cut(&left, room, paint.theme.glyphs.cut), paint.theme.dim);
    }
}

impl Compete {
    /// Draws the names of the views at the right end; gives the column before them.
    fn names(&self, foot: Rect, buf: &mut Buffer, paint: &Paint) -> u16 {
        let shown = View::ALL.map(|(_, name)| format!(" {} ", name.text(paint.lang)));
        let width: usize = shown.iter().map(|name| text::width(name)).sum();
        let from = foot.width.saturating_sub(u16::try_from(width).unwrap_or(0) + 2);
        let mut x = text::put(buf, foot, (from, 0), "b", paint.theme.key) + 1;
        for ((view, _), name) in View::ALL.iter().zip(&shown) {
            let style = if *view == self.view { paint.theme.on } else { paint.theme.dim };
            x = text::put(buf, foot, (x, 0), name, style);
        }
        from
    }
}

/// Two lines where there is nothing to show yet: what is missing, and the key that makes it.
fn empty(area: Rect, buf: &mut Buffer, words: [Word; 2], paint: &Paint) -> String {
    for (word, y) in words.iter().zip(1..) {
        let shown = text::cut(
            word.text(paint.lang),
            usize::from(area.width).saturating_sub(2),
            paint.theme.glyphs.cut,
        );
        text::put(buf, area, (2, y), &shown, paint.theme.dim);
    }
    String::new()
}

fn items(facts: &[Fact]) -> Vec<Vec<String>> {
    facts.iter().map(Fact::items).collect()
}

/// A fit as a cell shows it.
fn fit_text(fit: Option<i64>, paint: &Paint) -> String {
    match fit {
        Some(fit @ 1..) => format!("+{fit}"),
        Some(fit) => fit.to_string(),
        None if paint.theme.glyphs.ascii => ".".to_owned(),
        None => "·".to_owned(),
    }
}
