//! A choice of a few, each on a key and with what speaks for and against it: our strategy, a factor's tactic.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cockpit::Cockpit;
use super::command::Command;
use super::overlay::Overlay;
use super::paint::Paint;
use super::shape::Outcome;
use super::shape::motion::Motion;
use super::shape::overlay::{centred, overlay};
use super::shape::text;
use super::terminal::{Code, Key};
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::factor::{Factor, Tactic};
use crate::domain::flag::Fact;
use crate::domain::noun::Noun;
use crate::domain::opportunity::{Opportunity, Strategy};
use crate::domain::strategy::warnings;
use crate::lang::{Lang, choice, compete as word};
use crate::store::Fault;

/// One thing that may be chosen.
struct Offer {
    /// What it is.
    label: String,
    /// When it is right.
    when: String,
    /// What speaks against it.
    against: Vec<String>,
    /// The line of the grammar that chooses it.
    line: String,
    /// Whether it is chosen now.
    chosen: bool,
}

/// A choice of a few; the last one takes the choice back and is on `0`.
pub struct Pick {
    title: String,
    offers: Vec<Offer>,
    /// The key of each, where they are no numbers.
    keys: &'static str,
    at: usize,
    /// What is done once the choice is made.
    then: Option<Command>,
}

impl Pick {
    fn new(title: String, mut offers: Vec<Offer>, line: String, lang: Lang) -> Self {
        let at = offers.iter().position(|offer| offer.chosen).unwrap_or(0);
        let (label, when) = (word::PICK_NONE.text(lang).to_owned(), String::new());
        offers.push(Offer { label, when, against: Vec::new(), line, chosen: false });
        Self { title, offers, keys: "", at, then: None }
    }

    /// A choice, each offer on a key of its own: its label, what stands beside it, and the line that chooses it.
    pub fn keyed(title: String, keys: &'static str, offers: Vec<(String, String, String)>) -> Self {
        let offer = |(label, when, line)| Offer { label, when, against: Vec::new(), line, chosen: false };
        Self { title, offers: offers.into_iter().map(offer).collect(), keys, at: 0, then: None }
    }

    /// The same, with what is done once the choice is made.
    #[must_use]
    pub fn then(self, command: Command) -> Self {
        Self { then: Some(command), ..self }
    }

    /// The line that makes the choice.
    pub fn line(&self) -> Option<&str> {
        self.offers.get(self.at).map(|offer| offer.line.as_str())
    }

    fn key(&self, at: usize) -> Option<char> {
        if !self.keys.is_empty() {
            return self.keys.chars().nth(at);
        }
        let number = if at + 1 == self.offers.len() { 0 } else { at + 1 };
        u32::try_from(number).ok().and_then(|number| char::from_digit(number, 10))
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Outcome {
        match key.code {
            Code::Esc => return Outcome::Cancel,
            Code::Enter => return Outcome::Accept,
            Code::Char(typed) => {
                let found = (0..self.offers.len()).find(|at| self.key(*at) == Some(typed));
                if let Some(at) = found {
                    self.at = at;
                    return Outcome::Accept;
                }
            }
            _ => {}
        }
        let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
        self.at = motion.from(self.at, self.offers.len(), self.offers.len());
        Outcome::Used
    }

    /// Its lines, each with the offer it begins; `cut` keeps what speaks against an offer to a line each.
    fn lines(&self, room: usize, cut: bool, paint: &Paint) -> Vec<(Option<usize>, String, Style)> {
        let mut lines = Vec::new();
        for (at, offer) in self.offers.iter().enumerate() {
            let said = if offer.when.is_empty() {
                offer.label.clone()
            } else if !self.keys.is_empty() {
                format!("{}  {}", offer.label, offer.when)
            } else {
                word::RIGHT_WHEN.fill(paint.lang, &[&offer.label, &offer.when])
            };
            let style = if at == self.at { paint.theme.under } else { Style::new() };
            for (part, line) in text::wrap(&said, room).into_iter().enumerate() {
                lines.push(((part == 0).then_some(at), line, style));
            }
            for one in offer.against.iter().map(|one| format!("! {one}")) {
                let said = if cut {
                    vec![text::cut(&one, room, paint.theme.glyphs.cut)]
                } else {
                    text::wrap(&one, room)
                };
                lines.extend(said.into_iter().map(|line| (None, line, paint.theme.warn)));
            }
        }
        lines
    }

    /// Draws it in a window.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let room = usize::from(area.width.min(78)).saturating_sub(9);
        let mut lines = self.lines(room, false, paint);
        if lines.len() + 4 > usize::from(area.height) {
            lines = self.lines(room, true, paint);
        }
        let rows = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX).min(area.height);
        let inside = overlay(centred(area, 78, rows), buf, &self.title, &paint.theme);
        let last = inside.height.saturating_sub(1);
        for ((at, line, style), y) in lines.iter().zip(0..last) {
            if *at == Some(self.at) {
                text::put(buf, inside, (0, y), paint.theme.glyphs.gutter, paint.theme.gutter);
            }
            if let Some(key) = at.and_then(|at| self.key(at)) {
                text::put(buf, inside, (2, y), &key.to_string(), paint.theme.key);
            }
            text::put(buf, inside, (4, y), line, *style);
        }
        let hint =
            text::cut(word::PICK_KEYS.text(paint.lang), usize::from(inside.width), paint.theme.glyphs.cut);
        text::put(buf, inside, (0, last), &hint, paint.theme.dim);
    }
}

impl Cockpit {
    /// Offers our strategies for the chosen deal.
    pub(super) fn pick_strategy(&mut self) {
        match self.strategies() {
            Ok(Some(pick)) => self.overlay = Some(Overlay::Pick(pick)),
            Ok(None) => {}
            Err(fault) => self.fault(fault),
        }
    }

    fn strategies(&self) -> Result<Option<Pick>, Fault> {
        let Some((Noun::Opp, no)) = self.chosen().record else { return Ok(None) };
        let Some(deal) = self.store.get::<Opportunity>(no)? else { return Ok(None) };
        let (lang, today) = (self.lang(), self.session.desk.stamp.today());
        let matrix = self.store.matrix(deal.head.id)?;
        let case = Case { matrix: &matrix, ..Case::bare(&deal) };
        let line = |code: &str| format!("opp set {no} our_strategy={code}");
        let offer = |one: &Strategy| Offer {
            label: choice::label(lang, Strategy::LIST, one.code()).to_owned(),
            when: word::condition(lang, one.code()).to_owned(),
            against: warnings(Some(*one), &case, today, &self.store.rules)
                .iter()
                .map(|one| {
                    let facts: Vec<_> = one.facts.iter().map(Fact::items).collect();
                    word::caution(lang, one.caution.code(), &facts)
                })
                .collect(),
            line: line(one.code()),
            chosen: deal.our_strategy == Some(*one),
        };
        let offers = Strategy::ALL.iter().map(offer).collect();
        Ok(Some(Pick::new(word::PICK_STRATEGY.text(lang).to_owned(), offers, line(""), lang)))
    }

    /// Offers the tactics for the factor under the cursor.
    pub(super) fn pick_tactic(&mut self) {
        let Some((Noun::Factor, no)) = self.chosen().item else {
            return self.complain(crate::lang::cockpit::NOTHING_CHOSEN.text(self.lang()).to_owned());
        };
        let factor = match self.store.get::<Factor>(no) {
            Ok(factor) => factor.unwrap_or_default(),
            Err(fault) => return self.fault(fault),
        };
        let lang = self.lang();
        let line = |code: &str| format!("factor set {no} tactic={code}");
        let offer = |one: &Tactic| Offer {
            label: choice::label(lang, Tactic::LIST, one.code()).to_owned(),
            when: String::new(),
            against: Vec::new(),
            line: line(one.code()),
            chosen: factor.tactic == Some(*one),
        };
        let offers = Tactic::ALL.iter().map(offer).collect();
        let title = word::PICK_TACTIC.fill(lang, &[&factor.name]);
        self.overlay = Some(Overlay::Pick(Pick::new(title, offers, line(""), lang)));
    }

    /// Makes the choice.
    pub(super) fn picked(&mut self, pick: &Pick) {
        if let Some(line) = pick.line() {
            self.command(&Command::of(line));
        }
        if let Some(then) = &pick.then {
            self.command(then);
        }
    }
}
