//! One account: its sheet with the archive five first, its people as a tree, its deals, its history.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::background::shown;
use super::log::Log;
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::domain::account::Account as Customer;
use crate::domain::id::Id;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::stage::Status;
use crate::domain::warning::warnings;
use crate::lang::{account as own, cockpit as word, field, flag};
use crate::store::{Fault, Sheet};
use crate::tui::command::{Command, Place};
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::detail::{Detail, Entry};
use crate::tui::shape::list::{Cell, Column, List, Row, Width};
use crate::tui::shape::tabs;
use crate::tui::shape::text::{self, Align};
use crate::tui::shape::tree::{Node, Tree};

/// The archive five (A8), each with its fields.
const ARCHIVE: [&[&str]; 5] = [
    &["industry", "trend"],
    &["quality_req"],
    &["annual_qty", "annual_unit", "annual_year"],
    &["credit_grade", "credit_limit", "credit_checked_on"],
    &["price_req", "payment_terms", "cycle_days"],
];

/// Most deals that are read.
const DEALS: i64 = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Sheet,
    People,
    Deals,
    History,
}

const TABS: [Tab; 4] = [Tab::Sheet, Tab::People, Tab::Deals, Tab::History];

/// The account screen.
pub struct Account {
    no: i64,
    tab: usize,
    customer: Option<Customer>,
    parent: Option<Sheet>,
    people: Vec<(usize, Person)>,
    deals: Vec<Opportunity>,
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
            parent: None,
            people: Vec::new(),
            deals: Vec::new(),
            detail: Detail::default(),
            tree: Tree::default(),
            list: List::default(),
            log: Log::default(),
        }
    }

    fn tab(&self) -> Tab {
        TABS.get(self.tab).copied().unwrap_or(Tab::Sheet)
    }

    fn deal(&self) -> Option<&Opportunity> {
        self.deals.get(self.list.held()?)
    }

    fn person(&self) -> Option<&Person> {
        self.people.get(self.tree.cursor()?).map(|(_, person)| person)
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

    fn nodes(&self, paint: &Paint) -> Vec<Node> {
        let node = |(depth, person): &(usize, Person)| {
            let parts = [
                person.title.as_deref(),
                person.dept.as_deref(),
                person.mobile.as_deref(),
                person.email.as_deref(),
            ];
            let rest: Vec<&str> = parts.into_iter().flatten().collect();
            let style = if person.left_on.is_some() { paint.theme.dim } else { Style::new() };
            Node { depth: *depth, text: format!("{}  {}", person.name, rest.join(" · ")), style }
        };
        self.people.iter().map(node).collect()
    }

    fn deals_view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let column = |word: crate::lang::Word, width, align, name| Column {
            head: word.text(paint.lang).to_owned(),
            width,
            align,
            name,
        };
        let columns = [
            column(word::TITLE, Width::Flex { min: 20, share: 1 }, Align::Left, true),
            column(word::STAGE, Width::Fixed(14), Align::Left, false),
            column(word::AMOUNT, Width::Fixed(14), Align::Right, false),
            column(word::CLOSES, Width::Fixed(10), Align::Left, false),
        ];
        let plain = |text: String| Cell { text, style: Style::new() };
        let rows: Vec<Row> = self
            .deals
            .iter()
            .map(|deal| {
                let stage = if deal.status == Status::Open {
                    paint.choice(deal.stage)
                } else {
                    paint.choice(deal.status)
                };
                let amount = deal.amount.map(|minor| paint.amount(minor, &deal.currency)).unwrap_or_default();
                let day = deal.close_on.map(|day| paint.day(day)).unwrap_or_default();
                let cells =
                    vec![plain(deal.title.clone()), plain(stage.to_owned()), plain(amount), plain(day)];
                Row { cells, chosen: false }
            })
            .collect();
        self.list.view(area, buf, (&columns, &rows), word::NO_OWN_DEALS.text(paint.lang), &paint.theme);
    }
}

/// People in the order of a tree: each below the one they report to, with the depth.
fn tree(people: Vec<Person>) -> Vec<(usize, Person)> {
    fn below(boss: Option<Id>, depth: usize, left: &mut Vec<Person>, placed: &mut Vec<(usize, Person)>) {
        let (own, rest): (Vec<Person>, Vec<Person>) =
            std::mem::take(left).into_iter().partition(|person| person.reports_to == boss);
        *left = rest;
        for person in own {
            let id = person.head.id;
            placed.push((depth, person));
            below(Some(id), depth + 1, left, placed);
        }
    }
    let (mut left, mut placed) = (people, Vec::new());
    let known: Vec<Id> = left.iter().map(|person| person.head.id).collect();
    // Who reports to somebody outside this account stands at the top.
    for person in &mut left {
        person.reports_to = person.reports_to.filter(|boss| known.contains(boss));
    }
    below(None, 0, &mut left, &mut placed);
    placed.extend(left.into_iter().map(|person| (0, person)));
    placed
}

fn entries(account: &Customer, parent: Option<&Sheet>, paint: &Paint) -> Vec<Entry> {
    let (lang, currency) = (paint.lang, account.currency.as_deref().unwrap_or("CNY"));
    let text = |key: &str| {
        let field = Customer::field(key)?;
        shown((field.get)(account), field.kind, currency, paint)
    };
    let mut entries = Vec::new();
    for warning in warnings(account, paint.today) {
        let facts: Vec<Vec<String>> = warning.facts().into_iter().map(|fact| vec![fact]).collect();
        let sentence = flag::sentence(lang, warning.code(), &facts);
        entries.push(Entry::Text(format!("!  {sentence}"), paint.theme.warn));
    }
    entries.push(Entry::Head(word::ARCHIVE.text(lang).to_owned()));
    for (keys, label) in ARCHIVE.iter().zip(own::ARCHIVE_FIVE) {
        let parts: Vec<String> = keys.iter().filter_map(|key| text(key)).collect();
        let value = if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") };
        entries.push(Entry::Pair(label.text(lang).to_owned(), value, Style::new()));
    }
    entries.push(Entry::Gap);
    entries.push(Entry::Head(own::BASICS.text(lang).to_owned()));
    if let Some(parent) = parent {
        let label = field::label(lang, "account", "parent").to_owned();
        entries.push(Entry::Pair(label, parent.name.clone(), Style::new()));
    }
    let hidden = ["name", "external_id", "currency"];
    for field in Customer::FIELDS {
        if hidden.contains(&field.key) || ARCHIVE.iter().any(|keys| keys.contains(&field.key)) {
            continue;
        }
        if let Some(value) = text(field.key) {
            entries.push(Entry::Pair(
                field::label(lang, "account", field.key).to_owned(),
                value,
                Style::new(),
            ));
        }
    }
    for (label, value) in &account.extra.0 {
        entries.push(Entry::Pair(label.clone(), value.clone(), paint.theme.dim));
    }
    entries
}

impl Screen for Account {
    fn place(&self) -> Place {
        Place::Account
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Account, Noun::Person, Noun::Opp]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let store = sight.store;
        self.customer = store.get::<Customer>(self.no)?.filter(|account| !account.head.gone);
        let Some(account) = &self.customer else { return Ok(()) };
        self.parent = account.parent.map(|id| store.sheet(Noun::Account, id)).transpose()?.flatten();
        self.people = tree(store.people(account.head.id)?);
        self.deals = store.deals_of(account.head.id, DEALS)?;
        self.list.hold(0, self.deals.len(), self.deals.len());
        if self.tab() == Tab::History {
            self.log.read(sight, account.head.id)?;
        }
        Ok(())
    }

    fn chosen(&self) -> Chosen {
        let record = match self.tab() {
            Tab::Deals => self.deal().map(|deal| (Noun::Opp, deal.head.no)),
            Tab::People => self.person().map(|person| (Noun::Person, person.head.no)),
            Tab::Sheet | Tab::History => {
                self.customer.as_ref().map(|account| (Noun::Account, account.head.no))
            }
        };
        let name = self.customer.as_ref().map(|account| account.name.clone()).unwrap_or_default();
        Chosen { record, account: Some((self.no, name.clone())), name, ..Chosen::default() }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Tab(forward)) => {
                self.tab = (self.tab + if *forward { 1 } else { TABS.len() - 1 }) % TABS.len();
                Obeyed::Load
            }
            Order::Do(Command::Toggle) if self.tab() == Tab::People => {
                self.tree.press(crate::tui::terminal::Key::char(' '));
                Obeyed::Used
            }
            Order::Do(Command::Open) => match self.tab() {
                Tab::Deals => {
                    self.deal().map_or(Obeyed::Ignored, |deal| Obeyed::Open(Target::Deal(deal.head.no)))
                }
                Tab::People => self
                    .person()
                    .map_or(Obeyed::Ignored, |person| Obeyed::Open(Target::Person(person.head.no))),
                Tab::Sheet | Tab::History => Obeyed::Ignored,
            },
            Order::Key(key) => {
                let outcome = match self.tab() {
                    Tab::Sheet => self.detail.press(key),
                    Tab::People => self.tree.press(key),
                    Tab::Deals => self.list.press(key),
                    Tab::History => return self.log.press(key),
                };
                if outcome == Outcome::Ignored { Obeyed::Ignored } else { Obeyed::Used }
            }
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        let (.., body) = Self::areas(area);
        let paint = Paint::plain();
        let nodes = self.nodes(&paint);
        self.tree.hold(&nodes);
        self.list.fit(usize::from(body.height.saturating_sub(1)));
        if let Some(account) = &self.customer {
            self.detail.fit(body, &entries(account, self.parent.as_ref(), &paint));
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
        text::put(
            buf,
            head,
            (0, 0),
            &text::cut(&format!("{}{tier}", account.name), room, paint.theme.glyphs.cut),
            paint.theme.title,
        );
        let counts = [0, self.people.len(), self.deals.len(), 0];
        let names = [own::SHEET, word::PEOPLE, word::DEALS, word::HISTORY];
        let names: Vec<String> = names
            .iter()
            .zip(counts)
            .map(|(name, count)| {
                if count > 0 {
                    format!("{} {count}", name.text(paint.lang))
                } else {
                    name.text(paint.lang).to_owned()
                }
            })
            .collect();
        let names: Vec<(&str, &str)> = names.iter().map(|name| ("", name.as_str())).collect();
        tabs::view(line, buf, &names, self.tab, &paint.theme);
        match self.tab() {
            Tab::Sheet => {
                self.detail.view(body, buf, &entries(account, self.parent.as_ref(), paint), &paint.theme);
            }
            Tab::People if self.people.is_empty() => {
                text::put(buf, body, (2, 1), word::NO_PEOPLE.text(paint.lang), paint.theme.dim);
            }
            Tab::People => self.tree.view(body, buf, &self.nodes(paint), &paint.theme),
            Tab::Deals => self.deals_view(body, buf, paint),
            Tab::History => self.log.draw(body, buf, paint),
        }
    }
}
