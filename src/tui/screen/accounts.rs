//! All accounts, those with most open deals first, or as they are ordered and filtered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::{Failure, terms};
use crate::domain::account::Account;
use crate::domain::noun::Noun;
use crate::lang::{Word, cockpit as word};
use crate::store::Fault;
use crate::store::account::{AccountList, AccountOrder, AccountRow};
use crate::store::query::Term;
use crate::tui::command::{Command, Place};
use crate::tui::narrow::{self, Narrow};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::list::{Cell, Column, Row, Width};
use crate::tui::shape::text::Align;

/// The words of the orders, as the order's picker lists them.
pub const ORDERS: [Word; 8] = [
    word::ORDER_DEALS,
    word::ORDER_NAME,
    word::ORDER_TIER,
    word::ORDER_AMOUNT,
    word::ORDER_CONTACT,
    word::ORDER_OWNER,
    word::ORDER_INDUSTRY,
    word::ORDER_NEWEST,
];

/// The accounts screen.
#[derive(Default)]
pub struct Accounts {
    list: Pager<AccountRow>,
    narrow: Narrow<Vec<Term>>,
    /// Whether the next reading is for rows that are missing, and for nothing else.
    paging: bool,
}

fn columns(width: u16, digits: u16, paint: &Paint) -> Vec<Column> {
    let column = |word: Word, width, align, name| Column {
        head: word.text(paint.lang).to_owned(),
        width,
        align,
        name,
    };
    let mut columns = vec![
        column(word::NUMBER, Width::Fixed(digits), Align::Right, false),
        column(word::TIER, Width::Fixed(4), Align::Left, false),
        column(word::WHO, Width::Flex { min: 20, share: 2 }, Align::Left, true),
        column(word::OPEN_DEALS, Width::Fixed(5), Align::Right, false),
        column(word::AMOUNT, Width::Fixed(14), Align::Right, false),
        column(word::LAST_CONTACT, Width::Fixed(10), Align::Left, false),
        column(word::INDUSTRY, Width::Flex { min: 10, share: 1 }, Align::Left, false),
    ];
    if width >= 100 {
        columns.push(column(word::OWNER, Width::Flex { min: 14, share: 1 }, Align::Left, false));
    }
    columns
}

fn cells(account: &AccountRow, paint: &Paint) -> Vec<Cell> {
    let plain = |text: String| Cell { text, style: Style::new() };
    let amount = account.open_currency.as_deref().map(|currency| {
        let more = if account.open_mixed { " +" } else { "" };
        format!("{}{more}", paint.amount(account.open_amount, currency))
    });
    vec![
        Cell { text: account.place.no.to_string(), style: paint.theme.dim },
        plain(account.tier.map(|tier| paint.choice(tier).to_owned()).unwrap_or_default()),
        plain(account.name.clone()),
        plain(if account.open_deals > 0 { account.open_deals.to_string() } else { String::new() }),
        plain(amount.unwrap_or_default()),
        plain(paint.iso(account.last_contact_on.as_deref())),
        plain(account.industry.clone().unwrap_or_default()),
        plain(account.owner.clone().unwrap_or_default()),
    ]
}

impl Screen for Accounts {
    fn place(&self) -> Place {
        Place::Accounts
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Account, Noun::Opp]
    }

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        terms::terms::<Account>(sight.store, sight.desk, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let more = std::mem::take(&mut self.paging) && !self.narrow.is_anew();
        if !more {
            self.narrow.read(|words| terms::terms::<Account>(sight.store, sight.desk, words))?;
        }
        let order = AccountOrder::ALL.get(self.narrow.order).copied().unwrap_or_default();
        let asked = AccountList { terms: self.narrow.asked.clone(), order };
        let total = if more {
            i64::try_from(self.list.total()).unwrap_or(0)
        } else {
            self.narrow.several = sight.store.still::<Account>(&self.narrow.several, &asked.terms)?;
            if self.narrow.take_anew() {
                self.list.restart();
            }
            sight.store.count_accounts(&asked)?
        };
        self.list.load(
            total,
            !more,
            |row| row.place.clone(),
            |window, limit| sight.store.accounts(&asked, window, limit),
        )
    }

    fn chosen(&self) -> Chosen {
        let here = self.list.row();
        Chosen {
            record: here.map(|row| (Noun::Account, row.place.no)),
            name: here.map(|row| row.name.clone()).unwrap_or_default(),
            account: here.map(|row| (row.place.no, row.name.clone())),
            several: self.narrow.several.iter().copied().collect(),
            filter: self.narrow.filter.clone(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        if let Some(obeyed) = self.narrow.obey(order, self.list.row().map(|row| row.place.no)) {
            return obeyed;
        }
        match order {
            Order::Do(Command::Open) => match self.list.row() {
                Some(row) => Obeyed::Open(Target::Account(row.place.no)),
                None => Obeyed::Ignored,
            },
            Order::Key(key) => {
                let Some(passed) = self.list.press(key) else { return Obeyed::Ignored };
                self.narrow.passed(passed.iter().map(|row| row.place.no));
                self.paging = self.list.is_short();
                if self.paging { Obeyed::Load } else { Obeyed::Used }
            }
            Order::Made(Noun::Account, no) => {
                self.list.seek(|row| row.place.no == no);
                Obeyed::Used
            }
            Order::Do(_) | Order::Filter(_) | Order::Sort(_) | Order::Made(..) => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.list.list.fit(usize::from(area.height.saturating_sub(2)));
        self.paging = self.list.is_short();
        self.paging
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let at = self.list.at();
        self.narrow.rule(area, buf, (&ORDERS, at), paint);
        let digits = narrow::digits(self.list.rows.iter().map(|row| row.place.no));
        let columns = columns(area.width, digits, paint);
        let row = |account: &AccountRow| Row {
            cells: cells(account, paint),
            chosen: self.narrow.several.contains(&account.place.no),
        };
        let rows: Vec<Row> = self.list.rows.iter().map(row).collect();
        let empty = if self.narrow.filter.is_empty() { word::NO_ACCOUNTS } else { word::NO_ACCOUNTS_FILTER };
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.list.list.view(below, buf, (&columns, &rows), empty.text(paint.lang), &paint.theme);
    }
}
