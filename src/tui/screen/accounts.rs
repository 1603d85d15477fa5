//! All accounts, those with most open deals first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::domain::noun::Noun;
use crate::lang::{Word, cockpit as word};
use crate::store::Fault;
use crate::store::account::AccountRow;
use crate::tui::command::{Command, Place};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::{Cell, Column, Row, Width};
use crate::tui::shape::text::Align;

/// The accounts screen.
#[derive(Default)]
pub struct Accounts {
    accounts: Pager<AccountRow>,
}

fn columns(width: u16, paint: &Paint) -> Vec<Column> {
    let column = |word: Word, width, align, name| Column {
        head: word.text(paint.lang).to_owned(),
        width,
        align,
        name,
    };
    let mut columns = vec![
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

fn row(account: &AccountRow, paint: &Paint) -> Row {
    let plain = |text: String| Cell { text, style: Style::new() };
    let amount = account.open_currency.as_deref().map(|currency| {
        let more = if account.open_mixed { " +" } else { "" };
        format!("{}{more}", paint.amount(account.open_amount, currency))
    });
    let cells = vec![
        plain(account.tier.map(|tier| paint.choice(tier).to_owned()).unwrap_or_default()),
        plain(account.name.clone()),
        plain(if account.open_deals > 0 { account.open_deals.to_string() } else { String::new() }),
        plain(amount.unwrap_or_default()),
        plain(paint.iso(account.last_contact_on.as_deref())),
        plain(account.industry.clone().unwrap_or_default()),
        plain(account.owner.clone().unwrap_or_default()),
    ];
    Row { cells, chosen: false }
}

impl Screen for Accounts {
    fn place(&self) -> Place {
        Place::Accounts
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Account, Noun::Opp]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        let total = sight.store.count_accounts()?;
        let again = !self.accounts.is_short();
        self.accounts.load(total, again, |row| row.no, |window, limit| sight.store.accounts(window, limit))
    }

    fn chosen(&self) -> Chosen {
        let here = self.accounts.row();
        Chosen {
            record: here.map(|row| (Noun::Account, row.no)),
            name: here.map(|row| row.name.clone()).unwrap_or_default(),
            account: here.map(|row| (row.no, row.name.clone())),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(Command::Open) => match self.accounts.row() {
                Some(row) => Obeyed::Open(Target::Account(row.no)),
                None => Obeyed::Ignored,
            },
            Order::Key(key) => match self.accounts.list.press(key) {
                Outcome::Ignored => Obeyed::Ignored,
                _ if self.accounts.is_short() => Obeyed::Load,
                _ => Obeyed::Used,
            },
            _ => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.accounts.list.fit(usize::from(area.height.saturating_sub(1)));
        self.accounts.is_short()
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let columns = columns(area.width, paint);
        let rows: Vec<Row> = self.accounts.rows.iter().map(|account| row(account, paint)).collect();
        let empty = word::NO_ACCOUNTS.text(paint.lang);
        self.accounts.list.view(area, buf, (&columns, &rows), empty, &paint.theme);
    }
}
