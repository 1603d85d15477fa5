//! The forecast call: every open deal by its close date, its category by one key each. The category is the rep's. The
//! filter of the list that it was opened from goes on holding.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::reports::reports;
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::Failure;
use crate::action::terms::Asked;
use crate::domain::choice::Choice;
use crate::domain::noun::Noun;
use crate::domain::opportunity::Category;
use crate::domain::stage::Status;
use crate::lang::{Word, forecast as word};
use crate::store::Fault;
use crate::store::deals::{DealRow, Order as By, Selection};
use crate::tui::command::{Command, Place};
use crate::tui::narrow::Narrow;
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::{Cell, Column, Row, Width};
use crate::tui::shape::text::{self, Align};

/// The forecast call.
#[derive(Default)]
pub struct ForecastCall {
    deals: Pager<DealRow>,
    narrow: Narrow<Asked>,
    /// How many open deals have no category.
    unjudged: i64,
    /// Whether the next reading is for rows that are missing, and for nothing else.
    paging: bool,
}

impl ForecastCall {
    /// The call over the deals that a filter leaves.
    pub fn of(filter: &str) -> Self {
        let mut call = Self::default();
        call.narrow.obey(Order::Filter(filter), None);
        call
    }

    fn read_more(&mut self) -> Obeyed {
        self.paging = self.deals.is_short();
        if self.paging { Obeyed::Load } else { Obeyed::Used }
    }

    fn cells(row: &DealRow, paint: &Paint) -> Vec<Cell> {
        let plain = |text: String| Cell { text, style: Style::new() };
        let percent = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let category = row.category.as_deref().and_then(Category::from_code);
        vec![
            plain(row.title.clone()),
            plain(row.account.clone().unwrap_or_default()),
            plain(paint.iso(row.close_on.as_deref())),
            plain(row.amount.map(|amount| paint.amount(amount, &row.currency)).unwrap_or_default()),
            plain(paint.odds(row.p_calc)),
            plain(percent(row.p_rep)),
            plain(category.map(|one| paint.choice(one).to_owned()).unwrap_or_default()),
        ]
    }
}

fn columns(paint: &Paint) -> Vec<Column> {
    let column = |head: Word, width, align, name| Column {
        head: head.text(paint.lang).to_owned(),
        width,
        align,
        name,
    };
    let flex = |min, share| Width::Flex { min, share };
    vec![
        column(word::DEAL, flex(16, 3), Align::Left, true),
        column(word::ACCOUNT, flex(12, 2), Align::Left, false),
        column(word::CLOSES, Width::Fixed(10), Align::Left, false),
        column(word::AMOUNT, Width::Fixed(11), Align::Right, false),
        column(word::CALC, Width::Fixed(4), Align::Right, false),
        column(word::MINE, Width::Fixed(4), Align::Right, false),
        column(word::KIND, Width::Fixed(10), Align::Left, false),
    ]
}

impl Screen for ForecastCall {
    fn place(&self) -> Place {
        Place::ForecastCall
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Answer, Noun::Account]
    }

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        reports(sight, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        self.narrow.read(|words| reports(sight, words))?;
        // A filter that asks for closed deals leaves none that is open.
        let asked = self.narrow.asked.clone().selection(By::default());
        let terms = asked.whole();
        let selection = Selection { status: Some(Status::Open), stage: None, terms, order: asked.order };
        if self.narrow.take_anew() {
            self.deals.restart();
            self.paging = false;
        }
        let paging = std::mem::take(&mut self.paging);
        let total = sight.store.count_deals(&selection)?;
        if !paging {
            self.unjudged = total - sight.store.count_categorised(&selection.whole())?;
        }
        let place = |row: &DealRow| row.place.clone();
        self.deals.load(total, !paging, place, |window, limit| sight.store.deals(&selection, window, limit))
    }

    fn chosen(&self) -> Chosen {
        let filter = self.narrow.filter.clone();
        let Some(row) = self.deals.row() else { return Chosen { filter, ..Chosen::default() } };
        let (record, name) = (Some((Noun::Opp, row.place.no)), row.title.clone());
        Chosen { record, name, filter, ..Chosen::default() }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            // What was judged is followed by the next.
            Order::Do(Command::Say(_)) => {
                let next = self.deals.list.cursor().map_or(0, |at| at + 1);
                self.deals.list.set(next);
                self.read_more()
            }
            Order::Do(Command::Open) => match self.deals.row() {
                Some(row) => Obeyed::Open(Target::Deal(row.place.no)),
                None => Obeyed::Ignored,
            },
            Order::Key(key) => match self.deals.list.press(key) {
                Outcome::Ignored => Obeyed::Ignored,
                _ => self.read_more(),
            },
            Order::Filter(_) => self.narrow.obey(order, None).unwrap_or(Obeyed::Ignored),
            Order::Do(_) | Order::Sort(_) | Order::Made(..) => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        self.deals.list.fit(usize::from(area.height.saturating_sub(2)));
        self.paging = self.deals.is_short();
        self.paging
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let mut head = vec![word::CALL_HEAD.fill(paint.lang, &[&self.deals.total(), &self.unjudged])];
        head.extend(self.narrow.tell(paint));
        let head = head.join(" · ");
        let head = text::cut(&head, usize::from(area.width), paint.theme.glyphs.cut);
        text::put(buf, area, (0, 0), &head, paint.theme.title);
        let seen = self.deals.list.seen();
        let line = |(at, row): (usize, &DealRow)| {
            let cells = if seen.contains(&at) { Self::cells(row, paint) } else { Vec::new() };
            Row { cells, chosen: false }
        };
        let rows: Vec<Row> = self.deals.rows.iter().enumerate().map(line).collect();
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let empty = if self.narrow.filter.is_empty() { word::CALL_NONE } else { word::CALL_NONE_FILTER };
        self.deals.list.view(list, buf, (&columns(paint), &rows), empty.text(paint.lang), &paint.theme);
    }
}
