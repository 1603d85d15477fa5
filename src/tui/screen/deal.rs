//! A deal: its head, and its tabs in the order of the course (F7).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::assess::Assess;
use super::background::Background;
use super::compete::Compete;
use super::decide::Decide;
use super::head;
use super::log::Log;
use super::manage::Manage;
use super::tab::Tab;
use super::{Chosen, Obeyed, Offers, Order, Screen, Sight};
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
    at: usize,
    facts: Option<Facts>,
    tabs: Vec<(Place, Box<dyn Tab>)>,
}

impl Facts {
    /// What the book has of a deal; nothing where it is not there.
    pub fn read(sight: &Sight, no: i64) -> Result<Option<Self>, Fault> {
        let store = sight.store;
        let Some(deal) = store.get::<Opportunity>(no)?.filter(|deal| !deal.head.gone) else {
            return Ok(None);
        };
        Ok(Some(Self {
            judgement: store.judgement(&deal, sight.desk.stamp.today())?,
            answers: store.counted(&deal)?,
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
        let tabs: Vec<(Place, Box<dyn Tab>)> = vec![
            (Place::Assess, Box::new(Assess::default())),
            (Place::Compete, Box::new(Compete::default())),
            (Place::Decide, Box::new(Decide::default())),
            (Place::Manage, Box::new(Manage::default())),
            (Place::Background, Box::new(Background::default())),
            (Place::Log, Box::new(Log::default())),
        ];
        Self { no, at: 0, facts: None, tabs }
    }

    fn areas(area: Rect) -> (Rect, Rect) {
        let top = Rect { height: head::HEIGHT.min(area.height), ..area };
        (top, Rect { y: area.y + top.height, height: area.height - top.height, ..area })
    }

    fn turn(&mut self, forward: bool) -> Obeyed {
        let count = self.tabs.len();
        self.at = (self.at + if forward { 1 } else { count - 1 }) % count.max(1);
        Obeyed::Load
    }

    fn show(&mut self, place: Place) -> Obeyed {
        self.at = self.tabs.iter().position(|(own, _)| *own == place).unwrap_or(self.at);
        Obeyed::Load
    }
}

impl Screen for Deal {
    fn place(&self) -> Place {
        self.tabs.get(self.at).map_or(Place::Assess, |(place, tab)| tab.place().unwrap_or(*place))
    }

    fn reads(&self) -> &'static [Noun] {
        &Noun::ALL
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.facts = Facts::read(sight, self.no)?;
        match (&self.facts, self.tabs.get_mut(self.at)) {
            (Some(facts), Some((_, tab))) => tab.load(sight, facts),
            _ => Ok(()),
        }
    }

    fn chosen(&self) -> Chosen {
        let Some(facts) = &self.facts else { return Chosen::default() };
        let mut chosen = Chosen {
            record: Some((Noun::Opp, self.no)),
            name: facts.deal.title.clone(),
            account: facts.account.as_ref().map(|sheet| (sheet.no, sheet.name.clone())),
            ..Chosen::default()
        };
        if let Some((_, tab)) = self.tabs.get(self.at) {
            tab.choose(&mut chosen);
        }
        chosen
    }

    fn offers(&self, hole: &str) -> Option<Offers> {
        self.tabs.get(self.at)?.1.offers(hole, self.facts.as_ref()?)
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Tab(forward)) => return self.turn(*forward),
            Order::Do(Command::Go(place)) if place.screen() == Place::Deal => return self.show(*place),
            _ => {}
        }
        let obeyed = match (&self.facts, self.tabs.get_mut(self.at)) {
            (Some(facts), Some((_, tab))) => tab.obey(order, facts),
            _ => Obeyed::Ignored,
        };
        match (order, obeyed) {
            (Order::Do(Command::Side(forward)), Obeyed::Ignored) => return self.turn(*forward),
            (_, Obeyed::Turn(..)) => {}
            _ => return obeyed,
        }
        let Obeyed::Turn(place, question) = obeyed else { return obeyed };
        let shown = self.show(place);
        if let (Some(number), Some((_, tab))) = (question, self.tabs.get_mut(self.at)) {
            tab.point(number);
        }
        shown
    }

    fn fit(&mut self, area: Rect) -> bool {
        let (_, body) = Self::areas(area);
        if let (Some(facts), Some((_, tab))) = (&self.facts, self.tabs.get_mut(self.at)) {
            tab.fit(body, facts);
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
        if let Some((_, tab)) = self.tabs.get(self.at) {
            tab.view(body, buf, facts, paint);
        }
    }
}
