//! The funnel with the deals of the stage under the cursor, as list or board.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::board::BoardView;
use super::columns;
use super::preview::{self, Preview};
use super::stages::{self, LANES, Lane};
use super::{Chosen, Obeyed, Order, Screen, Sight, Target};
use crate::action::terms;
use crate::domain::funnel::FunnelSheet;
use crate::domain::noun::Noun;
use crate::domain::stage::Status;
use crate::lang::{Word, cockpit as word};
use crate::store::Fault;
use crate::store::deals::{DealRow, Order as By, Selection};
use crate::tui::command::{Command, Place};
use crate::tui::pager::Pager;
use crate::tui::paint::Paint;
use crate::tui::shape::Outcome;
use crate::tui::shape::list::Row;
use crate::tui::shape::text::{self};
use crate::tui::terminal::Key;

/// The funnel screen.
#[derive(Default)]
pub struct Funnel {
    sheet: Option<FunnelSheet>,
    deals: Pager<DealRow>,
    lane: usize,
    by: By,
    filter: String,
    currency: usize,
    selecting: Selecting,
    several: BTreeSet<i64>,
    board: Option<BoardView>,
    /// Whether the list is another one than was read.
    anew: bool,
    /// Whether the next reading is for rows that are missing, and for nothing else.
    paging: bool,
    preview: Preview,
}

/// Whether several deals are being selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Selecting {
    #[default]
    No,
    /// One by one.
    Each,
    /// A move selects what it comes to.
    Range,
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

impl Funnel {
    fn lane(&self) -> Lane {
        LANES.get(self.lane).copied().unwrap_or_default()
    }

    fn selection(&self, sight: &Sight) -> Selection {
        let words = shlex::split(&self.filter).unwrap_or_default();
        // A filter was understood when it was typed; it may since name a record that is gone.
        let asked = terms::deals(sight.store, sight.desk, &words).unwrap_or_default();
        let (status, stage) = match self.lane() {
            // The words of a filter may ask for deals that are closed.
            Lane::Open => (asked.status, asked.stage),
            Lane::Stage(stage) => (Some(Status::Open), Some(stage)),
            Lane::Ended(status) => (Some(status), None),
        };
        Selection { status, stage, terms: asked.terms, order: asked.order.unwrap_or(self.by) }
    }

    /// Goes to the stage beside, on the board to its column.
    fn side(&mut self, forward: bool) -> Obeyed {
        if let Some(board) = &mut self.board {
            board.side(forward);
            return Obeyed::Used;
        }
        let next = if forward { self.lane + 1 } else { self.lane.saturating_sub(1) };
        self.lane = next.min(LANES.len() - 1);
        self.restart()
    }

    fn restart(&mut self) -> Obeyed {
        self.anew = true;
        self.several.clear();
        Obeyed::Load
    }

    fn command(&mut self, command: &Command) -> Obeyed {
        match command {
            Command::Open => match self.here() {
                Some(row) => Obeyed::Open(Target::Deal(row.place.no)),
                None => Obeyed::Ignored,
            },
            Command::Board => {
                self.board = if self.board.is_some() { None } else { Some(BoardView::default()) };
                self.anew = true;
                Obeyed::Load
            }
            Command::Side(forward) => self.side(*forward),
            Command::Currency if self.currencies() < 2 => Obeyed::Ignored,
            Command::Currency => {
                self.currency += 1;
                Obeyed::Used
            }
            Command::Unselect => self.unselect(),
            Command::Select if self.selecting != Selecting::No => self.unselect(),
            Command::Select => match self.here().map(|row| row.place.no) {
                Some(no) => {
                    self.selecting = Selecting::Range;
                    self.several.insert(no);
                    Obeyed::Used
                }
                None => Obeyed::Ignored,
            },
            Command::Toggle if self.here().is_none() => Obeyed::Ignored,
            Command::Toggle => {
                if self.selecting == Selecting::No {
                    self.selecting = Selecting::Each;
                }
                if let Some(no) = self.here().map(|row| row.place.no)
                    && !self.several.remove(&no)
                {
                    self.several.insert(no);
                }
                Obeyed::Used
            }
            Command::Back if self.board.is_some() && self.selecting == Selecting::No => {
                self.board = None;
                self.restart()
            }
            Command::Back if self.selecting != Selecting::No => self.unselect(),
            Command::Back if !self.filter.is_empty() => {
                self.filter.clear();
                self.restart()
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

    /// Ends selecting; nothing is selected then.
    fn unselect(&mut self) -> Obeyed {
        self.selecting = Selecting::No;
        self.several.clear();
        Obeyed::Used
    }

    /// Moves through the list.
    fn press(&mut self, key: Key) -> Obeyed {
        match self.deals.list.press(key) {
            Outcome::Ignored => Obeyed::Ignored,
            _ if self.deals.is_short() => {
                self.paging = true;
                Obeyed::Load
            }
            _ => Obeyed::Used,
        }
    }

    fn here(&self) -> Option<&DealRow> {
        match &self.board {
            Some(board) => board.row(),
            None => self.deals.row(),
        }
    }

    fn rule(&self, area: Rect, buf: &mut Buffer, paint: &Paint) {
        let theme = &paint.theme;
        let order = ORDERS.get(By::ALL.iter().position(|by| *by == self.by).unwrap_or(0));
        let order = order.map(|order| order.text(paint.lang)).unwrap_or_default();
        let mut parts = vec![word::ORDER.fill(paint.lang, &[&order])];
        if !self.filter.is_empty() {
            parts.push(word::FILTER.fill(paint.lang, &[&self.filter]));
        }
        if self.selecting != Selecting::No {
            parts.push(word::SELECTED.fill(paint.lang, &[&self.several.len()]));
        }
        if self.board.is_none() && self.deals.total() > 0 {
            let at = self.deals.list.cursor().map_or(0, |at| at + 1);
            parts.push(word::AT_OF.fill(paint.lang, &[&at, &self.deals.total()]));
        }
        let line = theme.glyphs.rule.repeat(usize::from(area.width));
        text::put(buf, area, (0, 0), &line, theme.dim);
        let words = format!(" {} ", parts.join(" · "));
        let words = text::cut(&words, usize::from(area.width.saturating_sub(4)), theme.glyphs.cut);
        text::put(buf, area, (2, 0), &words, theme.label);
    }
}

impl Screen for Funnel {
    fn place(&self) -> Place {
        Place::Funnel
    }

    fn reads(&self) -> &'static [Noun] {
        &[Noun::Opp, Noun::Account, Noun::Answer, Noun::Role, Noun::Step, Noun::Person]
    }

    fn load(&mut self, sight: &Sight) -> Result<(), Fault> {
        if self.preview.take_turn() {
            let here = self.here().map(|row| row.place.no);
            return self.preview.load(sight, here);
        }
        let more = std::mem::take(&mut self.paging) && self.board.is_none() && !self.anew;
        let selection = self.selection(sight);
        // Rows that are missing change neither the sums nor the preview.
        let total = if more {
            i64::try_from(self.deals.total()).unwrap_or(0)
        } else {
            self.preview.forget();
            self.sheet = Some(sight.store.funnel(sight.desk.stamp.today())?);
            if let Some(board) = &mut self.board {
                return board.load(sight, &selection);
            }
            if std::mem::take(&mut self.anew) {
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
            several: self.several.iter().copied().collect(),
            filter: self.filter.clone(),
            ..Chosen::default()
        }
    }

    fn obey(&mut self, order: Order) -> Obeyed {
        match order {
            Order::Do(command) => self.command(command),
            Order::Filter(filter) => {
                filter.trim().clone_into(&mut self.filter);
                self.restart()
            }
            Order::Sort(number) => {
                self.by = By::ALL.get(number).copied().unwrap_or_default();
                self.restart()
            }
            Order::Key(key) => {
                let obeyed = match &mut self.board {
                    Some(board) => board.press(key),
                    None => self.press(key),
                };
                let here = self.here().map(|row| row.place.no).filter(|_| self.selecting == Selecting::Range);
                self.several.extend(here);
                obeyed
            }
        }
    }

    fn fit(&mut self, area: Rect) -> bool {
        let rows = area.height.saturating_sub(stages::HEIGHT + 2);
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
        if let Some(board) = &self.board {
            let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            self.rule(area, buf, paint);
            return board.view(body, buf, (self.sheet.as_ref(), &self.several), paint);
        }
        if let Some(sheet) = &self.sheet {
            stages::view(area, buf, sheet, (self.lane(), self.currency), paint);
        }
        let below = |from: u16| Rect {
            y: area.y + from.min(area.height),
            height: area.height.saturating_sub(from),
            ..area
        };
        self.rule(below(stages::HEIGHT), buf, paint);
        let columns = columns::of(area.width, paint);
        let seen = self.deals.list.seen();
        let row = |(at, deal): (usize, &DealRow)| {
            if !seen.contains(&at) {
                return Row::default();
            }
            Row {
                cells: columns::cells(deal, &columns, paint),
                chosen: self.several.contains(&deal.place.no),
            }
        };
        let rows: Vec<Row> = self.deals.rows.iter().enumerate().map(row).collect();
        let empty = if self.filter.is_empty() { word::NO_DEALS } else { word::NO_DEALS_FILTER };
        self.deals.list.view(
            below(stages::HEIGHT + 1),
            buf,
            (&columns, &rows),
            empty.text(paint.lang),
            &paint.theme,
        );
    }
}
