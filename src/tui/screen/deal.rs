//! A deal: its head, and the tabs that already work.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::assess::Assess;
use super::background::Background;
use super::head;
use super::log::Log;
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::domain::answer::Answer;
use crate::domain::judge::Judgement;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Person, Role};
use crate::domain::profile::Sign;
use crate::lang::cockpit as word;
use crate::store::{Fault, Sheet};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;

/// What a deal's screen shows of it.
pub struct Facts {
    /// The deal.
    pub deal: Opportunity,
    /// Gates, probability, flags.
    pub judgement: Judgement,
    /// The answers that count, by question.
    pub answers: Vec<Answer>,
    /// Who buys.
    pub account: Option<Sheet>,
    /// The people with what they are in it.
    pub people: Vec<(Role, Person)>,
    /// Why it is a key-account deal.
    pub signs: Vec<Sign>,
}

/// The deal screen.
pub struct Deal {
    no: i64,
    tab: usize,
    facts: Option<Facts>,
    assess: Assess,
    background: Background,
    log: Log,
}

const TABS: [Place; 3] = [Place::Assess, Place::Background, Place::Log];

impl Facts {
    /// What the book has of a deal; nothing where it is not there.
    pub fn read(sight: &Sight, no: i64) -> Result<Option<Self>, Fault> {
        let store = sight.store;
        let Some(deal) = store.get::<Opportunity>(no)?.filter(|deal| !deal.head.gone) else {
            return Ok(None);
        };
        Ok(Some(Self {
            judgement: store.judgement(&deal, sight.desk.stamp.today())?,
            answers: store.answers(deal.head.id, None)?,
            account: deal.account.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten(),
            people: store.people_of(deal.head.id)?,
            signs: store.signs(&deal)?,
            deal,
        }))
    }
}

impl Deal {
    /// The screen of the deal with this number.
    pub fn new(no: i64) -> Self {
        Self {
            no,
            tab: 0,
            facts: None,
            assess: Assess::default(),
            background: Background::default(),
            log: Log::default(),
        }
    }

    fn areas(area: Rect) -> (Rect, Rect) {
        let top = Rect { height: head::HEIGHT.min(area.height), ..area };
        (top, Rect { y: area.y + top.height, height: area.height - top.height, ..area })
    }

    fn command(&mut self, command: &Command) -> Obeyed {
        match command {
            Command::Tab(forward) => {
                self.tab = (self.tab + if *forward { 1 } else { TABS.len() - 1 }) % TABS.len();
                Obeyed::Load
            }
            Command::Grade => {
                self.assess.turn_grade();
                Obeyed::Used
            }
            Command::Open if self.place() == Place::Assess => self
                .assess
                .question()
                .map_or(Obeyed::Ignored, |question| Obeyed::Open(Target::Evidence(self.no, question))),
            // An answer was given: on to the next question.
            Command::Say(line) if line.starts_with("opp answer") => {
                self.assess.advance();
                Obeyed::Used
            }
            _ => Obeyed::Ignored,
        }
    }
}

impl Screen for Deal {
    fn place(&self) -> Place {
        TABS.get(self.tab).copied().unwrap_or(Place::Assess)
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Account, Noun::Answer, Noun::Role, Noun::Step, Noun::Person]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.facts = Facts::read(sight, self.no)?;
        let Some(facts) = &self.facts else { return Ok(()) };
        if self.place() == Place::Log {
            self.log.load(sight, facts.deal.head.id)?;
            self.log.load_phases(sight, &facts.deal)?;
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let facts = self.facts.as_ref();
        let at_questions = self.place() == Place::Assess;
        Chosen {
            record: facts.map(|_| (Noun::Opp, self.no)),
            name: facts.map(|facts| facts.deal.title.clone()).unwrap_or_default(),
            question: self.assess.question().filter(|_| at_questions),
            grade: at_questions.then(|| self.assess.grade()),
            account: facts
                .and_then(|facts| facts.account.as_ref())
                .map(|sheet| (sheet.no, sheet.name.clone())),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(command) => self.command(command),
            Order::Key(key) => match self.place() {
                Place::Background => self.background.press(key),
                Place::Log => self.log.press(key),
                _ => self.assess.press(key),
            },
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        let (_, body) = Self::areas(area);
        let Some(facts) = &self.facts else { return false };
        match self.place() {
            Place::Background => self.background.fit(body, facts),
            Place::Log => self.log.fit(body),
            _ => self.assess.fit(body),
        }
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let (top, body) = Self::areas(area);
        let Some(facts) = &self.facts else {
            let gone = crate::lang::said::GONE.fill(paint.lang, &[&word::DEAL.text(paint.lang), &self.no]);
            crate::tui::shape::text::put(buf, area, (2, 1), &gone, paint.theme.dim);
            return;
        };
        head::view(top, buf, facts, paint);
        match self.place() {
            Place::Background => self.background.view(body, buf, facts, paint),
            Place::Log => self.log.view(body, buf, paint),
            _ => self.assess.view(body, buf, facts, paint),
        }
    }
}
