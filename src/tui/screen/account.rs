//! One account: its sheet with the archive five first, its people as a tree, its deals, its history.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::log::Log;
use super::related::Related;
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use super::{archive, deals, staff};
use crate::domain::account::Account as Customer;
use crate::domain::cadence::Rhythm;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::timeline::Of;
use crate::lang::{Word, account as own, cockpit as word};
use crate::store::{Fault, Sheet};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::detail::Detail;
use crate::tui::shape::list::List;
use crate::tui::shape::tabs;
use crate::tui::shape::text::{self};
use crate::tui::shape::tree::Tree;

/// Most deals that are read.
const DEALS: i64 = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Sheet,
    People,
    Deals,
    /// Records of a kind that stands in a tab, by their place.
    Related(usize),
    History,
}

/// The account screen.
pub struct Account {
    no: i64,
    tab: usize,
    customer: Option<Customer>,
    rhythm: Rhythm,
    parent: Option<Sheet>,
    people: Vec<(usize, Person)>,
    deals: Vec<Opportunity>,
    related: Vec<Related>,
    detail: Detail,
    tree: Tree,
    list: List,
    log: Log,
}

impl Account {
    /// The screen of the account with this number.
    pub fn new(no: i64) -> Self {
        Self {
            no,
            tab: 0,
            customer: None,
            rhythm: Rhythm::None,
            parent: None,
            people: Vec::new(),
            deals: Vec::new(),
            related: Related::all(Noun::Account),
            detail: Detail::default(),
            tree: Tree::default(),
            list: List::default(),
            log: Log::default(),
        }
    }

    fn tabs(&self) -> Vec<Tab> {
        let related = (0..self.related.len()).map(Tab::Related);
        [Tab::Sheet, Tab::People, Tab::Deals].into_iter().chain(related).chain([Tab::History]).collect()
    }

    fn tab(&self) -> Tab {
        self.tabs().get(self.tab).copied().unwrap_or(Tab::Sheet)
    }

    /// The related records in sight.
    fn shown(&self) -> Option<&Related> {
        if let Tab::Related(at) = self.tab() { self.related.get(at) } else { None }
    }

    fn deal(&self) -> Option<&Opportunity> {
        self.deals.get(self.list.held()?)
    }

    fn person(&self) -> Option<&Person> {
        self.people.get(self.tree.cursor()?).map(|(_, person)| person)
    }

    /// What the tabs are called, with how many records each has.
    fn names(&self, paint: &Paint) -> Vec<String> {
        let counted = |name: Word, count: usize| {
            let name = name.text(paint.lang);
            if count > 0 { format!("{name} {count}") } else { name.to_owned() }
        };
        let mut names = vec![
            counted(own::SHEET, 0),
            counted(word::PEOPLE, self.people.len()),
            counted(word::DEALS, self.deals.len()),
        ];
        names.extend(self.related.iter().map(|related| related.title(paint)));
        names.push(counted(word::HISTORY, 0));
        names
    }

    /// Turns to the history: the timeline, or every change.
    fn history(&mut self, changes: bool) -> Obeyed {
        self.tab = self.tabs().len() - 1;
        self.log.turn(changes);
        Obeyed::Load
    }

    fn areas(area: Rect) -> (Rect, Rect, Rect) {
        let row = |y: u16| Rect {
            y: area.y + y.min(area.height),
            height: 1.min(area.height.saturating_sub(y)),
            ..area
        };
        let body = Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
        (row(0), row(1), body)
    }
}

impl Screen for Account {
    fn place(&self) -> Place {
        Place::Account
    }

    fn reads(&self) -> &'static [Noun] {
        &Noun::ALL
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let store = sight.store;
        self.customer = store.get::<Customer>(self.no)?.filter(|account| !account.head.gone);
        let Some(account) = &self.customer else { return Ok(()) };
        self.rhythm = store.rhythm(account.head.id)?;
        self.parent = account.parent.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
        self.people = staff::tree(store.people(account.head.id)?);
        self.deals = store.deals_of(account.head.id, DEALS)?;
        self.list.hold(0, self.deals.len(), self.deals.len());
        let tab = self.tab();
        for (at, related) in self.related.iter_mut().enumerate() {
            related.load(sight, account.head.id, tab == Tab::Related(at))?;
        }
        if tab == Tab::History {
            self.log.read(sight, account.head.id, Of::Account(account.head.id))?;
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let record = match self.tab() {
            Tab::Deals => self.deal().map(|deal| (Noun::Opp, deal.head.no)),
            Tab::People => self.person().map(|person| (Noun::Person, person.head.no)),
            Tab::Related(_) => self.shown().and_then(Related::chosen),
            Tab::Sheet | Tab::History => {
                self.customer.as_ref().map(|account| (Noun::Account, account.head.no))
            }
        };
        let name = self.customer.as_ref().map(|account| account.name.clone()).unwrap_or_default();
        let item = self.log.item().filter(|_| self.tab() == Tab::History);
        let fresh = self.shown().map(Related::noun);
        Chosen { item, record, fresh, account: Some((self.no, name.clone())), name, ..Chosen::default() }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Tab(forward)) => {
                let tabs = self.tabs().len();
                self.tab = (self.tab + if *forward { 1 } else { tabs - 1 }) % tabs;
                Obeyed::Load
            }
            Order::Do(Command::Timeline) => self.history(false),
            Order::Do(Command::Board) if self.tab() != Tab::History => self.history(true),
            order if self.tab() == Tab::History => self.log.take(order),
            order if let Tab::Related(at) = self.tab() => {
                self.related.get_mut(at).map_or(Obeyed::Ignored, |related| related.take(order))
            }
            Order::Do(Command::Toggle) if self.tab() == Tab::People && self.person().is_some() => {
                self.tree.press(crate::tui::terminal::Key::char(' '));
                Obeyed::Used
            }
            Order::Do(Command::Open) => match self.tab() {
                Tab::Deals => {
                    self.deal().map_or(Obeyed::Ignored, |deal| Obeyed::Open(Target::Deal(deal.head.no)))
                }
                Tab::People => self.person().map_or(Obeyed::Ignored, |person| {
                    Obeyed::Open(Target::Edit(Noun::Person, person.head.no))
                }),
                Tab::Sheet | Tab::Related(_) | Tab::History => Obeyed::Ignored,
            },
            Order::Made(Noun::Person, no) => {
                let at = self.people.iter().position(|(_, person)| person.head.no == no);
                self.tree.hold(&staff::nodes(&self.people, &Paint::plain()));
                self.tree.set(at.unwrap_or(0));
                Obeyed::Used
            }
            Order::Key(key) => {
                let outcome = match self.tab() {
                    Tab::Sheet => self.detail.press(key),
                    Tab::People => self.tree.press(key),
                    Tab::Deals => self.list.press(key),
                    Tab::Related(_) | Tab::History => Outcome::Ignored,
                };
                if outcome == Outcome::Ignored { Obeyed::Ignored } else { Obeyed::Used }
            }
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        let (.., body) = Self::areas(area);
        let paint = Paint::plain();
        let nodes = staff::nodes(&self.people, &paint);
        self.tree.hold(&nodes);
        self.list.fit(usize::from(body.height.saturating_sub(1)));
        if let Some(account) = &self.customer {
            self.detail.fit(body, &archive::entries(account, self.rhythm, self.parent.as_ref(), &paint));
        }
        for related in &mut self.related {
            related.fit(body);
        }
        self.log.size(body);
        false
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let (head, line, body) = Self::areas(area);
        let Some(account) = &self.customer else {
            let gone = crate::lang::said::GONE.fill(paint.lang, &[&word::ACCOUNT.text(paint.lang), &self.no]);
            text::put(buf, area, (2, 1), &gone, paint.theme.dim);
            return;
        };
        let tier = account.tier.map(|tier| format!("  {}", paint.choice(tier))).unwrap_or_default();
        let room = usize::from(area.width);
        let x = text::put(buf, head, (0, 0), &format!("{} ", account.head.no), paint.theme.dim);
        let room = room.saturating_sub(usize::from(x));
        text::put(
            buf,
            head,
            (x, 0),
            &text::cut(&format!("{}{tier}", account.name), room, paint.theme.glyphs.cut),
            paint.theme.title,
        );
        let names = self.names(paint);
        let names: Vec<(&str, &str)> = names.iter().map(|name| ("", name.as_str())).collect();
        tabs::view(line, buf, &names, self.tab, &paint.theme);
        match self.tab() {
            Tab::Sheet => {
                self.detail.view(
                    body,
                    buf,
                    &archive::entries(account, self.rhythm, self.parent.as_ref(), paint),
                    &paint.theme,
                );
            }
            Tab::People if self.people.is_empty() => {
                text::put(buf, body, (2, 1), word::NO_PEOPLE.text(paint.lang), paint.theme.dim);
            }
            Tab::People => self.tree.view(body, buf, &staff::nodes(&self.people, paint), &paint.theme),
            Tab::Deals => deals::view(body, buf, (&self.list, &self.deals), paint),
            Tab::Related(at) => {
                if let Some(related) = self.related.get(at) {
                    related.draw(body, buf, paint);
                }
            }
            Tab::History => self.log.draw(body, buf, paint),
        }
    }
}
