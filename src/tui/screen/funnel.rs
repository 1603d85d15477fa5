//! The funnel with the deals of the stage under the cursor, as list or board.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::board::BoardView;
use super::columns;
use super::preview::{self, Preview};
use super::stages::{self, LANES, Lane};
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::Failure;
use crate::action::terms::{self, Asked};
use crate::domain::choice::Choice;
use crate::domain::funnel::{FunnelSheet, StageSheet};
use crate::domain::noun::Noun;
use crate::domain::opportunity::Opportunity;
use crate::domain::stage::Status;
use crate::lang::{Word, choice, cockpit as word};
use crate::store::Fault;
use crate::store::deals::{DealRow, Order as By, Selection};
use crate::store::query::Term;
use crate::tui::command::{Command, Place};
use crate::tui::narrow::{self, Narrow};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::list::Row;

/// The funnel screen.
#[derive(Default)]
pub struct Funnel {
    sheet: Option<FunnelSheet>,
    deals: Pager<DealRow>,
    /// What stands for all open deals where the filter asks for others.
    found: Option<(Word, StageSheet)>,
    lane: usize,
    narrow: Narrow<Asked>,
    currency: usize,
    board: Option<BoardView>,
    /// Whether the next reading is for rows that are missing, and for nothing else.
    paging: bool,
    preview: Preview,
}

/// The words of the orders, as the order's picker lists them.
pub const ORDERS: [Word; 7] = [
    word::ORDER_CLOSE,
    word::ORDER_AMOUNT,
    word::ORDER_FLAGS,
    word::ORDER_ACCOUNT,
    word::ORDER_OWNER,
    word::ORDER_TITLE,
    word::ORDER_NEWEST,
];

/// Deals of which nothing was asked yet, the largest first.
const TO_QUALIFY: &str = "qualified=no sort=amount";

impl Funnel {
    /// The funnel with the deals that are to be qualified.
    pub fn to_qualify() -> Self {
        let mut funnel = Self::default();
        funnel.narrow.obey(Order::Filter(TO_QUALIFY), None);
        funnel
    }

    /// Lines above the list.
    fn head(&self) -> u16 {
        stages::height(self.sheet.as_ref())
    }

    fn lane(&self) -> Lane {
        LANES.get(self.lane).copied().unwrap_or_default()
    }

    /// The deals that the head adds up: what the filter asks for, of every status where it asks for open ones.
    fn summed(&self) -> Vec<Term> {
        let status = self.narrow.asked.status.filter(|status| *status != Status::Open);
        Selection { status, ..self.narrow.asked.clone().selection(self.by()) }.whole()
    }

    /// The deals of the list: those of the lane among them.
    fn selection(&self) -> Selection {
        let (status, stage) = match self.lane() {
            _ if self.board.is_some() => (Some(Status::Open), None),
            // The words of a filter may ask for deals that are closed.
            Lane::Open => (self.narrow.asked.status, None),
            Lane::Stage(stage) => (Some(Status::Open), Some(stage)),
            Lane::Ended(status) => (Some(status), None),
        };
        Selection { status, stage, terms: self.summed(), order: self.by() }
    }

    /// The order: the one that the filter says, else the one that was chosen.
    fn by(&self) -> By {
        let chosen = By::ALL.get(self.narrow.order).copied().unwrap_or_default();
        self.narrow.asked.order.unwrap_or(chosen)
    }

    /// Goes to the stage beside, on the board to its column.
    fn side(&mut self, forward: bool) -> Obeyed {
        if let Some(board) = &mut self.board {
            board.side(forward);
            return Obeyed::Used;
        }
        let next = if forward { self.lane + 1 } else { self.lane.saturating_sub(1) };
        self.lane = next.min(LANES.len() - 1);
        self.narrow.restart()
    }

    fn command(&mut self, command: &Command) -> Obeyed {
        match command {
            Command::Open => match self.here() {
                Some(row) => Obeyed::Open(Target::Deal(row.place.no)),
                None => Obeyed::Ignored,
            },
            Command::Board => {
                self.board = if self.board.is_some() { None } else { Some(BoardView::default()) };
                self.narrow.restart()
            }
            Command::Side(forward) => self.side(*forward),
            Command::Currency if self.currencies() < 2 => Obeyed::Ignored,
            Command::Currency => {
                self.currency += 1;
                Obeyed::Used
            }
            Command::Back if self.board.is_some() => {
                self.board = None;
                self.narrow.restart()
            }
            _ => Obeyed::Ignored,
        }
    }

    /// In how many currencies the open deals are.
    fn currencies(&self) -> usize {
        let stages = self.sheet.iter().flat_map(|sheet| &sheet.stages);
        let all: BTreeSet<&str> =
            stages.flat_map(|stage| &stage.amounts).map(|one| one.currency.as_str()).collect();
        all.len()
    }

    fn here(&self) -> Option<&DealRow> {
        match &self.board {
            Some(board) => board.row(),
            None => self.deals.row(),
        }
    }

    /// Adds up the deals that the filter leaves.
    fn add_up(&mut self, sight: &Sight) -> Result<(), Fault> {
        let terms = self.summed();
        self.sheet = Some(sight.store.funnel(sight.desk.stamp.today(), &terms)?);
        let status = self.narrow.asked.status;
        self.found = match status {
            Some(Status::Open) => None,
            other => {
                let sums = sight.store.deal_sums_of(&terms)?;
                let label = other.and_then(|status| choice::word(Status::LIST, status.code()));
                Some((label.unwrap_or(word::ALL_FOUND), stages::all(&sums)))
            }
        };
        Ok(())
    }
}

impl Screen for Funnel {
    fn place(&self) -> Place {
        Place::Funnel
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Account, Noun::Answer, Noun::Role, Noun::Step, Noun::Person]
    }

    fn understands(&self, sight: &Sight, words: &[String]) -> Result<(), Failure> {
        terms::deals(sight.store, sight.desk, words).map(drop)
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        if self.preview.take_turn() {
            let here = self.here().map(|row| row.place.no);
            return self.preview.load(sight, here);
        }
        let more = std::mem::take(&mut self.paging) && self.board.is_none() && !self.narrow.is_anew();
        if !more {
            self.narrow.read(|words| terms::deals(sight.store, sight.desk, words))?;
        }
        let selection = self.selection();
        // Rows that are missing change neither the sums nor the preview.
        let total = if more {
            i64::try_from(self.deals.total()).unwrap_or(0)
        } else {
            self.preview.forget();
            self.add_up(sight)?;
            self.narrow.several =
                sight.store.still::<Opportunity>(&self.narrow.several, &selection.whole())?;
            if let Some(board) = &mut self.board {
                self.narrow.take_anew();
                return board.load(sight, &selection);
            }
            if self.narrow.take_anew() {
                self.deals.restart();
            }
            sight.store.count_deals(&selection)?
        };
        self.deals.load(
            total,
            !more,
            |row| row.place.clone(),
            |window, limit| sight.store.deals(&selection, window, limit),
        )
    }

    fn chosen(&self) -> Chosen {
        let here = self.here();
        Chosen {
            record: here.map(|row| (Noun::Opp, row.place.no)),
            name: here.map(|row| row.title.clone()).unwrap_or_default(),
            several: self.narrow.several.iter().copied().collect(),
            filter: self.narrow.filter.clone(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        if let Some(obeyed) = self.narrow.obey(order, self.here().map(|row| row.place.no)) {
            return obeyed;
        }
        match order {
            Order::Do(command) => self.command(command),
            Order::Key(key) => {
                if let Some(board) = &mut self.board {
                    let obeyed = board.press(key);
                    self.narrow.passed(self.board.iter().filter_map(BoardView::row).map(|row| row.place.no));
                    return obeyed;
                }
                let Some(passed) = self.deals.press(key) else { return Obeyed::Ignored };
                self.narrow.passed(passed.iter().map(|row| row.place.no));
                self.paging = self.deals.is_short();
                if self.paging { Obeyed::Load } else { Obeyed::Used }
            }
            Order::Made(Noun::Opp, no) => {
                self.deals.seek(|row| row.place.no == no);
                Obeyed::Used
            }
            Order::Filter(_) | Order::Sort(_) | Order::Made(..) => Obeyed::Ignored,
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        let rows = area.height.saturating_sub(self.head() + 2);
        self.deals.list.fit(usize::from(rows));
        if self.board.is_none() && self.deals.is_short() {
            self.paging = true;
            return true;
        }
        let here = self.here().map(|row| row.place.no);
        area.width >= preview::LEAST && self.preview.wants(here)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let area = if area.width >= preview::LEAST {
            let (left, right) = preview::divide(area);
            self.preview.view(right, buf, paint);
            left
        } else {
            area
        };
        let at = self.deals.at().filter(|_| self.board.is_none());
        if let Some(board) = &self.board {
            let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            self.narrow.rule(area, buf, (&ORDERS, at), paint);
            return board.view(body, buf, (self.sheet.as_ref(), &self.narrow), paint);
        }
        if let Some(sheet) = &self.sheet {
            stages::view(
                area,
                buf,
                (sheet, self.found.as_ref()),
                (self.lane(), self.currency, !self.narrow.filter.is_empty()),
                paint,
            );
        }
        let below = |from: u16| Rect {
            y: area.y + from.min(area.height),
            height: area.height.saturating_sub(from),
            ..area
        };
        self.narrow.rule(below(self.head()), buf, (&ORDERS, at), paint);
        let digits = narrow::digits(self.deals.rows.iter().map(|row| row.place.no));
        let columns = columns::of(area.width, digits, paint);
        let seen = self.deals.list.seen();
        let row = |(at, deal): (usize, &DealRow)| {
            if !seen.contains(&at) {
                return Row::default();
            }
            Row {
                cells: columns::cells(deal, &columns, paint),
                chosen: self.narrow.several.contains(&deal.place.no),
            }
        };
        let rows: Vec<Row> = self.deals.rows.iter().enumerate().map(row).collect();
        let empty = if self.narrow.filter.is_empty() { word::NO_DEALS } else { word::NO_DEALS_FILTER };
        self.deals.list.view(
            below(self.head() + 1),
            buf,
            (&columns, &rows),
            empty.text(paint.lang),
            &paint.theme,
        );
    }
}
