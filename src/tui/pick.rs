//! A choice of a few, each on a key and with what speaks for and against it: our strategy, a factor's tactic.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::capture::told;
use super::cockpit::Cockpit;
use super::command::Command;
use super::overlay::Overlay;
use super::paint::Paint;
use super::shape::Outcome;
use super::shape::line::Line;
use super::shape::motion::{Motion, follow};
use super::shape::overlay::{centred, overlay};
use super::shape::text;
use super::terminal::{Code, Key};
use crate::action::assign;
use crate::domain::case::Case;
use crate::domain::choice::Choice;
use crate::domain::factor::{Factor, Tactic};
use crate::domain::flag::Fact;
use crate::domain::noun::Noun;
use crate::domain::opportunity::{Opportunity, Strategy};
use crate::domain::strategy::warnings;
use crate::domain::when::forms;
use crate::lang::{Lang, choice, compete as word, todo};
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
    /// Where a day may be typed instead of a key.
    typed: Option<Typed>,
}

/// A day that is typed into a choice.
struct Typed {
    line: Line,
    /// Whether the line was asked for: before that, what is typed first may be a key.
    open: bool,
    /// Letters that go to the first offers too, as their keys do, and wait for Enter.
    initials: &'static str,
    /// The key that asks for the line.
    opens: char,
    /// The line of the grammar that the day ends.
    before: String,
    /// The day as it is read, for the line and for people.
    read: Option<(String, String)>,
}

impl Typed {
    /// Whether keys are letters of the line.
    fn is_open(&self) -> bool {
        self.open || !self.line.text().is_empty()
    }
}

impl Pick {
    fn new(title: String, mut offers: Vec<Offer>, line: String, lang: Lang) -> Self {
        let at = offers.iter().position(|offer| offer.chosen).unwrap_or(0);
        let (label, when) = (word::PICK_NONE.text(lang).to_owned(), String::new());
        offers.push(Offer { label, when, against: Vec::new(), line, chosen: false });
        Self { title, offers, keys: "", at, then: None, typed: None }
    }

    /// A choice, each offer on a key of its own: its label, what stands beside it, and the line that chooses it.
    pub fn keyed(title: String, keys: &'static str, offers: Vec<(String, String, String)>) -> Self {
        let offer = |(label, when, line)| Offer { label, when, against: Vec::new(), line, chosen: false };
        Self { title, offers: offers.into_iter().map(offer).collect(), keys, at: 0, then: None, typed: None }
    }

    /// The same, with what is done once the choice is made.
    #[must_use]
    pub fn then(self, command: Command) -> Self {
        Self { then: Some(command), ..self }
    }

    /// The same, where any other day may be typed: `before` is the line of the grammar without it,
    /// `initials` go to the first offers and wait for Enter, `opens` asks for the line.
    #[must_use]
    pub fn or_day(self, before: String, initials: &'static str, opens: char) -> Self {
        let typed = Typed { line: Line::default(), open: false, initials, opens, before, read: None };
        Self { typed: Some(typed), ..self }
    }

    /// Whether a day may be typed into it.
    pub fn takes_days(&self) -> bool {
        self.typed.is_some()
    }

    /// Whether letters are typed as text.
    pub fn typing(&self) -> bool {
        self.typed.as_ref().is_some_and(Typed::is_open)
    }

    /// Types a pasted text, where text is taken.
    pub fn paste(&mut self, text: &str) {
        if let Some(typed) = &mut self.typed {
            typed.line.paste(text);
        }
    }

    /// Reads what is typed; `read` gives the day for the line and for people.
    pub fn read(&mut self, read: impl Fn(&str) -> Option<(String, String)>) {
        if let Some(typed) = &mut self.typed {
            let text = typed.line.text();
            // Who types `oct 5` has asked for the line with its first letter.
            let whole = || read(&format!("{}{text}", typed.opens));
            typed.read = read(text).or_else(|| typed.open.then(whole).flatten());
        }
    }

    /// The line that makes the choice; what is typed where that is no day.
    ///
    /// # Errors
    /// The text that is no day.
    pub fn line(&self) -> Result<Option<String>, String> {
        let offered = || self.offers.get(self.at).map(|offer| offer.line.clone());
        let Some(typed) = self.typed.as_ref().filter(|typed| typed.is_open()) else { return Ok(offered()) };
        let mut letters = typed.line.text().trim().chars();
        match (&typed.read, letters.next(), letters.next()) {
            // A key that was waiting for Enter.
            (_, Some(key), None) if self.place(key).is_some() => Ok(offered()),
            (Some((day, _)), _, _) => Ok(Some(format!("{}{day}", typed.before))),
            (None, ..) => Err(typed.line.text().to_owned()),
        }
    }

    /// The place of the offer that is on a key.
    fn place(&self, letter: char) -> Option<usize> {
        let initials = self.typed.as_ref().map_or("", |typed| typed.initials);
        let on_key = (0..self.offers.len()).find(|at| self.key(*at) == Some(letter));
        on_key.or_else(|| initials.chars().position(|initial| initial == letter))
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
            Code::Esc => return self.back(),
            Code::Enter => return self.enter(),
            _ => {}
        }
        if let Some(motion) = Motion::beside_text(key) {
            // Who goes to an offer takes it, and not what was typed before.
            self.back();
            self.at = motion.from(self.at, self.offers.len(), self.offers.len());
            return Outcome::Used;
        }
        if let Some(outcome) = self.typed(key) {
            return outcome;
        }
        if let Some(at) = key.typed().and_then(|typed| self.place(typed)) {
            self.at = at;
            return Outcome::Accept;
        }
        let Some(motion) = Motion::of(key) else { return Outcome::Ignored };
        self.at = motion.from(self.at, self.offers.len(), self.offers.len());
        Outcome::Used
    }

    /// Takes a key of a day that is typed; nothing where it is none.
    fn typed(&mut self, key: Key) -> Option<Outcome> {
        let at = key.typed().and_then(|typed| self.place(typed));
        let typed = self.typed.as_mut()?;
        if typed.is_open() {
            return Some(Outcome::used(typed.line.press(key)));
        }
        let letter = key.typed()?;
        if letter == typed.opens {
            typed.open = true;
            self.at = at.unwrap_or(self.at);
            return Some(Outcome::Used);
        }
        // A key acts at once only where no day begins with it: `tue` is never taken for tomorrow.
        if at.is_some() && !forms::begins(letter) {
            return None;
        }
        typed.line.press(key);
        self.at = at.unwrap_or(self.at);
        Some(Outcome::Used)
    }

    /// Takes what is under the cursor; the offer of any other day asks for the line.
    fn enter(&mut self) -> Outcome {
        let here = self.key(self.at);
        match self.typed.as_mut().filter(|typed| !typed.is_open() && here == Some(typed.opens)) {
            Some(typed) => {
                typed.open = true;
                Outcome::Used
            }
            None => Outcome::Accept,
        }
    }

    /// What is typed is taken back first, then the choice is left.
    fn back(&mut self) -> Outcome {
        match self.typed.as_mut().filter(|typed| typed.is_open()) {
            Some(typed) => {
                (typed.line, typed.open, typed.read) = (Line::default(), false, None);
                Outcome::Used
            }
            None => Outcome::Cancel,
        }
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

    /// Draws it in a window; gives the cursor's place where something is typed.
    pub fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let room = usize::from(area.width.min(78)).saturating_sub(9);
        let below = if self.typed.is_some() { 2 } else { 1 };
        let mut lines = self.lines(room, false, paint);
        if lines.len() + 3 + below > usize::from(area.height) {
            lines = self.lines(room, true, paint);
        }
        let rows = u16::try_from(lines.len() + 3 + below).unwrap_or(u16::MAX).min(area.height);
        let inside = overlay(centred(area, 78, rows), buf, &self.title, &paint.theme);
        let page = usize::from(inside.height).saturating_sub(below);
        // The offer under the cursor stays in sight.
        let here = lines.iter().position(|(at, ..)| *at == Some(self.at)).unwrap_or(0);
        let top = follow(0, here, page);
        for ((at, line, style), y) in lines.iter().skip(top).take(page).zip(0..) {
            if *at == Some(self.at) {
                text::put(buf, inside, (0, y), paint.theme.glyphs.gutter, paint.theme.gutter);
            }
            if let Some(key) = at.and_then(|at| self.key(at)) {
                text::put(buf, inside, (2, y), &key.to_string(), paint.theme.key);
            }
            text::put(buf, inside, (4, y), line, *style);
        }
        let word = if self.typed.is_some() { todo::DAY_KEYS } else { word::PICK_KEYS };
        let hint = text::cut(word.text(paint.lang), usize::from(inside.width), paint.theme.glyphs.cut);
        text::put(buf, inside, (0, inside.height.saturating_sub(1)), &hint, paint.theme.dim);
        self.view_typed(inside, buf, paint)
    }

    /// The line of a day that is typed, and how it is read, above the hint.
    fn view_typed(&self, inside: Rect, buf: &mut Buffer, paint: &Paint) -> Option<Position> {
        let typed = self.typed.as_ref().filter(|typed| typed.is_open())?;
        let row = Rect { y: inside.y + inside.height.checked_sub(2)?, height: 1, ..inside };
        let shown = typed.read.as_ref().map(|(_, shown)| shown.as_str()).unwrap_or_default();
        let taken = u16::try_from(text::width(shown) + 2).unwrap_or(0);
        let x = text::put(buf, row, (0, 0), todo::DAY.text(paint.lang), paint.theme.label) + 1;
        text::put(buf, row, (row.width.saturating_sub(taken), 0), shown, paint.theme.good);
        let line = Rect { x: row.x + x, width: row.width.saturating_sub(x + taken + 1), ..row };
        typed.line.view(line, buf, paint.theme.field)
    }
}

impl Cockpit {
    /// Offers our strategies for the chosen deal.
    pub(super) fn pick_strategy(&mut self) {
        match self.strategies() {
            Ok(Some(pick)) => self.overlay = Some(Overlay::Pick(Box::new(pick))),
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
        self.overlay = Some(Overlay::Pick(Box::new(Pick::new(title, offers, line(""), lang))));
    }

    /// Reads the day that is typed into a choice.
    pub(super) fn read_pick(&mut self) {
        let (lang, days) = (self.lang(), assign::days(&self.store, &self.session.desk));
        if let Some(Overlay::Pick(pick)) = &mut self.overlay {
            pick.read(|typed| days.moment(typed).ok().map(|when| (when.to_string(), told(when, lang))));
        }
    }

    /// Makes the choice; one that is refused stays open for another.
    pub(super) fn picked(&mut self, pick: Box<Pick>) {
        let lang = self.lang();
        match pick.line() {
            Err(typed) => self.complain(todo::NO_DAY.fill(lang, &[&typed])),
            Ok(line) => {
                self.command(&Command::of(&line.unwrap_or_default()));
                if let Some(then) = &pick.then {
                    self.command(then);
                }
            }
        }
        if pick.typed.is_some()
            && self.overlay.is_none()
            && self.toast.as_ref().is_some_and(|toast| toast.bad)
        {
            self.overlay = Some(Overlay::Pick(pick));
        }
    }
}
